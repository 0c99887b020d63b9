//! How much and how often: all, most, some, few, only; always, often, once.

use std::collections::HashSet;
use std::ops::Range;

use crate::text::{Pair, Side, TokenKind};

use super::detector::Detector;
use super::reading::{Page, Reading, Word};
use super::scene::{Scene, place, sided};
use super::{Finding, Kind, Mark, Place, Relation};

/// Quantifiers.
pub struct Scope;

/// How far what a quantifier measures may stand from it, and how many words around it show what it is about.
const REACH: usize = 4;

/// More words than this are no measured thing: "some former senior harbour officials" ends here.
const LONGEST_THING: usize = 3;

/// How much a word for the measured thing itself weighs against one of the words around it.
const THING: usize = 2;

/// With this weight two stretches tell the same: the thing itself, or two words around it.
const SAME_PLACE: usize = 2;

/// "Most" and "some" say that it is not all: that limits what the other source says, in whatever words it does so.
const SAME_PLACE_FOR_PARTS: usize = 1;

/// The steps that say so.
const PARTS: [&str; 2] = ["most", "some"];

/// How many words a stretch may take that tells the same.
const STRETCH: usize = 12;

/// Two quantifiers of different things speak of the same where so many words around them are the same.
const SAME_MATTER: usize = 3;

/// A list value for phrases in which a quantifier measures nothing: "as part of a plan", "an only child".
const NO_SCOPE: &str = "none";

/// What a list value ends in where the bare noun may mean the same.
const WEAKLY: &str = ", weakly";

impl Detector for Scope {
    fn kind(&self) -> Kind {
        Kind::Scope
    }

    fn description(&self) -> &'static str {
        "How much or how often something holds: all, most, some, few, only."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut at = 0;
        while at < reading.words.len() {
            let Some(hit) = page.lexicon.quantifiers.at(&reading.words, at) else {
                at += 1;
                continue;
            };
            let thing = measured(page, reading, at + hit.len);
            let step = hit.value.split(", ").next().unwrap_or_default();
            if step != NO_SCOPE && is_measured(page, reading, at, &thing) {
                let head = thing.clone().last().map_or("", |head| page.stem(reading.folded(head)));
                marks.push(Mark {
                    kind: Kind::Scope,
                    sentence: reading.id,
                    span: reading.span(at..thing.end.max(at + hit.len)),
                    value: format!("{step} {head}").trim_end().to_owned(),
                    parts: None,
                });
            }
            at += hit.len;
        }
        marks
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let marks = scene.of_kind(Kind::Scope);
        let mut findings = Vec::new();
        for side in Side::BOTH {
            let others = &marks[side.other()];
            let missing = marks[side].iter().filter(|mark| !others.iter().any(|other| other.value == mark.value));
            findings.extend(missing.filter_map(|mark| {
                same_thing(scene, side, mark, others).or_else(|| same_matter(scene, side, mark, others))
            }));
        }
        findings
    }
}

/// The words for what a quantifier measures: the first content words after it.
fn measured(page: &Page<'_>, reading: &Reading<'_>, from: usize) -> Range<usize> {
    let near = from..(from + REACH).min(reading.words.len());
    let first = near.take_while(|&at| reading.words[at].is_word()).find(|&at| reading.words[at].content);
    let Some(first) = first else { return from..from };
    let more = (first + 1..reading.words.len()).take_while(|&at| {
        reading.words[at].content
            && at < first + LONGEST_THING
            && !is_past(page, &reading.words[at])
            && !page.lexicon.weekdays.has(reading.folded(at))
    });
    first..first + 1 + more.count()
}

/// Whether a quantifier measures here: "most boats" does, "most powerful" compares, "some 400" is about a number, and "a
/// few hours" is a time.
fn is_measured(page: &Page<'_>, reading: &Reading<'_>, at: usize, thing: &Range<usize>) -> bool {
    let head = reading.folded(thing.end.saturating_sub(1));
    let plural = head.ends_with('s') || head.ends_with("men") || page.lexicon.plays(head, "plural");
    let compares = reading.folded(at) == "most" && thing.start == at + 1 && !plural;
    // "Some 400 boats": about so many.
    let counts = reading.words.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
    !compares && !counts && (thing.is_empty() || !page.lexicon.time_units.has(head))
}

/// Whether a word looks like a verb of the past, which ends what a quantifier measures: "some rivals dropped out".
fn is_past(page: &Page<'_>, word: &Word) -> bool {
    word.folded.ends_with("ed") || page.lexicon.participles.has(&word.folded)
}

fn step(mark: &Mark) -> &str {
    mark.value.split(' ').next().unwrap_or_default()
}

/// A quantifier set against the same thing in the other source, which measures it otherwise or not at all.
fn same_thing(scene: &Scene<'_>, side: Side, mark: &Mark, others: &[&Mark]) -> Option<Finding> {
    let there = counterpart(scene, side, mark)?;
    if let Some(other) = others.iter().find(|other| other.sentence == there.sentence && other.span.touches(there.span))
    {
        return (step(other) != step(mark)).then(|| differing(scene, sided(side, place(mark), place(other))));
    }
    if is_weak(scene, side, mark) {
        return None;
    }
    let places = sided(side, place(mark), there);
    Some(differing(scene, places))
}

/// Whether a quantifier adds little to the bare noun.
fn is_weak(scene: &Scene<'_>, side: Side, mark: &Mark) -> bool {
    let quantifiers = &scene.pages[side].lexicon.quantifiers;
    scene.reading(side, mark).is_some_and(|reading| {
        let hit = quantifiers.at(&reading.words, reading.words_in(mark.span).start);
        hit.is_some_and(|hit| hit.value.ends_with(WEAKLY))
    })
}

/// Two quantifiers in the same surroundings, whatever they measure.
fn same_matter(scene: &Scene<'_>, side: Side, mark: &Mark, others: &[&Mark]) -> Option<Finding> {
    let pairs = others.iter().filter(|other| step(other) != step(mark)).map(|other| sided(side, mark, *other));
    let near = pairs.filter(|&pair| scene.are_linked(pair)).map(|pair| (scene.shared_context(pair, REACH), pair));
    let (_, pair) = near.filter(|(shared, _)| *shared >= SAME_MATTER).max_by_key(|(shared, _)| *shared)?;
    Some(differing(scene, pair.map(place)))
}

fn differing(scene: &Scene<'_>, places: Pair<Place>) -> Finding {
    let (left, right) = (scene.words(Side::Left, places.left.span), scene.words(Side::Right, places.right.span));
    let message = format!("How far it reaches: left “{left}”, right “{right}”.");
    scene.finding(Kind::Scope, Relation::Differs, places.map(Some), message)
}

/// Where the other source tells the same: the stretch that has most of the words in and around a quantified thing.
fn counterpart(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Place> {
    let own = scene.reading(side, mark)?;
    let page = scene.pages[side];
    let words = own.words_in(mark.span);
    let around = page.around(own, words.clone(), REACH);
    let measured = words.filter(|&at| own.words[at].content && !page.lexicon.quantifiers.has(own.folded(at)));
    let thing: HashSet<&str> = measured.map(|at| page.stem(own.folded(at))).collect();
    let weight = |stem: &str| if thing.contains(stem) { THING } else { usize::from(around.contains(stem)) };
    let least = if PARTS.contains(&step(mark)) { SAME_PLACE_FOR_PARTS } else { SAME_PLACE };
    let mut best: Option<(usize, Place)> = None;
    for reading in &scene.sentences[side.other()] {
        let weigh = |at: usize| weight(scene.pages[side.other()].stem(reading.folded(at)));
        let shared: Vec<(usize, usize)> = (0..reading.words.len())
            .filter(|&at| reading.words[at].content)
            .map(|at| (at, weigh(at)))
            .filter(|(_, weight)| *weight > 0)
            .collect();
        for (n, &(first, _)) in shared.iter().enumerate() {
            let stretch = shared[n..].iter().take_while(|(at, _)| *at < first + STRETCH);
            let telling = stretch.clone().any(|(at, weight)| *weight == THING || !reading.words[*at].capital);
            let (last, sum) = stretch.fold((first, 0), |(_, sum), (at, weight)| (*at, sum + weight));
            if telling && sum >= least && best.is_none_or(|(most, _)| sum > most) {
                best = Some((sum, Place { sentence: reading.id, span: reading.span(first..last + 1) }));
            }
        }
    }
    best.map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{finding, findings, marked};

    #[test]
    fn quantifiers_are_marked_with_what_they_measure() {
        assert_eq!(
            marked(Kind::Scope, "Most fishermen stayed, and all of the boats were lost."),
            ["Most fishermen", "all of the boats"]
        );
        assert!(marked(Kind::Scope, "Fishermen stayed.").is_empty());
    }

    #[test]
    fn another_share_of_the_same_differs() {
        let found = finding(Kind::Scope, "All fishermen left.", "Some fishermen left.");
        assert_eq!(found, (Relation::Differs, "All fishermen".to_owned(), "Some fishermen".to_owned()));
    }

    #[test]
    fn a_quantified_thing_is_set_against_what_the_other_source_has_in_its_place() {
        let bare = finding(Kind::Scope, "Nearly all fishermen sold boats.", "Fishermen sold boats.");
        assert_eq!(bare, (Relation::Differs, "Nearly all fishermen".to_owned(), "Fishermen sold boats".to_owned()));
        let partly = finding(Kind::Scope, "The old pier was partly closed.", "The pier was closed.");
        assert_eq!(partly, (Relation::Differs, "partly closed".to_owned(), "pier was closed".to_owned()));
        assert!(findings(Kind::Scope, "Nearly all fishermen sold boats.", "The mayor resigned.").is_empty());
        assert!(findings(Kind::Scope, "Some sailors from Porto Novo sang.", "Porto Novo voted.").is_empty());
    }

    #[test]
    fn what_measures_nothing_is_silent() {
        assert!(marked(Kind::Scope, "The most powerful pilot waited a few hours.").is_empty());
        assert!(findings(Kind::Scope, "Many fishermen sold boats.", "Fishermen sold boats.").is_empty());
    }

    #[test]
    fn the_same_share_is_silent() {
        assert!(findings(Kind::Scope, "Every fisherman left.", "Each fisherman left.").is_empty());
    }
}
