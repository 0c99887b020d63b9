//! A source that is read again: what changed is shown first, and taken over as one step that can be undone.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::comparison::{Changes, Lost, carry};
use crate::gui::action::Action;
use crate::gui::command::Effect;
use crate::gui::history::{History, Snapshot};
use crate::gui::jobs::Task;
use crate::gui::model::RowKey;
use crate::gui::projects::Order;
use crate::gui::{steps, words};
use crate::load::{RawArticle, Source};
use crate::text::{Note, Pair, Side};

use super::{Aim, Offer, Open, State};

/// A source that was read again and says something else now.
#[derive(Clone, Debug, PartialEq)]
pub struct Reload {
    /// Whose source.
    pub side: Side,
    /// What it says now.
    pub article: Arc<RawArticle>,
    /// How its sentences changed.
    pub changes: Changes,
    /// What the reader did that has no place in it.
    pub lost: Vec<Lost>,
}

/// How an awaited comparison of other articles goes on from the open one.
#[derive(Debug)]
pub(super) struct Following {
    /// The steps that can be undone then.
    pub history: History,
    /// What is chosen and what is in view stay.
    pub in_place: bool,
}

impl State {
    /// Why the source of a side cannot be read again, in a sentence.
    pub fn why_not_read_anew(&self, side: Side) -> Option<&'static str> {
        let open = self.open.as_ref()?;
        match &open.sources[side] {
            Source::Pasted(_) | Source::PastedHtml(_) => Some("It was pasted, so there is nothing to read again."),
            Source::StandardInput => Some("It was piped in, so there is nothing to read again."),
            Source::File(_) | Source::Address(_) => None,
        }
    }

    pub(super) fn read_anew(&mut self, side: Side) -> Vec<Effect> {
        let Some(source) = self.open.as_ref().map(|open| open.sources[side].clone()) else { return Vec::new() };
        let offered = Some(Offer::Reload(source.clone()));
        self.notices.retain(|notice| notice.offer != offered);
        self.reload = None;
        self.begin_reading(side, source, Aim::Again)
    }

    /// The source was read again; what it comes to is shown before anything changes.
    pub(super) fn read_again(&mut self, side: Side, source: &Source, article: RawArticle) -> Vec<Effect> {
        let Some(open) = self.open.as_ref().filter(|open| open.sources[side] == *source) else { return Vec::new() };
        if *open.articles[side] == article {
            let name = open.names[side].clone();
            self.notify(Note::info(format!("{name} says the same as before; nothing was changed.")));
            return Vec::new();
        }
        let carried = carry(side, Pair::new(&open.articles[side], &article), &open.options, &open.edits);
        self.reload = Some(Reload { side, article: Arc::new(article), changes: carried.changes, lost: carried.lost });
        Vec::new()
    }

    /// Compares with what the source says now; corrections and remarks come along, those made since it was read, too.
    pub(super) fn take_over(&mut self) -> Vec<Effect> {
        if self.reload.is_some() && self.writing.is_some() {
            self.finish_writing();
        }
        let (Some(reload), Some(open)) = (self.reload.take(), &self.open) else { return Vec::new() };
        let Reload { side, article, .. } = reload;
        let carried = carry(side, Pair::new(&open.articles[side], &article), &open.options, &open.edits);
        let mut history = open.history.clone();
        history.record(open.snapshot(), steps::reloaded(side));
        let mut articles = open.articles.clone();
        articles[side] = article;
        let mut effects = self.go_over_to(Snapshot { articles, edits: carried.edits }, history);
        self.bond.read_anew(side);
        effects.push(Effect::Order(Order::Time));
        effects
    }

    /// Compares other versions of the same sources. What is open stays as it is until that is done.
    pub(super) fn go_over_to(&mut self, there: Snapshot, history: History) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let task = Task { articles: there.articles, edits: there.edits, ..open.task() };
        let effects = self.begin(task);
        self.following = Some(Following { history, in_place: true });
        effects
    }

    /// Tells that a file was changed on the disk, and offers to read it again.
    pub(super) fn file_changed(&mut self, source: Source) -> Vec<Effect> {
        if self.side_of_source(&source).is_some() {
            let told = format!("{} has changed on the disk since it was read.", words::source_name(&source));
            self.notify_with(Note::info(told), Some(Offer::Reload(source)));
        }
        Vec::new()
    }

    /// Takes the offers away to read sources again that are not open any more.
    pub(super) fn forget_offers(&mut self) {
        let mut notices = std::mem::take(&mut self.notices);
        notices.retain(|notice| notice.offer.as_ref().is_none_or(|offer| self.action_of(offer).is_some()));
        self.notices = notices;
    }

    /// What is done about a notice; `None` where that has become pointless.
    pub fn action_of(&self, offer: &Offer) -> Option<Action> {
        match offer {
            Offer::Reload(source) => self.side_of_source(source).map(Action::reload_of),
            Offer::Export => self.open.as_ref().map(|_| Action::Export),
        }
    }

    /// The side of the open comparison that a source stands on.
    fn side_of_source(&self, source: &Source) -> Option<Side> {
        let open = self.open.as_ref()?;
        Side::BOTH.into_iter().find(|&side| open.sources[side] == *source)
    }
}

/// Which sentences of one comparison are which of the next.
pub(super) struct Successors<'a> {
    before: &'a Open,
    /// Where the sentences of a source that was read again begin, by their words; `None` for one that is the same.
    anew: Pair<Option<BTreeMap<String, usize>>>,
}

impl<'a> Successors<'a> {
    pub(super) fn new(before: &'a Open, now: &Open) -> Self {
        let anew = |side: Side| {
            let document = &now.comparison.documents[side];
            let entry = |id: usize| (document.sentence(id).to_owned(), document.sentences[id].origin);
            let is_same = before.holds(side, &now.articles);
            (!is_same).then(|| (0..document.sentences.len()).rev().map(entry).collect())
        };
        Self { before, anew: Pair::from_fn(anew) }
    }

    /// Where a sentence begins now, which is its name.
    pub(super) fn origin(&self, side: Side, sentence: usize) -> Option<usize> {
        match &self.anew[side] {
            None => self.before.origin(side, sentence),
            Some(anew) => anew.get(self.before.comparison.documents[side].sentence(sentence)).copied(),
        }
    }

    /// The names of the sentences of a row.
    pub(super) fn of_row(&self, key: Option<RowKey>) -> Vec<(Side, usize)> {
        let Some(row) = key.and_then(|key| self.before.row(key)) else { return Vec::new() };
        let sentences = Side::BOTH.into_iter().flat_map(|side| row.sentences[side].iter().map(move |&id| (side, id)));
        sentences.filter_map(|(side, id)| Some((side, self.origin(side, id)?))).collect()
    }
}
