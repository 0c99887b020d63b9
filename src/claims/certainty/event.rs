//! The same deed on both sides, and how real each source makes it: done, to come, possible, planned.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::text::{Pair, Side};

use super::super::nearby::Nearby;
use super::super::reading::{Page, Reading, Word};
use super::super::scene::Scene;
use super::super::{Finding, Kind, Place, Relation};

/// What a source tells, and how sure it is of it.
struct Told<'a> {
    page: &'a Page<'a>,
    reading: &'a Reading<'a>,
    /// The words of the phrase that qualifies; of the deed itself where none does.
    words: Range<usize>,
    /// The form of the deed by which it is compared; empty where a phrase governs none.
    deed: &'a str,
    /// "will", "possible": what the words before say about it; "done" or "" where they say nothing.
    step: &'a str,
    /// The words around, once they were asked for.
    nearby: OnceCell<Nearby<'a>>,
    place: Place,
}

impl Told<'_> {
    fn is_marked(&self) -> bool {
        !matches!(self.step, "done" | "")
    }

    fn nearby(&self) -> &Nearby<'_> {
        self.nearby.get_or_init(|| Nearby::of(self.page, self.reading, self.words.clone(), REACH))
    }
}

/// So many words may stand between a word that says how real a deed is and the deed itself: "may soon be dismissed".
const GAP: usize = 3;

/// So many words after "urged" are looked at for what is urged.
const CLAUSE: usize = 7;

/// So many words after a deed are looked at for its object.
const OBJECT: usize = 4;

/// How many words around a deed are looked at to see whether both sources tell the same one.
const REACH: usize = 6;

/// What the words in common must weigh where both sources qualify what may be another deed: one word that each has ten
/// times is enough, as few deeds are qualified.
const OTHER_DEED: f64 = 0.1;

/// What they must weigh where one source names the deed without telling it: "joked about moving".
const NAMED: f64 = 0.3;

/// The step of what somebody is asked to do.
const URGED: &str = "urged";

/// The same deed counts for more than any words around.
const SURE: usize = 100;

/// What one source tells as done and the other as planned, possible or to come.
pub fn compare(scene: &Scene<'_>) -> Vec<Finding> {
    let told = Pair::from_fn(|side: Side| -> Vec<Told<'_>> {
        let page = scene.pages[side];
        scene.sentences[side].iter().flat_map(|reading| told(page, reading)).collect()
    });
    let mut pairs = candidates(scene, &told);
    // The surest first, then the first of both sides, whichever side is which.
    pairs.sort_by_key(|(likeness, at)| (std::cmp::Reverse(*likeness), at.left + at.right, at.left.abs_diff(at.right)));
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
    pairs.into_iter().map(|(_, at)| finding(scene, Pair::from_fn(|side| told[side][at[side]].place))).collect()
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
            scene
                .links
                .contains(&pair.map(|one| one.place.sentence))
                .then(|| likeness(pair))?
                .map(|likeness| (likeness, at))
        })
        .collect()
}

/// How surely both tell the same deed otherwise.
fn likeness(pair: Pair<&Told<'_>>) -> Option<usize> {
    if is_alike(pair.left.step, pair.right.step) {
        return None;
    }
    let any = |is: fn(&Told<'_>) -> bool| is(pair.left) || is(pair.right);
    let is_same = !pair.left.deed.is_empty() && pair.left.deed == pair.right.deed;
    let least = if is_same && any(|one| one.step.is_empty()) {
        NAMED
    } else if is_same {
        0.0
    } else if any(|one| !one.is_marked() || one.step == URGED) {
        return None;
    } else {
        OTHER_DEED
    };
    let shared = pair.left.nearby().shared(pair.right.nearby());
    let marked = any(|one| one.is_marked()) && shared.weight >= least;
    marked.then_some(if is_same { SURE + shared.count } else { shared.count })
}

/// "He will" is "he would" once it is reported.
fn is_alike(left: &str, right: &str) -> bool {
    let same = |steps: &[&str]| steps.contains(&left) && steps.contains(&right);
    left == right || same(&["will", "would"]) || same(&["able", "possible"]) || same(&["done", ""])
}

fn finding(scene: &Scene<'_>, places: Pair<Place>) -> Finding {
    let words = Pair::from_fn(|side| scene.words(side, places[side].span));
    let message = format!("How sure: left “{}”, right “{}”.", words.left, words.right);
    scene.finding(Kind::Certainty, Relation::Differs, places.map(Some), message)
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
    let (step, after) = qualifier(page, reading, at)?;
    let (step, after, deed) = match step {
        URGED => (step, after, Some(urged(reading, after)?)),
        _ => governed(page, reading, step, after),
    };
    let end = deed.map_or(after, |deed| deed + 1);
    let place = Place { sentence: reading.id, span: reading.span(at..with_object(page, reading, end)) };
    let name = deed.map_or("", |deed| page.deed(reading.folded(deed)));
    let words = at..deed.unwrap_or(end);
    Some((Told { page, reading, words, deed: name, step, nearby: OnceCell::new(), place }, end))
}

/// The deed after a phrase that qualifies it, with the last step before it and the word after that: "will reportedly make"
/// is only alleged.
fn governed<'a>(
    page: &'a Page<'_>,
    reading: &'a Reading<'_>,
    mut step: &'a str,
    mut after: usize,
) -> (&'a str, usize, Option<usize>) {
    let mut next = after;
    while next <= after + GAP && reading.words.get(next).is_some_and(Word::is_word) {
        match qualifier(page, reading, next).filter(|(step, _)| *step != URGED) {
            Some((last, end)) => (step, after, next) = (last, end, end),
            None if reading.words[next].content && !is_light(page, reading.folded(next)) => {
                return (step, after, Some(next));
            }
            None => next += 1,
        }
    }
    (step, after, None)
}

/// What somebody is urged to do: "the council to close".
fn urged(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let mut words = (from..(from + CLAUSE).min(reading.words.len())).take_while(|&at| reading.words[at].is_word());
    let to = words.find(|&at| reading.folded(at) == "to")?;
    reading.words.get(to + 1).is_some_and(|word| word.content).then_some(to + 1)
}

/// The step of a phrase that qualifies, and the word after it.
fn qualifier<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<(&'a str, usize)> {
    let lexicon = page.lexicon;
    if reading.words[at].capital && at > 0 && !reading.title_case {
        return None;
    }
    let hedge = lexicon.hedges.at(&reading.words, at).filter(|hit| hit.value != "weasel");
    let hit = hedge.or_else(|| lexicon.stances.at(&reading.words, at))?;
    Some((hit.value.split(' ').next().unwrap_or_default(), at + hit.len))
}

/// A deed that nothing qualifies.
fn plain<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<Told<'a>> {
    let word = &reading.words[at];
    if !word.content || word.capital {
        return None;
    }
    let step = if is_past(page, &word.folded) { "done" } else { "" };
    if step.is_empty() && !word.folded.ends_with("ing") && !page.lexicon.deeds.has(&word.folded) {
        return None;
    }
    let place = Place { sentence: reading.id, span: reading.span(at..with_object(page, reading, at + 1)) };
    let deed = page.deed(&word.folded);
    Some(Told { page, reading, words: at..at + 1, deed, step, nearby: OnceCell::new(), place })
}

/// Words between an auxiliary and its verb.
fn is_light(page: &Page<'_>, folded: &str) -> bool {
    page.lexicon.plays(folded, "light") || folded.ends_with("ly")
}

fn is_past(page: &Page<'_>, folded: &str) -> bool {
    folded.len() > 4 && folded.ends_with("ed") || page.lexicon.participles.has(folded)
}

/// A deed is shown with its object, where only small words stand between: "may sell the pier".
fn with_object(page: &Page<'_>, reading: &Reading<'_>, end: usize) -> usize {
    let near = end..(end + OBJECT).min(reading.words.len());
    let is_small = |at: usize| page.lexicon.plays(reading.folded(at), "noun");
    near.clone().find(|&at| !is_small(at)).filter(|&at| reading.words[at].content).map_or(end, |at| at + 1)
}
