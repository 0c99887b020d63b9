//! What is known of the sources, how much of each has a counterpart, and how many findings there are of what.

use crate::claims::{Kind, Relation};
use crate::load::CardField;
use crate::report::tally::Tally;
use crate::report::words;
use crate::text::Side;

use super::Content;
use super::sheet::{Cell, Column, Sheet};

/// The sources side by side, and beside them the counts of findings.
pub(super) fn sheet<'a>(content: &'a Content<'_>) -> Sheet<'a> {
    let name =
        |side: Side| Column::of(side, format!("{}: {}", words::capitalised(side.name()), content.names[side]), 40.0);
    let mut columns = vec![Column::new("Sources", 22.0), name(Side::Left), name(Side::Right)];
    let beside = columns.len();
    columns.extend([Column::new("", 3.0), Column::new("Findings", 22.0)]);
    columns.extend(Relation::ALL.map(|relation| Column::new(words::relation(relation), 12.0).of_numbers()));
    columns.push(Column::new("Together", 12.0).of_numbers());
    let mut rows: Vec<Vec<Cell<'_>>> = CardField::ALL.map(|field| fact(content, field)).into();
    rows.extend(sentences(content));
    for (at, counts) in counts(content).into_iter().enumerate() {
        if rows.len() <= at {
            rows.push(vec![Cell::Empty; beside]);
        }
        rows[at].push(Cell::Empty);
        rows[at].extend(counts);
    }
    Sheet { name: "Overview", columns, rows, is_table: false }
}

fn fact<'a>(content: &'a Content<'_>, field: CardField) -> Vec<Cell<'a>> {
    let value =
        |side: Side| Cell::text(content.report.comparison.documents[side].card.get(field).unwrap_or("not given"));
    vec![Cell::Head(words::capitalised(field.name()).into()), value(Side::Left), value(Side::Right)]
}

fn sentences<'a>(content: &Content<'_>) -> [Vec<Cell<'a>>; 3] {
    let share = |side: Side| content.report.share(side);
    let row = |name: &'static str, count: &dyn Fn(Side) -> usize| {
        vec![Cell::Head(name.into()), Cell::Figure(count(Side::Left)), Cell::Figure(count(Side::Right))]
    };
    [
        row("Sentences", &|side| share(side).all),
        row("With a counterpart", &|side| share(side).linked()),
        row("Without one", &|side| share(side).alone),
    ]
}

/// A row for each kind, a column for each relation.
fn counts<'a>(content: &Content<'_>) -> Vec<Vec<Cell<'a>>> {
    let tally = Tally(&content.entries);
    let head = |text: &'static str| Cell::Head(text.into());
    let row = |name: &'static str, kind: Option<Kind>| {
        let of = |relation| Cell::Count(tally.count(kind, relation));
        let counts = Relation::ALL.map(|relation| of(Some(relation)));
        std::iter::once(head(name)).chain(counts).chain([of(None)]).collect()
    };
    let kinds = Kind::ALL.into_iter().map(|kind| row(words::kind(kind), Some(kind)));
    kinds.chain([row("Together", None)]).collect()
}
