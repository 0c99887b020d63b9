//! Times of day, with their zones.

use crate::text::TokenKind;

use super::tape::{Tape, Time};

impl Tape<'_> {
    /// "7 p.m.", "8.40am", "4:30 a.m. local time", "18:05 GMT", "9:25 hours".
    pub fn clock(&self, at: usize) -> Time {
        let word = self.words.get(at).filter(|word| word.kind == TokenKind::Number)?;
        let end = word.folded.find(|c: char| c.is_ascii_lowercase()).unwrap_or(word.folded.len());
        let (digits, glued) = word.folded.split_at_checked(end)?;
        let (hour, written) = digits.split_once(['.', ':']).unwrap_or((digits, ""));
        let hour: u32 = hour.parse().ok().filter(|hour| *hour <= 24)?;
        let mut len = 1;
        let mut minutes = written;
        // "8:30" may be cut at its colon, and texts taken from pages tear "8. 30" apart.
        let colon = self.folded(at + 1) == ":" && self.words.get(at + 1).is_some_and(|mark| !mark.spaced);
        let torn = self.folded(at + 1) == "." && self.folded(at + 2).len() >= 2 && self.half(at + 2).is_some();
        let mut half = self.half(at);
        if written.is_empty() && glued.is_empty() && (colon || torn) {
            minutes = self.folded(at + 2).trim_end_matches(|c: char| c.is_ascii_lowercase());
            half = self.half(at + 2);
            len = 3;
        }
        let minute: u32 = if minutes.is_empty() { 0 } else { minutes.parse().ok().filter(|minute| *minute <= 59)? };
        if half.is_none() && !(digits.contains(':') || len == 3 && colon) {
            return None;
        }
        let late = half.is_some_and(|(_, late)| late) && hour < 12;
        let morning = half.is_some_and(|(_, late)| !late) && hour == 12;
        len += half.map_or(0, |(words, _)| words);
        len += self.skip(at + len, "hours");
        let hour = if late { hour + 12 } else { hour } - if morning { 12 } else { 0 };
        let time = format!("clock {hour}:{minute:02}");
        Some(match self.zone(at + len) {
            Some((words, zone)) => (len + words, format!("{time} {zone}")),
            None => (len, time),
        })
    }

    /// Which half of the day the words after a number, or its own ending, say: how many words they take, and whether it
    /// is the later.
    fn half(&self, number: usize) -> Option<(usize, bool)> {
        let glued = self.folded(number).trim_start_matches(|c: char| !c.is_ascii_lowercase());
        let late = |word: &str| match word {
            "am" | "a.m" => Some(false),
            "pm" | "p.m" => Some(true),
            _ => None,
        };
        let stop = |word: &str, at: usize| if word.contains('.') { self.skip(at, ".") } else { 0 };
        if let Some(late) = late(glued) {
            return Some((stop(glued, number + 1), late));
        }
        let next = self.folded(number + 1);
        if let Some(late) = late(next) {
            return Some((1 + stop(next, number + 2), late));
        }
        let torn = matches!(next, "a" | "p") && self.folded(number + 2) == "." && self.folded(number + 3) == "m";
        torn.then(|| (3 + self.skip(number + 4, "."), next == "p"))
    }

    /// The zone of a time of day: "GMT", "Eastern time", "local time".
    fn zone(&self, at: usize) -> Option<(usize, &str)> {
        let hit = self.lexicon.time_zones.at(self.words, at)?;
        let named = self.words.get(at).is_some_and(|word| word.capital) || hit.len > 1;
        named.then_some((hit.len, hit.value))
    }
}
