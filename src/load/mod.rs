//! Reading an article from wherever it is: the only stage that touches files and the network, and the only one that can fail.
//!
//! What comes out is a [`RawArticle`]: the whole text as it was, cut into blocks. Nothing is judged here;
//! what belongs to the article is decided by [`crate::clean`].

mod address;
mod bullet;
mod card;
mod clipboard;
mod date;
mod decode;
mod docx;
mod draft;
mod epub;
mod error;
mod flow;
mod foreign;
mod front_matter;
mod html;
mod invisible;
mod kind;
mod mail;
mod markdown;
mod odt;
mod package;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod properties;
mod rtf;
mod source;
mod typed_date;
mod watch;
mod wrapped;
mod xml;

pub use address::{MOST_REDIRECTS, WebLimits, WebProblem, load_address};
pub use card::{Card, CardField};
pub use date::date_in;
pub use decode::decode;
pub use error::{LoadError, Problem};
pub use source::{Layout, MOST_BYTES, Source, is_address, load, load_watched};
pub use typed_date::typed_date;
pub use watch::{LONGEST, Watch};

use serde::{Deserialize, Serialize};

use crate::text::{Note, Span};

/// An article as it was read, before anything is judged or removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawArticle {
    /// What is known about the source.
    pub card: Card,
    /// The whole text: UTF-8, line ends unified to `\n`, nothing removed.
    pub text: String,
    /// The text's blocks in order; they do not overlap, and only white space and markup lie between them.
    pub blocks: Vec<Block>,
    /// What the reader should know about the reading ("guessed to be Windows-1252").
    pub notes: Vec<Note>,
}

/// A paragraph, a heading, a list item: a stretch of text that no sentence crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its bytes in [`RawArticle::text`], without the white space around it.
    pub span: Span,
    /// What the format says it is.
    pub kind: BlockKind,
}

/// What a format says about a block; plain text says nothing, so there everything is a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text, or a line of plain text.
    Paragraph,
    /// Marked as a heading.
    Heading,
    /// Marked as an item of a list.
    ListItem,
    /// Marked as the caption of a picture.
    Caption,
    /// Marked or seen as what stands around an article: navigation, a running head, a comment in the margin.
    Furniture,
    /// One sentence, given as such by the caller: kept exactly, never cut, never removed.
    Sentence,
}

impl RawArticle {
    /// An article from text that is already in memory (pasted, or a field of a `batch` line).
    pub fn from_text(origin: &str, text: &str) -> Self {
        plain::article(origin, text)
    }

    /// An article from the bytes of a file of any kind that is read.
    ///
    /// `origin` names the source on its card and in messages; its ending counts only where the bytes leave open what they
    /// are. The bytes are held in memory, so a caller that cannot trust their number bounds it before ([`MOST_BYTES`]).
    ///
    /// # Errors
    /// As for [`load`], but for what concerns the file itself.
    ///
    /// ```
    /// use paragone::load::RawArticle;
    /// let article = RawArticle::from_bytes("tide.md", b"# Tide\n\nIt *rose*.")?;
    /// assert_eq!(article.text, "Tide\n\nIt rose.");
    /// # Ok::<(), paragone::load::LoadError>(())
    /// ```
    pub fn from_bytes(origin: &str, bytes: &[u8]) -> Result<Self, LoadError> {
        source::from_bytes(bytes, origin, &Watch::default())
            .map_err(|problem| LoadError { origin: origin.to_owned(), problem })
    }

    /// An article from HTML that was copied somewhere: headings, paragraphs and lists stay what they are.
    ///
    /// Clipboards of Windows put a header before it and marks around the part that was chosen; both are understood.
    ///
    /// ```
    /// use paragone::load::{BlockKind, RawArticle};
    /// let article = RawArticle::from_pasted_html("pasted text", "<h2>Tide</h2><p>It <b>rose</b>.</p>");
    /// assert_eq!(article.text, "Tide\n\nIt rose.");
    /// assert_eq!(article.blocks[0].kind, BlockKind::Heading);
    /// ```
    pub fn from_pasted_html(origin: &str, html: &str) -> Self {
        html::fragment(origin, clipboard::chosen(html))
    }

    /// An article whose sentences are given: each is kept exactly, an empty one included.
    ///
    /// ```
    /// use paragone::load::RawArticle;
    /// let article = RawArticle::from_sentences("example", &["First.", "", "Third one."]);
    /// assert_eq!(article.text, "First.\n\nThird one.");
    /// assert_eq!(article.blocks.len(), 3);
    /// ```
    pub fn from_sentences<S: AsRef<str>>(origin: &str, sentences: &[S]) -> Self {
        let mut article = Self { card: Card::from_origin(origin), ..Self::default() };
        for (n, sentence) in sentences.iter().enumerate() {
            if n > 0 {
                article.text.push('\n');
            }
            let start = article.text.len();
            article.text.push_str(sentence.as_ref());
            let span = Span::new(start, article.text.len());
            article.blocks.push(Block { span, kind: BlockKind::Sentence });
        }
        article
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What holds for every article that was read.
    fn check(article: &RawArticle) -> Result<(), TestCaseError> {
        prop_assert!(!article.text.contains('\r'));
        prop_assert!(article.blocks.is_sorted_by(|a, b| a.span.end <= b.span.start));
        for block in &article.blocks {
            let text = block.span.of(&article.text);
            prop_assert!(!text.is_empty() && text.trim() == text && !text.contains('\n'), "{text:?}");
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok((text, _)) = decode(&bytes) {
                check(&RawArticle::from_text("test", &text))?;
                check(&markdown::article("test.md", &text))?;
            }
        }

        #[test]
        fn any_text_makes_ordered_blocks(text in "([#>*_`|<>\\[\\]()!\n\r-]|[a-z]{1,9} |\\PC){0,80}") {
            check(&RawArticle::from_text("test", &text))?;
            check(&markdown::article("test.md", &text))?;
        }

        #[test]
        fn plain_text_is_kept_whole(text in "(\\PC{0,90}\n{1,2}){0,8}") {
            let article = RawArticle::from_text("test", &text);
            prop_assert_eq!(article.text.replace('\n', " "), unify(&text).replace('\n', " "));
        }
    }

    fn unify(text: &str) -> String {
        decode::unify_line_ends(text.strip_prefix('\u{feff}').unwrap_or(text)).into_owned()
    }
}
