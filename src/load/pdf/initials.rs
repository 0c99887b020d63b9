//! Initials: a first letter as tall as several lines, put back at the head of its word.

use std::collections::BTreeSet;

use super::lines::usual_size_of;
use super::words::Word;

/// An initial is larger than the text beside it by at least this factor …
const LARGER: f64 = 1.8;

/// … and stands beside at least so many lines; beside one line it is a matter of taste.
const FEWEST_LINES: usize = 2;

/// No page has more; each is looked for beside all words.
const MOST_INITIALS: usize = 20;

/// The text begins within this of the initial, in sizes of the text.
const NEAR: f64 = 1.5;

/// Letters that are words: "A ferry" and "Almost" begin alike.
const WORDS: [&str; 2] = ["A", "I"];

/// Puts each initial of a page before the word that it begins.
pub(super) fn put_back(words: &mut Vec<Word>) {
    let usual_size = usual_size_of(words.iter());
    let is_initial = |word: &&Word| word.size > LARGER * usual_size && is_letter(&word.text);
    let initials: Vec<Word> = words.iter().filter(is_initial).take(MOST_INITIALS).cloned().collect();
    for initial in initials {
        let beside = beside(&initial, words);
        let lines: BTreeSet<i64> =
            beside.iter().filter_map(|place| words.get(*place)).map(|word| word.base as i64).collect();
        let first = beside.iter().copied().min_by(|a, b| base(words, *a).total_cmp(&base(words, *b)));
        let Some(first) = first.filter(|_| lines.len() >= FEWEST_LINES) else { continue };
        for place in &beside {
            if let Some(word) = words.get_mut(*place) {
                // The lines beside it begin where it begins, or they would look indented.
                word.left = initial.left;
            }
        }
        if let Some(word) = words.get_mut(first) {
            let is_word = WORDS.contains(&initial.text.as_str()) && word.is_spaced;
            word.text = format!("{}{}{}", initial.text, if is_word { " " } else { "" }, word.text);
            word.is_spaced = true;
        }
        words.retain(|word| *word != initial);
    }
}

fn is_letter(text: &str) -> bool {
    let letter = text.trim_start_matches(['"', '“', '‘', '„', '«']);
    letter.chars().count() == 1 && letter.chars().all(char::is_uppercase)
}

fn base(words: &[Word], place: usize) -> f64 {
    words.get(place).map_or(f64::INFINITY, |word| word.base)
}

/// The places of the words that begin the lines beside an initial.
fn beside(initial: &Word, words: &[Word]) -> Vec<usize> {
    let is_beside = |word: &Word| {
        let gap = word.left - initial.right;
        initial.size > LARGER * word.size
            && (-0.5 * word.size..NEAR * word.size).contains(&gap)
            && word.base > initial.base - initial.size
            && word.base < initial.base + 0.5 * word.size
    };
    let near: Vec<usize> =
        words.iter().enumerate().filter(|(_, word)| is_beside(word)).map(|(place, _)| place).collect();
    let is_first = |place: &usize| {
        let Some(word) = words.get(*place) else { return false };
        !near
            .iter()
            .filter_map(|other| words.get(*other))
            .any(|other| other.base == word.base && other.left < word.left)
    };
    near.iter().copied().filter(is_first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, left: f64, base: f64, size: f64) -> Word {
        let right = left + 0.5 * size * text.len() as f64;
        Word { text: text.to_owned(), left, right, base, size, is_spaced: true, is_margin: false }
    }

    #[test]
    fn an_initial_begins_the_first_line_beside_it() {
        let mut words = vec![
            word("T", 50.0, 124.0, 34.0),
            word("he", 68.0, 100.0, 10.0),
            word("tide", 81.0, 100.0, 10.0),
            word("rose", 68.0, 112.0, 10.0),
            word("and", 68.0, 124.0, 10.0),
            word("fell.", 50.0, 136.0, 10.0),
        ];
        put_back(&mut words);
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(texts, ["The", "tide", "rose", "and", "fell."]);
        assert!([0, 2, 3].iter().all(|place| words[*place].left == 50.0));
    }

    #[test]
    fn a_large_letter_beside_one_line_stays() {
        let mut words =
            vec![word("T", 50.0, 100.0, 24.0), word("he", 63.0, 100.0, 10.0), word("tide", 50.0, 130.0, 10.0)];
        put_back(&mut words);
        assert_eq!(words.len(), 3);
    }
}
