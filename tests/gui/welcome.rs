//! From the welcome page to a comparison: pasting, opening, dropping, the example; and what goes wrong on the way.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use paragone::gui::Start;
use paragone::gui::app::Services;
use paragone::gui::state::Page;
use paragone::load::Source;
use paragone::text::Side;

use crate::harness::{Dropped, Folder, Window, choose, press, says, window, window_of, window_with};

fn paste(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Role::MultilineTextInput, field).focus();
    window.run();
    window.get_by_role_and_label(Role::MultilineTextInput, field).type_text(text);
    window.run();
}

#[test]
fn two_pasted_texts_are_compared() {
    let mut window = window();
    paste(&mut window, "Left text", "The kiln was lit on Friday.");
    assert!(says(&window, "The right source is still missing."));
    paste(&mut window, "Right text", "The kiln was lit on Friday.");
    press(&mut window, "Compare");
    assert_eq!(window.state().state().page, Page::Comparison);
    assert_eq!(window.get_all_by_label("The kiln was lit on Friday.").count(), 2);
    assert!(says(&window, "Both sides hold the same text"));
}

#[test]
fn the_window_comes_to_rest_when_letters_are_drawn_ahead() {
    let services = Services { draws_ahead: true, ..Services::fake(Vec::new()) };
    let mut window = window_of(services, Start::default(), (800.0, 600.0));
    assert!(!window.ctx.has_requested_repaint(), "an idle window is not drawn again and again");
    press(&mut window, "Open the example");
    assert_eq!(window.state().state().page, Page::Comparison);
}

#[test]
fn the_example_opens_with_one_click() {
    let mut window = window();
    press(&mut window, "Open the example");
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    assert!(!open.comparison.alignment.links.is_empty() && !open.rows.is_empty());
    assert!(says(&window, "Sentences with a counterpart"));
}

#[test]
fn dialogs_fill_both_sides() {
    let folder = Folder::new();
    let files = vec![
        folder.file("d1.txt", "A heron stood in the lock."),
        folder.file("d2.txt", "A heron stood in the lock all day."),
    ];
    let mut window = window_with(files.clone(), Start::default(), (1200.0, 760.0));
    press(&mut window, "Open two files or a project…");
    let open = window.state().state().open.as_ref().expect("a comparison is open");
    assert_eq!(open.sources.left, Source::File(files[0].clone()));
    assert_eq!(window.state().state().settings.recent.len(), 1);
}

#[test]
fn files_of_the_command_line_open_at_once() {
    let folder = Folder::new();
    let start = Start {
        left: Some(Source::File(folder.file("c1.txt", "The mill race froze."))),
        right: Some(Source::File(folder.file("c2.txt", "The mill race froze over."))),
    };
    let window = window_with(Vec::new(), start, (1200.0, 760.0));
    assert_eq!(window.state().state().page, Page::Comparison);
    assert!(window.state().state().title().ends_with(" — Paragone"));
}

#[test]
fn one_file_waits_for_the_other() {
    let folder = Folder::new();
    let start = Start { left: Some(Source::File(folder.file("w1.txt", "The tide mill turned."))), right: None };
    let mut window = window_with(Vec::new(), start, (1200.0, 760.0));
    assert_eq!(window.state().state().page, Page::Welcome);
    assert!(says(&window, "The tide mill turned."));
    paste(&mut window, "Right text", "The tide mill turned at noon.");
    press(&mut window, "Compare");
    assert_eq!(window.state().state().page, Page::Comparison);
}

#[test]
fn two_dropped_files_fill_both_sides() {
    let folder = Folder::new();
    let mut window = window();
    for (name, text) in [("p1.txt", "Snow fell on the pass."), ("p2.txt", "Snow fell on the pass again.")] {
        window.input_mut().dropped_files.push(Arc::new(Dropped(folder.file(name, text))));
    }
    window.run();
    assert_eq!(window.state().state().page, Page::Comparison);
}

#[test]
fn a_dropped_file_goes_to_the_half_it_is_dropped_on() {
    let folder = Folder::new();
    let mut window = window();
    window.hover_at(egui::pos2(1000.0, 400.0));
    window.run();
    window.input_mut().dropped_files.push(Arc::new(Dropped(folder.file("h.txt", "Fog in the harbour."))));
    window.run();
    assert!(window.state().state().slots[Side::Right].ready.is_some());
    assert!(window.state().state().slots[Side::Left].ready.is_none());
}

#[test]
fn what_cannot_be_read_is_told_in_a_sentence_and_dismissed() {
    let start = Start { left: Some(Source::from_argument("no/such/report.txt")), right: None };
    let mut window = window_with(Vec::new(), start, (1200.0, 760.0));
    assert!(says(&window, "no/such/report.txt: there is no such file"));
    press(&mut window, "Dismiss");
    assert!(!says(&window, "there is no such file"));
    press(&mut window, "Open the example");
    assert_eq!(window.state().state().page, Page::Comparison);
}

#[test]
fn a_new_comparison_leaves_the_open_one_in_reach() {
    let mut window = window();
    press(&mut window, "Open the example");
    choose(&mut window, "File", "New comparison");
    assert_eq!(window.state().state().page, Page::Welcome);
    press(&mut window, "Back to the comparison");
    assert_eq!(window.state().state().page, Page::Comparison);
}
