//! What was left out of an article and what the reader put back, and where that is shown: in its place between the
//! sentences. Pure.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::comparison::Comparison;
use crate::segment::Document;
use crate::text::{Pair, Side};

use super::model::{Row, RowKey};

/// Passages left out of an article one after the other, with no sentence of it between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The sentence before them; `None` where they stand at the beginning.
    pub after: Option<usize>,
    /// Which of [`Document::removed`].
    pub passages: Range<usize>,
}

/// Something shown between the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Passages were left out here.
    LeftOut(Side, Range<usize>),
    /// The reader put a passage back that begins at this byte of the raw text.
    PutBack(Side, usize),
}

impl Sign {
    /// Whose it is.
    pub fn side(&self) -> Side {
        match self {
            Self::LeftOut(side, _) | Self::PutBack(side, _) => *side,
        }
    }
}

/// The signs after each row; `None` is the top.
pub type Signs = BTreeMap<Option<RowKey>, Vec<Sign>>;

/// The gaps of an article, in its order.
pub fn gaps(document: &Document) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for (n, removed) in document.removed.iter().enumerate() {
        let before = document.sentences.partition_point(|sentence| sentence.origin < removed.span.start);
        let after = before.checked_sub(1);
        match gaps.last_mut() {
            Some(gap) if gap.after == after => gap.passages.end = n + 1,
            _ => gaps.push(Gap { after, passages: n..n + 1 }),
        }
    }
    gaps
}

/// The sentences with which the passages begin that the reader put back, each with the byte that names the passage.
pub fn put_back(document: &Document, restored: &BTreeSet<usize>) -> Vec<(usize, usize)> {
    let sentence = |origin: usize| {
        let next = document.sentences.partition_point(|sentence| sentence.raw().end <= origin);
        (next < document.sentences.len()).then_some((next, origin))
    };
    restored.iter().filter_map(|&origin| sentence(origin)).collect()
}

/// Where everything is shown among rows in the order of a side. What was left out of the leading side stands where it was
/// read; what was left out of the other one stands after the row of the sentence before it.
pub fn signs(comparison: &Comparison, restored: Pair<&BTreeSet<usize>>, rows: &[Row], lead: Side) -> Signs {
    let mut signs = Signs::new();
    for side in Side::BOTH {
        let document = &comparison.documents[side];
        let rows = Rows::of(rows, side, side == lead);
        // What was put back is told right after its sentence, so before what was left out behind it.
        for (sentence, origin) in put_back(document, restored[side]) {
            signs.entry(rows.with(sentence)).or_default().push(Sign::PutBack(side, origin));
        }
        for Gap { after, passages } in gaps(document) {
            let key = after.and_then(|sentence| rows.before_gap(sentence));
            signs.entry(key).or_default().push(Sign::LeftOut(side, passages));
        }
    }
    signs
}

/// The rows of a side's sentences.
struct Rows {
    /// The first row with each sentence.
    with: BTreeMap<usize, RowKey>,
    /// On the leading side each row's first sentence that no row before has, or its first where there is none; in order.
    leading: Option<Vec<(usize, RowKey)>>,
}

impl Rows {
    fn of(rows: &[Row], side: Side, leads: bool) -> Self {
        let mut with = BTreeMap::new();
        for row in rows {
            for &sentence in &row.sentences[side] {
                with.entry(sentence).or_insert(row.key);
            }
        }
        let first = |row: &Row| {
            let fresh = row.sentences[side].iter().find(|sentence| !row.again[side].contains(sentence));
            Some((*fresh.or(row.sentences[side].first())?, row.key))
        };
        Self { with, leading: leads.then(|| rows.iter().filter_map(first).collect()) }
    }

    fn with(&self, sentence: usize) -> Option<RowKey> {
        self.with.get(&sentence).copied()
    }

    fn before_gap(&self, sentence: usize) -> Option<RowKey> {
        let Some(leading) = &self.leading else { return self.with(sentence) };
        leading.iter().rfind(|&&(first, _)| first <= sentence).map(|&(_, key)| key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Edits, Options, Verdict, compare};
    use crate::gui::model;
    use crate::load::RawArticle;

    const LEFT: &str = "Bridge closes\n\nBy Ada Byrne\n\nRead also: Weirs of the north\n\nThe bridge at Oster closes on Monday.\n\n\
        Click here to sign up.\n\nThe ferry sails.";
    const RIGHT: &str =
        "Ferry sails on\n\nThe ferry sails.\n\nClick here to sign up.\n\nThe bridge at Oster closes on Monday.";

    fn compared(edits: &Edits) -> Comparison {
        let articles = Pair::new(LEFT, RIGHT).map(|text| RawArticle::from_text("test", text));
        compare(articles.as_ref(), &Options::default(), edits)
    }

    /// The bridge of both and the ferry of both are linked, so that the two cross.
    fn linked() -> Edits {
        let mut edits = Edits::default();
        edits.only_these_links = true;
        for words in ["The bridge at", "The ferry"] {
            let origins = Pair::new(LEFT, RIGHT).map(|text| text.find(words).expect("the words are there"));
            edits.set_verdict(origins, Some(Verdict::Manual));
        }
        edits
    }

    /// The sentences of a row; `None` is the top.
    type After = Option<Pair<Vec<usize>>>;

    fn shown(edits: &Edits, lead: Side) -> Vec<(After, Vec<Sign>)> {
        let comparison = compared(edits);
        let rows = model::rows(&comparison, lead);
        let restored = Pair::from_fn(|side| edits.restored(side).clone());
        let signs = signs(&comparison, restored.as_ref(), &rows, lead);
        let sentences = |key| rows.iter().find(|row| row.key == key).map(|row| row.sentences.clone());
        signs.into_iter().map(|(key, signs)| (key.and_then(sentences), signs)).collect()
    }

    #[test]
    fn passages_with_no_sentence_between_them_are_one_gap() {
        let document = compared(&Edits::default()).documents.left;
        assert_eq!(gaps(&document), [Gap { after: Some(0), passages: 0..2 }, Gap { after: Some(1), passages: 2..3 }]);
    }

    #[test]
    fn a_gap_at_the_beginning_follows_no_sentence() {
        let mut document = compared(&Edits::default()).documents.left;
        document.removed[0].span = crate::text::Span::new(0, 1);
        document.sentences.retain(|sentence| sentence.origin > 0);
        assert_eq!(gaps(&document)[0].after, None);
    }

    #[test]
    fn the_other_sides_gap_follows_the_row_of_the_sentence_before_it() {
        let signs = shown(&linked(), Side::Left);
        let right: Vec<_> =
            signs.iter().filter(|(_, signs)| signs.contains(&Sign::LeftOut(Side::Right, 0..1))).collect();
        assert_eq!(right.len(), 1);
        // On the right the appeal stands between the ferry and the bridge; its row is the ferry's, the last one.
        assert_eq!(right[0].0, Some(Pair::new(vec![2], vec![1])));
        let led = shown(&linked(), Side::Right);
        assert!(led.iter().any(|(row, signs)| {
            *row == Some(Pair::new(vec![2], vec![1])) && signs.contains(&Sign::LeftOut(Side::Right, 0..1))
        }));
    }

    #[test]
    fn on_the_leading_side_a_gap_stands_where_it_was_read() {
        let signs = shown(&linked(), Side::Left);
        let of =
            |row: Pair<Vec<usize>>| signs.iter().find(|(key, _)| key.as_ref() == Some(&row)).map(|(_, signs)| signs);
        assert_eq!(of(Pair::new(vec![1], vec![2])), Some(&vec![Sign::LeftOut(Side::Left, 2..3)]));
        assert_eq!(of(Pair::new(vec![0], vec![])), Some(&vec![Sign::LeftOut(Side::Left, 0..2)]));
    }

    #[test]
    fn a_row_that_only_repeats_the_sentence_before_a_gap_does_not_draw_it_down() {
        let row = |group, left: &[usize], again: &[usize]| Row {
            key: RowKey::Group(group),
            sentences: Pair::new(left.to_vec(), vec![group]),
            again: Pair::new(again.to_vec(), vec![]),
            findings: vec![],
        };
        let rows = [row(0, &[0], &[]), row(1, &[0, 1], &[0]), row(2, &[2, 9], &[]), row(3, &[3], &[])];
        let rows = Rows::of(&rows, Side::Left, true);
        let after = |sentence| rows.before_gap(sentence);
        assert_eq!([0, 1, 2, 3, 9].map(after), [0, 1, 2, 3, 3].map(|group| Some(RowKey::Group(group))));
    }

    #[test]
    fn what_was_put_back_is_told_with_its_sentence() {
        let mut edits = linked();
        let appeal = LEFT.find("Click").expect("the appeal is there");
        edits.set_kept(Side::Left, appeal, true);
        let signs = shown(&edits, Side::Left);
        let with: Vec<_> =
            signs.iter().filter(|(_, signs)| signs.contains(&Sign::PutBack(Side::Left, appeal))).collect();
        assert_eq!(with.len(), 1);
        assert_eq!(with[0].0, Some(Pair::new(vec![2], vec![])));
    }
}
