//! Linking with the pointer side by side: a grip at the gutter edge of the sentences that stand out, the ends of ribbons that
//! can be moved, and the link that is being drawn.

use egui::{Pos2, Rangef, Rect, Shape, Ui, Vec2};

use crate::align::Status;
use crate::gui::command::Command;
use crate::gui::pull::{GRIP, GRIP_RADIUS, grip_distance};
use crate::gui::theme::{self, Strength};
use crate::gui::view::pulling::{self, Held};
use crate::text::{Pair, Side};

use super::column::Drawn;
use super::gutter::Gutter;
use super::paragraph::{Placed, Spot};
use super::scene::Scene;

/// Where the grip of a sentence is: where its ribbons begin; of one that is only partly in view, within that part.
pub fn place(ui: &Ui, scene: &Scene<'_>, placed: &Placed<'_>, spot: &Spot) -> Pos2 {
    let x = inner_edge(scene, placed) + towards_gutter(placed.side) * distance(scene, placed.side);
    Pos2::new(x, height_in_view(spot.extent, ui.clip_rect().y_range()))
}

/// The middle of a range of heights, as near to it as a grip is wholly in view; never outside the range.
fn height_in_view(extent: Rangef, view: Rangef) -> f32 {
    let seen = view.shrink(GRIP / 2.0);
    let y = if seen.min <= seen.max { extent.center().clamp(seen.min, seen.max) } else { extent.center() };
    y.clamp(extent.min, extent.max.max(extent.min))
}

/// The sentence in whose inner margin the pointer is, on its way to the grip.
pub fn beside(ui: &Ui, scene: &Scene<'_>, placed: &Placed<'_>) -> Option<usize> {
    let edge = inner_edge(scene, placed);
    let reach = edge + towards_gutter(placed.side) * (distance(scene, placed.side) + GRIP / 2.0);
    let is_here = |spot: &&Spot| {
        let margin = Rect::from_x_y_ranges(edge.min(reach)..=edge.max(reach), spot.extent);
        has_pointer(ui, margin)
    };
    placed.spots.iter().find(is_here).map(|spot| spot.id)
}

/// Whether the pointer is at the grip that a sentence has there, be it shown or not.
pub fn is_pointed(ui: &Ui, place: Pos2) -> bool {
    has_pointer(ui, Rect::from_center_size(place, Vec2::splat(2.0 * GRIP_RADIUS)))
}

/// Whether the pointer is in a part of the gutter, into which the column does not reach.
fn has_pointer(ui: &Ui, part: Rect) -> bool {
    let in_view = Rect::from_x_y_ranges(part.x_range(), ui.clip_rect().y_range());
    ui.ctx().rect_contains_pointer(ui.layer_id(), part.intersect(in_view))
}

fn distance(scene: &Scene<'_>, side: Side) -> f32 {
    grip_distance((scene.spread.gutter.center() - scene.spread.inner_edge(side)).abs())
}

fn inner_edge(scene: &Scene<'_>, placed: &Placed<'_>) -> f32 {
    let left = placed.at.x - placed.laid.indent;
    if placed.side == Side::Left { left + scene.spread.text[placed.side].span() } else { left }
}

fn towards_gutter(side: Side) -> f32 {
    if side == Side::Left { 1.0 } else { -1.0 }
}

/// Draws the grips, over what stands in the gutter.
pub fn show(ui: &Ui, scene: &Scene<'_>, drawn: &Pair<Drawn>, asked: &mut Vec<Command>) {
    for side in Side::BOTH {
        for &(id, centre) in &drawn[side].grips {
            let waits = scene.state.linking == Some((side, id));
            pulling::grip(ui, centre, (side, id), waits, asked);
        }
    }
}

/// Draws the link that the pointer holds: as a ribbon where it could be let go. Gives how far the side that it is drawn to
/// is to move.
pub fn held(ui: &Ui, scene: &Scene<'_>, held: &Held, gutter: &Gutter, area: Rect, asked: &mut Vec<Command>) -> f32 {
    let colours = theme::palette(ui.visuals());
    if let Some(ribbon) = &gutter.joined {
        let mut shapes = Vec::new();
        super::gutter::paint(&mut shapes, ribbon, area.y_range(), Status::Manual, Strength::Chosen, colours);
        ui.painter_at(area).add(Shape::Vec(shapes));
    }
    if let Some(from) = gutter.pulled_from {
        pulling::loose_end(ui, scene.open, held, from, area);
    }
    pulling::carry(ui, held, area, asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grip_of_a_sentence_taller_than_the_window_is_in_view() {
        let view = Rangef::new(100.0, 700.0);
        let height = |from: f32, to: f32| height_in_view(Rangef::new(from, to), view);
        assert_eq!(height(200.0, 300.0), 250.0);
        assert_eq!(height(650.0, 4000.0), 688.0);
        assert_eq!(height(-4000.0, 200.0), 112.0);
        assert_eq!(height(-4000.0, 50.0), 50.0, "out of view with its sentence");
    }
}
