//! The beginning of the document: what it is, the two sources, and how much there is of what.

use maud::{Markup, html};

use crate::claims::{Kind, Relation};
use crate::load::CardField;
use crate::report::tally::Tally;
use crate::report::words;
use crate::text::Side;

use super::Content;
use super::paper::{Keep, Table, WIDTH, Words, paragraph, quoted, run, said};
use super::tongue::Tongue;

/// The width of a column of counts, in twentieths of a point.
const COUNT: usize = 1370;

/// The name of the document, and what it is.
pub(super) fn title(content: &Content<'_>) -> Markup {
    let name = |side: Side| run(&Words { text: &content.names[side], look: None }, &content.tongues[side], false);
    let and = run(&Words { text: " and ", look: None }, &Tongue::OURS, false);
    html! {
        (paragraph("Title", false, &html! { (name(Side::Left)) (and) (name(Side::Right)) }))
        (said("Lead", "Two articles compared: where they differ in claims and in wording, and both texts side by side."))
    }
}

/// What is known of either source.
pub(super) fn cards(content: &Content<'_>) -> Markup {
    const FIELD: usize = 1500;
    let widths = [FIELD, (WIDTH - FIELD) / 2, (WIDTH - FIELD) / 2];
    let head = [said("TableHead", ""), content.column(Side::Left), content.column(Side::Right)];
    let table = Table { about: "What is known of the two sources", widths: &widths, head: &head };
    let value = |side: Side, field: CardField| match content.report.comparison.documents[side].card.get(field) {
        Some(value) => quoted("TableText", value, &content.tongues[side]),
        None => said("NoneFound", "not given"),
    };
    let rows = CardField::ALL.map(|field| {
        let name = said("TableHead", &words::capitalised(field.name()));
        table.row(&[name, value(Side::Left, field), value(Side::Right, field)], Keep::Whole)
    });
    table.of(&rows)
}

/// How much of each source has a counterpart, and how many findings there are of each kind.
pub(super) fn overview(content: &Content<'_>) -> Markup {
    html! {
        (said("Heading1", "Overview"))
        (sentences(content))
        @for warning in content.report.warnings() { (said("Normal", &format!("Please note: {warning}"))) }
        @if !content.entries.is_empty() {
            (said("Heading2", "Findings by kind and relation"))
            (counts(content))
        }
    }
}

fn sentences(content: &Content<'_>) -> Markup {
    let widths = [WIDTH - 3 * COUNT, COUNT, COUNT, COUNT];
    let [sentences, with, without] =
        ["Sentences", "With a counterpart", "Without one"].map(|name| said("TableHeadNumber", name));
    let head = [said("TableHead", ""), sentences, with, without];
    let table = Table { about: "How many sentences have a counterpart", widths: &widths, head: &head };
    let rows = Side::BOTH.map(|side| {
        let share = content.report.share(side);
        let cells = [content.column(side), number(share.all), number(share.linked()), number(share.alone)];
        table.row(&cells, Keep::Whole)
    });
    table.of(&rows)
}

/// A row for each kind of finding that there is, a column for each relation.
fn counts(content: &Content<'_>) -> Markup {
    let tally = Tally(&content.entries);
    let relations = tally.relations();
    let columns = relations.len() + 1;
    let widths: Vec<usize> = std::iter::once(WIDTH - columns * COUNT).chain(vec![COUNT; columns]).collect();
    let over = |name: &str| said("TableHeadNumber", name);
    let head: Vec<Markup> = std::iter::once(said("TableHead", "Kind"))
        .chain(relations.iter().map(|&relation| over(words::relation(relation))))
        .chain([over("Together")])
        .collect();
    let table = Table { about: "Findings by kind and relation", widths: &widths, head: &head };
    let row = |label: &str, kind: Option<Kind>| {
        let of = |relation: Option<Relation>| number(tally.count(kind, relation));
        let cells: Vec<Markup> = std::iter::once(said("TableHead", label))
            .chain(relations.iter().map(|&relation| of(Some(relation))))
            .chain([of(None)])
            .collect();
        table.row(&cells, Keep::Whole)
    };
    let kinds = tally.kinds().into_iter();
    let rows: Vec<Markup> =
        kinds.map(|kind| row(words::kind(kind), Some(kind))).chain([row("Together", None)]).collect();
    table.of(&rows)
}

/// A count in its cell; none is quiet, so that the eye finds the others.
fn number(n: usize) -> Markup {
    if n == 0 {
        return said("TableNone", "–");
    }
    said("TableNumber", &n.to_string())
}
