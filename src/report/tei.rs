//! The comparison as TEI P5, for digital editions.
//!
//! Two articles are no two states of one text: they tell the same in another order, and several sentences stand against one.
//! A single text with parallel segmentation could hold only one of the two orders. So the document has three texts in a
//! `group`:
//!
//! - each witness for itself, whole and in its own order, `text-A` and `text-B`, its sentences as `s` with an `xml:id`. What
//!   stands between the sentences is kept, too: the passages (`head`, `p`, `item`, `ab`) with line breaks between them are the
//!   text to the letter;
//! - the collation: an `ab` for each row of linked sentences in the order of the left source, with the critical apparatus in
//!   it by parallel segmentation (`app`, `rdg`). In each row both readings run in their own order, so words that moved are two
//!   `app` that point to each other. Where a sentence has no counterpart there is no reading of the other witness, since none
//!   was found; an empty `rdg` would say that it omits it.
//!
//! What is said about the texts stands off them, in `standOff`: the links as a `linkGrp`, each with its certainty, findings as
//! `annotation` on the words they rest on, the reader's notes, and what was left out.

mod collation;
mod header;
mod off;
mod texts;
mod xml;

use std::io::{Result, Write};

use crate::text::Side;

use super::Report;
use xml::Xml;

/// Writes the document.
///
/// # Errors
/// Only those of the output.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let entries = report.entries();
    let mut xml = Xml::begin(out)?;
    xml.lines("TEI", &[("xmlns", "http://www.tei-c.org/ns/1.0"), ("xml:lang", "en")], |xml| {
        header::write(xml, report)?;
        off::write(xml, report, &entries)?;
        xml.lines("text", &[], |xml| {
            xml.lines("group", &[], |xml| {
                for side in Side::BOTH {
                    texts::write(xml, report.comparison, side, &entries)?;
                }
                collation::write(xml, report.comparison)
            })
        })
    })
}

/// The sigil of a source.
fn witness(side: Side) -> &'static str {
    match side {
        Side::Left => "A",
        Side::Right => "B",
    }
}

/// The name of a sentence, by its id.
fn sentence(side: Side, id: usize) -> String {
    format!("{}-{}", witness(side), id + 1)
}

/// The name of the words on which a finding rests, by its number.
fn words(number: usize, side: Side) -> String {
    format!("finding-{number}-{}", witness(side))
}

/// Pointers to names within the document.
fn pointers<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    names.into_iter().map(|name| format!("#{}", name.as_ref())).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
