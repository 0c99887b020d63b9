//! The window asks for an address only where a reader names one: nothing that was read, stored or chosen leads to a site.

use std::path::PathBuf;
use std::sync::Arc;

use super::*;
use crate::gui::fixture;
use crate::gui::model::RowKey;
use crate::load::RawArticle;

const ADDRESS: &str = "https://quay.example/mast";

/// A comparison of two pages, each of which names its address.
fn comparing_pages() -> State {
    let article = |sentences: &[&str]| {
        let mut article = RawArticle::from_sentences(ADDRESS, sentences);
        article.card.address = Some(ADDRESS.to_owned());
        Arc::new(article)
    };
    let task = Task {
        sources: Pair::from_fn(|_| Source::Address(ADDRESS.to_owned())),
        articles: Pair::new(article(&fixture::LEFT), article(&fixture::RIGHT)),
        options: Default::default(),
        edits: Default::default(),
    };
    let mut state = State::new(Settings::default());
    state.apply(Command::Adopt(Box::new(task), Box::new(fixture::comparison())));
    state
}

fn fetches(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Load(_, _, Source::Address(_))))
}

#[test]
fn a_named_address_is_asked_for() {
    let mut state = State::default();
    let effects = state.apply(Command::Open(Side::Left, Source::Address(ADDRESS.to_owned())));
    assert!(fetches(&effects));
}

#[test]
fn no_action_on_open_pages_asks_for_them_again_but_the_one_that_says_so() {
    assert!(fetches(&comparing_pages().apply(Command::Do(Action::ReloadLeft))));

    for action in Action::ALL.into_iter().filter(|action| action.reloads().is_none()) {
        assert!(!fetches(&comparing_pages().apply(Command::Do(action))), "{action:?}");
    }
}

#[test]
fn what_is_chosen_corrected_or_copied_asks_for_nothing() {
    let pair = Pair::new(0, 0);
    let commands = [
        Command::ChooseRow(RowKey::Group(0)),
        Command::ChooseFinding(0),
        Command::Find(Some(ADDRESS.to_owned())),
        Command::Confirm(pair),
        Command::Reject(pair),
        Command::SetKept(Side::Left, vec![0], true),
        Command::Copy(ADDRESS.to_owned()),
        Command::Clear(Side::Left),
    ];
    for command in commands {
        assert!(!fetches(&comparing_pages().apply(command.clone())), "{command:?}");
    }
}

#[test]
fn a_file_is_a_file_whatever_it_is_called() {
    let mut state = State::default();
    let picked = Picked::Files(vec![PathBuf::from(ADDRESS), PathBuf::from(ADDRESS)]);
    let effects = state.apply(Command::Picked(Target::Both, picked));
    assert!(!effects.is_empty() && !fetches(&effects));
}

#[test]
fn a_pasted_address_is_asked_for_when_the_reader_compares() {
    let mut state = State::default();
    let effects = state.apply(Command::Compare(Pair::new(ADDRESS.to_owned(), "It rained.".to_owned())));
    assert!(fetches(&effects));
}

#[test]
fn pages_are_kept_among_the_recent_sources_by_their_address_alone() {
    assert_eq!(comparing_pages().settings.recent, [Pair::from_fn(|_| ADDRESS.to_owned())]);
}
