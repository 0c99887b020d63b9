//! What the reader writes on the card of a source.

use crate::gui::command::Effect;
use crate::gui::steps;
use crate::load::{CardField, typed_date};
use crate::text::Side;

use super::State;

impl State {
    /// Writes a field of a card; what the source says itself anyway is no correction. `None` goes back to that.
    pub(super) fn set_card_field(&mut self, side: Side, field: CardField, typed: Option<String>) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let said = open.comparison.documents[side].card.said(field).unwrap_or_default();
        let is_said = |typed: &str| {
            typed == said || field == CardField::Published && typed_date(typed).is_some_and(|date| date == said)
        };
        let typed = typed.map(|typed| typed.trim().to_owned()).filter(|typed| !is_said(typed));
        self.edit(steps::card(side, field), |edits| edits.set_card_field(side, field, typed))
    }
}
