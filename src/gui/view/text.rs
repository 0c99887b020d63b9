//! Laid-out text and the bytes of its document: what is under the pointer, where a selection is painted. For any text
//! that shows a stretch of a document unchanged, be it a sentence or a paragraph.

use std::sync::Arc;

use egui::epaint::text::{CharIndex, cursor::CCursor};
use egui::{Galley, Painter, Pos2, Rangef, Rect, Response, Stroke, Vec2, pos2};

use crate::gui::command::Command;
use crate::gui::marks::Lines;
use crate::gui::selection::Selection;
use crate::gui::theme::{Palette, size};
use crate::text::{Side, Span};

/// A text where it was drawn.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Whose text.
    pub side: Side,
    /// The bytes of the document that it shows.
    pub place: Span,
    /// As it is laid out.
    pub galley: Arc<Galley>,
    /// Its corner on the screen.
    pub at: Pos2,
}

impl Drawn {
    /// Where it lies on the screen.
    pub fn rect(&self) -> Rect {
        Rect::from_min_size(self.at, self.galley.size())
    }

    /// Puts the caret where the reader opens the menu of the text.
    pub fn caret_for_menu(&self, response: &Response) -> Option<Command> {
        let pointer = response.interact_pointer_pos().filter(|_| response.secondary_clicked())?;
        Some(Command::PutSelection(Selection::caret(self.side, self.byte_at(pointer))))
    }

    /// The byte of the document nearest to a place on the screen.
    pub fn byte_at(&self, pos: Pos2) -> usize {
        self.place.start + byte_at(&self.galley, pos - self.at)
    }

    /// The lines, as bytes of the document without the blank at which a line was broken, and their heights on the screen.
    pub fn lines(&self) -> Vec<(Span, Rangef)> {
        let spans = Lines::of(&self.galley).spans();
        let rows = self.galley.rows.iter().map(|row| Rangef::new(self.at.y + row.min_y(), self.at.y + row.max_y()));
        spans.into_iter().map(|span| span.shifted(self.place.start)).zip(rows).collect()
    }

    /// How far to the right a byte of the document lies on the screen.
    pub fn x_of(&self, byte: usize) -> f32 {
        let cursor = cursor_of(&self.galley, byte.saturating_sub(self.place.start));
        self.at.x + self.galley.pos_from_cursor(cursor).center().x
    }
}

/// The byte of a laid-out text nearest to a place, counted from its corner: before it the first, after it the last.
pub fn byte_at(galley: &Galley, pos: Vec2) -> usize {
    let text = galley.text();
    let cursor = galley.cursor_from_pos(pos);
    let byte = text.char_indices().nth(cursor.index.0).map_or(text.len(), |(byte, _)| byte);
    // Behind the end of a broken line is before the blank at which it was broken, not the beginning of the next line.
    let behind_line = !cursor.prefer_next_row && byte < text.len();
    match text.get(..byte).and_then(|before| before.chars().next_back()).filter(|c| behind_line && c.is_whitespace()) {
        Some(blank) => byte - blank.len_utf8(),
        None => byte,
    }
}

/// The place of a byte as the layout counts, by characters.
pub fn cursor_of(galley: &Galley, byte: usize) -> CCursor {
    let text = galley.text();
    let before = text.get(..text.floor_char_boundary(byte)).unwrap_or(text);
    CCursor { index: CharIndex(before.chars().count()), prefer_next_row: true }
}

/// Paints what is selected, as bytes of the laid-out text; to be called before the text is painted.
pub fn paint_selection(painter: &Painter, galley: &Galley, at: Pos2, selected: Span, colours: &Palette) {
    for rect in Lines::of(galley).whole_rects(selected) {
        painter.rect_filled(rect.translate(at.to_vec2()), 0.0, colours.selected);
    }
}

/// Paints the caret before a byte of the laid-out text. It does not blink: nothing on the screen moves by itself.
pub fn paint_caret(painter: &Painter, galley: &Galley, at: Pos2, byte: usize, colours: &Palette) {
    let place = galley.pos_from_cursor(cursor_of(galley, byte)).translate(at.to_vec2());
    let x = painter.round_to_pixel_center(place.center().x);
    let height = place.height() * CARET_HEIGHT;
    let ends = [pos2(x, place.center().y - height / 2.0), pos2(x, place.center().y + height / 2.0)];
    painter.line_segment(ends, Stroke::new(size::CARET, colours.accent));
}

/// The caret's part of a line's height, so that carets of neighbouring lines would not touch.
const CARET_HEIGHT: f32 = 0.84;

#[cfg(test)]
mod tests {
    use egui::{Color32, vec2};

    use super::*;
    use crate::gui::{rich, theme};

    const TEXT: &str = "über den alten Steg am Wehr";

    fn laid_out(look: impl FnOnce(Drawn)) {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let mut look = Some(look);
        let mut out = ctx.run_ui(egui::RawInput::default(), |ui| {
            let job = rich::plain(TEXT, theme::sans(16.0), Color32::BLACK, 110.0);
            let galley = ui.painter().layout_job(job);
            let place = Span::new(100, 100 + TEXT.len());
            if let Some(look) = look.take() {
                look(Drawn { side: Side::Left, place, galley, at: pos2(50.0, 20.0) });
            }
        });
        out.textures_delta.clear();
    }

    #[test]
    fn every_byte_is_found_where_it_is_drawn() {
        laid_out(|drawn| {
            assert!(drawn.galley.rows.len() >= 2);
            for (byte, _) in TEXT.char_indices() {
                let rect = drawn.galley.pos_from_cursor(cursor_of(&drawn.galley, byte));
                let hit = byte_at(&drawn.galley, rect.center().to_vec2() + vec2(0.5, 0.0));
                assert_eq!(hit, byte, "{:?}", &TEXT[byte..]);
            }
        });
    }

    #[test]
    fn beside_and_beyond_the_text_its_nearest_byte_is_hit() {
        laid_out(|drawn| {
            let lines = drawn.lines();
            assert_eq!(drawn.byte_at(pos2(0.0, 0.0)), 100);
            assert_eq!(drawn.byte_at(pos2(500.0, 900.0)), 100 + TEXT.len());
            let (first, height) = lines[0];
            assert_eq!(
                drawn.byte_at(pos2(900.0, height.center())),
                first.end,
                "before the blank at the end of the line"
            );
            assert_eq!(drawn.byte_at(pos2(0.0, lines[1].1.center())), lines[1].0.start);
            assert!(TEXT[first.start - 100..first.end - 100].starts_with("über"));
        });
    }

    #[test]
    fn a_selection_covers_whole_lines_between_its_ends() {
        laid_out(|drawn| {
            let rects = Lines::of(&drawn.galley).whole_rects(Span::new(6, TEXT.len()));
            assert_eq!(rects.len(), drawn.galley.rows.len());
            assert!(rects[0].min.x > 10.0 && rects[1].min.x < 1.0);
            assert!(rects.windows(2).all(|pair| (pair[0].max.y - pair[1].min.y).abs() < 1.5), "{rects:?}");
            assert!(Lines::of(&drawn.galley).whole_rects(Span::new(6, 6)).is_empty());
        });
    }
}
