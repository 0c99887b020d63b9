//! Sentence ends that the reader put right.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// Where the reader cut a sentence in two, and where two were made one; as bytes of the raw text, so that a cut
/// outlives whatever else is changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cuts {
    /// Bytes inside sentences: what follows is a sentence of its own.
    pub made: BTreeSet<usize>,
    /// Beginnings of sentences that go on from the one before, in the same paragraph.
    pub undone: BTreeSet<usize>,
}

impl Cuts {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.made.is_empty() && self.undone.is_empty()
    }
}

/// The sentences of a passage after the reader's cuts. `start` is where the passage begins in the raw text.
pub(super) fn mended(text: &str, start: usize, spans: Vec<Span>, cuts: &Cuts) -> Vec<Span> {
    let mut mended: Vec<Span> = Vec::new();
    for span in spans {
        for piece in split(text, start, span, cuts) {
            match mended.last_mut() {
                Some(open) if cuts.undone.contains(&(start + piece.start)) => *open = open.join(piece),
                _ => mended.push(piece),
            }
        }
    }
    mended
}

/// A sentence cut at the bytes inside it, each piece without the white space around it.
fn split(text: &str, start: usize, span: Span, cuts: &Cuts) -> Vec<Span> {
    let mut ends: Vec<usize> = cuts.made.range(start + span.start..start + span.end).map(|cut| cut - start).collect();
    ends.retain(|&end| text.is_char_boundary(end));
    if ends.is_empty() {
        return vec![span];
    }
    ends.push(span.end);
    let mut from = span.start;
    let mut pieces = Vec::new();
    for end in ends {
        let piece = text.get(from..end).unwrap_or_default().trim();
        pieces.extend(Span::within(text, piece).filter(|piece| !piece.is_empty()));
        from = end;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "The ferry left. Nobody knew. Rain fell.";

    fn spans() -> Vec<Span> {
        vec![Span::new(0, 15), Span::new(16, 28), Span::new(29, 39)]
    }

    fn texts(made: &[usize], undone: &[usize]) -> Vec<&'static str> {
        let cuts = Cuts {
            made: made.iter().map(|cut| cut + 100).collect(),
            undone: undone.iter().map(|cut| cut + 100).collect(),
        };
        mended(TEXT, 100, spans(), &cuts).iter().map(|span| span.of(TEXT)).collect()
    }

    #[test]
    fn a_sentence_is_cut_where_the_reader_says() {
        assert_eq!(texts(&[9], &[]), ["The ferry", "left.", "Nobody knew.", "Rain fell."]);
        assert_eq!(texts(&[0, 15, 500], &[]).len(), 3, "a cut between sentences changes nothing");
    }

    #[test]
    fn sentences_are_joined_where_the_reader_says() {
        assert_eq!(texts(&[], &[16]), ["The ferry left. Nobody knew.", "Rain fell."]);
        assert_eq!(texts(&[], &[16, 29]), [TEXT]);
        assert_eq!(texts(&[], &[0, 17]).len(), 3, "nothing stands before the first, and none begins at the other");
    }

    #[test]
    fn both_can_be_asked_for_at_once() {
        assert_eq!(texts(&[9], &[16]), ["The ferry", "left. Nobody knew.", "Rain fell."]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(made in prop::collection::btree_set(0_usize..60, 0..8), undone in prop::collection::btree_set(0_usize..60, 0..8)) {
            let cut = mended(TEXT, 0, spans(), &Cuts { made, undone });
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(cut.iter().map(|span| letters(span.of(TEXT))).collect::<String>(), letters(TEXT));
            prop_assert!(cut.is_sorted_by(|a, b| a.end <= b.start));
        }
    }
}
