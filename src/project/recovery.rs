//! Work that was not saved yet, kept aside every few seconds and at the end, and found again after a crash.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::Value;

use super::file::{self, OpenError, SaveError};
use super::lock::{Lock, Locking};
use super::{ENDING, Opened, Project, write};

/// Under this name a kept project says which file it belongs to.
const BELONGS_TO: &str = "belongs to";

/// Names of kept work begin so; then comes the number of its window.
const UNSAVED: &str = "unsaved-";

/// Where this window keeps its unsaved work. Each window has a file of its own, locked while it runs.
#[derive(Debug)]
pub struct Recovery {
    path: PathBuf,
    _lock: Lock,
}

/// Work that a window left behind that did not end as it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Where it is kept.
    pub path: PathBuf,
    /// When it was kept last.
    pub when: Option<SystemTime>,
}

impl Recovery {
    /// A place in a folder that no other window has; `None` where nothing can be kept there.
    pub fn begin(folder: &Path) -> Option<Self> {
        fs::create_dir_all(folder).ok()?;
        keep_private(folder);
        clear_up(folder);
        (1..=MOST_WINDOWS).find_map(|n| {
            let path = folder.join(format!("{UNSAVED}{n}.{ENDING}"));
            match Lock::take(&path) {
                // What lies there was left behind, and is offered; a new window must not write over it.
                Locking::Ours(lock) if !path.exists() => Some(Self { path, _lock: lock }),
                _ => None,
            }
        })
    }

    /// Keeps a project, with the file that it belongs to.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn keep(&self, project: &Project, belongs_to: Option<&Path>) -> Result<(), SaveError> {
        let mut project = project.clone();
        // A path that is no Unicode would come back as another one, so the reader is asked again where to save.
        if let Some(path) = belongs_to.and_then(Path::to_str) {
            project.unknown.insert(BELONGS_TO.to_owned(), Value::from(path));
        }
        file::keep(&self.path, &write(&project))
    }

    /// Everything is saved, or thrown away on purpose: nothing is to be recovered.
    pub fn forget(&self) {
        file::forget(&self.path);
    }
}

/// What is not saved yet is the reader's alone. A folder that cannot be closed to others is used all the same.
#[cfg(unix)]
fn keep_private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
}

/// Elsewhere the folders of a user are closed to others as they are.
#[cfg(not(unix))]
fn keep_private(_: &Path) {}

/// Removes the locks and unfinished files of windows that were killed before they had kept anything.
fn clear_up(folder: &Path) {
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let began: BTreeSet<PathBuf> = names
        .filter_map(|name| Some(folder.join(kept_beside(name.to_str()?)?)))
        .filter(|path| !path.exists())
        .collect();
    for path in began {
        match Lock::take(&path) {
            // It may have kept something a moment ago.
            Locking::Ours(_lock) if !path.exists() => file::forget(&path),
            _ => {}
        }
    }
}

/// The name of the kept work that a hidden file stands beside.
fn kept_beside(hidden: &str) -> Option<&str> {
    let name = hidden.strip_prefix('.')?;
    let ending = name.find(ENDING)? + ENDING.len();
    name.get(..ending).filter(|name| name.starts_with(UNSAVED))
}

/// More windows than this are not open at once.
const MOST_WINDOWS: usize = 64;

impl Recovered {
    /// What windows left behind in a folder that are not open any more, the latest first.
    pub fn all(folder: &Path) -> Vec<Self> {
        let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let kept = paths.filter(|path| path.extension().is_some_and(|ending| ending == ENDING));
        let mut found: Vec<Self> = kept
            .filter(|path| matches!(Lock::take(path), Locking::Ours(_)))
            .map(|path| Self { when: fs::metadata(&path).and_then(|about| about.modified()).ok(), path })
            .collect();
        found.sort_by(|a, b| b.when.cmp(&a.when).then_with(|| a.path.cmp(&b.path)));
        found
    }

    /// The project and the file that it belongs to.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn open(&self) -> Result<(Opened, Option<PathBuf>), OpenError> {
        let mut opened = file::open(&self.path)?;
        let belongs_to = opened.project.unknown.remove(BELONGS_TO);
        Ok((opened, belongs_to.as_ref().and_then(Value::as_str).map(PathBuf::from)))
    }

    /// Throws it away.
    pub fn forget(&self) {
        file::forget(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::RawArticle;
    use crate::text::Pair;

    fn project() -> Project {
        Project::new(Pair::new("It rained.", "Rain fell.").map(|text| RawArticle::from_text("a", text)))
    }

    #[test]
    fn what_a_killed_window_kept_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let window = Recovery::begin(folder.path()).unwrap();
        window.keep(&project(), Some(Path::new("/home/me/bridge.paragone"))).unwrap();
        assert!(Recovered::all(folder.path()).is_empty(), "its window is still open");
        drop(window);
        let found = Recovered::all(folder.path());
        let (opened, belongs_to) = found[0].open().unwrap();
        assert_eq!((opened.project, found.len()), (project(), 1));
        assert_eq!(belongs_to, Some(PathBuf::from("/home/me/bridge.paragone")));
        found[0].forget();
        assert!(Recovered::all(folder.path()).is_empty());
    }

    #[test]
    fn a_new_window_writes_over_nothing_that_was_left() {
        let folder = tempfile::tempdir().unwrap();
        let first = Recovery::begin(folder.path()).unwrap();
        first.keep(&project(), None).unwrap();
        drop(first);
        let second = Recovery::begin(folder.path()).unwrap();
        second.keep(&project(), None).unwrap();
        assert_eq!(Recovered::all(folder.path()).len(), 1);
        second.forget();
        drop(second);
        assert_eq!(Recovered::all(folder.path()).len(), 1);
    }

    #[test]
    fn windows_killed_before_they_kept_anything_leave_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let open = Recovery::begin(folder.path()).unwrap();
        fs::write(folder.path().join(".unsaved-3.paragone.lock"), "").unwrap();
        fs::write(folder.path().join(".unsaved-4.paragone-a1b2.paragone-part"), "half").unwrap();
        let second = Recovery::begin(folder.path()).unwrap();
        let count = || fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(count(), 2, "the locks of the windows that are open");
        drop((open, second));
        assert_eq!(count(), 0);
    }

    #[test]
    fn saved_work_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let window = Recovery::begin(folder.path()).unwrap();
        window.keep(&project(), None).unwrap();
        window.keep(&project(), None).unwrap();
        window.forget();
        drop(window);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
