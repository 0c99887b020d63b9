//! Tests of notes and reviews that have lost their place.

use super::tests::{apply, comparing};
use super::*;
use crate::comparison::{Anchor, FindingName, Remark, Review, Subject};
use crate::gui::model::RowKey;

fn anchor(words: &str) -> Anchor {
    Anchor { origin: 9_000, words: words.to_owned() }
}

fn lost_name() -> FindingName {
    FindingName {
        kind: crate::claims::Kind::Number,
        words: Pair::new(Some(anchor("99 swans")), Some(anchor("98 swans"))),
    }
}

fn lost_note() -> Subject {
    Subject::Sentence(Side::Left, anchor("The swans left the weir."))
}

fn note(text: &str, tags: &[&str]) -> Remark {
    Remark { text: text.to_owned(), tags: tags.iter().map(|&tag| tag.to_owned()).collect() }
}

/// A comparison with a note and a review whose words are nowhere.
fn with_lost() -> State {
    let mut state = comparing();
    apply(&mut state, Command::SetNote(lost_note(), note("Ask.", &["To check"])));
    state.remark("check a finding off", |remarks| remarks.set_review(lost_name(), Some(Review::Checked)));
    state
}

fn open(state: &State) -> &Open {
    state.open.as_ref().expect("a comparison is open")
}

#[test]
fn what_has_no_place_is_listed() {
    let state = with_lost();
    assert_eq!(open(&state).unplaced, [(lost_name(), Review::Checked)]);
    assert_eq!(open(&state).notes[0].sentences, Pair::new(None, None));
    assert!(open(&state).reviews.iter().all(Option::is_none));
}

#[test]
fn a_note_is_put_on_what_is_chosen_and_joins_the_one_there() {
    let mut state = with_lost();
    apply(&mut state, Command::PutNote(lost_note()));
    assert_eq!(open(&state).notes[0].on, lost_note(), "nothing is chosen yet");
    apply(&mut state, Command::ChooseRow(RowKey::Group(0)));
    let chosen = state.subject().expect("a row is chosen");
    apply(&mut state, Command::SetNote(chosen.clone(), note("First.", &["Error"])));
    apply(&mut state, Command::PutNote(lost_note()));
    assert_eq!(open(&state).notes.len(), 1);
    assert_eq!(
        (&open(&state).notes[0].on, &open(&state).notes[0].note),
        (&chosen, &note("First.\nAsk.", &["Error", "To check"]))
    );
    assert_eq!(state.undo_name(), Some("move a note"));
    apply(&mut state, Command::Do(Action::Undo));
    assert_eq!(open(&state).notes.len(), 2);
}

#[test]
fn a_review_is_put_on_the_chosen_finding_or_thrown_away() {
    let mut state = with_lost();
    apply(&mut state, Command::PutReview(lost_name()));
    assert_eq!(open(&state).unplaced.len(), 1, "no finding is chosen yet");
    apply(&mut state, Command::ChooseFinding(1));
    apply(&mut state, Command::PutReview(lost_name()));
    assert_eq!(open(&state).reviews[1], Some(Review::Checked));
    assert!(open(&state).unplaced.is_empty());
    apply(&mut state, Command::Do(Action::Undo));
    apply(&mut state, Command::ForgetReview(lost_name()));
    assert!(open(&state).unplaced.is_empty() && open(&state).edits.remarks.reviews().count() == 0);
    assert_eq!(state.undo_name(), Some("delete a review"));
}
