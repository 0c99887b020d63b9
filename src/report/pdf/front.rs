//! The beginning of the report: its title, what is known of both sources, and how much they share.

use krilla::tagging::{TableHeaderScope, Tag};

use super::block::{Block, Paragraph, Rule};
use super::press::{Press, holding, told};
use super::style::{self, BODY, BODY_BOLD, COLUMN, LABEL, LABEL_BOLD, LEFT_EDGE, NAME, RIGHT_EDGE, SUBJECT, TITLE};
use super::styled::Styled;
use super::tree::Part;
use crate::load::CardField;
use crate::report::tally::Tally;
use crate::report::{Entry, Report, words};
use crate::text::{Pair, Side};

/// The width of the kinds' names before them.
const KIND: f32 = 120.0;

/// The title and the sources' cards.
pub(super) fn sources(press: &mut Press, report: &Report<'_>, names: &Pair<String>) -> Vec<Part> {
    let wide = (LEFT_EDGE, RIGHT_EDGE - LEFT_EDGE);
    let label = press.line("Two articles compared", LABEL_BOLD.coloured(style::QUIET), wide);
    let mut heading = press.line(&format!("{} and {}", names.left, names.right), TITLE, wide);
    heading.before = 3.0;
    let parts = vec![
        told(&label, None),
        Part::of(Tag::Hn(std::num::NonZeroU16::MIN, Some(report.title())), vec![Part::Text(heading.leaf)]),
    ];
    press.blocks.push(Block::of(vec![label, heading], 0.0));
    let cards = Pair::from_fn(|side| card(press, report, side, &names[side]));
    let told = Side::BOTH.map(|side| holding(Tag::Section, &cards[side], None));
    let block = Block::beside(vec![cards.left, cards.right], 22.0);
    press.blocks.push(Block { rule: Rule::Heavy, ..block });
    parts.into_iter().chain(told).collect()
}

fn card(press: &mut Press, report: &Report<'_>, side: Side, name: &str) -> Vec<Paragraph> {
    let document = &report.comparison.documents[side];
    let card = &document.card;
    let place = (style::column(side), COLUMN);
    let mut paragraphs = vec![press.line(name, NAME.coloured(style::of(side)), place)];
    let title = card.title.as_deref().unwrap_or("No title given");
    let look = if card.title.is_some() { SUBJECT } else { style::NOTE.coloured(style::QUIET) };
    let mut subject = press.paragraph(&Styled::of(title, look), place, None);
    subject.before = 2.0;
    subject.leading = SUBJECT.size * 1.3;
    paragraphs.push(subject);
    let facts = CardField::ALL.into_iter().filter(|&field| field != CardField::Title);
    for (number, field) in facts.enumerate() {
        let name = words::capitalised(field.name());
        let styled = Styled::of(&format!("{name}  "), LABEL)
            .and(card.get(field).unwrap_or("not given"), LABEL.coloured(style::INK));
        let mut fact = press.paragraph(&styled, place, None);
        fact.before = if number == 0 { 4.0 } else { 0.0 };
        paragraphs.push(fact);
    }
    paragraphs
}

/// How much of each source has a counterpart, and how many findings of each kind there are.
pub(super) fn overview(
    press: &mut Press,
    report: &Report<'_>,
    entries: &[Entry<'_>],
    names: &Pair<String>,
) -> Vec<Part> {
    let heading = press.heading("Overview", 24.0);
    let shares = Pair::from_fn(|side| share(press, report, side, &names[side]));
    let mut parts = vec![heading];
    parts.extend(Side::BOTH.map(|side| holding(Tag::Div, &shares[side], None)));
    press.blocks.push(Block { whole: true, ..Block::beside(vec![shares.left, shares.right], 7.0) });
    for warning in report.warnings() {
        let wide = (LEFT_EDGE, RIGHT_EDGE - LEFT_EDGE);
        let line = press.paragraph(&Styled::of("Please note: ", BODY_BOLD).and(warning, BODY), wide, None);
        parts.push(told(&line, None));
        press.blocks.push(Block::of(vec![line], 7.0));
    }
    parts.extend(counts(press, Tally(entries)));
    parts
}

fn share(press: &mut Press, report: &Report<'_>, side: Side, name: &str) -> Vec<Paragraph> {
    let share = report.share(side);
    let sentences = words::count(share.all, "sentence", "sentences");
    let place = (style::column(side), COLUMN);
    let name = press.line(name, LABEL.coloured(style::of(side)), place);
    let mut said = press.line(&format!("{} of {sentences} have a counterpart.", share.linked()), BODY, place);
    said.bar = Some((share.linked() as f32 / share.all.max(1) as f32, style::of(side)));
    vec![name, said]
}

/// A table of the findings by kind and relation; nothing where there are none.
fn counts(press: &mut Press, tally: Tally<'_>) -> Option<Part> {
    let relations = tally.relations();
    if relations.is_empty() {
        return None;
    }
    let titles: Vec<String> = relations.iter().map(|&relation| words::relation(relation).to_owned()).collect();
    let mut rows = vec![row(press, "Findings", &titles, true)];
    for kind in tally.kinds() {
        let figures: Vec<String> = relations
            .iter()
            .map(|&relation| tally.count(Some(kind), Some(relation)))
            .map(|count| if count == 0 { "–".to_owned() } else { count.to_string() })
            .collect();
        rows.push(row(press, words::kind(kind), &figures, false));
    }
    Some(Part::of(Tag::Table, rows))
}

fn row(press: &mut Press, first: &str, others: &[String], is_head: bool) -> Part {
    let look = if is_head { LABEL_BOLD } else { LABEL.coloured(style::INK) };
    let name = press.line(first, look, (LEFT_EDGE, KIND));
    let scope = if is_head { TableHeaderScope::Column } else { TableHeaderScope::Row };
    let mut cells = vec![Part::of(Tag::TH(scope), vec![Part::Text(name.leaf)])];
    let mut columns = vec![vec![name]];
    let wide = (RIGHT_EDGE - LEFT_EDGE - KIND) / others.len().max(1) as f32;
    for (number, text) in others.iter().enumerate() {
        let mut paragraph = press.line(text, look, (LEFT_EDGE + KIND + wide * number as f32, wide));
        paragraph.at_right = true;
        let texts = vec![Part::Text(paragraph.leaf)];
        cells.push(if is_head { Part::of(Tag::TH(scope), texts) } else { Part::of(Tag::TD, texts) });
        columns.push(vec![paragraph]);
    }
    let before = if is_head { 13.0 } else { 4.0 };
    let rule = if is_head { Rule::None } else { Rule::Hair };
    press.blocks.push(Block { rule, with_next: is_head, ..Block::beside(columns, before) });
    Part::of(Tag::TR, cells)
}
