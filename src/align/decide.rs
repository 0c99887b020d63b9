//! From probabilities to links of any shape: what is asserted, and what is only offered.

use std::collections::BTreeMap;

use crate::text::{Pair, Side};

use super::order::best_first;
use super::{Candidate, Link, Pins, Status};

/// Thresholds of the decision; tuned on the training pairs together with the weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Criterion {
    /// A pair below this is never asserted.
    pub least: f64,
    /// A pair is asserted only if it has at least this part of the best probability of either of its sentences.
    pub of_best: f64,
}

/// A pair below this is not even offered: one in three hundred would be right.
const LEAST_POSSIBLE: f64 = 0.003;

/// So many partners are offered for a sentence: more than three are not looked at.
const MOST_POSSIBLE: usize = 3;

/// The links to assert, the pinned ones among them, in order.
pub(super) fn links(scored: &[Candidate], pins: &Pins, criterion: Criterion) -> Vec<Link> {
    let mut links = pins.links.clone();
    if !pins.only {
        let free: Vec<&Candidate> = scored.iter().filter(|candidate| pins.allows(candidate.sentences)).collect();
        let best = Pair::from_fn(|side| best_of(&free, side));
        links.extend(free.iter().filter(|candidate| stands(candidate, &best, criterion)).map(|candidate| Link {
            sentences: candidate.sentences,
            score: candidate.score,
            status: Status::Suggested,
        }));
    }
    links.sort_by_key(|link| link.sentences);
    links
}

fn best_of(candidates: &[&Candidate], side: Side) -> BTreeMap<usize, f64> {
    let mut best = BTreeMap::new();
    for candidate in candidates {
        let of_sentence: &mut f64 = best.entry(candidate.sentences[side]).or_default();
        *of_sentence = of_sentence.max(candidate.score);
    }
    best
}

fn stands(candidate: &Candidate, best: &Pair<BTreeMap<usize, f64>>, criterion: Criterion) -> bool {
    let good_enough_for = |side: Side| {
        let best = best[side].get(&candidate.sentences[side]).copied().unwrap_or(0.0);
        candidate.score >= criterion.of_best * best
    };
    candidate.score >= criterion.least && Side::BOTH.into_iter().any(good_enough_for)
}

/// The pairs to offer: the best of those that are not linked, at most three for a sentence of either side.
pub(super) fn possible(scored: &[Candidate], links: &[Link], pins: &Pins, first: Side) -> Vec<Candidate> {
    let is_linked = |pair: Pair<usize>| links.binary_search_by_key(&pair, |link| link.sentences).is_ok();
    let mut offered: Vec<Candidate> = scored
        .iter()
        .filter(|candidate| {
            candidate.score >= LEAST_POSSIBLE && pins.allows(candidate.sentences) && !is_linked(candidate.sentences)
        })
        .copied()
        .collect();
    offered.sort_by(|a, b| best_first((a.score, a.sentences), (b.score, b.sentences), first));
    let mut taken: Pair<BTreeMap<usize, usize>> = Pair::default();
    offered.retain(|candidate| {
        let room = Side::BOTH
            .iter()
            .all(|&side| taken[side].get(&candidate.sentences[side]).is_none_or(|&n| n < MOST_POSSIBLE));
        if room {
            for side in Side::BOTH {
                *taken[side].entry(candidate.sentences[side]).or_default() += 1;
            }
        }
        room
    });
    offered
}
