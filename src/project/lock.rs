//! Two windows on one project are noticed: whoever opens it first holds a lock that the system lets go of when the program
//! ends, however it ends. So no lock is ever stale.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// A project that is open here and nowhere else. The lock ends when this is dropped.
#[derive(Debug)]
pub struct Lock {
    // Closing the file lets go of the lock.
    file: Option<File>,
    path: PathBuf,
}

/// Whether a lock was had.
#[derive(Debug)]
pub enum Locking {
    /// The project is ours.
    Ours(Lock),
    /// Another window has it open.
    Taken,
    /// The folder knows no locks, or we may not write there; nobody can tell then.
    Unknown,
}

impl Lock {
    /// Tries to get the lock of a project.
    pub fn take(project: &Path) -> Locking {
        let path = path_of(project);
        let Ok(file) = OpenOptions::new().create(true).truncate(false).write(true).open(&path) else {
            return Locking::Unknown;
        };
        match file.try_lock() {
            // Whoever had it let go of it just now; in its place there may be the lock of a third window.
            Ok(()) if !is_still_at(&file, &path) => Self::take(project),
            Ok(()) => Locking::Ours(Self { file: Some(file), path }),
            Err(TryLockError::WouldBlock) => Locking::Taken,
            Err(TryLockError::Error(_)) => Locking::Unknown,
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The file goes while it is still locked, so that nobody else's is removed.
        let _ = fs::remove_file(&self.path);
        self.file.take();
    }
}

/// Whether the file under a name is this one.
#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let same = |a: fs::Metadata, b: fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    file.metadata().is_ok_and(|ours| fs::metadata(path).is_ok_and(|there| same(ours, there)))
}

/// Whether there is a file under a name; elsewhere a file that is open keeps its name.
#[cfg(not(unix))]
fn is_still_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Beside the project, hidden where names that begin with a dot are.
fn path_of(project: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(project.file_name().unwrap_or_default());
    name.push(".lock");
    project.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_opened_once_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("bridge.paragone");
        let Locking::Ours(lock) = Lock::take(&project) else { panic!("nobody else has it") };
        assert!(matches!(Lock::take(&project), Locking::Taken));
        drop(lock);
        assert!(!path_of(&project).exists());
        assert!(matches!(Lock::take(&project), Locking::Ours(_)));
    }

    #[test]
    fn a_lock_that_a_killed_program_left_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("bridge.paragone");
        fs::write(path_of(&project), "").unwrap();
        assert!(matches!(Lock::take(&project), Locking::Ours(_)));
    }

    #[test]
    fn of_many_windows_only_one_has_it_at_any_time() {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("bridge.paragone");
        let holders = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..500 {
                        if let Locking::Ours(lock) = Lock::take(&project) {
                            assert_eq!(holders.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                            holders.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                            drop(lock);
                        }
                    }
                });
            }
        });
    }

    #[test]
    fn where_nothing_can_be_written_nobody_can_tell() {
        assert!(matches!(Lock::take(Path::new("/no/such/folder/a.paragone")), Locking::Unknown));
    }
}
