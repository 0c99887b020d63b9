//! Quotations that the other source does not quote: whether it has them in its own words, and whom it quotes instead.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::text::{Pair, Side, Span};

use super::same::{self, Bag};
use super::{Finding, Judgement, Kind, Mark, Place, Relation, Scene, named, pair_up, place};

/// A quotation of the same words as one of the other side that another quotation was paired with already; the inner
/// value is missing where there is nothing to tell.
pub fn late(
    scene: &Scene<'_>,
    side: Side,
    mark: &Mark,
    marks: &Pair<Vec<&Mark>>,
    quoted: &Pair<Bag<'_>>,
) -> Option<Option<Finding>> {
    let pairs = marks[side.other()].iter().map(|&other| Pair::from_fn(|of| if of == side { mark } else { other }));
    let pair = pairs.filter(|&pair| same::are_same(pair)).max_by_key(|&pair| same::shared(pair))?;
    Some(same::changed(scene, pair, quoted))
}

/// A quotation whose words the other source has without quotation marks.
pub fn unquoted(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Option<Finding>> {
    let quoted = scene.words(side, mark.span);
    let told = |found: Place, relation: Relation, message: String| {
        let places = Pair::from_fn(|of| Some(if of == side { place(mark) } else { found }));
        Some(Some(scene.finding(Kind::Quote, relation, places, message)))
    };
    if let Some(found) = word_for_word(scene, side.other(), mark) {
        // Marks around a word or two keep a distance from them, which the other source does not.
        let relation = if is_statement(mark) { Relation::Agrees } else { Relation::Differs };
        let message = format!("The same words, quoted only by the {} source: “{quoted}”.", side.name());
        return told(found, relation, message);
    }
    let found = in_own_words(scene, side.other(), mark)?;
    let other = scene.words(side.other(), found.span);
    let message = format!("{} quotes “{quoted}”, {} has “{other}” in its own words.", named(side), side.other().name());
    told(found, Relation::Differs, message)
}

/// The findings about quotations whose words the other side does not have: set against what it quotes instead, or told alone.
pub fn unlike(scene: &Scene<'_>, marks: &Pair<Vec<&Mark>>) -> Vec<Finding> {
    let paired = pair_up(scene, marks, |pair| {
        let about = Pair::from_fn(|side| content(scene, side, pair[side]));
        let shared = about.left.intersection(&about.right).count();
        (shared >= SHARED && scene.are_linked(pair)).then(|| Judgement::differs(shared))
    });
    let mut findings: Vec<Finding> = paired
        .pairs
        .iter()
        .map(|&(pair, _)| {
            let words = Pair::from_fn(|side| scene.words(side, pair[side].span));
            let message = format!("Left quotes “{}”, right “{}”.", words.left, words.right);
            scene.both(pair, Relation::Differs, message)
        })
        .collect();
    for side in Side::BOTH {
        findings.extend(paired.alone[side].iter().filter_map(|mark| alone(scene, side, mark)));
    }
    findings
}

/// Fewer words than this between quotation marks are a term more often than a statement.
const STATEMENT: usize = 3;

fn is_statement(mark: &Mark) -> bool {
    mark.value.split(' ').count() >= STATEMENT
}

fn alone(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Finding> {
    let quoted = scene.words(side, mark.span);
    if !is_statement(mark) {
        return None;
    }
    if let Some(found) = reported(scene, side, mark) {
        let places = Pair::from_fn(|of| Some(if of == side { place(mark) } else { found }));
        let other = scene.words(side.other(), found.span);
        let message = format!("{} quotes “{quoted}”, {} reports “{other}”.", named(side), side.other().name());
        return Some(scene.finding(Kind::Quote, Relation::Differs, places, message));
    }
    Some(scene.only(side, mark, format!("Only the {} source quotes “{quoted}”.", side.name())))
}

/// With this many content words in common what one source quotes and the other reports are about the same thing.
const SHARED: usize = 2;

/// The stems of a quotation's content words, each once.
fn content<'a>(scene: &'a Scene<'_>, side: Side, mark: &'a Mark) -> BTreeSet<&'a str> {
    let page = scene.pages[side];
    let telling = |word: &&str| word.len() > 2 && !page.lexicon.function_words.has(word);
    mark.value.split(' ').filter(telling).map(|word| page.stem(word)).collect()
}

/// What the other source reports in its own words in a sentence linked with a quotation.
fn reported(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Place> {
    let wanted = content(scene, side, mark);
    let reports = scene.marks[side.other()].iter().filter(|other| other.kind == Kind::Attribution);
    reports.filter(|other| scene.are_linked(Pair::from_fn(|of| if of == side { mark } else { other }))).find_map(
        |other| {
            let reading = scene.reading(side.other(), other)?;
            let content = other.parts?.content?;
            let words = reading.words_in(content);
            let page = scene.pages[side.other()];
            let stems: BTreeSet<&str> = words.clone().map(|at| page.stem(reading.folded(at))).collect();
            let shared = stems.intersection(&wanted).count();
            (shared >= SHARED).then(|| Place { sentence: reading.id, span: reading.span(words) })
        },
    )
}

/// Where the other source has exactly the words of a quotation, not in quotation marks.
fn word_for_word(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Place> {
    let wanted: Vec<&str> = mark.value.split(' ').collect();
    scene.sentences[side].iter().find_map(|reading| {
        let at = (0..reading.words.len()).find(|&at| {
            wanted.iter().enumerate().all(|(n, word)| reading.folded(at + n) == *word && !reading.is_quoted(at + n))
        })?;
        Some(Place { sentence: reading.id, span: reading.span(at..at + wanted.len()) })
    })
}

/// This share of a quotation's content words, close together, is the quotation in the source's own words.
const OWN_WORDS: f64 = 0.5;

/// Where the other source has the words of a quotation without quoting them.
fn in_own_words(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Place> {
    let page = scene.pages[side];
    let wanted = content(scene, side.other(), mark);
    let mut best: Option<(usize, Place)> = None;
    for reading in &scene.sentences[side] {
        let hits: Vec<usize> = (0..reading.words.len())
            .filter(|&at| reading.words[at].content && wanted.contains(&page.stem(reading.folded(at))))
            .collect();
        let (count, range) = densest(&hits, wanted.len());
        let spans: Option<Span> = range.map(|range| reading.span(range));
        if let Some(span) = spans.filter(|_| count > best.map_or(0, |(most, _)| most)) {
            best = Some((count, Place { sentence: reading.id, span }));
        }
    }
    best.filter(|(count, _)| *count as f64 >= OWN_WORDS * wanted.len() as f64).map(|(_, place)| place)
}

/// The stretch with most hits among those not much longer than the quotation.
fn densest(hits: &[usize], wanted: usize) -> (usize, Option<Range<usize>>) {
    let width = wanted * 3 + 2;
    let mut best = (0, None);
    for (n, &first) in hits.iter().enumerate() {
        let last = hits.partition_point(|&hit| hit < first + width);
        if let Some(end) = hits.get(last.saturating_sub(1)).filter(|_| last > n && last - n > best.0) {
            best = (last - n, Some(first..end + 1));
        }
    }
    best
}
