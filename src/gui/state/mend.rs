//! The article itself put right by the reader: passages put back and taken out, sentences cut and joined.

use crate::clean;
use crate::gui::command::Effect;
use crate::gui::left_out::Sign;
use crate::gui::model::{RowFilter, RowKey};
use crate::gui::steps;
use crate::segment::{Mend, Mended};
use crate::text::Side;

use super::{Open, State};

impl State {
    /// The sentence that what the reader asks for by key is about: the one pointed at if it is in the chosen row, else the
    /// first of that row, of the leading side if it has one.
    pub fn sentence_in_hand(&self) -> Option<(Side, usize)> {
        let open = self.open.as_ref()?;
        let pointed =
            self.caret_byte().and_then(|(side, byte)| Some((side, open.comparison.documents[side].sentence_by(byte)?)));
        let Some(row) = self.chosen_row() else { return pointed };
        let lead = self.settings.lead;
        let first = |side: Side| Some((side, *row.sentences[side].first()?));
        pointed
            .filter(|&(side, sentence)| row.sentences[side].contains(&sentence))
            .or_else(|| first(lead))
            .or_else(|| first(lead.other()))
    }

    /// Where the sentence in hand would be cut: a byte of its document's text.
    pub fn place_to_split(&self) -> Option<(Side, usize)> {
        let (side, byte) = self.caret_byte()?;
        let document = &self.open.as_ref()?.comparison.documents[side];
        let sentence = document.sentence_by(byte)?;
        let in_hand = self.sentence_in_hand() == Some((side, sentence));
        document.place_to_cut(sentence, byte).filter(|_| in_hand).map(|place| (side, place))
    }

    /// Whether a sentence can be joined with the one after it.
    pub fn can_merge(&self, (side, sentence): (Side, usize)) -> bool {
        self.open.as_ref().is_some_and(|open| open.comparison.documents[side].is_followed(sentence))
    }

    /// Whether anything was left out of one of these sides.
    pub fn has_left_out(&self, sides: &[Side]) -> bool {
        let has = |open: &Open| sides.iter().any(|&side| !open.comparison.documents[side].removed.is_empty());
        self.open.as_ref().is_some_and(has)
    }

    /// Whether everything that was left out of these sides is shown.
    pub fn shows_left_out(&self, sides: &[Side]) -> bool {
        let Some(open) = &self.open else { return false };
        let shows = |side: Side| open.origins_of(side, 0..usize::MAX).iter().all(|at| open.unfolded[side].contains(at));
        self.has_left_out(sides) && sides.iter().all(|&side| shows(side))
    }

    pub(super) fn with_sentence(&mut self, act: fn(&mut Self, Side, usize) -> Vec<Effect>) -> Vec<Effect> {
        self.sentence_in_hand().map(|(side, sentence)| act(self, side, sentence)).unwrap_or_default()
    }

    pub(super) fn split_at_caret(&mut self) -> Vec<Effect> {
        self.place_to_split().map(|(side, byte)| self.split(side, byte)).unwrap_or_default()
    }

    pub(super) fn split(&mut self, side: Side, byte: usize) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let document = &open.comparison.documents[side];
        let Some(sentence) = document.sentence_by(byte) else { return Vec::new() };
        let raw = document.place_to_cut(sentence, byte).and_then(|place| document.raw_byte(place));
        let Some(raw) = raw else { return Vec::new() };
        self.edit(steps::split(side, sentence), |edits| edits.set_cut(side, raw, true))
    }

    pub(super) fn merge(&mut self, side: Side, sentence: usize) -> Vec<Effect> {
        let next = self.open.as_ref().and_then(|open| open.origin(side, sentence + 1));
        let Some(next) = next.filter(|_| self.can_merge((side, sentence))) else { return Vec::new() };
        self.edit(steps::joined(side, sentence), |edits| edits.set_cut(side, next, false))
    }

    pub(super) fn unmend(&mut self, side: Side, byte: usize) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let mend = open.mends[side].iter().find(|mend| mend.byte == byte);
        let Some(&Mend { sentence, how, .. }) = mend else { return Vec::new() };
        self.edit(steps::unmended(side, sentence, how), |edits| edits.set_cut(side, byte, how == Mended::Joined))
    }

    pub(super) fn set_kept(&mut self, side: Side, origins: &[usize], kept: bool) -> Vec<Effect> {
        self.edit(steps::kept(side, origins.len(), kept), |edits| {
            origins.iter().for_each(|&origin| edits.set_kept(side, origin, kept));
        })
    }

    pub(super) fn take_out(&mut self, side: Side, sentence: usize) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let origins = open.stretches_around(side, sentence);
        self.edit(steps::kept(side, 1, false), |edits| {
            origins.iter().for_each(|&origin| edits.set_kept(side, origin, false));
        })
    }

    pub(super) fn unfold(&mut self, side: Side, origins: &[usize], shown: bool) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let unfolded = &mut open.unfolded[side];
        if shown {
            unfolded.extend(origins);
        } else {
            unfolded.retain(|origin| !origins.contains(origin));
        }
        open.revision += 1;
        Vec::new()
    }

    /// Shows what was left out of these sides and goes to the first of it; folds it away where all of it is shown.
    pub(super) fn show_left_out(&mut self, sides: &[Side]) -> Vec<Effect> {
        let shown = !self.shows_left_out(sides);
        for &side in sides {
            let origins = self.open.as_ref().map(|open| open.origins_of(side, 0..usize::MAX)).unwrap_or_default();
            self.unfold(side, &origins, shown);
        }
        if !shown {
            return Vec::new();
        }
        self.row_filter = RowFilter::All;
        self.refresh();
        self.first_sign(sides).map(|(place, side)| vec![Effect::Show(place, side)]).unwrap_or_default()
    }

    /// The first shown row after which something was left out of one of these sides, and of which; the first row where it is
    /// the top.
    fn first_sign(&self, sides: &[Side]) -> Option<(usize, Side)> {
        let open = self.open.as_ref()?;
        let is_one = |sign: &&Sign| matches!(sign, Sign::LeftOut(side, _) if sides.contains(side));
        let first_after = |key: Option<RowKey>| open.signs_after(key).iter().find(is_one).map(Sign::side);
        let after_row = |(place, &n): (usize, &usize)| Some((place, first_after(Some(open.rows.get(n)?.key))?));
        first_after(None).map(|side| (0, side)).or_else(|| self.shown.iter().enumerate().find_map(after_row))
    }
}

impl Open {
    /// Where the stretches of the passage begin that a sentence stands in: it may hold some that were put back.
    fn stretches_around(&self, side: Side, sentence: usize) -> Vec<usize> {
        let sentences = &self.comparison.documents[side].sentences;
        let Some(passage) = sentences.get(sentence).map(|sentence| sentence.passage) else { return Vec::new() };
        let raw = sentences.iter().filter(|other| other.passage == passage).map(|other| other.raw());
        let Some(whole) = raw.reduce(|one, other| one.join(other)) else { return Vec::new() };
        let stretches = clean::stretches(&self.articles[side]);
        stretches.into_iter().filter(|stretch| stretch.touches(whole)).map(|stretch| stretch.start).collect()
    }
}

#[cfg(test)]
#[path = "mend_tests.rs"]
mod tests;
