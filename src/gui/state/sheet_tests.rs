//! Tests of the list of commands, the settings and what else lies over the window.

use super::tests::{apply, comparing};
use super::*;
use crate::align::Matching;

#[test]
fn a_command_from_the_list_is_done_once_and_remembered() {
    let mut state = comparing();
    assert_eq!(state.apply(Command::Do(Action::Commands)), [Effect::FreshSheet]);
    for action in [Action::Ledger, Action::OtherOrder, Action::Ledger] {
        apply(&mut state, Command::Run(action));
        assert_eq!(state.sheet, None);
    }
    assert_eq!(state.used, [Action::Ledger, Action::OtherOrder]);
    assert!(state.settings.ledger && state.settings.lead == Side::Right);
    apply(&mut state, Command::Do(Action::Commands));
    assert!(state.apply(Command::Run(Action::Undo)).is_empty());
    assert_eq!((state.sheet, state.used.len()), (Some(Sheet::Commands), 2));
}

#[test]
fn one_sheet_lies_over_the_window_at_a_time() {
    let mut state = comparing();
    apply(&mut state, Command::Do(Action::Settings));
    apply(&mut state, Command::Do(Action::Help));
    assert_eq!(state.sheet, Some(Sheet::Keys));
    apply(&mut state, Command::Do(Action::Overview));
    apply(&mut state, Command::Do(Action::Deselect));
    assert!(state.sheet.is_none() && state.beside == Beside::Overview);
    apply(&mut state, Command::Do(Action::Deselect));
    assert!(!state.is_anything_open());
}

#[test]
fn settings_can_be_made_before_there_is_a_comparison_and_be_reset() {
    let mut state = State::default();
    apply(&mut state, Command::Do(Action::StrictMatching));
    assert_eq!(state.settings.matching, Matching::Balanced, "only where the settings are open");
    apply(&mut state, Command::Do(Action::Settings));
    for action in [Action::StrictMatching, Action::OtherOrder, Action::HighContrast, Action::Still, Action::DarkTheme] {
        apply(&mut state, Command::Do(action));
        assert!(action.is_on(&state), "{action:?}");
    }
    apply(&mut state, Command::SetLineLength(1000));
    assert_eq!(state.settings.line_length, crate::gui::settings::LINE_LENGTHS.1);
    apply(&mut state, Command::ResetSettings);
    assert_eq!(state.settings, Settings::default());
}

#[test]
fn what_cannot_be_done_says_why() {
    let mut states = [State::default(), comparing()];
    states[1].apply(Command::Do(Action::Settings));
    for state in &states {
        for action in Action::ALL {
            let why = action.hindrance(state);
            assert_eq!(why.is_none(), action.enabled(state));
            assert!(why.is_none_or(|why| why.ends_with('.')), "{action:?}: {why:?}");
        }
    }
}

#[test]
fn the_key_of_the_findings_shows_them_in_place_of_whatever_hides_them() {
    let mut state = comparing();
    assert!(Action::Ledger.is_on(&state));
    for other in [Action::LeftCard, Action::Overview, Action::Notes] {
        apply(&mut state, Command::Do(other));
        assert!(other.is_on(&state) && !Action::Ledger.is_on(&state));
        apply(&mut state, Command::Do(Action::Ledger));
        assert!(!other.is_on(&state) && Action::Ledger.is_on(&state));
    }
    apply(&mut state, Command::Do(Action::Ledger));
    assert!(!state.has_beside());
    apply(&mut state, Command::Do(Action::Notes));
    assert!(state.has_beside());
    apply(&mut state, Command::Do(Action::Notes));
    assert!(!state.has_beside(), "closing something does not bring back what was hidden");
}
