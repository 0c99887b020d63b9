//! What stands beside the text: one thing at a time, the findings unless something else was asked for.

use crate::gui::command::Effect;
use crate::text::Side;

use super::State;

/// What stands beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Beside {
    /// The list of findings, where the settings want it.
    #[default]
    Findings,
    /// The reader's notes.
    Notes,
    /// How much the articles share.
    Overview,
    /// What the article of a side shows by itself.
    Card(Side),
}

impl State {
    /// Whether anything stands beside the text.
    pub fn has_beside(&self) -> bool {
        self.beside != Beside::Findings || self.settings.ledger
    }

    /// Whether the list of findings is seen.
    pub fn shows_findings(&self) -> bool {
        self.beside == Beside::Findings && self.settings.ledger
    }

    /// Opens one thing in place of any other, or closes it where it is open.
    pub(super) fn toggle_beside(&mut self, wanted: Beside) -> Vec<Effect> {
        self.beside = if self.beside == wanted { Beside::Findings } else { wanted };
        Vec::new()
    }

    /// Hides the findings where they are seen; else shows them, whatever stands in their place.
    pub(super) fn toggle_findings(&mut self) -> Vec<Effect> {
        let seen = self.shows_findings();
        self.beside = Beside::Findings;
        self.restyle(|settings| settings.ledger = !seen)
    }

    /// Closes what stands in place of the findings; whether there was anything.
    pub(super) fn close_beside(&mut self) -> bool {
        std::mem::take(&mut self.beside) != Beside::Findings
    }

    /// Shows or hides the chosen row large. Its room is taken from the rows, so the chosen one is brought back into view.
    pub(super) fn toggle_detail(&mut self) -> Vec<Effect> {
        let mut effects = self.restyle(|settings| settings.detail = !settings.detail);
        effects.push(Effect::Reveal);
        effects
    }
}
