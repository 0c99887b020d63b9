//! Real files, good and bad, read as the program reads them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;

use paragone::load::{Layout, MOST_BYTES, Problem, Source, load};

/// A folder of this test's own, gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("load-{name}"));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> Source {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        Source::File(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn problem(source: &Source) -> Problem {
    load(source, Layout::Article).unwrap_err().problem
}

#[test]
fn bad_files_are_named_for_what_they_are() {
    let folder = Folder::new("bad");
    assert!(matches!(problem(&Source::File(folder.0.join("none.txt"))), Problem::Missing));
    assert!(matches!(problem(&Source::File(folder.0.clone())), Problem::Folder));
    assert!(matches!(problem(&folder.file("empty.txt", b"")), Problem::Empty));
    assert!(matches!(problem(&folder.file("blank.txt", b" \r\n\t\n")), Problem::Empty));
    assert!(matches!(problem(&folder.file("mark.txt", b"\xef\xbb\xbf\n")), Problem::Empty));
    assert!(matches!(problem(&folder.file("image.txt", b"\x89PNG\r\n\x1a\n\0\0")), Problem::Binary));
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = Folder::new("large");
    let path = folder.0.join("large.txt");
    std::fs::File::create(&path).unwrap().set_len(MOST_BYTES + 1).unwrap();
    assert!(matches!(problem(&Source::File(path)), Problem::TooLarge));
}

#[cfg(not(feature = "web"))]
#[test]
fn an_address_is_refused_by_a_build_without_the_web() {
    let error = load(&Source::from_argument("https://quay.example/"), Layout::Article).unwrap_err();
    assert!(matches!(error.problem, Problem::NoWeb));
    assert!(error.to_string().contains("save it and open the file"));
}

#[test]
fn the_message_says_which_file_and_what_to_try() {
    let message = load(&Source::from_argument("no such file.txt"), Layout::Article).unwrap_err().to_string();
    assert!(message.starts_with("no such file.txt: ") && message.contains("check the name"), "{message}");
}

#[test]
fn the_format_follows_the_name() {
    let folder = Folder::new("format");
    let markdown = load(&folder.file("a.md", b"# Tide\r\n\r\nIt *rose*."), Layout::Article).unwrap();
    assert_eq!(markdown.text, "Tide\n\nIt rose.");
    let plain = load(&folder.file("a.txt", b"# Tide\n\nIt *rose*."), Layout::Article).unwrap();
    assert_eq!(plain.blocks[0].span.of(&plain.text), "# Tide");
}

#[test]
fn one_sentence_per_line_is_kept_exactly() {
    let source = Source::Pasted("  First one.\n\nSecond; and still second. Really.\n".to_owned());
    let article = load(&source, Layout::OneSentencePerLine).unwrap();
    assert_eq!(article.blocks.len(), 2);
    assert_eq!(article.blocks[0].span.of(&article.text), "  First one.");
}

#[test]
fn the_kind_is_decided_by_content() {
    let folder = Folder::new("kind");
    let page = b"<!DOCTYPE html><title>Tide</title><h1>Tide</h1><p>It <b>rose</b> &amp; fell.</p><script>x()</script>";
    for name in ["page.html", "page.txt", "page"] {
        let article = load(&folder.file(name, page), Layout::Article).unwrap();
        assert_eq!(article.text, "Tide\n\nIt rose & fell.", "{name}");
    }
    let mail = b"Message-ID: <1@quay>\r\nSubject: Tide\r\nContent-Type: text/html\r\n\r\n<p>It rose.</p>";
    let article = load(&folder.file("mail.txt", mail), Layout::Article).unwrap();
    assert_eq!(article.text, "Tide\n\nIt rose.");
    assert!(matches!(problem(&folder.file("bare.html", b"<html><script>x()</script></html>")), Problem::Empty));
}

#[test]
fn what_is_no_part_of_the_article_is_left_out_and_can_be_put_back() {
    let folder = Folder::new("furniture");
    let story = "<p>The mast of Westhaven fell on Sunday night, and nobody was hurt, as the harbour master said.</p>";
    let page = format!(
        "<html><nav>Home Sport</nav><h1>Mast falls</h1><div>{}</div><footer>Quay Street 3</footer>",
        story.repeat(6)
    );
    let article = load(&folder.file("page.html", page.as_bytes()), Layout::Article).unwrap();
    let cleaned = paragone::clean::clean(&article, &paragone::clean::Choices::default());
    let removed: Vec<&str> = cleaned.removed.iter().map(|removed| removed.text.as_str()).collect();
    assert_eq!(removed, ["Home Sport", "Quay Street 3"]);
    let all = paragone::clean::Choices { keep_everything: true, ..paragone::clean::Choices::default() };
    assert!(paragone::clean::clean(&article, &all).removed.is_empty());
}
