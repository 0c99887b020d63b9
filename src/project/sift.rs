//! Reads a part of a file of which some may be damaged: what can be read is, piece by piece, and what cannot is given back.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::rest;

/// A part of a file as far as it can be read.
pub(super) struct Sifted<T> {
    /// What was read; where nothing could be, what a new project has.
    pub value: T,
    /// Fields that this version does not know, at their places.
    pub unknown: Option<Value>,
    /// What could not be read, at its place.
    pub damaged: Option<Value>,
    /// Where that stood, by the names of the fields around it and the number (from 1) in a list.
    pub places: Vec<String>,
}

/// Reads a part field by field and entry by entry where it cannot be read as a whole, so that a slip in one costs no other.
pub(super) fn sift<T: Default + Serialize + DeserializeOwned>(part: Value) -> Sifted<T> {
    let mut sieve =
        Sieve { base: written(&T::default()), reads: |value| read::<T>(value).is_some(), places: Vec::new() };
    let (sound, damaged) = sieve.part(part, &mut Vec::new());
    let sound = sound.unwrap_or_else(|| Value::Object(Map::new()));
    let value: T = read(overlaid(sieve.base.clone(), sound.clone())).unwrap_or_default();
    let rest = rest::of(&sound, &written(&value));
    if let Some(differing) = &rest.differing {
        name_leaves(differing, &mut Vec::new(), &mut sieve.places);
    }
    let damaged = match (damaged, rest.differing) {
        (Some(damaged), Some(differing)) => Some(overlaid(differing, damaged)),
        (damaged, differing) => damaged.or(differing),
    };
    Sifted { value, unknown: rest.unknown, damaged, places: sieve.places }
}

fn read<T: DeserializeOwned>(value: Value) -> Option<T> {
    serde_json::from_value(value).ok()
}

fn written<T: Serialize>(value: &T) -> Value {
    // A structure of strings, numbers, lists and maps with names as keys can always be written.
    serde_json::to_value(value).unwrap_or_default()
}

/// A step on the way to a piece.
#[derive(Clone)]
enum Step {
    Field(String),
    Entry(usize),
}

struct Sieve<F> {
    /// A whole that can be read, into which pieces are put to see whether they can be.
    base: Value,
    reads: F,
    places: Vec<String>,
}

impl<F: Fn(Value) -> bool> Sieve<F> {
    /// What of a piece can be read, and what cannot.
    fn part(&mut self, piece: Value, way: &mut Vec<Step>) -> (Option<Value>, Option<Value>) {
        if self.is_sound(&piece, way) {
            return (Some(piece), None);
        }
        let before = self.places.len();
        let (sound, damaged) = match piece.clone() {
            Value::Object(fields) if !fields.is_empty() => self.fields(fields, way),
            Value::Array(entries) if !entries.is_empty() => self.entries(entries, way),
            _ => (None, None),
        };
        match sound {
            Some(sound) if self.is_sound(&sound, way) => (Some(sound), damaged),
            // Its parts are worth nothing without each other.
            _ => {
                self.places.truncate(before);
                self.places.push(name(way));
                (None, Some(piece))
            }
        }
    }

    fn fields(&mut self, fields: Map<String, Value>, way: &mut Vec<Step>) -> (Option<Value>, Option<Value>) {
        let (mut all_sound, mut all_damaged) = (Map::new(), Map::new());
        for (field, value) in fields {
            way.push(Step::Field(field.clone()));
            let (sound, damaged) = self.part(value, way);
            way.pop();
            all_sound.extend(sound.map(|value| (field.clone(), value)));
            all_damaged.extend(damaged.map(|value| (field, value)));
        }
        (some(all_sound.is_empty(), Value::Object(all_sound)), some(all_damaged.is_empty(), Value::Object(all_damaged)))
    }

    fn entries(&mut self, entries: Vec<Value>, way: &mut Vec<Step>) -> (Option<Value>, Option<Value>) {
        let (mut all_sound, mut all_damaged) = (Vec::new(), Vec::new());
        for (n, value) in entries.into_iter().enumerate() {
            way.push(Step::Entry(n));
            let (sound, damaged) = self.part(value, way);
            way.pop();
            all_sound.extend(sound);
            all_damaged.extend(damaged);
        }
        (some(all_sound.is_empty(), Value::Array(all_sound)), some(all_damaged.is_empty(), Value::Array(all_damaged)))
    }

    fn is_sound(&self, piece: &Value, way: &[Step]) -> bool {
        let whole = way.iter().rev().fold(piece.clone(), |inner, step| match step {
            Step::Field(field) => Value::Object(Map::from_iter([(field.clone(), inner)])),
            Step::Entry(_) => Value::Array(vec![inner]),
        });
        (self.reads)(overlaid(self.base.clone(), whole))
    }
}

fn some(is_empty: bool, value: Value) -> Option<Value> {
    (!is_empty).then_some(value)
}

/// A value with another laid over it: fields are added and replaced, anything else is replaced.
fn overlaid(under: Value, over: Value) -> Value {
    match (under, over) {
        (Value::Object(mut under), Value::Object(over)) => {
            for (name, value) in over {
                let below = under.get_mut(&name).map(Value::take);
                under.insert(name, below.map_or(value.clone(), |below| overlaid(below, value)));
            }
            Value::Object(under)
        }
        (_, over) => over,
    }
}

fn name(way: &[Step]) -> String {
    let steps = way.iter().map(|step| match step {
        Step::Field(field) => field.clone(),
        Step::Entry(n) => (n + 1).to_string(),
    });
    let steps: Vec<String> = steps.collect();
    if steps.is_empty() { "everything".to_owned() } else { steps.join(", ") }
}

/// The names of all places of a value below which there are no more fields.
fn name_leaves(value: &Value, way: &mut Vec<Step>, places: &mut Vec<String>) {
    let Value::Object(fields) = value else {
        places.push(name(way));
        return;
    };
    for (field, value) in fields {
        way.push(Step::Field(field.clone()));
        name_leaves(value, way, places);
        way.pop();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Entry {
        on: usize,
        is: String,
    }

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Inner {
        left: Vec<usize>,
        right: Vec<usize>,
    }

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct Part {
        notes: Vec<Entry>,
        marks: Inner,
        names: BTreeMap<usize, String>,
    }

    #[test]
    fn a_damaged_entry_costs_no_other() {
        let part = json!({
            "notes": [{"on": 1, "is": "a"}, {"on": "x", "is": "b"}, {"on": 3, "is": "c", "by": "Ada"}],
            "marks": {"left": [1, -2, 3], "right": [4]},
            "names": {"1": "one", "two": "two"},
            "later": 5
        });
        let sifted: Sifted<Part> = sift(part);
        let is = |on: usize, is: &str| Entry { on, is: is.to_owned() };
        assert_eq!(sifted.value.notes, [is(1, "a"), is(3, "c")]);
        assert_eq!(sifted.value.marks, Inner { left: vec![1, 3], right: vec![4] });
        assert_eq!(sifted.value.names, BTreeMap::from([(1, "one".to_owned())]));
        assert_eq!(sifted.places, ["notes, 2", "marks, left, 2", "names, two"]);
        let damaged = json!({"notes": [{"on": "x", "is": "b"}], "marks": {"left": [-2]}, "names": {"two": "two"}});
        assert_eq!(sifted.damaged, Some(damaged));
        assert_eq!(sifted.unknown, Some(json!({"notes": [{"on": 3, "is": "c", "by": "Ada"}], "later": 5})));
    }

    #[test]
    fn what_is_no_part_at_all_is_damaged_as_a_whole() {
        let sifted: Sifted<Part> = sift(json!("no part"));
        assert_eq!(sifted.value, Part::default());
        assert_eq!((sifted.damaged, sifted.places), (Some(json!("no part")), vec!["everything".to_owned()]));
    }
}
