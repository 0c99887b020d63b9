//! A program that is killed while it saves: at every moment a whole project lies on the disk, and nothing piles up beside it.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and the killed one reports by printing"
)]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use paragone::load::RawArticle;
use paragone::project::{Project, Recovered, Recovery, backup_of, open, save, write};
use paragone::text::Pair;

/// How often the program is killed: enough to hit every step of saving now and then. It was tried with 200. The moments are spread over this many microseconds after it has saved once, in which it
/// saves several times more.
const KILLS: u64 = 50;
const MOMENTS: u64 = 30_000;

/// A prime, so that the moments are in no order.
const STRIDE: u64 = 7_919;

/// Under this name the killed program is told where to save.
const FOLDER: &str = "PARAGONE_TEST_FOLDER";

fn project(version: u64) -> Project {
    // Long enough that writing it takes a while.
    let text = format!("Version {version}.\n\n{}", "The ferry was late again. ".repeat(4_000));
    Project::new(Pair::new(text, "Rain fell.".to_owned()).map(|text| RawArticle::from_text("a", &text)))
}

fn version(project: &Project) -> u64 {
    let first = project.sources.left.article.text.lines().next().unwrap();
    first.trim_start_matches("Version ").trim_end_matches('.').parse().unwrap()
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("bridge.paragone")
}

/// What the killed program does: it saves a project and keeps it aside, with a higher number each time.
#[test]
#[ignore = "runs until it is killed, which the other test does"]
fn saves_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let aside = Recovery::begin(&folder.join("unsaved")).unwrap();
    let first = open(&file_in(&folder)).map_or(0, |opened| version(&opened.project));
    for number in first + 1.. {
        save(&file_in(&folder), &write(&project(number))).unwrap();
        aside.keep(&project(number), None).unwrap();
        println!("saved {number}");
    }
}

/// Has the program save in a folder, kills it after a while, and tells the last number that it had saved by its own account.
fn kill_after(folder: &Path, pause: Duration) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "saves_until_it_is_killed", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let number = |line: &str| line.strip_prefix("saved ").and_then(|number| number.parse().ok());
    let last: u64 = lines.by_ref().find_map(|line| number(&line)).unwrap();
    std::thread::sleep(pause);
    child.kill().unwrap();
    child.wait().unwrap();
    // The last line may have been cut short.
    lines.filter_map(|line| number(&line)).fold(last, |last, now| if now == last + 1 { now } else { last })
}

#[test]
fn what_was_saved_last_opens_whenever_the_program_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let unsaved = folder.path().join("unsaved");
    for _ in 0..2 {
        save(&file_in(folder.path()), &write(&project(0))).unwrap();
    }
    for n in 0..KILLS {
        let last = kill_after(folder.path(), Duration::from_micros(n * STRIDE % MOMENTS));
        let saved = version(&open(&file_in(folder.path())).unwrap().project);
        assert!((last..=last + 1).contains(&saved), "{saved} lies there, {last} was saved");
        assert!(version(&open(&backup_of(&file_in(folder.path()))).unwrap().project) >= last - 1);
        let left = Recovered::all(&unsaved);
        assert_eq!(left.len(), 1);
        let kept = version(&left[0].open().unwrap().0.project);
        assert!((last..=last + 1).contains(&kept), "{kept} is kept aside, {last} was");
        left[0].forget();
    }
    nothing_piles_up(folder.path());
}

/// What was half written is removed by a later save, once it is old enough to belong to nobody.
fn nothing_piles_up(folder: &Path) {
    let names = || fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let long_ago = SystemTime::now() - Duration::from_secs(3_600);
    for part in names().filter(|path| path.is_file() && *path != file_in(folder)) {
        fs::File::options().write(true).open(part).unwrap().set_modified(long_ago).unwrap();
    }
    save(&file_in(folder), &write(&project(0))).unwrap();
    let left: Vec<PathBuf> = names().filter(|path| path.is_file()).collect();
    assert!(left.len() <= 3, "the project, its backup, and one that was being made: {left:?}");
}
