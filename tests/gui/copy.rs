//! What is copied for other programs, and pictures of a row.

use egui::{ColorImage, OutputCommand};
use egui_kittest::image_snapshot;
use egui_kittest::kittest::Queryable as _;
use image::RgbaImage;
use paragone::comparison::{Edits, Options, compare};
use paragone::gui::Start;
use paragone::gui::action::Action;
use paragone::gui::app::Services;
use paragone::gui::command::Command;
use paragone::gui::copied::Rich;
use paragone::gui::model::RowKey;
use paragone::gui::picture;
use paragone::load::RawArticle;
use paragone::text::Pair;

use crate::harness::{Window, ask, choose, comparing, press, says, showing, task, window_of};

fn put(window: &Window) -> Rich {
    window.state().clipboard().put_last().expect("something was copied")
}

#[test]
fn findings_are_copied_as_they_are_listed() {
    let mut window = comparing();
    ask(&mut window, Command::FilterWords("nowhere to be found".to_owned()));
    assert_eq!(Action::CopyFindings.hindrance(window.state().state()), Some("No finding is listed."));
    ask(&mut window, Command::ClearFilter);
    choose(&mut window, "Edit", "Copy findings as a table");
    let Rich { plain, html, .. } = put(&window);
    assert_eq!((plain.lines().count(), html.matches("<tr>").count()), (4, 4));
    assert!(plain.starts_with("Kind\tRelation\tleft.txt\tright.txt"));
    assert!(says(&window, "Copied: 3 findings as a table"));
    ask(&mut window, Command::Do(Action::NextRow));
    assert!(!says(&window, "Copied:"));
}

#[test]
fn both_sides_of_a_row_are_copied_with_their_sources() {
    let mut window = comparing();
    ask(&mut window, Command::ChooseRow(RowKey::Group(0)));
    ask(&mut window, Command::Do(Action::CopyRow));
    let plain = put(&window).plain;
    assert!(plain.contains("” — left.txt\n\n“") && plain.ends_with("” — right.txt"), "{plain}");
}

#[test]
fn a_finding_is_copied_as_one_sentence() {
    let mut window = comparing();
    ask(&mut window, Command::ChooseFinding(0));
    press(&mut window, "Edit");
    window.get_by_label("Copy finding as a sentence").click();
    // What is copied is told in the frame of the click alone.
    window.step();
    let commands = &window.output().platform_output.commands;
    let is_sentence = |text: &str| text.contains("left.txt") && text.contains("right.txt") && !text.contains('\n');
    let copied = |command: &OutputCommand| matches!(command, OutputCommand::CopyText(text) if is_sentence(text));
    assert!(commands.iter().any(copied), "{commands:?}");
}

#[test]
fn a_picture_is_saved_where_the_reader_chooses_and_a_failure_is_told() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (path, works) in [(folder.path().join("pair.png"), true), (folder.path().join("no/pair.png"), false)] {
        let mut window = window_of(Services::fake(vec![path.clone()]), Start::default(), (900.0, 700.0));
        ask(&mut window, Command::Adopt(Box::new(task()), Box::new(crate::fixture::comparison())));
        ask(&mut window, Command::ChooseRow(RowKey::Group(0)));
        choose(&mut window, "Edit", "Save picture…");
        assert_eq!(path.exists(), works);
        assert_eq!(says(&window, "it cannot be written"), !works);
    }
}

#[test]
fn a_picture_of_a_row_is_light_and_sharp_whatever_the_window_wears() {
    let texts = [include_str!("../../assets/examples/left.txt"), include_str!("../../assets/examples/right.txt")];
    let articles = Pair::new(RawArticle::from_text("left.txt", texts[0]), RawArticle::from_text("right.txt", texts[1]));
    let comparison = compare(articles.as_ref(), &Options::default(), &Edits::default());
    let mut window = showing(comparison, (900.0, 700.0));
    ask(&mut window, Command::Do(Action::DarkTheme));
    ask(&mut window, Command::ChooseFinding(0));
    let row = window.state().state().chosen.row.expect("its row is chosen");
    let picture = picture::of_row(window.state().state(), row, false).expect("there is such a row");
    assert_eq!(picture.width(), 1_800);
    let is_opaque = |picture: &ColorImage| picture.pixels.iter().all(|pixel| pixel.a() == 255);
    assert!(is_opaque(&picture) && picture.height() < 1_800);
    let [width, height] = picture.size.map(|side| side as u32);
    let image = RgbaImage::from_raw(width, height, picture.as_raw().to_vec()).expect("four bytes for each pixel");
    image_snapshot(&image, "picture_of_a_row");
    assert!(picture::of_row(window.state().state(), RowKey::Group(99_999), false).is_none());
}
