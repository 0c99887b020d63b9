//! Tests of how a report is asked for and what becomes of it.

use std::path::PathBuf;

use super::tests::{apply, comparing};
use super::{Page, Sheet, State};
use crate::claims::Kind;
use crate::comparison::Review;
use crate::gui::action::Action;
use crate::gui::command::{Command, Effect, Picked};
use crate::gui::export::{Export, Outgoing, Reported, Which};
use crate::gui::projects::{Fault, Order, ProjectCommand as P, Purpose};
use crate::report::Form;

fn project(state: &mut State, command: P) -> Vec<Effect> {
    state.apply(Command::Project(command))
}

fn choose_file(state: &mut State) {
    state.apply(Command::Do(Action::Export));
    let effects = state.apply(Command::ChooseReportFile);
    let form = state.export.form;
    assert!(matches!(&effects[..], [Effect::AskWhere(place)] if place.purpose == Purpose::Report(form)), "{effects:?}");
}

/// The report that is to be written, where, and whether a file there may be replaced.
fn outgoing(effects: Vec<Effect>) -> (Reported, PathBuf, bool) {
    match effects.into_iter().next() {
        Some(Effect::Order(Order::Export(Outgoing::Report(report), file, replace))) => (*report, file, replace),
        other => panic!("a report is to be written: {other:?}"),
    }
}

#[test]
fn a_report_goes_where_the_reader_says() {
    let mut state = comparing();
    choose_file(&mut state);
    assert_eq!(state.sheet, None);
    let effects = project(&mut state, P::Placed(Picked::Files(vec!["/desk/bridge.html".into()])));
    let (report, file, replace) = outgoing(effects);
    assert_eq!((file, replace), (PathBuf::from("/desk/bridge.html"), true));
    assert_eq!(report.export, Export::default());
    project(&mut state, P::Exported(Ok("/desk/bridge.html".into())));
    assert_eq!(state.notices[0].note.message, "Saved as /desk/bridge.html.");
    assert!(!state.is_unsaved() && !state.asking);
}

#[test]
fn an_ending_that_was_left_out_is_added_and_replaces_nothing_unasked() {
    let mut state = comparing();
    state.apply(Command::SetExport(Export { form: Form::Csv, ..Export::default() }));
    choose_file(&mut state);
    let effects = project(&mut state, P::Placed(Picked::Files(vec!["/desk/bridge".into()])));
    let (_, file, replace) = outgoing(effects);
    assert_eq!((file.clone(), replace), (PathBuf::from("/desk/bridge.csv"), false));
    project(&mut state, P::Exported(Err(Fault::Exists(file.clone()))));
    assert_eq!(state.projects.naming.as_ref().and_then(|naming| naming.exists.clone()), Some(file.clone()));
    let effects = project(&mut state, P::SaveTo(file.clone(), true));
    assert_eq!((outgoing(effects).1, state.projects.naming.clone()), (file, None));
}

#[test]
fn without_a_dialog_the_path_is_typed() {
    let mut state = comparing();
    choose_file(&mut state);
    let effects = project(&mut state, P::Placed(Picked::NoDialog));
    assert!(matches!(&effects[..], [Effect::FillPlace(place)] if place.name.ends_with(".html")), "{effects:?}");
    let effects = project(&mut state, P::SaveTo("/desk/page".into(), false));
    assert_eq!(outgoing(effects).1, PathBuf::from("/desk/page.html"));
}

#[test]
fn a_picture_of_the_chosen_row_goes_where_the_reader_says() {
    let mut state = comparing();
    apply(&mut state, Command::ChooseFinding(0));
    let row = state.chosen.row.expect("its row is chosen");
    let effects = state.apply(Command::Do(Action::SavePicture));
    assert!(matches!(&effects[..], [Effect::AskWhere(place)] if place.name == "left and right.png"), "{effects:?}");
    let effects = project(&mut state, P::Placed(Picked::Files(vec!["/desk/row".into()])));
    assert_eq!(effects, [Effect::SavePicture(row, "/desk/row.png".into(), false)]);
}

#[test]
fn a_name_with_a_dot_keeps_it() {
    let name = |path: &str| Purpose::Report(Form::Csv).with_ending(path.as_ref());
    assert_eq!(name("/desk/draft 1.2"), PathBuf::from("/desk/draft 1.2.csv"));
    assert_eq!(name("/desk/draft.CSV"), PathBuf::from("/desk/draft.CSV"));
}

#[test]
fn a_report_that_cannot_be_written_is_told_of() {
    let mut state = comparing();
    choose_file(&mut state);
    project(&mut state, P::Exported(Err(Fault::Refused("/x: it cannot be written".to_owned()))));
    assert_eq!(state.notices[0].note.message, "/x: it cannot be written.");
}

#[test]
fn the_list_goes_into_a_report_as_it_is_filtered() {
    let mut state = comparing();
    apply(&mut state, Command::ToggleKind(Kind::Date));
    state.apply(Command::SetExport(Export { which: Which::Listed, ..Export::default() }));
    choose_file(&mut state);
    let effects = project(&mut state, P::Placed(Picked::Files(vec!["/a.html".into()])));
    let (report, ..) = outgoing(effects);
    assert_eq!((report.listed, report.filters.as_str()), (state.ledger.clone(), "kind: Date"));
}

#[test]
fn findings_are_counted_before_they_are_exported() {
    let mut state = comparing();
    let counts = |state: &State| Which::ALL.map(|(which, _)| state.count_for_export(which));
    assert_eq!(counts(&state), [3, 1, 0, 3]);
    apply(&mut state, Command::Review(0, Some(Review::Checked)));
    apply(&mut state, Command::Review(1, Some(Review::Dismissed(String::new()))));
    assert_eq!(counts(&state)[0], 2);
    assert_eq!(counts(&state)[2], 1);
    assert!(state.has_remarks());
}

#[test]
fn nothing_is_exported_where_nothing_is_open() {
    let mut state = State::default();
    assert_eq!(state.page, Page::Welcome);
    assert!(state.apply(Command::Do(Action::Export)).is_empty());
    assert_ne!(state.sheet, Some(Sheet::Export));
    assert!(state.apply(Command::ChooseReportFile).is_empty());
}
