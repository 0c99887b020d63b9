//! Undo and redo: snapshots of the reader's corrections, each step with its name.

use crate::comparison::Edits;

use super::steps;

/// Corrections that were and that will be again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    before: Vec<Step>,
    after: Vec<Step>,
}

/// A change by the name the reader knows it by, and the corrections on its other side.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    name: String,
    edits: Edits,
}

/// More steps than anyone takes back by hand; a bound keeps a long session small.
const MOST_STEPS: usize = 500;

impl History {
    /// Keeps what was, before it changes, and what the change is called: what is done, and where ("split sentence 4 on the
    /// left"). What had been taken back is gone then.
    pub fn record(&mut self, before: &Edits, name: String) {
        self.after.clear();
        self.before.push(Step { name, edits: before.clone() });
        if self.before.len() > MOST_STEPS {
            self.before.remove(0);
        }
    }

    /// The corrections before the last change; `None` where nothing was changed.
    pub fn undo(&mut self, now: &Edits) -> Option<Edits> {
        let Step { name, edits } = self.before.pop()?;
        self.after.push(Step { name, edits: now.clone() });
        Some(edits)
    }

    /// The corrections that were last taken back.
    pub fn redo(&mut self, now: &Edits) -> Option<Edits> {
        let Step { name, edits } = self.after.pop()?;
        self.before.push(Step { name, edits: now.clone() });
        Some(edits)
    }

    /// What the last change is called; `None` where there is nothing to take back.
    pub fn undo_name(&self) -> Option<&str> {
        self.before.last().map(|step| step.name.as_str())
    }

    /// What was taken back last.
    pub fn redo_name(&self) -> Option<&str> {
        self.after.last().map(|step| step.name.as_str())
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether something was taken back.
    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }

    /// The same history for the sources exchanged.
    pub fn swap(self) -> Self {
        let swapped = |steps: Vec<Step>| {
            steps.into_iter().map(|step| Step { name: steps::mirrored(&step.name), edits: step.edits.swap() }).collect()
        };
        Self { before: swapped(self.before), after: swapped(self.after) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::Verdict;
    use crate::text::{Pair, Side};

    fn edits(alone: usize) -> Edits {
        let mut edits = Edits::default();
        edits.set_alone(Side::Left, alone, true);
        edits
    }

    fn recorded(names: &[&str]) -> History {
        let mut history = History::default();
        for name in names {
            history.record(&Edits::default(), (*name).to_owned());
        }
        history
    }

    #[test]
    fn undo_and_redo_walk_the_same_path() {
        let mut history = recorded(&["one"]);
        let back = history.undo(&edits(1)).expect("one step was recorded");
        assert_eq!(back, Edits::default());
        assert_eq!(history.redo(&back), Some(edits(1)));
        assert!(!history.can_redo() && history.can_undo());
    }

    #[test]
    fn a_step_keeps_its_name_on_the_way_back_and_forth() {
        let mut history = recorded(&["one", "two"]);
        assert_eq!((history.undo_name(), history.redo_name()), (Some("two"), None));
        history.undo(&edits(2));
        assert_eq!((history.undo_name(), history.redo_name()), (Some("one"), Some("two")));
        history.undo(&edits(1));
        assert_eq!((history.undo_name(), history.redo_name()), (None, Some("one")));
        history.redo(&Edits::default());
        assert_eq!((history.undo_name(), history.redo_name()), (Some("one"), Some("two")));
    }

    #[test]
    fn a_new_change_ends_redo() {
        let mut history = recorded(&["one"]);
        history.undo(&edits(1));
        history.record(&edits(2), "other".to_owned());
        assert!(!history.can_redo());
        assert_eq!(history.redo(&edits(2)), None);
    }

    #[test]
    fn swapping_mirrors_every_step_and_its_name() {
        let mut past = Edits::default();
        past.set_verdict(Pair::new(1, 9), Some(Verdict::Rejected));
        let mut history = History::default();
        history.record(&past, "split sentence 2 on the left".to_owned());
        let mut history = history.swap();
        assert_eq!(history.undo_name(), Some("split sentence 2 on the right"));
        let back = history.undo(&Edits::default()).expect("one step was recorded");
        assert_eq!(back.verdict(Pair::new(9, 1)), Some(Verdict::Rejected));
    }
}
