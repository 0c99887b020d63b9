//! The list of findings: choosing, filtering, going from one to the next.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use paragone::gui::model::RowKey;
use paragone::text::Side;

use crate::fixture;
use crate::harness::{Window, comparing, key, press, says, showing};

fn chosen(window: &Window) -> (Option<RowKey>, Option<usize>) {
    let chosen = window.state().state().chosen;
    (chosen.row, chosen.finding)
}

#[test]
fn choosing_a_finding_chooses_its_row() {
    let mut window = comparing();
    window.get_by_label_contains("Conflict, Date:").click();
    window.run();
    assert_eq!(chosen(&window), (Some(RowKey::Group(1)), Some(0)));
    assert!(says(&window, "Copy with sources"));
}

#[test]
fn choosing_a_finding_far_away_brings_its_row_into_view() {
    let mut window = showing(fixture::long(300), (1000.0, 600.0));
    assert!(!says(&window, "Sentence 250 of the left report"));
    window.state_mut().execute(&egui::Context::default(), vec![]);
    let last = window.state().state().ledger.len() - 1;
    crate::harness::ask(&mut window, paragone::gui::command::Command::ChooseFinding(last));
    assert!(says(&window, "Sentence 250 of the left report"));
}

#[test]
fn a_kind_narrows_the_list() {
    let mut window = comparing();
    assert!(says(&window, "3 findings"));
    window.get_by_label("Date 1").click();
    window.run();
    assert!(says(&window, "1 of 3 findings"));
    assert!(!says(&window, "Differs, Number:"));
    press(&mut window, "Show all");
    assert!(says(&window, "Differs, Number:"));
}

#[test]
fn agreements_are_shown_when_asked_for() {
    let mut window = comparing();
    assert!(!says(&window, "Both name Oster"));
    window.get_by_label("Agrees 1").click();
    window.run();
    assert!(says(&window, "Both name Oster"));
}

#[test]
fn keys_go_through_the_list_and_round() {
    let mut window = comparing();
    key(&mut window, Key::F8);
    assert_eq!(chosen(&window).1, Some(0));
    key(&mut window, Key::N);
    assert_eq!(chosen(&window).1, Some(1));
    window.key_press_modifiers(Modifiers::SHIFT, Key::F8);
    window.run();
    key(&mut window, Key::P);
    assert_eq!(chosen(&window).1, Some(2));
}

#[test]
fn keys_skip_what_the_filter_hides() {
    let mut window = comparing();
    window.get_by_label("Number 1").click();
    window.run();
    key(&mut window, Key::F8);
    assert_eq!(chosen(&window), (Some(RowKey::Group(2)), Some(1)));
}

#[test]
fn arrows_choose_rows_and_escape_lets_go() {
    let mut window = comparing();
    key(&mut window, Key::ArrowDown);
    assert_eq!(chosen(&window).0, Some(RowKey::Group(0)));
    key(&mut window, Key::ArrowDown);
    assert_eq!(chosen(&window).0, Some(RowKey::Alone(Side::Right, 1)));
    key(&mut window, Key::ArrowUp);
    assert_eq!(chosen(&window).0, Some(RowKey::Group(0)));
    key(&mut window, Key::Escape);
    assert_eq!(chosen(&window), (None, None));
}

#[test]
fn the_pill_of_a_row_chooses_its_first_finding() {
    let mut window = comparing();
    window.get_by_label_contains("1 finding, one a conflict in this row").click();
    window.run();
    assert_eq!(chosen(&window), (Some(RowKey::Group(1)), Some(0)));
}

#[test]
fn rows_can_be_narrowed_to_those_with_findings() {
    let mut window = comparing();
    window.get_by_label("With findings").click();
    window.run();
    assert!(says(&window, "3 of 8 rows"));
    assert!(!says(&window, "Buses take the long way round."));
}

#[test]
fn a_finding_in_a_hidden_row_brings_all_rows_back() {
    let mut window = comparing();
    window.get_by_label("Without counterpart").click();
    window.run();
    key(&mut window, Key::F8);
    assert!(says(&window, "8 rows"));
    assert_eq!(chosen(&window), (Some(RowKey::Group(1)), Some(0)));
}

#[test]
fn no_findings_is_said_in_words() {
    let mut comparison = fixture::comparison();
    comparison.findings.clear();
    let window = showing(comparison, (1200.0, 760.0));
    assert!(says(&window, "No differences in claims were found."));
}
