//! Where the two columns, their numbers and the gutter between them lie. Pure.

use egui::Rangef;

use crate::text::Pair;

use super::theme::size;

/// The places across a pane, from its left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Columns {
    /// Where each side's text lies.
    pub text: Pair<Rangef>,
    /// Where links and findings are shown.
    pub gutter: Rangef,
    /// The right side stands below the left one, as there is no room beside it.
    pub stacked: bool,
}

/// Narrower than this, two columns would break every line after two or three words.
const NARROWEST_FOR_TWO: f32 = 500.0;

impl Columns {
    /// The columns of a pane of a width.
    pub fn of(width: f32) -> Self {
        if width < NARROWEST_FOR_TWO {
            let gutter = Rangef::new(width - size::GUTTER, width);
            let text = Rangef::new(size::PAD + size::NUMBERS, gutter.min.max(size::PAD + size::NUMBERS + 40.0));
            return Self { text: Pair::new(text, text), gutter, stacked: true };
        }
        let widest = size::WIDEST_TEXT + size::NUMBERS;
        let cell = ((width - size::GUTTER) / 2.0 - size::PAD).min(widest).floor();
        // On a very wide pane both columns stay together in its middle.
        let from = ((width - size::GUTTER) / 2.0 - cell).floor();
        let gutter = Rangef::new(from + cell, from + cell + size::GUTTER);
        let left = Rangef::new(from + size::NUMBERS, gutter.min);
        let right = Rangef::new(gutter.max + size::NUMBERS, gutter.max + cell);
        Self { text: Pair::new(left, right), gutter, stacked: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_columns_are_equally_wide_and_apart() {
        for width in [520.0, 900.0, 1400.0, 3000.0] {
            let columns = Columns::of(width);
            assert!(!columns.stacked);
            assert_eq!(columns.text.left.span(), columns.text.right.span());
            assert!(columns.text.left.max <= columns.gutter.min && columns.gutter.max < columns.text.right.min);
            assert!(columns.text.right.max <= width && columns.text.left.min >= 0.0);
            assert!(columns.text.left.span() <= size::WIDEST_TEXT);
        }
    }

    #[test]
    fn a_narrow_pane_stacks_its_sides() {
        let columns = Columns::of(380.0);
        assert!(columns.stacked);
        assert_eq!(columns.text.left, columns.text.right);
        assert!(columns.text.left.max <= columns.gutter.min);
    }
}
