//! The keyboard alone: where it goes by itself, that it stays where it was, and that it is seen.

use egui::accesskit::Role;
use egui::{Key, Shape};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use paragone::gui::Start;
use paragone::gui::action::Action;
use paragone::gui::command::Command;
use paragone::gui::state::Page;
use paragone::text::Side;

use crate::harness::{Folder, Window, ask, comparing, ctrl, key, press, says, window, window_with};

/// The name of what has the keyboard.
fn at(window: &Window) -> String {
    let focused = window.root().children_recursive().find(|node| node.accesskit_node().is_focused());
    let label = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().or(node.accesskit_node().value());
    focused.and_then(|node| label(&node)).unwrap_or_default()
}

/// Whether a ring is drawn around what has the keyboard.
fn is_ringed(window: &Window) -> bool {
    let thick = |shape: &Shape| matches!(shape, Shape::Rect(rect) if rect.stroke.width == 2.0 && rect.fill.a() == 0);
    window.output().shapes.iter().any(|clipped| thick(&clipped.shape))
}

fn tab_to(window: &mut Window, name: &str) {
    let leads = (0..40).any(|_| {
        key(window, Key::Tab);
        at(window) == name
    });
    assert!(leads, "Tab does not lead to {name}");
}

/// Leaves what lies over the window; the frame after that shows what is under it.
fn left(window: &mut Window) {
    key(window, Key::Escape);
    window.step();
}

#[test]
fn two_files_are_opened_and_compared_by_typing_their_paths() {
    let folder = Folder::new();
    let mut window = window();
    tab_to(&mut window, "Path or web address of the left source");
    for (side, text) in [(Side::Left, "The lock was shut at noon."), (Side::Right, "The lock was shut at one.")] {
        let name = format!("Path or web address of the {} source", side.name());
        assert_eq!(at(&window), name);
        let field = window.get_by_role_and_label(Role::TextInput, &name);
        field.type_text(folder.file(side.name(), text).to_str().expect("the path is text"));
        window.run();
        key(&mut window, Key::Enter);
    }
    assert_eq!(window.state().state().page, Page::Comparison);
    assert!(says(&window, "The lock was shut at noon."));
}

#[test]
fn a_ring_shows_where_the_keyboard_is_until_the_pointer_is_used() {
    let mut window = comparing();
    assert!(!is_ringed(&window));
    tab_to(&mut window, "Swap sides");
    assert!(is_ringed(&window));
    press(&mut window, "Next finding");
    assert!(!is_ringed(&window));
}

#[test]
fn the_keyboard_stays_where_it_is_when_a_notice_comes_and_goes() {
    let missing = std::path::PathBuf::from("no/such/report.txt");
    let mut window = window_with(vec![missing], Start::default(), (1200.0, 760.0));
    tab_to(&mut window, "Open left file…");
    key(&mut window, Key::Enter);
    assert!(says(&window, "there is no such file"));
    assert_eq!(at(&window), "Open left file…");
}

#[test]
fn a_page_over_the_window_takes_the_keyboard_and_gives_it_back() {
    let mut window = comparing();
    tab_to(&mut window, "With findings");
    ctrl(&mut window, false, Key::Comma);
    assert_eq!(at(&window), "As the system");
    left(&mut window);
    assert_eq!(at(&window), "With findings");
    ctrl(&mut window, false, Key::K);
    left(&mut window);
    assert_eq!(at(&window), "With findings");
}

#[test]
fn what_a_command_of_the_list_asks_for_has_the_keyboard() {
    let mut window = comparing();
    tab_to(&mut window, "With findings");
    ctrl(&mut window, false, Key::K);
    ask(&mut window, Command::Run(Action::Find));
    assert_eq!(at(&window), "Find");
}

#[test]
fn findings_are_worked_through_without_going_back_to_the_first() {
    let mut window = comparing();
    key(&mut window, Key::F8);
    key(&mut window, Key::C);
    assert_eq!(window.state().state().chosen.finding, Some(1));
    key(&mut window, Key::D);
    key(&mut window, Key::Enter);
    assert_eq!(window.state().state().chosen.finding, Some(2), "dismissing goes on, too");
}
