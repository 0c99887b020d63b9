//! Which pairs of sentences are worth a closer look: those that share weighty words, found through an inverted index,
//! so that the cost does not grow with left × right.

use crate::text::{Pair, Side};

use super::profile::Profiles;

/// So many partners of a sentence are looked at; the right one is nearly always among the first three.
const PARTNERS: usize = 12;

/// Below this cosine two sentences share next to nothing.
const LEAST_COSINE: f64 = 0.02;

/// Cosines of all pairs that share a word, and how each stands among its sentence's candidates.
pub(super) struct Neighbourhood {
    /// For each left sentence the right ones with their cosine, by id.
    rows: Vec<Vec<(usize, f64)>>,
    best: Pair<Vec<f64>>,
    kept: Vec<Pair<usize>>,
    ranks: Pair<Vec<Vec<usize>>>,
}

impl Neighbourhood {
    pub(super) fn of(profiles: &Profiles) -> Self {
        let rows = cosines(profiles);
        let columns = transposed(&rows, profiles.sentences.right.len());
        let ranks = Pair::new(ranked(&rows), ranked(&columns));
        let best = Pair::new(best(&rows), best(&columns));
        let kept = kept(&ranks);
        Self { rows, best, kept, ranks }
    }

    /// The pairs to look at, in order.
    pub(super) fn pairs(&self) -> &[Pair<usize>] {
        &self.kept
    }

    /// The cosine of two sentences' weighted words.
    pub(super) fn cosine(&self, pair: Pair<usize>) -> f64 {
        let row = &self.rows[pair.left];
        row.binary_search_by_key(&pair.right, |&(right, _)| right).map_or(0.0, |at| row[at].1)
    }

    /// The cosine as a part of the best that the left sentence has, and of the best that the right one has.
    pub(super) fn share_of_best(&self, pair: Pair<usize>) -> (f64, f64) {
        let cosine = self.cosine(pair);
        let share = |side: Side| cosine / self.best[side][pair[side]].max(LEAST_COSINE);
        (share(Side::Left), share(Side::Right))
    }

    /// 1 where each is the other's first choice, less the further down it stands on both lists.
    pub(super) fn rank(&self, pair: Pair<usize>) -> f64 {
        let place = |side: Side, other: usize| {
            self.ranks[side][pair[side]].iter().position(|&id| id == other).unwrap_or(PARTNERS) as f64
        };
        2.0 / (2.0 + place(Side::Left, pair.right) + place(Side::Right, pair.left))
    }

    /// How well the sentences before and after the two go together.
    pub(super) fn around(&self, pair: Pair<usize>) -> f64 {
        let at = |left: Option<usize>, right: Option<usize>| match (left, right) {
            (Some(left), Some(right)) if left < self.rows.len() => self.cosine(Pair::new(left, right)),
            _ => 0.0,
        };
        let Pair { left, right } = pair;
        let before = at(left.checked_sub(1), right.checked_sub(1));
        let after = at(Some(left + 1), Some(right + 1));
        before.max(after)
    }
}

/// For each left sentence the right ones that share a word with it, by id, with their cosine.
fn cosines(profiles: &Profiles) -> Vec<Vec<(usize, f64)>> {
    let words = &profiles.stems;
    let mut postings: Vec<Vec<(usize, f64)>> = vec![Vec::new(); words.len()];
    for (id, profile) in profiles.sentences.right.iter().enumerate() {
        for &(term, n) in &profile.stems {
            postings[term as usize].push((id, n));
        }
    }
    let mut sums = vec![0.0; profiles.sentences.right.len()];
    let one = |profile: &super::profile::Profile| {
        let mut touched = Vec::new();
        for &(term, n) in &profile.stems {
            let weight = words.weight(term).powi(2);
            for &(id, m) in &postings[term as usize] {
                if sums[id] == 0.0 {
                    touched.push(id);
                }
                sums[id] += n * m * weight;
            }
        }
        touched.sort_unstable();
        let mut row: Vec<(usize, f64)> = Vec::with_capacity(touched.len());
        for id in touched {
            let norms = profile.stem_norm * profiles.sentences.right[id].stem_norm;
            let cosine = std::mem::take(&mut sums[id]) / norms.max(f64::MIN_POSITIVE);
            if cosine >= LEAST_COSINE {
                row.push((id, cosine));
            }
        }
        row
    };
    profiles.sentences.left.iter().map(one).collect()
}

fn transposed(rows: &[Vec<(usize, f64)>], columns: usize) -> Vec<Vec<(usize, f64)>> {
    let mut turned = vec![Vec::new(); columns];
    for (left, row) in rows.iter().enumerate() {
        for &(right, cosine) in row {
            turned[right].push((left, cosine));
        }
    }
    turned
}

/// The best partners of each sentence, best first; of equals the earlier one, as news puts what matters first.
fn ranked(rows: &[Vec<(usize, f64)>]) -> Vec<Vec<usize>> {
    let one = |row: &Vec<(usize, f64)>| {
        let mut row = row.clone();
        row.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        row.truncate(PARTNERS);
        row.into_iter().map(|(id, _)| id).collect()
    };
    rows.iter().map(one).collect()
}

fn best(rows: &[Vec<(usize, f64)>]) -> Vec<f64> {
    rows.iter().map(|row| row.iter().map(|&(_, cosine)| cosine).fold(0.0, f64::max)).collect()
}

fn kept(ranks: &Pair<Vec<Vec<usize>>>) -> Vec<Pair<usize>> {
    let of_left =
        ranks.left.iter().enumerate().flat_map(|(left, row)| row.iter().map(move |&right| Pair::new(left, right)));
    let of_right =
        ranks.right.iter().enumerate().flat_map(|(right, row)| row.iter().map(move |&left| Pair::new(left, right)));
    let mut kept: Vec<Pair<usize>> = of_left.chain(of_right).collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}
