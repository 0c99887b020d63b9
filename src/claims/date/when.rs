//! What a date mark's value says, and how two of them fit together.

use crate::text::{Pair, Side};

use super::day::Day;

/// A point or span of time, as far as the words say it.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// Year, month, day; 0 where it is not said.
    Calendar([u32; 3]),
    /// The number of a weekday.
    Weekday(u32),
    /// Minutes after midnight.
    Clock(u32),
    /// So much of a unit of time.
    Duration(String, String),
    /// "last week", "yesterday": it depends on the day of writing.
    Relative(String),
}

/// How two dates fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Nothing that both say differs.
    Same,
    /// The same time, one of them clearly more exact.
    Finer,
    /// The same sort of time, and not the same.
    Clash,
    /// Another sort of time.
    Unlike,
    /// It may be the same day: a weekday and a calendar day, "today" and "Tuesday".
    Unknown,
}

impl When {
    /// Reads a mark's value.
    pub fn parse(value: &str) -> Self {
        if let Some(rest) = value.strip_prefix("day ") {
            let number = rest.split(' ').next().and_then(|n| n.parse().ok());
            return Self::Weekday(number.unwrap_or(0));
        }
        if let Some(rest) = value.strip_prefix("clock ") {
            let mut parts = rest.split(':').map(|part| part.parse().unwrap_or(0));
            return Self::Clock(parts.next().unwrap_or(0) * 60 + parts.next().unwrap_or(0));
        }
        if let Some((amount, unit)) = value.strip_prefix("for ").and_then(|rest| rest.split_once(' ')) {
            return Self::Duration(amount.to_owned(), unit.to_owned());
        }
        Self::calendar(value).unwrap_or_else(|| Self::Relative(value.to_owned()))
    }

    /// "2021-01-28", "2021-01", "2021", "--01-28", "--01".
    fn calendar(value: &str) -> Option<Self> {
        let (year, rest) = match value.strip_prefix("--") {
            Some(rest) => (0, rest),
            None => {
                let (year, rest) = value.split_at_checked(4)?;
                (year.parse().ok()?, rest.strip_prefix('-').unwrap_or(rest))
            }
        };
        let mut parts = rest.split('-').filter(|part| !part.is_empty());
        let month = parts.next().map_or(Some(0), |part| part.parse().ok())?;
        let day = parts.next().map_or(Some(0), |part| part.parse().ok())?;
        Some(Self::Calendar([year, month, day]))
    }

    /// Whether the two are of a sort that can date one event: a time of day and a year cannot stand for each other,
    /// nor can "previously" for a day.
    pub fn is_comparable(&self, other: &Self) -> bool {
        let sort = |when: &Self| match when {
            Self::Duration(..) => 0,
            Self::Clock(_) => 1,
            Self::Relative(words) if is_vague(words) => 2,
            _ => 3,
        };
        sort(self) == sort(other)
    }

    /// How the times of two sources fit together, the days on which they were written known or not.
    pub fn compared(times: Pair<&Self>, written: Pair<Option<Day>>) -> Fit {
        let plain = times.left.fit(times.right);
        if plain != Fit::Unknown {
            return plain;
        }
        let days = Pair::from_fn(|side| times[side].days(written[side]));
        let weekday = |side: Side| match times[side] {
            Self::Weekday(number) => Some(*number),
            _ => None,
        };
        // A weekday needs no more than the other's full date.
        for side in Side::BOTH {
            if let (Some(number), [[year, month, day]]) = (weekday(side), days[side.other()].as_slice())
                && let Some(day) = Day::new(*year, *month, *day).filter(|_| *year > 0)
            {
                return if day.weekday() == number { Fit::Same } else { Fit::Clash };
            }
        }
        if days.left.is_empty() || days.right.is_empty() {
            return Fit::Unknown;
        }
        let meet = days.left.iter().any(|a| days.right.iter().any(|b| fit_calendar(a, b) == Fit::Same));
        if meet { Fit::Same } else { Fit::Clash }
    }

    /// The calendar days that it may be, as far as that is known: a weekday is the last or the next of its name.
    fn days(&self, written: Option<Day>) -> Vec<[u32; 3]> {
        match (self, written) {
            (Self::Calendar(day), _) => vec![*day],
            (Self::Weekday(number), Some(written)) => {
                let ahead = i64::from((number + 7 - written.weekday()) % 7);
                [ahead - 7, ahead].map(|days| written.plus(days).calendar()).to_vec()
            }
            (Self::Relative(words), Some(written)) => {
                day_word(words).map(|days| written.plus(days).calendar()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// How this time fits the other by its words alone; the same whichever is asked.
    pub fn fit(&self, other: &Self) -> Fit {
        match (self, other) {
            (Self::Calendar(a), Self::Calendar(b)) => fit_calendar(a, b),
            (Self::Weekday(a), Self::Weekday(b)) if a == b => Fit::Same,
            (Self::Weekday(_), Self::Weekday(_)) => Fit::Clash,
            (Self::Clock(a), Self::Clock(b)) if a == b => Fit::Same,
            (Self::Clock(_), Self::Clock(_)) => Fit::Clash,
            (Self::Duration(a, unit), Self::Duration(b, other)) if unit == other => {
                if a == b {
                    Fit::Same
                } else {
                    Fit::Clash
                }
            }
            (Self::Weekday(_), Self::Calendar([_, _, day])) | (Self::Calendar([_, _, day]), Self::Weekday(_)) => {
                if *day == 0 { Fit::Unlike } else { Fit::Unknown }
            }
            (Self::Weekday(_), Self::Relative(words)) | (Self::Relative(words), Self::Weekday(_))
                if may_be_a_weekday(words) =>
            {
                Fit::Unknown
            }
            (Self::Relative(words), Self::Calendar([_, _, day]))
            | (Self::Calendar([_, _, day]), Self::Relative(words))
                if may_be_a_weekday(words) && *day > 0 =>
            {
                Fit::Unknown
            }
            (Self::Relative(a), Self::Relative(b)) if a != b && may_be_a_weekday(a) && may_be_a_weekday(b) => {
                Fit::Unknown
            }
            (Self::Relative(a), Self::Relative(b)) if unit(a) == unit(b) => Fit::Clash,
            _ => Fit::Unlike,
        }
    }
}

/// Words that place an event without saying when.
fn is_vague(words: &str) -> bool {
    matches!(words, "now" | "later" | "earlier" | "then" | "so far" | "soon" | "recently")
}

fn unit(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or(words)
}

/// A day that a source names by its weekday and another by its distance from the day of writing.
fn may_be_a_weekday(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or(words);
    matches!(first, "today" | "yesterday" | "tomorrow" | "overnight" | "hours")
}

/// How many days a word for a day lies after the day of writing.
fn day_word(words: &str) -> Option<i64> {
    match words.split(' ').next()? {
        "yesterday" => Some(-1),
        "today" => Some(0),
        "tomorrow" => Some(1),
        _ => None,
    }
}

fn fit_calendar(a: &[u32; 3], b: &[u32; 3]) -> Fit {
    let said = |n: usize| (a[n] != 0, b[n] != 0);
    if (0..3).any(|n| said(n) == (true, true) && a[n] != b[n]) {
        return Fit::Clash;
    }
    let shared = (0..3).any(|n| said(n) == (true, true));
    match (shared, said(1), said(2)) {
        (false, _, _) => Fit::Unlike,
        (_, (x, y), _) if x != y => Fit::Finer,
        (_, _, (x, y)) if x != y => Fit::Finer,
        _ => Fit::Same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(left: &str, right: &str) -> Fit {
        let (left, right) = (When::parse(left), When::parse(right));
        assert_eq!(left.fit(&right), right.fit(&left), "the same from both sides");
        left.fit(&right)
    }

    #[test]
    fn a_missing_year_is_no_difference() {
        assert_eq!(fit("2021-01", "--01"), Fit::Same);
        assert_eq!(fit("2021-01", "2025-01"), Fit::Clash);
        assert_eq!(fit("--02", "--02-28"), Fit::Finer);
    }

    #[test]
    fn a_known_day_of_writing_settles_it() {
        let thursday = Day::new(2025, 10, 9);
        let settled = |left: &str, right: &str, written| {
            let (left, right) = (When::parse(left), When::parse(right));
            let there = When::compared(Pair::new(&left, &right), Pair::new(written, None));
            assert_eq!(there, When::compared(Pair::new(&right, &left), Pair::new(None, written)));
            there
        };
        assert_eq!(settled("day 2", "--10-07", thursday), Fit::Same);
        assert_eq!(settled("yesterday", "--10-08", thursday), Fit::Same);
        assert_eq!(settled("yesterday", "--10-07", thursday), Fit::Clash);
        assert_eq!(settled("yesterday", "day 3 evening", thursday), Fit::Same);
        assert_eq!(settled("day 2", "2025-10-07", None), Fit::Same);
        assert_eq!(settled("day 2", "--10-07", None), Fit::Unknown);
    }

    #[test]
    fn what_may_be_the_same_day_is_left_open() {
        assert_eq!(fit("day 5", "--01-28"), Fit::Unknown);
        assert_eq!(fit("day 5", "today"), Fit::Unknown);
        assert_eq!(fit("day 5", "day 5 night"), Fit::Same);
        assert_eq!(fit("day 5", "day 1"), Fit::Clash);
        assert_eq!(fit("for 3 month", "for 4 month"), Fit::Clash);
    }
}
