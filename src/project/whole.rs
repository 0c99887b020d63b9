//! Writing a file whole or not at all: whoever reads it meanwhile, or after a failure, finds the old one.

use std::fs::{self, Permissions};
use std::io::{BufWriter, ErrorKind, Result, Write};
use std::path::{Path, PathBuf};

/// Writes a file beside the old one, which it then takes the place of. What is no file of a disk, such as a pipe, is written
/// into as it is.
///
/// # Errors
/// Those of the system, and whatever `write` returns; a file that was there is unharmed then.
pub fn write_whole(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        let mut into = BufWriter::new(fs::OpenOptions::new().write(true).open(path)?);
        return write(&mut into).and_then(|()| into.flush());
    }
    if there.as_ref().is_some_and(|there| there.permissions().readonly()) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    // A link stays a link: what it leads to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut part = BufWriter::new(beside(&target, there.map(|there| there.permissions()))?);
    write(&mut part)?;
    let part = part.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    part.as_file().sync_all()?;
    part.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// An empty file in the same folder, as open to others as the old one, or as any new file.
fn beside(target: &Path, permissions: Option<Permissions>) -> Result<tempfile::NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.map_or_else(|| PathBuf::from("."), Path::to_owned);
    let mut prefix = std::ffi::OsString::from(".");
    prefix.push(target.file_name().unwrap_or_default());
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".part");
    #[cfg(unix)]
    let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let part = builder.tempfile_in(folder)?;
    if let Some(permissions) = permissions {
        part.as_file().set_permissions(permissions)?;
    }
    Ok(part)
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
        assert_eq!(failed.unwrap_err().kind(), ErrorKind::StorageFull);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["report.html"]);
        write_whole(&path, |out| out.write_all(b"new")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
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
        assert_eq!(refused.kind(), ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&path).unwrap(), b"old");
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
