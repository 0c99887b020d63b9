//! What stands beside the findings: the reader's notes, what was left out of the sources, and what the workbook is.

use crate::report::words;
use crate::text::Side;

use super::Content;
use super::findings::sides;
use super::sheet::{Cell, Column, Sheet};

/// A row for each note; `None` where there is none.
pub(super) fn notes<'a>(content: &'a Content<'_>) -> Option<Sheet<'a>> {
    let mut columns = vec![Column::new("About", 24.0), Column::new("Note", 50.0), Column::new("Tags", 20.0)];
    columns.extend(sides("sentence", 36.0));
    columns.extend(sides("no.", 10.0).map(Column::of_numbers));
    columns.extend(sides("source", 18.0));
    let rows: Vec<Vec<Cell<'_>>> = content
        .notes
        .iter()
        .map(|note| {
            let at = |side: Side| note.sentences[side];
            let mut cells =
                vec![Cell::said(note.about()), Cell::text(&*note.remark.text), Cell::text(note.remark.tags.join(", "))];
            cells.extend(Side::BOTH.map(|side| Cell::of(at(side).map(|id| content.sentence(side, id)))));
            cells.extend(Side::BOTH.map(|side| Cell::count(at(side).map(|id| id + 1))));
            cells.extend(Side::BOTH.map(|side| Cell::text(&*content.names[side])));
            cells
        })
        .collect();
    (!rows.is_empty()).then_some(Sheet { name: "Notes", columns, rows, is_table: true })
}

/// A row for each passage that was taken out before the comparison; `None` where there is none.
pub(super) fn left_out<'a>(content: &'a Content<'_>) -> Option<Sheet<'a>> {
    let columns = vec![
        Column::new("Side", 9.0),
        Column::new("Source", 24.0),
        Column::new("Why", 24.0),
        Column::new("What", 90.0),
    ];
    let rows: Vec<Vec<Cell<'_>>> = Side::BOTH
        .into_iter()
        .flat_map(|side| content.report.comparison.documents[side].removed.iter().map(move |passage| (side, passage)))
        .map(|(side, passage)| {
            vec![
                Cell::said(side.name()),
                Cell::text(&*content.names[side]),
                Cell::said(words::reason(passage.why)),
                Cell::text(&*passage.text),
            ]
        })
        .collect();
    (!rows.is_empty()).then_some(Sheet { name: "Left out", columns, rows, is_table: true })
}

/// What is said of each sheet, so that whoever gets the workbook can read it.
const SHEETS: [(&str, &str); 5] = [
    (
        "Findings",
        "Each row is one difference in claims. The words are those of the sources. “Conflict” says that both cannot hold.",
    ),
    (
        "Links",
        "Both texts: each row is a pair of sentences that cover the same content, or a sentence for which no counterpart was \
         found. The score says how likely a careful reader would put the two side by side, from 0 to 1.",
    ),
    ("Overview", "What is known of the sources, and how many findings there are of what."),
    ("Notes", "What the reader wrote, and on what. The sheet is there only where there are notes."),
    (
        "Left out",
        "What was taken out of the sources before they were compared. The sheet is there only where there is any.",
    ),
];

/// How the workbook was made, and what its sheets hold.
pub(super) fn sheet<'a>(content: &Content<'_>) -> Sheet<'a> {
    let row = |name: &'static str, text: String| vec![Cell::Head(name.into()), Cell::said(text)];
    let mut rows = vec![row("What this is", content.report.title()), row("How it was made", content.report.made())];
    rows.extend(SHEETS.map(|(name, what)| row(name, what.to_owned())));
    rows.push(row(
        "Long texts",
        "A cell holds 32,767 characters. A longer text is cut, and says so at its end.".to_owned(),
    ));
    let columns = vec![Column::new("About", 20.0), Column::new("", 100.0)];
    Sheet { name: "About", columns, rows, is_table: false }
}
