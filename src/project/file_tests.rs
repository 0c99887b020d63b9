//! What lies on the disk is whole at every moment.

use super::*;
use crate::load::RawArticle;
use crate::project::{Project, write as text_of_project};
use crate::text::Pair;

fn text(left: &str) -> String {
    text_of_project(&Project::new(Pair::new(left, "Rain fell.").map(|text| RawArticle::from_text("a", text))))
}

#[test]
fn the_version_before_is_kept_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.paragone");
    for n in 1..=3 {
        save(&path, &text(&format!("Version {n}."))).unwrap();
    }
    assert_eq!(open(&path).unwrap().project.sources.left.article.text, "Version 3.");
    assert_eq!(open(&backup_of(&path)).unwrap().project.sources.left.article.text, "Version 2.");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_folder_that_is_gone_or_locked_is_said_and_harms_nothing() {
    let error = save(Path::new("/no/such/folder/bridge.paragone"), "x").unwrap_err().to_string();
    assert!(error.starts_with("/no/such/folder/bridge.paragone could not be saved"), "{error}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.paragone");
    save(&path, &text("It rained.")).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert!(save(&path, &text("It poured.")).is_err());
    assert_eq!(open(&path).unwrap().project.sources.left.article.text, "It rained.");
}

#[cfg(unix)]
#[test]
fn a_project_may_be_read_by_whom_other_files_may() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (folder.path().join("bridge.paragone"), folder.path().join("other.txt"));
    save(&path, &text("It rained.")).unwrap();
    fs::write(&other, "x").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&path), mode(&other));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    save(&path, &text("It poured.")).unwrap();
    assert_eq!(mode(&path) & 0o777, 0o640);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let (path, link) = (folder.path().join("bridge.paragone"), folder.path().join("link.paragone"));
    save(&path, &text("It rained.")).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    save(&link, &text("It poured.")).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(open(&path).unwrap().project.sources.left.article.text, "It poured.");
}

#[test]
fn a_change_by_another_program_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.paragone");
    assert_eq!(Stamp::of(&path), None);
    save(&path, &text("It rained.")).unwrap();
    let stamp = Stamp::of(&path);
    fs::write(&path, text("It poured and poured.")).unwrap();
    assert_ne!(Stamp::of(&path), stamp);
}

#[test]
fn a_file_that_is_no_text_is_damaged_at_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.paragone");
    fs::write(&path, b"{\n\"format\": \"\xff\"").unwrap();
    let error = open(&path).unwrap_err().to_string();
    assert!(error.contains("damaged at line 2, column 12"), "{error}");
}
