//! The running head with both sources' names, which also heads the columns of a table that goes on, and the page number.

use super::flow::{Pages, Shape, Text};
use super::lines::Line;
use super::press::Press;
use super::style::{self, COLUMN, FOOT_LINE, HANG, HEAD_LINE, LABEL, LEFT_EDGE, RIGHT_EDGE};
use crate::text::{Pair, Side};

/// Puts them on the pages. The first page has its title instead of a head.
pub(super) fn number(press: &mut Press, pages: &mut Pages, names: &Pair<String>) {
    let wide = RIGHT_EDGE - LEFT_EDGE;
    let all = pages.pages.len();
    let heads = Pair::from_fn(|side| first_line(press, &names[side], style::of(side), COLUMN - HANG));
    for (number, page) in pages.pages.iter_mut().enumerate() {
        if number > 0 {
            for side in Side::BOTH {
                let x = style::column(side) + HANG;
                page.texts.extend(heads[side].clone().map(|line| Text { line, x, y: HEAD_LINE, leaf: None }));
            }
            let rule = Shape { x: LEFT_EDGE, y: HEAD_LINE + 6.0, width: wide, height: 0.4, colour: style::LINE };
            page.shapes.push(rule);
        }
        let folio = first_line(press, &format!("{} of {all}", number + 1), style::QUIET, wide);
        page.texts.extend(folio.map(|line| Text { x: RIGHT_EDGE - line.width, line, y: FOOT_LINE, leaf: None }));
    }
}

fn first_line(press: &mut Press, text: &str, colour: style::Colour, wide: f32) -> Option<Line> {
    press.line(text, LABEL.coloured(colour), (LEFT_EDGE, wide)).lines.into_iter().next()
}
