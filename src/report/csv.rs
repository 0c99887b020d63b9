//! The findings, or the links, as a table for spreadsheets: one row each, RFC 4180, UTF-8 with a byte order mark, since
//! spreadsheets take it for something else without.

use std::io::{Result, Write};

use crate::align::{Link, in_one_line};
use crate::text::{Pair, Side};

use super::{Report, words};

/// A spreadsheet takes a cell that begins so for a formula and may run it; such a cell gets an apostrophe before it, which
/// spreadsheets do not show (OWASP, "CSV Injection").
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes a row for each finding.
///
/// # Errors
/// Only those of the output.
pub fn write_findings(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let names = report.names();
    let head = [
        "number",
        "kind",
        "relation",
        "left source",
        "right source",
        "left words",
        "right words",
        "left sentence",
        "right sentence",
        "message",
        "state",
        "note",
    ];
    table(
        out,
        &head,
        report.entries().iter().map(|entry| {
            let note = entry.note.map(words::remark).unwrap_or_default();
            let sentence = |side: Side| entry.sentences[side].map_or_else(String::new, |(_, text)| one_line(text));
            let said = |side: Side| entry.words[side].map_or_else(String::new, one_line);
            vec![
                entry.number.to_string(),
                words::kind(entry.finding.kind).to_owned(),
                words::relation(entry.finding.relation).to_owned(),
                names.left.clone(),
                names.right.clone(),
                said(Side::Left),
                said(Side::Right),
                sentence(Side::Left),
                sentence(Side::Right),
                entry.finding.message.clone(),
                entry.standing(),
                note,
            ]
        }),
    )
}

/// Writes a row for each link.
///
/// # Errors
/// Only those of the output.
pub fn write_links(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let names = report.names();
    let head = [
        "left source",
        "right source",
        "left number",
        "right number",
        "left sentence",
        "right sentence",
        "status",
        "score",
        "reasons",
    ];
    let documents = &report.comparison.documents;
    table(
        out,
        &head,
        report.comparison.alignment.links.iter().map(|link: &Link| {
            let Pair { left, right } = link.sentences;
            let reasons = in_one_line(report.comparison.alignment.reasons_for(link.sentences), documents.as_ref());
            vec![
                names.left.clone(),
                names.right.clone(),
                (left + 1).to_string(),
                (right + 1).to_string(),
                one_line(documents.left.sentence(left)),
                one_line(documents.right.sentence(right)),
                link.status.name().to_owned(),
                format!("{:.2}", link.score),
                reasons,
            ]
        }),
    )
}

fn table(out: &mut dyn Write, head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell)))?;
    }
    writer.flush()
}

/// A cell that no spreadsheet takes for a formula.
pub fn harmless(cell: &str) -> String {
    if cell.trim_start().starts_with(FORMULAS) || cell.starts_with(FORMULAS) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The text without line breaks and characters that are not seen.
pub fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::fixture;

    fn findings(comparison: &crate::comparison::Comparison) -> Vec<Vec<String>> {
        let mut out = Vec::new();
        write_findings(&mut out, &Report::of(comparison)).unwrap();
        let text = String::from_utf8(out).unwrap();
        let rows = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        rows.into_records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn every_finding_has_a_row_with_both_names() {
        let rows = findings(&fixture::comparison());
        assert_eq!(rows.len(), 3);
        assert!(rows.iter().all(|row| row.len() == 12 && row[3] == "left.txt" && row[4] == "right.txt"), "{rows:?}");
    }

    #[test]
    fn no_cell_is_a_formula() {
        let mut comparison = fixture::comparison();
        comparison.findings[0].message = "=HYPERLINK(\"http://example.org\")".to_owned();
        comparison.documents.left.card.outlet = Some("@SUM(1+1)".to_owned());
        let rows = findings(&comparison);
        assert_eq!(rows[0][9], "'=HYPERLINK(\"http://example.org\")");
        assert_eq!(rows[0][3], "'@SUM(1+1)");
        assert_eq!(harmless("  -1+2"), "'  -1+2");
    }

    #[test]
    fn links_are_rows_with_their_reasons() {
        let comparison = fixture::comparison();
        let mut out = Vec::new();
        write_links(&mut out, &Report::of(&comparison)).unwrap();
        assert_eq!(String::from_utf8(out).unwrap().matches("\r\n").count(), comparison.alignment.links.len() + 1);
    }
}
