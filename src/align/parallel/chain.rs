//! The heaviest chain: renderings that follow each other in both documents, of the greatest weight together.

use std::collections::BTreeMap;

use crate::text::Pair;

use super::rendering::Rendering;

/// The places in the list of those renderings that make the heaviest chain, in order. `adjoining` is added wherever
/// one begins where another ends on both sides. Only renderings that gain something make a chain.
///
/// Costs n log n for n renderings and nothing for the sentences between them. Of equally heavy chains the one whose
/// renderings stand earlier in the list is taken.
pub(super) fn heaviest(renderings: &[Rendering], adjoining: f64) -> Vec<usize> {
    let mut by_start: Vec<usize> = (0..renderings.len()).collect();
    by_start.sort_by_key(|&at| (renderings[at].sentences.left.start, at));
    let mut by_end: Vec<usize> = (0..renderings.len()).collect();
    by_end.sort_by_key(|&at| (renderings[at].sentences.left.end, at));
    let columns = renderings.iter().map(|rendering| rendering.sentences.right.end + 1).max().unwrap_or(0);

    let mut ends = by_end.into_iter().peekable();
    let mut front = Front::of(columns);
    let mut corners: BTreeMap<(usize, usize), Best> = BTreeMap::new();
    let mut chains = vec![(0.0, None); renderings.len()];
    for at in by_start {
        let Rendering { sentences: Pair { left: rows, right: columns }, weight } = &renderings[at];
        while let Some(ended) = ends.next_if(|&ended| renderings[ended].sentences.left.end <= rows.start) {
            let Pair { left: row, right: column } = renderings[ended].sentences.as_ref().map(|range| range.end);
            let best = Best::of(chains[ended].0, ended);
            front.raise(column, best);
            let corner = corners.entry((row, column)).or_default();
            *corner = corner.better(best);
        }
        let apart = front.up_to(columns.start);
        let beside = corners.get(&(rows.start, columns.start)).copied().unwrap_or_default().plus(adjoining);
        let before = apart.better(beside).better(Best::default());
        chains[at] = (before.weight + weight, before.last);
    }
    let all = chains.iter().enumerate().map(|(at, chain)| Best::of(chain.0, at));
    followed_back(all.fold(Best::default(), Best::better).last, &chains)
}

fn followed_back(last: Option<usize>, chains: &[(f64, Option<usize>)]) -> Vec<usize> {
    let mut chain: Vec<usize> = std::iter::successors(last, |&at| chains[at].1).collect();
    chain.reverse();
    chain
}

/// How heavy a chain can get, and the rendering it ends with. The empty chain weighs nothing.
#[derive(Clone, Copy, Debug, Default)]
struct Best {
    weight: f64,
    last: Option<usize>,
}

impl Best {
    fn of(weight: f64, last: usize) -> Self {
        Self { weight, last: Some(last) }
    }

    fn plus(self, more: f64) -> Self {
        if self.last.is_some() { Self { weight: self.weight + more, ..self } } else { self }
    }

    /// The heavier of the two; of equals the one that ends earlier, and none before any.
    fn better(self, other: Self) -> Self {
        let order = self.weight.total_cmp(&other.weight).then(other.last.cmp(&self.last));
        if order.is_lt() { other } else { self }
    }
}

/// The best chain that ends before each column: a binary indexed tree of maxima.
struct Front {
    best: Vec<Best>,
}

impl Front {
    fn of(columns: usize) -> Self {
        Self { best: vec![Best::default(); columns + 1] }
    }

    /// A chain ends before this column.
    fn raise(&mut self, column: usize, best: Best) {
        let mut at = column + 1;
        while let Some(old) = self.best.get_mut(at) {
            *old = old.better(best);
            at += at & at.wrapping_neg();
        }
    }

    /// The best chain that ends before this column or an earlier one.
    fn up_to(&self, column: usize) -> Best {
        let mut best = Best::default();
        let mut at = (column + 1).min(self.best.len().saturating_sub(1));
        while at > 0 {
            best = best.better(self.best[at]);
            at -= at & at.wrapping_neg();
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendering(rows: (usize, usize), columns: (usize, usize), weight: f64) -> Rendering {
        Rendering { sentences: Pair::new(rows.0..rows.1, columns.0..columns.1), weight }
    }

    #[test]
    fn a_chain_goes_forward_on_both_sides() {
        let all = [
            rendering((0, 1), (0, 3), 2.0),
            rendering((1, 2), (2, 4), 1.0),
            rendering((1, 2), (3, 4), 0.9),
            rendering((3, 5), (0, 1), 1.5),
        ];
        assert_eq!(heaviest(&all, 0.0), [0, 2]);
    }

    #[test]
    fn what_crosses_is_in_no_chain_together() {
        let all = [rendering((0, 1), (5, 6), 1.0), rendering((1, 2), (3, 4), 1.5), rendering((2, 3), (4, 5), 1.0)];
        assert_eq!(heaviest(&all, 0.0), [1, 2]);
    }

    #[test]
    fn neighbours_hold_together() {
        let all = [rendering((0, 1), (0, 1), 1.0), rendering((1, 2), (1, 2), -0.5), rendering((1, 2), (2, 3), 0.2)];
        assert_eq!(heaviest(&all, 0.0), [0, 2]);
        assert_eq!(heaviest(&all, 1.0), [0, 1]);
    }

    #[test]
    fn nothing_that_loses_is_taken() {
        assert!(heaviest(&[rendering((0, 1), (0, 1), -1.0)], 2.0).is_empty());
        assert!(heaviest(&[], 2.0).is_empty());
    }
}
