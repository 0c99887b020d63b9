//! The shape of a ribbon that joins two linked sentences across the gutter. Pure.

use egui::epaint::BandPoint;
use egui::{Pos2, Rangef};

use crate::text::{Pair, Side};

/// A band from a range of heights on the left to one on the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ribbon {
    /// From where to where it crosses.
    pub x: Rangef,
    /// Its height at either end.
    pub ends: Pair<Rangef>,
}

/// How much of a ribbon is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// All of it.
    Whole,
    /// The beginning at one side; the other end is out of view.
    Stub(Side),
    /// Nothing: both ends are out of view.
    Nothing,
}

/// As many pieces make an even curve at the width of a gutter.
const PIECES: usize = 14;

/// In its middle a ribbon loses this part of its height …
const SLIMMED: f32 = 0.72;

/// … but is never slimmer than this, in points.
const SLIMMEST: f32 = 7.0;

/// How far a stub reaches, in points.
const STUB: f32 = 15.0;

/// How far a stub bends towards the end that is out of view, in points.
const BEND: f32 = 9.0;

/// A pointer this far from a band still means it, in points.
const SLACK: f32 = 3.0;

impl Ribbon {
    /// How much of it is to be drawn where `view` is seen.
    pub fn shown(&self, view: Rangef) -> Shown {
        let seen = self.ends.map(|end| end.max > view.min && end.min < view.max);
        match (seen.left, seen.right) {
            (true, true) => Shown::Whole,
            (true, false) => Shown::Stub(Side::Left),
            (false, true) => Shown::Stub(Side::Right),
            (false, false) => Shown::Nothing,
        }
    }

    /// From where to where it reaches at a place across the gutter.
    pub fn at(&self, x: f32) -> Rangef {
        let part = ((x - self.x.min) / self.x.span().max(1.0)).clamp(0.0, 1.0);
        let eased = part * part * (3.0 - 2.0 * part);
        let mix = |from: f32, to: f32| from + (to - from) * eased;
        let (left, right) = (self.ends.left, self.ends.right);
        let full = mix(left.span(), right.span());
        // Many ribbons cross where they are slim, so that each can be followed.
        let slim = (full * (1.0 - SLIMMED * 4.0 * part * (1.0 - part))).max(full.min(SLIMMEST));
        Rangef::point(mix(left.center(), right.center())).expand(slim / 2.0)
    }

    /// The whole band.
    pub fn band(&self) -> Vec<BandPoint> {
        self.points(self.x, |x| self.at(x))
    }

    /// The beginning of the band at a side, narrowing to a point that shows where it goes.
    pub fn stub(&self, side: Side) -> Vec<BandPoint> {
        let length = STUB.min(self.x.span() / 2.0);
        let across = match side {
            Side::Left => Rangef::new(self.x.min, self.x.min + length),
            Side::Right => Rangef::new(self.x.max - length, self.x.max),
        };
        let (here, there) = (self.ends[side], self.ends[side.other()]);
        let tip = here.center() + BEND * (there.center() - here.center()).signum();
        let (from, to) = match side {
            Side::Left => (here, Rangef::point(tip)),
            Side::Right => (Rangef::point(tip), here),
        };
        self.points(across, |x| {
            let part = (x - across.min) / length.max(1.0);
            let mix = |from: f32, to: f32| from + (to - from) * part;
            Rangef::new(mix(from.min, to.min), mix(from.max, to.max))
        })
    }

    fn points(&self, across: Rangef, at: impl Fn(f32) -> Rangef) -> Vec<BandPoint> {
        (0..=PIECES)
            .map(|n| {
                let x = across.min + across.span() * n as f32 / PIECES as f32;
                BandPoint::new(x, at(x))
            })
            .collect()
    }

    /// How far a place is from the band's middle, where it is on the band; none where it is not.
    fn distance(&self, at: Pos2) -> Option<f32> {
        let band = self.at(at.x);
        let on = self.x.contains(at.x) && band.expand(SLACK).contains(at.y);
        on.then(|| (band.center() - at.y).abs())
    }
}

/// The ribbon that a pointer means: of those it is on, the one whose middle is nearest.
pub fn hit(ribbons: &[(usize, Ribbon)], at: Pos2, view: Rangef) -> Option<usize> {
    ribbons
        .iter()
        .filter(|(_, ribbon)| ribbon.shown(view) == Shown::Whole)
        .filter_map(|(id, ribbon)| Some((*id, ribbon.distance(at)?)))
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(id, _)| id)
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    const VIEW: Rangef = Rangef { min: 0.0, max: 600.0 };

    fn ribbon(left: (f32, f32), right: (f32, f32)) -> Ribbon {
        let range = |(min, max)| Rangef::new(min, max);
        Ribbon { x: Rangef::new(100.0, 180.0), ends: Pair::new(range(left), range(right)) }
    }

    #[test]
    fn a_band_begins_and_ends_at_its_sentences() {
        let ribbon = ribbon((10.0, 40.0), (200.0, 220.0));
        assert_eq!(ribbon.at(100.0), ribbon.ends.left);
        assert_eq!(ribbon.at(180.0), ribbon.ends.right);
        let band = ribbon.band();
        assert!(band.is_sorted_by(|a, b| a.x < b.x && a.y.center() <= b.y.center()));
        assert_eq!(ribbon.at(140.0).center(), (25.0 + 210.0) / 2.0);
        assert!((SLIMMEST..10.0).contains(&ribbon.at(140.0).span()));
    }

    #[test]
    fn an_end_out_of_view_leaves_a_stub_that_points_there() {
        let down = ribbon((10.0, 40.0), (900.0, 920.0));
        assert_eq!(down.shown(VIEW), Shown::Stub(Side::Left));
        let stub = down.stub(Side::Left);
        assert!(stub[PIECES].y.center() > 25.0 && stub[PIECES].y.span() < 0.1);
        assert!(stub[PIECES].x < 140.0);
        let up = ribbon((-300.0, -280.0), (100.0, 130.0));
        assert_eq!(up.shown(VIEW), Shown::Stub(Side::Right));
        assert!(up.stub(Side::Right)[0].y.center() < 115.0);
        assert_eq!(ribbon((-300.0, -280.0), (700.0, 730.0)).shown(VIEW), Shown::Nothing);
    }

    #[test]
    fn where_ribbons_cross_the_nearest_is_meant() {
        let ribbons = [(7, ribbon((0.0, 30.0), (300.0, 330.0))), (8, ribbon((300.0, 330.0), (0.0, 30.0)))];
        assert_eq!(hit(&ribbons, pos2(104.0, 12.0), VIEW), Some(7));
        assert_eq!(hit(&ribbons, pos2(104.0, 320.0), VIEW), Some(8));
        assert_eq!(hit(&ribbons, pos2(104.0, 160.0), VIEW), None);
        assert_eq!(hit(&ribbons, pos2(90.0, 12.0), VIEW), None);
    }

    #[test]
    fn a_stub_cannot_be_hit() {
        let ribbons = [(7, ribbon((10.0, 40.0), (900.0, 920.0)))];
        assert_eq!(hit(&ribbons, pos2(101.0, 20.0), VIEW), None);
    }
}
