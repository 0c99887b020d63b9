//! Plain text into blocks.

use crate::text::Span;

use super::{Block, BlockKind, Card, RawArticle};

/// An article from plain text: each non-empty line is a block.
pub(super) fn article(origin: &str, text: &str) -> RawArticle {
    let blocks = text
        .lines()
        .filter_map(|line| Span::within(text, line.trim()))
        .filter(|span| !span.is_empty())
        .map(|span| Block { span, kind: BlockKind::Paragraph })
        .collect();
    RawArticle { card: Card::from_origin(origin), text: text.to_owned(), blocks, notes: Vec::new() }
}
