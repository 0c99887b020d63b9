//! Writing and reading a project's file so that at every moment a whole version of it lies on the disk.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use thiserror::Error;

use super::{Damage, Opened, read};

/// The largest file that is read: two sources of the largest size, with everything escaped that can be.
pub const MOST_BYTES: u64 = 250_000_000;

/// A half-written file older than this belongs to a program that was killed; writing one takes a second at most.
const ABANDONED: Duration = Duration::from_secs(60);

/// The ending of files that are being written.
const UNFINISHED: &str = "paragone-part";

/// A project that could not be saved. What was to be saved is still in memory.
#[derive(Debug, Error)]
#[error("{path} could not be saved: {}", plainly(why))]
pub struct SaveError {
    /// Where it should have gone.
    pub path: String,
    /// What the system said.
    pub why: std::io::Error,
}

/// What the system said, and what to try.
fn plainly(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "nothing may be written there; save it under another name or in another folder".to_owned()
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "the disk is full; make room and try again, or save it elsewhere".to_owned()
        }
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            "its folder is not there; save it elsewhere, or connect the drive again".to_owned()
        }
        ErrorKind::InvalidFilename => "a file cannot be called so; choose another name".to_owned(),
        _ => format!("the system says “{error}”; try again, or save it elsewhere"),
    }
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
    #[error("it cannot be read ({0}); check that it still exists and may be opened")]
    System(#[from] std::io::Error),
}

/// Writes the text of a project. The file under that name is the old one until the new one is whole and on the disk; the old
/// one is kept beside it, under [`backup_of`] its name.
///
/// # Errors
/// Where the system refuses; the old file is unharmed then.
pub fn save(path: &Path, text: &str) -> Result<(), SaveError> {
    // A link stays a link: what it leads to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    write(&target, text).map_err(|why| SaveError { path: path.display().to_string(), why })
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = folder_of(path);
    remove_abandoned(&folder, path);
    let (prefix, suffix) = (beginning_of_parts(path), format!(".{UNFINISHED}"));
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(&suffix);
    let mut part = as_others(&mut builder).tempfile_in(&folder)?;
    part.write_all(text.as_bytes())?;
    if let Ok(about) = fs::metadata(path) {
        if about.permissions().readonly() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        part.as_file().set_permissions(about.permissions())?;
    }
    part.as_file().sync_all()?;
    // A backup that cannot be made is no reason not to save.
    let _ = back_up(path);
    part.persist(path).map_err(|error| error.error)?;
    sync_folder(&folder)
}

/// A new file may be read and written by whom the system lets, as those of other programs; temporary ones usually may not.
#[cfg(unix)]
fn as_others<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a mut tempfile::Builder<'b, 'b> {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666))
}

/// Elsewhere the folder decides.
#[cfg(not(unix))]
fn as_others<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a mut tempfile::Builder<'b, 'b> {
    builder
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
    fs::rename(&passing, backup)
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Unfinished files of a project begin with its name, so that those of others are left alone.
fn beginning_of_parts(path: &Path) -> OsString {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push("-");
    name
}

/// Removes what a program left that was killed while it wrote this project.
fn remove_abandoned(folder: &Path, path: &Path) {
    let beginning = beginning_of_parts(path);
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let (name, beginning) = (name.to_string_lossy(), beginning.to_string_lossy());
        let is_part = name.starts_with(&*beginning) && name.ends_with(UNFINISHED);
        let age = entry.metadata().and_then(|about| about.modified()).ok().and_then(|then| then.elapsed().ok());
        if is_part && age.is_some_and(|age| age > ABANDONED) {
            // It may be gone already, or not ours to remove.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// A new name is on the disk only when its folder is.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some network folders cannot do this; the file itself is safe.
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput) => Ok(()),
        other => other,
    }
}

/// Windows writes the folder with the file.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
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
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Damage::TooLarge.into());
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Damage::Syntax { line, column: 1 }.into()
    })
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
