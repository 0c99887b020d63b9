//! Ticks beside the scroll bar: where in the text the findings lie, and the words that are looked for. A picture of what
//! the ledger and the field say in words.

use egui::{Color32, Rect, Stroke, Ui, pos2};

use crate::gui::look::List;
use crate::gui::minimap::{self, Tick};
use crate::gui::state::{Find, Hit, Open, State};
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
    let chosen = state.chosen.row.and_then(|key| open.place(key));
    let ticks = state.shown.iter().enumerate().filter_map(|(place, &n)| {
        let is_chosen = Some(n) == chosen;
        let tick = if is_chosen { Tick::Chosen } else { state.listing.of_row(n)? };
        Some((height_of(ui, list, place, area), tick))
    });
    for (y, tick) in minimap::thinned(ticks) {
        let (colour, length) = match tick {
            Tick::Chosen => (colours.accent, 9.0),
            Tick::Conflict => (colours.ink, 7.0),
            Tick::Finding => (colours.quiet, 4.0),
        };
        let ends = [pos2(area.right() - length - 1.0, y), pos2(area.right() - 1.0, y)];
        ui.painter().line_segment(ends, Stroke::new(theme::line::STRONG, colour));
    }
}

/// Dots stand to the left of the ticks, so that both are seen; the place that was gone to is a larger one.
fn hits(ui: &Ui, find: &Find, list: &List, area: Rect) {
    let colours = theme::palette(ui.visuals());
    let dot = |y: f32, radius: f32, fill: Color32| {
        ui.painter().circle(
            pos2(area.right() - DOTS, y),
            radius,
            fill,
            Stroke::new(theme::line::HAIR, colours.hit_edge),
        );
    };
    let height = |hit: &Hit| height_of(ui, list, hit.place, area);
    for (y, ()) in minimap::thinned(find.order.iter().map(|hit| (height(hit), ()))) {
        dot(y, 1.8, colours.hit_edge);
    }
    if let Some(hit) = find.current() {
        dot(height(&hit), 4.0, colours.hit_now);
    }
}

/// How far from the edge the dots stand.
const DOTS: f32 = 15.0;
