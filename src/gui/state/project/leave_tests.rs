//! Tests of what is asked before unsaved work would be lost.

use std::path::Path;

use super::tests::*;
use super::*;
use crate::gui::action::Action;
use crate::gui::command::{Command, Picked};
use crate::gui::projects::{Answer, Fault, Fetched, Order, OutOf, ProjectCommand as P};
use crate::gui::state::tests::{apply, comparing, drafts};

#[test]
fn closing_asks_and_each_answer_does_what_it_says() {
    let ask = || {
        let mut state = saved();
        correct(&mut state);
        assert!(project(&mut state, P::CloseWindow).is_empty());
        assert!(state.projects.leaving.is_some() && !state.may_close());
        state
    };
    let mut state = ask();
    assert!(project(&mut state, P::Answer(Answer::Cancel)).is_empty());
    assert!(!state.is_asked() && state.is_unsaved() && !state.may_close());

    let mut state = ask();
    assert_eq!(project(&mut state, P::Answer(Answer::Discard)), [Effect::Quit]);
    assert!(state.may_close() && state.unsaved_change().is_none());

    let mut state = ask();
    let ticket = writing(&project(&mut state, P::Answer(Answer::Save))).0;
    assert!(!state.may_close());
    assert_eq!(project(&mut state, P::Written(ticket, Ok(None))), [Effect::Quit]);

    let mut state = ask();
    let ticket = writing(&project(&mut state, P::Answer(Answer::Save))).0;
    project(&mut state, P::Written(ticket, Err(Fault::Refused("the disk is full".to_owned()))));
    assert!(!state.may_close() && !state.is_asked() && state.is_unsaved());
}

#[test]
fn who_gives_no_name_stays() {
    let mut state = comparing();
    correct(&mut state);
    state.apply(Command::Do(Action::Close));
    assert!(matches!(project(&mut state, P::Answer(Answer::Save))[..], [Effect::AskWhere(_)]));
    project(&mut state, P::Placed(Picked::Nothing));
    assert!(state.open.is_some() && state.is_unsaved() && !state.is_asked());
}

#[test]
fn closing_the_comparison_leads_to_an_empty_welcome_page() {
    let mut state = saved();
    state.apply(Command::Do(Action::Close));
    assert!(state.open.is_none() && state.page == Page::Welcome && state.bond.file.is_none());
    assert!(!Action::Close.enabled(&state) && state.files_in_hand().is_empty());
}

#[test]
fn another_comparison_waits_until_the_work_is_saved() {
    let mut state = saved();
    correct(&mut state);
    let names = state.open.as_ref().map(|open| open.names.clone());
    apply(&mut state, Command::Do(Action::NewComparison));
    apply(&mut state, Command::Compare(drafts("Rain fell.", "Rain fell again.")));
    assert!(state.projects.leaving.is_some());
    assert_eq!(state.open.as_ref().map(|open| open.names.clone()), names);
    let ticket = writing(&project(&mut state, P::Answer(Answer::Save))).0;
    project(&mut state, P::Written(ticket, Ok(None)));
    assert_ne!(state.open.as_ref().map(|open| open.names.clone()), names);
    assert!(!state.is_unsaved() && state.bond.file.is_none() && state.projects.leaving.is_none());
}

#[test]
fn the_version_on_the_disk_opens_after_ones_own_is_saved_elsewhere() {
    let mut state = saved();
    correct(&mut state);
    state.bond.trouble = Some(Trouble::Changed);
    let effects = project(&mut state, P::OpenFromDisk);
    let [Effect::Order(Order::Fetch(ticket, _))] = effects[..] else { panic!("{effects:?}") };
    let theirs = Fetched { out_of: OutOf::File, ..fetched(&comparing()) };
    apply(&mut state, Command::Project(P::Fetched(ticket, Box::new(Ok(theirs)))));
    assert!(matches!(project(&mut state, P::Answer(Answer::Save))[..], [Effect::AskWhere(_)]));
    let effects = project(&mut state, P::Placed(Picked::Files(vec!["/desk/mine.paragone".into()])));
    let ticket = writing(&effects).0;
    project(&mut state, P::Written(ticket, Ok(None)));
    assert_eq!(state.bond.file.as_deref(), Some(Path::new(FILE)));
    assert!(!state.is_unsaved() && state.open.as_ref().is_some_and(|open| open.edits.is_empty()));
}
