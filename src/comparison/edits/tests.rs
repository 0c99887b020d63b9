//! What corrections do to a comparison, and how they are kept.

use super::*;
use crate::align::Alignment;
use crate::claims::{Kind, Relation};
use crate::comparison::compare;
use crate::load::RawArticle;

/// "Rain fell." begins at 0 and "The ferry left." at 11.
const LEFT: &str = "Rain fell. The ferry left.\n\nNobody knew.";
const RIGHT: &str = "It rained all day. The boat sailed.";

fn aligned(edits: &Edits) -> Alignment {
    let articles = Pair::new(RawArticle::from_text("a", LEFT), RawArticle::from_text("b", RIGHT));
    compare(articles.as_ref(), &Options::default(), edits).alignment
}

fn links(edits: &Edits) -> Vec<(usize, usize, Status)> {
    let by_reader = |link: &&Link| link.status != Status::Suggested;
    let aligned = aligned(edits);
    let links = aligned.links.iter().filter(by_reader);
    links.map(|link| (link.sentences.left, link.sentences.right, link.status)).collect()
}

#[test]
fn a_joined_sentence_has_the_links_of_both_halves_and_parting_gives_them_back() {
    let mut edits = Edits { only_these_links: true, ..Edits::default() };
    edits.set_verdict(Pair::new(0, 0), Some(Verdict::Manual));
    edits.set_verdict(Pair::new(11, 19), Some(Verdict::Confirmed));
    let parted = links(&edits);
    assert_eq!(parted, [(0, 0, Status::Manual), (1, 1, Status::Confirmed)]);
    edits.set_cut(Side::Left, 11, false);
    assert_eq!(links(&edits), [(0, 0, Status::Manual), (0, 1, Status::Confirmed)]);
    edits.set_cut(Side::Left, 11, true);
    assert_eq!(links(&edits), parted);
}

#[test]
fn a_refusal_of_one_half_yields_to_a_link_of_the_other() {
    let mut edits = Edits::default();
    edits.set_verdict(Pair::new(0, 0), Some(Verdict::Rejected));
    edits.set_verdict(Pair::new(11, 0), Some(Verdict::Manual));
    edits.set_cut(Side::Left, 11, false);
    assert_eq!(links(&edits), [(0, 0, Status::Manual)]);
    edits.set_verdict(Pair::new(11, 0), Some(Verdict::Rejected));
    assert!(aligned(&edits).links.iter().all(|link| link.sentences != Pair::new(0, 0)));
}

#[test]
fn after_a_cut_the_first_half_keeps_its_links() {
    let mut edits = Edits { only_these_links: true, ..Edits::default() };
    edits.set_verdict(Pair::new(11, 19), Some(Verdict::Confirmed));
    edits.set_verdict(Pair::new(28, 0), Some(Verdict::Manual));
    edits.set_cut(Side::Left, 21, true);
    assert_eq!(links(&edits), [(1, 1, Status::Confirmed), (3, 0, Status::Manual)]);
}

#[test]
fn a_passage_put_back_and_taken_out_again_leaves_no_trace() {
    let mut edits = Edits::default();
    edits.set_kept(Side::Right, 7, true);
    assert!(edits.restored(Side::Right).contains(&7));
    edits.set_kept(Side::Right, 7, false);
    assert!(edits.is_empty());
}

/// How the dates of two reports stand to each other once the left one is said to be of a day.
fn dates(published: Option<&str>) -> Vec<Relation> {
    let texts = Pair::new(
        "The old crane in the harbour of Oster fell into the water yesterday.",
        "The old crane in the harbour of Oster fell into the water on 8 October 2025.",
    );
    let articles = texts.map(|text| RawArticle::from_sentences("a", &[text]));
    let mut edits = Edits::default();
    edits.set_card_field(Side::Left, CardField::Published, published.map(str::to_owned));
    let findings = compare(articles.as_ref(), &Options::default(), &edits).findings;
    findings.into_iter().filter(|finding| finding.kind == Kind::Date).map(|finding| finding.relation).collect()
}

#[test]
fn yesterday_is_counted_from_the_date_that_the_reader_gives() {
    assert_eq!(dates(Some("2025-10-20 14:30")), [Relation::Conflict]);
    for harmless in [Some("9 October 2025"), Some("one of those days"), Some(""), None] {
        assert_eq!(dates(harmless), [], "{harmless:?}");
    }
}

#[test]
fn fields_of_cards_are_saved_swapped_and_taken_back() {
    let mut edits = Edits::default();
    edits.set_card_field(Side::Left, CardField::Outlet, Some("The Quay".to_owned()));
    let saved = serde_json::to_string(&edits).expect("corrections can be saved");
    let read: Edits = serde_json::from_str(&saved).expect("and read again");
    assert_eq!(read, edits);
    let mut swapped = read.swap();
    assert_eq!(swapped.card_field(Side::Right, CardField::Outlet), Some("The Quay"));
    swapped.set_card_field(Side::Right, CardField::Outlet, None);
    assert!(swapped.is_empty());
}
