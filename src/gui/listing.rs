//! What follows from which findings are listed: how many there are of each sort, what is hidden and why, and which
//! sentences and rows stand out. Worked out once after each change, as the window shows it in every frame. Pure.

use std::collections::BTreeMap;

use crate::claims::{Finding, Kind, Relation};
use crate::comparison::{Comparison, Review};
use crate::text::{Pair, Side};

use super::filter::{Hidden, Standing};
use super::minimap::Tick;
use super::model::Row;
use super::reading::Reading;

/// What follows from a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// How many findings there are, listed or not.
    pub tally: Tally,
    /// For each finding, by its id, whether it is listed.
    listed: Vec<bool>,
    sentences: Pair<Vec<Option<Tick>>>,
    rows: Vec<Option<Tick>>,
}

/// How many findings there are, listed or not. Agreements are no differences: only `relations` counts them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub all: usize,
    /// By their kind.
    pub kinds: BTreeMap<Kind, usize>,
    /// By their relation.
    pub relations: BTreeMap<Relation, usize>,
    /// By how far the reader is with them.
    pub standings: BTreeMap<Standing, usize>,
    /// Those that are hidden, by the reason.
    pub hidden: BTreeMap<Hidden, usize>,
}

impl Listing {
    /// What follows from a ledger over a comparison with its rows and how it is read.
    pub fn of(comparison: &Comparison, reading: &Reading, rows: &[Row], ledger: &[usize], tally: Tally) -> Self {
        let mut listed = vec![false; comparison.findings.len()];
        for &id in ledger {
            if let Some(listed) = listed.get_mut(id) {
                *listed = true;
            }
        }
        let tick = |ids: &[usize]| {
            let shown = ids.iter().filter(|&&id| listed.get(id) == Some(&true));
            shown.filter_map(|&id| comparison.findings.get(id)).map(|finding| Tick::of(finding.relation)).max()
        };
        let sentences = Pair::from_fn(|side| {
            let count = comparison.documents[side].sentences.len();
            (0..count).map(|id| tick(&reading.standing(side, id)?.findings)).collect()
        });
        let rows = rows.iter().map(|row| tick(&row.findings)).collect();
        Self { tally, listed, sentences, rows }
    }

    /// Whether a finding is listed.
    pub fn has(&self, finding: usize) -> bool {
        self.listed.get(finding).copied().unwrap_or(false)
    }

    /// How a sentence stands out by the listed findings whose words stand in it.
    pub fn of_sentence(&self, side: Side, sentence: usize) -> Option<Tick> {
        self.sentences[side].get(sentence).copied().flatten()
    }

    /// How a row stands out by its listed findings; rows are counted as in the comparison that is open.
    pub fn of_row(&self, row: usize) -> Option<Tick> {
        self.rows.get(row).copied().flatten()
    }
}

impl Tally {
    /// Counts the findings of a comparison; `reviews`, and why each is hidden, are by their ids.
    pub fn of(comparison: &Comparison, reviews: &[Option<Review>], hidden: &[Option<Hidden>]) -> Self {
        let mut tally = Self::default();
        for (id, finding) in comparison.findings.iter().enumerate() {
            let review = reviews.get(id).and_then(Option::as_ref);
            tally.count(finding, Standing::of(review), hidden.get(id).copied().flatten());
        }
        tally
    }

    fn count(&mut self, finding: &Finding, standing: Standing, hidden: Option<Hidden>) {
        *self.relations.entry(finding.relation).or_default() += 1;
        if finding.relation == Relation::Agrees {
            return;
        }
        self.all += 1;
        *self.kinds.entry(finding.kind).or_default() += 1;
        *self.standings.entry(standing).or_default() += 1;
        if let Some(why) = hidden {
            *self.hidden.entry(why).or_default() += 1;
        }
    }

    /// Whether a finding was checked off or dismissed.
    pub fn is_begun(&self) -> bool {
        self.standings.keys().any(|&standing| standing != Standing::Open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::filter::{Filter, hidden, ledger};
    use crate::gui::fixture;
    use crate::gui::model::rows;

    fn tally(filter: &Filter, reviews: &[Option<Review>]) -> Tally {
        let comparison = fixture::comparison();
        Tally::of(&comparison, reviews, &hidden(&comparison, filter, reviews))
    }

    fn listing(filter: &Filter) -> Listing {
        let comparison = fixture::comparison();
        let rows = rows(&comparison, Side::Left);
        let ledger = ledger(&rows, filter.by_place, &hidden(&comparison, filter, &[]));
        Listing::of(&comparison, &Reading::of(&comparison), &rows, &ledger, Tally::default())
    }

    #[test]
    fn agreements_are_counted_as_such_and_not_as_findings() {
        let tally = tally(&Filter::default(), &[]);
        assert_eq!((tally.all, tally.relations[&Relation::Agrees]), (3, 1));
        assert_eq!(tally.kinds.values().sum::<usize>(), 3);
        assert!(tally.hidden.is_empty() && !tally.is_begun());
    }

    #[test]
    fn every_hidden_finding_is_counted_once() {
        let reviews = [Some(Review::Checked), Some(Review::Dismissed(String::new())), None, None];
        let kinds = [fixture::comparison().findings[0].kind].into();
        let tally = tally(&Filter { kinds, ..Filter::default() }, &reviews);
        assert_eq!(tally.hidden, [(Hidden::Dismissed, 1), (Hidden::Kind, 1)].into());
        let standings = [(Standing::Open, 1), (Standing::Checked, 1), (Standing::Dismissed, 1)];
        assert!(tally.standings == standings.into() && tally.is_begun());
    }

    #[test]
    fn what_is_not_listed_does_not_stand_out() {
        let comparison = fixture::comparison();
        let place = comparison.findings[0].places.left.expect("it rests on words of the left");
        let (all, none) =
            (listing(&Filter::default()), listing(&Filter { words: "no such".into(), ..Filter::default() }));
        assert_eq!(all.of_sentence(Side::Left, place.sentence), Some(Tick::of(comparison.findings[0].relation)));
        assert_eq!(none.of_sentence(Side::Left, place.sentence), None);
        assert!(all.has(0) && !none.has(0) && !all.has(99));
        let row = rows(&comparison, Side::Left).iter().position(|row| row.findings.contains(&0));
        let row = row.expect("the finding stands in a row");
        assert_eq!(
            (all.of_row(row), none.of_row(row), all.of_row(99)),
            (all.of_sentence(Side::Left, place.sentence), None, None)
        );
    }
}
