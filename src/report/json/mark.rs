//! A claim mark of one source, as it is written in an inspection.

use serde::Serialize;

use crate::claims::{Kind, Mark};
use crate::segment::Document;
use crate::text::Span;

use super::{WordsJson, words_json};

/// A mark as it is written; made by [`mark_json`].
#[derive(Serialize)]
pub struct MarkJson<'a> {
    kind: Kind,
    sentence: usize,
    start: usize,
    end: usize,
    text: &'a str,
    value: &'a str,
    parts: Option<PartsJson<'a>>,
}

#[derive(Serialize)]
struct PartsJson<'a> {
    source: Option<WordsJson<'a>>,
    cue: Option<WordsJson<'a>>,
    content: Option<WordsJson<'a>>,
}

/// A mark in the form that is written.
pub fn mark_json<'a>(document: &'a Document, mark: &'a Mark) -> MarkJson<'a> {
    let words = |span: Span| words_json(document, span);
    MarkJson {
        kind: mark.kind,
        sentence: mark.sentence,
        start: mark.span.start,
        end: mark.span.end,
        text: mark.span.of(&document.text),
        value: &mark.value,
        parts: mark.parts.map(|parts| PartsJson {
            source: parts.source.map(words),
            cue: parts.cue.map(words),
            content: parts.content.map(words),
        }),
    }
}
