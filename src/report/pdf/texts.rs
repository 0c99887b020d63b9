//! Both texts side by side, row by row, with the differing words marked.

use std::collections::BTreeMap;

use krilla::tagging::{TableHeaderScope, Tag};

use super::block::{Block, Leaf, Paragraph, Rule};
use super::press::{Press, holding, told};
use super::style::{self, BODY, BODY_BOLD, COLUMN, HANG, LABEL, LEFT_EDGE, Look, Mark, NAME, RIGHT_EDGE, SUBJECT};
use super::styled::Styled;
use super::tree::Part;
use crate::clean::Role;
use crate::comparison::{Row, rows};
use crate::report::Report;
use crate::report::marked::marked;
use crate::report::why::WHY;
use crate::text::{Pair, Side};
use crate::wording::Op;

/// A row that is not higher is not parted between pages: some seven lines.
const SHORT: f32 = 95.0;

/// Where each sentence stands, by side and number from 0.
pub(super) type Places = BTreeMap<(Side, usize), Leaf>;

/// The rows in the order of the left source.
pub(super) fn both(press: &mut Press, report: &Report<'_>, names: &Pair<String>) -> (Vec<Part>, Places) {
    let heading = press.heading("Both texts", 28.0);
    let legend = legend(press);
    let head = Pair::from_fn(|side| {
        let place = (style::column(side) + HANG, COLUMN - HANG);
        vec![press.line(&names[side], NAME.coloured(style::of(side)), place)]
    });
    let scope = TableHeaderScope::Column;
    let mut table = vec![Part::of(Tag::TR, Side::BOTH.map(|side| holding(Tag::TH(scope), &head[side], None)).into())];
    let head = Block { rule: Rule::Heavy, with_next: true, ..Block::beside(vec![head.left, head.right], 14.0) };
    press.blocks.push(head);
    let mut places = Places::new();
    for row in &rows(report.comparison, Side::Left) {
        table.push(both_cells(press, report, row, &mut places));
    }
    (vec![heading, legend, Part::of(Tag::Table, table)], places)
}

fn legend(press: &mut Press) -> Part {
    let mark = |mark| LABEL.coloured(style::INK).marked(Some(mark));
    let styled = Styled::of("Marked are words that are ", LABEL)
        .and("only in this source", mark(Mark::Only(Side::Left)))
        .and(", that are ", LABEL)
        .and("other words there", mark(Mark::Replaced(Side::Left)))
        .and(", or that stand ", LABEL)
        .and("elsewhere there", mark(Mark::Moved))
        .and(". The numbers are those of the sentences, in brackets where one stands again.", LABEL);
    let paragraph = press.paragraph(&styled, (LEFT_EDGE, RIGHT_EDGE - LEFT_EDGE), None);
    let part = told(&paragraph, None);
    press.blocks.push(Block { with_next: true, ..Block::of(vec![paragraph], 5.0) });
    part
}

fn both_cells(press: &mut Press, report: &Report<'_>, row: &Row, places: &mut Places) -> Part {
    let cells = Pair::from_fn(|side| cell(press, report, row, side, places));
    let mut parts = Side::BOTH.map(|side| {
        let language = &report.comparison.documents[side].language;
        holding(Tag::TD, &cells[side], (!row.sentences[side].is_empty()).then_some(language))
    });
    let block = Block::beside(vec![cells.left, cells.right], 9.0);
    let whole = block.height() <= SHORT;
    let told = report.reasons(row);
    press.blocks.push(Block { rule: Rule::Hair, whole, with_next: whole && !told.is_empty(), ..block });
    if let Part::Group(_, of_left) = &mut parts[0] {
        of_left.extend(told.iter().map(|told| reason(press, &format!("{WHY}: {told}"))));
    }
    Part::of(Tag::TR, parts.into())
}

fn cell(press: &mut Press, report: &Report<'_>, row: &Row, side: Side, places: &mut Places) -> Vec<Paragraph> {
    let x = style::column(side) + HANG;
    let place = (x, COLUMN - HANG);
    if row.sentences[side].is_empty() {
        return vec![press.line("No counterpart found", LABEL, place).level_with(BODY)];
    }
    let pieces = report.comparison.pieces_of(row);
    let document = &report.comparison.documents[side];
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for &id in &row.sentences[side] {
        let Some(sentence) = document.sentences.get(id) else { continue };
        let look = look(sentence.role);
        let start = if sentence.role == Role::List { Styled::of("•  ", look) } else { Styled::default() };
        let styled = marked(&document.text, sentence.span, pieces, side)
            .into_iter()
            .fold(start, |styled, (text, op)| styled.and(text, look.marked(op.and_then(|op| mark(op, side)))));
        let language = (look == BODY).then_some(&document.language);
        let mut paragraph = press.paragraph(&styled, place, language);
        paragraph.before = if paragraphs.is_empty() { 0.0 } else { 4.0 };
        let is_again = row.again[side].contains(&id);
        let number = if is_again { format!("({})", id + 1) } else { (id + 1).to_string() };
        paragraph.number = Some(press.number(&number, x));
        places.entry((side, id)).or_insert(paragraph.leaf);
        paragraphs.push(paragraph);
    }
    paragraphs
}

fn look(role: Role) -> Look {
    match role {
        Role::Headline => SUBJECT,
        Role::Subheading => BODY_BOLD,
        Role::Lead | Role::Body | Role::Caption | Role::List => BODY,
    }
}

fn mark(op: Op, side: Side) -> Option<Mark> {
    match op {
        Op::Equal => None,
        Op::Delete | Op::Insert => Some(Mark::Only(side)),
        Op::Replace => Some(Mark::Replaced(side)),
        Op::Move => Some(Mark::Moved),
    }
}

/// A reason under its row.
fn reason(press: &mut Press, why: &str) -> Part {
    let x = LEFT_EDGE + HANG;
    let paragraph = press.line(why, LABEL, (x, RIGHT_EDGE - x));
    let part = told(&paragraph, None);
    press.blocks.push(Block::of(vec![paragraph], 2.0));
    part
}
