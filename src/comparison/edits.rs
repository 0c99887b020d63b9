//! The reader's corrections, as data that goes back into the comparison.

mod carry;

pub use carry::{Carried, Changes, Lost, LostKind, carry};

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::align::{Link, Pins, Status};
use crate::clean::Choices;
use crate::load::{Card, CardField};
use crate::segment::{Cuts, Document};
use crate::text::{Pair, Side};

use super::{Options, Remarks};

/// What the reader says about a pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The program's link is right.
    Confirmed,
    /// The two belong together though the program did not say so.
    Manual,
    /// The two do not belong together.
    Rejected,
}

/// The reader's corrections. Sentences are named by the byte of the raw text at which they begin, so that
/// a correction outlives passages that are put back before it.
///
/// ```
/// use paragone::comparison::{Edits, Options, Verdict, compare};
/// use paragone::load::RawArticle;
/// use paragone::text::Pair;
///
/// let articles = Pair::new(RawArticle::from_sentences("a", &["It rained."]), RawArticle::from_sentences("b", &["Showers fell."]));
/// let mut edits = Edits::default();
/// edits.set_verdict(Pair::new(0, 0), Some(Verdict::Manual));
/// let comparison = compare(articles.as_ref(), &Options::default(), &edits);
/// assert_eq!(comparison.alignment.links.len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Edits {
    verdicts: BTreeMap<usize, BTreeMap<usize, Verdict>>,
    alone: Pair<BTreeSet<usize>>,
    restored: Pair<BTreeSet<usize>>,
    taken_out: Pair<BTreeSet<usize>>,
    cuts: Pair<Cuts>,
    card: Pair<BTreeMap<CardField, String>>,
    /// Use the reader's links and suggest no others.
    pub only_these_links: bool,
    /// What the reader wrote beside the comparison; nothing is compared otherwise for it.
    pub remarks: Remarks,
}

impl Edits {
    /// Says what the reader thinks of a pair of sentences (by their origins); `None` takes it back.
    pub fn set_verdict(&mut self, origins: Pair<usize>, verdict: Option<Verdict>) {
        let of_left = self.verdicts.entry(origins.left).or_default();
        match verdict {
            Some(verdict) => of_left.insert(origins.right, verdict),
            None => of_left.remove(&origins.right),
        };
        if of_left.is_empty() {
            self.verdicts.remove(&origins.left);
        }
    }

    /// What the reader has said about a pair of sentences.
    pub fn verdict(&self, origins: Pair<usize>) -> Option<Verdict> {
        self.verdicts.get(&origins.left)?.get(&origins.right).copied()
    }

    /// Says whether a sentence has no counterpart.
    pub fn set_alone(&mut self, side: Side, origin: usize, alone: bool) {
        set(&mut self.alone[side], origin, alone);
    }

    /// Whether the reader has said that a sentence has no counterpart.
    pub fn is_alone(&self, side: Side, origin: usize) -> bool {
        self.alone[side].contains(&origin)
    }

    /// Puts a removed passage back, or takes it out again.
    pub fn set_restored(&mut self, side: Side, origin: usize, restored: bool) {
        set(&mut self.restored[side], origin, restored);
    }

    /// Takes a passage of the article out, or puts it back; `origin` is where it begins in the raw text.
    pub fn set_taken_out(&mut self, side: Side, origin: usize, taken_out: bool) {
        set(&mut self.taken_out[side], origin, taken_out);
    }

    /// Has a stretch of the raw text in the article, or out of it, whatever put it where it is: what the reader said of it
    /// before is taken back where that is enough, else the opposite is said.
    ///
    /// ```
    /// use paragone::comparison::Edits;
    /// use paragone::text::Side;
    ///
    /// let mut edits = Edits::default();
    /// edits.set_kept(Side::Left, 40, false);
    /// edits.set_kept(Side::Left, 40, true);
    /// assert!(edits.is_empty());
    /// ```
    pub fn set_kept(&mut self, side: Side, origin: usize, kept: bool) {
        let (asked, other) =
            if kept { (&mut self.restored, &mut self.taken_out) } else { (&mut self.taken_out, &mut self.restored) };
        if !other[side].remove(&origin) {
            asked[side].insert(origin);
        }
    }

    /// Makes a sentence begin at a byte of the raw text, or go on there: a cut of the program's is undone, a joint of the
    /// reader's own is taken back.
    ///
    /// ```
    /// use paragone::comparison::{Edits, Options, compare};
    /// use paragone::load::RawArticle;
    /// use paragone::text::{Pair, Side};
    ///
    /// let articles = Pair::new("It rained. Nobody came.", "It rained.").map(|text| RawArticle::from_text("a", text));
    /// let mut edits = Edits::default();
    /// edits.set_cut(Side::Left, 11, false);
    /// let comparison = compare(articles.as_ref(), &Options::default(), &edits);
    /// assert_eq!(comparison.documents.left.sentence(0), "It rained. Nobody came.");
    /// ```
    pub fn set_cut(&mut self, side: Side, byte: usize, cut: bool) {
        let cuts = &mut self.cuts[side];
        let (asked, other) = if cut { (&mut cuts.made, &mut cuts.undone) } else { (&mut cuts.undone, &mut cuts.made) };
        if !other.remove(&byte) {
            asked.insert(byte);
        }
    }

    /// Where the reader changed the ends of sentences.
    pub fn cuts(&self, side: Side) -> &Cuts {
        &self.cuts[side]
    }

    /// The passages of a side that were put back, by where they begin in the raw text.
    pub fn restored(&self, side: Side) -> &BTreeSet<usize> {
        &self.restored[side]
    }

    /// Writes a field of a source's card as the reader typed it; an empty text says that nothing is known. `None` goes back
    /// to what the source says.
    ///
    /// ```
    /// use paragone::comparison::{Edits, Options, compare};
    /// use paragone::load::{CardField, RawArticle};
    /// use paragone::text::{Pair, Side};
    ///
    /// let articles = Pair::new("It rained.", "It rained.").map(|text| RawArticle::from_text("a", text));
    /// let mut edits = Edits::default();
    /// edits.set_card_field(Side::Left, CardField::Outlet, Some("The Quay".to_owned()));
    /// let comparison = compare(articles.as_ref(), &Options::default(), &edits);
    /// assert_eq!(comparison.documents.left.card.name(), "The Quay");
    /// ```
    pub fn set_card_field(&mut self, side: Side, field: CardField, typed: Option<String>) {
        match typed {
            Some(typed) => self.card[side].insert(field, typed),
            None => self.card[side].remove(&field),
        };
    }

    /// What the reader typed into a field of a source's card.
    pub fn card_field(&self, side: Side, field: CardField) -> Option<&str> {
        self.card[side].get(&field).map(String::as_str)
    }

    /// Writes what the reader typed over what a source says of itself.
    pub(super) fn overwrite(&self, side: Side, card: &mut Card) {
        for (field, typed) in &self.card[side] {
            card.overwrite(*field, typed);
        }
    }

    /// Whether nothing was corrected.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same corrections for the sources exchanged.
    pub fn swap(self) -> Self {
        let mut swapped = Self {
            alone: self.alone.swap(),
            restored: self.restored.swap(),
            taken_out: self.taken_out.swap(),
            cuts: self.cuts.swap(),
            card: self.card.swap(),
            only_these_links: self.only_these_links,
            remarks: self.remarks.swap(),
            ..Self::default()
        };
        for (left, of_left) in self.verdicts {
            for (right, verdict) in of_left {
                swapped.set_verdict(Pair::new(right, left), Some(verdict));
            }
        }
        swapped
    }

    pub(super) fn choices(&self, side: Side, options: &Options) -> Choices {
        Choices {
            keep_everything: options.keep_everything,
            restored: self.restored[side].clone(),
            taken_out: self.taken_out[side].clone(),
        }
    }

    /// The corrections that the aligner works around, by sentence id; what names no sentence is passed over.
    pub(super) fn pins(&self, documents: Pair<&Document>) -> Pins {
        let mut pins = Pins { only: self.only_these_links, ..Pins::default() };
        for (sentences, verdict) in self.verdicts_on(documents) {
            pin(&mut pins, sentences, verdict);
        }
        for side in Side::BOTH {
            pins.alone[side] =
                self.alone[side].iter().filter_map(|&origin| documents[side].sentence_from(origin)).collect();
        }
        pins
    }

    /// What the reader says of each pair of sentences. Where sentences were joined, a link of either half is one of the
    /// whole; a refusal holds as long as no other half is linked.
    fn verdicts_on(&self, documents: Pair<&Document>) -> BTreeMap<Pair<usize>, Verdict> {
        let mut verdicts: BTreeMap<Pair<usize>, Verdict> = BTreeMap::new();
        for (&left, of_left) in &self.verdicts {
            let Some(left) = self.sentence(Side::Left, documents.left, left) else { continue };
            for (&right, &verdict) in of_left {
                let Some(right) = self.sentence(Side::Right, documents.right, right) else { continue };
                let said = verdicts.entry(Pair::new(left, right)).or_insert(verdict);
                if *said == Verdict::Rejected {
                    *said = verdict;
                }
            }
        }
        verdicts
    }

    /// The sentence that begins at an origin, or that the reader made the one that began there go on.
    fn sentence(&self, side: Side, document: &Document, origin: usize) -> Option<usize> {
        let joined = || if self.cuts[side].undone.contains(&origin) { document.sentence_over(origin) } else { None };
        document.sentence_from(origin).or_else(joined)
    }
}

/// A link that a reader stands behind is certain as far as the program is concerned.
const CERTAIN: f64 = 1.0;

fn pin(pins: &mut Pins, sentences: Pair<usize>, verdict: Verdict) {
    let status = match verdict {
        Verdict::Confirmed => Status::Confirmed,
        Verdict::Manual => Status::Manual,
        Verdict::Rejected => {
            pins.rejected.insert(sentences);
            return;
        }
    };
    pins.links.push(Link { sentences, score: CERTAIN, status });
}

fn set(origins: &mut BTreeSet<usize>, origin: usize, member: bool) {
    if member {
        origins.insert(origin);
    } else {
        origins.remove(&origin);
    }
}

#[cfg(test)]
mod tests;
