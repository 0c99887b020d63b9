//! Saving: into the file that is known, or into one that the reader names.

use std::path::{Path, PathBuf};

use crate::gui::command::{Effect, Picked};
use crate::gui::projects::{Fault, Order, Over, Purpose, Suggestion, Writing};
use crate::load::Source;
use crate::project::{Stamp, whole_path, with_project_ending};

use super::bond::{Saved, Saving, Trouble};
use super::{State, shown};

/// What the reader is asked about the name of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// The file of that name that is there already, which may be replaced.
    pub exists: Option<PathBuf>,
}

impl State {
    /// Saves into the file that is known; where there is none, or it is not to be written over, the reader names one.
    pub(in crate::gui::state) fn save(&mut self) -> Vec<Effect> {
        match (&self.bond.file, self.bond.guard) {
            (Some(file), None) => self.write(file.clone(), self.bond.over()),
            _ => self.save_as(),
        }
    }

    /// Lets the reader name a file.
    pub(in crate::gui::state) fn save_as(&mut self) -> Vec<Effect> {
        if self.open.is_none() || std::mem::replace(&mut self.asking, true) {
            return Vec::new();
        }
        self.projects.purpose = Purpose::Project;
        vec![Effect::AskWhere(self.suggestion())]
    }

    /// The folder in which a new file is most likely wanted.
    pub(in crate::gui::state) fn likely_folder(&self) -> Option<PathBuf> {
        let of_source = match &self.open.as_ref()?.sources.left {
            source @ Source::File(_) => {
                source.argument().and_then(|path| Path::new(&path).parent().map(Path::to_owned))
            }
            _ => None,
        };
        let lately = || self.settings.recent_projects.first().and_then(|path| Path::new(path).parent());
        self.bond.folder().or(of_source).or_else(|| lately().map(Path::to_owned))
    }

    fn suggestion(&self) -> Suggestion {
        let Some(open) = &self.open else { return Suggestion::default() };
        let folder = self.likely_folder();
        let known = self.bond.file.as_deref().or(self.bond.home.as_deref()).and_then(Path::file_name);
        let name = match (known, self.bond.guard) {
            (Some(name), None) => name.to_string_lossy().into_owned(),
            // A copy under the same name in the same place is what cannot be.
            (Some(name), Some(_)) => {
                let stem = Path::new(name).file_stem().unwrap_or(name).to_string_lossy();
                with_project_ending(Path::new(&format!("{stem} (copy)"))).to_string_lossy().into_owned()
            }
            (None, _) => Purpose::Project.name(open.names.as_ref().map(String::as_str)),
        };
        Suggestion { purpose: Purpose::Project, folder, name }
    }

    /// The dialog for a place closed.
    pub(super) fn placed(&mut self, picked: Picked) -> Vec<Effect> {
        self.asking = false;
        if self.projects.purpose != Purpose::Project {
            return self.export_placed(picked);
        }
        match picked {
            Picked::Files(files) => {
                let Some(file) = files.into_iter().next() else { return self.stop_naming() };
                let file = whole_path(&file);
                let whole = with_project_ending(&file);
                // The dialog asked whether the file may be replaced that it knew of.
                let over = if whole == file { Over::Anything } else { Over::Nothing };
                self.write(whole, over)
            }
            Picked::Nothing => self.stop_naming(),
            Picked::NoDialog => {
                self.projects.naming = Some(Naming::default());
                vec![Effect::FillPlace(self.suggestion())]
            }
        }
    }

    /// Saves under a name that was typed.
    pub(super) fn save_to(&mut self, file: &Path, replace: bool) -> Vec<Effect> {
        self.projects.naming = None;
        if self.projects.purpose != Purpose::Project {
            return self.export_to(&whole_path(file), replace);
        }
        self.write(with_project_ending(&whole_path(file)), if replace { Over::Anything } else { Over::Nothing })
    }

    /// No file is named after all, so whatever waited for it does not happen either.
    pub(super) fn stop_naming(&mut self) -> Vec<Effect> {
        self.projects.naming = None;
        if self.projects.purpose == Purpose::Project {
            self.stay();
        }
        Vec::new()
    }

    pub(super) fn save_anyway(&mut self) -> Vec<Effect> {
        self.bond.file.clone().map(|file| self.write(file, Over::Anything)).unwrap_or_default()
    }

    pub(super) fn try_again(&mut self) -> Vec<Effect> {
        match self.bond.failed.take() {
            Some((file, over)) => self.write(file, over),
            None => self.save(),
        }
    }

    /// The reader has read what is wrong and does nothing about it now.
    pub(super) fn leave_be(&mut self) -> Vec<Effect> {
        self.bond.trouble = None;
        Vec::new()
    }

    /// One file is written at a time; what is asked for meanwhile is written after it, as it is then.
    fn write(&mut self, file: PathBuf, over: Over) -> Vec<Effect> {
        if let Some(saving) = &mut self.bond.saving {
            saving.again = Some((file, over));
            return Vec::new();
        }
        let Some(work) = self.work() else { return Vec::new() };
        let ticket = self.next_generation();
        self.bond.trouble = None;
        self.bond.saving = Some(Saving { ticket, file: file.clone(), work: work.clone(), over, again: None });
        vec![Effect::Order(Order::Write(ticket, Box::new(Writing { work, file, over })))]
    }

    /// What came of saving.
    pub(super) fn written(&mut self, ticket: super::Generation, result: Result<Option<Stamp>, Fault>) -> Vec<Effect> {
        let Some(saving) = self.bond.saving.take_if(|saving| saving.ticket == ticket) else { return Vec::new() };
        match result {
            Ok(stamp) => self.saved(saving, stamp),
            Err(fault) => self.not_saved(fault, saving),
        }
    }

    fn saved(&mut self, saving: Saving, stamp: Option<Stamp>) -> Vec<Effect> {
        let Saving { file, work, again, .. } = saving;
        self.settings.remember_project(&file);
        let bond = &mut self.bond;
        bond.saved = Saved::This(Box::new(work));
        bond.file = Some(file);
        bond.stamp = stamp;
        (bond.guard, bond.trouble, bond.let_be, bond.failed) = (None, None, None, None);
        self.mind_work();
        match again {
            Some((file, _)) if self.bond.file.as_ref() == Some(&file) => self.write(file, self.bond.over()),
            Some((file, over)) => self.write(file, over),
            None => self.go_on_leaving(),
        }
    }

    /// Nothing is lost: the work stays in memory, unsaved, and whatever waited for it does not happen.
    fn not_saved(&mut self, fault: Fault, saving: Saving) -> Vec<Effect> {
        let Saving { file, over, .. } = saving;
        let why = match fault {
            Fault::Exists(file) if self.bond.file.as_ref() != Some(&file) => return self.ask_to_replace(file),
            Fault::Changed | Fault::Exists(_) => None,
            Fault::Taken => Some(format!("{} is open in another window; save under another name.", shown(&file))),
            Fault::Refused(why) => Some(format!("{why}. Your work is still here.")),
        };
        self.bond.trouble = Some(why.map_or(Trouble::Changed, Trouble::Failed));
        self.bond.failed = Some((file, over));
        self.stay();
        Vec::new()
    }

    pub(in crate::gui::state) fn ask_to_replace(&mut self, file: PathBuf) -> Vec<Effect> {
        let folder = file.parent().map(Path::to_owned);
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.projects.naming = Some(Naming { exists: Some(file) });
        vec![Effect::FillPlace(Suggestion { purpose: self.projects.purpose, folder, name })]
    }
}
