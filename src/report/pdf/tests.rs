//! The document as a whole; its words are read back by the program's own reader of PDF.

use std::collections::BTreeSet;

use super::*;
use crate::comparison::{Comparison, Edits, FindingName, Options, Remark, Remarks, Review, Subject, compare, fixture};
use crate::load::RawArticle;
use crate::report::Shown;
use crate::text::{Pair, Side};

fn made(report: &Report<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out, report).unwrap();
    out
}

fn bytes(comparison: &Comparison) -> Vec<u8> {
    made(&Report::of(comparison))
}

/// Whether people who do not see the pages can read them, as far as the library that writes them can tell.
fn is_accessible(comparison: &Comparison) -> bool {
    document(&Report::of(comparison), Fonts::new(), true).is_ok()
}

fn of_texts(left: &str, right: &str) -> Comparison {
    let articles = Pair::new(RawArticle::from_text("left.txt", left), RawArticle::from_text("right.txt", right));
    compare(articles.as_ref(), &Options::default(), &Edits::default())
}

fn words(text: &str) -> BTreeSet<String> {
    let letters = text.chars().filter(|c| *c != '\u{ad}').collect::<String>();
    letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words on the pages, with those that are parted at the end of a line put together.
#[cfg(feature = "pdf")]
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
#[cfg(feature = "pdf")]
fn every_word_of_the_sentences_and_findings_can_be_read_back() {
    let comparison = fixture::comparison();
    let found = words_on_pages(&bytes(&comparison));
    let missing: Vec<String> = words_of(&comparison).difference(&found).cloned().collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_same_comparison_gives_the_same_bytes() {
    let comparison = fixture::comparison();
    assert_eq!(bytes(&comparison), bytes(&comparison));
}

#[test]
fn the_file_is_tagged_and_has_a_title_a_language_and_an_outline() {
    let comparison = fixture::comparison();
    assert!(is_accessible(&comparison));
    let file = bytes(&comparison);
    for part in ["/Marked true", "/Lang(en)", "/Outlines", "/Title"] {
        let found = file.windows(part.len()).any(|window| window == part.as_bytes());
        assert!(found, "{part} is not in the file");
    }
    assert!(!file.windows(13).any(|window| window == b"/CreationDate"));
}

#[test]
#[cfg(feature = "pdf")]
fn what_the_reader_wrote_stands_with_its_finding() {
    let comparison = fixture::comparison();
    let mut remarks = Remarks::default();
    remarks.set_review(FindingName::of(&comparison, 1).unwrap(), Some(Review::Checked));
    let note = Remark { text: "Askforminutes".to_owned(), ..Remark::default() };
    remarks.set_note(Subject::finding(&comparison, 1).unwrap(), note);
    let with = words_on_pages(&made(&Report { remarks: Some(&remarks), ..Report::of(&comparison) }));
    assert!(with.contains("checked") && with.contains("Askforminutes"), "{with:?}");
    assert!(!words_on_pages(&bytes(&comparison)).contains("checked"));
}

#[test]
#[cfg(feature = "pdf")]
fn reasons_stand_under_the_rows_where_they_are_wanted() {
    let comparison = fixture::comparison();
    let shown = Shown { reasons: true, ..Shown::default() };
    let report = Report { shown, ..Report::of(&comparison) };
    assert!(document(&report, Fonts::new(), true).is_ok());
    assert!(words_on_pages(&made(&report)).contains("Linked"));
    assert!(!words_on_pages(&bytes(&comparison)).contains("Linked"));
}

#[test]
fn nothing_compared_gives_a_page() {
    assert!(is_accessible(&of_texts("", "")));
}

#[test]
fn hostile_texts_become_a_plain_document() {
    let endless = "q".repeat(10_000);
    let hostile = format!(
        "<script>x</script> #set page(width: 1pt) \\input{{/etc/passwd}} $x^2$ ({endless}) Tj ET endstream \u{202e}desrever\u{202c} \
         a\u{0}b\u{1}c\u{7f}\u{feff}\u{fffe}\u{ffff}\u{e123}\u{fdd0} e\u{301}\u{301}\u{301} \u{1f469}\u{200d}\u{1f52c} {}",
        "\u{5d0}\u{5d1} ".repeat(300)
    );
    let mut comparison = of_texts(&hostile, "The weir broke on Monday.");
    comparison.documents.left.card.title = Some(hostile.clone());
    comparison.documents.right.card.outlet = Some(hostile);
    assert!(is_accessible(&comparison));
}

#[test]
#[cfg(feature = "pdf")]
fn markup_is_text() {
    let text = "The board wrote <b>never</b> #panic() \\textbf{twice} in its minutes of Monday.";
    let found = words_on_pages(&bytes(&of_texts(text, "The weir broke on Monday.")));
    assert!(["b", "never", "panic", "textbf", "twice"].iter().all(|word| found.contains(*word)), "{found:?}");
}

#[test]
fn characters_that_no_font_has_are_named_at_the_end() {
    let mut fonts = Fonts::alone();
    assert_eq!(missing(&fonts), None);
    fonts.missing.extend(['\u{e123}', '\u{4e00}']);
    let said = missing(&fonts).unwrap();
    assert!(said.contains("U+4E00, U+E123."), "{said}");
}

#[test]
fn scripts_that_our_fonts_do_not_have_are_set_all_the_same() {
    let comparison = of_texts("四月に橋が閉まる。 The bridge closes.", "יום שני הגשר נסגר.");
    assert!(is_accessible(&comparison));
    assert!(document(&Report::of(&comparison), Fonts::alone(), true).is_ok());
}
