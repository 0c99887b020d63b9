//! Tests of what commands about projects do to the state.

use std::path::{Path, PathBuf};

use super::*;
use crate::comparison::Subject;
use crate::gui::action::Action;
use crate::gui::command::{Command, Picked};
use crate::gui::projects::{Answer, Fault, Fetched, Guard, Order, OutOf, Over, ProjectCommand as P, Unfetched};
use crate::gui::settings::Settings;
use crate::gui::state::tests::{apply, comparing, work};
use crate::project::Stamp;
use crate::text::Side;

pub(super) const FILE: &str = "/desk/bridge.paragone";

pub(super) fn project(state: &mut State, command: P) -> Vec<Effect> {
    state.apply(Command::Project(command))
}

/// A correction that is quickly made.
pub(super) fn correct(state: &mut State) {
    apply(state, Command::SetAlone(Side::Left, 3, true));
}

/// What is to be written, of the effects of a command.
pub(super) fn writing(effects: &[Effect]) -> (Generation, &Path, Over) {
    let order = effects.iter().find_map(|effect| match effect {
        Effect::Order(Order::Write(ticket, writing)) => Some((*ticket, &*writing.file, writing.over)),
        _ => None,
    });
    order.expect("something is to be saved")
}

/// Answers the dialog for a place, and has the file written as if all went well.
pub(super) fn save_as(state: &mut State, file: &str) -> Vec<Effect> {
    let effects = state.apply(Command::Do(Action::SaveAs));
    assert!(matches!(effects[..], [Effect::AskWhere(_)]), "{effects:?}");
    let effects = project(state, P::Placed(Picked::Files(vec![PathBuf::from(file)])));
    let ticket = writing(&effects).0;
    project(state, P::Written(ticket, Ok(None)))
}

/// A comparison that is saved.
pub(super) fn saved() -> State {
    let mut state = comparing();
    save_as(&mut state, FILE);
    state
}

pub(super) fn fetched(state: &State) -> Fetched {
    let work = state.work().expect("a comparison is open");
    let file = Some(PathBuf::from(FILE));
    Fetched { work, file, stamp: None, guard: None, lost: Vec::new(), out_of: OutOf::File }
}

/// Opens a project with a result of the keeper's.
fn open(state: &mut State, result: Result<Fetched, Unfetched>) {
    let effects = project(state, P::Open(PathBuf::from("/other/tide.paragone")));
    let [Effect::Order(Order::Fetch(ticket, _))] = effects[..] else { panic!("a project is to be read: {effects:?}") };
    apply(state, Command::Project(P::Fetched(ticket, Box::new(result))));
}

#[test]
fn what_nobody_touched_is_never_asked_about() {
    let mut state = comparing();
    assert!(!state.is_unsaved() && state.may_close() && state.unsaved_change().is_none());
    assert_eq!(state.apply(Command::Do(Action::Quit)), [Effect::Quit]);
    assert!(Action::Save.enabled(&state));
}

#[test]
fn a_correction_is_unsaved_until_it_is_undone_or_saved() {
    let mut state = comparing();
    correct(&mut state);
    assert!(state.is_unsaved() && state.title().starts_with("• "), "{}", state.title());
    apply(&mut state, Command::Do(Action::Undo));
    assert!(!state.is_unsaved());
    correct(&mut state);
    save_as(&mut state, FILE);
    assert!(!state.is_unsaved() && !Action::Save.enabled(&state));
    assert_eq!(state.title(), "bridge — Paragone");
    assert_eq!(state.settings.recent_projects, [FILE]);
    apply(&mut state, Command::Do(Action::Undo));
    assert!(state.is_unsaved());
    apply(&mut state, Command::Do(Action::Redo));
    assert!(!state.is_unsaved());
}

#[test]
fn what_is_being_written_is_part_of_the_work() {
    let mut state = saved();
    let comparison = &state.open.as_ref().expect("a comparison is open").comparison;
    let on = Subject::sentence(comparison, Side::Left, 0).expect("a sentence");
    apply(&mut state, Command::BeginWriting(Topic::Note(on.clone())));
    assert!(!state.is_unsaved(), "nothing is written yet");
    let change = state.projects.changes;
    apply(&mut state, Command::Draft(Remark { text: "Ask.".to_owned(), tags: Vec::new() }));
    assert!(state.is_unsaved() && state.projects.changes > change);
    let work = state.work().expect("a comparison is open");
    assert_eq!(work.edits.remarks.note(&on).map(|note| note.text.as_str()), Some("Ask."));
    apply(&mut state, Command::StopWriting);
    assert!(!state.is_unsaved());
}

#[test]
fn matching_and_exchanged_sides_are_part_of_a_project_alone() {
    for action in [Action::StrictMatching, Action::Swap] {
        let mut state = comparing();
        apply(&mut state, Command::Do(action));
        assert!(!state.is_unsaved(), "{action:?}");
        let mut state = saved();
        apply(&mut state, Command::Do(action));
        assert!(state.is_unsaved() && state.bond.file.as_deref() == Some(Path::new(FILE)), "{action:?}");
    }
}

#[test]
fn one_file_is_written_at_a_time_and_the_newest_state_last() {
    let mut state = saved();
    correct(&mut state);
    let first = writing(&state.apply(Command::Do(Action::Save))).0;
    apply(&mut state, Command::SetAlone(Side::Left, 5, true));
    assert!(state.apply(Command::Do(Action::Save)).is_empty());
    let effects = project(&mut state, P::Written(first, Ok(None)));
    assert!(state.is_unsaved());
    let second = writing(&effects).0;
    project(&mut state, P::Written(second, Ok(None)));
    assert!(!state.is_unsaved() && state.bond.saving.is_none());
}

#[test]
fn what_cannot_be_saved_stays_unsaved_and_is_told() {
    let mut state = saved();
    correct(&mut state);
    for (fault, trouble) in [
        (
            Fault::Refused("the disk is full".to_owned()),
            Trouble::Failed("the disk is full. Your work is still here.".to_owned()),
        ),
        (Fault::Changed, Trouble::Changed),
    ] {
        let ticket = writing(&state.apply(Command::Do(Action::Save))).0;
        project(&mut state, P::Written(ticket, Err(fault)));
        assert!(state.is_unsaved());
        assert_eq!(state.bond.trouble, Some(trouble));
    }
    let effects = project(&mut state, P::SaveAnyway);
    assert_eq!(writing(&effects).2, Over::Anything);
}

#[test]
fn trying_again_goes_to_the_place_that_failed() {
    let mut state = saved();
    state.apply(Command::Do(Action::SaveAs));
    let effects = project(&mut state, P::Placed(Picked::Files(vec!["/drive/tide.paragone".into()])));
    let ticket = writing(&effects).0;
    project(&mut state, P::Written(ticket, Err(Fault::Refused("its folder is not there".to_owned()))));
    assert_eq!(state.bond.file.as_deref(), Some(Path::new(FILE)));
    let effects = project(&mut state, P::TryAgain);
    assert_eq!(writing(&effects).1, Path::new("/drive/tide.paragone"));
}

#[test]
fn a_file_of_the_same_name_is_not_replaced_unasked() {
    let mut state = comparing();
    state.apply(Command::Do(Action::Save));
    // The dialog asked about `tide`, not about the file that the name becomes.
    let effects = project(&mut state, P::Placed(Picked::Files(vec!["/desk/tide".into()])));
    assert_eq!(writing(&effects), (writing(&effects).0, Path::new("/desk/tide.paragone"), Over::Nothing));
    let ticket = writing(&effects).0;
    project(&mut state, P::Written(ticket, Err(Fault::Exists("/desk/tide.paragone".into()))));
    assert_eq!(state.projects.naming, Some(Naming { exists: Some("/desk/tide.paragone".into()) }));
    let effects = project(&mut state, P::SaveTo("/desk/tide.paragone".into(), true));
    assert_eq!(writing(&effects).2, Over::Anything);
}

#[test]
fn where_no_dialog_is_the_name_is_typed() {
    let mut state = comparing();
    state.apply(Command::Do(Action::Save));
    let effects = project(&mut state, P::Placed(Picked::NoDialog));
    assert!(matches!(&effects[..], [Effect::FillPlace(place)] if place.name.ends_with(".paragone")), "{effects:?}");
    assert!(state.is_asked());
    let effects = project(&mut state, P::SaveTo("/desk/a".into(), false));
    assert_eq!(writing(&effects).1, Path::new("/desk/a.paragone"));
    assert!(!state.is_asked());
}

#[test]
fn a_project_opens_with_its_matching_and_is_remembered() {
    let mut other = saved();
    apply(&mut other, Command::Do(Action::StrictMatching));
    correct(&mut other);
    let mut state = State::new(Settings::default());
    open(&mut state, Ok(Fetched { lost: vec!["A note was lost.".to_owned()], ..fetched(&other) }));
    assert_eq!(state.page, Page::Comparison);
    assert_eq!(state.settings.matching, crate::align::Matching::Strict);
    assert_eq!(state.open.as_ref().map(|open| &open.edits), other.open.as_ref().map(|open| &open.edits));
    assert!(!state.is_unsaved() && state.settings.recent_projects == [FILE]);
    assert_eq!(state.notices[0].note.message, "A note was lost.");
    assert!(state.files_in_hand().contains(Path::new(FILE)));
}

#[test]
fn a_project_that_is_gone_is_told_and_forgotten() {
    let mut state = State::default();
    state.settings.remember_project(Path::new("/other/tide.paragone"));
    let why = "/other/tide.paragone: there is no such file.".to_owned();
    open(&mut state, Err(Unfetched { file: "/other/tide.paragone".into(), missing: true, why }));
    assert!(state.settings.recent_projects.is_empty() && state.notices.len() == 1 && !state.is_busy());
}

#[test]
fn sources_that_are_projects_are_opened_as_such() {
    let tide = Source::File("/other/tide.paragone".into());
    let article = Source::File("/other/tide.txt".into());
    for command in [
        Command::Take(vec![tide.clone()], None),
        Command::Take(vec![article, tide.clone()], None),
        Command::Open(Side::Left, tide.clone()),
        Command::OpenPair(Pair::new(tide.clone(), tide)),
    ] {
        let effects = State::default().apply(command);
        assert!(matches!(effects[..], [Effect::Order(Order::Fetch(..))]), "{effects:?}");
    }
}

#[test]
fn a_guarded_file_is_never_written_over() {
    for guard in [Guard::Taken, Guard::Newer(7)] {
        let mut state = State::default();
        open(&mut state, Ok(Fetched { guard: Some(guard), ..fetched(&comparing()) }));
        assert!(state.notices[0].note.message.contains("another name"), "{:?}", state.notices);
        correct(&mut state);
        let effects = state.apply(Command::Do(Action::Save));
        assert!(
            matches!(&effects[..], [Effect::AskWhere(place)] if place.name == "bridge (copy).paragone"),
            "{effects:?}"
        );
    }
}

#[test]
fn a_file_changed_elsewhere_is_told_once() {
    let mut state = saved();
    assert!(matches!(project(&mut state, P::LookForChanges)[..], [Effect::Order(Order::Look(_))]));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a");
    std::fs::write(&file, "x").expect("it can be written");
    let stamp = Stamp::of(&file);
    for _ in 0..2 {
        project(&mut state, P::Stands(FILE.into(), stamp));
    }
    assert_eq!(state.bond.trouble, Some(Trouble::Changed));
    project(&mut state, P::LeaveBe);
    project(&mut state, P::Stands(FILE.into(), stamp));
    assert_eq!(state.bond.trouble, None);
    assert!(matches!(project(&mut state, P::OpenFromDisk)[..], [Effect::Order(Order::Fetch(..))]));
}

#[test]
fn a_path_from_here_is_the_same_file_as_its_whole_path() {
    let mut state = comparing();
    let whole = std::path::absolute("here.paragone").expect("there is a folder");
    save_as(&mut state, "here.paragone");
    correct(&mut state);
    assert!(project(&mut state, P::Open(whole.clone())).is_empty());
    assert_eq!(state.bond.file, Some(whole));
}

#[test]
fn a_file_that_is_gone_makes_the_work_unsaved() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a");
    std::fs::write(&file, "x").expect("it can be written");
    let mut state = State::default();
    open(&mut state, Ok(Fetched { stamp: Stamp::of(&file), ..fetched(&comparing()) }));
    assert!(!state.is_unsaved());
    project(&mut state, P::Stands(FILE.into(), None));
    assert!(state.is_unsaved() && state.bond.trouble == Some(Trouble::Gone));
}

#[test]
fn recovered_work_is_unsaved_and_bound_to_its_file() {
    let mut before = saved();
    correct(&mut before);
    let left = PathBuf::from("/state/unsaved-1.paragone");
    let mut state = State::default();
    let effects = project(&mut state, P::Recover(left.clone()));
    let [Effect::Order(Order::FetchLeftover(ticket, _))] = effects[..] else { panic!("{effects:?}") };
    let result = Fetched { out_of: OutOf::Leftover(left.clone(), false), ..fetched(&before) };
    let effects = project(&mut state, P::Fetched(ticket, Box::new(Ok(result))));
    work(&mut state, effects);
    assert!(state.is_unsaved() && state.bond.file.as_deref() == Some(Path::new(FILE)));
    assert!(state.files_in_hand().contains(Path::new(FILE)));
}

#[test]
fn what_is_thrown_away_is_no_longer_offered() {
    let mut state = State::default();
    let leftover = |name: &str| Leftover { path: name.into(), when: None, names: Err("x".to_owned()), file: None };
    project(&mut state, P::Found(vec![leftover("a"), leftover("b")]));
    assert_eq!(project(&mut state, P::ThrowAway("a".into())), [Effect::Order(Order::ThrowAway("a".into()))]);
    assert_eq!(state.projects.leftovers, [leftover("b")]);
    project(&mut state, P::PutOff);
    assert!(state.projects.leftovers.is_empty());
}

#[test]
fn a_keeper_that_broke_off_leaves_nothing_waiting() {
    let mut state = saved();
    correct(&mut state);
    project(&mut state, P::CloseWindow);
    project(&mut state, P::Answer(Answer::Save));
    project(&mut state, P::Broke);
    assert!(state.bond.saving.is_none() && !state.is_asked() && state.is_unsaved());
    assert!(matches!(&state.bond.trouble, Some(Trouble::Failed(why)) if why.contains("start the program again")));
}

#[test]
fn sources_just_opened_know_when_they_were_read() {
    let mut state = comparing();
    project(&mut state, P::ReadAt("2025-10-09T10:00:00Z".to_owned()));
    apply(&mut state, Command::Open(Side::Right, Source::Pasted("The mayor spoke.".into())));
    project(&mut state, P::ReadAt("2025-10-10T10:00:00Z".to_owned()));
    let read = state.work().map(|work| work.rest.read);
    let days = read.map(|read| read.map(|time| time.and_then(|time| time.get(..10).map(str::to_owned))));
    assert_eq!(days, Some(Pair::new(Some("2025-10-09".to_owned()), Some("2025-10-10".to_owned()))));
}
