//! What was taken out of the sources before they were compared.

use krilla::tagging::{ListNumbering, Tag};

use super::block::{Block, Paragraph};
use super::press::{Press, holding, told};
use super::style::{self, BODY, LABEL, LABEL_BOLD, LEFT_EDGE, NAME, NOTE, QUIET, RIGHT_EDGE};
use super::styled::Styled;
use super::tree::Part;
use crate::clean::Removed;
use crate::report::{Report, words};
use crate::segment::Document;
use crate::text::{Pair, Side};

/// From the left to the right of the page.
const WIDE: (f32, f32) = (LEFT_EDGE, RIGHT_EDGE - LEFT_EDGE);

/// The passages of both sources, each with the reason.
pub(super) fn list(press: &mut Press, report: &Report<'_>, names: &Pair<String>) -> Vec<Part> {
    let mut parts = vec![press.heading("Left out", 28.0)];
    for side in Side::BOTH {
        let name = press.line(&names[side], NAME.coloured(style::of(side)), WIDE);
        let third = std::num::NonZeroU16::MIN.saturating_add(2);
        parts.push(Part::of(Tag::Hn(third, Some(names[side].clone())), vec![Part::Text(name.leaf)]));
        press.blocks.push(Block { with_next: true, ..Block::of(vec![name], 10.0) });
        parts.push(of(press, &report.comparison.documents[side]));
    }
    parts
}

fn of(press: &mut Press, document: &Document) -> Part {
    if document.removed.is_empty() {
        let nothing = press.line("Nothing.", NOTE.coloured(QUIET), WIDE);
        let part = told(&nothing, None);
        press.blocks.push(Block::of(vec![nothing], 2.0));
        return part;
    }
    let mut items = Vec::new();
    for passage in &document.removed {
        let paragraph = set(press, passage, document);
        let body = holding(Tag::LBody, std::slice::from_ref(&paragraph), Some(&document.language));
        items.push(Part::of(Tag::LI, vec![body]));
        press.blocks.push(Block::of(vec![paragraph], 3.0));
    }
    Part::of(Tag::L(ListNumbering::None), items)
}

fn set(press: &mut Press, passage: &Removed, document: &Document) -> Paragraph {
    let why = words::capitalised(words::reason(passage.why));
    let styled = Styled::of(&why, LABEL_BOLD).and("  ", LABEL).and(&passage.text, BODY);
    press.paragraph(&styled, WIDE, Some(&document.language)).level_with(BODY)
}
