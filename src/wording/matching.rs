//! Which words stayed in their place: the heaviest common subsequence of the two sides.

use super::words::{Weight, Word};

/// Words matched across the sides, by their places, in order on both sides.
pub(super) type Matches = Vec<(usize, usize)>;

/// Same word of content; others are measured against it.
const SAME_CONTENT: u32 = 12;
/// Same small word: three of them in a row weigh as much as a word of content.
const SAME_SMALL: u32 = 4;
/// Same punctuation mark.
const SAME_MARK: u32 = 2;
/// Another form of the same word of content ("waging", "wage").
const SAME_STEM: u32 = 9;
/// Right after another match: what stays together reads as one.
const IN_A_ROW: u32 = 4;

/// More pairs than this are not weighed one by one: two sides of 2,400 words, which no reader takes in, and
/// some 50 MB of memory. What stands between equal beginnings and ends is then one change.
const MOST_PAIRS: usize = 6_000_000;

/// The words that stayed in their place. Swapping the sides swaps the result.
pub(super) fn matches(left: &[Word], right: &[Word]) -> Matches {
    if right.iter().map(|word| &word.key).lt(left.iter().map(|word| &word.key)) {
        let mirrored = ordered(right, left);
        return mirrored.into_iter().map(|(r, l)| (l, r)).collect();
    }
    ordered(left, right)
}

fn ordered(left: &[Word], right: &[Word]) -> Matches {
    let head = left.iter().zip(right).take_while(|(a, b)| a.key == b.key).count();
    let (rest_left, rest_right) = (left.get(head..).unwrap_or_default(), right.get(head..).unwrap_or_default());
    let tail = rest_left.iter().rev().zip(rest_right.iter().rev()).take_while(|(a, b)| a.key == b.key).count();
    let middle_left = rest_left.get(..rest_left.len() - tail).unwrap_or_default();
    let middle_right = rest_right.get(..rest_right.len() - tail).unwrap_or_default();
    let mut found: Matches = (0..head).map(|n| (n, n)).collect();
    found.extend(heaviest(middle_left, middle_right).into_iter().map(|(l, r)| (l + head, r + head)));
    found.extend((0..tail).map(|n| (left.len() - tail + n, right.len() - tail + n)));
    found
}

/// How much two words matched with each other weigh; 0 where they cannot be.
fn weight(a: &Word, b: &Word) -> u32 {
    if a.key == b.key {
        return match a.weight {
            Weight::Content => SAME_CONTENT,
            Weight::Small => SAME_SMALL,
            Weight::Mark => SAME_MARK,
        };
    }
    let is_content = a.weight == Weight::Content && b.weight == Weight::Content;
    if is_content && a.stem == b.stem { SAME_STEM } else { 0 }
}

/// The weights of the best matchings of every pair of beginnings.
struct Table {
    width: usize,
    /// The best matching.
    best: Vec<u32>,
    /// The best matching that ends with these two words matched; 0 where they cannot be.
    ending: Vec<u32>,
}

impl Table {
    fn of(left: &[Word], right: &[Word]) -> Self {
        let width = right.len() + 1;
        let cells = width * (left.len() + 1);
        let mut table = Self { width, best: vec![0; cells], ending: vec![0; cells] };
        for (l, a) in left.iter().enumerate() {
            for (r, b) in right.iter().enumerate() {
                let ending = table.ending_with(l, r, weight(a, b));
                let cell = table.cell(l + 1, r + 1);
                table.ending[cell] = ending;
                table.best[cell] = ending.max(table.best[table.cell(l, r + 1)]).max(table.best[table.cell(l + 1, r)]);
            }
        }
        table
    }

    fn cell(&self, l: usize, r: usize) -> usize {
        l * self.width + r
    }

    fn ending_with(&self, l: usize, r: usize, weight: u32) -> u32 {
        let before = self.cell(l, r);
        let in_a_row = if self.ending[before] > 0 { self.ending[before] + IN_A_ROW } else { 0 };
        if weight == 0 { 0 } else { weight + self.best[before].max(in_a_row) }
    }

    /// Whether the best matching that ends with the words before `l` and `r` also matches the two before those.
    fn is_in_a_row(&self, l: usize, r: usize) -> bool {
        let before = self.cell(l - 1, r - 1);
        self.ending[before] > 0 && self.ending[before] + IN_A_ROW >= self.best[before]
    }
}

fn heaviest(left: &[Word], right: &[Word]) -> Matches {
    if left.is_empty() || right.is_empty() || left.len().saturating_mul(right.len()) > MOST_PAIRS {
        return Matches::new();
    }
    let table = Table::of(left, right);
    let mut found = Matches::new();
    let (mut l, mut r) = (left.len(), right.len());
    let mut must_match = false;
    while l > 0 && r > 0 {
        let here = table.cell(l, r);
        if must_match || table.ending[here] > 0 && table.ending[here] == table.best[here] {
            found.push((l - 1, r - 1));
            must_match = table.is_in_a_row(l, r);
            (l, r) = (l - 1, r - 1);
        } else if table.best[table.cell(l - 1, r)] >= table.best[table.cell(l, r - 1)] {
            l -= 1;
        } else {
            r -= 1;
        }
    }
    found.reverse();
    found
}
