//! What is written beside a comparison stays where it belongs.

use super::*;
use crate::comparison::{Edits, Options, compare};
use crate::load::RawArticle;

const LEFT: &str = "The fire killed 12 people. Nobody was in the mill, the mayor said on Monday.";
const RIGHT: &str = "The fire killed 15 people. The mayor said on Tuesday that nobody was in the mill.";

fn compared(edits: &Edits, left: &str) -> Comparison {
    let articles = Pair::new(left, RIGHT).map(|text| RawArticle::from_text("a", text));
    compare(articles.as_ref(), &Options::default(), edits)
}

fn number(comparison: &Comparison) -> usize {
    comparison.findings.iter().position(|finding| finding.message.contains("12")).expect("two numbers differ")
}

#[test]
fn a_review_stays_with_its_finding_when_sentences_before_it_change() {
    let first = compared(&Edits::default(), LEFT);
    let mut edits = Edits::default();
    let dismissed = Review::Dismissed("the later count".to_owned());
    edits.remarks.set_review(FindingName::of(&first, number(&first)).unwrap(), Some(dismissed.clone()));
    let longer = compared(&edits, &format!("A mill burned. {LEFT}"));
    assert_eq!(edits.remarks.reviews_of(&longer)[number(&longer)], Some(&dismissed));
    assert!(edits.remarks.reviewed(&longer).without_place.is_empty());
}

#[test]
fn what_has_no_place_any_more_is_kept_and_listed() {
    let first = compared(&Edits::default(), LEFT);
    let mut remarks = Remarks::default();
    remarks.set_review(FindingName::of(&first, number(&first)).unwrap(), Some(Review::Checked));
    remarks.set_note(Subject::sentence(&first, Side::Left, 0).unwrap(), note("Ask the brigade."));
    let other = compared(&Edits::default(), "Nothing burned here.");
    assert_eq!(remarks.reviewed(&other).without_place.len(), 1);
    let (on, _) = remarks.notes().next().unwrap();
    assert_eq!(on.sentences_in(&other), Pair::new(None, None));
}

#[test]
fn a_note_follows_its_sentence_through_cuts_and_joints() {
    let first = compared(&Edits::default(), LEFT);
    let second = Subject::sentence(&first, Side::Left, 1).unwrap();
    let mut edits = Edits::default();
    edits.set_cut(Side::Left, 27, false);
    let joined = compared(&edits, LEFT);
    assert_eq!(joined.documents.left.sentences.len(), 1);
    assert_eq!(second.sentences_in(&joined).left, Some(0));
    let mut edits = Edits::default();
    edits.set_cut(Side::Left, LEFT.find("the mayor").unwrap(), true);
    let cut = compared(&edits, LEFT);
    assert_eq!(cut.documents.left.sentences.len(), 3);
    assert_eq!(second.sentences_in(&cut).left, Some(1));
}

#[test]
fn an_empty_note_is_no_note_and_tags_alone_are_one() {
    let first = compared(&Edits::default(), LEFT);
    let on = Subject::pair(&first, Pair::new(0, 0)).unwrap();
    let mut remarks = Remarks::default();
    remarks.set_note(on.clone(), note("  "));
    assert!(remarks.is_empty());
    let mut tagged = Remark::default();
    tagged.toggle("To check");
    remarks.set_note(on.clone(), tagged);
    assert_eq!(remarks.note(&on).unwrap().tags, ["To check"]);
}

#[test]
fn remarks_survive_being_written_and_read_and_swapped_twice() {
    let first = compared(&Edits::default(), LEFT);
    let mut edits = Edits::default();
    edits.remarks.set_review(FindingName::of(&first, 0).unwrap(), Some(Review::Checked));
    edits.remarks.set_note(Subject::finding(&first, 0).unwrap(), note("Which is right?"));
    let written = serde_json::to_string(&edits).unwrap();
    assert_eq!(serde_json::from_str::<Edits>(&written).unwrap(), edits);
    let swapped = edits.clone().swap();
    assert_ne!(swapped, edits);
    assert_eq!(swapped.swap(), edits);
}

fn note(text: &str) -> Remark {
    Remark { text: text.to_owned(), tags: Vec::new() }
}
