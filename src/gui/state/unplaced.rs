//! What the reader wrote on something that is not found any more, put on something else.

use crate::comparison::{FindingName, Remark, Subject};
use crate::gui::command::Effect;

use super::State;

impl State {
    /// Puts a note on what is chosen; a note that is there already goes on with it.
    pub(super) fn put_note(&mut self, from: &Subject) -> Vec<Effect> {
        let Some(to) = self.subject().filter(|to| to != from) else { return Vec::new() };
        self.remark("move a note", |remarks| {
            let Some(moved) = remarks.note(from).cloned() else { return };
            let mut note = remarks.note(&to).cloned().unwrap_or_default();
            note.add(moved);
            remarks.set_note(from.clone(), Remark::default());
            remarks.set_note(to, note);
        })
    }

    /// Says of the chosen finding what was said of another one.
    pub(super) fn put_review(&mut self, from: FindingName) -> Vec<Effect> {
        let chosen = self.chosen.finding.zip(self.open.as_ref());
        let Some(to) = chosen.and_then(|(id, open)| FindingName::of(&open.comparison, id)) else { return Vec::new() };
        self.remark("move a review", |remarks| {
            let review = remarks.reviews().find(|(name, _)| **name == from).map(|(_, review)| review.clone());
            let Some(review) = review else { return };
            remarks.set_review(from, None);
            remarks.set_review(to, Some(review));
        })
    }
}
