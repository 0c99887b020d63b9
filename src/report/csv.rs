//! The findings, or the links, as a table for spreadsheets: one row each, RFC 4180, UTF-8 with a byte order mark, since
//! spreadsheets take it for something else without.

use std::io::{Result, Write};

use crate::align::{Link, in_one_line};
use crate::text::Pair;

use super::letters::one_line;
use super::{Entry, Noted, Report, words};

/// A spreadsheet takes a cell that begins so for a formula and may run it; such a cell gets an apostrophe before it (OWASP,
/// "CSV Injection"). The wide forms are taken for the narrow ones in Japanese and Chinese versions.
const FORMULAS: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Writes a row for each finding, then one for each note beside them.
///
/// # Errors
/// Only those of the output.
pub fn write_findings(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let names = report.names();
    let written = report.written().is_some();
    let mut head = vec![
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
    ];
    head.extend(written.then_some(["state", "note"]).into_iter().flatten());
    let (entries, noted) = (report.entries(), report.noted());
    let of_findings = entries.iter().map(|entry| of_finding(entry, &names, written));
    table(out, &head, of_findings.chain(noted.iter().map(|note| of_note(note, &names))))
}

fn of_finding(entry: &Entry<'_>, names: &Pair<String>, written: bool) -> Vec<String> {
    let said = entry.words.map(|words| words.map(one_line).unwrap_or_default());
    let sentences = entry.sentences.map(|sentence| sentence.map(|(_, text)| one_line(text)).unwrap_or_default());
    let mut cells = vec![
        entry.number.to_string(),
        words::kind(entry.finding.kind).to_owned(),
        words::relation(entry.finding.relation).to_owned(),
        names.left.clone(),
        names.right.clone(),
        said.left,
        said.right,
        sentences.left,
        sentences.right,
        entry.finding.message.clone(),
    ];
    if written {
        cells.extend([entry.standing(), entry.note.map(words::remark).unwrap_or_default()]);
    }
    cells
}

/// A note has a row among the findings, since a table for spreadsheets has only one set of columns.
fn of_note(note: &Noted<'_>, names: &Pair<String>) -> Vec<String> {
    let words = note.on.map(|on| on.map(|on| one_line(on.words)).unwrap_or_default());
    let empty = String::new;
    vec![
        empty(),
        "Note".to_owned(),
        empty(),
        names.left.clone(),
        names.right.clone(),
        empty(),
        empty(),
        words.left,
        words.right,
        note.about(),
        empty(),
        note.said(),
    ]
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
        writer.write_record(row.iter().map(|cell| harmless(&one_line(cell))))?;
    }
    writer.flush()
}

/// A cell that no spreadsheet takes for a formula.
pub fn harmless(cell: &str) -> String {
    if cell.starts_with(FORMULAS) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Comparison, Remark, Remarks, Subject, fixture};
    use crate::text::Side;

    fn findings(comparison: &Comparison) -> Vec<Vec<String>> {
        rows(&Report::of(comparison))
    }

    fn rows(report: &Report<'_>) -> Vec<Vec<String>> {
        let mut out = Vec::new();
        write_findings(&mut out, report).unwrap();
        let text = String::from_utf8(out).unwrap();
        let rows = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        rows.into_records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn every_finding_has_a_row_with_both_names() {
        let rows = findings(&fixture::comparison());
        assert_eq!(rows.len(), 3);
        assert!(rows.iter().all(|row| row.len() == 10 && row[3] == "left.txt" && row[4] == "right.txt"), "{rows:?}");
    }

    #[test]
    fn no_cell_is_a_formula() {
        let mut comparison = fixture::comparison();
        comparison.findings[0].message = "=HYPERLINK(\"http://example.org\")".to_owned();
        comparison.documents.left.card.outlet = Some("@SUM(1+1)".to_owned());
        let rows = findings(&comparison);
        assert_eq!(rows[0][9], "'=HYPERLINK(\"http://example.org\")");
        assert_eq!(rows[0][3], "'@SUM(1+1)");
        comparison.findings[0].message = " \t\r\n-1+2".to_owned();
        assert_eq!(findings(&comparison)[0][9], "'-1+2");
    }

    #[test]
    fn what_the_reader_wrote_has_columns_and_rows() {
        let comparison = fixture::comparison();
        let mut remarks = Remarks::default();
        let note = Remark { text: "Who?".to_owned(), tags: Vec::new() };
        remarks.set_note(Subject::sentence(&comparison, Side::Right, 1).unwrap(), note);
        let rows = rows(&Report { remarks: Some(&remarks), ..Report::of(&comparison) });
        assert!(rows.iter().all(|row| row.len() == 12), "{rows:?}");
        assert_eq!((rows[0][10].as_str(), rows[3][1].as_str(), rows[3][11].as_str()), ("to check", "Note", "Who?"));
        assert_eq!(rows[3][8], "Nobody had warned the ferrymen.");
    }

    #[test]
    fn links_are_rows_with_their_reasons() {
        let comparison = fixture::comparison();
        let mut out = Vec::new();
        write_links(&mut out, &Report::of(&comparison)).unwrap();
        assert_eq!(String::from_utf8(out).unwrap().matches("\r\n").count(), comparison.alignment.links.len() + 1);
    }
}
