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
        let joined = self.plays(joint, "joins") || self.plays(joint, "choice");
        let to = joined || hyphen == 1;
        let second = joint + usize::from(joined);
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::claims::Kind;
    use crate::claims::testing::{marked, marks};

    fn values(sentence: &str) -> Vec<String> {
        marks(Kind::Date, sentence).into_iter().map(|(_, value)| value).collect()
    }

    #[test]
    fn dates_are_read_as_far_as_they_go() {
        assert_eq!(values("It closed on January 28, 2021 and again in March 2022."), ["2021-01-28", "2022-03"]);
        assert_eq!(values("On Friday night, or 3 May, it closed."), ["day 5 night", "--05-03"]);
        assert_eq!(values("Two days later it closed, as in 1997."), ["+2 day", "1997"]);
        assert_eq!(values("It opened in the 1990s, in the summer of 2009."), ["1990/1999", "2009 summer"]);
        assert_eq!(values("It has run since 2019 and ends by 2030 or this spring."), ["2019", "2030", "this spring"]);
        assert_eq!(values("The 19 Sept. 11 memorials stand."), ["--09-11"]);
    }

    #[test]
    fn one_day_said_twice_is_one_date() {
        assert_eq!(values("It closed Tuesday, July 27, 2004, for good."), ["2004-07-27"]);
        assert_eq!(marked(Kind::Date, "It closed on Saturday (July 24, 2004)."), ["Saturday (July 24, 2004)"]);
        assert_eq!(values("It shut early morning on Sunday, February 1."), ["--02-01 morning"]);
        assert_eq!(values("It closed on Tuesday, May said."), ["day 2"]);
    }

    #[test]
    fn parts_of_months_and_years() {
        assert_eq!(values("It shuts in mid-March and at the end of April."), ["--03 mid", "--04 late"]);
        assert_eq!(values("It opened in late 2019 and early June."), ["2019 late", "--06 early"]);
        assert_eq!(values("It ends by the end of next season."), ["late next season"]);
        assert_eq!(values("It opened earlier this year, said on last January."), ["early this year", "--01"]);
    }

    #[test]
    fn stretches_have_two_ends() {
        assert_eq!(values("It was shut from May to June 2020."), ["2020-05/2020-06"]);
        assert_eq!(values("She led it from 2010 to 2013, he in 1989-93."), ["2010/2013", "1989/1993"]);
        assert_eq!(values("It lasts May 3-5."), ["--05-03/--05-05"]);
        assert_eq!(values("Between September 2016 and July 2017 it was shut."), ["2016-09/2017-07"]);
        assert_eq!(values("In 2016 and 2017 it was shut."), ["2016", "2017"]);
    }

    #[test]
    fn lengths_of_time() {
        assert_eq!(values("A two-year ban, for six months."), ["for 2 year", "for 6 month"]);
        assert_eq!(values("It took more than two years, then half an hour."), ["for >2 year", "for 0.5 hour"]);
        assert_eq!(values("A 40- to 60-hour course of five to seven weeks."), ["for 40..60 hour", "for 5..7 week"]);
        assert_eq!(values("It began more than two years ago, hours later it ended."), [">2 year ago", "later hours"]);
        assert_eq!(values("A 4-1/2-month ban."), ["for 4.5 month"]);
        assert!(values("A 42-year-old and a pier 90 years old.").is_empty());
    }

    #[test]
    fn times_of_day_with_their_zones() {
        assert_eq!(values("It opened last week at 7:30 p.m. for good."), ["last week", "clock 19:30"]);
        assert_eq!(values("At 4:30 a.m. local time, 18:05 GMT."), ["clock 4:30 local", "clock 18:05 0"]);
        assert_eq!(values("At 8. 40am or 9. 25 a. m. or 12:15 am."), ["clock 8:40", "clock 9:25", "clock 0:15"]);
        assert_eq!(values("Overnight, at noon, on Christmas Eve."), ["overnight", "clock 12:00", "--12-24"]);
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        assert!(
            values("They may march; a 40-year-old paid $2,000 for 1800 seats.").iter().all(|value| value == "1800")
        );
        assert!(values("May I come in as soon as you can?").is_empty());
        assert!(values("They voted 12-31 and paid 3/4 of 12.5 percent.").is_empty());
    }

    proptest! {
        #[test]
        fn a_day_comes_to_the_same_however_it_is_written(year in 1_700_i16..2_100, month in 1_i8..=12, day in 1_i8..=28) {
            const MONTHS: [&str; 12] = [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ];
            let name = MONTHS[usize::from(month.unsigned_abs()) - 1];
            let expected = vec![format!("{year}-{month:02}-{day:02}")];
            for written in [
                format!("{name} {day}, {year}"),
                format!("{day} {name} {year}"),
                format!("the {day}th of {name} {year}"),
            ] {
                prop_assert_eq!(&values(&format!("The harbour closed on {written} for good.")), &expected);
            }
        }

        #[test]
        fn a_clock_comes_to_the_same_in_halves_and_in_one(hour in 13_u32..24, minute in 0_u32..60) {
            let expected = vec![format!("clock {hour}:{minute:02}")];
            for written in [format!("{hour}:{minute:02}"), format!("{}:{minute:02} p.m.", hour - 12)] {
                prop_assert_eq!(&values(&format!("It closed at {written} for good.")), &expected);
            }
        }
    }
}
