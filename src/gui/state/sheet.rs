//! What lies over the window or takes the place of the findings: the list of all commands, the page of keys, the settings,
//! the overview.

use crate::gui::action::Action;
use crate::gui::command::Effect;
use crate::text::Side;

use super::State;

/// A page that lies over the window, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Every command, to be found by its name.
    Commands,
    /// What the marks mean, and every key.
    Keys,
    /// The settings.
    Settings,
}

/// So many of the commands asked for last come first in the list of all.
const MOST_USED: usize = 5;

impl State {
    /// Opens a sheet in place of any other, or closes it where it is open.
    pub(super) fn toggle_sheet(&mut self, sheet: Sheet) -> Vec<Effect> {
        self.sheet = (self.sheet != Some(sheet)).then_some(sheet);
        if self.sheet.is_some() { vec![Effect::FreshSheet] } else { Vec::new() }
    }

    /// Does what was chosen from the list of all commands, which closes.
    pub(super) fn run(&mut self, action: Action) -> Vec<Effect> {
        if !action.enabled(self) {
            return Vec::new();
        }
        self.sheet = None;
        self.used.retain(|used| *used != action);
        self.used.insert(0, action);
        self.used.truncate(MOST_USED);
        self.act(action)
    }

    /// Opens the card of an article, or closes it where it is open.
    pub(super) fn show_card(&mut self, side: Side) -> Vec<Effect> {
        self.card = (self.card != Some(side)).then_some(side);
        self.overview = false;
        self.notes = false;
        Vec::new()
    }

    /// Opens the overview, or closes it where it is open.
    pub(super) fn show_overview(&mut self) -> Vec<Effect> {
        self.overview = !self.overview;
        self.card = None;
        self.notes = false;
        Vec::new()
    }

    /// Lists the notes, or what stood beside the text before.
    pub(super) fn show_notes(&mut self) -> Vec<Effect> {
        self.notes = !self.notes;
        self.card = None;
        self.overview = false;
        Vec::new()
    }

    /// Whether something lies open that Escape closes before it lets go of what is chosen.
    pub fn is_anything_open(&self) -> bool {
        self.sheet.is_some()
            || self.placing.is_some()
            || self.writing.is_some()
            || self.linking.is_some()
            || self.looking_over.is_some()
            || self.find.is_some()
            || self.card.is_some()
            || self.overview
            || self.notes
    }

    /// Closes what lies on top; whether there was anything.
    pub(super) fn close_topmost(&mut self) -> bool {
        self.sheet.take().is_some()
            || self.placing.take().is_some()
            || self.writing.take().is_some()
            || self.linking.take().is_some()
            || self.looking_over.take().is_some()
    }

    /// Shows the findings again where something stands in their place; whether it did.
    pub(super) fn close_beside(&mut self) -> bool {
        let noted = std::mem::take(&mut self.notes);
        self.card.take().is_some() || std::mem::take(&mut self.overview) || noted
    }
}
