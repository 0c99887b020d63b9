//! The list of findings, narrowed by kind, relation, words and what the reader has done with them.

mod entry;
mod head;

use egui::{Frame, Panel, Ui};

use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::state::{Open, State};
use crate::gui::theme;

use super::{list, why};

/// Draws the list.
pub fn show(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.inner_margin(theme::margin::LIST);
    Panel::top("ledger head").frame(frame).show(ui, |ui| head::show(ui, state, open, asked));
    linked(ui, state, open);
    if state.ledger.is_empty() {
        Frame::NONE.inner_margin(theme::margin::EMPTY).show(ui, |ui| {
            ui.vertical_centered(|ui| ui.label(head::nothing(state, open)));
        });
        // A panel is only as large as what it holds.
        ui.take_available_space();
        return;
    }
    let finding = |place: usize| state.ledger.get(place).and_then(|&id| Some((id, open.comparison.findings.get(id)?)));
    let chosen = state.chosen.finding.and_then(|id| state.ledger.iter().position(|&listed| listed == id));
    let wanted = list::Wanted {
        name: "Findings",
        count: state.ledger.len(),
        key: key(state, open),
        estimate: &|_, _| 96.0,
        unfolded: chosen,
        reveal: chosen.or_else(|| state.first_of_row()).filter(|_| look.reveal),
    };
    list::show(
        ui,
        &mut look.findings,
        &wanted,
        |ctx, place, width| match finding(place) {
            Some((id, finding)) => entry::lay(ctx, open, (id, finding), width, chosen == Some(place), colours),
            None => entry::EntryLaid::default(),
        },
        |ui, place, rect, laid| {
            if let Some((id, finding)) = finding(place) {
                entry::draw(ui, state, (id, finding), rect, laid, asked);
            }
        },
    );
}

/// Why the chosen sentences are linked, under the findings; in rows it stands in the row itself.
fn linked(ui: &mut Ui, state: &State, open: &Open) {
    let Some(row) = state.chosen_row().filter(|_| state.is_side_by_side() && !state.settings.detail) else { return };
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.panel).inner_margin(theme::margin::LIST);
    Panel::bottom("why linked").frame(frame).show(ui, |ui| why::lines(ui, open, row));
}

/// The heights depend on which findings are listed, in which order, and on what the reader has written on them.
fn key(state: &State, open: &Open) -> u64 {
    use std::hash::{Hash as _, Hasher as _};
    let mut hasher = std::collections::hash_map::DefaultHasher::new();
    (open.revision, open.remarked, &state.ledger).hash(&mut hasher);
    hasher.finish()
}
