//! Draws the state. Views are functions that read the state and ask for commands; they change nothing but the look.

mod aligned;
mod bar;
mod card;
mod cell;
mod controls;
mod drop;
mod find;
mod heads;
mod help;
mod ledger;
mod link;
mod list;
mod notices;
mod removed;
mod row;
mod side_by_side;
mod status;
mod ticks;
mod welcome;
mod why;

use egui::{CentralPanel, Frame, Panel, Ui};

use super::command::Command;
use super::look::Look;
use super::state::{Open, Page, State};
use super::theme::{self, size};

/// Draws the whole window.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    Panel::top("bar").frame(Frame::NONE.fill(colours.panel).inner_margin(6)).show(ui, |ui| bar::show(ui, state, asked));
    notices::show(ui, state, asked);
    match state.page {
        Page::Welcome => {
            if state.is_busy() {
                let frame = Frame::NONE.fill(colours.panel).inner_margin(8);
                Panel::bottom("busy").frame(frame).show(ui, |ui| ui.horizontal(|ui| status::busy(ui, state, asked)));
            }
            CentralPanel::default()
                .frame(Frame::NONE.fill(colours.panel))
                .show(ui, |ui| welcome::show(ui, state, look, asked));
        }
        Page::Comparison => comparison(ui, state, look, asked),
    }
    help::show(ui, state, asked);
    drop::show(ui, state, look, asked);
}

/// Whether the window is too low for more than the text and what is needed most; so it is at a large zoom.
fn is_low(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < size::LOW
}

/// Whether the list of findings has room beside the text.
fn is_wide(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() >= size::BESIDE
}

fn comparison(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let Some(open) = &state.open else { return };
    Panel::bottom("status")
        .frame(Frame::NONE.fill(colours.panel).inner_margin(5))
        .show(ui, |ui| status::show(ui, state, open, asked));
    if state.settings.ledger || state.card.is_some() {
        let frame = Frame::NONE.fill(colours.panel);
        if is_wide(ui) {
            let widest = ui.available_width() * 0.5;
            Panel::right("findings beside")
                .frame(frame)
                .default_size(size::LEDGER)
                .size_range(240.0..=widest)
                .show(ui, |ui| beside(ui, state, open, look, asked));
        } else {
            let highest = ui.available_height() * 0.6;
            let usual = ui.available_height() * 0.34;
            Panel::bottom("findings below")
                .frame(frame)
                .resizable(true)
                .default_size(usual.max(110.0))
                .size_range(90.0..=highest.max(91.0))
                .show(ui, |ui| beside(ui, state, open, look, asked));
        }
    }
    CentralPanel::default()
        .frame(Frame::NONE.fill(colours.paper))
        .show(ui, |ui| aligned::show(ui, state, open, look, asked));
    look.reveal = false;
}

/// What stands beside the text: the card that is open, else the findings.
fn beside(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    match state.card {
        Some(side) => card::show(ui, open, side, asked),
        None => ledger::show(ui, state, open, look, asked),
    }
}
