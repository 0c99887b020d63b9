//! What the window looks like. `UPDATE_SNAPSHOTS=1 cargo test --test gui images` takes the pictures anew.

use paragone::gui::action::Action;
use paragone::gui::command::Command;

use crate::fixture;
use crate::harness::{ask, comparing, ctrl, showing, window};

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
