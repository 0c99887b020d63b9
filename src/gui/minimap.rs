//! An article at a glance, beside it: what is linked and what is not, where findings lie, what is in view. Pure.

use egui::Rangef;

use crate::claims::Relation;

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

/// How much of each stretch of a map is linked, in [`LEVELS`] from none to all, and from where to where it reaches: there
/// are more sentences than pixels, so what shares a place is told by its share. `parts` are places on the map.
pub fn densities(map: Rangef, parts: impl Iterator<Item = (Rangef, bool)>) -> Vec<(Rangef, u8)> {
    let count = (map.span() / STEP).ceil().max(1.0) as usize;
    let mut steps = vec![(0.0_f32, 0.0_f32); count];
    let step_of = |y: f32| (((y - map.min) / STEP).max(0.0) as usize).min(count - 1);
    for (part, linked) in parts {
        for (n, step) in steps.iter_mut().enumerate().take(step_of(part.max) + 1).skip(step_of(part.min)) {
            let from = map.min + n as f32 * STEP;
            let inside = (part.max.min(from + STEP) - part.min.max(from)).max(0.0);
            step.0 += inside;
            step.1 += if linked { inside } else { 0.0 };
        }
    }
    let mut found: Vec<(Rangef, u8)> = Vec::new();
    for (n, (all, linked)) in steps.into_iter().enumerate() {
        let level = if all > 0.0 { (linked / all * f32::from(LEVELS)).round() as u8 } else { 0 };
        let to = (map.min + (n + 1) as f32 * STEP).min(map.max);
        match found.last_mut() {
            Some(last) if last.1 == level => last.0.max = to,
            _ => found.push((Rangef::new(map.min + n as f32 * STEP, to), level)),
        }
    }
    found
}

/// All of a stretch is linked.
pub const LEVELS: u8 = 4;

/// The height of what is told apart on a map, in points.
const STEP: f32 = 2.0;

/// What a tick beside a text stands for, the lightest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tick {
    /// A finding lies here.
    Finding,
    /// A conflict lies here.
    Conflict,
    /// What lies here is chosen.
    Chosen,
}

impl Tick {
    /// The tick of a finding.
    pub fn of(relation: Relation) -> Self {
        match relation {
            Relation::Conflict => Self::Conflict,
            _ => Self::Finding,
        }
    }
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
    fn a_map_tells_how_much_of_each_place_is_linked() {
        let at = |from: f32, to: f32| Rangef::new(from, to);
        let map = at(0.0, 20.0);
        let parts = [(at(0.0, 8.0), true), (at(8.0, 9.0), true), (at(9.0, 10.0), false), (at(10.0, 20.0), false)];
        let found = densities(map, parts.into_iter());
        assert_eq!(found, [(at(0.0, 8.0), LEVELS), (at(8.0, 10.0), LEVELS / 2), (at(10.0, 20.0), 0)]);
        assert_eq!(densities(map, std::iter::empty()), [(map, 0)]);
    }

    #[test]
    fn a_map_of_thousands_of_sentences_has_no_more_marks_than_places() {
        let part = |n: usize| (Rangef::new(n as f32 * 0.1, (n + 1) as f32 * 0.1), n.is_multiple_of(2));
        assert_eq!(densities(Rangef::new(0.0, 600.0), (0..6000).map(part)).len(), 1);
    }

    #[test]
    fn a_conflict_outweighs_a_finding_and_the_choice_both() {
        let found = [Relation::Differs, Relation::Conflict, Relation::OnlyLeft].map(Tick::of);
        assert_eq!(found, [Tick::Finding, Tick::Conflict, Tick::Finding]);
        assert!(Tick::Finding < Tick::Conflict && Tick::Conflict < Tick::Chosen);
    }

    #[test]
    fn of_ticks_at_one_place_the_heaviest_stays() {
        let kept = thinned([(0.0, 1), (1.0, 2), (2.0, 1), (20.0, 1)].into_iter());
        assert_eq!(kept, [(1.0, 2), (20.0, 1)]);
    }
}
