//! Long articles: what is out of view is not laid out, and everything can be reached.

use egui_kittest::kittest::Queryable as _;
use paragone::gui::Start;
use paragone::gui::action::Action;
use paragone::gui::command::Command;
use paragone::text::{Pair, Side};

use crate::fixture;
use crate::harness::{Window, ask, key, says, showing, window_with};

#[test]
fn a_thousand_sentences_a_side_lay_out_only_what_is_in_view() {
    let mut window = showing(fixture::long(1000), (1200.0, 800.0));
    let mut most = window.state().look().rows.laid_out;
    for _ in 0..30 {
        window.hover_at(egui::pos2(300.0, 400.0));
        window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -700.0),
            modifiers: egui::Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
        });
        window.step();
        most = most.max(window.state().look().rows.laid_out);
    }
    assert!(window.state().look().rows.offset > 5_000.0, "{}", window.state().look().rows.offset);
    assert!(most < 60, "{most} rows were laid out at once");
    assert!(window.state().look().findings.laid_out < 40);
}

#[test]
fn pages_and_ends_are_reached_by_keys() {
    let mut window = showing(fixture::long(400), (1200.0, 800.0));
    key(&mut window, egui::Key::PageDown);
    let one_page = window.state().look().rows.offset;
    assert!((400.0..700.0).contains(&one_page), "{one_page}");
    key(&mut window, egui::Key::End);
    assert!(says(&window, "Sentence 399 of the right report"));
    key(&mut window, egui::Key::Home);
    assert_eq!(window.state().look().rows.offset, 0.0);
}

#[test]
fn the_last_sentence_can_be_reached() {
    let mut window = showing(fixture::long(400), (1200.0, 800.0));
    let state = window.state().state();
    let last = state.open.as_ref().and_then(|open| open.rows.last()).expect("there are rows").key;
    ask(&mut window, Command::ChooseRow(last));
    assert!(says(&window, "Sentence 399 of the left report"));
    assert!(window.query_by_label_contains("Sentence 0 of the left report").is_none());
}

#[test]
fn another_matching_leaves_what_is_read_where_it_is() {
    let sentence = |n: usize, side: &str| {
        let told = ["counted herons", "mended nets", "sold the weir", "fed the otters"][n % 4];
        let filler = if side == "left" { "before dusk" } else { "as the keepers tell it" };
        format!("Warden number{n} {told} at bend{} {filler}. {side} said item{n}.", n / 3)
    };
    // In another order on the right: what runs in parallel is linked at any setting.
    let text =
        |side: &str, step: usize| (0..60).map(|n| sentence(n * step % 60, side)).collect::<Vec<_>>().join("\n\n");
    let mut window = window_with(Vec::new(), Start::default(), (1200.0, 760.0));
    ask(&mut window, Command::Compare(Pair::new(text("left", 1), text("right", 7))));
    for _ in 0..4 {
        key(&mut window, egui::Key::PageDown);
    }
    let at_top = |window: &Window| {
        let (state, look) = (window.state().state(), &window.state().look().rows);
        let anchor = look.heights.anchor(look.offset + 1.0);
        let row = state.open.as_ref().and_then(|open| open.rows.get(*state.shown.get(anchor.row)?));
        row.map(|row| row.sentences.clone()).expect("a row is at the top")
    };
    let before = at_top(&window);
    let rows = |window: &Window| window.state().state().shown.len();
    let (balanced, offset) = (rows(&window), window.state().look().rows.offset);
    assert!(offset > 500.0, "{offset}");
    ask(&mut window, Command::Do(Action::StrictMatching));
    let after = at_top(&window);
    let same = |side: Side| before[side].iter().any(|id| after[side].contains(id));
    assert!(same(Side::Left) || same(Side::Right), "{before:?} was at the top, and now {after:?}");
    assert!(rows(&window) != balanced, "the test needs rows that change");
}
