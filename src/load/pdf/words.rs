//! Letters into words by the gaps between them.

use std::collections::BTreeSet;

/// A gap narrower than this is no space, in sizes of the letters: a space is about a quarter.
const NARROWEST_SPACE: f64 = 0.17;

/// Letters overlap by no more than this, in sizes: kerning is a tenth at most.
const WIDEST_OVERLAP: f64 = 0.5;

/// Letters whose sizes differ by more than this part are not of one word: a note's mark is two thirds as large.
const SIZES_ALIKE: f64 = 0.15;

/// Letters whose lines lie further apart are not of one word, in sizes.
const BASES_ALIKE: f64 = 0.1;

/// A letter and where it stands; all measures are points, downwards and to the right.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The line on which it stands.
    pub(super) base: f64,
    pub(super) size: f64,
    /// The file says that it is no part of the text, or it is turned otherwise than the rest of the page.
    pub(super) is_margin: bool,
}

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    /// A space is drawn before it.
    pub(super) is_spaced: bool,
    pub(super) is_margin: bool,
}

impl Word {
    /// Whether a space lies between a word and the one to its left.
    pub(super) fn is_apart_from(&self, before: &Self) -> bool {
        self.is_spaced || self.left - before.right > NARROWEST_SPACE * self.size.max(before.size)
    }
}

/// The words as far as their letters have been drawn.
#[derive(Default)]
pub(super) struct Words {
    words: Vec<Word>,
    is_spaced: bool,
    /// Letters drawn so far, as bold ones are often drawn twice.
    drawn: BTreeSet<(String, i64, i64)>,
}

impl Words {
    pub(super) fn push(&mut self, letter: &Letter) {
        if letter.text.trim().is_empty() {
            self.is_spaced = true;
            return;
        }
        let place = |position: f64| (position * 2.0).round() as i64;
        if !self.drawn.insert((letter.text.clone(), place(letter.left), place(letter.base))) {
            return;
        }
        let is_spaced = std::mem::take(&mut self.is_spaced);
        let text = without_ligatures(&letter.text);
        match self.words.last_mut() {
            Some(word) if !is_spaced && continues(word, letter) => {
                word.text.push_str(&text);
                word.right = letter.right;
            }
            _ => self.words.push(Word {
                text,
                left: letter.left,
                right: letter.right,
                base: letter.base,
                size: letter.size,
                is_spaced,
                is_margin: letter.is_margin,
            }),
        }
    }

    pub(super) fn finish(self) -> Vec<Word> {
        self.words
    }
}

fn continues(word: &Word, letter: &Letter) -> bool {
    let gap = letter.left - word.right;
    word.is_margin == letter.is_margin
        && (letter.base - word.base).abs() <= BASES_ALIKE * word.size
        && (letter.size - word.size).abs() <= SIZES_ALIKE * word.size
        && (-WIDEST_OVERLAP * word.size..NARROWEST_SPACE * word.size).contains(&gap)
}

/// The letters that a ligature stands for.
fn without_ligatures(text: &str) -> String {
    const LIGATURES: [(char, &str); 7] =
        [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];
    let mut plain = text.to_owned();
    for (ligature, letters) in LIGATURES {
        if plain.contains(ligature) {
            plain = plain.replace(ligature, letters);
        }
    }
    plain
}
