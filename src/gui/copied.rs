//! What is copied of a comparison for other programs: text with its form, and the same as plain text. Pure.

use maud::{Markup, html};

use crate::claims::Relation;
use crate::comparison::{Comparison, Remarks};
use crate::report::csv::harmless;
use crate::report::letters::one_line;
use crate::report::words::{count, kind, relation, remark};
use crate::report::{Entry, Listed, Report, names};
use crate::text::{Pair, Side};

use super::quotation::quotation;

/// A text for the clipboard: programs that know forms take the HTML, the others the plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rich {
    /// Without form.
    pub plain: String,
    /// With form.
    pub html: String,
    /// What it is, in a few words.
    pub name: String,
}

/// Sentences of both sources as quotations, each with where it is from; a side without sentences is left out.
pub fn both_sides(comparison: &Comparison, sentences: &Pair<Vec<usize>>) -> Rich {
    let quoted = |side: Side| {
        let document = &comparison.documents[side];
        let words: Vec<&str> = sentences[side].iter().map(|&id| document.sentence(id)).collect();
        (!words.is_empty()).then(|| quotation(&words.join(" "), &document.card))
    };
    let quotations: Vec<String> = Side::BOTH.into_iter().filter_map(quoted).collect();
    let html = html! { @for quotation in &quotations { p dir="auto" { (quotation) } } };
    let name = match quotations.len() {
        2 => "both sources of the row, quoted",
        _ => "the sentence of the row, quoted",
    };
    Rich { plain: quotations.join("\n\n"), html: html.into_string(), name: name.to_owned() }
}

/// What a finding says, in one sentence that names both sources; `None` where there is no such finding.
///
/// `Conflict, date: The Quay dates “inspected” to “March 2025”, the Post to “May 2025”.`
pub fn finding(comparison: &Comparison, id: usize) -> Option<String> {
    let found = comparison.findings.get(id)?;
    let names = names(comparison);
    let message = with_names(&one_line(&found.message), &names);
    // Where the message speaks of one source only, the other one is named as well.
    let unnamed: Vec<&str> =
        names.iter().map(|(_, name)| name.as_str()).filter(|name| !message.contains(name)).collect();
    let beside = if unnamed.is_empty() { String::new() } else { format!(" (compared with {})", unnamed.join(" and ")) };
    Some(format!("{}, {}{beside}: {message}", relation_with(found.relation, &names), kind(found.kind).to_lowercase()))
}

fn relation_with(of: Relation, names: &Pair<String>) -> String {
    match of {
        Relation::OnlyLeft => format!("Only in {}", names.left),
        Relation::OnlyRight => format!("Only in {}", names.right),
        other => relation(other).to_owned(),
    }
}

/// A message with the sources’ names where it says “left” and “right”; the words of articles in quotation marks stay.
fn with_names(message: &str, names: &Pair<String>) -> String {
    let mut depth = 0_usize;
    let mut named = String::new();
    for piece in message.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let after = piece.strip_prefix(word).unwrap_or_default();
        match word {
            "Left" | "left" if depth == 0 => named.push_str(&names.left),
            "Right" | "right" if depth == 0 => named.push_str(&names.right),
            _ => named.push_str(word),
        }
        named.push_str(after);
        match after {
            "“" => depth += 1,
            "”" => depth = depth.saturating_sub(1),
            _ => (),
        }
    }
    named
}

/// Findings as a table, in the order in which they are listed, with a line of heads. No cell is taken for a formula by a
/// spreadsheet that it is pasted into.
pub fn findings(comparison: &Comparison, remarks: &Remarks, listed: &[usize]) -> Rich {
    let listed = Some(Listed { findings: listed, filters: "" });
    let report = Report { listed, remarks: Some(remarks), ..Report::of(comparison) };
    let Pair { left, right } = report.names();
    let head = ["Kind", "Relation", &left, &right, "Sentence left", "Sentence right", "State", "Note"].map(cell);
    let rows: Vec<[String; 8]> = report.entries().iter().map(row).collect();
    let mut lines = vec![head.join("\t")];
    lines.extend(rows.iter().map(|row| row.join("\t")));
    let name = format!("{} as a table", count(rows.len(), "finding", "findings"));
    Rich { plain: lines.join("\n"), html: table(&head, &rows).into_string(), name }
}

fn row(entry: &Entry<'_>) -> [String; 8] {
    let words = |side: Side| cell(entry.words[side].unwrap_or_default());
    let number = |side: Side| entry.sentences[side].map_or_else(String::new, |(number, _)| number.to_string());
    [
        cell(kind(entry.finding.kind)),
        cell(relation(entry.finding.relation)),
        words(Side::Left),
        words(Side::Right),
        number(Side::Left),
        number(Side::Right),
        cell(&entry.standing()),
        cell(&entry.note.map(remark).unwrap_or_default()),
    ]
}

fn cell(text: &str) -> String {
    harmless(&one_line(text))
}

/// The style keeps one spreadsheet from making dates and numbers of words.
fn table(head: &[String], rows: &[[String; 8]]) -> Markup {
    html! {
        table border="1" {
            thead { tr { @for cell in head { th { (cell) } } } }
            tbody {
                @for row in rows {
                    tr { @for cell in row { td dir="auto" style="mso-number-format:'\\@'" { (cell) } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Remark, Review, Subject, fixture};

    #[test]
    fn both_sides_name_their_sources() {
        let comparison = fixture::comparison();
        let copied = both_sides(&comparison, &Pair::new(vec![0], vec![0]));
        let lines: Vec<&str> = copied.plain.split("\n\n").collect();
        assert!(lines[0].ends_with("— left.txt") && lines[1].ends_with("— right.txt"), "{lines:?}");
        assert_eq!(copied.html.matches("<p dir=\"auto\">").count(), 2);
        assert_eq!(both_sides(&comparison, &Pair::new(vec![0], vec![])).plain.matches("—").count(), 1);
    }

    #[test]
    fn a_finding_is_one_sentence_with_both_sources() {
        let mut comparison = fixture::comparison();
        comparison.findings[1].message = "Left says “the left bank”, right “no bank”.".to_owned();
        let told = finding(&comparison, 1).expect("there is one");
        assert!(told.ends_with(": left.txt says “the left bank”, right.txt “no bank”."), "{told}");
        comparison.findings[1].relation = Relation::OnlyLeft;
        comparison.findings[1].message = "Left says “Oster”.".to_owned();
        let told = finding(&comparison, 1).expect("there is one");
        assert!(told.starts_with("Only in left.txt, ") && told.contains("(compared with right.txt)"), "{told}");
        assert_eq!(finding(&comparison, 99), None);
    }

    #[test]
    fn the_table_is_as_listed_with_states_and_notes() {
        let comparison = fixture::comparison();
        let mut remarks = Remarks::default();
        let name = crate::comparison::FindingName::of(&comparison, 0).expect("there is one");
        remarks.set_review(name, Some(Review::Checked));
        let note = Remark { text: "Ask\nthem".to_owned(), tags: vec!["Error".to_owned()] };
        remarks.set_note(Subject::finding(&comparison, 0).expect("there is one"), note);
        let copied = findings(&comparison, &remarks, &[2, 0]);
        let lines: Vec<Vec<&str>> = copied.plain.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.len() == 8), "{lines:?}");
        assert_eq!(lines[0][2..4], ["left.txt", "right.txt"]);
        assert_eq!(lines[2][6..], ["checked", "Ask them · Error"]);
        assert_eq!(copied.html.matches("<tr>").count(), 3);
    }

    #[test]
    fn nothing_breaks_out_of_a_cell() {
        let mut comparison = fixture::comparison();
        comparison.documents.left.card.outlet = Some("=1+1\t<script>alert(1)</script>\n\"x".to_owned());
        let copied = findings(&comparison, &Remarks::default(), &[0]);
        let head: Vec<&str> = copied.plain.lines().next().unwrap_or_default().split('\t').collect();
        assert_eq!(head[2], "'=1+1 <script>alert(1)</script> \"x");
        assert!(!copied.html.contains("<script>") && copied.html.contains("'=1+1 &lt;script&gt;"));
        let both = both_sides(&comparison, &Pair::new(vec![0], vec![0]));
        assert!(!both.html.contains("<script>"));
    }
}
