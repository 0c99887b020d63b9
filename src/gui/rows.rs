//! Where rows of unequal height stand. Heights are estimated until a row comes near the view and is measured;
//! what the reader looks at stays put while rows above it get their true height. Pure.

use std::ops::Range;

/// The heights of a list's rows and the places that follow from them.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    heights: Vec<f32>,
    measured: Vec<bool>,
    tops: Vec<f32>,
}

/// A row and how far below its top the view begins; negative where the row begins below the view's top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// The row.
    pub row: usize,
    /// The view's top, counted from the row's.
    pub below_top: f32,
}

impl Anchor {
    /// The anchor where rows have new places: that of a row by the place it had.
    pub fn moved(self, places: &[usize]) -> Self {
        Self { row: places.get(self.row).copied().unwrap_or(self.row), ..self }
    }

    /// The anchor in a view that became lower: the row begins where some of it is still in view.
    pub fn kept_in(self, view: f32) -> Self {
        Self { below_top: -kept(-self.below_top, view), ..self }
    }
}

/// What begins so near to the end of a view is hardly in it: three lines of text.
const HARDLY: f32 = 72.0;

/// Where a view became too low for what is looked at, that is brought to this part of it.
const BROUGHT: f32 = 0.6;

/// How far below the top of a view of a height something is to begin that began there in a view of another height.
pub fn kept(below: f32, view: f32) -> f32 {
    if below <= view - HARDLY { below } else { below.min(view * BROUGHT) }
}

/// Rows this far outside the view are measured and drawn too, so that the keyboard and screen readers can move on.
const MARGIN: f32 = 80.0;

/// Measuring can bring other rows into view; more rounds than this are never needed for rows of a sensible height.
const MOST_ROUNDS: usize = 12;

impl Heights {
    /// Rows with estimated heights.
    pub fn estimated(estimates: impl Iterator<Item = f32>) -> Self {
        let heights: Vec<f32> = estimates.collect();
        let mut made = Self { measured: vec![false; heights.len()], heights, tops: Vec::new() };
        made.place();
        made
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.heights.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.heights.is_empty()
    }

    /// The height of all rows together.
    pub fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// Where a row begins; the end of the list for a row that is not there.
    pub fn top(&self, row: usize) -> f32 {
        self.tops.get(row).copied().unwrap_or_else(|| self.total())
    }

    /// How high a row is.
    pub fn height(&self, row: usize) -> f32 {
        self.heights.get(row).copied().unwrap_or(0.0)
    }

    /// Has a row measured again when it next comes near the view.
    pub fn forget(&mut self, row: usize) {
        if let Some(measured) = self.measured.get_mut(row) {
            *measured = false;
        }
    }

    /// The rows that lie at least partly between two heights, the margin included.
    pub fn visible(&self, offset: f32, view: f32) -> Range<usize> {
        let (from, to) = (offset - MARGIN, offset + view + MARGIN);
        let first = self.tops.partition_point(|&top| top <= from).saturating_sub(1);
        let last = self.tops.partition_point(|&top| top < to);
        first.min(self.len())..last.min(self.len())
    }

    /// The row at an offset, which stays put while others are measured.
    pub fn anchor(&self, offset: f32) -> Anchor {
        let row = self.tops.partition_point(|&top| top <= offset).saturating_sub(1).min(self.len().saturating_sub(1));
        let next = row + 1;
        // A row that is not measured yet may grow under the reader's eyes; the next one then moves least.
        let steady =
            if self.measured.get(row) != Some(&true) && self.measured.get(next) == Some(&true) { next } else { row };
        Anchor { row: steady, below_top: offset - self.top(steady) }
    }

    /// The offset of an anchor.
    pub fn at(&self, anchor: Anchor) -> f32 {
        self.top(anchor.row) + anchor.below_top
    }

    /// How far the view has to move for all of a row to be in it; no further than to the row's top.
    pub fn overhang(&self, row: usize, offset: f32, view: f32) -> f32 {
        let top = self.top(row);
        (top + self.height(row) - (offset + view)).min(top - offset).max(0.0)
    }

    /// A row that is looked at as the anchor, where it begins in the view; else the one given.
    pub fn anchor_at(&self, row: Option<usize>, otherwise: Anchor, offset: f32, view: f32) -> Anchor {
        let in_view = |row: &usize| (offset..offset + view).contains(&self.top(*row)) && *row < self.len();
        row.filter(in_view).map_or(otherwise, |row| Anchor { row, below_top: offset - self.top(row) })
    }

    /// The anchor that brings a row into a view at `offset`: none where it is wholly in view already,
    /// else a quarter down the view, so that what leads up to it can be read.
    pub fn reveal(&self, row: usize, offset: f32, view: f32) -> Option<Anchor> {
        let (top, bottom) = (self.top(row), self.top(row) + self.height(row));
        let known = self.measured.get(row) == Some(&true);
        let in_view = known && top >= offset && bottom <= offset + view;
        (!in_view && row < self.len()).then_some(Anchor { row, below_top: -view / 4.0 })
    }

    /// Measures what is near the view at an anchor; gives the offset at which the anchor has stayed put.
    pub fn settle(&mut self, anchor: Anchor, view: f32, mut measure: impl FnMut(usize) -> f32) -> f32 {
        let mut offset = self.offset_of(anchor, view);
        for _ in 0..MOST_ROUNDS {
            let unknown: Vec<usize> = self.visible(offset, view).filter(|&row| !self.measured[row]).collect();
            if unknown.is_empty() {
                break;
            }
            for row in unknown {
                self.heights[row] = measure(row);
                self.measured[row] = true;
            }
            self.place();
            offset = self.offset_of(anchor, view);
        }
        offset
    }

    fn offset_of(&self, anchor: Anchor, view: f32) -> f32 {
        self.at(anchor).min(self.total() - view).max(0.0)
    }

    fn place(&mut self) {
        self.tops.clear();
        self.tops.push(0.0);
        let mut top = 0.0;
        for height in &self.heights {
            top += height;
            self.tops.push(top);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thousand() -> Heights {
        Heights::estimated(std::iter::repeat_n(50.0, 1000))
    }

    #[test]
    fn only_rows_near_the_view_are_measured() {
        let mut heights = thousand();
        let mut measured = 0;
        heights.settle(heights.anchor(20_000.0), 600.0, |_| {
            measured += 1;
            60.0
        });
        assert!((10..25).contains(&measured), "{measured}");
    }

    #[test]
    fn what_is_looked_at_stays_put_when_rows_change_their_places() {
        let heights = Heights::estimated((0..10).map(|_| 100.0));
        let top = heights.anchor(250.0);
        let chosen = heights.anchor_at(Some(4), top, 250.0, 400.0);
        assert_eq!(chosen, Anchor { row: 4, below_top: -150.0 });
        assert_eq!(heights.anchor_at(Some(8), top, 250.0, 400.0), top);
        assert_eq!(chosen.moved(&[0, 0, 1, 2, 2, 3]), Anchor { row: 2, below_top: -150.0 });
        assert_eq!((chosen.kept_in(400.0), chosen.kept_in(200.0).below_top), (chosen, -200.0 * BROUGHT));
        assert_eq!(top.kept_in(100.0), top);
    }

    #[test]
    fn the_anchor_stays_put_when_rows_above_it_grow() {
        let mut heights = thousand();
        let offset = heights.settle(heights.anchor(20_000.0), 600.0, |_| 50.0);
        let before = heights.top(400) - offset;
        let up = heights.anchor(offset);
        let offset = heights.settle(Anchor { below_top: up.below_top - 300.0, ..up }, 600.0, |_| 90.0);
        assert!((heights.top(400) - offset - (before + 300.0)).abs() < 0.01);
    }

    #[test]
    fn both_ends_can_be_reached() {
        let mut heights = thousand();
        let end = heights.settle(Anchor { row: 999, below_top: 0.0 }, 600.0, |_| 70.0);
        assert!((end - (heights.total() - 600.0)).abs() < 0.01);
        assert_eq!(heights.visible(end, 600.0).end, 1000);
        assert_eq!(heights.settle(heights.anchor(-50.0), 600.0, |_| 70.0), 0.0);
    }

    #[test]
    fn revealing_moves_only_what_is_out_of_view() {
        let mut heights = thousand();
        let offset = heights.settle(heights.anchor(0.0), 600.0, |_| 50.0);
        assert_eq!(heights.reveal(3, offset, 600.0), None);
        let anchor = heights.reveal(500, offset, 600.0).expect("row 500 is out of view");
        let offset = heights.settle(anchor, 600.0, |_| 80.0);
        assert!((heights.top(500) - offset - 150.0).abs() < 0.01);
        assert_eq!(heights.reveal(5000, offset, 600.0), None);
    }

    #[test]
    fn a_row_that_hangs_over_is_brought_in_by_the_smallest_move() {
        let heights = thousand();
        assert_eq!(heights.overhang(3, 0.0, 600.0), 0.0);
        assert_eq!(heights.overhang(11, 20.0, 560.0), 20.0);
        assert_eq!(heights.overhang(11, 540.0, 30.0), 10.0, "but its top stays in view");
        assert_eq!(heights.overhang(2, 540.0, 600.0), 0.0);
    }

    #[test]
    fn an_empty_list_has_no_rows_anywhere() {
        let mut heights = Heights::default();
        assert!(heights.is_empty());
        assert_eq!(heights.visible(0.0, 600.0), 0..0);
        assert_eq!(heights.settle(heights.anchor(0.0), 600.0, |_| 1.0), 0.0);
    }
}
