//! Long articles: what is out of view is not laid out, and everything can be reached.

use egui_kittest::kittest::Queryable as _;

use crate::fixture;
use crate::harness::{says, showing};

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
    crate::harness::key(&mut window, egui::Key::PageDown);
    let one_page = window.state().look().rows.offset;
    assert!((400.0..700.0).contains(&one_page), "{one_page}");
    crate::harness::key(&mut window, egui::Key::End);
    assert!(says(&window, "Sentence 399 of the right report"));
    crate::harness::key(&mut window, egui::Key::Home);
    assert_eq!(window.state().look().rows.offset, 0.0);
}

#[test]
fn the_last_sentence_can_be_reached() {
    let mut window = showing(fixture::long(400), (1200.0, 800.0));
    let state = window.state().state();
    let last = state.open.as_ref().and_then(|open| open.rows.last()).expect("there are rows").key;
    crate::harness::ask(&mut window, paragone::gui::command::Command::ChooseRow(last));
    assert!(says(&window, "Sentence 399 of the left report"));
    assert!(window.query_by_label_contains("Sentence 0 of the left report").is_none());
}
