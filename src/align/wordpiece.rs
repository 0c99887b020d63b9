//! Cuts words into the pieces of a fixed vocabulary, as BERT does: lower case, no accents, the longest piece first.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A vocabulary of pieces; a piece that goes on with a word begins with `##`.
#[derive(Clone, Debug, Default)]
pub struct Wordpieces {
    numbers: HashMap<String, u32>,
    /// In characters: no piece is longer, so no more need be tried.
    longest: usize,
}

/// A longer stretch of letters is no word; its beginning says enough.
const LONGEST_WORD: usize = 100;

impl Wordpieces {
    /// The vocabulary with one piece on each line; a piece's number is its line, counted from 0.
    pub fn parse(lines: &str) -> Self {
        let numbers: HashMap<String, u32> = (0..).zip(lines.lines()).map(|(n, line)| (line.to_owned(), n)).collect();
        let longest = lines.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        Self { numbers, longest }
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there is no piece.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The number of a piece; `None` if the vocabulary does not have it.
    pub fn number(&self, piece: &str) -> Option<u32> {
        self.numbers.get(piece).copied()
    }

    /// The pieces of a word (or of a punctuation mark) in order; `None` stands for a stretch that cannot be cut.
    pub fn cut(&self, word: &str) -> Vec<Option<u32>> {
        let plain: Vec<char> =
            word.to_lowercase().nfd().filter(|&c| !is_combining_mark(c)).take(LONGEST_WORD).collect();
        plain
            .chunk_by(|a, b| a.is_alphanumeric() && b.is_alphanumeric())
            .filter(|stretch| !stretch.iter().any(|c| c.is_whitespace() || c.is_control()))
            .flat_map(|stretch| self.stretch(stretch))
            .collect()
    }

    fn stretch(&self, letters: &[char]) -> Vec<Option<u32>> {
        let mut pieces = Vec::new();
        let mut start = 0;
        while start < letters.len() {
            let Some((piece, length)) = self.longest_piece(&letters[start..], start > 0) else {
                return vec![None];
            };
            pieces.push(Some(piece));
            start += length;
        }
        pieces
    }

    fn longest_piece(&self, letters: &[char], goes_on: bool) -> Option<(u32, usize)> {
        (1..=letters.len().min(self.longest)).rev().find_map(|length| {
            let piece: String =
                if goes_on { "##" } else { "" }.chars().chain(letters[..length].iter().copied()).collect();
            self.number(&piece).map(|number| (number, length))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(word: &str) -> Vec<Option<u32>> {
        Wordpieces::parse("har\n##bour\nharbour\n##s\n'\nt\ncafe\n-").cut(word)
    }

    #[test]
    fn the_longest_piece_comes_first() {
        assert_eq!(cut("harbours"), [Some(2), Some(3)]);
    }

    #[test]
    fn case_and_accents_do_not_count() {
        assert_eq!(cut("CAFÉ"), [Some(6)]);
    }

    #[test]
    fn marks_stand_by_themselves() {
        assert_eq!(cut("café-t's"), [Some(6), Some(7), Some(5), Some(4), None]);
    }

    #[test]
    fn what_cannot_be_cut_is_unknown_as_a_whole() {
        assert_eq!(cut("harx"), [None]);
        assert_eq!(cut(""), []);
        assert_eq!(Wordpieces::default().cut("harbour"), [None]);
    }
}
