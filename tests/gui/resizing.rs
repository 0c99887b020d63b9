//! The window in other sizes: the sentence that the reader is at stays in view, with its counterpart.

use egui::accesskit::Role;
use egui::vec2;
use egui_kittest::kittest::Queryable as _;
use paragone::gui::Start;
use paragone::gui::action::Action;
use paragone::gui::command::Command;
use paragone::gui::settings::Mode;
use paragone::text::{Pair, Side};

use crate::harness::{Window, ask, window_with};

const LARGE: (f32, f32) = (1400.0, 860.0);
const SMALL: (f32, f32) = (800.0, 560.0);

/// Two long reports with a sentence chosen in the lower half of the view.
fn reading(mode: Mode) -> Window {
    let report = |side: &str| {
        let lines =
            (0..120).map(|n| format!("Sentence {n} of the {side} report tells of weir number {n} on the river."));
        lines.collect::<Vec<_>>().join("\n\n")
    };
    let mut window = window_with(Vec::new(), Start::default(), LARGE);
    ask(&mut window, Command::SetMode(mode));
    ask(&mut window, Command::Compare(Pair::new(report("left"), report("right"))));
    ask(&mut window, Command::ChooseSentence(Side::Left, 50));
    for _ in 0..6 {
        ask(&mut window, Command::Do(Action::NextRow));
    }
    window
}

fn resize(window: &mut Window, (width, height): (f32, f32)) {
    window.set_size(vec2(width, height));
    window.run();
}

/// How far below the top of its pane the sentence begins that the reader is at.
fn height(window: &Window) -> f32 {
    window.state().look().articles.at.expect("the sentence is in view").height
}

#[test]
fn side_by_side_the_sentence_stays_where_it_is_and_its_counterpart_beside_it() {
    let mut window = reading(Mode::SideBySide);
    let before = height(&window);
    resize(&mut window, (1240.0, 860.0));
    assert!((height(&window) - before).abs() < 1.0, "{} {before}", height(&window));
    resize(&mut window, SMALL);
    let after = height(&window);
    assert!(after < before, "the view is lower now: {after} {before}");
    let top = |side: &str| {
        let name = format!("Sentence 56 of the {side} report tells of weir number 56 on the river.");
        window.get_by_role_and_label(Role::ListItem, &name).rect().top()
    };
    assert!((top("left") - top("right")).abs() < 1.0);
    assert!(top("left") < SMALL.1);
}

#[test]
fn a_chosen_row_stays_in_view() {
    let mut window = reading(Mode::Rows);
    resize(&mut window, SMALL);
    let (look, state) = (window.state().look(), window.state().state());
    let place = state.place_of_chosen().expect("the row is shown");
    let top = look.rows.heights.top(place) - look.rows.offset;
    assert!((0.0..look.rows.view).contains(&top), "{top} of {}", look.rows.view);
}

#[test]
fn zooming_keeps_the_place_as_well() {
    let mut window = reading(Mode::SideBySide);
    for _ in 0..5 {
        ask(&mut window, Command::Do(Action::ZoomIn));
    }
    assert!(height(&window) > 0.0);
}
