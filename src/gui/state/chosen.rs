//! The chosen row and finding, and moving from one to the next.

use crate::align::Status;
use crate::claims::Place;
use crate::gui::command::Effect;
use crate::gui::filter;
use crate::gui::listing::{Listing, Tally};
use crate::gui::model::{self, Row, RowFilter, RowKey};
use crate::text::{Pair, Side};

use super::State;

/// What is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The row.
    pub row: Option<RowKey>,
    /// The finding in it.
    pub finding: Option<usize>,
    /// Words of a source that were gone to.
    pub words: Option<(Side, Place)>,
}

/// A link of the chosen row: its sentences, its score, and who stands behind it.
pub type ChosenLink = (Pair<usize>, f64, Status);

impl State {
    /// The chosen row.
    pub fn chosen_row(&self) -> Option<&Row> {
        self.open.as_ref()?.row(self.chosen.row?)
    }

    /// The links of the chosen row.
    pub fn chosen_links(&self) -> Vec<ChosenLink> {
        self.chosen_row().map(|row| self.links_of(row.key)).unwrap_or_default()
    }

    /// The links of a row; none for a sentence that stands alone.
    pub fn links_of(&self, key: RowKey) -> Vec<ChosenLink> {
        let (Some(open), RowKey::Group(group)) = (self.open.as_ref(), key) else { return Vec::new() };
        let alignment = &open.comparison.alignment;
        let Some(group) = alignment.groups.get(group) else { return Vec::new() };
        let links = group.links.iter().filter_map(|&id| alignment.links.get(id));
        links.map(|link| (link.sentences, link.score, link.status)).collect()
    }

    pub(super) fn chosen_pairs(&self) -> Vec<Pair<usize>> {
        self.chosen_links().into_iter().map(|link| link.0).collect()
    }

    pub(super) fn choose_row(&mut self, key: RowKey) -> Vec<Effect> {
        let known = self.open.as_ref().is_some_and(|open| open.row(key).is_some());
        if !known {
            return Vec::new();
        }
        if self.chosen.row != Some(key) {
            self.chosen = Chosen { row: Some(key), ..Chosen::default() };
        }
        self.keep_caret_in_row();
        vec![Effect::Reveal]
    }

    pub(super) fn choose_finding(&mut self, id: usize) -> Vec<Effect> {
        let Some(row) = self.open.as_ref().and_then(|open| open.row_of_finding(id)) else { return Vec::new() };
        self.chosen = Chosen { row: Some(row), finding: Some(id), words: None };
        self.keep_caret_in_row();
        self.bring_back(row);
        vec![Effect::Reveal]
    }

    /// Goes to words of a source: chooses the row that they stand in and marks them.
    pub(super) fn go_to(&mut self, side: Side, place: Place) -> Vec<Effect> {
        let row = self.open.as_ref().and_then(|open| open.row_of_sentence(side, place.sentence));
        let Some(row) = row else { return Vec::new() };
        self.chosen = Chosen { row: Some(row), finding: None, words: Some((side, place)) };
        self.keep_caret_in_row();
        self.bring_back(row);
        vec![Effect::Reveal]
    }

    /// Shows all rows again where one is wanted that is hidden.
    pub(super) fn bring_back(&mut self, row: RowKey) {
        if !self.is_shown(row) {
            self.row_filter = RowFilter::All;
            self.refresh();
        }
    }

    fn is_shown(&self, key: RowKey) -> bool {
        let Some(open) = &self.open else { return false };
        self.shown.iter().any(|&place| open.rows.get(place).is_some_and(|row| row.key == key))
    }

    /// The next or previous finding of the ledger; from a row without one, the nearest after or before it in the list.
    pub(super) fn step_finding(&mut self, forward: bool) -> Vec<Effect> {
        let now = self.chosen.finding.and_then(|id| self.ledger.iter().position(|&listed| listed == id));
        let count = self.ledger.len();
        let next = match (now, forward) {
            (Some(at), true) => (at + 1) % count.max(1),
            (Some(at), false) => (at + count.saturating_sub(1)) % count.max(1),
            (None, true) => self.first_of_row().unwrap_or(0),
            (None, false) => self.first_of_row().unwrap_or(count.saturating_sub(1)),
        };
        self.ledger.get(next).copied().map(|id| self.choose_finding(id)).unwrap_or_default()
    }

    /// Whether the ledger lists a finding.
    pub fn lists(&self, finding: usize) -> bool {
        self.listing.has(finding)
    }

    /// Where the ledger lists the first finding of the chosen row.
    pub fn first_of_row(&self) -> Option<usize> {
        let row = self.chosen_row()?;
        self.ledger.iter().position(|id| row.findings.contains(id))
    }

    pub(super) fn step_row(&mut self, forward: bool) -> Vec<Effect> {
        let last = self.shown.len().saturating_sub(1);
        let next = match (self.place_of_chosen(), forward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => (at + 1).min(last),
            (Some(at), false) => at.saturating_sub(1),
        };
        self.choose_place(next)
    }

    /// Where the chosen row stands among those shown.
    pub fn place_of_chosen(&self) -> Option<usize> {
        let row = self.open.as_ref()?.place(self.chosen.row?)?;
        self.shown.binary_search(&row).ok()
    }

    fn choose_place(&mut self, place: usize) -> Vec<Effect> {
        let key = self.shown.get(place).and_then(|&n| self.open.as_ref()?.rows.get(n)).map(|row| row.key);
        key.map(|key| self.choose_row(key)).unwrap_or_default()
    }

    /// Closes or lets go of one thing: what lies on top, else what was done last.
    pub(super) fn deselect(&mut self) -> Vec<Effect> {
        if self.close_topmost() {
            return Vec::new();
        }
        if self.find.is_some() {
            return self.close_find();
        }
        let selected = self.selection.take().is_some_and(|selection| !selection.is_empty());
        if !selected && !self.close_beside() {
            self.chosen = Chosen::default();
        }
        Vec::new()
    }

    pub(super) fn other_order(&mut self) -> Vec<Effect> {
        self.settings.lead = self.settings.lead.other();
        if let Some(open) = &mut self.open {
            open.order(self.settings.lead);
        }
        self.refresh();
        vec![Effect::Reveal]
    }

    /// Brings what follows from the comparison and the filters up to date, and lets go of what is no longer there.
    pub(super) fn refresh(&mut self) {
        let Some(open) = &mut self.open else { return };
        let hidden = filter::hidden(&open.comparison, &self.filter, &open.reviews);
        self.ledger = filter::ledger(&open.rows, self.filter.by_place, &hidden);
        let tally = Tally::of(&open.comparison, &open.reviews, &hidden);
        self.listing = Listing::of(&open.comparison, &open.reading, &open.rows, &self.ledger, tally);
        let shown = model::shown(&open.rows, self.row_filter, &self.ledger);
        if shown != self.shown {
            self.shown = shown;
            open.revision += 1;
        }
        if self.chosen.row.is_some_and(|key| open.row(key).is_none()) {
            self.chosen = Chosen::default();
        }
        if self.chosen.finding.is_some_and(|id| !self.lists(id)) {
            self.chosen.finding = None;
        }
        self.find_again();
    }
}
