//! Words into lines.

use std::collections::BTreeMap;

use super::super::bullet;
use super::spaced;
use super::words::Word;

/// Words whose bases lie no further apart stand on one line, in sizes: a raised mark is lifted by two fifths.
const ONE_LINE: f64 = 0.45;

/// Cells of a table are further apart than this, and two such spaces above one another share more of their width, in sizes.
pub(super) const TABLE_GAP: f64 = 1.2;

/// A mark that refers to a note is smaller than this part of the line …
const MARK_SIZE: f64 = 0.8;

/// … and raised by at least this, in sizes.
const MARK_RISE: f64 = 0.15;

/// Words on one line, from left to right.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    /// The size in which most of it is set.
    pub(super) size: f64,
    /// It is a row or a cell of a table and goes on with nothing.
    pub(super) is_row: bool,
}

impl Line {
    fn new(mut words: Vec<Word>) -> Self {
        words.sort_by(|a, b| a.left.total_cmp(&b.left));
        Self::measured(spaced::whole(&words))
    }

    /// A row or a cell of a table with its words in reading order; `None` where there are none.
    pub(super) fn of_row(words: Vec<Word>) -> Option<Self> {
        (!words.is_empty()).then(|| Self { is_row: true, ..Self::measured(words) })
    }

    fn measured(words: Vec<Word>) -> Self {
        let size = usual_size_of(words.iter());
        let base = words.iter().find(|word| word.size >= size).map_or(0.0, |word| word.base);
        let left = words.iter().map(|word| word.left).fold(f64::INFINITY, f64::min);
        let right = words.iter().map(|word| word.right).fold(f64::NEG_INFINITY, f64::max);
        Self { words, left, right, base, size, is_row: false }
    }

    /// The line as it is read, without marks that refer to notes.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut before: Option<&Word> = None;
        for (place, word) in self.words.iter().enumerate() {
            if place > 0 && self.is_mark(word) {
                continue;
            }
            if before.is_some_and(|before| word.is_apart_from(before)) {
                text.push(' ');
            }
            text.push_str(&word.text);
            before = Some(word);
        }
        text
    }

    /// Whether it ends as a sentence does.
    pub(super) fn ends_sentence(&self) -> bool {
        self.text().trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?'])
    }

    /// The spaces in it that are as wide as between cells of a table, but for that behind the sign of an item.
    pub(super) fn wide_gaps(&self) -> Vec<(f64, f64)> {
        let pairs = self.words.iter().zip(self.words.iter().skip(1));
        let skipped = usize::from(bullet::strip(&self.text()).is_some());
        let gaps = pairs.skip(skipped).map(|(before, after)| (before.right, after.left));
        gaps.filter(|(left, right)| right - left > TABLE_GAP * self.size).collect()
    }

    /// The marks in it that refer to notes.
    pub(super) fn marks(&self) -> impl Iterator<Item = &str> {
        self.words.iter().skip(1).filter(|word| self.is_mark(word)).map(|word| word.text.as_str())
    }

    /// Whether a word is a mark that refers to a note.
    fn is_mark(&self, word: &Word) -> bool {
        word.size < MARK_SIZE * self.size
            && word.base < self.base - MARK_RISE * self.size
            && (is_number_or_star(&word.text) || is_roman(&word.text))
    }
}

/// Whether a word is what notes are marked with.
pub(super) fn is_number_or_star(word: &str) -> bool {
    word.chars().count() <= 3 && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | ','))
}

/// "iv": the marks of notes at the end of a text.
fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

/// The lines of the words, from top to bottom.
pub(super) fn lines(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut gathered: Vec<Vec<Word>> = Vec::new();
    let mut first: Option<(f64, f64)> = None;
    for word in words {
        let belongs = first.is_some_and(|(base, size)| (word.base - base).abs() <= ONE_LINE * word.size.max(size));
        match gathered.last_mut() {
            Some(line) if belongs => line.push(word),
            _ => {
                first = Some((word.base, word.size));
                gathered.push(vec![word]);
            }
        }
    }
    gathered.into_iter().map(Line::new).collect()
}

/// The size in which most of a document is set.
pub(super) fn usual_size(regions: &[Vec<Line>]) -> f64 {
    let lines = regions.iter().flatten();
    most_frequent(lines.map(|line| (line.size, line.words.iter().map(|word| word.text.len()).sum())))
}

/// The size in which most of these words are set.
pub(super) fn usual_size_of<'a>(words: impl Iterator<Item = &'a Word>) -> f64 {
    most_frequent(words.map(|word| (word.size, word.text.len())))
}

/// The number that weighs most, to a tenth.
fn most_frequent(numbers: impl Iterator<Item = (f64, usize)>) -> f64 {
    let mut weights: BTreeMap<i64, usize> = BTreeMap::new();
    for (number, weight) in numbers {
        *weights.entry((number * 10.0).round() as i64).or_default() += weight;
    }
    weights.into_iter().max_by_key(|(_, weight)| *weight).map_or(0.0, |(number, _)| number as f64 / 10.0)
}
