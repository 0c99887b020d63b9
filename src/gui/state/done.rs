//! What was done last that shows nowhere in the window – copied, undone, made again –, said until the reader does something
//! else.

use crate::gui::action::Action;
use crate::gui::command::{Command, Effect};
use crate::gui::words;

use super::State;

impl State {
    /// What was done last, as a few words; `None` where all that was done can be seen.
    pub fn done(&self) -> Option<&str> {
        self.done.as_deref()
    }

    /// What the words will be if a command is carried out: those of before stay while only background work reports.
    pub(super) fn done_by(&mut self, command: &Command) -> Option<String> {
        match command {
            Command::Do(action @ (Action::Undo | Action::Redo)) => {
                let verb = if *action == Action::Undo { "Undone" } else { "Done again" };
                self.step_name(*action).map(|step| format!("{verb}: {step}"))
            }
            command if command.is_report() => self.done.take(),
            _ => None,
        }
    }

    /// Keeps the words for what was done; what was copied says so itself.
    pub(super) fn keep_done(&mut self, done: Option<String>, effects: &[Effect]) {
        self.done = effects.iter().find_map(words::copied).or(done);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::model::RowKey;
    use crate::gui::state::tests::{apply, comparing};

    fn done(state: &mut State, command: Command) -> Option<String> {
        apply(state, command);
        state.done().map(str::to_owned)
    }

    #[test]
    fn what_is_copied_is_said_until_the_next_deed() {
        let mut state = comparing();
        apply(&mut state, Command::ChooseRow(RowKey::Group(1)));
        let told = done(&mut state, Command::Copy("The weir broke\non Monday.".to_owned()));
        assert_eq!(told.as_deref(), Some("Copied: “The weir broke on Monday.”"));
        assert_eq!(done(&mut state, Command::Warn("A disk is full.".to_owned())), told, "no deed of the reader");
        assert_eq!(done(&mut state, Command::Do(Action::NextRow)), None);
        assert_eq!(
            done(&mut state, Command::Do(Action::CopyFindings)).as_deref(),
            Some("Copied: 3 findings as a table")
        );
        assert!(done(&mut state, Command::Do(Action::CopyRow)).is_some_and(|told| told.contains("both sources")));
    }

    #[test]
    fn what_is_undone_and_done_again_is_named() {
        let mut state = comparing();
        apply(&mut state, Command::ChooseRow(RowKey::Group(1)));
        assert_eq!(done(&mut state, Command::Do(Action::ConfirmLink)), None, "it shows in the row");
        let undone = done(&mut state, Command::Do(Action::Undo)).expect("a step was taken back");
        assert!(undone.starts_with("Undone: confirm left 2 with right 3"), "{undone}");
        let again = done(&mut state, Command::Do(Action::Redo)).expect("it was taken again");
        assert!(again.starts_with("Done again: confirm left 2"), "{again}");
        assert_eq!(done(&mut state, Command::Do(Action::Redo)), None, "there is nothing left to do again");
    }
}
