//! What reading side by side needs to know of a comparison, worked out once for it: paragraphs, and for each sentence
//! its paragraph, its links, its row and its findings. Pure.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;

use crate::clean::Role;
use crate::comparison::Comparison;
use crate::segment::Document;
use crate::text::{Pair, Side, Span};

use super::follow;
use super::model::RowKey;

/// Sentences that are read as one running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its bytes in the document's text.
    pub span: Span,
    /// Its sentences.
    pub sentences: Range<usize>,
    /// Its part in the article.
    pub role: Role,
}

/// A sentence among the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// Its paragraph.
    pub paragraph: usize,
    /// Which part of its paragraph it takes up, both ends as parts of the whole, by its bytes.
    pub part: (f32, f32),
    /// Its links, by id, the surest first.
    pub links: Vec<usize>,
    /// The first row in which it stands.
    pub row: Option<RowKey>,
    /// The findings whose words stand in it, by id.
    pub findings: Vec<usize>,
}

/// Both articles as they are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The paragraphs of each side, in order.
    pub paragraphs: Pair<Vec<Paragraph>>,
    /// Each side's text in one number: what was measured holds as long as it is the same.
    pub prints: Pair<u64>,
    /// The links that hold both articles together when they are scrolled.
    pub chain: Vec<Pair<usize>>,
    standings: Pair<Vec<Standing>>,
    rows_of_links: BTreeMap<usize, RowKey>,
}

impl Reading {
    /// What follows from a comparison.
    pub fn of(comparison: &Comparison) -> Self {
        let paragraphs = comparison.documents.as_ref().map(paragraphs);
        let groups = comparison.alignment.groups.iter().enumerate();
        let rows_of_links =
            groups.flat_map(|(id, group)| group.links.iter().map(move |&link| (link, RowKey::Group(id)))).collect();
        let standings = Pair::from_fn(|side| standings(comparison, side, &paragraphs[side]));
        let (prints, chain) = (comparison.documents.as_ref().map(print), follow::chain(&weighed(comparison), None));
        Self { paragraphs, prints, chain, standings, rows_of_links }
    }

    /// The links that hold both together while one of them is looked at: that one is always among them.
    pub fn chain_through(&self, comparison: &Comparison, chosen: Option<Pair<usize>>) -> Cow<'_, [Pair<usize>]> {
        match chosen.filter(|pair| !self.chain.contains(pair)) {
            None => Cow::Borrowed(&self.chain),
            Some(_) => Cow::Owned(follow::chain(&weighed(comparison), chosen)),
        }
    }

    /// How a sentence stands; none for one that is not there.
    pub fn standing(&self, side: Side, sentence: usize) -> Option<&Standing> {
        self.standings[side].get(sentence)
    }

    /// The links of a sentence, by id.
    pub fn links(&self, side: Side, sentence: usize) -> &[usize] {
        self.standing(side, sentence).map_or(&[], |standing| &standing.links)
    }

    /// The paragraph of a sentence.
    pub fn paragraph_of(&self, side: Side, sentence: usize) -> Option<usize> {
        self.standing(side, sentence).map(|standing| standing.paragraph)
    }

    /// The row of a link.
    pub fn row_of_link(&self, link: usize) -> Option<RowKey> {
        self.rows_of_links.get(&link).copied()
    }

    /// Which part of its paragraph a sentence takes up; see [`Standing::part`].
    pub fn part(&self, side: Side, sentence: usize) -> (f32, f32) {
        self.standing(side, sentence).map_or((0.0, 1.0), |standing| standing.part)
    }
}

fn weighed(comparison: &Comparison) -> Vec<(Pair<usize>, f64)> {
    comparison.alignment.links.iter().map(|link| (link.sentences, link.score)).collect()
}

fn paragraphs(document: &Document) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut passage = None;
    for (id, sentence) in document.sentences.iter().enumerate() {
        match found.last_mut().filter(|_| passage == Some(sentence.passage)) {
            Some(open) => {
                open.span = Span::new(open.span.start, sentence.span.end);
                open.sentences.end = id + 1;
            }
            None => found.push(Paragraph { span: sentence.span, sentences: id..id + 1, role: sentence.role }),
        }
        passage = Some(sentence.passage);
    }
    found
}

fn standings(comparison: &Comparison, side: Side, paragraphs: &[Paragraph]) -> Vec<Standing> {
    let document = &comparison.documents[side];
    let mut standings = vec![Standing::default(); document.sentences.len()];
    for (number, paragraph) in paragraphs.iter().enumerate() {
        for id in paragraph.sentences.clone() {
            if let (Some(sentence), Some(standing)) = (document.sentences.get(id), standings.get_mut(id)) {
                standing.paragraph = number;
                standing.part = part(paragraph.span, sentence.span);
            }
        }
    }
    let links = &comparison.alignment.links;
    for (id, link) in links.iter().enumerate() {
        if let Some(standing) = standings.get_mut(link.sentences[side]) {
            standing.links.push(id);
        }
    }
    let score = |id: &usize| links.get(*id).map_or(0.0, |link| link.score);
    for standing in &mut standings {
        standing.links.sort_by(|a, b| score(b).total_cmp(&score(a)));
    }
    for (id, group) in comparison.alignment.groups.iter().enumerate() {
        for &sentence in &group.sentences[side] {
            if let Some(standing) = standings.get_mut(sentence) {
                standing.row.get_or_insert(RowKey::Group(id));
            }
        }
    }
    for (id, standing) in standings.iter_mut().enumerate() {
        standing.row.get_or_insert(RowKey::Alone(side, id));
    }
    for (id, finding) in comparison.findings.iter().enumerate() {
        if let Some(standing) = finding.places[side].and_then(|place| standings.get_mut(place.sentence)) {
            standing.findings.push(id);
        }
    }
    standings
}

/// Which part of a span another in it takes up.
fn part(of: Span, span: Span) -> (f32, f32) {
    let all = of.len().max(1) as f32;
    let part = |byte: usize| byte.saturating_sub(of.start) as f32 / all;
    (part(span.start), part(span.end))
}

fn print(document: &Document) -> u64 {
    let mut hasher = DefaultHasher::new();
    document.text.hash(&mut hasher);
    for sentence in &document.sentences {
        (sentence.passage, sentence.role as u8).hash(&mut hasher);
    }
    hasher.finish()
}

/// The sentences that are linked with one of these, and these.
pub fn lit(comparison: &Comparison, links: &[usize], also: Option<(Side, usize)>) -> BTreeSet<(Side, usize)> {
    let links = links.iter().filter_map(|&id| comparison.alignment.links.get(id));
    let ends = links.flat_map(|link| Side::BOTH.map(|side| (side, link.sentences[side])));
    ends.chain(also).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Edits, Options, compare};
    use crate::gui::fixture;
    use crate::load::RawArticle;

    const TEXT: &str = "The weir at Oster\n\nThe weir broke on Monday. Two boats sank. Nobody was hurt.\n\n\
        The keeper said the gate was old. She had warned the council.";

    fn compared(text: &str) -> Comparison {
        let articles = Pair::new(RawArticle::from_text("left", text), RawArticle::from_text("right", text));
        compare(articles.as_ref(), &Options::default(), &Edits::default())
    }

    #[test]
    fn sentences_of_one_passage_are_one_paragraph() {
        let comparison = compared(TEXT);
        let reading = Reading::of(&comparison);
        let found: Vec<Range<usize>> = reading.paragraphs.left.iter().map(|p| p.sentences.clone()).collect();
        assert_eq!(found, [0..1, 1..4, 4..6]);
        assert_eq!(reading.paragraph_of(Side::Right, 3), Some(1));
        let whole = reading.paragraphs.left[1].span.of(&comparison.documents.left.text);
        assert_eq!(whole, "The weir broke on Monday. Two boats sank. Nobody was hurt.");
    }

    #[test]
    fn the_parts_of_a_paragraph_follow_one_another() {
        let comparison = compared(TEXT);
        let reading = Reading::of(&comparison);
        let parts: Vec<(f32, f32)> = (1..4).map(|id| reading.part(Side::Left, id)).collect();
        assert_eq!((parts[0].0, parts[2].1), (0.0, 1.0));
        assert!(parts.windows(2).all(|two| two[0].1 <= two[1].0), "{parts:?}");
    }

    #[test]
    fn a_sentence_knows_its_links_its_row_and_its_findings() {
        let comparison = fixture::comparison();
        let reading = Reading::of(&comparison);
        let monday = reading.standing(Side::Left, 1).expect("the sentence is there");
        assert_eq!((monday.links.as_slice(), monday.row), (&[1][..], Some(RowKey::Group(1))));
        assert_eq!(monday.findings, [0, 3]);
        assert_eq!(reading.row_of_link(1), Some(RowKey::Group(1)));
        let lone = reading.standing(Side::Left, 5).expect("the sentence is there");
        assert!(lone.links.is_empty() && lone.row == Some(RowKey::Alone(Side::Left, 5)));
        assert_eq!(lit(&comparison, &[1], Some((Side::Left, 0))).len(), 3);
    }

    #[test]
    fn what_was_measured_holds_while_the_text_is_the_same() {
        let (one, other) = (Reading::of(&compared(TEXT)), Reading::of(&compared("Another text.")));
        assert_eq!(one.prints, Reading::of(&compared(TEXT)).prints);
        assert_ne!(one.prints, other.prints);
    }

    #[test]
    fn nothing_stands_in_an_empty_article() {
        let reading = Reading::of(&compared(""));
        assert!(reading.paragraphs.left.is_empty() && reading.links(Side::Left, 3).is_empty());
    }
}
