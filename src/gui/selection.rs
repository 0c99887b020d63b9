//! A stretch of an article that the reader selected, and how clicks and keys change it. Everything is bytes of the
//! document's text, so that nothing depends on what is on the screen. Pure.

use std::collections::BTreeSet;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use crate::segment::Document;
use crate::text::{Side, Span};

/// What is selected, or where the caret stands. Both ends lie at whole letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Whose text.
    pub side: Side,
    /// The byte at which selecting began; it stays where it is.
    pub anchor: usize,
    /// The byte at which it ends, before or after the anchor; this end is moved.
    pub caret: usize,
}

/// How much a click takes at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// A place between two letters.
    #[default]
    Letter,
    /// A word, a sign or the blank between two.
    Word,
    /// A sentence.
    Sentence,
    /// A paragraph.
    Paragraph,
}

/// How far a key moves the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One letter.
    Letter,
    /// To the end of the next word, or the beginning of the one before.
    Word,
    /// To the next beginning of a sentence.
    Sentence,
    /// To the next beginning of a paragraph.
    Paragraph,
    /// To the end of the article.
    Article,
}

/// What a key does to the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motion {
    /// How far.
    pub step: Step,
    /// Onwards, or back.
    pub forward: bool,
    /// Select what lies between.
    pub extend: bool,
}

impl Unit {
    /// What a number of clicks in a row takes.
    pub fn of_clicks(clicks: u32) -> Self {
        match clicks {
            0 | 1 => Self::Letter,
            2 => Self::Word,
            3 => Self::Sentence,
            _ => Self::Paragraph,
        }
    }
}

impl Selection {
    /// A caret, with nothing selected.
    pub const fn caret(side: Side, byte: usize) -> Self {
        Self { side, anchor: byte, caret: byte }
    }

    /// A stretch with the caret at its end.
    pub const fn of(side: Side, span: Span) -> Self {
        Self { side, anchor: span.start, caret: span.end }
    }

    /// What is selected.
    pub fn span(self) -> Span {
        Span::new(self.anchor.min(self.caret), self.anchor.max(self.caret))
    }

    /// Whether nothing is selected.
    pub const fn is_empty(self) -> bool {
        self.anchor == self.caret
    }

    /// From what was clicked first to what the pointer is at now, both whole.
    pub fn between(side: Side, first: Span, now: Span) -> Self {
        if now.start < first.start {
            Self { side, anchor: first.end, caret: now.start }
        } else {
            Self { side, anchor: first.start, caret: now.end.max(first.end) }
        }
    }

    /// The same with both ends at letters of the document.
    pub fn fitted(self, document: &Document) -> Self {
        Self { anchor: fitted(document, self.anchor), caret: fitted(document, self.caret), ..self }
    }

    /// After a key: the caret moves and the anchor stays, or comes along where nothing more is to be selected.
    /// A caret that leaves a selection without extending it goes to that end of it first.
    pub fn moved(self, document: &Document, motion: Motion) -> Self {
        let Motion { step, forward, extend } = motion;
        if !extend && !self.is_empty() && step == Step::Letter {
            let span = self.span();
            return Self::caret(self.side, if forward { span.end } else { span.start });
        }
        let caret = moved(document, self.caret, step, forward);
        Self { caret, anchor: if extend { self.anchor } else { caret }, ..self }
    }
}

/// The sentence that a byte belongs to: the one that it stands in, or else the last before it.
pub fn sentence_of(document: &Document, byte: usize) -> Option<usize> {
    let after = document.sentences.partition_point(|sentence| sentence.span.start <= byte);
    (!document.sentences.is_empty()).then(|| after.saturating_sub(1))
}

/// The nearest place for a caret: between two letters of a sentence, as what lies between sentences is not seen.
pub fn fitted(document: &Document, byte: usize) -> usize {
    let byte = letter_before(&document.text, byte.min(document.text.len()));
    let Some(id) = sentence_of(document, byte) else { return 0 };
    let span = document.sentences[id].span;
    match document.sentences.get(id + 1) {
        Some(next) if byte > span.end => next.span.start,
        _ => byte.clamp(span.start, span.end),
    }
}

/// The last place between two letters at or before a byte.
fn letter_before(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte);
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) {
        return byte;
    }
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// What a click at a byte takes.
pub fn unit_at(document: &Document, byte: usize, unit: Unit) -> Span {
    let byte = fitted(document, byte);
    let Some(id) = sentence_of(document, byte) else { return Span::default() };
    let sentence = document.sentences[id].span;
    match unit {
        Unit::Letter => Span::new(byte, byte),
        Unit::Word => word_at(sentence.of(&document.text), byte - sentence.start).shifted(sentence.start),
        Unit::Sentence => sentence,
        Unit::Paragraph => paragraph_of(document, id),
    }
}

/// The word at a byte; at the end of the text the last one.
fn word_at(text: &str, byte: usize) -> Span {
    let words = text.split_word_bound_indices().map(|(start, word)| Span::new(start, start + word.len()));
    words.take_while(|word| word.start <= byte).last().unwrap_or_default()
}

fn paragraph_of(document: &Document, id: usize) -> Span {
    let passage = document.sentences[id].passage;
    let first = document.sentences.partition_point(|sentence| sentence.passage < passage);
    let next = document.sentences.partition_point(|sentence| sentence.passage <= passage);
    document.sentences[first..next]
        .iter()
        .map(|sentence| sentence.span)
        .reduce(Span::join)
        .unwrap_or(document.sentences[id].span)
}

fn moved(document: &Document, from: usize, step: Step, forward: bool) -> usize {
    let text = &document.text;
    let from = fitted(document, from);
    let ends = |passages: bool| {
        document.sentences.iter().enumerate().filter_map(move |(id, sentence)| {
            let begins = !passages || id == 0 || document.sentences[id - 1].passage != sentence.passage;
            begins.then_some(sentence.span.start)
        })
    };
    let to_beginning = |passages: bool| {
        if forward {
            ends(passages).find(|&start| start > from).unwrap_or(text.len())
        } else {
            ends(passages).take_while(|&start| start < from).last().unwrap_or(0)
        }
    };
    let to = match (step, forward) {
        (Step::Letter, true) => next_letter(text, from),
        (Step::Letter, false) => return letter_back(document, from),
        (Step::Word, true) => next_word_end(text, from),
        (Step::Word, false) => text[..from].unicode_word_indices().next_back().map_or(0, |(start, _)| start),
        (Step::Sentence, _) => to_beginning(false),
        (Step::Paragraph, _) => to_beginning(true),
        (Step::Article, true) => text.len(),
        (Step::Article, false) => 0,
    };
    fitted(document, to)
}

fn next_letter(text: &str, from: usize) -> usize {
    GraphemeCursor::new(from, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

fn next_word_end(text: &str, from: usize) -> usize {
    text[from..].unicode_word_indices().next().map_or(text.len(), |(start, word)| from + start + word.len())
}

/// One letter back; from the beginning of a sentence to the end of the one before it.
fn letter_back(document: &Document, from: usize) -> usize {
    let id = sentence_of(document, from).unwrap_or(0);
    let Some(span) = document.sentences.get(id).map(|sentence| sentence.span) else { return 0 };
    if from <= span.start {
        let before = id.checked_sub(1).and_then(|before| document.sentences.get(before));
        let touches = before.is_some_and(|before| before.span.end == span.start);
        if !touches {
            return before.map_or(span.start, |before| before.span.end);
        }
    }
    let to = GraphemeCursor::new(from, document.text.len(), true).prev_boundary(&document.text, 0);
    fitted(document, to.ok().flatten().unwrap_or(0))
}

/// Whether a stretch of a document runs over what was left out at a byte of the raw text: from the sentence before it to
/// the one after it. What was left out at either end of the article lies in the whole article only.
pub fn runs_over(document: &Document, span: Span, origin: usize) -> bool {
    let sentences = &document.sentences;
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return false };
    let next = sentences.partition_point(|sentence| sentence.origin < origin);
    let between = next.checked_sub(1).and_then(|before| Some((sentences.get(before)?, sentences.get(next)?)));
    match between {
        Some((before, after)) => span.start < before.span.end && span.end > after.span.start,
        None => span.start <= first.span.start && span.end >= last.span.end,
    }
}

/// A stretch of a document as it is pasted elsewhere: paragraphs with a blank line between them, each in one line. `shown`
/// names the passages left out that stand among them on the screen, by where they begin in the raw text.
pub fn copied(document: &Document, span: Span, shown: &BTreeSet<usize>) -> String {
    let mut paragraphs: Vec<(usize, Span)> = Vec::new();
    for sentence in &document.sentences {
        let Some(part) = sentence.span.intersection(span) else { continue };
        match paragraphs.last_mut() {
            Some((passage, so_far)) if *passage == sentence.passage => *so_far = so_far.join(part),
            _ => paragraphs.push((sentence.passage, part)),
        }
    }
    let in_line = |text: &str| text.trim().lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let origin = |part: Span| sentence_of(document, part.start).map_or(0, |id| document.sentences[id].origin);
    let kept = paragraphs.into_iter().map(|(_, part)| (origin(part), in_line(part.of(&document.text))));
    let shown = |origin: usize| shown.contains(&origin) && runs_over(document, span, origin);
    let left_out = document.removed.iter().filter(|passage| shown(passage.span.start));
    let mut all: Vec<_> = kept.chain(left_out.map(|passage| (passage.span.start, in_line(&passage.text)))).collect();
    all.sort_by_key(|(origin, _)| *origin);
    all.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
#[path = "selection_tests.rs"]
mod tests;
