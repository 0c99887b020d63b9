//! The findings that go into a report, each with everything that is said of it, so that every form says the same.

use crate::claims::{Finding, Relation};
use crate::comparison::{Comparison, Options, Remark, Remarks, Review};
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
    /// Findings that the reader dismissed are in it, too.
    pub dismissed: bool,
    /// How the sources were compared; `None` where that is not told.
    pub options: Option<&'a Options>,
    /// The day on which it is made, as it is to be read; `None` for a report that is the same on every day.
    pub date: Option<&'a str>,
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
        Self {
            comparison,
            remarks: None,
            choice: Choice::Everything,
            listed: None,
            shown: Shown::default(),
            dismissed: false,
            options: None,
            date: None,
        }
    }

    /// What the reader wrote, where there is anything: without it no form has a place for it.
    pub fn written(&self) -> Option<&'a Remarks> {
        self.remarks.filter(|remarks| !remarks.is_empty())
    }

    /// The findings in it: those listed in their order, otherwise those chosen with the gravest first.
    pub fn entries(&self) -> Vec<Entry<'a>> {
        let reviews = self.written().map(|remarks| remarks.reviews_of(self.comparison)).unwrap_or_default();
        let notes = self.written().map(|remarks| remarks.noted(self.comparison).findings).unwrap_or_default();
        let entry = |id: usize| {
            let finding = self.comparison.findings.get(id)?;
            let (review, note) = (reviews.get(id).copied().flatten(), notes.get(id).copied().flatten());
            Some(self.entry(id, finding, review, note))
        };
        match self.listed {
            Some(listed) => listed.findings.iter().filter_map(|&id| entry(id)).collect(),
            None => (0..self.comparison.findings.len()).filter_map(entry).filter(|entry| self.holds(entry)).collect(),
        }
    }

    fn holds(&self, entry: &Entry<'_>) -> bool {
        let dismissed = matches!(entry.review, Some(Review::Dismissed(_)));
        let chosen = match self.choice {
            Choice::Everything => true,
            Choice::Conflicts => entry.finding.relation == Relation::Conflict,
            Choice::Checked => entry.review == Some(&Review::Checked) || dismissed,
        };
        chosen
            && (self.dismissed || !dismissed)
            && (self.shown.agreements || entry.finding.relation != Relation::Agrees)
    }

    fn entry(
        &self,
        id: usize,
        finding: &'a Finding,
        review: Option<&'a Review>,
        note: Option<&'a Remark>,
    ) -> Entry<'a> {
        let documents = &self.comparison.documents;
        let words = Pair::from_fn(|side| finding.places[side].map(|place| place.span.of(&documents[side].text)));
        let sentences = Pair::from_fn(|side| {
            finding.places[side].map(|place| (place.sentence + 1, documents[side].sentence(place.sentence)))
        });
        Entry { number: id + 1, finding, words, sentences, review, note }
    }

    /// The two sources' names, told apart where they are the same.
    pub fn names(&self) -> Pair<String> {
        names(self.comparison)
    }
}

impl Entry<'_> {
    /// How far the reader is with it, in a word or two.
    pub fn standing(&self) -> String {
        self.review.map_or_else(|| "to check".to_owned(), super::words::standing)
    }
}

/// The two sources' names, told apart where they are the same.
pub fn names(comparison: &Comparison) -> Pair<String> {
    let names = comparison.documents.as_ref().map(|document| super::letters::one_line(document.card.name()));
    if names.left == names.right {
        return Pair::from_fn(|side: Side| format!("{} ({})", names[side], side.name()));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{FindingName, fixture};

    fn numbers(report: &Report<'_>) -> Vec<usize> {
        report.entries().iter().map(|entry| entry.number).collect()
    }

    #[test]
    fn what_was_dismissed_comes_only_where_it_is_asked_for() {
        let comparison = fixture::comparison();
        let mut remarks = Remarks::default();
        let name = |id| FindingName::of(&comparison, id).unwrap();
        remarks.set_review(name(0), Some(Review::Dismissed("a slip".to_owned())));
        remarks.set_review(name(1), Some(Review::Checked));
        let report = Report { remarks: Some(&remarks), ..Report::of(&comparison) };
        assert_eq!(numbers(&report), [2, 3]);
        assert_eq!(numbers(&Report { dismissed: true, ..report }), [1, 2, 3]);
        assert_eq!(numbers(&Report { choice: Choice::Checked, ..report }), [2]);
        assert_eq!(numbers(&Report { choice: Choice::Conflicts, ..report }), [0; 0]);
        let listed = Listed { findings: &[2, 0], filters: "" };
        assert_eq!(numbers(&Report { listed: Some(listed), ..report }), [3, 1], "a list is taken as it is");
    }

    #[test]
    fn remarks_that_say_nothing_are_none() {
        let comparison = fixture::comparison();
        let remarks = Remarks::default();
        assert!(Report { remarks: Some(&remarks), ..Report::of(&comparison) }.written().is_none());
    }
}
