//! How two times fit together: the same, finer, another, or not to be told.

use jiff::civil::Date;

use crate::text::Pair;

use super::when::{Length, Moment, When};

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
    /// It may be the same time: a weekday and a calendar day, "today" and "Tuesday", "two years later" and "2008".
    Unknown,
}

/// How the times of two sources fit together, the days on which they were written known or not.
pub fn compared(times: Pair<&When<'_>>, written: Pair<Option<Date>>) -> Fit {
    let plain = fit(times.left, times.right);
    let days = times.zip(written).map(|(time, written)| time.days(written));
    let both_known = written.left.is_some() && written.right.is_some();
    // "Friday" in two papers of other weeks is not the same day.
    let shifting = matches!(times.left, When::Weekday(..) | When::Relative(_) | When::Away(_));
    if plain != Fit::Unknown && !(plain == Fit::Same && both_known && shifting) {
        return plain;
    }
    if let Some(fit) = weekday_of(times.left, &days.right).or_else(|| weekday_of(times.right, &days.left)) {
        return fit;
    }
    if days.left.is_empty() || days.right.is_empty() {
        return plain;
    }
    let fits = || days.left.iter().flat_map(|a| days.right.iter().map(move |b| fit_moments(a, b)));
    let unlike = fits().all(|fit| fit == Fit::Unlike);
    let wanted = [Fit::Same, Fit::Finer].into_iter().find(|&wanted| fits().any(|fit| fit == wanted));
    wanted.unwrap_or(if unlike { plain } else { Fit::Clash })
}

/// A weekday needs no more than the other's full date.
fn weekday_of(time: &When<'_>, days: &[Moment]) -> Option<Fit> {
    let (When::Weekday(number, _), [[year, month, day]]) = (time, days) else { return None };
    let part = |part: i32| i8::try_from(part).ok();
    let day = Date::new(i16::try_from(*year).ok().filter(|year| *year > 0)?, part(*month)?, part(*day)?).ok()?;
    let same = u32::try_from(day.weekday().to_monday_one_offset()) == Ok(*number);
    Some(if same { Fit::Same } else { Fit::Clash })
}

/// How two times fit by their words alone; the same whichever comes first.
pub fn fit(a: &When<'_>, b: &When<'_>) -> Fit {
    one_way(a, b).or_else(|| one_way(b, a)).unwrap_or(Fit::Unlike)
}

fn one_way(a: &When<'_>, b: &When<'_>) -> Option<Fit> {
    use When::{Away, Calendar, Clock, Duration, Range, Relative, Weekday};
    Some(match (a, b) {
        (Calendar(a, part), Calendar(b, other)) => match fit_moments(a, b) {
            Fit::Same => fit_parts((a, part), (b, other)),
            Fit::Finer if a[2] != b[2] && third_clashes((a, part), (b, other)) => Fit::Clash,
            Fit::Finer if a[2] != b[2] && !(part.is_empty() && other.is_empty()) => Fit::Same,
            fit => fit,
        },
        (Range(from, to), Range(start, end)) if from == start && to == end => Fit::Same,
        (Range(..), Range(..)) => Fit::Clash,
        (Range(from, to), Calendar(day, _)) => fit_range(from, to, day),
        (Weekday(a, part), Weekday(b, other)) if a == b => fit_parts((&WEEKDAY, part), (&WEEKDAY, other)),
        (Weekday(..), Weekday(..)) => Fit::Clash,
        (Clock(a, zone), Clock(b, other)) => fit_clocks((*a, zone), (*b, other)),
        (Duration(a), Duration(b)) => fit_lengths(a, b),
        (Away(a), Away(b)) if (a.way == "+") == (b.way == "+") => fit_lengths(a, b),
        (Weekday(..), Calendar([_, _, day], _)) => return Some(if *day == 0 { Fit::Unlike } else { Fit::Unknown }),
        (Weekday(..), Relative(words)) if may_be_a_weekday(words) => Fit::Unknown,
        (Relative(words), Calendar([_, _, day], _)) if may_be_a_weekday(words) && *day > 0 => Fit::Unknown,
        (Relative(words), Calendar([year, month, _], _)) if may_be_of(words, *year, *month) => Fit::Unknown,
        (Away(length), Calendar([year, ..], _)) if length.unit == "year" && *year > 0 => Fit::Unknown,
        (Away(length), Weekday(..)) if length.unit == "day" && length.amount == "1" => Fit::Unknown,
        (Away(length) | Duration(length), Relative(words)) if unit(words) == length.unit => Fit::Unknown,
        (Relative(a), Relative(b)) if a == b || unpart(a) == unpart(b) => Fit::Same,
        (Relative(a), Relative(b)) if may_be_a_weekday(a) && may_be_a_weekday(b) => Fit::Unknown,
        (Relative(a), Relative(b)) if unit(a) == unit(b) => Fit::Clash,
        _ => return None,
    })
}

/// Whether the two are of a sort that can date one event: a time of day and a year cannot stand for each other,
/// nor can "previously" for a day.
pub fn are_comparable(a: &When<'_>, b: &When<'_>) -> bool {
    let sort = |when: &When<'_>| match when {
        When::Duration(_) => 0,
        When::Clock(..) => 1,
        When::Relative(words) if is_vague(words) => 2,
        _ => 3,
    };
    sort(a) == sort(b)
}

/// Words that place an event without saying when.
pub fn is_vague(words: &str) -> bool {
    matches!(words, "now" | "later" | "earlier" | "then" | "so far" | "soon" | "recently" | "at once")
}

/// What stands for the date of a weekday: a day without a name of its own.
const WEEKDAY: Moment = [0, 0, 1];

/// Two parts of one time: "early" and "late", "morning" and "night". A part of a day is no difference to the day as
/// such, but a part of a month or year is.
fn fit_parts((a, part): (&Moment, &str), (_, other): (&Moment, &str)) -> Fit {
    let late = |part: &str| matches!(part, "evening" | "night");
    match (part, other) {
        _ if part == other || late(part) && late(other) => Fit::Same,
        ("", _) | (_, "") if a[2] > 0 => Fit::Same,
        ("", _) | (_, "") => Fit::Finer,
        _ => Fit::Clash,
    }
}

/// Whether the day that one names lies outside the third of the month that the other names.
fn third_clashes((a, part): (&Moment, &str), (b, other): (&Moment, &str)) -> bool {
    let (day, part) = if a[2] > 0 { (a[2], other) } else { (b[2], part) };
    match part {
        "early" => day > 15,
        "mid" => !(8..=23).contains(&day),
        "late" => day < 15,
        _ => false,
    }
}

fn fit_moments(a: &Moment, b: &Moment) -> Fit {
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

/// A time and a stretch of time: one that begins or ends it may be meant by both.
fn fit_range(from: &Moment, to: &Moment, day: &Moment) -> Fit {
    let ends = [fit_moments(from, day), fit_moments(to, day)];
    if ends.contains(&Fit::Same) || ends.contains(&Fit::Finer) {
        return Fit::Unknown;
    }
    if ends.contains(&Fit::Unlike) {
        return Fit::Unlike;
    }
    if from <= day && day <= to { Fit::Finer } else { Fit::Clash }
}

/// Minutes in a day.
const DAY: i32 = 1_440;

fn fit_clocks((a, zone): (i32, &str), (b, other): (i32, &str)) -> Fit {
    let fit = |same: bool| if same { Fit::Same } else { Fit::Clash };
    match (zone.parse::<i32>(), other.parse::<i32>()) {
        (Ok(zone), Ok(other)) => fit((a - zone - b + other).rem_euclid(DAY) == 0),
        _ if zone == other || a == b => fit(a == b),
        // Noon in one place is morning in another, and it is not said in which.
        _ if !zone.is_empty() && !other.is_empty() => Fit::Unknown,
        _ => Fit::Clash,
    }
}

/// Lengths this near, measured by the longer, are one length in two units: twelve months and a year.
const SAME_LENGTH: f64 = 0.02;

fn fit_lengths(a: &Length<'_>, b: &Length<'_>) -> Fit {
    let alike = (a.amount, a.unit) == (b.amount, b.unit)
        || matches!((a.in_days(), b.in_days()), (Some(a), Some(b)) if (a - b).abs() <= SAME_LENGTH * a.max(b));
    match alike {
        true if a.bound == b.bound => Fit::Same,
        true => Fit::Finer,
        false if a.unit == b.unit || a.in_days().is_some() && b.in_days().is_some() => Fit::Clash,
        false => Fit::Unlike,
    }
}

fn unit(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or(words)
}

/// "Early this month" without the part of it.
fn unpart(words: &str) -> &str {
    ["early ", "late ", "mid "].iter().find_map(|part| words.strip_prefix(part)).unwrap_or(words)
}

/// Whether words such as "earlier this year" may stand for a year or month of the calendar.
fn may_be_of(words: &str, year: i32, month: i32) -> bool {
    match unit(words) {
        "year" => year > 0 && month == 0,
        "month" => month > 0,
        _ => false,
    }
}

/// A day that a source names by its weekday and another by its distance from the day of writing.
fn may_be_a_weekday(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or(words);
    matches!(first, "today" | "yesterday" | "tomorrow" | "overnight" | "hours")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(left: &str, right: &str) -> Fit {
        let (left, right) = (When::parse(left), When::parse(right));
        assert_eq!(fit(&left, &right), fit(&right, &left), "the same from both sides");
        fit(&left, &right)
    }

    #[test]
    fn a_missing_year_is_no_difference() {
        assert_eq!(fits("2021-01", "--01"), Fit::Same);
        assert_eq!(fits("2021-01", "2025-01"), Fit::Clash);
        assert_eq!(fits("--02", "--02-28"), Fit::Finer);
    }

    #[test]
    fn parts_of_months_and_days() {
        assert_eq!(fits("--02", "--02 late"), Fit::Finer);
        assert_eq!(fits("--02 late", "--02-28"), Fit::Same);
        assert_eq!(fits("--02 early", "--02-28"), Fit::Clash);
        assert_eq!(fits("2020 late", "2020 early"), Fit::Clash);
        assert_eq!(fits("day 5", "day 5 night"), Fit::Same);
        assert_eq!(fits("day 5 evening", "day 5 night"), Fit::Same);
        assert_eq!(fits("day 5 morning", "day 5 night"), Fit::Clash);
    }

    #[test]
    fn ranges_meet_what_lies_in_them() {
        assert_eq!(fits("2010/2013", "2010/2013"), Fit::Same);
        assert_eq!(fits("2010/2013", "2011"), Fit::Finer);
        assert_eq!(fits("2010/2013", "2013"), Fit::Unknown);
        assert_eq!(fits("2010/2013", "2015"), Fit::Clash);
        assert_eq!(fits("1990/1999", "1994"), Fit::Finer);
    }

    #[test]
    fn clocks_are_compared_across_zones() {
        assert_eq!(fits("clock 18:00 0", "clock 19:00 60"), Fit::Same);
        assert_eq!(fits("clock 18:00 0", "clock 18:00 60"), Fit::Clash);
        assert_eq!(fits("clock 18:00 et", "clock 15:00 pt"), Fit::Unknown);
        assert_eq!(fits("clock 18:00", "clock 19:04"), Fit::Clash);
    }

    #[test]
    fn lengths_are_compared_across_units() {
        assert_eq!(fits("for 12 month", "for 1 year"), Fit::Same);
        assert_eq!(fits("for 2 week", "for 14 day"), Fit::Same);
        assert_eq!(fits("for 3 month", "for 4 month"), Fit::Clash);
        assert_eq!(fits("-2 year", "->2 year"), Fit::Finer);
        assert_eq!(fits("for some week", "for 14 day"), Fit::Unlike);
    }

    #[test]
    fn what_may_be_the_same_time_is_left_open() {
        assert_eq!(fits("day 5", "--01-28"), Fit::Unknown);
        assert_eq!(fits("day 5", "today"), Fit::Unknown);
        assert_eq!(fits("day 5", "day 1"), Fit::Clash);
        assert_eq!(fits("+2 year", "2008"), Fit::Unknown);
        assert_eq!(fits("early this year", "2008"), Fit::Unknown);
        assert_eq!(fits("early this month", "this month"), Fit::Same);
    }

    #[test]
    fn a_known_day_of_writing_settles_it() {
        let (thursday, later) = ("2025-10-09".parse().ok(), "2025-10-30".parse().ok());
        let settled = |left: &str, right: &str, written: Pair<Option<Date>>| {
            let (left, right) = (When::parse(left), When::parse(right));
            let there = compared(Pair::new(&left, &right), written);
            assert_eq!(there, compared(Pair::new(&right, &left), written.swap()));
            there
        };
        let one = Pair::new(thursday, None);
        assert_eq!(settled("day 2", "--10-07", one), Fit::Same);
        assert_eq!(settled("yesterday", "--10-08", one), Fit::Same);
        assert_eq!(settled("yesterday", "--10-07", one), Fit::Clash);
        assert_eq!(settled("yesterday", "day 3 evening", one), Fit::Same);
        assert_eq!(settled("day 2", "2025-10-07", Pair::default()), Fit::Same);
        assert_eq!(settled("day 2", "--10-07", Pair::default()), Fit::Unknown);
        assert_eq!(settled("last year", "2024", one), Fit::Same);
        assert_eq!(settled("last year", "2023", one), Fit::Clash);
        assert_eq!(settled("day 5", "day 5", Pair::new(thursday, later)), Fit::Clash);
        assert_eq!(settled("day 5", "day 5", Pair::new(thursday, thursday)), Fit::Same);
        assert_eq!(settled("yesterday", "yesterday", Pair::new(thursday, later)), Fit::Clash);
    }
}
