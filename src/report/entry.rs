//! The findings that go into a report, each with everything that is said of it, so that every form says the same.

use crate::claims::{Finding, Relation};
use crate::comparison::{Comparison, Remark, Remarks, Review, Subject};
use crate::text::{Pair, Side};

use super::Shown;

/// Which findings go into a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// All that were not dismissed.
    #[default]
    Everything,
    /// Only those that cannot both hold.
    Conflicts,
    /// Only those that the reader checked off.
    Checked,
}

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// What the reader wrote on it; `None` where nobody did, or it is not wanted.
    pub remarks: Option<&'a Remarks>,
    /// Which findings.
    pub choice: Choice,
    /// The findings that the window lists, instead of the choice.
    pub listed: Option<Listed<'a>>,
    /// What is put in besides.
    pub shown: Shown,
}

/// Findings that were filtered by hand.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// Their ids, in the order of the list.
    pub findings: &'a [usize],
    /// The filters that were on, in words; empty where there was none.
    pub filters: &'a str,
}

/// A finding as reports show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// Its number in the comparison, from 1.
    pub number: usize,
    /// The finding.
    pub finding: &'a Finding,
    /// Its exact words on either side.
    pub words: Pair<Option<&'a str>>,
    /// The sentences in which they stand, and their numbers from 1.
    pub sentences: Pair<Option<(usize, &'a str)>>,
    /// What the reader found it to be.
    pub review: Option<&'a Review>,
    /// The reader's note on it.
    pub note: Option<&'a Remark>,
}

impl<'a> Report<'a> {
    /// A report on everything that a comparison found.
    pub fn of(comparison: &'a Comparison) -> Self {
        Self { comparison, remarks: None, choice: Choice::Everything, listed: None, shown: Shown::default() }
    }

    /// The findings in it: those listed in their order, otherwise those chosen with the gravest first.
    pub fn entries(&self) -> Vec<Entry<'a>> {
        let reviews = self.remarks.map(|remarks| remarks.reviews_of(self.comparison)).unwrap_or_default();
        let entry = |id: usize| {
            let finding = self.comparison.findings.get(id)?;
            Some(self.entry(id, finding, reviews.get(id).copied().flatten()))
        };
        match self.listed {
            Some(listed) => listed.findings.iter().filter_map(|&id| entry(id)).collect(),
            None => (0..self.comparison.findings.len()).filter_map(entry).filter(|entry| self.holds(entry)).collect(),
        }
    }

    fn holds(&self, entry: &Entry<'_>) -> bool {
        let chosen = match self.choice {
            Choice::Everything => !matches!(entry.review, Some(Review::Dismissed(_))),
            Choice::Conflicts => {
                entry.finding.relation == Relation::Conflict && !matches!(entry.review, Some(Review::Dismissed(_)))
            }
            Choice::Checked => entry.review == Some(&Review::Checked),
        };
        chosen && (self.shown.agreements || entry.finding.relation != Relation::Agrees)
    }

    fn entry(&self, id: usize, finding: &'a Finding, review: Option<&'a Review>) -> Entry<'a> {
        let documents = &self.comparison.documents;
        let words = Pair::from_fn(|side| finding.places[side].map(|place| place.span.of(&documents[side].text)));
        let sentences = Pair::from_fn(|side| {
            finding.places[side].map(|place| (place.sentence + 1, documents[side].sentence(place.sentence)))
        });
        let remarks = self.remarks.filter(|remarks| remarks.notes().next().is_some());
        let on = remarks.and_then(|_| Subject::finding(self.comparison, id));
        let note = on.and_then(|on| remarks?.note(&on));
        Entry { number: id + 1, finding, words, sentences, review, note }
    }

    /// The two sources' names, told apart where they are the same.
    pub fn names(&self) -> Pair<String> {
        names(self.comparison)
    }

    /// What was done, in a sentence for the end of a report.
    pub fn made(&self) -> String {
        let which = match (self.listed, self.choice) {
            (Some(Listed { filters: "", .. }), _) => "the findings of the list".to_owned(),
            (Some(Listed { filters, .. }), _) => format!("the findings of the list, filtered by {filters}"),
            (None, Choice::Everything) => "all findings that were not dismissed".to_owned(),
            (None, Choice::Conflicts) => "conflicts only".to_owned(),
            (None, Choice::Checked) => "checked findings only".to_owned(),
        };
        format!(
            "Made by Paragone {} on the reader’s own machine. Shown: {which}. Sentences are linked and claims compared by \
             program; a missing link means that none was found, not that anything was left out by a source.",
            env!("CARGO_PKG_VERSION")
        )
    }
}

impl Entry<'_> {
    /// How far the reader is with it, in a word or two.
    pub fn standing(&self) -> String {
        match self.review {
            None => "to check".to_owned(),
            Some(Review::Checked) => "checked".to_owned(),
            Some(Review::Dismissed(why)) if why.is_empty() => "dismissed".to_owned(),
            Some(Review::Dismissed(why)) => format!("dismissed: {why}"),
        }
    }
}

/// The two sources' names, told apart where they are the same.
pub fn names(comparison: &Comparison) -> Pair<String> {
    let names = comparison.documents.as_ref().map(|document| document.card.name().to_owned());
    if names.left == names.right {
        return Pair::from_fn(|side: Side| format!("{} ({})", names[side], side.name()));
    }
    names
}
