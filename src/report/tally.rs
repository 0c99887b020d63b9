//! How much there is of what: findings by kind and relation, sentences with a counterpart, and what to be warned of.

use crate::claims::{Kind, Relation};
use crate::text::{Level, Side};

use super::{Entry, Report};

/// The findings of a report, counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tally<'a>(pub(super) &'a [Entry<'a>]);

impl Tally<'_> {
    /// The kinds that there are, in their order.
    pub(super) fn kinds(self) -> Vec<Kind> {
        Kind::ALL.into_iter().filter(|&kind| self.count(Some(kind), None) > 0).collect()
    }

    /// The relations that there are, in their order.
    pub(super) fn relations(self) -> Vec<Relation> {
        Relation::ALL.into_iter().filter(|&relation| self.count(None, Some(relation)) > 0).collect()
    }

    /// How many findings there are of a kind and a relation; `None` is any.
    pub(super) fn count(self, kind: Option<Kind>, relation: Option<Relation>) -> usize {
        let findings = self.0.iter().map(|entry| entry.finding);
        findings
            .filter(|finding| kind.is_none_or(|kind| kind == finding.kind))
            .filter(|finding| relation.is_none_or(|relation| relation == finding.relation))
            .count()
    }
}

/// How many sentences of a source have a counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    /// All sentences.
    pub(super) all: usize,
    /// Those for which no counterpart was found.
    pub(super) alone: usize,
}

impl Share {
    /// Those with a counterpart.
    pub(super) fn linked(self) -> usize {
        self.all.saturating_sub(self.alone)
    }
}

impl<'a> Report<'a> {
    /// How much of a source has a counterpart.
    pub(super) fn share(&self, side: Side) -> Share {
        let comparison = self.comparison;
        Share { all: comparison.documents[side].sentences.len(), alone: comparison.unmatched[side].len() }
    }

    /// What a reader must know before trusting the report, a sentence each.
    pub(super) fn warnings(&self) -> Vec<&'a str> {
        let notes = self.comparison.notes.iter().filter(|note| note.level == Level::Warning);
        notes.map(|note| note.message.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::fixture;
    use crate::text::Note;

    #[test]
    fn what_there_is_is_counted_and_what_there_is_not_is_not_named() {
        let mut comparison = fixture::comparison();
        comparison.notes.push(Note::warning("few sentences can be aligned".to_owned()));
        let report = Report::of(&comparison);
        let entries = report.entries();
        let tally = Tally(&entries);
        let by_kind: usize = tally.kinds().into_iter().map(|kind| tally.count(Some(kind), None)).sum();
        assert_eq!((by_kind, tally.count(None, None)), (3, 3));
        assert!(tally.kinds().len() <= 3 && tally.relations().contains(&Relation::Conflict));
        assert!(Tally(&[]).kinds().is_empty() && Tally(&[]).relations().is_empty());
        assert_eq!(report.share(Side::Left).all, 6);
        assert_eq!(report.warnings().last(), Some(&"few sentences can be aligned"));
    }
}
