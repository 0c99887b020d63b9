//! Both texts side by side, row by row, with the differing words marked.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::clean::Role;
use crate::comparison::{Row, rows};
use crate::report::marked::marked;
use crate::report::why::WHY;
use crate::report::{Entry, Report};
use crate::text::{Pair, Side};
use crate::wording::{Op, Piece};

/// The rows in the order of the left source, each with the numbers of its findings.
pub(super) fn both(report: &Report<'_>, entries: &[Entry<'_>], names: &Pair<String>) -> Markup {
    let listed: BTreeSet<usize> = entries.iter().map(|entry| entry.number).collect();
    html! {
        section #texts aria-labelledby="texts-head" {
            h2 #texts-head { "Both texts" }
            p.legend {
                "In the order of " bdi { (names.left) } ". Marked: "
                mark.only { "only in this source" } ", " mark.replaced { "other words there" } ", "
                mark.moved { "elsewhere there" } ". Small numbers are those of the sentences."
            }
            table.texts {
                caption.unseen { "What covers the same content stands side by side" }
                thead {
                    tr {
                        (super::heads(names))
                        th.found scope="col" { "Findings" }
                    }
                }
                tbody {
                    @for row in &rows(report.comparison, Side::Left) {
                        tr {
                            @for side in Side::BOTH { (cell(report, row, side, names)) }
                            td.found { (numbers(row, &listed)) }
                        }
                    }
                }
            }
        }
    }
}

/// The findings of a row that are in the report.
fn numbers(row: &Row, listed: &BTreeSet<usize>) -> Markup {
    let here = row.findings.iter().map(|id| id + 1).filter(|number| listed.contains(number));
    html! {
        @for number in here { a href={ "#finding-" (number) } aria-label={ "Finding " (number) } { (number) } " " }
    }
}

fn cell(report: &Report<'_>, row: &Row, side: Side, names: &Pair<String>) -> Markup {
    let pieces = report.comparison.pieces_of(row);
    html! {
        td class=(side.name()) {
            @if row.sentences[side].is_empty() { p.none { "No counterpart found in " bdi { (names[side]) } } }
            @for &id in &row.sentences[side] { (sentence(report, row, (side, id), pieces)) }
            @if side == Side::Left { @for why in report.reasons(row) { p.whose { (WHY) ": " bdi { (why) } } } }
        }
    }
}

fn sentence(report: &Report<'_>, row: &Row, (side, id): (Side, usize), pieces: &[Piece]) -> Markup {
    let document = &report.comparison.documents[side];
    let Some(sentence) = document.sentences.get(id) else { return html! {} };
    let role = match sentence.role {
        Role::Headline => "headline",
        Role::Subheading => "subheading",
        Role::List => "item",
        Role::Lead | Role::Body | Role::Caption => "sentence",
    };
    // A sentence of several rows has its name in the first.
    let name = (!row.again[side].contains(&id)).then(|| format!("{}-{}", side.name(), id + 1));
    html! {
        p class=(role) dir="auto" lang=(document.language.code()) id=[name] {
            span.number { (id + 1) @if row.again[side].contains(&id) { ", again" } } " "
            @for (text, op) in marked(&document.text, sentence.span, pieces, side) {
                @match op.and_then(class) { Some(class) => mark class=(class) { (text) }, None => (text) }
            }
        }
    }
}

fn class(op: Op) -> Option<&'static str> {
    match op {
        Op::Equal => None,
        Op::Delete | Op::Insert => Some("only"),
        Op::Replace => Some("replaced"),
        Op::Move => Some("moved"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::fixture;

    #[test]
    fn a_row_says_why_it_is_one_where_that_is_wanted() {
        let comparison = fixture::comparison();
        let mut report = Report::of(&comparison);
        let page = |report: &Report<'_>| both(report, &report.entries(), &report.names()).into_string();
        assert!(!page(&report).contains(WHY));
        report.shown.reasons = true;
        assert!(page(&report).contains("Why side by side: <bdi>both say “Works will cost”; other figures: 40 / 42"));
    }
}
