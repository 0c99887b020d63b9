//! Ticks beside the scroll bar: where in the text the findings lie. A picture of what the ledger says in words.

use egui::{Rect, Stroke, Ui, pos2};

use crate::claims::Relation;
use crate::gui::look::List;
use crate::gui::state::{Open, State};
use crate::gui::theme;

/// Draws a tick for each row that holds a listed finding, at its part of the height.
pub fn show(ui: &Ui, state: &State, open: &Open, list: &List, area: Rect) {
    let total = list.heights.total();
    if total <= area.height() {
        return;
    }
    let colours = theme::palette(ui.visuals());
    for (place, &n) in state.shown.iter().enumerate() {
        let Some(row) = open.rows.get(n) else { continue };
        let listed =
            |&&id: &&usize| open.comparison.findings.get(id).is_some_and(|finding| state.filter.shows(finding));
        let mut found = row.findings.iter().filter(listed).peekable();
        if found.peek().is_none() {
            continue;
        }
        let conflict = found
            .any(|&id| open.comparison.findings.get(id).is_some_and(|finding| finding.relation == Relation::Conflict));
        let y = area.top() + (list.heights.top(place) + list.heights.height(place) / 2.0) / total * area.height();
        let (colour, length) = match (state.chosen.row == Some(row.key), conflict) {
            (true, _) => (colours.accent, 9.0),
            (false, true) => (colours.ink, 7.0),
            (false, false) => (colours.quiet, 4.0),
        };
        let y = ui.painter().round_to_pixel_center(y);
        let ends = [pos2(area.right() - length - 1.0, y), pos2(area.right() - 1.0, y)];
        ui.painter().line_segment(ends, Stroke::new(2.0, colour));
    }
}
