//! The comparison as one page of HTML: no scripts, nothing fetched, light and dark, printable on A4 and Letter.
//!
//! Everything is escaped by the library that builds the page. Each text says its language and runs in its own direction; what
//! is marked by colour is marked by a line, too, and for screen readers by a word (`assets/report/style.css`).

mod findings;
mod notes;
mod texts;

use std::io::{Result, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::load::CardField;
use crate::segment::Document;
use crate::text::{Pair, Side};

use super::letters::for_html;
use super::tally::Tally;
use super::{Entry, Report, words};

/// The look of the page; colours are those of the window.
const STYLE: &str = include_str!("../../assets/report/style.css");

/// Writes the page.
///
/// # Errors
/// Only those of the output.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let page = page(report).into_string();
    // The markup holds none of these, so they can only come from a text.
    out.write_all(for_html(&page).as_bytes())
}

fn page(report: &Report<'_>) -> Markup {
    let names = report.names();
    let (entries, noted) = (report.entries(), report.noted());
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "Paragone " (env!("CARGO_PKG_VERSION")) };
                title { (report.title()) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#findings" { "To the findings" }
                header {
                    h1 { bdi { (names.left) } " and " bdi { (names.right) } ", compared" }
                    div.cards { @for side in Side::BOTH { (card(&report.comparison.documents[side], side, &names[side])) } }
                    nav aria-label="Parts of this page" {
                        ul {
                            li { a href="#overview" { "Overview" } }
                            li { a href="#findings" { "Findings" } }
                            @if !noted.is_empty() { li { a href="#notes" { "Notes" } } }
                            li { a href="#texts" { "Both texts" } }
                            li { a href="#left-out" { "Left out" } }
                        }
                    }
                }
                main {
                    (overview(report, &entries, &names))
                    (findings::table(report, &entries, &names))
                    (notes::table(report, &noted, &names))
                    (texts::both(report, &entries, &names))
                    (left_out(report, &names))
                }
                footer { h2 { "How this was made" } @for told in report.making() { p { (told) } } }
            }
        }
    }
}

/// The heads of the two columns, each with the side that the messages speak of.
fn heads(names: &Pair<String>) -> Markup {
    html! {
        @for side in Side::BOTH {
            th class=(side.name()) scope="col" { span.side { (words::capitalised(side.name())) } " " bdi { (names[side]) } }
        }
    }
}

/// A link to a sentence of the page with the name of its source: every row says whose words it holds.
fn from(names: &Pair<String>, side: Side, number: usize) -> Markup {
    html! { a.from href={ "#" (side.name()) "-" (number) } { bdi { (names[side]) } ", " (number) } }
}

fn card(document: &Document, side: Side, name: &str) -> Markup {
    let card = &document.card;
    html! {
        section class={ "card " (side.name()) } aria-labelledby={ "source-" (side.name()) } {
            h2 id={ "source-" (side.name()) } { span.side { (words::capitalised(side.name())) } " " bdi { (name) } }
            dl {
                @for field in CardField::ALL {
                    dt { (words::capitalised(field.name())) }
                    @match card.get(field) {
                        None => dd.empty { "not given" },
                        Some(address) if field == CardField::Address => dd { (linked(address)) },
                        Some(value) => dd dir="auto" { (value) },
                    }
                }
                dt { "Language" }
                dd { (document.language.name()) }
            }
        }
    }
}

/// An address that a click opens, where it is one of a page; anything else could run something.
fn linked(address: &str) -> Markup {
    let is_page = ["http://", "https://"].iter().any(|start| address.starts_with(start))
        && !address.contains(|c: char| c.is_whitespace() || c.is_control());
    html! { bdi { @if is_page { a href=(address) rel="noreferrer" { (address) } } @else { (address) } } }
}

/// How much of each source has a counterpart, and how many findings of each kind there are.
fn overview(report: &Report<'_>, entries: &[Entry<'_>], names: &Pair<String>) -> Markup {
    let tally = Tally(entries);
    html! {
        section #overview aria-labelledby="overview-head" {
            h2 #overview-head { "Overview" }
            ul {
                @for side in Side::BOTH {
                    @let share = report.share(side);
                    li { (share.linked()) " of " (share.all) " sentences of " bdi { (names[side]) } " have a counterpart" }
                }
            }
            @for warning in report.warnings() { p.warning { b { "Please note: " } bdi { (warning) } } }
            @if !entries.is_empty() {
                table.counts {
                    caption { "Findings by kind and relation" }
                    thead { tr { th scope="col" { "Kind" } @for relation in tally.relations() { th scope="col" { (words::relation(relation)) } } } }
                    tbody {
                        @for kind in tally.kinds() {
                            tr {
                                th scope="row" { (words::kind(kind)) }
                                @for relation in tally.relations() { td { (tally.count(Some(kind), Some(relation))) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was taken out of the sources before they were compared.
fn left_out(report: &Report<'_>, names: &Pair<String>) -> Markup {
    html! {
        section #left-out aria-labelledby="left-out-head" {
            h2 #left-out-head { "Left out" }
            p.legend { "What was taken out of the sources before they were compared." }
            @for side in Side::BOTH {
                @let removed = &report.comparison.documents[side].removed;
                h3 { bdi { (names[side]) } }
                @if removed.is_empty() { p { "Nothing." } } @else {
                    ul { @for passage in removed { li { b { (words::reason(passage.why)) } ": " span dir="auto" lang=(report.comparison.documents[side].language.code()) { (passage.text) } } } }
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
        comparison.documents.right.card.address = Some("javascript:alert(1)".to_owned());
        let page = written(&comparison);
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("\" onmouseover"));
        assert!(!page.contains("href=\"javascript"));
    }
}
