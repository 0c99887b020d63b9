//! What the keeper of files tells: projects read, files changed by others, things that went wrong.

use std::path::Path;

use crate::gui::command::{Effect, Generation};
use crate::gui::projects::{Fetched, Guard, OutOf, Unfetched};
use crate::project::Stamp;
use crate::text::Note;

use super::bond::{Bond, Saved, Trouble};
use super::{State, shown};

impl State {
    /// A project was read, or could not be; its comparison is made from the texts in it.
    pub(super) fn fetched(&mut self, ticket: Generation, result: Result<Fetched, Unfetched>) -> Vec<Effect> {
        let awaited = self.projects.fetching.take_if(|fetching| fetching.ticket == ticket);
        if awaited.is_none() {
            return Vec::new();
        }
        match result {
            Ok(fetched) => {
                self.settings.matching = fetched.work.options.matching;
                let effects = self.begin(fetched.work.task());
                self.projects.arriving = Some(Bond::of(&fetched));
                self.tell_of_project(&fetched);
                effects
            }
            Err(Unfetched { file, missing, why }) => {
                if missing {
                    self.settings.forget_project(&file);
                }
                self.warn(why);
                Vec::new()
            }
        }
    }

    /// What the reader should know of a project that was read.
    fn tell_of_project(&mut self, fetched: &Fetched) {
        let name = fetched.file.as_deref().map(shown).unwrap_or_default();
        match fetched.guard {
            Some(Guard::Taken) => self.notify(Note::info(format!(
                "{name} is open in another window. This is a copy: saving asks for another name."
            ))),
            Some(Guard::Newer(version)) => self.notify(Note::info(format!(
                "{name} was written by a later version of Paragone (its form is number {version}). Saving asks for another \
                 name, so that nothing in it is lost."
            ))),
            None => {}
        }
        if let OutOf::Backup(original) = &fetched.out_of {
            let original = shown(original);
            self.notify(Note::info(format!("This is the version of {original} before the last. Save it to keep it.")));
        }
    }

    /// So a file stands now. What the reader knows of already is not told again.
    pub(super) fn stands(&mut self, file: &Path, stamp: Option<Stamp>) -> Vec<Effect> {
        let bond = &mut self.bond;
        if bond.file.as_deref() != Some(file) || bond.saving.is_some() || bond.let_be == Some(stamp) {
            return Vec::new();
        }
        if stamp == bond.stamp {
            if matches!(bond.trouble, Some(Trouble::Gone | Trouble::Changed)) {
                bond.trouble = None;
            }
            return Vec::new();
        }
        bond.let_be = Some(stamp);
        bond.trouble = Some(if stamp.is_some() { Trouble::Changed } else { Trouble::Gone });
        if stamp.is_none() {
            bond.saved = Saved::Otherwise;
        }
        Vec::new()
    }

    pub(super) fn not_kept(&mut self, why: &str) -> Vec<Effect> {
        self.warn(format!(
            "Unsaved work cannot be kept aside for the case that the program ends unexpectedly ({why}); save it now and then."
        ));
        Vec::new()
    }

    pub(super) fn keeper_broke(&mut self) -> Vec<Effect> {
        self.projects.fetching = None;
        if self.bond.saving.take().is_some() {
            self.bond.trouble = Some(Trouble::Failed(BROKE.to_owned()));
        } else {
            self.warn(BROKE);
        }
        self.stay();
        Vec::new()
    }
}

const BROKE: &str = "Files can no longer be written, which is a fault of this program. Your work is still in this window: \
copy what matters, then start the program again.";
