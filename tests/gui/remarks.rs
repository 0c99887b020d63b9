//! Checking findings off, dismissing them, and writing notes.

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use paragone::comparison::Review;
use paragone::text::Side;

use crate::harness::{Window, comparing, ctrl, key, press, says};

fn reviews(window: &Window) -> Vec<Option<Review>> {
    window.state().state().open.as_ref().expect("a comparison is open").reviews.clone()
}

/// Types into the field that has the keyboard.
fn write(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

#[test]
fn a_key_checks_a_finding_off_and_goes_on_to_the_next() {
    let mut window = comparing();
    key(&mut window, Key::F8);
    key(&mut window, Key::C);
    assert_eq!(reviews(&window)[0], Some(Review::Checked));
    assert_eq!(window.state().state().chosen.finding, Some(1));
    assert!(says(&window, "To check 2") && says(&window, "Checked 1"));
    press(&mut window, "Undo");
    assert_eq!(reviews(&window)[0], None);
}

#[test]
fn what_is_left_can_be_listed_alone() {
    let mut window = comparing();
    key(&mut window, Key::F8);
    key(&mut window, Key::C);
    window.get_by_label("To check 2").click();
    window.run();
    assert!(says(&window, "2 of 3 findings"));
    assert!(says(&window, "1 hidden: 1 not to be checked now"));
}

#[test]
fn a_finding_is_dismissed_with_a_reason_and_taken_up_again() {
    let mut window = comparing();
    key(&mut window, Key::F8);
    key(&mut window, Key::D);
    write(&mut window, "corrected later");
    key(&mut window, Key::Enter);
    assert_eq!(reviews(&window)[0], Some(Review::Dismissed("corrected later".to_owned())));
    assert!(says(&window, "1 hidden: 1 dismissed"));
    press(&mut window, "Show them");
    window.get_by_label_contains(", dismissed").click();
    window.run();
    press(&mut window, "Take up again");
    assert_eq!(reviews(&window)[0], None);
}

#[test]
fn a_usual_reason_is_one_click() {
    let mut window = comparing();
    key(&mut window, Key::F8);
    press(&mut window, "Dismiss…");
    window.get_by_label("Does not matter here").click();
    window.run();
    assert_eq!(reviews(&window)[0], Some(Review::Dismissed("Does not matter here".to_owned())));
}

#[test]
fn a_note_on_a_pair_is_written_found_again_and_deleted() {
    let mut window = comparing();
    key(&mut window, Key::ArrowDown);
    ctrl(&mut window, false, Key::M);
    assert!(says(&window, "Note on pair left 1 with right 1"));
    write(&mut window, "Ask the harbour.");
    window.get_by_label("To check").click();
    window.run();
    ctrl(&mut window, false, Key::Enter);
    assert!(window.state().state().writing.is_none());
    assert!(says(&window, "1 note in this row"));
    key(&mut window, Key::F10);
    assert!(says(&window, "Ask the harbour.") && says(&window, "To check 1"));
    press(&mut window, "Delete");
    assert!(says(&window, "0 notes"));
    press(&mut window, "Undo");
    assert!(says(&window, "Ask the harbour."));
}

#[test]
fn beginning_another_note_keeps_the_first() {
    let mut window = comparing();
    key(&mut window, Key::ArrowDown);
    ctrl(&mut window, false, Key::M);
    write(&mut window, "First.");
    window.get_by_label_contains("Conflict, Date:").click();
    window.run();
    press(&mut window, "Note…");
    let notes = &window.state().state().open.as_ref().expect("a comparison is open").notes;
    assert_eq!(notes.iter().map(|placed| placed.note.text.as_str()).collect::<Vec<_>>(), ["First."]);
    assert_eq!(notes[0].sentences[Side::Left], Some(0));
}

#[test]
fn escape_throws_away_what_is_written() {
    let mut window = comparing();
    key(&mut window, Key::ArrowDown);
    ctrl(&mut window, false, Key::M);
    write(&mut window, "Never mind.");
    key(&mut window, Key::Escape);
    let state = window.state().state();
    assert!(state.writing.is_none() && state.open.as_ref().is_some_and(|open| open.notes.is_empty()));
    assert!(state.chosen.row.is_some());
}

#[test]
fn findings_are_listed_by_words() {
    let mut window = comparing();
    window.get_by_label("Only findings with these words").focus();
    window.run();
    write(&mut window, "nowhere to be found");
    assert!(says(&window, "0 of 3 findings") && says(&window, "3 hidden: 3 without these words"));
    press(&mut window, "Show all");
    assert!(says(&window, "3 findings"));
}
