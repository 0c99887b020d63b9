//! How times are written: the patterns, tried at each word, the most telling first.

use std::ops::Range;

use crate::text::{Language, TokenKind};

use super::super::amount::{Sort, amount_at};
use super::super::lexicon::Lexicon;
use super::super::reading::{Word, words_of};
use super::day::Day;

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
pub fn days_in(line: &str, language: &Language) -> Vec<Day> {
    let words = words_of(line);
    let tape = Tape { lexicon: Lexicon::of(language), words: &words };
    (0..words.len()).filter_map(|at| tape.calendar_day(at)).filter_map(|(_, value)| Day::from_iso(&value)).collect()
}

/// The first and last year that a bare number of four digits is taken for.
const YEARS: std::ops::RangeInclusive<u32> = 1700..=2100;

struct Tape<'a> {
    lexicon: &'a Lexicon,
    words: &'a [Word],
}

type Time = Option<(usize, String)>;

impl Tape<'_> {
    fn time_at(&self, at: usize) -> Time {
        self.calendar_day(at)
            .or_else(|| self.weekday(at))
            .or_else(|| self.span_of_time(at))
            .or_else(|| self.pointed(at))
            .or_else(|| self.phrase(at))
            .or_else(|| self.clock(at))
            .or_else(|| self.lone_month(at))
            .or_else(|| self.lone_year(at))
    }

    fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.as_str())
    }

    fn month(&self, at: usize) -> Option<(usize, u32)> {
        let hit = self.lexicon.months.at(self.words, at)?;
        self.words[at].capital.then_some(())?;
        Some((hit.len, hit.value.parse().ok()?))
    }

    fn day(&self, at: usize) -> Option<u32> {
        let digits = self.folded(at).trim_end_matches(|c: char| c.is_ascii_lowercase());
        (self.words.get(at)?.kind == TokenKind::Number && digits.len() <= 2).then_some(())?;
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    }

    fn year(&self, at: usize) -> Option<u32> {
        let word = self.words.get(at).filter(|word| word.kind == TokenKind::Number && word.folded.len() == 4)?;
        word.folded.parse().ok().filter(|year| YEARS.contains(year))
    }

    /// "January 28, 2021", "28 January 2021", "Jan. 28", "January 2021".
    fn calendar_day(&self, at: usize) -> Time {
        if let Some(day) = self.day(at) {
            let of = usize::from(self.folded(at + 1) == "of");
            let (len, month) = self.month(at + 1 + of)?;
            let end = 1 + of + len;
            return Some(match self.year(at + end) {
                Some(year) => (end + 1, format!("{year}-{month:02}-{day:02}")),
                None => (end, format!("--{month:02}-{day:02}")),
            });
        }
        let (len, month) = self.month(at)?;
        if let Some(year) = self.year(at + len) {
            return Some((len + 1, format!("{year}-{month:02}")));
        }
        let of = if self.folded(at + len) == "of" { self.year(at + len + 1) } else { None };
        if let Some(year) = of {
            return Some((len + 2, format!("{year}-{month:02}")));
        }
        let day = self.day(at + len)?;
        let comma = usize::from(self.folded(at + len + 1) == ",");
        Some(match self.year(at + len + 1 + comma) {
            Some(year) => (len + 2 + comma, format!("{year}-{month:02}-{day:02}")),
            None => (len + 1, format!("--{month:02}-{day:02}")),
        })
    }

    /// "Friday", "last Friday", "Friday night".
    fn weekday(&self, at: usize) -> Time {
        let pointer = self.lexicon.time_pointers.at(self.words, at).map_or(0, |hit| hit.len);
        let hit = self.lexicon.weekdays.at(self.words, at + pointer)?;
        self.words[at + pointer].capital.then_some(())?;
        let mut len = pointer + hit.len;
        let mut value = format!("day {}", hit.value);
        if let Some(part) = self.part_of_day(at + len) {
            value = format!("{value} {part}");
            len += 1;
        }
        Some((len, value))
    }

    fn part_of_day(&self, at: usize) -> Option<&str> {
        let unit = self.lexicon.time_units.value(self.folded(at))?;
        matches!(unit, "morning" | "afternoon" | "evening" | "night").then_some(unit)
    }

    /// "three months", "24-hour", "two days later", "a few weeks ago".
    fn span_of_time(&self, at: usize) -> Time {
        let plays = |at: usize, part: &str| self.lexicon.plays(self.folded(at), part);
        let article = plays(at, "article");
        let (mut len, amount) = match article {
            _ if plays(at, "few") => (1, "some".to_owned()),
            true if plays(at + 1, "few") => (2, "some".to_owned()),
            true if self.lexicon.time_units.has(self.folded(at + 1)) => (1, "1".to_owned()),
            _ => {
                let amount = amount_at(self.lexicon, self.words, at).filter(|amount| amount.sort == Sort::Plain)?;
                (amount.len, amount.value.to_string())
            }
        };
        if self.year(at).is_some() {
            return None;
        }
        let hyphen = usize::from(self.folded(at + len) == "-");
        let unit = self.lexicon.time_units.value(self.folded(at + len + hyphen))?;
        if hyphen == 1 && unit == "year" && self.folded(at + len + 3) == "old" {
            return None;
        }
        len += hyphen + 1;
        let way = match len {
            end if plays(at + end, "before") => "-",
            end if plays(at + end, "after") => "+",
            _ if article => return None,
            _ => return Some((len, format!("for {amount} {unit}"))),
        };
        Some((len + 1, format!("{way}{amount} {unit}")))
    }

    /// "last week", "earlier this month", "the past two years", "this summer".
    fn pointed(&self, at: usize) -> Time {
        let hit = self.lexicon.time_pointers.at(self.words, at)?;
        if let Some((len, value)) = self.span_of_time(at + hit.len).filter(|(_, value)| value.starts_with("for ")) {
            return Some((hit.len + len, value));
        }
        if let Some((len, month)) = self.month(at + hit.len) {
            return Some((hit.len + len, format!("--{month:02}")));
        }
        let unit = self.lexicon.time_units.value(self.folded(at + hit.len))?;
        Some((hit.len + 1, format!("{} {unit}", hit.value)))
    }

    fn phrase(&self, at: usize) -> Time {
        let hit = self.lexicon.time_phrases.at(self.words, at)?;
        Some((hit.len, hit.value.to_owned()))
    }

    /// "7 p.m.", "8.40am", "4:30 a.m.", "18:05".
    fn clock(&self, at: usize) -> Time {
        let word = self.words.get(at).filter(|word| word.kind == TokenKind::Number)?;
        let end = word.folded.find(|c: char| c.is_ascii_lowercase()).unwrap_or(word.folded.len());
        let (digits, glued) = word.folded.split_at_checked(end)?;
        let mut len = 1;
        let mut parts = digits.split(['.', ':']);
        let hour: u32 = parts.next()?.parse().ok()?;
        let mut minute: Option<u32> = parts.next().and_then(|part| part.parse().ok());
        if self.folded(at + len) == ":" && !self.words[at + len].spaced {
            minute = Some(self.folded(at + len + 1).parse().ok()?);
            len += 2;
        }
        let half = [glued, self.folded(at + len)].into_iter().find(|word| matches!(*word, "am" | "pm" | "a.m" | "p.m"));
        if half.is_none() && !(digits.contains(':') || len > 1) || hour > 24 || minute.unwrap_or(0) > 59 {
            return None;
        }
        if half.is_some() && glued.is_empty() {
            len += 1 + usize::from(self.folded(at + len) != "am" && self.folded(at + len + 1) == ".");
        }
        let late = half.is_some_and(|half| half.starts_with('p')) && hour < 12;
        let hour = if late { hour + 12 } else { hour };
        Some((len, format!("clock {hour}:{:02}", minute.unwrap_or(0))))
    }

    /// "in January": a month alone, where it cannot be the verb "may" or a march.
    fn lone_month(&self, at: usize) -> Time {
        let (len, month) = self.month(at)?;
        let before = at.checked_sub(1).map_or("", |before| self.folded(before));
        let sure = !self.lexicon.plays(self.folded(at), "unsure");
        let dated = self.lexicon.plays(before, "dated");
        (dated || sure && at > 0).then(|| (len, format!("--{month:02}")))
    }

    /// "2021", "2009-13", "the 1990s".
    fn lone_year(&self, at: usize) -> Time {
        if let Some(decade) = self.folded(at).strip_suffix('s').filter(|decade| decade.len() == 4) {
            let year: u32 = decade.parse().ok()?;
            return YEARS.contains(&year).then(|| (1, format!("decade {decade}s")));
        }
        let year = self.year(at)?;
        let next = self.words.get(at + 1);
        let money = at > 0 && matches!(self.folded(at - 1), "$" | "€" | "£");
        if money || next.is_some_and(|next| self.lexicon.units.has(&next.folded)) {
            return None;
        }
        if next.is_some_and(|next| next.folded == "-" && !next.spaced)
            && self.words.get(at + 2).is_some_and(|end| end.kind == TokenKind::Number)
        {
            return Some((3, format!("years {year}-{}", self.folded(at + 2))));
        }
        Some((1, year.to_string()))
    }
}
