//! Linking with the pointer: from the grip of a sentence to another, and moving the end of a link.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use paragone::align::Status;
use paragone::comparison::Verdict;
use paragone::gui::command::Command;
use paragone::gui::look::Hovered;
use paragone::gui::settings::Mode;
use paragone::text::{Pair, Side};

use crate::fixture;
use crate::harness::{Window, ask, ctrl, key, says, showing};

fn window(mode: Mode) -> Window {
    let mut window = showing(fixture::comparison(), (1400.0, 800.0));
    ask(&mut window, Command::SetMode(mode));
    window
}

/// Where a sentence lies on the screen.
fn sentence(window: &Window, text: &str) -> Rect {
    window.get_all_by_label(text).next().expect("the sentence is shown").rect()
}

/// Brings the pointer to a sentence, and then to its grip.
fn grip(window: &mut Window, text: &str, name: &str) -> Pos2 {
    let at = sentence(window, text).center();
    window.hover_at(at);
    window.run();
    let grip = window.get_by_role_and_label(Role::Button, name).rect();
    assert!(grip.width() >= 24.0 && grip.height() >= 24.0, "{grip:?}");
    window.hover_at(grip.center());
    window.run();
    grip.center()
}

fn button(window: &mut Window, pos: Pos2, pressed: bool) {
    window.event(Event::PointerMoved(pos));
    window.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
    window.step();
}

/// Presses the button and moves to another place, where it stays pressed.
fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    button(window, from, true);
    for part in [0.3, 0.7, 1.0, 1.0] {
        window.event(Event::PointerMoved(from.lerp(to, part)));
        window.step();
    }
}

fn status(window: &Window, left: usize, right: usize) -> Option<Status> {
    let open = window.state().state().open.as_ref()?;
    open.comparison.alignment.links.iter().find(|link| link.sentences == Pair::new(left, right)).map(|link| link.status)
}

fn drag_links(mode: Mode) {
    let mut window = window(mode);
    let from = grip(&mut window, fixture::LEFT[5], "Link left sentence 6 by hand");
    let to = sentence(&window, fixture::RIGHT[1]).center();
    drag(&mut window, from, to);
    assert!(says(&window, "Link left 6 with right 2"), "what letting go does is told");
    button(&mut window, to, false);
    window.run();
    assert_eq!(status(&window, 5, 1), Some(Status::Manual));
    assert!(!says(&window, "Link left 6 with right 2"));
    assert_eq!(window.state().state().undo_name(), Some("link left 6 with right 2"));
    ctrl(&mut window, false, Key::Z);
    assert_eq!(status(&window, 5, 1), None);
}

#[test]
fn a_link_is_drawn_from_sentence_to_sentence() {
    drag_links(Mode::SideBySide);
}

#[test]
fn a_link_is_drawn_from_row_to_row() {
    drag_links(Mode::Rows);
}

#[test]
fn a_link_is_drawn_from_the_right_as_well() {
    let mut window = window(Mode::SideBySide);
    let from = grip(&mut window, fixture::RIGHT[1], "Link right sentence 2 by hand");
    let to = sentence(&window, fixture::LEFT[5]).center();
    drag(&mut window, from, to);
    button(&mut window, to, false);
    window.run();
    assert_eq!(status(&window, 5, 1), Some(Status::Manual));
}

#[test]
fn escape_and_letting_go_elsewhere_drop_it() {
    let mut window = window(Mode::SideBySide);
    let from = grip(&mut window, fixture::LEFT[5], "Link left sentence 6 by hand");
    let to = sentence(&window, fixture::RIGHT[1]).center();
    let edits = |window: &Window| window.state().state().open.as_ref().map(|open| open.edits.clone());
    let before = edits(&window);
    drag(&mut window, from, to);
    key(&mut window, Key::Escape);
    assert!(!says(&window, "Link left 6 with right 2"));
    button(&mut window, to, false);
    window.run();
    assert_eq!(edits(&window), before, "Escape");
    let from = grip(&mut window, fixture::LEFT[5], "Link left sentence 6 by hand");
    let own = sentence(&window, fixture::LEFT[0]).center();
    drag(&mut window, from, own);
    button(&mut window, own, false);
    window.run();
    assert_eq!(edits(&window), before, "on its own side");
    assert!(window.state().state().selection.is_none(), "nothing was selected on the way");
}

#[test]
fn a_click_on_the_grip_and_a_click_on_the_other_sentence_link() {
    let mut window = window(Mode::SideBySide);
    let from = grip(&mut window, fixture::LEFT[5], "Link left sentence 6 by hand");
    button(&mut window, from, true);
    button(&mut window, from, false);
    window.run();
    assert_eq!(window.state().state().linking, Some((Side::Left, 5)));
    window.get_by_role_and_label(Role::ListItem, fixture::RIGHT[1]).click();
    window.run();
    assert_eq!(status(&window, 5, 1), Some(Status::Manual));
}

#[test]
fn keys_link_what_the_reader_is_at() {
    let mut window = window(Mode::SideBySide);
    ask(&mut window, Command::ChooseSentence(Side::Left, 5));
    key(&mut window, Key::L);
    ask(&mut window, Command::ChooseSentence(Side::Right, 1));
    key(&mut window, Key::Enter);
    assert_eq!(status(&window, 5, 1), Some(Status::Manual));
}

#[test]
fn the_end_of_a_link_is_dragged_to_another_sentence_in_one_step() {
    let mut window = window(Mode::SideBySide);
    // On the ribbon of left 2 with right 3, between the sign in its middle and the grip at its right end.
    let x = sentence(&window, fixture::RIGHT[2]).left() - 48.0;
    let is_on = |y: &f32| {
        window.hover_at(Pos2::new(x, *y));
        window.run();
        window.state().look().articles.hovered == Hovered::Link(1)
    };
    let y = (100..700).step_by(3).map(|y| y as f32).find(is_on).expect("the ribbon is there");
    let from = Pos2::new(x, y);
    let to = sentence(&window, fixture::RIGHT[1]).center();
    drag(&mut window, from, to);
    assert!(says(&window, "Link left 2 with right 2 instead"));
    button(&mut window, to, false);
    window.run();
    assert_eq!((status(&window, 1, 2), status(&window, 1, 1)), (None, Some(Status::Manual)));
    let state = window.state().state();
    assert_eq!(state.undo_name(), Some("move the link of left 2 from right 3 to right 2"));
    let verdict = |window: &Window, right: usize| {
        let open = window.state().state().open.as_ref()?;
        open.edits.verdict(Pair::new(open.origin(Side::Left, 1)?, open.origin(Side::Right, right)?))
    };
    assert_eq!((verdict(&window, 2), verdict(&window, 1)), (Some(Verdict::Rejected), Some(Verdict::Manual)));
    ctrl(&mut window, false, Key::Z);
    assert_eq!((verdict(&window, 2), verdict(&window, 1)), (None, None), "one step");
}

#[test]
fn the_view_moves_while_a_link_is_held_at_its_edge() {
    let mut window = showing(fixture::long(200), (1400.0, 800.0));
    ask(&mut window, Command::SetMode(Mode::SideBySide));
    let text = "Sentence 2 of the left report";
    let at = window.get_all_by_label_contains(text).next().expect("the sentence is shown").rect().center();
    window.hover_at(at);
    window.run();
    let from = window.get_by_role_and_label(Role::Button, "Link left sentence 3 by hand").rect().center();
    let before = window.state().look().articles.columns.left.offset;
    drag(&mut window, from, Pos2::new(1000.0, 755.0));
    for _ in 0..40 {
        window.event(Event::PointerMoved(Pos2::new(1000.0, 755.0)));
        window.step();
    }
    let columns = &window.state().look().articles.columns;
    assert!(columns.right.offset > 80.0, "{}", columns.right.offset);
    assert_eq!(columns.left.offset, before, "where it begins stays in view");
    button(&mut window, Pos2::new(1000.0, 755.0), false);
}
