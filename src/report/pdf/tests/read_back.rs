//! The words of the document, read back by the program's own reader of PDF.

use std::collections::BTreeSet;

use super::*;
use crate::comparison::{FindingName, Remark, Remarks, Review, Subject};
use crate::report::Shown;
use crate::report::opened::remarks;
use crate::text::Side;

fn words(text: &str) -> BTreeSet<String> {
    let letters = text.chars().filter(|c| *c != '\u{ad}').collect::<String>();
    letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words on the pages, with those that are parted at the end of a line put together.
fn words_on_pages(bytes: &[u8]) -> BTreeSet<String> {
    let text = RawArticle::from_bytes("report.pdf", bytes).unwrap().text;
    words(&text.replace("\u{ad}\n", "").replace("\u{ad} ", ""))
}

fn words_of(comparison: &Comparison) -> BTreeSet<String> {
    let sentences = Side::BOTH.into_iter().flat_map(|side| {
        let document = &comparison.documents[side];
        (0..document.sentences.len()).map(|id| words(document.sentence(id)))
    });
    let entries = Report::of(comparison).entries();
    let messages = entries.iter().map(|entry| words(&entry.finding.message));
    sentences.chain(messages).flatten().collect()
}

#[test]
fn every_word_of_the_sentences_and_findings_can_be_read_back() {
    let comparison = fixture::comparison();
    let found = words_on_pages(&bytes(&comparison));
    let missing: Vec<String> = words_of(&comparison).difference(&found).cloned().collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn what_the_reader_wrote_stands_with_its_finding() {
    let comparison = fixture::comparison();
    let mut remarks = Remarks::default();
    remarks.set_review(FindingName::of(&comparison, 1).unwrap(), Some(Review::Checked));
    let note = |text: &str| Remark { text: text.to_owned(), ..Remark::default() };
    remarks.set_note(Subject::finding(&comparison, 1).unwrap(), note("Askforminutes"));
    let with = words_on_pages(&made(&Report { remarks: Some(&remarks), ..Report::of(&comparison) }));
    assert!(with.contains("checked") && with.contains("Askforminutes"), "{with:?}");
    assert!(!words_on_pages(&bytes(&comparison)).contains("checked"));
}

#[test]
fn notes_beside_the_findings_have_a_part_of_their_own_where_there_are_any() {
    let comparison = fixture::comparison();
    let remarks = remarks(&comparison);
    let report = Report { remarks: Some(&remarks), ..Report::of(&comparison) };
    assert!(document(&report, Fonts::new(), true).is_ok());
    let with = words_on_pages(&made(&report));
    for note in ["Notes", "buses", "budgets", "Kept", "older"] {
        assert!(with.contains(note), "{note}: {with:?}");
    }
    let without = Remarks::default();
    let plain = made(&Report { remarks: Some(&without), ..Report::of(&comparison) });
    assert!(!words_on_pages(&plain).contains("Notes"));
    assert_eq!(plain, bytes(&comparison), "remarks that say nothing change nothing");
}

#[test]
fn reasons_stand_under_the_rows_where_they_are_wanted() {
    let comparison = fixture::comparison();
    let shown = Shown { reasons: true, ..Shown::default() };
    let report = Report { shown, ..Report::of(&comparison) };
    assert!(document(&report, Fonts::new(), true).is_ok());
    assert!(words_on_pages(&made(&report)).contains("Why"));
    assert!(!words_on_pages(&bytes(&comparison)).contains("Why"));
}

#[test]
fn what_to_be_warned_of_is_said() {
    let mut comparison = fixture::comparison();
    comparison.notes.push(crate::text::Note::warning("few sentences can be aligned".to_owned()));
    assert!(is_accessible(&comparison));
    assert!(words_on_pages(&bytes(&comparison)).contains("aligned"));
}

#[test]
fn markup_is_text() {
    let text = "The board wrote <b>never</b> #panic() \\textbf{twice} in its minutes of Monday.";
    let found = words_on_pages(&bytes(&of_texts(text, "The weir broke on Monday.")));
    assert!(["b", "never", "panic", "textbf", "twice"].iter().all(|word| found.contains(*word)), "{found:?}");
}
