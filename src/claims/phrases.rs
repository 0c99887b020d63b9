//! A word list made ready for matching phrases against the words of a sentence.

use std::collections::{HashMap, HashSet};

use crate::text::{TokenKind, WordList, tokens};

use super::reading::Word;

/// A bit for each list of a lexicon.
pub type Lists = u64;

/// Phrases by their first word; the longest phrase that fits wins. Only ever looked up, never walked through.
#[derive(Debug, Default)]
pub struct Phrases {
    by_head: HashMap<String, Vec<Phrase>>,
    shapes: Shapes,
    values: HashSet<String>,
    /// The list's own bit among those of [`Word::lists`].
    bit: Lists,
}

/// Which lengths the listed first words have, by their first byte: most words of a text are turned away by this alone.
#[derive(Debug)]
struct Shapes([u32; 256]);

impl Default for Shapes {
    fn default() -> Self {
        Self([0; 256])
    }
}

impl Shapes {
    fn of(word: &str) -> (usize, u32) {
        let first = word.bytes().next().unwrap_or(0);
        (usize::from(first), 1 << word.len().min(31))
    }

    fn add(&mut self, word: &str) {
        let (first, length) = Self::of(word);
        self.0[first] |= length;
    }

    fn may_have(&self, word: &str) -> bool {
        let (first, length) = Self::of(word);
        self.0[first] & length != 0
    }
}

#[derive(Debug)]
struct Phrase {
    tail: Vec<String>,
    value: String,
}

/// A phrase found: how many words it takes and what its list says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// How many words of the sentence it takes.
    pub len: usize,
    /// The value after `=` in the list.
    pub value: &'a str,
}

impl Phrases {
    /// Reads a list in the format of [`WordList`].
    pub fn parse(data: &str) -> Self {
        let mut by_head: HashMap<String, Vec<Phrase>> = HashMap::new();
        let mut values = HashSet::new();
        for (entry, value) in WordList::parse(data).iter() {
            let mut words = split(entry).into_iter();
            let Some(head) = words.next() else { continue };
            values.insert(value.to_owned());
            by_head.entry(head).or_default().push(Phrase { tail: words.collect(), value: value.to_owned() });
        }
        by_head.values_mut().for_each(|phrases| phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.tail.len())));
        let mut shapes = Shapes::default();
        by_head.keys().for_each(|head| shapes.add(head));
        Self { by_head, shapes, values, bit: Lists::MAX }
    }

    /// The first words of the phrases.
    pub fn heads(&self) -> impl Iterator<Item = &str> {
        self.by_head.keys().map(String::as_str)
    }

    /// Whether a phrase of the list has the value.
    pub fn has_value(&self, value: &str) -> bool {
        self.values.contains(value)
    }

    /// Gives the list its bit.
    pub fn set_bit(&mut self, bit: Lists) {
        self.bit = bit;
    }

    /// The longest phrase that begins at a word of the sentence.
    pub fn at(&self, words: &[Word], start: usize) -> Option<Hit<'_>> {
        self.all_at(words, start).next()
    }

    /// All phrases that begin at a word of the sentence, the longest first.
    pub fn all_at<'a>(&'a self, words: &[Word], start: usize) -> impl Iterator<Item = Hit<'a>> {
        let head = words.get(start).filter(|head| head.lists & self.bit != 0);
        let phrases = head.and_then(|head| self.starting(&head.folded)).unwrap_or_default();
        let rest = words.get(start + 1..).unwrap_or_default();
        let fits = move |phrase: &&Phrase| {
            rest.len() >= phrase.tail.len() && phrase.tail.iter().zip(rest).all(|(tail, word)| *tail == word.folded)
        };
        phrases.iter().filter(fits).map(|phrase| Hit { len: 1 + phrase.tail.len(), value: &phrase.value })
    }

    /// What the list says about a single word.
    pub fn value(&self, folded: &str) -> Option<&str> {
        self.starting(folded)?.iter().find(|phrase| phrase.tail.is_empty()).map(|phrase| phrase.value.as_str())
    }

    fn starting(&self, folded: &str) -> Option<&[Phrase]> {
        let phrases = self.shapes.may_have(folded).then(|| self.by_head.get(folded))??;
        Some(phrases)
    }

    /// Whether a single word is listed.
    pub fn has(&self, folded: &str) -> bool {
        self.value(folded).is_some()
    }
}

/// An entry cut as sentences are cut, so that "a.m." or "so-called" in a list meets the same words in a text.
fn split(entry: &str) -> Vec<String> {
    // Nearly all entries are plain words, which need no rules to be told apart.
    if entry.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return entry.split_ascii_whitespace().map(str::to_owned).collect();
    }
    tokens(entry)
        .iter()
        .filter(|token| token.kind != TokenKind::Punctuation || token.span.of(entry) != "…")
        .map(|token| token.span.of(entry).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::reading::words_of;

    #[test]
    fn the_longest_phrase_wins() {
        let list = Phrases::parse("more = a\nmore than = b\n");
        let words = words_of("more than ten, more or less");
        assert_eq!(list.at(&words, 0), Some(Hit { len: 2, value: "b" }));
        assert_eq!(list.at(&words, 4), Some(Hit { len: 1, value: "a" }));
        assert_eq!(list.at(&words, 1), None);
        assert_eq!(list.at(&words, 99), None);
    }

    #[test]
    fn points_and_hyphens_are_matched_as_they_stand_in_a_text() {
        let list = Phrases::parse("so-called\np.m.\n");
        assert_eq!(list.at(&words_of("the so-called plan"), 1).map(|hit| hit.len), Some(3));
        assert!(list.at(&words_of("at 7 p.m. sharp"), 2).is_some());
    }
}
