//! One sentence with its marks.

use std::sync::Arc;

use egui::text_selection::LabelSelectionState;
use egui::{
    CornerRadius, Galley, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use crate::gui::marks::{self, Difference, Lines, Mark};
use crate::gui::theme::{self, Palette, size};
use crate::text::{Side, Span};

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

/// Draws a sentence at a place; its text can be selected and clicked.
pub fn sentence(ui: &mut Ui, at: Pos2, what: &Sentence<'_>) -> Response {
    let colours = theme::palette(ui.visuals());
    let rect = Rect::from_min_size(at, what.galley.size());
    let id = ui.scope_id().with(("sentence", what.side, what.id));
    let response = ui.interact(rect, id, Sense::click_and_drag()).on_hover_cursor(egui::CursorIcon::Text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, what.galley.text()));
    number(ui.painter(), at, what, colours);
    backgrounds(ui.painter(), at, what, colours);
    LabelSelectionState::label_text_selection(ui, &response, at, what.galley.clone(), colours.ink, Stroke::NONE);
    response
}

/// The number in the margin, on the first line; the bullet of a list item.
fn number(painter: &Painter, at: Pos2, what: &Sentence<'_>, colours: &Palette) {
    let first = what.galley.rows.first().map_or(20.0, |row| row.height());
    let y = at.y + first / 2.0;
    let x = at.x - what.indent() - 13.0;
    painter.text(pos2(x, y), egui::Align2::RIGHT_CENTER, what.number(), theme::sans(11.5), colours.side[what.side]);
    if what.bullet {
        painter.circle_filled(pos2(at.x - what.indent() / 2.0 - 1.0, y), 2.4, colours.ink);
    }
}

fn backgrounds(painter: &Painter, at: Pos2, what: &Sentence<'_>, colours: &Palette) {
    let all = Lines::of(what.galley);
    let lines = |span: Span| all.rects(span).into_iter().map(move |rect| text_rect(rect.translate(at.to_vec2())));
    if marks::throughout(what.marks, what.galley.text()) {
        let x = at.x - what.indent();
        let bar = Rect::from_min_max(pos2(x - 8.0, at.y + 2.0), pos2(x - 5.0, at.y + what.galley.size().y - 2.0));
        painter.rect_filled(bar, CornerRadius::same(1), colours.side[what.side]);
    } else {
        for mark in what.marks {
            for rect in lines(mark.span) {
                paint_difference(painter, rect, mark.difference, what.side, colours);
            }
        }
    }
    for &span in what.found {
        for rect in lines(span) {
            painter.rect_filled(rect.expand2(vec2(1.0, 0.0)), CornerRadius::same(2), colours.mark_faint);
        }
    }
    for rect in what.chosen.into_iter().flat_map(lines) {
        paint_chosen(painter, rect, colours);
    }
}

/// The part of a line of text that letters fill.
pub(super) fn text_rect(line: Rect) -> Rect {
    let height = (line.height() * LETTERS).min(line.height());
    Rect::from_center_size(line.center(), vec2(line.width(), height))
}

/// The part of a line's height that letters with their ascenders and descenders take up.
const LETTERS: f32 = 0.86;

/// Paints how words differ: a tint, and a line whose shape says what the colour says.
pub fn paint_difference(painter: &Painter, rect: Rect, difference: Difference, side: Side, colours: &Palette) {
    let colour = if difference == Difference::Moved { colours.moved } else { colours.side[side] };
    if difference != Difference::Moved {
        painter.rect_filled(rect.expand2(vec2(1.0, 0.0)), CornerRadius::same(2), colours.tint[side]);
    }
    let y = painter.round_to_pixel_center(rect.bottom() - 0.5);
    let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
    match difference {
        Difference::Only => {
            painter.line_segment(ends, Stroke::new(1.4, colour));
        }
        Difference::Replaced => painter.extend(Shape::dotted_line(&ends, colour, 4.0, 1.1)),
        Difference::Moved => painter.extend(Shape::dashed_line(&ends, Stroke::new(1.6, colour), 6.0, 3.5)),
    }
}

/// Paints the words of the chosen finding: a filled box with an edge.
pub fn paint_chosen(painter: &Painter, rect: Rect, colours: &Palette) {
    let rect = rect.expand2(vec2(1.0, 0.5));
    painter.rect(rect, CornerRadius::same(3), colours.mark, Stroke::new(1.3, colours.mark_edge), StrokeKind::Middle);
}
