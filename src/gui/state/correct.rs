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
        let there =
            if action == Action::Undo { open.history.undo(&open.edits) } else { open.history.redo(&open.edits) };
        let Some(edits) = there else { return Vec::new() };
        open.edits = edits;
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
        self.swapped_history = Some(open.history.clone().swap());
        self.open = Some(open);
        effects.push(Effect::Reveal);
        effects
    }

    /// A comparison of the same articles with other corrections: what was chosen stays chosen where it still exists.
    pub(super) fn adopt_corrected(&mut self, mut open: Open, task: Task, comparison: Comparison) -> Vec<Effect> {
        let aim = std::mem::take(&mut self.aim);
        let landmarks = if aim.is_empty() { landmarks(&open, self.chosen.row) } else { aim };
        let finding = self.chosen.finding.and_then(|id| open.comparison.findings.get(id).cloned());
        let mut fresh = Open::new(task, comparison, self.settings.lead);
        fresh.history = std::mem::take(&mut open.history);
        fresh.revision += open.revision;
        fresh.unfolded = std::mem::take(&mut open.unfolded);
        let was_shown = std::mem::take(&mut self.shown);
        let matched_anew = fresh.options.matching != open.options.matching;
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
            Some((side, fresh.comparison.documents[side].sentence_from(open.origin(side, waits)?)?))
        });
        // A selection outlives everything that leaves the text as it was, sentences cut otherwise among it.
        let has_same_text = |side: Side| fresh.comparison.documents[side].text == open.comparison.documents[side].text;
        self.selection = self.selection.filter(|selection| has_same_text(selection.side));
        self.open = Some(fresh);
        self.page = Page::Comparison;
        self.refresh();
        let mut effects = vec![Effect::Follow(self.places_now(&open, &was_shown))];
        if !matched_anew && !mended {
            effects.push(Effect::Reveal);
        }
        effects.extend(self.go_on_looking_over());
        effects
    }

    /// For each row that was shown the place at which its sentences are shown now, or where they would be.
    fn places_now(&self, before: &Open, was_shown: &[usize]) -> Vec<usize> {
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
        let rows = was_shown.iter().filter_map(|&n| before.rows.get(n));
        rows.map(|row| {
            let mut marks = landmarks(before, Some(row.key));
            marks.sort_by_key(|(side, _)| *side != lead);
            last = marks.iter().find_map(|mark| place_of.get(mark).copied()).unwrap_or(last);
            last
        })
        .collect()
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
        let before = open.edits.clone();
        change(&mut open.edits);
        if open.edits == before {
            return Vec::new();
        }
        open.history.record(&before, name);
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

/// The sentences of a row by the names that outlive a new comparison.
fn landmarks(open: &Open, key: Option<RowKey>) -> Vec<(Side, usize)> {
    let Some(row) = key.and_then(|key| open.row(key)) else { return Vec::new() };
    Side::BOTH
        .into_iter()
        .flat_map(|side| row.sentences[side].iter().map(move |&id| (side, id)))
        .filter_map(|(side, id)| Some((side, open.origin(side, id)?)))
        .collect()
}
