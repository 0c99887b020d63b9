//! One sentence with its marks.

use std::sync::Arc;

use egui::emath::TSTransform;
use egui::text_selection::{CCursorRange, accesskit_text::update_accesskit_for_text_widget};
use egui::{
    Galley, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2,
    vec2,
};

use crate::gui::marks::{self, Difference, Lines, Mark};
use crate::gui::theme::{self, Palette, size};
use crate::text::{Side, Span};

use super::text;

/// A sentence and everything that is painted with it.
pub struct Sentence<'a> {
    /// Whose it is.
    pub side: Side,
    /// Its number in its article, from 0.
    pub id: usize,
    /// The laid-out text.
    pub galley: &'a Arc<Galley>,
    /// The differing words.
    pub marks: &'a [Mark],
    /// The words of the chosen finding.
    pub chosen: Option<Span>,
    /// The words of the row's other findings.
    pub found: &'a [Span],
    /// The words that are looked for, each with whether it was gone to.
    pub hits: &'a [(Span, bool)],
    /// What of it is selected.
    pub selected: Option<Span>,
    /// The byte before which the caret stands.
    pub caret: Option<usize>,
    /// It is an item of a list.
    pub bullet: bool,
    /// It stands in the row of another group, too.
    pub again: bool,
}

impl Sentence<'_> {
    /// The room that the bullet takes before the text.
    fn indent(&self) -> f32 {
        if self.bullet { size::BULLET } else { 0.0 }
    }

    /// Its number as people count; in brackets where it stands elsewhere, too.
    fn number(&self) -> String {
        if self.again { format!("({})", self.id + 1) } else { (self.id + 1).to_string() }
    }
}

/// Draws a sentence at a place; it can be clicked. What is selected in it is taken up by [`selecting`](super::selecting).
pub fn sentence(ui: &mut Ui, at: Pos2, what: &Sentence<'_>) -> Response {
    let colours = theme::palette(ui.visuals());
    let rect = Rect::from_min_size(at, what.galley.size());
    let id = ui.scope_id().with(("sentence", what.side, what.id));
    let response = ui.interact(rect, id, Sense::click_and_drag()).on_hover_cursor(egui::CursorIcon::Text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, what.galley.text()));
    tell(&response, at, what);
    number(ui.painter(), at, what, colours);
    backgrounds(ui.painter(), at, what, colours);
    if let Some(selected) = what.selected {
        text::paint_selection(ui.painter(), what.galley, at, selected, colours);
    }
    ui.painter().galley(at, what.galley.clone(), colours.ink);
    if let Some(byte) = what.caret.filter(|_| what.selected.is_none()) {
        text::paint_caret(ui.painter(), what.galley, at, byte, colours);
    }
    response
}

/// Tells screen readers the lines, and what of them is selected.
fn tell(response: &Response, at: Pos2, what: &Sentence<'_>) {
    let cursor = |byte: usize| text::cursor_of(what.galley, byte);
    let selected = what.selected.map(|span| CCursorRange::two(cursor(span.start), cursor(span.end)));
    let range = selected.or_else(|| what.caret.map(|byte| CCursorRange::one(cursor(byte))));
    let to_screen = TSTransform::from_translation(at.to_vec2());
    update_accesskit_for_text_widget(&response.ctx, response.id, range, to_screen, what.galley);
}

/// The number in the margin, on the first line; the bullet of a list item.
fn number(painter: &Painter, at: Pos2, what: &Sentence<'_>, colours: &Palette) {
    let first = what.galley.rows.first().map_or(20.0, |row| row.height());
    let y = at.y + first / 2.0;
    let x = at.x - what.indent() - 13.0;
    painter.text(
        pos2(x, y),
        egui::Align2::RIGHT_CENTER,
        what.number(),
        theme::sans(theme::TINY),
        colours.side[what.side],
    );
    if what.bullet {
        let bullet = pos2(at.x - what.indent() / 2.0 - 1.0, y);
        painter.circle_filled(bullet, size::DOT, colours.ink);
    }
}

fn backgrounds(painter: &Painter, at: Pos2, what: &Sentence<'_>, colours: &Palette) {
    let all = Lines::of(what.galley);
    let lines = |span: Span| all.rects(span).into_iter().map(move |rect| letters(rect.translate(at.to_vec2())));
    if marks::throughout(what.marks, what.galley.text()) {
        let x = at.x - what.indent();
        let bar = Rect::from_min_max(pos2(x - 8.0, at.y + 2.0), pos2(x - 5.0, at.y + what.galley.size().y - 2.0));
        painter.rect_filled(bar, theme::round::BAR, colours.side[what.side]);
    } else {
        for mark in what.marks {
            for rect in lines(mark.span) {
                paint_difference(painter, rect, mark.difference, what.side, colours);
            }
        }
    }
    for &span in what.found {
        for rect in lines(span) {
            painter.rect_filled(rect.expand2(size::AROUND_WORDS), theme::round::WORDS, colours.mark_faint);
        }
    }
    for rect in what.chosen.into_iter().flat_map(lines) {
        paint_chosen(painter, rect, colours);
    }
    for &(span, now) in what.hits {
        for rect in lines(span) {
            paint_hit(painter, rect, now, colours);
        }
    }
}

/// The part of a line of text that letters fill.
pub fn letters(line: Rect) -> Rect {
    let height = (line.height() * LETTERS).min(line.height());
    Rect::from_center_size(line.center(), vec2(line.width(), height))
}

/// The part of a line's height that letters with their ascenders and descenders take up.
const LETTERS: f32 = 0.86;

/// Paints how words differ: a tint, and a line whose shape says what the colour says.
pub fn paint_difference(painter: &Painter, rect: Rect, difference: Difference, side: Side, colours: &Palette) {
    let colour = if difference == Difference::Moved { colours.moved } else { colours.side[side] };
    if difference != Difference::Moved {
        painter.rect_filled(rect.expand2(size::AROUND_WORDS), theme::round::WORDS, colours.tint[side]);
    }
    let y = painter.round_to_pixel_center(rect.bottom() - 0.5);
    let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
    match difference {
        Difference::Only => {
            painter.line_segment(ends, Stroke::new(theme::line::SIGN, colour));
        }
        Difference::Replaced => painter.extend(Shape::dotted_line(&ends, colour, 4.0, 1.1)),
        Difference::Moved => {
            painter.extend(Shape::dashed_line(&ends, Stroke::new(theme::line::FIRM, colour), 6.0, 3.5));
        }
    }
}

/// Paints the words of the chosen finding: a filled box with an edge.
pub fn paint_chosen(painter: &Painter, rect: Rect, colours: &Palette) {
    let rect = rect.expand2(vec2(1.0, 0.5));
    painter.rect(
        rect,
        theme::round::BOX,
        colours.mark,
        Stroke::new(theme::line::SIGN, colours.mark_edge),
        StrokeKind::Middle,
    );
}

/// Paints words that are looked for: a box with a fine edge, with a strong one where they were gone to.
pub fn paint_hit(painter: &Painter, rect: Rect, now: bool, colours: &Palette) {
    let (fill, width) = if now { (colours.hit_now, 1.8) } else { (colours.hit, 0.8) };
    let rect = rect.expand2(vec2(1.0, 0.5));
    painter.rect(rect, theme::round::BOX, fill, Stroke::new(width, colours.hit_edge), StrokeKind::Middle);
}
