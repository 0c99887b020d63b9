//! Two articles scrolled together: what tells the same stands at the same height. Pure.
//!
//! Links that run in one order are the anchors; between two of them, and inside each, places are interpolated, so the
//! other article moves smoothly and waits where this one has more to say. Links that cross the others do not pull.

use std::cmp::Reverse;

use egui::Rangef;

use crate::text::{Pair, Side};

/// The heaviest row of links that rise on both sides; where one is to be looked at, the row goes through it.
/// A link is its sentences and its weight.
pub fn chain(links: &[(Pair<usize>, f64)], through: Option<Pair<usize>>) -> Vec<Pair<usize>> {
    let fits = |pair: Pair<usize>| {
        through.is_none_or(|chosen| {
            pair == chosen
                || (pair.left < chosen.left && pair.right < chosen.right)
                || (pair.left > chosen.left && pair.right > chosen.right)
        })
    };
    let mut ordered: Vec<(Pair<usize>, f64)> = links.iter().copied().filter(|link| fits(link.0)).collect();
    // Of links that share their left sentence only one can be in a row, so the one further right comes first.
    ordered.sort_by_key(|(pair, _)| (pair.left, Reverse(pair.right)));
    let mut best = Best::with_room_for(ordered.iter().map(|link| link.0.right + 1).max().unwrap_or(0));
    let mut before: Vec<Option<usize>> = Vec::with_capacity(ordered.len());
    for (place, (pair, weight)) in ordered.iter().enumerate() {
        let leading = best.up_to(pair.right);
        before.push(leading.map(|(_, at)| at));
        best.raise(pair.right, leading.map_or(0.0, |(sum, _)| sum) + weight.max(LEAST), place);
    }
    let mut at = best.up_to(best.room()).map(|(_, at)| at);
    let mut row = Vec::new();
    while let Some(place) = at {
        row.extend(ordered.get(place).map(|link| link.0));
        at = before.get(place).copied().flatten();
    }
    row.reverse();
    row
}

/// No link weighs nothing: more links are a better row.
const LEAST: f64 = 0.01;

/// The heaviest row that ends before a place, for any place, in logarithmic time: a Fenwick tree of maxima.
struct Best {
    tree: Vec<Option<(f64, usize)>>,
}

impl Best {
    fn with_room_for(places: usize) -> Self {
        Self { tree: vec![None; places + 1] }
    }

    fn room(&self) -> usize {
        self.tree.len() - 1
    }

    /// The heaviest row that ends before a place.
    fn up_to(&self, place: usize) -> Option<(f64, usize)> {
        let mut at = place.min(self.room());
        let mut found: Option<(f64, usize)> = None;
        while at > 0 {
            found = heavier(found, self.tree[at]);
            at &= at - 1;
        }
        found
    }

    fn raise(&mut self, place: usize, sum: f64, row: usize) {
        let mut at = place + 1;
        while let Some(entry) = self.tree.get_mut(at) {
            *entry = heavier(*entry, Some((sum, row)));
            at += at & at.wrapping_neg();
        }
    }
}

fn heavier(one: Option<(f64, usize)>, other: Option<(f64, usize)>) -> Option<(f64, usize)> {
    match (one, other) {
        (Some(a), Some(b)) => Some(if b.0 > a.0 { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// Two articles laid out, and the links that hold them together.
pub struct Together<'a, E: Fn(Side, usize) -> Rangef> {
    /// Links that rise on both sides.
    pub chain: &'a [Pair<usize>],
    /// From where to where a sentence reaches, counted from the top of its article.
    pub extent: E,
    /// How high each article is.
    pub totals: Pair<f32>,
    /// How much of each is seen.
    pub view: f32,
}

impl<E: Fn(Side, usize) -> Rangef> Together<'_, E> {
    /// Where the other article is to be scrolled to, when this one stands at an offset. Near both ends of this article the
    /// other one goes on to its own end in proportion, so that both ends of both can be reached.
    pub fn offset(&self, lead: Side, offset: f32) -> f32 {
        let most = self.totals.map(|total| (total - self.view).max(0.0));
        let (most, theirs) = (most[lead], most[lead.other()]);
        let (top, end) = (READING * self.view, most - (1.0 - READING) * self.view);
        let read = |offset: f32| (self.counterpart(lead, offset + top) - top).clamp(0.0, theirs);
        if top >= end {
            proportion(offset, (0.0, most), (0.0, theirs))
        } else if offset < top {
            proportion(offset, (0.0, top), (0.0, read(top)))
        } else if offset > end {
            proportion(offset, (end, most), (read(end), theirs))
        } else {
            read(offset)
        }
    }

    /// The height in the other article that corresponds to one in this article.
    pub fn counterpart(&self, lead: Side, y: f32) -> f32 {
        let place = |pair: &Pair<usize>| Pair::from_fn(|side| (self.extent)(side, pair[side]));
        let after = self.chain.partition_point(|pair| (self.extent)(lead, pair[lead]).min <= y);
        let next = self.chain.get(after).map_or(self.totals, |pair| place(pair).map(|range| range.min));
        let Some(last) = after.checked_sub(1).and_then(|at| self.chain.get(at)).map(place) else {
            return between(lead, Pair::default(), next, y);
        };
        let (begin, end) = (last.map(|range| range.min), last.map(|range| range.max));
        if y < end[lead] { between(lead, begin, end, y) } else { between(lead, end, next, y) }
    }
}

/// Between two anchors, in proportion.
fn between(lead: Side, from: Pair<f32>, to: Pair<f32>, y: f32) -> f32 {
    let other = lead.other();
    proportion(y, (from[lead], to[lead]), (from[other], to[other].max(from[other])))
}

/// The place in one range that corresponds to a place in another.
fn proportion(y: f32, (from, to): (f32, f32), (begin, end): (f32, f32)) -> f32 {
    let part = if to - from > f32::EPSILON { ((y - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 };
    begin + (end - begin) * part
}

/// The line of the view at which both articles tell the same, as a part of its height: people read above the middle.
const READING: f32 = 0.4;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Sentences of equal height on both sides but for those named.
    fn extent(side: Side, sentence: usize) -> Rangef {
        let high = if side == Side::Left { 30.0 } else { 45.0 };
        Rangef::new(sentence as f32 * high, (sentence + 1) as f32 * high)
    }

    fn together(chain: &[Pair<usize>]) -> Together<'_, fn(Side, usize) -> Rangef> {
        Together { chain, extent, totals: Pair::new(100.0 * 30.0, 100.0 * 45.0), view: 600.0 }
    }

    fn pairs(links: &[(usize, usize)]) -> Vec<(Pair<usize>, f64)> {
        links.iter().map(|&(left, right)| (Pair::new(left, right), 0.8)).collect()
    }

    #[test]
    fn links_that_cross_the_others_do_not_pull() {
        let row = chain(&pairs(&[(0, 0), (1, 9), (2, 3), (3, 4), (3, 5), (6, 8)]), None);
        assert_eq!(row.iter().map(|pair| pair.left).collect::<Vec<_>>(), [0, 2, 3, 6]);
    }

    #[test]
    fn a_sure_link_outweighs_two_doubtful_ones() {
        let links = [(Pair::new(0, 5), 0.9), (Pair::new(1, 1), 0.3), (Pair::new(2, 2), 0.4)];
        assert_eq!(chain(&links, None), [Pair::new(0, 5)]);
    }

    #[test]
    fn the_row_goes_through_the_link_that_is_looked_at() {
        let links = pairs(&[(0, 0), (1, 9), (2, 3), (3, 4), (10, 12)]);
        assert_eq!(chain(&links, Some(Pair::new(1, 9))), [Pair::new(0, 0), Pair::new(1, 9), Pair::new(10, 12)]);
        assert!(chain(&[], None).is_empty());
    }

    #[test]
    fn without_links_places_correspond_in_proportion() {
        assert_eq!(together(&[]).counterpart(Side::Left, 1500.0), 2250.0);
    }

    #[test]
    fn what_only_one_side_tells_makes_the_other_wait() {
        // Sentence 10 and 40 on the left are 10 and 11 on the right.
        let chain = [Pair::new(10, 10), Pair::new(40, 11)];
        let both = together(&chain);
        let (early, late) = (both.counterpart(Side::Left, 400.0), both.counterpart(Side::Left, 1100.0));
        assert_eq!((early, late), (495.0, 495.0));
    }

    #[test]
    fn a_short_article_stands_still() {
        let short = Together { totals: Pair::new(3000.0, 200.0), ..together(&[]) };
        assert_eq!(short.offset(Side::Left, 2000.0), 0.0);
        assert_eq!(short.offset(Side::Right, 0.0), 0.0);
    }

    fn rising() -> impl Strategy<Value = Vec<Pair<usize>>> {
        proptest::collection::vec((0..100usize, 0..100usize, 1..100u32), 0..60).prop_map(|links| {
            let links: Vec<(Pair<usize>, f64)> =
                links.into_iter().map(|(l, r, w)| (Pair::new(l, r), f64::from(w) / 100.0)).collect();
            chain(&links, None)
        })
    }

    proptest! {
        #[test]
        fn a_chain_rises_on_both_sides(chain in rising()) {
            prop_assert!(chain.is_sorted_by(|a, b| a.left < b.left && a.right < b.right));
        }

        #[test]
        fn what_is_further_down_stays_further_down(chain in rising(), a in 0.0..2400.0f32, b in 0.0..2400.0f32) {
            let both = together(&chain);
            let (a, b) = (a.min(b), a.max(b));
            for lead in Side::BOTH {
                prop_assert!(both.counterpart(lead, a) <= both.counterpart(lead, b) + 0.01);
                prop_assert!(both.offset(lead, a) <= both.offset(lead, b) + 0.01);
            }
        }

        #[test]
        fn ends_correspond_to_ends(chain in rising()) {
            let both = together(&chain);
            for lead in Side::BOTH {
                let other = lead.other();
                prop_assert_eq!(both.offset(lead, 0.0), 0.0);
                let end = both.offset(lead, both.totals[lead] - both.view);
                prop_assert!((end - (both.totals[other] - both.view)).abs() < 0.01, "{}", end);
            }
        }

        #[test]
        fn anchors_correspond_to_anchors(chain in rising()) {
            let both = together(&chain);
            for pair in &chain {
                let there = both.counterpart(Side::Left, extent(Side::Left, pair.left).min);
                prop_assert!((there - extent(Side::Right, pair.right).min).abs() < 0.01, "{}", there);
            }
        }
    }
}
