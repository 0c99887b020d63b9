//! The real binary: what it prints, and how it ends when something is wrong.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails its test")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use paragone::load::{Layout, Source, load};
use paragone::project::Project;
use paragone::text::Pair;
use serde_json::Value;

fn paragone(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_paragone")).args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn paragone_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_paragone"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples").join(name).display().to_string()
}

fn file(folder: &tempfile::TempDir, name: &str, content: &[u8]) -> String {
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    path.display().to_string()
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The one line of an error, after checking that it is one and that the status says so.
fn complaint(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    let line = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(line.trim_end().lines().count(), 1, "{line}");
    assert!(output.stdout.is_empty());
    line
}

#[test]
fn compare_prints_rows_and_ledger() {
    let output = paragone(&["compare", &example("left.txt"), &example("right.txt")]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(text.contains("in claims"), "{text}");
    assert!(!text.contains('\u{1b}'), "no colours into a pipe");
}

#[test]
fn json_spans_point_at_the_text() {
    let comparison = json(&paragone(&["compare", &example("left.txt"), &example("right.txt"), "--format", "json"]));
    assert_eq!(comparison["format"], "paragone.comparison");
    assert_eq!(comparison["version"], 1);
    for source in comparison["sources"].as_array().unwrap() {
        let text = source["text"].as_str().unwrap();
        for sentence in source["sentences"].as_array().unwrap() {
            let span = sentence["start"].as_u64().unwrap() as usize..sentence["end"].as_u64().unwrap() as usize;
            assert_eq!(text.get(span), sentence["text"].as_str());
        }
    }
    assert!(!comparison["links"].as_array().unwrap().is_empty());
    assert!(!comparison["findings"].as_array().unwrap().is_empty());
}

#[test]
fn the_same_call_writes_the_same_bytes() {
    let call = ["compare", &example("left.txt"), &example("right.txt"), "--format", "json"];
    assert_eq!(paragone(&call).stdout, paragone(&call).stdout);
}

#[test]
fn a_file_can_be_written_and_standard_input_read() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("result.txt").display().to_string();
    let input = std::fs::read(example("left.txt")).unwrap();
    let output = paragone_with_input(&["compare", "-", &example("right.txt"), "-o", &target], &input);
    assert!(output.status.success() && output.stdout.is_empty());
    assert!(std::fs::read_to_string(target).unwrap().contains("in claims"));
}

#[test]
fn inspect_tells_sentences_and_what_was_removed() {
    let inspection = json(&paragone(&["inspect", &example("left.txt"), "--format", "json"]));
    assert_eq!(inspection["format"], "paragone.inspection");
    assert!(inspection["source"]["sentences"].as_array().unwrap().len() > 20);
    assert!(!inspection["source"]["removed"].as_array().unwrap().is_empty());
}

#[test]
fn inspect_tells_what_one_source_shows_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let article = "Crane sinks 40 boats\n\nA crane sank 12 boats in Porto Novo on Monday, a shocking loss.\n\n\
        \u{201c}We lost everything,\u{201d} said Mayor Ines Hallow. She said the crane was old.\n";
    let path = file(&folder, "crane.txt", article.as_bytes());
    let portrait = &json(&paragone(&["inspect", &path, "--format", "json"]))["portrait"];
    let voice = &portrait["voices"][0];
    assert_eq!((voice["name"].as_str(), voice["named"].as_bool()), (Some("Mayor Ines Hallow"), Some(true)));
    assert_eq!((voice["words_quoted"].as_u64(), voice["words_reported"].as_u64()), (Some(3), Some(4)));
    let headline = portrait["headline"].as_array().unwrap();
    assert!(headline.iter().any(|claim| claim["kind"] == "number" && claim["status"] == "differs"), "{headline:?}");
    assert!(portrait["figures"].as_array().unwrap().iter().any(|figure| figure["value"] == "12 boat"));
    assert_eq!(portrait["evaluations"][0]["text"], "shocking");
    let text = String::from_utf8(paragone(&["inspect", &path]).stdout).unwrap();
    assert!(text.contains("Mayor Ines Hallow: 3 words quoted, 4 reported"), "{text}");
}

#[test]
fn an_unmatched_sentence_says_what_was_found_instead() {
    let folder = tempfile::tempdir().unwrap();
    let left = file(&folder, "left.txt", b"The harbour closed on Monday.\n\nOrla Finn lost 312 nets.\n");
    let right = file(&folder, "right.txt", b"The harbour closed on Monday.\n\nIn spring 312 nets were sold.\n");
    let comparison = json(&paragone(&["compare", &left, &right, "--format", "json"]));
    let unmatched = comparison["unmatched"].as_array().unwrap();
    let lost = unmatched.iter().find(|entry| entry["side"] == "left").unwrap();
    assert!(lost["why"] == "not_found" || lost["why"] == "elsewhere");
    assert_eq!(lost["shared"][0]["kind"], "number");
    assert_eq!(lost["shared"][0]["here"]["text"], "312 nets");
    assert_eq!(lost["shared"][0]["there"]["sentence"], 1);
    let text = String::from_utf8(paragone(&["compare", &left, &right]).stdout).unwrap();
    assert!(text.contains("is also in 1."), "{text}");
}

#[test]
fn bad_sources_get_one_line_that_says_what_to_try() {
    let folder = tempfile::tempdir().unwrap();
    let good = file(&folder, "good.txt", b"The harbour closed on Monday.\n");
    let cases: [(String, &str); 5] = [
        (folder.path().join("absent.txt").display().to_string(), "no such file"),
        (folder.path().display().to_string(), "folder"),
        (file(&folder, "empty.txt", b""), "no text"),
        (file(&folder, "blank.txt", b" \n\n\t\n"), "no text"),
        (
            file(&folder, "picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x01\x00"),
            "text that can be read",
        ),
    ];
    for (bad, expected) in cases {
        for call in [["compare", &bad, &good], ["compare", &good, &bad]] {
            let line = complaint(&paragone(&call));
            assert!(line.contains(expected) && line.contains(&bad), "{line}");
        }
    }
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huge.txt");
    std::fs::File::create(&path).unwrap().set_len(200_000_000).unwrap();
    let line = complaint(&paragone(&["inspect", &path.display().to_string()]));
    assert!(line.contains("larger than 50 MB"), "{line}");
}

#[test]
fn odd_but_readable_files_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let good = file(&folder, "good.txt", b"The harbour closed on Monday.\nNobody was hurt.");
    let long = "The harbour master of Skerrow counted the boats again and found one more. ".repeat(14_000);
    let cases = [
        file(&folder, "mixed.txt", b"The harbour closed.\r\nNobody was hurt.\rTraders left.\nThe end"),
        file(&folder, "marked.txt", "\u{feff}The harbour closed on Monday.".as_bytes()),
        file(&folder, "latin.txt", b"The caf\xe9 closed on Monday, said Ren\xe9e \x93Red\x94 Dupr\xe9."),
        file(&folder, "hebrew.txt", "הנמל נסגר ביום שני. איש לא נפגע.".as_bytes()),
        file(&folder, "long.txt", long.as_bytes()),
    ];
    for odd in &cases {
        let comparison = json(&paragone(&["compare", odd, &good, "--format", "json"]));
        assert!(!comparison["sources"][0]["sentences"].as_array().unwrap().is_empty(), "{odd}");
    }
}

#[test]
fn the_same_file_twice_has_no_findings() {
    let comparison = json(&paragone(&["compare", &example("left.txt"), &example("left.txt"), "--format", "json"]));
    assert_eq!(comparison["findings"], Value::Array(Vec::new()));
    assert_eq!(comparison["unmatched"], Value::Array(Vec::new()));
}

#[test]
fn wrong_words_end_with_status_two() {
    assert_eq!(paragone(&["compare", "only-one.txt"]).status.code(), Some(2));
    assert_eq!(paragone(&["compare", "a", "b", "--format", "runes"]).status.code(), Some(2));
    assert_eq!(paragone(&["compare", "a", "b", "--language", "!"]).status.code(), Some(2));
}

#[test]
fn both_sources_cannot_be_standard_input() {
    assert!(complaint(&paragone(&["compare", "-", "-"])).contains("standard input"));
}

#[test]
fn batch_answers_every_line_in_order() {
    let requests = concat!(
        "{\"id\": 1, \"left\": {\"sentences\": [\"It rained.\", \"\"]}, \"right\": {\"sentences\": [\"It rained.\"]}}\n",
        "this is no request\n",
        "{\"id\": \"c\", \"source\": {\"text\": \"About 40 residents came on Monday.\"}}\n",
        "{\"id\": 4, \"left\": {\"path\": \"/no/such/file\"}, \"right\": {\"text\": \"x\"}}\n",
        "{\"id\": 5, \"left\": {\"sentences\": [\"A.\", \"B.\"]}, \"right\": {\"sentences\": [\"C.\"]}, \"links\": [[1, 0]]}\n",
        "{\"id\": 6, \"left\": {\"sentences\": [\"A.\"]}, \"right\": {\"sentences\": [\"C.\"]}, \"links\": [[9, 0]]}\n",
    );
    let output = paragone_with_input(&["batch", "-"], requests.as_bytes());
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 6);
    assert_eq!(answers[0]["id"], 1);
    assert_eq!(answers[0]["sources"][0]["sentences"].as_array().unwrap().len(), 2);
    assert!(answers[1]["error"]["message"].as_str().unwrap().contains("no request"));
    assert_eq!(answers[2]["format"], "paragone.inspection");
    assert!(answers[3]["error"]["message"].as_str().unwrap().contains("/no/such/file"));
    assert_eq!(answers[4]["links"].as_array().unwrap().len(), 1);
    assert_eq!((&answers[4]["links"][0]["left"], &answers[4]["links"][0]["status"]), (&1.into(), &"manual".into()));
    assert!(answers[5]["error"]["message"].as_str().unwrap().contains("has 1 sentences"));
}

#[test]
fn one_sentence_per_line_keeps_lines_exactly() {
    let folder = tempfile::tempdir().unwrap();
    let lines = file(&folder, "lines.txt", b"By Nora Whitlam\nMr. Oh came. He left.\n\nMore stories:\n");
    let inspection = json(&paragone(&["inspect", &lines, "--one-sentence-per-line", "--format", "json"]));
    let sentences: Vec<&str> =
        inspection["source"]["sentences"].as_array().unwrap().iter().map(|s| s["text"].as_str().unwrap()).collect();
    assert_eq!(sentences, ["By Nora Whitlam", "Mr. Oh came. He left.", "More stories:"]);
}

#[test]
fn a_folder_of_requests_is_told_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let line = complaint(&paragone(&["batch", &folder.path().display().to_string()]));
    assert!(line.contains("cannot be read"), "{line}");
}

#[test]
fn every_form_of_a_report_holds_every_finding() {
    let findings = |form: &str, of_one: &str| {
        let output = paragone(&["compare", &example("left.txt"), &example("right.txt"), "--format", form]);
        assert!(output.status.success(), "{form}");
        String::from_utf8(output.stdout).unwrap().matches(of_one).count()
    };
    let json = findings("json", "\"relation\": \"");
    let agreeing = findings("json", "\"relation\": \"agrees\"");
    assert!(json > 40 && agreeing == 0, "{json}");
    assert_eq!(findings("html", "id=\"finding-"), json);
    assert_eq!(findings("csv", "\r\n"), json + 1);
    assert_eq!(findings("markdown", "\n| "), json + 1);
    assert_eq!(findings("tei", "<annotation "), json);
    assert_eq!(findings("csv-links", "\r\n"), findings("json", "\"status\": \"") + 1);
}

/// A project of the example in which the first finding is checked and noted on, and the second dismissed.
fn project(folder: &tempfile::TempDir) -> String {
    use paragone::comparison::{FindingName, Remark, Review, Subject, compare};
    let article = |name: &str| load(&Source::File(example(name).into()), Layout::Article).unwrap();
    let mut project = Project::new(Pair::new(article("left.txt"), article("right.txt")));
    let sources = project.sources.as_ref().map(|source| &source.article);
    let comparison = compare(sources, &project.options, &project.edits);
    let remarks = &mut project.edits.remarks;
    let name = |id: usize| FindingName::of(&comparison, id).unwrap();
    remarks.set_review(name(0), Some(Review::Checked));
    remarks.set_review(name(1), Some(Review::Dismissed("a slip".to_owned())));
    let note = Remark { text: "Ask the harbour office.".to_owned(), tags: vec!["Vague".to_owned()] };
    remarks.set_note(Subject::finding(&comparison, 0).unwrap(), note);
    file(folder, "ferry.paragone", paragone::project::write(&project).as_bytes())
}

#[test]
fn a_report_of_a_project_has_its_remarks() {
    let folder = tempfile::tempdir().unwrap();
    let project = project(&folder);
    let markdown = |more: &[&str]| {
        let output = paragone(&[&["report", &project, "--format", "markdown"], more].concat());
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let all = markdown(&[]);
    assert!(all.contains("| checked | Ask the harbour office. · Vague |"), "{all}");
    assert!(all.contains("Shown: all findings that were not dismissed.") && !all.contains("a slip"), "{all}");
    assert!(markdown(&["--dismissed"]).contains("| dismissed: a slip |"));
    assert!(markdown(&["--findings", "checked"]).contains("## 1 finding\n"));
    assert!(!markdown(&["--no-notes"]).contains("Ask the harbour office."));
    let dated = markdown(&["--date", "9 October 2025"]);
    assert!(dated.contains(", 9 October 2025, on the reader") && !all.contains("October 2025, on"), "{dated}");
}

#[test]
fn the_form_is_told_by_the_name_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let left = file(&folder, "left.txt", b"The harbour closed on Monday.\n");
    let right = file(&folder, "right.txt", b"The harbour closed on Tuesday.\n");
    let written = |name: &str, more: &[&str]| {
        let target = folder.path().join(name).display().to_string();
        assert!(paragone(&[&["compare", &left, &right, "-o", &target], more].concat()).status.success());
        std::fs::read_to_string(target).unwrap()
    };
    for (name, beginning) in [
        ("a.html", "<!DOCTYPE html>"),
        ("a.md", "# left.txt and right.txt"),
        ("a.csv", "\u{feff}number,kind"),
        ("a.XML", "<?xml"),
        ("a.json", "{"),
        ("a.txt", "Left: left.txt"),
        ("a", "Left: left.txt"),
    ] {
        assert!(written(name, &[]).starts_with(beginning), "{name}");
    }
    assert!(written("b.html", &["--format", "json"]).starts_with('{'), "what is asked for counts more");
    let target = folder.path().join("c.html").display().to_string();
    assert!(paragone(&["report", &project(&folder), "-o", &target]).status.success());
    assert!(std::fs::read_to_string(target).unwrap().starts_with("<!DOCTYPE html>"));
}

#[test]
fn what_is_wrong_with_a_project_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let whole = std::fs::read_to_string(project(&folder)).unwrap();
    let newer = file(&folder, "newer.paragone", whole.replacen("\"version\": 1", "\"version\": 9", 1).as_bytes());
    let output = paragone(&["report", &newer]);
    assert!(output.status.success() && !output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("a later version of Paragone wrote it"));
    let changed =
        file(&folder, "changed.paragone", whole.replacen("\"remarks\": {", "\"remarks\": 5, \"x\": {", 1).as_bytes());
    let output = paragone(&["report", &changed]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("“remarks” could not be read"));
    let half = file(&folder, "half.paragone", &whole.as_bytes()[..whole.len() / 2]);
    assert!(complaint(&paragone(&["report", &half])).contains("damaged at line"));
    assert!(complaint(&paragone(&["report", &example("left.txt")])).contains("damaged"));
    assert!(complaint(&paragone(&["report", "/no/such.paragone"])).contains("cannot be read"));
    assert_eq!(paragone(&["compare", "a", "b", "--findings", "checked"]).status.code(), Some(2));
}

#[test]
fn a_report_that_cannot_be_written_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let old = file(&folder, "report.html", b"old");
    let call = ["compare", &example("left.txt"), "/no/such/file.txt", "-o", &old];
    complaint(&paragone(&call));
    assert_eq!(std::fs::read(&old).unwrap(), b"old");
    let nowhere = folder.path().join("no/such/folder/report.html").display().to_string();
    let line = complaint(&paragone(&["compare", &example("left.txt"), &example("right.txt"), "-o", &nowhere]));
    assert!(line.contains("it cannot be written") && line.contains(&nowhere), "{line}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    #[cfg(target_os = "linux")]
    {
        let line = complaint(&paragone(&["inspect", &example("left.txt"), "-o", "/dev/full"]));
        assert!(line.contains("/dev/full: it cannot be written"), "{line}");
    }
}

#[test]
fn a_report_never_takes_the_place_of_what_it_is_made_from() {
    let folder = tempfile::tempdir().unwrap();
    let left = file(&folder, "left.txt", b"The harbour closed on Monday.\n");
    let right = file(&folder, "right.txt", b"The harbour closed on Tuesday.\n");
    let kept = file(&folder, "kept.paragone", b"{}");
    let around = folder.path().join(".").join("right.txt").display().to_string();
    for call in [
        ["compare", &left, &right, "-o", &left],
        ["compare", &left, &right, "-o", &around],
        ["compare", &left, &right, "-o", &kept],
    ] {
        assert!(complaint(&paragone(&call)).contains("give it another name"));
    }
    assert!(complaint(&paragone(&["report", &kept, "-o", &kept])).contains("give it another name"));
    assert_eq!(std::fs::read(&left).unwrap(), b"The harbour closed on Monday.\n");
    assert_eq!(std::fs::read(&kept).unwrap(), b"{}");
}

#[test]
#[cfg(feature = "typeset")]
fn a_report_to_print_is_written_into_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    let call =
        ["compare", &example("left.txt"), &example("right.txt"), "--format", "pdf", "-o", file.to_str().unwrap()];
    assert!(paragone(&call).status.success());
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7") && bytes.len() > 50_000);
}
