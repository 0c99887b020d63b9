//! Files dropped onto the window: one goes to the half it is dropped on, two fill both.

use std::path::{Path, PathBuf};

use egui::{Align, Area, Frame, Id, Label, Layout, Order, Rect, RichText, Ui, UiBuilder};

use crate::gui::command::Command;
use crate::gui::look::{Files, Look};
use crate::gui::theme;
use crate::load::Source;
use crate::project::is_project;
use crate::text::Side;

/// Shows where a file would go, and takes those that were dropped.
pub fn show(ui: &mut Ui, look: &mut Look, asked: &mut Vec<Command>) {
    let (held, dropped, now) = ui.input(|input| {
        let held: Vec<PathBuf> = input.raw.hovered_files.iter().filter_map(|file| file.path.clone()).collect();
        let dropped: Vec<PathBuf> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
        (held, dropped, input.time)
    });
    let half = half(ui, &mut look.files);
    if !held.is_empty() {
        look.files.held = true;
        overlay(ui, &held, half);
    }
    if !dropped.is_empty() {
        look.files.dropped = Some((dropped, now));
    }
    match look.files.dropped.take() {
        Some((files, since)) if files.len() == 1 && half.is_none() && now - since < LONGEST_WAIT => {
            ui.ctx().request_repaint_after_secs((LONGEST_WAIT - (now - since)) as f32);
            look.files.dropped = Some((files, since));
        }
        Some((files, _)) => {
            asked.push(Command::Take(files.into_iter().map(Source::File).collect(), half));
            look.files = Files::default();
        }
        None if held.is_empty() => look.files = Files::default(),
        None => {}
    }
}

/// The half of the window that the files are over. A place that the pointer had before they came says nothing.
fn half(ui: &Ui, files: &mut Files) -> Option<Side> {
    let (pointer, moved) = ui.input(|input| {
        let moved = input.events.iter().any(|event| matches!(event, egui::Event::PointerMoved(_)));
        (input.pointer.latest_pos(), moved)
    });
    files.placed |= files.held && moved;
    let middle = ui.ctx().content_rect().center().x;
    let at = pointer.filter(|_| !files.held || files.placed)?;
    Some(if at.x < middle { Side::Left } else { Side::Right })
}

/// While a file is dragged, the program that it comes from has the pointer; the system says where it is only once the
/// file was let go. It does so at once, so who waits longer waits in vain (in seconds).
const LONGEST_WAIT: f64 = 0.3;

fn overlay(ui: &Ui, files: &[PathBuf], half: Option<Side>) {
    let window = ui.ctx().content_rect();
    let (left, right) = window.split_left_right_at_fraction(0.5);
    let area = Area::new(Id::unique("drop")).order(Order::Foreground).fixed_pos(window.min).interactable(false);
    area.show(ui.ctx(), |ui| {
        for (side, rect) in [(Side::Left, left), (Side::Right, right)] {
            ui.scope_builder(UiBuilder::new().id_salt(side).max_rect(rect), |ui| {
                let takes = files.len() > 1 || half.is_none_or(|half| half == side);
                one(ui, rect, side, takes, &words(files, side));
            });
        }
    });
}

fn one(ui: &mut Ui, rect: Rect, side: Side, takes: bool, words: &str) {
    let colours = theme::palette(ui.visuals());
    let fill = if takes { colours.tint[side] } else { colours.panel };
    let ink = if takes { colours.ink } else { colours.quiet };
    ui.painter().rect_filled(rect, 0.0, theme::covering(fill));
    Frame::NONE.inner_margin(theme::margin::HALF).show(ui, |ui| {
        ui.with_layout(
            Layout::centered_and_justified(egui::Direction::LeftToRight).with_cross_align(Align::Center),
            |ui| {
                ui.add(Label::new(RichText::new(words).font(theme::bold(theme::LOUD)).color(ink)).wrap());
            },
        );
    });
}

/// What dropping the files would do to a side.
fn words(files: &[PathBuf], side: Side) -> String {
    let name = |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let place = if side == Side::Left { 0 } else { 1 };
    if let Some(project) = files.iter().find(|file| is_project(file)) {
        return format!("Open the project {}", name(project));
    }
    match files {
        [_, _, ..] => {
            let of_more =
                if files.len() > 2 { format!("\n(the first two of {} files)", files.len()) } else { String::new() };
            format!("{} source: {}{of_more}", crate::gui::words::capitalised(side.name()), name(&files[place]))
        }
        _ => format!("Drop here for the {} source", side.name()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_halves_say_what_dropping_does() {
        let files: Vec<PathBuf> = ["/a/one.txt", "/b/two.pdf", "/c/three.txt"].map(PathBuf::from).to_vec();
        assert_eq!(words(&files[..1], Side::Right), "Drop here for the right source");
        assert_eq!(words(&files[..2], Side::Right), "Right source: two.pdf");
        assert_eq!(words(&files, Side::Left), "Left source: one.txt\n(the first two of 3 files)");
        assert_eq!(words(&["/a/tide.paragone".into()], Side::Left), "Open the project tide.paragone");
    }
}
