//! What the pointer and the keys are doing to a selection, until the button is let go. Pure.

use egui::{Pos2, Rangef};

use crate::text::{Side, Span};

use super::selection::Unit;

/// The selecting under way; may be lost without harm.
#[derive(Debug, Default)]
pub struct Gesture {
    /// What the button is held on.
    pub held: Option<Held>,
    /// Where going up and down by lines began: the caret that it led to, and how far to the right it goes on.
    pub column: Option<(usize, f32)>,
    last_press: Option<Press>,
}

/// What was taken by the press that still goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// In whose text.
    pub side: Side,
    /// By how much dragging goes on.
    pub unit: Unit,
    /// What was taken first, as bytes of the document; it stays selected.
    pub first: Span,
}

#[derive(Clone, Copy, Debug)]
struct Press {
    time: f64,
    at: Pos2,
    count: u32,
    on: Option<(Side, usize)>,
}

/// Presses further apart than this, in points, are not of one double click.
const APART: f32 = 6.0;

impl Gesture {
    /// Counts a press: how many have come fast upon each other at one place, this one included.
    pub fn press(&mut self, time: f64, at: Pos2, longest_pause: f64) -> u32 {
        let goes_on = |last: &Press| time - last.time <= longest_pause && last.at.distance(at) <= APART;
        let before = self.last_press.filter(goes_on);
        let count = before.map_or(1, |last| last.count + 1);
        self.last_press = Some(Press { time, at, count, on: before.and_then(|last| last.on) });
        count
    }

    /// The byte that a press is on: that of the first of several clicks, even if the text moved between them.
    pub fn on(&mut self, under: Option<(Side, usize)>) -> Option<(Side, usize)> {
        let press = self.last_press.as_mut()?;
        press.on = press.on.or(under);
        press.on
    }
}

/// How near to the edge of the view the pointer has to come for the view to move, in points.
const EDGE: f32 = 12.0;

/// How many times its distance beyond the edge the view moves in a second.
const HASTE: f32 = 14.0;

/// The fastest that the view moves, in points a second: slow enough to read what goes by.
const FASTEST: f32 = 1600.0;

/// How fast the view moves while something is dragged to its edge and beyond, in points a second; negative is up.
pub fn drift(y: f32, view: Rangef) -> f32 {
    let beyond = (y - (view.max - EDGE)).max(0.0) - ((view.min + EDGE) - y).max(0.0);
    (beyond * HASTE).clamp(-FASTEST, FASTEST)
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn presses_at_one_place_are_counted_together() {
        let mut gesture = Gesture::default();
        let at = pos2(100.0, 100.0);
        assert_eq!([0.0, 0.2, 0.4].map(|time| gesture.press(time, at, 0.3)), [1, 2, 3]);
        assert_eq!(gesture.press(0.6, pos2(100.0, 120.0), 0.3), 1, "elsewhere");
        assert_eq!(gesture.press(5.0, pos2(100.0, 120.0), 0.3), 1, "later");
    }

    #[test]
    fn all_clicks_of_one_place_are_on_the_byte_of_the_first() {
        let mut gesture = Gesture::default();
        let at = pos2(100.0, 100.0);
        gesture.press(0.0, at, 0.3);
        assert_eq!(gesture.on(Some((Side::Left, 7))), Some((Side::Left, 7)));
        gesture.press(0.2, at, 0.3);
        assert_eq!(gesture.on(None), Some((Side::Left, 7)), "the text moved away");
        gesture.press(9.0, at, 0.3);
        assert_eq!(gesture.on(Some((Side::Left, 90))), Some((Side::Left, 90)));
    }

    #[test]
    fn the_view_moves_the_faster_the_further_out_the_pointer_is() {
        let view = Rangef::new(100.0, 500.0);
        assert_eq!(drift(300.0, view), 0.0);
        assert!(drift(495.0, view) > 0.0 && drift(105.0, view) < 0.0);
        assert!(drift(560.0, view) > drift(495.0, view));
        assert_eq!(drift(9_000.0, view), FASTEST);
        assert_eq!(drift(-9_000.0, view), -FASTEST);
    }
}
