//! Lines into paragraphs, and broken words made whole.

use std::collections::BTreeSet;

use super::super::bullet;
use super::lines::{Line, TABLE_GAP};

/// Lines further apart than this many times the usual distance belong to different paragraphs.
const WIDER: f64 = 1.25;

/// Lines whose sizes differ by more than this part belong to different paragraphs.
const SIZES_ALIKE: f64 = 0.06;

/// A line that begins further in than this is indented, in sizes.
const INDENT: f64 = 0.8;

/// A word fits into a line if so much is left, in sizes, beside a space.
const SLACK: f64 = 0.6;

/// So many lines above and below show how wide the text is.
const LINES_AROUND: usize = 8;

/// Lines that begin within this of each other are of one text, in sizes: the first one may be indented.
const SAME_LEFT: f64 = 4.0;

/// Text that is larger by this factor is a heading.
const HEADING: f64 = 1.12;

/// Whole words that are written with a hyphen and what follows, so that the hyphen stays at the end of a line.
const KEPT_BEFORE_HYPHEN: [&str; 18] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "self", "ex", "non", "vice", "well",
    "half", "all", "so", "long", "short",
];

/// A paragraph of a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// It is set larger than the text.
    pub(super) is_large: bool,
}

/// The paragraphs of all columns and pages; those that break off at the end of one go on in the next.
pub(super) fn paragraphs(regions: &[Vec<Line>], usual_size: f64) -> Vec<Paragraph> {
    let known = vocabulary(regions);
    let distance = usual_distance(regions);
    let mut gathered: Vec<Vec<&Line>> = Vec::new();
    let mut last_right = None;
    for region in regions {
        for (place, line) in region.iter().enumerate() {
            let right = right_edge(region, place);
            let before = place.checked_sub(1).and_then(|before| region.get(before));
            let goes_on = match (before, gathered.last()) {
                (Some(before), Some(open)) => !begins(line, before, open, distance, right, usual_size),
                (None, Some(open)) => open.last().is_some_and(|before| goes_on(before, line, last_right)),
                _ => false,
            };
            match gathered.last_mut() {
                Some(open) if goes_on => open.push(line),
                _ => gathered.push(vec![line]),
            }
            last_right = is_measured(region, place).then_some(right);
        }
    }
    let paragraph = |lines: Vec<&Line>| {
        let texts: Vec<String> = lines.iter().map(|line| line.text()).collect();
        let is_large = lines.iter().all(|line| line.size > HEADING * usual_size);
        Paragraph { text: joined(&texts, &known), is_large }
    };
    gathered.into_iter().map(paragraph).collect()
}

/// How far to the right the text around a line runs.
fn right_edge(region: &[Line], place: usize) -> f64 {
    like(region, place).map(|line| line.right).fold(f64::NEG_INFINITY, f64::max)
}

/// Whether the lines around one show how wide the text is: a line that stands alone, such as a name, does not.
fn is_measured(region: &[Line], place: usize) -> bool {
    like(region, place).count() > 1
}

/// A line and those around it of the same text: lines that begin elsewhere or are of another size may be a headline, a
/// caption or a note.
fn like(region: &[Line], place: usize) -> impl Iterator<Item = &Line> {
    let line = region.get(place);
    let around = region.iter().skip(place.saturating_sub(LINES_AROUND)).take(2 * LINES_AROUND + 1);
    around.filter(move |other| {
        line.is_some_and(|line| {
            (other.left - line.left).abs() <= SAME_LEFT * line.size
                && (other.size - line.size).abs() <= SIZES_ALIKE * line.size
        })
    })
}

/// Whether a line begins a paragraph; `open` is the one before.
fn begins(line: &Line, before: &Line, open: &[&Line], distance: f64, right: f64, usual_size: f64) -> bool {
    let size = line.size.max(before.size);
    let is_far = (line.base - before.base) / size > WIDER * distance;
    let is_other_size = (line.size - before.size).abs() > SIZES_ALIKE * size;
    if line.is_row || before.is_row || is_far || is_other_size || is_item(line) || is_row_of_table(line, before) {
        return true;
    }
    if line.size > HEADING * usual_size {
        // Headings are broken where it looks well.
        return false;
    }
    let hangs =
        open.first().and_then(|first| hanging(first)).is_some_and(|hang| (line.left - hang).abs() < SLACK * size);
    let shift = (line.left - before.left) / size;
    let is_second = open.len() == 1;
    let is_indented = shift > INDENT && !hangs;
    let is_set_back = shift < -INDENT && !is_second;
    is_indented || is_set_back || fits(line, before, right)
}

/// Whether a paragraph that ended a column goes on with the first line of the next.
fn goes_on(before: &Line, line: &Line, right: Option<f64>) -> bool {
    let is_alike = (line.size - before.size).abs() <= SIZES_ALIKE * before.size;
    let is_ended = before.ends_sentence() || before.text().ends_with(':');
    is_alike
        && !is_ended
        && !line.is_row
        && !before.is_row
        && !is_item(line)
        && match right {
            Some(right) => !fits(line, before, right),
            None => line.text().starts_with(char::is_lowercase),
        }
}

/// Whether the first word of a line would have found room in the one before.
fn fits(line: &Line, before: &Line, right: f64) -> bool {
    let width = line.words.first().map_or(0.0, |word| word.right - word.left);
    before.right + width + SLACK * line.size < right
}

fn is_item(line: &Line) -> bool {
    bullet::strip(&line.text()).is_some()
}

/// Where the text of an item begins behind its sign.
fn hanging(line: &Line) -> Option<f64> {
    if is_item(line) { line.words.get(1).map(|word| word.left) } else { None }
}

/// Whether two lines are rows of a table: wide gaps above one another.
fn is_row_of_table(line: &Line, before: &Line) -> bool {
    let (above, below) = (before.wide_gaps(), line.wide_gaps());
    above.iter().any(|(left, right)| {
        below
            .iter()
            .any(|(other_left, other_right)| right.min(*other_right) - left.max(*other_left) > TABLE_GAP * line.size)
    })
}

/// The usual distance of lines, in sizes.
fn usual_distance(regions: &[Vec<Line>]) -> f64 {
    let pairs = regions.iter().flat_map(|region| region.iter().zip(region.iter().skip(1)));
    let mut distances: Vec<f64> =
        pairs.map(|(above, below)| (below.base - above.base) / below.size.max(above.size)).collect();
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() / 2).copied().unwrap_or_default()
}

/// All words of the document as they are written inside lines.
fn vocabulary(regions: &[Vec<Line>]) -> BTreeSet<String> {
    let words = regions.iter().flatten().flat_map(|line| &line.words);
    words.map(|word| bare(&word.text)).collect()
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The lines of a paragraph as one, words that were broken made whole.
pub(super) fn joined(lines: &[String], known: &BTreeSet<String>) -> String {
    let mut text = String::new();
    for line in lines {
        match text.strip_suffix(['-', '\u{2010}', '\u{ad}']) {
            Some(start) if ends_in_letter(start) => {
                if is_broken(start, line, known) {
                    text.truncate(start.len());
                }
            }
            _ if text.is_empty() => {}
            _ => text.push(' '),
        }
        text.push_str(line);
    }
    text
}

fn ends_in_letter(text: &str) -> bool {
    text.ends_with(char::is_alphanumeric)
}

/// Whether a hyphen at the end of a line only breaks a word, and is not part of it.
fn is_broken(start: &str, next: &str, known: &BTreeSet<String>) -> bool {
    if !next.starts_with(char::is_lowercase) {
        return false;
    }
    let first = bare(start.rsplit(' ').next().unwrap_or_default());
    let second = bare(next.split(' ').next().unwrap_or_default());
    if known.contains(&format!("{first}{second}")) {
        return true;
    }
    !known.contains(&format!("{first}-{second}"))
        && !KEPT_BEFORE_HYPHEN.contains(&first.as_str())
        && !first.contains('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined_with(lines: &[&str], known: &[&str]) -> String {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        joined(&lines, &known.iter().map(|word| (*word).to_owned()).collect())
    }

    #[test]
    fn broken_words_are_made_whole() {
        assert_eq!(joined_with(&["the har-", "bour master"], &[]), "the harbour master");
        assert_eq!(joined_with(&["the har-", "bour-side inn"], &[]), "the harbour-side inn");
    }

    #[test]
    fn hyphens_that_belong_to_a_word_stay() {
        assert_eq!(joined_with(&["forty-", "one years"], &[]), "forty-one years");
        assert_eq!(joined_with(&["the sea-", "side inn"], &["sea-side"]), "the sea-side inn");
        assert_eq!(joined_with(&["Anglo-", "American"], &[]), "Anglo-American");
        assert_eq!(joined_with(&["by rail -", "it was late"], &[]), "by rail - it was late");
    }
}
