//! The visible text of a page, cut into blocks where the page cuts it.
//!
//! The walk keeps its own stack, so that no nesting is too deep for it.

use dom_query::{Document, NodeId, NodeRef};

use super::super::{BlockKind, invisible};
use super::node::{self, Met, Seen};
use super::{part, tags};

/// A page as it is read from top to bottom.
#[derive(Default)]
pub(super) struct Page {
    /// The blocks in order.
    pub blocks: Vec<PageBlock>,
    /// The pieces of text that the blocks are made of.
    pub pieces: Vec<Piece>,
    /// The elements that look like no part of the article, outer ones before those in them.
    pub parts: Vec<Part>,
    /// How many `article` elements stand in no other.
    pub articles: usize,
    /// How deep the elements are nested.
    pub depth: usize,
}

/// A stretch of text between two block boundaries.
#[derive(Debug)]
pub(super) struct PageBlock {
    /// Its text, white space collapsed.
    pub text: String,
    /// What the page's elements make of it.
    pub kind: BlockKind,
    /// The level of the heading that it is.
    pub level: Option<u8>,
    /// How many letters and digits it has.
    pub letters: usize,
    /// How many of them are in links.
    pub linked: usize,
    /// The innermost of [`Page::parts`] in which it stands.
    pub part: Option<usize>,
    /// The outermost `article` element in which it stands, by number.
    pub article: Option<usize>,
    /// The page itself declares it as part of the article's body.
    pub is_declared: bool,
}

/// A text node of the tree.
pub(super) struct Piece {
    /// Which one.
    pub node: NodeId,
    /// The block to which its text went.
    pub block: usize,
    /// How many letters and digits it has.
    pub letters: usize,
}

/// An element that looks like no part of the article.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// The one around it.
    pub parent: Option<usize>,
}

/// What the elements around a text make of it.
#[derive(Clone, Copy)]
struct Context {
    kind: BlockKind,
    level: Option<u8>,
    part: Option<usize>,
    article: Option<usize>,
    is_declared: bool,
    in_link: bool,
    keeps_lines: bool,
    /// In a row of a table or a formula, which are read as one line.
    in_line: bool,
    depth: usize,
}

enum Step {
    Enter(NodeId, Context),
    /// The end of a block element.
    Close,
    /// The end of what stands aside: the block around it goes on.
    Resume,
    /// The end of words between quotation marks that the page does not write but shows.
    Unquote(NodeId, Context),
}

/// Reads a page.
pub(super) fn page(document: &Document) -> Page {
    let mut reader = Reader::default();
    let outermost = Context {
        kind: BlockKind::Paragraph,
        level: None,
        part: None,
        article: None,
        is_declared: false,
        in_link: false,
        keeps_lines: false,
        in_line: false,
        depth: 0,
    };
    let mut steps = vec![Step::Enter(document.root().id, outermost)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Close => reader.finish_block(),
            Step::Resume => reader.resume(),
            Step::Unquote(id, context) => reader.words(id, "”", context),
            Step::Enter(id, context) => {
                if let Some(node) = document.tree.get(&id) {
                    reader.enter(&node, context, &mut steps);
                }
            }
        }
    }
    reader.finish_block();
    reader.page
}

#[derive(Default)]
struct Reader {
    page: Page,
    open: Open,
    /// The blocks that go on when what stands aside in them has ended, the innermost last.
    waiting: Vec<Open>,
}

/// The block that is being read.
#[derive(Default)]
struct Open {
    text: String,
    pieces: Vec<(NodeId, usize)>,
    linked: usize,
    context: Option<Context>,
    /// A line break, or several, came last.
    breaks: usize,
    /// White space came last.
    is_spaced: bool,
}

impl Reader {
    fn enter(&mut self, node: &NodeRef<'_>, context: Context, steps: &mut Vec<Step>) {
        match node::met(node) {
            Met::Text(text) => self.text(node.id, &text, context),
            Met::Element(seen) if tags::is_unseen(&seen.tag) || node::is_reference(node) => {}
            Met::Element(seen) if seen.tag == "br" => self.open.breaks += 1,
            Met::Element(seen) => {
                let mut inner = self.context_in(&seen, context);
                inner.in_line |= seen.tag == "math" || seen.tag == "tr" && node::is_row_of_figures(node);
                self.begin(node.id, &seen.tag, context, steps);
                steps.extend(node.children_it(true).map(|child| Step::Enter(child.id, inner)));
            }
            Met::Other => steps.extend(node.children_it(true).map(|child| Step::Enter(child.id, context))),
        }
    }

    /// What the beginning of an element does to the block that is open; what its end does becomes a step.
    fn begin(&mut self, id: NodeId, tag: &str, around: Context, steps: &mut Vec<Step>) {
        if tags::is_aside(tag) {
            self.waiting.push(std::mem::take(&mut self.open));
            steps.push(Step::Resume);
        } else if tag == "q" {
            self.words(id, "“", around);
            steps.push(Step::Unquote(id, around));
        } else if around.in_line {
            self.open.is_spaced |= !tags::is_inline(tag);
        } else if !tags::is_inline(tag) {
            self.finish_block();
            steps.push(Step::Close);
        }
    }

    fn resume(&mut self) {
        self.finish_block();
        self.open = self.waiting.pop().unwrap_or_default();
    }

    fn context_in(&mut self, seen: &Seen, around: Context) -> Context {
        let tag = seen.tag.as_str();
        let is_declared = around.is_declared || seen.is_declared;
        let mut inner = Context { depth: around.depth + 1, is_declared, ..around };
        self.page.depth = self.page.depth.max(inner.depth);
        match tag {
            "li" | "dd" | "dt" => inner.kind = BlockKind::ListItem,
            "figcaption" => inner.kind = BlockKind::Caption,
            "a" => inner.in_link = true,
            "pre" => inner.keeps_lines = true,
            "article" if around.article.is_none() => {
                inner.article = Some(self.page.articles);
                self.page.articles += 1;
            }
            _ => {}
        }
        if let Some(level) = tags::heading(tag) {
            inner.kind = BlockKind::Heading;
            inner.level = Some(level);
        }
        match part::named(&seen.names) {
            Some(part::Named::Caption) => inner.kind = BlockKind::Caption,
            Some(part::Named::Furniture) => inner.part = Some(self.open_part(around.part)),
            None if seen.is_hidden || tags::is_aside(tag) || tags::is_furniture(tag) && !seen.has_notes => {
                inner.part = Some(self.open_part(around.part));
            }
            None => {}
        }
        inner
    }

    fn open_part(&mut self, parent: Option<usize>) -> usize {
        self.page.parts.push(Part { parent });
        self.page.parts.len() - 1
    }

    fn text(&mut self, node: NodeId, text: &str, context: Context) {
        if context.keeps_lines {
            for (n, line) in text.split('\n').enumerate() {
                if n > 0 {
                    self.finish_block();
                }
                self.words(node, line, context);
            }
        } else {
            self.words(node, text, context);
        }
    }

    fn words(&mut self, node: NodeId, text: &str, context: Context) {
        let text = invisible::without(text);
        if text.trim().is_empty() {
            self.open.is_spaced |= !text.is_empty();
            return;
        }
        self.settle_breaks();
        let letters = letters(&text);
        let open = &mut self.open;
        for word in text.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end();
            if !bare.is_empty() {
                if open.is_spaced && !open.text.is_empty() {
                    open.text.push(' ');
                }
                open.text.push_str(bare);
                open.is_spaced = false;
            }
            open.is_spaced |= bare.len() < word.len();
        }
        if letters > 0 {
            open.pieces.push((node, letters));
        }
        open.linked += if context.in_link { letters } else { 0 };
        open.context.get_or_insert(context);
    }

    /// A single line break within a sentence is layout; after a sentence, or doubled, it begins a paragraph.
    fn settle_breaks(&mut self) {
        let breaks = std::mem::take(&mut self.open.breaks);
        if breaks == 0 {
            return;
        }
        self.open.is_spaced = true;
        let ends = self.open.text.ends_with(['.', '!', '?', ':', '…', '"', '”', '’', '。', '」']);
        if breaks > 1 || ends {
            self.finish_block();
        }
    }

    fn finish_block(&mut self) {
        let Open { text, pieces, linked, context, .. } = std::mem::take(&mut self.open);
        let Some(Context { kind, level, part, article, is_declared, .. }) = context else { return };
        let block = self.page.blocks.len();
        let letters = pieces.iter().map(|(_, letters)| letters).sum();
        self.page.pieces.extend(pieces.into_iter().map(|(node, letters)| Piece { node, block, letters }));
        self.page.blocks.push(PageBlock { text, kind, level, letters, linked, part, article, is_declared });
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}
