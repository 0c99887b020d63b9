//! Selecting in the articles, and what is copied.

use super::*;
use crate::gui::projects::{Answer, ProjectCommand};
use crate::gui::selection::{Motion, Selection, Step};
use crate::text::Span;

fn at(state: &State, side: Side, sentence: usize) -> Span {
    state.open.as_ref().expect("a comparison is open").comparison.documents[side].sentences[sentence].span
}

fn copied(state: &mut State, action: Action) -> String {
    match &state.apply(Command::Do(action))[..] {
        [Effect::Copy(text)] => text.clone(),
        other => panic!("one text is copied, not {other:?}"),
    }
}

#[test]
fn the_carets_sentence_is_the_chosen_one() {
    let mut state = comparing();
    let byte = at(&state, Side::Right, 4).start + 6;
    assert!(state.apply(Command::Select(Selection::caret(Side::Right, byte))).is_empty());
    assert_eq!(state.chosen.row, None, "not before the button is let go");
    assert!(state.apply(Command::EndSelecting).is_empty(), "nothing moves under the pointer");
    assert_eq!(state.chosen.row, Some(RowKey::Group(2)));
    assert_eq!(state.caret_byte(), Some((Side::Right, byte)));
    apply(&mut state, Command::ChooseRow(RowKey::Group(0)));
    assert_eq!(state.caret_byte(), None, "a caret elsewhere would be lost sight of");
}

#[test]
fn a_caret_is_set_and_moved_by_keys_alone() {
    let mut state = comparing();
    let go =
        |state: &mut State, step, forward, extend| state.apply(Command::MoveCaret(Motion { step, forward, extend }));
    assert!(go(&mut state, Step::Letter, true, false).is_empty(), "no row is chosen");
    apply(&mut state, Command::ChooseRow(RowKey::Group(1)));
    go(&mut state, Step::Letter, true, false);
    assert_eq!(state.caret_byte(), Some((Side::Right, at(&state, Side::Right, 2).start)));
    apply(&mut state, Command::Do(Action::Deselect));
    apply(&mut state, Command::ChooseRow(RowKey::Group(1)));
    go(&mut state, Step::Letter, false, false);
    assert_eq!(state.caret_byte(), Some((Side::Left, at(&state, Side::Left, 1).start)));
    go(&mut state, Step::Word, true, true);
    go(&mut state, Step::Word, true, true);
    assert_eq!(state.selected_text().as_deref(), Some("The bridge"));
    assert_eq!(go(&mut state, Step::Sentence, true, true), [Effect::Reveal]);
    assert_eq!(state.chosen.row, Some(RowKey::Group(2)), "the choice follows the caret");
}

#[test]
fn keys_that_leave_the_shown_rows_bring_all_back() {
    let mut state = comparing();
    apply(&mut state, Command::ShowRows(RowFilter::Alone));
    apply(&mut state, Command::ChooseRow(RowKey::Alone(Side::Left, 3)));
    state.apply(Command::MoveCaret(Motion { step: Step::Sentence, forward: true, extend: true }));
    assert_eq!(state.row_filter, RowFilter::All);
    assert_eq!(state.chosen.row, Some(RowKey::Group(3)));
}

#[test]
fn what_is_selected_is_copied_with_its_paragraphs() {
    let mut state = comparing();
    assert!(!Action::Copy.enabled(&state));
    let span = at(&state, Side::Left, 1).join(at(&state, Side::Left, 2));
    apply(&mut state, Command::Select(Selection { side: Side::Left, anchor: span.end, caret: span.start }));
    let text = copied(&mut state, Action::Copy);
    assert_eq!(text, format!("{}\n\n{}", fixture::LEFT[1], fixture::LEFT[2]));
    apply(&mut state, Command::Do(Action::Deselect));
    assert!(!Action::Copy.enabled(&state) && state.selection.is_none());
}

#[test]
fn the_whole_article_of_the_caret_is_selected() {
    let mut state = comparing();
    apply(&mut state, Command::Do(Action::SelectAll));
    assert_eq!(copied(&mut state, Action::Copy), fixture::LEFT.join("\n\n"));
    let start = at(&state, Side::Right, 3).start;
    apply(&mut state, Command::Select(Selection::caret(Side::Right, start)));
    apply(&mut state, Command::Do(Action::SelectAll));
    assert_eq!(copied(&mut state, Action::Copy), fixture::RIGHT.join("\n\n"));
}

#[test]
fn a_quotation_is_of_what_is_selected_or_else_of_the_chosen_sentence() {
    let mut state = comparing();
    assert!(!Action::CopyQuotation.enabled(&state));
    apply(&mut state, Command::ChooseRow(RowKey::Alone(Side::Right, 5)));
    assert_eq!(copied(&mut state, Action::CopyQuotation), format!("“{}” — right.txt", fixture::RIGHT[5]));
    let sentence = at(&state, Side::Right, 2);
    apply(&mut state, Command::Select(Selection::caret(Side::Right, sentence.start + 3)));
    apply(&mut state, Command::EndSelecting);
    assert_eq!(copied(&mut state, Action::CopyQuotation), format!("“{}” — right.txt", fixture::RIGHT[2]));
    apply(&mut state, Command::Select(Selection::of(Side::Right, Span::new(sentence.start, sentence.start + 10))));
    assert_eq!(copied(&mut state, Action::CopyQuotation), "“The bridge” — right.txt");
}

#[test]
fn a_selection_outlives_a_correction_and_no_other_text() {
    let mut state = comparing();
    let span = at(&state, Side::Left, 4);
    apply(&mut state, Command::Select(Selection::of(Side::Left, span)));
    apply(&mut state, Command::EndSelecting);
    apply(&mut state, Command::Reject(Pair::new(4, 3)));
    assert_eq!(state.selected_text().as_deref(), Some(fixture::LEFT[4]));
    apply(&mut state, Command::Open(Side::Left, Source::Pasted("Rain fell.".into())));
    apply(&mut state, Command::Project(ProjectCommand::Answer(Answer::Discard)));
    assert_eq!(state.selection, None);
}

#[test]
fn a_selection_never_reaches_beyond_the_text() {
    let mut state = comparing();
    apply(&mut state, Command::Select(Selection { side: Side::Left, anchor: 9_999, caret: 0 }));
    assert_eq!(copied(&mut state, Action::Copy), fixture::LEFT.join("\n\n"));
    let mut empty = State::default();
    empty.apply(Command::Select(Selection::caret(Side::Left, 3)));
    assert_eq!(empty.selection, None);
}

#[test]
fn a_text_from_right_to_left_is_told_of_once() {
    let mut state = State::default();
    apply(&mut state, Command::Compare(drafts("הגשר סגור היום.", "The bridge is closed today.")));
    let told = |state: &State| {
        state.notices.iter().filter(|notice| notice.note.message.contains("from right to left")).count()
    };
    assert_eq!(told(&state), 1);
    apply(&mut state, Command::SetAlone(Side::Left, 0, true));
    assert_eq!(told(&state), 1);
}
