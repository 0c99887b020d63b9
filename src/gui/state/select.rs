//! What is selected in the articles, and the caret. The caret's sentence is the chosen one.

use crate::gui::command::Effect;
use crate::gui::quotation::quotation;
use crate::gui::selection::{self, Motion, Selection};
use crate::segment::Document;
use crate::text::{Side, Span};

use super::{Chosen, State};

impl State {
    /// Whose text the caret stands in, and at which byte of its document's text.
    pub fn caret_byte(&self) -> Option<(Side, usize)> {
        self.selection.map(|selection| (selection.side, selection.caret))
    }

    /// What is selected, as it is copied; `None` where nothing is.
    pub fn selected_text(&self) -> Option<String> {
        let selection = self.selection?;
        let open = self.open.as_ref()?;
        let (document, unfolded) = (&open.comparison.documents[selection.side], &open.unfolded[selection.side]);
        let text = selection::copied(document, selection.span(), unfolded);
        (!text.is_empty()).then_some(text)
    }

    /// What is selected within a stretch of a document, and where the caret stands in it, counted from its beginning.
    pub fn selected_within(&self, side: Side, stretch: Span) -> (Option<Span>, Option<usize>) {
        let Some(selection) = self.selection.filter(|selection| selection.side == side) else { return (None, None) };
        let is_here = (stretch.start..=stretch.end).contains(&selection.caret);
        let selected = selection.span().intersection(stretch).map(|span| span.back(stretch.start));
        (selected, is_here.then(|| selection.caret - stretch.start))
    }

    /// Whether the selection runs over what was left out of a side at a byte of the raw text.
    pub fn selects_left_out(&self, side: Side, origin: usize) -> bool {
        let selection = self.selection.filter(|selection| selection.side == side && !selection.is_empty());
        let document = self.document(side);
        selection.zip(document).is_some_and(|(held, document)| selection::runs_over(document, held.span(), origin))
    }

    /// Selects words, or sets the caret; what is in view and what is chosen stay while the pointer is still held.
    pub(super) fn select(&mut self, selection: Selection) -> Vec<Effect> {
        self.selection = self.document(selection.side).map(|document| selection.fitted(document));
        Vec::new()
    }

    /// The pointer let go: the caret's sentence is the chosen one. Nothing moves under the pointer.
    pub(super) fn end_selecting(&mut self) -> Vec<Effect> {
        self.choose_at_caret();
        Vec::new()
    }

    /// Moves the caret by a key and brings it into view. Without a caret it is set to the beginning of a sentence
    /// of the chosen row: by a key to the left on the left side, by one to the right on the right side.
    pub(super) fn move_caret(&mut self, motion: Motion) -> Vec<Effect> {
        let moved = match self.selection {
            Some(selection) => self.document(selection.side).map(|document| selection.moved(document, motion)),
            None if motion.extend => self
                .first_caret(self.settings.lead)
                .and_then(|caret| self.document(caret.side).map(|document| caret.moved(document, motion))),
            None => self.first_caret(if motion.forward { Side::Right } else { Side::Left }),
        };
        let Some(moved) = moved else { return Vec::new() };
        self.put_caret(moved)
    }

    /// Selects by a key, whose place the view worked out, and brings the caret into view.
    pub(super) fn put_caret(&mut self, selection: Selection) -> Vec<Effect> {
        self.select(selection);
        self.choose_at_caret();
        vec![Effect::Reveal]
    }

    /// Selects the whole article: that of the caret, else that of the leading side.
    pub(super) fn select_all(&mut self) -> Vec<Effect> {
        let side = self.selection.map_or(self.settings.lead, |selection| selection.side);
        let Some(document) = self.document(side) else { return Vec::new() };
        self.select(Selection::of(side, Span::new(0, document.text.len())))
    }

    pub(super) fn copy_selection(&self) -> Vec<Effect> {
        self.selected_text().map(Effect::Copy).into_iter().collect()
    }

    /// What can be quoted: what is selected, else the caret's sentence, else those of the chosen row on one side.
    fn quotable(&self) -> Option<(Side, String)> {
        if let Some((text, selection)) = self.selected_text().zip(self.selection) {
            return Some((selection.side, text));
        }
        let (side, ids) = match self.caret_sentence() {
            Some((side, id)) => (side, vec![id]),
            None => {
                let row = self.chosen_row()?;
                let lead = self.settings.lead;
                let side = if row.sentences[lead].is_empty() { lead.other() } else { lead };
                (side, row.sentences[side].clone())
            }
        };
        let document = self.document(side)?;
        let text = ids.iter().map(|&id| document.sentence(id)).collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some((side, text))
    }

    pub(super) fn copy_quotation(&self) -> Vec<Effect> {
        let quoted = self.quotable().and_then(|(side, text)| {
            let card = &self.document(side)?.card;
            Some(Effect::Copy(quotation(&text, card)))
        });
        quoted.into_iter().collect()
    }

    /// Lets go of a caret that is not in the chosen row.
    pub(super) fn keep_caret_in_row(&mut self) {
        let held = self.caret_sentence().zip(self.chosen_row());
        if held.is_none_or(|((side, id), row)| !row.sentences[side].contains(&id)) {
            self.selection = None;
        }
    }

    /// Chooses the row of the caret's sentence, where it is not in the chosen one.
    fn choose_at_caret(&mut self) {
        let (Some((side, id)), Some(open)) = (self.caret_sentence(), &self.open) else { return };
        if self.chosen_row().is_some_and(|row| row.sentences[side].contains(&id)) {
            return;
        }
        let mut shown = self.shown.iter().filter_map(|&n| open.rows.get(n));
        let row = shown.find(|row| row.sentences[side].contains(&id)).map(|row| row.key);
        let Some(row) = row.or_else(|| open.row_of_sentence(side, id)) else { return };
        self.chosen = Chosen { row: Some(row), ..Chosen::default() };
        self.bring_back(row);
    }

    fn caret_sentence(&self) -> Option<(Side, usize)> {
        let (side, byte) = self.caret_byte()?;
        Some((side, selection::sentence_of(self.document(side)?, byte)?))
    }

    /// A caret at the beginning of the chosen row's sentences on a side, or on the other one where it has none there.
    fn first_caret(&self, side: Side) -> Option<Selection> {
        let row = self.chosen_row()?;
        let side = if row.sentences[side].is_empty() { side.other() } else { side };
        let sentence = self.document(side)?.sentences.get(*row.sentences[side].first()?)?;
        Some(Selection::caret(side, sentence.span.start))
    }

    fn document(&self, side: Side) -> Option<&Document> {
        self.open.as_ref().map(|open| &open.comparison.documents[side])
    }
}
