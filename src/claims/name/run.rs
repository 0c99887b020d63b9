//! Runs of capitalised words that make a name.

use std::ops::Range;

use super::super::reading::{Page, Reading, Word};

/// The names of a sentence, as ranges of its words.
pub fn names(page: &Page<'_>, reading: &Reading<'_>) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        if !begins(page, reading, at) {
            at += 1;
            continue;
        }
        let end = end_of(page, reading, at);
        names.push(at..end);
        at = end;
    }
    names
}

/// Whether the word can be part of a name.
fn is_name_word(page: &Page<'_>, word: &Word) -> bool {
    let lexicon = page.lexicon;
    let listed =
        lexicon.not_names.has(&word.folded) || lexicon.months.has(&word.folded) || lexicon.weekdays.has(&word.folded);
    let shouted = word.folded.len() > 1 && lexicon.function_words.has(&word.folded) && word.folded != "us";
    word.is_word() && word.capital && !listed && !shouted
}

fn begins(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> bool {
    let word = &reading.words[at];
    if !is_name_word(page, word)
        || word.folded == "us" && word.folded.len() == word.span.len() && !all_capital(reading, at)
    {
        return false;
    }
    // "R-Texas" after a lawmaker's name.
    let party = word.folded.chars().count() == 1 && reading.folded(at + 1) == "-";
    if party || is_dateline(reading, at) {
        return false;
    }
    if reading.title_case {
        return page.is_proper(&word.folded) && !page.is_common(&word.folded);
    }
    if !opens(reading, at) {
        return true;
    }
    if page.lexicon.time_phrases.has(&word.folded) || page.lexicon.quantifiers.has(&word.folded) {
        return false;
    }
    let listed = page.lexicon.aliases.has(&word.folded) || page.lexicon.titles.has(&word.folded);
    let followed = reading.words.get(at + 1).is_some_and(|next| is_name_word(page, next));
    page.is_proper(&word.folded) && !page.is_common(&word.folded)
        || all_capital(reading, at) && word.folded.len() > 1
        || (listed || !page.is_common(&word.folded)) && followed
        || listed && page.lexicon.aliases.has(&word.folded)
}

/// "PORTO NOVO, Coast (Wire) --": the place in capitals from which a report was filed.
fn is_dateline(reading: &Reading<'_>, at: usize) -> bool {
    let dash = |word: &Word| matches!(word.folded.as_str(), "-" | "--" | "(") && word.spaced;
    let end = reading.words.iter().take(DATELINE).position(dash).unwrap_or(0);
    let shouted = reading.words.first().is_some_and(|first| first.capital) && all_capital(reading, 0);
    at < end && shouted && reading.folded(0).len() > 2
}

/// The longest beginning of a report that is taken for the place where it was filed.
const DATELINE: usize = 10;

/// Whether a capital may be owed to the beginning of a sentence or quotation.
fn opens(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| reading.folded(before));
    matches!(before, None | Some("\"" | ":" | "'" | "''" | "-" | "." | "?" | "!" | "("))
}

fn all_capital(reading: &Reading<'_>, at: usize) -> bool {
    let written = reading.words[at].bare().of(reading.text);
    written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

fn end_of(page: &Page<'_>, reading: &Reading<'_>, start: usize) -> usize {
    let mut end = start + 1;
    loop {
        if reading.words[end - 1].possessive {
            return end;
        }
        match step(page, reading, start, end) {
            Some(next) => end = next,
            None => return end,
        }
    }
}

/// Where the name ends if it goes on at a word.
fn step(page: &Page<'_>, reading: &Reading<'_>, start: usize, end: usize) -> Option<usize> {
    let next = reading.words.get(end)?;
    let part = |at: usize| {
        reading.words.get(at).is_some_and(|word| is_name_word(page, word) && !proper_end(page, word, reading))
    };
    if part(end) && next.spaced {
        return Some(end + 1);
    }
    match next.folded.as_str() {
        // "Sen. Ana", "R. Costa", "U.S."
        "." if !next.spaced && is_abbreviation(page, reading, end - 1) => Some(end + 1),
        "-" if !next.spaced && next.span.len() == 1 && is_joined(reading, end + 1) => Some(end + 2),
        // "Chief of Staff".
        "of" if is_inside_title(page, reading, start, end) => Some(end + 2),
        "&" if part(end + 1) => Some(end + 2),
        "of" if (end - start == 1 || page.lexicon.institutions.has(reading.folded(end - 1)))
            && part(end + 1)
            && !page.lexicon.titles.has(reading.folded(start)) =>
        {
            Some(end + 2)
        }
        particle if page.lexicon.plays(particle, "particle") && part(end + 1) => Some(end + 2),
        _ => None,
    }
}

/// Whether a word stands inside a title of several words that the name has.
fn is_inside_title(page: &Page<'_>, reading: &Reading<'_>, start: usize, at: usize) -> bool {
    (start..at).any(|from| page.lexicon.titles.at(&reading.words, from).is_some_and(|hit| from + hit.len > at + 1))
}

/// "Saint-Malo", "Chick-fil-A", not "Porto-based": after the hyphen a capital stands, or one after the next hyphen.
fn is_joined(reading: &Reading<'_>, at: usize) -> bool {
    let glued = |at: usize| reading.words.get(at).filter(|word| !word.spaced && word.is_word());
    let capital = |at: usize| glued(at).is_some_and(|word| word.capital);
    capital(at) || glued(at).is_some() && reading.folded(at + 1) == "-" && capital(at + 2)
}

/// In a headline only words that are names elsewhere go on with a name.
fn proper_end(page: &Page<'_>, word: &Word, reading: &Reading<'_>) -> bool {
    reading.title_case && !page.is_proper(&word.folded)
}

/// Whether the point after a word belongs to it.
fn is_abbreviation(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> bool {
    let word = &reading.words[at];
    let followed = reading.words.get(at + 2).is_some_and(|next| is_name_word(page, next) && next.spaced);
    let short = word.folded.chars().count() == 1 || word.folded.contains('.');
    let title = page.lexicon.titles.at(&reading.words, at).is_some_and(|hit| hit.len == 2);
    let alias = page.lexicon.aliases.at(&reading.words, at).is_some_and(|hit| hit.len == 2);
    (short || title || alias) && (followed || word.folded.contains('.') || alias)
}
