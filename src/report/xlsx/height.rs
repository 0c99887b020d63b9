//! How high a row must be for its texts. Spreadsheets keep heights in the file, and not all of them work out what is missing.

use unicode_segmentation::UnicodeSegmentation as _;

use super::sheet::{Cell, Column};

/// The height of a line of the spreadsheets' usual type (Calibri 11), in points.
const LINE: f64 = 15.0;

/// The greatest height that the format allows, in points.
const HIGHEST: f64 = 409.0;

/// A column is measured in digits; of letters it holds a few more.
const LETTERS: f64 = 1.1;

/// What the indent of a text takes of its column, in letters.
const INDENT: f64 = 2.0;

/// The height of a row, in points.
pub(super) fn of_row(cells: &[Cell<'_>], columns: &[Column]) -> f64 {
    let lines = cells.iter().zip(columns).map(|(cell, column)| match cell {
        Cell::Text(text) | Cell::Said(text) | Cell::Head(text) => lines(text, column.width * LETTERS - INDENT),
        Cell::Empty | Cell::Conflict(_) | Cell::Count(_) | Cell::Figure(_) | Cell::Share(_) => 1.0,
    });
    (lines.fold(1.0, f64::max) * LINE).min(HIGHEST)
}

/// How many lines a text takes in a column of so many letters: words go to the next line whole, and are cut only where
/// they fill a line by themselves.
pub(super) fn lines(text: &str, width: f64) -> f64 {
    let (mut lines, mut used) = (1.0, 0.0);
    for word in text.split_word_bounds() {
        let wide = width_of(word);
        used += wide;
        if used > width && !word.trim().is_empty() {
            lines += (wide / width).ceil().max(1.0);
            used = wide % width;
        }
        if lines * LINE > HIGHEST {
            break;
        }
    }
    lines
}

/// The width in letters; the scripts of East Asia take two for each.
fn width_of(word: &str) -> f64 {
    word.chars().map(|c| if matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}') { 2.0 } else { 1.0 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_longest_cell() {
        let columns = [Column::new("", 10.0), Column::new("", 20.0)];
        let cells = [Cell::text("one two three"), Cell::Count(3)];
        assert_eq!(of_row(&cells, &columns).to_bits(), (2.0 * LINE).to_bits());
        let endless = [Cell::text("x".repeat(10_000))];
        assert_eq!(of_row(&endless, &columns).to_bits(), HIGHEST.to_bits());
        assert_eq!(of_row(&[], &columns).to_bits(), LINE.to_bits());
    }

    #[test]
    fn wide_scripts_take_more_lines() {
        assert!(lines("橋は火曜日に閉鎖される", 10.0) > lines("The bridge", 10.0));
    }
}
