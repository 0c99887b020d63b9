//! A second look at sentences that came out far too long.

use crate::text::Span;

use super::cut::last_word;
use super::mask::{is_closer, is_opener};
use super::rules::Words;

/// No reader takes in a longer sentence; one that is longer, in bytes, is likely to be several.
const TOO_LONG: usize = 600;

/// The sentences, those that are too long cut wherever a full stop is followed by a capital.
pub(super) fn shortened(text: &str, sentences: Vec<Span>, words: &Words) -> Vec<Span> {
    if sentences.iter().all(|span| span.len() <= TOO_LONG) {
        return sentences;
    }
    let mut result = Vec::new();
    for sentence in sentences {
        if sentence.len() <= TOO_LONG {
            result.push(sentence);
        } else {
            cut_simply(text, sentence, words, &mut result);
        }
    }
    result
}

fn cut_simply(text: &str, sentence: Span, words: &Words, result: &mut Vec<Span>) {
    let whole = sentence.of(text);
    let mut start = 0;
    for (at, sign) in whole.match_indices(['.', '!', '?']) {
        let rest = whole.get(at + sign.len()..).unwrap_or_default();
        let after = rest.trim_start_matches(is_closer);
        let next = after.trim_start();
        let capital = next.trim_start_matches(is_opener).starts_with(char::is_uppercase);
        if at > start && next.len() < after.len() && capital && is_plain_word(whole.get(start..=at), words) {
            result.push(Span::new(start, whole.len() - after.len()).shifted(sentence.start));
            start = whole.len() - next.len();
        }
    }
    result.push(Span::new(start, whole.len()).shifted(sentence.start));
}

/// Whether the last word is no initial, title or other abbreviation.
fn is_plain_word(text: Option<&str>, words: &Words) -> bool {
    let word = last_word(text.unwrap_or_default());
    let bare = word.trim_end_matches(['.', '!', '?']);
    bare.chars().count() > 1 && !bare.contains('.') && !words.is_title(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn only_what_is_too_long_is_cut() {
        let words = Words::of(&Language::english());
        let short = "It sank. It was old.";
        assert_eq!(shortened(short, vec![Span::new(0, short.len())], words).len(), 1);
        let long = "Mr. Oh saw J. Roe at sea. ".repeat(40);
        let found = shortened(&long, vec![Span::new(0, long.trim_end().len())], words);
        assert_eq!(found.len(), 40);
        assert!(found.iter().all(|span| span.of(&long) == "Mr. Oh saw J. Roe at sea."));
    }
}
