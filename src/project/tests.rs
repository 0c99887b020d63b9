//! What was written can be read, and what is damaged is said and kept.

use proptest::prelude::*;

use super::*;
use crate::comparison::{FindingName, Review, Subject, Verdict, compare};
use crate::text::Side;

/// A project in which everything is used.
fn full() -> Project {
    let articles = Pair::new("The fire killed 12 people.\n\nNobody was in the mill.", "The fire killed 15 people.");
    let articles = articles.map(|text| RawArticle::from_text("pasted text", text));
    let mut edits = Edits::default();
    edits.set_verdict(Pair::new(0, 0), Some(Verdict::Confirmed));
    edits.set_alone(Side::Left, 28, true);
    edits.set_cut(Side::Left, 9, true);
    let comparison = compare(articles.as_ref(), &Options::default(), &edits);
    if let Some(name) = FindingName::of(&comparison, 0) {
        edits.remarks.set_review(name, Some(Review::Dismissed("corrected".to_owned())));
    }
    if let Some(on) = Subject::sentence(&comparison, Side::Right, 0) {
        edits
            .remarks
            .set_note(on, crate::comparison::Remark { text: "Ask.".to_owned(), tags: vec!["To check".to_owned()] });
    }
    Project { edits, ..Project::new(articles) }
}

#[test]
fn everything_comes_back() {
    let project = full();
    let opened = read(&write(&project)).unwrap();
    assert_eq!(opened, Opened { project, newer: None, lost: Vec::new() });
}

#[test]
fn the_file_is_read_line_by_line() {
    let text = write(&full());
    assert!(text.starts_with("{\n  \"format\": \"paragone.project\",\n  \"version\": 1,"), "{text}");
    assert!(text.lines().any(|line| line.trim() == "\"Nobody was in the mill.\""), "{text}");
}

#[test]
fn what_a_later_version_wrote_is_kept() {
    let mut value: Value = serde_json::from_str(&write(&full())).unwrap();
    value["version"] = 2.into();
    value["atlas"] = "of tomorrow".into();
    value["sources"]["left"]["voice"] = 3.into();
    let opened = read(&value.to_string()).unwrap();
    assert_eq!(opened.newer, Some(2));
    let again: Value = serde_json::from_str(&write(&opened.project)).unwrap();
    assert_eq!(
        (&again["atlas"], &again["sources"]["left"]["voice"]),
        (&value["atlas"], &value["sources"]["left"]["voice"])
    );
}

#[test]
fn damaged_corrections_cost_neither_the_texts_nor_each_other() {
    let mut value: Value = serde_json::from_str(&write(&full())).unwrap();
    value["edits"]["alone"] = "no list".into();
    let opened = read(&value.to_string()).unwrap();
    assert_eq!(opened.lost.len(), 2, "{:?}", opened.lost);
    assert!(opened.lost[0].contains("changed outside") && opened.lost[1].contains("“alone”"));
    assert_eq!(opened.project.edits.verdict(Pair::new(0, 0)), Some(Verdict::Confirmed));
    let again: Value = serde_json::from_str(&write(&opened.project)).unwrap();
    assert_eq!(again["damaged edits"][0]["alone"], "no list");
}

#[test]
fn a_text_that_was_changed_outside_is_told() {
    let changed = write(&full()).replace("killed 15", "killed 16");
    let opened = read(&changed).unwrap();
    assert_eq!(opened.lost.len(), 2, "{:?}", opened.lost);
    assert_eq!(opened.lost[1], "The text of the right source was changed outside of Paragone.");
}

#[test]
fn other_files_are_told_apart_from_damaged_ones() {
    assert_eq!(read("{\"format\": \"paragone.comparison\"}"), Err(Damage::Foreign));
    assert_eq!(read("[1, 2]"), Err(Damage::Foreign));
    assert!(matches!(read("{\"format\":\n oops"), Err(Damage::Syntax { line: 2, .. })));
    let cut = write(&full());
    assert!(matches!(read(&cut[..cut.len() / 2]), Err(Damage::Syntax { .. })));
    let mut value: Value = serde_json::from_str(&cut).unwrap();
    value["sources"]["left"]["blocks"][1][0] = 3.into();
    let message = read(&value.to_string()).unwrap_err().to_string();
    assert!(message.contains("“sources, left” (block 2: it begins before"), "{message}");
}

proptest! {
    /// Whatever is changed in a file: it is refused with a place, or opened; and what was opened can be compared.
    #[test]
    fn changed_files_are_refused_or_opened(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4), cut in any::<prop::sample::Index>()) {
        let mut bytes = write(&full()).into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut.index(4) == 0 {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(opened) = read(&String::from_utf8_lossy(&bytes)) {
            let Project { sources, options, edits, .. } = opened.project;
            compare(Pair::new(&sources.left.article, &sources.right.article), &options, &edits);
        }
    }
}
