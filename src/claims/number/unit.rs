//! What a number counts or measures.

use crate::text::TokenKind;

use super::super::reading::{Page, Reading};
use super::REACH;

/// What a number counts or measures.
pub enum Unit {
    /// A unit of the lists, or an age.
    Named(String),
    /// The stem of a noun that stands in the plural.
    Counted(String),
    /// The stem of another word that follows.
    Loose(String),
    /// Nothing that could be read.
    None,
}

impl Unit {
    /// Its name in a mark's value.
    pub fn into_name(self) -> String {
        match self {
            Self::Named(name) | Self::Counted(name) | Self::Loose(name) => name,
            Self::None => String::new(),
        }
    }

    /// Whether it is a measure or a noun in the plural, so that "5-7" before it is a range and no score.
    pub fn is_several(&self) -> bool {
        matches!(self, Self::Named(_) | Self::Counted(_))
    }
}

/// The unit or the thing counted by a number, and where the phrase ends.
pub fn unit_at(page: &Page<'_>, reading: &Reading<'_>, number: usize, at: usize) -> (Unit, usize) {
    let words = &reading.words;
    let hyphen = usize::from(reading.folded(at) == "-" && words.get(at + 1).is_some_and(|next| !next.spaced));
    // "Half a percent".
    let article = usize::from(reading.folded(at) == "a");
    if let Some(hit) = page.lexicon.units.at(words, at + hyphen + article) {
        return (Unit::Named(hit.value.to_owned()), at + hyphen + article + hit.len);
    }
    if let Some(end) = age_end(reading, number, at) {
        return (Unit::Named("age".to_owned()), end);
    }
    if hyphen == 1 && words[at + 1].is_word() {
        return (Unit::Loose(page.stem(reading.folded(at + 1)).to_owned()), at + 2);
    }
    match counted(page, reading, at) {
        Some((noun, true)) => (Unit::Counted(page.stem(reading.folded(noun)).to_owned()), noun + 1),
        Some((noun, false)) => (Unit::Loose(page.stem(reading.folded(noun)).to_owned()), noun + 1),
        None => (Unit::None, at),
    }
}

/// Where an age ends: "42-year-old", "42 years old", "aged 42", "Ines Hallow, 42, said".
fn age_end(reading: &Reading<'_>, number: usize, at: usize) -> Option<usize> {
    let folded = |at: usize| reading.folded(at);
    let is_year = |at: usize| matches!(folded(at), "year" | "years");
    if folded(at) == "-" && is_year(at + 1) && matches!(folded(at + 3), "old" | "olds") {
        return Some(at + 4);
    }
    if is_year(at) && folded(at + 1) == "old" {
        return Some(at + 2);
    }
    let young = reading.words.get(number).is_some_and(|word| word.kind == TokenKind::Number && word.folded.len() <= 2);
    let before = |n: usize| number.checked_sub(n).map_or("", folded);
    let aged = |n: usize| matches!(before(n), "aged" | "age");
    // "Aged 16 and 13".
    if young && (aged(1) || matches!(before(1), "and" | "to") && aged(3)) {
        return Some(at);
    }
    let named = number.checked_sub(2).and_then(|at| reading.words.get(at)).is_some_and(|name| name.capital);
    let bracket = before(1) == "(" && folded(at) == ")";
    (young && named && (before(1) == "," && matches!(folded(at), "," | "." | "") || bracket)).then_some(at)
}

/// The noun that a number counts: the first plural within reach, else the next word that carries content; and whether
/// it is a plural.
fn counted(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> Option<(usize, bool)> {
    let of = usize::from(reading.folded(at) == "of");
    // "Two of the boats".
    let article = of & usize::from(page.lexicon.plays(reading.folded(at + of), "noun"));
    let start = at + of + article;
    let in_time = |at: usize| reading.times.iter().any(|time| time.words.contains(&at));
    let run = (start..(start + REACH).min(reading.words.len()))
        .take_while(|&next| reading.words[next].is_word() && !in_time(next))
        .filter(|&next| !page.lexicon.plays(reading.folded(next), "further"))
        .take_while(|&next| !page.lexicon.function_words.has(reading.folded(next)))
        .take_while(|&next| !page.lexicon.plays(reading.folded(next), "aside"));
    let run: Vec<usize> = run.collect();
    let plural = |&&word: &&usize| {
        let folded = reading.folded(word);
        folded.ends_with('s') && !folded.ends_with("ss") || page.lexicon.plays(folded, "plural")
    };
    let found = run.iter().find(plural).map(|&noun| (noun, true));
    // "90 Georgetown University faculty", "4,300 Wal-Mart stores": a name is not what is counted.
    let common = || run.iter().find(|&&word| !reading.words[word].capital || reading.title_case);
    found.or_else(|| common().filter(|_| article == 0).map(|&noun| (noun, false)))
}

/// "$", "US$": the currency, and the words it takes.
pub fn currency_at<'a>(page: &'a Page<'_>, reading: &Reading<'_>, at: usize) -> Option<(&'a str, usize)> {
    let hit = page.lexicon.units.at(&reading.words, at)?;
    let last = reading.words.get(at + hit.len - 1)?;
    (last.kind == TokenKind::Punctuation && hit.value != "%").then_some((hit.value, hit.len))
}
