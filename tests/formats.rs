//! One article in every format that is read: the same sentences come out, nothing gets lost, and damaged files are
//! refused or read, never a panic.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use paragone::clean::{Choices, clean};
use paragone::comparison::{Edits, Options, compare};
#[cfg(feature = "pdf")]
use paragone::load::Problem;
use paragone::load::{Layout, RawArticle, Source, load};
use paragone::segment::{Cuts, Document, segment};
use paragone::text::Pair;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Every file with the article, by the tool that wrote it (see the README beside them).
const FILES: &[&str] = &[
    "article.md",
    "article.html",
    "article.docx",
    "article.odt",
    "article.rtf",
    "article.epub",
    "article.fodt",
    "article.zip",
    "article.eml",
    "article.mhtml",
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

/// So many damaged copies of each file are tried; `PARAGONE_MUTANTS=400` makes it a longer search, with other damage.
const MUTANTS: usize = 40;

/// No file keeps the reader waiting longer, not even in a build for tests on a busy machine.
const LONGEST: Duration = Duration::from_secs(5);

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/formats").join(name)
}

fn raw(name: &str) -> RawArticle {
    load(&Source::File(path(name)), Layout::Article).unwrap()
}

fn document(name: &str) -> Document {
    let raw = raw(name);
    let article = clean(&raw, &Choices::default());
    segment(&raw, article, None, &Cuts::default())
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
        assert!(
            100 * same >= LEAST_SAME * plain.len() && new.len() <= lost.len(),
            "{name} lost {lost:#?}, has {new:#?}"
        );
        assert_eq!(found.len(), plain.len(), "{name}");
    }
}

#[test]
fn no_two_formats_differ_in_a_claim() {
    for (number, left) in FILES.iter().enumerate() {
        for right in FILES.iter().skip(number + 1) {
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

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }

    /// The bytes with some of them changed.
    fn damaged(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        let changes = if bytes.is_empty() { 0 } else { 1 + self.throw(12) };
        for _ in 0..changes {
            let place = self.throw(bytes.len());
            bytes[place] = match self.throw(3) {
                0 => b"<>{}\\/()[]&;\"'0"[self.throw(15)],
                1 => bytes[place] ^ (1 << self.throw(8)),
                _ => self.throw(256) as u8,
            };
        }
        bytes
    }
}

/// The archive with one of its parts of XML damaged and all checksums right.
fn with_damaged_part(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let chosen = dice.throw(archive.len());
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).unwrap();
        let part_name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        let is_chosen = number == chosen
            || ["document.xml", "content.xml", "ch001.xhtml"].iter().any(|end| part_name.ends_with(end));
        let bytes = if is_chosen { dice.damaged(&bytes) } else { bytes };
        writer.start_file(part_name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An error or an article, and soon; that there is no panic is the test itself.
fn try_to_read(bytes: &[u8], name: &str) {
    let file = tempfile::Builder::new().suffix(name).tempfile().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let start = Instant::now();
    let read = load(&Source::File(file.path().to_owned()), Layout::Article);
    assert!(start.elapsed() < LONGEST, "{name} took {:?}", start.elapsed());
    if let Ok(raw) = read {
        let article = clean(&raw, &Choices::default());
        let _ = segment(&raw, article, None, &Cuts::default());
    }
}

#[test]
fn files_that_are_cut_off_are_read_or_refused() {
    for name in FILES {
        let bytes = std::fs::read(path(name)).unwrap();
        for sixteenth in 0..16 {
            try_to_read(&bytes[..bytes.len() * sixteenth / 16], name);
        }
    }
}

#[test]
fn damaged_files_are_read_or_refused() {
    let mutants = std::env::var("PARAGONE_MUTANTS").ok().and_then(|count| count.parse().ok()).unwrap_or(MUTANTS);
    let mut dice = Dice(0x7465_7374 + mutants as u64);
    for name in FILES {
        let bytes = std::fs::read(path(name)).unwrap();
        for _ in 0..mutants {
            try_to_read(&dice.damaged(&bytes), name);
            if bytes.starts_with(b"PK") {
                try_to_read(&with_damaged_part(&bytes, &mut dice), name);
            }
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_file_with_a_password_says_so() {
    let read = load(&Source::File(path("locked.pdf")), Layout::Article);
    assert!(matches!(read.unwrap_err().problem, Problem::Locked));
}
