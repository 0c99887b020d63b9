//! Tests of putting an article right by hand.

use super::super::tests::apply;
use super::*;
use crate::align::Status;
use crate::clean::Reason;
use crate::comparison::compare;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::model::RowKey;
use crate::gui::selection::Selection;
use crate::text::Pair;

const LEFT: &str = "Bridge closes\n\nBy Ada Byrne\n\nRead also: Weirs of the north\n\nThe bridge at Oster closes on Monday. The \
mayor said so, nobody had asked the ferrymen.\n\nThe ferry sails. Click here to sign up. Buses take the long way round.";
const RIGHT: &str = "Bridge shuts\n\nThe bridge at Oster shuts on Monday. The ferry sails.";

fn comparing() -> State {
    let mut state = State::default();
    apply(&mut state, Command::Compare(Pair::new(LEFT.to_owned(), RIGHT.to_owned())));
    state
}

fn open(state: &State) -> &Open {
    state.open.as_ref().expect("a comparison is open")
}

fn sentences(state: &State, side: Side) -> Vec<&str> {
    let document = &open(state).comparison.documents[side];
    (0..document.sentences.len()).map(|id| document.sentence(id)).collect()
}

fn sentence(state: &State, side: Side, words: &str) -> usize {
    sentences(state, side).iter().position(|text| text.contains(words)).expect("the sentence is there")
}

fn byte(state: &State, words: &str) -> usize {
    open(state).comparison.documents.left.text.find(words).expect("the words are there")
}

fn removed(state: &State) -> Vec<(&str, Reason)> {
    open(state).comparison.documents.left.removed.iter().map(|passage| (passage.text.as_str(), passage.why)).collect()
}

fn status(state: &State, left: &str, right: &str) -> Option<Status> {
    let pair = Pair::new(sentence(state, Side::Left, left), sentence(state, Side::Right, right));
    let links = &open(state).comparison.alignment.links;
    links.iter().find(|link| link.sentences == pair).map(|link| link.status)
}

fn choose(state: &mut State, side: Side, sentence: usize) {
    let row = open(state).row_of_sentence(side, sentence).expect("it is in a row");
    apply(state, Command::ChooseRow(row));
}

fn link(state: &mut State, left: &str, right: &str) {
    let pair = Pair::new(sentence(state, Side::Left, left), sentence(state, Side::Right, right));
    apply(state, Command::Link(pair));
}

#[test]
fn a_sentence_is_split_where_the_reader_points() {
    let mut state = comparing();
    let nobody = byte(&state, "nobody");
    apply(&mut state, Command::Split(Side::Left, nobody + 1));
    assert!(sentences(&state, Side::Left).contains(&"nobody had asked the ferrymen."));
    assert_eq!(state.undo_name(), Some("split sentence 3 on the left"));
    apply(&mut state, Command::Do(Action::Undo));
    assert!(sentences(&state, Side::Left).contains(&"The mayor said so, nobody had asked the ferrymen."));
    assert_eq!(state.step_name(Action::Redo), Some("split sentence 3 on the left"));
}

#[test]
fn splitting_by_key_needs_a_place_in_the_chosen_row() {
    let mut state = comparing();
    assert!(!Action::SplitSentence.enabled(&state));
    let nobody = byte(&state, "nobody");
    apply(&mut state, Command::PutSelection(Selection::caret(Side::Left, nobody)));
    assert_eq!(state.place_to_split(), Some((Side::Left, nobody)));
    choose(&mut state, Side::Right, 2);
    assert_eq!(state.place_to_split(), None, "another row is chosen");
    apply(&mut state, Command::PutSelection(Selection::caret(Side::Left, nobody)));
    apply(&mut state, Command::Do(Action::SplitSentence));
    assert_eq!(sentences(&state, Side::Left)[3], "nobody had asked the ferrymen.");
}

#[test]
fn links_of_other_sentences_and_of_the_first_half_outlive_a_split() {
    let mut state = comparing();
    link(&mut state, "The mayor said", "Bridge shuts");
    link(&mut state, "The ferry", "The ferry");
    let nobody = byte(&state, "nobody");
    apply(&mut state, Command::Split(Side::Left, nobody));
    assert_eq!(sentence(&state, Side::Left, "The ferry"), 4);
    assert!(matches!(status(&state, "The ferry", "The ferry"), Some(Status::Manual | Status::Confirmed)));
    assert_eq!(status(&state, "The mayor said", "Bridge shuts"), Some(Status::Manual));
    assert_eq!(status(&state, "nobody had", "Bridge shuts"), None);
}

#[test]
fn sentences_are_joined_within_their_paragraph_only() {
    let mut state = comparing();
    let mayor = sentence(&state, Side::Left, "The mayor");
    assert!(state.can_merge((Side::Left, mayor - 1)) && !state.can_merge((Side::Left, mayor)));
    assert!(state.apply(Command::Merge(Side::Left, mayor)).is_empty());
    apply(&mut state, Command::Merge(Side::Left, mayor - 1));
    assert!(sentences(&state, Side::Left)[1].starts_with("The bridge at Oster closes on Monday. The mayor"));
    assert_eq!(state.undo_name(), Some("join sentences 2 and 3 on the left"));
    assert_eq!(open(&state).mends.left.len(), 1);
}

#[test]
fn a_joined_sentence_takes_the_links_of_both_and_is_parted_whole() {
    let mut state = comparing();
    link(&mut state, "The mayor said", "Bridge shuts");
    apply(&mut state, Command::Merge(Side::Left, 1));
    assert_eq!(status(&state, "The mayor said", "Bridge shuts"), Some(Status::Manual));
    apply(&mut state, Command::Reject(Pair::new(1, 0)));
    assert_eq!(status(&state, "The mayor said", "Bridge shuts"), None, "the reader can part what a half brought along");
    apply(&mut state, Command::Do(Action::Undo));
    assert_eq!(status(&state, "The mayor said", "Bridge shuts"), Some(Status::Manual));
}

#[test]
fn cuts_and_joints_are_taken_back_by_themselves() {
    let mut state = comparing();
    let before = sentences(&state, Side::Left).join("|");
    let nobody = byte(&state, "nobody");
    apply(&mut state, Command::Split(Side::Left, nobody));
    apply(&mut state, Command::Merge(Side::Left, 1));
    let mends: Vec<usize> = open(&state).mends.left.iter().map(|mend| mend.byte).collect();
    assert_eq!(mends.len(), 2);
    for byte in mends {
        apply(&mut state, Command::Unmend(Side::Left, byte));
    }
    assert_eq!(sentences(&state, Side::Left).join("|"), before);
    assert!(open(&state).edits.is_empty());
    assert!(state.apply(Command::Unmend(Side::Left, 5)).is_empty());
}

#[test]
fn a_passage_is_taken_out_by_hand_and_put_back() {
    let mut state = comparing();
    let mayor = sentence(&state, Side::Left, "The mayor");
    apply(&mut state, Command::TakeOut(Side::Left, mayor));
    assert!(
        sentences(&state, Side::Left).iter().all(|text| !text.contains("bridge at Oster")),
        "the whole paragraph goes"
    );
    let by_hand = removed(&state).iter().position(|&(text, why)| text.contains("mayor") && why == Reason::ByHand);
    assert_eq!(by_hand, Some(2));
    assert_eq!(state.undo_name(), Some("take out 1 passage on the left"));
    let origins = open(&state).origins_of(Side::Left, 2..3);
    apply(&mut state, Command::SetKept(Side::Left, origins, true));
    assert!(open(&state).edits.is_empty());
    assert_eq!(sentence(&state, Side::Left, "The mayor"), mayor);
}

#[test]
fn a_paragraph_with_a_passage_put_back_in_it_is_taken_out_whole() {
    let mut state = comparing();
    let appeal = LEFT.find("Click here").expect("the appeal is there");
    apply(&mut state, Command::SetKept(Side::Left, vec![appeal], true));
    let ferry = sentence(&state, Side::Left, "The ferry");
    apply(&mut state, Command::TakeOut(Side::Left, ferry));
    let why: Vec<Reason> = removed(&state).into_iter().skip(2).map(|(_, why)| why).collect();
    assert_eq!(why, [Reason::ByHand, Reason::Appeal, Reason::ByHand]);
    apply(&mut state, Command::Do(Action::Undo));
    assert!(sentences(&state, Side::Left).contains(&"Click here to sign up."));
}

#[test]
fn what_was_left_out_is_shown_and_folded_away() {
    let mut state = comparing();
    let all = open(&state).origins_of(Side::Left, 0..usize::MAX);
    assert_eq!(all.len(), 3);
    let revision = open(&state).revision;
    let effects = state.apply(Command::ShowLeftOut(Side::Left));
    let headline = open(&state).rows.iter().rposition(|row| row.sentences.left == [0]).expect("it is in a row");
    assert_eq!(effects, [Effect::Show(headline, Side::Left)], "the byline stood after the headline");
    assert!(state.shows_left_out(&[Side::Left]) && Action::LeftOut.is_on(&state) && open(&state).revision > revision);
    apply(&mut state, Command::SetKept(Side::Left, vec![all[0]], true));
    assert!(open(&state).is_unfolded(Side::Left, 0..1), "what was unfolded stays so when its neighbour is put back");
    apply(&mut state, Command::Do(Action::LeftOut));
    assert!(!open(&state).is_unfolded(Side::Left, 0..2));
    apply(&mut state, Command::Unfold(Side::Left, vec![all[1]], true));
    assert!(open(&state).is_unfolded(Side::Left, 0..1) && !open(&state).is_unfolded(Side::Left, 1..2));
}

#[test]
fn mending_an_article_does_not_draw_the_view_to_the_chosen_row() {
    let mut state = comparing();
    choose(&mut state, Side::Left, 0);
    let reveals = |state: &mut State, command: Command| {
        let asked = state.apply(command);
        let done = asked.into_iter().flat_map(|effect| match effect {
            Effect::Compare(generation, task) => {
                let articles = Pair::new(&*task.articles.left, &*task.articles.right);
                let comparison = compare(articles, &task.options, &task.edits);
                state.apply(Command::Compared(generation, Box::new(comparison)))
            }
            _ => Vec::new(),
        });
        done.filter(|effect| *effect == Effect::Reveal).count()
    };
    assert_eq!(reveals(&mut state, Command::TakeOut(Side::Left, 3)), 0);
    assert_eq!(reveals(&mut state, Command::SetAlone(Side::Left, 0, true)), 1);
}

#[test]
fn every_correction_has_a_name() {
    let mut state = comparing();
    let ferry = Pair::new(sentence(&state, Side::Left, "The ferry"), sentence(&state, Side::Right, "The ferry"));
    for (command, name) in [
        (Command::Link(ferry), "left 4 with right 3"),
        (Command::Reject(ferry), "part left 4 with right 3"),
        (Command::SetAlone(Side::Left, ferry.left, true), "sentence 4 on the left has no counterpart"),
        (
            Command::SetKept(Side::Left, open(&state).origins_of(Side::Left, 0..2), true),
            "put back 2 passages on the left",
        ),
    ] {
        apply(&mut state, command);
        assert!(state.undo_name().is_some_and(|said| said.ends_with(name)), "{:?} {name}", state.undo_name());
    }
    apply(&mut state, Command::Do(Action::Swap));
    assert_eq!(state.undo_name(), Some("put back 2 passages on the right"));
}

#[test]
fn the_place_pointed_at_is_forgotten_when_the_text_changes() {
    let mut state = comparing();
    apply(&mut state, Command::PutSelection(Selection::caret(Side::Left, 3)));
    apply(&mut state, Command::Confirm(Pair::new(0, 0)));
    let origins = open(&state).origins_of(Side::Left, 0..1);
    assert_eq!(state.caret_byte(), Some((Side::Left, 3)));
    apply(&mut state, Command::SetKept(Side::Left, origins, true));
    assert_eq!(state.caret_byte(), None);
}

#[test]
fn the_sentence_in_hand_is_the_one_pointed_at_or_the_rows_first() {
    let mut state = comparing();
    assert_eq!(state.sentence_in_hand(), None);
    apply(&mut state, Command::ChooseRow(RowKey::Alone(Side::Left, 2)));
    assert_eq!(state.sentence_in_hand(), Some((Side::Left, 2)));
    let last = byte(&state, "Buses");
    apply(&mut state, Command::PutSelection(Selection::caret(Side::Left, last)));
    assert_eq!(
        state.sentence_in_hand(),
        state.caret_byte().map(|_| (Side::Left, sentence(&state, Side::Left, "Buses")))
    );
    assert!(state.apply(Command::Split(Side::Left, 99_999)).is_empty());
    assert!(state.apply(Command::TakeOut(Side::Right, 99)).is_empty());
}

#[test]
fn a_sentence_that_waits_for_its_counterpart_is_followed() {
    let mut state = comparing();
    let buses = sentence(&state, Side::Left, "Buses");
    apply(&mut state, Command::BeginLink(Side::Left, buses));
    let nobody = byte(&state, "nobody");
    apply(&mut state, Command::Split(Side::Left, nobody));
    assert_eq!(state.linking, Some((Side::Left, buses + 1)));
}
