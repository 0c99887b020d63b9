//! What the window looks like. `UPDATE_SNAPSHOTS=1 cargo test --test gui images` takes the pictures anew.

use egui_kittest::kittest::Queryable as _;
use paragone::comparison::{Edits, Options, compare};
use paragone::gui::Start;
use paragone::gui::action::Action;
use paragone::gui::command::Command;
use paragone::gui::projects::{Leftover, ProjectCommand};
use paragone::gui::settings::Mode;
use paragone::load::RawArticle;
use paragone::text::{Pair, Side};

use crate::fixture;
use crate::harness::{Window, ask, comparing, ctrl, showing, task, window, window_with};

#[test]
fn welcome() {
    window().snapshot("welcome");
}

#[test]
fn comparison_light() {
    comparing().snapshot("comparison_light");
}

#[test]
fn comparison_dark() {
    let mut window = comparing();
    ask(&mut window, Command::Do(Action::DarkTheme));
    ask(&mut window, Command::ChooseFinding(0));
    window.snapshot("comparison_dark");
}

#[test]
fn finding_chosen() {
    let mut window = comparing();
    ask(&mut window, Command::ChooseFinding(1));
    window.snapshot("finding_chosen");
}

#[test]
fn long_articles() {
    let mut window = showing(fixture::long(120), (1200.0, 760.0));
    ask(&mut window, Command::ChooseFinding(3));
    window.snapshot("long_articles");
}

#[test]
fn help() {
    let mut window = comparing();
    ask(&mut window, Command::Do(Action::Help));
    window.snapshot("help");
}

#[test]
fn narrow() {
    showing(fixture::comparison(), (480.0, 700.0)).snapshot("narrow");
}

#[test]
fn twice_as_large() {
    let mut window = comparing();
    for _ in 0..5 {
        ctrl(&mut window, false, egui::Key::Plus);
    }
    window.snapshot("twice_as_large");
}

#[test]
fn article_card() {
    let mut window = comparing();
    ask(&mut window, Command::Do(Action::LeftCard));
    window.snapshot("article_card");
}

#[test]
fn all_commands() {
    let mut window = comparing();
    ask(&mut window, Command::Do(Action::Commands));
    window.snapshot("all_commands");
}

#[test]
fn settings() {
    let mut window = comparing();
    ask(&mut window, Command::Do(Action::Settings));
    window.snapshot("settings");
}

#[test]
fn overview() {
    let mut window = showing(fixture::comparison(), (1200.0, 1000.0));
    ask(&mut window, Command::Do(Action::Overview));
    window.snapshot("overview");
}

#[test]
fn high_contrast_light_and_dark() {
    let mut window = comparing();
    ask(&mut window, Command::Do(Action::HighContrast));
    ask(&mut window, Command::ChooseFinding(0));
    window.snapshot("high_contrast_light");
    ask(&mut window, Command::Do(Action::DarkTheme));
    window.snapshot("high_contrast_dark");
}

#[test]
fn first_steps() {
    let mut window = comparing();
    ask(&mut window, Command::Do(Action::FirstSteps));
    window.snapshot("first_steps");
}

/// The bundled example side by side.
fn columns(size: (f32, f32)) -> Window {
    let texts = [include_str!("../../assets/examples/left.txt"), include_str!("../../assets/examples/right.txt")];
    let articles = Pair::new(RawArticle::from_text("left.txt", texts[0]), RawArticle::from_text("right.txt", texts[1]));
    let mut window = showing(compare(articles.as_ref(), &Options::default(), &Edits::default()), size);
    ask(&mut window, Command::SetMode(Mode::SideBySide));
    window
}

#[test]
fn columns_light() {
    columns((1400.0, 860.0)).snapshot("columns_light");
}

#[test]
fn columns_dark() {
    let mut window = columns((1400.0, 860.0));
    ask(&mut window, Command::Do(Action::DarkTheme));
    ask(&mut window, Command::ChooseFinding(0));
    window.snapshot("columns_dark");
}

#[test]
fn columns_twice_as_large() {
    let mut window = columns((1920.0, 1080.0));
    for _ in 0..5 {
        ctrl(&mut window, false, egui::Key::Plus);
    }
    ask(&mut window, Command::Do(Action::Ledger));
    window.snapshot("columns_twice_as_large");
}

#[test]
fn unsaved_question() {
    let mut window = comparing();
    ask(&mut window, Command::SetAlone(Side::Left, 3, true));
    ask(&mut window, Command::Do(Action::Close));
    window.snapshot("unsaved_question");
}

#[test]
fn unsaved_left_over() {
    let mut window = window();
    let leftover = Leftover {
        path: "/state/unsaved-1.paragone".into(),
        when: None,
        names: Ok(Pair::new("The Quay".to_owned(), "The Tide".to_owned())),
        file: Some("/desk/bridge.paragone".into()),
    };
    ask(&mut window, Command::Do(Action::DarkTheme));
    ask(&mut window, Command::Project(ProjectCommand::Found(vec![leftover])));
    window.snapshot("unsaved_left_over");
}

#[test]
fn unsaved_trouble_narrow() {
    let mut window = window_with(vec!["/no/such/folder/bridge.paragone".into()], Start::default(), (480.0, 700.0));
    ask(&mut window, Command::Adopt(Box::new(task()), Box::new(fixture::comparison())));
    ctrl(&mut window, false, egui::Key::S);
    window.snapshot("unsaved_trouble_narrow");
}

/// Articles that no one would make up to test a window: one word of ten thousand letters, and one sentence of two thousand words.
fn odd(size: (f32, f32)) -> Window {
    let word =
        format!("Weir breaks\n\nThe weir broke.\n\nThe file was named {} by mistake.", "abcdefghij".repeat(1000));
    let clauses = ["while rain fell", "and the keeper counted", "two boats near the weir", "before dusk"];
    let sentence: Vec<&str> = clauses.into_iter().cycle().take(600).collect();
    let sentence = format!("Weir breaks\n\nThe weir broke.\n\nOn Monday {}.", sentence.join(" "));
    let name = "a_very_long_name_of_a_source_as_an_archive_gives_it_2025_10_09_final.txt";
    let articles = Pair::new(RawArticle::from_text(name, &word), RawArticle::from_text("right.txt", &sentence));
    let mut window = showing(compare(articles.as_ref(), &Options::default(), &Edits::default()), size);
    ask(&mut window, Command::Do(Action::Ledger));
    window
}

#[test]
fn odd_contents_side_by_side() {
    let mut window = odd((820.0, 620.0));
    ask(&mut window, Command::SetMode(Mode::SideBySide));
    ask(&mut window, Command::ChooseSentence(Side::Right, 2));
    window.snapshot("odd_columns_light");
    ask(&mut window, Command::Do(Action::DarkTheme));
    for _ in 0..5 {
        ctrl(&mut window, false, egui::Key::Plus);
    }
    window.snapshot("odd_twice_as_large_dark");
}

#[test]
fn odd_contents_in_rows() {
    odd((820.0, 620.0)).snapshot("odd_rows");
}

#[test]
fn an_article_without_a_sentence_beside_a_full_one() {
    let articles =
        Pair::new(RawArticle::from_text("left.txt", ""), RawArticle::from_sentences("right.txt", &fixture::RIGHT));
    let mut window = showing(compare(articles.as_ref(), &Options::default(), &Edits::default()), (1000.0, 620.0));
    ask(&mut window, Command::SetMode(Mode::SideBySide));
    window.snapshot("one_is_empty");
}

#[test]
fn a_link_is_being_drawn() {
    let mut window = columns((1000.0, 620.0));
    ask(&mut window, Command::Do(Action::Ledger));
    ask(&mut window, Command::ChooseSentence(Side::Left, 2));
    let from = window.get_by_label("Link left sentence 3 by hand").rect().center();
    let to = egui::pos2(760.0, 450.0);
    let press = |pressed, pos| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    window.event(egui::Event::PointerMoved(from));
    window.event(press(true, from));
    window.step();
    for part in [0.2, 0.6, 1.0, 1.0, 1.0] {
        window.event(egui::Event::PointerMoved(from.lerp(to, part)));
        window.step();
    }
    window.snapshot("link_being_drawn");
}
