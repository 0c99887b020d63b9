//! The document as a whole.

#[cfg(feature = "pdf")]
mod read_back;

use super::*;
use crate::comparison::{Comparison, Edits, Options, compare, fixture};
use crate::load::RawArticle;
use crate::text::Pair;

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
