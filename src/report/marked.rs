//! A sentence cut where its wording differs from the other source's.

use crate::text::{Side, Span};
use crate::wording::{Op, Piece};

/// The stretches of a sentence, each with what happened to it; `None` where both sources say the same, or differ in
/// typography only. Put together they are the sentence.
pub(super) fn marked<'a>(text: &'a str, place: Span, pieces: &[Piece], side: Side) -> Vec<(&'a str, Option<Op>)> {
    let differing = pieces.iter().filter(|piece| piece.op != Op::Equal && !piece.typographic);
    let mut here: Vec<(Span, Op)> =
        differing.filter_map(|piece| Some((piece.spans[side]?.intersection(place)?, piece.op))).collect();
    here.sort_by_key(|(span, _)| *span);
    let mut parts = Vec::new();
    let mut from = place.start;
    for (span, op) in here {
        parts.push((Span::new(from, span.start).of(text), None));
        // A line under the space behind a word would look like one under the next.
        let words = Span::new(span.start, span.start + span.of(text).trim_end().len());
        parts.push((words.of(text), Some(op)));
        from = words.end;
    }
    parts.push((Span::new(from, place.end).of(text), None));
    parts.retain(|(text, _)| !text.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use crate::text::Pair;

    use super::*;

    fn piece(op: Op, start: usize, end: usize) -> Piece {
        Piece { op, spans: Pair::new(Some(Span::new(start, end)), None), typographic: false }
    }

    #[test]
    fn a_sentence_is_whole_whatever_its_pieces() {
        let text = "The old weir broke.";
        let pieces = [piece(Op::Replace, 13, 18), piece(Op::Delete, 4, 8), piece(Op::Delete, 40, 50)];
        let parts = marked(text, Span::new(0, 19), &pieces, Side::Left);
        assert_eq!(parts.iter().map(|(text, _)| *text).collect::<String>(), text);
        assert_eq!(parts[1], ("old", Some(Op::Delete)));
        assert_eq!(parts[3], ("broke", Some(Op::Replace)));
    }

    #[test]
    fn typography_is_no_difference() {
        let quotes = Piece { typographic: true, ..piece(Op::Replace, 0, 3) };
        let text = "“The” weir";
        assert_eq!(marked(text, Span::new(0, text.len()), &[quotes], Side::Left), [(text, None)]);
    }
}
