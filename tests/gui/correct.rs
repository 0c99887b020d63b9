//! The reader's corrections: confirming, rejecting, linking, undo and redo.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use paragone::align::Status;
use paragone::comparison::Verdict;
use paragone::gui::Start;
use paragone::gui::command::Command;
use paragone::gui::model::RowKey;
use paragone::text::{Pair, Side};

use crate::harness::{Window, ask, comparing, ctrl, key, press, says, window_with};

fn status(window: &Window, left: usize, right: usize) -> Option<Status> {
    let open = window.state().state().open.as_ref()?;
    let links = &open.comparison.alignment.links;
    links.iter().find(|link| link.sentences == Pair::new(left, right)).map(|link| link.status)
}

fn verdict(window: &Window, left: usize, right: usize) -> Option<Verdict> {
    let open = window.state().state().open.as_ref()?;
    open.edits.verdict(Pair::new(open.origin(Side::Left, left)?, open.origin(Side::Right, right)?))
}

#[test]
fn a_link_is_confirmed_and_taken_back() {
    let mut window = comparing();
    ask(&mut window, Command::ChooseRow(RowKey::Group(1)));
    press(&mut window, "Confirm link");
    assert_eq!(status(&window, 1, 2), Some(Status::Confirmed));
    assert!(says(&window, "confirmed by you"));
    ctrl(&mut window, false, Key::Z);
    assert_eq!(verdict(&window, 1, 2), None);
    ctrl(&mut window, true, Key::Z);
    assert_eq!(status(&window, 1, 2), Some(Status::Confirmed));
}

#[test]
fn a_link_is_rejected_by_key_and_stays_away() {
    let mut window = comparing();
    ask(&mut window, Command::ChooseRow(RowKey::Group(1)));
    key(&mut window, Key::X);
    assert_eq!(status(&window, 1, 2), None);
    assert_eq!(verdict(&window, 1, 2), Some(Verdict::Rejected));
    press(&mut window, "Undo");
    assert_eq!(verdict(&window, 1, 2), None);
}

#[test]
fn a_link_is_confirmed_from_the_gutter() {
    let mut window = comparing();
    let link = window.get_all_by_label_contains("Link: left").next().expect("a link is shown");
    link.click();
    window.run();
    press(&mut window, "Confirm this link");
    assert_eq!(status(&window, 0, 0), Some(Status::Confirmed));
}

#[test]
fn a_possible_counterpart_is_offered_and_linked() {
    let mut window = comparing();
    assert!(says(&window, "No counterpart found; 1 possible one"));
    ask(&mut window, Command::ChooseRow(RowKey::Alone(Side::Left, 3)));
    press(&mut window, "Link these (1)");
    assert_eq!(status(&window, 3, 5), Some(Status::Manual));
}

#[test]
fn two_sentences_are_linked_by_hand() {
    let mut window = comparing();
    ask(&mut window, Command::ChooseRow(RowKey::Alone(Side::Left, 5)));
    press(&mut window, "Link by hand…");
    assert!(says(&window, "Choose the sentence on the right"));
    window.get_by_label("Nobody had warned the ferrymen.").click();
    window.run();
    assert_eq!(status(&window, 5, 1), Some(Status::Manual));
    assert!(!says(&window, "Choose the sentence on the right"));
}

#[test]
fn a_sentence_is_said_to_have_no_counterpart() {
    let mut window = comparing();
    ask(&mut window, Command::ChooseRow(RowKey::Alone(Side::Left, 5)));
    press(&mut window, "It has no counterpart");
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    assert!(open.edits.is_alone(Side::Left, open.origin(Side::Left, 5).expect("the sentence is there")));
}

#[test]
fn swapping_takes_corrections_along() {
    let mut window = comparing();
    ask(&mut window, Command::Confirm(Pair::new(1, 2)));
    window.get_all_by_role_and_label(Role::Button, "Swap sides").next().expect("the button is there").click();
    window.run();
    assert_eq!(status(&window, 2, 1), Some(Status::Confirmed));
    ctrl(&mut window, false, Key::Z);
    assert_eq!(verdict(&window, 2, 1), None);
}

#[test]
fn the_chosen_row_says_why_it_is_linked() {
    let mut window = comparing();
    assert!(!says(&window, "both say “bridge at Oster closes”"));
    ask(&mut window, Command::ChooseRow(RowKey::Group(1)));
    assert!(says(&window, "Likely: both say “bridge at Oster closes”; neighbouring sentences are linked"));
    ask(&mut window, Command::ChooseRow(RowKey::Alone(Side::Left, 3)));
    assert!(says(&window, "Uncertain: no telling word in common"));
    press(&mut window, "Link these (1)");
    assert!(says(&window, "Linked by you"));
}

#[test]
fn another_matching_keeps_corrections_choice_and_history() {
    let mut window = window_with(Vec::new(), Start::default(), (1200.0, 760.0));
    let texts = [include_str!("../../assets/examples/left.txt"), include_str!("../../assets/examples/right.txt")];
    ask(&mut window, Command::Compare(Pair::new(texts[0].to_owned(), texts[1].to_owned())));
    let open = window.state().state().open.as_ref().expect("the example is compared");
    let links = open.comparison.alignment.links.iter();
    let surest = links.max_by(|a, b| a.score.total_cmp(&b.score)).expect("the example has links").sentences;
    ask(&mut window, Command::Confirm(surest));
    let row = window.state().state().open.as_ref().and_then(|open| open.row_of_sentence(Side::Left, surest.left));
    ask(&mut window, Command::ChooseRow(row.expect("the sentence is in a row")));
    let links =
        |window: &Window| window.state().state().open.as_ref().map_or(0, |open| open.comparison.alignment.links.len());
    ctrl(&mut window, false, Key::Num1);
    let strict = links(&window);
    ctrl(&mut window, false, Key::Num3);
    assert!(links(&window) > strict, "{} against {strict}", links(&window));
    assert!(says(&window, "Matching: generous"));
    assert_eq!(status(&window, surest.left, surest.right), Some(Status::Confirmed));
    let chosen = window.state().state().chosen_row().map(|row| row.sentences.left.clone());
    assert!(chosen.is_some_and(|left| left.contains(&surest.left)));
    ctrl(&mut window, false, Key::Z);
    assert_eq!(verdict(&window, surest.left, surest.right), None);
    assert!(says(&window, "Matching: generous"), "undo takes corrections back, not settings");
}
