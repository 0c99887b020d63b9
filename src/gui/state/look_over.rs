//! Looking the program's doubtful links over, one after the other.

use std::collections::BTreeSet;

use crate::align::Status;
use crate::gui::command::Effect;
use crate::gui::model::{Row, RowFilter, RowKey};
use crate::text::{Note, Pair, Side};

use super::{Open, State};

/// A sentence by its side and the byte of the raw text at which it begins; it outlives a new comparison.
type Landmark = (Side, usize);

/// The reader looks doubtful links over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookingOver {
    skipped: BTreeSet<Landmark>,
    next: Option<Landmark>,
}

/// Of links with at least this score about nine in ten are right; the others are worth a look.
const SURE: f64 = 0.85;

/// Possible partners below this are right about once in five times, which is too seldom to stop at each; they are offered in
/// their rows all the same.
const WORTH_A_LOOK: f64 = 0.2;

/// As many possible partners as the keys 1 to 3 can take.
const MOST_PARTNERS: usize = 3;

impl Open {
    /// The pairs that the program offers for a row and does not stand by, best first.
    pub fn partners(&self, key: RowKey) -> Vec<Pair<usize>> {
        let Some(row) = self.row(key) else { return Vec::new() };
        let has = |side: Side, id: usize| row.sentences[side].contains(&id);
        let mut offered: Vec<_> = self
            .comparison
            .alignment
            .possible
            .iter()
            .filter(|pair| has(Side::Left, pair.sentences.left) != has(Side::Right, pair.sentences.right))
            .collect();
        offered.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.sentences.cmp(&b.sentences)));
        offered.into_iter().take(MOST_PARTNERS).map(|pair| pair.sentences).collect()
    }

    /// Whether the program is not sure of a row and the reader has not said anything about it.
    fn is_doubtful(&self, row: &Row) -> bool {
        match row.key {
            RowKey::Group(_) => self.links_of(row.key).iter().any(|&id| {
                let link = self.comparison.alignment.links.get(id);
                link.is_some_and(|link| link.status == Status::Suggested && link.score < SURE)
            }),
            RowKey::Alone(side, id) => {
                let possible = &self.comparison.alignment.possible;
                let offered = possible.iter().any(|pair| pair.sentences[side] == id && pair.score >= WORTH_A_LOOK);
                let said = self.origin(side, id).is_some_and(|origin| self.edits.is_alone(side, origin));
                offered && !said
            }
        }
    }

    fn landmark(&self, row: &Row) -> Option<Landmark> {
        let first = |side: Side| Some((side, self.origin(side, *row.sentences[side].first()?)?));
        Side::BOTH.into_iter().find_map(first)
    }
}

impl State {
    /// How many rows are left to be looked over.
    pub fn left_to_look_over(&self) -> usize {
        self.open.as_ref().map_or(0, |open| open.rows.iter().filter(|row| self.is_in_queue(open, row)).count())
    }

    fn is_in_queue(&self, open: &Open, row: &Row) -> bool {
        let skipped = self.looking_over.as_ref().map(|over| &over.skipped);
        let is_skipped = || open.landmark(row).is_some_and(|mark| skipped.is_some_and(|all| all.contains(&mark)));
        open.is_doubtful(row) && !is_skipped()
    }

    /// Begins to look doubtful links over, or ends it.
    pub(super) fn look_over(&mut self) -> Vec<Effect> {
        if self.looking_over.take().is_some() {
            return Vec::new();
        }
        self.looking_over = Some(LookingOver::default());
        let is_doubtful = |row: &Row| self.open.as_ref().is_some_and(|open| self.is_in_queue(open, row));
        if self.chosen_row().is_some_and(is_doubtful) {
            return Vec::new();
        }
        let next = self.next_doubtful();
        self.go_on_with(next)
    }

    /// Leaves the chosen row as it is, and goes to the next doubtful one.
    pub(super) fn next_to_look_over(&mut self) -> Vec<Effect> {
        let next = self.next_doubtful();
        let mark = self.open.as_ref().zip(self.chosen_row()).and_then(|(open, row)| open.landmark(row));
        if let (Some(over), Some(mark)) = (&mut self.looking_over, mark) {
            over.skipped.insert(mark);
        }
        self.go_on_with(next)
    }

    /// The first doubtful row after the chosen one, or else from the top.
    fn next_doubtful(&self) -> Option<Landmark> {
        let open = self.open.as_ref()?;
        let from = self.chosen.row.and_then(|key| open.rows.iter().position(|row| row.key == key));
        let (before, after) = open.rows.split_at(from.unwrap_or(0));
        let after = after.iter().skip(usize::from(from.is_some()));
        after.chain(before).find(|row| self.is_in_queue(open, row)).and_then(|row| open.landmark(row))
    }

    /// Remembers what comes next, before a decision changes the rows.
    pub(super) fn remember_next_doubtful(&mut self) {
        let next = self.next_doubtful();
        if let Some(over) = &mut self.looking_over {
            over.next = next;
        }
    }

    /// Goes on after a decision, once its comparison is there.
    pub(super) fn go_on_looking_over(&mut self) -> Vec<Effect> {
        match self.looking_over.as_mut().and_then(|over| over.next.take()) {
            Some(next) => self.go_on_with(Some(next)),
            None if self.looking_over.is_some() && self.left_to_look_over() == 0 => self.go_on_with(None),
            None => Vec::new(),
        }
    }

    fn go_on_with(&mut self, next: Option<Landmark>) -> Vec<Effect> {
        let key = next.and_then(|(side, origin)| {
            let open = self.open.as_ref()?;
            open.row_of_sentence(side, open.comparison.documents[side].sentence_from(origin)?)
        });
        let Some(key) = key else {
            if self.looking_over.take().is_some() {
                self.notify(Note::info("No doubtful links are left to look over."));
            }
            return Vec::new();
        };
        self.row_filter = RowFilter::All;
        self.refresh();
        self.choose_row(key)
    }

    /// Links the chosen row as the program offers it, by the number of the offer from 0.
    pub(super) fn take_partner(&mut self, n: usize) -> Vec<Effect> {
        let partners = self.open.as_ref().zip(self.chosen.row).map(|(open, key)| open.partners(key));
        let Some(pair) = partners.and_then(|partners| partners.get(n).copied()) else { return Vec::new() };
        self.remember_next_doubtful();
        self.link(pair)
    }

    /// Says that the chosen row's sentences have no counterpart: what is linked is parted, what stands alone stays so.
    pub(super) fn no_counterpart(&mut self) -> Vec<Effect> {
        self.remember_next_doubtful();
        match self.chosen.row {
            Some(RowKey::Alone(side, id)) => self.set_alone(side, id, true),
            Some(RowKey::Group(_)) => self.reject(&self.chosen_pairs()),
            None => Vec::new(),
        }
    }

    /// Begins to link by hand: the sentence that the reader is at, in rows the first of the chosen one.
    pub(super) fn link_chosen(&mut self) -> Vec<Effect> {
        let first = self.at().filter(|_| self.is_side_by_side()).or_else(|| {
            let (row, lead) = (self.chosen_row()?, self.settings.lead);
            [lead, lead.other()].into_iter().find_map(|side| Some((side, *row.sentences[side].first()?)))
        });
        first.map(|(side, id)| self.begin_link(side, id)).unwrap_or_default()
    }

    /// Links the sentence that waits with the one of the other side that the reader is at, or the first in the chosen row.
    pub(super) fn link_here(&mut self) -> Vec<Effect> {
        let Some((side, id)) = self.linking else { return Vec::new() };
        let at = self.at().filter(|&(of, _)| self.is_side_by_side() && of != side).map(|(_, at)| at);
        let first = || self.chosen_row().and_then(|row| row.sentences[side.other()].first().copied());
        let other = at.or_else(first);
        let Some(other) = other else { return Vec::new() };
        let mut pair = Pair::new(id, id);
        pair[side.other()] = other;
        self.link(pair)
    }
}
