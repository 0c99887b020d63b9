//! Work that lasts: saving, what is not saved yet, closing, taking up what a crash left.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Key, ViewportCommand, ViewportEvent, ViewportId};
use paragone::gui::Start;
use paragone::gui::app::Services;
use paragone::gui::command::Command;
use paragone::gui::dialogs::Dialogs;
use paragone::gui::keeper::Keeper;
use paragone::gui::projects::ProjectCommand;
use paragone::gui::state::Page;
use paragone::load::Source;
use paragone::project::{self, Lock, Locking};
use tempfile::TempDir;

use crate::fixture;
use crate::harness::{Dropped, Window, ask, choose, ctrl, key, press, says, task, window_of};

const SIZE: (f32, f32) = (1200.0, 760.0);

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("the temporary folder can be written to");
    let file = folder.path().join("bridge.paragone");
    (folder, file)
}

/// A window whose dialogs give this file, and which keeps unsaved work beside it.
fn window(file: &Path) -> Window {
    let aside = file.with_file_name("unsaved");
    window_of(
        Services { keeper: Keeper::inline(Some(aside)), ..Services::fake(vec![file.to_owned()]) },
        Start::default(),
        SIZE,
    )
}

/// The same with a comparison open.
fn comparing(file: &Path) -> Window {
    compare(window(file))
}

fn compare(mut window: Window) -> Window {
    ask(&mut window, Command::Adopt(Box::new(task()), Box::new(fixture::comparison())));
    window
}

/// The same, saved in the file.
fn saved(file: &Path) -> Window {
    let mut window = comparing(file);
    ctrl(&mut window, false, Key::S);
    window
}

/// Opens a file as the command line would.
fn opened(file: &Path) -> Window {
    let aside = file.with_file_name("unsaved");
    let services = Services { keeper: Keeper::inline(Some(aside)), ..Services::fake(Vec::new()) };
    window_of(services, Start { left: Some(Source::File(file.to_owned())), right: None }, SIZE)
}

fn write(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

/// Begins a note on the first row.
fn begin_note(window: &mut Window, text: &str) {
    key(window, Key::ArrowDown);
    ctrl(window, false, Key::M);
    write(window, text);
}

fn note(window: &mut Window, text: &str) {
    begin_note(window, text);
    ctrl(window, false, Key::Enter);
}

fn notes(window: &Window) -> Vec<String> {
    let open = window.state().state().open.as_ref();
    open.map(|open| open.notes.iter().map(|placed| placed.note.text.clone()).collect()).unwrap_or_default()
}

/// Lets seconds pass.
fn wait(window: &mut Window, seconds: usize) {
    window.run_steps(seconds * 4);
}

fn is_asked(window: &Window) -> bool {
    says(window, "Save “")
}

#[test]
fn saving_changing_and_undoing_shows_in_the_bar() {
    let (_folder, file) = folder();
    let mut window = comparing(&file);
    assert!(!says(&window, "saved"), "there is nothing to say of what nobody touched");
    ctrl(&mut window, false, Key::S);
    assert!(file.exists() && says(&window, "bridge · saved"));
    note(&mut window, "Ask the harbour.");
    assert!(says(&window, "bridge · not saved"));
    assert_eq!(window.state().state().title(), "• bridge — Paragone");
    ctrl(&mut window, false, Key::Z);
    assert!(says(&window, "bridge · saved"));
    note(&mut window, "Ask the harbour.");
    press(&mut window, "bridge · not saved; save");
    assert!(says(&window, "bridge · saved"));
    assert!(std::fs::read_to_string(&file).expect("it is there").contains("Ask the harbour."));
}

#[test]
fn a_saved_project_opens_as_it_was() {
    let (_folder, file) = folder();
    let mut first = saved(&file);
    note(&mut first, "Ask the harbour.");
    ctrl(&mut first, false, Key::S);
    drop(first);
    let window = opened(&file);
    assert_eq!(notes(&window), ["Ask the harbour."]);
    assert!(says(&window, "bridge · saved"));
    drop(window);
    let mut window = window_of(Services::fake(vec![file.clone()]), Start::default(), SIZE);
    ctrl(&mut window, false, Key::O);
    assert_eq!(notes(&window), ["Ask the harbour."]);
    ctrl(&mut window, false, Key::W);
    press(&mut window, "bridge");
    assert_eq!(window.state().state().page, Page::Comparison, "it is offered among what was open lately");
}

#[test]
fn a_dropped_project_is_opened() {
    let (_folder, file) = folder();
    drop(saved(&file));
    let mut window = window_of(Services::fake(Vec::new()), Start::default(), SIZE);
    window.hover_at(egui::pos2(300.0, 400.0));
    window.run();
    window.input_mut().dropped_files.push(Arc::new(Dropped(file.clone())));
    window.run();
    assert_eq!(window.state().state().bond.file.as_deref(), Some(&*file));
}

#[test]
fn saving_as_goes_on_with_the_other_file() {
    let (folder, file) = folder();
    let mut window = compare(window_of(
        Services { dialogs: Dialogs::absent(), ..Services::fake(Vec::new()) },
        Start::default(),
        SIZE,
    ));
    ctrl(&mut window, true, Key::S);
    assert!(says(&window, "This desktop offers no window for choosing a place"));
    let name = |window: &Window| window.state().look().place.clone();
    assert!(name(&window).ends_with("left and right.paragone"), "{}", name(&window));
    for path in [file.clone(), folder.path().join("second.paragone")] {
        ctrl(&mut window, true, Key::S);
        ctrl(&mut window, false, Key::A);
        write(&mut window, &path.display().to_string());
        key(&mut window, Key::Enter);
        assert!(path.exists() && window.state().state().bond.file.as_deref() == Some(&*path));
    }
    assert!(says(&window, "second · saved"));
    ctrl(&mut window, true, Key::S);
    ctrl(&mut window, false, Key::A);
    write(&mut window, &file.display().to_string());
    key(&mut window, Key::Enter);
    assert!(says(&window, "There is a file of this name already."));
    press(&mut window, "Replace it");
    assert!(says(&window, "bridge · saved"));
}

#[test]
fn closing_a_comparison_asks_and_keys_answer() {
    let (_folder, file) = folder();
    let mut window = saved(&file);
    note(&mut window, "Ask the harbour.");
    ctrl(&mut window, false, Key::W);
    assert!(says(&window, "Save “bridge” before it closes?"));
    key(&mut window, Key::Escape);
    assert!(!is_asked(&window) && notes(&window).len() == 1);
    ctrl(&mut window, false, Key::W);
    key(&mut window, Key::Enter);
    assert!(window.state().state().open.is_none());
    assert!(std::fs::read_to_string(&file).expect("it is there").contains("Ask the harbour."));
    press(&mut window, "bridge");
    note(&mut window, " Today.");
    ctrl(&mut window, false, Key::W);
    window.key_press(Key::A);
    window.key_press(Key::D);
    window.run();
    assert!(is_asked(&window), "whoever types on has not read the question");
    wait(&mut window, 1);
    key(&mut window, Key::D);
    assert!(window.state().state().open.is_none());
    assert!(!std::fs::read_to_string(&file).expect("it is there").contains("Today."));
}

#[test]
fn a_window_with_unsaved_work_does_not_close_unasked() {
    let (_folder, file) = folder();
    let mut window = saved(&file);
    let close = |window: &mut Window| {
        let viewports = &mut window.input_mut().viewports;
        viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
        window.step();
        window.output().viewport_output[&ViewportId::ROOT].commands.contains(&ViewportCommand::CancelClose)
    };
    assert!(!close(&mut window), "all is saved");
    note(&mut window, "Ask the harbour.");
    assert!(close(&mut window));
    window.run();
    assert!(says(&window, "Save “bridge” before the window closes?"));
    press(&mut window, "Don’t save");
    assert!(!close(&mut window), "the reader has answered");
}

#[test]
fn nothing_under_the_question_hears_the_keys() {
    let (_folder, file) = folder();
    let mut window = comparing(&file);
    note(&mut window, "Ask the harbour.");
    ctrl(&mut window, false, Key::W);
    for shortcut in [Key::F9, Key::N, Key::X] {
        key(&mut window, shortcut);
    }
    ctrl(&mut window, false, Key::Z);
    let state = window.state().state();
    assert!(state.settings.ledger && notes(&window).len() == 1 && is_asked(&window));
}

#[test]
fn other_articles_wait_for_the_answer() {
    let (_folder, file) = folder();
    let mut window = comparing(&file);
    note(&mut window, "Ask the harbour.");
    choose(&mut window, "File", "Open the example");
    assert!(says(&window, "before the other comparison opens?"));
    press(&mut window, "Cancel");
    assert_eq!(notes(&window).len(), 1);
    choose(&mut window, "File", "Open the example");
    press(&mut window, "Save");
    assert!(file.exists() && notes(&window).is_empty());
}

#[test]
fn what_a_crash_left_is_recovered_with_the_note_being_written() {
    let (_folder, file) = folder();
    let mut first = saved(&file);
    note(&mut first, "Ask the harbour.");
    wait(&mut first, 3);
    begin_note(&mut first, "And the");
    wait(&mut first, 3);
    drop(first);
    let mut second = window(&file);
    assert!(says(&second, "Work that was not saved") && says(&second, "of the project bridge"));
    press(&mut second, "Recover");
    let found = notes(&second);
    assert!(found.iter().any(|note| note.contains("Ask the harbour.")), "{found:?}");
    assert!(found.iter().any(|note| note.contains("And the")), "{found:?}");
    assert!(says(&second, "bridge · not saved") && !says(&second, "Work that was not saved"));
    ctrl(&mut second, false, Key::S);
    assert!(says(&second, "bridge · saved"));
    wait(&mut second, 1);
    drop(second);
    assert!(!says(&window(&file), "Work that was not saved"));
}

#[test]
fn what_a_crash_left_is_offered_beside_files_and_thrown_away_on_purpose_alone() {
    let (_folder, file) = folder();
    let mut first = saved(&file);
    note(&mut first, "Ask the harbour.");
    wait(&mut first, 3);
    drop(first);
    let mut second = opened(&file);
    assert!(says(&second, "Work that was not saved") && notes(&second).is_empty());
    press(&mut second, "Throw away…");
    press(&mut second, "Keep it");
    press(&mut second, "Not now");
    assert!(!says(&second, "Work that was not saved"));
    drop(second);
    let mut third = window(&file);
    press(&mut third, "Throw away…");
    press(&mut third, "Yes, throw away");
    assert!(!says(&third, "Work that was not saved"));
    drop(third);
    assert!(!says(&window(&file), "Work that was not saved"));
}

#[test]
fn a_window_that_ends_in_order_leaves_nothing() {
    let (folder, file) = folder();
    let mut window = saved(&file);
    note(&mut window, "Ask the harbour.");
    wait(&mut window, 3);
    ctrl(&mut window, false, Key::S);
    let ctx = window.ctx.clone();
    window.state_mut().end(&ctx);
    let left: Vec<_> = std::fs::read_dir(folder.path().join("unsaved")).expect("it is there").collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(matches!(Lock::take(&file), Locking::Ours(_)));
}

#[test]
fn nothing_is_drawn_anew_while_all_is_saved_or_kept() {
    let (_folder, file) = folder();
    let mut window = saved(&file);
    note(&mut window, "Ask the harbour.");
    wait(&mut window, 4);
    let delay = |window: &Window| window.output().viewport_output[&ViewportId::ROOT].repaint_delay;
    assert_eq!(delay(&window), std::time::Duration::MAX);
}

#[test]
fn a_file_changed_elsewhere_is_saved_over_or_opened_only_when_the_reader_says_so() {
    let (_folder, file) = folder();
    let mut window = saved(&file);
    let other = project::open(&file).expect("it is a project").project;
    let change = |note: &str| {
        let mut text = project::write(&other);
        text.push_str(&" ".repeat(note.len()));
        std::fs::write(&file, text).expect("it can be written");
    };
    change("a");
    note(&mut window, "Mine.");
    ctrl(&mut window, false, Key::S);
    assert!(says(&window, "was changed by another program") && says(&window, "bridge · not saved"));
    press(&mut window, "Save anyway");
    assert!(says(&window, "bridge · saved") && !says(&window, "was changed by another program"));
    change("ab");
    ask(&mut window, Command::Project(ProjectCommand::LookForChanges));
    press(&mut window, "Open the version on the disk");
    assert!(says(&window, "bridge · saved") && notes(&window).is_empty());
}

#[test]
fn a_folder_that_vanishes_costs_nothing() {
    let outer = tempfile::tempdir().expect("a folder");
    let inner = outer.path().join("drive");
    std::fs::create_dir(&inner).expect("it can be made");
    let services = Services::fake(vec![inner.join("bridge.paragone")]);
    let mut window = compare(window_of(services, Start::default(), SIZE));
    ctrl(&mut window, false, Key::S);
    note(&mut window, "Ask the harbour.");
    std::fs::remove_dir_all(&inner).expect("it can be removed");
    ctrl(&mut window, false, Key::S);
    assert!(says(&window, "its folder is not there") && says(&window, "bridge · not saved"));
    assert_eq!(notes(&window).len(), 1);
    std::fs::create_dir(&inner).expect("it comes back");
    press(&mut window, "Try again");
    assert!(says(&window, "bridge · saved"));
}

#[test]
fn a_project_open_elsewhere_opens_as_a_copy() {
    let (_folder, file) = folder();
    drop(saved(&file));
    let lock = Lock::take(&file);
    assert!(matches!(lock, Locking::Ours(_)));
    let mut window = opened(&file);
    assert!(says(&window, "is open in another window. This is a copy"));
    note(&mut window, "Ask the harbour.");
    ctrl(&mut window, false, Key::S);
    assert!(says(&window, "bridge · not saved"));
    assert!(!std::fs::read_to_string(&file).expect("it is there").contains("Ask the harbour."));
}

#[test]
fn a_file_of_a_later_version_is_not_saved_over() {
    let (folder, file) = folder();
    drop(saved(&file));
    let text = std::fs::read_to_string(&file).expect("it is there");
    let later = text.replacen("\"version\": 1,", "\"version\": 9,\n  \"atlas\": \"of tomorrow\",", 1);
    std::fs::write(&file, &later).expect("it can be written");
    let copy = folder.path().join("copy.paragone");
    let start = Start { left: Some(Source::File(file.clone())), right: None };
    let mut window = window_of(Services::fake(vec![copy.clone()]), start, SIZE);
    assert!(says(&window, "was written by a later version of Paragone"));
    note(&mut window, "Ask the harbour.");
    ctrl(&mut window, false, Key::S);
    assert_eq!(std::fs::read_to_string(&file).expect("it is there"), later);
    let copied = std::fs::read_to_string(&copy).expect("it was saved there");
    assert!(copied.contains("of tomorrow") && copied.contains("Ask the harbour."));
}
