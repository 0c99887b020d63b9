//! One article in every format that is read: the same sentences come out, nothing gets lost, and damaged files are
//! refused or read, never a panic.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use paragone::clean::{Choices, clean};
use paragone::comparison::{Edits, Options, compare};
use paragone::load::{Layout, RawArticle, Source, load};
use paragone::segment::{Document, segment};
use paragone::text::Pair;

/// Every file with the article, by the tool that wrote it (see the README beside them).
const FILES: &[&str] = &[
    "article.md",
    "article.docx",
    "article.odt",
    "article.rtf",
    "article.epub",
    "writer.docx",
    "writer.odt",
    "writer.rtf",
    #[cfg(feature = "pdf")]
    "writer.pdf",
    #[cfg(feature = "pdf")]
    "columns.pdf",
];

/// At least so many of a hundred sentences are the same in every format.
const LEAST_SAME: usize = 98;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/formats").join(name)
}

fn raw(name: &str) -> RawArticle {
    load(&Source::File(path(name)), Layout::Article).unwrap()
}

fn document(name: &str) -> Document {
    let raw = raw(name);
    let article = clean(&raw, &Choices::default());
    segment(&raw, article, None)
}

/// The sentences with all white space alike: a table's cells are apart by tabs in one format, by spaces in another.
fn sentences(document: &Document) -> Vec<String> {
    (0..document.sentences.len()).map(|id| spaced(document.sentence(id))).collect()
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_format_gives_the_sentences_of_the_plain_text() {
    let plain = sentences(&document("article.txt"));
    for name in FILES {
        let found = sentences(&document(name));
        let known: BTreeSet<&String> = plain.iter().collect();
        let lost: Vec<_> = plain.iter().filter(|sentence| !found.contains(sentence)).collect();
        let new: Vec<_> = found.iter().filter(|sentence| !known.contains(sentence)).collect();
        let same = plain.len() - lost.len();
        assert!(100 * same >= LEAST_SAME * plain.len() && new.len() <= lost.len(), "{name} lost {lost:#?}, has {new:#?}");
        assert_eq!(found.len(), plain.len(), "{name}");
    }
}

#[test]
fn no_two_formats_differ_in_a_claim() {
    for left in FILES {
        for right in FILES.iter().filter(|right| *right != left) {
            let articles = Pair::new(raw(left), raw(right));
            let comparison = compare(articles.as_ref(), &Options::default(), &Edits::default());
            assert!(comparison.findings.is_empty(), "{left} and {right}: {:#?}", comparison.findings);
        }
    }
}

#[test]
fn every_word_is_kept_or_shown_as_removed() {
    let plain = spaced(&raw("article.txt").text);
    for name in FILES {
        let document = document(name);
        let removed = document.removed.iter().map(|removed| removed.text.as_str());
        let all: String = removed.chain([document.text.as_str()]).map(|text| text.to_owned() + " ").collect();
        let words: BTreeSet<&str> = all.split_whitespace().collect();
        for word in plain.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)) {
            assert!(words.contains(word), "{name} lost {word:?}");
        }
    }
}
