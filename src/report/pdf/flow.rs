//! Blocks poured into pages.

use std::collections::BTreeMap;

use super::block::{BAR, Block, Leaf, Paragraph, Rule};
use super::lines::Line;
use super::style::{self, BOTTOM_EDGE, Colour, LEFT_EDGE, RIGHT_EDGE, TOP_EDGE};

/// What stands on one page.
#[derive(Default)]
pub(super) struct Page {
    pub texts: Vec<Text>,
    pub shapes: Vec<Shape>,
    pub links: Vec<Link>,
}

/// A line of text in its place.
pub(super) struct Text {
    pub line: Line,
    /// Where it begins, and its baseline.
    pub x: f32,
    pub y: f32,
    /// Whose text it is; `None` for what only helps to find one's way on the page.
    pub leaf: Option<Leaf>,
}

/// A filled rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shape {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub colour: Colour,
}

/// A place that leads to another.
pub(super) struct Link {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub leaf: Leaf,
    pub to: Leaf,
}

/// The pages, and where each stretch of text begins: its page, counted from 0, and how far down.
#[derive(Default)]
pub(super) struct Pages {
    pub pages: Vec<Page>,
    pub places: BTreeMap<Leaf, (usize, f32)>,
}

/// Pours blocks into pages in their order.
pub(super) fn pour(blocks: Vec<Block>) -> Pages {
    let needs = needs(&blocks);
    let mut flow = Flow { done: Pages::default(), page: Page::default(), y: TOP_EDGE, is_fresh: true };
    for (block, need) in blocks.into_iter().zip(needs) {
        flow.place(block, need);
    }
    flow.done.pages.push(flow.page);
    flow.done
}

/// For each block, how much room there must be for it to begin: its own beginning, and that of what it must not part from.
fn needs(blocks: &[Block]) -> Vec<f32> {
    let mut needs: Vec<f32> = Vec::with_capacity(blocks.len());
    let mut next = 0.0;
    for block in blocks.iter().rev() {
        let need = block.before + if block.with_next { block.height() + next } else { block.least() };
        needs.push(need);
        next = need;
    }
    needs.reverse();
    needs
}

struct Flow {
    done: Pages,
    page: Page,
    y: f32,
    /// Nothing stands on the page yet.
    is_fresh: bool,
}

impl Flow {
    fn place(&mut self, mut block: Block, need: f32) {
        if !self.is_fresh && need > BOTTOM_EDGE - self.y {
            self.turn();
        }
        loop {
            let before = if self.is_fresh { 0.0 } else { block.before };
            let room = BOTTOM_EDGE - self.y - before;
            if block.height() <= room {
                self.put(&block, before);
                return;
            }
            if block.whole && !self.is_fresh {
                self.turn();
                continue;
            }
            match block.parted(room, self.is_fresh) {
                Ok((head, Some(tail))) => {
                    self.put(&head, before);
                    self.turn();
                    block = tail;
                }
                Ok((head, None)) => {
                    self.put(&head, before);
                    return;
                }
                Err(unparted) => {
                    self.turn();
                    block = unparted;
                }
            }
        }
    }

    fn turn(&mut self) {
        self.done.pages.push(std::mem::take(&mut self.page));
        self.y = TOP_EDGE;
        self.is_fresh = true;
    }

    fn put(&mut self, block: &Block, before: f32) {
        self.rule(block.rule, before);
        self.y += before;
        let height = block.height();
        if let Some(colour) = block.edge {
            let above = if block.rule == Rule::None { before } else { 0.0 };
            let (y, height) = (self.y - above, height + above);
            self.page.shapes.push(Shape { x: LEFT_EDGE - 9.0, y, width: 2.2, height, colour });
        }
        for column in &block.columns {
            let mut y = self.y;
            for (number, paragraph) in column.iter().enumerate() {
                y += if number == 0 { 0.0 } else { paragraph.before };
                self.paragraph(paragraph, y);
                y += paragraph.height();
            }
        }
        self.y += height;
        self.is_fresh = false;
    }

    fn rule(&mut self, rule: Rule, before: f32) {
        let (height, colour) = match rule {
            Rule::Hair if !self.is_fresh => (0.4, style::LINE),
            Rule::Heavy => (0.9, style::INK),
            Rule::Hair | Rule::None => return,
        };
        let y = self.y + before / 2.0 - height / 2.0;
        self.page.shapes.push(Shape { x: LEFT_EDGE, y, width: RIGHT_EDGE - LEFT_EDGE, height, colour });
    }

    fn paragraph(&mut self, paragraph: &Paragraph, y: f32) {
        self.done.places.entry(paragraph.leaf).or_insert((self.done.pages.len(), y));
        for (number, line) in paragraph.lines.iter().enumerate() {
            let top = y + paragraph.leading * number as f32;
            let x = beginning(paragraph, line);
            if let Some(to) = paragraph.to {
                let (width, height, leaf) = (line.width, paragraph.leading, paragraph.leaf);
                self.page.links.push(Link { x: x + blank_before(line), y: top, width, height, leaf, to });
            }
            // Half of what is left above and below, with the middle of small letters in the middle of the line.
            let baseline = top + paragraph.leading * 0.5 + paragraph.size * 0.35;
            self.page.texts.push(Text { line: line.clone(), x, y: baseline, leaf: Some(paragraph.leaf) });
        }
        if let Some(number) = &paragraph.number {
            let aligned = (paragraph.leading - number.leading) * 0.5 + (paragraph.size - number.size) * 0.35;
            self.paragraph(number, y + aligned);
        }
        if let Some((share, colour)) = paragraph.bar {
            let y = y + paragraph.leading * paragraph.lines.len() as f32 + 3.0;
            let bar = Shape { x: paragraph.x, y, width: paragraph.measure, height: BAR - 5.0, colour: style::TRACK };
            self.page.shapes.extend([bar, Shape { width: bar.width * share.clamp(0.0, 1.0), colour, ..bar }]);
        }
    }
}

/// Where a line begins; one that runs from right to left ends at the right edge, with its blanks beyond its letters.
fn beginning(paragraph: &Paragraph, line: &Line) -> f32 {
    if line.right_to_left || paragraph.at_right {
        paragraph.x + paragraph.measure - line.width - blank_before(line)
    } else {
        paragraph.x
    }
}

/// The blanks of a line that stand before its letters, since the line runs from right to left.
fn blank_before(line: &Line) -> f32 {
    let first = line.pieces.first().filter(|_| line.right_to_left);
    first.map_or(0.0, |piece| piece.shaped.blank * piece.look.size)
}

#[cfg(test)]
mod tests {
    use super::super::fonts::Fonts;
    use super::super::lines::set;
    use super::super::style::BODY;
    use super::super::styled::Styled;
    use super::*;

    fn block(leaf: Leaf, lines: usize) -> Block {
        let line = set(&mut Fonts::new(), &Styled::of("weir", BODY), 100.0, None).remove(0);
        let paragraph = Paragraph { leading: 13.0, ..Paragraph::of(vec![line; lines], (45.0, 100.0), BODY, leaf) };
        Block::of(vec![paragraph], 10.0)
    }

    fn count(pages: &Pages) -> Vec<usize> {
        pages.pages.iter().map(|page| page.texts.len()).collect()
    }

    #[test]
    fn a_long_block_goes_on_over_pages_and_nothing_is_lost() {
        let pages = pour(vec![block(0, 200)]);
        assert_eq!(count(&pages).iter().sum::<usize>(), 200);
        assert!(pages.pages.iter().all(|page| page.texts.iter().all(|text| text.y < BOTTOM_EDGE)));
    }

    #[test]
    fn a_heading_stays_with_what_it_heads() {
        let mut heading = block(1, 1);
        heading.with_next = true;
        let pages = pour(vec![block(0, 52), heading, block(2, 4)]);
        assert_eq!(pages.places[&1].0, pages.places[&2].0);
        assert_eq!(pages.places[&1].0, 1);
    }

    #[test]
    fn a_block_that_is_to_stay_whole_turns_the_page() {
        let mut table = block(1, 10);
        table.whole = true;
        let pages = pour(vec![block(0, 50), table]);
        assert_eq!(count(&pages), [50, 10]);
    }
}
