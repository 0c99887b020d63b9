//! Reading side by side: the sentence that the reader is at, from which the arrow keys go on.

use crate::gui::command::Effect;
use crate::gui::settings::Mode;
use crate::text::Side;

use super::State;

impl State {
    /// Whether both articles are read in columns of their own.
    pub fn is_side_by_side(&self) -> bool {
        self.settings.mode == Mode::SideBySide
    }

    /// The sentence that the reader is at: where the chosen words or those of the chosen finding stand; else the
    /// sentence chosen last, as long as its row is chosen; else the first of the chosen row.
    pub fn at(&self) -> Option<(Side, usize)> {
        let row = self.chosen_row()?;
        let words = self.chosen.words.map(|(side, place)| (side, place.sentence));
        let in_row = |&(side, sentence): &(Side, usize)| row.sentences[side].contains(&sentence);
        let side = self.at.map_or(Side::Left, |(side, _)| side);
        let first = [side, side.other()].into_iter().find_map(|side| Some((side, *row.sentences[side].first()?)));
        let found = [side, side.other()].into_iter().find_map(|side| Some((side, self.found_in(side)?)));
        [words, found, self.at].into_iter().flatten().find(in_row).or(first)
    }

    /// The sentence of a side in which the words of the chosen finding stand.
    pub fn found_in(&self, side: Side) -> Option<usize> {
        let finding = self.open.as_ref()?.comparison.findings.get(self.chosen.finding?)?;
        finding.places[side].map(|place| place.sentence)
    }

    pub(super) fn choose_sentence(&mut self, side: Side, sentence: usize) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        // A sentence may stand in several rows; the one that is being looked at is meant.
        let same = self.chosen_row().filter(|row| row.sentences[side].contains(&sentence)).map(|row| row.key);
        let row = same.or_else(|| open.reading.standing(side, sentence).and_then(|standing| standing.row));
        let Some(row) = row else { return Vec::new() };
        self.at = Some((side, sentence));
        self.chosen.words = None;
        // A finding is let go of where the reader goes on from its words.
        if self.found_in(side).is_none_or(|found| found != sentence) {
            self.chosen.finding = None;
        }
        self.choose_row(row)
    }

    /// The next row, or side by side the next sentence of the article that is being read.
    pub(super) fn step(&mut self, forward: bool) -> Vec<Effect> {
        if !self.is_side_by_side() {
            return self.step_row(forward);
        }
        let Some(open) = &self.open else { return Vec::new() };
        let side = self.at.map_or(Side::Left, |(side, _)| side);
        let last = |side: Side| open.comparison.documents[side].sentences.len().saturating_sub(1);
        let (side, next) = match (self.at(), forward) {
            (None, true) => (side, 0),
            (None, false) => (side, last(side)),
            (Some((side, at)), true) => (side, (at + 1).min(last(side))),
            (Some((side, at)), false) => (side, at.saturating_sub(1)),
        };
        self.choose_sentence(side, next)
    }

    /// To the other article: to what belongs to the sentence that the reader is at, or about as far on in it.
    pub(super) fn cross_to(&mut self, side: Side) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let counts = open.comparison.documents.as_ref().map(|document| document.sentences.len());
        let target = match self.at() {
            None => 0,
            Some((from, at)) if from == side => at,
            Some((from, at)) => {
                let link = open.reading.links(from, at).first().and_then(|&id| open.comparison.alignment.links.get(id));
                let in_row = self.chosen_row().and_then(|row| row.sentences[side].first().copied());
                let as_far = at * counts[side] / counts[from].max(1);
                in_row.or(link.map(|link| link.sentences[side])).unwrap_or(as_far)
            }
        };
        self.choose_sentence(side, target)
    }

    /// Lays both articles out in another way; what is chosen is chosen there, too.
    pub(super) fn lay_out(&mut self, mode: Mode) -> Vec<Effect> {
        self.settings.mode = mode;
        vec![Effect::Reveal]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::action::Action;
    use crate::gui::command::Command;
    use crate::gui::fixture;
    use crate::gui::jobs::Task;
    use crate::gui::model::RowKey;
    use crate::load::{RawArticle, Source};
    use crate::text::Pair;

    fn comparing() -> State {
        let mut state = State::default();
        let articles = Pair::new(&fixture::LEFT, &fixture::RIGHT)
            .map(|sentences| std::sync::Arc::new(RawArticle::from_sentences("text", sentences)));
        let sources = Pair::new("left", "right").map(|name| Source::Pasted(name.to_owned()));
        let task = Task { sources, articles, options: Default::default(), edits: Default::default() };
        state.apply(Command::Adopt(Box::new(task), Box::new(fixture::comparison())));
        state.apply(Command::SetMode(Mode::SideBySide));
        state
    }

    fn act(state: &mut State, action: Action) -> Option<(Side, usize)> {
        state.apply(Command::Do(action));
        state.at()
    }

    #[test]
    fn arrows_go_from_sentence_to_sentence_of_one_article() {
        let mut state = comparing();
        assert_eq!(act(&mut state, Action::NextRow), Some((Side::Left, 0)));
        assert_eq!(act(&mut state, Action::NextRow), Some((Side::Left, 1)));
        assert_eq!(state.chosen.row, Some(RowKey::Group(1)));
        assert_eq!(act(&mut state, Action::PreviousRow), Some((Side::Left, 0)));
        assert_eq!(act(&mut state, Action::PreviousRow), Some((Side::Left, 0)));
    }

    #[test]
    fn the_other_article_is_entered_at_the_counterpart() {
        let mut state = comparing();
        state.apply(Command::ChooseSentence(Side::Left, 2));
        assert_eq!(act(&mut state, Action::ToRight), Some((Side::Right, 4)));
        assert_eq!(state.chosen.row, Some(RowKey::Group(2)));
        assert_eq!(act(&mut state, Action::NextRow), Some((Side::Right, 5)));
        assert_eq!(act(&mut state, Action::ToRight), Some((Side::Right, 5)));
        assert_eq!(act(&mut state, Action::ToLeft), Some((Side::Left, 5)));
    }

    #[test]
    fn what_is_chosen_elsewhere_is_where_the_reader_is() {
        let mut state = comparing();
        state.apply(Command::ChooseSentence(Side::Right, 5));
        state.apply(Command::ChooseFinding(0));
        assert_eq!(state.at(), Some((Side::Right, 2)));
        state.apply(Command::ChooseSentence(Side::Right, 2));
        assert_eq!(state.chosen.finding, Some(0));
        state.apply(Command::ChooseSentence(Side::Left, 0));
        assert_eq!((state.at(), state.chosen.finding), (Some((Side::Left, 0)), None));
        state.apply(Command::Do(Action::Deselect));
        assert_eq!(state.at(), None);
    }

    #[test]
    fn rows_and_columns_share_what_is_chosen() {
        let mut state = comparing();
        state.apply(Command::ChooseSentence(Side::Left, 4));
        let effects = state.apply(Command::Do(Action::SwitchMode));
        assert_eq!((effects, state.settings.mode), (vec![Effect::Reveal], Mode::Rows));
        assert_eq!(state.chosen.row, Some(RowKey::Group(3)));
        assert!(!Action::ToLeft.enabled(&state) && !Action::Together.enabled(&state));
    }

    #[test]
    fn a_sentence_that_is_not_there_cannot_be_chosen() {
        let mut state = comparing();
        assert!(state.apply(Command::ChooseSentence(Side::Left, 99)).is_empty());
        assert_eq!(state.chosen.row, None);
    }
}
