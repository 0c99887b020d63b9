//! Ten screens in both themes at two sizes: by day on a desk, by night on a small laptop; and the text at twice its size.
//! `UPDATE_SNAPSHOTS=1 cargo test --test gui screens` takes the pictures anew.

use egui::Key;
use egui_kittest::SnapshotResults;
use paragone::comparison::{Edits, Options, compare};
use paragone::gui::action::Action;
use paragone::gui::command::Command;
use paragone::gui::settings::Mode;
use paragone::load::RawArticle;
use paragone::text::{Pair, Side};

use crate::fixture;
use crate::harness::{Window, ask, ctrl, showing, window_with};

/// The bundled example, in rows.
fn example(size: (f32, f32)) -> Window {
    let texts = [include_str!("../../assets/examples/left.txt"), include_str!("../../assets/examples/right.txt")];
    let articles = Pair::new(RawArticle::from_text("left.txt", texts[0]), RawArticle::from_text("right.txt", texts[1]));
    showing(compare(articles.as_ref(), &Options::default(), &Edits::default()), size)
}

/// A short comparison, whose pictures take little room.
fn short(size: (f32, f32)) -> Window {
    showing(fixture::comparison(), size)
}

/// A screen as it is after some commands, by day and by night.
fn both(name: &str, begin: impl Fn((f32, f32)) -> Window, commands: impl Fn() -> Vec<Command>) {
    let mut taken = SnapshotResults::new();
    for (theme, size, when) in
        [(Action::LightTheme, (1440.0, 900.0), "day"), (Action::DarkTheme, (1120.0, 680.0), "night")]
    {
        let mut window = begin(size);
        ask(&mut window, Command::Do(theme));
        for command in commands() {
            ask(&mut window, command);
        }
        window.snapshot(format!("{name}_{when}"));
        taken.extend(window.take_snapshot_results());
    }
}

#[test]
fn welcome() {
    both("screen_welcome", |size| window_with(Vec::new(), Default::default(), size), Vec::new);
}

#[test]
fn side_by_side() {
    both("screen_side_by_side", example, || vec![Command::SetMode(Mode::SideBySide), Command::ChooseFinding(0)]);
}

#[test]
fn rows() {
    both("screen_rows", short, || vec![Command::ChooseFinding(0)]);
}

#[test]
fn row_large() {
    both("screen_row_large", short, || vec![Command::ChooseFinding(0), Command::Do(Action::Detail)]);
}

#[test]
fn links_looked_over() {
    both("screen_look_over", short, || vec![Command::Do(Action::LookOver)]);
}

#[test]
fn left_out() {
    both("screen_left_out", example, || vec![Command::Do(Action::LeftOut)]);
}

#[test]
fn overview() {
    both("screen_overview", short, || vec![Command::Do(Action::Overview)]);
}

#[test]
fn card() {
    both("screen_card", example, || vec![Command::Do(Action::LeftCard)]);
}

#[test]
fn settings() {
    both("screen_settings", short, || vec![Command::Do(Action::Settings)]);
}

#[test]
fn all_commands() {
    both("screen_commands", short, || vec![Command::Do(Action::Commands)]);
}

#[test]
fn rows_at_twice_the_size() {
    let mut window = example((1440.0, 900.0));
    for _ in 0..5 {
        ctrl(&mut window, false, Key::Plus);
    }
    ask(&mut window, Command::ChooseSentence(Side::Left, 1));
    window.snapshot("screen_rows_twice_as_large");
}
