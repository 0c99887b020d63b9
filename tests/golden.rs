//! Pairs of short articles with the whole report that a reader gets: readable, so that a change can be judged.
//!
//! `INSTA_UPDATE=always cargo test --test golden` accepts what has changed; read the difference first.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails its test")]

use std::path::Path;

use paragone::comparison::{Edits, Options, compare};
use paragone::load::{Layout, RawArticle, Source, load};
use paragone::report::{Shown, text};
use paragone::text::{Pair, Side};

/// The report of a pair under `tests/data/pairs/`, without colours.
fn report(pair: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pairs").join(pair);
    let article = |side: Side| -> RawArticle {
        let mut article = load(&Source::File(folder.join(format!("{}.txt", side.name()))), Layout::Article).unwrap();
        article.card.origin = format!("{}.txt", side.name());
        article
    };
    let comparison = compare(Pair::from_fn(article).as_ref(), &Options::default(), &Edits::default());
    let mut written = Vec::new();
    text::write_comparison(&mut written, &comparison, Shown { agreements: true, reasons: true }).unwrap();
    String::from_utf8(anstream::adapter::strip_bytes(&written).into_vec()).unwrap()
}

#[test]
fn strike() {
    insta::assert_snapshot!(report("strike"));
}

#[test]
fn storm() {
    insta::assert_snapshot!(report("storm"));
}
