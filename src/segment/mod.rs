//! An article cut into sentences.

mod brackets;
mod cut;
mod fallback;
mod lists;
mod mask;
mod mend;
mod place;
mod rules;

pub use mend::{Cuts, Mend, Mended};

use crate::clean::{Article, Passage, Removed, Role};
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

impl Sentence {
    /// Its bytes in the raw text: a passage is taken over letter by letter, so it is as long there as here.
    pub fn raw(&self) -> Span {
        Span::new(self.origin, self.origin + self.span.len())
    }
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

    /// The sentence that a byte of the raw text lies in.
    pub fn sentence_over(&self, raw: usize) -> Option<usize> {
        let next = self.sentences.partition_point(|sentence| sentence.raw().end <= raw);
        self.sentences.get(next).filter(|sentence| sentence.origin <= raw).map(|_| next)
    }

    /// The sentence that begins at a byte of the raw text.
    pub fn sentence_from(&self, origin: usize) -> Option<usize> {
        self.sentences.binary_search_by_key(&origin, |sentence| sentence.origin).ok()
    }
}

/// Cuts an article into sentences, where the reader has not cut it otherwise.
pub fn segment(raw: &RawArticle, article: Article, language: Option<&Language>, cuts: &Cuts) -> Document {
    let Article { card, passages, removed, mut notes } = article;
    let language = language.cloned().unwrap_or_else(|| guess(&raw.text, &mut notes));
    let mut document = Document { card, language, text: String::new(), sentences: Vec::new(), removed, notes };
    for (number, passage) in passages.iter().enumerate() {
        document.push(raw, number, passage, cuts);
    }
    document
}

/// The first bytes of a text, so that looking ahead takes no longer in a long text.
fn start_of(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or(text)
}

/// The last bytes of a text, so that looking back takes no longer in a long text.
fn end_of(text: &str, bytes: usize) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(bytes))..).unwrap_or(text)
}

fn guess(text: &str, notes: &mut Vec<Note>) -> Language {
    match Language::guess(text) {
        Some(language) => {
            notes.push(Note::info(format!("language guessed: {}", language.name())));
            language
        }
        None => {
            notes.push(Note::info("language unclear, English assumed"));
            Language::english()
        }
    }
}

/// A first paragraph that goes on beyond this is an article without paragraphs; what follows is no lead any more.
const SENTENCES_IN_A_LEAD: usize = 3;

/// The part that a sentence plays, by the part of its passage and its place there.
fn role(passage: Role, place: usize) -> Role {
    if passage == Role::Lead && place >= SENTENCES_IN_A_LEAD { Role::Body } else { passage }
}

impl Document {
    /// Appends a passage behind a line break, cut into its sentences.
    fn push(&mut self, raw: &RawArticle, number: usize, passage: &Passage, cuts: &Cuts) {
        let text = passage.span.of(&raw.text);
        if number > 0 {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(text);
        let spans = if passage.given { vec![Span::new(0, text.len())] } else { cut::sentences(text, &self.language) };
        let spans = mend::mended(text, passage.span.start, spans, cuts);
        self.sentences.extend(spans.into_iter().enumerate().map(|(place, span)| Sentence {
            span: span.shifted(start),
            role: role(passage.role, place),
            passage: number,
            origin: passage.span.start + span.start,
        }));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clean::{Choices, clean};

    fn document(text: &str) -> Document {
        let raw = RawArticle::from_text("test", text);
        segment(&raw, clean(&raw, &Choices::default()), None, &Cuts::default())
    }

    #[test]
    fn the_guess_is_noted() {
        let english = document(
            "The harbour master said on Monday that the ferry would sail again in the spring. \
             She thanked the crews who had worked through the night, and the islanders who had waited for them.",
        );
        assert!(english.notes.contains(&Note::info("language guessed: English")));
        assert!(document("Ahoy.").notes.contains(&Note::info("language unclear, English assumed")));
    }

    #[test]
    fn a_given_language_needs_no_note() {
        let raw = RawArticle::from_text("test", "Ahoy.");
        let read = segment(&raw, clean(&raw, &Choices::default()), Some(&Language::new("de")), &Cuts::default());
        assert_eq!(read.language.code(), "de");
        assert!(read.notes.is_empty());
    }

    #[test]
    fn right_to_left_text_is_cut_into_sentences() {
        let read = document("أعلن رئيس البلدية يوم الاثنين أن العبارة ستبحر مرة أخرى في الربيع. لم يصب أحد بأذى.");
        assert_eq!(read.sentences.len(), 2);
    }

    #[test]
    fn given_sentences_are_kept_exactly() {
        let raw = RawArticle::from_sentences("test", &["One. Two.", "", " Three "]);
        let read = segment(&raw, clean(&raw, &Choices::default()), None, &Cuts::default());
        let texts: Vec<&str> = (0..3).map(|id| read.sentence(id)).collect();
        assert_eq!(texts, ["One. Two.", "", " Three "]);
        assert_eq!(read.text, "One. Two.\n\n Three ");
        assert!(read.sentences.is_sorted_by(|a, b| a.origin < b.origin));
    }

    proptest! {
        #[test]
        fn sentences_tile_the_text(text in "([A-Za-z .!?…\"“”()\\[\\]•1-9\\n-]|Mr\\. |U\\.S\\. |é|\\PC){0,200}") {
            let read = document(&text);
            let mut end = 0;
            for (id, sentence) in read.sentences.iter().enumerate() {
                prop_assert!(Span::new(end, sentence.span.start).of(&read.text).trim().is_empty());
                prop_assert!(!read.sentence(id).is_empty());
                prop_assert_eq!(read.sentence(id), read.sentence(id).trim());
                end = sentence.span.end;
            }
            prop_assert!(Span::new(end, read.text.len()).of(&read.text).trim().is_empty());
            prop_assert!(read.sentences.is_sorted_by(|a, b| a.origin < b.origin));
        }

        #[test]
        fn a_sentence_stands_in_the_raw_text_letter_by_letter(text in "([A-Za-z .!?“”()\\n-]|Read also: |é|\\PC){0,200}") {
            let raw = RawArticle::from_text("test", &text);
            let read = segment(&raw, clean(&raw, &Choices::default()), None, &Cuts::default());
            for (id, sentence) in read.sentences.iter().enumerate() {
                prop_assert_eq!(sentence.raw().of(&raw.text), read.sentence(id));
                prop_assert_eq!(read.sentence_over(sentence.origin), Some(id));
            }
        }
    }
}
