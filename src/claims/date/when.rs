//! What a date mark's value says.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

/// Year, month and day; 0 where it is not said.
pub type Moment = [i32; 3];

/// A point or span of time, as far as the words say it.
#[derive(Clone, Debug, PartialEq)]
pub enum When<'a> {
    /// A day, month or year, and which part of it: "early", "morning"; empty where that is not said.
    Calendar(Moment, &'a str),
    /// From one to the other.
    Range(Moment, Moment),
    /// The number of a weekday, and the part of the day.
    Weekday(u32, &'a str),
    /// Minutes after midnight, and the zone.
    Clock(i32, &'a str),
    /// How long.
    Duration(Length<'a>),
    /// So long before or after something else, or before today.
    Away(Length<'a>),
    /// "Last week", "yesterday": it depends on the day of writing.
    Relative(&'a str),
}

/// So much of a unit of time: from, to, the unit; `>` or `<` where it is said to be more or less.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length<'a> {
    /// How much; a range has two ends.
    pub amount: &'a str,
    /// "day", "year".
    pub unit: &'a str,
    /// "+" for later, "-" for earlier, "ago", or nothing.
    pub way: &'a str,
    /// ">", "<" or neither.
    pub bound: &'a str,
}

impl<'a> When<'a> {
    /// Reads a mark's value.
    pub fn parse(value: &'a str) -> Self {
        let (head, rest) = value.split_once(' ').unwrap_or((value, ""));
        match head {
            "day" => {
                let (number, part) = rest.split_once(' ').unwrap_or((rest, ""));
                return Self::Weekday(number.parse().unwrap_or(0), part);
            }
            "clock" => {
                let (time, zone) = rest.split_once(' ').unwrap_or((rest, ""));
                let mut parts = time.split(':').map(|part| part.parse().unwrap_or(0));
                return Self::Clock(parts.next().unwrap_or(0) * 60 + parts.next().unwrap_or(0), zone);
            }
            "for" => {
                if let Some(length) = Length::parse(rest, "") {
                    return Self::Duration(length);
                }
            }
            _ => {}
        }
        let away = |way: &'static str| {
            let length = value.strip_prefix(way).filter(|rest| !rest.starts_with('-'))?;
            Length::parse(length, way)
        };
        let ago = || value.strip_suffix(" ago").and_then(|rest| Length::parse(rest, "ago"));
        if let Some(length) = away("+").or_else(|| away("-")).or_else(ago) {
            return Self::Away(length);
        }
        let range = head.split_once('/').and_then(|(from, to)| Some(Self::Range(moment(from)?, moment(to)?)));
        let day = || moment(head).map(|day| Self::Calendar(day, rest));
        range.or_else(day).unwrap_or(Self::Relative(value))
    }

    /// The calendar days that it may be, as far as that is known: a weekday is the last or the next of its name.
    pub fn days(&self, written: Option<Date>) -> Vec<Moment> {
        let away = |span: Span| written.and_then(|written| written.checked_add(span).ok());
        match self {
            Self::Calendar(day, _) => vec![*day],
            Self::Weekday(number, _) => {
                let Some(written) = written else { return Vec::new() };
                let today = i64::from(written.weekday().to_monday_one_offset());
                let ahead = (i64::from(*number) + 7 - today).rem_euclid(7);
                [ahead - 7, ahead].into_iter().filter_map(|days| away(days.days())).map(whole).collect()
            }
            Self::Away(length) => length.span().and_then(away).map(|day| length.rounded(day)).into_iter().collect(),
            Self::Relative(words) => shift(words)
                .and_then(|(span, depth)| Some((away(span)?, depth)))
                .map(|(day, depth)| cut(whole(day), depth))
                .into_iter()
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl<'a> Length<'a> {
    fn parse(text: &'a str, way: &'a str) -> Option<Self> {
        let (amount, unit) = text.split_once(' ')?;
        let bound = amount.get(..1).filter(|sign| matches!(*sign, ">" | "<")).unwrap_or("");
        Some(Self { amount: amount.strip_prefix(bound).unwrap_or(amount), unit, way, bound })
    }

    /// How many days it has; `None` where it is no number.
    pub fn in_days(&self) -> Option<f64> {
        let unit = match self.unit {
            "second" => 1.0 / 86_400.0,
            "minute" => 1.0 / 1_440.0,
            "hour" => 1.0 / 24.0,
            "day" => 1.0,
            "week" => 7.0,
            "fortnight" => 14.0,
            "month" => MONTH,
            "quarter" => 3.0 * MONTH,
            "year" => 12.0 * MONTH,
            "decade" => 120.0 * MONTH,
            "century" => 1_200.0 * MONTH,
            _ => return None,
        };
        Some(self.amount.parse::<f64>().ok()? * unit)
    }

    /// "Two days ago" as a step on the calendar; "earlier" and "later" are not counted from the day of writing.
    fn span(&self) -> Option<Span> {
        let amount: i64 = self.amount.parse().ok().filter(|amount| *amount < FAR && self.way == "ago")?;
        match self.unit {
            "day" => Some((-amount).days()),
            "month" => Some((-amount).months()),
            "year" => Some((-amount).years()),
            _ => None,
        }
    }

    /// A day, as exactly as the unit says it.
    fn rounded(&self, day: Date) -> Moment {
        cut(whole(day), depth(self.unit))
    }
}

/// Days in a month of middling length.
const MONTH: f64 = 365.25 / 12.0;

/// Steps longer than this leave the calendar of news.
const FAR: i64 = 1_000;

/// "2021-01-28", "2021-01", "2021", "--01-28", "--01".
fn moment(text: &str) -> Option<Moment> {
    let (year, rest) = match text.strip_prefix("--") {
        Some(rest) => (0, rest),
        None => {
            let (year, rest) = text.split_at_checked(4)?;
            (year.parse().ok()?, rest.strip_prefix('-').unwrap_or(rest))
        }
    };
    let mut parts = rest.split('-').filter(|part| !part.is_empty());
    let month = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    let day = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    Some([year, month, day])
}

fn whole(day: Date) -> Moment {
    [i32::from(day.year()), i32::from(day.month()), i32::from(day.day())]
}

/// A moment with no more than its first parts.
fn cut(moment: Moment, depth: usize) -> Moment {
    [0, 1, 2].map(|part| if part < depth { moment[part] } else { 0 })
}

/// How many parts of a date a unit names.
fn depth(unit: &str) -> usize {
    match unit {
        "year" => 1,
        "month" => 2,
        _ => 3,
    }
}

/// The step from the day of writing that a word for a time stands for, and how exact it is.
fn shift(words: &str) -> Option<(Span, usize)> {
    let way = match words.split(' ').next()? {
        "yesterday" => return Some(((-1).days(), 3)),
        "today" => return Some((0.days(), 3)),
        "tomorrow" => return Some((1.days(), 3)),
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    match words.split(' ').nth(1)? {
        "month" => Some((way.months(), 2)),
        "year" => Some((way.years(), 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_taken_apart() {
        assert_eq!(When::parse("2021-01-28"), When::Calendar([2021, 1, 28], ""));
        assert_eq!(When::parse("--02 late"), When::Calendar([0, 2, 0], "late"));
        assert_eq!(When::parse("2010/2013"), When::Range([2010, 0, 0], [2013, 0, 0]));
        assert_eq!(When::parse("day 5 night"), When::Weekday(5, "night"));
        assert_eq!(When::parse("clock 18:05 60"), When::Clock(1_085, "60"));
        let away = Length { amount: "2", unit: "year", way: "-", bound: ">" };
        assert_eq!(When::parse("->2 year"), When::Away(away));
        assert_eq!(When::parse("for hours"), When::Relative("for hours"));
        assert_eq!(When::parse("last week"), When::Relative("last week"));
    }

    #[test]
    fn words_become_days_where_the_day_of_writing_is_known() {
        let thursday = "2025-10-09".parse().ok();
        let days = |value: &str| When::parse(value).days(thursday);
        assert_eq!(days("yesterday"), [[2025, 10, 8]]);
        assert_eq!(days("day 2"), [[2025, 10, 7], [2025, 10, 14]]);
        assert_eq!((days("last month"), days("next year")), (vec![[2025, 9, 0]], vec![[2026, 0, 0]]));
        assert_eq!((days("3 day ago"), days("2 year ago")), (vec![[2025, 10, 6]], vec![[2023, 0, 0]]));
        assert!(days("last week").is_empty() && When::parse("today").days(None).is_empty());
    }
}
