//! The list of all commands, the page of keys, the settings and the hint of the first start.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use paragone::align::Matching;
use paragone::gui::Start;
use paragone::gui::action::Action;
use paragone::gui::command::Command;
use paragone::gui::settings::{Settings, ThemeChoice};
use paragone::gui::state::Sheet;

use crate::harness::{Window, ask, comparing, ctrl, key, press, says, window, window_with};

fn settings(window: &Window) -> &Settings {
    &window.state().state().settings
}

fn type_text(window: &mut Window, text: &str) {
    window.get_by_role_and_label(Role::ComboBox, "Find a command").type_text(text);
    window.run();
}

fn chosen(window: &Window) -> String {
    let options = window.query_all_by_role(Role::ListBoxOption);
    let chosen = options.filter(|option| option.accesskit_node().is_selected() == Some(true));
    let names: Vec<String> = chosen.filter_map(|option| option.accesskit_node().label()).collect();
    assert_eq!(names.len(), 1, "one command is chosen: {names:?}");
    names.concat()
}

#[test]
fn a_command_is_found_by_a_few_letters_and_done() {
    let mut window = comparing();
    ctrl(&mut window, false, Key::K);
    assert!(window.query_by_role_and_label(Role::Dialog, "All commands").is_some());
    type_text(&mut window, "swap");
    assert!(chosen(&window).starts_with("Swap sides, Edit, Ctrl+E"));
    key(&mut window, Key::Enter);
    assert_eq!(window.state().state().sheet, None);
    assert_eq!(window.state().state().used, [Action::Swap]);
    assert!(window.state().state().open.as_ref().is_some_and(|open| open.names.left == "right.txt"));
}

#[test]
fn the_list_is_walked_by_keys_and_left_by_escape() {
    let mut window = comparing();
    ctrl(&mut window, true, Key::P);
    let first = chosen(&window);
    key(&mut window, Key::ArrowDown);
    assert_ne!(chosen(&window), first);
    key(&mut window, Key::ArrowUp);
    key(&mut window, Key::ArrowUp);
    assert_eq!(chosen(&window), first);
    let row = window.state().state().chosen.row;
    key(&mut window, Key::Escape);
    assert_eq!((window.state().state().sheet, window.state().state().chosen.row), (None, row));
}

#[test]
fn what_cannot_be_done_says_why_and_is_not_done() {
    let mut window = window();
    ctrl(&mut window, false, Key::K);
    type_text(&mut window, "swap");
    assert!(chosen(&window).contains("Open two sources first."));
    key(&mut window, Key::Enter);
    assert_eq!(window.state().state().sheet, Some(Sheet::Commands));
}

#[test]
fn a_command_is_chosen_by_the_mouse_and_comes_first_the_next_time() {
    let mut window = comparing();
    ctrl(&mut window, false, Key::K);
    type_text(&mut window, "dark");
    window.get_by_role_and_label(Role::ListBoxOption, "Dark, View › Colours").click();
    window.run();
    assert_eq!(settings(&window).theme, ThemeChoice::Dark);
    ctrl(&mut window, false, Key::K);
    assert!(chosen(&window).starts_with("Dark"));
}

#[test]
fn the_page_of_keys_names_every_action() {
    let mut window = comparing();
    key(&mut window, Key::F1);
    for action in Action::ALL {
        assert!(says(&window, action.text()), "{action:?}");
    }
}

#[test]
fn settings_apply_at_once_and_can_be_reset() {
    let mut window = comparing();
    ctrl(&mut window, false, Key::Comma);
    window.get_by_role_and_label(Role::RadioButton, "Dark").click();
    window.get_by_role_and_label(Role::CheckBox, "High contrast").click();
    window.get_by_role_and_label(Role::CheckBox, "Reduce motion").click();
    window.get_by_role_and_label(Role::RadioButton, "Strict matching").click();
    window.run();
    let now = settings(&window);
    assert!(now.high_contrast && now.still && now.theme == ThemeChoice::Dark && now.matching == Matching::Strict);
    assert!(!window.ctx.global_style().visuals.text_cursor.blink);
    press(&mut window, "Reset all settings");
    let made = Settings { hint_read: true, recent: settings(&window).recent.clone(), ..Settings::default() };
    assert_eq!(*settings(&window), made);
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().sheet, None);
}

#[test]
fn lines_are_kept_to_the_length_wished_for() {
    let mut window = window_with(Vec::new(), Start::default(), (1900.0, 800.0));
    ask(&mut window, Command::Do(Action::OpenExample));
    let width = |window: &Window| {
        let sentences = window.query_all_by_label_contains("ferry");
        sentences.map(|node| node.rect().width()).fold(0.0_f32, f32::max)
    };
    let before = width(&window);
    ask(&mut window, Command::SetLineLength(45));
    assert!(width(&window) < before - 100.0, "{} after {before}", width(&window));
}

#[test]
fn the_hint_is_given_once() {
    let mut window = comparing();
    assert!(!says(&window, "finds every command"));
    ask(&mut window, Command::Do(Action::FirstSteps));
    assert!(says(&window, "Ctrl+K finds every command"));
    press(&mut window, "Got it");
    assert!(!says(&window, "finds every command"));
    assert!(settings(&window).hint_read);
}
