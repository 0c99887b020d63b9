//! The day on which a page was published, as its readers saw it.
//!
//! Systems write times in UTC, where the evening of one day in America, or the morning in Asia, is another day. Where the
//! page tells the same moment with its own zone, or shows a day that is one off, that is the day of publication.

use jiff::Timestamp;
use jiff::civil::Date;

use super::super::date_in;

/// A line with the date of publication is no longer, in characters.
const LONGEST: usize = 140;

/// A time element: its machine-readable value and what the reader sees.
pub(super) struct Time {
    pub value: String,
    pub text: String,
}

/// The moment as the page's own marks show it: `values` are what other marks say of dates, `times` its time elements.
pub(super) fn as_marked(published: String, values: &[String], times: &[Time]) -> String {
    let Some(moment) = moment_in_utc(&published) else { return published };
    let is_same = |value: &str| moment_of(value) == Some(moment);
    let all = values.iter().chain(times.iter().map(|time| &time.value));
    let mut same = all.filter_map(|value| date_in(value)).map(|(value, _)| value).filter(|value| is_same(value));
    if let Some(local) = same.find(|value| moment_in_utc(value).is_none()) {
        return local;
    }
    let is_of_this = |time: &&Time| date_in(&time.value).is_some_and(|(value, _)| is_same(&value));
    as_shown(published, times.iter().filter(is_of_this).map(|time| time.text.as_str()))
}

/// The day that lines near the headline show, where it is the day before or after and none shows that of UTC.
pub(super) fn as_shown<'a>(published: String, lines: impl Iterator<Item = &'a str>) -> String {
    let Some(day) = moment_in_utc(&published).and_then(|_| day_of(&published)) else { return published };
    let shown: Vec<Date> =
        lines.filter(|line| is_no_sentence(line)).filter_map(date_in).filter_map(|(date, _)| day_of(&date)).collect();
    let is_next = |other: &&Date| [day.tomorrow(), day.yesterday()].into_iter().flatten().any(|near| near == **other);
    match shown.iter().find(is_next) {
        Some(other) if !shown.contains(&day) => other.to_string(),
        _ => published,
    }
}

/// Whether a line is no sentence, which may speak of another day.
fn is_no_sentence(line: &str) -> bool {
    line.chars().count() <= LONGEST && (!line.ends_with(['.', '!', '?']) || line.ends_with(".m."))
}

/// The moment, where it is told in UTC.
fn moment_in_utc(date: &str) -> Option<Timestamp> {
    moment_of(date).filter(|_| date.ends_with('Z') || date.ends_with("+00:00"))
}

/// The moment of a date with time and zone.
fn moment_of(date: &str) -> Option<Timestamp> {
    date.parse().ok()
}

fn day_of(date: &str) -> Option<Date> {
    date.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const UTC: &str = "2025-10-10T02:30Z";

    fn shown(lines: &[&str]) -> String {
        as_shown(UTC.to_owned(), lines.iter().copied())
    }

    #[test]
    fn the_page_s_own_zone_goes_before_utc() {
        let values = ["2025-10-09T22:30:00-04:00".to_owned(), "2025-10-09T23:30:00-04:00".to_owned()];
        assert_eq!(as_marked(UTC.to_owned(), &values, &[]), "2025-10-09T22:30-04:00");
        assert_eq!(as_marked(UTC.to_owned(), &values[1..], &[]), UTC);
        let local = "2025-10-09T22:30-05:00";
        assert_eq!(as_marked(local.to_owned(), &values, &[]), local);
    }

    #[test]
    fn a_day_that_the_page_shows_goes_before_that_of_utc() {
        let time = |value: &str| Time { value: value.to_owned(), text: "9 October 2025".to_owned() };
        assert_eq!(as_marked(UTC.to_owned(), &[], &[time("2025-10-10T02:30:00Z")]), "2025-10-09");
        assert_eq!(as_marked(UTC.to_owned(), &[], &[time("2025-10-10T04:00:00Z")]), UTC);
        assert_eq!(shown(&["By Ines Hallow", "Oct. 9, 2025 at 10:30 p.m."]), "2025-10-09");
        assert_eq!(shown(&["11 October 2025"]), "2025-10-11");
    }

    #[test]
    fn other_days_change_nothing() {
        assert_eq!(shown(&["8 October 2025"]), UTC);
        assert_eq!(shown(&["Updated 10 October 2025", "9 October 2025"]), UTC);
        assert_eq!(shown(&["The council met on 9 October 2025."]), UTC);
        assert_eq!(as_shown("2025-10-10".to_owned(), ["9 October 2025"].into_iter()), "2025-10-10");
    }
}
