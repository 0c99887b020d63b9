//! Writing a file whole or not at all: whoever reads it meanwhile, or after a failure, finds the old one.

use std::fs::{self, File};
use std::io::{BufWriter, Error, ErrorKind, Result, Write};
use std::path::{Path, PathBuf};

use super::part::{self, Readers};
use super::trouble::in_words;

/// A file that could not be written. Whatever had its name before is unharmed.
#[derive(Debug, thiserror::Error)]
#[error("{}", told(.path, .why))]
pub struct WriteError {
    /// Where it should have gone.
    pub path: String,
    /// What the system said, or whoever makes what is written.
    pub why: Error,
}

fn told(path: &str, why: &Error) -> String {
    match why.kind() {
        // No fault of the place: whoever makes what is written says what to try.
        ErrorKind::Other => format!("{path}: {why}"),
        _ => format!("{path}: it cannot be written ({}); check the folder and the room on the disk", in_words(why)),
    }
}

/// Writes a file beside the old one, which it then takes the place of. What is no file of a disk, such as a pipe, is written
/// into as it is.
///
/// # Errors
/// Where the system refuses, and whatever `write` returns; a file that was there is unharmed then, and nothing else is left.
pub fn write_whole(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> std::result::Result<(), WriteError> {
    let written = if is_file_or_new(path) {
        replace(&behind_links(path), Readers::Usual, write, |_| ())
    } else {
        write_into(path, write)
    };
    written.map_err(|why| WriteError { path: path.display().to_string(), why })
}

fn write_into(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut into = BufWriter::new(File::options().write(true).open(path)?);
    write(&mut into).and_then(|()| into.flush())
}

/// Whether there is a file under a name, or nothing yet.
pub(super) fn is_file_or_new(path: &Path) -> bool {
    fs::metadata(path).map_or(true, |about| about.is_file())
}

/// A link stays a link: what it leads to is replaced.
pub(super) fn behind_links(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Writes the file that then takes the name `path`. What is to be done with the old one is done `before` that, when the new
/// one is whole and on the disk.
pub(super) fn replace(
    path: &Path,
    readers: Readers,
    write: impl FnOnce(&mut dyn Write) -> Result<()>,
    before: impl FnOnce(&Path),
) -> Result<()> {
    let there = fs::metadata(path).ok().map(|about| about.permissions());
    if there.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let folder = folder_of(path);
    let mut part = BufWriter::new(part::begin(path, &folder, readers)?);
    write(&mut part)?;
    let part = part.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    if let Some(there) = there {
        // Some network folders let nobody change this.
        let _ = part.as_file().set_permissions(there);
    }
    part.as_file().sync_all()?;
    before(path);
    part.persist(path).map_err(|error| error.error)?;
    sync_folder(&folder)
}

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A new name is on the disk only when its folder is.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some network folders cannot do this; the file itself is safe.
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput) => Ok(()),
        other => other,
    }
}

/// Windows writes the folder with the file.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_failing_write_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        write_whole(&path, |out| out.write_all(b"old")).unwrap();
        let failed = write_whole(&path, |out| {
            out.write_all(b"half of it")?;
            Err(ErrorKind::StorageFull.into())
        });
        assert_eq!(
            failed.unwrap_err().to_string(),
            format!(
                "{}: it cannot be written (the disk is full); check the folder and the room on the disk",
                path.display()
            )
        );
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["report.html"]);
        write_whole(&path, |out| out.write_all(b"new")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    #[test]
    fn what_cannot_be_made_says_why_and_nothing_of_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.pdf");
        let failed = write_whole(&path, |_| Err(Error::other("too many pages; try another form")));
        let said = failed.unwrap_err().to_string();
        assert_eq!(said, format!("{}: too many pages; try another form", path.display()));
    }

    #[test]
    fn what_a_killed_program_left_of_a_report_goes_with_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        part::begin(&path, folder.path(), Readers::Usual).unwrap().keep().unwrap();
        assert_eq!(names(folder.path()).len(), 1);
        write_whole(&path, |out| out.write_all(b"new")).unwrap();
        assert_eq!(names(folder.path()), ["report.html"]);
    }

    #[test]
    fn a_file_that_may_not_be_written_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let refused = write_whole(&path, |out| out.write_all(b"new")).unwrap_err();
        assert_eq!(refused.why.kind(), ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("report.html"), folder.path().join("latest.html"));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write_whole(&link, |out| out.write_all(b"new")).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_it_as_they_may_any_new_file() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (path, plain) = (folder.path().join("report.html"), folder.path().join("plain"));
        write_whole(&path, |out| out.write_all(b"new")).unwrap();
        fs::write(&plain, "").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&path), mode(&plain));
    }
}
