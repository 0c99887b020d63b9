//! A window that is killed at any moment, again and again in the same folders, loses at most the step that it was at.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test that cannot go on has failed; the window reports to its parent, which listens on a thread"
)]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use paragone::comparison::{Anchor, Remark, Subject};
use paragone::load::RawArticle;
use paragone::project::{Project, Recovered, Recovery, backup_of, open, save, write};
use paragone::text::{Pair, Side};

/// How many windows are killed.
const KILLS: u64 = 200;

/// A window is killed after it told of so many things at most, and some time later: so each moment is met, however slow
/// the machine is.
const MOST_TOLD: u64 = 12;
/// In microseconds.
const SOME_TIME: u64 = 8_000;

/// A window that has not begun by then will not.
const SLOWEST_START: Duration = Duration::from_secs(60);

/// Names the folder to the process that plays the window.
const FOLDER: &str = "PARAGONE_TEST_OF_KILLS";

/// Windows that are killed one after the other before they have taken over what those before them left.
const MOST_LEFT: usize = 6;

/// The project with its backup, and unsaved files with their locks; of each one more that is being written.
const MOST_FILES: usize = 4 + 3 * MOST_LEFT;

#[test]
fn a_killed_window_loses_one_step_at_most_and_leaves_no_rubbish() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::in_folder(folder.path());
    std::fs::create_dir_all(&places.state).unwrap();
    let mut told = Told::default();
    let mut killed_at: BTreeMap<String, u32> = BTreeMap::new();
    for n in 0..KILLS {
        let last = kill_a_window(&places, chance(n), &mut told);
        *killed_at.entry(last).or_default() += 1;
        places.check(&told);
    }
    assert!(killed_at.len() > 2, "it was killed at different steps: {killed_at:?}");
    save(&places.project, &write(&version(told.begun + 1))).unwrap();
    Recovered::all(&places.state).iter().for_each(Recovered::forget);
    drop(Recovery::begin(&places.state));
    assert_eq!(places.files(), ["bridge.paragone", "bridge.paragone.bak"], "the next save clears up");
}

/// Plays a window: edits, keeps its work aside, and saves now and then, until it is killed.
#[test]
#[ignore = "runs only as the process that the other test kills"]
fn the_window_that_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let places = Places::in_folder(Path::new(&folder));
    println!();
    let mut step = places.latest();
    let mut taken_over = Recovered::all(&places.state);
    let recovery = Recovery::begin(&places.state).unwrap();
    loop {
        step += 1;
        tell("begun", step);
        let project = version(step);
        recovery.keep(&project, Some(&places.project)).unwrap();
        tell("kept", step);
        // Only now is there another copy of what was left behind.
        taken_over.drain(..).for_each(|left| left.forget());
        if step.is_multiple_of(3) {
            save(&places.project, &write(&project)).unwrap();
            tell("saved", step);
            recovery.forget();
        }
    }
}

fn tell(what: &str, step: u64) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{what} {step}").unwrap();
    out.flush().unwrap();
}

/// A project that says at which step it was written, in a note; large enough that writing it takes some time.
fn version(step: u64) -> Project {
    let text =
        format!("The bridge closed.\n\n{}", "Nobody had warned the ferrymen. ".repeat(100 + (step % 7) as usize * 300));
    let articles = Pair::new(text.trim_end(), "The bridge shut.").map(|text| RawArticle::from_text("a", text));
    let sentence = Subject::Sentence(Side::Right, Anchor { origin: 0, words: "The bridge shut.".to_owned() });
    let mut project = Project::new(articles);
    let note = Remark { text: step.to_string(), tags: Vec::new() };
    project.edits.remarks.set_note(sentence, note);
    project
}

fn step_of(project: &Project) -> u64 {
    project.edits.remarks.notes().next().unwrap().1.text.parse().unwrap()
}

/// Numbers that look random and are the same every time (splitmix64).
fn chance(n: u64) -> u64 {
    let mixed = (n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed ^ (mixed >> 27)
}

/// The last steps that windows told of.
#[derive(Debug, Default)]
struct Told {
    begun: u64,
    kept: u64,
    saved: u64,
}

impl Told {
    /// Takes a line in and gives what was done; nothing where it speaks of something else.
    fn hear(&mut self, line: &str) -> String {
        let (what, step) = line.split_once(' ').unwrap_or_default();
        let place = match what {
            "begun" => &mut self.begun,
            "kept" => &mut self.kept,
            "saved" => &mut self.saved,
            _ => return String::new(),
        };
        *place = step.parse().unwrap();
        what.to_owned()
    }
}

/// Starts a window, kills it by chance, and gives what it said last.
fn kill_a_window(places: &Places, chance: u64, told: &mut Told) -> String {
    let mut window = start(&places.folder);
    let lines = BufReader::new(window.stdout.take().unwrap()).lines();
    let (send, heard) = mpsc::channel();
    let listening = std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| send.send(line)));
    let mut last = String::new();
    let mut left = 1 + chance % MOST_TOLD;
    while left > 0 {
        last = told.hear(&heard.recv_timeout(SLOWEST_START).unwrap());
        left -= u64::from(!last.is_empty());
    }
    std::thread::sleep(Duration::from_micros((chance >> 32) % SOME_TIME));
    window.kill().unwrap();
    window.wait().unwrap();
    for line in heard {
        last = told.hear(&line);
    }
    listening.join().unwrap().unwrap();
    last
}

fn start(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "the_window_that_is_killed", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

struct Places {
    folder: PathBuf,
    project: PathBuf,
    state: PathBuf,
}

impl Places {
    fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), project: folder.join("bridge.paragone"), state: folder.join("state") }
    }

    /// What was saved is one of the versions that were, and with what was kept aside at most one step is missing.
    fn check(&self, told: &Told) {
        let saved = self.saved();
        assert!(told.saved <= saved && saved <= told.begun, "{saved} was saved: {told:?}");
        let latest = self.latest();
        assert!(told.kept <= latest && latest <= told.begun, "{latest} is the latest: {told:?}");
        if backup_of(&self.project).exists() {
            let backup = step_of(&open(&backup_of(&self.project)).unwrap().project);
            assert!(backup <= saved, "the backup is of {backup}: {told:?}");
        }
        let files = self.files();
        assert!(files.len() <= MOST_FILES, "{files:?}");
    }

    fn saved(&self) -> u64 {
        if !self.project.exists() {
            return 0;
        }
        let opened = open(&self.project).unwrap();
        assert_eq!(opened.lost, [""; 0]);
        step_of(&opened.project)
    }

    /// The latest version of what was saved and what was kept aside.
    fn latest(&self) -> u64 {
        let found = Recovered::all(&self.state);
        assert!(found.len() <= MOST_LEFT, "each window takes over what those before left: {found:?}");
        let kept = found.iter().map(|kept| {
            let (opened, belongs_to) = kept.open().unwrap();
            assert_eq!(belongs_to.as_deref(), Some(&*self.project));
            step_of(&opened.project)
        });
        kept.max().unwrap_or(0).max(self.saved())
    }

    /// The names of all files, hidden ones too.
    fn files(&self) -> Vec<String> {
        let entries =
            |folder: &Path| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()).collect::<Vec<_>>();
        let all = entries(&self.folder).into_iter().chain(entries(&self.state));
        let files = all.filter(|entry| entry.path().is_file());
        let mut names: Vec<String> = files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}
