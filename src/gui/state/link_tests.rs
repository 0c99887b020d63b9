//! Tests of linking by hand and of moving a link.

use super::tests::{apply, comparing};
use super::*;
use crate::align::Status;
use crate::gui::action::Action;
use crate::gui::settings::Mode;

/// Left 2 with right 3: the program links them.
const LINKED: Pair<usize> = Pair::new(1, 2);
/// Left 2 with right 2: nobody does.
const FREE: Pair<usize> = Pair::new(1, 1);

fn status(state: &State, pair: Pair<usize>) -> Option<Status> {
    let links = &state.open.as_ref().expect("a comparison is open").comparison.alignment.links;
    links.iter().find(|link| link.sentences == pair).map(|link| link.status)
}

#[test]
fn a_link_is_moved_as_one_step_and_chosen_where_it_is_now() {
    let mut state = comparing();
    apply(&mut state, Command::MoveLink { from: LINKED, to: FREE });
    assert_eq!((status(&state, LINKED), status(&state, FREE)), (None, Some(Status::Manual)));
    assert_eq!(state.undo_name(), Some("move the link of left 2 from right 3 to right 2"));
    assert!(state.chosen_row().is_some_and(|row| row.sentences.left.contains(&1) && row.sentences.right.contains(&1)));
    apply(&mut state, Command::Do(Action::Undo));
    assert_eq!(status(&state, FREE), None);
    assert!(state.undo_name().is_none(), "it was one step");
}

#[test]
fn a_link_moved_onto_another_confirms_that() {
    let mut state = comparing();
    apply(&mut state, Command::Link(FREE));
    apply(&mut state, Command::MoveLink { from: FREE, to: LINKED });
    assert_eq!(status(&state, FREE), None);
    assert!(status(&state, LINKED).is_some_and(|status| status != Status::Suggested));
}

#[test]
fn side_by_side_keys_link_the_sentences_that_the_reader_is_at() {
    let mut state = comparing();
    apply(&mut state, Command::SetMode(Mode::SideBySide));
    apply(&mut state, Command::ChooseSentence(Side::Right, 1));
    apply(&mut state, Command::Do(Action::LinkByHand));
    assert_eq!(state.linking, Some((Side::Right, 1)));
    apply(&mut state, Command::ChooseSentence(Side::Left, 1));
    apply(&mut state, Command::Do(Action::LinkHere));
    assert_eq!((status(&state, FREE), state.linking), (Some(Status::Manual), None));
}
