//! A project's file of every version that was ever released opens to what was saved in it; `tests/data/projects/README.md`
//! says how the next one gets its file.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

use paragone::comparison::compare;
use paragone::project::{Opened, Project, VERSION, open, read, write};
use paragone::text::Pair;
use serde_json::Value;

mod rich;

fn file_of(version: u64) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/projects/v{version}.paragone"))
}

#[test]
fn files_of_version_1_hold_what_was_saved() {
    let opened = open(&file_of(1)).unwrap();
    assert_eq!(opened, Opened { project: rich::project(), newer: None, lost: Vec::new() });
}

#[test]
fn the_present_version_has_its_file() {
    assert_eq!(write(&rich::project()), std::fs::read_to_string(file_of(VERSION)).unwrap());
}

#[test]
#[ignore = "writes the file of a new version, once"]
fn write_the_file_of_this_version() {
    let path = file_of(VERSION);
    assert!(!path.exists(), "what was released stays as it is: {}", path.display());
    std::fs::write(path, write(&rich::project())).unwrap();
}

#[test]
fn everything_in_it_finds_its_place() {
    let Project { sources, options, edits, .. } = rich::project();
    let comparison = compare(Pair::new(&sources.left.article, &sources.right.article), &options, &edits);
    assert_eq!(edits.remarks.reviews_of(&comparison).iter().flatten().count(), 2);
    for (on, _) in edits.remarks.notes() {
        let found = on.sentences_in(&comparison);
        assert!(found.left.or(found.right).is_some(), "{on:?}");
    }
}

/// A file as a later version might write it: with fields that this one does not know, wherever there can be some.
fn of_tomorrow() -> Value {
    let mut file: Value = serde_json::from_str(&write(&rich::project())).unwrap();
    file["version"] = (VERSION + 1).into();
    file["atlas"] = "of tomorrow".into();
    file["sources"]["middle"] = Value::Null;
    file["sources"]["left"]["voice"] = 3.into();
    file["sources"]["left"]["card"]["licence"] = "free".into();
    file["sources"]["right"]["notes"][1]["by"] = "Ada".into();
    file["options"]["patience"] = 0.5.into();
    file["edits"]["highlights"] = serde_json::json!([[1, 2], []]);
    file["edits"]["remarks"]["notes"][0]["colour"] = "red".into();
    file["edits"]["remarks"]["notes"][1]["is"]["written"] = "2031-01-01".into();
    file.as_object_mut().unwrap().remove("checksum");
    file
}

#[test]
fn files_of_later_versions_open_and_keep_what_is_not_known() {
    let opened = read(&of_tomorrow().to_string()).unwrap();
    assert_eq!((opened.newer, opened.lost), (Some(VERSION + 1), Vec::new()));
    assert_eq!((&opened.project.edits, &opened.project.options), (&rich::project().edits, &rich::project().options));
    let mut again: Value = serde_json::from_str(&write(&opened.project)).unwrap();
    again.as_object_mut().unwrap().remove("checksum");
    again["version"] = (VERSION + 1).into();
    assert_eq!(again, of_tomorrow());
}
