//! Sentence-sized stretches of a block, cut just well enough to find an appeal among them.
//!
//! Real sentences are made later; here a stretch that is too long only means that an appeal stays in the article.

use std::sync::LazyLock;

use crate::text::{Span, WordList, fold};

static STARTERS: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("../../assets/lang/en/sentence_starters.txt")));

static TITLES: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("../../assets/lang/en/abbreviations_before_names.txt")));

/// No abbreviation is longer, in bytes.
const LONGEST_WORD: usize = 24;

/// The marks that close with a sentence, a final mark included, take no more bytes.
const MOST_CLOSERS: usize = 16;

/// A stretch of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its bytes in the block, the white space after it not included.
    pub span: Span,
    /// It begins inside a quotation: somebody says it.
    pub is_quoted: bool,
}

/// The stretches of a block in order; only white space lies between them.
pub(super) fn stretches(block: &str) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut quotes = Quotes::default();
    let mut quoted_at_start = false;
    let mut depth = 0_usize;
    for (at, c) in block.char_indices() {
        quotes.take(c);
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let end = at + c.len_utf8();
        if depth == 0 && ends_here(block, start, end) {
            found.push(Stretch { span: Span::new(start, end), is_quoted: quoted_at_start });
            let rest = block.get(end..).unwrap_or_default();
            start = block.len() - rest.trim_start().len();
            quoted_at_start = quotes.is_open();
        }
    }
    if start < block.len() {
        found.push(Stretch { span: Span::new(start, block.len()), is_quoted: quoted_at_start });
    }
    found
}

/// Whether a stretch ends at a byte: a final mark and what closes with it stand before, a capital after.
fn ends_here(block: &str, start: usize, end: usize) -> bool {
    let Some((before, after)) = block.get(start..end).zip(block.get(end..)) else { return false };
    let inner = last(before, MOST_CLOSERS).trim_end_matches(['"', '”', '’', '\'', ')', ']']);
    if !inner.ends_with(['.', '!', '?', '…']) || !after.starts_with(char::is_whitespace) {
        return false;
    }
    let bare = after.trim_start().trim_start_matches(['"', '“', '‘', '\'', '(', '[', '•']);
    bare.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) && !is_abbreviated(last(before, LONGEST_WORD), bare)
}

/// The last bytes of a text, so that looking back takes no longer in a long text.
fn last(text: &str, bytes: usize) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(bytes))..).unwrap_or(text)
}

/// Whether the full stop belongs to an abbreviation and the sentence goes on.
fn is_abbreviated(before: &str, next: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let Some(bare) = word.strip_suffix('.') else { return false };
    let next = next.get(..next.floor_char_boundary(LONGEST_WORD)).unwrap_or_default();
    let first = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_short = bare.contains('.') || bare.chars().count() == 1 || TITLES.has(&fold(word));
    is_short && !STARTERS.has(&fold(first))
}

/// Which quotation marks are open.
#[derive(Default)]
struct Quotes {
    straight: bool,
    curly: usize,
}

impl Quotes {
    fn take(&mut self, c: char) {
        match c {
            '"' => self.straight = !self.straight,
            '“' | '„' => self.curly += 1,
            '”' => self.curly = self.curly.saturating_sub(1),
            _ => {}
        }
    }

    fn is_open(&self) -> bool {
        self.straight || self.curly > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(block: &str) -> Vec<&str> {
        stretches(block).iter().map(|stretch| stretch.span.of(block)).collect()
    }

    #[test]
    fn brackets_stay_whole() {
        let block = "It sank. (Related: Mast found. More soon.) Nobody came!";
        assert_eq!(texts(block), ["It sank.", "(Related: Mast found. More soon.)", "Nobody came!"]);
    }

    #[test]
    fn abbreviations_end_nothing_unless_a_sentence_begins() {
        assert_eq!(texts("The U.S. Navy came. It left the U.S. The end.").len(), 3);
    }

    #[test]
    fn what_is_quoted_is_known() {
        let found = stretches("“It sank. Click here, they said.” He left.");
        assert_eq!(found.iter().map(|stretch| stretch.is_quoted).collect::<Vec<_>>(), [false, true, false]);
    }
}
