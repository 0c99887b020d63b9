//! A file while it is written: under a name of its own beside the one that it will take, and locked as long as its program
//! runs. So what a killed program left is told from what another window is writing just now.

use std::ffi::OsString;
use std::fs::{self, File, Permissions, TryLockError};
use std::io::{Error, ErrorKind, Result};
use std::path::Path;
use std::time::Duration;

use tempfile::NamedTempFile;

use super::form::hash;

/// The ending of files that are being written.
pub(super) const UNFINISHED: &str = "paragone-part";

/// Where the folder knows no locks, an unfinished file older than this was abandoned; writing one takes
/// a few seconds at most.
const ABANDONED: Duration = Duration::from_secs(60);

/// A longer name (in bytes) has no room for what is added to it: most systems allow 255.
const LONGEST_NAME: usize = 200;

/// A new file may be taken for an abandoned one in the moment before it is locked; never so often in a row.
const MOST_TRIES: usize = 8;

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readers {
    /// Whoever may read what this user makes in that folder.
    Usual,
    /// This user alone.
    Owner,
}

/// Begins the file that is to take the name `path`, and removes what killed programs left of it.
pub(super) fn begin(path: &Path, folder: &Path, readers: Readers) -> Result<NamedTempFile> {
    remove_abandoned(path, folder);
    for _ in 0..MOST_TRIES {
        let part = create(path, folder, readers)?;
        // Some network folders know no locks; there the age of a file has to tell.
        if part.as_file().lock().is_err() || part.path().exists() {
            return Ok(part);
        }
    }
    Err(Error::from(ErrorKind::ResourceBusy))
}

fn create(path: &Path, folder: &Path, readers: Readers) -> Result<NamedTempFile> {
    let beginning = beginning_of_parts(path);
    let ending = format!(".{UNFINISHED}");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&beginning).suffix(&ending);
    if let Some(permissions) = usual_permissions().filter(|_| readers == Readers::Usual) {
        builder.permissions(permissions);
    }
    builder.tempfile_in(folder)
}

/// What a new file is given before the system takes away what the user never gives.
#[cfg(unix)]
fn usual_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(Permissions::from_mode(0o666))
}

/// Elsewhere a new file has what its folder gives.
#[cfg(not(unix))]
fn usual_permissions() -> Option<Permissions> {
    None
}

/// Unfinished files begin with the name of what they become, so that those of others are left alone; with a name for its name
/// where that one is too long.
fn beginning_of_parts(path: &Path) -> OsString {
    let name = path.file_name().unwrap_or_default();
    let mut beginning = OsString::from(".");
    if name.len() > LONGEST_NAME {
        beginning.push(hash(&name.to_string_lossy()).replace(':', "-"));
    } else {
        beginning.push(name);
    }
    beginning.push("-");
    beginning
}

/// Removes what programs left that were killed while they wrote this file.
pub(super) fn remove_abandoned(path: &Path, folder: &Path) {
    let beginning = beginning_of_parts(path);
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        let is_part = name.starts_with(beginning.as_encoded_bytes()) && name.ends_with(UNFINISHED.as_bytes());
        if is_part {
            remove_if_abandoned(&entry.path());
        }
    }
}

/// Nobody else can lock what is being written. It is removed while it is locked here, so that whoever made it a moment ago
/// sees that it is gone.
fn remove_if_abandoned(part: &Path) {
    let Ok(file) = File::options().write(true).open(part) else { return };
    let is_abandoned = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => is_old(&file),
    };
    if is_abandoned {
        // It may have been removed already.
        let _ = fs::remove_file(part);
    }
}

fn is_old(file: &File) -> bool {
    let changed = file.metadata().and_then(|about| about.modified());
    changed.is_ok_and(|then| then.elapsed().is_ok_and(|age| age > ABANDONED))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts_in(folder: &Path) -> usize {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().ends_with(UNFINISHED)).count()
    }

    #[test]
    fn what_a_killed_program_left_is_removed_and_the_work_of_others_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let (bridge, tide) = (folder.path().join("bridge.paragone"), folder.path().join("tide.paragone"));
        let abandoned = create(&bridge, folder.path(), Readers::Usual).unwrap().keep().unwrap().1;
        let of_another = create(&tide, folder.path(), Readers::Usual).unwrap().keep().unwrap().1;
        let written = begin(&bridge, folder.path(), Readers::Usual).unwrap();
        assert!(!abandoned.exists());
        let other_window = begin(&bridge, folder.path(), Readers::Usual).unwrap();
        assert!(written.path().exists() && other_window.path().exists() && of_another.exists());
        drop((written, other_window));
        assert_eq!(parts_in(folder.path()), 1);
    }

    #[test]
    fn many_windows_that_write_at_once_never_lose_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bridge.paragone");
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..100 {
                        begin(&path, folder.path(), Readers::Usual).unwrap().persist(&path).unwrap();
                    }
                });
            }
        });
        assert_eq!((path.exists(), parts_in(folder.path())), (true, 0));
    }

    #[test]
    fn a_name_with_little_room_left_can_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{}.paragone", "b".repeat(240)));
        begin(&path, folder.path(), Readers::Usual).unwrap().persist(&path).unwrap();
        assert!(path.exists());
    }

    #[cfg(unix)]
    #[test]
    fn unsaved_work_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bridge.paragone");
        let part = begin(&path, folder.path(), Readers::Owner).unwrap();
        assert_eq!(part.as_file().metadata().unwrap().permissions().mode() & 0o077, 0);
        let usual = File::create(folder.path().join("usual")).unwrap().metadata().unwrap().permissions();
        let part = begin(&path, folder.path(), Readers::Usual).unwrap();
        assert_eq!(part.as_file().metadata().unwrap().permissions(), usual);
    }
}
