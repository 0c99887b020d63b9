//! The keeper of files in real folders.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::*;
use crate::comparison::{Edits, Options};
use crate::gui::command::Generation;
use crate::gui::export::{Export, Outgoing, Reported};
use crate::gui::projects::{Aside, Fault, Fetched, Guard, Leftover, OutOf, Over, ProjectCommand as P, Writing};
use crate::gui::work::{Rest, Work};
use crate::load::RawArticle;
use crate::report::Form;
use crate::text::Pair;

fn work(left: &str) -> Work {
    let articles = Pair::new(left, "Rain fell.").map(|text| Arc::new(RawArticle::from_text("pasted text", text)));
    Work { articles, options: Options::default(), edits: Edits::default(), rest: Rest::default() }
}

fn write(desk: &mut Desk, file: &Path, left: &str, over: Over) -> Result<Option<crate::project::Stamp>, Fault> {
    let writing = Writing { work: work(left), file: file.to_owned(), over };
    match desk.obey(Order::Write(Generation(1), Box::new(writing))) {
        Some(P::Written(_, result)) => result,
        other => panic!("{other:?}"),
    }
}

fn fetch(desk: &mut Desk, order: Order) -> Result<Fetched, String> {
    match desk.obey(order) {
        Some(P::Fetched(_, result)) => result.map_err(|error| error.why),
        other => panic!("{other:?}"),
    }
}

fn open(desk: &mut Desk, file: &Path) -> Result<Fetched, String> {
    fetch(desk, Order::Fetch(Generation(2), file.to_owned()))
}

fn aside(left: &str, file: Option<&Path>) -> Order {
    Order::KeepAside(Box::new(Aside { work: work(left), file: file.map(Path::to_owned) }))
}

fn search(desk: &mut Desk) -> Vec<Leftover> {
    match desk.obey(Order::Search) {
        Some(P::Found(leftovers)) => leftovers,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_written_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.paragone");
    let mut desk = Desk::new(None);
    let stamp = write(&mut desk, &file, "It rained.", Over::Nothing).unwrap();
    let opened = open(&mut desk, &file).unwrap();
    assert_eq!((opened.work, opened.stamp, opened.guard), (work("It rained."), stamp, None));
    drop(desk);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no lock is left");
}

#[test]
fn nothing_is_written_over_that_was_not_meant() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.paragone");
    let mut desk = Desk::new(None);
    let stamp = write(&mut desk, &file, "It rained.", Over::Nothing).unwrap().unwrap();
    assert_eq!(write(&mut desk, &file, "x", Over::Nothing), Err(Fault::Exists(file.clone())));
    fs::write(&file, "by another program").unwrap();
    assert_eq!(write(&mut desk, &file, "x", Over::This(stamp)), Err(Fault::Changed));
    assert_eq!(fs::read_to_string(&file).unwrap(), "by another program");
    assert!(write(&mut desk, &file, "It poured.", Over::Anything).is_ok());
    fs::remove_file(&file).unwrap();
    assert!(write(&mut desk, &file, "It poured.", Over::This(stamp)).is_ok(), "what is gone may be written again");
}

#[test]
fn two_windows_on_one_project_are_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.paragone");
    let (mut first, mut second) = (Desk::new(None), Desk::new(None));
    write(&mut first, &file, "It rained.", Over::Nothing).unwrap();
    assert_eq!(open(&mut second, &file).unwrap().guard, Some(Guard::Taken));
    assert_eq!(write(&mut second, &file, "x", Over::Anything), Err(Fault::Taken));
    first.obey(Order::Hold([file.clone()].into()));
    assert_eq!(open(&mut second, &file).unwrap().guard, Some(Guard::Taken));
    first.obey(Order::Hold([].into()));
    assert_eq!(open(&mut second, &file).unwrap().guard, None);
}

#[cfg(unix)]
#[test]
fn a_project_is_the_same_through_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("bridge.paragone"), folder.path().join("link.paragone"));
    let (mut first, mut second) = (Desk::new(None), Desk::new(None));
    write(&mut first, &file, "It rained.", Over::Nothing).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(open(&mut second, &link).unwrap().guard, Some(Guard::Taken));
    assert_eq!(open(&mut first, &link).unwrap().guard, None);
}

#[test]
fn a_folder_that_vanished_and_a_file_that_may_not_be_written_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("gone").join("bridge.paragone");
    let mut desk = Desk::new(None);
    let Err(Fault::Refused(why)) = write(&mut desk, &gone, "x", Over::Nothing) else { panic!("there is no folder") };
    assert!(why.contains("its folder is not there any more"), "{why}");
    let file = folder.path().join("bridge.paragone");
    write(&mut desk, &file, "It rained.", Over::Nothing).unwrap();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    let Err(Fault::Refused(why)) = write(&mut desk, &file, "x", Over::Anything) else { panic!("it is read-only") };
    assert!(why.contains("you have no right to do that there"), "{why}");
    assert_eq!(open(&mut desk, &file).unwrap().work, work("It rained."));
}

#[test]
fn a_later_version_and_a_backup_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.paragone");
    let mut desk = Desk::new(None);
    for text in ["It rained.", "It poured."] {
        write(&mut desk, &file, text, Over::Anything).unwrap();
    }
    let backup = open(&mut desk, &folder.path().join("bridge.paragone.bak")).unwrap();
    assert_eq!((backup.work, backup.file, backup.out_of), (work("It rained."), None, OutOf::Backup(file.clone())));
    let newer = fs::read_to_string(&file).unwrap().replacen("\"version\": 1", "\"version\": 9", 1);
    fs::write(&file, newer).unwrap();
    assert_eq!(open(&mut desk, &file).unwrap().guard, Some(Guard::Newer(9)));
}

#[test]
fn what_cannot_be_opened_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.paragone");
    let mut desk = Desk::new(None);
    assert!(open(&mut desk, &file).unwrap_err().ends_with("bridge.paragone: there is no such file."));
    fs::write(&file, "{}").unwrap();
    assert!(open(&mut desk, &file).unwrap_err().contains("it is no project of Paragone"));
}

#[test]
fn work_of_a_window_that_died_is_found_recovered_and_gone() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    let file = folder.path().join("bridge.paragone");
    let mut first = Desk::new(Some(state.clone()));
    write(&mut first, &file, "It rained.", Over::Nothing).unwrap();
    assert_eq!(first.obey(aside("It poured.", Some(&file))), None);
    let mut second = Desk::new(Some(state.clone()));
    assert!(search(&mut second).is_empty(), "the first window is still there");
    drop(first);
    let found = search(&mut second);
    assert_eq!(found[0].file.as_deref(), Some(&*file));
    let left = found[0].path.clone();
    let recovered = fetch(&mut second, Order::FetchLeftover(Generation(3), left.clone())).unwrap();
    assert_eq!((&recovered.work, recovered.file.as_deref()), (&work("It poured."), Some(&*file)));
    assert_eq!(recovered.out_of, OutOf::Leftover(left.clone(), false));
    let aside = Aside { work: recovered.work, file: Some(file) };
    assert_eq!(second.obey(Order::TakeOver(Box::new(aside), left.clone())), None);
    assert!(!left.exists());
    drop(second);
    let mut third = Desk::new(Some(state));
    assert_eq!(search(&mut third).len(), 1, "the second window kept it for itself");
}

#[test]
fn a_project_saved_after_the_crash_is_known_to_be_newer() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.paragone");
    let mut first = Desk::new(Some(folder.path().join("state")));
    write(&mut first, &file, "It rained.", Over::Nothing).unwrap();
    first.obey(aside("It poured.", Some(&file)));
    drop(first);
    let later = std::time::SystemTime::now() + Duration::from_secs(60);
    fs::File::options().write(true).open(&file).unwrap().set_modified(later).unwrap();
    let mut second = Desk::new(Some(folder.path().join("state")));
    let left = search(&mut second)[0].path.clone();
    let recovered = fetch(&mut second, Order::FetchLeftover(Generation(3), left.clone())).unwrap();
    assert_eq!(recovered.out_of, OutOf::Leftover(left, true));
}

#[test]
fn what_cannot_be_kept_aside_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let no_folder = folder.path().join("file");
    fs::write(&no_folder, "x").unwrap();
    let mut desk = Desk::new(Some(no_folder));
    assert!(matches!(desk.obey(aside("a", None)), Some(P::NotKept(_))));
    assert_eq!(desk.obey(aside("a", None)), None);
}

#[test]
fn of_unsaved_work_the_newest_is_kept() {
    let look = Order::Look("a".into());
    let orders = [aside("1", None), look.clone(), aside("2", None), Order::Forget, aside("3", None)];
    let kept = without_outdated(orders.into_iter().map(|order| (order, ())).collect());
    let kept: Vec<Order> = kept.into_iter().map(|(order, ())| order).collect();
    assert_eq!(kept, [look.clone(), Order::Forget, aside("3", None)]);
    let forgotten = without_outdated(vec![(aside("1", None), ()), (Order::Forget, ())]);
    assert_eq!(forgotten, [(Order::Forget, ())]);
}

/// What a keeper tells, once it tells something.
fn wait(keeper: &Keeper) -> Vec<Command> {
    let begun = Instant::now();
    loop {
        let news = keeper.finished();
        if !news.is_empty() || begun.elapsed() > Duration::from_secs(10) {
            return news;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_thread_does_what_was_ordered_before_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    let (state, file) = (folder.path().join("state"), folder.path().join("bridge.paragone"));
    let mut keeper = Keeper::on_thread(Some(state.clone()));
    let ctx = egui::Context::default();
    let writing = Writing { work: work("It rained."), file: file.clone(), over: Over::Nothing };
    keeper.order(Order::Write(Generation(1), Box::new(writing)), &ctx);
    assert!(matches!(&wait(&keeper)[..], [Command::Project(P::Written(Generation(1), Ok(Some(_))))]));
    keeper.order(aside("It poured.", Some(&file)), &ctx);
    keeper.end();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the project and the folder: no lock is left");
    assert_eq!(search(&mut Desk::new(Some(state))).len(), 1);
}

#[test]
fn a_report_is_written_whole_and_replaces_nothing_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.md");
    let outgoing = || {
        Outgoing::Report(Box::new(Reported {
            export: Export { form: Form::Markdown, ..Export::default() },
            options: Options::default(),
            comparison: crate::gui::fixture::comparison(),
            remarks: crate::comparison::Remarks::default(),
            listed: Vec::new(),
            filters: String::new(),
        }))
    };
    let mut desk = Desk::new(None);
    let mut report = |file: &Path, replace| desk.obey(Order::Export(outgoing(), file.to_owned(), replace));
    assert_eq!(report(&file, false), Some(P::Exported(Ok(file.clone()))));
    assert!(fs::read_to_string(&file).unwrap().contains("left.txt"));
    assert_eq!(report(&file, false), Some(P::Exported(Err(Fault::Exists(file.clone())))));
    assert_eq!(report(&file, true), Some(P::Exported(Ok(file.clone()))));
    let gone = folder.path().join("no such folder/a.md");
    assert!(matches!(report(&gone, true), Some(P::Exported(Err(Fault::Refused(why)))) if why.contains("a.md")));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
