//! How times are written: the patterns, tried at each word, the most telling first.

use std::ops::Range;

use jiff::civil::Date;

use crate::text::Language;

use super::super::amount::{Sort, amount_at};
use super::super::lexicon::Lexicon;
use super::super::reading::{Word, words_of};
use super::day::from_iso;
use super::tape::{Tape, Time};

/// A time found in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words it takes.
    pub words: Range<usize>,
    /// What it comes to.
    pub value: String,
}

/// The times in a sentence, in order.
pub fn found(lexicon: &Lexicon, words: &[Word]) -> Vec<Found> {
    let tape = Tape { lexicon, words };
    let mut all = Vec::new();
    let mut at = 0;
    while at < tape.words.len() {
        match tape.time_at(at) {
            Some((len, value)) => {
                all.push(Found { words: at..at + len, value });
                at += len.max(1);
            }
            None => at += 1,
        }
    }
    all
}

/// The calendar days with their years in a line of text that is no sentence.
pub fn days_in(line: &str, language: &Language) -> Vec<Date> {
    let words = words_of(line);
    let tape = Tape { lexicon: Lexicon::of(language), words: &words };
    (0..words.len()).filter_map(|at| tape.calendar_day(at)).filter_map(|(_, value)| from_iso(&value)).collect()
}

impl Tape<'_> {
    fn time_at(&self, at: usize) -> Time {
        self.range(at)
            .or_else(|| self.calendar_day(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.part_of_a_day(at))
            .or_else(|| self.season(at))
            .or_else(|| self.span_of_time(at))
            .or_else(|| self.pointed(at))
            .or_else(|| self.phrase(at))
            .or_else(|| self.clock(at))
            .or_else(|| self.lone_month(at))
            .or_else(|| self.lone_year(at))
    }

    /// "Three months", "24-hour", "more than two years ago", "a few weeks later", "half an hour".
    fn span_of_time(&self, at: usize) -> Time {
        let (skip, sign) = self.lexicon.approximations.at(self.words, at).map_or((0, ""), |hit| (hit.len, hit.value));
        let sign = if matches!(sign, ">" | "<") { sign } else { "" };
        let start = at + skip;
        let article = self.plays(start, "article");
        let (count, amount) = self.count_of_units(start)?;
        let hyphen = self.skip(start + count, "-");
        let unit = self.unit(start + count + hyphen)?;
        let end = start + count + hyphen + 1;
        // "A 42-year-old", "42 years old": an age is a number.
        if unit == "year" && [end, end + 1].iter().any(|&after| self.folded(after) == "old") {
            return None;
        }
        let length = format!("{sign}{amount} {unit}");
        Some(match () {
            () if self.folded(end) == "ago" => (end + 1 - at, format!("{length} ago")),
            () if self.plays(end, "before") => (end + 1 - at, format!("-{length}")),
            () if self.plays(end, "after") => (end + 1 - at, format!("+{length}")),
            () if article && skip == 0 && amount == "1" => return None,
            () => (end - at, format!("for {length}")),
        })
    }

    /// How many units of time: "three", "a few", "an", "five to seven", "half an".
    fn count_of_units(&self, at: usize) -> Option<(usize, String)> {
        let article = self.plays(at, "article");
        match article {
            _ if self.plays(at, "few") => return Some((1, "some".to_owned())),
            true if self.plays(at + 1, "few") => return Some((2, "some".to_owned())),
            true if self.unit(at + 1).is_some() => return Some((1, "1".to_owned())),
            _ => {}
        }
        let after_slash = at > 0 && self.folded(at - 1) == "/" && self.words.get(at).is_some_and(|word| !word.spaced);
        if self.year(at).is_some() || after_slash {
            return None;
        }
        let amount = amount_at(self.lexicon, self.words, at)?;
        if amount.sort == Sort::Fraction {
            let article = self.plays(at + amount.len, "article") && self.unit(at + amount.len + 1).is_some();
            return article.then(|| (amount.len + 1, amount.value.to_string()));
        }
        (amount.sort == Sort::Plain).then_some(())?;
        let hyphen = self.skip(at + amount.len, "-");
        let joint = at + amount.len + hyphen;
        let to = matches!(self.folded(joint), "to" | "or") || hyphen == 1;
        let second = joint + usize::from(matches!(self.folded(joint), "to" | "or"));
        let end = amount_at(self.lexicon, self.words, second).filter(|end| to && end.sort == Sort::Plain);
        Some(match end {
            Some(end) if end.value > amount.value => {
                (second - at + end.len, format!("{}..{}", amount.value, end.value))
            }
            _ => (amount.len, amount.value.to_string()),
        })
    }

    /// "Last week", "earlier this month", "the past two years", "mid-March", "the end of next season".
    fn pointed(&self, at: usize) -> Time {
        let hit = self.lexicon.time_pointers.at(self.words, at)?;
        let next = at + hit.len + self.skip(at + hit.len, "-");
        let len = next - at;
        if let Some((more, value)) = self.span_of_time(next).filter(|(_, value)| value.starts_with("for ")) {
            return Some((len + more, value));
        }
        let third = matches!(hit.value, "early" | "mid" | "late").then_some(hit.value);
        let month = self.month(next).map(|(more, month)| (more, format!("--{month:02}")));
        let dated = self.calendar_day(next).or(month).or_else(|| self.year(next).map(|year| (1, year.to_string())));
        if let Some((more, date)) = dated.filter(|(more, _)| third.is_some() || *more == 1) {
            let named_year = self.year(next).is_some();
            return match third {
                Some(third) => Some((len + more, format!("{date} {third}"))),
                None => (!named_year).then_some((len + more, date)),
            };
        }
        if let (Some(third), Some((more, value))) = (third, self.pointed(next)) {
            return Some((len + more, format!("{third} {value}")));
        }
        let article = usize::from(third.is_some() && self.folded(next) == "the");
        let unit = self.unit(next + article)?;
        Some((len + article + 1, format!("{} {unit}", hit.value)))
    }

    fn phrase(&self, at: usize) -> Time {
        let hit = self.lexicon.time_phrases.at(self.words, at)?;
        // "As soon as Wednesday" dates nothing by "soon".
        let compared = at > 0 && self.folded(at - 1) == "as" && self.folded(at + hit.len) == "as";
        (!compared).then(|| (hit.len, hit.value.to_owned()))
    }
}
