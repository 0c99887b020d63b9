//! The same deed on both sides, and how real each source makes it: done, to come, possible, planned.

use std::collections::{BTreeSet, HashSet};

use crate::text::{Pair, Side};

use super::super::reading::{Page, Reading};
use super::super::scene::Scene;
use super::super::{Finding, Kind, Place, Relation};

/// What a source tells, and how sure it is of it.
struct Told<'a> {
    /// The form of the deed by which it is compared; empty where a hedge governs none.
    deed: &'a str,
    /// "will", "possible": what the words before say about it; "done" or "" where they say nothing.
    step: &'a str,
    place: Place,
    /// The content words around.
    context: HashSet<&'a str>,
}

impl Told<'_> {
    fn is_marked(&self) -> bool {
        !matches!(self.step, "done" | "")
    }
}

/// So many words may stand between a word that says how real a deed is and the deed itself: "may soon be dismissed".
const GAP: usize = 3;

/// How many words around a deed are looked at to see whether both sources tell the same one.
const REACH: usize = 6;

/// How many words around must be the same where one source states plainly, in another verb, what the other qualifies.
const PLAIN: usize = 99;

/// The same where both sources qualify it.
const MARKED: usize = 1;

/// What one source tells as done and the other as planned, possible or to come.
pub fn compare(scene: &Scene<'_>) -> Vec<Finding> {
    let told = Pair::from_fn(|side: Side| -> Vec<Told<'_>> {
        let page = scene.pages[side];
        scene.sentences[side].iter().flat_map(|reading| told(page, reading)).collect()
    });
    let mut pairs = candidates(scene, &told);
    // The surest first, then the first of both sides, whichever side is which.
    pairs.sort_by_key(|(likeness, at)| {
        (std::cmp::Reverse(*likeness), at.left + at.right, at.left.abs_diff(at.right))
    });
    let mut taken = Pair::new(BTreeSet::new(), BTreeSet::new());
    let free = |(_, at): &(usize, Pair<usize>)| {
        let key = |side: Side| (at[side], told[side.other()][at[side.other()]].place.sentence);
        let free = Side::BOTH.iter().all(|&side| !taken[side].contains(&key(side)));
        if free {
            Side::BOTH.iter().for_each(|&side| _ = taken[side].insert(key(side)));
        }
        free
    };
    pairs.retain(free);
    pairs.into_iter().map(|(_, at)| finding(scene, &told.left[at.left], &told.right[at.right])).collect()
}

/// The pairs that tell the same deed otherwise, with how surely it is the same.
fn candidates(scene: &Scene<'_>, told: &Pair<Vec<Told<'_>>>) -> Vec<(usize, Pair<usize>)> {
    let told_alike = |side: Side, one: &Told<'_>| {
        told[side.other()].iter().any(|other| other.deed == one.deed && is_alike(other.step, one.step))
    };
    let lone = |side: Side| (0..told[side].len()).filter(move |&at| !told_alike(side, &told[side][at]));
    let rights: Vec<usize> = lone(Side::Right).collect();
    lone(Side::Left)
        .flat_map(|left| rights.iter().map(move |&right| Pair::new(left, right)))
        .filter_map(|at| {
            let pair = Pair::new(&told.left[at.left], &told.right[at.right]);
            let linked = scene.links.contains(&pair.map(|one| one.place.sentence));
            Some((likeness(pair).filter(|_| linked)?, at))
        })
        .collect()
}

/// How surely both tell the same deed otherwise.
fn likeness(pair: Pair<&Told<'_>>) -> Option<usize> {
    if is_alike(pair.left.step, pair.right.step) {
        return None;
    }
    let marked = [pair.left, pair.right].iter().filter(|one| one.is_marked()).count();
    let shared = pair.left.context.intersection(&pair.right.context).count();
    if !pair.left.deed.is_empty() && pair.left.deed == pair.right.deed {
        let least = usize::from([pair.left, pair.right].iter().any(|one| one.step.is_empty()));
        return (marked > 0 && shared >= least).then_some(10 + shared);
    }
    let least = match marked {
        0 => return None,
        1 => PLAIN,
        _ => MARKED,
    };
    (shared >= least).then_some(shared)
}

/// "He will" is "he would" once it is reported.
fn is_alike(left: &str, right: &str) -> bool {
    let future = |step: &str| matches!(step, "will" | "would");
    left == right || future(left) && future(right)
}

fn finding(scene: &Scene<'_>, left: &Told<'_>, right: &Told<'_>) -> Finding {
    let places = Pair::new(Some(left.place), Some(right.place));
    let message = format!(
        "How sure: left “{}”, right “{}”. [{}{}{} {} {}]",
        scene.words(Side::Left, left.place.span),
        scene.words(Side::Right, right.place.span),
        if left.deed==right.deed {"same "} else {"other "}, left.is_marked() as u8 + right.is_marked() as u8,
        left.context.intersection(&right.context).count(), left.step, right.step,
    );
    scene.finding(Kind::Certainty, Relation::Differs, places, message)
}

/// Everything a sentence tells: its qualified deeds and its plain ones.
fn told<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>) -> Vec<Told<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let one = marked(page, reading, at).or_else(|| plain(page, reading, at).map(|one| (one, at + 1)));
        let Some((one, next)) = one else {
            at += 1;
            continue;
        };
        found.push(one);
        at = next;
    }
    found
}

/// A phrase that says how real a deed is, with the deed; and the word after both.
fn marked<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<(Told<'a>, usize)> {
    let lexicon = page.lexicon;
    if reading.words[at].capital && at > 0 && !reading.title_case {
        return None;
    }
    let hit = lexicon.hedges.at(&reading.words, at).or_else(|| lexicon.stances.at(&reading.words, at))?;
    let step = hit.value.split(' ').next().unwrap_or_default();
    if matches!(step, "weasel" | "certain" | "doubtful") {
        return None;
    }
    let after = at + hit.len;
    let deed = (after..(after + GAP + 1).min(reading.words.len()))
        .take_while(|&next| reading.words[next].is_word())
        .find(|&next| reading.words[next].content && !is_light(page, reading.folded(next)));
    let end = deed.map_or(after, |deed| deed + 1);
    let place = Place { sentence: reading.id, span: reading.span(at..end) };
    let root = deed.map_or("", |deed| page.deed(reading.folded(deed)));
    let context = page.around(reading, at..end, REACH);
    Some((Told { deed: root, step, place, context }, end))
}

/// A deed that nothing qualifies.
fn plain<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<Told<'a>> {
    let word = &reading.words[at];
    if !word.content || word.capital {
        return None;
    }
    let step = if is_past(page, &word.folded) { "done" } else { "" };
    if step.is_empty() && !word.folded.ends_with("ing") {
        return None;
    }
    let place = Place { sentence: reading.id, span: reading.span(at..at + 1) };
    Some(Told { deed: page.deed(&word.folded), step, place, context: page.around(reading, at..at + 1, REACH) })
}

/// Words between an auxiliary and its verb.
fn is_light(page: &Page<'_>, folded: &str) -> bool {
    page.lexicon.plays(folded, "light") || folded.ends_with("ly")
}

fn is_past(page: &Page<'_>, folded: &str) -> bool {
    folded.len() > 4 && folded.ends_with("ed") || page.lexicon.participles.has(folded)
}
