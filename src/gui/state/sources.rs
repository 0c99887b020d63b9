//! Gathering two sources and having them compared.

use std::sync::Arc;

use crate::align::Matching;
use crate::comparison::{Comparison, Edits, Options};
use crate::load::{RawArticle, Source};
use crate::text::{Level, Note, Pair, Side};

use super::reload::Following;
use super::{Arrival, Beside, Offer, Open, Page, State};
use crate::gui::command::{Effect, Generation};
use crate::gui::jobs::Task;
use crate::gui::words;

/// One side's source while it is gathered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slot {
    /// What was read, and from where.
    pub ready: Option<(Source, Arc<RawArticle>)>,
    /// What is being read; what was read before stays until it is there.
    pub reading: Option<Reading>,
}

/// A source on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The run of background work.
    pub generation: Generation,
    /// Where it comes from.
    pub source: Source,
    /// How many pages or bytes are done, and of how many, where that is known.
    pub progress: Option<(usize, usize)>,
    /// What it is for.
    pub aim: Aim,
}

/// What a source is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// To stand on its side.
    One,
    /// Asked for together with the other side's: neither replaces a side of an open comparison without the other.
    Both,
    /// It stands there already and may have changed since it was read.
    Again,
}

impl State {
    /// The side that a source without a side goes to: the first that has none.
    pub fn first_free(&self) -> Side {
        let left = &self.slots.left;
        if left.ready.is_none() && left.reading.is_none() { Side::Left } else { Side::Right }
    }

    pub(super) fn read(&mut self, side: Side, source: Source) -> Vec<Effect> {
        match self.project_among(std::slice::from_ref(&source)) {
            Some(project) => self.open_project(&project),
            None => self.begin_reading(side, source, Aim::One),
        }
    }

    pub(super) fn begin_reading(&mut self, side: Side, source: Source, aim: Aim) -> Vec<Effect> {
        let generation = self.next_generation();
        self.placing = None;
        self.slots[side].reading = Some(Reading { generation, source: source.clone(), progress: None, aim });
        vec![Effect::Load(side, generation, source)]
    }

    /// Whether a run of reading or comparing is still wanted; the others can be stopped.
    pub fn awaits(&self, generation: Generation) -> bool {
        self.side_of(generation).is_some() || self.comparing == Some(generation)
    }

    fn side_of(&self, generation: Generation) -> Option<Side> {
        let is_of = |side: &Side| self.slots[*side].reading.as_ref().is_some_and(|it| it.generation == generation);
        Side::BOTH.into_iter().find(is_of)
    }

    pub(super) fn reached(&mut self, generation: Generation, progress: (usize, usize)) -> Vec<Effect> {
        let side = self.side_of(generation);
        if let Some(reading) = side.and_then(|side| self.slots[side].reading.as_mut()) {
            reading.progress = Some(progress);
        }
        Vec::new()
    }

    pub(super) fn stop_reading(&mut self, side: Side) -> Vec<Effect> {
        self.let_go(side);
        Vec::new()
    }

    /// Ends the wait for a side. Of two sources that were to replace both sides of an open comparison, the other alone
    /// would be compared with what it was not meant for.
    fn let_go(&mut self, side: Side) {
        let both = self.slots[side].reading.take().is_some_and(|reading| reading.aim == Aim::Both);
        if both && self.page == Page::Comparison {
            self.slots = Pair::default();
        }
    }

    pub(super) fn read_both(&mut self, sources: Pair<Source>) -> Vec<Effect> {
        if let Some(project) = self.project_among(&[sources.left.clone(), sources.right.clone()]) {
            return self.open_project(&project);
        }
        self.slots = Pair::default();
        let mut effects = self.begin_reading(Side::Left, sources.left, Aim::Both);
        effects.extend(self.begin_reading(Side::Right, sources.right, Aim::Both));
        effects
    }

    pub(super) fn clear(&mut self, side: Side) -> Vec<Effect> {
        self.slots[side] = Slot::default();
        Vec::new()
    }

    pub(super) fn compare_drafts(&mut self, drafts: Pair<String>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (side, draft) in [(Side::Left, drafts.left), (Side::Right, drafts.right)] {
            if self.slots[side].ready.is_none() && !draft.trim().is_empty() {
                effects.extend(self.read(side, Source::from_clipboard(None, &draft)));
            }
        }
        if effects.is_empty() { self.compare_when_ready() } else { effects }
    }

    pub(super) fn loaded(
        &mut self,
        side: Side,
        generation: Generation,
        result: Result<RawArticle, String>,
    ) -> Vec<Effect> {
        if self.side_of(generation) != Some(side) {
            return Vec::new();
        }
        match result {
            Ok(article) => {
                let Some(reading) = self.slots[side].reading.take() else { return Vec::new() };
                if reading.aim == Aim::Again {
                    return self.read_again(side, &reading.source, article);
                }
                self.slots[side].ready = Some((reading.source, Arc::new(article)));
                self.fill_from_open(side.other());
                self.compare_when_ready()
            }
            Err(message) => {
                self.let_go(side);
                self.warn(message);
                Vec::new()
            }
        }
    }

    /// A source replaced from the comparison page is compared with the other one that is open there.
    fn fill_from_open(&mut self, side: Side) {
        let Some(open) = self.open.as_ref().filter(|_| self.page == Page::Comparison) else { return };
        let slot = &mut self.slots[side];
        if slot.ready.is_none() && slot.reading.is_none() {
            slot.ready = Some((open.sources[side].clone(), open.articles[side].clone()));
        }
    }

    fn compare_when_ready(&mut self) -> Vec<Effect> {
        let (Some(left), Some(right)) = (self.slots.left.ready.clone(), self.slots.right.ready.clone()) else {
            return Vec::new();
        };
        if self.slots.left.reading.is_some() || self.slots.right.reading.is_some() {
            return Vec::new();
        }
        self.begin(Task {
            sources: Pair::new(left.0, right.0),
            articles: Pair::new(left.1, right.1),
            options: Options::default(),
            edits: Edits::default(),
        })
    }

    pub(super) fn begin(&mut self, mut task: Task) -> Vec<Effect> {
        task.options.matching = self.settings.matching;
        let generation = self.next_generation();
        self.comparing = Some(generation);
        self.following = None;
        self.projects.arriving = None;
        self.awaited = Some(task.clone());
        vec![Effect::Compare(generation, Box::new(task))]
    }

    pub(super) fn open_example(&mut self) -> Vec<Effect> {
        self.slots = Pair::default();
        let sources = Pair::from_fn(|side| Source::Pasted(format!("example, {}", side.name())));
        let mut effects = self.begin(Task {
            sources,
            articles: crate::gui::example::articles(),
            options: Options::default(),
            edits: Edits::default(),
        });
        effects.push(Effect::ForgetDrafts);
        effects
    }

    pub(super) fn compared(&mut self, generation: Generation, comparison: Comparison) -> Vec<Effect> {
        if self.comparing != Some(generation) {
            return Vec::new();
        }
        self.comparing = None;
        let Some(task) = self.awaited.take() else { return Vec::new() };
        match (self.open.take(), self.following.take()) {
            (Some(open), None) if open.is_of(&task) => self.adopt_corrected(open, task, comparison),
            (Some(mut open), Some(Following { history, in_place: true })) => {
                open.history = history;
                self.tell_of(&comparison);
                self.adopt_corrected(open, task, comparison)
            }
            (open, following) => {
                self.open = open;
                self.arrive(task, comparison, following.map(|following| following.history))
            }
        }
    }

    pub(super) fn adopt_new(&mut self, arrival: Arrival) -> Vec<Effect> {
        let Arrival { task, comparison, bond, history } = arrival;
        let words = task.sources.as_ref().map(Source::argument);
        match (&bond.file, words.left, words.right) {
            (Some(file), ..) => self.settings.remember_project(file),
            (None, Some(left), Some(right)) => self.settings.remember(Pair::new(left, right)),
            _ => {}
        }
        self.tell_of(&comparison);
        if task.articles.left.text == task.articles.right.text {
            self.notify(Note::info("Both sides hold the same text, so there is nothing to tell apart."));
        }
        let mut open = Open::new(task, comparison, self.settings.lead);
        open.history = history;
        self.open = Some(open);
        self.forget_offers();
        self.page = Page::Comparison;
        self.slots = Pair::default();
        self.let_go_of_places();
        self.refresh();
        let mut effects = vec![Effect::ForgetDrafts, Effect::CheckLetters, Effect::Reveal];
        effects.extend(self.bind(bond));
        effects
    }

    /// What was chosen, being written or filtered belonged to a comparison that is gone.
    pub(super) fn let_go_of_places(&mut self) {
        self.chosen = super::Chosen::default();
        self.selection = None;
        self.linking = None;
        self.reload = None;
        self.looking_over = None;
        self.writing = None;
        if matches!(self.beside, Beside::Card(_)) {
            self.beside = Beside::Findings;
        }
        self.filter = Default::default();
        self.row_filter = Default::default();
    }

    /// Tells what the reader has to know of what was read.
    fn tell_of(&mut self, comparison: &Comparison) {
        for note in comparison.notes.iter().filter(|note| note.level == Level::Warning) {
            self.notify(Note { message: words::capitalised(&note.message), ..note.clone() });
        }
        if let Some(notice) = words::right_to_left(comparison.documents.as_ref()) {
            self.notify_with(Note::warning(notice), Some(Offer::Export));
        }
    }

    pub(super) fn broke(&mut self, generation: Generation) -> Vec<Effect> {
        if let Some(side) = self.side_of(generation) {
            self.let_go(side);
            self.warn(format!("Reading the {} source broke off; try to save it as plain text (.txt).", side.name()));
        } else if self.comparing == Some(generation) {
            self.comparing = None;
            self.awaited = None;
            self.following = None;
            self.projects.arriving = None;
            self.keep_matching();
            self.warn("Comparing broke off, which is a fault of this program; what was open is unchanged.");
        }
        Vec::new()
    }

    /// Changes how sure the program must be. What is being compared is compared so instead; corrections, what is chosen
    /// and what is in view stay. A setting like the others, and no step to undo: choosing the other one again undoes it.
    pub(super) fn match_as(&mut self, matching: Matching) -> Vec<Effect> {
        if self.settings.matching == matching {
            return Vec::new();
        }
        self.settings.matching = matching;
        let Some(task) = self.awaited.take().or_else(|| self.open.as_ref().map(Open::task)) else { return Vec::new() };
        let (following, arriving) = (self.following.take(), self.projects.arriving.take());
        let effects = self.begin(task);
        (self.following, self.projects.arriving) = (following, arriving);
        effects
    }

    /// The setting is again that of the open comparison, where another was asked for in vain.
    pub(super) fn keep_matching(&mut self) {
        if let Some(open) = &self.open {
            self.settings.matching = open.options.matching;
        }
    }

    pub(super) fn stop(&mut self) -> Vec<Effect> {
        for side in Side::BOTH {
            self.slots[side].reading = None;
        }
        if let Some(open) = self.open.as_mut().filter(|_| self.comparing.is_some()) {
            open.edits = open.compared_with.clone();
        }
        self.keep_matching();
        self.comparing = None;
        self.awaited = None;
        self.following = None;
        self.projects.arriving = None;
        self.projects.fetching = None;
        Vec::new()
    }
}
