//! Plain text into blocks.

use crate::text::Span;

use super::decode::unify_line_ends;
use super::{Block, BlockKind, Card, Problem, RawArticle, bullet, invisible, wrapped};

/// No text has more lines: a book of a thousand pages has 50,000. The memory that the reading takes goes with their number.
const MOST_LINES: usize = 500_000;

/// An error where a text has more lines than any.
pub(super) fn check_lines(text: &str) -> Result<(), Problem> {
    let lines = text.bytes().filter(|&byte| byte == b'\n').count();
    if lines > MOST_LINES { Err(Problem::TooLong) } else { Ok(()) }
}

/// An article from plain text: each non-empty line is a block, the lines of a hard-wrapped paragraph are one.
pub(super) fn article(origin: &str, text: &str) -> RawArticle {
    let text = invisible::without(text);
    let text = unify_line_ends(&text);
    let paragraphs = wrapped::paragraphs(&text);
    let text = unwrapped(&text, &paragraphs);
    let blocks = paragraphs.iter().map(|&span| block(&text, span)).collect();
    RawArticle { card: Card::from_origin(origin), text, blocks, notes: Vec::new() }
}

fn block(text: &str, span: Span) -> Block {
    match bullet::strip(span.of(text)) {
        Some(item) => Block { span: Span::new(span.end - item.len(), span.end), kind: BlockKind::ListItem },
        None => Block { span, kind: BlockKind::Paragraph },
    }
}

/// The text with the line breaks inside paragraphs turned into spaces, which are as long, so that every place stays
/// where it is.
fn unwrapped(text: &str, paragraphs: &[Span]) -> String {
    let mut result = String::with_capacity(text.len());
    for span in paragraphs {
        result.push_str(Span::new(result.len(), span.start).of(text));
        result.push_str(&span.of(text).replace('\n', " "));
    }
    result.push_str(Span::new(result.len(), text.len()).of(text));
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(String, BlockKind)> {
        let article = article("test", text);
        article.blocks.iter().map(|block| (block.span.of(&article.text).to_owned(), block.kind)).collect()
    }

    #[test]
    fn each_line_is_a_block_whatever_the_line_ends() {
        let found = blocks("\u{feff}  One. \r\n\r\nTwo.\rThree.\n\u{a0}\nFour.");
        let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["One.", "Two.", "Three.", "Four."]);
    }

    #[test]
    fn bullets_make_list_items() {
        let found = blocks("Two points:\n • The mast fell.\n1. The crew is safe.");
        assert_eq!(found[1], ("The mast fell.".to_owned(), BlockKind::ListItem));
        assert_eq!(found[2], ("1. The crew is safe.".to_owned(), BlockKind::ListItem));
        assert_eq!(found[0].1, BlockKind::Paragraph);
    }

    #[test]
    fn wrapped_paragraphs_keep_their_places() {
        let text = "The ferry from Westhaven ran aground on\nMonday night with nine people on board, as\nthe harbour master said.\n\nNobody was hurt.";
        let read = article("test", text);
        assert_eq!(read.text.len(), text.len());
        assert_eq!(read.blocks.len(), 2);
        assert!(read.blocks[0].span.of(&read.text).contains("aground on Monday night"));
        assert_eq!(read.blocks[1].span.of(&read.text), "Nobody was hurt.");
    }

    #[test]
    fn a_paragraph_of_a_megabyte_is_one_block() {
        let text = "The tide came in again. ".repeat(45_000);
        assert_eq!(blocks(&text).len(), 1);
    }
}
