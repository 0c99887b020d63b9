//! What the reader writes beside a comparison: findings checked off or dismissed, notes with tags. Nothing of it changes
//! what is compared.
//!
//! Everything is tied to words of the sources and not to numbers of sentences or findings, so that it stays where it
//! belongs when the comparison is made anew. What has no place any more is kept and can be listed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::{Pair, Side};

use super::Comparison;
use super::anchor::{Anchor, FindingName, Named};

/// What the reader has found a finding to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Review {
    /// It was looked at and needs no more work.
    Checked,
    /// It is none, or does not matter, for this reason; the reason may be empty.
    Dismissed(String),
}

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// A sentence of one source.
    Sentence(Side, Anchor),
    /// Two sentences that are read together.
    Pair(Pair<Anchor>),
    /// A finding.
    Finding(FindingName),
}

/// What the reader writes about something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remark {
    /// The reader's words; may be empty where tags say enough.
    pub text: String,
    /// Tags, in the order in which they were given, each once.
    pub tags: Vec<String>,
}

impl Remark {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.tags.is_empty()
    }

    /// Says what another one says, too.
    pub fn add(&mut self, other: Self) {
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&other.text);
        let new = other.tags.into_iter().filter(|tag| !self.tags.contains(tag)).collect::<Vec<_>>();
        self.tags.extend(new);
    }

    /// Gives it a tag, or takes it away.
    pub fn toggle(&mut self, tag: &str) {
        match self.tags.iter().position(|known| known == tag) {
            Some(at) => drop(self.tags.remove(at)),
            None => self.tags.push(tag.to_owned()),
        }
    }
}

/// Everything the reader wrote beside a comparison.
///
/// ```
/// use paragone::comparison::{Edits, FindingName, Options, Review, compare};
/// use paragone::load::RawArticle;
/// use paragone::text::Pair;
///
/// let articles = Pair::new("The fire killed 12 people.", "The fire killed 15 people.").map(|text| RawArticle::from_text("a", text));
/// let comparison = compare(articles.as_ref(), &Options::default(), &Edits::default());
/// let name = FindingName::of(&comparison, 0).expect("two numbers differ");
/// let mut edits = Edits::default();
/// edits.remarks.set_review(name, Some(Review::Checked));
/// assert_eq!(edits.remarks.reviews_of(&comparison)[0], Some(&Review::Checked));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remarks {
    #[serde(with = "entries")]
    reviews: BTreeMap<FindingName, Review>,
    #[serde(with = "entries")]
    notes: BTreeMap<Subject, Remark>,
}

/// What was written about findings, with their places in a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfFindings<'a, T> {
    /// For each finding what was written about it, by its id.
    pub findings: Vec<Option<&'a T>>,
    /// What was written about findings that are not found any more, in the order of their names.
    pub without_place: Vec<(&'a FindingName, &'a T)>,
}

fn of_findings<'a, T>(
    comparison: &Comparison,
    written: impl Iterator<Item = (&'a FindingName, &'a T)>,
) -> OfFindings<'a, T> {
    let mut placed = OfFindings { findings: vec![None; comparison.findings.len()], without_place: Vec::new() };
    let mut written = written.peekable();
    if written.peek().is_none() {
        return placed;
    }
    let names: Vec<FindingName> =
        (0..comparison.findings.len()).filter_map(|id| FindingName::of(comparison, id)).collect();
    let named = Named::new(&names);
    for (name, text) in written {
        let ids = named.findings(name);
        ids.iter().for_each(|&id| placed.findings[id] = Some(text));
        if ids.is_empty() {
            placed.without_place.push((name, text));
        }
    }
    placed
}

impl Remarks {
    /// Says what a finding was found to be; `None` takes it back.
    pub fn set_review(&mut self, finding: FindingName, review: Option<Review>) {
        set(&mut self.reviews, finding, review);
    }

    /// Writes a note; an empty one is taken away.
    pub fn set_note(&mut self, on: Subject, note: Remark) {
        set(&mut self.notes, on, Some(note).filter(|note| !note.is_empty()));
    }

    /// Every finding that was judged by its name, in the order of names.
    pub fn reviews(&self) -> impl Iterator<Item = (&FindingName, &Review)> {
        self.reviews.iter()
    }

    /// Every note, in the order of what it is about.
    pub fn notes(&self) -> impl Iterator<Item = (&Subject, &Remark)> {
        self.notes.iter()
    }

    /// The note on something, if there is one.
    pub fn note(&self, on: &Subject) -> Option<&Remark> {
        self.notes.get(on)
    }

    /// What the findings of a comparison were found to be, and which findings that were judged are none any more.
    pub fn reviewed(&self, comparison: &Comparison) -> OfFindings<'_, Review> {
        of_findings(comparison, self.reviews.iter())
    }

    /// What was noted on the findings of a comparison, and on findings that are none any more.
    pub fn noted(&self, comparison: &Comparison) -> OfFindings<'_, Remark> {
        let on_findings = self.notes.iter().filter_map(|(on, note)| match on {
            Subject::Finding(name) => Some((name, note)),
            Subject::Sentence(..) | Subject::Pair(_) => None,
        });
        of_findings(comparison, on_findings)
    }

    /// For each finding of a comparison what it was found to be, by its id.
    pub fn reviews_of(&self, comparison: &Comparison) -> Vec<Option<&Review>> {
        self.reviewed(comparison).findings
    }

    /// The same without notes and tags.
    pub fn without_notes(self) -> Self {
        Self { notes: BTreeMap::new(), ..self }
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.reviews.is_empty() && self.notes.is_empty()
    }

    /// The same with other names for the words that it is tied to; told is the side, and whether it is a note. Notes on what
    /// has become one are made one.
    pub(super) fn renamed(self, mut rename: impl FnMut(Side, Anchor, bool) -> Anchor) -> Self {
        let mut renamed = Self::default();
        for (name, review) in self.reviews {
            renamed.reviews.entry(name.renamed(|side, anchor| rename(side, anchor, false))).or_insert(review);
        }
        for (on, note) in self.notes {
            let on = on.renamed(|side, anchor| rename(side, anchor, true));
            renamed.notes.entry(on).or_default().add(note);
        }
        renamed
    }

    /// The same for the sources exchanged.
    pub fn swap(self) -> Self {
        Self {
            reviews: self.reviews.into_iter().map(|(name, review)| (name.swap(), review)).collect(),
            notes: self.notes.into_iter().map(|(on, note)| (on.swap(), note)).collect(),
        }
    }
}

impl Subject {
    /// A sentence of a comparison; `None` where there is no such sentence.
    pub fn sentence(comparison: &Comparison, side: Side, id: usize) -> Option<Self> {
        Some(Self::Sentence(side, Anchor::of_sentence(&comparison.documents[side], id)?))
    }

    /// Two sentences of a comparison.
    pub fn pair(comparison: &Comparison, ids: Pair<usize>) -> Option<Self> {
        let anchor = |side: Side| Anchor::of_sentence(&comparison.documents[side], ids[side]);
        Some(Self::Pair(Pair::new(anchor(Side::Left)?, anchor(Side::Right)?)))
    }

    /// A finding of a comparison.
    pub fn finding(comparison: &Comparison, id: usize) -> Option<Self> {
        FindingName::of(comparison, id).map(Self::Finding)
    }

    /// The sentences that it is about now, by their ids; both `None` where nothing of it is found any more.
    pub fn sentences_in(&self, comparison: &Comparison) -> Pair<Option<usize>> {
        let found = |side: Side, anchor: &Anchor| anchor.sentence_in(&comparison.documents[side]);
        match self {
            Self::Sentence(side, anchor) => {
                let mut ids = Pair::default();
                ids[*side] = found(*side, anchor);
                ids
            }
            Self::Pair(anchors) => Pair::from_fn(|side| found(side, &anchors[side])),
            Self::Finding(name) => {
                Pair::from_fn(|side| name.words[side].as_ref().and_then(|anchor| found(side, anchor)))
            }
        }
    }

    fn renamed(self, mut rename: impl FnMut(Side, Anchor) -> Anchor) -> Self {
        match self {
            Self::Sentence(side, anchor) => Self::Sentence(side, rename(side, anchor)),
            Self::Pair(anchors) => {
                Self::Pair(Pair::new(rename(Side::Left, anchors.left), rename(Side::Right, anchors.right)))
            }
            Self::Finding(name) => Self::Finding(name.renamed(rename)),
        }
    }

    fn swap(self) -> Self {
        match self {
            Self::Sentence(side, anchor) => Self::Sentence(side.other(), anchor),
            Self::Pair(anchors) => Self::Pair(anchors.swap()),
            Self::Finding(name) => Self::Finding(name.swap()),
        }
    }
}

fn set<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}

/// Maps are written as lists of entries, since the names of things are no strings.
mod entries {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Entry<K, V> {
        on: K,
        is: V,
    }

    pub(super) fn serialize<K: Serialize, V: Serialize, S: Serializer>(
        map: &BTreeMap<K, V>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(map.iter().map(|(on, is)| Entry { on, is }))
    }

    pub(super) fn deserialize<'de, K, V, D>(from: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        let list: Vec<Entry<K, V>> = Vec::deserialize(from)?;
        Ok(list.into_iter().map(|entry| (entry.on, entry.is)).collect())
    }
}

#[cfg(test)]
#[path = "remarks_tests.rs"]
mod tests;
