//! The text of a book's chapters, which are XHTML.

use super::super::flow::Flow;
use super::super::xml::{Element, Inside, Visitor};
use super::super::{BlockKind, RawArticle};

/// Elements without text for the reader.
const PASSED_OVER: [&str; 5] = ["head", "script", "style", "template", "rp"];

/// Elements that begin a block of their own.
const BLOCKS: [&str; 26] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "ul",
];

/// What the end of an element is the end of.
enum Opened {
    Inline,
    Block,
    Kind,
    Row,
    Cell,
    Note,
    /// What stands above a sign.
    Aside,
    /// Words between quotation marks that the page does not write but shows.
    Quotation,
}

/// The chapters as far as they have been read.
pub(super) struct Chapter {
    flow: Flow,
    elements: Vec<Opened>,
    /// What each surrounding element makes of a block, innermost last.
    kinds: Vec<BlockKind>,
    is_open: bool,
    /// A note has begun, and nothing of it has been read yet.
    note_begins: bool,
}

impl Chapter {
    pub(super) fn new(flow: Flow) -> Self {
        Self { flow, elements: Vec::new(), kinds: Vec::new(), is_open: false, note_begins: false }
    }

    pub(super) fn finish(mut self) -> RawArticle {
        self.close_paragraph();
        self.flow.finish()
    }

    fn open_paragraph(&mut self) {
        if !std::mem::replace(&mut self.is_open, true) {
            self.flow.open_paragraph(self.kinds.last().copied().unwrap_or(BlockKind::Paragraph));
        }
    }

    fn close_paragraph(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.flow.close_paragraph();
        }
    }

    fn open(&mut self, element: &Element<'_>) -> Opened {
        let name = element.name();
        if is_note(element) {
            self.flow.open_note();
            self.kinds.push(BlockKind::Paragraph);
            self.note_begins = true;
            return Opened::Note;
        }
        if let Some(kind) = kind(name) {
            self.kinds.push(kind);
            return Opened::Kind;
        }
        match name {
            "tr" => {
                self.flow.open_row();
                Opened::Row
            }
            "td" | "th" => {
                self.flow.open_cell();
                Opened::Cell
            }
            "rt" => {
                self.open_paragraph();
                self.flow.open_aside();
                Opened::Aside
            }
            "q" => {
                self.text("“");
                Opened::Quotation
            }
            name if BLOCKS.contains(&name) => Opened::Block,
            _ => Opened::Inline,
        }
    }
}

fn kind(name: &str) -> Option<BlockKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "li" => Some(BlockKind::ListItem),
        "figcaption" | "caption" => Some(BlockKind::Caption),
        "nav" => Some(BlockKind::Furniture),
        _ => None,
    }
}

/// What an element is for, by either of the two ways in which books say it.
fn purposes(element: &Element<'_>) -> String {
    let of = |name| element.attribute(name).unwrap_or_default();
    format!(" {} {} ", of("type"), of("role"))
}

fn is_note(element: &Element<'_>) -> bool {
    let purposes = purposes(element);
    [" footnote ", " endnote ", " doc-footnote ", " doc-endnote "].iter().any(|note| purposes.contains(note))
}

/// Whether an element only leads to a note and back.
fn is_reference(element: &Element<'_>) -> bool {
    let purposes = purposes(element);
    [" noteref ", " backlink ", " doc-noteref ", " doc-backlink "].iter().any(|link| purposes.contains(link))
}

impl Visitor for Chapter {
    fn start(&mut self, element: &Element<'_>) -> Inside {
        let is_mark = self.note_begins && element.name() == "sup";
        if PASSED_OVER.contains(&element.name()) || is_reference(element) || is_mark {
            return Inside::Skip;
        }
        if element.name() == "br" {
            self.flow.push("\n");
        }
        let is_inline = kind(element.name()).is_none()
            && !BLOCKS.contains(&element.name())
            && !matches!(element.name(), "tr" | "td" | "th");
        if !is_inline || is_note(element) {
            self.close_paragraph();
        }
        let opened = self.open(element);
        self.elements.push(opened);
        Inside::Read
    }

    fn end(&mut self, _: &str) {
        let opened = self.elements.pop();
        if !matches!(opened, Some(Opened::Inline | Opened::Aside | Opened::Quotation) | None) {
            self.close_paragraph();
        }
        match opened {
            Some(Opened::Kind) => {
                self.kinds.pop();
            }
            Some(Opened::Row) => self.flow.close_row(),
            Some(Opened::Aside) => self.flow.close_aside(),
            Some(Opened::Quotation) => self.text("”"),
            Some(Opened::Note) => {
                self.kinds.pop();
                self.flow.close_note();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.note_begins &= text.trim().is_empty();
        if !self.is_open {
            if text.trim().is_empty() {
                return;
            }
            self.open_paragraph();
        }
        self.flow.push(&text.replace('\n', " "));
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Watch;
    use super::super::super::xml::walk;
    use super::*;

    fn blocks(xml: &str) -> Vec<(String, BlockKind)> {
        let mut chapter = Chapter::new(Flow::new("test"));
        walk(
            &format!("<html><head><title>No</title></head><body>{xml}</body></html>"),
            &mut chapter,
            &Watch::default(),
        )
        .unwrap();
        let article = chapter.finish();
        article.blocks.iter().map(|block| (block.span.of(&article.text).to_owned(), block.kind)).collect()
    }

    #[test]
    fn elements_make_blocks() {
        let found = blocks(
            "<h1>Tide</h1><div>It <b>rose</b>&#160;&mdash;\n twice.<p>It fell.</p>After.<br/>Later.</div><ul><li><p>one</p></li></ul>\
             <table><tr><td>Alma</td><td>140 t</td></tr></table><nav><p>Contents</p></nav>",
        );
        let kinds: Vec<_> = found.iter().map(|(text, kind)| (text.as_str(), *kind)).collect();
        assert_eq!(
            kinds,
            [
                ("Tide", BlockKind::Heading),
                ("It rose\u{a0}— twice.", BlockKind::Paragraph),
                ("It fell.", BlockKind::Paragraph),
                ("After.", BlockKind::Paragraph),
                ("Later.", BlockKind::Paragraph),
                ("one", BlockKind::ListItem),
                ("Alma 140 t", BlockKind::Paragraph),
                ("Contents", BlockKind::Furniture),
            ]
        );
    }

    #[test]
    fn quotation_marks_are_shown_and_what_stands_above_signs_stands_aside() {
        let found = blocks("<p>She said <q>no</q> to <ruby>東<rp>(</rp><rt>tō</rt><rp>)</rp></ruby> twice.</p>");
        let kinds: Vec<_> = found.iter().map(|(text, kind)| (text.as_str(), *kind)).collect();
        assert_eq!(kinds, [("She said “no” to 東 twice.", BlockKind::Paragraph), ("tō", BlockKind::Furniture)]);
    }

    #[test]
    fn notes_follow_and_their_marks_are_left_out() {
        let found = blocks(
            r##"<p>It rose.<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote"><p><sup>1</sup>At night.<a role="doc-backlink">↩</a></p></aside><p>It fell.</p>"##,
        );
        let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["It rose.", "It fell.", "At night."]);
    }
}
