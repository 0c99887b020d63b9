//! How a pair stands among the other candidates of its two sentences: alike for everything is alike for nothing.

use crate::text::{Pair, Side};

/// The features that are told here.
pub(super) const NAMES: [&str; 3] = ["lead_least", "lead_most", "above_usual"];

/// So many of a sentence's best candidates tell how alike anything is to it.
const USUAL: usize = 3;

/// How alike two sentences are, measured twice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likeness {
    /// By words and grams.
    pub(super) cosines: f64,
    /// By the words that tell something.
    pub(super) telling: f64,
}

/// The candidates of each sentence.
pub(super) struct Standing {
    of: Pair<Vec<Field>>,
}

/// What is known of one sentence's candidates.
#[derive(Clone, Copy, Debug, Default)]
struct Field {
    /// The two best by cosines.
    best: [f64; 2],
    /// The best by telling words, best first.
    telling: [f64; USUAL],
}

impl Field {
    fn add(&mut self, likeness: Likeness) {
        insert(&mut self.best, likeness.cosines);
        insert(&mut self.telling, likeness.telling);
    }

    /// How far a candidate is ahead of the best other one; below 0 where it is behind.
    fn lead(&self, cosines: f64) -> f64 {
        if cosines >= self.best[0] { cosines - self.best[1] } else { cosines - self.best[0] }
    }

    fn usual(&self) -> f64 {
        self.telling.iter().sum::<f64>() / USUAL as f64
    }
}

/// Puts a value where it belongs among the greatest, greatest first.
fn insert(greatest: &mut [f64], value: f64) {
    let at = greatest.partition_point(|other| *other >= value);
    if let Some(tail) = greatest.get_mut(at..) {
        tail.rotate_right(usize::from(!tail.is_empty()));
        if let Some(first) = tail.first_mut() {
            *first = value;
        }
    }
}

impl Standing {
    /// All candidates, with how alike they are; `sentences` is how many each side has.
    pub(super) fn of(sentences: Pair<usize>, candidates: impl Iterator<Item = (Pair<usize>, Likeness)>) -> Self {
        let mut of = sentences.map(|count| vec![Field::default(); count]);
        for (pair, likeness) in candidates {
            for side in Side::BOTH {
                of[side][pair[side]].add(likeness);
            }
        }
        Self { of }
    }

    /// The values for a candidate, in the order of [`NAMES`].
    pub(super) fn values(&self, pair: Pair<usize>, likeness: Likeness) -> [f64; NAMES.len()] {
        let fields = Side::BOTH.map(|side| &self.of[side][pair[side]]);
        let [left, right] = fields.map(|field| field.lead(likeness.cosines));
        let usual: f64 = fields.iter().map(|field| field.usual()).sum();
        [left.min(right), left.max(right), 2.0 * likeness.telling - usual]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_candidate_leads_by_what_the_next_one_lacks() {
        let likeness = |cosines| Likeness { cosines, telling: cosines };
        let candidates = [(Pair::new(0, 0), likeness(0.9)), (Pair::new(0, 1), likeness(0.6))];
        let standing = Standing::of(Pair::new(1, 2), candidates.into_iter());
        let [least, most, above] = standing.values(candidates[0].0, candidates[0].1);
        assert!((least - 0.3).abs() < 1e-9 && (most - 0.9).abs() < 1e-9, "{least} {most}");
        assert!(above > standing.values(candidates[1].0, candidates[1].1)[2]);
    }
}
