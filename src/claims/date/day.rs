//! The day on which a source was written: "Tuesday" and "yesterday" are counted from it.

use jiff::civil::Date;

use crate::clean::Reason;
use crate::load::CardField;
use crate::segment::Document;

/// The day in an ISO date, "2025-10-09" with or without a time.
pub fn from_iso(date: &str) -> Option<Date> {
    date.get(..10)?.parse().ok()
}

/// The day a source was written: as its card has it, else the only full date of the lines taken out as bylines. Where the
/// reader wrote the card's date, nothing else counts, and a text that is no date is none.
pub fn written(document: &Document) -> Option<Date> {
    let card = &document.card;
    if card.published.is_some() || card.overwritten.contains_key(&CardField::Published) {
        return from_iso(card.published.as_deref()?);
    }
    let bylines = document.removed.iter().filter(|removed| removed.why == Reason::Byline);
    let mut days: Vec<Date> =
        bylines.flat_map(|line| super::grammar::days_in(&line.text, &document.language)).collect();
    days.dedup();
    match days.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_with_or_without_a_time() {
        let day = from_iso("2024-02-29T09:00:00Z");
        assert_eq!(day, from_iso("2024-02-29"));
        assert!(day.is_some());
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["2023-02-29", "1970", "yesterday and more", ""] {
            assert_eq!(from_iso(text), None, "{text}");
        }
    }
}
