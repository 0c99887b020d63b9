//! Tests of what commands do to the state.

use super::*;
use crate::align::Matching;
use crate::claims::Kind;
use crate::comparison::{Edits, Options, Verdict, compare};
use crate::gui::fixture;
use crate::gui::jobs::Task;
use crate::gui::model::RowKey;
use crate::load::{Layout, RawArticle, load};
use std::path::PathBuf;
use std::sync::Arc;

fn task() -> Task {
    Task {
        sources: Pair::new(Source::Pasted("left".into()), Source::Pasted("right".into())),
        articles: Pair::new(
            Arc::new(RawArticle::from_sentences("left.txt", &fixture::LEFT)),
            Arc::new(RawArticle::from_sentences("right.txt", &fixture::RIGHT)),
        ),
        options: Options::default(),
        edits: Edits::default(),
    }
}

pub(super) fn comparing() -> State {
    let mut state = State::new(Settings { mode: crate::gui::settings::Mode::Rows, ..Settings::default() });
    state.apply(Command::Adopt(Box::new(task()), Box::new(fixture::comparison())));
    state
}

/// Does the work that the effects ask for, as the background would.
pub(super) fn work(state: &mut State, effects: Vec<Effect>) {
    for effect in effects {
        let result = match effect {
            Effect::Load(side, generation, source) => {
                Command::Loaded(side, generation, load(&source, Layout::Article).map_err(|error| error.to_string()))
            }
            Effect::Compare(generation, task) => {
                let articles = Pair::new(&*task.articles.left, &*task.articles.right);
                Command::Compared(generation, Box::new(compare(articles, &task.options, &task.edits)))
            }
            _ => continue,
        };
        let more = state.apply(result);
        work(state, more);
    }
}

pub(super) fn apply(state: &mut State, command: Command) {
    let effects = state.apply(command);
    work(state, effects);
}

pub(super) fn drafts(left: &str, right: &str) -> Pair<String> {
    Pair::new(left.to_owned(), right.to_owned())
}

#[test]
fn pasted_texts_become_a_comparison() {
    let mut state = State::default();
    apply(&mut state, Command::Compare(drafts("Rain fell.", "Rain fell again.")));
    assert_eq!(state.page, Page::Comparison);
    assert!(!state.is_busy() && state.settings.recent.is_empty());
    assert_eq!(state.title(), "pasted text (left) / pasted text (right) — Paragone");
}

#[test]
fn nothing_is_compared_before_both_are_there() {
    let mut state = State::default();
    apply(&mut state, Command::Compare(drafts("Rain fell.", "  ")));
    assert_eq!(state.page, Page::Welcome);
    assert!(state.slots.left.ready.is_some() && state.slots.right.ready.is_none());
    assert_eq!(state.first_free(), Side::Right);
}

#[test]
fn results_of_older_runs_are_dropped() {
    let mut state = State::default();
    let first = state.apply(Command::Open(Side::Left, Source::Pasted("Old.".into())));
    state.apply(Command::Open(Side::Left, Source::Pasted("New.".into())));
    work(&mut state, first);
    assert!(state.slots.left.ready.is_none() && state.is_busy());
}

#[test]
fn stopping_keeps_what_was_open() {
    let mut state = comparing();
    let effects = state.apply(Command::Confirm(Pair::new(1, 2)));
    assert!(state.is_busy());
    state.apply(Command::Do(Action::Stop));
    work(&mut state, effects);
    let open = state.open.as_ref().expect("the comparison stays");
    assert!(!state.is_busy() && open.edits.is_empty() && open.comparison == fixture::comparison());
}

#[test]
fn a_failure_is_a_notice_and_the_rest_goes_on() {
    let mut state = comparing();
    apply(&mut state, Command::Open(Side::Left, Source::from_argument("no/such.txt")));
    assert_eq!(state.notices.len(), 1);
    assert_eq!(state.page, Page::Comparison);
    let id = state.notices[0].id;
    apply(&mut state, Command::Dismiss(id));
    assert!(state.notices.is_empty());
}

#[test]
fn work_that_broke_off_is_told_once() {
    let mut state = comparing();
    let effects = state.apply(Command::Confirm(Pair::new(1, 2)));
    let Some(Effect::Compare(generation, _)) = effects.first() else { panic!("a comparison is asked for") };
    state.apply(Command::Broke(*generation));
    assert!(!state.is_busy());
    assert!(state.notices[0].note.message.contains("Comparing broke off"));
    state.apply(Command::Broke(Generation(9999)));
    assert_eq!(state.notices.len(), 1);
}

#[test]
fn one_dialog_at_a_time_and_none_is_told() {
    let mut state = State::default();
    assert_eq!(state.apply(Command::Do(Action::OpenBoth)), [Effect::AskForFiles(Target::Both)]);
    assert!(state.apply(Command::Do(Action::OpenLeft)).is_empty());
    state.apply(Command::Picked(Target::Both, Picked::NoDialog));
    assert!(!state.asking && state.notices[0].note.message.contains("zenity"));
    state.apply(Command::Picked(Target::Both, Picked::Nothing));
    assert_eq!(state.notices.len(), 1);
}

#[test]
fn one_file_from_a_dialog_for_two_goes_to_the_free_side() {
    let mut state = State::default();
    apply(&mut state, Command::Compare(drafts("Rain fell.", "")));
    let effects = state.apply(Command::Picked(Target::Both, Picked::Files(vec![PathBuf::from("b.txt")])));
    assert!(matches!(effects[..], [Effect::Load(Side::Right, _, _)]));
}

#[test]
fn replacing_one_side_keeps_the_other() {
    let mut state = comparing();
    apply(&mut state, Command::Open(Side::Right, Source::Pasted("The mayor spoke.".into())));
    let open = state.open.as_ref().expect("a comparison is open");
    assert_eq!(open.articles.left.text, fixture::LEFT.join("\n"));
    assert_eq!(open.articles.right.text, "The mayor spoke.");
}

#[test]
fn only_files_are_remembered() {
    let mut state = State::default();
    apply(&mut state, Command::Do(Action::OpenExample));
    assert!(state.settings.recent.is_empty());
}

#[test]
fn confirming_pins_the_link_and_can_be_undone() {
    let mut state = comparing();
    apply(&mut state, Command::ChooseRow(RowKey::Group(1)));
    apply(&mut state, Command::Do(Action::ConfirmLink));
    assert!(
        state.chosen_links().iter().any(|link| link.0 == Pair::new(1, 2) && link.2 == crate::align::Status::Confirmed)
    );
    apply(&mut state, Command::Do(Action::Undo));
    assert!(state.open.as_ref().is_some_and(|open| open.edits.is_empty()));
    assert!(Action::Redo.enabled(&state) && !Action::Undo.enabled(&state));
}

#[test]
fn a_manual_link_takes_back_that_a_sentence_stands_alone() {
    let mut state = comparing();
    apply(&mut state, Command::SetAlone(Side::Left, 3, true));
    apply(&mut state, Command::Link(Pair::new(3, 5)));
    let open = state.open.as_ref().expect("a comparison is open");
    let origin = |side, id| open.origin(side, id).expect("the sentence is there");
    assert!(!open.edits.is_alone(Side::Left, origin(Side::Left, 3)));
    assert_eq!(open.edits.verdict(Pair::new(origin(Side::Left, 3), origin(Side::Right, 5))), Some(Verdict::Manual));
    assert!(open.comparison.alignment.links.iter().any(|link| link.sentences == Pair::new(3, 5)));
}

#[test]
fn what_is_chosen_outlives_a_correction() {
    let mut state = comparing();
    apply(&mut state, Command::ChooseRow(RowKey::Alone(Side::Left, 5)));
    apply(&mut state, Command::SetAlone(Side::Left, 5, true));
    assert_eq!(state.chosen.row, Some(RowKey::Alone(Side::Left, 5)));
}

#[test]
fn a_filter_lets_go_of_a_finding_it_hides() {
    let mut state = comparing();
    apply(&mut state, Command::ChooseFinding(0));
    apply(&mut state, Command::ToggleKind(Kind::Number));
    assert_eq!(state.ledger, [1]);
    assert_eq!(state.chosen.finding, None);
    apply(&mut state, Command::Do(Action::NextFinding));
    assert_eq!(state.chosen.finding, Some(1));
}

#[test]
fn unknown_rows_and_findings_change_nothing() {
    let mut state = comparing();
    assert!(state.apply(Command::ChooseRow(RowKey::Group(99))).is_empty());
    assert!(state.apply(Command::ChooseFinding(99)).is_empty());
    assert_eq!(state.chosen, Chosen::default());
}

#[test]
fn a_row_is_copied_as_two_quotations() {
    let mut state = comparing();
    apply(&mut state, Command::ChooseRow(RowKey::Group(1)));
    let effects = state.apply(Command::Do(Action::CopyRow));
    let [Effect::CopyRich(rich)] = &effects[..] else { panic!("one text is copied") };
    assert_eq!(
        rich.plain,
        "“The bridge at Oster closes on Monday for repairs.” — left.txt\n\n“The bridge at Oster closes on Tuesday for repairs.” — right.txt"
    );
}

#[test]
fn what_is_chosen_and_listed_is_copied() {
    let mut state = comparing();
    apply(&mut state, Command::ChooseFinding(0));
    let effects = state.apply(Command::Do(Action::CopyFinding));
    assert!(
        matches!(&effects[..], [Effect::Copy(sentence)] if sentence.contains("left.txt") && sentence.contains("right.txt")),
        "{effects:?}"
    );
    let row = state.chosen.row.expect("its row is chosen");
    assert_eq!(state.apply(Command::Do(Action::CopyPicture)), [Effect::CopyPicture(row)]);
    apply(&mut state, Command::ToggleKind(Kind::Date));
    let effects = state.apply(Command::Do(Action::CopyFindings));
    let [Effect::CopyRich(rich)] = &effects[..] else { panic!("a table is copied") };
    assert_eq!(rich.plain.lines().count(), 1 + state.ledger.len());
    apply(&mut state, Command::Do(Action::Deselect));
    for action in [Action::CopyFinding, Action::CopyPicture, Action::SavePicture] {
        assert!(action.hindrance(&state).is_some() && state.apply(Command::Do(action)).is_empty());
    }
}

#[test]
fn actions_that_cannot_be_done_do_nothing() {
    let mut state = State::default();
    for action in [Action::Undo, Action::Swap, Action::NextFinding, Action::ConfirmLink, Action::CopyRow] {
        assert!(!action.enabled(&state));
        assert!(state.apply(Command::Do(action)).is_empty());
    }
}

#[test]
fn a_matching_asked_for_in_vain_is_not_kept() {
    let mut state = comparing();
    let effects = state.apply(Command::Do(Action::StrictMatching));
    assert!(state.is_busy() && state.settings.matching == Matching::Strict);
    state.apply(Command::Do(Action::Stop));
    assert_eq!(state.settings.matching, Matching::Balanced);
    work(&mut state, effects);
    assert_eq!(state.open.as_ref().map(|open| open.options.matching), Some(Matching::Balanced));
}

#[test]
fn another_matching_is_used_for_what_is_on_its_way() {
    let mut state = comparing();
    state.apply(Command::Confirm(Pair::new(1, 2)));
    apply(&mut state, Command::Do(Action::GenerousMatching));
    let open = state.open.as_ref().expect("a comparison is open");
    assert_eq!(open.options.matching, Matching::Generous);
    assert!(!open.compared_with.is_empty(), "the correction that was on its way is in it");
    assert!(!state.is_busy() && open.history.can_undo());
}

#[test]
fn rows_are_followed_to_their_new_places() {
    let mut state = comparing();
    let before = state.shown.len();
    let effects = state.apply(Command::Reject(Pair::new(0, 0)));
    let followed = effects.into_iter().flat_map(|effect| match effect {
        Effect::Compare(generation, task) => {
            let articles = Pair::new(&*task.articles.left, &*task.articles.right);
            state.apply(Command::Compared(generation, Box::new(compare(articles, &task.options, &task.edits))))
        }
        _ => Vec::new(),
    });
    let places = followed.filter_map(|effect| if let Effect::Follow(places) = effect { Some(places) } else { None });
    let places: Vec<usize> = places.flatten().collect();
    assert_eq!(places.len(), before);
    assert!(places.iter().all(|&place| place < state.shown.len()), "{places:?}");
}

#[test]
fn going_to_words_brings_their_row_back_and_a_corrected_comparison_keeps_no_old_place() {
    let mut state = comparing();
    apply(&mut state, Command::ShowRows(RowFilter::Alone));
    let words = state.open.as_ref().expect("open").comparison.portraits.left.figures[0].places[0];
    apply(&mut state, Command::GoTo(Side::Left, words));
    assert_eq!(state.row_filter, RowFilter::All);
    assert_eq!(state.chosen.words, Some((Side::Left, words)));
    let nowhere = crate::claims::Place { sentence: 99, ..words };
    apply(&mut state, Command::GoTo(Side::Left, nowhere));
    assert_eq!(state.chosen.words, Some((Side::Left, words)));
    // What was gone to may stand elsewhere once the articles are read anew.
    apply(&mut state, Command::Do(Action::Swap));
    assert_eq!(state.chosen.words, None);
}

#[test]
fn the_card_of_an_article_is_opened_changed_and_closed() {
    let mut state = comparing();
    apply(&mut state, Command::Do(Action::LeftCard));
    apply(&mut state, Command::Do(Action::RightCard));
    assert_eq!(state.beside, Beside::Card(Side::Right));
    apply(&mut state, Command::Do(Action::RightCard));
    assert_eq!(state.beside, Beside::Findings);
}

#[path = "find_tests.rs"]
mod find;
#[path = "select_tests.rs"]
mod select;
