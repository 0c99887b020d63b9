//! How much two articles share and where each tells it: counts with their definitions, and no score of similarity, since
//! none says what a reader would want to know. Pure.

use std::collections::BTreeSet;

use crate::claims::{Kind, Relation};
use crate::comparison::Comparison;
use crate::segment::Document;
use crate::text::{Pair, Side, Span, TokenKind, tokens};
use crate::wording::Op;

/// Everything the overview shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// The words of each article, by what the other has of them.
    pub coverage: Pair<Coverage>,
    /// Figures that have names.
    pub measures: Vec<Measure>,
    /// The linked pairs of sentences, in the order of the links.
    pub slopes: Vec<Slope>,
    /// Where each sentence stands, and whether it has a counterpart.
    pub stretches: Pair<Vec<Stretch>>,
}

/// The words of an article: each is counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// In sentences with a counterpart that has the same words.
    pub same: usize,
    /// In sentences with a counterpart that says it in other words.
    pub reworded: usize,
    /// In sentences without a counterpart.
    pub alone: usize,
}

impl Coverage {
    /// All words.
    pub fn all(self) -> usize {
        self.same + self.reworded + self.alone
    }

    /// The parts in the order in which they are shown.
    pub fn parts(self) -> [usize; 3] {
        [self.same, self.reworded, self.alone]
    }
}

/// A figure with a name and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name.
    pub name: &'static str,
    /// What is counted, in a sentence.
    pub meaning: &'static str,
    /// The figure.
    pub value: Value,
}

/// A figure: so many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// One for each article.
    Each(Pair<(usize, usize)>),
    /// One for both together.
    Both(usize, usize),
}

/// A linked pair of sentences: where each article tells it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// The sentences.
    pub sentences: Pair<usize>,
    /// The group that they are read in.
    pub group: usize,
    /// Where the middles of the sentences stand, by words: 0 is the beginning of the article, 1 its end.
    pub at: Pair<f32>,
}

impl Slope {
    /// How far the right article tells it later than the left one, as a part of an article; less than 0 where earlier.
    pub fn shift(self) -> f32 {
        self.at.right - self.at.left
    }

    /// Whether the two tell it at quite different places.
    pub fn is_steep(self) -> bool {
        self.shift().abs() >= STEEP
    }
}

/// From a quarter of an article on, one article has something near its beginning that the other has at its middle.
const STEEP: f32 = 0.25;

/// Where a sentence stands in its article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Its beginning and its end, by words: 0 is the beginning of the article, 1 its end.
    pub from: f32,
    /// One is where the next begins.
    pub to: f32,
    /// No counterpart was found.
    pub alone: bool,
}

/// Counts everything that the overview of a comparison shows.
pub fn overview(comparison: &Comparison) -> Overview {
    let words = Pair::from_fn(|side| words(&comparison.documents[side]));
    let same = Pair::from_fn(|side| same_words(comparison, side));
    let linked = Pair::from_fn(|side| comparison.alignment.linked(side));
    let coverage = Pair::from_fn(|side| coverage(&words[side], &same[side], &linked[side]));
    let stretches = Pair::from_fn(|side| stretches(&words[side], &linked[side]));
    let slopes = slopes(comparison, &stretches);
    let measures = measures(comparison, &coverage, &same, &slopes);
    Overview { coverage, measures, slopes, stretches }
}

/// The words and numbers of each sentence.
fn words(document: &Document) -> Vec<Vec<Span>> {
    let of = |sentence: &crate::segment::Sentence| {
        let tokens = tokens(sentence.span.of(&document.text)).into_iter();
        let words = tokens.filter(|token| token.kind != TokenKind::Punctuation);
        words.map(|token| token.span.shifted(sentence.span.start)).collect()
    };
    document.sentences.iter().map(of).collect()
}

/// The stretches of an article that a linked sentence has in the same words, there or elsewhere in it; in order, and
/// neighbours made one.
fn same_words(comparison: &Comparison, side: Side) -> Vec<Span> {
    let pieces = comparison.wording.iter().flatten();
    let same = pieces.filter(|piece| matches!(piece.op, Op::Equal | Op::Move) || piece.typographic);
    let mut spans: Vec<Span> = same.filter_map(|piece| piece.spans[side]).collect();
    spans.sort();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => *last = last.join(span),
            _ => joined.push(span),
        }
    }
    joined
}

fn is_within(span: Span, stretches: &[Span]) -> bool {
    let after = stretches.partition_point(|stretch| stretch.start <= span.start);
    after.checked_sub(1).and_then(|at| stretches.get(at)).is_some_and(|stretch| stretch.contains(span))
}

fn coverage(words: &[Vec<Span>], same: &[Span], linked: &BTreeSet<usize>) -> Coverage {
    let mut coverage = Coverage::default();
    for (id, words) in words.iter().enumerate() {
        let alike = words.iter().filter(|word| is_within(**word, same)).count();
        if linked.contains(&id) {
            coverage.same += alike;
            coverage.reworded += words.len() - alike;
        } else {
            coverage.alone += words.len();
        }
    }
    coverage
}

fn stretches(words: &[Vec<Span>], linked: &BTreeSet<usize>) -> Vec<Stretch> {
    let all = words.iter().map(Vec::len).sum::<usize>().max(1) as f32;
    let mut before = 0;
    let sentences = words.iter().enumerate().map(|(id, words)| {
        let from = before as f32 / all;
        before += words.len();
        Stretch { from, to: before as f32 / all, alone: !linked.contains(&id) }
    });
    sentences.collect()
}

fn slopes(comparison: &Comparison, stretches: &Pair<Vec<Stretch>>) -> Vec<Slope> {
    let groups = comparison.alignment.groups.iter().enumerate();
    let of_group = groups.flat_map(|(group, of)| of.links.iter().map(move |&link| (link, group)));
    let mut slopes: Vec<(usize, Slope)> = of_group
        .filter_map(|(link, group)| {
            let sentences = comparison.alignment.links.get(link)?.sentences;
            let middle = |side: Side| stretches[side].get(sentences[side]).map(|at| (at.from + at.to) / 2.0);
            let at = Pair::new(middle(Side::Left)?, middle(Side::Right)?);
            Some((link, Slope { sentences, group, at }))
        })
        .collect();
    slopes.sort_by_key(|(link, _)| *link);
    slopes.dedup_by_key(|(link, _)| *link);
    slopes.into_iter().map(|(_, slope)| slope).collect()
}

fn measures(
    comparison: &Comparison,
    coverage: &Pair<Coverage>,
    same: &Pair<Vec<Span>>,
    slopes: &[Slope],
) -> Vec<Measure> {
    let with_counterpart =
        Pair::from_fn(|side| (comparison.alignment.linked(side).len(), comparison.documents[side].sentences.len()));
    let (in_order, pairs) = in_order(slopes);
    let mut measures = vec![
        Measure {
            name: "Sentences with a counterpart",
            meaning: "Sentences of each article that are linked with one of the other, by the program or by you.",
            value: Value::Each(with_counterpart),
        },
        Measure {
            name: "Words taken over",
            meaning: "Words of each article that a linked sentence of the other has as well, of all its words.",
            value: Value::Each(Pair::from_fn(|side| (coverage[side].same, coverage[side].all()))),
        },
        Measure {
            name: "Told in the same order",
            meaning: "Each linked pair is set beside each other one: how often both articles tell the two in the same order.",
            value: Value::Both(in_order, pairs),
        },
    ];
    let claims = Pair::from_fn(|side| shared_claims(comparison, side, &same[side]));
    if claims.left.1 + claims.right.1 > 0 {
        let meaning = "Numbers, dates, names and quotations of each article that a linked sentence of the other gives in \
            the same words, or in others that come to the same.";
        measures.insert(1, Measure { name: "Shared claims", meaning, value: Value::Each(claims) });
        let conflicts = comparison.findings.iter().filter(|finding| finding.relation == Relation::Conflict).count();
        let findings = comparison.findings.iter().filter(|finding| finding.relation != Relation::Agrees).count();
        measures.push(Measure {
            name: "Conflicts",
            meaning: "Findings that cannot both hold, of all findings but agreements.",
            value: Value::Both(conflicts, findings),
        });
    }
    measures
}

/// The claims of an article that can be checked word by word: how many the other shares, and all.
fn shared_claims(comparison: &Comparison, side: Side, same: &[Span]) -> (usize, usize) {
    let agreed: BTreeSet<Span> = comparison
        .findings
        .iter()
        .filter(|finding| finding.relation == Relation::Agrees)
        .filter_map(|finding| finding.places[side].map(|place| place.span))
        .collect();
    let kinds = [Kind::Number, Kind::Date, Kind::Name, Kind::Quote];
    let claims = comparison.marks[side].iter().filter(|mark| kinds.contains(&mark.kind));
    let (shared, all) = claims.fold((0, 0), |(shared, all), mark| {
        (shared + usize::from(agreed.contains(&mark.span) || is_within(mark.span, same)), all + 1)
    });
    (shared, all)
}

/// Of how many two slopes do not cross, and of how many two they could. Two that begin or end at one sentence have no
/// order and are left out.
fn in_order(slopes: &[Slope]) -> (usize, usize) {
    let mut sentences: Vec<Pair<usize>> = slopes.iter().map(|slope| slope.sentences).collect();
    sentences.sort_by_key(|pair| (pair.left, pair.right));
    sentences.truncate(MOST_ORDERED);
    let mut counts = (0, 0);
    for (n, one) in sentences.iter().enumerate() {
        for other in sentences.iter().skip(n + 1).filter(|other| other.left != one.left && other.right != one.right) {
            counts.0 += usize::from(other.right > one.right);
            counts.1 += 1;
        }
    }
    counts
}

/// Each slope is set beside each other one; of more links than this the first ones must do.
const MOST_ORDERED: usize = 2000;

/// The slope nearest to a point, where it is near enough: lines are given by their ends from left to right, in points.
pub fn nearest(lines: &[[egui::Pos2; 2]], point: egui::Pos2, within: f32) -> Option<usize> {
    let distance = |[from, to]: [egui::Pos2; 2]| {
        let along = to - from;
        let part = ((point - from).dot(along) / along.length_sq().max(f32::EPSILON)).clamp(0.0, 1.0);
        (from + along * part).distance(point)
    };
    let distances = lines.iter().map(|&line| distance(line)).enumerate();
    distances.filter(|(_, far)| *far <= within).min_by(|a, b| a.1.total_cmp(&b.1)).map(|(n, _)| n)
}

#[cfg(test)]
#[path = "overview_tests.rs"]
mod tests;
