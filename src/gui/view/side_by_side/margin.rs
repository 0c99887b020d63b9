//! The margins of a paragraph: outside its number, which sentences stand alone and which the reader mended, inside how many findings there are.

use egui::{Align2, Painter, Rangef, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo};
use egui::{accesskit::Role, pos2, vec2};

use crate::claims::Relation;
use crate::clean;
use crate::gui::command::Command;
use crate::gui::spread::TO_NUMBER;
use crate::gui::theme::{self, Palette, size};
use crate::gui::view::mended;
use crate::gui::words;
use crate::text::Side;

use super::paragraph::{Placed, Spot};
use super::scene::Scene;

/// From the text to the bar of a sentence without a counterpart.
const TO_BAR: f32 = 11.0;
/// From the text to the middle of the number of findings.
const TO_PILL: f32 = 13.0;
/// A pill, and how close two of them may stand.
const PILL: egui::Vec2 = vec2(18.0, 16.0);

/// Draws both margins of a paragraph.
pub fn show(ui: &Ui, scene: &Scene<'_>, placed: &Placed<'_>, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let (side, spots) = (placed.side, &placed.spots);
    let left = placed.at.x - placed.laid.indent;
    let right = left + scene.spread.text[side].span();
    let outer = if side == Side::Left { left } else { right };
    numbers(ui.painter(), scene, placed, outer, colours);
    alone(ui.painter(), scene, side, spots, outer, colours);
    mends(ui, scene, side, spots, outer);
    if placed.paragraph.role == clean::Role::List
        && let Some(first) = placed.laid.galley.rows.first()
    {
        let bullet = pos2(placed.at.x - placed.laid.indent / 2.0 - 1.0, placed.at.y + first.rect().center().y);
        ui.painter().circle_filled(bullet, size::DOT, colours.ink);
    }
    let inner = if side == Side::Left { right + TO_PILL } else { left - TO_PILL };
    pills(ui, scene, side, spots, inner, asked);
}

/// Away from the text: to the left of the left article, to the right of the right one.
fn outwards(side: Side) -> f32 {
    if side == Side::Left { -1.0 } else { 1.0 }
}

/// The number of the paragraph's first sentence, and that of the sentence that the reader is at.
fn numbers(painter: &Painter, scene: &Scene<'_>, placed: &Placed<'_>, outer: f32, colours: &Palette) {
    let (side, spots) = (placed.side, &placed.spots);
    let x = outer + outwards(side) * TO_NUMBER;
    let align = if side == Side::Left { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
    let at = spots.iter().find(|spot| scene.at == Some((side, spot.id)));
    let number = |spot: &Spot, font, colour| {
        if let Some(line) = spot.lines.first() {
            painter.text(pos2(x, line.center().y), align, spot.id + 1, font, colour);
        }
    };
    let first = spots.first().filter(|spot| spot.id == placed.paragraph.sentences.start);
    if let Some(first) = first.filter(|first| at.is_none_or(|at| !is_on_line_of(at, first))) {
        number(first, theme::sans(theme::TINY), colours.quiet);
    }
    if let Some(at) = at {
        number(at, theme::bold(theme::SMALL), colours.side[side]);
        let bar = Rect::from_x_y_ranges(
            outer + outwards(side) * (TO_BAR + 1.5)..=outer + outwards(side) * (TO_BAR - 1.5),
            at.extent,
        );
        let bar = Rect::from_two_pos(bar.min, bar.max);
        painter.rect_filled(bar, theme::round::BAR, colours.accent);
    }
}

/// Whether two sentences begin on one line.
fn is_on_line_of(one: &Spot, other: &Spot) -> bool {
    one.lines.first().map(Rect::top) == other.lines.first().map(Rect::top)
}

/// A dotted bar beside each sentence for which no counterpart was found.
fn alone(painter: &Painter, scene: &Scene<'_>, side: Side, spots: &[Spot], outer: f32, colours: &Palette) {
    let x = painter.round_to_pixel_center(outer + outwards(side) * TO_BAR);
    for spot in spots.iter().filter(|spot| scene.at != Some((side, spot.id))) {
        if scene.open.reading.links(side, spot.id).is_empty() {
            let y = Rangef::new(spot.extent.min + 3.0, (spot.extent.max - 2.0).max(spot.extent.min + 4.0));
            painter.extend(dotted(x, y, colours));
        }
    }
}

/// The bar beside a sentence without a counterpart.
pub fn dotted(x: f32, y: Rangef, colours: &Palette) -> Vec<Shape> {
    Shape::dotted_line(&[pos2(x, y.min), pos2(x, y.max)], colours.quiet, 4.0, 1.0)
}

/// The signs of mended sentences: under a number where their line has one, else in its place; one below the other where two
/// begin on one line.
fn mends(ui: &Ui, scene: &Scene<'_>, side: Side, spots: &[Spot], outer: f32) {
    let x = outer + outwards(side) * (TO_NUMBER + mended::UNDER_NUMBER.x);
    let has_number = |spot: &Spot| {
        let mut numbered = spots.iter().take(1).chain(spots.iter().filter(|spot| scene.at == Some((side, spot.id))));
        numbered.any(|numbered| is_on_line_of(spot, numbered))
    };
    let mut lowest = f32::NEG_INFINITY;
    for spot in spots.iter().filter(|spot| scene.open.mends_of(side, spot.id).next().is_some()) {
        let Some(line) = spot.lines.first() else { continue };
        let below = if has_number(spot) { mended::UNDER_NUMBER.y } else { 0.0 };
        lowest = (line.center().y + below).max(lowest + MEND);
        mended::sign(ui, scene.open, (side, spot.id), pos2(x, lowest));
    }
}

/// How close two signs of mended sentences may stand.
const MEND: f32 = 10.0;

/// How many listed findings have words in each sentence; a click chooses the first.
fn pills(ui: &Ui, scene: &Scene<'_>, side: Side, spots: &[Spot], x: f32, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let mut lowest = f32::NEG_INFINITY;
    for spot in spots {
        let findings = scene.findings(side, spot.id);
        let (Some(&first), Some(line)) = (findings.first(), spot.lines.first()) else { continue };
        let y = line.center().y.max(lowest + PILL.y + 1.0);
        lowest = y;
        let conflict = findings.iter().any(|&id| {
            scene.open.comparison.findings.get(id).is_some_and(|finding| finding.relation == Relation::Conflict)
        });
        let told = words::count(findings.len(), "finding", "findings") + if conflict { ", one a conflict" } else { "" };
        let rect = Rect::from_center_size(pos2(x, y), PILL);
        let response = ui
            .interact(rect, ui.scope_id().with(("findings", side, spot.id)), Sense::click())
            .on_hover_cursor(egui::CursorIcon::PointingHand);
        let name = format!("{told} in {} sentence {}", words::side(side), spot.id + 1);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let edge = if response.has_focus() {
            Stroke::new(theme::line::STRONG, colours.accent)
        } else {
            Stroke::new(theme::line::HAIR, colours.quiet)
        };
        let (fill, ink) = if conflict { (colours.ink, colours.paper) } else { (colours.card, colours.ink) };
        ui.painter().rect(rect, theme::round::CARD, fill, edge, StrokeKind::Inside);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, findings.len(), theme::bold(theme::TINY), ink);
        if response.on_hover_text(words::capitalised(&told)).clicked() {
            asked.push(Command::ChooseFinding(first));
        }
    }
}
