//! Writing and reading a project's file so that at every moment a whole version of it lies on the disk.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use thiserror::Error;

use super::part::{self, Readers};
use super::trouble::in_words;
use super::whole::{self, behind_links, folder_of, is_file_or_new};
use super::{Damage, Opened, read};

/// The largest file that is read: two sources of the largest size, with everything escaped that can be.
pub const MOST_BYTES: u64 = 250_000_000;

/// A project that could not be saved. What was to be saved is still in memory.
#[derive(Debug, Error)]
#[error("{path} could not be saved: {}; save it elsewhere, or mend that and try again", in_words(.why))]
pub struct SaveError {
    /// Where it should have gone.
    pub path: String,
    /// What the system said.
    pub why: std::io::Error,
}

/// A project that could not be opened.
#[derive(Debug, Error)]
#[error("{path}: {why}")]
pub struct OpenError {
    /// Which file.
    pub path: String,
    /// What is wrong with it.
    pub why: Cause,
}

/// What can be wrong with a project's file.
#[derive(Debug, Error)]
pub enum Cause {
    /// Its contents.
    #[error(transparent)]
    Damage(#[from] Damage),
    /// The system does not give it.
    #[error("it cannot be read ({}); check that it still exists and may be opened", in_words(.0))]
    System(#[from] std::io::Error),
}

/// Writes the text of a project. The file under that name is the old one until the new one is whole and on the disk; the old
/// one is kept beside it, under [`backup_of`] its name.
///
/// # Errors
/// Where the system refuses; the old file is unharmed then.
pub fn save(path: &Path, text: &str) -> Result<(), SaveError> {
    // A backup that cannot be made is no reason not to save.
    replace(&behind_links(path), text, Readers::Usual, |path| drop(back_up(path))).map_err(|why| not_saved(path, why))
}

/// Writes a file for this program alone, as [`save`] does but without a backup.
///
/// # Errors
/// As for [`save`].
pub(super) fn keep(path: &Path, text: &str) -> Result<(), SaveError> {
    replace(path, text, Readers::Owner, |_| ()).map_err(|why| not_saved(path, why))
}

fn not_saved(path: &Path, why: std::io::Error) -> SaveError {
    SaveError { path: path.display().to_string(), why }
}

fn replace(path: &Path, text: &str, readers: Readers, before: impl FnOnce(&Path)) -> std::io::Result<()> {
    if text.len() as u64 > MOST_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    if path.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !is_file_or_new(path) {
        return Err(no_file());
    }
    whole::replace(path, readers, |out| out.write_all(text.as_bytes()), before)
}

/// Removes what is left of a file of this program and of writing it.
pub(super) fn forget(path: &Path) {
    let _ = fs::remove_file(path);
    part::remove_abandoned(path, &folder_of(path));
}

/// Where the last version before the present one is kept.
pub fn backup_of(path: &Path) -> PathBuf {
    with_ending(path, "bak")
}

fn back_up(path: &Path) -> std::io::Result<()> {
    let (backup, passing) = (backup_of(path), with_ending(path, "bak-part"));
    match fs::remove_file(&passing) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // A second name for the same file costs nothing; not every file system has that.
    if fs::hard_link(path, &passing).is_err() {
        fs::copy(path, &passing)?;
    }
    fs::rename(&passing, backup)?;
    // Where both are the same file already, renaming it does nothing.
    let _ = fs::remove_file(&passing);
    Ok(())
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// Reads a project.
///
/// # Errors
/// Where the file cannot be read or holds no project.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let text = text_of(path).map_err(|why| OpenError { path: path.display().to_string(), why })?;
    read(&text).map_err(|why| OpenError { path: path.display().to_string(), why: why.into() })
}

fn text_of(path: &Path) -> Result<String, Cause> {
    // Whoever opens a pipe or a device may wait for ever.
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(Cause::System(if about.is_dir() { ErrorKind::IsADirectory.into() } else { no_file() }));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Damage::TooLarge.into());
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|&&byte| byte != b'\n').count() + 1;
        Damage::Syntax { line, column }.into()
    })
}

fn no_file() -> std::io::Error {
    std::io::Error::new(ErrorKind::InvalidInput, "it is no file but a device or a pipe")
}

/// How a file stood when we last read or wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    modified: SystemTime,
    bytes: u64,
}

impl Stamp {
    /// Whether the file was written after a moment.
    pub fn is_later_than(&self, moment: SystemTime) -> bool {
        self.modified > moment
    }

    /// How a file stands now; `None` where it is not there.
    pub fn of(path: &Path) -> Option<Self> {
        let about = fs::metadata(path).ok()?;
        Some(Self { modified: about.modified().ok()?, bytes: about.len() })
    }
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
