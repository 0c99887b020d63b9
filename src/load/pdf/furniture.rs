//! Running heads, page numbers and whatever else stands around the text of every page.

use std::collections::{BTreeMap, BTreeSet};

use super::glyphs::PageText;
use super::lines::{Line, lines};
use super::words::Word;

/// So many lines at the top and at the bottom of a page may be running heads and feet.
const MOST_LINES: usize = 2;

/// A running head stands at the same height on all pages, to within this, in points.
const SAME_HEIGHT: f64 = 4.0;

/// A page number stands apart from the text by more than this, in sizes: lines of text are about 1.2 apart.
const APART: f64 = 1.6;

/// A number in a running head is further away from its words, in sizes.
const NUMBER_GAP: f64 = 1.5;

/// A running head has no more words.
const MOST_WORDS: usize = 12;

/// Takes out what is no part of the text and hands it back as it would be read.
pub(super) fn take_out(pages: &mut [PageText]) -> Vec<String> {
    let mut margins: Vec<Vec<Word>> = pages.iter_mut().map(|page| marked(&mut page.words)).collect();
    let edges: Vec<Vec<Edge>> = pages.iter().zip(1..).map(|(page, number)| edges(&page.words, number)).collect();
    let numbering = numbering(&edges);
    let mut pages_with: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for edge in edges.iter().flatten() {
        pages_with.entry(&edge.name).or_default().push(edge.line.base);
    }
    for ((page, edges), margin) in pages.iter_mut().zip(&edges).zip(&mut margins) {
        for edge in edges.iter().filter(|edge| edge.is_furniture(&numbering) || repeats(edge, &pages_with)) {
            let is_of_edge = |word: &Word| edge.line.words.contains(word);
            margin.extend(page.words.extract_if(.., |word| is_of_edge(word)));
        }
    }
    margins.into_iter().flat_map(lines).map(|line| line.text()).collect()
}

/// The words of which the file itself says that they are no part of the text.
fn marked(words: &mut Vec<Word>) -> Vec<Word> {
    words.extract_if(.., |word| word.is_margin).collect()
}

/// A line at the edge of a page.
struct Edge {
    line: Line,
    /// Its text with every number alike.
    name: String,
    /// It holds nothing but the number of the page and stands apart.
    is_number: bool,
    /// By how much the number at its beginning or end, where it stands apart as the page's may, is ahead of the sheet's.
    ahead: Option<i64>,
}

impl Edge {
    /// Whether it is the page's number, alone or in a running head that says something else on every page.
    fn is_furniture(&self, numbering: &BTreeMap<i64, usize>) -> bool {
        self.is_number
            || self.ahead.is_some_and(|ahead| ahead == 0 || numbering.get(&ahead).is_some_and(|pages| *pages > 1))
    }
}

/// On how many pages a number at the edge is ahead of the sheet's by the same.
fn numbering(edges: &[Vec<Edge>]) -> BTreeMap<i64, usize> {
    let mut pages: BTreeMap<i64, usize> = BTreeMap::new();
    for page in edges {
        let ahead: BTreeSet<i64> = page.iter().filter_map(|edge| edge.ahead).collect();
        for ahead in ahead {
            *pages.entry(ahead).or_default() += 1;
        }
    }
    pages
}

/// The number at the beginning or end of a line, a wide space away from the rest.
fn number_apart(line: &Line) -> Option<i64> {
    let is_apart = |before: &Word, word: &Word| word.left - before.right > NUMBER_GAP * line.size;
    let number = |word: &Word| word.text.parse().ok().filter(|_| word.text.len() <= 4);
    match line.words.as_slice() {
        [first, second, ..] if is_apart(first, second) && number(first).is_some() => number(first),
        [.., before, last] if is_apart(before, last) => number(last),
        _ => None,
    }
}

fn edges(words: &[Word], sheet: i64) -> Vec<Edge> {
    let lines = lines(words.to_vec());
    let count = lines.len();
    let is_at_edge = |place: usize| place < MOST_LINES || place + MOST_LINES >= count;
    let distance = |place: usize, other: Option<usize>| {
        let other = other.and_then(|other| lines.get(other));
        other.zip(lines.get(place)).map_or(f64::INFINITY, |(a, b)| (a.base - b.base).abs() / a.size.max(b.size))
    };
    let edge = |(place, line): (usize, &Line)| {
        let text = line.text();
        let is_apart = distance(place, place.checked_sub(1)).min(distance(place, Some(place + 1))) > APART;
        let is_outermost = place == 0 || place + 1 == count;
        let is_number = is_outermost && is_apart && is_page_number(&text);
        let number = number_apart(line).filter(|_| is_outermost && is_apart && line.words.len() <= MOST_WORDS);
        Edge { line: line.clone(), name: name(&text), is_number, ahead: number.map(|number| number - sheet) }
    };
    lines.iter().enumerate().filter(|(place, _)| is_at_edge(*place)).map(edge).collect()
}

/// Whether a line stands on other pages at the same height, its numbers aside.
fn repeats(edge: &Edge, pages_with: &BTreeMap<&str, Vec<f64>>) -> bool {
    let heights = pages_with.get(edge.name.as_str());
    let same = heights
        .map_or(0, |heights| heights.iter().filter(|height| (**height - edge.line.base).abs() < SAME_HEIGHT).count());
    same > 1
}

fn name(text: &str) -> String {
    let mut name = String::new();
    for c in text.to_lowercase().chars() {
        match c {
            c if c.is_ascii_digit() && name.ends_with('#') => {}
            c if c.is_ascii_digit() => name.push('#'),
            c => name.push(c),
        }
    }
    name
}

/// "7", "– 7 –", "Page 7 of 9", "7/9".
fn is_page_number(text: &str) -> bool {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let is_number = |word: &str| word.len() <= 4 && word.chars().all(|c| c.is_ascii_digit());
    words.iter().any(|word| is_number(word))
        && words.len() <= 4
        && words.iter().all(|word| is_number(word) || matches!(word.as_str(), "page" | "of" | "p"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers() {
        for text in ["7", "– 7 –", "Page 7 of 9", "7/9", "p. 12"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "7 boats", "Page", "12345", "1 2 3 4 5"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
