//! Which parts of what was read are the article, and what each part is.
//!
//! A list of rules over blocks. What is taken out is kept with its reason, is shown, and can be put back.

mod byline;
mod judge;
mod needs;
mod patterns;
mod shape;
mod stretch;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::load::{BlockKind, Card, RawArticle};
use crate::text::{Note, Span};

use judge::Judged;

/// The article: what is kept, in order, and what was taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The card, with what the text itself says filled in (title, author, date).
    pub card: Card,
    /// The kept passages in order.
    pub passages: Vec<Passage>,
    /// What was taken out, in order.
    pub removed: Vec<Removed>,
    /// What the reader should know.
    pub notes: Vec<Note>,
}

/// A stretch of the raw text that is part of the article; no sentence crosses its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its bytes in the raw text.
    pub span: Span,
    /// Its part in the article.
    pub role: Role,
    /// Given as one sentence by the caller: not to be cut.
    pub given: bool,
}

/// The part that a passage or sentence plays in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The title.
    Headline,
    /// The first paragraph after it.
    Lead,
    /// Running text.
    Body,
    /// A heading inside the article.
    Subheading,
    /// An item of a list.
    List,
    /// The text of a picture, put back by the reader.
    Caption,
}

/// A stretch of the raw text that was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Its bytes in the raw text; the start names it in [`Choices::restored`].
    pub span: Span,
    /// What stood there.
    pub text: String,
    /// Why.
    pub why: Reason,
}

/// Why a passage was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    /// Who wrote it and when.
    #[serde(rename = "byline")]
    Byline,
    /// The text of a picture.
    #[serde(rename = "caption")]
    Caption,
    /// "Related", "More stories", "Read also".
    #[serde(rename = "related stories")]
    Related,
    /// A bare list of links or sites, "Sources include".
    #[serde(rename = "link list")]
    LinkList,
    /// "Watch the video", "sign up", "share this".
    #[serde(rename = "appeal")]
    Appeal,
    /// What stands around an article: navigation, teasers, a running head, a page number, a comment in the margin.
    #[serde(rename = "page furniture")]
    Furniture,
    /// The title once more.
    #[serde(rename = "repeated title")]
    RepeatedTitle,
    /// The reader took it out.
    #[serde(rename = "taken out by hand")]
    ByHand,
}

/// What the reader decided about passages, by the byte of the raw text at which each begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Nothing is taken out at all.
    pub keep_everything: bool,
    /// Removed passages that were put back.
    pub restored: BTreeSet<usize>,
    /// Passages of the article that the reader took out.
    pub taken_out: BTreeSet<usize>,
}

/// The article in what was read: every character of every block is in a passage or in what was taken out.
pub fn clean(raw: &RawArticle, choices: &Choices) -> Article {
    let mut article = Article { card: raw.card.clone(), notes: raw.notes.clone(), ..Article::default() };
    let judged = judge::judge(raw, &mut article.card);
    for (block, parts) in raw.blocks.iter().zip(judged) {
        let given = block.kind == BlockKind::Sentence;
        let mut open: Option<Passage> = None;
        for Judged { span, role, why } in parts {
            match choices.reason(span.start, why) {
                Some(why) => {
                    article.passages.extend(open.take());
                    article.removed.push(Removed { span, text: span.of(&raw.text).to_owned(), why });
                }
                None => {
                    let span = open.map_or(span, |passage| passage.span.join(span));
                    open = Some(Passage { span, role, given });
                }
            }
        }
        article.passages.extend(open);
    }
    article
}

/// The stretches of the raw text that are kept or taken out each by itself, in order; a passage may be several that
/// go on from one to the next.
pub fn stretches(raw: &RawArticle) -> Vec<Span> {
    judge::judge(raw, &mut raw.card.clone()).into_iter().flatten().map(|part| part.span).collect()
}

impl Choices {
    /// Why what begins at a byte of the raw text is taken out, after what the reader said; `None` where it stays.
    fn reason(&self, start: usize, judged: Option<Reason>) -> Option<Reason> {
        if self.taken_out.contains(&start) {
            return judged.or(Some(Reason::ByHand));
        }
        judged.filter(|_| !self.keep_everything && !self.restored.contains(&start))
    }
}

#[cfg(test)]
mod tests;
