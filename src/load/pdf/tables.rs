//! Tables whose cells run over several lines: each row is read cell by cell.
//!
//! Cells are known by what no line of the table runs across; rows by the space between them, or else by their first cell.

use super::columns::NARROWEST_GUTTER;
use super::lines::Line;
use super::paragraphs::joined;
use super::words::Word;

/// Lines further apart than those of one cell, by this factor, are of different rows.
const ROW_GAP: f64 = 1.12;

/// Lines of one cell are no further apart, in sizes: those of set text are about 1.2 apart.
const LINE_DISTANCE: f64 = 1.5;

/// The lines of a column, each row of such a table as one line or, where a cell holds a sentence, one line a cell.
pub(super) fn read(lines: &[Line]) -> Vec<Line> {
    let mut result = Vec::new();
    let mut rest = lines;
    while let Some((first, after)) = rest.split_first() {
        let (count, gutters) = table(rest);
        if count == 0 {
            result.push(first.clone());
            rest = after;
            continue;
        }
        let (table, behind) = rest.split_at(count);
        let rows = rows(table, &gutters);
        if rows.iter().any(|row| row.len() > 1) {
            result.extend(rows.into_iter().flat_map(|row| row_lines(row, &gutters)));
        } else {
            // No cell runs over several lines, so that the lines are the rows.
            result.extend(table.iter().cloned());
        }
        rest = behind;
    }
    result
}

/// How many lines from here on are a table, and the spaces between its columns.
fn table(lines: &[Line]) -> (usize, Vec<(f64, f64)>) {
    let mut gutters = lines.first().map(Line::wide_gaps).unwrap_or_default();
    let mut count = 0;
    let mut divided = 0;
    for line in lines {
        let left: Vec<(f64, f64)> = gutters.iter().flat_map(|gutter| free(*gutter, line)).collect();
        if left.is_empty() {
            break;
        }
        divided += usize::from(!line.wide_gaps().is_empty());
        gutters = left;
        count += 1;
    }
    // A line between two columns is a row; one alone is a line with a wide space in it.
    if divided > 1 { (count, gutters) } else { (0, Vec::new()) }
}

/// What a line leaves free of a space between columns.
fn free(gutter: (f64, f64), line: &Line) -> Vec<(f64, f64)> {
    let (mut left, right) = gutter;
    let mut free = Vec::new();
    for word in line.words.iter().filter(|word| word.left < right && word.right > gutter.0) {
        free.push((left, word.left));
        left = left.max(word.right);
    }
    free.push((left, right));
    free.retain(|(left, right)| right - left >= NARROWEST_GUTTER * line.size);
    free
}

/// The lines of a table, row by row.
fn rows<'a>(lines: &'a [Line], gutters: &[(f64, f64)]) -> Vec<&'a [Line]> {
    let nearest = line_distance(lines, gutters);
    let is_spaced =
        lines.windows(2).any(|pair| matches!(pair, [above, below] if distance(above, below) > ROW_GAP * nearest));
    let is_same = |above: &Line, below: &Line| {
        let is_near = distance(above, below) <= (ROW_GAP * nearest).min(LINE_DISTANCE);
        is_near && (is_spaced || !begins_row(below, gutters))
    };
    lines.chunk_by(is_same).collect()
}

/// How far two lines are apart, in sizes.
fn distance(above: &Line, below: &Line) -> f64 {
    (below.base - above.base) / below.size.max(above.size)
}

/// How far the lines of one cell are apart: the smallest distance within a column, as cells beside each other may be set at
/// different heights.
fn line_distance(lines: &[Line], gutters: &[(f64, f64)]) -> f64 {
    let nearest = |number: usize| {
        let (begin, end) = column(number, gutters);
        let inside: Vec<&Line> =
            lines.iter().filter(|line| line.words.iter().any(|word| is_in(word, begin, end))).collect();
        let distances = inside.iter().zip(inside.iter().skip(1)).map(|(above, below)| distance(above, below));
        distances.fold(f64::INFINITY, f64::min)
    };
    (0..=gutters.len()).map(nearest).fold(f64::INFINITY, f64::min)
}

/// From where to where a column runs.
fn column(number: usize, gutters: &[(f64, f64)]) -> (f64, f64) {
    let before = number.checked_sub(1).and_then(|before| gutters.get(before));
    (before.map_or(f64::NEG_INFINITY, |gutter| gutter.1), gutters.get(number).map_or(f64::INFINITY, |gutter| gutter.0))
}

fn is_in(word: &Word, begin: f64, end: f64) -> bool {
    word.left >= begin - 1.0 && word.right <= end + 1.0
}

/// Whether a line has something in the first column.
fn begins_row(line: &Line, gutters: &[(f64, f64)]) -> bool {
    gutters.first().is_some_and(|(left, _)| line.left < *left)
}

/// A row as a line, or as one line a cell.
fn row_lines(row: &[Line], gutters: &[(f64, f64)]) -> Vec<Line> {
    let cells: Vec<Line> = (0..=gutters.len()).filter_map(|number| cell(row, number, gutters)).collect();
    if row.len() > 1 && cells.iter().any(|cell| cell.ends_sentence()) {
        return cells;
    }
    let words: Vec<Word> = cells.into_iter().flat_map(|cell| cell.words).collect();
    Line::of_row(words).into_iter().collect()
}

/// What a row has in a column, as one line; `None` for nothing.
fn cell(row: &[Line], number: usize, gutters: &[(f64, f64)]) -> Option<Line> {
    let (begin, end) = column(number, gutters);
    let is_inside = |word: &&Word| is_in(word, begin, end);
    let parts: Vec<Line> =
        row.iter().filter_map(|line| Line::of_row(line.words.iter().filter(is_inside).cloned().collect())).collect();
    let texts: Vec<String> = parts.iter().map(Line::text).collect();
    let first = parts.first()?.words.first()?.clone();
    let right = parts.iter().map(|part| part.right).fold(first.right, f64::max);
    Line::of_row(vec![Word { text: joined(&texts, &Default::default()), right, is_spaced: true, ..first }])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of cells of ten points at a height, each from its place on.
    fn line(cells: &[(&str, f64)], base: f64) -> Line {
        let words = cells.iter().flat_map(|(text, left)| {
            let mut at = *left;
            text.split(' ').map(move |word| {
                let right = at + 5.0 * word.len() as f64;
                let word = Word {
                    text: word.to_owned(),
                    left: at,
                    right,
                    base,
                    size: 10.0,
                    is_spaced: true,
                    is_margin: false,
                };
                at = right + 2.5;
                word
            })
        });
        Line::of_row(words.collect()).unwrap()
    }

    fn texts(lines: &[Line]) -> Vec<String> {
        read(lines).iter().map(Line::text).collect()
    }

    #[test]
    fn cells_over_several_lines_are_read_one_after_the_other() {
        let spaced = [
            line(&[("Vessel", 50.0), ("Remark", 150.0)], 100.0),
            line(&[("Alma", 50.0), ("repaired in", 150.0)], 120.0),
            line(&[("of Westhaven", 50.0), ("the new dock", 150.0)], 132.0),
            line(&[("Sea", 50.0), ("lost", 150.0)], 152.0),
        ];
        assert_eq!(texts(&spaced), ["Vessel Remark", "Alma of Westhaven repaired in the new dock", "Sea lost"]);
    }

    #[test]
    fn rows_without_space_between_them_begin_with_their_first_cell() {
        let close = [
            line(&[("Alma", 50.0), ("It was repaired in", 150.0)], 100.0),
            line(&[("the new dock.", 150.0)], 112.0),
            line(&[("Sea", 50.0), ("lost", 150.0)], 124.0),
        ];
        assert_eq!(texts(&close), ["Alma", "It was repaired in the new dock.", "Sea lost"]);
    }

    #[test]
    fn rows_of_one_line_and_text_stay() {
        let rows = [
            line(&[("Alma", 50.0), ("140 t", 150.0)], 100.0),
            line(&[("Sea", 50.0), ("90 t", 150.0)], 112.0),
            line(&[("The tide rose at night and fell in the morning", 50.0)], 124.0),
        ];
        assert_eq!(texts(&rows), ["Alma 140 t", "Sea 90 t", "The tide rose at night and fell in the morning"]);
        assert!(read(&[]).is_empty());
    }
}
