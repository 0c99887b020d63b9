//! A file may have been changed by anybody: what is read is checked before the rest of the program relies on it.

use crate::load::{Block, RawArticle};
use crate::text::Span;

/// What is wrong with an article that was read from a file; `None` where all is well.
pub(super) fn fault(article: &RawArticle) -> Option<String> {
    if article.text.contains('\r') {
        return Some("its lines end in a way that no text here does".to_owned());
    }
    let mut end = 0;
    for (n, block) in article.blocks.iter().enumerate() {
        let about = |why: &str| Some(format!("block {}: {why}", n + 1));
        let Span { start, end: last } = block.span;
        if start < end || last < start {
            return about("it begins before the one before it ends");
        }
        if article.text.get(start..last).is_none() {
            return about("it reaches beyond the text, or into the middle of a letter");
        }
        if is_ragged(article, *block) {
            return about("it begins or ends with white space");
        }
        end = last;
    }
    None
}

/// Given sentences may be anything; other blocks hold a text without white space around it.
fn is_ragged(article: &RawArticle, block: Block) -> bool {
    let text = block.span.of(&article.text);
    block.kind != crate::load::BlockKind::Sentence && (text.trim() != text || text.is_empty())
}
