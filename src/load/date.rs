//! Calendar dates as bylines and web pages write them, as ISO 8601.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::{WordList, fold};

/// Nothing was published before; programs write "0001-01-01" where they know no date.
const EARLIEST: &str = "1500";

static MONTHS: LazyLock<WordList> = LazyLock::new(|| WordList::parse(include_str!("../../assets/lang/en/months.txt")));

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // Only digits and letters of ASCII: months are in English, and whatever else is a digit takes long to build.
    Regex::new(concat!(
        r"(?-u)(?P<y1>\d{4})-(?P<m1>\d{2})-(?P<d1>\d{2})",
        r"(?:[T ](?P<time>\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\x20?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?",
        r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\.? (?P<m2>[A-Za-z]{3,9})\.?,? (?P<y2>\d{4})",
        r"|(?P<m3>[A-Za-z]{3,9})\.? (?P<d3>\d{1,2})(?:st|nd|rd|th)?,? (?P<y3>\d{4})",
    ))
    .ok()
});

/// The first date of a text as ISO 8601 (a day, with time and zone where they are given in that form), and how it is
/// written there.
///
/// ```
/// use paragone::load::date_in;
/// assert_eq!(date_in("Posted March 3, 2024"), Some(("2024-03-03".to_owned(), "March 3, 2024".to_owned())));
/// ```
pub fn date_in(text: &str) -> Option<(String, String)> {
    if !may_hold_a_year(text) {
        return None;
    }
    let found = DATE.as_ref()?.captures(text)?;
    let part = |names: [&str; 3]| names.iter().find_map(|name| found.name(name)).map(|part| part.as_str());
    let month = month(part(["m1", "m2", "m3"])?)?;
    let day: u8 = part(["d1", "d2", "d3"])?.parse().ok()?;
    let year = part(["y1", "y2", "y3"])?;
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day) && year >= EARLIEST;
    let time = found.name("time").map_or(String::new(), |time| format!("T{}", time.as_str()));
    let zone = found.name("zone").map_or(String::new(), |zone| with_colon(zone.as_str()));
    is_date.then(|| (format!("{year}-{month:02}-{day:02}{time}{zone}"), found[0].to_owned()))
}

/// Whether four digits stand side by side.
fn may_hold_a_year(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

/// A zone as ISO 8601 has it, "+01:00".
pub(super) fn with_colon(zone: &str) -> String {
    match zone.split_at_checked(3) {
        Some((hours, minutes)) => format!("{hours}:{}", minutes.trim_start_matches(':')),
        None => zone.to_owned(),
    }
}

/// The number of a month written in digits, in full or short, with its full stop or without.
fn month(written: &str) -> Option<u8> {
    let name = fold(written);
    let number = MONTHS.value(&name).or_else(|| MONTHS.value(&format!("{name}.")));
    number.unwrap_or(written).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn expect(text: &str, date: Option<&str>) {
        assert_eq!(date_in(text).map(|(date, _)| date).as_deref(), date, "{text}");
    }

    #[test]
    fn dates_of_bylines_and_of_machines() {
        expect("2024-03-03", Some("2024-03-03"));
        expect("2024-03-03T10:05:09.000Z", Some("2024-03-03T10:05Z"));
        expect("2024-03-03T10:05:09+0100", Some("2024-03-03T10:05+01:00"));
        expect("Sun, 03 Mar 2024 10:05:09 GMT", Some("2024-03-03"));
        expect("Sept. 12, 2023 at 5:30 p.m.", Some("2023-09-12"));
    }

    #[test]
    fn other_figures_are_none() {
        for text in
            ["2024-13-03", "٢٠٢٤-٠٣-٠٣", "0001-01-01T00:00:00Z", "room 12 of 2024", "3 masts 2024", "yesterday", ""]
        {
            expect(text, None);
        }
    }
}
