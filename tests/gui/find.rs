//! Looking for words in both articles at once.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use paragone::gui::model::RowKey;
use paragone::text::Side;

use crate::harness::{Window, comparing, ctrl, key, press, says};

fn looking_for(words: &str) -> Window {
    let mut window = comparing();
    ctrl(&mut window, false, Key::F);
    window.get_by_role_and_label(Role::TextInput, "Find").type_text(words);
    window.run();
    window
}

fn place(window: &Window) -> Option<(Side, RowKey)> {
    let state = window.state().state();
    state.find.as_ref()?.current().map(|hit| (hit.side, hit.row))
}

#[test]
fn places_are_counted_in_each_source_and_gone_to_by_enter() {
    let mut window = looking_for("OSTER");
    assert!(says(&window, "1 of 4: 2 left · 2 right"));
    assert_eq!(place(&window), Some((Side::Left, RowKey::Group(0))));
    key(&mut window, Key::Enter);
    assert!(says(&window, "2 of 4: 2 left · 2 right"));
    assert_eq!(place(&window), Some((Side::Right, RowKey::Group(0))));
    key(&mut window, Key::Enter);
    assert_eq!(window.state().state().chosen.row, Some(RowKey::Group(1)));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    window.run();
    assert!(says(&window, "2 of 4"));
}

#[test]
fn f3_goes_on_without_the_field_having_the_keyboard() {
    let mut window = looking_for("oster");
    press(&mut window, "Find next");
    assert!(says(&window, "2 of 4"));
    key(&mut window, Key::F3);
    key(&mut window, Key::F3);
    assert!(says(&window, "4 of 4"));
    key(&mut window, Key::F3);
    assert!(says(&window, "1 of 4"), "from the last to the first");
    window.key_press_modifiers(Modifiers::SHIFT, Key::F3);
    window.run();
    assert!(says(&window, "4 of 4"));
}

#[test]
fn case_and_whole_words_are_switched_by_name() {
    let mut window = looking_for("Cafe");
    assert!(says(&window, "1 of 1: 1 left · 0 right"), "“café” is found");
    window.get_by_role_and_label(Role::CheckBox, "Match case").click();
    window.run();
    assert!(says(&window, "Not found"));
    window.get_by_role_and_label(Role::CheckBox, "Match case").click();
    window.get_by_role_and_label(Role::CheckBox, "Whole words").click();
    window.run();
    assert!(says(&window, "1 of 1"));
}

#[test]
fn escape_closes_the_field_and_keeps_the_place() {
    let mut window = looking_for("mayor");
    assert_eq!(window.state().state().chosen.row, Some(RowKey::Group(3)));
    key(&mut window, Key::Escape);
    let state = window.state().state();
    assert!(state.find.is_none());
    assert_eq!(state.chosen.row, Some(RowKey::Group(3)));
    assert_eq!(state.selected_text().as_deref(), Some("mayor"));
    ctrl(&mut window, false, Key::F);
    assert!(says(&window, "2 left") || says(&window, "1 left"), "the field opens with the words again");
}

#[test]
fn rows_that_are_not_shown_are_told_of_and_shown_on_demand() {
    let mut window = looking_for("the");
    window.get_by_role_and_label(Role::RadioButton, "Without counterpart").click();
    window.run();
    assert!(says(&window, "in rows not shown"));
    press(&mut window, "Show all rows");
    assert!(!says(&window, "in rows not shown"));
}
