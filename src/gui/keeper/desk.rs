//! What the keeper of files does, an order at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::gui::command::Generation;
use crate::gui::export::Outgoing;
use crate::gui::projects::{
    Aside, Fault, Fetched, Guard, Leftover, Order, OutOf, Over, ProjectCommand, Unfetched, Writing,
};
use crate::gui::work::Work;
use crate::project::{self, Cause, Lock, Locking, OpenError, Recovered, Recovery, Stamp};

/// The files in hand.
#[derive(Debug, Default)]
pub(super) struct Desk {
    /// Where unsaved work is kept; nowhere if `None`.
    folder: Option<PathBuf>,
    /// The place of this window there, once it was needed.
    aside: Option<Recovery>,
    /// The locks that are ours, by the file they lock.
    locks: BTreeMap<PathBuf, Lock>,
    /// That nothing can be kept aside was said.
    complained: bool,
}

impl Desk {
    pub(super) fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// Does one thing and tells what came of it, where somebody waits for that.
    pub(super) fn obey(&mut self, order: Order) -> Option<ProjectCommand> {
        match order {
            Order::Fetch(ticket, file) => Some(fetched(ticket, self.fetch(file))),
            Order::FetchLeftover(ticket, path) => Some(fetched(ticket, self.fetch_leftover(path))),
            Order::Write(ticket, writing) => Some(ProjectCommand::Written(ticket, self.write(&writing))),
            Order::Export(outgoing, file, replace) => Some(ProjectCommand::Exported(export(&outgoing, file, replace))),
            Order::Look(file) => Some(ProjectCommand::Stands(file.clone(), Stamp::of(&file))),
            Order::Search => self.search().map(ProjectCommand::Found),
            Order::TakeOver(aside, path) => {
                let trouble = self.keep(&aside);
                if trouble.is_none() {
                    forget(path);
                }
                trouble
            }
            Order::ThrowAway(path) => {
                forget(path);
                None
            }
            Order::KeepAside(aside) => self.keep(&aside),
            Order::Forget => {
                if let Some(aside) = &self.aside {
                    aside.forget();
                }
                None
            }
            Order::Hold(files) => {
                let wanted: BTreeSet<PathBuf> = files.iter().map(|file| true_path(file)).collect();
                self.locks.retain(|file, _| wanted.contains(file));
                None
            }
            Order::Time => Some(ProjectCommand::ReadAt(now())),
        }
    }

    fn fetch(&mut self, file: PathBuf) -> Result<Fetched, Unfetched> {
        let original = project::original_of(&file);
        let taken = original.is_none() && self.lock(&file).is_err();
        let stamp = Stamp::of(&file);
        let opened = project::open(&file).map_err(|error| unfetched(&file, &error))?;
        let guard = opened.newer.map(Guard::Newer).or(taken.then_some(Guard::Taken));
        let (file, out_of) = match original {
            Some(original) => (None, OutOf::Backup(original)),
            None => (Some(file), OutOf::File),
        };
        Ok(Fetched { work: opened.project.into(), file, stamp, guard, lost: opened.lost, out_of })
    }

    fn fetch_leftover(&mut self, path: PathBuf) -> Result<Fetched, Unfetched> {
        let leftover = Recovered { when: None, path: path.clone() };
        let kept = std::fs::metadata(&path).and_then(|about| about.modified()).ok();
        let (opened, file) = leftover.open().map_err(|error| unfetched(&path, &error))?;
        let stamp = file.as_deref().and_then(Stamp::of);
        let is_later = stamp.zip(kept).is_some_and(|(stamp, kept)| stamp.is_later_than(kept));
        let guard = file.as_deref().and_then(|file| self.guard_of(file));
        let out_of = OutOf::Leftover(path, is_later);
        Ok(Fetched { work: opened.project.into(), file, stamp, guard, lost: opened.lost, out_of })
    }

    /// Why a file may not be written over that recovered work belongs to.
    fn guard_of(&mut self, file: &Path) -> Option<Guard> {
        let newer = project::open(file).ok().and_then(|opened| opened.newer);
        newer.map(Guard::Newer).or(self.lock(file).is_err().then_some(Guard::Taken))
    }

    fn write(&mut self, writing: &Writing) -> Result<Option<Stamp>, Fault> {
        let Writing { work, file, over } = writing;
        match (over, Stamp::of(file)) {
            (Over::Nothing, Some(_)) => return Err(Fault::Exists(file.clone())),
            (Over::This(known), Some(now)) if *known != now => return Err(Fault::Changed),
            _ => {}
        }
        self.lock(file)?;
        let text = project::write(&work.project());
        project::save(file, &text).map_err(|error| Fault::Refused(error.to_string()))?;
        Ok(Stamp::of(file))
    }

    /// Takes the lock of a file, where there are locks.
    fn lock(&mut self, file: &Path) -> Result<(), Fault> {
        let file = true_path(file);
        if self.locks.contains_key(&file) {
            return Ok(());
        }
        match Lock::take(&file) {
            Locking::Ours(lock) => {
                self.locks.insert(file, lock);
                Ok(())
            }
            Locking::Taken => Err(Fault::Taken),
            Locking::Unknown => Ok(()),
        }
    }

    fn keep(&mut self, aside: &Aside) -> Option<ProjectCommand> {
        let folder = self.folder.as_deref()?;
        if self.aside.is_none() {
            self.aside = Recovery::begin(folder);
        }
        let why = match &self.aside {
            Some(place) => place.keep(&aside.work.project(), aside.file.as_deref()).err()?.to_string(),
            None => format!("nothing can be written in {}", folder.display()),
        };
        (!std::mem::replace(&mut self.complained, true)).then_some(ProjectCommand::NotKept(why))
    }

    fn search(&self) -> Option<Vec<Leftover>> {
        let all = Recovered::all(self.folder.as_deref()?);
        Some(all.into_iter().map(leftover).collect())
    }
}

/// Writes something; a file that is there stays as it is until all is written.
fn export(outgoing: &Outgoing, file: PathBuf, replace: bool) -> Result<PathBuf, Fault> {
    if !replace && Stamp::of(&file).is_some() {
        return Err(Fault::Exists(file));
    }
    project::write_whole(&file, |out| outgoing.write(out)).map_err(|error| Fault::Refused(error.to_string()))?;
    Ok(file)
}

fn leftover(found: Recovered) -> Leftover {
    let opened = found.open();
    let (names, file) = match opened {
        Ok((opened, file)) => (Ok(Work::from(opened.project).names()), file),
        Err(error) => (Err(error.why.to_string()), None),
    };
    Leftover { path: found.path, when: found.when, names, file }
}

fn forget(path: PathBuf) {
    Recovered { path, when: None }.forget();
}

fn fetched(ticket: Generation, result: Result<Fetched, Unfetched>) -> ProjectCommand {
    ProjectCommand::Fetched(ticket, Box::new(result))
}

fn unfetched(file: &Path, error: &OpenError) -> Unfetched {
    let missing = matches!(&error.why, Cause::System(why) if why.kind() == ErrorKind::NotFound);
    let why = if missing { format!("{}: there is no such file.", error.path) } else { format!("{error}.") };
    Unfetched { file: file.to_owned(), missing, why }
}

/// The file itself, where a path leads through links; it need not be there yet.
fn true_path(file: &Path) -> PathBuf {
    let whole = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let in_folder = || Some(whole.parent()?.canonicalize().ok()?.join(whole.file_name()?));
    whole.canonicalize().ok().or_else(in_folder).unwrap_or(whole)
}

/// The time, to the second, as ISO 8601 in UTC.
fn now() -> String {
    let now = jiff::Timestamp::now();
    jiff::Timestamp::from_second(now.as_second()).unwrap_or(now).to_string()
}
