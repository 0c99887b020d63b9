//! What can be done with a sentence, in the menu over it.

use egui::Ui;

use crate::comparison::Subject;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::model::{Row, RowKey};
use crate::gui::state::{Open, State, Topic};
use crate::gui::view::controls;
use crate::text::Side;

/// Draws the entries for a sentence of a row.
pub fn menu(ui: &mut Ui, state: &State, open: &Open, row: &Row, (side, id): (Side, usize), asked: &mut Vec<Command>) {
    if Action::Copy.enabled(state) {
        controls::entries(ui, state, asked, &[Action::Copy, Action::CopyQuotation]);
        ui.separator();
    }
    let mut entry = |ui: &mut Ui, text: &str, command: Command| {
        if ui.button(text).clicked() {
            asked.push(command);
            ui.close();
        }
    };
    entry(ui, "Copy this sentence", Command::Copy(open.comparison.documents[side].sentence(id).to_owned()));
    if let Some(on) = Subject::sentence(&open.comparison, side, id) {
        entry(ui, "Write a note on it…", Command::BeginWriting(Topic::Note(on)));
    }
    entry(ui, "Link by hand…", Command::BeginLink(side, id));
    if row.key == RowKey::Alone(side, id) {
        let said = open.origin(side, id).is_some_and(|origin| open.edits.is_alone(side, origin));
        let text = if said { "It may have a counterpart" } else { "It has no counterpart" };
        entry(ui, text, Command::SetAlone(side, id, !said));
    }
}
