//! Markdown into blocks: what the reader sees, without the marks that make it look so.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::text::Span;

use super::decode::unify_line_ends;
use super::{Block, BlockKind, Card, RawArticle};

/// An article from Markdown.
pub(super) fn article(origin: &str, text: &str) -> RawArticle {
    let text = unify_line_ends(text.strip_prefix('\u{feff}').unwrap_or(text));
    let mut page =
        Page { article: RawArticle { card: Card::from_origin(origin), ..RawArticle::default() }, ..Page::default() };
    for event in Parser::new_ext(&text, options()) {
        page.take(event);
    }
    page.finish_block();
    page.article
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
}

/// The page as far as it has been read.
#[derive(Default)]
struct Page {
    article: RawArticle,
    /// The text of the block that is being read.
    open: String,
    /// What each surrounding element makes of a block, innermost last.
    kinds: Vec<BlockKind>,
    in_metadata: bool,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if self.in_metadata => self.fill_card(&text),
            Event::Text(text) | Event::Code(text) => self.open.push_str(&text),
            Event::Html(html) => self.open.push_str(&without_tags(&html)),
            Event::SoftBreak => self.open.push(' '),
            Event::HardBreak | Event::Rule => self.finish_block(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.open_kind(BlockKind::Heading),
            Tag::Item => self.open_kind(BlockKind::ListItem),
            Tag::Image { .. } => self.open_kind(BlockKind::Caption),
            Tag::MetadataBlock(_) => self.in_metadata = true,
            _ if is_block(&tag.to_end()) => self.finish_block(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Item | TagEnd::Image => {
                self.finish_block();
                self.kinds.pop();
            }
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            TagEnd::TableCell => self.open.push(' '),
            _ if is_block(&tag) => self.finish_block(),
            _ => {}
        }
    }

    fn open_kind(&mut self, kind: BlockKind) {
        self.finish_block();
        self.kinds.push(kind);
    }

    /// Puts what has been read as a block of its own behind a blank line.
    fn finish_block(&mut self) {
        let open = std::mem::take(&mut self.open);
        for line in open.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let text = &mut self.article.text;
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            text.push_str(line);
            let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
            self.article.blocks.push(Block { span: Span::new(start, text.len()), kind });
        }
    }

    /// Takes what the page's own front matter says about it.
    fn fill_card(&mut self, metadata: &str) {
        let card = &mut self.article.card;
        for (key, value) in metadata.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim().trim_matches(['"', '\'']);
            let field = match key.trim().to_lowercase().as_str() {
                "title" => &mut card.title,
                "author" => &mut card.author,
                "date" | "published" => &mut card.published,
                "outlet" | "source" | "publisher" => &mut card.outlet,
                _ => continue,
            };
            if !value.is_empty() {
                *field = Some(value.to_owned());
            }
        }
    }
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
            | TagEnd::FootnoteDefinition
    )
}

/// What stands between the tags.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    for (n, part) in html.split('<').enumerate() {
        match part.split_once('>') {
            Some((_, after)) if n > 0 => text.push_str(after),
            None if n > 0 => {}
            _ => text.push_str(part),
        }
    }
    text
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
    }
}
