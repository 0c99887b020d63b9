//! One source alone: who speaks and how much, whether the text carries its headline, its numbers and dates, and the
//! words that judge without anybody being named who does.

mod evaluations;
mod figures;
mod headline;
mod voices;

pub use evaluations::Evaluation;
pub use figures::Figure;
pub use headline::{Borne, HeadlineClaim};
pub use voices::{Voice, Voices};

use crate::clean::Role;
use crate::segment::Document;

use super::mark::of_sentence;
use super::reading::{Page, Reading, Word};
use super::{Kind, Mark};

/// What one source shows by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portrait {
    /// How many words the article has, its headlines not counted.
    pub words: usize,
    /// Who speaks, and how much.
    pub voices: Voices,
    /// What the headline claims, and what the text says to it; nothing where there is no headline.
    pub headline: Vec<HeadlineClaim>,
    /// The numbers and dates, in the order in which they first stand.
    pub figures: Vec<Figure>,
    /// Words that judge in the source's own voice, in order.
    pub evaluations: Vec<Evaluation>,
}

/// Draws the portrait of a document from its marks.
pub fn portrait(document: &Document, page: &Page<'_>, marks: &[Mark]) -> Portrait {
    let sketch = Sketch { document, page, marks };
    Portrait {
        words: page
            .readings
            .iter()
            .filter(|reading| !sketch.is_headline(reading.id))
            .map(|reading| words(reading, 0..reading.words.len()))
            .sum(),
        voices: voices::voices(&sketch),
        headline: headline::claims(&sketch),
        figures: figures::figures(marks),
        evaluations: evaluations::evaluations(&sketch),
    }
}

/// A document with its marks, as the parts of the portrait read it.
struct Sketch<'a> {
    document: &'a Document,
    page: &'a Page<'a>,
    /// In the order of the text.
    marks: &'a [Mark],
}

impl<'a> Sketch<'a> {
    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &'a Mark> + use<'a> {
        self.marks.iter().filter(move |mark| mark.kind == kind)
    }

    fn of_sentence(&self, sentence: usize) -> &'a [Mark] {
        of_sentence(self.marks, sentence)
    }

    fn is_headline(&self, sentence: usize) -> bool {
        self.document.sentences.get(sentence).is_some_and(|sentence| sentence.role == Role::Headline)
    }

    fn reading(&self, sentence: usize) -> Option<&'a Reading<'a>> {
        self.page.readings.get(sentence)
    }
}

/// How many words and numbers a range of a sentence holds.
fn words(reading: &Reading<'_>, range: std::ops::Range<usize>) -> usize {
    reading.words.get(range).unwrap_or_default().iter().filter(|word| counts(word)).count()
}

/// Whether a word counts as one: punctuation does not.
fn counts(word: &Word) -> bool {
    word.folded.chars().any(char::is_alphanumeric)
}
