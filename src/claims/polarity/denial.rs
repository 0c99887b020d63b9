//! What a denial denies, and whether a place of the other source speaks of the same.

use std::collections::HashSet;
use std::ops::Range;

use super::super::nearby::Nearby;
use super::super::reading::{Page, Reading};
use super::{SCOPE, SURELY_THE_SAME, is_adverb, thing};

/// A denial that can be contradicted.
pub struct Denial<'a> {
    denied: Denied<'a>,
    /// It is denied of the present only: "no longer", "not currently".
    pub is_of_now: bool,
}

enum Denied<'a> {
    /// With the words around it.
    Deed(Nearby<'a>),
    /// With what belongs to it ("old" in "is not an old boat of theirs") and the other words of the sentence.
    Thing { modifiers: HashSet<&'a str>, sentence: HashSet<&'a str> },
}

/// How many words around a deed are looked at: its subject may stand a few words before.
const AROUND: usize = 8;

/// What a single word around a deed must weigh for both places to tell the same one.
const SAME_DEED: f64 = 0.5;

impl<'a> Denial<'a> {
    /// Reads a denial by its words, from the negation to what it denies; `None` where it denies nothing that another
    /// source could affirm in so many words: "rejected the plan", "not for the plan".
    pub fn of(page: &'a Page<'_>, reading: &'a Reading<'_>, words: Range<usize>) -> Option<Self> {
        let head = words.end.checked_sub(1)?;
        let is_of_now = words.clone().any(|at| page.lexicon.plays(reading.folded(at), "present"));
        let negation = page.lexicon.negations.at(&reading.words, words.start).map_or(1, |hit| hit.len);
        let denied = if let Some(thing) = denied_thing(page, reading, &words, negation) {
            let stems = |range: Range<usize>| -> HashSet<&'a str> {
                let content = range.filter(|&at| reading.words[at].content && !is_adverb(page, reading.folded(at)));
                content.map(|at| page.stem(reading.folded(at))).collect()
            };
            let mut modifiers = stems(thing..head);
            modifiers.extend(complement(page, reading, words.end).map(|at| page.stem(reading.folded(at))));
            let sentence = &stems(0..reading.words.len()) - &stems(words);
            Denied::Thing { modifiers, sentence }
        } else if denies_a_deed(page, reading, words.clone()) {
            Denied::Deed(Nearby::of(page, reading, head..words.end, AROUND))
        } else {
            return None;
        };
        Some(Self { denied, is_of_now })
    }

    /// How many words a place of the other source has in common with what is denied; none where it is about another thing.
    pub fn shared(&self, page: &Page<'_>, reading: &Reading<'_>, at: usize) -> usize {
        match &self.denied {
            Denied::Deed(nearby) => {
                let shared = nearby.shared(&Nearby::of(page, reading, at..at + 1, AROUND));
                if shared.weight >= SAME_DEED || shared.count >= SURELY_THE_SAME { shared.count } else { 0 }
            }
            Denied::Thing { modifiers, sentence } => {
                let whole = page.around(reading, at..at + 1, reading.words.len());
                if modifiers.is_subset(&whole) { whole.intersection(sentence).count() } else { 0 }
            }
        }
    }
}

/// Where the thing begins that something is denied to be or to have: "was not a boat", "had no boat", "failed to become
/// a member".
fn denied_thing(page: &Page<'_>, reading: &Reading<'_>, words: &Range<usize>, negation: usize) -> Option<usize> {
    let (start, after, head) = (words.start, words.start + negation, words.end - 1);
    if negation == 1 && reading.folded(start) == "no" {
        // "No involvement" denies the deed.
        return (!page.lexicon.deeds.has(reading.folded(head))).then_some(after);
    }
    let thing = thing(page, reading, after)?;
    (thing > after + 1 || is_copular(page, reading, start)).then_some(thing)
}

/// What else belongs to a thing: "Norland" in "is not an island of Norland".
fn complement(page: &Page<'_>, reading: &Reading<'_>, after: usize) -> Option<usize> {
    let end = (after + SCOPE).min(reading.words.len());
    let belongs = after < end && page.lexicon.plays(reading.folded(after), "of");
    (after..end).find(|&at| reading.words[at].content).filter(|_| belongs)
}

/// Whether a negation denies what something is: "was not", "isn't".
fn is_copular(page: &Page<'_>, reading: &Reading<'_>, negation: usize) -> bool {
    let contracted = reading.folded(negation).strip_suffix("n't").unwrap_or_default();
    let before = negation.checked_sub(1).map_or("", |before| reading.folded(before));
    [contracted, before].iter().any(|word| page.lexicon.plays(word, "copula"))
}

/// Whether it is a deed that is denied: not a thing ("rejected the plan", "not a plan").
fn denies_a_deed(page: &Page<'_>, reading: &Reading<'_>, words: Range<usize>) -> bool {
    let Some(hit) = page.lexicon.negations.at(&reading.words, words.start) else { return true };
    let deed = page.lexicon.deeds.has(reading.folded(words.end.saturating_sub(1)));
    let infinitive = reading.folded(words.start + hit.len - 1) == "to";
    // "Denied that talks had broken down": what a whole clause says is denied.
    let clause = words.clone().any(|at| reading.folded(at) == "that");
    let thing = words
        .clone()
        .skip(hit.len)
        .any(|at| page.lexicon.plays(reading.folded(at), "article") || reading.folded(at) == "the");
    deed && !thing || infinitive || clause || !thing && !matches!(hit.value, "denied" | "refused")
}
