//! The findings, each with the words that it rests on in their sentences.

use maud::{Markup, html};

use crate::claims::Relation;
use crate::report::{Entry, Report, words};
use crate::segment::Document;
use crate::text::{Pair, Side, Span};

/// The table; with the reader's states only where there are any.
pub(super) fn table(report: &Report<'_>, entries: &[Entry<'_>], names: &Pair<String>) -> Markup {
    let written = report.written().is_some();
    html! {
        section #findings aria-labelledby="findings-head" {
            h2 #findings-head { (words::count(entries.len(), "finding", "findings")) }
            p.legend { (report.filters()) }
            @if entries.is_empty() { p { (words::NONE) } } @else {
                table.findings {
                    caption.unseen { @if report.listed.is_some() { "Findings in the order of the list" } @else { "Findings, the gravest first" } }
                    thead {
                        tr {
                            th.count scope="col" { "No." }
                            th.what scope="col" { "What differs" }
                            (super::heads(names))
                            @if written { th.state scope="col" { "State" } }
                        }
                    }
                    tbody { @for entry in entries { (row(report, entry, names, written)) } }
                }
            }
        }
    }
}

fn row(report: &Report<'_>, entry: &Entry<'_>, names: &Pair<String>, written: bool) -> Markup {
    let conflict = entry.finding.relation == Relation::Conflict;
    html! {
        tr id={ "finding-" (entry.number) } {
            th.count scope="row" { (entry.number) }
            td.what {
                p.kind {
                    span class={ "relation" @if conflict { " conflict" } } { (words::relation(entry.finding.relation)) }
                    " " b { (words::kind(entry.finding.kind)) }
                }
                p dir="auto" { (entry.finding.message) }
                @if let Some(note) = entry.note { div.note { p { b { "Note" } } (super::notes::remark(note)) } }
            }
            @for side in Side::BOTH {
                td class=(side.name()) { (said(report, entry, side, names)) }
            }
            @if written { td.state { @if entry.review.is_some() { b { (entry.standing()) } } @else { (entry.standing()) } } }
        }
    }
}

/// The sentence of a side with the words of the finding marked in it.
fn said(report: &Report<'_>, entry: &Entry<'_>, side: Side, names: &Pair<String>) -> Markup {
    let Some(place) = entry.finding.places[side] else {
        return html! { p.whose { bdi { (names[side]) } ": –" span.unseen { " nothing in this sentence" } } };
    };
    let document = &report.comparison.documents[side];
    let (before, words, after) = around(document, place.sentence, place.span);
    html! {
        p.said dir="auto" lang=(document.language.code()) { (before) mark { (words) } (after) }
        p.whose { (super::from(names, side, place.sentence + 1)) }
    }
}

/// A sentence in three: what stands before the words, the words, and what follows.
fn around(document: &Document, sentence: usize, words: Span) -> (&str, &str, &str) {
    let whole = document.sentences.get(sentence).map_or(words, |sentence| sentence.span);
    let Some(words) = whole.intersection(words) else { return (whole.of(&document.text), "", "") };
    let stretch = |start, end| Span::new(start, end).of(&document.text);
    (stretch(whole.start, words.start), words.of(&document.text), stretch(words.end, whole.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::fixture;

    #[test]
    fn the_words_are_marked_in_their_sentence() {
        let comparison = fixture::comparison();
        let report = Report::of(&comparison);
        let page = table(&report, &report.entries(), &report.names()).into_string();
        assert!(page.contains("The bridge at Oster closes on <mark>Monday</mark> for repairs."), "{page}");
        assert!(page.contains("<a class=\"from\" href=\"#right-3\"><bdi>right.txt</bdi>, 3</a>"), "{page}");
        assert!(!page.contains("State"));
    }
}
