//! What was left out of an article and what was mended, in the columns of both articles side by side.

use egui::{Key, Modifiers, accesskit::Role, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use paragone::gui::Start;
use paragone::gui::action::Action;
use paragone::gui::command::Command;
use paragone::gui::model::RowFilter;
use paragone::gui::settings::Mode;
use paragone::gui::spread::Spread;
use paragone::gui::state::Open;
use paragone::text::{Pair, Side};

use crate::harness::{Window, ask, ctrl, key, press, says, window_with};

const SIZE: (f32, f32) = (1400.0, 800.0);

const LEFT: &str = "Bridge at Oster closes\n\nBy Ada Byrne\n\nRead also: Weirs of the north\n\nThe bridge at Oster closes on Monday.\n\n\
The ferry sails. Click here to sign up. Buses take the long way round.";
const RIGHT: &str = "Bridge at Oster shuts\n\nBy Ben Cole\n\nThe bridge at Oster shuts on Monday.\n\nThe ferry sails.";

const TWO: &str = "2 passages left out: byline or date line, related stories, here on the left";

fn comparing(left: &str, right: &str) -> Window {
    let mut window = window_with(Vec::new(), Start::default(), SIZE);
    ask(&mut window, Command::Compare(Pair::new(left.to_owned(), right.to_owned())));
    ask(&mut window, Command::SetMode(Mode::SideBySide));
    window
}

fn window() -> Window {
    comparing(LEFT, RIGHT)
}

/// Two long reports; what was left out stands in the middle of the left one.
fn long() -> Window {
    let report = |side: &str, also: &str| {
        let lines = (0..120).map(|n| {
            let also = if n == 60 { also } else { "" };
            format!("Sentence {n} of the {side} report tells of weir number {n} on the river.{also}")
        });
        lines.collect::<Vec<_>>().join("\n\n")
    };
    comparing(&report("left", "\n\nRead also: Weirs of the north\n\nClick here to sign up."), &report("right", ""))
}

fn open(window: &Window) -> &Open {
    window.state().state().open.as_ref().expect("a comparison is open")
}

fn sentences(window: &Window, side: Side) -> Vec<&str> {
    let document = &open(window).comparison.documents[side];
    (0..document.sentences.len()).map(|id| document.sentence(id)).collect()
}

/// How far below the top of the window a sentence stands.
fn top(window: &Window, sentence: &str) -> f32 {
    window.get_by_role_and_label(Role::ListItem, sentence).rect().top()
}

fn offsets(window: &Window) -> (f32, f32) {
    let columns = &window.state().look().articles.columns;
    (columns.left.offset, columns.right.offset)
}

#[test]
fn what_was_left_out_unfolds_between_the_paragraphs_of_its_column() {
    let mut window = window();
    assert!(!says(&window, "Weirs of the north"));
    let sign = window.get_by_label(TWO).rect();
    assert!(top(&window, "Bridge at Oster closes") < sign.top(), "it stood under the headline");
    let below = top(&window, "The bridge at Oster closes on Monday.");
    assert!(sign.bottom() <= below);
    press(&mut window, TWO);
    assert!(says(&window, "Weirs of the north") && says(&window, "Related stories"));
    let sign_now = window.get_by_label("2 passages left out, here on the left").rect();
    assert_eq!(sign_now.top(), sign.top(), "what was pressed stays under the pointer");
    let last = window.get_by_label("Read also: Weirs of the north").rect();
    assert!(last.bottom() <= top(&window, "The bridge at Oster closes on Monday."));
    assert!(top(&window, "The bridge at Oster closes on Monday.") > below + 60.0);
    press(&mut window, "2 passages left out, here on the left");
    assert_eq!(top(&window, "The bridge at Oster closes on Monday."), below);
}

#[test]
fn a_passage_is_put_back_and_taken_out_again_in_its_column() {
    let mut window = window();
    press(&mut window, TWO);
    press(&mut window, "Put back: Read also: Weirs of the north");
    assert!(sentences(&window, Side::Left).contains(&"Read also: Weirs of the north"));
    assert!(says(&window, "1 passage left out, here on the left"), "its neighbour is still out, and still shown");
    press(&mut window, "Take out again: Read also: Weirs of the north");
    assert!(open(&window).edits.is_empty());
    press(&mut window, "Put all 2 back on the left");
    assert!(sentences(&window, Side::Left).contains(&"By Ada Byrne"));
    ctrl(&mut window, false, Key::Z);
    assert!(open(&window).edits.is_empty());
}

#[test]
fn what_was_left_out_within_a_paragraph_parts_it_until_it_is_put_back() {
    let mut window = window();
    let sign = "1 passage left out: appeal to the reader, here on the left";
    let between = window.get_by_label(sign).rect();
    assert!(top(&window, "The bridge at Oster closes on Monday.") < between.top());
    assert!(between.bottom() <= top(&window, "Buses take the long way round."));
    press(&mut window, sign);
    press(&mut window, "Put back: Click here to sign up.");
    let number = |sentence: usize| open(&window).reading.paragraph_of(Side::Left, sentence);
    assert_eq!([number(2), number(3), number(4)], [Some(2); 3], "the ferry, the appeal and the buses are read as one");
    assert!(says(&window, "Put back by you: Click here to sign up."));
}

#[test]
fn a_ribbon_still_joins_what_it_joined_where_a_sign_above_unfolds() {
    let mut window = window();
    let gutter = Spread::of(SIZE.0 - 350.0, 10).expect("there is room").gutter;
    let pointed = |window: &mut Window| {
        let (one, other) = ("The bridge at Oster closes on Monday.", "The bridge at Oster shuts on Monday.");
        let ends = [one, other].map(|words| window.get_by_role_and_label(Role::ListItem, words).rect().center().y);
        let at = pos2(gutter.center(), (ends[0] + ends[1]) / 2.0);
        window.hover_at(at);
        window.run();
        window.drag_at(at);
        window.drop_at(at);
        window.run();
        window.state().state().chosen_row().map(|row| row.sentences.clone())
    };
    let both = Some(Pair::new(vec![1], vec![1]));
    assert_eq!(pointed(&mut window), both);
    ask(&mut window, Command::Do(Action::Deselect));
    press(&mut window, TWO);
    assert_eq!(pointed(&mut window), both);
}

#[test]
fn a_sign_is_reached_by_tab_and_opened_by_enter() {
    let mut window = window();
    let name = "1 passage left out: byline or date line, here on the right";
    let reached = (0..60).any(|_| {
        window.key_press(Key::Tab);
        window.run();
        window.get_by_label(name).accesskit_node().is_focused()
    });
    assert!(reached);
    assert_eq!(window.get_by_label(name).accesskit_node().data().is_expanded(), Some(false));
    key(&mut window, Key::Enter);
    let sign = window.get_by_label("1 passage left out, here on the right");
    assert_eq!(sign.accesskit_node().data().is_expanded(), Some(true));
    assert!(sign.accesskit_node().is_focused() && says(&window, "By Ben Cole"));
}

#[test]
fn the_head_and_the_key_lead_to_what_was_left_out() {
    let mut window = long();
    assert!(!says(&window, "here on the left"));
    ask(&mut window, Command::ShowRows(RowFilter::Alone));
    press(&mut window, "2 passages left out, left");
    window.run_steps(10);
    assert!(says(&window, "Weirs of the north") && says(&window, "Sentence 60 of the left report"));
    assert!(says(&window, "Sentence 60 of the right report"), "the other article follows");
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    window.run();
    assert!(!says(&window, "Weirs of the north"));
    key(&mut window, Key::Home);
    window.run_steps(10);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    window.run_steps(10);
    assert!(says(&window, "Weirs of the north"));
}

#[test]
fn the_place_that_is_read_stays_where_it_is() {
    let mut window = long();
    press(&mut window, "2 passages left out, left");
    window.run_steps(10);
    let above = "Sentence 60 of the left report tells of weir number 60 on the river.";
    let (before, scrolled) = (top(&window, above), offsets(&window));
    let holds = |window: &Window, what: &str| {
        assert!((top(window, above) - before).abs() < 1.0, "{what}: {} after {before}", top(window, above));
        assert!((offsets(window).1 - scrolled.1).abs() < 1.0, "{what}: the other article does not move");
    };
    press(&mut window, "Put all 2 back on the left");
    holds(&window, "put back");
    press(&mut window, "Take out again: Click here to sign up.");
    holds(&window, "taken out");
    ctrl(&mut window, false, Key::Z);
    ctrl(&mut window, false, Key::Z);
    holds(&window, "undone");
    press(&mut window, "2 passages left out, here on the left");
    holds(&window, "folded away");
}

#[test]
fn undoing_something_far_above_does_not_move_what_is_read() {
    let mut window = long();
    ask(&mut window, Command::TakeOut(Side::Left, 0));
    ask(&mut window, Command::TakeOut(Side::Left, 0));
    press(&mut window, "4 passages left out, left");
    press(&mut window, "4 passages left out, left");
    ask(&mut window, Command::ChooseSentence(Side::Right, 80));
    let read = "Sentence 80 of the left report tells of weir number 80 on the river.";
    let before = top(&window, read);
    ctrl(&mut window, false, Key::Z);
    assert!((top(&window, read) - before).abs() < 1.0, "{} after {before}", top(&window, read));
}

#[test]
fn an_article_that_was_left_out_whole_can_be_put_back_in_its_column() {
    let mut window = comparing("Rain fell on Oster.", "Snow lay there.");
    ask(&mut window, Command::TakeOut(Side::Left, 0));
    press(&mut window, "1 passage left out: taken out by you, here on the left");
    press(&mut window, "Put back: Rain fell on Oster.");
    assert_eq!(sentences(&window, Side::Left), ["Rain fell on Oster."]);
}

#[test]
fn a_mended_sentence_has_its_sign_in_the_margin() {
    let mut window =
        comparing("The bridge closes on Monday. The mayor said so.", "The bridge shuts. The mayor said so.");
    for side in Side::BOTH {
        ask(&mut window, Command::Merge(side, 0));
    }
    let spread = Spread::of(SIZE.0 - 350.0, 10).expect("there is room");
    let signs: Vec<_> = window
        .query_all_by_label_contains("Sentence 1: You made it one")
        .map(|node| (node.accesskit_node().role(), node.rect()))
        .collect();
    assert_eq!(signs.len(), 2);
    assert!(signs.iter().all(|(role, _)| *role == Role::Image));
    let across = [signs[0].1.center().x, signs[1].1.center().x];
    assert!(across.iter().any(|x| *x < spread.text.left.min) && across.iter().any(|x| *x > spread.text.right.max));
}
