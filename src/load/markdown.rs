//! Markdown into blocks: what the reader sees, without the marks that make it look so.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::decode::unify_line_ends;
use super::draft::Draft;
use super::{BlockKind, RawArticle, front_matter, html};

/// An article from Markdown.
pub(super) fn article(origin: &str, text: &str) -> RawArticle {
    let text = unify_line_ends(text);
    let mut page = Page { draft: Draft::new(origin), ..Page::default() };
    for event in Parser::new_ext(&text, options()) {
        page.take(event);
    }
    page.finish()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// The page as far as it has been read.
#[derive(Default)]
struct Page {
    draft: Draft,
    /// The text of the block that is being read.
    open: String,
    /// What each surrounding element makes of a block, innermost last.
    kinds: Vec<BlockKind>,
    in_metadata: bool,
    /// HTML that is being read, as far as it has come in.
    html: String,
    in_note: bool,
    /// The notes, which follow at the end.
    notes: Vec<(String, BlockKind)>,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if self.in_metadata => self.take_metadata(&text),
            Event::Text(text) | Event::Code(text) => self.open.push_str(&text),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) => self.open.push_str(of_inline_tag(&tag)),
            Event::SoftBreak => self.open.push(' '),
            Event::HardBreak => self.open.push('\n'),
            Event::Rule => self.finish_block(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.open_kind(BlockKind::Heading),
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => self.open_kind(BlockKind::ListItem),
            Tag::Image { .. } => self.open_kind(BlockKind::Caption),
            Tag::MetadataBlock(_) => self.in_metadata = true,
            Tag::FootnoteDefinition(_) => {
                self.finish_block();
                self.in_note = true;
            }
            _ if is_block(&tag.to_end()) => self.finish_block(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Image => {
                self.finish_block();
                self.kinds.pop();
            }
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            TagEnd::FootnoteDefinition => {
                self.finish_block();
                self.in_note = false;
            }
            TagEnd::HtmlBlock => self.take_page(),
            TagEnd::TableCell => self.open.push(' '),
            _ if is_block(&tag) => self.finish_block(),
            _ => {}
        }
    }

    fn open_kind(&mut self, kind: BlockKind) {
        self.finish_block();
        self.kinds.push(kind);
    }

    fn finish_block(&mut self) {
        let open = std::mem::take(&mut self.open);
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        self.put(open, kind);
    }

    fn put(&mut self, text: String, kind: BlockKind) {
        if self.in_note {
            self.notes.push((text, kind));
        } else {
            self.draft.block(&text, kind);
        }
    }

    fn finish(mut self) -> RawArticle {
        self.finish_block();
        for (note, kind) in self.notes {
            self.draft.block(&note, kind);
        }
        self.draft.finish()
    }

    /// Takes what the page's own front matter says about it.
    fn take_metadata(&mut self, metadata: &str) {
        for line in front_matter::fill(self.draft.card(), metadata) {
            self.draft.block(&line, BlockKind::Furniture);
        }
    }

    /// Reads HTML that stands between the paragraphs as a page is read.
    fn take_page(&mut self) {
        let page = html::fragment("", &std::mem::take(&mut self.html));
        let around = self.kinds.last().copied();
        for block in &page.blocks {
            let kind = if block.kind == BlockKind::Paragraph { around.unwrap_or(block.kind) } else { block.kind };
            self.put(block.span.of(&page.text).to_owned(), kind);
        }
    }
}

/// The text of an element of HTML within a line: a break or nothing.
fn of_inline_tag(tag: &str) -> &'static str {
    let name = tag.trim_start_matches('<').trim_end_matches(['>', '/']).trim();
    if name.eq_ignore_ascii_case("br") { "\n" } else { "" }
}

fn is_block(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::List(_)
            | TagEnd::TableHead
            | TagEnd::TableRow
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(String, BlockKind)> {
        let article = article("test.md", text);
        article.blocks.iter().map(|block| (block.span.of(&article.text).to_owned(), block.kind)).collect()
    }

    #[test]
    fn marks_do_not_remain() {
        let found = blocks("# A *new* mast\n\nThe **crew** of the [Alma](https://example.org) rests,\nsaid `Oh`.\n");
        assert_eq!(
            found,
            [
                ("A new mast".to_owned(), BlockKind::Heading),
                ("The crew of the Alma rests, said Oh.".to_owned(), BlockKind::Paragraph),
            ]
        );
    }

    #[test]
    fn items_pictures_and_quotations_are_blocks_of_their_own() {
        let found = blocks("Before.\n\n- one\n- two\n  - inner\n\n![The mast in May](mast.png)\n\n> Quoted.\n");
        let kinds: Vec<_> = found.iter().map(|(text, kind)| (text.as_str(), *kind)).collect();
        assert_eq!(
            kinds,
            [
                ("Before.", BlockKind::Paragraph),
                ("one", BlockKind::ListItem),
                ("two", BlockKind::ListItem),
                ("inner", BlockKind::ListItem),
                ("The mast in May", BlockKind::Caption),
                ("Quoted.", BlockKind::Paragraph),
            ]
        );
    }

    #[test]
    fn notes_follow_at_the_end_without_their_marks() {
        let found = blocks("The tide rose.[^1]\n\n[^1]: At night.\n\nIt fell.\n");
        let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["The tide rose.", "It fell.", "At night."]);
    }

    #[test]
    fn front_matter_goes_on_the_card() {
        let read =
            article("a.md", "---\ntitle: \"Mast: found\"\nauthor: Ada Byrne\ndate: 2024-05-01\n---\n\nThe text.\n");
        assert_eq!(read.card.title.as_deref(), Some("Mast: found"));
        assert_eq!(read.card.author.as_deref(), Some("Ada Byrne"));
        assert_eq!(read.card.published.as_deref(), Some("2024-05-01"));
        assert_eq!(read.text, "The text.");
    }

    #[test]
    fn html_is_dropped_and_its_text_kept() {
        assert_eq!(blocks("<div class=\"x\">\nKept <b>too</b>.\n</div>\n")[0].0, "Kept too.");
        let table =
            "<table>\n<tr><td>Alma</td><td>140 t &lt; 200 t</td></tr>\n</table>\n\nIt rose<br>at night.<br/>It fell.\n";
        let found = blocks(table);
        let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["Alma 140 t < 200 t", "It rose at night.", "It fell."]);
    }

    #[test]
    fn terms_and_their_definitions_are_items() {
        let found = blocks("Neap\n: The lowest tide.\n");
        assert_eq!(
            found,
            [("Neap".to_owned(), BlockKind::ListItem), ("The lowest tide.".to_owned(), BlockKind::ListItem)]
        );
    }
}
