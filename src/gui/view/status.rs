//! The line at the bottom: how much has a counterpart, what is hidden, what goes on in the background.

use egui::{Align, Label, Layout, RichText, Ui};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::state::{Open, State, name_of};
use crate::gui::theme::size;
use crate::gui::{theme, words};
use crate::text::{Level, Side};

use super::{controls, mended, reading, spoken};

/// Draws the line.
pub fn show(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.add_space(theme::space::USUAL);
        if state.is_busy() {
            busy(ui, state, asked);
        } else {
            let room = (ui.available_width() - needed_on_the_right(state, open)).max(0.0);
            ui.scope(|ui| {
                ui.set_max_width(room);
                told(ui, state, open);
            });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(theme::space::USUAL);
            if state.settings.zoom != 1.0 {
                let size = format!("{:.0} %", state.settings.zoom * 100.0);
                if controls::quiet(ui, &size).on_hover_text(Action::ZoomReset.tooltip()).clicked() {
                    asked.push(Command::Do(Action::ZoomReset));
                }
            }
            notes(ui, open);
            if ui.available_width() > ROOM_FOR_MENDED {
                mended::summary(ui, open, asked);
            }
            if ui.available_width() > ROOM_FOR_MATCHING {
                matching(ui, state, asked);
            }
            if ui.available_width() > ROOM_FOR_TYPOGRAPHIC {
                typographic(ui, state, open, asked);
            }
        });
    });
}

/// As wide as what is said about typographic differences.
const ROOM_FOR_TYPOGRAPHIC: f32 = 275.0;

/// How much room the messages and the size need, which have no other place.
fn needed_on_the_right(state: &State, open: &Open) -> f32 {
    let messages = if open.comparison.notes.is_empty() { 0.0 } else { 112.0 };
    let size = if state.settings.zoom == 1.0 { 0.0 } else { 56.0 };
    messages + size + 16.0
}

/// What is awaited, and a way out.
fn busy(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    for side in Side::BOTH {
        reading::show(ui, state, side, asked);
    }
    if state.comparing.is_some() || state.projects.fetching.is_some() {
        comparing(ui, state, asked);
    }
}

/// That a comparison is awaited, and a way out.
pub fn comparing(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    match &state.projects.fetching {
        Some(fetching) => ui.label(format!("Opening {}…", name_of(&fetching.file))),
        None => ui.label("Comparing…"),
    };
    controls::action(ui, state, asked, Action::Stop);
}

/// What was done last where it shows nowhere else, which is read out, too; else the figures.
fn told(ui: &mut Ui, state: &State, open: &Open) {
    let text = match state.done() {
        Some(done) => {
            spoken::at_once(ui, done);
            done.to_owned()
        }
        None => matched(open),
    };
    ui.add(Label::new(RichText::new(text).font(theme::sans(theme::SMALL))).truncate());
}

fn matched(open: &Open) -> String {
    let part = |side: Side| {
        let all = open.comparison.documents[side].sentences.len();
        format!("{} of {all} on the {}", all.saturating_sub(open.alone[side]), words::side(side))
    };
    format!("Sentences with a counterpart: {}, {}", part(Side::Left), part(Side::Right))
}

fn typographic(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    let all: usize = open.typographic.values().sum();
    if all == 0 {
        return;
    }
    let hidden = state.settings.hide_typographic;
    let count = words::count(all, "typographic difference", "typographic differences");
    let text = if hidden { format!("{count} hidden – show") } else { format!("{count} – hide") };
    let parts: Vec<String> =
        open.typographic.iter().map(|(&sort, count)| format!("{count} {}", words::typography(sort))).collect();
    let told = format!("{}.\n{}", words::capitalised(&parts.join(", ")), Action::Typographic.tooltip());
    if controls::quiet(ui, &text).on_hover_text(told).clicked() {
        asked.push(Command::Do(Action::Typographic));
    }
}

/// The menu of the matching has no room beside the counts where less is left; it stands in the menu Edit, too.
const ROOM_FOR_MATCHING: f32 = 150.0;

/// From strict to generous.
const MATCHING: &[Action] = &[Action::StrictMatching, Action::BalancedMatching, Action::GenerousMatching];
/// The menu of what was mended has no room where less is left; the signs in the text say it, too.
const ROOM_FOR_MENDED: f32 = 200.0;

/// How sure the program must be to link, which decides how many sentences have a counterpart.
fn matching(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let text = format!("Matching: {}", state.settings.matching.name());
    let button = ui.menu_button(RichText::new(text).font(theme::sans(theme::SMALL)), |ui| {
        ui.set_min_width(size::MENU_OF_BAR);
        controls::entries(ui, state, asked, MATCHING);
    });
    button.response.on_hover_text("How sure the program must be to link two sentences");
}

fn notes(ui: &mut Ui, open: &Open) {
    let notes: Vec<_> = open.comparison.notes.iter().collect();
    if notes.is_empty() {
        return;
    }
    ui.menu_button(
        RichText::new(words::count(notes.len(), "message", "messages")).font(theme::sans(theme::SMALL)),
        |ui| {
            ui.set_max_width(size::MESSAGE);
            for note in notes {
                let level = if note.level == Level::Warning { "Warning: " } else { "" };
                ui.label(format!("{level}{}", words::capitalised(&note.message)));
            }
        },
    );
}
