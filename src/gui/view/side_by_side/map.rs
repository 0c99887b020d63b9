//! The map of an article at the outer edge: what is linked, where findings lie, what is in view. It does the work of a
//! scroll bar.

use egui::{CornerRadius, Rangef, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2};

use crate::claims::Relation;
use crate::gui::look::List;
use crate::gui::minimap::{self, Scale};
use crate::gui::theme;
use crate::gui::words;
use crate::text::Side;

use super::places::Places;
use super::scene::Scene;

/// Draws the map of a side; tells how far a click or a drag on it moves the view.
pub fn show(ui: &Ui, scene: &Scene<'_>, side: Side, places: &Places<'_>, list: &List, area: Rect) -> Option<f32> {
    let across = scene.spread.map[side];
    let rect = Rect::from_x_y_ranges(area.left() + across.min..=area.left() + across.max, area.y_range());
    let scale = Scale { total: places.total(side).max(list.view), map: rect.y_range().shrink(2.0) };
    let id = ui.scope_id().with(("map", side));
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo {
        value: Some(f64::from(list.offset / (scale.total - list.view).max(1.0) * 100.0).clamp(0.0, 100.0)),
        ..WidgetInfo::labeled(Role::ScrollBar, true, name(scene, side))
    });
    sentences(ui, scene, side, places, &scale, rect);
    findings(ui, scene, side, places, &scale, rect);
    in_view(ui, list, &scale, rect, response.hovered() || response.dragged());
    let pointer = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged())?;
    Some(scale.offset(pointer.y, list.view) - list.offset)
}

fn name(scene: &Scene<'_>, side: Side) -> String {
    let all = scene.open.comparison.documents[side].sentences.len();
    let linked = all.saturating_sub(scene.open.alone[side]);
    format!(
        "Overview of the {} article: {linked} of {} have a counterpart",
        words::side(side),
        words::count(all, "sentence", "sentences")
    )
}

/// A bar where sentences have counterparts, and a thin line where they have none.
fn sentences(ui: &Ui, scene: &Scene<'_>, side: Side, places: &Places<'_>, scale: &Scale, rect: Rect) {
    let colours = theme::palette(ui.visuals());
    let parts =
        places.extents(side).map(|(id, extent)| (scale.range(extent), !scene.open.reading.links(side, id).is_empty()));
    for (y, linked) in minimap::stretches(parts) {
        let middle = rect.center().x;
        if linked {
            let bar = Rect::from_x_y_ranges(middle - 3.0..=middle + 3.0, y.min..=(y.max - 1.0).max(y.min + 1.0));
            ui.painter().rect_filled(bar, CornerRadius::same(1), colours.linked());
        } else {
            ui.painter().vline(ui.painter().round_to_pixel_center(middle), y, Stroke::new(1.0, colours.edge));
        }
    }
}

/// A tick where a listed finding has words, longer for a conflict, longest for what is chosen.
fn findings(ui: &Ui, scene: &Scene<'_>, side: Side, places: &Places<'_>, scale: &Scale, rect: Rect) {
    let colours = theme::palette(ui.visuals());
    let findings = scene.open.comparison.findings.iter().filter(|finding| scene.state.filter.shows(finding));
    let mut ticks: Vec<(f32, u8)> = findings
        .filter_map(|finding| Some((finding.places[side]?.sentence, finding.relation == Relation::Conflict)))
        .map(|(sentence, conflict)| (scale.range(places.extent(side, sentence)).center(), u8::from(conflict)))
        .collect();
    let chosen = scene.state.chosen_row().and_then(|row| row.sentences[side].first());
    ticks.extend(chosen.map(|&id| (scale.range(places.extent(side, id)).center(), CHOSEN)));
    ticks.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (y, weight) in minimap::thinned(ticks.into_iter()) {
        let (colour, half) = match weight {
            CHOSEN => (colours.accent, 7.0),
            0 => (colours.quiet, 4.0),
            _ => (colours.ink, 6.0),
        };
        let (y, x) = (ui.painter().round_to_pixel_center(y), rect.center().x);
        ui.painter().line_segment([pos2(x - half, y), pos2(x + half, y)], Stroke::new(2.0, colour));
    }
}

/// The weight of the tick for what is chosen.
const CHOSEN: u8 = 2;

fn in_view(ui: &Ui, list: &List, scale: &Scale, rect: Rect, active: bool) {
    let colours = theme::palette(ui.visuals());
    let y = scale.range(Rangef::new(list.offset, list.offset + list.view));
    let seen = Rect::from_x_y_ranges(rect.x_range().shrink(1.0), y);
    let edge = if active { colours.accent } else { colours.edge };
    ui.painter().rect(seen, CornerRadius::same(3), colours.seen(), Stroke::new(1.0, edge), StrokeKind::Inside);
}
