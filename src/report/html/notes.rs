//! What the reader wrote beside the findings.

use maud::{Markup, html};

use crate::comparison::Remark;
use crate::report::{Noted, Report, words};
use crate::text::{Pair, Side};

/// The table; nothing where there is no note.
pub(super) fn table(report: &Report<'_>, noted: &[Noted<'_>], names: &Pair<String>) -> Markup {
    html! {
        @if !noted.is_empty() {
            section #notes aria-labelledby="notes-head" {
                h2 #notes-head { "Notes" }
                p.legend { (words::BESIDE) }
                table.notes {
                    caption.unseen { "Notes in the order of the sources" }
                    thead {
                        tr {
                            th.what scope="col" { "Note" }
                            (super::heads(names))
                        }
                    }
                    tbody { @for note in noted { (row(report, note, names)) } }
                }
            }
        }
    }
}

/// The lines of a note, and its tags.
pub(super) fn remark(note: &Remark) -> Markup {
    html! {
        @for line in note.text.lines() { p dir="auto" { (line) } }
        @if !note.tags.is_empty() { p { @for tag in &note.tags { bdi.tag { (tag) } " " } } }
    }
}

fn row(report: &Report<'_>, note: &Noted<'_>, names: &Pair<String>) -> Markup {
    html! {
        tr {
            td.what {
                p.kind { b { (note.about()) } }
                @if let Some(review) = note.review { p { (words::standing(review)) } }
                @if let Some(note) = note.note { (remark(note)) }
            }
            @for side in Side::BOTH {
                td class=(side.name()) {
                    @match note.on[side] {
                        Some(on) => {
                            p.said dir="auto" lang=(report.comparison.documents[side].language.code()) { (on.words) }
                            p.whose {
                                @match on.number {
                                    Some(number) => (super::from(names, side, number)),
                                    None => { bdi { (names[side]) } ", not found any more" },
                                }
                            }
                        }
                        None => p.whose { bdi { (names[side]) } ": –" },
                    }
                }
            }
        }
    }
}
