//! The findings as Markdown (CommonMark with tables), for notes and messages.
//!
//! Texts stand only inside of lines, never at their beginning, so that what is to be escaped is what means something within a
//! line: to CommonMark, to the tables of GitHub, or to pandoc.

use std::io::{Result, Write};

use crate::load::CardField;
use crate::text::{Pair, Side};

use super::letters::one_line;
use super::{Entry, Noted, Report, words};

/// Writes the sources, a table of the findings, what was noted beside them, and how it was made.
///
/// # Errors
/// Only those of the output.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let names = report.names().map(|name| harmless(&name));
    writeln!(out, "# {} and {}\n", names.left, names.right)?;
    for side in Side::BOTH {
        source(out, report, side, &names[side])?;
    }
    for warning in report.warnings() {
        writeln!(out, "\nPlease note: {}", harmless(warning))?;
    }
    findings(out, report, &names)?;
    noted(out, &report.noted(), &names)?;
    writeln!(out, "\n{}", harmless(&report.made()))
}

fn source(out: &mut dyn Write, report: &Report<'_>, side: Side, name: &str) -> Result<()> {
    let document = &report.comparison.documents[side];
    let card = &document.card;
    let fields = CardField::ALL.into_iter().filter(|&field| field != CardField::Outlet);
    let facts: Vec<String> = fields.filter_map(|field| card.get(field)).map(harmless).collect();
    let facts = if facts.is_empty() { String::new() } else { format!(": {}", facts.join(", ")) };
    let share = report.share(side);
    writeln!(out, "- **{name}**{facts} ({} of {} sentences have a counterpart)", share.linked(), share.all)
}

fn findings(out: &mut dyn Write, report: &Report<'_>, names: &Pair<String>) -> Result<()> {
    let entries = report.entries();
    writeln!(out, "\n## {}\n", words::count(entries.len(), "finding", "findings"))?;
    writeln!(out, "{}\n", harmless(&report.filters()))?;
    if entries.is_empty() {
        return writeln!(out, "{}", words::NONE);
    }
    let written = report.written().is_some();
    let mut head = vec!["No.", "Kind", "Relation", &names.left, &names.right, "What differs"];
    head.extend(written.then_some(["State", "Note"]).into_iter().flatten());
    table_head(out, &head)?;
    for entry in &entries {
        row(out, &cells(entry, names, written))?;
    }
    Ok(())
}

fn cells(entry: &Entry<'_>, names: &Pair<String>, written: bool) -> Vec<String> {
    let said = |side: Side| match (entry.words[side], entry.sentences[side]) {
        (Some(words), Some((number, _))) => format!("“{}” ({}, {number})", harmless(words), names[side]),
        _ => "–".to_owned(),
    };
    let mut cells = vec![
        entry.number.to_string(),
        words::kind(entry.finding.kind).to_owned(),
        words::relation(entry.finding.relation).to_owned(),
        said(Side::Left),
        said(Side::Right),
        harmless(&entry.finding.message),
    ];
    if written {
        let note = entry.note.map(words::remark).unwrap_or_default();
        cells.extend([harmless(&entry.standing()), harmless(&note)]);
    }
    cells
}

fn noted(out: &mut dyn Write, noted: &[Noted<'_>], names: &Pair<String>) -> Result<()> {
    if noted.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Notes\n")?;
    table_head(out, &["About", &names.left, &names.right, "Note"])?;
    for note in noted {
        let on = |side: Side| match note.on[side] {
            Some(on) => format!("“{}” ({})", harmless(on.words), words::found_at(&names[side], on)),
            None => "–".to_owned(),
        };
        row(out, &[note.about(), on(Side::Left), on(Side::Right), harmless(&note.said())])?;
    }
    Ok(())
}

fn table_head(out: &mut dyn Write, cells: &[&str]) -> Result<()> {
    row(out, cells)?;
    writeln!(out, "|{}", "---|".repeat(cells.len()))
}

fn row(out: &mut dyn Write, cells: &[impl AsRef<str>]) -> Result<()> {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    writeln!(out, "| {} |", cells.join(" | "))
}

/// A text that means nothing to Markdown or to the HTML in it, on one line. Of the letters of Markdown those stay as they are
/// that mean something at the beginning of a line only.
fn harmless(text: &str) -> String {
    let mut out = String::new();
    for c in one_line(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // The last three make formulas, raised words and references for pandoc, the first of them for GitHub, too.
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' | '$' | '^' | '@' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Comparison, Remark, Remarks, Subject, fixture};

    fn written(report: &Report<'_>) -> String {
        let mut out = Vec::new();
        write(&mut out, report).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// The cells of the table whose rows begin like this, as a reader of Markdown finds them.
    fn read(comparison: &Comparison) -> Vec<Vec<String>> {
        use pulldown_cmark::{Event, Options, Parser, TagEnd};
        let text = written(&Report::of(comparison));
        let mut rows = Vec::new();
        let (mut cells, mut cell) = (Vec::new(), String::new());
        for event in Parser::new_ext(&text, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => cell.push_str(&text),
                Event::End(TagEnd::TableCell) => cells.push(std::mem::take(&mut cell)),
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => rows.push(std::mem::take(&mut cells)),
                Event::Start(_) | Event::End(_) => cell.clear(),
                other => panic!("no text makes this: {other:?}"),
            }
        }
        rows
    }

    #[test]
    fn the_table_has_a_row_for_each_finding() {
        let text = written(&Report::of(&fixture::comparison()));
        assert!(text.contains("## 3 findings") && !text.contains("State"), "{text}");
        assert_eq!(text.lines().filter(|line| line.starts_with("| ")).count(), 4);
        assert!(text.contains("| “Monday” (left.txt, 2) | “Tuesday” (right.txt, 3) |"), "{text}");
    }

    #[test]
    fn what_the_reader_wrote_is_in_it() {
        let comparison = fixture::comparison();
        let mut remarks = Remarks::default();
        let note = |text: &str| Remark { text: text.to_owned(), tags: vec!["Vague".to_owned()] };
        remarks.set_note(Subject::finding(&comparison, 0).unwrap(), note("Ask the town."));
        remarks.set_note(Subject::sentence(&comparison, Side::Right, 1).unwrap(), note("Who?"));
        let text = written(&Report { remarks: Some(&remarks), ..Report::of(&comparison) });
        assert!(text.contains("| State | Note |") && text.contains("| to check | Ask the town. · Vague |"), "{text}");
        assert!(text.contains("| Sentence | – | “Nobody had warned the ferrymen.” (right.txt, 2) | Who? · Vague |"));
    }

    #[test]
    fn a_text_comes_out_as_it_went_in() {
        let hostile = "a | b <script>x</script> [y](http://z) `c` $1 and $2 **d** __e__ ~~f~~ ^1^ &amp; \\| ![g](h) @me :-) --- 1. x";
        let mut comparison = fixture::comparison();
        comparison.findings[0].message = format!("{hostile}\r\n\n# \u{0}\u{202e}end");
        let rows = read(&comparison);
        assert_eq!(rows.len(), 4);
        assert!(rows.iter().all(|row| row.len() == 6), "{rows:?}");
        assert_eq!(rows[1][5], format!("{hostile} # end"));
    }
}
