//! The overview: what it says, and the way from a line to its sentences.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use paragone::gui::model::RowKey;
use paragone::gui::state::Beside;
use paragone::text::Side;

use crate::harness::{comparing, key, press, says, showing};

#[test]
fn the_overview_opens_in_place_of_the_findings_and_closes() {
    let mut window = comparing();
    key(&mut window, Key::F4);
    assert!(says(&window, "How much is shared") && !says(&window, "3 findings"));
    key(&mut window, Key::F6);
    assert_eq!(window.state().state().beside, Beside::Card(Side::Left));
    key(&mut window, Key::F4);
    assert_eq!(window.state().state().beside, Beside::Overview);
    press(&mut window, "Close");
    assert!(says(&window, "3 findings"));
    key(&mut window, Key::F4);
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().beside, Beside::Findings);
}

#[test]
fn figures_have_names_and_meanings_and_none_is_a_score() {
    let mut window = comparing();
    key(&mut window, Key::F4);
    for told in ["Sentences with a counterpart", "Left 67 %", "4 of 6", "Told in the same order", "5 of 6"] {
        assert!(says(&window, told), "{told}");
    }
    assert!(says(&window, "Sentences of each article that are linked with one of the other"));
    let bar = window.query_all_by_role(Role::Image).count();
    assert_eq!(bar, 3, "two bars and the picture of lines have names");
    assert!(says(&window, "left.txt, 42 words: "));
    assert!(!says(&window, "imilar"));
}

#[test]
fn a_line_leads_to_its_row() {
    let mut window = showing(crate::fixture::comparison(), (1200.0, 1700.0));
    key(&mut window, Key::F4);
    window.get_by_label_contains("Sentence 3 on the left").click();
    window.run();
    assert_eq!(window.state().state().chosen.row, Some(RowKey::Group(2)));
}

#[test]
fn without_links_the_overview_says_so() {
    let mut comparison = crate::fixture::comparison();
    comparison.alignment = Default::default();
    comparison.wording.clear();
    comparison.findings.clear();
    let mut window = showing(comparison, (1200.0, 1700.0));
    key(&mut window, Key::F4);
    assert!(says(&window, "No sentences are linked.") && says(&window, "100 % only here"));
}
