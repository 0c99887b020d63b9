//! How far two documents run in parallel: whether what one tells first the other tells first, too.

use std::collections::BTreeSet;

use crate::align::Candidate;
use crate::align::order::best_first;
use crate::text::{Pair, Side};

/// A pair below this says nothing about the order: it is rather a chance likeness.
const LEAST: f64 = 0.5;

/// So many pairs of anchors in doubtful order are assumed before the first is seen: a handful of anchors that happen to
/// stand in order are no proof, and short reports on one event often have such a handful.
const DOUBTS: f64 = 40.0;

/// Agreement of order up to which documents are read in any order, and from which they are read as versions of one text. By
/// these, one report in fifty on the same event counts as parallel, but nearly every version of one text with a dozen anchors.
const FREE: f64 = 0.52;
const BOUND: f64 = 0.62;

/// How much order counts as evidence: 0 where the documents tell things each in its own order, 1 where they run in
/// parallel.
pub(super) fn parallel(scored: &[Candidate], first: Side) -> f64 {
    ((agreement(&anchors(scored, first)) - FREE) / (BOUND - FREE)).clamp(0.0, 1.0)
}

/// Pairs of which each is the other's best, by the left sentence.
fn anchors(scored: &[Candidate], first: Side) -> Vec<Pair<usize>> {
    let mut sure: Vec<&Candidate> = scored.iter().filter(|candidate| candidate.score >= LEAST).collect();
    sure.sort_by(|a, b| best_first((a.score, a.sentences), (b.score, b.sentences), first));
    let mut met: Pair<BTreeSet<usize>> = Pair::default();
    let mut anchors = Vec::new();
    for Pair { left, right } in sure.into_iter().map(|candidate| candidate.sentences) {
        let (new_left, new_right) = (met.left.insert(left), met.right.insert(right));
        if new_left && new_right {
            anchors.push(Pair::new(left, right));
        }
    }
    anchors.sort_unstable();
    anchors
}

/// Kendall's rank correlation of the anchors' places, drawn towards 0 where they are few.
fn agreement(anchors: &[Pair<usize>]) -> f64 {
    let mut seen: Vec<usize> = Vec::with_capacity(anchors.len());
    let mut against = 0;
    for anchor in anchors {
        let place = seen.partition_point(|&right| right < anchor.right);
        against += seen.len() - place;
        seen.insert(place, anchor.right);
    }
    let all = (anchors.len() * anchors.len().saturating_sub(1) / 2) as f64;
    (all - 2.0 * against as f64) / (all + DOUBTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(anchors: impl Iterator<Item = (usize, usize)>) -> f64 {
        let scored: Vec<Candidate> =
            anchors.map(|(left, right)| Candidate { sentences: Pair::new(left, right), score: 0.8 }).collect();
        parallel(&scored, Side::Left)
    }

    #[test]
    fn order_counts_only_where_many_anchors_agree_on_it() {
        assert_eq!(course((0..20).map(|n| (n, 2 * n))), 1.0);
        assert_eq!(course((0..4).map(|n| (n, n))), 0.0, "four in order are no proof");
        assert_eq!(course((0..20).map(|n| (n, (7 * n) % 20))), 0.0, "news crosses");
        assert_eq!(course(std::iter::empty()), 0.0);
    }

    #[test]
    fn only_the_best_partner_is_an_anchor() {
        let scored = [(0, 5, 0.9), (0, 6, 0.5), (1, 5, 0.6), (2, 7, 0.2)]
            .map(|(left, right, score)| Candidate { sentences: Pair::new(left, right), score });
        assert_eq!(anchors(&scored, Side::Left), [Pair::new(0, 5)]);
    }
}
