//! Whom a sentence speaks of without naming them: "the harbour board", "several fishermen"; and what a sentence says
//! that somebody does or undergoes, by which two mentions are recognised as standing for the same.

use std::ops::Range;

use super::super::reading::{Page, Reading, Word};

/// More words than this before a noun belong to something else.
const LONGEST_DESCRIPTION: usize = 5;

/// The descriptions of people and bodies in a sentence, as ranges of its words that end with the noun.
pub fn descriptions(page: &Page<'_>, reading: &Reading<'_>) -> Vec<Range<usize>> {
    let heads = (0..reading.words.len()).filter(|&at| is_head(page, reading, at));
    heads.map(|head| start_of(page, reading, head)..head + 1).filter(|words| tells(page, reading, words)).collect()
}

/// Whether a description tells something by itself: "the mayor", "his lawyer" only point to somebody known, "president"
/// alone is an office, and what follows a name and a comma only explains the name.
fn tells(page: &Page<'_>, reading: &Reading<'_>, words: &Range<usize>) -> bool {
    let is_many = is_plural(page, reading.folded(words.end - 1));
    let opens = reading.folded(words.start);
    let explains = words.start > 1
        && reading.folded(words.start - 1) == ","
        && reading.words[words.start - 2].capital
        && page.lexicon.plays(opens, "article");
    let points = is_pointer(opens) && words.len() == 2;
    !explains && (is_many || is_opener(page, opens) && !points)
}

fn is_plural(page: &Page<'_>, folded: &str) -> bool {
    folded.ends_with('s') && !folded.ends_with("ss") || page.lexicon.plays(folded, "plural")
}

/// Words that point to somebody who was spoken of before.
fn is_pointer(folded: &str) -> bool {
    matches!(folded, "the" | "his" | "her" | "its" | "their" | "these" | "those")
}

/// Whether a noun for people stands for itself: not as a title before a name nor before another noun.
fn is_head(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> bool {
    let word = &reading.words[at];
    if !word.is_word() || word.possessive || word.capital && at > 0 || !page.lexicon.people.has(&word.folded) {
        return false;
    }
    reading.words.get(at + 1).is_none_or(|next| {
        let ends = !next.content && next.folded != "-" && next.folded != "'";
        ends || !next.capital && is_verb(page, reading, at + 1)
    })
}

/// Where a description begins: at its article or number, else at the capitalised words before its noun.
fn start_of(page: &Page<'_>, reading: &Reading<'_>, head: usize) -> usize {
    let is_modifier = |word: &Word| {
        let listed = page.lexicon.reporting.has(&word.folded) || page.lexicon.plays(&word.folded, "verb");
        (word.content || word.folded == "-" || word.folded.contains('.')) && !listed
    };
    let mut start = head;
    while start > 0 && head - start < LONGEST_DESCRIPTION && is_modifier(&reading.words[start - 1]) {
        start -= 1;
    }
    let opener = start.checked_sub(1).filter(|&at| is_opener(page, reading.folded(at)));
    if let Some(at) = opener {
        return at;
    }
    let mut start = head;
    while start > 0 && (reading.words[start - 1].capital && is_modifier(&reading.words[start - 1])) {
        start -= 1;
    }
    start
}

fn is_opener(page: &Page<'_>, folded: &str) -> bool {
    let counts = page.lexicon.quantifiers.has(folded) || page.lexicon.number_words.has(folded);
    counts || page.lexicon.plays(folded, "article") || page.lexicon.plays(folded, "few") || is_pointer(folded)
}

/// What is said of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The verb of which they are the subject.
    pub does: Option<String>,
    /// The circle of people they belong to.
    pub circle: Option<String>,
    /// The word before them that governs them: the verb whose object they are.
    pub undergoes: Option<String>,
}

impl Part {
    /// How surely two play the same part; nothing where they do not.
    pub fn likeness(&self, other: &Self) -> usize {
        let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
        let acts = 3 * usize::from(same(&self.does, &other.does)) + 2 * usize::from(same(&self.undergoes, &other.undergoes));
        let circle = usize::from(same(&self.circle, &other.circle));
        acts + 5 * circle
    }
}

/// The circle of people to which those whom a range of words mentions belong.
fn circle(page: &Page<'_>, reading: &Reading<'_>, words: &Range<usize>) -> Option<String> {
    let lexicon = page.lexicon;
    let listed = |at: usize| {
        let of_people = lexicon.people.at(&reading.words, at).map(|hit| hit.value).filter(|value| !value.is_empty());
        of_people.or_else(|| lexicon.roles.at(&reading.words, at)?.value.split_once(": ").map(|(sort, _)| sort))
    };
    let is_one = matches!(reading.folded(words.start), "a" | "an" | "one");
    words.clone().rev().filter(|_| !is_one).find_map(listed).map(str::to_owned)
}

/// How many words after somebody are looked at for what they do.
const CLAUSE: usize = 12;

/// What a sentence says of those whom a range of its words mentions.
pub fn part(page: &Page<'_>, reading: &Reading<'_>, words: &Range<usize>) -> Part {
    let mut part = Part { does: None, circle: circle(page, reading, words), undergoes: governor(page, reading, words.start) };
    let preposition = words.start.checked_sub(1).is_some_and(|at| page.lexicon.plays(reading.folded(at), "of"));
    let Some((verb, is_passive)) = predicate(page, reading, words.end).filter(|_| !preposition) else { return part };
    if page.lexicon.reporting.has(reading.folded(verb)) {
        return part;
    }
    let deed = Some(root(page, reading.folded(verb)));
    if page.lexicon.reporting.has(reading.folded(verb)) {
        return part;
    }
    if is_passive {
        part.undergoes = deed;
    } else {
        part.does = deed;
    }
    part
}

/// The form by which deeds are compared.
fn root(page: &Page<'_>, folded: &str) -> String {
    page.lexicon.deeds.value(folded).unwrap_or_else(|| page.root(folded)).to_owned()
}

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

/// Whether a word is a verb by its look: one that reports, or a form of the past.
pub fn is_verb(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> bool {
    let folded = reading.folded(at);
    let lexicon = page.lexicon;
    folded.len() > 3 && folded.ends_with("ed")
        || lexicon.participles.has(folded)
        || lexicon.reporting.has(folded)
        || lexicon.plays(folded, "verb")
}

/// How many small words may stand between somebody and the word that governs them.
const BETWEEN: usize = 2;

/// The word that governs what begins at a place, with the small words after it: "met with" in "met with the board".
fn governor(page: &Page<'_>, reading: &Reading<'_>, start: usize) -> Option<String> {
    let before = (0..start).rev().take(BETWEEN + 1).take_while(|&at| reading.words[at].is_word());
    let governor = before.into_iter().find(|&at| reading.words[at].content)?;
    let between = (governor + 1..start).map(|at| reading.folded(at)).filter(|folded| !is_pointer(folded));
    Some(between.fold(root(page, reading.folded(governor)), |all, word| all + " " + word))
}
