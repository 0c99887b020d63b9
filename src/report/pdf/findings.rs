//! The findings, each with what differs, the words of both sources, and what the reader says of it.

use krilla::tagging::{ListNumbering, Tag};

use super::block::{Block, Leaf, Paragraph, Rule};
use super::press::{Press, told};
use super::style::{self, BODY, COLUMN, HANG, INK, LABEL, LABEL_BOLD, LEFT_EDGE, NOTE, QUIET, RIGHT_EDGE};
use super::styled::Styled;
use super::texts::Places;
use super::tree::Part;
use crate::claims::Relation;
use crate::report::{Entry, Report, words};
use crate::text::{Pair, Side};

/// Room for the state at the right of a finding's first line.
const STATE: f32 = 110.0;

/// The list, in its order, and what in it leads to the texts.
pub(super) fn list(
    press: &mut Press,
    report: &Report<'_>,
    entries: &[Entry<'_>],
    names: &Pair<String>,
) -> (Vec<Part>, Vec<Reference>) {
    let mut references = Vec::new();
    let heading = press.heading(&words::count(entries.len(), "finding", "findings"), 26.0);
    let shown = press.line(&report.filters(), LABEL, (LEFT_EDGE, RIGHT_EDGE - LEFT_EDGE));
    let mut parts = vec![heading, told(&shown, None)];
    press.blocks.push(Block { with_next: true, ..Block::of(vec![shown], 3.0) });
    if entries.is_empty() {
        let none = press.line(words::NONE, BODY, (LEFT_EDGE, RIGHT_EDGE - LEFT_EDGE));
        parts.push(told(&none, None));
        press.blocks.push(Block::of(vec![none], 6.0));
        return (parts, references);
    }
    let items = entries.iter().map(|entry| finding(press, report, entry, names, &mut references)).collect();
    parts.push(Part::of(Tag::L(ListNumbering::Decimal), items));
    (parts, references)
}

/// A paragraph that leads to a sentence in the texts.
pub(super) struct Reference {
    /// The block, its column and the place in it.
    pub block: usize,
    pub column: usize,
    pub side: Side,
    /// Counted from 0.
    pub sentence: usize,
}

fn finding(
    press: &mut Press,
    report: &Report<'_>,
    entry: &Entry<'_>,
    names: &Pair<String>,
    references: &mut Vec<Reference>,
) -> Part {
    let is_conflict = entry.finding.relation == Relation::Conflict;
    let edge = is_conflict.then_some(INK);
    let x = LEFT_EDGE + HANG;
    let mut head = kind(press, entry, x);
    head.number = Some(press.number(&entry.number.to_string(), x));
    let mut message = press.line(&entry.finding.message, BODY, (x, RIGHT_EDGE - x));
    message.before = 1.0;
    let state = report.written().map(|_| state(press, entry));
    let number = head.number.as_ref().map_or(head.leaf, |number| number.leaf);
    let mut body: Vec<Part> = vec![text(head.leaf)];
    body.extend(state.iter().map(|state| text(state.leaf)));
    body.push(text(message.leaf));
    let columns = std::iter::once(vec![head, message]).chain(state.map(|state| vec![state])).collect();
    let block = Block { rule: Rule::Hair, edge, whole: true, with_next: true, ..Block::beside(columns, 13.0) };
    press.blocks.push(block);

    let (columns, said) = both(press, entry, names, references);
    body.extend(said);
    press.blocks.push(Block { edge, ..Block::beside(columns, 3.0) });

    if let Some(note) = entry.note {
        let styled = Styled::of("Note: ", LABEL).and(&words::remark(note), NOTE);
        let note = press.paragraph(&styled, (x, RIGHT_EDGE - x), None);
        body.push(text(note.leaf));
        press.blocks.push(Block { edge, ..Block::of(vec![note], 3.0) });
    }
    Part::of(Tag::LI, vec![Part::of(Tag::Lbl, vec![Part::Text(number)]), Part::of(Tag::LBody, body)])
}

fn text(leaf: Leaf) -> Part {
    Part::of(Tag::P, vec![Part::Text(leaf)])
}

fn kind(press: &mut Press, entry: &Entry<'_>, x: f32) -> Paragraph {
    let relation = words::relation(entry.finding.relation);
    let styled = Styled::of(relation, LABEL_BOLD).and("  ·  ", LABEL).and(words::kind(entry.finding.kind), LABEL);
    press.paragraph(&styled, (x, RIGHT_EDGE - x - STATE), None)
}

fn state(press: &mut Press, entry: &Entry<'_>) -> Paragraph {
    let mut state = press.line(&entry.standing(), LABEL, (RIGHT_EDGE - STATE, STATE));
    state.at_right = true;
    state
}

/// The words of both sources beside each other, each under its source's name and the number of the sentence.
fn both(
    press: &mut Press,
    entry: &Entry<'_>,
    names: &Pair<String>,
    references: &mut Vec<Reference>,
) -> (Vec<Vec<Paragraph>>, Vec<Part>) {
    let mut columns = Vec::new();
    let mut parts = Vec::new();
    for side in Side::BOTH {
        let x = style::column(side) + HANG;
        let place = (x, COLUMN - HANG);
        let name = LABEL.coloured(style::of(side));
        let label = match entry.sentences[side] {
            Some((number, _)) => {
                let (block, column) = (press.blocks.len(), columns.len());
                references.push(Reference { block, column, side, sentence: number.saturating_sub(1) });
                press.line(&format!("{}, sentence {number}", names[side]), name, place)
            }
            None => press.line(&names[side], name, place),
        };
        parts.push(match entry.sentences[side] {
            Some(_) => Part::of(Tag::P, vec![Part::of(Tag::Link, vec![Part::Text(label.leaf)])]),
            None => text(label.leaf),
        });
        let said = match entry.words[side] {
            Some(words) => Styled::of(&format!("“{words}”"), BODY),
            None => Styled::of("–", BODY.coloured(QUIET)),
        };
        let said = press.paragraph(&said, place, None);
        parts.push(text(said.leaf));
        columns.push(vec![label, said]);
    }
    (columns, parts)
}

/// Lets the numbers of sentences lead to them, now that it is known where they stand.
pub(super) fn lead(blocks: &mut [Block], references: &[Reference], places: &Places) {
    for reference in references {
        let to = places.get(&(reference.side, reference.sentence)).copied();
        let label = blocks
            .get_mut(reference.block)
            .and_then(|block| block.columns.get_mut(reference.column))
            .and_then(|column| column.first_mut());
        if let Some(label) = label {
            label.to = to;
        }
    }
}
