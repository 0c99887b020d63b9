//! Tests of how sources come in, and of what the reader writes on their cards.

use std::path::PathBuf;

use super::tests::{apply, comparing, drafts, work};
use super::*;
use crate::load::CardField;

fn pasted(text: &str) -> Source {
    Source::Pasted(text.to_owned())
}

fn files(names: &[&str]) -> Vec<Source> {
    names.iter().map(|name| Source::File(PathBuf::from(name))).collect()
}

fn page() -> Source {
    Source::Address("https://example.org/tide".to_owned())
}

fn card(state: &State, field: CardField) -> Option<&str> {
    state.open.as_ref()?.comparison.documents.left.card.get(field)
}

fn write(state: &mut State, field: CardField, typed: Option<&str>) {
    apply(state, Command::SetCardField(Side::Left, field, typed.map(str::to_owned)));
}

#[test]
fn a_written_field_is_compared_named_undone_and_swapped() {
    let mut state = comparing();
    write(&mut state, CardField::Outlet, Some(" The Quay "));
    assert_eq!(card(&state, CardField::Outlet), Some("The Quay"));
    assert_eq!(state.open.as_ref().map(|open| open.names.left.as_str()), Some("The Quay"));
    apply(&mut state, Command::Do(Action::Swap));
    assert_eq!(state.open.as_ref().map(|open| open.names.right.as_str()), Some("The Quay"));
    apply(&mut state, Command::Do(Action::Swap));
    apply(&mut state, Command::Do(Action::Undo));
    assert_eq!(card(&state, CardField::Outlet), None);
}

#[test]
fn writing_what_the_source_says_is_no_correction() {
    let mut state = comparing();
    write(&mut state, CardField::Author, Some("Ada Byrne"));
    write(&mut state, CardField::Author, Some("  "));
    write(&mut state, CardField::Title, Some(""));
    let open = state.open.as_ref().expect("a comparison is open");
    assert!(open.edits.is_empty() && open.history.can_undo());
    write(&mut state, CardField::Author, Some("Tom Oh"));
    write(&mut state, CardField::Author, None);
    assert_eq!(card(&state, CardField::Author), None);
}

#[test]
fn two_dropped_files_fill_both_sides_and_more_are_told() {
    let mut state = State::default();
    let effects = state.apply(Command::Take(files(&["a", "b", "c"]), Some(Side::Right)));
    assert!(matches!(effects[..], [Effect::Load(Side::Left, _, _), Effect::Load(Side::Right, _, _)]));
    assert_eq!(state.notices[0].note.message, "3 files were given; the first two are opened.");
    assert!(state.apply(Command::Take(Vec::new(), None)).is_empty());
}

#[test]
fn a_source_without_a_side_goes_where_there_is_room_or_asks() {
    let mut state = State::default();
    apply(&mut state, Command::Take(vec![pasted("Rain fell.")], None));
    assert!(state.slots.left.ready.is_some());
    let mut state = comparing();
    assert!(state.apply(Command::Take(vec![pasted("Rain fell.")], None)).is_empty());
    assert_eq!(state.placing, Some(Placing::Source(pasted("Rain fell."))));
    apply(&mut state, Command::Open(Side::Right, pasted("Rain fell.")));
    assert_eq!(state.placing, None);
    assert_eq!(state.open.as_ref().map(|open| open.articles.right.text.as_str()), Some("Rain fell."));
}

#[test]
fn an_address_is_not_fetched_by_pasting_it() {
    let mut state = State::default();
    let effects = state.apply(Command::Take(vec![page()], None));
    assert_eq!(effects, [Effect::FillPath(Side::Left, "https://example.org/tide".to_owned())]);
    assert!(!state.is_busy());
    let effects = state.apply(Command::Compare(drafts(" https://example.org/tide ", "Rain fell.")));
    assert!(matches!(&effects[0], Effect::Load(Side::Left, _, source) if *source == page()), "{effects:?}");
}

#[test]
fn the_question_is_closed_by_escape_and_nothing_else_is() {
    let mut state = comparing();
    apply(&mut state, Command::Do(Action::LeftCard));
    assert_eq!(state.apply(Command::Do(Action::OpenAddress)), [Effect::FocusAddress]);
    apply(&mut state, Command::Do(Action::Deselect));
    assert_eq!((state.placing.clone(), state.beside), (None, Beside::Card(Side::Left)));
    state.apply(Command::Do(Action::OpenAddress));
    state.apply(Command::LeavePlacing);
    assert_eq!(state.placing, None);
}

#[test]
fn each_reading_tells_how_far_it_is_and_is_stopped_by_itself() {
    let mut state = State::default();
    let left = state.apply(Command::Open(Side::Left, pasted("Old.")));
    let Some(&Effect::Load(_, generation, _)) = left.first() else { panic!("a reading is asked for") };
    let right = state.apply(Command::Open(Side::Right, pasted("New.")));
    state.apply(Command::Reached(generation, (3, 9)));
    assert_eq!(state.slots.left.reading.as_ref().and_then(|reading| reading.progress), Some((3, 9)));
    assert_eq!(state.slots.right.reading.as_ref().and_then(|reading| reading.progress), None);
    assert!(state.awaits(generation));
    state.apply(Command::StopReading(Side::Left));
    assert!(!state.awaits(generation));
    state.apply(Command::Reached(generation, (4, 9)));
    work(&mut state, left);
    work(&mut state, right);
    assert!(state.slots.left.ready.is_none() && state.slots.right.ready.is_some() && !state.is_busy());
}

#[test]
fn a_slot_keeps_what_it_had_when_another_source_cannot_be_read() {
    let mut state = State::default();
    apply(&mut state, Command::Open(Side::Left, pasted("Rain fell.")));
    apply(&mut state, Command::Open(Side::Left, Source::from_argument("no/such.txt")));
    assert_eq!(state.slots.left.ready.as_ref().map(|(_, article)| article.text.as_str()), Some("Rain fell."));
    assert_eq!(state.notices.len(), 1);
}

#[test]
fn of_two_sources_for_an_open_comparison_one_alone_replaces_nothing() {
    for broken in Side::BOTH {
        let mut state = comparing();
        let before = state.open.as_ref().map(|open| open.articles.clone());
        let mut sources = Pair::new(pasted("Rain fell."), pasted("Rain fell again."));
        sources[broken] = Source::from_argument("no/such.txt");
        apply(&mut state, Command::OpenPair(sources));
        assert_eq!(state.open.as_ref().map(|open| open.articles.clone()), before);
        assert!(!state.is_busy() && state.slots == Pair::default() && state.notices.len() == 1);
    }
}

#[test]
fn what_was_compared_is_remembered_by_the_words_that_open_it_again() {
    let mut state = State::default();
    state.settings.remember(Pair::new("/a/b.txt".to_owned(), "https://example.org/tide".to_owned()));
    let recent = state.settings.recent[0].as_ref().map(|word| Source::from_argument(word));
    assert_eq!(recent, Pair::new(Source::File("/a/b.txt".into()), page()));
    assert_eq!(recent.map(|source| source.argument()), state.settings.recent[0].clone().map(Some));
    assert_eq!(pasted("Rain.").argument(), None);
}

#[test]
fn pasting_asks_the_system() {
    let mut state = State::default();
    assert_eq!(state.apply(Command::Do(Action::PasteSource)), [Effect::RequestPaste]);
    state.apply(Command::Warn("A picture.".to_owned()));
    assert_eq!(state.notices[0].note.message, "A picture.");
}

#[test]
fn a_text_from_right_to_left_is_offered_as_a_report() {
    let mut state = State::default();
    apply(&mut state, Command::Compare(drafts("The bridge is closed.", "הגשר סגור היום.")));
    let offers: Vec<_> = state.notices.iter().filter_map(|notice| notice.offer.clone()).collect();
    assert_eq!(offers, [Offer::Export]);
    assert_eq!(state.action_of(&Offer::Export), Some(Action::Export));
}
