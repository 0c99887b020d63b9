//! What everything in one frame is drawn by: the state, the places, and which sentences stand out.

use std::collections::BTreeSet;

use crate::gui::look::Hovered;
use crate::gui::model::{RowFilter, RowKey};
use crate::gui::reading;
use crate::gui::spread::Spread;
use crate::gui::state::{Open, State};
use crate::gui::view::pulling::Held;
use crate::text::{Pair, Side};

/// One frame of both articles.
pub struct Scene<'a> {
    /// What is true.
    pub state: &'a State,
    /// What is compared.
    pub open: &'a Open,
    /// Where everything lies, counted from the left edge of the pane.
    pub spread: Spread,
    /// The sentence that the reader is at.
    pub at: Option<(Side, usize)>,
    /// The sentence that the pointer is on.
    pointed: Option<(Side, usize)>,
    /// The links that the pointer means.
    pub hovered: Vec<usize>,
    /// The link that is being drawn.
    pub held: Option<Held>,
    /// The sentence that the reader is at is to have the keyboard.
    pub take_keyboard: bool,
    /// The sentences of the chosen row.
    chosen: BTreeSet<(Side, usize)>,
    /// The sentences that the pointer means.
    lit: BTreeSet<(Side, usize)>,
}

impl<'a> Scene<'a> {
    /// What is to be drawn, with the pointer where it was in the last frame.
    pub fn new(
        state: &'a State,
        open: &'a Open,
        spread: Spread,
        (hovered, held): (Hovered, Option<Held>),
        take_keyboard: bool,
    ) -> Self {
        let (links, sentence) = match hovered {
            Hovered::Nothing => (Vec::new(), None),
            Hovered::Sentence(side, id) => (open.reading.links(side, id).to_vec(), Some((side, id))),
            Hovered::Link(id) => (vec![id], None),
        };
        let lit = reading::lit(&open.comparison, &links, sentence);
        let rows = state.chosen_row().into_iter();
        let chosen = rows
            .flat_map(|row| {
                Side::BOTH.into_iter().flat_map(|side| row.sentences[side].iter().map(move |&id| (side, id)))
            })
            .collect();
        Self {
            state,
            open,
            spread,
            at: state.at(),
            pointed: sentence,
            hovered: links,
            held,
            take_keyboard,
            chosen,
            lit,
        }
    }

    /// Whether a sentence is in the chosen row.
    pub fn is_chosen(&self, side: Side, sentence: usize) -> bool {
        self.chosen.contains(&(side, sentence))
    }

    /// Whether the pointer means a sentence or one linked with it.
    pub fn is_lit(&self, side: Side, sentence: usize) -> bool {
        self.lit.contains(&(side, sentence))
    }

    /// Whether a link can be drawn from a sentence: from that under the pointer, that which the reader is at, and that which
    /// waits for its counterpart.
    pub fn has_grip(&self, side: Side, sentence: usize) -> bool {
        let here = Some((side, sentence));
        self.held.is_none() && [self.pointed, self.at, self.state.linking].contains(&here)
    }

    /// Whether a sentence would be linked if the link that is being drawn were let go now.
    pub fn is_held(&self, side: Side, sentence: usize) -> bool {
        let on = |held: &Held| held.on.map(|on| (held.pull.to(), on));
        self.held.is_some_and(|held| held.pull.from == (side, sentence) || on(&held) == Some((side, sentence)))
    }

    /// Whether a link is one of the chosen row's.
    pub fn is_chosen_link(&self, link: usize) -> bool {
        self.state.chosen.row.is_some() && self.open.reading.row_of_link(link) == self.state.chosen.row
    }

    /// Whether the filter lets a sentence through.
    pub fn is_shown(&self, side: Side, sentence: usize) -> bool {
        if self.state.row_filter == RowFilter::All {
            return true;
        }
        let Some(standing) = self.open.reading.standing(side, sentence) else { return true };
        let rows = standing.links.iter().filter_map(|&link| self.open.reading.row_of_link(link)).chain(standing.row);
        rows.filter_map(|key| self.open.place(key)).any(|place| self.state.shown.binary_search(&place).is_ok())
    }

    /// The listed findings whose words stand in a sentence.
    pub fn findings(&self, side: Side, sentence: usize) -> Vec<usize> {
        let standing = self.open.reading.standing(side, sentence);
        let ids = standing.map_or(&[][..], |standing| &standing.findings).iter().copied();
        ids.filter(|&id| self.state.lists(id)).collect()
    }

    /// The sentence of the other side that is to stand beside the one that the reader is at.
    pub fn counterpart(&self) -> Option<Pair<usize>> {
        let (side, at) = self.at?;
        let row = self.state.chosen_row()?;
        let links = self.open.reading.links(side, at).iter();
        let linked =
            links.filter(|&&id| self.is_chosen_link(id)).find_map(|&id| self.open.comparison.alignment.links.get(id));
        let found = self.state.found_in(side.other()).filter(|_| self.state.found_in(side) == Some(at));
        let linked = linked.map(|link| link.sentences[side.other()]);
        let other = found.or(linked).or(row.sentences[side.other()].first().copied())?;
        let mut pair = Pair::new(other, other);
        pair[side] = at;
        Some(pair)
    }

    /// The pairs offered for the sentence that the reader is at, where it has no counterpart.
    pub fn possible(&self) -> Vec<(Pair<usize>, f64)> {
        let Some(RowKey::Alone(side, id)) = self.state.chosen.row else { return Vec::new() };
        let possible = self.open.comparison.alignment.possible.iter();
        possible.filter(|pair| pair.sentences[side] == id).map(|pair| (pair.sentences, pair.score)).collect()
    }
}
