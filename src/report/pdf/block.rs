//! Set paragraphs, put beside and under each other into blocks, and how a block is parted between two pages.

use super::lines::Line;
use super::style::{self, Colour, Look};

/// A stretch of the document's text that screen readers are told of, by its number.
pub(super) type Leaf = usize;

/// Fewer lines of a paragraph stand alone neither at the foot nor at the head of a page.
const LEAST_LINES: usize = 2;

/// A paragraph in its lines.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// Where it begins from the left, and how wide its lines may be.
    pub x: f32,
    pub measure: f32,
    pub lines: Vec<Line>,
    /// From one line to the next.
    pub leading: f32,
    pub size: f32,
    /// Space above, but not at the head of a column.
    pub before: f32,
    pub leaf: Leaf,
    /// Whether the lines stand at the right.
    pub at_right: bool,
    /// A number in the margin of the first line.
    pub number: Option<Box<Paragraph>>,
    /// A bar under it that is filled to a share.
    pub bar: Option<(f32, Colour)>,
    /// Where a click on it leads.
    pub to: Option<Leaf>,
}

/// How much a bar takes under its paragraph.
pub(super) const BAR: f32 = 9.0;

impl Paragraph {
    /// Lines set from `x` on, in one look, with nothing beside or under them.
    pub(super) fn of(lines: Vec<Line>, (x, measure): (f32, f32), look: Look, leaf: Leaf) -> Self {
        Self {
            x,
            measure,
            lines,
            leading: style::leading(look),
            size: look.size,
            before: 0.0,
            leaf,
            at_right: false,
            number: None,
            bar: None,
            to: None,
        }
    }

    /// From top to bottom, without the space above.
    pub(super) fn height(&self) -> f32 {
        self.leading * self.lines.len() as f32 + self.bar.map_or(0.0, |_| BAR)
    }

    /// The same with its lines level with lines of another look beside it.
    pub(super) fn level_with(self, look: Look) -> Self {
        Self { leading: style::leading(look), size: look.size, ..self }
    }

    /// The lines that fit into a height, and the others; with neither one alone, unless it `must` begin here.
    fn parted(self, room: f32, must: bool) -> (Option<Self>, Option<Self>) {
        if self.height() <= room {
            return (Some(self), None);
        }
        let all = self.lines.len();
        let fit = (room / self.leading).floor().max(0.0) as usize;
        let fit = if all.saturating_sub(fit) < LEAST_LINES { all.saturating_sub(LEAST_LINES) } else { fit };
        let fit = if fit < LEAST_LINES { usize::from(must).min(all) } else { fit };
        if fit == 0 {
            return (None, Some(self));
        }
        let mut first = self;
        let rest = first.lines.split_off(fit);
        let tail = Self { lines: rest, number: None, before: 0.0, ..first.clone() };
        first.bar = None;
        (Some(first), (!tail.lines.is_empty()).then_some(tail))
    }
}

/// What is drawn above a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    None,
    /// Between the rows of a table.
    Hair,
    /// Above a table.
    Heavy,
}

/// Paragraphs under each other, in columns beside each other.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub columns: Vec<Vec<Paragraph>>,
    /// Space above, but not at the head of a page.
    pub before: f32,
    pub rule: Rule,
    /// A line down its left edge, which joins that of the block above.
    pub edge: Option<Colour>,
    /// Not to be parted, if a page can hold it.
    pub whole: bool,
    /// Not to stand at the foot of a page without the block after it.
    pub with_next: bool,
}

impl Block {
    /// A block of paragraphs under each other.
    pub(super) fn of(paragraphs: Vec<Paragraph>, before: f32) -> Self {
        Self::beside(vec![paragraphs], before)
    }

    /// A block of columns.
    pub(super) fn beside(columns: Vec<Vec<Paragraph>>, before: f32) -> Self {
        Self { columns, before, rule: Rule::None, edge: None, whole: false, with_next: false }
    }

    /// From top to bottom, without the space above.
    pub(super) fn height(&self) -> f32 {
        self.columns.iter().map(|column| height(column)).fold(0.0, f32::max)
    }

    /// How much of it must stand together at its beginning.
    pub(super) fn least(&self) -> f32 {
        if self.whole {
            return self.height();
        }
        let first = |column: &Vec<Paragraph>| {
            column.first().map_or(0.0, |paragraph| {
                if paragraph.lines.len() < 2 * LEAST_LINES {
                    paragraph.height()
                } else {
                    paragraph.leading * LEAST_LINES as f32
                }
            })
        };
        self.columns.iter().map(first).fold(0.0, f32::max)
    }

    /// What fits into a height, and the rest; `Err` with the block where nothing of a column would fit. With `must`,
    /// every column begins.
    pub(super) fn parted(mut self, room: f32, must: bool) -> Result<(Self, Option<Self>), Self> {
        let columns = std::mem::take(&mut self.columns);
        let whole = columns.clone();
        let (heads, tails): (Vec<_>, Vec<_>) = columns.into_iter().map(|column| part(column, room, must)).unzip();
        let starves = heads.iter().zip(&whole).any(|(head, whole)| head.is_empty() && !whole.is_empty());
        if starves && !must {
            return Err(Self { columns: whole, ..self });
        }
        let is_over = tails.iter().all(Vec::is_empty);
        let rest = Self { columns: tails, before: 0.0, rule: Rule::None, whole: false, ..self.clone() };
        Ok((Self { columns: heads, ..self }, (!is_over).then_some(rest)))
    }
}

fn height(column: &[Paragraph]) -> f32 {
    let above: f32 = column.iter().skip(1).map(|paragraph| paragraph.before).sum();
    above + column.iter().map(Paragraph::height).sum::<f32>()
}

fn part(column: Vec<Paragraph>, room: f32, must: bool) -> (Vec<Paragraph>, Vec<Paragraph>) {
    let mut head: Vec<Paragraph> = Vec::new();
    let mut tail = Vec::new();
    let mut y = 0.0;
    for paragraph in column {
        if !tail.is_empty() {
            tail.push(paragraph);
            continue;
        }
        let above = if head.is_empty() { 0.0 } else { paragraph.before };
        let (first, rest) = paragraph.parted(room - y - above, must && head.is_empty());
        if let Some(first) = first {
            y += above + first.height();
            head.push(first);
        }
        tail.extend(rest);
    }
    (head, tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(lines: usize) -> Paragraph {
        let line = Line { pieces: Vec::new(), width: 10.0, right_to_left: false };
        let paragraph = Paragraph::of(vec![line; lines], (0.0, 100.0), style::BODY, 0);
        Paragraph { leading: 10.0, size: 8.0, before: 4.0, ..paragraph }
    }

    fn lines(block: &Block) -> Lines {
        block.columns.iter().map(|column| column.iter().map(|paragraph| paragraph.lines.len()).collect()).collect()
    }

    /// How many lines each paragraph of each column has.
    type Lines = Vec<Vec<usize>>;

    fn parted(columns: &[&[usize]], room: f32, must: bool) -> Option<(Lines, Lines)> {
        let columns = columns.iter().map(|column| column.iter().map(|&lines| paragraph(lines)).collect()).collect();
        let (head, tail) = Block::beside(columns, 0.0).parted(room, must).ok()?;
        Some((lines(&head), tail.map(|tail| lines(&tail)).unwrap_or_default()))
    }

    #[test]
    fn no_line_stands_alone() {
        assert_eq!(parted(&[&[6]], 45.0, false), Some((vec![vec![4]], vec![vec![2]])));
        assert_eq!(parted(&[&[6]], 55.0, false), Some((vec![vec![4]], vec![vec![2]])));
        assert_eq!(parted(&[&[3]], 25.0, false), None);
        assert_eq!(parted(&[&[6]], 15.0, false), None);
    }

    #[test]
    fn both_columns_begin_on_the_same_page() {
        assert_eq!(parted(&[&[1], &[3]], 25.0, false), None);
        assert_eq!(parted(&[&[2], &[8]], 30.0, false), Some((vec![vec![2], vec![3]], vec![vec![], vec![5]])));
    }

    #[test]
    fn space_between_paragraphs_counts() {
        assert_eq!(parted(&[&[2, 2]], 43.0, false), Some((vec![vec![2]], vec![vec![2]])));
        assert_eq!(parted(&[&[2, 2]], 44.0, false), Some((vec![vec![2, 2]], vec![])));
    }

    #[test]
    fn what_must_begin_begins() {
        assert_eq!(parted(&[&[3]], 15.0, true), Some((vec![vec![1]], vec![vec![2]])));
    }
}
