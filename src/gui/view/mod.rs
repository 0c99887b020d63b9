//! Draws the state. Views are functions that read the state and ask for commands; they change nothing but the look.

mod aligned;
mod bar;
mod beside;
mod card;
mod cell;
mod controls;
mod detail;
mod drop;
mod export;
mod find;
mod focus;
mod heads;
mod help;
mod hint;
mod leaving;
mod ledger;
mod link;
mod list;
mod look_over;
mod mended;
mod naming;
mod notes;
mod notices;
mod overview;
mod palette;
mod picture;
mod place;
mod pulling;
mod reading;
mod recent;
mod recovered;
mod reload;
mod removed;
mod row;
mod saved;
mod selecting;
mod settings;
mod side_by_side;
mod spoken;
mod status;
mod text;
mod ticks;
mod trouble;
mod unplaced;
mod welcome;
mod why;
mod writing;

use egui::{CentralPanel, Frame, Id, Panel, Ui, UiBuilder, accesskit, vec2};

use super::command::Command;
use super::look::Look;
use super::settings::LINE_LENGTHS;
use super::state::{Page, State};
use super::theme::{self, size};

pub use picture::show as picture;
pub use selecting::keys as caret_keys;
pub use text::Drawn;

/// Draws the whole window.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    focus::give_back(ui.ctx(), state.sheet.is_some(), &mut look.under_sheet);
    Panel::top("bar")
        .frame(Frame::NONE.fill(colours.panel).inner_margin(theme::margin::MENUS))
        .show(ui, |ui| bar::show(ui, state, asked));
    ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |window| window.set_label(state.title()));
    notices::show(ui, state, asked);
    trouble::show(ui, state, asked);
    steady(ui, "page", |ui| page(ui, state, look, asked));
    leaving::show(ui, state, look, asked);
    naming::show(ui, state, look, asked);
    help::show(ui, state, asked);
    settings::show(ui, state, look, asked);
    export::show(ui, state, asked);
    palette::show(ui, state, look, asked);
    place::show(ui, state, look, asked);
    reload::show(ui, state, asked);
    drop::show(ui, look, asked);
    focus::show(ui.ctx(), &mut look.by_keys);
}

/// Draws a part whose controls stay the same, so that they keep the keyboard, whatever comes and goes around it: the
/// toolkit tells controls apart by how many stand before them.
fn steady(ui: &mut Ui, name: &str, draw: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().scope_id(Id::unique(name)), draw);
}

fn page(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    match state.page {
        Page::Welcome => {
            if state.projects.fetching.is_some() {
                let frame = Frame::NONE.fill(colours.panel).inner_margin(theme::margin::BUSY);
                Panel::bottom("busy")
                    .frame(frame)
                    .show(ui, |ui| ui.horizontal(|ui| status::comparing(ui, state, asked)));
            }
            CentralPanel::default()
                .frame(Frame::NONE.fill(colours.panel))
                .show(ui, |ui| welcome::show(ui, state, look, asked));
        }
        Page::Comparison => comparison(ui, state, look, asked),
    }
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
    hint::show(ui, state, asked);
    recovered::strip(ui, state, look, asked);
    Panel::bottom("status").frame(Frame::NONE.fill(colours.panel).inner_margin(theme::margin::STATUS)).show(ui, |ui| {
        spoken::part(ui, accesskit::Role::Status, "Figures of the comparison");
        status::show(ui, state, open, asked);
    });
    if state.has_beside() {
        beside::show(ui, state, open, look, asked);
    }
    // Under the text alone, so that the finding it is about stays in view.
    writing::show(ui, state, open, look, asked);
    CentralPanel::default().frame(Frame::NONE.fill(colours.paper)).show(ui, |ui| {
        spoken::part(ui, accesskit::Role::Main, "Both articles");
        in_column(ui, state, |ui| steady(ui, "articles", |ui| aligned::show(ui, state, open, look, asked)));
    });
    look.reveal = false;
}

/// Draws the articles in the middle of a pane that is wider than their lines may be.
fn in_column(ui: &mut Ui, state: &State, draw: impl FnOnce(&mut Ui)) {
    let spare = (ui.available_width() - size::pane(state.settings.line_length)) / 2.0;
    if state.settings.line_length >= LINE_LENGTHS.1 || spare <= 0.0 {
        draw(ui);
        return;
    }
    let room = ui.available_rect_before_wrap().shrink2(vec2(spare.floor(), 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(room), draw);
}
