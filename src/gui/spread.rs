//! Where both columns of running text, the gutter between them and the maps beside them lie. Pure.

use egui::Rangef;

use crate::text::{Pair, Side};

use super::columns::Columns;
use super::theme::size;

/// The places across a pane, from its left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The column of each side with its margins.
    pub pane: Pair<Rangef>,
    /// The text in it.
    pub text: Pair<Rangef>,
    /// Between the columns, where links are shown.
    pub gutter: Rangef,
    /// At the outer edges.
    pub map: Pair<Rangef>,
}

/// From the text to the numbers of its sentences.
pub const TO_NUMBER: f32 = 17.0;

/// As wide as a bold figure of such a number.
const FIGURE: f32 = 7.2;

/// Between a number and the map.
const BESIDE_MAP: f32 = 2.0;

/// Margins and gutter, wide where there is room and narrow where the text needs it; the outer margin never narrower than the
/// numbers in it.
struct Margins {
    outer: f32,
    inner: f32,
    gutter: f32,
}

const WIDE: Margins = Margins { outer: 40.0, inner: 26.0, gutter: 76.0 };
const NARROW: Margins = Margins { outer: 28.0, inner: 22.0, gutter: 44.0 };

/// Below this, lines break after four or five words, and rows read better.
const NARROWEST_TEXT: f32 = 220.0;

/// Below this, the text is worth more than its margins.
const COMFORTABLE_TEXT: f32 = 330.0;

impl Spread {
    /// The places in a pane of a width, for articles of at most so many sentences; none where it is too narrow for two
    /// columns.
    pub fn of(width: f32, sentences: usize) -> Option<Self> {
        let figures = sentences.max(1).ilog10() + 1;
        let numbers = TO_NUMBER + figures as f32 * FIGURE + BESIDE_MAP;
        let text = |margins: &Margins| {
            let around = 2.0 * (size::MAP + margins.outer.max(numbers) + margins.inner) + margins.gutter;
            ((width - around) / 2.0).floor().min(size::COLUMN)
        };
        let margins = if text(&WIDE) >= COMFORTABLE_TEXT { WIDE } else { NARROW };
        let text = text(&margins);
        (text >= NARROWEST_TEXT).then(|| Self::with(width, text, &margins))
    }

    fn with(width: f32, text: f32, margins: &Margins) -> Self {
        let half = text + margins.inner + margins.gutter / 2.0;
        let middle = (width / 2.0).round();
        let gutter = Rangef::new(middle - margins.gutter / 2.0, middle + margins.gutter / 2.0);
        let left = Rangef::new(middle - half, middle - half + text);
        let right = Rangef::new(middle + half - text, middle + half);
        Self {
            // The panes reach to the maps, so that the wheel and a click beside the text mean its column.
            pane: Pair::new(Rangef::new(size::MAP, gutter.min), Rangef::new(gutter.max, width - size::MAP)),
            text: Pair::new(left, right),
            gutter,
            map: Pair::new(Rangef::new(0.0, size::MAP), Rangef::new(width - size::MAP, width)),
        }
    }

    /// The same as columns of rows, for the heads over them.
    pub fn columns(&self) -> Columns {
        Columns { text: self.text, gutter: self.gutter, stacked: false }
    }

    /// The edge of a side's text that faces the gutter.
    pub fn inner_edge(&self, side: Side) -> f32 {
        match side {
            Side::Left => self.text.left.max,
            Side::Right => self.text.right.min,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_columns_are_equally_wide_and_in_their_panes() {
        for width in [640.0, 900.0, 1050.0, 1570.0, 3000.0] {
            let spread = Spread::of(width, 40).expect("there is room for two columns");
            assert_eq!(spread.text.left.span(), spread.text.right.span());
            assert!(spread.text.left.span() >= NARROWEST_TEXT && spread.text.left.span() <= size::COLUMN);
            for side in Side::BOTH {
                assert!(
                    spread.pane[side].min <= spread.text[side].min && spread.text[side].max <= spread.pane[side].max
                );
                assert!((spread.inner_edge(side) - spread.gutter.center()).abs() <= spread.gutter.span());
            }
            assert!(spread.map.right.max <= width);
        }
    }

    #[test]
    fn a_narrow_pane_has_no_room_for_two() {
        assert_eq!(Spread::of(480.0, 40), None);
        assert_eq!(Spread::of(0.0, 0), None);
    }

    #[test]
    fn the_margin_is_as_wide_as_the_longest_number() {
        let margin = |width: f32, sentences: usize| {
            let spread = Spread::of(width, sentences).expect("there is room for two columns");
            spread.text.left.min - spread.map.left.max
        };
        assert!(margin(760.0, 9_999) > margin(760.0, 40) + FIGURE && margin(760.0, 40) > TO_NUMBER + 2.0 * FIGURE);
        assert_eq!(margin(1050.0, 9), margin(1050.0, 99), "a wide margin has room for all but the longest");
    }
}
