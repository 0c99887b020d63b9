//! What goes into a report, and where it goes.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use paragone::gui::Start;
use paragone::gui::app::Services;
use paragone::gui::command::Command;
use paragone::gui::dialogs::Dialogs;
use paragone::gui::state::Sheet;

use crate::fixture;
use crate::harness::{Window, ask, ctrl, key, press, says, task, window_of, window_with};

fn comparing(mut window: Window) -> Window {
    ask(&mut window, Command::Adopt(Box::new(task()), Box::new(fixture::comparison())));
    window
}

fn pick(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::RadioButton, name).click();
    window.run();
}

#[test]
fn a_report_is_chosen_and_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.md");
    let mut window = comparing(window_with(vec![file.clone()], Start::default(), (1200.0, 760.0)));
    ctrl(&mut window, true, Key::E);
    assert!(window.query_by_role_and_label(Role::Dialog, "Export report").is_some());
    pick(&mut window, "Markdown");
    pick(&mut window, "Conflicts only (1)");
    press(&mut window, "Save report…");
    assert!(says(&window, "Saved as "));
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("left.txt") && written.contains("conflicts only"), "{written}");
}

#[test]
fn where_no_dialog_can_be_had_the_path_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let services = Services { dialogs: Dialogs::absent(), ..Services::fake(Vec::new()) };
    let mut window = comparing(window_of(services, Start::default(), (1200.0, 760.0)));
    ctrl(&mut window, true, Key::E);
    press(&mut window, "Save report…");
    ctrl(&mut window, false, Key::A);
    let path = folder.path().join("typed");
    window.get_by_role_and_label(Role::TextInput, "File to save to").type_text(&path.display().to_string());
    window.run();
    key(&mut window, Key::Enter);
    assert!(folder.path().join("typed.html").exists());
}

#[test]
fn escape_leaves_without_a_report() {
    let mut window = comparing(window_with(Vec::new(), Start::default(), (1200.0, 760.0)));
    ctrl(&mut window, true, Key::E);
    assert_eq!(window.state().state().sheet, Some(Sheet::Export));
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().sheet, None);
}
