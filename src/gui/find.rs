//! Words looked for in a text, large and small letters alike. Pure.

use crate::text::Span;

/// Where the words stand in the text, in order and not overlapping; nowhere for no words.
pub fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let wanted: Vec<char> = words.trim().chars().flat_map(char::to_lowercase).collect();
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    let mut from = 0;
    for (at, _) in text.char_indices() {
        if at < from {
            continue;
        }
        if let Some(length) = text.get(at..).and_then(|rest| matched(rest, &wanted)) {
            from = at + length;
            found.push(Span::new(at, from));
        }
    }
    found
}

/// How many bytes at the beginning of the text are the wanted characters.
fn matched(text: &str, wanted: &[char]) -> Option<usize> {
    let mut left = wanted.iter();
    for (at, c) in text.char_indices() {
        if left.as_slice().is_empty() {
            return Some(at);
        }
        if !c.to_lowercase().all(|c| left.next() == Some(&c)) {
            return None;
        }
    }
    left.as_slice().is_empty().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        let text = "The Weir, the weir and the WEIRS";
        let found: Vec<&str> = occurrences(text, "weir").into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["Weir", "weir", "WEIR"]);
        assert_eq!(occurrences("Über Öl", "ÖL"), [Span::new(6, 9)]);
    }

    #[test]
    fn nothing_is_found_for_nothing_and_past_the_end() {
        assert!(occurrences("weir", "  ").is_empty());
        assert!(occurrences("wei", "weir").is_empty());
        assert!(occurrences("", "weir").is_empty());
    }

    #[test]
    fn occurrences_do_not_overlap() {
        assert_eq!(occurrences("aaaa", "aa"), [Span::new(0, 2), Span::new(2, 4)]);
    }
}
