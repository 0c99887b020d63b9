//! The small window that shows what a source says otherwise since it was read, before that is taken over.

use egui::{Align2, Label, RichText, ScrollArea, Ui, Window, vec2};

use crate::gui::command::Command;
use crate::gui::state::{Reload, State};
use crate::gui::theme::size;
use crate::gui::{theme, words};

use super::controls;

/// Wide enough for a sentence that is named.
const WIDTH: f32 = 480.0;
/// So much of what has no place is shown without scrolling.
const LIST: f32 = 180.0;
/// As much of a sentence as tells which one it is.
const LONGEST: usize = 90;

/// Draws the window over the page, where a source was read again.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let (Some(reload), Some(open)) = (&state.reload, &state.open) else { return };
    let mut stays = true;
    let room = ui.ctx().content_rect().width();
    Window::new(format!("Reload the {} source", words::side(reload.side)))
        .open(&mut stays)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .show(ui.ctx(), |ui| {
            ui.set_width(WIDTH.min(room - size::AROUND_SHEET));
            let name = RichText::new(&open.names[reload.side]).font(theme::bold(theme::HEADING));
            ui.add(Label::new(name).truncate());
            ui.add(Label::new(words::changes(reload.changes)).wrap());
            ui.add_space(theme::space::NEAR);
            what_is_lost(ui, reload);
            ui.add_space(theme::space::USUAL);
            buttons(ui, asked);
        });
    if !stays {
        asked.push(Command::KeepOld);
    }
}

fn what_is_lost(ui: &mut Ui, reload: &Reload) {
    if reload.lost.is_empty() {
        controls::remark(ui, "Everything that you corrected and noted comes along.", theme::NOTE);
        return;
    }
    let count = words::count(reload.lost.len(), "correction or note has", "corrections and notes have");
    ui.add(Label::new(format!("{count} no place in it:")).wrap());
    ScrollArea::vertical().id_salt("lost").max_height(LIST).show(ui, |ui| {
        for lost in &reload.lost {
            let told = words::lost(lost.what, &words::beginning(&lost.words, LONGEST));
            ui.add(Label::new(RichText::new(format!("•  {told}")).font(theme::sans(theme::NOTE))).wrap());
        }
    });
    controls::remark(
        ui,
        "Notes and checked findings are kept in the list of notes. Undo brings everything back.",
        theme::NOTE,
    );
}

fn buttons(ui: &mut Ui, asked: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        // Enter on a button that has the keyboard means that button.
        let is_elsewhere = ui.ctx().memory(|memory| memory.focused().is_some());
        let enter = !is_elsewhere && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if controls::primary(ui, true, "Take over").clicked() || enter {
            asked.push(Command::TakeOver);
        }
        if controls::quiet(ui, "Keep the old text").clicked() {
            asked.push(Command::KeepOld);
        }
    });
}
