//! Tests of reading a source again.

use std::path::PathBuf;

use tempfile::TempDir;

use super::tests::{apply, comparing, work};
use super::*;
use crate::comparison::{Changes, Subject};
use crate::gui::model::RowKey;

const LEFT: &str =
    "The mill burned down on Monday.\n\nThe fire killed 12 people, the mayor said.\n\nNobody was warned.";
const RIGHT: &str = "A mill burned down on Monday.\n\nThe fire killed 15 people.";

/// A comparison of two files, and the folder in which they lie.
struct Files {
    state: State,
    folder: TempDir,
}

impl Files {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mut files = Self { state: State::default(), folder };
        files.write(Side::Left, LEFT);
        files.write(Side::Right, RIGHT);
        let sources = Pair::from_fn(|side| Source::File(files.path(side)));
        apply(&mut files.state, Command::OpenPair(sources));
        files
    }

    fn path(&self, side: Side) -> PathBuf {
        self.folder.path().join(format!("{}.txt", side.name()))
    }

    fn write(&self, side: Side, text: &str) {
        std::fs::write(self.path(side), text).expect("a file can be written");
    }

    fn reload(&mut self, side: Side) {
        apply(&mut self.state, Command::Do(Action::reload_of(side)));
    }

    fn open(&self) -> &Open {
        self.state.open.as_ref().expect("a comparison is open")
    }

    fn sentences(&self, side: Side) -> Vec<&str> {
        let document = &self.open().comparison.documents[side];
        (0..document.sentences.len()).map(|id| document.sentence(id)).collect()
    }
}

#[test]
fn what_changed_is_shown_and_taken_over_as_one_step() {
    let mut files = Files::new();
    apply(&mut files.state, Command::Link(Pair::new(1, 1)));
    apply(&mut files.state, Command::ChooseSentence(Side::Left, 2));
    files.write(Side::Left, &LEFT.replace("12 people", "14 people").replace("The mill", "Rain fell.\n\nThe mill"));
    files.reload(Side::Left);
    let reload = files.state.reload.as_ref().expect("something changed");
    assert_eq!((reload.side, reload.changes), (Side::Left, Changes { changed: 1, new: 1, gone: 0 }));
    assert!(reload.lost.is_empty() && files.sentences(Side::Left).len() == 3);
    apply(&mut files.state, Command::TakeOver);
    assert!(files.sentences(Side::Left).contains(&"The fire killed 14 people, the mayor said."));
    let linked = files.open().comparison.alignment.links.iter().find(|link| link.sentences == Pair::new(2, 1));
    assert!(linked.is_some_and(|link| link.status != crate::align::Status::Suggested));
    assert_eq!(files.state.chosen.row, Some(RowKey::Alone(Side::Left, 3)));
    assert_eq!(files.state.undo_name(), Some("reload the left source"));
    apply(&mut files.state, Command::Do(Action::Undo));
    assert_eq!(files.sentences(Side::Left)[1], "The fire killed 12 people, the mayor said.");
    assert_eq!(files.state.undo_name(), Some("confirm left 2 with right 2"));
    apply(&mut files.state, Command::Do(Action::Redo));
    assert_eq!(files.sentences(Side::Left).len(), 4);
    assert!(!files.open().history.can_redo());
}

#[test]
fn what_has_no_place_is_told_before_and_notes_are_kept() {
    let mut files = Files::new();
    let on = Subject::sentence(&files.open().comparison, Side::Left, 2).expect("there are three sentences");
    let note = crate::comparison::Remark { text: "Who says so?".to_owned(), tags: Vec::new() };
    apply(&mut files.state, Command::SetNote(on, note));
    files.write(Side::Left, LEFT.split("\n\nNobody").next().unwrap_or_default());
    files.reload(Side::Left);
    let lost: Vec<&str> =
        files.state.reload.iter().flat_map(|reload| &reload.lost).map(|lost| lost.words.as_str()).collect();
    assert_eq!(lost, ["Nobody was warned."]);
    apply(&mut files.state, Command::TakeOver);
    assert_eq!(files.open().notes[0].sentences, Pair::new(None, None));
    assert_eq!(files.open().notes[0].note.text, "Who says so?");
}

#[test]
fn leaving_it_changes_nothing() {
    let mut files = Files::new();
    files.write(Side::Right, "Something else.");
    files.reload(Side::Right);
    apply(&mut files.state, Command::Do(Action::Deselect));
    assert!(files.state.reload.is_none() && !files.open().history.can_undo());
    files.reload(Side::Right);
    apply(&mut files.state, Command::KeepOld);
    assert!(files.state.reload.is_none());
    apply(&mut files.state, Command::TakeOver);
    assert_eq!(files.sentences(Side::Right).len(), 2);
}

#[test]
fn a_source_that_is_the_same_is_told_so() {
    let mut files = Files::new();
    files.reload(Side::Left);
    assert!(files.state.reload.is_none());
    assert_eq!(files.state.notices[0].note.message, "left.txt says the same as before; nothing was changed.");
    std::fs::remove_file(files.path(Side::Left)).expect("the file can be removed");
    files.reload(Side::Left);
    assert_eq!(files.state.notices.len(), 2);
    assert_eq!(files.sentences(Side::Left).len(), 3);
}

#[test]
fn what_is_written_meanwhile_comes_along() {
    let mut files = Files::new();
    files.write(Side::Left, &format!("Rain fell.\n\n{LEFT}"));
    files.reload(Side::Left);
    apply(&mut files.state, Command::SetAlone(Side::Left, 2, true));
    apply(&mut files.state, Command::TakeOver);
    let origin = files.open().origin(Side::Left, 3).expect("there are four sentences");
    assert!(files.open().edits.is_alone(Side::Left, origin));
}

#[test]
fn swapping_and_undoing_brings_the_old_text_back_on_its_side() {
    let mut files = Files::new();
    files.write(Side::Left, "Rain fell.");
    files.reload(Side::Left);
    apply(&mut files.state, Command::TakeOver);
    apply(&mut files.state, Command::Do(Action::Swap));
    assert_eq!(files.state.undo_name(), Some("reload the right source"));
    apply(&mut files.state, Command::Do(Action::Undo));
    assert_eq!(files.sentences(Side::Right).len(), 3);
    assert_eq!(files.sentences(Side::Left).len(), 2);
}

#[test]
fn stopping_keeps_the_old_text_and_its_steps() {
    let mut files = Files::new();
    files.write(Side::Left, "Rain fell.");
    files.reload(Side::Left);
    let effects = files.state.apply(Command::TakeOver);
    files.state.apply(Command::Do(Action::Stop));
    work(&mut files.state, effects);
    assert_eq!(files.sentences(Side::Left).len(), 3);
    assert!(!files.open().history.can_undo());
}

#[test]
fn what_was_pasted_cannot_be_read_again() {
    let state = comparing();
    for side in Side::BOTH {
        let why = Action::reload_of(side).hindrance(&state);
        assert_eq!(why, Some("It was pasted, so there is nothing to read again."));
    }
}

#[test]
fn a_changed_file_is_told_with_an_offer_that_goes_when_it_is_taken() {
    let mut files = Files::new();
    let source = Source::File(files.path(Side::Right));
    apply(&mut files.state, Command::FileChanged(source.clone()));
    apply(&mut files.state, Command::FileChanged(Source::File("else.txt".into())));
    let offers: Vec<Option<Offer>> = files.state.notices.iter().map(|notice| notice.offer.clone()).collect();
    let offer = Offer::Reload(source.clone());
    assert_eq!(offers, [Some(offer.clone())]);
    assert_eq!(files.state.action_of(&offer), Some(Action::ReloadRight));
    apply(&mut files.state, Command::Do(Action::Swap));
    assert_eq!(files.state.action_of(&offer), Some(Action::ReloadLeft));
    apply(&mut files.state, Command::FileChanged(source));
    files.reload(Side::Left);
    assert!(files.state.notices.iter().all(|notice| notice.offer.is_none()));
    let left = Source::File(files.path(Side::Left));
    apply(&mut files.state, Command::FileChanged(left));
    apply(&mut files.state, Command::OpenPair(Pair::new("One.", "Two.").map(|text| Source::Pasted(text.to_owned()))));
    assert!(files.state.notices.iter().all(|notice| notice.offer.is_none()));
}
