//! The words of a sentence with the look-ups that all patterns of time share.

use crate::text::TokenKind;

use super::super::lexicon::Lexicon;
use super::super::reading::Word;

/// The first and last year that a bare number of four digits is taken for.
pub const YEARS: std::ops::RangeInclusive<u32> = 1700..=2100;

/// A time that begins at a word: how many words it takes and what it comes to.
pub type Time = Option<(usize, String)>;

/// A sentence in which times are looked for.
pub struct Tape<'a> {
    /// What is known about its language.
    pub lexicon: &'a Lexicon,
    /// Its words.
    pub words: &'a [Word],
}

impl Tape<'_> {
    /// The comparison form of a word; empty beyond the end.
    pub fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.as_str())
    }

    /// Whether a word plays a part in the sentence, as `grammar.txt` has it.
    pub fn plays(&self, at: usize, part: &str) -> bool {
        self.lexicon.plays(self.folded(at), part)
    }

    /// 1 where a word stands there, else 0: how many words a pattern may step over.
    pub fn skip(&self, at: usize, word: &str) -> usize {
        usize::from(self.folded(at) == word)
    }

    /// A month's name, as the words it takes and its number.
    pub fn month(&self, at: usize) -> Option<(usize, u32)> {
        let hit = self.lexicon.months.at(self.words, at)?;
        self.words.get(at).filter(|word| word.capital)?;
        Some((hit.len, hit.value.parse().ok()?))
    }

    /// A day of the month: "28", "28th".
    pub fn day(&self, at: usize) -> Option<u32> {
        let digits = self.folded(at).trim_end_matches(|c: char| c.is_ascii_lowercase());
        (self.words.get(at)?.kind == TokenKind::Number && digits.len() <= 2).then_some(())?;
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    }

    /// A year in four digits.
    pub fn year(&self, at: usize) -> Option<u32> {
        let word = self.words.get(at).filter(|word| word.kind == TokenKind::Number && word.folded.len() == 4)?;
        word.folded.parse().ok().filter(|year| YEARS.contains(year))
    }

    /// The unit of time that a word stands for.
    pub fn unit(&self, at: usize) -> Option<&str> {
        self.lexicon.time_units.value(self.folded(at))
    }

    /// "Morning", "night".
    pub fn part_of_day(&self, at: usize) -> Option<&str> {
        self.unit(at).filter(|unit| matches!(*unit, "morning" | "afternoon" | "evening" | "night"))
    }
}
