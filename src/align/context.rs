//! The second look at a pair: what its rivals and its surroundings came to at the first. A sentence that has found its
//! partner needs no other, and a sentence between two linked ones likely belongs to what lies between their partners.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::text::{Pair, Side};

use super::Candidate;

/// How many values the second look goes by.
pub const CONTEXT_COUNT: usize = CONTEXT_NAMES.len();

/// What the second look goes by, in the order of the values; the weights file uses these names.
pub const CONTEXT_NAMES: [&str; 13] = [
    "first_look",
    "rival_most",
    "rival_least",
    "rivals_of_both",
    "along",
    "across",
    "beside",
    "share_least",
    "share_most",
    "density",
    "between_along",
    "between_across",
    "free",
];

/// The values of the second look for one pair, in the order of [`CONTEXT_NAMES`].
pub type Context = [f64; CONTEXT_COUNT];

/// Probabilities nearer to 0 or 1 than this are all one: nothing is that sure.
const SUREST: f64 = 0.003;

/// The second look at each candidate, in their order; `sentences` is how many each side has.
pub fn context(candidates: &[Candidate], sentences: Pair<usize>) -> Vec<Context> {
    let around = Around::of(candidates, sentences);
    candidates.par_iter().map(|candidate| around.look(candidate)).collect()
}

/// All candidates of the first look.
struct Around {
    /// In the order of the pairs.
    scores: Vec<(Pair<usize>, f64)>,
    rivals: Pair<Vec<Rivals>>,
    density: f64,
}

/// What the candidates of one sentence came to.
#[derive(Clone, Copy, Default)]
struct Rivals {
    best: f64,
    next: f64,
    sum: f64,
}

impl Rivals {
    fn add(&mut self, score: f64) {
        self.sum += score;
        self.next = self.next.max(score.min(self.best));
        self.best = self.best.max(score);
    }

    /// The best of the others.
    fn against(&self, score: f64) -> f64 {
        if score >= self.best { self.next } else { self.best }
    }
}

impl Around {
    fn of(candidates: &[Candidate], sentences: Pair<usize>) -> Self {
        let mut rivals = sentences.map(|count| vec![Rivals::default(); count]);
        for candidate in candidates {
            for side in Side::BOTH {
                rivals[side][candidate.sentences[side]].add(candidate.score);
            }
        }
        // Summed from both sides, so that the sum is the same to the last digit whichever side is the left one.
        let [left, right] = Side::BOTH.map(|side| rivals[side].iter().map(|rivals| rivals.sum).sum::<f64>());
        let mut scores: Vec<_> = candidates.iter().map(|candidate| (candidate.sentences, candidate.score)).collect();
        scores.sort_unstable_by_key(|(pair, _)| *pair);
        Self {
            scores,
            rivals,
            density: f64::midpoint(left, right) / ((sentences.left * sentences.right) as f64).sqrt().max(1.0),
        }
    }

    fn look(&self, candidate: &Candidate) -> Context {
        let Candidate { sentences: pair, score } = *candidate;
        let rivals = Side::BOTH.map(|side| &self.rivals[side][pair[side]]);
        let [left, right] = rivals.map(|rivals| rivals.against(score));
        let [of_left, of_right] = rivals.map(|rivals| score / rivals.best.max(f64::MIN_POSITIVE));
        let at = |left: isize, right: isize| self.at(pair, left, right);
        let before = at(0, -1).max(at(-1, -1)).max(at(-1, 0));
        let after = at(0, 1).max(at(1, 1)).max(at(1, 0));
        let (down, up) = (at(-1, 1).max(at(-1, 2)), at(1, -1).max(at(1, -2)));
        let (down_mirrored, up_mirrored) = (at(-1, 1).max(at(-2, 1)), at(1, -1).max(at(2, -1)));
        [
            log_odds(score),
            left.max(right),
            left.min(right),
            (rivals[0].sum - score) * (rivals[1].sum - score),
            at(-1, -1).max(at(1, 1)),
            at(-1, 1).max(at(1, -1)),
            at(0, -1).max(at(0, 1)).max(at(-1, 0)).max(at(1, 0)),
            of_left.min(of_right),
            of_left.max(of_right),
            self.density,
            before.min(after),
            down.min(up).max(down_mirrored.min(up_mirrored)),
            (1.0 - left) * (1.0 - right),
        ]
    }

    /// What the pair so many sentences on came to; 0 where there is none.
    fn at(&self, pair: Pair<usize>, left: isize, right: isize) -> f64 {
        let moved = pair.left.checked_add_signed(left).zip(pair.right.checked_add_signed(right));
        let found = moved.and_then(|(left, right)| {
            self.scores.binary_search_by_key(&Pair::new(left, right), |(pair, _)| *pair).ok()
        });
        found.map_or(0.0, |at| self.scores[at].1)
    }
}

fn log_odds(score: f64) -> f64 {
    (score.max(SUREST) / (1.0 - score.min(1.0 - SUREST))).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(context: &Context, name: &str) -> f64 {
        CONTEXT_NAMES.iter().zip(context).find(|(other, _)| **other == name).map_or(f64::NAN, |(_, value)| *value)
    }

    #[test]
    fn rivals_and_surroundings_are_those_of_the_first_look() {
        let candidate = |left, right, score| Candidate { sentences: Pair::new(left, right), score };
        let all = [candidate(0, 0, 0.9), candidate(1, 1, 0.4), candidate(1, 2, 0.6), candidate(2, 2, 0.8)];
        let looks = context(&all, Pair::new(3, 3));
        assert_eq!(value(&looks[1], "rival_most"), 0.6);
        assert_eq!(value(&looks[1], "rival_least"), 0.0);
        assert_eq!(value(&looks[1], "between_along"), 0.8, "between (0, 0) and (2, 2)");
        assert_eq!(value(&looks[0], "along"), 0.4);
        assert!((value(&looks[1], "share_least") - 0.4 / 0.6).abs() < 1e-9);
    }

    #[test]
    fn swapping_the_sides_changes_no_value() {
        let candidate = |left, right, score| Candidate { sentences: Pair::new(left, right), score };
        let all = [candidate(0, 2, 0.7), candidate(1, 0, 0.5), candidate(1, 1, 0.6), candidate(2, 0, 0.3)];
        let swapped = all.map(|c| candidate(c.sentences.right, c.sentences.left, c.score));
        let (looks, mirrored) = (context(&all, Pair::new(3, 3)), context(&swapped, Pair::new(3, 3)));
        for (look, mirror) in looks.iter().zip(&mirrored) {
            for (value, same) in look.iter().zip(mirror) {
                assert!((value - same).abs() < 1e-12, "{looks:?} {mirrored:?}");
            }
        }
    }
}
