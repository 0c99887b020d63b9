//! The findings as a table, each with a way to the sentences that it rests on.

use maud::{Markup, html};

use crate::claims::Relation;
use crate::report::Entry;
use crate::report::words::{self, NONE};
use crate::text::{Side, is_right_to_left};

use super::Content;
use super::paper::{Keep, Table, WIDTH, Words, paragraph, place, run, said, way_to};
use super::texts::bookmark;
use super::tongue::Tongue;

const NUMBER: usize = 620;
const STATE: usize = 1300;

const LEGEND: &str = "The words are those of the sources; the small number after them is that of the sentence.";

/// The table under its heading.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let heading = said("Heading1", &words::capitalised(&words::count(content.entries.len(), "finding", "findings")));
    if content.entries.is_empty() {
        return html! { (heading) (said("Normal", &content.report.filters())) (said("Normal", NONE)) };
    }
    let mut head = vec![
        said("TableHead", "No."),
        said("TableHead", "What"),
        content.column(Side::Left),
        content.column(Side::Right),
    ];
    let mut widths = vec![NUMBER, 3418, 2800, 2800];
    if content.report.written().is_some() {
        head.push(said("TableHead", "State"));
        widths = vec![NUMBER, WIDTH - NUMBER - STATE - 2 * 2300, 2300, 2300, STATE];
    }
    let table = Table { about: "The findings", widths: &widths, head: &head };
    let rows: Vec<Markup> = content.entries.iter().map(|entry| row(content, &table, entry)).collect();
    html! {
        (heading)
        (said("Legend", &format!("{} {LEGEND}", content.report.filters())))
        (table.of(&rows))
    }
}

fn row(content: &Content<'_>, table: &Table<'_>, entry: &Entry<'_>) -> Markup {
    let number = run(&Words { text: &entry.number.to_string(), look: None }, &Tongue::OURS, false);
    let here = place(content.first_mark_of_findings() + entry.number, &finding(entry.number));
    let mut cells = vec![paragraph("TableText", false, &html! { (here) (number) }), what(entry)];
    cells.extend(Side::BOTH.map(|side| {
        let sentence = entry.sentences[side].map(|(number, _)| number);
        quotation(content, side, entry.words[side], sentence)
    }));
    if content.report.written().is_some() {
        cells.push(said("TableText", &entry.standing()));
    }
    let note = entry.note.map_or(0, |note| note.text.len());
    let longest = Side::BOTH.map(|side| entry.words[side].map_or(0, str::len)).into_iter().max().unwrap_or(0);
    table.row(&cells, Keep::for_length(longest.max(entry.finding.message.len() + note)))
}

/// The name under which a finding can be gone to.
pub(super) fn finding(number: usize) -> String {
    format!("finding_{number}")
}

/// How the sources stand to each other, in what, and the reader's note on it.
fn what(entry: &Entry<'_>) -> Markup {
    let relation = words::relation(entry.finding.relation);
    let (relation, look) = match entry.finding.relation {
        // The spaces are part of the mark, so that its ground does not end at the letters.
        Relation::Conflict => (format!("\u{a0}{relation}\u{a0}"), "Conflict"),
        _ => (relation.to_owned(), "Relation"),
    };
    let ours = |text: &str, look| run(&Words { text, look }, &Tongue::OURS, false);
    html! {
        (paragraph("TableText", false, &html! {
            (ours(&relation, Some(look))) (ours(" ", None)) (ours(words::kind(entry.finding.kind), Some("Strong")))
        }))
        (said("TableText", &entry.finding.message))
        @if let Some(note) = entry.note { (said("Note", &format!("Note: {}", words::remark(note)))) }
    }
}

/// Words of a side in quotation marks, and the number of their sentence, from 1, as a way there.
pub(super) fn quotation(content: &Content<'_>, side: Side, text: Option<&str>, sentence: Option<usize>) -> Markup {
    let Some(text) = text else { return said("NoneFound", "–") };
    let tongue = &content.tongues[side];
    let from_right = is_right_to_left(text);
    let text = format!("“{text}”");
    let words = run(&Words { text: &text, look: None }, tongue, from_right);
    paragraph(
        "SourceText",
        from_right,
        &html! {
            (words)
            @if let Some(number) = sentence {
                (run(&Words { text: "\u{a0}", look: None }, tongue, from_right))
                @let sentence = run(&Words { text: &number.to_string(), look: Some("Number") }, tongue, from_right);
                (way_to(&bookmark(side, number - 1), &sentence))
            }
        },
    )
}
