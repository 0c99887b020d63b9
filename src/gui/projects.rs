//! What can happen to projects: what a reader asks for, what the state orders of the keeper of files
//! ([`keeper`](super::keeper)), and what that one tells.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::project::{Stamp, suggested_name, with_project_ending};
use crate::report::Form;
use crate::text::Pair;

use super::command::{Generation, Picked};
use super::export::Outgoing;
use super::model::RowKey;
use super::work::Work;

/// One thing to do with projects, or news of one.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectCommand {
    /// Open a project.
    Open(PathBuf),
    /// Save under a name that was typed; whether a file of that name may be replaced.
    SaveTo(PathBuf, bool),
    /// Do not save under another name after all.
    StopNaming,
    /// A dialog for a place to save to closed.
    Placed(Picked),
    /// Save over what another program wrote.
    SaveAnyway,
    /// Save once more where it failed.
    TryAgain,
    /// Open what another program wrote.
    OpenFromDisk,
    /// Let go of the line that says what is wrong with the file.
    LeaveBe,
    /// The window is asked to close.
    CloseWindow,
    /// What is to become of unsaved work.
    Answer(Answer),
    /// See whether another program changed the file.
    LookForChanges,
    /// Take up work that was left unsaved, by its file.
    Recover(PathBuf),
    /// Throw away work that was left unsaved.
    ThrowAway(PathBuf),
    /// Ask about work that was left unsaved at the next start again.
    PutOff,
    /// A project was read, or could not be.
    Fetched(Generation, Box<Result<Fetched, Unfetched>>),
    /// Work was saved, or could not be.
    Written(Generation, Result<Option<Stamp>, Fault>),
    /// A report or a picture was written into this file, or could not be.
    Exported(Result<PathBuf, Fault>),
    /// So a file stands now; `None` where it is gone.
    Stands(PathBuf, Option<Stamp>),
    /// So much work was left unsaved by windows that did not end as they should.
    Found(Vec<Leftover>),
    /// Unsaved work cannot be kept aside, and why.
    NotKept(String),
    /// The sources that were just opened were read at this time, as ISO 8601 in UTC.
    ReadAt(String),
    /// The keeper of files broke off.
    Broke,
}

impl ProjectCommand {
    /// Whether the keeper of files reports it, and not the reader asks for it.
    pub fn is_report(&self) -> bool {
        matches!(
            self,
            Self::Fetched(..)
                | Self::Written(..)
                | Self::Exported(..)
                | Self::Stands(..)
                | Self::Found(..)
                | Self::NotKept(..)
                | Self::ReadAt(..)
                | Self::LookForChanges
                | Self::Broke
        )
    }
}

/// What a reader answers when work would be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save it first.
    Save,
    /// Throw it away.
    Discard,
    /// Stay here.
    Cancel,
}

/// What is to be done with files.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Read a project.
    Fetch(Generation, PathBuf),
    /// Read work that was left unsaved.
    FetchLeftover(Generation, PathBuf),
    /// Save work.
    Write(Generation, Box<Writing>),
    /// Write something into a file; whether a file of that name may be replaced.
    Export(Outgoing, PathBuf, bool),
    /// See how a file stands.
    Look(PathBuf),
    /// Look for work that was left unsaved.
    Search,
    /// Keep recovered work aside for this window, then remove what was left.
    TakeOver(Box<Aside>, PathBuf),
    /// Remove work that was left unsaved.
    ThrowAway(PathBuf),
    /// Keep unsaved work aside.
    KeepAside(Box<Aside>),
    /// Nothing is unsaved any more.
    Forget,
    /// These files are in hand; of no other the lock is kept.
    Hold(BTreeSet<PathBuf>),
    /// Tell what time it is.
    Time,
}

/// Work that is to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// What.
    pub work: Work,
    /// Into which file.
    pub file: PathBuf,
    /// What may be written over.
    pub over: Over,
}

/// Unsaved work with the file that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// The work.
    pub work: Work,
    /// Its file, if it has one.
    pub file: Option<PathBuf>,
}

/// What may be written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// No file at all.
    Nothing,
    /// The file as it stood when it was read or written last.
    This(Stamp),
    /// Whatever is there.
    Anything,
}

/// Why work was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another program changed the file.
    Changed,
    /// There is a file of that name.
    Exists(PathBuf),
    /// Another window has the file open.
    Taken,
    /// The system does not let us; in a sentence.
    Refused(String),
}

/// A project that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Fetched {
    /// What is in it.
    pub work: Work,
    /// The file it belongs to.
    pub file: Option<PathBuf>,
    /// How that file stands.
    pub stamp: Option<Stamp>,
    /// Why that file may not be written over.
    pub guard: Option<Guard>,
    /// What could not be read, a sentence each.
    pub lost: Vec<String>,
    /// Where else it comes from than from its file.
    pub out_of: OutOf,
}

/// Where what was read comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutOf {
    /// From its own file.
    File,
    /// From the backup of this file.
    Backup(PathBuf),
    /// From work that was left unsaved in this file, and whether its own file was written since.
    Leftover(PathBuf, bool),
}

/// A project that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfetched {
    /// Which file.
    pub file: PathBuf,
    /// It is not there.
    pub missing: bool,
    /// Why, in a sentence.
    pub why: String,
}

/// Why a file is not written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Another window has it open.
    Taken,
    /// A later version wrote it: the version of its form.
    Newer(u64),
}

/// Work that a window left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Where it is kept.
    pub path: PathBuf,
    /// When it was kept last.
    pub when: Option<SystemTime>,
    /// What its sources are called, or why it cannot be read.
    pub names: Result<Pair<String>, String>,
    /// The file it belongs to.
    pub file: Option<PathBuf>,
}

/// What a new file is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// To save the comparison.
    #[default]
    Project,
    /// To hold a report of this form.
    Report(Form),
    /// To hold a picture of this row.
    Picture(RowKey),
}

impl Purpose {
    /// A path with the ending of such files, where it has none.
    pub fn with_ending(self, path: &Path) -> PathBuf {
        let known = || Form::of_file(path).map(Form::ending);
        let ending = match self {
            Self::Project => return with_project_ending(path),
            Self::Report(form) if known() == Some(form.ending()) => return path.to_owned(),
            Self::Report(form) => form.ending(),
            Self::Picture(_) if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(PNG)) => {
                return path.to_owned();
            }
            Self::Picture(_) => PNG,
        };
        let mut name = path.as_os_str().to_owned();
        name.push(".");
        name.push(ending);
        name.into()
    }

    /// A name for such a file, made of the names of the sources.
    pub fn name(self, names: Pair<&str>) -> String {
        let project = suggested_name(names);
        match self {
            Self::Project => project,
            Self::Report(form) => with_other_ending(&project, form.ending()),
            Self::Picture(_) => with_other_ending(&project, PNG),
        }
    }
}

/// The ending of pictures.
const PNG: &str = "png";

fn with_other_ending(project: &str, ending: &str) -> String {
    Path::new(project).with_extension(ending).to_string_lossy().into_owned()
}

/// Where a new file could go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// What for.
    pub purpose: Purpose,
    /// The folder; the system's usual one where there is none.
    pub folder: Option<PathBuf>,
    /// The name.
    pub name: String,
}

impl Suggestion {
    /// The whole path, below a folder that is used where none is known.
    pub fn path(&self, usual: PathBuf) -> PathBuf {
        self.folder.clone().unwrap_or(usual).join(&self.name)
    }
}
