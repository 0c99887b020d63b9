//! What words come in together, and in how many sentences of each side: two words that stand side by side in one
//! sentence of either article, and nowhere else, say more for a link than the story's standing words ever can.

use rayon::slice::ParallelSliceMut as _;

use crate::text::{Pair, Side};

use super::profile::Profile;
use super::vocabulary::Term;

/// Two terms; of words that stand near each other the smaller number first.
pub(super) type Two = (Term, Term);
/// Three terms in the order of the text.
pub(super) type Three = (Term, Term, Term);

/// What the words of one sentence come in together, each once, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Company {
    /// Two words in a row, at least one of them of content.
    pub(super) twos: Vec<Two>,
    /// Three words in a row, at least one of them of content.
    pub(super) threes: Vec<Three>,
    /// Two content words not far from each other.
    pub(super) near: Vec<Two>,
}

/// Words further apart than this are likely parts of different clauses.
const NEAR: usize = 8;

impl Company {
    /// What comes together in a sentence given as its terms, and which of them carry content.
    pub(super) fn of(sequence: &[Term], content: &[bool]) -> Self {
        let telling = |at: usize, length: usize| content[at..at + length].contains(&true);
        let twos = sequence.windows(2).enumerate().filter(|&(at, _)| telling(at, 2)).map(|(_, w)| (w[0], w[1]));
        let threes = sequence.windows(3).enumerate().filter(|&(at, _)| telling(at, 3)).map(|(_, w)| (w[0], w[1], w[2]));
        Self { twos: each_once(twos), threes: each_once(threes), near: each_once(near(sequence, content)) }
    }
}

fn near<'a>(sequence: &'a [Term], content: &'a [bool]) -> impl Iterator<Item = Two> + 'a {
    let of_content = move |at: &usize| content[*at];
    (0..sequence.len()).filter(of_content).flat_map(move |at| {
        let last = (at + NEAR).min(sequence.len() - 1);
        (at + 1..=last)
            .filter(of_content)
            .map(move |other| (sequence[at], sequence[other]))
            .filter_map(|(a, b)| if a == b { None } else { Some((a.min(b), a.max(b))) })
    })
}

fn each_once<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}

/// In how many sentences of each side a term or a company of terms stands.
#[derive(Debug, Default)]
pub(super) struct Spread {
    terms: Pair<Vec<u32>>,
    pub(super) twos: Census<Two>,
    pub(super) threes: Census<Three>,
    pub(super) near: Census<Two>,
}

impl Spread {
    /// Counts all sentences of both sides, whose terms are numbers below `terms`.
    pub(super) fn of(sentences: Pair<&[Profile]>, terms: usize) -> Self {
        Self {
            terms: sentences.map(|sentences| with_term(sentences, terms)),
            twos: Census::of(sentences, |profile| &profile.company.twos),
            threes: Census::of(sentences, |profile| &profile.company.threes),
            near: Census::of(sentences, |profile| &profile.company.near),
        }
    }

    /// How far a term that both sides have points to one pair of sentences: 1 where each side has it once.
    pub(super) fn points(&self, term: Term) -> f64 {
        let places = Side::BOTH.map(|side| self.terms[side].get(term as usize).copied().unwrap_or(1));
        1.0 / f64::from(places[0].max(places[1]).max(1))
    }
}

fn with_term(sentences: &[Profile], terms: usize) -> Vec<u32> {
    let mut counts = vec![0; terms];
    for &(term, _) in sentences.iter().flat_map(|profile| &profile.stems) {
        if let Some(count) = counts.get_mut(term as usize) {
            *count += 1;
        }
    }
    counts
}

/// How often each item stands on each side, for the items that stand on both.
#[derive(Debug, Default)]
pub(super) struct Census<T> {
    both: Vec<(T, u32)>,
}

impl<T: Ord + Copy + Send> Census<T> {
    fn of<'a>(sentences: Pair<&'a [Profile]>, items: impl Fn(&'a Profile) -> &'a Vec<T>) -> Self
    where
        T: 'a,
    {
        let counted = sentences.map(|sentences| {
            let mut all: Vec<T> = sentences.iter().flat_map(&items).copied().collect();
            all.par_sort_unstable();
            all.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect::<Vec<_>>()
        });
        let mut right = counted.right.iter().peekable();
        let both = counted.left.iter().filter_map(|&(item, n)| {
            while right.next_if(|(other, _)| *other < item).is_some() {}
            right.next_if(|(other, _)| *other == item).map(|&(_, m)| (item, n.max(m)))
        });
        Self { both: both.collect() }
    }

    /// How far an item that both sides have points to one pair of sentences: 1 where each side has it once.
    pub(super) fn points(&self, item: &T) -> f64 {
        let found = self.both.binary_search_by_key(item, |&(item, _)| item);
        found.map_or(0.0, |at| 1.0 / f64::from(self.both[at].1))
    }
}

/// The items that stand in both of two ordered lists.
pub(super) fn in_both<'a, T: Ord>(a: &'a [T], b: &'a [T]) -> impl Iterator<Item = &'a T> {
    let mut rest = b.iter().peekable();
    a.iter().filter(move |item| {
        while rest.next_if(|other| other < item).is_some() {}
        rest.next_if(|other| other == item).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_in_twos_threes_and_near_each_other() {
        let company = Company::of(&[5, 1, 7, 1], &[true, false, true, false]);
        assert_eq!(company.twos, [(1, 7), (5, 1), (7, 1)]);
        assert_eq!(company.threes, [(1, 7, 1), (5, 1, 7)]);
        assert_eq!(company.near, [(5, 7)]);
    }

    #[test]
    fn what_stands_once_on_each_side_points_to_one_pair() {
        let sentence = |terms: &[Term]| {
            let content = vec![true; terms.len()];
            Profile {
                stems: super::super::vocabulary::counts(terms.to_vec()),
                company: Company::of(terms, &content),
                ..Profile::default()
            }
        };
        let (left, right) = ([sentence(&[1, 2]), sentence(&[1, 3])], [sentence(&[1, 2]), sentence(&[1, 4])]);
        let spread = Spread::of(Pair::new(&left, &right), 5);
        assert_eq!(spread.points(1), 0.5);
        assert_eq!(spread.twos.points(&(1, 2)), 1.0);
        assert_eq!(spread.twos.points(&(1, 3)), 0.0, "one side does not have it");
    }

    #[test]
    fn in_both_keeps_the_order() {
        assert_eq!(in_both(&[1, 3, 5], &[2, 3, 5, 6]).collect::<Vec<_>>(), [&3, &5]);
    }
}
