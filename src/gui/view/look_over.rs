//! The bar that leads through the doubtful links, while they are looked over.

use egui::{Frame, Margin, Panel, RichText, Ui};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::{theme, words};

use super::{controls, detail};

/// Draws the bar.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    if state.looking_over.is_none() {
        return;
    }
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.mark_faint).inner_margin(Margin::symmetric(14, 6));
    Panel::top("looking over").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let left = words::count(state.left_to_look_over(), "doubtful row", "doubtful rows");
            ui.label(RichText::new(format!("Looking links over: {left}")).font(theme::bold(14.0)));
            let steps = [
                (Action::ConfirmLink, "Y"),
                (Action::RejectLink, "X"),
                (Action::NoCounterpart, "0"),
                (Action::NextDoubtful, "U"),
            ];
            for (action, key) in steps {
                if action.enabled(state) {
                    controls::named(ui, state, asked, action, &format!("{} ({key})", action.text()));
                }
            }
            if ui.button("Done").clicked() {
                asked.push(Command::Do(Action::LookOver));
            }
        });
        offered(ui, state, asked);
    });
}

/// The possible partners of the chosen sentence. In rows they stand under it, and in the detail as well.
fn offered(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    if !state.is_side_by_side() || state.settings.detail {
        return;
    }
    if let Some((open, row)) = state.open.as_ref().zip(state.chosen_row()) {
        detail::partners(ui, open, row, asked);
    }
}
