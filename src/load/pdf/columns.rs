//! The reading order of a page: columns one after the other, and what runs across them before or after.

use std::collections::BTreeMap;

use super::lines::{Line, lines};
use super::words::Word;

/// The space between columns is not narrower, in sizes of the letters: between words there is less.
pub(super) const NARROWEST_GUTTER: f64 = 0.7;

/// A column is at least so wide, in sizes.
const NARROWEST_COLUMN: f64 = 8.0;

/// A column has at least so many lines …
const FEWEST_LINES: usize = 3;

/// … of at least so many words on average; shorter ones are cells of a table, which is read row by row.
const FEWEST_WORDS: f64 = 2.5;

/// So many lines must begin at one place before a column may.
const FEWEST_BEGINNINGS: usize = 3;

/// No more places are tried on a page.
const MOST_PLACES: usize = 16;

/// Columns are split into columns no oftener: eight are more than any paper has.
const MOST_SPLITS: usize = 3;

/// The parts of a page in reading order, each a run of lines as wide as its column.
pub(super) fn regions(words: Vec<Word>) -> Vec<Vec<Line>> {
    split(words, MOST_SPLITS)
}

fn split(words: Vec<Word>, splits: usize) -> Vec<Vec<Line>> {
    let lines = lines(words);
    if splits == 0 || lines.len() < FEWEST_LINES {
        return vec![lines];
    }
    let mut tried: Vec<(Vec<bool>, i64)> =
        places(&lines).into_iter().map(|place| (columned(&lines, place), place)).collect();
    tried.retain(|(columned, _)| columned.contains(&true));
    let best = tried.iter().max_by_key(|(columned, _)| columned.iter().filter(|is_columned| **is_columned).count());
    match best.cloned() {
        Some((mut columned, place)) => {
            let others: Vec<i64> = tried.iter().map(|(_, other)| *other).collect();
            let runs_over: Vec<bool> = lines.iter().map(|line| runs_over(line, place, &others)).collect();
            leave_out_edges(&mut columned, &runs_over);
            apart(lines, &columned, place, splits)
        }
        _ => vec![lines],
    }
}

/// Where columns may begin: where several lines begin, or words behind a wide gap.
fn places(lines: &[Line]) -> Vec<i64> {
    let mut beginnings: BTreeMap<i64, usize> = BTreeMap::new();
    for line in lines {
        let mut end = f64::NEG_INFINITY;
        for word in &line.words {
            if word.left - end >= NARROWEST_GUTTER * line.size {
                *beginnings.entry(word.left.floor() as i64 - 1).or_default() += 1;
            }
            end = end.max(word.right);
        }
    }
    let mut places: Vec<(usize, i64)> = beginnings
        .into_iter()
        .filter(|(_, count)| *count >= FEWEST_BEGINNINGS)
        .map(|(place, count)| (count, place))
        .collect();
    places.sort_by(|a, b| b.cmp(a));
    places.into_iter().take(MOST_PLACES).map(|(_, place)| place).collect()
}

/// What a line has on either side of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sides {
    /// It runs across.
    Across,
    /// So many words on the left and on the right.
    Apart(usize, usize),
}

fn sides(line: &Line, place: f64) -> Sides {
    let on_left = line.words.iter().filter(|word| word.left < place).count();
    let end =
        line.words.iter().filter(|word| word.left < place).map(|word| word.right).fold(f64::NEG_INFINITY, f64::max);
    let start = line.words.iter().filter(|word| word.left >= place).map(|word| word.left).fold(f64::INFINITY, f64::min);
    let runs_across = end > place + 1.0 || start - end < NARROWEST_GUTTER * line.size;
    if runs_across { Sides::Across } else { Sides::Apart(on_left, line.words.len() - on_left) }
}

/// For each line whether it is part of two columns that meet at a place.
fn columned(lines: &[Line], place: i64) -> Vec<bool> {
    let sides: Vec<Sides> = lines.iter().map(|line| sides(line, place as f64)).collect();
    sides
        .chunk_by(|a, b| (*a == Sides::Across) == (*b == Sides::Across))
        .flat_map(|band| vec![are_columns(band); band.len()])
        .collect()
}

/// Whether a line on one side of a place runs over other columns; those nearer to the place are its own, indented.
fn runs_over(line: &Line, place: i64, others: &[i64]) -> bool {
    let is_one_sided = matches!(sides(line, place as f64), Sides::Apart(0, _) | Sides::Apart(_, 0));
    let is_column = |other: &&i64| (**other - place).abs() as f64 > NARROWEST_COLUMN * line.size;
    is_one_sided && others.iter().filter(is_column).any(|other| sides(line, *other as f64) == Sides::Across)
}

/// Lines above or below columns that run over other columns of the page are not of the band, though they are not long
/// enough to reach this one.
fn leave_out_edges(columned: &mut [bool], runs_over: &[bool]) {
    let mut start = 0;
    for band in columned.chunk_by_mut(|a, b| a == b) {
        let over = runs_over.get(start..start + band.len()).unwrap_or_default();
        start += band.len();
        let above = over.iter().take_while(|over| **over).count();
        let below = over.iter().rev().take_while(|over| **over).count();
        let end = band.len().saturating_sub(below);
        for (place, is_columned) in band.iter_mut().enumerate() {
            *is_columned &= place >= above && place < end;
        }
    }
}

/// Whether a band of lines makes two columns: on both sides enough lines of enough words.
fn are_columns(band: &[Sides]) -> bool {
    let is_column = |words: fn(&Sides) -> usize| {
        let filled: Vec<usize> = band.iter().map(words).filter(|count| *count > 0).collect();
        let total: usize = filled.iter().sum();
        filled.len() >= FEWEST_LINES && total as f64 >= FEWEST_WORDS * filled.len() as f64
    };
    is_column(left_words) && is_column(right_words)
}

fn left_words(sides: &Sides) -> usize {
    if let Sides::Apart(left, _) = sides { *left } else { 0 }
}

fn right_words(sides: &Sides) -> usize {
    if let Sides::Apart(_, right) = sides { *right } else { 0 }
}

/// The lines in reading order: in each band of columns the left one, then the right one.
fn apart(lines: Vec<Line>, columned: &[bool], place: i64, splits: usize) -> Vec<Vec<Line>> {
    let mut regions = Vec::new();
    let mut rest = lines.into_iter();
    for band in columned.chunk_by(|a, b| a == b) {
        let lines: Vec<Line> = rest.by_ref().take(band.len()).collect();
        if band.first() == Some(&false) {
            let words = lines.into_iter().flat_map(|line| line.words).collect();
            regions.extend(split(words, splits - 1));
            continue;
        }
        let words = lines.into_iter().flat_map(|line| line.words);
        let (left, right) = words.partition(|word| word.left < place as f64);
        regions.extend(split(left, splits - 1));
        regions.extend(split(right, splits - 1));
    }
    regions
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of words ten points high, each as wide as its letters, from a place on.
    fn line(text: &str, left: f64, base: f64) -> Vec<Word> {
        let mut at = left;
        let word = |text: &str| {
            let right = at + 5.0 * text.len() as f64;
            let word =
                Word { text: text.to_owned(), left: at, right, base, size: 10.0, is_spaced: true, is_margin: false };
            at = right + 2.5;
            word
        };
        text.split(' ').map(word).collect()
    }

    fn texts(words: Vec<Word>) -> Vec<Vec<String>> {
        regions(words).iter().map(|region| region.iter().map(Line::text).collect()).collect()
    }

    #[test]
    fn columns_that_are_drawn_row_by_row_are_read_one_after_the_other() {
        let mut words = line("A headline that runs across the whole of the page", 50.0, 80.0);
        for row in 0..5 {
            let base = 100.0 + 12.0 * f64::from(row);
            words.extend(line(&format!("the left column row {row}"), 50.0, base));
            words.extend(line(&format!("the right column row {row}"), 190.0, base));
        }
        let found = texts(words);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(
            found[1].iter().all(|line| line.contains("left")) && found[2].iter().all(|line| line.contains("right"))
        );
    }

    #[test]
    fn a_table_is_read_row_by_row() {
        let mut words = Vec::new();
        for row in 0..5 {
            let base = 100.0 + 12.0 * f64::from(row);
            words.extend(line("Alma", 50.0, base));
            words.extend(line(&format!("{row}40 tonnes"), 190.0, base));
        }
        assert_eq!(texts(words)[0][0], "Alma 040 tonnes");
    }

    #[test]
    fn one_column_stays_one() {
        let words =
            (0..20).flat_map(|row| line("the tide came in and went out again", 50.0, 100.0 + 12.0 * f64::from(row)));
        assert_eq!(texts(words.collect()).len(), 1);
        assert!(texts(Vec::new()).iter().all(Vec::is_empty));
    }
}
