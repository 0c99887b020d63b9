//! Dates as a reader types them into the card of a source.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use crate::text::{WordList, fold};

use super::date::{date_in, with_colon};

static WEEKDAYS: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("../../assets/lang/en/weekdays.txt")));

/// Words that stand around a date and a time and say nothing of their own.
const FILLERS: [&str; 5] = ["at", "on", "the", "of", "hrs"];

/// The day first, as it is written with full stops; with slashes nobody can tell which is which.
static DOTTED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})\b").ok());

static TIME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?::\d{2})?(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})\b)?").ok()
});

/// What a reader typed as ISO 8601, where it is a date of the calendar, with or without a time, and nothing else.
///
/// ```
/// use paragone::load::typed_date;
/// assert_eq!(typed_date("9 October 2025, 2:30 pm"), Some("2025-10-09T14:30".to_owned()));
/// assert_eq!(typed_date("2025-10-09 14:30"), Some("2025-10-09T14:30".to_owned()));
/// assert_eq!(typed_date("before 9 October 2025"), None);
/// ```
pub fn typed_date(typed: &str) -> Option<String> {
    let (date, written) = dotted(typed).or_else(|| date_in(typed))?;
    date.get(..10)?.parse::<Date>().ok()?;
    let rest = typed.replacen(&written, " ", 1);
    let (time, rest) = if date.contains('T') { (String::new(), rest) } else { time_in(&rest)? };
    says_nothing(&rest).then(|| format!("{date}{time}"))
}

fn dotted(typed: &str) -> Option<(String, String)> {
    let found = DOTTED.as_ref()?.captures(typed)?;
    let number = |name: &str| found.name(name)?.as_str().parse::<u16>().ok();
    let date = format!("{}-{:02}-{:02}", &found["year"], number("month")?, number("day")?);
    Some((date, found[0].to_owned()))
}

/// The time in the rest of what was typed, and what is left then; `None` for a time that no clock shows.
fn time_in(rest: &str) -> Option<(String, String)> {
    let Some(found) = TIME.as_ref()?.captures(rest) else { return Some((String::new(), rest.to_owned())) };
    let time = clock(&found)?;
    Some((format!("T{time}"), rest.replacen(&found[0], " ", 1)))
}

fn clock(found: &Captures<'_>) -> Option<String> {
    let half = found.name("half").map(|half| half.as_str().to_lowercase());
    let hour: u8 = found.name("hour")?.as_str().parse().ok()?;
    let minute: u8 = found.name("minute").map_or(Some(0), |minute| minute.as_str().parse().ok())?;
    let is_bare_number = half.is_none() && found.name("minute").is_none();
    let hour = match half.as_deref() {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some("p") => hour % 12 + 12,
        Some(_) => hour % 12,
    };
    let zone = found.name("zone").map_or(String::new(), |zone| zone_of(zone.as_str()));
    (hour < 24 && minute < 60 && !is_bare_number).then(|| format!("{hour:02}:{minute:02}{zone}"))
}

/// A zone as ISO 8601 has it: "Z" or "+01:00".
fn zone_of(written: &str) -> String {
    if written.starts_with(['+', '-']) { with_colon(written) } else { "Z".to_owned() }
}

/// Whether nothing is left but punctuation, the name of a weekday and fillers.
fn says_nothing(rest: &str) -> bool {
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold);
    words.all(|word| WEEKDAYS.has(&word) || FILLERS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn expect(typed: &str, date: Option<&str>) {
        assert_eq!(typed_date(typed).as_deref(), date, "{typed}");
    }

    #[test]
    fn dates_as_people_type_them() {
        for typed in ["2025-10-09", " 9 October 2025", "Oct. 9, 2025", "9th Oct 2025", "Thursday, 9 October 2025"] {
            expect(typed, Some("2025-10-09"));
        }
        expect("9.10.2025", Some("2025-10-09"));
        expect("9. 10. 2025 um", None);
    }

    #[test]
    fn times_as_people_type_them() {
        expect("2025-10-09T14:30Z", Some("2025-10-09T14:30Z"));
        expect("9 October 2025, 14.30", Some("2025-10-09T14:30"));
        expect("9 October 2025 at 9 a.m.", Some("2025-10-09T09:00"));
        expect("9 October 2025 12:05 am", Some("2025-10-09T00:05"));
        expect("2025-10-09 2:30 PM", Some("2025-10-09T14:30"));
        expect("9 October 2025, 14:30 GMT", Some("2025-10-09T14:30Z"));
        expect("9 October 2025, 14:30 +0200", Some("2025-10-09T14:30+02:00"));
        expect("2025-10-09 14:30:59", Some("2025-10-09T14:30"));
    }

    #[test]
    fn what_is_no_date_or_more_than_one_is_none() {
        for typed in ["", "yesterday", "October 2025", "9/10/2025", "2025-02-30", "9 October 2025 25:00"] {
            expect(typed, None);
        }
        for typed in ["9 October 2025 or later", "9 October 2025 7", "13 pm 9 October 2025", "9 or 10 October 2025"] {
            expect(typed, None);
        }
    }
}
