//! Names for sentences and findings that outlive a new comparison: where they stood, and what they said.

use std::collections::BTreeMap;

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

    fn said(&self) -> Said<'_> {
        (self.kind, self.words.as_ref().map(|anchor| anchor.as_ref().map(|anchor| anchor.words.as_str())))
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

/// What a finding says, wherever it stands.
type Said<'a> = (Kind, Pair<Option<&'a str>>);

/// The findings of a comparison, to be found by their names.
pub(super) struct Named<'a> {
    by_name: BTreeMap<&'a FindingName, Vec<usize>>,
    by_words: BTreeMap<Said<'a>, Vec<usize>>,
}

impl<'a> Named<'a> {
    /// By the names of all findings, in the order of their ids.
    pub(super) fn new(names: &'a [FindingName]) -> Self {
        let mut named = Self { by_name: BTreeMap::new(), by_words: BTreeMap::new() };
        for (id, name) in names.iter().enumerate() {
            named.by_name.entry(name).or_default().push(id);
            named.by_words.entry(name.said()).or_default().push(id);
        }
        named
    }

    /// Which findings have a name; all that do, since a sentence of several groups has its findings in each. Where none
    /// does, the one that says the same elsewhere, if it is the only one.
    pub(super) fn findings<'b>(&'b self, name: &'b FindingName) -> &'b [usize] {
        let alike = || self.by_words.get(&name.said()).filter(|alike| alike.len() == 1);
        self.by_name.get(name).or_else(alike).map_or(&[], Vec::as_slice)
    }
}
