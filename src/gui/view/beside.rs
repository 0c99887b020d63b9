//! What stands beside the text, all under heads of one kind: a name on the left, the way back to the findings on the right.

use egui::{Align, Frame, Layout, Panel, RichText, Ui, accesskit::Role};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::state::{Beside, Open, State};
use crate::gui::theme::{self, size};

use super::{card, controls, is_wide, ledger, notes, overview, spoken};

/// Draws the panel, right of the text or, in a narrow window, below it.
pub fn show(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    let frame = Frame::NONE.fill(theme::palette(ui.visuals()).panel);
    if is_wide(ui) {
        let widest = ui.available_width() * 0.5;
        Panel::right("findings beside")
            .frame(frame)
            .default_size(size::LEDGER)
            .size_range(size::NARROWEST_PANEL..=widest)
            .show(ui, |ui| contents(ui, state, open, look, asked));
    } else {
        let highest = ui.available_height() * 0.6;
        let usual = ui.available_height() * 0.34;
        Panel::bottom("findings below")
            .frame(frame)
            .resizable(true)
            .default_size(usual.max(size::LOWEST_PANEL))
            .size_range(size::LOWEST_LIST..=highest.max(size::LOWEST_LIST))
            .show(ui, |ui| contents(ui, state, open, look, asked));
    }
}

fn contents(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    spoken::part(ui, Role::Complementary, "Beside the text");
    match state.beside {
        Beside::Card(side) => card::show(ui, state, open, look, side, asked),
        Beside::Notes => notes::show(ui, state, open, look, asked),
        Beside::Overview => overview::show(ui, state, open, asked),
        Beside::Findings => ledger::show(ui, state, open, look, asked),
    }
}

/// Draws the head of what stands in place of the findings; the action that opened it closes it.
pub fn head(
    ui: &mut Ui,
    title: &str,
    closing: Action,
    asked: &mut Vec<Command>,
    more: impl FnOnce(&mut Ui, &mut Vec<Command>),
) {
    let frame = Frame::NONE.inner_margin(theme::margin::PANEL);
    Panel::top("head beside").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(title).font(theme::bold(theme::TITLE)));
            more(ui, asked);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if controls::quiet(ui, "Close").on_hover_text("Back to the findings (Esc).").clicked() {
                    asked.push(Command::Do(closing));
                }
            });
        });
    });
}
