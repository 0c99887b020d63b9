//! What lies over the window: the list of all commands, the page of keys, the settings.

use crate::gui::action::Action;
use crate::gui::command::Effect;

use super::{Beside, State};

/// A page that lies over the window, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Every command, to be found by its name.
    Commands,
    /// What the marks mean, and every key.
    Keys,
    /// The settings.
    Settings,
    /// What goes into a report.
    Export,
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

    /// Whether something lies open that Escape closes before it lets go of what is chosen.
    pub fn is_anything_open(&self) -> bool {
        self.sheet.is_some()
            || self.placing.is_some()
            || self.reload.is_some()
            || self.writing.is_some()
            || self.linking.is_some()
            || self.looking_over.is_some()
            || self.find.is_some()
            || self.beside != Beside::Findings
    }

    /// Closes what lies on top; whether there was anything.
    pub(super) fn close_topmost(&mut self) -> bool {
        self.sheet.take().is_some()
            || self.placing.take().is_some()
            || self.reload.take().is_some()
            || self.writing.take().is_some()
            || self.linking.take().is_some()
            || self.looking_over.take().is_some()
    }
}
