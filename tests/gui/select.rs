//! Selecting text in the articles with the pointer and with keys, and copying it.

use egui::{Event, Key, Modifiers, MouseWheelUnit, OutputCommand, PointerButton, Pos2, Rect, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use paragone::comparison::{Edits, Options, compare};
use paragone::gui::command::Command;
use paragone::gui::model::RowKey;
use paragone::gui::settings::Mode;
use paragone::load::RawArticle;
use paragone::text::{Pair, Side, Span};

use crate::fixture;
use crate::harness::{Window, ask, comparing, ctrl, key, showing};

/// Where a sentence lies on the screen.
fn sentence(window: &Window, text: &str) -> Rect {
    window.get_all_by_label(text).next().expect("the sentence is shown").rect()
}

/// Presses the button or lets it go, in the next frame. A frame of the test's clock is longer than the pause within a
/// double click, so everything goes into one.
fn button(window: &mut Window, pos: Pos2, pressed: bool, modifiers: Modifiers) {
    let events = &mut window.input_mut().events;
    events.push(Event::PointerMoved(pos));
    events.push(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers });
}

/// Clicks that come fast upon each other.
fn click(window: &mut Window, pos: Pos2, times: usize, modifiers: Modifiers) {
    for _ in 0..times {
        button(window, pos, true, modifiers);
        button(window, pos, false, modifiers);
    }
    window.run();
}

fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    button(window, from, true, Modifiers::NONE);
    window.step();
    window.event(Event::PointerMoved(from.lerp(to, 0.5)));
    window.step();
    window.event(Event::PointerMoved(to));
    window.step();
    button(window, to, false, Modifiers::NONE);
    window.run();
}

fn selected(window: &Window) -> String {
    window.state().state().selected_text().unwrap_or_default()
}

fn shift(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::SHIFT, key);
    window.run();
}

/// What Ctrl+C puts on the clipboard.
fn copied(window: &mut Window) -> Option<String> {
    window.event(Event::Copy);
    window.step();
    let mut commands = window.output().platform_output.commands.iter();
    commands.find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None })
}

#[test]
fn a_click_sets_the_caret_and_chooses_the_row() {
    let mut window = comparing();
    let at = sentence(&window, fixture::RIGHT[4]);
    click(&mut window, at.left_center() + vec2(60.0, 0.0), 1, Modifiers::NONE);
    let state = window.state().state();
    assert_eq!(state.chosen.row, Some(RowKey::Group(2)));
    assert!(state.selection.is_some_and(|selection| selection.is_empty() && selection.side == Side::Right));
    assert_eq!(selected(&window), "");
}

#[test]
fn two_three_and_four_clicks_take_word_sentence_and_paragraph() {
    for (clicks, text) in [(2, "will"), (3, fixture::LEFT[2]), (4, fixture::LEFT[2])] {
        let mut window = comparing();
        let at = sentence(&window, fixture::LEFT[2]).left_top() + vec2(65.0, 10.0);
        click(&mut window, at, clicks, Modifiers::NONE);
        assert_eq!(selected(&window), text, "{clicks} clicks");
    }
}

#[test]
fn what_is_clicked_does_not_move_when_another_row_folds() {
    let mut window = comparing();
    ask(&mut window, Command::ChooseRow(RowKey::Group(0)));
    let before = sentence(&window, fixture::LEFT[2]);
    for _ in 0..2 {
        button(&mut window, before.left_top() + vec2(65.0, 10.0), true, Modifiers::NONE);
        button(&mut window, before.left_top() + vec2(65.0, 10.0), false, Modifiers::NONE);
        window.step();
    }
    assert_eq!(selected(&window), "will", "even if it has to move, as here, where nothing can be scrolled");
    let mut window = showing(fixture::long(60), (1200.0, 800.0));
    ask(&mut window, Command::ChooseRow(RowKey::Group(20)));
    let text = "Sentence 21 of the left report";
    let top = |window: &Window| {
        window.get_all_by_label_contains(text).next().expect("the sentence is shown").rect().left_top()
    };
    let before = top(&window);
    click(&mut window, before + vec2(5.0, 10.0), 1, Modifiers::NONE);
    assert_eq!(top(&window), before);
    assert_eq!(window.state().state().chosen.row, Some(RowKey::Group(21)));
}

#[test]
fn what_can_be_done_with_a_clicked_row_comes_into_view_after_a_pause() {
    let mut window = showing(fixture::long(60), (1200.0, 800.0));
    let list = |window: &Window| {
        let rows = &window.state().look().rows;
        (rows.offset, rows.view)
    };
    let top_of_list = window.state().look().texts[0].at.y - list(&window).0;
    let lowest = window.state().look().texts.iter().map(|text| text.rect()).filter(|rect| rect.bottom() < 750.0);
    let lowest = lowest.max_by(|a, b| a.bottom().total_cmp(&b.bottom())).expect("texts are drawn");
    click(&mut window, lowest.left_top() + vec2(5.0, 10.0), 1, Modifiers::NONE);
    window.run_steps(4);
    let (offset, view) = list(&window);
    let strip = window.get_by_label("Confirm link").rect();
    assert!(offset > 0.0 && strip.bottom() <= top_of_list + view, "{strip:?} in {view} at {offset}");
}

#[test]
fn dragging_selects_the_sentences_between_in_the_order_of_the_article() {
    let mut window = comparing();
    let (from, to) = (sentence(&window, fixture::LEFT[1]), sentence(&window, fixture::LEFT[4]));
    drag(&mut window, from.left_top() + vec2(0.0, 8.0), to.right_bottom() + vec2(4.0, -4.0));
    assert_eq!(selected(&window), fixture::LEFT[1..=4].join("\n\n"));
    assert_eq!(window.state().state().chosen.row, Some(RowKey::Group(3)), "the caret's sentence is chosen");
    let text = copied(&mut window);
    assert_eq!(text.as_deref(), Some(fixture::LEFT[1..=4].join("\n\n").as_str()));
}

#[test]
fn dragging_over_the_other_article_stays_in_the_first() {
    let mut window = comparing();
    let (from, to) = (sentence(&window, fixture::LEFT[1]), sentence(&window, fixture::RIGHT[4]));
    drag(&mut window, from.left_top() + vec2(0.0, 8.0), to.right_center());
    let selection = window.state().state().selection.expect("something is selected");
    assert_eq!(selection.side, Side::Left);
    assert!(selected(&window).starts_with(fixture::LEFT[1]));
    assert!(!fixture::RIGHT.iter().any(|text| selected(&window).contains(text)));
}

#[test]
fn dragging_after_two_clicks_goes_by_words() {
    let mut window = comparing();
    let at = sentence(&window, fixture::LEFT[2]).left_top() + vec2(65.0, 10.0);
    button(&mut window, at, true, Modifiers::NONE);
    button(&mut window, at, false, Modifiers::NONE);
    drag(&mut window, at, at + vec2(70.0, 0.0));
    let words = selected(&window);
    assert!(words.starts_with("will cost") && fixture::LEFT[2].contains(&format!("{words} ")), "{words}");
}

#[test]
fn shift_and_a_click_extend() {
    let mut window = comparing();
    let from = sentence(&window, fixture::LEFT[1]).left_top() + vec2(0.0, 8.0);
    click(&mut window, from, 1, Modifiers::NONE);
    let to = sentence(&window, fixture::LEFT[2]).right_center() + vec2(-1.0, 0.0);
    click(&mut window, to, 1, Modifiers::SHIFT);
    assert_eq!(selected(&window), fixture::LEFT[1..=2].join("\n\n"));
}

#[test]
fn shift_and_arrows_select_by_letters_words_and_lines() {
    let mut window = comparing();
    ask(&mut window, Command::ChooseRow(RowKey::Group(1)));
    key(&mut window, Key::ArrowLeft);
    for _ in 0..3 {
        shift(&mut window, Key::ArrowRight);
    }
    assert_eq!(selected(&window), "The");
    ctrl(&mut window, true, Key::ArrowRight);
    assert_eq!(selected(&window), "The bridge");
    shift(&mut window, Key::ArrowLeft);
    assert_eq!(selected(&window), "The bridg");
    shift(&mut window, Key::ArrowDown);
    let down = selected(&window);
    assert!(down.starts_with("The bridge at"), "{down}");
    shift(&mut window, Key::ArrowUp);
    assert_eq!(selected(&window), "The bridg", "up again to the same letter");
    assert_eq!(window.state().state().chosen.row, Some(RowKey::Group(1)), "arrows with Shift choose no other row");
}

#[test]
fn home_end_and_the_whole_article() {
    let mut window = comparing();
    let at = sentence(&window, fixture::LEFT[2]).left_top() + vec2(65.0, 10.0);
    click(&mut window, at, 1, Modifiers::NONE);
    shift(&mut window, Key::End);
    assert!(fixture::LEFT[2].ends_with(&selected(&window)) && !selected(&window).is_empty(), "{}", selected(&window));
    shift(&mut window, Key::Home);
    assert!(fixture::LEFT[2].starts_with(&selected(&window)) && !selected(&window).is_empty());
    ctrl(&mut window, false, Key::A);
    assert_eq!(copied(&mut window), Some(fixture::LEFT.join("\n\n")));
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().selection, None);
    assert_eq!(copied(&mut window), None);
}

#[test]
fn a_selection_survives_being_scrolled_out_of_view_and_being_dragged_beyond_the_edge() {
    let mut window = showing(fixture::long(300), (1200.0, 800.0));
    let from = window.state().look().texts.iter().find(|text| text.side == Side::Left).expect("texts are drawn").rect();
    button(&mut window, from.left_top() + vec2(0.0, 8.0), true, Modifiers::NONE);
    let below = pos2(from.left() + 100.0, 797.0);
    for _ in 0..80 {
        window.event(Event::PointerMoved(below));
        window.step();
    }
    assert!(window.state().look().rows.offset > 500.0, "the view moves: {}", window.state().look().rows.offset);
    button(&mut window, below, false, Modifiers::NONE);
    window.run();
    let text = selected(&window);
    assert!(text.starts_with("Sentence 0 of the left report") && text.contains("Sentence 9 of"), "{text}");
    for _ in 0..20 {
        window.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -700.0),
            modifiers: Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
        });
        window.step();
    }
    assert!(window.query_by_label_contains("Sentence 0 of the left report").is_none());
    assert_eq!(copied(&mut window), Some(text));
}

#[test]
fn screen_readers_are_told_what_is_selected() {
    let mut window = comparing();
    let start = fixture::LEFT[0].len() + 1;
    ask(&mut window, Command::Select(paragone::gui::selection::Selection::of(Side::Left, Span::new(start, start + 3))));
    let nodes: Vec<_> = window.get_all_by_label(fixture::LEFT[1]).collect();
    assert!(nodes.iter().any(|node| node.accesskit_node().has_text_selection()), "the sentence tells its selection");
}

#[test]
fn text_being_typed_keeps_its_keys() {
    let mut window = comparing();
    ask(&mut window, Command::ChooseRow(RowKey::Group(1)));
    key(&mut window, Key::ArrowLeft);
    ctrl(&mut window, false, Key::F);
    window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Find").type_text("weir");
    window.run();
    ctrl(&mut window, false, Key::A);
    shift(&mut window, Key::ArrowRight);
    assert_eq!(selected(&window), "", "Ctrl+A and Shift are those of the field");
}

#[test]
fn a_quotation_is_copied_with_its_source() {
    let mut window = comparing();
    let at = sentence(&window, fixture::LEFT[2]).left_top() + vec2(65.0, 10.0);
    click(&mut window, at, 2, Modifiers::NONE);
    window.input_mut().events.push(Event::Key {
        key: Key::Q,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND | Modifiers::SHIFT,
    });
    window.step();
    let commands = &window.output().platform_output.commands;
    assert!(commands.contains(&OutputCommand::CopyText("“will” — left.txt".to_owned())), "{commands:?}");
}

#[test]
fn a_drag_may_begin_beside_the_text_and_between_paragraphs() {
    for mode in [Mode::Rows, Mode::SideBySide] {
        let mut window = showing(fixture::comparison(), (1400.0, 800.0));
        ask(&mut window, Command::SetMode(mode));
        let text = |window: &Window, n: usize| {
            let mut texts = window.state().look().texts.iter().filter(|text| text.side == Side::Left);
            texts.nth(n).expect("texts are drawn").rect()
        };
        let (one, three) = (text(&window, 1), text(&window, 3));
        drag(&mut window, pos2(one.left() - 12.0, one.top() + 10.0), three.right_bottom() + vec2(2.0, -6.0));
        assert_eq!(selected(&window), fixture::LEFT[1..=3].join("\n\n"), "{mode:?}");
        let (two, three) = (text(&window, 2), text(&window, 3));
        drag(&mut window, pos2(two.left() + 3.0, two.bottom() + 4.0), three.right_bottom() + vec2(2.0, -6.0));
        assert!(selected(&window).ends_with(fixture::LEFT[3]), "{mode:?}: {}", selected(&window));
    }
}

#[test]
fn a_click_beside_the_text_selects_nothing() {
    let mut window = showing(fixture::comparison(), (1400.0, 800.0));
    ask(&mut window, Command::SetMode(Mode::SideBySide));
    let first = window.state().look().texts[0].rect();
    click(&mut window, pos2(first.left() - 12.0, first.center().y), 1, Modifiers::NONE);
    assert_eq!(window.state().state().selection, None);
}

#[test]
fn a_selection_runs_over_what_was_left_out_and_words_in_it_are_selected_as_well() {
    let text =
        "Bridge closes\n\nThe bridge at Oster closes on Monday.\n\nClick here to sign up.\n\nThe ferry sails at noon.";
    let articles = Pair::new(RawArticle::from_text("left", text), RawArticle::from_text("right", text));
    for mode in [Mode::Rows, Mode::SideBySide] {
        let compared = compare(articles.as_ref(), &Options::default(), &Edits::default());
        let mut window = showing(compared, (1400.0, 800.0));
        ask(&mut window, Command::SetMode(mode));
        let shown = |window: &Window, words: &str| {
            let mut texts = window.state().look().texts.iter().filter(|text| text.side == Side::Left);
            texts.find(|text| text.galley.text().starts_with(words)).expect("the text is shown").rect()
        };
        let over = |window: &mut Window| {
            let (from, to) = (shown(window, "The bridge"), shown(window, "The ferry"));
            drag(window, from.left_top() + vec2(0.0, 8.0), to.right_bottom() + vec2(3.0, -6.0));
            selected(window)
        };
        let ends = ["The bridge at Oster closes on Monday.", "The ferry sails at noon."];
        assert_eq!(over(&mut window), ends.join("\n\n"), "folded away, {mode:?}");
        ask(&mut window, Command::ShowLeftOut(Side::Left));
        let appeal = "Click here to sign up.";
        assert_eq!(over(&mut window), [ends[0], appeal, ends[1]].join("\n\n"), "{mode:?}");
        let at = sentence(&window, appeal);
        drag(&mut window, at.left_center() + vec2(1.0, 0.0), at.right_center() - vec2(1.0, 0.0));
        assert_eq!(copied(&mut window).as_deref(), Some(appeal), "{mode:?}");
    }
}
