//! Which words of a sentence are marked and where they lie on the screen.

use egui::epaint::text::CharIndex;
use egui::{Galley, Rect, pos2};

use crate::text::{Side, Span};
use crate::wording::{Op, Piece};

/// How words differ from the other source; each has its own shape besides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Only this source has them: a solid line.
    Only,
    /// The other source has other words in their place: a dotted line.
    Replaced,
    /// The other source has them elsewhere: a dashed line.
    Moved,
}

impl Difference {
    /// How words differ to which this happened; `None` where they are the same.
    pub fn of(op: Op) -> Option<Self> {
        match op {
            Op::Equal => None,
            Op::Delete | Op::Insert => Some(Self::Only),
            Op::Replace => Some(Self::Replaced),
            Op::Move => Some(Self::Moved),
        }
    }
}

/// Words that differ, as bytes of their sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The bytes in the sentence.
    pub span: Span,
    /// How they differ.
    pub difference: Difference,
}

/// The differing words of a sentence that lies at `place` in its document's text.
pub fn of_sentence(pieces: &[Piece], side: Side, place: Span, text: &str, hide_typographic: bool) -> Vec<Mark> {
    let mut marks = Vec::new();
    for piece in pieces.iter().filter(|piece| !(hide_typographic && piece.typographic)) {
        let Some(difference) = Difference::of(piece.op) else { continue };
        let inside = piece.spans[side].and_then(|span| span.intersection(place));
        let Some(span) = inside.and_then(|span| trimmed(text, span.start - place.start, span.end - place.start)) else {
            continue;
        };
        marks.push(Mark { span, difference });
    }
    marks
}

/// Whether hardly a word of a sentence is left unmarked: then a bar beside it says more than a line under every word.
pub fn throughout(marks: &[Mark], text: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let marked: usize =
        marks.iter().filter(|mark| mark.difference != Difference::Moved).map(|mark| letters(mark.span.of(text))).sum();
    let all = letters(text);
    all > 0 && marked * 100 >= all * THROUGHOUT
}

/// From this share of its letters on a sentence counts as reworded throughout, in percent.
const THROUGHOUT: usize = 92;

/// A span without the white space at its ends; `None` where nothing is left.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let part = text.get(start..end)?;
    Span::within(text, part.trim()).filter(|span| !span.is_empty())
}

/// The lines of a laid-out text with the bytes at which they begin, so that many marks are found in one pass.
pub struct Lines<'a> {
    galley: &'a Galley,
    begins: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of a galley.
    pub fn of(galley: &'a Galley) -> Self {
        let mut rest = galley.text().chars();
        let mut at = 0;
        let begins = galley
            .rows
            .iter()
            .map(|row| {
                let begin = at;
                at += rest.by_ref().take(row.char_count_including_newline().0).map(char::len_utf8).sum::<usize>();
                begin
            })
            .collect();
        Self { galley, begins }
    }

    /// The bytes of each line, without the blank at which it was broken.
    pub fn spans(&self) -> Vec<Span> {
        (0..self.begins.len()).map(|line| self.seen(self.span(line))).collect()
    }

    /// Where bytes of the text lie, line by line, counted from the galley's corner. The blank at which a line was
    /// broken is not seen, so it is left out.
    pub fn rects(&self, span: Span) -> Vec<Rect> {
        self.lines_with(span).filter_map(|(line, part)| self.rect(line, self.seen(part))).collect()
    }

    /// The same with the blanks at which lines were broken, so that nothing is missing between two lines.
    pub fn whole_rects(&self, span: Span) -> Vec<Rect> {
        self.lines_with(span).filter_map(|(line, part)| self.rect(line, part)).collect()
    }

    /// The lines that hold bytes of a span, each with its part of it.
    fn lines_with(&self, span: Span) -> impl Iterator<Item = (usize, Span)> {
        let first = self.begins.partition_point(|&begin| begin <= span.start).saturating_sub(1);
        let parts = (first..self.begins.len()).map(move |line| (line, self.span(line)));
        parts
            .take_while(move |(_, of_line)| of_line.start < span.end)
            .filter_map(move |(line, of_line)| Some((line, of_line.intersection(span)?)))
    }

    fn span(&self, line: usize) -> Span {
        let end = self.galley.text().len();
        let begin = |line: usize| self.begins.get(line).copied().unwrap_or(end);
        Span::new(begin(line), begin(line + 1))
    }

    fn seen(&self, part: Span) -> Span {
        Span::new(part.start, part.start + part.of(self.galley.text()).trim_end().len())
    }

    /// Where a part of a line lies; nowhere if nothing of it is seen.
    fn rect(&self, line: usize, part: Span) -> Option<Rect> {
        let row = self.galley.rows.get(line)?;
        let begin = self.span(line).start;
        let chars = |to: usize| self.galley.text().get(begin..to).map_or(0, |before| before.chars().count());
        let (from, to) = (chars(part.start), chars(part.end).min(row.char_count_excluding_newline().0));
        let x = |at: usize| row.pos.x + row.x_offset(CharIndex(at));
        (from < to).then(|| Rect::from_min_max(pos2(x(from), row.min_y()), pos2(x(to), row.max_y())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Pair;

    fn piece(op: Op, left: Option<Span>, typographic: bool) -> Piece {
        Piece { op, spans: Pair::new(left, None), typographic }
    }

    #[test]
    fn marks_are_cut_to_the_sentence_and_trimmed() {
        let pieces = [piece(Op::Delete, Some(Span::new(5, 30)), false)];
        let marks = of_sentence(&pieces, Side::Left, Span::new(10, 22), "the old weir", false);
        assert_eq!(marks, [Mark { span: Span::new(0, 12), difference: Difference::Only }]);
        let pieces = [piece(Op::Replace, Some(Span::new(13, 18)), false)];
        let marks = of_sentence(&pieces, Side::Left, Span::new(10, 22), "the old weir", false);
        assert_eq!(marks, [Mark { span: Span::new(4, 7), difference: Difference::Replaced }]);
    }

    #[test]
    fn typographic_differences_can_be_hidden() {
        let pieces = [piece(Op::Replace, Some(Span::new(0, 3)), true)];
        assert!(of_sentence(&pieces, Side::Left, Span::new(0, 12), "the old weir", true).is_empty());
        assert_eq!(of_sentence(&pieces, Side::Left, Span::new(0, 12), "the old weir", false).len(), 1);
    }

    #[test]
    fn equal_words_and_the_other_side_are_not_marked() {
        let pieces = [piece(Op::Equal, Some(Span::new(0, 3)), false), piece(Op::Insert, None, false)];
        assert!(of_sentence(&pieces, Side::Left, Span::new(0, 12), "the old weir", false).is_empty());
    }

    #[test]
    fn a_span_that_does_not_fit_the_text_is_passed_over() {
        let pieces = [piece(Op::Delete, Some(Span::new(1, 2)), false)];
        assert!(of_sentence(&pieces, Side::Left, Span::new(0, 4), "übe", false).is_empty());
    }

    #[test]
    fn only_a_sentence_marked_from_end_to_end_is_reworded_throughout() {
        let mark = |start, end| Mark { span: Span::new(start, end), difference: Difference::Replaced };
        assert!(throughout(&[mark(0, 12)], "the old weir."));
        assert!(!throughout(&[mark(0, 7)], "the old weir."));
        assert!(!throughout(&[], "…"));
    }

    #[test]
    fn marked_words_are_found_on_the_lines_they_wrap_to() {
        let ctx = egui::Context::default();
        super::super::theme::install(&ctx);
        let mut rows = Vec::new();
        let mut out = ctx.run_ui(egui::RawInput::default(), |ui| {
            let job = super::super::rich::plain(
                "über den alten Steg",
                super::super::theme::sans(16.0),
                egui::Color32::BLACK,
                90.0,
            );
            let galley = ui.painter().layout_job(job);
            rows = Lines::of(&galley).rects(Span::new(6, 20));
        });
        out.textures_delta.clear();
        assert!(rows.len() >= 2, "{rows:?}");
        assert!(rows[0].min.x > 10.0 && rows[1].min.x < 1.0, "{rows:?}");
    }
}
