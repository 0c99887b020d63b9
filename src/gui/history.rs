//! Undo and redo: snapshots of the reader's corrections and of the articles that they are on, each step with its name.

use std::sync::Arc;

use crate::comparison::Edits;
use crate::load::RawArticle;
use crate::text::Pair;

use super::steps;

/// Corrections that were and that will be again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    before: Vec<Step>,
    after: Vec<Step>,
}

/// What a step leads from or to.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The articles; they are others where a source was read again.
    pub articles: Pair<Arc<RawArticle>>,
    /// The corrections and remarks on them.
    pub edits: Edits,
}

/// A change by the name the reader knows it by, and what is on its other side.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    name: String,
    there: Snapshot,
}

/// More steps than anyone takes back by hand; a bound keeps a long session small.
const MOST_STEPS: usize = 500;

impl History {
    /// Keeps what was, before it changes, and what the change is called: what is done, and where ("split sentence 4 on the
    /// left"). What had been taken back is gone then.
    pub fn record(&mut self, before: Snapshot, name: String) {
        self.after.clear();
        self.before.push(Step { name, there: before });
        if self.before.len() > MOST_STEPS {
            self.before.remove(0);
        }
    }

    /// What was before the last change; `None` where nothing was changed.
    pub fn undo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let Step { name, there } = self.before.pop()?;
        self.after.push(Step { name, there: now });
        Some(there)
    }

    /// What was last taken back.
    pub fn redo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let Step { name, there } = self.after.pop()?;
        self.before.push(Step { name, there: now });
        Some(there)
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
            steps.into_iter().map(|step| Step { name: steps::mirrored(&step.name), there: step.there.swap() }).collect()
        };
        Self { before: swapped(self.before), after: swapped(self.after) }
    }
}

impl Snapshot {
    fn swap(self) -> Self {
        Self { articles: self.articles.swap(), edits: self.edits.swap() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::Verdict;
    use crate::text::Side;

    fn of(edits: Edits) -> Snapshot {
        Snapshot { articles: Pair::default(), edits }
    }

    fn edits(alone: usize) -> Snapshot {
        let mut edits = Edits::default();
        edits.set_alone(Side::Left, alone, true);
        of(edits)
    }

    fn recorded(names: &[&str]) -> History {
        let mut history = History::default();
        for name in names {
            history.record(of(Edits::default()), (*name).to_owned());
        }
        history
    }

    #[test]
    fn undo_and_redo_walk_the_same_path() {
        let mut history = recorded(&["one"]);
        let back = history.undo(edits(1)).expect("one step was recorded");
        assert_eq!(back, of(Edits::default()));
        assert_eq!(history.redo(back), Some(edits(1)));
        assert!(!history.can_redo() && history.can_undo());
    }

    #[test]
    fn a_step_keeps_its_name_on_the_way_back_and_forth() {
        let mut history = recorded(&["one", "two"]);
        assert_eq!((history.undo_name(), history.redo_name()), (Some("two"), None));
        history.undo(edits(2));
        assert_eq!((history.undo_name(), history.redo_name()), (Some("one"), Some("two")));
        history.undo(edits(1));
        assert_eq!((history.undo_name(), history.redo_name()), (None, Some("one")));
        history.redo(of(Edits::default()));
        assert_eq!((history.undo_name(), history.redo_name()), (Some("one"), Some("two")));
    }

    #[test]
    fn a_new_change_ends_redo() {
        let mut history = recorded(&["one"]);
        history.undo(edits(1));
        history.record(edits(2), "other".to_owned());
        assert!(!history.can_redo());
        assert_eq!(history.redo(edits(2)), None);
    }

    #[test]
    fn an_article_read_again_comes_back_on_its_side() {
        let read = |text: &str| Arc::new(RawArticle::from_text("a", text));
        let (old, other) = (read("Rain fell."), read("It rained."));
        let mut history = History::default();
        let before = Snapshot { articles: Pair::new(old.clone(), other.clone()), edits: Edits::default() };
        history.record(before, "reload the left source".to_owned());
        let mut history = history.swap();
        assert_eq!(history.undo_name(), Some("reload the right source"));
        let back = history.undo(of(Edits::default())).expect("one step was recorded");
        assert_eq!(back.articles, Pair::new(other, old));
    }

    #[test]
    fn swapping_mirrors_every_step_and_its_name() {
        let mut past = Edits::default();
        past.set_verdict(Pair::new(1, 9), Some(Verdict::Rejected));
        let mut history = History::default();
        history.record(of(past), "split sentence 2 on the left".to_owned());
        let mut history = history.swap();
        assert_eq!(history.undo_name(), Some("split sentence 2 on the right"));
        let back = history.undo(of(Edits::default())).expect("one step was recorded");
        assert_eq!(back.edits.verdict(Pair::new(9, 1)), Some(Verdict::Rejected));
    }
}
