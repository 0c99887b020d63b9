//! What was left out of an article or put back, between two paragraphs of its column.

use egui::{Context, Rect, Ui, pos2};

use crate::gui::command::Command;
use crate::gui::left_out::Sign;
use crate::gui::state::{Open, State};
use crate::gui::theme::{Palette, size};
use crate::gui::view::list;
use crate::gui::view::removed::{self, Among};
use crate::text::Side;

use super::paragraph;

/// Signs in their place, counted from the top of their row.
pub struct SignsLaid {
    laid: removed::Laid,
    around: paragraph::Around,
}

impl list::Laid for SignsLaid {
    fn height(&self) -> f32 {
        (self.around.above + self.laid.height + self.around.below).ceil()
    }
}

/// The room around signs: what the paragraph before them has less of; at the top as much as a paragraph has there.
fn around(open: &Open, side: Side, after: Option<usize>) -> paragraph::Around {
    let below = |number| paragraph::room_below(&open.reading.paragraphs[side], number) - paragraph::BEFORE_SIGNS;
    match after {
        None => paragraph::Around { above: size::BETWEEN_PARAGRAPHS, below: 0.0 },
        Some(number) => paragraph::Around { above: 0.0, below: below(number).max(paragraph::BEFORE_SIGNS) },
    }
}

/// About how high signs will be.
pub fn estimate(open: &Open, side: Side, (after, signs): (Option<usize>, &[Sign]), width: f32) -> f32 {
    let around = around(open, side, after);
    around.above + removed::estimate(open, signs, &Among::paragraphs(width)) + around.below
}

/// Lays signs out.
pub fn lay(
    ctx: &Context,
    open: &Open,
    side: Side,
    (after, signs): (Option<usize>, &[Sign]),
    width: f32,
    colours: &Palette,
) -> SignsLaid {
    let laid = removed::lay(ctx, open, signs, &Among::paragraphs(width), colours);
    SignsLaid { laid, around: around(open, side, after) }
}

/// Draws signs into a row, their column beginning at a place across.
pub fn show(ui: &mut Ui, state: &State, laid: &SignsLaid, rect: Rect, left: f32, asked: &mut Vec<Command>) {
    removed::draw(ui, state, pos2(left, rect.top() + laid.around.above), &laid.laid, asked);
}
