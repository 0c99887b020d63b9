//! The sentences of a row as one passage a side, and which words of the two correspond. Pure.

use crate::segment::Document;
use crate::text::{Pair, Side, Span};
use crate::wording::{Op, Piece};

/// Sentences of one source read in one go, with a space between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The text.
    pub text: String,
    parts: Vec<(Span, usize)>,
}

impl Passage {
    /// The passage of sentences, given by their ids.
    pub fn of(document: &Document, sentences: &[usize]) -> Self {
        let mut passage = Self::default();
        for place in sentences.iter().filter_map(|&id| document.sentences.get(id)).map(|sentence| sentence.span) {
            if !passage.text.is_empty() {
                passage.text.push(' ');
            }
            passage.parts.push((place, passage.text.len()));
            passage.text.push_str(place.of(&document.text));
        }
        passage
    }

    /// Where words of the document stand in the passage: one span for each sentence that they reach into, without the
    /// white space at its ends.
    pub fn places(&self, span: Span) -> Vec<Span> {
        let inside = |&(place, at): &(Span, usize)| {
            let part = span.intersection(place)?;
            let part = Span::new(part.start - place.start + at, part.end - place.start + at);
            Span::within(&self.text, part.of(&self.text).trim()).filter(|span| !span.is_empty())
        };
        self.parts.iter().filter_map(inside).collect()
    }
}

/// Words of both passages that stand for each other, or of one that stand alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correspondence {
    /// How they stand to each other.
    pub op: Op,
    /// They differ in typography only.
    pub typographic: bool,
    /// Where, in each passage; empty on a side that has none.
    pub places: Pair<Vec<Span>>,
}

impl Correspondence {
    /// The words of a side.
    pub fn words(&self, passages: &Pair<Passage>, side: Side) -> String {
        let words: Vec<&str> = self.places[side].iter().map(|place| place.of(&passages[side].text)).collect();
        words.join(" ")
    }

    /// What is the case, in a sentence.
    pub fn told(&self, passages: &Pair<Passage>) -> String {
        let [left, right] = Side::BOTH.map(|side| self.words(passages, side));
        match self.op {
            _ if self.typographic => format!("“{left}” and “{right}” differ in typography only."),
            Op::Equal => format!("Both say “{left}”."),
            Op::Replace => format!("Left says “{left}” where right says “{right}”."),
            Op::Move => format!("Both say “{left}”, in another place."),
            Op::Delete => format!("Only left says “{left}”."),
            Op::Insert => format!("Only right says “{right}”."),
        }
    }
}

/// Which words of two passages correspond, in the order of the left one.
pub fn correspondences(passages: &Pair<Passage>, pieces: &[Piece]) -> Vec<Correspondence> {
    let made = pieces.iter().map(|piece| Correspondence {
        op: piece.op,
        typographic: piece.typographic,
        places: Pair::from_fn(|side| piece.spans[side].map(|span| passages[side].places(span)).unwrap_or_default()),
    });
    made.filter(|made| Side::BOTH.iter().any(|&side| !made.places[side].is_empty())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Edits, Options, compare};
    use crate::load::RawArticle;

    fn comparison() -> crate::comparison::Comparison {
        let articles = Pair::new(
            RawArticle::from_sentences("a", &["The old weir broke on Monday.", "Nobody was hurt."]),
            RawArticle::from_sentences("b", &["The old weir gave way on Monday, and nobody was hurt."]),
        );
        let mut edits = Edits::default();
        for left in [0, 30] {
            edits.set_verdict(Pair::new(left, 0), Some(crate::comparison::Verdict::Manual));
        }
        compare(articles.as_ref(), &Options::default(), &edits)
    }

    #[test]
    fn a_passage_knows_the_places_of_its_documents_words() {
        let comparison = comparison();
        let passage = Passage::of(&comparison.documents.left, &[0, 1]);
        assert_eq!(passage.text, "The old weir broke on Monday. Nobody was hurt.");
        let all = passage.places(Span::new(0, comparison.documents.left.text.len()));
        assert_eq!(
            all.iter().map(|span| span.of(&passage.text)).collect::<Vec<_>>(),
            ["The old weir broke on Monday.", "Nobody was hurt."]
        );
    }

    #[test]
    fn every_word_of_both_passages_corresponds_to_something() {
        let comparison = comparison();
        let group = &comparison.alignment.groups[0];
        let passages = Pair::from_fn(|side| Passage::of(&comparison.documents[side], &group.sentences[side]));
        let found = correspondences(&passages, &comparison.wording[0]);
        for side in Side::BOTH {
            let covered: usize = found.iter().flat_map(|one| &one.places[side]).map(|place| place.len()).sum();
            let spaces = passages[side].text.matches(' ').count();
            assert!(covered + spaces >= passages[side].text.len(), "{found:?}");
        }
        let told: Vec<String> = found.iter().map(|one| one.told(&passages)).collect();
        assert!(told.iter().any(|line| line == "Left says “broke” where right says “gave way”."), "{told:?}");
    }

    #[test]
    fn sentences_that_are_not_there_are_passed_over() {
        assert_eq!(Passage::of(&comparison().documents.left, &[7]), Passage::default());
    }
}
