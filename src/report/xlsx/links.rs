//! Both texts: a row for each link, and for each sentence that has none.

use crate::align::{Link, in_one_line};
use crate::comparison::{Row, RowKey, rows};
use crate::text::{Pair, Side};

use super::Content;
use super::findings::sides;
use super::sheet::{Cell, Column, Sheet};

/// The links in the order of the left source; what has none stands where it was read.
pub(super) fn sheet<'a>(content: &'a Content<'_>) -> Sheet<'a> {
    let mut columns: Vec<Column> =
        sides("no.", 10.0).map(Column::of_numbers).into_iter().chain(sides("sentence", 48.0)).collect();
    columns.extend([
        Column::new("Status", 22.0),
        Column::new("Score", 9.0).of_numbers(),
        Column::new("Why linked", 40.0),
    ]);
    columns.extend(sides("source", 18.0));
    let rows = rows(content.report.comparison, Side::Left).iter().flat_map(|row| cells_of(content, row)).collect();
    Sheet { name: "Links", columns, rows, is_table: true }
}

fn cells_of<'a>(content: &'a Content<'_>, row: &Row) -> Vec<Vec<Cell<'a>>> {
    match row.key {
        RowKey::Group(_) => {
            content.report.comparison.links_of(row).into_iter().map(|link| linked(content, link)).collect()
        }
        RowKey::Alone(side, id) => vec![alone(content, side, id)],
    }
}

fn linked<'a>(content: &'a Content<'_>, link: &Link) -> Vec<Cell<'a>> {
    let comparison = content.report.comparison;
    let reasons = in_one_line(comparison.alignment.reasons_for(link.sentences), comparison.documents.as_ref());
    let standing = [Cell::said(link.status.name()), Cell::Share(link.score), Cell::said(reasons)];
    row(content, link.sentences.map(Some), standing)
}

fn alone<'a>(content: &'a Content<'_>, side: Side, id: usize) -> Vec<Cell<'a>> {
    let mut sentences = Pair::default();
    sentences[side] = Some(id);
    row(content, sentences, [Cell::said("no counterpart found"), Cell::Empty, Cell::Empty])
}

fn row<'a>(content: &'a Content<'_>, sentences: Pair<Option<usize>>, standing: [Cell<'a>; 3]) -> Vec<Cell<'a>> {
    let numbers = Side::BOTH.map(|side| Cell::count(sentences[side].map(|id| id + 1)));
    let texts = Side::BOTH.map(|side| Cell::of(sentences[side].map(|id| content.sentence(side, id))));
    let names = Side::BOTH.map(|side| Cell::text(&*content.names[side]));
    numbers.into_iter().chain(texts).chain(standing).chain(names).collect()
}
