//! Looking the doubtful links over by keys.

use std::collections::{BTreeMap, BTreeSet};

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use paragone::comparison::{Comparison, Edits, Options, compare};
use paragone::gui::command::Command;
use paragone::gui::model::RowKey;
use paragone::gui::settings::Mode;
use paragone::load::{RawArticle, Source};
use paragone::text::Pair;

use crate::harness::{Window, ask, comparing, key, says, showing, window};

fn chosen(window: &Window) -> Option<RowKey> {
    window.state().state().chosen.row
}

/// Two reports that the program itself compares, with links of every sort.
fn reports() -> Window {
    let mut window = window();
    let left = "The council closed the old bridge on Monday. Engineers had found cracks in two of its pillars. \
                Shops near the river fear for their trade. The mayor promised a ferry for walkers by June. \
                A market was held as usual.";
    let right = "On Monday the old bridge was shut by the council. Two pillars show cracks, a report by engineers says. \
                 Traders worry that customers will stay away. By June there is to be a boat for people on foot, the mayor said. \
                 It snowed in the hills.";
    ask(&mut window, Command::OpenPair(Pair::new(left, right).map(|text| Source::Pasted(text.to_owned()))));
    window
}

#[test]
fn a_decision_leads_to_the_next_doubtful_row() {
    let mut window = reports();
    key(&mut window, Key::R);
    assert!(says(&window, "Looking links over"));
    let before = window.state().state().left_to_look_over();
    assert!(before > 0, "nothing is doubtful here");
    let first = chosen(&window);
    assert!(first.is_some());
    key(&mut window, Key::Num0);
    let state = window.state().state();
    assert!(state.left_to_look_over() < before);
    assert!(state.open.as_ref().is_some_and(|open| open.history.can_undo()));
    assert!(state.looking_over.is_none() || chosen(&window) != first);
}

#[test]
fn skipped_rows_do_not_come_back_and_the_end_is_said() {
    let mut window = reports();
    key(&mut window, Key::R);
    for _ in 0..20 {
        key(&mut window, Key::U);
    }
    assert!(window.state().state().looking_over.is_none());
    assert!(says(&window, "No doubtful links are left to look over."));
}

#[test]
fn a_number_takes_a_possible_partner() {
    let mut window = comparing();
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    let row = open.rows.iter().find(|row| !open.partners(row.key).is_empty()).expect("partners are offered");
    let (row, pair) = (row.key, open.partners(row.key)[0]);
    ask(&mut window, Command::ChooseRow(row));
    assert!(says(&window, "(1)"));
    key(&mut window, Key::Num1);
    let links = &window.state().state().open.as_ref().expect("it is still open").comparison.alignment.links;
    assert!(links.iter().any(|link| link.sentences == pair));
}

#[test]
fn two_sentences_are_linked_by_keys_alone() {
    let mut window = reports();
    for _ in 0..20 {
        key(&mut window, Key::ArrowDown);
    }
    key(&mut window, Key::L);
    assert!(says(&window, "Choose the sentence on the"));
    let (side, _) = window.state().state().linking.expect("a sentence waits");
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    let target =
        open.rows.iter().position(|row| !row.sentences[side.other()].is_empty()).expect("the other side has rows");
    let at = |window: &Window| {
        let state = window.state().state();
        let open = state.open.as_ref().expect("it is open");
        open.rows.iter().position(|row| Some(row.key) == state.chosen.row)
    };
    while at(&window) != Some(target) {
        key(&mut window, Key::ArrowUp);
    }
    key(&mut window, Key::Enter);
    let state = window.state().state();
    assert!(state.linking.is_none() && state.open.as_ref().is_some_and(|open| open.history.can_undo()));
}

#[test]
fn the_text_stays_where_it_is_from_link_to_link() {
    let mut window = showing(example(), (1400.0, 800.0));
    ask(&mut window, Command::SetMode(Mode::SideBySide));
    key(&mut window, Key::R);
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    let offered: BTreeMap<usize, RowKey> =
        open.rows.iter().map(|row| (open.partners(row.key).len(), row.key)).collect();
    assert!(offered.len() > 2, "the test needs rows that are offered more and fewer partners: {offered:?}");
    let heights = offered.into_values().map(|row| {
        ask(&mut window, Command::ChooseRow(row));
        window.state().look().articles.columns.left.view.to_bits()
    });
    assert_eq!(heights.collect::<BTreeSet<_>>().len(), 1, "the bar is always as high");
}

#[test]
fn the_reasons_for_the_chosen_link_stand_beside_the_text_and_are_reached_by_keys() {
    let mut window = showing(example(), (1400.0, 800.0));
    ask(&mut window, Command::SetMode(Mode::SideBySide));
    ask(&mut window, Command::ChooseRow(RowKey::Group(1)));
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    let link = open.links_of(RowKey::Group(1))[0];
    let reasons = open.reasons(open.comparison.alignment.links[link].sentences);
    assert!(!reasons.is_empty());
    let lines: Vec<_> = window.get_all_by_label_contains(&reasons).collect();
    assert_eq!(lines.len(), 1);
    lines[0].focus();
    window.run();
    assert!(window.get_by_label_contains(&reasons).accesskit_node().is_focused());
}

/// The bundled example.
fn example() -> Comparison {
    let texts = [include_str!("../../assets/examples/left.txt"), include_str!("../../assets/examples/right.txt")];
    let articles = Pair::new(RawArticle::from_text("left.txt", texts[0]), RawArticle::from_text("right.txt", texts[1]));
    compare(articles.as_ref(), &Options::default(), &Edits::default())
}
