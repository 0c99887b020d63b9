//! What is copied of what is chosen and listed.

use crate::gui::command::Effect;
use crate::gui::copied;

use super::State;

impl State {
    pub(super) fn copy_row(&self) -> Vec<Effect> {
        let (Some(open), Some(row)) = (&self.open, self.chosen_row()) else { return Vec::new() };
        vec![Effect::CopyRich(copied::both_sides(&open.comparison, &row.sentences))]
    }

    pub(super) fn copy_finding(&self) -> Vec<Effect> {
        let chosen = self.open.as_ref().zip(self.chosen.finding);
        let sentence = chosen.and_then(|(open, id)| copied::finding(&open.comparison, id));
        sentence.map(Effect::Copy).into_iter().collect()
    }

    pub(super) fn copy_findings(&self) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        vec![Effect::CopyRich(copied::findings(&open.comparison, &open.edits.remarks, &self.ledger))]
    }
}
