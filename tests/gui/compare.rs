//! Reading a comparison: what is shown of it, and how it can be shown otherwise.

use egui::{Key, Theme};
use egui_kittest::kittest::Queryable as _;
use paragone::gui::settings::ThemeChoice;
use paragone::text::Note;

use crate::fixture;
use crate::harness::{choose, comparing, ctrl, key, press, says, showing};

#[test]
fn every_sentence_of_both_is_shown() {
    let window = comparing();
    for sentence in fixture::LEFT.iter().chain(&fixture::RIGHT) {
        assert!(says(&window, sentence), "{sentence}");
    }
    assert!(says(&window, "No counterpart found"));
    assert!(!says(&window, "mitted"));
}

#[test]
fn typographic_differences_are_counted_and_can_be_shown() {
    let mut comparison = fixture::comparison();
    comparison.wording[1][0].op = paragone::wording::Op::Replace;
    comparison.wording[1][0].typographic = true;
    let mut window = showing(comparison, (1200.0, 760.0));
    assert!(window.state().state().settings.hide_typographic);
    press(&mut window, "1 typographic difference hidden – show");
    assert!(!window.state().state().settings.hide_typographic);
    assert!(says(&window, "1 typographic difference – hide"));
}

#[test]
fn zoom_follows_the_keys() {
    let mut window = comparing();
    ctrl(&mut window, false, Key::Plus);
    assert_eq!(window.ctx.zoom_factor(), 1.1);
    ctrl(&mut window, false, Key::Minus);
    ctrl(&mut window, false, Key::Minus);
    assert_eq!(window.ctx.zoom_factor(), 0.9);
    ctrl(&mut window, false, Key::Num0);
    assert_eq!(window.ctx.zoom_factor(), 1.0);
}

#[test]
fn the_theme_is_chosen_from_the_menu() {
    let mut window = comparing();
    press(&mut window, "View");
    window.get_by_label("Dark").click();
    window.run();
    assert_eq!(window.state().state().settings.theme, ThemeChoice::Dark);
    assert_eq!(window.ctx.theme(), Theme::Dark);
}

#[test]
fn the_ledger_can_be_put_away() {
    let mut window = comparing();
    key(&mut window, Key::F9);
    assert!(!says(&window, "3 findings"));
    key(&mut window, Key::F9);
    assert!(says(&window, "3 findings"));
}

#[test]
fn the_other_order_begins_with_the_other_article() {
    let mut window = comparing();
    choose(&mut window, "View", "Follow the right article’s order");
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    let order: Vec<usize> = open.rows.iter().filter_map(|row| row.sentences.right.first().copied()).collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn warnings_of_the_comparison_are_shown() {
    let mut comparison = fixture::comparison();
    comparison.notes.push(Note::warning("left: words of this script run in the wrong order here"));
    let window = showing(comparison, (1200.0, 760.0));
    assert!(says(&window, "Left: words of this script run in the wrong order here"));
    assert!(says(&window, "1 message"));
}

#[test]
fn help_opens_and_closes_by_key() {
    let mut window = comparing();
    key(&mut window, Key::F1);
    assert!(says(&window, "Marks in the text") && says(&window, "F8"));
    key(&mut window, Key::Escape);
    assert!(!says(&window, "Marks in the text"));
}

#[test]
fn a_narrow_window_keeps_text_and_findings() {
    let window = showing(fixture::comparison(), (560.0, 640.0));
    assert!(says(&window, fixture::LEFT[1]) && says(&window, fixture::RIGHT[2]) && says(&window, "3 findings"));
}
