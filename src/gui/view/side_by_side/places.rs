//! Where every sentence of both articles stands, drawn or not, as far as it is known without laying it out.

use egui::Rangef;

use crate::gui::follow::Together;
use crate::gui::look::List;
use crate::gui::state::Open;
use crate::text::{Pair, Side};

use super::paragraph;

/// Both articles as they are laid out.
pub struct Places<'a> {
    open: &'a Open,
    lists: Pair<&'a List>,
}

impl<'a> Places<'a> {
    /// The places by the heights that are known.
    pub fn new(open: &'a Open, lists: Pair<&'a List>) -> Self {
        Self { open, lists }
    }

    /// From where to where a sentence reaches, counted from the top of its article: its part of its paragraph.
    pub fn extent(&self, side: Side, sentence: usize) -> Rangef {
        let number = self.open.reading.paragraph_of(side, sentence).unwrap_or(0);
        self.part(side, sentence, self.text(side, number))
    }

    /// The same of every sentence, in order: an article of thousands is gone through in every frame.
    pub fn extents(&self, side: Side) -> impl Iterator<Item = (usize, Rangef)> + '_ {
        self.open.reading.paragraphs[side].iter().enumerate().flat_map(move |(number, paragraph)| {
            let text = self.text(side, number);
            paragraph.sentences.clone().map(move |id| (id, self.part(side, id, text)))
        })
    }

    /// From where to where the text of a paragraph reaches.
    fn text(&self, side: Side, number: usize) -> Rangef {
        let around = paragraph::around(self.open, side, number);
        let heights = &self.lists[side].heights;
        let item = self.open.flow[side].item_of(number).unwrap_or(0);
        let top = heights.top(item) + around.above;
        Rangef::new(top, (heights.top(item) + heights.height(item) - around.below).max(top))
    }

    fn part(&self, side: Side, sentence: usize, text: Rangef) -> Rangef {
        let (from, to) = self.open.reading.part(side, sentence);
        Rangef::new(text.min + from * text.span(), text.min + to * text.span())
    }

    /// The same on the screen, for a pane that begins at a height.
    pub fn on_screen(&self, side: Side, sentence: usize, top: f32) -> Rangef {
        let (extent, by) = (self.extent(side, sentence), top - self.lists[side].offset);
        Rangef::new(extent.min + by, extent.max + by)
    }

    /// How high an article is.
    pub fn total(&self, side: Side) -> f32 {
        self.lists[side].heights.total()
    }

    /// Both articles held together by links.
    pub fn together<'b>(&'b self, chain: &'b [Pair<usize>]) -> Together<'b, impl Fn(Side, usize) -> Rangef + 'b> {
        Together {
            chain,
            extent: |side, sentence| self.extent(side, sentence),
            totals: Pair::from_fn(|side| self.total(side)),
            view: self.lists.left.view,
        }
    }
}
