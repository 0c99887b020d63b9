//! The words that two sentences share, as runs: stretches that both have in the same order.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::profile::Profile;
use crate::align::vocabulary::{Term, Vocabulary};
use crate::text::{Pair, Side};

/// A content word that weighs less than this stands in half of the story's sentences: it tells nothing.
const LEAST_TELLING: f64 = 0.7;

/// A stretch of words that both sentences have, beginning and ending with a telling one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Run {
    /// Its first word in each sentence, as places in the sentences' sequences.
    pub(super) from: Pair<usize>,
    /// How many words.
    pub(super) len: usize,
    /// How many of them tell something.
    pub(super) telling: usize,
    /// What the telling ones weigh together.
    pub(super) weight: f64,
    /// What the heaviest of them weighs.
    pub(super) heaviest: f64,
}

impl Run {
    /// Its words in one sentence, as places in that sentence's sequence.
    pub(super) fn places(&self, side: Side) -> Range<usize> {
        self.from[side]..self.from[side] + self.len
    }
}

/// Two sentences and what their words weigh.
pub(super) struct Sentences<'a> {
    /// The sentences.
    pub(super) both: Pair<&'a Profile>,
    /// The weights.
    pub(super) words: &'a Vocabulary,
    /// The side whose order decides between equals ([`crate::align::order::first`]).
    pub(super) first: Side,
}

impl Sentences<'_> {
    /// The terms of a run.
    pub(super) fn terms(&self, run: &Run) -> &[Term] {
        self.both.left.sequence.get(run.places(Side::Left)).unwrap_or_default()
    }

    /// The runs that both sentences have, heaviest first; no word is in two of them.
    pub(super) fn runs(&self) -> Vec<Run> {
        let mut free = self.both.map(|profile| vec![true; profile.sequence.len()]);
        let mut runs = Vec::new();
        for run in self.in_order(self.diagonals()) {
            for part in self.unused(&run, &free) {
                for side in Side::BOTH {
                    free[side][part.places(side)].fill(false);
                }
                runs.push(part);
            }
        }
        self.in_order(runs)
    }

    /// What the word tells that stands at these places; nothing where it is a small word of either sentence.
    fn telling(&self, at: Pair<usize>) -> Option<f64> {
        let content = Side::BOTH.iter().all(|&side| self.both[side].content.get(at[side]) == Some(&true));
        let weight = self.words.weight(*self.both.left.sequence.get(at.left)?);
        (content && weight >= LEAST_TELLING).then_some(weight)
    }

    /// Every longest stretch of words that stands in both, used words not minded.
    fn diagonals(&self) -> Vec<Run> {
        let mut places: BTreeMap<Term, Vec<usize>> = BTreeMap::new();
        for (at, &term) in self.both.right.sequence.iter().enumerate() {
            places.entry(term).or_default().push(at);
        }
        let mut open: BTreeMap<usize, Pair<usize>> = BTreeMap::new();
        let mut runs = Vec::new();
        for (left, term) in self.both.left.sequence.iter().enumerate() {
            let here = places.get(term).map_or(&[][..], Vec::as_slice);
            let next = here.iter().map(|&right| {
                let begun = right.checked_sub(1).and_then(|before| open.remove(&before));
                (right, begun.unwrap_or(Pair::new(left, right)))
            });
            let next: BTreeMap<usize, Pair<usize>> = next.collect();
            runs.extend(std::mem::replace(&mut open, next).into_values().map(|from| (from, left)));
        }
        let end = self.both.left.sequence.len();
        runs.extend(open.into_values().map(|from| (from, end)));
        runs.into_iter().filter_map(|(from, end)| self.trimmed(from, end - from.left)).collect()
    }

    /// The parts of a run whose words are still free in both sentences.
    fn unused(&self, run: &Run, free: &Pair<Vec<bool>>) -> Vec<Run> {
        let is_free = |n: &usize| Side::BOTH.iter().all(|&side| free[side].get(run.from[side] + n) == Some(&true));
        let places: Vec<usize> = (0..run.len).filter(is_free).collect();
        let stretches = places.chunk_by(|a, b| a + 1 == *b);
        let part = |stretch: &[usize]| self.trimmed(run.from.map(|from| from + stretch[0]), stretch.len());
        stretches.filter_map(part).collect()
    }

    /// A run without the words at its ends that tell nothing; `None` where none tells anything.
    fn trimmed(&self, from: Pair<usize>, len: usize) -> Option<Run> {
        let at = |n: usize| from.map(|from| from + n);
        let telling: Vec<(usize, f64)> = (0..len).filter_map(|n| Some((n, self.telling(at(n))?))).collect();
        let (first, last) = (telling.first()?.0, telling.last()?.0);
        Some(Run {
            from: at(first),
            len: last + 1 - first,
            telling: telling.len(),
            weight: telling.iter().map(|(_, weight)| weight).sum(),
            heaviest: telling.iter().map(|(_, weight)| *weight).fold(0.0, f64::max),
        })
    }

    /// Heaviest first; of equals the earlier.
    fn in_order(&self, mut runs: Vec<Run>) -> Vec<Run> {
        let place = |run: &Run| (run.from.left + run.from.right, run.from[self.first]);
        runs.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(place(a).cmp(&place(b))));
        runs
    }
}
