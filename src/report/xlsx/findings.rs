//! A row for each finding.

use crate::claims::Relation;
use crate::report::{Entry, words};
use crate::text::Side;

use super::Content;
use super::sheet::{Cell, Column, Sheet};

/// The findings of the report, in its order.
pub(super) fn sheet<'a>(content: &'a Content<'_>) -> Sheet<'a> {
    let mut columns =
        vec![Column::new("No.", 7.0).of_numbers(), Column::new("Relation", 12.0), Column::new("Kind", 14.0)];
    columns.push(Column::new("What differs", 36.0));
    columns.extend(sides("words", 22.0));
    if content.report.written().is_some() {
        columns.extend([Column::new("State", 12.0), Column::new("Note", 26.0)]);
    }
    columns.extend(sides("sentence", 36.0));
    columns.extend(sides("no.", 10.0).map(Column::of_numbers));
    columns.extend(sides("source", 18.0));
    let rows = content.entries.iter().map(|entry| row(content, entry)).collect();
    Sheet { name: "Findings", columns, rows, is_table: true }
}

/// A column for either source.
pub(super) fn sides(what: &str, width: f64) -> [Column; 2] {
    Side::BOTH.map(|side| Column::of(side, format!("{} {what}", words::capitalised(side.name())), width))
}

fn row<'a>(content: &'a Content<'_>, entry: &'a Entry<'_>) -> Vec<Cell<'a>> {
    let relation = words::relation(entry.finding.relation);
    let mut cells = vec![
        Cell::Count(entry.number),
        if entry.finding.relation == Relation::Conflict { Cell::Conflict(relation) } else { Cell::said(relation) },
        Cell::said(words::kind(entry.finding.kind)),
        Cell::said(&*entry.finding.message),
    ];
    cells.extend(Side::BOTH.map(|side| Cell::of(entry.words[side])));
    if content.report.written().is_some() {
        cells.push(Cell::said(entry.standing()));
        cells.push(entry.note.map_or(Cell::Empty, |note| Cell::text(words::remark(note))));
    }
    cells.extend(Side::BOTH.map(|side| Cell::of(entry.sentences[side].map(|(_, text)| text))));
    cells.extend(Side::BOTH.map(|side| Cell::count(entry.sentences[side].map(|(number, _)| number))));
    cells.extend(Side::BOTH.map(|side| Cell::text(&*content.names[side])));
    cells
}
