//! Which letters of a page are its article, by Mozilla's Readability.
//!
//! Every piece of text is put into an element that bears its number before Readability sees the page. What it hands back
//! then says by these numbers what it took, however it rebuilt the page around them.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::walk::Page;

/// The attribute with the number of a piece.
const MARK: &str = "data-paragone-piece";

/// For each block how many of its letters are the article's; `None` where no article was found.
pub(super) fn article_letters(document: Document, page: &Page) -> Option<Vec<usize>> {
    mark(&document, page);
    let config = Config { disable_json_ld: true, ..Config::default() };
    let content = Readability::with_document(document, None, Some(config)).ok()?.parse().ok()?.content;
    let mut letters = vec![0; page.blocks.len()];
    for piece in marks(&content).filter_map(|number| page.pieces.get(number)) {
        if let Some(sum) = letters.get_mut(piece.block) {
            *sum += piece.letters;
        }
    }
    letters.iter().any(|&letters| letters > 0).then_some(letters)
}

fn mark(document: &Document, page: &Page) {
    for (number, piece) in page.pieces.iter().enumerate() {
        if let Some(node) = document.tree.get(&piece.node) {
            let around = document.tree.new_element("span");
            around.set_attr(MARK, &number.to_string());
            node.wrap_node(&around);
        }
    }
}

/// The numbers in a text of HTML.
fn marks(html: &str) -> impl Iterator<Item = usize> {
    html.split(MARK).skip(1).filter_map(|rest| rest.strip_prefix("=\"")?.split('"').next()?.parse().ok())
}
