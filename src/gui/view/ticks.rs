//! Ticks beside the scroll bar: where in the text the findings lie. A picture of what the ledger says in words.

use egui::{Rect, Stroke, Ui, pos2};

use crate::claims::Relation;
use crate::gui::look::List;
use crate::gui::model::Row;
use crate::gui::state::{Open, State};
use crate::gui::theme;

/// Draws a tick for each row that holds a listed finding, at its part of the height.
pub fn show(ui: &Ui, state: &State, open: &Open, list: &List, area: Rect) {
    let total = list.heights.total();
    if total <= area.height() {
        return;
    }
    let colours = theme::palette(ui.visuals());
    // Where many rows share a pixel, one tick says it for all; the chosen one and conflicts are painted all the same.
    let mut painted = (f32::NEG_INFINITY, false);
    for (place, &n) in state.shown.iter().enumerate() {
        let Some(row) = open.rows.get(n) else { continue };
        let Some(conflict) = gravity(state, open, row) else { continue };
        let y = area.top() + (list.heights.top(place) + list.heights.height(place) / 2.0) / total * area.height();
        let y = ui.painter().round_to_pixel_center(y);
        let chosen = state.chosen.row == Some(row.key);
        if y - painted.0 < CLOSEST && (painted.1 || !conflict) && !chosen {
            continue;
        }
        painted = (y, conflict);
        let (colour, length) = match (chosen, conflict) {
            (true, _) => (colours.accent, 9.0),
            (false, true) => (colours.ink, 7.0),
            (false, false) => (colours.quiet, 4.0),
        };
        let ends = [pos2(area.right() - length - 1.0, y), pos2(area.right() - 1.0, y)];
        ui.painter().line_segment(ends, Stroke::new(2.0, colour));
    }
}

/// Whether one of the row's listed findings is a conflict; `None` where none is listed.
fn gravity(state: &State, open: &Open, row: &Row) -> Option<bool> {
    let listed = row.findings.iter().filter(|&&id| state.lists(id));
    let listed = listed.filter_map(|&id| open.comparison.findings.get(id));
    listed.map(|finding| finding.relation == Relation::Conflict).reduce(|one, other| one || other)
}

/// Ticks closer than this would run into one bar.
const CLOSEST: f32 = 3.0;
