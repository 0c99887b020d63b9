//! Where inside a sentence the reader may cut it: at the beginnings of its words.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

/// The byte at which a sentence is cut if the reader points at `near`: the beginning of the word pointed at, with the marks
/// that open before it; between words, and in the first word, the nearest beginning, of two equally near the later one.
/// `None` where nothing would stand before or after the cut.
pub(super) fn to_cut(sentence: &str, near: usize) -> Option<usize> {
    let of_word =
        beginnings(sentence).filter(|&at| at <= near).max().filter(|&at| is_inside_a_word(sentence, at, near));
    of_word.or_else(|| beginnings(sentence).min_by_key(|&at| (at.abs_diff(near), std::cmp::Reverse(at))))
}

/// Whether a place lies before a letter of the word that begins at a byte.
fn is_inside_a_word(sentence: &str, at: usize, near: usize) -> bool {
    let (Some(so_far), Some(rest)) = (sentence.get(at..near), sentence.get(near..)) else { return false };
    !so_far.contains(char::is_whitespace) && rest.starts_with(char::is_alphanumeric)
}

/// The beginnings of all words but the first. A full stop without a space after it is looked behind, too, as words go on
/// over it ("left.Nobody").
fn beginnings(sentence: &str) -> impl Iterator<Item = usize> + '_ {
    let words = sentence.unicode_word_indices().map(|(at, _)| at);
    let after_stops = sentence.match_indices('.').map(|(at, stop)| at + stop.len());
    words.chain(after_stops).filter_map(|at| beginning(sentence, at)).filter(|&at| is_between_letters(sentence, at))
}

/// Where the word begins that has its first letter at a byte.
fn beginning(sentence: &str, at: usize) -> Option<usize> {
    let (before, word) = sentence.split_at_checked(at)?;
    let first = word.chars().next().filter(|first| first.is_alphanumeric())?;
    let before_marks = before.trim_end_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
    let before = if before_marks.ends_with(char::is_whitespace) { before_marks } else { before };
    let stands_apart = before.ends_with(char::is_whitespace) || begins_without_a_space(before, first);
    (stands_apart && before.contains(char::is_alphanumeric)).then_some(before.len())
}

/// Whether a word begins though no space stands before it: after a mark that ends something, or in a script without spaces.
fn begins_without_a_space(before: &str, first: char) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    match last {
        '.' => first.is_uppercase() && before.chars().rev().skip(1).take(2).all(char::is_alphabetic),
        '!' | '?' | '…' | ',' | ';' | ')' | ']' | '"' | '”' | '»' | '—' | '–' => first.is_alphabetic(),
        '。' | '！' | '？' | '、' | '，' | '；' => true,
        _ => last.is_alphanumeric(),
    }
}

fn is_between_letters(sentence: &str, at: usize) -> bool {
    GraphemeCursor::new(at, sentence.len(), true).is_boundary(sentence, 0) == Ok(true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Points at the bar and tells where the cut falls.
    fn cut(pointed: &str) -> Option<String> {
        let near = pointed.find('|').expect("a bar shows where the reader points");
        let sentence = pointed.replace('|', "");
        to_cut(&sentence, near).map(|at| format!("{}|{}", &sentence[..at], &sentence[at..]))
    }

    #[track_caller]
    fn falls(pointed: &str, cut_at: &str) {
        assert_eq!(cut(pointed).as_deref(), Some(cut_at), "{pointed}");
    }

    #[test]
    fn the_word_pointed_at_begins_the_second_sentence() {
        falls("The ferry left. N|obody knew.", "The ferry left. |Nobody knew.");
        falls("The ferry left. Nobod|y knew.", "The ferry left. |Nobody knew.");
        falls("The ferr|y left.", "The |ferry left.");
        falls("It sank. (“No|body knew.”)", "It sank. |(“Nobody knew.”)");
    }

    #[test]
    fn between_words_the_nearest_beginning_is_taken() {
        falls("The ferry left.| Nobody knew.", "The ferry left. |Nobody knew.");
        falls("The ferry left|. Nobody knew.", "The ferry left. |Nobody knew.");
        falls("T|he ferry left.", "The |ferry left.");
        falls("|The ferry left.", "The |ferry left.");
        falls("The ferry left.|", "The ferry |left.");
    }

    #[test]
    fn what_opens_goes_with_the_word() {
        falls("It sank. “|Nobody knew.”", "It sank. |“Nobody knew.”");
        falls("It cost $|40 in all.", "It cost |$40 in all.");
        falls("It sank – n|obody knew.", "It sank – |nobody knew.");
    }

    #[test]
    fn a_missing_space_is_no_hindrance() {
        falls("The ferry left.|Nobody knew.", "The ferry left.|Nobody knew.");
        falls("It sank!”|She left.", "It sank!”|She left.");
        falls("船沉了。|无人知晓。", "船沉了。|无人知晓。");
    }

    #[test]
    fn words_figures_and_addresses_stay_whole() {
        falls("It cost 3.|5 million.", "It cost |3.5 million.");
        falls("A well-|known ferry.", "A |well-known ferry.");
        falls("The U.|S. ferry.", "The |U.S. ferry.");
        falls("See oster.exam|ple now.", "See |oster.example now.");
        falls("It didn’|t sink.", "It |didn’t sink.");
    }

    #[test]
    fn a_single_word_cannot_be_cut() {
        assert_eq!(cut("Sto|p!"), None);
        assert_eq!(cut("|"), None);
        assert_eq!(cut("“… St|op!”"), None);
    }

    proptest! {
        #[test]
        fn both_parts_say_something(sentence in "([A-Za-z .!?“”(é̈\\-]|船|\\PC){0,60}", near in 0_usize..80) {
            if let Some(at) = to_cut(&sentence, near) {
                let (before, after) = sentence.split_at(at);
                prop_assert!(before.contains(char::is_alphanumeric) && after.contains(char::is_alphanumeric));
                prop_assert_eq!(before.graphemes(true).count() + after.graphemes(true).count(), sentence.graphemes(true).count());
            }
        }
    }
}
