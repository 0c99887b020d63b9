//! Reading a source again, being told that its file has changed, and what has no place any more.

use std::path::PathBuf;

use egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;
use paragone::comparison::{Review, Subject};
use paragone::gui::Start;
use paragone::gui::app::Services;
use paragone::gui::command::Command;
use paragone::gui::model::RowKey;
use paragone::load::Source;
use paragone::text::{Pair, Side};
use tempfile::TempDir;

use crate::harness::{Window, ask, choose, key, press, says, window_of};

const LEFT: &str =
    "The mill burned down on Monday.\n\nThe fire killed 12 people, the mayor said.\n\nNobody was warned.";
const RIGHT: &str = "A mill burned down on Monday.\n\nThe fire killed 15 people, the mayor said.";

/// A window with two files that can be changed.
fn with_files() -> (Window, TempDir) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = |side: Side| folder.path().join(format!("{}.txt", side.name()));
    std::fs::write(path(Side::Left), LEFT).expect("a file can be written");
    std::fs::write(path(Side::Right), RIGHT).expect("a file can be written");
    let start = Start { left: Some(Source::File(path(Side::Left))), right: Some(Source::File(path(Side::Right))) };
    (window_of(Services::fake(Vec::new()), start, (1200.0, 800.0)), folder)
}

fn left(folder: &TempDir) -> PathBuf {
    folder.path().join("left.txt")
}

fn come_back(window: &mut Window) {
    window.event(Event::WindowFocused(true));
    window.run();
}

fn note_on(window: &mut Window, sentence: usize, text: &str) {
    let on =
        window.state().state().open.as_ref().and_then(|open| Subject::sentence(&open.comparison, Side::Left, sentence));
    let note = paragone::comparison::Remark { text: text.to_owned(), tags: Vec::new() };
    ask(window, Command::SetNote(on.expect("there is such a sentence"), note));
}

#[test]
fn a_changed_file_is_told_read_again_and_taken_back() {
    let (mut window, folder) = with_files();
    come_back(&mut window);
    assert!(!says(&window, "has changed on the disk"));
    std::fs::write(left(&folder), LEFT.replace("12 people", "at least 14 people")).expect("a file can be written");
    assert!(!says(&window, "has changed on the disk"));
    come_back(&mut window);
    assert!(says(&window, "left.txt has changed on the disk since it was read."));
    press(&mut window, "Reload the left source…");
    assert!(!says(&window, "has changed on the disk"));
    assert!(says(&window, "1 sentence changed.") && says(&window, "comes along"));
    window.snapshot("reload");
    press(&mut window, "Take over");
    assert!(says(&window, "The fire killed at least 14 people"));
    press(&mut window, "Undo");
    assert!(says(&window, "The fire killed 12 people"));
    come_back(&mut window);
    assert!(!says(&window, "has changed on the disk"), "it was told once");
}

#[test]
fn what_would_be_lost_is_told_and_the_old_text_can_be_kept() {
    let (mut window, folder) = with_files();
    note_on(&mut window, 2, "Who says so?");
    std::fs::write(left(&folder), "The mill burned down on Monday.").expect("a file can be written");
    choose(&mut window, "File", "Reload the left source…");
    assert!(says(&window, "2 sentences gone.") && says(&window, "A note on “Nobody was warned.”"));
    press(&mut window, "Keep the old text");
    assert!(!says(&window, "2 sentences gone.") && says(&window, "Nobody was warned."));
    choose(&mut window, "File", "Reload the left source…");
    key(&mut window, Key::Enter);
    assert!(!says(&window, "The fire killed 12 people"));
    key(&mut window, Key::F10);
    assert!(says(&window, "Without a place: 1") && says(&window, "Note on a left sentence"));
    assert!(says(&window, "“Nobody was warned.”") && says(&window, "Who says so?"));
}

#[test]
fn a_note_without_a_place_is_put_on_what_is_chosen() {
    let (mut window, folder) = with_files();
    note_on(&mut window, 2, "Who says so?");
    std::fs::write(left(&folder), "The mill burned down on Monday.").expect("a file can be written");
    choose(&mut window, "File", "Reload the left source…");
    press(&mut window, "Take over");
    key(&mut window, Key::F10);
    ask(&mut window, Command::ChooseSentence(Side::Left, 0));
    window.snapshot("without_a_place");
    press(&mut window, "Put on chosen");
    assert!(!says(&window, "Without a place") && says(&window, "Go there"));
}

#[test]
fn a_checked_finding_that_changed_is_listed_and_deleted() {
    let (mut window, folder) = with_files();
    let number = window
        .state()
        .state()
        .open
        .as_ref()
        .and_then(|open| open.comparison.findings.iter().position(|finding| finding.message.contains("15")));
    ask(&mut window, Command::Review(number.expect("two numbers differ"), Some(Review::Checked)));
    std::fs::write(left(&folder), LEFT.replace("12 people", "14 people")).expect("a file can be written");
    choose(&mut window, "File", "Reload the left source…");
    press(&mut window, "Take over");
    key(&mut window, Key::F10);
    assert!(
        says(&window, "Without a place: 1") && says(&window, "Number – Checked off") && says(&window, "“12 people”")
    );
    window.get_all_by_label("Delete").next().expect("it has its button").click();
    window.run();
    assert!(!says(&window, "Without a place"));
}

#[test]
fn the_card_of_a_file_has_the_way_to_read_it_again() {
    let (mut window, _folder) = with_files();
    ask(&mut window, Command::ChooseRow(RowKey::Alone(Side::Left, 2)));
    key(&mut window, Key::F6);
    press(&mut window, "Reload this source…");
    assert!(says(&window, "left.txt says the same as before; nothing was changed."));
    let pasted = Pair::new("Rain fell.", "It rained.").map(|text| Source::Pasted(text.to_owned()));
    ask(&mut window, Command::OpenPair(pasted));
    key(&mut window, Key::F6);
    assert!(!says(&window, "Reload this source…"));
}
