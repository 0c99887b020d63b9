//! Both texts side by side, row by row, with the differing words marked by line and colour.

use maud::{Markup, html};

use crate::clean::Role;
use crate::comparison::{Row, rows};
use crate::report::marked::marked;
use crate::text::{Side, is_right_to_left};
use crate::wording::{Op, Piece};

use super::Content;
use super::findings::finding;
use super::paper::{Keep, Table, WIDTH, Words, paragraph, place, run, said, way_to};
use super::tongue::Tongue;

/// The rows in the order of the left source; what has no counterpart stands where it was read.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let head = Side::BOTH.map(|side| content.column(side));
    let table = Table { about: "Both texts side by side", widths: &[WIDTH / 2; 2], head: &head };
    let rows: Vec<Markup> = rows(content.report.comparison, Side::Left)
        .iter()
        .map(|row| {
            let cells = Side::BOTH.map(|side| cell(content, row, side));
            table.row(&cells, Keep::for_length(length(content, row)))
        })
        .collect();
    html! {
        (said("Heading1", "Both texts"))
        (legend())
        (table.of(&rows))
    }
}

/// What the marks mean, each in its own look.
fn legend() -> Markup {
    let ours = |text: &str, look| run(&Words { text, look }, &Tongue::OURS, false);
    paragraph(
        "Legend",
        false,
        &html! {
            (ours("Marked: ", None)) (ours("only on the left", Some("LeftOnly"))) (ours(", ", None))
            (ours("only on the right", Some("RightOnly"))) (ours(", other words ", None))
            (ours("here", Some("LeftReplaced"))) (ours(" and ", None)) (ours("there", Some("RightReplaced")))
            (ours(", ", None)) (ours("the same words in another place", Some("Moved")))
            (ours(". Numbers are those of the sentences.", None))
        },
    )
}

/// The findings in a row, as ways to them, and why its sentences are linked where that is wanted.
fn under(content: &Content<'_>, row: &Row) -> Markup {
    let ours = |text: &str| run(&Words { text, look: None }, &Tongue::OURS, false);
    let numbers: Vec<usize> =
        row.findings.iter().map(|id| id + 1).filter(|number| content.numbers.contains(number)).collect();
    let reasons = content.report.reasons_in_line(row);
    let line = html! {
        @for (at, &number) in numbers.iter().enumerate() {
            (ours(match (at, numbers.len()) { (0, 1) => "Finding ", (0, _) => "Findings ", _ => ", " }))
            (way_to(&finding(number), &ours(&number.to_string())))
        }
        @if !numbers.is_empty() && !reasons.is_empty() { (ours(" · ")) }
        (ours(&reasons))
    };
    html! { @if !numbers.is_empty() || !reasons.is_empty() { (paragraph("Under", false, &line)) } }
}

/// The letters of the longer side, in bytes.
fn length(content: &Content<'_>, row: &Row) -> usize {
    let of = |side: Side| {
        let document = &content.report.comparison.documents[side];
        row.sentences[side].iter().map(|&id| document.sentence(id).len()).sum::<usize>()
    };
    of(Side::Left).max(of(Side::Right))
}

fn cell(content: &Content<'_>, row: &Row, side: Side) -> Markup {
    let pieces = content.report.comparison.pieces_of(row);
    html! {
        @if row.sentences[side].is_empty() { (said("NoneFound", "No counterpart found")) }
        @for &id in &row.sentences[side] {
            (sentence(content, (side, id), pieces, row.again[side].contains(&id)))
        }
        @if side == Side::Left { (under(content, row)) }
    }
}

/// A sentence with its number; `again` where it stood in a row before.
fn sentence(content: &Content<'_>, (side, id): (Side, usize), pieces: &[Piece], again: bool) -> Markup {
    let document = &content.report.comparison.documents[side];
    let Some(sentence) = document.sentences.get(id) else { return html! {} };
    let style = match sentence.role {
        Role::Headline => "SourceHeadline",
        Role::Subheading => "SourceSubheading",
        Role::List => "SourceItem",
        Role::Lead | Role::Body | Role::Caption => "SourceText",
    };
    let tongue = &content.tongues[side];
    let from_right = is_right_to_left(document.sentence(id));
    let words = |text: &str, look| run(&Words { text, look }, tongue, from_right);
    let number = (id + 1).to_string();
    let mark = id * Side::BOTH.len() + usize::from(side == Side::Right);
    let content = html! {
        @if !again { (place(mark, &bookmark(side, id))) }
        (words(&number, Some("Number"))) (words("\u{2002}", None))
        @for (text, op) in marked(&document.text, sentence.span, pieces, side) {
            (words(text, op.and_then(|op| look(op, side))))
        }
    };
    paragraph(style, from_right, &content)
}

/// The name under which a sentence can be gone to.
pub(super) fn bookmark(side: Side, id: usize) -> String {
    format!("{}_{}", side.name(), id + 1)
}

fn look(op: Op, side: Side) -> Option<&'static str> {
    match (op, side) {
        (Op::Equal, _) => None,
        (Op::Delete | Op::Insert, Side::Left) => Some("LeftOnly"),
        (Op::Delete | Op::Insert, Side::Right) => Some("RightOnly"),
        (Op::Replace, Side::Left) => Some("LeftReplaced"),
        (Op::Replace, Side::Right) => Some("RightReplaced"),
        (Op::Move, _) => Some("Moved"),
    }
}
