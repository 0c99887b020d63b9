//! What happens to corrections and remarks when a source is read again.

use super::*;
use crate::comparison::{Comparison, FindingName, Remark, Review, Subject, compare};

const RIGHT: &str = "The mill burned. The fire killed 15 people. A storm came up.";

fn article(text: &str) -> RawArticle {
    RawArticle::from_text("a", text)
}

fn compared(left: &str, edits: &Edits) -> Comparison {
    let articles = Pair::new(article(left), article(RIGHT));
    compare(articles.as_ref(), &Options::default(), edits)
}

fn carried(old: &str, new: &str, edits: &Edits) -> Carried {
    let versions = Pair::new(article(old), article(new));
    carry(Side::Left, versions.as_ref(), &Options::default(), edits)
}

/// Where words begin.
fn at(text: &str, words: &str) -> usize {
    text.find(words).expect("the words are there")
}

fn kinds(carried: &Carried) -> Vec<LostKind> {
    carried.lost.iter().map(|lost| lost.what).collect()
}

const OLD: &str = "The mill burned down. The fire killed 12 people, nobody had been warned. The mayor was away.";
const NEW: &str = "A mill burned.\n\nThe mill burned down. The fire killed 13 people, nobody had been warned of it.";

#[test]
fn links_of_changed_sentences_stay_and_those_of_sentences_gone_are_told() {
    let right = at(RIGHT, "The fire");
    let mut edits = Edits::default();
    edits.set_verdict(Pair::new(0, 0), Some(Verdict::Confirmed));
    edits.set_verdict(Pair::new(at(OLD, "The fire"), right), Some(Verdict::Manual));
    edits.set_verdict(Pair::new(at(OLD, "The mayor"), right), Some(Verdict::Rejected));
    let carried = carried(OLD, NEW, &edits);
    assert_eq!(carried.edits.verdict(Pair::new(at(NEW, "The mill"), 0)), Some(Verdict::Confirmed));
    assert_eq!(carried.edits.verdict(Pair::new(at(NEW, "The fire"), right)), Some(Verdict::Manual));
    let gone = Lost { origin: at(OLD, "The mayor"), what: LostKind::Refusal, words: "The mayor was away.".to_owned() };
    assert_eq!(carried.lost, [gone]);
    assert_eq!(carried.changes, Changes { changed: 1, new: 1, gone: 1 });
}

#[test]
fn a_note_on_a_changed_sentence_stays_on_it_and_one_on_a_sentence_gone_is_kept() {
    let before = compared(OLD, &Edits::default());
    let mut edits = Edits::default();
    for id in [1, 2] {
        let note = Remark { text: format!("Note {id}"), tags: Vec::new() };
        edits.remarks.set_note(Subject::sentence(&before, Side::Left, id).unwrap(), note);
    }
    let carried = carried(OLD, NEW, &edits);
    let after = compared(NEW, &carried.edits);
    let places: Vec<Option<usize>> =
        carried.edits.remarks.notes().map(|(on, _)| on.sentences_in(&after).left).collect();
    assert_eq!(places, [Some(2), None]);
    assert_eq!(kinds(&carried), [LostKind::Note]);
}

#[test]
fn a_review_stays_with_its_words_and_leaves_words_that_changed() {
    let before = compared(OLD, &Edits::default());
    let number =
        |comparison: &Comparison| comparison.findings.iter().position(|finding| finding.message.contains("15"));
    let mut edits = Edits::default();
    let name = number(&before).and_then(|id| FindingName::of(&before, id)).expect("two numbers differ");
    edits.remarks.set_review(name, Some(Review::Checked));
    let same_number = "Rain fell.\n\nThe great fire killed 12 people, nobody had been warned.";
    for (new, stays) in [(same_number, true), (NEW, false)] {
        let carried = carried(OLD, new, &edits);
        let after = compared(new, &carried.edits);
        let review = carried.edits.remarks.reviews_of(&after)[number(&after).expect("two numbers differ")];
        assert_eq!(review.is_some(), stays, "{new}");
        let told: &[LostKind] = if stays { &[] } else { &[LostKind::Review] };
        assert_eq!(kinds(&carried), told);
        assert_eq!(carried.edits.remarks.reviews().count(), 1);
    }
}

#[test]
fn cuts_and_joints_move_with_their_words() {
    let mut edits = Edits::default();
    edits.set_cut(Side::Left, at(OLD, "nobody"), true);
    edits.set_cut(Side::Left, at(OLD, "The fire"), false);
    edits.set_verdict(Pair::new(at(OLD, "nobody"), 0), Some(Verdict::Manual));
    let moved = carried(OLD, NEW, &edits);
    assert_eq!(moved.edits.cuts(Side::Left).made, BTreeSet::from([at(NEW, "nobody")]));
    assert_eq!(moved.edits.cuts(Side::Left).undone, BTreeSet::from([at(NEW, "The fire")]));
    assert_eq!(moved.edits.verdict(Pair::new(at(NEW, "nobody"), 0)), Some(Verdict::Manual));
    let gone = carried(OLD, "The mill burned down.", &edits);
    assert!(gone.edits.cuts(Side::Left).is_empty());
    assert_eq!(kinds(&gone), [LostKind::Joined, LostKind::Link, LostKind::Cut]);
}

#[test]
fn a_cut_that_has_become_true_is_none_any_more() {
    let mut edits = Edits::default();
    edits.set_cut(Side::Left, at(OLD, "nobody"), true);
    let parted = OLD.replace(", nobody", ". Nobody");
    let carried = carried(OLD, &parted, &edits);
    assert!(carried.edits.is_empty() && carried.lost.is_empty(), "{carried:?}");
}

#[test]
fn passages_taken_out_and_put_back_stay_so() {
    let old = "Ferry sinks\n\nThe ferry sank off the quay on Monday.\n\nNobody was hurt, the crew said.";
    let new = old.replace("Monday.", "Monday night.");
    let mut edits = Edits::default();
    edits.set_taken_out(Side::Left, at(old, "The ferry"), true);
    edits.set_restored(Side::Left, at(old, "Nobody"), true);
    edits.set_restored(Side::Left, at(old, "crew"), true);
    let carried = carried(old, &new, &edits);
    assert_eq!(carried.edits.taken_out.left, BTreeSet::from([at(&new, "The ferry")]));
    assert_eq!(carried.edits.restored.left, BTreeSet::from([at(&new, "Nobody")]));
    assert!(carried.lost.is_empty());
}

#[test]
fn of_two_sentences_made_one_the_link_outweighs_what_was_said_of_the_other() {
    let (old, new) = (
        "The fire killed 12 people. Nobody had been warned.",
        "The fire killed 12 people, and nobody had been warned.",
    );
    let mut edits = Edits::default();
    edits.set_verdict(Pair::new(0, 5), Some(Verdict::Manual));
    edits.set_alone(Side::Left, at(old, "Nobody"), true);
    let carried = carried(old, new, &edits);
    assert_eq!(carried.edits.verdict(Pair::new(0, 5)), Some(Verdict::Manual));
    assert!(!carried.edits.is_alone(Side::Left, 0));
    assert_eq!(kinds(&carried), [LostKind::Alone]);
}

#[test]
fn the_right_side_is_carried_as_the_left_one() {
    let mut edits = Edits::default();
    edits.set_verdict(Pair::new(at(OLD, "The fire"), 3), Some(Verdict::Manual));
    edits.set_alone(Side::Left, at(OLD, "The mayor"), true);
    let versions = Pair::new(article(OLD), article(NEW));
    let left = carried(OLD, NEW, &edits);
    let right = carry(Side::Right, versions.as_ref(), &Options::default(), &edits.swap());
    assert_eq!(right, Carried { edits: left.edits.clone().swap(), ..left });
}
