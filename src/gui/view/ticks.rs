//! Ticks beside the scroll bar: where in the text the findings lie, and the words that are looked for. A picture of what
//! the ledger and the field say in words.

use egui::{Color32, Rect, Stroke, Ui, pos2};

use crate::claims::Relation;
use crate::gui::look::List;
use crate::gui::model::Row;
use crate::gui::state::{Find, Open, State};
use crate::gui::theme;

/// Draws a tick for each row that holds a listed finding, and a dot for each that holds words that are looked for,
/// at its part of the height.
pub fn show(ui: &Ui, state: &State, open: &Open, list: &List, area: Rect) {
    if list.heights.total() <= area.height() {
        return;
    }
    findings(ui, state, open, list, area);
    if let Some(find) = &state.find {
        hits(ui, find, list, area);
    }
}

/// Where the middle of a row lies in the area that stands for the whole list.
fn height_of(ui: &Ui, list: &List, place: usize, area: Rect) -> f32 {
    let middle = list.heights.top(place) + list.heights.height(place) / 2.0;
    ui.painter().round_to_pixel_center(area.top() + middle / list.heights.total() * area.height())
}

fn findings(ui: &Ui, state: &State, open: &Open, list: &List, area: Rect) {
    let colours = theme::palette(ui.visuals());
    // Where many rows share a pixel, one tick says it for all; the chosen one and conflicts are painted all the same.
    let mut painted = (f32::NEG_INFINITY, false);
    for (place, &n) in state.shown.iter().enumerate() {
        let Some(row) = open.rows.get(n) else { continue };
        let Some(conflict) = gravity(state, open, row) else { continue };
        let y = height_of(ui, list, place, area);
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
        ui.painter().line_segment(ends, Stroke::new(theme::line::STRONG, colour));
    }
}

/// Dots stand to the left of the ticks, so that both are seen; the place that was gone to is a larger one.
fn hits(ui: &Ui, find: &Find, list: &List, area: Rect) {
    let colours = theme::palette(ui.visuals());
    let dot = |place: usize, radius: f32, fill: Color32| {
        let at = pos2(area.right() - DOTS, height_of(ui, list, place, area));
        ui.painter().circle(at, radius, fill, Stroke::new(theme::line::HAIR, colours.hit_edge));
    };
    let mut painted = f32::NEG_INFINITY;
    for hit in &find.order {
        let y = height_of(ui, list, hit.place, area);
        if y - painted >= CLOSEST {
            painted = y;
            dot(hit.place, 1.8, colours.hit_edge);
        }
    }
    if let Some(hit) = find.current() {
        dot(hit.place, 4.0, colours.hit_now);
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

/// How far from the edge the dots stand.
const DOTS: f32 = 15.0;
