//! What the parts of the document are set with: it makes paragraphs, numbers their texts, and gathers the blocks.

use hypher::Lang;
use krilla::tagging::{Tag, TagKind};

use super::block::{Block, Leaf, Paragraph};
use super::fonts::Fonts;
use super::lines::set;
use super::style::{self, HANG, HEADING, LEFT_EDGE, Look, RIGHT_EDGE};
use super::styled::Styled;
use super::tree::Part;
use crate::text::Language;

/// A document that is being set.
pub(super) struct Press {
    pub fonts: Fonts,
    pub blocks: Vec<Block>,
    /// The headings and where they stand.
    pub headings: Vec<(String, Leaf)>,
    /// How many stretches of text there are.
    pub leaves: usize,
}

impl Press {
    /// An empty document.
    pub(super) fn new(fonts: Fonts) -> Self {
        Self { fonts, blocks: Vec::new(), headings: Vec::new(), leaves: 0 }
    }

    /// A paragraph from `x` on, not wider than the measure.
    pub(super) fn paragraph(
        &mut self,
        styled: &Styled,
        (x, measure): (f32, f32),
        language: Option<&Language>,
    ) -> Paragraph {
        let look = styled.first_look().unwrap_or(style::BODY);
        let lines = set(&mut self.fonts, styled, measure, language.and_then(patterns));
        let leaf = self.leaf();
        Paragraph::of(lines, (x, measure), look, leaf)
    }

    /// A line in the report's own words, none of which is parted.
    pub(super) fn line(&mut self, text: &str, look: Look, place: (f32, f32)) -> Paragraph {
        self.paragraph(&Styled::of(text, look), place, None)
    }

    /// A number for the margin beside a paragraph that begins at `x`.
    pub(super) fn number(&mut self, number: &str, x: f32) -> Box<Paragraph> {
        let mut paragraph = self.paragraph(&Styled::of(number, style::NUMBER), (x - HANG, HANG - 5.0), None);
        paragraph.at_right = true;
        Box::new(paragraph)
    }

    /// A heading of the document, which is in the list beside its pages.
    pub(super) fn heading(&mut self, text: &str, before: f32) -> Part {
        let paragraph = self.line(text, HEADING, (LEFT_EDGE, RIGHT_EDGE - LEFT_EDGE));
        let leaf = paragraph.leaf;
        self.headings.push((text.to_owned(), leaf));
        self.blocks.push(Block { with_next: true, ..Block::of(vec![paragraph], before) });
        Part::of(Tag::Hn(std::num::NonZeroU16::MIN.saturating_add(1), Some(text.to_owned())), vec![Part::Text(leaf)])
    }

    fn leaf(&mut self) -> Leaf {
        self.leaves += 1;
        self.leaves - 1
    }
}

/// What screen readers are told of a paragraph, with the language that it is in.
pub(super) fn told(paragraph: &Paragraph, language: Option<&Language>) -> Part {
    let number = paragraph.number.as_ref().map(|number| Part::Text(number.leaf));
    let texts = number.into_iter().chain([Part::Text(paragraph.leaf)]).collect();
    Part::of(Tag::P.with_lang(language.map(|language| language.code().to_owned())), texts)
}

/// A cell or another part that holds some paragraphs.
pub(super) fn holding(kind: impl Into<TagKind>, paragraphs: &[Paragraph], language: Option<&Language>) -> Part {
    Part::of(kind, paragraphs.iter().map(|paragraph| told(paragraph, language)).collect())
}

/// The rules by which words of a language are parted, where there are some.
fn patterns(language: &Language) -> Option<Lang> {
    Lang::from_iso(language.code().as_bytes().try_into().ok()?)
}
