//! Days, months and years of the calendar, alone and from one to the other.

use crate::text::TokenKind;

use super::tape::{Tape, Time, YEARS};

impl Tape<'_> {
    /// "January 28, 2021", "28 January 2021", "Jan. 28", "January 2021".
    pub fn calendar_day(&self, at: usize) -> Time {
        if let Some(day) = self.day(at) {
            let of = self.skip(at + 1, "of");
            let (len, month) = self.month(at + 1 + of)?;
            let end = 1 + of + len;
            if let Some(year) = self.year(at + end) {
                return Some((end + 1, format!("{year}-{month:02}-{day:02}")));
            }
            // "The 19 Sept. 11 memorials": the number before counts something else.
            return self.day(at + end).is_none().then(|| (end, format!("--{month:02}-{day:02}")));
        }
        let (len, month) = self.month(at)?;
        let of = self.skip(at + len, "of");
        if let Some(year) = self.year(at + len + of) {
            return Some((len + of + 1, format!("{year}-{month:02}")));
        }
        let day = self.day(at + len)?;
        let comma = self.skip(at + len + 1, ",");
        Some(match self.year(at + len + 1 + comma) {
            Some(year) => (len + 2 + comma, format!("{year}-{month:02}-{day:02}")),
            None => (len + 1, format!("--{month:02}-{day:02}")),
        })
    }

    /// "Friday", "last Friday", "Friday night", "Tuesday, July 27, 2004".
    pub fn weekday(&self, at: usize) -> Time {
        let pointer = self.lexicon.time_pointers.at(self.words, at).map_or(0, |hit| hit.len);
        let hit = self.lexicon.weekdays.at(self.words, at + pointer)?;
        self.words.get(at + pointer).filter(|word| word.capital)?;
        let mut len = pointer + hit.len;
        let part = self.part_of_day(at + len);
        len += usize::from(part.is_some());
        let (len, day) = match self.beside_weekday(at + len) {
            Some((more, day)) => (len + more, day),
            None => (len, format!("day {}", hit.value)),
        };
        Some((len, part.map_or(day.clone(), |part| format!("{day} {part}"))))
    }

    /// The calendar day that a weekday is explained by: ", July 27, 2004" or "(July 27)".
    fn beside_weekday(&self, at: usize) -> Time {
        let bracket = self.skip(at, "(");
        let joint = bracket + self.skip(at, ",");
        let (len, day) = self.calendar_day(at + joint).filter(|(_, day)| day.matches('-').count() > 1)?;
        let is_day = !day.starts_with("--") || day.len() > "--00".len();
        is_day.then(|| (joint + len + bracket * self.skip(at + joint + len, ")"), day))
    }

    /// "The morning of July 3", "early evening on Sunday".
    pub fn part_of_a_day(&self, at: usize) -> Time {
        let third = self.lexicon.time_pointers.at(self.words, at).filter(|hit| matches!(hit.value, "early" | "late"));
        let third = third.map_or(0, |hit| hit.len);
        let part = self.part_of_day(at + third)?;
        let joint = third + 1;
        matches!(self.folded(at + joint), "of" | "on").then_some(())?;
        let (len, day) = self.calendar_day(at + joint + 1).or_else(|| self.weekday(at + joint + 1))?;
        (!day.contains(' ') || day.starts_with("day ")).then(|| (joint + 1 + len, format!("{day} {part}")))
    }

    /// "In January": a month alone, where it cannot be the verb "may" or a march.
    pub fn lone_month(&self, at: usize) -> Time {
        let (len, month) = self.month(at)?;
        let dated = at.checked_sub(1).is_some_and(|before| self.plays(before, "dated"));
        let sure = !self.plays(at, "unsure");
        (dated || sure && at > 0).then(|| (len, format!("--{month:02}")))
    }

    /// "2021", "the 1990s".
    pub fn lone_year(&self, at: usize) -> Time {
        if let Some(decade) = self.folded(at).strip_suffix('s').filter(|decade| decade.len() == 4) {
            let year: u32 = decade.parse().ok()?;
            return YEARS.contains(&year).then(|| (1, format!("{year}/{}", year + 9)));
        }
        let year = self.year(at)?;
        let money = at > 0 && matches!(self.folded(at - 1), "$" | "€" | "£");
        if money || self.words.get(at + 1).is_some_and(|next| self.lexicon.units.has(&next.folded)) {
            return None;
        }
        Some((1, year.to_string()))
    }

    /// "Summer 2009", "the spring of 2020".
    pub fn season(&self, at: usize) -> Time {
        let season = self.unit(at).filter(|unit| matches!(*unit, "spring" | "summer" | "autumn" | "winter"))?;
        let of = self.skip(at + 1, "of");
        let year = self.year(at + 1 + of)?;
        Some((2 + of, format!("{year} {season}")))
    }

    /// "From May to June 2020", "between 2010 and 2013", "1989-2013", "May 3-5".
    pub fn range(&self, at: usize) -> Time {
        let bounds = self.plays(at, "bounds");
        let preposition = usize::from(bounds || self.plays(at, "opens"));
        let (first, from) = self.point(at + preposition)?;
        let joint = at + preposition + first;
        let joined = self.plays(joint, if bounds { "pairs" } else { "joins" }) || self.folded(joint) == "-";
        let end = self.point(joint + 1).or_else(|| self.short_end(joint, &from));
        let (second, to) = end.filter(|_| joined)?;
        let from = match to.get(..5) {
            Some(year) if from.starts_with("--") && !to.starts_with("--") => format!("{year}{}", &from[2..]),
            _ => from,
        };
        Some((preposition + first + 1 + second, format!("{from}/{to}")))
    }

    /// One end of a range.
    fn point(&self, at: usize) -> Time {
        let month = || self.month(at).map(|(len, month)| (len, format!("--{month:02}")));
        let year = || self.year(at).map(|year| (1, year.to_string()));
        self.calendar_day(at).or_else(month).or_else(year)
    }

    /// The end of "1989-93" and "May 3-5", which leaves out what the beginning has said.
    fn short_end(&self, dash: usize, from: &str) -> Time {
        let end = self.words.get(dash + 1).filter(|end| !end.spaced && end.kind == TokenKind::Number)?;
        let number: u32 = end.folded.parse().ok().filter(|_| end.folded.len() <= 2)?;
        let value = match from.rsplit_once('-') {
            None => format!("{}{number:02}", from.get(..2)?),
            Some((month, _)) if self.day(dash + 1).is_some() && self.day(dash - 1).is_some() => {
                format!("{month}-{number:02}")
            }
            Some(_) => return None,
        };
        Some((1, value))
    }
}
