//! The question what is to become of unsaved work. Enter saves, D throws away, Esc stays.

use egui::accesskit::Role;
use egui::{Event, Id, Key, Label, Modal, Modifiers, RichText, Ui};

use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::projects::{Answer, ProjectCommand};
use crate::gui::state::{Leaving, State};
use crate::gui::theme::size;
use crate::gui::{theme, words};

use super::controls;

/// As wide as a line that is read at a glance.
const WIDTH: f32 = 430.0;

const LOST: &str = "What you corrected, checked off and noted would be lost.";
const LOST_SINCE: &str = "What you corrected, checked off and noted since it was last saved would be lost.";

/// Draws the question over the window, where it is asked and no name for a file is.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let Some(leaving) = state.projects.leaving.as_ref().filter(|_| state.projects.naming.is_none()) else {
        look.asked_at = None;
        return;
    };
    let room = ui.ctx().content_rect().width();
    let question = words::question(&state.work_name().unwrap_or_default(), &leaving.then);
    let modal = Modal::new(Id::unique("leaving")).frame(controls::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(room - size::AROUND_SHEET));
        ui.add(Label::new(RichText::new(&question).font(theme::bold(theme::TITLE))).wrap());
        ui.add_space(theme::space::CLOSE);
        controls::remark(ui, if state.bond.file.is_some() { LOST_SINCE } else { LOST }, theme::BODY);
        ui.add_space(theme::space::PART);
        let answer = answer(ui, leaving, look);
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

fn answer(ui: &mut Ui, leaving: &Leaving, look: &mut Look) -> Option<Answer> {
    let buttons = ui.horizontal_wrapped(|ui| {
        let save = controls::primary(ui, !leaving.saving, if leaving.saving { "Saving…" } else { "Save" });
        let size = size::SECONDARY;
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
    if discards(ui, look) || discard.clicked() {
        return Some(Answer::Discard);
    }
    cancel.clicked().then_some(Answer::Cancel)
}

/// Whoever was typing as the question came up types on for a moment (in seconds) before they see it.
const PAUSE: f64 = 0.7;

/// Whether the key was pressed that throws the work away, and by somebody who has stopped typing.
fn discards(ui: &mut Ui, look: &mut Look) -> bool {
    let (now, typed) = ui.input(|input| {
        let is_pressed = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        (input.time, input.events.iter().filter(|event| is_pressed(event)).count())
    });
    let quiet = now - *look.asked_at.get_or_insert(now);
    if typed > 0 {
        look.asked_at = Some(now);
    }
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::D)) && typed == 1 && quiet >= PAUSE
}
