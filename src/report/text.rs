//! The comparison as text for a terminal: the aligned rows, then the ledger of findings.
//!
//! Styles are written as ANSI escapes; whoever prints strips them where they are not wanted. What they mark is
//! marked by signs too: `[-only left-]`, `{+only right+}`, `~other words~`, `<moved>`.

mod ledger;
mod portrait;
mod unmatched;

use std::io::{Result, Write};

use anstyle::{AnsiColor, Style};

use crate::align::{Link, in_one_line};
use crate::clean::Role;
use crate::comparison::{Comparison, Inspection};
use crate::load::CardField;
use crate::segment::Document;
use crate::text::{Note, Pair, Side, Span};
use crate::wording::{Op, Piece};

use super::letters::{one_line, printable};
use super::words::count;
use super::{Report, Shown};

const STRONG: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();
const ONLY_LEFT: Style = AnsiColor::Blue.on_default();
const ONLY_RIGHT: Style = AnsiColor::Yellow.on_default();
const REPLACED: Style = AnsiColor::Magenta.on_default();
const CONFLICT: Style = AnsiColor::Red.on_default().bold();

/// Writes a comparison for a person to read.
///
/// # Errors
/// Only those of the output.
pub fn write_comparison(out: &mut dyn Write, comparison: &Comparison, shown: Shown) -> Result<()> {
    write_report(out, &Report { shown, ..Report::of(comparison) })
}

/// Writes a report for a person to read.
///
/// # Errors
/// Only those of the output.
pub fn write_report(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let comparison = report.comparison;
    for (side, document) in comparison.documents.iter() {
        heading(out, &format!("{}: {}", side_name(side), one_line(document.card.name())))?;
        card(out, document)?;
    }
    writeln!(out)?;
    for (id, group) in comparison.alignment.groups.iter().enumerate() {
        group_row(out, comparison, id, &group.sentences, report.shown)?;
    }
    for side in Side::BOTH {
        unmatched::write(out, comparison, side)?;
    }
    ledger::write(out, report)?;
    for (side, portrait) in comparison.portraits.iter() {
        portrait::write_short(out, side, &comparison.documents[side], portrait)?;
    }
    notes(out, &comparison.notes)
}

/// Writes one source for a person to read: what it shows by itself, its sentences with their claim marks, and what was
/// removed.
///
/// # Errors
/// Only those of the output.
pub fn write_inspection(out: &mut dyn Write, inspection: &Inspection) -> Result<()> {
    let Inspection { document, marks, portrait } = inspection;
    heading(out, document.card.name())?;
    card(out, document)?;
    writeln!(out)?;
    portrait::write(out, document, portrait)?;
    heading(out, "Sentences and marks")?;
    for (id, sentence) in document.sentences.iter().enumerate() {
        writeln!(out, "{QUIET}{id:>4}{QUIET:#} {}{}", role_sign(sentence.role), one_line(document.sentence(id)))?;
        for mark in marks.iter().filter(|mark| mark.sentence == id) {
            let words = one_line(mark.span.of(&document.text));
            writeln!(out, "       {QUIET}{:<12}{QUIET:#} {words}  {QUIET}{}{QUIET:#}", mark.kind.name(), mark.value)?;
        }
    }
    writeln!(out)?;
    removed(out, document)?;
    notes(out, &document.notes)
}

fn heading(out: &mut dyn Write, text: &str) -> Result<()> {
    writeln!(out, "{STRONG}{text}{STRONG:#}")
}

fn card(out: &mut dyn Write, document: &Document) -> Result<()> {
    let card = &document.card;
    for field in CardField::ALL {
        if let Some(value) = card.get(field) {
            writeln!(out, "  {QUIET}{:<10}{QUIET:#} {}", field.name(), one_line(value))?;
        }
    }
    let (read, left_out) = (document.sentences.len(), document.removed.len());
    writeln!(
        out,
        "  {QUIET}{}, {} left out{QUIET:#}",
        count(read, "sentence", "sentences"),
        count(left_out, "passage", "passages")
    )
}

fn group_row(
    out: &mut dyn Write,
    comparison: &Comparison,
    id: usize,
    sentences: &Pair<Vec<usize>>,
    shown: Shown,
) -> Result<()> {
    let links: Vec<&Link> =
        comparison.alignment.groups[id].links.iter().filter_map(|&link| comparison.alignment.links.get(link)).collect();
    let scores: Vec<String> = links
        .iter()
        .map(|link| format!("{}–{} {:.2}", link.sentences.left, link.sentences.right, link.score))
        .collect();
    writeln!(out, "{STRONG}{}{STRONG:#} {QUIET}{}{QUIET:#}", id + 1, scores.join(", "))?;
    for (side, ids) in sentences.iter() {
        write!(out, "  {} ", side_sign(side))?;
        let mut end = None;
        for (piece, span) in in_order(&comparison.wording[id], side) {
            // Sentences that stand apart in their article are told apart here, too.
            if end.is_some_and(|end| end != span.start) {
                write!(out, " ")?;
            }
            end = Some(span.end);
            words(out, span.of(&comparison.documents[side].text), piece, side)?;
        }
        writeln!(out, "  {QUIET}{}{QUIET:#}", listed(ids))?;
    }
    if shown.reasons {
        reasons(out, comparison, &links)?;
    }
    writeln!(out)
}

/// Why the sentences of a row are linked: a line for each link, told apart where there are several.
fn reasons(out: &mut dyn Write, comparison: &Comparison, links: &[&Link]) -> Result<()> {
    for link in links {
        let told = in_one_line(comparison.alignment.reasons_for(link.sentences), comparison.documents.as_ref());
        let Pair { left, right } = link.sentences;
        let which = if links.len() > 1 { format!("{left}–{right} ") } else { String::new() };
        writeln!(out, "    {QUIET}{which}{}{QUIET:#}", one_line(&told))?;
    }
    Ok(())
}

/// The pieces that a side has, in the order of its text.
fn in_order(pieces: &[Piece], side: Side) -> Vec<(&Piece, Span)> {
    let mut here: Vec<(&Piece, Span)> = pieces.iter().filter_map(|piece| Some((piece, piece.spans[side]?))).collect();
    here.sort_by_key(|&(_, span)| span);
    here
}

fn words(out: &mut dyn Write, text: &str, piece: &Piece, side: Side) -> Result<()> {
    let text = printable(text);
    let inner = text.trim();
    let after = &text[text.trim_end().len()..];
    let before = &text[..text.len() - text.trim_start().len()];
    if inner.is_empty() {
        return write!(out, "{text}");
    }
    let only = if side == Side::Left { ONLY_LEFT } else { ONLY_RIGHT };
    match piece.op {
        Op::Equal => write!(out, "{text}"),
        _ if piece.typographic => write!(out, "{before}{QUIET}{inner}{QUIET:#}{after}"),
        Op::Delete => write!(out, "{before}{only}[-{inner}-]{only:#}{after}"),
        Op::Insert => write!(out, "{before}{only}{{+{inner}+}}{only:#}{after}"),
        Op::Replace => write!(out, "{before}{REPLACED}~{inner}~{REPLACED:#}{after}"),
        Op::Move => write!(out, "{before}{QUIET}<{inner}>{QUIET:#}{after}"),
    }
}

fn removed(out: &mut dyn Write, document: &Document) -> Result<()> {
    for removed in &document.removed {
        let why = serde_json::to_value(removed.why).unwrap_or_default();
        let why = why.as_str().unwrap_or_default().to_owned();
        writeln!(out, "  left out ({why}): {QUIET}{}{QUIET:#}", one_line(&removed.text))?;
    }
    Ok(())
}

fn notes(out: &mut dyn Write, notes: &[Note]) -> Result<()> {
    for note in notes {
        writeln!(out, "{QUIET}note: {}{QUIET:#}", note.message)?;
    }
    Ok(())
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Left => "Left",
        Side::Right => "Right",
    }
}

fn side_sign(side: Side) -> &'static str {
    match side {
        Side::Left => "L",
        Side::Right => "R",
    }
}

fn role_sign(role: Role) -> &'static str {
    match role {
        Role::Headline => "# ",
        Role::Subheading => "## ",
        Role::List => "* ",
        Role::Lead | Role::Body | Role::Caption => "",
    }
}

fn listed(ids: &[usize]) -> String {
    ids.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}
