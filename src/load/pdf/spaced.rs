//! Words whose letters are set apart ("H E A D L I N E"), made whole where the gaps say which letters belong together.

use super::words::Word;

/// So many letters in a row must stand alone: five words of one letter each are no English.
const FEWEST_LETTERS: usize = 5;

/// Kerning brings two letters together, so that they come as one; more are a word.
const MOST_TOGETHER: usize = 2;

/// Of so many pieces one may have two letters.
const PIECES_TO_PAIRS: usize = 3;

/// Letters further apart are cells of a table, in sizes.
const WIDEST_GAP: f64 = 0.9;

/// A gap is one between words where it is wider than the usual one by this, in sizes: a narrow space is a fifth.
const SPACE: f64 = 0.14;

/// The words of a line, from left to right, with those made whole whose letters are set apart.
pub(super) fn whole(words: &[Word]) -> Vec<Word> {
    let mut result: Vec<Word> = Vec::with_capacity(words.len());
    let mut rest = words;
    while !rest.is_empty() {
        let (run, after) = rest.split_at(pieces(rest).max(1));
        match usual_gap(run) {
            Some(gap) => result.extend(joined(run, gap)),
            None => result.extend_from_slice(run),
        }
        rest = after;
    }
    result
}

/// How many pieces from here on may be letters that are set apart.
fn pieces(words: &[Word]) -> usize {
    let goes_on =
        |pair: &[Word]| matches!(pair, [a, b] if b.left - a.right <= WIDEST_GAP * b.size && is_piece(&b.text));
    match words.first() {
        Some(first) if is_piece(&first.text) => 1 + words.windows(2).take_while(|pair| goes_on(pair)).count(),
        _ => 0,
    }
}

fn is_piece(text: &str) -> bool {
    text.chars().count() <= MOST_TOGETHER && text.chars().all(|c| c.is_alphabetic() || !c.is_alphanumeric())
}

/// The usual gap between letters that are set apart; `None` where they are not.
fn usual_gap(run: &[Word]) -> Option<f64> {
    let pairs = run.iter().filter(|word| word.text.chars().count() > 1).count();
    if run.len() < FEWEST_LETTERS || pairs * PIECES_TO_PAIRS > run.len() {
        return None;
    }
    let mut gaps: Vec<f64> = run.windows(2).map(gap).collect();
    gaps.sort_by(f64::total_cmp);
    // Words of letters are longer than three, so more than half of the gaps lie within words.
    gaps.get(gaps.len() / 2)
        .copied()
        .filter(|usual| gaps.iter().filter(|gap| is_usual(**gap, *usual)).count() * 2 > gaps.len())
}

/// The width between two words in sizes.
fn gap(pair: &[Word]) -> f64 {
    if let [a, b] = pair { (b.left - a.right) / b.size.max(a.size) } else { 0.0 }
}

fn is_usual(gap: f64, usual: f64) -> bool {
    gap <= usual + SPACE
}

fn joined(run: &[Word], usual: f64) -> Vec<Word> {
    let mut whole: Vec<Word> = Vec::new();
    for word in run {
        match whole.last_mut() {
            Some(open) if is_usual(gap(&[open.clone(), word.clone()]), usual) => {
                open.text.push_str(&word.text);
                open.right = word.right;
            }
            _ => whole.push(Word { is_spaced: true, ..word.clone() }),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of pieces of ten points, each so many points behind the one before.
    fn line(pieces: &[(&str, f64)]) -> Vec<Word> {
        let mut end = 0.0;
        let word = |(text, gap): &(&str, f64)| {
            let left = end + gap;
            end = left + 6.0 * text.len() as f64;
            Word {
                text: (*text).to_owned(),
                left,
                right: end,
                base: 0.0,
                size: 10.0,
                is_spaced: false,
                is_margin: false,
            }
        };
        pieces.iter().map(word).collect()
    }

    fn texts(pieces: &[(&str, f64)]) -> Vec<String> {
        whole(&line(pieces)).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn letters_set_apart_are_words_where_the_gaps_say_so() {
        let spaced = [("T", 0.0), ("H", 3.0), ("E", 3.0), ("Q", 8.0), ("U", 3.0), ("AY", 3.0), ("I", 8.0), ("S", 3.0)];
        assert_eq!(texts(&spaced), ["THE", "QUAY", "IS"]);
    }

    #[test]
    fn words_and_cells_of_one_letter_stay() {
        assert_eq!(texts(&[("A", 0.0), ("B", 30.0), ("C", 30.0), ("D", 30.0), ("E", 30.0)]).len(), 5);
        assert_eq!(texts(&[("I", 0.0), ("am", 3.0), ("to", 3.0), ("go", 3.0), ("in", 3.0), ("as", 3.0)]).len(), 6);
        assert_eq!(texts(&[("1", 0.0), ("2", 3.0), ("3", 3.0), ("4", 3.0), ("5", 3.0)]).len(), 5);
    }
}
