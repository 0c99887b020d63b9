//! Markdown into blocks: what the reader sees, without the marks that make it look so.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::decode::unify_line_ends;
use super::draft::Draft;
use super::{BlockKind, RawArticle};

/// An article from Markdown.
pub(super) fn article(origin: &str, text: &str) -> RawArticle {
    let text = unify_line_ends(text.strip_prefix('\u{feff}').unwrap_or(text));
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
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
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
    in_note: bool,
    /// The notes, which follow at the end.
    notes: Vec<(String, BlockKind)>,
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
            TagEnd::Heading(_) | TagEnd::Item | TagEnd::Image => {
                self.finish_block();
                self.kinds.pop();
            }
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            TagEnd::FootnoteDefinition => {
                self.finish_block();
                self.in_note = false;
            }
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
        if self.in_note {
            self.notes.push((open, kind));
        } else {
            self.draft.block(&open, kind);
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
    fn fill_card(&mut self, metadata: &str) {
        let card = self.draft.card();
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
    }
}
