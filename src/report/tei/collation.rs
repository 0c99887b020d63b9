//! The collation: what is linked in one row, with the differing words as a critical apparatus.

use std::collections::BTreeSet;
use std::io::Result;

use crate::comparison::{Comparison, Row, RowKey, rows};
use crate::text::{Pair, Side, Span};
use crate::wording::{Op, Piece};

use super::header::tag;
use super::xml::Xml;
use super::{pointers, sentence, witness};

/// The code of ISO 639 for a text in more than one language.
const SEVERAL_LANGUAGES: &str = "mul";

pub(super) fn write(xml: &mut Xml<'_>, comparison: &Comparison) -> Result<()> {
    let languages = comparison.documents.as_ref().map(|document| tag(&document.language));
    let language = if languages.left == languages.right { languages.left } else { SEVERAL_LANGUAGES };
    xml.lines("text", &[("xml:id", "collation"), ("type", "collation"), ("xml:lang", language)], |xml| {
        xml.lines("body", &[], |xml| {
            xml.lines("div", &[], |xml| {
                let rows = rows(comparison, Side::Left);
                if rows.is_empty() {
                    return xml.said("p", &[], "There is nothing to compare.");
                }
                (1..).zip(&rows).try_for_each(|(number, row)| one(xml, comparison, number, row))
            })
        })
    })
}

fn one(xml: &mut Xml<'_>, comparison: &Comparison, number: usize, row: &Row) -> Result<()> {
    let of = |side: Side| row.sentences[side].iter().map(move |&id| sentence(side, id));
    let sentences = pointers(Side::BOTH.into_iter().flat_map(of));
    let kind = if matches!(row.key, RowKey::Group(_)) { "linked" } else { "alone" };
    let id = format!("row-{number}");
    xml.element("ab", &[("xml:id", &id), ("type", kind), ("corresp", &sentences)], |xml| match row.key {
        RowKey::Group(group) => {
            let pieces = comparison.wording.get(group).map_or(&[][..], Vec::as_slice);
            linked(xml, comparison, &id, pieces)
        }
        RowKey::Alone(side, id) => xml.element("app", &[], |xml| {
            let wit = pointers([witness(side)]);
            xml.element("rdg", &[("wit", &wit)], |xml| xml.text(comparison.documents[side].sentence(id)))
        }),
    })?;
    xml.line()
}

fn linked(xml: &mut Xml<'_>, comparison: &Comparison, row: &str, pieces: &[Piece]) -> Result<()> {
    let readings = readings(comparison, pieces);
    let ordered = in_both_orders(pieces);
    let said = |(at, on): (usize, Pair<bool>)| Pair::from_fn(|side| on[side].then(|| readings[at][side].as_deref())?);
    let mut next = 0;
    while let Some(&(at, on)) = ordered.get(next) {
        let here = said((at, on));
        let after =
            ordered.get(next + 1).filter(|(after, _)| pieces[at].op == Op::Delete && pieces[*after].op == Op::Insert);
        match (here.left, here.right, after) {
            (Some(left), Some(right), _) if left.trim() == right.trim() => shared(xml, left, right)?,
            // Words that were written anew are one place with two readings.
            (Some(_), None, Some(&after)) => {
                app(xml, &[("type", "other-words")], &Pair::new(here.left, said(after).right))?;
                next += 1;
            }
            _ => entry(xml, &pieces[at], (row, at), &here)?,
        }
        next += 1;
    }
    Ok(())
}

/// Words that both sides have; the white space around them may be another.
fn shared(xml: &mut Xml<'_>, left: &str, right: &str) -> Result<()> {
    let words = left.trim();
    let around = |text: &str| text.split_once(words).map(|(before, after)| (before.to_owned(), after.to_owned()));
    let (left, right) = (around(left).unwrap_or_default(), around(right).unwrap_or_default());
    let space = |xml: &mut Xml<'_>, left: &str, right: &str| match left == right {
        true => xml.text(left),
        false => app(xml, &[("type", "spacing")], &Pair::new(Some(left), Some(right))),
    };
    space(xml, &left.0, &right.0)?;
    xml.text(words)?;
    space(xml, &left.1, &right.1)
}

/// What each side reads in each piece; where the next piece belongs to another sentence, with a space in between.
fn readings(comparison: &Comparison, pieces: &[Piece]) -> Vec<Pair<Option<String>>> {
    let mut readings: Vec<Pair<Option<String>>> = vec![Pair::default(); pieces.len()];
    for side in Side::BOTH {
        let here = in_order(pieces, side);
        for (n, &(at, span)) in here.iter().enumerate() {
            let goes_on = here.get(n + 1).is_none_or(|(_, next)| next.start == span.end);
            let words = span.of(&comparison.documents[side].text);
            readings[at][side] = Some(format!("{words}{}", if goes_on { "" } else { " " }));
        }
    }
    readings
}

/// The pieces that a side has, by their places, in the order of its text.
fn in_order(pieces: &[Piece], side: Side) -> Vec<(usize, Span)> {
    let mut here: Vec<(usize, Span)> =
        pieces.iter().enumerate().filter_map(|(at, piece)| Some((at, piece.spans[side]?))).collect();
    here.sort_by_key(|&(at, span)| (span, at));
    here
}

/// The pieces in an order that is that of both sides, each with the sides that it stands for. A piece that has another place
/// on either side comes twice.
fn in_both_orders(pieces: &[Piece]) -> Vec<(usize, Pair<bool>)> {
    let orders = Pair::from_fn(|side| in_order(pieces, side).into_iter().map(|(at, _)| at).collect::<Vec<_>>());
    let is_common = |piece: &Piece| piece.op != Op::Move && piece.spans.left.is_some() && piece.spans.right.is_some();
    let mut common: BTreeSet<usize> = (0..pieces.len()).filter(|at| is_common(&pieces[*at])).collect();
    let mut ordered = Vec::new();
    let mut next = Pair::new(0, 0);
    while next.left < orders.left.len() || next.right < orders.right.len() {
        for (side, only) in [(Side::Left, Pair::new(true, false)), (Side::Right, Pair::new(false, true))] {
            while let Some(at) = orders[side].get(next[side]).filter(|at| !common.contains(at)) {
                ordered.push((*at, only));
                next[side] += 1;
            }
        }
        match (orders.left.get(next.left), orders.right.get(next.right)) {
            (Some(left), Some(right)) if left == right => {
                ordered.push((*left, Pair::new(true, true)));
                next = next.map(|at| at + 1);
            }
            // Out of order without being marked as moved: it comes twice, too.
            (Some(left), _) => drop(common.remove(left)),
            (None, Some(right)) => drop(common.remove(right)),
            (None, None) => {}
        }
    }
    ordered
}

fn entry(xml: &mut Xml<'_>, piece: &Piece, (row, at): (&str, usize), said: &Pair<Option<&str>>) -> Result<()> {
    let kind = match piece.op {
        Op::Move => "moved",
        _ if piece.typographic => "typography",
        Op::Equal | Op::Replace => "other-words",
        Op::Delete | Op::Insert => "only-in-one",
    };
    let name = |side: Side| format!("{row}-moved-{at}-{}", witness(side));
    let is_half =
        piece.spans.left.is_some() && piece.spans.right.is_some() && said.left.is_some() != said.right.is_some();
    let side = if said.left.is_some() { Side::Left } else { Side::Right };
    let (id, other) = (name(side), pointers([name(side.other())]));
    let mut about = vec![("type", kind)];
    about.extend(is_half.then_some([("xml:id", id.as_str()), ("corresp", other.as_str())]).into_iter().flatten());
    app(xml, &about, said)
}

/// A place with a reading of each side; an empty one where a side has nothing there.
fn app(xml: &mut Xml<'_>, about: &[(&str, &str)], said: &Pair<Option<&str>>) -> Result<()> {
    xml.element("app", about, |xml| {
        Side::BOTH.into_iter().try_for_each(|side| {
            let wit = pointers([witness(side)]);
            match said[side].filter(|words| !words.is_empty()) {
                Some(words) => xml.element("rdg", &[("wit", &wit)], |xml| xml.text(words)),
                None => xml.empty("rdg", &[("wit", &wit)]),
            }
        })
    })
}
