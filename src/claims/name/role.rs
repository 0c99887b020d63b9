//! The office that a source gives a person: "Transport Minister Ines Hallow", "Ines Hallow, the transport secretary".

use std::ops::Range;

use super::super::reading::{Page, Reading};
use super::super::{Mark, Place};

/// An office as it is written beside a name.
pub struct Role<'a> {
    /// What sort of office.
    sort: &'a str,
    /// The name under which it is compared.
    name: &'a str,
    /// The name and the office.
    pub place: Place,
}

impl Role<'_> {
    /// Whether the other is another office of the same sort: hardly one and the same person holds both.
    pub fn is_rival(&self, other: &Self) -> bool {
        self.sort == other.sort && self.name != other.name
    }
}

/// How many words an apposition after a name is looked at for an office.
const APPOSITION: usize = 6;

/// The office given to the person of a mark, before the name or in an apposition after it.
pub fn role<'a>(page: &'a Page<'_>, reading: &Reading<'_>, mark: &Mark) -> Option<Role<'a>> {
    let words = reading.words_in(mark.span);
    let found = before(page, reading, &words).or_else(|| after(page, reading, &words));
    let (value, covered) = found?;
    let (sort, name) = value.split_once(": ")?;
    let span = reading.span(covered.start.min(words.start)..covered.end.max(words.end));
    Some(Role { sort, name, place: Place { sentence: reading.id, span } })
}

type Office<'a> = (&'a str, Range<usize>);

/// "Transport Minister Ines Hallow", "the transport minister Ines Hallow".
fn before<'a>(page: &'a Page<'_>, reading: &Reading<'_>, words: &Range<usize>) -> Option<Office<'a>> {
    let inside = words.start.saturating_sub(3)..words.end.saturating_sub(1);
    inside.filter_map(|at| office_at(page, reading, at)).find(|(_, office)| {
        let joined = office.end >= words.start && office.end < words.end;
        joined && reading.words.get(office.end).is_some_and(|next| next.capital || next.folded == ".")
    })
}

/// "Ines Hallow, the transport secretary".
fn after<'a>(page: &'a Page<'_>, reading: &Reading<'_>, words: &Range<usize>) -> Option<Office<'a>> {
    (reading.folded(words.end) == ",").then_some(())?;
    let start = words.end + 1;
    let opens = reading.folded(start);
    page.lexicon.plays(opens, "noun").then_some(())?;
    let end = (start..start + APPOSITION).find(|&at| !reading.words.get(at).is_some_and(|word| word.is_word()));
    (start..end.unwrap_or(start + APPOSITION)).filter_map(|at| office_at(page, reading, at)).next()
}

fn office_at<'a>(page: &'a Page<'_>, reading: &Reading<'_>, at: usize) -> Option<Office<'a>> {
    let hit = page.lexicon.roles.at(&reading.words, at)?;
    Some((hit.value, at..at + hit.len))
}
