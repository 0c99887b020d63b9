//! An article cut into sentences.

use crate::clean::{Article, Removed, Role};
use crate::load::{Card, RawArticle};
use crate::text::{Language, Note, Span};

/// An article ready to be compared. It owns the one text that every span of the comparison points into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What is known about the source.
    pub card: Card,
    /// The language, as given or guessed.
    pub language: Language,
    /// The cleaned article.
    pub text: String,
    /// Its sentences in order; they do not overlap, and only white space lies between them.
    pub sentences: Vec<Sentence>,
    /// What was taken out, in order.
    pub removed: Vec<Removed>,
    /// What the reader should know.
    pub notes: Vec<Note>,
}

/// A sentence, headline or list item: what is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes in [`Document::text`].
    pub span: Span,
    /// Its part in the article.
    pub role: Role,
    /// Which passage it stands in, counted from 0; sentences of one passage are read together.
    pub passage: usize,
    /// Where it begins in the raw text: the name by which the reader's corrections know it, as it outlives
    /// passages put back or taken out before it.
    pub origin: usize,
}

impl Document {
    /// The text of a sentence; empty where there is no such sentence.
    pub fn sentence(&self, id: usize) -> &str {
        self.sentences.get(id).map_or("", |sentence| sentence.span.of(&self.text))
    }

    /// The sentence that a byte of the text lies in.
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        let next = self.sentences.partition_point(|sentence| sentence.span.end <= byte);
        self.sentences.get(next).filter(|sentence| sentence.span.start <= byte).map(|_| next)
    }

    /// The sentence that begins at a byte of the raw text.
    pub fn sentence_from(&self, origin: usize) -> Option<usize> {
        self.sentences.binary_search_by_key(&origin, |sentence| sentence.origin).ok()
    }
}

/// Cuts an article into sentences.
pub fn segment(raw: &RawArticle, article: Article, language: Option<&Language>) -> Document {
    let Article { card, passages, removed, notes } = article;
    let language = language.cloned().or_else(|| Language::guess(&raw.text)).unwrap_or_else(Language::english);
    let mut document = Document { card, language, text: String::new(), sentences: Vec::new(), removed, notes };
    for (n, passage) in passages.iter().enumerate() {
        if n > 0 {
            document.text.push('\n');
        }
        let start = document.text.len();
        document.text.push_str(passage.span.of(&raw.text));
        let span = Span::new(start, document.text.len());
        document.sentences.push(Sentence { span, role: passage.role, passage: n, origin: passage.span.start });
    }
    document
}
