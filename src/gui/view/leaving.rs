//! The question what is to become of unsaved work. Enter saves, D throws away, Esc stays.

use egui::accesskit::Role;
use egui::{Id, Key, Label, Modal, Modifiers, RichText, Ui, vec2};

use crate::gui::command::Command;
use crate::gui::projects::{Answer, ProjectCommand};
use crate::gui::state::{Leaving, State};
use crate::gui::{theme, words};

use super::controls;

/// As wide as a line that is read at a glance.
const WIDTH: f32 = 430.0;

const LOST: &str = "What you corrected, checked off and noted would be lost.";
const LOST_SINCE: &str = "What you corrected, checked off and noted since it was last saved would be lost.";

/// Draws the question over the window, where it is asked and no name for a file is.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let Some(leaving) = state.projects.leaving.as_ref().filter(|_| state.projects.naming.is_none()) else { return };
    let room = ui.ctx().content_rect().width();
    let question = words::question(&state.work_name().unwrap_or_default(), &leaving.then);
    let modal = Modal::new(Id::unique("leaving")).frame(controls::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(room - 60.0));
        ui.add(Label::new(RichText::new(&question).font(theme::bold(17.0))).wrap());
        ui.add_space(4.0);
        controls::remark(ui, if state.bond.file.is_some() { LOST_SINCE } else { LOST }, 14.0);
        ui.add_space(12.0);
        let answer = answer(ui, leaving);
        asked.extend(answer.map(|answer| Command::Project(ProjectCommand::Answer(answer))));
    });
    ui.ctx().accesskit_node_builder(modal.response.id, |node| {
        node.set_role(Role::AlertDialog);
        node.set_label(question);
    });
    // A click beside the question is no answer.
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if escape {
        asked.push(Command::Project(ProjectCommand::Answer(Answer::Cancel)));
    }
}

fn answer(ui: &mut Ui, leaving: &Leaving) -> Option<Answer> {
    let buttons = ui.horizontal_wrapped(|ui| {
        let save = controls::primary(ui, !leaving.saving, if leaving.saving { "Saving…" } else { "Save" });
        let size = vec2(110.0, 36.0);
        let discard = ui.add(egui::Button::new("Don’t save").min_size(size)).on_hover_text("D");
        let cancel = ui.add(egui::Button::new("Cancel").min_size(size)).on_hover_text("Esc");
        (save, discard, cancel)
    });
    let (save, discard, cancel) = buttons.inner;
    // The keyboard begins at the answer that loses nothing.
    if !leaving.saving && ui.memory(|memory| memory.focused().is_none()) {
        save.request_focus();
    }
    if save.clicked() {
        return Some(Answer::Save);
    }
    if discard.clicked() || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::D)) {
        return Some(Answer::Discard);
    }
    cancel.clicked().then_some(Answer::Cancel)
}
