//! The comparison as one page of HTML: no scripts, nothing fetched, light and dark, printable on A4 and Letter.
//!
//! Everything is escaped by the library that builds the page; right-to-left text is set as browsers set it.

mod texts;

use std::io::{Result, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::claims::{Kind, Relation};
use crate::segment::Document;
use crate::text::{Pair, Side};

use super::{Entry, Report, words};

/// The look of the page; colours are those of the window.
const STYLE: &str = include_str!("../../assets/report/style.css");

/// Writes the page.
///
/// # Errors
/// Only those of the output.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    out.write_all(page(report).into_string().as_bytes())
}

fn page(report: &Report<'_>) -> Markup {
    let names = report.names();
    let title = format!("{} and {}, compared", names.left, names.right);
    let entries = report.entries();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "Paragone " (env!("CARGO_PKG_VERSION")) };
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#findings" { "To the findings" }
                header {
                    h1 { bdi { (names.left) } " and " bdi { (names.right) } }
                    div.cards { @for side in Side::BOTH { (card(&report.comparison.documents[side], side, &names[side])) } }
                }
                nav aria-label="Parts of this page" {
                    a href="#overview" { "Overview" } " · " a href="#findings" { "Findings" } " · "
                    a href="#texts" { "Both texts" } " · " a href="#left-out" { "Left out" }
                }
                main {
                    (overview(report, &entries, &names))
                    (findings(&entries, &names))
                    (texts::both(report, &names))
                    (left_out(report, &names))
                }
                footer { p { (report.made()) } }
            }
        }
    }
}

fn card(document: &Document, side: Side, name: &str) -> Markup {
    let card = &document.card;
    let facts = [
        ("Title", &card.title),
        ("Outlet", &card.outlet),
        ("Author", &card.author),
        ("Published", &card.published),
        ("Address", &card.address),
    ];
    html! {
        section class={ "card " (side.name()) } aria-label={ (words::capitalised(side.name())) " source" } {
            h2 { bdi { (name) } }
            dl {
                @for (field, value) in facts {
                    dt { (field) }
                    @match value {
                        Some(value) => dd dir="auto" { (value) },
                        None => dd.empty { "not given" },
                    }
                }
            }
        }
    }
}

/// How much of each source has a counterpart, and how many findings of each kind there are.
fn overview(report: &Report<'_>, entries: &[Entry<'_>], names: &Pair<String>) -> Markup {
    let kinds: Vec<Kind> =
        Kind::ALL.into_iter().filter(|&kind| entries.iter().any(|entry| entry.finding.kind == kind)).collect();
    let relations: Vec<Relation> = Relation::ALL
        .into_iter()
        .filter(|&relation| entries.iter().any(|entry| entry.finding.relation == relation))
        .collect();
    let count = |kind: Kind, relation: Relation| {
        entries.iter().filter(|entry| entry.finding.kind == kind && entry.finding.relation == relation).count()
    };
    html! {
        section #overview {
            h2 { "Overview" }
            ul {
                @for side in Side::BOTH {
                    @let all = report.comparison.documents[side].sentences.len();
                    @let alone = report.comparison.unmatched[side].len();
                    li { (all - alone) " of " (all) " sentences of " bdi { (names[side]) } " have a counterpart" }
                }
            }
            @if !kinds.is_empty() {
                table.counts {
                    caption { "Findings by kind and relation" }
                    thead { tr { th scope="col" { "Kind" } @for &relation in &relations { th scope="col" { (words::relation(relation)) } } } }
                    tbody {
                        @for &kind in &kinds {
                            tr {
                                th scope="row" { (words::kind(kind)) }
                                @for &relation in &relations { td { (count(kind, relation)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn findings(entries: &[Entry<'_>], names: &Pair<String>) -> Markup {
    html! {
        section #findings {
            h2 { (words::count(entries.len(), "finding", "findings")) }
            @if entries.is_empty() { p { "There is none of those that were to be shown." } } @else {
                table.findings {
                    thead {
                        tr {
                            th scope="col" { "No." }
                            th scope="col" { "What" }
                            th scope="col" { bdi { (names.left) } }
                            th scope="col" { bdi { (names.right) } }
                            th scope="col" { "State" }
                        }
                    }
                    tbody { @for entry in entries { (finding(entry)) } }
                }
            }
        }
    }
}

fn finding(entry: &Entry<'_>) -> Markup {
    let conflict = entry.finding.relation == Relation::Conflict;
    html! {
        tr id={ "finding-" (entry.number) } {
            td { (entry.number) }
            td {
                span class={ "relation" @if conflict { " conflict" } } { (words::relation(entry.finding.relation)) }
                " " b { (words::kind(entry.finding.kind)) }
                p { (entry.finding.message) }
                @if let Some(note) = entry.note { p.note dir="auto" { "Note: " (words::remark(note)) } }
            }
            @for side in Side::BOTH {
                td class=(side.name()) {
                    @if let Some(words) = entry.words[side] { q dir="auto" { (words) } }
                    @if let Some((number, _)) = entry.sentences[side] {
                        " " a.number href={ "#" (side.name()) "-" (number) } { (number) }
                    }
                }
            }
            td { (entry.standing()) }
        }
    }
}

/// What was taken out of the sources before they were compared.
fn left_out(report: &Report<'_>, names: &Pair<String>) -> Markup {
    html! {
        section #left-out {
            h2 { "Left out" }
            @for side in Side::BOTH {
                @let removed = &report.comparison.documents[side].removed;
                h3 { bdi { (names[side]) } }
                @if removed.is_empty() { p { "Nothing." } } @else {
                    ul { @for passage in removed { li { b { (words::reason(passage.why)) } ": " span dir="auto" { (passage.text) } } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Comparison, fixture};

    fn written(comparison: &Comparison) -> String {
        let mut out = Vec::new();
        write(&mut out, &Report::of(comparison)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn both_texts_and_every_finding_are_in_it() {
        let comparison = fixture::comparison();
        let page = written(&comparison);
        for (_, document) in comparison.documents.iter() {
            for id in 0..document.sentences.len() {
                let first = document.sentence(id).split(' ').next().unwrap();
                assert!(page.contains(first), "{first}");
            }
        }
        assert_eq!(page.matches("id=\"finding-").count(), 3);
        assert!(page.contains("Left out") && page.contains("Made by Paragone"));
    }

    #[test]
    fn nothing_is_fetched_and_nothing_runs() {
        let page = written(&fixture::comparison());
        for outside in ["<script", "http://", "https://", "@import", "url(", "<img", "<link", "<iframe"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }

    #[test]
    fn an_article_cannot_break_out_of_the_page() {
        let hostile = "</style><script>alert(1)</script><img src=x onerror=alert(1)> \" onmouseover=\"x \u{202e}txt";
        let mut comparison = fixture::comparison();
        comparison.findings[0].message = hostile.to_owned();
        comparison.documents.left.card.title = Some(hostile.to_owned());
        comparison.documents.right.card.outlet = Some(hostile.to_owned());
        let page = written(&comparison);
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("\" onmouseover"));
    }
}
