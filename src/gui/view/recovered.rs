//! Work that was left unsaved by a window that did not end as it should, offered until it is taken up or thrown away.

use egui::{Frame, Label, Panel, RichText, Stroke, Ui};

use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::projects::{Leftover, ProjectCommand};
use crate::gui::state::State;
use crate::gui::{theme, words};

use super::controls;

const TITLE: &str = "Work that was not saved";

/// Draws the offer on the welcome page; nothing where nothing was left.
pub fn panel(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    if state.projects.leftovers.is_empty() {
        return;
    }
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE
        .fill(colours.chosen)
        .stroke(Stroke::new(theme::line::HAIR, colours.edge))
        .corner_radius(theme::round::CARD)
        .inner_margin(theme::margin::CARD);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(TITLE).font(theme::bold(theme::HEADING)));
        controls::remark(ui, "Paragone ended before you could save it, and kept it aside for you.", theme::NOTE);
        ui.add_space(theme::space::CLOSE);
        offers(ui, state, look, asked);
    });
    ui.add_space(theme::space::APART);
}

/// The same as a strip, where a comparison is open.
pub fn strip(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    if state.projects.leftovers.is_empty() {
        return;
    }
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.chosen).inner_margin(theme::margin::BAR);
    Panel::top("leftovers").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(TITLE).font(theme::bold(theme::BODY)));
            if controls::quiet(ui, "Not now").on_hover_text("It is offered again at the next start.").clicked() {
                asked.push(Command::Project(ProjectCommand::PutOff));
            }
        });
        offers(ui, state, look, asked);
    });
}

fn offers(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    for leftover in &state.projects.leftovers {
        ui.push_id(&leftover.path, |ui| ui.horizontal_wrapped(|ui| offer(ui, leftover, look, asked)));
    }
}

/// One piece of work; throwing it away takes a second click, as it cannot be undone.
fn offer(ui: &mut Ui, leftover: &Leftover, look: &mut Look, asked: &mut Vec<Command>) {
    ui.add(Label::new(words::leftover(leftover)).wrap());
    if look.doomed.as_ref() == Some(&leftover.path) {
        ui.label(RichText::new("Throw it away for good?").font(theme::bold(theme::BODY)));
        if ui.button("Yes, throw away").clicked() {
            asked.push(Command::Project(ProjectCommand::ThrowAway(leftover.path.clone())));
            look.doomed = None;
        }
        if ui.button("Keep it").clicked() {
            look.doomed = None;
        }
        return;
    }
    if leftover.names.is_ok() && ui.button("Recover").clicked() {
        asked.push(Command::Project(ProjectCommand::Recover(leftover.path.clone())));
    }
    if ui.button("Throw away…").clicked() {
        look.doomed = Some(leftover.path.clone());
    }
}
