//! Both articles side by side: reading, choosing, scrolling together.

use egui::{Key, Modifiers, accesskit::Role, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use paragone::align::Status;
use paragone::comparison::{Comparison, Edits, Options, compare};
use paragone::gui::action::Action;
use paragone::gui::command::Command;
use paragone::gui::model::{RowFilter, RowKey};
use paragone::gui::settings::Mode;
use paragone::load::RawArticle;
use paragone::text::{Pair, Side};

use crate::fixture;
use crate::harness::{Window, ask, comparing, ctrl, key, press, says, showing};

const WIDE: (f32, f32) = (1400.0, 800.0);

fn reading(comparison: Comparison) -> Window {
    let mut window = showing(comparison, WIDE);
    ask(&mut window, Command::SetMode(Mode::SideBySide));
    window
}

fn at(window: &Window) -> Option<(Side, usize)> {
    window.state().state().at()
}

fn offset(window: &Window, side: Side) -> f32 {
    window.state().look().articles.columns[side].offset
}

/// The sentence on the line at which people read; every sentence is a paragraph of its own.
fn read(window: &Window, side: Side) -> usize {
    let list = &window.state().look().articles.columns[side];
    list.heights.anchor(list.offset + 0.4 * list.view).row
}

fn both_read_the_same(window: &Window) -> bool {
    read(window, Side::Left).abs_diff(read(window, Side::Right)) <= 1
}

fn wheel(window: &mut Window, at: egui::Pos2, by: f32) {
    window.hover_at(at);
    window.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, by),
        modifiers: Modifiers::NONE,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
    });
    for _ in 0..30 {
        window.step();
    }
}

/// What the accessibility tree says of a sentence besides its text.
fn value(window: &Window, sentence: &str) -> String {
    let node = window.get_by_role_and_label(Role::ListItem, sentence);
    node.accesskit_node().description().unwrap_or_default()
}

#[test]
fn every_sentence_in_view_says_how_it_stands() {
    let window = reading(fixture::comparison());
    for sentence in fixture::LEFT.iter().chain(&fixture::RIGHT) {
        assert!(window.query_by_role_and_label(Role::ListItem, sentence).is_some(), "{sentence}");
    }
    assert_eq!(value(&window, fixture::LEFT[1]), "Left sentence 2: matches right sentence 3, suggested; 1 finding");
    assert_eq!(value(&window, fixture::RIGHT[1]), "Right sentence 2: no counterpart found");
}

#[test]
fn sentences_of_a_paragraph_run_on_and_are_chosen_one_by_one() {
    let text = "The weir broke on Monday. Two boats sank. Nobody aboard the boats was hurt.";
    let articles = Pair::new(RawArticle::from_text("left", text), RawArticle::from_text("right", text));
    let mut window = reading(compare(articles.as_ref(), &Options::default(), &Edits::default()));
    let top = |sentence: &str| {
        let nodes = window.query_all_by_role_and_label(Role::ListItem, sentence);
        nodes.map(|node| node.rect().top()).next().expect("the sentence is shown")
    };
    assert_eq!(top("The weir broke on Monday."), top("Two boats sank."));
    let boats = window.query_all_by_role_and_label(Role::ListItem, "Two boats sank.").next().expect("it is shown");
    boats.click();
    window.run();
    assert_eq!(at(&window), Some((Side::Left, 1)));
}

#[test]
fn arrow_keys_go_through_an_article_and_over_to_the_other() {
    let mut window = reading(fixture::comparison());
    for (pressed, expected) in [
        (Key::ArrowDown, (Side::Left, 0)),
        (Key::ArrowDown, (Side::Left, 1)),
        (Key::ArrowRight, (Side::Right, 2)),
        (Key::ArrowDown, (Side::Right, 3)),
        (Key::ArrowLeft, (Side::Left, 4)),
        (Key::ArrowUp, (Side::Left, 3)),
    ] {
        key(&mut window, pressed);
        assert_eq!(at(&window), Some(expected), "{pressed:?}");
    }
    let focused = window.get_by_role_and_label(Role::ListItem, fixture::LEFT[3]);
    assert!(focused.accesskit_node().is_focused(), "the keyboard is where the reader is");
}

#[test]
fn a_choice_is_the_same_in_rows_and_columns() {
    let mut window = reading(fixture::comparison());
    window.get_by_role_and_label(Role::ListItem, fixture::RIGHT[4]).click();
    window.run();
    assert_eq!(window.state().state().chosen.row, Some(RowKey::Group(2)));
    window.get_by_role_and_label(Role::RadioButton, "Rows").click();
    window.run();
    assert!(says(&window, "Copy with sources"), "the row is unfolded");
    key(&mut window, Key::F5);
    assert_eq!(at(&window), Some((Side::Right, 4)));
}

#[test]
fn a_finding_is_chosen_from_the_margin_and_its_words_are_gone_to() {
    let mut window = reading(fixture::comparison());
    press(&mut window, "1 finding, one a conflict in right sentence 3");
    assert_eq!(window.state().state().chosen.finding, Some(0));
    key(&mut window, Key::F8);
    assert_eq!(window.state().state().chosen.finding, Some(1));
    assert!(matches!(at(&window), Some((Side::Left, 2))));
}

#[test]
fn a_chosen_link_is_confirmed_from_its_sign() {
    let mut window = reading(fixture::comparison());
    ask(&mut window, Command::ChooseSentence(Side::Left, 1));
    window.get_by_label_contains("suggested, likely").click();
    window.run();
    press(&mut window, "Confirm this link");
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    let link = open.comparison.alignment.links.iter().find(|link| link.sentences == Pair::new(1, 2));
    assert_eq!(link.map(|link| link.status), Some(Status::Confirmed));
    assert!(value(&window, fixture::LEFT[1]).contains("confirmed by you"));
}

#[test]
fn a_possible_counterpart_is_offered_across_the_gutter() {
    let mut window = reading(fixture::comparison());
    ask(&mut window, Command::ChooseSentence(Side::Left, 3));
    press(&mut window, "Possible: left 4 with right 6");
    press(&mut window, "Link these");
    assert!(value(&window, fixture::LEFT[3]).contains("matches right sentence 6, linked by you"));
}

#[test]
fn two_sentences_are_linked_by_clicks_in_both_columns() {
    let mut window = reading(fixture::comparison());
    ask(&mut window, Command::BeginLink(Side::Left, 5));
    window.get_by_role_and_label(Role::ListItem, fixture::RIGHT[1]).click();
    window.run();
    assert!(value(&window, fixture::LEFT[5]).contains("linked by you"));
}

#[test]
fn a_ribbon_is_clicked_where_it_crosses_the_gutter() {
    let mut window = reading(fixture::comparison());
    let ends = [fixture::LEFT[2], fixture::RIGHT[4]]
        .map(|sentence| window.get_by_role_and_label(Role::ListItem, sentence).rect());
    let gutter = paragone::gui::spread::Spread::of(WIDE.0 - 350.0, 10).expect("there is room").gutter;
    // In its middle a ribbon is half way between both sentences, here of one line each.
    let at = pos2(gutter.center(), (ends[0].center().y + ends[1].center().y) / 2.0);
    window.hover_at(at);
    window.run();
    window.drag_at(at);
    window.drop_at(at);
    window.run();
    assert_eq!(window.state().state().chosen.row, Some(RowKey::Group(2)));
}

#[test]
fn where_one_article_is_scrolled_the_other_follows() {
    let mut window = reading(fixture::long(400));
    wheel(&mut window, pos2(200.0, 400.0), -3000.0);
    let down = offset(&window, Side::Left);
    assert!(down > 1500.0 && both_read_the_same(&window), "{down}");
    wheel(&mut window, pos2(800.0, 400.0), 1500.0);
    let up = offset(&window, Side::Left);
    assert!(up < down - 500.0 && both_read_the_same(&window), "{up} after {down}");
}

#[test]
fn unlocked_the_other_article_stays_where_it_is() {
    let mut window = reading(fixture::long(400));
    window.get_by_role_and_label(Role::CheckBox, "Scroll together").click();
    window.run();
    wheel(&mut window, pos2(200.0, 400.0), -3000.0);
    assert!(offset(&window, Side::Left) > 1500.0);
    assert_eq!(offset(&window, Side::Right), 0.0);
    window.key_press_modifiers(Modifiers::SHIFT, Key::F5);
    window.run();
    assert!(window.state().state().settings.together);
}

#[test]
fn both_ends_of_both_articles_are_reached_by_keys() {
    let mut window = reading(fixture::long(400));
    key(&mut window, Key::End);
    window.run_steps(8);
    assert!(says(&window, "Sentence 399 of the left report") && says(&window, "Sentence 399 of the right report"));
    key(&mut window, Key::Home);
    window.run_steps(8);
    assert_eq!((offset(&window, Side::Left), offset(&window, Side::Right)), (0.0, 0.0));
}

#[test]
fn what_is_chosen_far_away_comes_into_view_with_its_counterpart_beside_it() {
    let mut window = reading(fixture::long(400));
    ask(&mut window, Command::ChooseSentence(Side::Right, 250));
    let top = |side: &str| {
        let words = format!("Sentence 250 of the {side} report");
        window.get_all_by_label_contains(&words).map(|node| node.rect().top()).fold(f32::INFINITY, f32::min)
    };
    assert!((top("left") - top("right")).abs() < 2.0, "{} and {}", top("left"), top("right"));
    let before = offset(&window, Side::Right);
    ask(&mut window, Command::ChooseSentence(Side::Right, 251));
    assert_eq!(offset(&window, Side::Right), before, "what is in view already does not jump");
}

#[test]
fn a_click_on_the_map_moves_both() {
    let mut window = reading(fixture::long(400));
    let name = "Overview of the left article: 400 of 400 sentences have a counterpart";
    let map = window.get_by_role_and_label(Role::ScrollBar, name);
    let middle = map.rect().center();
    map.click();
    window.run_steps(10);
    let total = window.state().look().articles.columns.left.heights.total();
    let centre = offset(&window, Side::Left) + 300.0;
    assert!((centre / total - 0.5).abs() < 0.05, "{centre} of {total} after a click at {middle:?}");
    assert!(both_read_the_same(&window));
}

#[test]
fn only_what_is_in_view_is_laid_out_and_nothing_moves_by_itself() {
    let mut window = reading(fixture::long(2000));
    assert!(window.state().look().articles.columns.left.laid_out < 40);
    wheel(&mut window, pos2(200.0, 400.0), -30_000.0);
    assert!(window.state().look().articles.columns.right.laid_out < 40);
    window.run();
    assert!(!window.ctx.has_requested_repaint(), "an idle window is not drawn again and again");
}

#[test]
fn the_filter_and_the_search_hold_in_columns_too() {
    let mut window = reading(fixture::comparison());
    window.get_by_label("With findings").click();
    window.run();
    assert_eq!(window.state().state().row_filter, RowFilter::WithFindings);
    assert!(says(&window, fixture::LEFT[5]), "the text stays whole");
    ctrl(&mut window, false, Key::F);
    window.get_by_role_and_label(Role::TextInput, "Find").type_text("Works");
    window.run();
    assert_eq!(window.state().state().chosen.row, Some(RowKey::Group(2)));
}

#[test]
fn a_narrow_window_shows_rows_and_has_columns_again_when_wide() {
    let mut window = showing(fixture::comparison(), (560.0, 700.0));
    ask(&mut window, Command::Do(Action::SwitchMode));
    assert_eq!(window.state().state().settings.mode, Mode::SideBySide);
    assert!(says(&window, "No counterpart found"), "rows say so in the text");
    assert!(window.query_by_role_and_label(Role::RadioButton, "Rows").is_none());
    window.set_size(egui::vec2(WIDE.0, WIDE.1));
    window.run();
    assert!(window.query_by_role_and_label(Role::ListItem, fixture::LEFT[2]).is_some());
}

#[test]
fn a_long_unbroken_word_and_an_empty_article_break_nothing() {
    let long = format!("{} ends. Then rain fell on the weir.", "Überschwemmung".repeat(60));
    let articles = Pair::new(RawArticle::from_text("left", &long), RawArticle::from_text("right", ""));
    let mut window = reading(compare(articles.as_ref(), &Options::default(), &Edits::default()));
    key(&mut window, Key::ArrowDown);
    key(&mut window, Key::ArrowRight);
    key(&mut window, Key::ArrowDown);
    assert_eq!(at(&window), Some((Side::Left, 1)));
    wheel(&mut window, pos2(800.0, 400.0), -300.0);
}

#[test]
fn every_key_of_reading_is_in_the_help() {
    let mut window = comparing();
    ask(&mut window, Command::Do(Action::Help));
    for name in ["Side by side", "Scroll together", "To the right article"] {
        assert!(says(&window, name), "{name}");
    }
}

#[test]
fn a_sentence_taller_than_the_window_is_shown_from_its_beginning() {
    let clauses = ["while rain fell", "and the keeper counted", "two boats near the weir", "before dusk"];
    let endless: Vec<&str> = clauses.into_iter().cycle().take(600).collect();
    let short: Vec<String> = (0..40).map(|n| format!("Warden number{n} mended nets at bend{n}.")).collect();
    let text =
        format!("{}\n\nOn Monday {}.\n\n{}", short[..30].join("\n\n"), endless.join(" "), short[30..].join("\n\n"));
    let articles = Pair::new(RawArticle::from_text("left", &text), RawArticle::from_text("right", &short.join("\n\n")));
    let mut window = reading(compare(articles.as_ref(), &Options::default(), &Edits::default()));
    for from in [None, Some(39)] {
        if let Some(from) = from {
            ask(&mut window, Command::ChooseSentence(Side::Left, from));
        }
        ask(&mut window, Command::ChooseSentence(Side::Left, 30));
        window.run();
        let top = window.state().look().texts.iter().find(|text| text.galley.text().starts_with("On Monday"));
        let (top, height) = top.map(|text| (text.at.y, text.rect().height())).expect("the sentence is drawn");
        assert!(height > 2.0 * WIDE.1, "the test needs a sentence taller than the window: {height}");
        let list = &window.state().look().articles.columns.left;
        assert!((WIDE.1 - list.view..WIDE.1 * 0.6).contains(&top), "it begins at {top}, come from {from:?}");
    }
}
