//! The map of an article at the outer edge: what is linked, where findings lie, what is in view. It does the work of a
//! scroll bar.

use egui::{CornerRadius, Rangef, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2};

use crate::gui::look::List;
use crate::gui::minimap::{self, Scale, Tick};
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
    paint(ui, Marks::of(scene, side, places, &scale), rect);
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

/// What stands on a map: how much of each stretch is linked, and where listed findings have words.
struct Marks {
    stretches: Vec<(Rangef, u8)>,
    ticks: Vec<(f32, Tick)>,
}

impl Marks {
    fn of(scene: &Scene<'_>, side: Side, places: &Places<'_>, scale: &Scale) -> Self {
        let mut ticks = Vec::new();
        let listing = &scene.state.listing;
        let parts = places.extents(side).map(|(id, extent)| {
            let on_map = scale.range(extent);
            let tick = if scene.is_chosen(side, id) { Some(Tick::Chosen) } else { listing.of_sentence(side, id) };
            ticks.extend(tick.map(|tick| (on_map.center(), tick)));
            (on_map, !scene.open.reading.links(side, id).is_empty())
        });
        let stretches = minimap::densities(scale.map, parts);
        Self { stretches, ticks: minimap::thinned(ticks.into_iter()) }
    }
}

/// A bar where sentences have counterparts, the wider the more of them; a thin line where none has one. A tick where a
/// listed finding has words, longer for a conflict, longest for what is chosen.
fn paint(ui: &Ui, marks: Marks, rect: Rect) {
    let colours = theme::palette(ui.visuals());
    let (painter, middle) = (ui.painter(), rect.center().x);
    for (y, level) in marks.stretches {
        if level > 0 {
            let half = 3.0 * f32::from(level) / f32::from(minimap::LEVELS);
            let bar = Rect::from_x_y_ranges(middle - half..=middle + half, y);
            painter.rect_filled(bar, CornerRadius::ZERO, colours.linked());
        } else {
            painter.vline(painter.round_to_pixel_center(middle), y, Stroke::new(theme::line::HAIR, colours.edge));
        }
    }
    for (y, tick) in marks.ticks {
        let (colour, half) = match tick {
            Tick::Chosen => (colours.accent, 7.0),
            Tick::Conflict => (colours.ink, 6.0),
            Tick::Finding => (colours.quiet, 4.0),
        };
        let y = painter.round_to_pixel_center(y);
        painter
            .line_segment([pos2(middle - half, y), pos2(middle + half, y)], Stroke::new(theme::line::STRONG, colour));
    }
}

fn in_view(ui: &Ui, list: &List, scale: &Scale, rect: Rect, active: bool) {
    let colours = theme::palette(ui.visuals());
    let y = scale.range(Rangef::new(list.offset, list.offset + list.view));
    let seen = Rect::from_x_y_ranges(rect.x_range().shrink(1.0), y);
    let edge = if active { colours.accent } else { colours.edge };
    ui.painter().rect(
        seen,
        theme::round::BOX,
        colours.seen(),
        Stroke::new(theme::line::HAIR, edge),
        StrokeKind::Inside,
    );
}
