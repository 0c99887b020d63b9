//! Short names that a source explains itself: "the Board for Safe Harbours (SAFEHARB)".

use std::collections::HashMap;

use super::super::Mark;
use super::alias::{Likeness, likeness};

/// The short names of a document with the full names before them, both in their comparison form.
#[derive(Debug, Default)]
pub struct Abbreviations<'a> {
    full: HashMap<&'a str, &'a str>,
}

impl<'a> Abbreviations<'a> {
    /// Finds them among the names of a document, which are in the order of its text.
    pub fn of(text: &str, names: impl Iterator<Item = &'a Mark>) -> Self {
        let names: Vec<&Mark> = names.collect();
        let explained = names.windows(2).filter_map(|pair| match pair {
            [full, short] if stands_in_brackets(text, full, short) => Some((short.value.as_str(), full.value.as_str())),
            _ => None,
        });
        Self { full: explained.collect() }
    }

    /// Whether the document says that the one name is short for the other.
    pub fn join(&self, a: &str, b: &str) -> bool {
        let stands_for =
            |short: &str, long: &str| self.full.get(short).is_some_and(|full| likeness(full, long) == Likeness::Same);
        stands_for(a, b) || stands_for(b, a)
    }
}

fn stands_in_brackets(text: &str, full: &Mark, short: &Mark) -> bool {
    let between = text.get(full.span.end..short.span.start).map(str::trim_start);
    let after = text.get(short.span.end..).and_then(|rest| rest.chars().next());
    between == Some("(") && after == Some(')') && !short.value.contains(' ') && full.value.contains(' ')
}
