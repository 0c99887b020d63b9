//! Project files that something has damaged, ten thousand of them: each is refused with the place of the damage, or opened
//! with a word on what was lost; and nothing that stood in it is gone when it is saved again.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use paragone::comparison::compare;
use paragone::project::{Cause, Damage, Opened, Project, open, read, write};
use paragone::text::Pair;
use serde_json::{Value, json};

mod rich;

/// How many files of either sort are damaged.
const FILES: u64 = 5_000;

/// Of the opened ones each so many is compared, too, which takes longer.
const COMPARED: u64 = 20;

/// Numbers that look random and are the same every time (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}

#[test]
fn bytes_flipped_cut_doubled_and_moved() {
    let text = write(&rich::project());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.paragone");
    for seed in 0..FILES {
        let mut chance = Chance(seed);
        let mut bytes = text.clone().into_bytes();
        for _ in 0..=chance.below(3) {
            damage(&mut bytes, &mut chance);
        }
        match String::from_utf8(bytes) {
            Ok(text) => check(seed, &text),
            Err(error) => {
                std::fs::write(&path, error.into_bytes()).unwrap();
                let why = open(&path).unwrap_err().why;
                assert!(matches!(why, Cause::Damage(Damage::Syntax { .. })), "{seed}: {why}");
            }
        }
    }
}

#[test]
fn values_of_the_wrong_kind_size_and_place() {
    let file: Value = serde_json::from_str(&write(&rich::project())).unwrap();
    for seed in 0..FILES {
        let mut chance = Chance(seed);
        let mut file = file.clone();
        for _ in 0..=chance.below(2) {
            change(&mut file, &mut chance);
        }
        // Half of them as if another program had written them: nothing tells that they were changed.
        if let Some(fields) = file.as_object_mut().filter(|_| seed.is_multiple_of(2)) {
            fields.shift_remove("checksum");
        }
        check(seed, &file.to_string());
    }
}

/// Does one thing to some bytes that disks, editors and transfers do.
fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(bytes.len());
    let end = (at + 1 + chance.below(40)).min(bytes.len());
    match chance.below(9) {
        _ if bytes.is_empty() => (),
        0 => bytes[at] ^= 1 << chance.below(8),
        1 => bytes[at] = chance.next() as u8,
        2 => drop(bytes.drain(at..end)),
        3 => bytes.splice(at..at, bytes[at..end].to_vec()).for_each(drop),
        4 => bytes.truncate(at),
        5 => {
            let (from, piece) = (chance.below(bytes.len()), bytes[at..end].to_vec());
            bytes.splice(from..from, piece).for_each(drop);
        }
        kind => with_lines(bytes, |lines| {
            let (one, other) = (chance.below(lines.len()), chance.below(lines.len()));
            match kind {
                6 => lines.swap(one, other),
                7 => drop(lines.remove(one)),
                _ => lines.insert(other, lines[one].clone()),
            }
        }),
    }
}

fn with_lines(bytes: &mut Vec<u8>, change: impl FnOnce(&mut Vec<Vec<u8>>)) {
    let mut lines: Vec<Vec<u8>> = bytes.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
    change(&mut lines);
    *bytes = lines.join(&b'\n');
}

/// Changes one value of a file, or takes it out, or gives it another name.
fn change(file: &mut Value, chance: &mut Chance) {
    let mut places = Vec::new();
    list_places(file, &mut String::new(), &mut places);
    let place = places[chance.below(places.len())].clone();
    let elsewhere = file.pointer(&places[chance.below(places.len())]).cloned().unwrap_or_default();
    let (above, name) = place.rsplit_once('/').unwrap_or_default();
    let action = chance.below(10);
    if action < 2 {
        match file.pointer_mut(above) {
            Some(Value::Object(fields)) => {
                let value = fields.shift_remove(name);
                fields.extend(value.filter(|_| action == 1).map(|value| (format!("{name}x"), value)));
            }
            Some(Value::Array(entries)) => drop(entries.pop()),
            _ => (),
        }
    } else if let Some(value) = file.pointer_mut(&place) {
        *value = if action < 4 { elsewhere } else { another(value, chance) };
    }
}

/// The places of all values, as JSON pointers.
fn list_places(value: &Value, place: &mut String, places: &mut Vec<String>) {
    places.push(place.clone());
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(entries) => entries.iter().enumerate().map(|(n, value)| (n.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (name, child) in children {
        let end = place.len();
        place.push('/');
        place.push_str(&name);
        list_places(child, place, places);
        place.truncate(end);
    }
}

/// A value in the place of another: a neighbour of a number, or something that nobody expects there.
fn another(value: &Value, chance: &mut Chance) -> Value {
    if let Some(number) = value.as_u64().filter(|_| chance.below(2) == 0) {
        let steps = [1, 2, 100, u64::MAX / 2, u64::MAX];
        let step = steps[chance.below(steps.len())];
        return if chance.below(2) == 0 {
            number.wrapping_add(step).into()
        } else {
            number.saturating_sub(step).into()
        };
    }
    let nested = (0..chance.below(100))
        .fold(json!(0), |inner, n| if n % 2 == 0 { json!([inner]) } else { json!({"in": inner}) });
    let long = "=\u{202e}<b>\"\r\n".repeat(chance.below(50));
    let values = [
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(u64::MAX),
        json!(1e300),
        json!(0.5),
        json!(""),
        json!(long),
        json!([]),
        json!({}),
        json!([value]),
        json!({"left": value, "right": value}),
        nested,
    ];
    values[chance.below(values.len())].clone()
}

/// Reads a damaged file and holds what comes of it to the promises of [`read`].
fn check(seed: u64, text: &str) {
    match catch_unwind(|| read(text)).unwrap_or_else(|_| panic!("{seed} panics: {text}")) {
        Err(damage) => check_refusal(seed, text, &damage),
        Ok(opened) => check_opened(seed, text, &opened),
    }
}

/// A refusal names a place, but where the file does not say that it is a project.
fn check_refusal(seed: u64, text: &str, damage: &Damage) {
    let lines = text.split('\n').count();
    match damage {
        Damage::Syntax { line, column } => assert!((1..=lines).contains(line) && *column > 0, "{seed}: {damage}"),
        Damage::Part { part, .. } => assert!(!part.is_empty(), "{seed}"),
        Damage::Foreign => {
            let file: Value = serde_json::from_str(text).unwrap();
            assert_ne!(file.get("format"), Some(&json!("paragone.project")), "{seed}");
        }
        Damage::TooLarge => panic!("{seed}: {damage}"),
    }
}

/// Without a word on a loss it is what was saved; with one or without, all that stood in the file is in the next one.
fn check_opened(seed: u64, text: &str, opened: &Opened) {
    let file: Value = serde_json::from_str(text).unwrap();
    let Opened { project, newer, lost } = opened;
    if lost.is_empty() && file.get("checksum").is_some() {
        assert_eq!((project, *newer), (&rich::project(), None), "{seed}: {text}");
    }
    let saved = write(project);
    let missing: Vec<String> = said(&file).difference(&said(&serde_json::from_str(&saved).unwrap())).cloned().collect();
    assert_eq!(missing, [""; 0], "{seed}: {lost:?} {text}");
    let again = read(&saved).unwrap_or_else(|damage| panic!("{seed}: {damage} {text}"));
    assert_eq!((again.newer, &again.lost), (None, &Vec::new()), "{seed}: {text}");
    assert_eq!((&again.project.edits, &again.project.options), (&project.edits, &project.options), "{seed}: {text}");
    assert_eq!(write(&again.project), saved, "{seed}: {text}");
    if seed.is_multiple_of(COMPARED) {
        let Project { sources, options, edits, .. } = project;
        let articles = Pair::new(&sources.left.article, &sources.right.article);
        catch_unwind(AssertUnwindSafe(|| compare(articles, options, edits)))
            .unwrap_or_else(|_| panic!("{seed} panics: {text}"));
    }
}

/// Everything that a file says, each thing once: its strings, numbers and names; but for what tells of the file itself.
fn said(file: &Value) -> BTreeSet<String> {
    fn collect(value: &Value, all: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in
                    fields.iter().filter(|(name, _)| !["checksum", "hash", "version"].contains(&&***name))
                {
                    all.insert(name.clone());
                    collect(value, all);
                }
            }
            Value::Array(entries) => entries.iter().for_each(|entry| collect(entry, all)),
            scalar => drop(all.insert(scalar.to_string())),
        }
    }
    let mut all = BTreeSet::new();
    collect(file, &mut all);
    all
}
