//! Looking for words in both sources: where they stand, and going from one place to the next.

use std::collections::BTreeSet;

use crate::gui::command::Effect;
use crate::gui::find::{self, Wanted};
use crate::gui::model::RowKey;
use crate::gui::selection::Selection;
use crate::text::{Pair, Side, Span};

use super::{Open, State};

/// Words that are looked for, and where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// What is looked for.
    pub wanted: Wanted,
    /// Every place, as bytes of each document's text, in order.
    pub hits: Pair<Vec<Span>>,
    /// Those in rows that are shown, in the order in which they are read; the left side of a row before its right one.
    pub order: Vec<Hit>,
    /// The one that was gone to, as a place in `order`.
    pub current: Option<usize>,
}

/// A place where the words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In which source.
    pub side: Side,
    /// The bytes of its document's text.
    pub span: Span,
    /// The row in which it is read.
    pub row: RowKey,
    /// Where that row stands among the shown ones.
    pub place: usize,
}

impl Hit {
    /// What comes before what in reading.
    fn key(&self) -> (usize, Side, usize) {
        (self.place, self.side, self.span.start)
    }
}

impl Find {
    /// The place that was gone to.
    pub fn current(&self) -> Option<Hit> {
        self.order.get(self.current?).copied()
    }

    /// How many places there are in both sources, and how many of them are in rows that are not shown.
    pub fn counts(&self) -> (Pair<usize>, usize) {
        let found = self.hits.as_ref().map(Vec::len);
        (found, (found.left + found.right).saturating_sub(self.order.len()))
    }

    /// The places within a stretch of a document, counted from its beginning, each with whether it is the one that was
    /// gone to. Where a sentence stands in several rows, that one is in the row in which it is read.
    pub fn within(&self, side: Side, stretch: Span, row: Option<RowKey>) -> Vec<(Span, bool)> {
        let hits = &self.hits[side];
        let first = hits.partition_point(|hit| hit.end <= stretch.start);
        let is_here = |hit: &Hit| hit.side == side && row.is_none_or(|row| hit.row == row);
        let current = self.current().filter(is_here).map(|hit| hit.span);
        let inside = |&hit: &Span| Some((hit.intersection(stretch)?.back(stretch.start), Some(hit) == current));
        hits.get(first..).unwrap_or_default().iter().map_while(inside).collect()
    }
}

/// The longest selection that is taken over as what to look for.
const LONGEST_TAKEN_OVER: usize = 80;

impl State {
    /// Opens the field: with the words selected, which are the place to go on from, or else with what was looked for last.
    pub(super) fn open_find(&mut self) -> Vec<Effect> {
        let selected = self.selected_text().filter(|text| text.len() <= LONGEST_TAKEN_OVER && !text.contains('\n'));
        self.reopen_find();
        let mut effects = selected.map(|words| self.look(|wanted| wanted.words = words)).unwrap_or_default();
        effects.push(Effect::FocusFind);
        effects
    }

    /// The field with what was looked for last, where it is closed.
    fn reopen_find(&mut self) {
        if self.find.is_none() {
            self.find = Some(Find { wanted: self.found_last.clone(), ..Find::default() });
            self.refresh();
        }
    }

    /// Closes the field; the place that was gone to stays, selected.
    pub(super) fn close_find(&mut self) -> Vec<Effect> {
        let Some(find) = self.find.take() else { return Vec::new() };
        if let Some(hit) = find.current().filter(|hit| self.chosen.row == Some(hit.row)) {
            self.selection = Some(Selection::of(hit.side, hit.span));
        }
        self.found_last = find.wanted;
        Vec::new()
    }

    /// Looks for words, and goes to the first place from the current one on.
    pub(super) fn look_for(&mut self, words: Option<String>) -> Vec<Effect> {
        match words {
            Some(words) => self.look(|wanted| wanted.words = words),
            None => self.close_find(),
        }
    }

    /// Looks for the words in another way.
    pub(super) fn look(&mut self, change: impl FnOnce(&mut Wanted)) -> Vec<Effect> {
        let from = self.where_reading();
        let find = self.find.get_or_insert_default();
        change(&mut find.wanted);
        find.current = None;
        self.refresh();
        self.go_to_hit(|hits| hits.iter().position(|hit| hit.key() >= from).or((!hits.is_empty()).then_some(0)))
    }

    /// Goes to the next or previous place; from the last to the first.
    pub(super) fn step_found(&mut self, forward: bool) -> Vec<Effect> {
        self.reopen_find();
        let from = self.where_reading();
        let is_past = self.hit_read().is_some() || self.selection.is_some_and(|selection| !selection.is_empty());
        self.go_to_hit(|hits| {
            let last = hits.len().checked_sub(1);
            if forward {
                let next = hits.iter().position(|hit| hit.key() > from || (!is_past && hit.key() == from));
                next.or(last.map(|_| 0))
            } else {
                hits.iter().rposition(|hit| hit.key() < from).or(last)
            }
        })
    }

    /// How many places there are to go to.
    pub fn found(&self) -> usize {
        self.find.as_ref().map_or(0, |find| find.order.len())
    }

    /// Whether there is something to go to, or something that was looked for last and may be looked for again.
    pub fn can_find_next(&self) -> bool {
        self.found() > 0 || (self.find.is_none() && !self.found_last.is_empty())
    }

    fn go_to_hit(&mut self, which: impl FnOnce(&[Hit]) -> Option<usize>) -> Vec<Effect> {
        let Some(find) = &mut self.find else { return Vec::new() };
        find.current = which(&find.order);
        let Some(hit) = find.current() else { return Vec::new() };
        self.selection = None;
        self.choose_row(hit.row)
    }

    /// The current place, where the reader is still there.
    fn hit_read(&self) -> Option<Hit> {
        self.find.as_ref()?.current().filter(|hit| self.chosen.row == Some(hit.row))
    }

    /// Where the reader is: at the current place, else at the caret, else in the chosen row.
    fn where_reading(&self) -> (usize, Side, usize) {
        let place = self.place_of_chosen().unwrap_or(0);
        match (self.hit_read(), self.selection) {
            (Some(hit), _) => hit.key(),
            (None, Some(selection)) => (place, selection.side, selection.span().start),
            (None, None) => (place, Side::Left, 0),
        }
    }

    /// Looks the words up anew, as the texts, the rows or the words are others now.
    pub(super) fn find_again(&mut self) {
        let (Some(open), Some(find)) = (&self.open, &mut self.find) else { return };
        let current = find.current();
        find.hits = Pair::from_fn(|side| find::hits(&open.comparison.documents[side].text, &find.wanted));
        find.order = in_reading_order(open, &self.shown, &find.hits);
        find.current = current.and_then(|was| {
            let same = |hit: &Hit| hit.side == was.side && hit.span == was.span;
            find.order.iter().position(same)
        });
    }
}

/// The places in shown rows, each once.
fn in_reading_order(open: &Open, shown: &[usize], hits: &Pair<Vec<Span>>) -> Vec<Hit> {
    let mut seen: BTreeSet<(Side, usize)> = BTreeSet::new();
    let mut order = Vec::new();
    if hits.left.is_empty() && hits.right.is_empty() {
        return order;
    }
    for (place, row) in shown.iter().enumerate().filter_map(|(place, &n)| Some((place, open.rows.get(n)?))) {
        for (side, ids) in row.sentences.iter() {
            let sentences = &open.comparison.documents[side].sentences;
            for &id in ids.iter().filter(|&&id| seen.insert((side, id))) {
                let Some(begin) = sentences.get(id).map(|sentence| sentence.span.start) else { continue };
                let end = sentences.get(id + 1).map_or(usize::MAX, |next| next.span.start);
                let first = hits[side].partition_point(|hit| hit.start < begin);
                let of_sentence = hits[side].get(first..).unwrap_or_default().iter().take_while(|hit| hit.start < end);
                order.extend(of_sentence.map(|&span| Hit { side, span, row: row.key, place }));
            }
        }
    }
    order
}
