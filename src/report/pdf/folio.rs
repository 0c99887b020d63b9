//! The running head with both sources' names, and the page number, on every page.

use super::flow::{Pages, Shape, Text};
use super::lines::Line;
use super::press::Press;
use super::style::{self, FOOT_LINE, HEAD_LINE, LABEL, LEFT_EDGE, RIGHT_EDGE};
use crate::text::{Pair, Side};

/// The share of the page's width that a name may take.
const MOST: f32 = 0.48;

/// Puts them on the pages. The first page has its title instead of a head.
pub(super) fn number(press: &mut Press, pages: &mut Pages, names: &Pair<String>) {
    let wide = RIGHT_EDGE - LEFT_EDGE;
    let all = pages.pages.len();
    let heads = Pair::from_fn(|side| first_line(press, &names[side], style::of(side), wide * MOST));
    for (number, page) in pages.pages.iter_mut().enumerate() {
        if number > 0 {
            for side in Side::BOTH {
                page.texts.extend(heads[side].clone().map(|line| at(line, side, HEAD_LINE)));
            }
            let rule = Shape { x: LEFT_EDGE, y: HEAD_LINE + 6.0, width: wide, height: 0.4, colour: style::LINE };
            page.shapes.push(rule);
        }
        let folio = first_line(press, &format!("{} of {all}", number + 1), style::QUIET, wide);
        page.texts.extend(folio.map(|line| at(line, Side::Right, FOOT_LINE)));
    }
}

fn first_line(press: &mut Press, text: &str, colour: style::Colour, wide: f32) -> Option<Line> {
    press.line(text, LABEL.coloured(colour), (LEFT_EDGE, wide)).lines.into_iter().next()
}

fn at(line: Line, side: Side, y: f32) -> Text {
    let x = match side {
        Side::Left => LEFT_EDGE,
        Side::Right => RIGHT_EDGE - line.width,
    };
    Text { line, x, y, leaf: None }
}
