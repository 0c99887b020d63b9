//! A paragraph as running text: laid out for a width, painted with what stands out in it, and a sentence told from where
//! the pointer is.

use std::sync::Arc;

use egui::{Context, CornerRadius, Galley, Painter, Pos2, Rangef, Rect, Response, Sense, Stroke, Ui, vec2};

use crate::clean::Role;
use crate::gui::marks::{self, Lines};
use crate::gui::model::RowKey;
use crate::gui::reading::Paragraph;
use crate::gui::rich;
use crate::gui::state::Open;
use crate::gui::theme::{self, Palette, Strength, size};
use crate::gui::view::list::Laid;
use crate::gui::view::{cell, row, text};
use crate::text::{Side, Span};

use super::scene::Scene;

/// A paragraph in its place, counted from the top of its row.
pub struct ParagraphLaid {
    /// The text.
    pub galley: Arc<Galley>,
    /// The room above and below it.
    pub around: Around,
    /// How far it is indented.
    pub indent: f32,
}

/// The room above and below a paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Around {
    /// Above.
    pub above: f32,
    /// Below.
    pub below: f32,
}

impl Laid for ParagraphLaid {
    fn height(&self) -> f32 {
        (self.around.above + self.galley.size().y + self.around.below).ceil()
    }
}

/// The room around a paragraph of an article.
pub fn around(open: &Open, side: Side, number: usize) -> Around {
    let paragraphs = &open.reading.paragraphs[side];
    let room = room_below(paragraphs, number);
    let below = if open.flow[side].has_signs_after(number) { room.min(BEFORE_SIGNS) } else { room };
    Around { above: room_above(paragraphs, number), below }
}

/// Below a paragraph, where signs follow that have the rest of its room.
pub const BEFORE_SIGNS: f32 = size::BETWEEN_PARAGRAPHS * 0.4;

/// The room above a paragraph: more above titles and at the top of the article.
fn room_above(paragraphs: &[Paragraph], number: usize) -> f32 {
    match (number, paragraphs.get(number).map(|paragraph| paragraph.role)) {
        (0, _) => size::BETWEEN_PARAGRAPHS * 1.5,
        (_, Some(Role::Headline | Role::Subheading)) => size::BETWEEN_PARAGRAPHS,
        _ => 0.0,
    }
}

/// The room below a paragraph: less below titles, more at the end of the article.
pub fn room_below(paragraphs: &[Paragraph], number: usize) -> f32 {
    let role = |at: usize| paragraphs.get(at).map(|paragraph| paragraph.role);
    match (role(number), role(number + 1)) {
        (_, None) => size::BETWEEN_PARAGRAPHS * 4.0,
        (Some(Role::List), Some(Role::List)) => size::BETWEEN_PARAGRAPHS * 0.4,
        (Some(Role::Headline | Role::Subheading), _) => size::BETWEEN_PARAGRAPHS * 0.7,
        _ => size::BETWEEN_PARAGRAPHS,
    }
}

fn indent(role: Role) -> f32 {
    if role == Role::List { size::BULLET } else { 0.0 }
}

/// About how high a paragraph will be.
pub fn estimate(open: &Open, side: Side, number: usize, width: f32) -> f32 {
    let paragraphs = &open.reading.paragraphs[side];
    let Some(paragraph) = paragraphs.get(number) else { return 0.0 };
    let around = around(open, side, number);
    let text = paragraph.span.of(&open.comparison.documents[side].text);
    around.above + rich::estimated_height(text, paragraph.role, width - indent(paragraph.role)) + around.below
}

/// Lays a paragraph out.
pub fn lay(ctx: &Context, open: &Open, side: Side, number: usize, width: f32, colours: &Palette) -> ParagraphLaid {
    let paragraphs = &open.reading.paragraphs[side];
    let role = paragraphs.get(number).map_or(Role::Body, |paragraph| paragraph.role);
    let span = paragraphs.get(number).map_or(Span::default(), |paragraph| paragraph.span);
    // Lines broken in the file run on; each sign takes as many bytes as before, so places stay what they are.
    let text = span.of(&open.comparison.documents[side].text).replace(['\n', '\r', '\t'], " ");
    let job = rich::sentence(&text, role, colours.ink, width - indent(role));
    let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
    ParagraphLaid { galley, around: around(open, side, number), indent: indent(role) }
}

/// A sentence of a paragraph on the screen.
pub struct Spot {
    /// Which sentence.
    pub id: usize,
    /// The lines it stands on, or parts of them.
    pub lines: Vec<Rect>,
    /// From where to where it reaches; a line that two sentences share is parted between them.
    pub extent: Rangef,
}

/// A paragraph where it is drawn.
pub struct Placed<'a> {
    /// Whose.
    pub side: Side,
    /// Its sentences and its part in the article.
    pub paragraph: &'a Paragraph,
    /// As it is laid out.
    pub laid: &'a ParagraphLaid,
    /// Where its text begins on the screen.
    pub at: Pos2,
    /// Where its sentences stand.
    pub spots: Vec<Spot>,
}

/// Where the sentences of a paragraph stand, whose text begins at a place.
pub fn spots(open: &Open, side: Side, paragraph: &Paragraph, laid: &ParagraphLaid, at: Pos2, width: f32) -> Vec<Spot> {
    let document = &open.comparison.documents[side];
    let lines = Lines::of(&laid.galley);
    let spot = |id: usize| {
        let span = document.sentences.get(id)?.span;
        let rects = lines.rects(within(span, paragraph));
        let extent = extent(&rects, width)?;
        let lines = rects.into_iter().map(|rect| rect.translate(at.to_vec2())).collect();
        Some(Spot { id, lines, extent: Rangef::new(extent.min + at.y, extent.max + at.y) })
    };
    paragraph.sentences.clone().filter_map(spot).collect()
}

/// A span of the document as bytes of the paragraph.
fn within(span: Span, paragraph: &Paragraph) -> Span {
    let from = paragraph.span.start;
    Span::new(span.start.saturating_sub(from), span.end.saturating_sub(from))
}

/// From where to where words on these lines reach: of the first and the last line as much as they take up of its width.
fn extent(lines: &[Rect], width: f32) -> Option<Rangef> {
    let (first, last) = (lines.first()?, lines.last()?);
    let part = |x: f32| (x / width.max(1.0)).clamp(0.0, 1.0);
    let from = first.top() + first.height() * part(first.left());
    let to = last.top() + last.height() * part(last.right());
    Some(Rangef::new(from, to.max(from + LEAST_EXTENT)))
}

/// A short sentence still has a ribbon that can be seen.
const LEAST_EXTENT: f32 = 3.0;

/// Paints a paragraph with everything that stands out in it. Its text can be selected; the response is that of the whole.
pub fn paint(ui: &Ui, scene: &Scene<'_>, placed: &Placed<'_>) -> Response {
    let colours = theme::palette(ui.visuals());
    let rect = Rect::from_min_size(placed.at, placed.laid.galley.size());
    let first = placed.spots.first().map_or(0, |spot| spot.id);
    let id = ui.scope_id().with(("paragraph", placed.side, first));
    // Not to be reached by Tab: its sentences are.
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG).on_hover_cursor(egui::CursorIcon::Text);
    let painter = ui.painter();
    for spot in &placed.spots {
        ground(painter, scene, placed.side, spot, colours);
    }
    let lines = Lines::of(&placed.laid.galley);
    for spot in &placed.spots {
        differences(painter, scene, placed, spot, &lines, colours);
    }
    searched(painter, scene, placed, &lines, colours);
    words(painter, scene, placed, colours);
    for spot in placed.spots.iter().filter(|spot| !scene.is_shown(placed.side, spot.id)) {
        for line in &spot.lines {
            painter.rect_filled(line.expand(theme::line::HAIR), CornerRadius::ZERO, colours.veil());
        }
    }
    response
}

/// Paints the letters, and what is selected of them. The text of the galley is that of the paragraph byte for byte, so what
/// is selected in the document is selected here at the same distance from where the paragraph begins.
fn words(painter: &Painter, scene: &Scene<'_>, placed: &Placed<'_>, colours: &Palette) {
    let (galley, at) = (&placed.laid.galley, placed.at);
    let (selected, caret) = scene.state.selected_within(placed.side, placed.paragraph.span);
    if let Some(selected) = selected {
        text::paint_selection(painter, galley, at, selected, colours);
    }
    painter.galley(at, galley.clone(), colours.ink);
    if let Some(caret) = caret {
        text::paint_caret(painter, galley, at, caret, colours);
    }
}

/// Behind a sentence that is chosen or that the pointer means.
fn ground(painter: &Painter, scene: &Scene<'_>, side: Side, spot: &Spot, colours: &Palette) {
    let fill = if scene.is_held(side, spot.id) {
        colours.ribbon(Strength::Hovered)
    } else if scene.is_chosen(side, spot.id) {
        colours.chosen
    } else if scene.is_lit(side, spot.id) {
        colours.hovered
    } else {
        return;
    };
    for line in &spot.lines {
        painter.rect_filled(line.expand2(vec2(theme::line::BAR, 0.0)), theme::round::BOX, fill);
    }
}

/// In a sentence of the chosen row: how its words differ, and the words of findings.
fn differences(
    painter: &Painter,
    scene: &Scene<'_>,
    placed: &Placed<'_>,
    spot: &Spot,
    lines: &Lines<'_>,
    colours: &Palette,
) {
    let (side, at) = (placed.side, placed.at);
    let (Some(row), true) = (scene.state.chosen_row(), scene.is_chosen(side, spot.id)) else { return };
    let comparison = &scene.open.comparison;
    let document = &comparison.documents[side];
    let Some(place) = document.sentences.get(spot.id).map(|sentence| sentence.span) else { return };
    let start = place.start.saturating_sub(placed.paragraph.span.start);
    let rects = |span: Span| {
        let rects = lines.rects(Span::new(span.start + start, span.end + start));
        rects.into_iter().map(move |rect| cell::letters(rect.translate(at.to_vec2())))
    };
    let pieces = match row.key {
        RowKey::Group(group) => comparison.wording.get(group).map_or(&[][..], Vec::as_slice),
        RowKey::Alone(..) => &[],
    };
    let text = document.sentence(spot.id);
    let marks = marks::of_sentence(pieces, side, place, text, scene.state.settings.hide_typographic);
    if marks::throughout(&marks, text) {
        let bar = Rangef::new(spot.extent.min + 1.0, spot.extent.max - 1.0);
        let x = at.x - placed.laid.indent - TO_BAR;
        painter.vline(x, bar, Stroke::new(theme::line::BAR, colours.side[side]));
    } else {
        for mark in &marks {
            for rect in rects(mark.span) {
                cell::paint_difference(painter, rect, mark.difference, side, colours);
            }
        }
    }
    let (chosen, found) = row::found(scene.state, scene.open, row, side, spot.id);
    for rect in found.into_iter().flat_map(&rects) {
        painter.rect_filled(rect.expand2(size::AROUND_WORDS), theme::round::WORDS, colours.mark_faint);
    }
    for rect in chosen.into_iter().flat_map(&rects) {
        cell::paint_chosen(painter, rect, colours);
    }
}

/// From the text to the bar of a sentence that is reworded throughout.
const TO_BAR: f32 = 5.0;

/// The words that are looked for.
fn searched(painter: &Painter, scene: &Scene<'_>, placed: &Placed<'_>, lines: &Lines<'_>, colours: &Palette) {
    let Some(find) = &scene.state.find else { return };
    for (span, now) in find.within(placed.side, placed.paragraph.span, None) {
        for rect in lines.rects(span) {
            cell::paint_hit(painter, cell::letters(rect.translate(placed.at.to_vec2())), now, colours);
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    fn paragraph(role: Role) -> Paragraph {
        Paragraph { span: Span::new(0, 10), sentences: 0..1, role }
    }

    #[test]
    fn a_line_that_two_sentences_share_is_parted_between_them() {
        let line = |from: f32, to: f32, y: f32| Rect::from_min_max(pos2(from, y), pos2(to, y + 24.0));
        let one = extent(&[line(0.0, 400.0, 0.0), line(0.0, 100.0, 24.0)], 400.0).expect("it has lines");
        let two = extent(&[line(100.0, 400.0, 24.0), line(0.0, 200.0, 48.0)], 400.0).expect("it has lines");
        assert_eq!((one.min, one.max), (0.0, 30.0));
        assert_eq!((two.min, two.max), (30.0, 60.0));
        assert_eq!(extent(&[], 400.0), None);
    }

    #[test]
    fn titles_stand_apart_and_list_items_together() {
        let all = [Role::Headline, Role::Lead, Role::List, Role::List, Role::Body].map(paragraph);
        assert!(room_below(&all, 2) < room_below(&all, 1));
        assert!(room_above(&all, 0) > 0.0 && room_above(&all, 1) == 0.0);
        assert!(room_below(&all, 4) > room_below(&all, 1));
    }
}
