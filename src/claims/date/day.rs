//! Days counted, so that "Tuesday" and "yesterday" can be compared with a calendar date.

use crate::clean::Reason;
use crate::segment::Document;

/// A day of the calendar, as the number of days since 1 January 1970, which was a Thursday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i64);

/// Days in 400 years, after which the Gregorian calendar repeats itself.
const ERA: i64 = 146_097;

/// Days from 1 March of the year 0, where the count is easiest, to 1 January 1970.
const EPOCH: i64 = 719_468;

impl Day {
    /// A day by its year, month and day of the month; `None` where there is no such day.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let made = Self::counted(i64::from(year), i64::from(month), i64::from(day));
        ((1..=12).contains(&month) && made.calendar() == [year, month, day]).then_some(made)
    }

    /// Years begin in March, so that the leap day is the last: each month then begins after a fixed number of days.
    fn counted(year: i64, month: i64, day: i64) -> Self {
        let year = if month > 2 { year } else { year - 1 };
        let (era, in_era) = (year.div_euclid(400), year.rem_euclid(400));
        let in_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
        Self(era * ERA + in_era * 365 + in_era / 4 - in_era / 100 + in_year - EPOCH)
    }

    /// The day in an ISO date, "2025-10-09" with or without a time.
    pub fn from_iso(date: &str) -> Option<Self> {
        let mut parts = date.get(..10)?.split('-').map(|part| part.parse().ok());
        Self::new(parts.next()??, parts.next()??, parts.next()??)
    }

    /// Year, month and day of the month.
    pub fn calendar(self) -> [u32; 3] {
        let days = self.0 + EPOCH;
        let (era, in_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let year = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * year + year / 4 - year / 100);
        let month = (5 * in_year + 2) / 153;
        let day = in_year - (153 * month + 2) / 5 + 1;
        let (month, turn) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        [year + era * 400 + turn, month, day].map(|part| u32::try_from(part).unwrap_or(0))
    }

    /// So many days later.
    pub fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// The number of its weekday, Monday being 1.
    pub fn weekday(self) -> u32 {
        u32::try_from((self.0 + 3).rem_euclid(7) + 1).unwrap_or(0)
    }
}

/// The day a source was written: as its card has it, else the only full date of the lines taken out as bylines.
pub fn written(document: &Document) -> Option<Day> {
    if let Some(published) = &document.card.published {
        return Day::from_iso(published);
    }
    let bylines = document.removed.iter().filter(|removed| removed.why == Reason::Byline);
    let mut days: Vec<Day> = bylines.flat_map(|line| super::grammar::days_in(&line.text, &document.language)).collect();
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
    fn days_are_counted_over_leap_days_and_centuries() {
        let day = Day::new(2024, 2, 28).unwrap();
        assert_eq!(day.plus(2).calendar(), [2024, 3, 1]);
        assert_eq!(Day::new(1900, 2, 29), None);
        assert_eq!(Day::new(2000, 2, 29).map(Day::weekday), Some(2));
        assert_eq!(Day::from_iso("1970-01-01T09:00"), Some(Day(0)));
        assert_eq!((Day::from_iso("1970"), Day::from_iso("yesterday and more"), Day::new(1, 0, 0)), (None, None, None));
    }
}
