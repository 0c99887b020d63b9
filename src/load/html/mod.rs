//! Web pages: every visible block of a page, in the page's order, and which of them are the article.
//!
//! [`walk`] makes the blocks and [`extract`] asks Mozilla's Readability which of their text is the article. The text and
//! its order are therefore ours, and what is no part of the article is still there, marked as furniture.

mod card;
pub(super) mod charset;
mod extract;
mod headline;
mod json_ld;
mod node;
mod parse;
mod part;
mod published;
mod stripped;
mod tags;
mod walk;

use std::convert::Infallible;

use dom_query::Document;

use crate::text::{Note, Span};

use super::decode::decode_declared;
use super::{Block, BlockKind, Problem, RawArticle, Watch};

use walk::{Page, PageBlock};

/// A larger page is not searched for its article, in bytes: the largest of 181 news pages has 1.5 MB, and the time
/// grows with the size.
const LARGEST_SEARCHED: usize = 10_000_000;

/// The line with the date stands no further above the headline than this, in blocks …
const LINES_BEFORE: usize = 3;

/// … and no further behind the place where headline and text have begun.
const LINES_AFTER: usize = 6;

/// An article from the bytes of a web page.
pub(super) fn article_from_bytes(origin: &str, bytes: &[u8], watch: &Watch) -> Result<RawArticle, Problem> {
    let (html, notes) = decode_declared(bytes, charset::declared(bytes).as_deref())?;
    let mut article = article(origin, &html, watch)?;
    article.notes.splice(0..0, notes);
    Ok(article)
}

/// An article from the bytes of a document that was exported as a page: all of it is meant to be read.
pub(super) fn document(origin: &str, bytes: &[u8]) -> Result<RawArticle, Problem> {
    let (html, notes) = decode_declared(bytes, charset::declared(bytes).as_deref())?;
    Ok(RawArticle { notes, ..fragment(origin, &html) })
}

/// An article from a web page that is already text.
pub(super) fn article(origin: &str, html: &str, watch: &Watch) -> Result<RawArticle, Problem> {
    match parse::document(html, || watch.go_on())? {
        Some(document) => searched(origin, html.len(), document, watch),
        None => Ok(stripped::article(origin, html)),
    }
}

/// Whether a page says that its article is for subscribers only.
#[cfg(feature = "web")]
pub(super) fn is_for_subscribers(html: &str) -> bool {
    if !html.contains("isAccessibleForFree") {
        return false;
    }
    let Ok(document) = parse::document(html, || Ok::<(), Infallible>(()));
    document.is_some_and(|document| card::is_for_subscribers(&document))
}

/// An article from a piece of a page that somebody chose: copied, or sent by mail. All of it is meant to be read, but for
/// what its own elements call something else.
pub(super) fn fragment(origin: &str, html: &str) -> RawArticle {
    let Ok(document) = parse::document(html, || Ok::<(), Infallible>(()));
    let Some(document) = document else { return stripped::article(origin, html) };
    let page = walk::page(&document);
    let mut article = RawArticle { card: card::read(origin, &document), ..RawArticle::default() };
    for (block, is_inside) in page.blocks.iter().zip(part::inside(&page, None)) {
        push(&mut article, &block.text, kind(block, is_inside));
    }
    article
}

fn searched(origin: &str, size: usize, document: Document, watch: &Watch) -> Result<RawArticle, Problem> {
    let card = card::read(origin, &document);
    let page = walk::page(&document);
    watch.go_on()?;
    let marked = if size <= LARGEST_SEARCHED && page.depth <= parse::DEEPEST {
        extract::article_letters(document, &page)
    } else {
        None
    };
    let mut article = RawArticle { card, ..RawArticle::default() };
    if marked.is_none() {
        article.notes.push(Note::info(
            "the article could not be told from the rest of the page; take out what does not belong to it",
        ));
    }
    watch.go_on()?;
    let inside = part::inside(&page, marked.as_deref());
    let headline = headline::find(&page, &inside, article.card.title.as_deref());
    if let Some(block) = headline.and_then(|number| page.blocks.get(number)) {
        // What the reader sees over the article goes before what the page tells search engines.
        article.card.title = Some(block.text.clone());
    }
    let shown = lines_with_date(&page, &inside, headline);
    article.card.published = article.card.published.map(|published| published::as_shown(published, shown));
    for (number, (block, is_inside)) in page.blocks.iter().zip(inside).enumerate() {
        let kind = if headline == Some(number) { BlockKind::Heading } else { kind(block, is_inside) };
        push(&mut article, &block.text, kind);
    }
    Ok(article)
}

/// The lines around the headline and the beginning of the text, where a page shows its date.
fn lines_with_date<'a>(page: &'a Page, inside: &[bool], headline: Option<usize>) -> impl Iterator<Item = &'a str> {
    let text = inside.iter().position(|inside| *inside).unwrap_or(0);
    let headline = headline.unwrap_or(text);
    let first = headline.min(text).saturating_sub(LINES_BEFORE);
    let count = headline.max(text) + LINES_AFTER - first;
    page.blocks.iter().skip(first).take(count).map(|block| block.text.as_str())
}

fn kind(block: &PageBlock, is_inside: bool) -> BlockKind {
    match block.kind {
        BlockKind::Caption => BlockKind::Caption,
        kind if is_inside => kind,
        _ => BlockKind::Furniture,
    }
}

/// Puts a block behind a blank line.
fn push(article: &mut RawArticle, block: &str, kind: BlockKind) {
    let text = &mut article.text;
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    let start = text.len();
    text.push_str(block);
    article.blocks.push(Block { span: Span::new(start, text.len()), kind });
}

#[cfg(test)]
mod tests;
