//! What stands beside the findings: the reader's notes, what was left out of the sources, and what the workbook is.

use crate::report::{Noted, words};
use crate::text::Side;

use super::Content;
use super::findings::sides;
use super::sheet::{Cell, Column, Sheet};

/// A row for each note beside the findings; `None` where there is none.
pub(super) fn notes<'a>(content: &'a Content<'_>) -> Option<Sheet<'a>> {
    let mut columns = vec![Column::new("About", 24.0), Column::new("State", 12.0)];
    columns.extend([Column::new("Note", 50.0), Column::new("Tags", 20.0)]);
    columns.extend(sides("words", 36.0));
    columns.extend(sides("no.", 10.0).map(Column::of_numbers));
    columns.extend(sides("source", 18.0));
    let rows: Vec<Vec<Cell<'_>>> = content.report.noted().iter().map(|note| of_note(content, note)).collect();
    (!rows.is_empty()).then_some(Sheet { name: "Notes", columns, rows, is_table: true })
}

fn of_note<'a>(content: &'a Content<'_>, noted: &Noted<'a>) -> Vec<Cell<'a>> {
    let state = noted.review.map_or(Cell::Empty, |review| Cell::said(words::standing(review)));
    let (note, tags) = noted
        .note
        .map_or((Cell::Empty, Cell::Empty), |note| (Cell::text(&*note.text), Cell::text(note.tags.join(", "))));
    let mut cells = vec![Cell::said(noted.about()), state, note, tags];
    cells.extend(Side::BOTH.map(|side| Cell::of(noted.on[side].map(|on| on.words))));
    cells.extend(Side::BOTH.map(|side| Cell::count(noted.on[side].and_then(|on| on.number))));
    cells.extend(Side::BOTH.map(|side| Cell::text(&*content.names[side])));
    cells
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
    (
        "Notes",
        "What the reader wrote about sentences, and on which words. Notes on findings stand with these. The sheet is there \
         only where there are any.",
    ),
    (
        "Left out",
        "What was taken out of the sources before they were compared. The sheet is there only where there is any.",
    ),
];

/// How the workbook was made, and what its sheets hold.
pub(super) fn sheet<'a>(content: &Content<'_>) -> Sheet<'a> {
    let row = |name: &'static str, text: String| vec![Cell::Head(name.into()), Cell::said(text)];
    let mut rows = vec![row("What this is", content.report.title()), row("How it was made", content.report.made())];
    rows.extend(content.report.warnings().into_iter().map(|warning| row("Please note", warning.to_owned())));
    rows.extend(SHEETS.map(|(name, what)| row(name, what.to_owned())));
    rows.push(row(
        "Long texts",
        "A cell holds 32,767 characters. A longer text is cut, and says so at its end.".to_owned(),
    ));
    let columns = vec![Column::new("About", 20.0), Column::new("", 100.0)];
    Sheet { name: "About", columns, rows, is_table: false }
}
