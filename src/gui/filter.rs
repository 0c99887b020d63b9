//! Which findings are listed, and why the others are not. Pure.

use std::collections::BTreeSet;

use crate::claims::{Finding, Kind, Relation};
use crate::comparison::{Comparison, Review};
use crate::text::Side;

use super::model::Row;

/// How far the reader is with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Not looked at yet.
    Open,
    /// Checked off.
    Checked,
    /// Dismissed by the reader.
    Dismissed,
}

impl Standing {
    /// All three, in the order of the chips.
    pub const ALL: [Self; 3] = [Self::Open, Self::Checked, Self::Dismissed];

    /// How a finding with this review stands.
    pub fn of(review: Option<&Review>) -> Self {
        match review {
            None => Self::Open,
            Some(Review::Checked) => Self::Checked,
            Some(Review::Dismissed(_)) => Self::Dismissed,
        }
    }
}

/// Which findings are shown. Nothing chosen means everything that was not dismissed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only these kinds.
    pub kinds: BTreeSet<Kind>,
    /// Only these relations.
    pub relations: BTreeSet<Relation>,
    /// Only those that stand so.
    pub standings: BTreeSet<Standing>,
    /// Only those in which these words stand.
    pub words: String,
    /// What looks different and is not, too.
    pub agreements: bool,
    /// In the order of the rows instead of the gravest first.
    pub by_place: bool,
}

/// Why a finding is not listed: the first reason that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// It looks different and is not.
    Agreement,
    /// The reader dismissed it.
    Dismissed,
    /// It is or is not checked off.
    Standing,
    /// Its kind is not among those chosen.
    Kind,
    /// Its relation is not among those chosen.
    Relation,
    /// The words do not stand in it.
    Words,
}

impl Filter {
    /// Why a finding is not listed; `None` where it is.
    pub fn hides(&self, comparison: &Comparison, finding: &Finding, review: Option<&Review>) -> Option<Hidden> {
        let standing = Standing::of(review);
        if !self.agreements && finding.relation == Relation::Agrees {
            Some(Hidden::Agreement)
        } else if self.standings.is_empty() && standing == Standing::Dismissed {
            Some(Hidden::Dismissed)
        } else if !self.standings.is_empty() && !self.standings.contains(&standing) {
            Some(Hidden::Standing)
        } else if !self.kinds.is_empty() && !self.kinds.contains(&finding.kind) {
            Some(Hidden::Kind)
        } else if !self.relations.is_empty() && !self.relations.contains(&finding.relation) {
            Some(Hidden::Relation)
        } else if !holds(comparison, finding, &self.words) {
            Some(Hidden::Words)
        } else {
            None
        }
    }

    /// Whether every finding is shown that is neither an agreement nor dismissed.
    pub fn is_open(&self) -> bool {
        self.kinds.is_empty() && self.relations.is_empty() && self.standings.is_empty() && self.words.trim().is_empty()
    }
}

/// Whether words stand in what a finding says or in the words that it rests on, whatever their case.
fn holds(comparison: &Comparison, finding: &Finding, words: &str) -> bool {
    let wanted = words.trim().to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&wanted);
    wanted.is_empty()
        || has(&finding.message)
        || Side::BOTH
            .iter()
            .any(|&side| finding.places[side].is_some_and(|place| has(place.span.of(&comparison.documents[side].text))))
}

/// For each finding, by its id, why it is not listed; `None` where it is.
pub fn hidden(comparison: &Comparison, filter: &Filter, reviews: &[Option<Review>]) -> Vec<Option<Hidden>> {
    let findings = comparison.findings.iter().enumerate();
    let why = |(id, finding)| filter.hides(comparison, finding, reviews.get(id).and_then(Option::as_ref));
    findings.map(why).collect()
}

/// The findings to list, by id, given why each is hidden: the gravest first, as they come, or in the order of the rows.
pub fn ledger(rows: &[Row], by_place: bool, hidden: &[Option<Hidden>]) -> Vec<usize> {
    let shows = |id: &usize| hidden.get(*id) == Some(&None);
    if by_place {
        rows.iter().flat_map(|row| row.findings.iter().copied()).filter(shows).collect()
    } else {
        (0..hidden.len()).filter(shows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::fixture;

    fn listed(filter: &Filter, reviews: &[Option<Review>]) -> Vec<usize> {
        let comparison = fixture::comparison();
        let rows = crate::gui::model::rows(&comparison, Side::Left);
        ledger(&rows, filter.by_place, &hidden(&comparison, filter, reviews))
    }

    #[test]
    fn findings_can_be_listed_in_the_order_of_the_rows() {
        let mut comparison = fixture::comparison();
        comparison.findings.swap(0, 2);
        let rows = crate::gui::model::rows(&comparison, Side::Left);
        let hidden = hidden(&comparison, &Filter::default(), &[]);
        assert_eq!(ledger(&rows, false, &hidden), [0, 1, 2]);
        assert_eq!(ledger(&rows, true, &hidden), [2, 1, 0]);
    }

    #[test]
    fn agreements_are_listed_only_when_asked_for() {
        assert_eq!(listed(&Filter::default(), &[]), [0, 1, 2]);
        assert_eq!(listed(&Filter { agreements: true, ..Filter::default() }, &[]), [0, 1, 2, 3]);
    }

    #[test]
    fn kinds_and_relations_narrow_together() {
        let dates = Filter { kinds: BTreeSet::from([Kind::Date]), ..Filter::default() };
        assert_eq!(listed(&dates, &[]), [0]);
        let none = Filter { relations: BTreeSet::from([Relation::OnlyLeft]), ..dates };
        assert!(listed(&none, &[]).is_empty() && !none.is_open());
    }

    #[test]
    fn dismissed_findings_are_out_of_the_way_until_asked_for() {
        let reviews = [None, Some(Review::Dismissed("a slip".to_owned())), None, None];
        assert_eq!(listed(&Filter::default(), &reviews), [0, 2]);
        let dismissed = Filter { standings: [Standing::Dismissed].into(), ..Filter::default() };
        assert_eq!(listed(&dismissed, &reviews), [1]);
    }

    #[test]
    fn what_is_left_to_do_is_what_is_not_reviewed() {
        let reviews = [Some(Review::Checked), None, None, None];
        let open = Filter { standings: [Standing::Open].into(), ..Filter::default() };
        assert_eq!(listed(&open, &reviews), [1, 2]);
        assert!(!open.is_open());
    }

    #[test]
    fn words_are_looked_for_in_the_sentence_and_in_the_sources() {
        let comparison = fixture::comparison();
        let place = comparison.findings[1].places.left.expect("it rests on words of the left");
        let words = place.span.of(&comparison.documents.left.text).to_uppercase();
        assert_eq!(listed(&Filter { words, ..Filter::default() }, &[]), [1]);
        let filter = Filter { words: "no such words".to_owned(), ..Filter::default() };
        assert!(listed(&filter, &[]).is_empty());
        assert_eq!(filter.hides(&comparison, &comparison.findings[1], None), Some(Hidden::Words));
    }
}
