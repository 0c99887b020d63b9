//! An article while it is being read: finished blocks are put behind one another.

use crate::text::Span;

use super::decode::unify_line_ends;
use super::invisible::is_invisible;
use super::{Block, BlockKind, Card, RawArticle};

/// The article as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    article: RawArticle,
}

impl Draft {
    /// An article of which nothing is known but where it comes from.
    pub(super) fn new(origin: &str) -> Self {
        Self { article: RawArticle { card: Card::from_origin(origin), ..RawArticle::default() } }
    }

    /// Puts what has been read as a block of its own behind a blank line; each line of it is one, but for a break within a
    /// sentence, which is layout.
    pub(super) fn block(&mut self, text: &str, kind: BlockKind) {
        let mut open = String::new();
        for line in unify_line_ends(text).lines().map(tidy) {
            if goes_on(&open, &line) {
                open.push(' ');
            } else {
                self.line(&std::mem::take(&mut open), kind);
            }
            open.push_str(&line);
        }
        self.line(&open, kind);
    }

    /// What is known about the source so far.
    pub(super) fn card(&mut self) -> &mut Card {
        &mut self.article.card
    }

    /// What has been read.
    pub(super) fn finish(self) -> RawArticle {
        self.article
    }

    fn line(&mut self, line: &str, kind: BlockKind) {
        if line.is_empty() {
            return;
        }
        let text = &mut self.article.text;
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(line);
        self.article.blocks.push(Block { span: Span::new(start, text.len()), kind });
    }
}

/// Whether a line goes on with the sentence before it.
fn goes_on(before: &str, line: &str) -> bool {
    before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '–' | '’'))
        && line.starts_with(char::is_lowercase)
}

/// The line as it is read: the white space of layout is one space, and characters that are not seen are no part of it.
fn tidy(line: &str) -> String {
    let mut tidy = String::with_capacity(line.len());
    for c in line.trim().chars().filter(|c| !is_invisible(*c) && (!c.is_control() || *c == '\t')) {
        match c {
            '\t' | ' ' | '\u{a0}' if tidy.ends_with([' ', '\u{a0}']) => {}
            '\t' => tidy.push(' '),
            c => tidy.push(c),
        }
    }
    tidy.truncate(tidy.trim_end().len());
    tidy.drain(..tidy.len() - tidy.trim_start().len());
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_within_a_sentence_is_layout() {
        let mut draft = Draft::new("test");
        draft.block("The tide rose,\nand fell.\nIt rose\n\nand fell", BlockKind::Paragraph);
        assert_eq!(draft.finish().text, "The tide rose, and fell.\n\nIt rose\n\nand fell");
    }

    #[test]
    fn blocks_stand_behind_blank_lines() {
        let mut draft = Draft::new("test");
        draft.block("  The tide\t rose.\r\nIt\u{a0}\u{a0} fell. ", BlockKind::Paragraph);
        draft.block(" \n\u{ad}", BlockKind::Heading);
        draft.block("Har\u{ad}bour", BlockKind::Heading);
        let article = draft.finish();
        assert_eq!(article.text, "The tide rose.\n\nIt\u{a0}fell.\n\nHarbour");
        assert_eq!(article.blocks.last().unwrap().kind, BlockKind::Heading);
    }
}
