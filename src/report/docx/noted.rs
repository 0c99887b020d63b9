//! What the reader wrote beside the findings, each note with the words that it is about.

use maud::{Markup, html};

use crate::report::Noted;
use crate::report::words::BESIDE;
use crate::text::Side;

use super::Content;
use super::findings::quotation;
use super::paper::{Keep, Table, WIDTH, Words, paragraph, run, said};
use super::tongue::Tongue;

/// The width of a source's column, in twentieths of a point.
const SOURCE: usize = 2900;

/// The table under its heading; nothing where there is no note.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let noted = content.report.noted();
    if noted.is_empty() {
        return html! {};
    }
    let head = [said("TableHead", "Note"), content.column(Side::Left), content.column(Side::Right)];
    let table = Table {
        about: "Notes in the order of the sources",
        widths: &[WIDTH - 2 * SOURCE, SOURCE, SOURCE],
        head: &head,
    };
    let rows: Vec<Markup> = noted.iter().map(|note| row(content, &table, note)).collect();
    html! {
        (said("Heading1", "Notes"))
        (said("Legend", BESIDE))
        (table.of(&rows))
    }
}

fn row(content: &Content<'_>, table: &Table<'_>, note: &Noted<'_>) -> Markup {
    let about = run(&Words { text: &note.about(), look: Some("Strong") }, &Tongue::OURS, false);
    let what = html! { (paragraph("TableText", false, &about)) (said("Note", &note.said())) };
    let on = Side::BOTH.map(|side| note.on[side].map_or((None, None), |on| (Some(on.words), on.number)));
    let longest = on.iter().filter_map(|(words, _)| *words).map(str::len).max().unwrap_or(0);
    let words =
        Side::BOTH.into_iter().zip(on).map(|(side, (words, sentence))| quotation(content, side, words, sentence));
    let cells: Vec<Markup> = std::iter::once(what).chain(words).collect();
    table.row(&cells, Keep::for_length(longest.max(note.said().len())))
}
