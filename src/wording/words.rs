//! The words of a group's side, with what is needed to tell whether two of them are the same.

use std::sync::LazyLock;

use crate::segment::Document;
use crate::text::{Language, Span, TokenKind, WordList, fold, tokens};

static SMALL: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("../../assets/lang/en/small_words.txt")));

/// In a language without a list of small words those of so few letters are taken for small.
const SMALL_LETTERS: usize = 3;

/// A word, number or mark of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its bytes in the document's text, the white space after it included: the words of a sentence tile it.
    pub tile: Span,
    /// Its bytes without white space.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: usize,
    /// Its comparison form.
    pub key: String,
    /// The comparison form without its ending; of words of content only, as others are matched by no stem.
    pub stem: String,
    /// How much it says.
    pub weight: Weight,
}

/// How much a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Punctuation.
    Mark,
    /// "the", "of", "and".
    Small,
    /// A word of content, a name, a number.
    Content,
}

/// The words of some sentences of a document, in order.
pub(super) fn words(document: &Document, sentences: &[usize]) -> Vec<Word> {
    let stemmer = document.language.stemmer();
    let mut words = Vec::new();
    for &sentence in sentences {
        let Some(span) = document.sentences.get(sentence).map(|sentence| sentence.span) else { continue };
        let text = span.of(&document.text);
        let mut kinds: Vec<(Span, TokenKind)> = tokens(text).iter().map(|token| (token.span, token.kind)).collect();
        if kinds.is_empty() && !text.is_empty() {
            kinds.push((Span::new(0, text.len()), TokenKind::Punctuation));
        }
        for (n, &(token, kind)) in kinds.iter().enumerate() {
            let start = if n == 0 { 0 } else { token.start };
            let end = kinds.get(n + 1).map_or(text.len(), |(next, _)| next.start);
            let key = fold(token.of(text));
            let weight = weight(&key, kind, &document.language);
            let stem = if weight == Weight::Content { stemmer.stem(&key).into_owned() } else { String::new() };
            words.push(Word {
                tile: Span::new(start, end).shifted(span.start),
                span: token.shifted(span.start),
                sentence,
                stem,
                weight,
                key,
            });
        }
    }
    words
}

fn weight(key: &str, kind: TokenKind, language: &Language) -> Weight {
    let is_small = if language.code() == "en" { SMALL.has(key) } else { key.chars().count() <= SMALL_LETTERS };
    match kind {
        TokenKind::Punctuation => Weight::Mark,
        TokenKind::Word if is_small => Weight::Small,
        TokenKind::Word | TokenKind::Number => Weight::Content,
    }
}
