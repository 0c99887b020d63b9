//! Sentence ends that the reader put right.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::text::Span;

use super::{Document, place};

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

/// A sentence end that the reader put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The sentence that begins there, or that goes on.
    pub sentence: usize,
    /// The byte of the raw text that names the correction in [`Cuts`].
    pub byte: usize,
    /// What was done.
    pub how: Mended,
}

/// How a sentence end was put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mended {
    /// The sentence was cut off from the one before it.
    Cut,
    /// The sentence was joined with the one after it.
    Joined,
}

impl Document {
    /// The sentence at a place between letters: the one that begins there or is in its midst, else the one that ends there.
    pub fn sentence_by(&self, byte: usize) -> Option<usize> {
        let before = || self.sentences.partition_point(|sentence| sentence.span.end < byte);
        let ends = |id: &usize| self.sentences.get(*id).is_some_and(|sentence| sentence.span.end == byte);
        self.sentence_at(byte).or_else(|| Some(before()).filter(ends))
    }

    /// Where a sentence is cut in two if the reader points at a byte of the text: the nearest beginning of a word, as a byte
    /// of the text. `None` where the sentence is a single word.
    pub fn place_to_cut(&self, sentence: usize, near: usize) -> Option<usize> {
        let span = self.sentences.get(sentence)?.span;
        let place = place::to_cut(span.of(&self.text), near.saturating_sub(span.start))?;
        Some(span.start + place)
    }

    /// The byte of the raw text at which a byte of the text stands; `None` between sentences.
    pub fn raw_byte(&self, byte: usize) -> Option<usize> {
        let sentence = self.sentences.get(self.sentence_at(byte)?)?;
        Some(sentence.origin + byte - sentence.span.start)
    }

    /// Whether a sentence and the next one stand in one passage, so that they can be joined.
    pub fn is_followed(&self, sentence: usize) -> bool {
        let passage = |id: usize| self.sentences.get(id).map(|sentence| sentence.passage);
        passage(sentence + 1).is_some_and(|next| passage(sentence) == Some(next))
    }

    /// The reader's cuts and joints that show in this document, in order. What lies in a passage that was taken out does not.
    pub fn mends(&self, cuts: &Cuts) -> Vec<Mend> {
        let made = cuts.made.iter().filter_map(|&byte| {
            let sentence = self.sentence_from(byte)?;
            Some(Mend { sentence, byte, how: Mended::Cut })
        });
        let undone = cuts.undone.iter().filter_map(|&byte| {
            let sentence = self.sentence_over(byte).filter(|&id| self.sentence_from(byte) != Some(id))?;
            Some(Mend { sentence, byte, how: Mended::Joined })
        });
        let mut mends: Vec<Mend> = made.chain(undone).collect();
        mends.sort_by_key(|mend| mend.byte);
        mends
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

/// A sentence cut at the bytes inside it, without the white space around the cuts; it begins and ends where it did.
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
        let mut piece = Span::new(from, end).of(text);
        if from > span.start {
            piece = piece.trim_start();
        }
        if end < span.end {
            piece = piece.trim_end();
        }
        pieces.extend(Span::within(text, piece).filter(|piece| !piece.is_empty()));
        from = end;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clean::{Choices, clean};
    use crate::load::RawArticle;
    use crate::segment::segment;

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

    #[test]
    fn a_sentence_that_was_given_with_blanks_keeps_its_beginning() {
        let cuts = Cuts { made: BTreeSet::from([8]), ..Cuts::default() };
        let spans = mended("  It is old. ", 0, vec![Span::new(0, 13)], &cuts);
        assert_eq!(spans, [Span::new(0, 7), Span::new(8, 13)]);
    }

    fn document(cuts: &Cuts) -> Document {
        let raw = RawArticle::from_text("test", "Rain fell. The ferry left, nobody knew.\n\nIt sank.");
        segment(&raw, clean(&raw, &Choices::default()), None, cuts)
    }

    #[test]
    fn a_place_in_the_text_leads_to_the_raw_text_and_back() {
        let read = document(&Cuts::default());
        let nobody = read.text.find("nobody").expect("the word is there");
        let cut = read.place_to_cut(1, nobody + 2).expect("it can be cut");
        assert_eq!(cut, nobody);
        let byte = read.raw_byte(cut).expect("it lies in a sentence");
        let parted = document(&Cuts { made: BTreeSet::from([byte]), ..Cuts::default() });
        assert_eq!((parted.sentence(1), parted.sentence(2)), ("The ferry left,", "nobody knew."));
        assert_eq!(parted.mends(&Cuts { made: BTreeSet::from([byte]), ..Cuts::default() }).len(), 1);
        assert_eq!(parted.sentence_from(byte), Some(2));
    }

    #[test]
    fn sentences_of_one_passage_are_joined_and_the_joint_is_known() {
        let read = document(&Cuts::default());
        assert_eq!([0, 1, 2, 9].map(|id| read.is_followed(id)), [true, false, false, false]);
        let cuts = Cuts { undone: BTreeSet::from([read.sentences[1].origin]), ..Cuts::default() };
        let joined = document(&cuts);
        assert_eq!(joined.sentence(0), "Rain fell. The ferry left, nobody knew.");
        assert_eq!(joined.mends(&cuts), [Mend { sentence: 0, byte: read.sentences[1].origin, how: Mended::Joined }]);
        assert!(read.mends(&cuts).is_empty(), "what does not show is not told");
    }

    #[test]
    fn a_place_between_sentences_belongs_to_the_one_that_ends_there() {
        let read = document(&Cuts::default());
        let ids = [0, 9, 10, 11, 39, 40, 999].map(|byte| read.sentence_by(byte));
        assert_eq!(ids, [Some(0), Some(0), Some(0), Some(1), Some(1), Some(2), None]);
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
