//! Undo and redo: snapshots of the reader's corrections.

use crate::comparison::Edits;

/// Corrections that were and that will be again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    before: Vec<Edits>,
    after: Vec<Edits>,
}

/// More steps than anyone takes back by hand; a bound keeps a long session small.
const MOST_STEPS: usize = 500;

impl History {
    /// Keeps what was, before it changes. What had been taken back is gone then.
    pub fn record(&mut self, edits: &Edits) {
        self.after.clear();
        self.before.push(edits.clone());
        if self.before.len() > MOST_STEPS {
            self.before.remove(0);
        }
    }

    /// The corrections before the last change; `None` where nothing was changed.
    pub fn undo(&mut self, now: &Edits) -> Option<Edits> {
        let earlier = self.before.pop()?;
        self.after.push(now.clone());
        Some(earlier)
    }

    /// The corrections that were last taken back.
    pub fn redo(&mut self, now: &Edits) -> Option<Edits> {
        let later = self.after.pop()?;
        self.before.push(now.clone());
        Some(later)
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
        let swapped = |all: Vec<Edits>| all.into_iter().map(Edits::swap).collect();
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

    #[test]
    fn undo_and_redo_walk_the_same_path() {
        let mut history = History::default();
        history.record(&Edits::default());
        let back = history.undo(&edits(1)).expect("one step was recorded");
        assert_eq!(back, Edits::default());
        assert_eq!(history.redo(&back), Some(edits(1)));
        assert!(!history.can_redo() && history.can_undo());
    }

    #[test]
    fn a_new_change_ends_redo() {
        let mut history = History::default();
        history.record(&Edits::default());
        history.undo(&edits(1));
        history.record(&edits(2));
        assert!(!history.can_redo());
        assert_eq!(history.redo(&edits(2)), None);
    }

    #[test]
    fn swapping_mirrors_every_step() {
        let mut past = Edits::default();
        past.set_verdict(Pair::new(1, 9), Some(Verdict::Rejected));
        let mut history = History::default();
        history.record(&past);
        let back = history.swap().undo(&Edits::default()).expect("one step was recorded");
        assert_eq!(back.verdict(Pair::new(9, 1)), Some(Verdict::Rejected));
    }
}
