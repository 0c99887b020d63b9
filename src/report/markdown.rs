//! The findings as Markdown (CommonMark with tables), for notes and messages.

use std::io::{Result, Write};

use crate::text::{Pair, Side};

use super::{Entry, Report, words};

/// Writes the sources, then a table of the findings, then how it was made.
///
/// # Errors
/// Only those of the output.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let names = report.names().map(|name| harmless(&name));
    writeln!(out, "# {} and {}\n", names.left, names.right)?;
    for (side, document) in report.comparison.documents.iter() {
        let card = &document.card;
        let facts: Vec<String> = [&card.title, &card.author, &card.published, &card.address]
            .into_iter()
            .flatten()
            .map(|fact| harmless(fact))
            .collect();
        let facts = if facts.is_empty() { String::new() } else { format!(": {}", facts.join(", ")) };
        let unmatched = report.comparison.unmatched[side].len();
        let sentences = document.sentences.len();
        writeln!(
            out,
            "- **{}**{facts} ({} of {sentences} sentences have a counterpart)",
            names[side],
            sentences - unmatched
        )?;
    }
    let entries = report.entries();
    writeln!(out, "\n## {}\n", words::count(entries.len(), "finding", "findings"))?;
    if !entries.is_empty() {
        writeln!(out, "| | Kind | Relation | {} | {} | What differs | State |", names.left, names.right)?;
        writeln!(out, "|---:|---|---|---|---|---|---|")?;
    }
    for entry in &entries {
        row(out, entry)?;
    }
    writeln!(out, "\n{}", report.made())
}

fn row(out: &mut dyn Write, entry: &Entry<'_>) -> Result<()> {
    let said = Pair::from_fn(|side: Side| {
        entry.words[side].map_or_else(|| "–".to_owned(), |words| format!("“{}”", harmless(words)))
    });
    let note = entry.note.map(|note| format!(" · {}", harmless(&words::remark(note)))).unwrap_or_default();
    writeln!(
        out,
        "| {} | {} | {} | {} | {} | {} | {}{note} |",
        entry.number,
        words::kind(entry.finding.kind),
        words::relation(entry.finding.relation),
        said.left,
        said.right,
        harmless(&entry.finding.message),
        harmless(&entry.standing()),
    )
}

/// A text that means nothing to Markdown or to the HTML in it, on one line.
fn harmless(text: &str) -> String {
    let mut out = String::new();
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c if is_bidi_control(c) || c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Characters that turn the order of what follows; in a quotation they could turn the rest of the line.
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::fixture;

    fn written(comparison: &crate::comparison::Comparison) -> String {
        let mut out = Vec::new();
        write(&mut out, &Report::of(comparison)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_table_has_a_row_for_each_finding() {
        let text = written(&fixture::comparison());
        assert!(text.contains("## 3 findings"), "{text}");
        assert_eq!(text.lines().filter(|line| line.starts_with("| ")).count(), 4);
    }

    #[test]
    fn an_article_cannot_break_out_of_a_cell() {
        let mut comparison = fixture::comparison();
        comparison.findings[0].message = "a | b\n<script>x</script> [y](http://z) \u{202e}txt".to_owned();
        let text = written(&comparison);
        assert!(text.contains("a \\| b &lt;script&gt;x&lt;/script&gt; \\[y\\](http://z) txt"), "{text}");
    }
}
