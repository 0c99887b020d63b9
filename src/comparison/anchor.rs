//! Names for sentences and findings that outlive a new comparison: where they stood, and what they said.

use serde::{Deserialize, Serialize};

use crate::claims::Kind;
use crate::segment::Document;
use crate::text::{Pair, Side};

use super::Comparison;

/// Words of a source: the sentence that they stand in, and what they say.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// Where the sentence begins in the raw text, in bytes.
    pub origin: usize,
    /// The words.
    pub words: String,
}

impl Anchor {
    /// A whole sentence; `None` where there is no such sentence.
    pub fn of_sentence(document: &Document, id: usize) -> Option<Self> {
        let sentence = document.sentences.get(id)?;
        Some(Self { origin: sentence.origin, words: document.sentence(id).to_owned() })
    }

    /// The sentence that they stand in now: the one that begins where it began, or covers that place; where that one says
    /// something else, the only sentence of the source that has the words.
    pub fn sentence_in(&self, document: &Document) -> Option<usize> {
        let says_it = |id: &usize| {
            let text = document.sentence(*id);
            text.contains(&self.words) || (!text.is_empty() && self.words.starts_with(text))
        };
        let before = document.sentences.partition_point(|sentence| sentence.origin <= self.origin);
        let covering = before.checked_sub(1);
        covering.filter(says_it).or_else(|| {
            let mut holding = (0..document.sentences.len()).filter(|&id| document.sentence(id).contains(&self.words));
            holding.next().filter(|_| holding.next().is_none() && !self.words.is_empty())
        })
    }
}

/// A finding by its kind and the words that it rests on. What it was held to be is no part of its name: a check-off
/// stays when "differs" becomes "conflict".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FindingName {
    /// What kind of claim.
    pub kind: Kind,
    /// The words on either side.
    pub words: Pair<Option<Anchor>>,
}

impl FindingName {
    /// The name of a finding of a comparison; `None` where there is no such finding.
    pub fn of(comparison: &Comparison, id: usize) -> Option<Self> {
        let finding = comparison.findings.get(id)?;
        let anchor = |side: Side| {
            let place = finding.places[side]?;
            let document = &comparison.documents[side];
            let origin = document.sentences.get(place.sentence)?.origin;
            Some(Anchor { origin, words: place.span.of(&document.text).to_owned() })
        };
        Some(Self { kind: finding.kind, words: Pair::from_fn(anchor) })
    }

    /// Which of these names it is, by their places; all that are the same, since a sentence of several groups has its
    /// findings in each. Where none is, the one that says the same elsewhere, if it is the only one.
    pub fn among(&self, names: &[Self]) -> Vec<usize> {
        let same: Vec<usize> = (0..names.len()).filter(|&at| names[at] == *self).collect();
        if !same.is_empty() {
            return same;
        }
        let says_the_same = |name: &Self| {
            let said = |name: &Self| Pair::from_fn(|side| name.words[side].as_ref().map(|anchor| anchor.words.clone()));
            name.kind == self.kind && said(name) == said(self)
        };
        let alike: Vec<usize> = (0..names.len()).filter(|&at| says_the_same(&names[at])).collect();
        if alike.len() == 1 { alike } else { Vec::new() }
    }

    pub(super) fn renamed(self, mut rename: impl FnMut(Side, Anchor) -> Anchor) -> Self {
        let Pair { left, right } = self.words;
        let words =
            Pair::new(left.map(|anchor| rename(Side::Left, anchor)), right.map(|anchor| rename(Side::Right, anchor)));
        Self { kind: self.kind, words }
    }

    pub(super) fn swap(self) -> Self {
        Self { kind: self.kind, words: self.words.swap() }
    }
}
