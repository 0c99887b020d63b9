//! The tree of a page, within bounds.
//!
//! The time of every HTML parser grows with the square of the nesting, and elements that are never closed are made anew in
//! each paragraph. The page is therefore fed piece by piece, and the tree is looked at in between.

use dom_query::{Document, NodeRef};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};

/// Elements nested deeper are a mistake: browsers stop at 512, and news pages have 30.
pub(super) const DEEPEST: usize = 512;

/// The most nodes of a tree: the largest of 181 news pages has some 20,000, and half a million take 100 MB.
const MOST_NODES: usize = 500_000;

/// The most attributes of one tag, with which the parser takes a fifth of a second: its time grows with their square.
const MOST_ATTRIBUTES: usize = 20_000;

/// How much is fed at a time, in bytes: between two looks not much more than this can go wrong.
const PIECE: usize = 8_192;

/// The tree of a page; `None` where it would grow out of bounds. Before each piece it is asked whether to go on.
pub(super) fn document<E>(html: &str, go_on: impl Fn() -> Result<(), E>) -> Result<Option<Document>, E> {
    if has_swollen_tag(html) {
        return Ok(None);
    }
    // As if scripts were not run: what stands in `noscript` is then text like any other.
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let mut parser = parse_document(Document::default(), ParseOpts { tree_builder, ..ParseOpts::default() });
    let mut rest = html;
    while !rest.is_empty() {
        go_on()?;
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        parser.process(StrTendril::from(piece));
        if !is_in_bounds(&parser.tokenizer.sink.sink) {
            return Ok(None);
        }
        rest = after;
    }
    Ok(Some(parser.finish()).filter(is_in_bounds))
}

/// Whether more words stand in a tag, outside of quotation marks, than any tag has attributes.
fn has_swollen_tag(html: &str) -> bool {
    let mut words = None;
    let mut quoted_by = None;
    let mut before = b' ';
    for byte in html.bytes() {
        match (words, quoted_by) {
            (None, _) if before == b'<' && byte.is_ascii_alphabetic() => words = Some(0),
            (None, _) => {}
            (Some(_), Some(quote)) if byte == quote => quoted_by = None,
            (Some(_), Some(_)) => {}
            (Some(_), None) if byte == b'>' => words = None,
            (Some(_), None) if byte == b'"' || byte == b'\'' => quoted_by = Some(byte),
            (Some(MOST_ATTRIBUTES), None) => return true,
            (Some(count), None) => words = Some(count + usize::from(is_gap(before) && !is_gap(byte))),
        }
        before = byte;
    }
    false
}

/// What may stand between attributes.
fn is_gap(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'/'
}

fn is_in_bounds(document: &Document) -> bool {
    document.tree.len() <= MOST_NODES && !is_too_deep(document.root())
}

/// The elements that are open are the last ones everywhere.
fn is_too_deep(mut node: NodeRef<'_>) -> bool {
    for _ in 0..DEEPEST {
        match node.last_child() {
            Some(child) => node = child,
            None => return false,
        }
    }
    true
}
