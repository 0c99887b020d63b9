//! An article at a glance, beside it: what is linked and what is not, where findings lie, what is in view. Pure.

use egui::Rangef;

/// How an article is shrunk to the height of its map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// How high the article is.
    pub total: f32,
    /// Where the map lies.
    pub map: Rangef,
}

impl Scale {
    /// Where a height of the article lies on the map.
    pub fn on_map(&self, y: f32) -> f32 {
        self.map.min + (y / self.total.max(1.0)).clamp(0.0, 1.0) * self.map.span()
    }

    /// A range of heights on the map.
    pub fn range(&self, range: Rangef) -> Rangef {
        Rangef::new(self.on_map(range.min), self.on_map(range.max))
    }

    /// The offset at which a place of the map stands in the middle of a view.
    pub fn offset(&self, y: f32, view: f32) -> f32 {
        let part = (y - self.map.min) / self.map.span().max(1.0);
        (part * self.total - view / 2.0).clamp(0.0, (self.total - view).max(0.0))
    }
}

/// Neighbours of one kind as one stretch, for there are more sentences than pixels. In the order of the text.
pub fn stretches<K: PartialEq>(parts: impl Iterator<Item = (Rangef, K)>) -> Vec<(Rangef, K)> {
    let mut found: Vec<(Rangef, K)> = Vec::new();
    for (range, kind) in parts {
        match found.last_mut() {
            Some(last) if last.1 == kind && range.min - last.0.max < CLOSEST => last.0.max = range.max,
            _ => found.push((range, kind)),
        }
    }
    found
}

/// Ticks at heights with their weights, in order, without those that would run into a bar: of ticks that share a place the
/// heaviest stays.
pub fn thinned<W: PartialOrd>(ticks: impl Iterator<Item = (f32, W)>) -> Vec<(f32, W)> {
    let mut kept: Vec<(f32, W)> = Vec::new();
    for (y, weight) in ticks {
        match kept.last_mut() {
            Some(last) if y - last.0 < CLOSEST => {
                if weight > last.1 {
                    *last = (y, weight);
                }
            }
            _ => kept.push((y, weight)),
        }
    }
    kept
}

/// Marks closer than this would run into one, in points.
const CLOSEST: f32 = 3.0;

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Scale = Scale { total: 6000.0, map: Rangef { min: 100.0, max: 700.0 } };

    #[test]
    fn a_click_on_the_map_brings_its_place_into_the_middle() {
        assert_eq!(SCALE.on_map(3000.0), 400.0);
        assert_eq!(SCALE.offset(400.0, 600.0), 2700.0);
        assert_eq!(SCALE.offset(100.0, 600.0), 0.0);
        assert_eq!(SCALE.offset(900.0, 600.0), 5400.0);
    }

    #[test]
    fn an_article_without_height_has_a_map() {
        let empty = Scale { total: 0.0, ..SCALE };
        assert_eq!((empty.on_map(10.0), empty.offset(300.0, 600.0)), (700.0, 0.0));
    }

    #[test]
    fn neighbours_of_a_kind_are_one_stretch() {
        let at = |n: f32| Rangef::new(n, n + 5.0);
        let found = stretches([(at(0.0), true), (at(5.0), true), (at(10.0), false), (at(30.0), false)].into_iter());
        assert_eq!(found, [(Rangef::new(0.0, 10.0), true), (at(10.0), false), (at(30.0), false)]);
    }

    #[test]
    fn of_ticks_at_one_place_the_heaviest_stays() {
        let kept = thinned([(0.0, 1), (1.0, 2), (2.0, 1), (20.0, 1)].into_iter());
        assert_eq!(kept, [(1.0, 2), (20.0, 1)]);
    }
}
