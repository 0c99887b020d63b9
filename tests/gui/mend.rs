//! Putting an article right in the window: what was left out in its place, sentences cut and joined.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use paragone::gui::Start;
use paragone::gui::command::Command;
use paragone::gui::state::Open;
use paragone::text::{Pair, Side};

use crate::harness::{Window, ask, choose, ctrl, key, press, says, window_with};

const LEFT: &str = "Bridge at Oster closes\n\nBy Ada Byrne\n\nRead also: Weirs of the north\n\nThe bridge at Oster closes on Monday. The \
mayor said so, nobody had asked the ferrymen.\n\nThe ferry sails. Click here to sign up. Buses take the long way round.";
const RIGHT: &str = "Bridge at Oster shuts\n\nBy Ben Cole\n\nThe bridge at Oster shuts on Monday. The ferry sails.";

fn window() -> Window {
    let mut window = window_with(Vec::new(), Start::default(), (1200.0, 760.0));
    ask(&mut window, Command::Compare(Pair::new(LEFT.to_owned(), RIGHT.to_owned())));
    window
}

fn open(window: &Window) -> &Open {
    window.state().state().open.as_ref().expect("a comparison is open")
}

fn left(window: &Window) -> Vec<&str> {
    let document = &open(window).comparison.documents.left;
    (0..document.sentences.len()).map(|id| document.sentence(id)).collect()
}

fn right_click(window: &mut Window, sentence: &str) {
    window.get_all_by_label(sentence).next().expect("the sentence is shown").click_secondary();
    window.run();
}

fn click(window: &mut Window, sentence: &str) {
    window.get_all_by_label(sentence).next().expect("the sentence is shown").click();
    window.run();
}

#[test]
fn what_was_left_out_is_shown_in_its_place_and_put_back() {
    let mut window = window();
    assert!(!says(&window, "Weirs of the north"));
    press(&mut window, "2 passages left out: byline or date line, related stories, here on the left");
    assert!(says(&window, "Weirs of the north") && says(&window, "Related stories"));
    press(&mut window, "Put back: Read also: Weirs of the north");
    assert!(left(&window).contains(&"Read also: Weirs of the north"));
    assert!(says(&window, "Put back by you: Read also: Weirs of the north"));
    press(&mut window, "Take out again: Read also: Weirs of the north");
    assert!(open(&window).edits.is_empty());
}

#[test]
fn all_passages_of_a_place_are_put_back_at_once_and_taken_out_again_by_undo() {
    let mut window = window();
    press(&mut window, "2 passages left out: byline or date line, related stories, here on the left");
    press(&mut window, "Put all 2 back on the left");
    assert!(left(&window).contains(&"By Ada Byrne"));
    ctrl(&mut window, false, Key::Z);
    assert!(open(&window).edits.is_empty());
}

#[test]
fn the_sign_is_reached_and_pressed_by_keyboard() {
    let mut window = window();
    let sign = window.get_by_label("1 passage left out: byline or date line, here on the right");
    assert_eq!(sign.accesskit_node().data().is_expanded(), Some(false));
    sign.focus();
    window.run();
    key(&mut window, Key::Enter);
    let sign = window.get_by_label("1 passage left out, here on the right");
    assert_eq!(sign.accesskit_node().data().is_expanded(), Some(true));
    assert!(says(&window, "By Ben Cole"));
}

#[test]
fn the_head_leads_to_what_was_left_out() {
    let mut window = window();
    ask(&mut window, Command::ShowRows(paragone::gui::model::RowFilter::WithFindings));
    assert!(!says(&window, "here on the left"), "where rows are hidden nothing stands between them");
    press(&mut window, "3 passages left out, left");
    assert!(says(&window, "Weirs of the north") && says(&window, "Click here to sign up."));
    press(&mut window, "3 passages left out, left");
    assert!(!says(&window, "Weirs of the north"));
    ctrl(&mut window, true, Key::L);
    assert!(says(&window, "By Ada Byrne") && says(&window, "By Ben Cole"));
}

#[test]
fn a_passage_is_taken_out_from_the_menu_of_a_sentence() {
    let mut window = window();
    right_click(&mut window, "Buses take the long way round.");
    press(&mut window, "Take this passage out");
    assert!(!left(&window).contains(&"Buses take the long way round."));
    press(&mut window, "2 passages left out: appeal to the reader, taken out by you, here on the left");
    assert!(says(&window, "Taken out by you"));
    choose(&mut window, "Edit", "Undo: take out 1 passage on the left");
    assert!(left(&window).contains(&"Buses take the long way round."));
}

#[test]
fn a_passage_is_taken_out_by_key() {
    let mut window = window();
    click(&mut window, "The mayor said so, nobody had asked the ferrymen.");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Delete);
    window.run();
    assert_eq!(left(&window).len(), 3);
}

#[test]
fn a_sentence_is_cut_from_its_menu_and_the_cut_undone_there() {
    let mut window = window();
    right_click(&mut window, "The mayor said so, nobody had asked the ferrymen.");
    let entry = window.get_by_label_contains("Split here: ");
    let words = entry.accesskit_node().label().expect("it has a name");
    assert!(words.contains(" | "), "{words}");
    entry.click();
    window.run();
    assert_eq!(left(&window).len(), 6);
    assert!(says(&window, "1 sentence mended by you"));
    let second = left(&window)[3].to_owned();
    assert!(says(&window, "Sentence 4: You cut it off from the sentence before."));
    right_click(&mut window, &second);
    press(&mut window, "Undo this cut");
    assert_eq!(left(&window).len(), 5);
    assert!(!says(&window, "mended by you"));
}

#[test]
fn sentences_are_joined_by_menu_and_parted_again() {
    let mut window = window();
    right_click(&mut window, "The bridge at Oster closes on Monday.");
    press(&mut window, "Join with the next sentence");
    assert_eq!(left(&window).len(), 4);
    press(&mut window, "1 sentence mended by you");
    press(&mut window, "Take back");
    assert_eq!(left(&window).len(), 5);
}

#[test]
fn what_cannot_be_joined_says_so() {
    let mut window = window();
    right_click(&mut window, "The mayor said so, nobody had asked the ferrymen.");
    let next = window.get_by_role_and_label(Role::Button, "Join with the next sentence");
    assert!(next.accesskit_node().is_disabled());
    press(&mut window, "Join with the one before");
    assert_eq!(
        left(&window)[1],
        "The bridge at Oster closes on Monday. The mayor said so, nobody had asked the ferrymen."
    );
}

#[test]
fn the_keys_cut_and_join_where_the_reader_clicked() {
    let mut window = window();
    click(&mut window, "The mayor said so, nobody had asked the ferrymen.");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run();
    assert_eq!(left(&window).len(), 6);
    click(&mut window, "The bridge at Oster closes on Monday.");
    ctrl(&mut window, false, Key::J);
    assert_eq!(left(&window).len(), 5);
    assert_eq!(open(&window).mends.left.len(), 2);
}

#[test]
fn an_article_that_was_left_out_whole_can_be_put_back() {
    let mut window = window_with(Vec::new(), Start::default(), (1200.0, 760.0));
    ask(&mut window, Command::Compare(Pair::new("Rain fell on Oster.".to_owned(), "Snow lay there.".to_owned())));
    for side in Side::BOTH {
        ask(&mut window, Command::TakeOut(side, 0));
    }
    assert!(left(&window).is_empty());
    press(&mut window, "1 passage left out: taken out by you, here on the left");
    press(&mut window, "Put back: Rain fell on Oster.");
    assert_eq!(left(&window), ["Rain fell on Oster."]);
}
