//! Disks, folders and names that refuse a project or a report: the reader is told in plain words, what was saved before is unharmed,
//! and nothing half-written is left. Full and locked disks are real ones, made for a process of their own.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed; the program on a full disk reports to its parent"
)]

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use paragone::load::RawArticle;
use paragone::project::{Lock, Locking, Project, Recovered, Recovery, open, save, write, write_whole};
use paragone::text::Pair;

/// Names the folder to the process that saves where it cannot.
const FOLDER: &str = "PARAGONE_TEST_OF_DISKS";

fn project(sentences: usize) -> Project {
    let text = "The bridge closed. ".repeat(sentences);
    Project::new(Pair::new(text.trim_end(), "The bridge shut.").map(|text| RawArticle::from_text("a", text)))
}

/// Fits on the small disk, and does not.
const SMALL: usize = 1;
const LARGE: usize = 20_000;

fn names_in(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into()).collect();
    names.sort();
    names
}

/// What is said when a project cannot be saved; of a report in its place the same is said. Whatever lay in its folder before lies there as it was.
fn refusal(path: &Path, project: &Project) -> String {
    let folder = path.parent().unwrap();
    let before = folder.is_dir().then(|| names_in(folder));
    let refused = save(path, &write(project)).unwrap_err().to_string();
    assert!(refused.contains("save it elsewhere"), "{refused}");
    let why = refused.split_once(" could not be saved: ").unwrap().1.split(';').next().unwrap();
    let report = write_whole(path, |out| out.write_all(write(project).as_bytes())).unwrap_err().to_string();
    assert!(report.contains(&format!("it cannot be written ({why})")), "{report} is not {refused}");
    assert_eq!(folder.is_dir().then(|| names_in(folder)), before);
    refused
}

#[test]
#[ignore = "runs only as the process for which other tests make a small disk"]
fn the_program_on_a_disk_of_its_own() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let path = folder.join("bridge.paragone");
    save(&path, &write(&project(SMALL))).unwrap();
    let recovery = Recovery::begin(&folder).unwrap();
    recovery.keep(&project(SMALL), None).unwrap();
    for _ in 0..3 {
        println!("{}", refusal(&path, &project(LARGE)));
        recovery.keep(&project(LARGE), None).unwrap_err();
    }
    assert_eq!(open(&path).unwrap().project, project(SMALL));
    drop(recovery);
    assert_eq!(Recovered::all(&folder)[0].open().unwrap().0.project, project(SMALL));
    save(&path, &write(&project(2 * SMALL))).unwrap();
}

#[test]
#[ignore = "runs only as the process for which another test makes a disk that can be locked"]
fn the_program_on_a_disk_that_gets_locked() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let path = folder.join("bridge.paragone");
    save(&path, &write(&project(SMALL))).unwrap();
    mount(&folder, "remount,ro");
    println!("{}", refusal(&path, &project(SMALL)));
    assert!(Recovery::begin(&folder).is_none() && matches!(Lock::take(&path), Locking::Unknown));
    assert_eq!(open(&path).unwrap().project, project(SMALL));
    mount(&folder, "remount,rw");
    save(&path, &write(&project(2 * SMALL))).unwrap();
}

fn mount(folder: &Path, how: &str) {
    assert!(Command::new("mount").args(["-o", how]).arg(folder).status().unwrap().success());
}

/// Runs one of the tests above as a process of its own, by a shell script that ends in `exec "$@"`, and gives what it said.
fn said_by(test: &str, script: &str, shell: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let ran = Command::new(shell[0])
        .args(&shell[1..])
        .args(["sh", "-c", script, "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", test, "--nocapture"])
        .env(FOLDER, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success(), "{said}{}", String::from_utf8_lossy(&ran.stderr));
    said
}

/// A shell in which file systems can be mounted that nobody else sees, where the system lets us have one.
fn shell_with_mounts() -> Option<&'static [&'static str]> {
    let shell: &[&str] = &["unshare", "--map-root-user", "--mount"];
    let may = Command::new(shell[0]).args(&shell[1..]).args(["mount", "-t", "tmpfs", "none", "/mnt"]).output();
    may.is_ok_and(|may| may.status.success()).then_some(shell)
}

#[test]
fn a_full_disk() {
    let Some(shell) = shell_with_mounts() else { return };
    let script = format!("mount -t tmpfs -o size=128k none \"${FOLDER}\" && exec \"$@\"");
    let said = said_by("the_program_on_a_disk_of_its_own", &script, shell);
    assert_eq!(said.matches("the disk is full").count(), 3, "{said}");
}

#[test]
fn a_disk_that_takes_no_large_files() {
    // Blocks of 512 or 1,024 bytes; without the trap the system would end the process.
    let said = said_by("the_program_on_a_disk_of_its_own", "trap '' XFSZ; ulimit -f 64; exec \"$@\"", &["env"]);
    assert_eq!(said.matches("no file of that size can be kept there").count(), 3, "{said}");
}

#[test]
fn a_disk_that_can_only_be_read() {
    let Some(shell) = shell_with_mounts() else { return };
    let script = format!("mount -t tmpfs none \"${FOLDER}\" && exec \"$@\"");
    let said = said_by("the_program_on_a_disk_that_gets_locked", &script, shell);
    assert!(said.contains("this disk can only be read"), "{said}");
}

#[test]
#[ignore = "runs only as the process of somebody who may not write in a folder"]
fn the_program_of_somebody_else() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let path = folder.join("bridge.paragone");
    let refused = refusal(&path, &project(LARGE));
    assert!(refused.contains("you have no right to do that there"), "{refused}");
    assert_eq!(open(&path).unwrap().project, project(SMALL));
}

#[test]
fn a_folder_in_which_the_reader_may_not_write() {
    /// Somebody who owns nothing.
    const NOBODY: u32 = 65_534;
    let folder = tempfile::tempdir().unwrap();
    save(&folder.path().join("bridge.paragone"), &write(&project(SMALL))).unwrap();
    let is_root = fs::metadata(folder.path()).unwrap().uid() == 0;
    fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
    let mut program = Command::new(std::env::current_exe().unwrap());
    program.args(["--ignored", "--exact", "the_program_of_somebody_else"]).env(FOLDER, folder.path());
    if is_root {
        // Root may write everywhere.
        program.uid(NOBODY).current_dir("/");
    }
    let ran = program.output();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    // Somebody else may have no right to start a program of root's folder; then this cannot be tried.
    let Ok(ran) = ran else { return };
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
}

#[test]
fn a_folder_that_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let share = folder.path().join("share");
    fs::create_dir(&share).unwrap();
    let path = share.join("bridge.paragone");
    save(&path, &write(&project(SMALL))).unwrap();
    fs::remove_dir_all(&share).unwrap();
    let refused = refusal(&path, &project(SMALL));
    assert!(refused.contains("is not there any more"), "{refused}");
    assert!(open(&path).unwrap_err().to_string().contains("is not there any more"));
}

#[test]
fn a_folder_in_the_place_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.paragone");
    fs::create_dir(&path).unwrap();
    let refused = refusal(&path, &project(SMALL));
    assert!(refused.contains("it is a folder"), "{refused}");
    assert!(open(&path).unwrap_err().to_string().contains("it is a folder"));
    let below = path.join("no folder");
    fs::write(&below, "a file").unwrap();
    let refused = refusal(&below.join("bridge.paragone"), &project(SMALL));
    assert!(refused.contains("a file stands where its folder should be"), "{refused}");
}

#[test]
fn names_that_are_too_long_and_names_that_nearly_are() {
    let folder = tempfile::tempdir().unwrap();
    let refused = refusal(&folder.path().join("b".repeat(300)), &project(SMALL));
    assert!(refused.contains("its name is too long"), "{refused}");
    let path = folder.path().join(format!("{}.paragone", "b".repeat(246)));
    save(&path, &write(&project(SMALL))).unwrap();
    save(&path, &write(&project(2 * SMALL))).unwrap();
    assert_eq!((open(&path).unwrap().project, names_in(folder.path()).len()), (project(2 * SMALL), 1));
}

#[test]
fn names_that_are_no_unicode() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(OsStr::from_bytes(b"br\xfccke.paragone"));
    let Locking::Ours(lock) = Lock::take(&path) else { panic!("nobody else has it") };
    save(&path, &write(&project(SMALL))).unwrap();
    save(&path, &write(&project(2 * SMALL))).unwrap();
    assert_eq!(open(&path).unwrap().project, project(2 * SMALL));
    drop(lock);
    assert_eq!(names_in(folder.path()).len(), 2, "the project and its backup");
    let state = folder.path().join("state");
    let recovery = Recovery::begin(&state).unwrap();
    recovery.keep(&project(SMALL), Some(&path)).unwrap();
    drop(recovery);
    let (opened, belongs_to) = Recovered::all(&state)[0].open().unwrap();
    assert_eq!((opened.project, belongs_to), (project(SMALL), None), "no other file is saved over");
}

#[test]
fn what_is_no_file_at_all_is_not_waited_for() {
    let error = open(Path::new("/dev/zero")).unwrap_err().to_string();
    assert!(error.contains("a device or a pipe"), "{error}");
}

#[test]
fn what_is_no_file_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.paragone");
    let listening = std::os::unix::net::UnixListener::bind(&path).unwrap();
    let refused = save(&path, &write(&project(SMALL))).unwrap_err().to_string();
    assert!(refused.contains("a device or a pipe"), "{refused}");
    drop(listening);
    assert!(!fs::metadata(&path).unwrap().is_file());
}
