//! Who waits for a long reading sees how far it is, and can stop it at any time.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use paragone::load::{Layout, LoadError, Problem, RawArticle, Source, Watch, load_watched};

/// A reading that is stopped ends within this; a build for tests is some ten times slower.
const SOON: Duration = Duration::from_millis(if cfg!(debug_assertions) { 2_000 } else { 200 });

/// A 300-page PDF opens within this; a build for tests may take some ten times longer.
#[cfg(feature = "pdf")]
const LONGEST_FOR_300_PAGES: Duration = Duration::from_secs(if cfg!(debug_assertions) { 50 } else { 5 });

/// So much longer is what must not be read to its end before it is stopped.
const SPEED: usize = if cfg!(debug_assertions) { 1 } else { 4 };

/// A file that is gone when the test is over.
fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, Source) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, Source::File(path))
}

/// What came of a reading, how far it was each time somebody looked, and how long it went on after it was stopped.
struct Seen {
    read: Result<RawArticle, LoadError>,
    #[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "of these files only a PDF tells its pages"))]
    progress: Vec<(usize, usize)>,
    after_stop: Duration,
}

/// Reads while looking on from another thread, and stops where `is_enough` says so.
fn looking_on(source: &Source, is_enough: impl Fn(Option<(usize, usize)>) -> bool) -> Seen {
    let watch = Watch::default();
    thread::scope(|scope| {
        let reading = scope.spawn(|| load_watched(source, Layout::Article, &watch));
        let mut progress = Vec::new();
        let mut stopped = None;
        while !reading.is_finished() {
            let reached = watch.progress();
            progress.extend(reached.filter(|reached| progress.last() != Some(reached)));
            if stopped.is_none() && is_enough(reached) {
                watch.stop();
                stopped = Some(Instant::now());
            }
            thread::sleep(Duration::from_millis(1));
        }
        let after_stop = stopped.map(|stopped| stopped.elapsed()).unwrap_or_default();
        Seen { read: reading.join().unwrap(), progress, after_stop }
    })
}

/// A PDF with so many pages of so many lines each.
#[cfg(feature = "pdf")]
fn pdf(pages: usize, lines: usize) -> Vec<u8> {
    use std::fmt::Write as _;
    let kids: String = (0..pages).map(|page| format!("{} 0 R ", 4 + 2 * page)).collect();
    let mut file = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {pages}>>endobj\n\
         3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
    );
    for page in 0..pages {
        let number = 4 + 2 * page;
        let text: String = (0..lines)
            .map(|line| format!("(Vessel {page} of line {line} left the quay late at night.) Tj T*\n"))
            .collect();
        let content = format!("BT /F 10 Tf 14 TL 40 800 Td\n{text}ET");
        write!(
            file,
            "{number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>endobj\n\
             {} 0 obj<</Length {}>>stream\n{content}\nendstream endobj\n",
            number + 1,
            number + 1,
            content.len()
        )
        .unwrap();
    }
    file.push_str("trailer<</Root 1 0 R>>\n%%EOF\n");
    file.into_bytes()
}

#[cfg(feature = "pdf")]
#[test]
fn the_pages_of_a_pdf_are_counted_while_they_are_read() {
    let (_folder, source) = file("long.pdf", &pdf(300, 12));
    let begun = Instant::now();
    let seen = looking_on(&source, |_| false);
    assert!(begun.elapsed() < LONGEST_FOR_300_PAGES, "{:?}", begun.elapsed());
    let text = seen.read.unwrap().text;
    assert!(text.contains("Vessel 0 of line 0") && text.contains("Vessel 299 of line 11"));
    assert!(seen.progress.len() > 10, "{:?}", seen.progress);
    assert!(seen.progress.is_sorted() && seen.progress.iter().all(|(_, all)| *all == 300), "{:?}", seen.progress);
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_can_be_stopped_between_its_pages() {
    let (_folder, source) = file("long.pdf", &pdf(300, 12));
    let seen = looking_on(&source, |reached| reached.is_some_and(|(done, _)| done >= 30));
    assert!(matches!(seen.read.unwrap_err().problem, Problem::Stopped));
    assert!(seen.after_stop < SOON, "{:?}", seen.after_stop);
    assert!(seen.progress.last().unwrap().0 < 300);
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_can_be_stopped_in_the_midst_of_a_page() {
    let (_folder, source) = file("full.pdf", &pdf(1, 40_000));
    let seen = looking_on(&source, |reached| reached.is_some());
    assert!(matches!(seen.read.unwrap_err().problem, Problem::Stopped));
    assert!(seen.after_stop < SOON, "{:?}", seen.after_stop);
}

#[test]
fn a_large_page_and_a_long_text_can_be_stopped() {
    let story = "<div><p>The mast of Westhaven fell on <b>Sunday</b> night.</p></div>";
    let page = format!("<!DOCTYPE html><html><body>{}", story.repeat(40_000 * SPEED));
    let rich = format!("{{\\rtf1 {}}}", "{\\b The mast} of Westhaven fell.\\par ".repeat(200_000 * SPEED));
    for (name, bytes) in [("page.html", page), ("text.rtf", rich)] {
        let (_folder, source) = file(name, bytes.as_bytes());
        let begun = Instant::now();
        let seen = looking_on(&source, |_| begun.elapsed() > Duration::from_millis(20));
        assert!(matches!(seen.read.unwrap_err().problem, Problem::Stopped), "{name}");
        assert!(seen.after_stop < SOON, "{name}: {:?}", seen.after_stop);
    }
}

#[test]
fn what_is_stopped_before_it_begins_is_not_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/formats");
    let watch = Watch::default();
    watch.stop();
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = files.filter(|path| path.to_str().unwrap().contains("article")).collect();
    assert!(files.len() > 6);
    for path in files {
        let read = load_watched(&Source::File(path.clone()), Layout::Article, &watch);
        assert!(matches!(read.unwrap_err().problem, Problem::Stopped), "{}", path.display());
    }
}
