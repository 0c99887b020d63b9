//! The findings, and what the reader wrote.

use std::io::{Result, Write};

use crate::claims::Relation;
use crate::report::letters::one_line;
use crate::report::words::count;
use crate::report::{Choice, Entry, Noted, Report, words};
use crate::text::Side;

use super::{CONFLICT, QUIET, STRONG, heading, side_sign};

/// Writes the findings, then the notes beside them.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let (agreements, differences): (Vec<Entry<'_>>, Vec<Entry<'_>>) =
        report.entries().into_iter().partition(|entry| entry.finding.relation == Relation::Agrees);
    let written = report.written().is_some();
    heading(out, &format!("{} in claims", count(differences.len(), "difference", "differences")))?;
    if report.listed.is_some() || report.choice != Choice::Everything {
        writeln!(out, "{QUIET}{}{QUIET:#}", one_line(&report.filters()))?;
    }
    differences.iter().try_for_each(|entry| finding(out, entry, written))?;
    if !agreements.is_empty() {
        heading(out, &format!("{} only in form", count(agreements.len(), "difference", "differences")))?;
        agreements.iter().try_for_each(|entry| finding(out, entry, written))?;
    }
    writeln!(out)?;
    noted(out, &report.noted())
}

fn finding(out: &mut dyn Write, entry: &Entry<'_>, written: bool) -> Result<()> {
    let finding = entry.finding;
    let style = if finding.relation == Relation::Conflict { CONFLICT } else { STRONG };
    let relation = finding.relation.name().replace('_', " ");
    let message = one_line(&finding.message);
    writeln!(out, "{:>3}. {style}{} {relation}{style:#}  {message}", entry.number, finding.kind.name())?;
    for (side, place) in finding.places.iter() {
        if let (Some(place), Some(words)) = (place, entry.words[side]) {
            writeln!(out, "       {} {}  {QUIET}{}{QUIET:#}", side_sign(side), one_line(words), place.sentence)?;
        }
    }
    if written {
        let note = entry.note.map(|note| format!(" · {}", words::remark(note))).unwrap_or_default();
        writeln!(out, "       {}{note}", entry.standing())?;
    }
    Ok(())
}

fn noted(out: &mut dyn Write, noted: &[Noted<'_>]) -> Result<()> {
    if noted.is_empty() {
        return Ok(());
    }
    heading(out, "Notes")?;
    for note in noted {
        writeln!(out, "  {STRONG}{}{STRONG:#}  {}", note.about(), note.said())?;
        for side in Side::BOTH {
            if let Some(on) = note.on[side] {
                let number = on.number.map(|number| (number - 1).to_string()).unwrap_or_default();
                writeln!(out, "       {} {}  {QUIET}{number}{QUIET:#}", side_sign(side), one_line(on.words))?;
            }
        }
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{FindingName, Remark, Remarks, Review, Subject, fixture};

    fn written(report: &Report<'_>) -> String {
        let mut out = Vec::new();
        write(&mut out, report).unwrap();
        String::from_utf8(anstream::adapter::strip_bytes(&out).into_vec()).unwrap()
    }

    #[test]
    fn states_and_notes_stand_with_what_they_are_about() {
        let comparison = fixture::comparison();
        let mut remarks = Remarks::default();
        remarks.set_review(FindingName::of(&comparison, 0).unwrap(), Some(Review::Checked));
        let note = Remark { text: "Who\u{1b}[2J?".to_owned(), tags: Vec::new() };
        remarks.set_note(Subject::sentence(&comparison, Side::Right, 1).unwrap(), note);
        let report = Report { remarks: Some(&remarks), ..Report::of(&comparison) };
        let text = written(&report);
        assert!(text.contains("R Tuesday  2\n       checked\n"), "{text}");
        assert!(text.contains("Notes\n  Sentence  Who [2J?\n       R Nobody had warned the ferrymen.  1\n"), "{text}");
        assert!(!written(&Report::of(&comparison)).contains("to check"));
    }

    #[test]
    fn a_choice_is_told() {
        let comparison = fixture::comparison();
        let text = written(&Report { choice: Choice::Conflicts, ..Report::of(&comparison) });
        assert!(text.starts_with("1 difference in claims\nShown: conflicts only.\n"), "{text}");
    }
}
