//! The reader's corrections: links confirmed, rejected and made, steps taken back, sides exchanged.

use std::collections::BTreeMap;

use crate::align::Status;
use crate::comparison::{Comparison, Edits, Verdict};
use crate::gui::action::Action;
use crate::gui::command::Effect;
use crate::gui::jobs::Task;
use crate::gui::model::RowKey;
use crate::gui::steps;
use crate::text::{Pair, Side};

use super::reload::{Following, Successors};
use super::{Chosen, Open, Page, State};

impl State {
    pub(super) fn confirm(&mut self, pairs: &[Pair<usize>]) -> Vec<Effect> {
        let suggested = |pair: &Pair<usize>| self.status(*pair) == Some(Status::Suggested);
        let pairs: Vec<Pair<usize>> = pairs.iter().copied().filter(suggested).collect();
        self.judge(&pairs, Verdict::Confirmed)
    }

    pub(super) fn reject(&mut self, pairs: &[Pair<usize>]) -> Vec<Effect> {
        self.judge(pairs, Verdict::Rejected)
    }

    /// Links two sentences by hand; a link that is there already is confirmed.
    pub(super) fn link(&mut self, pair: Pair<usize>) -> Vec<Effect> {
        self.linking = None;
        let effects = self.judge(&[pair], self.verdict_of_link(pair));
        self.choose_linked(pair);
        effects
    }

    /// Brings a link to another sentence, as one step.
    pub(super) fn move_link(&mut self, from: Pair<usize>, to: Pair<usize>) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let origins = [from, to].map(|pair| Pair::from_fn(|side| open.origins(side, pair[side])));
        let verdict = self.verdict_of_link(to);
        let effects = self.edit(steps::moved(from, to), |edits| {
            judge_one(edits, &origins[0], Verdict::Rejected);
            judge_one(edits, &origins[1], verdict);
        });
        self.choose_linked(to);
        effects
    }

    /// Chooses two sentences that were linked: the left one now, both once the comparison is there that links them.
    fn choose_linked(&mut self, pair: Pair<usize>) {
        self.chosen = Chosen { row: self.row_of(Side::Left, pair.left), ..Chosen::default() };
        let origin = |side: Side| Some((side, self.open.as_ref()?.origin(side, pair[side])?));
        self.aim = Side::BOTH.into_iter().filter_map(origin).collect();
    }

    /// What the reader says by linking two sentences: a link that is there already is confirmed.
    fn verdict_of_link(&self, pair: Pair<usize>) -> Verdict {
        if self.status(pair).is_some() { Verdict::Confirmed } else { Verdict::Manual }
    }

    pub(super) fn begin_link(&mut self, side: Side, sentence: usize) -> Vec<Effect> {
        self.linking = Some((side, sentence));
        Vec::new()
    }

    pub(super) fn set_alone(&mut self, side: Side, sentence: usize, alone: bool) -> Vec<Effect> {
        let Some(origin) = self.open.as_ref().and_then(|open| open.origin(side, sentence)) else { return Vec::new() };
        self.edit(steps::alone(side, sentence, alone), |edits| edits.set_alone(side, origin, alone))
    }

    /// What the last correction is called that can be taken back.
    pub fn undo_name(&self) -> Option<&str> {
        self.open.as_ref()?.history.undo_name()
    }

    /// What undoing or redoing would take back or make again.
    pub fn step_name(&self, action: Action) -> Option<&str> {
        match action {
            Action::Undo => self.undo_name(),
            Action::Redo => self.open.as_ref()?.history.redo_name(),
            _ => None,
        }
    }

    pub(super) fn travel(&mut self, action: Action) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let now = open.snapshot();
        let mut history = open.history.clone();
        let there = if action == Action::Undo { history.undo(now) } else { history.redo(now) };
        let Some(there) = there else { return Vec::new() };
        if !Side::BOTH.into_iter().all(|side| open.holds(side, &there.articles)) {
            return self.go_over_to(there, history);
        }
        open.history = history;
        open.edits = there.edits;
        self.recompare()
    }

    pub(super) fn swap(&mut self) -> Vec<Effect> {
        let Some(open) = self.open.take() else { return Vec::new() };
        let mut task = open.task();
        task.sources = task.sources.swap();
        task.articles = task.articles.swap();
        task.edits = task.edits.swap();
        let mut effects = self.begin(task);
        // The old comparison stays in view until the mirrored one is there; only its history moves on at once.
        self.following = Some(Following { history: open.history.clone().swap(), in_place: false });
        self.open = Some(open);
        effects.push(Effect::Reveal);
        effects
    }

    /// A comparison of the same articles with other corrections, or with a source read again: what was chosen stays chosen
    /// where it still exists.
    pub(super) fn adopt_corrected(&mut self, mut open: Open, task: Task, comparison: Comparison) -> Vec<Effect> {
        let aim = std::mem::take(&mut self.aim);
        let finding = self.chosen.finding.and_then(|id| open.comparison.findings.get(id).cloned());
        let mut fresh = Open::new(task, comparison, self.settings.lead);
        fresh.history = std::mem::take(&mut open.history);
        fresh.revision += open.revision;
        for side in Side::BOTH {
            if open.holds(side, &fresh.articles) {
                fresh.unfolded[side] = std::mem::take(&mut open.unfolded[side]);
            }
        }
        let successors = Successors::new(&open, &fresh);
        let was_shown = std::mem::take(&mut self.shown);
        let matched_anew = fresh.options.matching != open.options.matching;
        let landmarks = if aim.is_empty() { successors.of_row(self.chosen.row) } else { aim };
        self.chosen.row = fresh.row_with_most(&landmarks);
        self.chosen.finding = finding
            .and_then(|was| {
                fresh.comparison.findings.iter().position(|is| is.kind == was.kind && is.message == was.message)
            })
            .filter(|&id| fresh.row_of_finding(id) == self.chosen.row);
        // Words that were gone to may stand elsewhere in an article that is cut or cleaned otherwise.
        let is_as_before = |side: Side| {
            let (now, before) = (&fresh.comparison.documents[side], &open.comparison.documents[side]);
            now.text == before.text && now.sentences == before.sentences
        };
        self.chosen.words = self.chosen.words.filter(|&(side, _)| is_as_before(side));
        // Whoever mends an article looks at the place, which need not be in the chosen row.
        let mended = !Side::BOTH.into_iter().all(is_as_before);
        self.linking = self.linking.and_then(|(side, waits)| {
            Some((side, fresh.comparison.documents[side].sentence_from(successors.origin(side, waits)?)?))
        });
        // A selection outlives everything that leaves the text as it was, sentences cut otherwise among it.
        let has_same_text = |side: Side| fresh.comparison.documents[side].text == open.comparison.documents[side].text;
        self.selection = self.selection.filter(|selection| has_same_text(selection.side));
        let names: Vec<Vec<(Side, usize)>> =
            was_shown.iter().filter_map(|&n| open.rows.get(n)).map(|row| successors.of_row(Some(row.key))).collect();
        self.open = Some(fresh);
        self.page = Page::Comparison;
        self.refresh();
        let mut effects = vec![Effect::Follow(self.places_now(names))];
        if !matched_anew && !mended {
            effects.push(Effect::Reveal);
        }
        effects.extend(self.go_on_looking_over());
        effects
    }

    /// For each row that was shown, given by the names that its sentences have now, the place at which these are shown, or
    /// where they would be.
    fn places_now(&self, names: Vec<Vec<(Side, usize)>>) -> Vec<usize> {
        let Some(open) = &self.open else { return Vec::new() };
        let mut place_of: BTreeMap<(Side, usize), usize> = BTreeMap::new();
        for (place, row) in self.shown.iter().enumerate().filter_map(|(place, &n)| Some((place, open.rows.get(n)?))) {
            for (side, ids) in row.sentences.iter() {
                for &id in ids {
                    let Some(origin) = open.origin(side, id) else { continue };
                    place_of.entry((side, origin)).or_insert(place);
                }
            }
        }
        let mut last = 0;
        let lead = self.settings.lead;
        let place = |mut names: Vec<(Side, usize)>| {
            names.sort_by_key(|(side, _)| *side != lead);
            last = names.iter().find_map(|name| place_of.get(name).copied()).unwrap_or(last);
            last
        };
        names.into_iter().map(place).collect()
    }

    fn judge(&mut self, pairs: &[Pair<usize>], verdict: Verdict) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let origins: Vec<Pair<Vec<usize>>> =
            pairs.iter().map(|pair| Pair::from_fn(|side| open.origins(side, pair[side]))).collect();
        self.edit(steps::judged(verdict, pairs), |edits| {
            for pair in &origins {
                judge_one(edits, pair, verdict);
            }
        })
    }

    /// Changes the corrections, keeps what was by the name of the change, and has the sources compared anew.
    pub(super) fn edit(&mut self, name: String, change: impl FnOnce(&mut Edits)) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let before = open.snapshot();
        change(&mut open.edits);
        if open.edits == before.edits {
            return Vec::new();
        }
        open.history.record(before, name);
        self.recompare()
    }

    fn recompare(&mut self) -> Vec<Effect> {
        self.aim.clear();
        let Some(task) = self.open.as_ref().map(Open::task) else { return Vec::new() };
        self.begin(task)
    }

    fn status(&self, pair: Pair<usize>) -> Option<Status> {
        let links = &self.open.as_ref()?.comparison.alignment.links;
        links.iter().find(|link| link.sentences == pair).map(|link| link.status)
    }

    fn row_of(&self, side: Side, sentence: usize) -> Option<RowKey> {
        self.open.as_ref()?.row_of_sentence(side, sentence)
    }
}

/// Says what the reader thinks of a pair of sentences, given by all the origins in them: the first is the sentence's name,
/// the others those of what was joined with it. Whoever parts the whole parts what was said of its halves.
fn judge_one(edits: &mut Edits, origins: &Pair<Vec<usize>>, verdict: Verdict) {
    let (Some(&left), Some(&right)) = (origins.left.first(), origins.right.first()) else { return };
    if verdict == Verdict::Rejected {
        for &left in &origins.left {
            origins.right.iter().for_each(|&right| edits.set_verdict(Pair::new(left, right), None));
        }
    }
    if verdict == Verdict::Manual {
        edits.set_alone(Side::Left, left, false);
        edits.set_alone(Side::Right, right, false);
    }
    edits.set_verdict(Pair::new(left, right), Some(verdict));
}
