//! The part that somebody plays in a sentence, by which two mentions are recognised as standing for the same: what they
//! do, what governs them, to which circle of people they belong.

use std::ops::Range;

use super::super::reading::{Page, Reading};
use super::mention::is_verb;

/// What a sentence says of somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part<'a> {
    /// The verb of which they are the subject.
    does: Option<&'a str>,
    /// The verb or noun that governs them, with the small word that joins them to it: "met", "with".
    undergoes: Option<(&'a str, &'a str)>,
    /// The circle of people they belong to, as `people.txt` and `roles.txt` have it.
    circle: Option<&'a str>,
    /// The words right before and after a name.
    between: (&'a str, &'a str),
}

/// Somebody of the same circle, called otherwise, is likelier the same than somebody with the same verb.
const SAME_CIRCLE: usize = 5;

/// The same verb says more than the same object,
const SAME_DEED: usize = 3;

/// and that as much as standing between the same words.
const SAME_PLACE: usize = 2;

impl<'a> Part<'a> {
    /// How surely two play the same part; nothing where they do not.
    pub fn likeness(&self, other: &Self) -> usize {
        let weigh = |same: bool, weight: usize| if same { weight } else { 0 };
        let is_place = [self.between.0, self.between.1].iter().any(|word| word.chars().any(char::is_alphanumeric));
        weigh(self.circle.is_some() && self.circle == other.circle, SAME_CIRCLE)
            + weigh(self.does.is_some() && self.does == other.does, SAME_DEED)
            + weigh(self.undergoes.is_some() && self.undergoes == other.undergoes, SAME_PLACE)
            + weigh(is_place && self.between == other.between, SAME_PLACE)
    }

    /// What a sentence says of those whom a range of its words mentions.
    pub fn of(page: &'a Page<'_>, reading: &'a Reading<'_>, words: &Range<usize>, is_name: bool) -> Self {
        let governor = governor(page, reading, words.start);
        let before = words.start.checked_sub(1).map_or("", |at| reading.folded(at));
        let between = if is_name { (before, reading.folded(words.end)) } else { ("", "") };
        let part = Self { does: None, undergoes: governor, circle: circle(page, reading, words), between };
        // "A member of the board left": the board did not.
        let is_governed = page.lexicon.plays(before, "of");
        match predicate(page, reading, words.end).filter(|_| !is_governed) {
            // Who says what is told as an attribution.
            Some((verb, _)) if page.lexicon.reporting.has(reading.folded(verb)) => part,
            Some((verb, true)) => Self { undergoes: Some((root(page, reading.folded(verb)), "")), ..part },
            Some((verb, false)) => Self { does: Some(root(page, reading.folded(verb))), ..part },
            None => part,
        }
    }
}

/// The circle of people to which those whom a range of words mentions belong; a single one is not the circle.
fn circle<'a>(page: &'a Page<'_>, reading: &Reading<'_>, words: &Range<usize>) -> Option<&'a str> {
    let lexicon = page.lexicon;
    let listed = |at: usize| {
        let of_people = lexicon.people.at(&reading.words, at).map(|hit| hit.value).filter(|value| !value.is_empty());
        of_people.or_else(|| lexicon.roles.at(&reading.words, at)?.value.split_once(": ").map(|(sort, _)| sort))
    };
    let is_one = matches!(reading.folded(words.start), "a" | "an" | "one");
    words.clone().rev().filter(|_| !is_one).find_map(listed)
}

/// The form by which deeds are compared.
fn root<'a>(page: &'a Page<'_>, folded: &'a str) -> &'a str {
    page.lexicon.deeds.value(folded).unwrap_or_else(|| page.root(folded))
}

/// How many words after somebody are looked at for what they do.
const CLAUSE: usize = 12;

/// The verb of which the words before a place are the subject, and whether it is in the passive.
fn predicate(page: &Page<'_>, reading: &Reading<'_>, from: usize) -> Option<(usize, bool)> {
    let mut helped = false;
    let mut passive = false;
    let mut at = after_apposition(reading, from);
    let end = at + CLAUSE;
    while at < end.min(reading.words.len()) {
        let word = &reading.words[at];
        let folded = word.folded.as_str();
        if !word.is_word() {
            return None;
        }
        let is_auxiliary = page.lexicon.plays(folded, "auxiliary") || page.lexicon.passive.has(folded);
        if is_auxiliary {
            helped = true;
            passive |= page.lexicon.passive.has(folded);
        } else if word.content && (helped && !folded.ends_with("ly") || is_verb(page, reading, at)) {
            let participle = folded.ends_with("ed") || page.lexicon.participles.has(folded);
            return Some((at, passive && participle));
        }
        at += 1;
    }
    None
}

/// Behind ", 51," or ", the harbour master," or "(D-Porto)".
fn after_apposition(reading: &Reading<'_>, from: usize) -> usize {
    let closing = match reading.folded(from) {
        "," => ",",
        "(" => ")",
        _ => return from,
    };
    let reach = from + 1..(from + 1 + CLAUSE).min(reading.words.len());
    let close = reach.clone().find(|&at| reading.folded(at) == closing);
    close.map_or(from, |close| after_apposition(reading, close + 1))
}

/// How many small words may stand between somebody and the word that governs them.
const BETWEEN: usize = 2;

/// The word that governs what begins at a place, with the small word after it: "met" and "with" in "met with the board".
fn governor<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, start: usize) -> Option<(&'a str, &'a str)> {
    let before = (0..start).rev().take(BETWEEN + 1).take_while(|&at| reading.words[at].is_word());
    let governor = before.into_iter().find(|&at| reading.words[at].content)?;
    let joins = if governor + 1 < start { reading.folded(governor + 1) } else { "" };
    let joins = if page.lexicon.plays(joins, "of") || page.lexicon.plays(joins, "circumstance") { joins } else { "" };
    Some((root(page, reading.folded(governor)), joins))
}
