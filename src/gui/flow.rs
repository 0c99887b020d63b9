//! What stands in the column of an article, one below the other: its paragraphs, and between them what was left out and
//! what the reader put back. Pure.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::segment::Document;
use crate::text::Side;

use super::left_out::{self, Gap, Sign};
use super::reading::Paragraph;
use super::rows::Anchor;

/// One thing in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A paragraph, by its number.
    Paragraph(usize),
    /// Signs that stand after a paragraph; `None` is the top.
    Signs(Option<usize>, Vec<Sign>),
}

/// An article from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// What stands in it, in order.
    pub items: Vec<Item>,
    /// All of it in one number: items keep their places as long as it is the same.
    pub print: u64,
    /// For each item the byte of the raw text at which it begins; none for one that only speaks of a paragraph.
    starts: Vec<Option<usize>>,
    /// For each paragraph its item.
    paragraphs: Vec<usize>,
}

impl Flow {
    /// An article with its signs; `restored` names the passages that the reader put back.
    pub fn of(side: Side, document: &Document, paragraphs: &[Paragraph], restored: &BTreeSet<usize>) -> Self {
        let mut signs = signs(side, document, paragraphs, restored);
        let mut flow = Self::default();
        flow.push_signs(None, signs.remove(&None), document);
        for (number, paragraph) in paragraphs.iter().enumerate() {
            flow.paragraphs.push(flow.items.len());
            flow.items.push(Item::Paragraph(number));
            flow.starts.push(document.sentences.get(paragraph.sentences.start).map(|sentence| sentence.origin));
            flow.push_signs(Some(number), signs.remove(&Some(number)), document);
        }
        flow.print = print(&flow);
        flow
    }

    fn push_signs(&mut self, after: Option<usize>, signs: Option<Vec<Sign>>, document: &Document) {
        let Some(signs) = signs else { return };
        let start = match signs.first() {
            Some(Sign::LeftOut(_, passages)) => document.removed.get(passages.start).map(|passage| passage.span.start),
            _ => None,
        };
        self.items.push(Item::Signs(after, signs));
        self.starts.push(start);
    }

    /// The item of a paragraph.
    pub fn item_of(&self, paragraph: usize) -> Option<usize> {
        self.paragraphs.get(paragraph).copied()
    }

    /// Whether signs stand right after a paragraph.
    pub fn has_signs_after(&self, paragraph: usize) -> bool {
        self.item_of(paragraph).is_some_and(|item| matches!(self.items.get(item + 1), Some(Item::Signs(..))))
    }

    /// The first item that says that something was left out.
    pub fn first_left_out(&self) -> Option<usize> {
        let is_one = |sign: &Sign| matches!(sign, Sign::LeftOut(..));
        self.items.iter().position(|item| matches!(item, Item::Signs(_, signs) if signs.iter().any(is_one)))
    }

    /// The byte of the raw text at which an item begins.
    pub fn start(&self, item: usize) -> Option<usize> {
        self.starts.get(item).copied().flatten()
    }

    /// Where the view is to stand for the reader to see the same as before: `seen` tells from the top of the view down where
    /// things began in the raw text, and how far below that top. The first of them that is still there stays where it is.
    pub fn as_seen(&self, seen: &[(usize, f32)]) -> Option<Anchor> {
        let item = |start: usize| self.starts.iter().position(|&begins| begins == Some(start));
        seen.iter().find_map(|&(start, below)| Some(Anchor { row: item(start)?, below_top: -below }))
    }
}

type Signs = BTreeMap<Option<usize>, Vec<Sign>>;

/// The signs after each paragraph: what was put back is told before what was left out behind it.
fn signs(side: Side, document: &Document, paragraphs: &[Paragraph], restored: &BTreeSet<usize>) -> Signs {
    let mut signs = Signs::new();
    let paragraph =
        |sentence: usize| paragraphs.partition_point(|paragraph| paragraph.sentences.start <= sentence).checked_sub(1);
    for (sentence, origin) in left_out::put_back(document, restored) {
        signs.entry(paragraph(sentence)).or_default().push(Sign::PutBack(side, origin));
    }
    for Gap { after, passages } in left_out::gaps(document) {
        signs.entry(after.and_then(paragraph)).or_default().push(Sign::LeftOut(side, passages));
    }
    signs
}

fn print(flow: &Flow) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (item, start) in flow.items.iter().zip(&flow.starts) {
        let signs = if let Item::Signs(_, signs) = item { &signs[..] } else { &[] };
        (start, signs.len()).hash(&mut hasher);
        for sign in signs {
            match sign {
                Sign::LeftOut(_, passages) => (true, passages.start, passages.end).hash(&mut hasher),
                Sign::PutBack(_, origin) => (false, *origin).hash(&mut hasher),
            }
        }
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Edits, Options, compare};
    use crate::gui::reading::Reading;
    use crate::load::RawArticle;
    use crate::text::Pair;

    const TEXT: &str = "Bridge closes\n\nBy Ada Byrne\n\nRead also: Weirs of the north\n\nThe bridge at Oster closes on Monday.\n\n\
        The ferry sails. Click here to sign up. Buses take the long way round.";

    fn flow(edits: &Edits) -> Flow {
        let articles = Pair::new(RawArticle::from_text("left", TEXT), RawArticle::from_text("right", "Rain fell."));
        let comparison = compare(articles.as_ref(), &Options::default(), edits);
        let paragraphs = Reading::of(&comparison).paragraphs;
        Flow::of(Side::Left, &comparison.documents.left, &paragraphs.left, edits.restored(Side::Left))
    }

    fn kept(words: &str) -> Edits {
        let mut edits = Edits::default();
        edits.set_kept(Side::Left, TEXT.find(words).expect("the words are there"), true);
        edits
    }

    fn left_out(after: usize, passages: std::ops::Range<usize>) -> Item {
        Item::Signs(Some(after), vec![Sign::LeftOut(Side::Left, passages)])
    }

    #[test]
    fn what_was_left_out_stands_where_it_was_read_within_a_paragraph_too() {
        use Item::Paragraph as P;
        let flow = flow(&Edits::default());
        assert_eq!(flow.items, [P(0), left_out(0, 0..2), P(1), P(2), left_out(2, 2..3), P(3)]);
        assert_eq!([0, 1, 2, 3].map(|number| flow.item_of(number)), [0, 2, 3, 4 + 1].map(Some));
        assert!(flow.has_signs_after(0) && !flow.has_signs_after(1) && flow.has_signs_after(2));
        assert_eq!((flow.first_left_out(), flow.start(1)), (Some(1), TEXT.find("By Ada")));
    }

    #[test]
    fn a_paragraph_is_whole_again_when_what_parted_it_is_put_back_and_says_so_below() {
        let appeal = TEXT.find("Click").expect("the appeal is there");
        let flow = flow(&kept("Click"));
        assert_eq!(flow.items.len(), 5);
        assert_eq!(flow.items.last(), Some(&Item::Signs(Some(2), vec![Sign::PutBack(Side::Left, appeal)])));
        assert_eq!(flow.start(4), None, "the appeal itself stands in the paragraph");
    }

    #[test]
    fn what_is_put_back_stands_where_its_sign_stood() {
        let (before, after) = (flow(&Edits::default()), flow(&kept("By Ada")));
        assert_ne!(before.print, after.print);
        let sign = before.start(1).expect("it begins somewhere");
        assert_eq!(after.as_seen(&[(sign, 70.0)]), Some(Anchor { row: 1, below_top: -70.0 }));
        assert_eq!(after.items[1], Item::Paragraph(1));
    }

    #[test]
    fn the_view_keeps_to_the_first_thing_that_is_still_there() {
        let after = flow(&kept("Click"));
        let start = |words: &str| TEXT.find(words).expect("the words are there");
        // The appeal and what followed it are in the paragraph of the ferry now.
        let seen = [(start("Buses"), -5.0), (start("The ferry"), 40.0)];
        assert_eq!(after.as_seen(&seen), Some(Anchor { row: 3, below_top: -40.0 }));
        assert_eq!(after.as_seen(&seen[..1]), None);
    }

    #[test]
    fn an_article_that_was_left_out_whole_is_one_sign() {
        let articles = Pair::new(RawArticle::from_text("left", TEXT), RawArticle::from_text("right", "Rain fell."));
        let mut document = compare(articles.as_ref(), &Options::default(), &Edits::default()).documents.left;
        document.sentences.clear();
        let flow = Flow::of(Side::Right, &document, &[], &BTreeSet::new());
        assert_eq!(flow.items, [Item::Signs(None, vec![Sign::LeftOut(Side::Right, 0..3)])]);
    }
}
