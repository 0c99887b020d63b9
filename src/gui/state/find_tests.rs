//! Looking for words in both sources.

use super::*;
use crate::gui::selection::Selection;
use crate::text::Span;

fn looking_for(words: &str) -> State {
    let mut state = comparing();
    apply(&mut state, Command::Do(Action::Find));
    apply(&mut state, Command::Find(Some(words.into())));
    state
}

/// Where the reader is: the side and the words around the current place.
fn current(state: &State) -> (Side, String) {
    let hit = state.find.as_ref().and_then(Find::current).expect("there is a current place");
    let open = state.open.as_ref().expect("a comparison is open");
    let document = &open.comparison.documents[hit.side];
    let id = document.sentence_at(hit.span.start).expect("it lies in a sentence");
    (hit.side, document.sentence(id).to_owned())
}

#[test]
fn finding_goes_through_both_sources_in_the_order_of_reading() {
    let mut state = looking_for("oster");
    let find = state.find.as_ref().expect("the field is open");
    assert_eq!(find.counts(), (Pair::new(2, 2), 0));
    let mut seen = Vec::new();
    for _ in 0..4 {
        seen.push(current(&state));
        apply(&mut state, Command::Do(Action::FindNext));
    }
    let expected = [
        (Side::Left, fixture::LEFT[0]),
        (Side::Right, fixture::RIGHT[0]),
        (Side::Left, fixture::LEFT[1]),
        (Side::Right, fixture::RIGHT[2]),
    ];
    assert_eq!(seen, expected.map(|(side, text)| (side, text.to_owned())));
    assert_eq!(current(&state).1, fixture::LEFT[0], "and round again");
    apply(&mut state, Command::Do(Action::FindPrevious));
    assert_eq!(current(&state).1, fixture::RIGHT[2]);
    assert_eq!(state.chosen.row, Some(RowKey::Group(1)));
}

#[test]
fn typing_on_stays_where_the_words_still_stand() {
    let mut state = looking_for("t");
    apply(&mut state, Command::Find(Some("the b".into())));
    let (side, text) = current(&state);
    apply(&mut state, Command::Find(Some("the bridge".into())));
    assert_eq!(current(&state), (side, text));
    apply(&mut state, Command::Find(Some("nowhere".into())));
    assert!(!Action::FindNext.enabled(&state));
    assert_eq!(state.found(), 0);
}

#[test]
fn words_can_be_looked_for_exactly_and_whole() {
    let mut state = looking_for("cafe");
    assert_eq!(state.found(), 1);
    apply(&mut state, Command::ToggleMatchCase);
    assert_eq!(state.found(), 0, "the text has an accent");
    apply(&mut state, Command::ToggleMatchCase);
    apply(&mut state, Command::Find(Some("may".into())));
    assert_eq!(state.found(), 3, "mayor, mayor, may");
    apply(&mut state, Command::ToggleWholeWords);
    assert_eq!(state.found(), 1);
    assert!(current(&state).1.contains("may move"));
}

#[test]
fn what_is_found_outlives_a_correction() {
    let mut state = looking_for("mayor");
    apply(&mut state, Command::Do(Action::FindNext));
    let before = current(&state);
    apply(&mut state, Command::Reject(Pair::new(4, 3)));
    assert_eq!(current(&state), before);
    assert_eq!(state.found(), 2);
}

#[test]
fn places_in_rows_that_are_not_shown_are_counted_and_passed_over() {
    let mut state = looking_for("the");
    let all = state.found();
    apply(&mut state, Command::ShowRows(RowFilter::Alone));
    let find = state.find.as_ref().expect("the field stays open");
    let (counts, hidden) = find.counts();
    assert_eq!(counts.left + counts.right, all);
    assert!(hidden > 0 && find.order.len() + hidden == all);
    for _ in 0..all {
        apply(&mut state, Command::Do(Action::FindNext));
        assert!(matches!(state.chosen.row, Some(RowKey::Alone(..))));
    }
    assert_eq!(state.row_filter, RowFilter::Alone);
}

#[test]
fn closing_keeps_the_place_and_the_words() {
    let mut state = looking_for("mayor");
    let row = state.chosen.row;
    apply(&mut state, Command::Do(Action::Deselect));
    assert!(state.find.is_none());
    assert_eq!(state.chosen.row, row);
    assert_eq!(state.selected_text().as_deref(), Some("mayor"));
    apply(&mut state, Command::Do(Action::FindNext));
    assert_eq!(state.find.as_ref().map(|find| find.wanted.words.as_str()), Some("mayor"));
    assert_eq!(current(&state).0, Side::Right, "it goes on from the place it was closed at");
}

#[test]
fn the_field_opens_with_what_is_selected() {
    let mut state = comparing();
    let place = fixture::LEFT[0].len() + 1;
    apply(&mut state, Command::Select(Selection::of(Side::Left, Span::new(place + 4, place + 10))));
    apply(&mut state, Command::EndSelecting);
    apply(&mut state, Command::Do(Action::Find));
    assert_eq!(state.find.as_ref().map(|find| find.wanted.words.as_str()), Some("bridge"));
    assert_eq!(state.found(), 4);
    assert_eq!(current(&state), (Side::Left, fixture::LEFT[1].to_owned()), "where it was selected");
}

#[test]
fn the_next_place_is_the_next_from_where_the_reader_went() {
    let mut state = looking_for("oster");
    apply(&mut state, Command::ChooseRow(RowKey::Group(1)));
    apply(&mut state, Command::Do(Action::FindNext));
    assert_eq!(current(&state).1, fixture::LEFT[1]);
}
