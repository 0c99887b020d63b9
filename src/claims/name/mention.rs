//! Whom a sentence speaks of without naming them: "the harbour board", "several fishermen".

use std::ops::Range;

use super::super::reading::{Page, Reading, Word};

/// More words than this before a noun belong to something else.
const LONGEST_DESCRIPTION: usize = 5;

/// The descriptions of people and bodies in a sentence, as ranges of its words that end with the noun.
pub fn descriptions(page: &Page<'_>, reading: &Reading<'_>) -> Vec<Range<usize>> {
    let heads = (0..reading.words.len()).filter(|&at| is_head(page, reading, at));
    heads.map(|head| start_of(page, reading, head)..head + 1).filter(|words| tells(page, reading, words)).collect()
}

/// Whether a noun is for people or for a body of them.
fn is_person(page: &Page<'_>, folded: &str) -> bool {
    page.lexicon.people.has(folded) || page.lexicon.headcounts.has(folded)
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
    if !word.is_word() || word.possessive || word.capital && at > 0 || !is_person(page, &word.folded) {
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

/// Whether a word is a verb by its look: one that reports, or a form of the past.
pub fn is_verb(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> bool {
    let folded = reading.folded(at);
    let lexicon = page.lexicon;
    folded.len() > 3 && folded.ends_with("ed")
        || lexicon.participles.has(folded)
        || lexicon.reporting.has(folded)
        || lexicon.plays(folded, "verb")
}
