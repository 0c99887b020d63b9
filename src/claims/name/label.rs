//! What a source calls somebody beside the name: "the harbour chief Ines Hallow", "Ines Hallow, a former mayor of Porto".

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::reading::{Page, Reading};
use super::super::{Mark, Place};
use super::mention::is_verb;

/// What stands beside a name.
pub struct Label {
    /// The words without the name.
    pub place: Place,
    /// The nouns and offices in it, in the form by which they are compared.
    pub offices: BTreeSet<String>,
    /// The stems of its other content words.
    pub stems: BTreeSet<String>,
}

impl Label {
    /// Whether nothing in the one is in the other.
    pub fn is_unlike(&self, other: &Self) -> bool {
        self.offices.is_disjoint(&other.offices) && self.stems.is_disjoint(&other.stems)
    }
}

/// How many words before a name may belong to its label.
const BEFORE: usize = 7;

/// How many words an apposition may have.
const APPOSITION: usize = 16;

/// The label of a name, behind it or before it.
pub fn label(page: &Page<'_>, reading: &Reading<'_>, mark: &Mark) -> Option<Label> {
    let words = reading.words_in(mark.span);
    let found = after(page, reading, &words).or_else(|| before(page, reading, &words))?;
    let offices: BTreeSet<String> = found.clone().filter_map(|at| office(page, reading, at)).collect();
    let stems = found
        .clone()
        .filter(|&at| reading.words[at].content && office(page, reading, at).is_none())
        .map(|at| page.stem(alias(page, reading.folded(at))).to_owned())
        .collect();
    let place = Place { sentence: reading.id, span: reading.span(found.clone()) };
    // "Gov." alone is a title; a description has a noun in small letters.
    let is_noun = |at: usize| !reading.words[at].capital && office(page, reading, at).is_some();
    let describes = found.len() > 1 && found.clone().any(is_noun);
    (describes && !offices.is_empty()).then_some(Label { place, offices, stems })
}

fn alias<'a>(page: &'a Page<'_>, folded: &'a str) -> &'a str {
    page.lexicon.aliases.value(folded).unwrap_or(folded)
}

/// A noun that says what somebody is: "rep." and "congressman" are one office.
fn office(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> Option<String> {
    let folded = reading.folded(at);
    if let Some((_, name)) = page.lexicon.roles.value(folded).and_then(|value| value.split_once(": ")) {
        return Some(name.to_owned());
    }
    let is_title = page.lexicon.titles.has(folded) && !reading.words.get(at).is_some_and(|word| word.capital);
    let is_noun = is_title && !page.lexicon.plays(folded, "rank") || page.lexicon.people.has(folded);
    is_noun.then(|| page.stem(folded).to_owned())
}

/// "the Porto Wire host Ines Hallow": the words before a name, where a noun for people stands next to it.
fn before(page: &Page<'_>, reading: &Reading<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let own = |at: usize| office(page, reading, at).is_some();
    let head = words.start.checked_sub(1).filter(|&at| own(at))?;
    let belongs = |at: usize| {
        let word = &reading.words[at];
        !is_verb(page, reading, at) && (word.content || word.folded == "-" && !word.spaced)
    };
    let start = (head.saturating_sub(BEFORE)..head).rev().take_while(|&at| belongs(at)).last().unwrap_or(head);
    Some(start..words.start)
}

/// "Ines Hallow, a former mayor of Porto,": the apposition after a name.
fn after(page: &Page<'_>, reading: &Reading<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    (reading.folded(words.end) == ",").then_some(())?;
    let start = words.end + 1;
    let opens = reading.words.get(start)?;
    let is_article = matches!(opens.folded.as_str(), "a" | "an" | "the" | "his" | "her" | "its" | "their" | "one");
    let is_noun = office(page, reading, start).is_some() || opens.possessive && opens.capital;
    (is_article || is_noun).then_some(())?;
    let reach = start..(start + APPOSITION).min(reading.words.len());
    let closes = |&at: &usize| {
        matches!(reading.folded(at), "," | "." | ";" | ":" | "-" | "\"" | "who" | "and")
            && reading.words[at].spaced | !reading.words[at].is_word()
            && reading.folded(at) != "-"
    };
    let end = reach.clone().find(closes).unwrap_or(reach.end);
    (end > start).then_some(start..end)
}
