//! Where sources come from: the clipboard, files dropped, addresses.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Event, Key, accesskit::Role, pos2};
use egui_kittest::kittest::Queryable as _;
use paragone::gui::Start;
use paragone::gui::action::Action;
use paragone::gui::app::Services;
use paragone::gui::clipboard::Clipboard;
use paragone::gui::command::{Command, Generation};
use paragone::gui::jobs::Jobs;
use paragone::gui::state::{Page, Placing};
use paragone::load::Source;
use paragone::text::Side;

use crate::harness::{Dropped, Folder, Window, ask, choose, comparing, ctrl, key, press, says, window, window_of};

const SIZE: (f32, f32) = (1200.0, 760.0);
const COPIED: &str = "<h2>The kiln at Oster</h2><p>It was <b>lit</b> on Friday.</p>";
const PLAIN: &str = "The kiln at Oster\nIt was lit on Friday.";

/// A window whose clipboard holds HTML beside the plain text.
fn window_with_html() -> Window {
    let services = Services { clipboard: Clipboard::fake(Some(COPIED.to_owned())), ..Services::fake(Vec::new()) };
    window_of(services, Start::default(), SIZE)
}

/// A window that never finishes reading.
fn window_that_waits() -> Window {
    window_of(Services { jobs: Jobs::stuck(), ..Services::fake(Vec::new()) }, Start::default(), SIZE)
}

fn paste(window: &mut Window, text: &str) {
    window.input_mut().events.push(Event::Paste(text.to_owned()));
    window.run();
}

fn field(window: &mut Window, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).focus();
    window.run();
}

fn text_of(window: &Window, side: Side) -> Option<String> {
    window.state().state().slots[side].ready.as_ref().map(|(_, article)| article.text.clone())
}

#[test]
fn pasting_outside_the_fields_fills_the_first_free_side() {
    let mut window = window_with_html();
    paste(&mut window, PLAIN);
    assert_eq!(text_of(&window, Side::Left).as_deref(), Some("The kiln at Oster\n\nIt was lit on Friday."));
    assert!(says(&window, "9 words, pasted with its headings and paragraphs"));
    paste(&mut window, PLAIN);
    assert_eq!(window.state().state().page, Page::Comparison);
}

#[test]
fn pasting_into_a_field_keeps_headings_where_there_are_any() {
    let mut window = window_with_html();
    field(&mut window, Role::MultilineTextInput, "Right text");
    paste(&mut window, PLAIN);
    assert!(text_of(&window, Side::Right).is_some_and(|text| text.contains("\n\n")));
    assert!(text_of(&window, Side::Left).is_none());
    press(&mut window, "Choose another right source");
    assert!(window.query_by_role_and_label(Role::MultilineTextInput, "Right text").is_some());
}

#[test]
fn plain_text_stays_in_the_field_it_is_pasted_into() {
    let mut window = window();
    field(&mut window, Role::MultilineTextInput, "Left text");
    paste(&mut window, PLAIN);
    assert_eq!(window.state().look().drafts.left, PLAIN);
    assert!(text_of(&window, Side::Left).is_none());
}

#[test]
fn what_is_added_to_a_draft_is_text() {
    let mut window = window_with_html();
    field(&mut window, Role::MultilineTextInput, "Left text");
    window.get_by_role_and_label(Role::MultilineTextInput, "Left text").type_text("So it was: ");
    window.run();
    paste(&mut window, PLAIN);
    assert_eq!(window.state().look().drafts.left, format!("So it was: {PLAIN}"));
}

#[test]
fn a_picture_cannot_be_pasted_and_an_address_waits_for_enter() {
    let mut window = window();
    let picture = Arc::new(egui::ColorImage::default());
    window.input_mut().events.push(Event::PasteImage(picture));
    window.run();
    assert!(says(&window, "The clipboard holds a picture"));
    paste(&mut window, "https://example.org/kiln");
    assert_eq!(window.state().look().paths.left, "https://example.org/kiln");
    assert!(says(&window, "The page is fetched only when you ask"));
    assert!(!window.state().state().is_busy());
}

#[test]
fn pasting_into_a_comparison_asks_for_the_side() {
    let mut window = comparing();
    paste(&mut window, "The kiln was lit on Friday.");
    assert!(says(&window, "The pasted text"));
    press(&mut window, "Replace the right one");
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    assert_eq!(open.articles.right.text, "The kiln was lit on Friday.");
    assert!(open.articles.left.text.starts_with("Bridge at Oster"));
    assert_eq!(window.state().state().placing, None);
    paste(&mut window, "Another text.");
    press(&mut window, "Cancel");
    assert_eq!(window.state().state().placing, None);
}

#[test]
fn an_address_is_opened_from_the_welcome_page() {
    let mut window = window_that_waits();
    let name = "Path or web address of the right source";
    field(&mut window, Role::TextInput, name);
    window.get_by_role_and_label(Role::TextInput, name).type_text("www.example.org/kiln");
    window.run();
    key(&mut window, Key::Enter);
    let reading = window.state().state().slots.right.reading.clone().expect("the page is being fetched");
    assert_eq!(reading.source, Source::Address("https://www.example.org/kiln".to_owned()));
    assert!(says(&window, "Fetching example.org…"));
}

#[test]
fn an_address_is_opened_from_the_comparison() {
    let mut window = comparing();
    choose(&mut window, "File", "Open a web address…");
    assert_eq!(window.state().state().placing, Some(Placing::Address));
    let name = "Web address";
    assert!(window.get_by_role_and_label(Role::TextInput, name).is_focused(), "one can type at once");
    window.get_by_role_and_label(Role::TextInput, name).type_text("no.such.site.example");
    window.run();
    press(&mut window, "Replace the right one");
    assert_eq!(window.state().state().placing, None);
    assert!(says(&window, "https://no.such.site.example: "), "what could not be opened is told");
    assert_eq!(window.state().state().page, Page::Comparison);
    ctrl(&mut window, true, Key::O);
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().placing, None);
}

#[test]
fn a_reading_shows_how_far_it_is_and_is_stopped() {
    let mut window = window_that_waits();
    ask(&mut window, Command::Open(Side::Left, Source::File("report.pdf".into())));
    ask(&mut window, Command::Open(Side::Right, Source::File("notes.txt".into())));
    ask(&mut window, Command::Reached(Generation(1), (120, 300)));
    assert!(says(&window, "Reading report.pdf…") && says(&window, "page 120 of 300"));
    assert!(says(&window, "Reading notes.txt…"));
    press(&mut window, "Stop reading the left source");
    assert!(!says(&window, "Reading report.pdf") && says(&window, "Reading notes.txt…"));
    assert!(window.query_by_role_and_label(Role::MultilineTextInput, "Left text").is_some());
}

#[test]
fn waiting_for_a_reading_draws_at_most_ten_times_a_second() {
    let mut window = window_that_waits();
    ask(&mut window, Command::Open(Side::Left, Source::File("report.pdf".into())));
    let soonest = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert!(soonest.is_some_and(|delay| delay.as_millis() >= 90), "{soonest:?}");
    press(&mut window, "Stop reading the left source");
    window.run_steps(2);
    let soonest = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert!(soonest.is_some_and(|delay| delay.as_secs() > 3600), "nothing moves, so nothing is drawn: {soonest:?}");
}

fn held(path: &str) -> egui::HoveredFile {
    egui::HoveredFile { path: Some(PathBuf::from(path)), ..Default::default() }
}

fn drop(window: &mut Window, files: &[PathBuf]) {
    for path in files {
        window.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    }
    window.step();
}

#[test]
fn a_file_dropped_before_its_place_is_known_waits_for_it() {
    let folder = Folder::new();
    let mut window = window();
    drop(&mut window, &[folder.file("late.txt", "Fog in the harbour.")]);
    assert!(!window.state().state().is_busy() && text_of(&window, Side::Right).is_none());
    window.hover_at(pos2(900.0, 400.0));
    window.run();
    assert!(text_of(&window, Side::Right).is_some() && text_of(&window, Side::Left).is_none());
}

#[test]
fn where_the_pointer_was_before_says_nothing() {
    let folder = Folder::new();
    let mut window = window();
    window.hover_at(pos2(300.0, 400.0));
    window.run();
    window.input_mut().hovered_files = vec![held("/a/tide.txt")];
    window.run_steps(2);
    window.input_mut().hovered_files.clear();
    drop(&mut window, &[folder.file("before.txt", "Fog in the harbour.")]);
    assert!(text_of(&window, Side::Left).is_none());
    window.hover_at(pos2(900.0, 400.0));
    window.run();
    assert!(text_of(&window, Side::Right).is_some() && text_of(&window, Side::Left).is_none());
}

#[test]
fn a_file_whose_place_is_never_known_goes_to_the_free_side() {
    let folder = Folder::new();
    let mut window = window();
    drop(&mut window, &[folder.file("never.txt", "Fog in the harbour.")]);
    window.run_steps(4);
    assert!(text_of(&window, Side::Left).is_some() && text_of(&window, Side::Right).is_none());
}

#[test]
fn a_file_dropped_on_a_half_of_a_comparison_replaces_that_source() {
    let folder = Folder::new();
    let mut window = comparing();
    window.hover_at(pos2(900.0, 400.0));
    window.run();
    drop(&mut window, &[folder.file("half.txt", "Fog in the harbour.")]);
    window.run();
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    assert_eq!(open.articles.right.text, "Fog in the harbour.");
    assert!(open.articles.left.text.starts_with("Bridge at Oster"));
}

#[test]
fn a_file_dropped_nowhere_on_a_comparison_is_asked_about() {
    let folder = Folder::new();
    let mut window = comparing();
    let path = folder.file("asked.txt", "Fog in the harbour.");
    drop(&mut window, std::slice::from_ref(&path));
    window.run_steps(4);
    assert_eq!(window.state().state().placing, Some(Placing::Source(Source::File(path))));
    press(&mut window, "Replace the left one");
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    assert_eq!(open.articles.left.text, "Fog in the harbour.");
}

#[test]
fn of_three_dropped_files_two_are_opened_and_a_folder_is_told() {
    let folder = Folder::new();
    let mut window = window();
    let files = ["a.txt", "b.txt", "c.txt"].map(|name| folder.file(name, "Fog in the harbour."));
    drop(&mut window, &files);
    window.run();
    assert_eq!(window.state().state().page, Page::Comparison);
    assert!(says(&window, "3 files were given; the first two are opened."));
    ask(&mut window, Command::Do(Action::NewComparison));
    window.hover_at(pos2(300.0, 400.0));
    window.run();
    drop(&mut window, &[folder.path().to_path_buf()]);
    window.run();
    assert!(says(&window, "this is a folder; choose a file in it"));
}

#[test]
fn files_held_over_the_window_show_where_they_would_go() {
    let mut window = window();
    window.input_mut().hovered_files = vec![held("/a/tide.txt")];
    window.run_steps(2);
    assert!(says(&window, "Drop here for the left source") && says(&window, "Drop here for the right source"));
    window.input_mut().hovered_files = vec![held("/a/tide.txt"), held("/b/ebb.pdf")];
    window.run_steps(2);
    assert!(says(&window, "Left source: tide.txt") && says(&window, "Right source: ebb.pdf"));
    window.input_mut().hovered_files.clear();
    window.run_steps(2);
    assert!(!says(&window, "Left source: tide.txt"));
}
