//! Words that a reader looks for, and where they stand in a text. Pure.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::{Folded, Folding, Span};

/// What is looked for, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The words as they were typed.
    pub words: String,
    /// Capitals and accents count.
    pub match_case: bool,
    /// Only whole words.
    pub whole_words: bool,
}

impl Wanted {
    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
    }

    fn folding(&self) -> Folding {
        if self.match_case { Folding::Exact } else { Folding::Loose }
    }
}

/// Where the words stand in a text, in order and not overlapping; nowhere for no words.
pub fn hits(text: &str, wanted: &Wanted) -> Vec<Span> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let words = Folded::of(wanted.words.trim(), wanted.folding());
    let mut hits = Folded::of(text, wanted.folding()).find(&words);
    if wanted.whole_words && !hits.is_empty() {
        let mut bounds: Vec<usize> = text.split_word_bound_indices().map(|(at, _)| at).collect();
        bounds.push(text.len());
        let is_bound = |byte: usize| bounds.binary_search(&byte).is_ok();
        hits.retain(|hit| is_bound(hit.start) && is_bound(hit.end));
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, words: &str, change: impl Fn(&mut Wanted)) -> Vec<&'a str> {
        let mut wanted = Wanted { words: words.to_owned(), ..Wanted::default() };
        change(&mut wanted);
        hits(text, &wanted).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn words_are_found_in_any_spelling() {
        assert_eq!(found("The Weir’s café, the weirs", " weir ", |_| ()), ["Weir", "weir"]);
        assert_eq!(found("The Weir’s CAFÉ", "weir's cafe", |_| ()), ["Weir’s CAFÉ"]);
    }

    #[test]
    fn case_and_whole_words_can_be_asked_for() {
        assert_eq!(found("Weir, weir, weirs", "weir", |wanted| wanted.match_case = true), ["weir", "weir"]);
        assert_eq!(found("Weir, weir, weirs", "weir", |wanted| wanted.whole_words = true), ["Weir", "weir"]);
        assert_eq!(found("don’t do co-op", "do", |wanted| wanted.whole_words = true), ["do"]);
        assert_eq!(found("a co-op, coop", "op", |wanted| wanted.whole_words = true), ["op"]);
        assert_eq!(found("old weirs. Old weir", "old weir", |wanted| wanted.whole_words = true), ["Old weir"]);
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        assert!(found("weir", "  ", |_| ()).is_empty());
        assert!(found("", "weir", |wanted| wanted.whole_words = true).is_empty());
    }
}
