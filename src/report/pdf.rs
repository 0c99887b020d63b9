//! The comparison as a printable file (PDF): A4, with its fonts in it, its parts told to screen readers (PDF/UA-1), and
//! without a date, so that the same comparison gives the same bytes.
//!
//! The way of a text: stretches of looks ([`styled`](self)), pieces in one font and direction, lines, paragraphs in
//! blocks, blocks poured into pages, pages written. Only the last step knows the file format.

mod block;
mod findings;
mod flow;
mod folio;
mod fonts;
mod front;
mod ink;
mod left_out;
mod lines;
mod noted;
mod pieces;
mod press;
mod style;
mod styled;
mod system;
#[cfg(test)]
mod tests;
mod texts;
mod tree;

use std::io::{Error, Result, Write};

use krilla::error::KrillaError;

use super::Report;
use block::{Block, Rule};
use fonts::Fonts;
use ink::About;
use press::{Press, told};
use style::{LABEL, LEFT_EDGE, RIGHT_EDGE};
use tree::Part;

/// The most characters that are listed one by one where no font has them.
const MOST_LISTED: usize = 12;

/// Writes the document.
///
/// # Errors
/// Those of the output, and a sentence where the file cannot be made.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    // A font of the system that may not be put into a file, or is damaged, is done without.
    let bytes = document(report, Fonts::new(), true)
        .or_else(|_| document(report, Fonts::alone(), true))
        .or_else(|_| document(report, Fonts::alone(), false))
        .map_err(|error| Error::other(format!("the PDF cannot be made ({error}); try another form of report")))?;
    out.write_all(&bytes)
}

fn document(report: &Report<'_>, fonts: Fonts, checked: bool) -> std::result::Result<Vec<u8>, KrillaError> {
    let names = report.names();
    let entries = report.entries();
    let mut press = Press::new(fonts);
    let mut parts = front::sources(&mut press, report, &names);
    parts.extend(front::overview(&mut press, report, &entries, &names));
    let (listed, references) = findings::list(&mut press, report, &entries, &names);
    parts.extend(listed);
    parts.extend(noted::list(&mut press, report, &names));
    let (both, places) = texts::both(&mut press, report, &names);
    parts.extend(both);
    parts.extend(left_out::list(&mut press, report, &names));
    parts.extend(made(&mut press, report));
    findings::lead(&mut press.blocks, &references, &places);
    let mut pages = flow::pour(std::mem::take(&mut press.blocks));
    folio::number(&mut press, &mut pages, &names);
    let about = About { title: report.title(), headings: press.headings, leaves: press.leaves };
    ink::write(&pages, parts, &press.fonts, &about, checked)
}

/// How the report was made, and what could not be drawn.
fn made(press: &mut Press, report: &Report<'_>) -> Vec<Part> {
    let lines = std::iter::once(report.made()).chain(missing(&press.fonts));
    let mut parts = Vec::new();
    for (number, line) in lines.collect::<Vec<_>>().into_iter().enumerate() {
        let paragraph = press.line(&line, LABEL, (LEFT_EDGE, RIGHT_EDGE - LEFT_EDGE));
        parts.push(told(&paragraph, None));
        let (before, rule) = if number == 0 { (26.0, Rule::Heavy) } else { (3.0, Rule::None) };
        press.blocks.push(Block { rule, whole: true, ..Block::of(vec![paragraph], before) });
    }
    parts
}

/// A sentence about the characters that no font has.
fn missing(fonts: &Fonts) -> Option<String> {
    let all = fonts.missing.len();
    let listed: Vec<String> =
        fonts.missing.iter().take(MOST_LISTED).map(|&c| format!("U+{:04X}", u32::from(c))).collect();
    let more = if all > MOST_LISTED { format!(" and {} more", all - MOST_LISTED) } else { String::new() };
    (all > 0).then(|| {
        format!(
            "Characters that no font of this computer has are printed as \u{fffd}: {}{more}. Text copied from this file has them.",
            listed.join(", ")
        )
    })
}
