//! The same deed on both sides, and how real each source makes it: done, to come, possible, planned.

use std::collections::BTreeSet;

use crate::text::{Pair, Side};

use super::super::reading::{Page, Reading};
use super::super::scene::Scene;
use super::super::{Finding, Kind, Place, Relation};

/// A word of a sentence that both sources have, and what it is governed by.
struct Event<'a> {
    /// The stem of the word.
    stem: &'a str,
    /// "will", "possible": what the words before say about it; "done" for a past form without such words.
    step: &'a str,
    place: Place,
}

/// So many words may stand between a word that says how real a deed is and the deed itself: "may soon be dismissed".
const GAP: usize = 2;

/// The longest phrase that governs a deed: "is expected to".
const LONGEST: usize = 4;

/// What one source tells as done and the other as planned, possible or to come.
pub fn compare(scene: &Scene<'_>) -> Vec<Finding> {
    let events = Pair::from_fn(|side: Side| -> Vec<Event<'_>> {
        let page = scene.pages[side];
        scene.sentences[side].iter().flat_map(|reading| events(page, reading)).collect()
    });
    let mut pairs = candidates(&events);
    // The first of both sides first, whichever side is which.
    pairs.sort_by_key(|at| (at.left + at.right, at.left.abs_diff(at.right)));
    let mut taken = Pair::new(BTreeSet::new(), BTreeSet::new());
    let free = |at: &Pair<usize>| {
        let free = Side::BOTH.iter().all(|&side| !taken[side].contains(&at[side]));
        if free {
            Side::BOTH.iter().for_each(|&side| _ = taken[side].insert(at[side]));
        }
        free
    };
    pairs.retain(free);
    pairs.into_iter().map(|at| finding(scene, &events.left[at.left], &events.right[at.right])).collect()
}

/// The pairs of events of one word, none of which the other side tells in the same way too.
fn candidates(events: &Pair<Vec<Event<'_>>>) -> Vec<Pair<usize>> {
    let told_alike = |side: Side, event: &Event<'_>| {
        events[side.other()].iter().any(|other| other.stem == event.stem && is_alike(other.step, event.step))
    };
    let lone = |side: Side| (0..events[side].len()).filter(move |&at| !told_alike(side, &events[side][at]));
    let rights: Vec<usize> = lone(Side::Right).collect();
    lone(Side::Left)
        .flat_map(|left| rights.iter().map(move |&right| Pair::new(left, right)))
        .filter(|at| events.left[at.left].stem == events.right[at.right].stem)
        .collect()
}

/// "He will" is "he would" once it is reported.
fn is_alike(left: &str, right: &str) -> bool {
    let future = |step: &str| matches!(step, "will" | "would");
    left == right || future(left) && future(right)
}

fn finding(scene: &Scene<'_>, left: &Event<'_>, right: &Event<'_>) -> Finding {
    let places = Pair::new(Some(left.place), Some(right.place));
    let message = format!(
        "How sure: left “{}”, right “{}”.",
        scene.words(Side::Left, left.place.span),
        scene.words(Side::Right, right.place.span)
    );
    scene.finding(Kind::Certainty, Relation::Differs, places, message)
}

fn events<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>) -> Vec<Event<'a>> {
    (0..reading.words.len()).filter_map(|at| event(page, reading, at)).collect()
}

fn event<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<Event<'a>> {
    let word = &reading.words[at];
    if !word.content || word.capital || page.lexicon.hedges.has(&word.folded) {
        return None;
    }
    let (start, step) = governed(page, reading, at).or_else(|| is_past(page, &word.folded).then_some((at, "done")))?;
    let place = Place { sentence: reading.id, span: reading.span(start..at + 1) };
    Some(Event { stem: page.root(&word.folded), step, place })
}

/// The first word and the step of a phrase before a deed that says how real it is.
fn governed<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<(usize, &'a str)> {
    (at.saturating_sub(LONGEST + GAP)..at).find_map(|start| {
        let lexicon = page.lexicon;
        let hit = lexicon.hedges.at(&reading.words, start).or_else(|| lexicon.stances.at(&reading.words, start))?;
        let between = (start + hit.len..at).all(|between| is_light(page, reading.folded(between)));
        let governs = hit.value != "doubtful" && hit.value != "certain" && hit.value != "weasel";
        (governs && between && start + hit.len + GAP >= at).then_some((start, hit.value))
    })
}

/// Words between an auxiliary and its verb.
fn is_light(page: &Page<'_>, folded: &str) -> bool {
    page.lexicon.plays(folded, "light") || folded.ends_with("ly")
}

fn is_past(page: &Page<'_>, folded: &str) -> bool {
    folded.len() > 4 && folded.ends_with("ed") || page.lexicon.participles.has(folded)
}
