//! The words that two sentences share, as runs: stretches that both have in the same order.

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
        let Pair { left, right } = self.both;
        let mut runs = Vec::new();
        // The stretches that end with the word before and with this one: by their end on the right, where they began.
        let (mut before, mut here) = (Vec::<(usize, Pair<usize>)>::new(), Vec::new());
        for (i, term) in left.sequence.iter().enumerate() {
            let mut ends = before.drain(..).peekable();
            let start = right.places.partition_point(|(other, _)| other < term);
            for &(_, j) in right.places[start..].iter().take_while(|(other, _)| other == term) {
                while let Some((_, from)) = ends.next_if(|(end, _)| end + 1 < j) {
                    runs.extend(self.trimmed(from, i - from.left));
                }
                let begun = ends.next_if(|(end, _)| end + 1 == j).map(|(_, from)| from);
                here.push((j, begun.unwrap_or(Pair::new(i, j))));
            }
            runs.extend(ends.filter_map(|(_, from)| self.trimmed(from, i - from.left)));
            std::mem::swap(&mut before, &mut here);
        }
        runs.extend(before.into_iter().filter_map(|(_, from)| self.trimmed(from, left.sequence.len() - from.left)));
        runs
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
        let mut run: Option<Run> = None;
        for n in 0..len {
            let at = from.map(|from| from + n);
            let Some(weight) = self.telling(at) else { continue };
            let run = run.get_or_insert(Run { from: at, len: 0, telling: 0, weight: 0.0, heaviest: 0.0 });
            run.len = at.left + 1 - run.from.left;
            run.telling += 1;
            run.weight += weight;
            run.heaviest = run.heaviest.max(weight);
        }
        run
    }

    /// Heaviest first; of equals the earlier.
    fn in_order(&self, mut runs: Vec<Run>) -> Vec<Run> {
        let place = |run: &Run| (run.from.left + run.from.right, run.from[self.first]);
        runs.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(place(a).cmp(&place(b))));
        runs
    }
}
