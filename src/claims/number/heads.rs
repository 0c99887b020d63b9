//! Numbers of people and what has become of them: the dead, the hurt, those on board. They are the figures of an event
//! for which a reader looks first, so they are compared across the whole of both sources.

use std::collections::{HashMap, HashSet};

use crate::text::{Pair, Side};

use super::super::reading::Page;
use super::super::scene::{Scene, named, place};
use super::super::{Finding, Kind, Mark, Relation};
use super::{REACH, parsed};

/// What has become of those whom a number counts: "31 people hurt", "were carrying 212 passengers".
pub fn state<'a>(page: &Page<'a>, mark: &Mark) -> Option<&'a str> {
    let reading = page.readings.get(mark.sentence)?;
    let words = reading.words_in(mark.span);
    let listed = |at: usize| page.lexicon.states.at(&reading.words, at).map(|hit| hit.value);
    let after = words.start..(words.end + REACH).min(reading.words.len());
    let goes_on = |at: &usize| !matches!(reading.folded(*at), "," | ";" | "." | "and" | "while");
    after.take_while(goes_on).find_map(listed).or_else(|| listed(words.start.checked_sub(1)?))
}

/// Whether a number counts heads, whatever those who are counted are called.
pub fn counts_people(page: &Page<'_>, mark: &Mark) -> bool {
    let Some(reading) = page.readings.get(mark.sentence) else { return false };
    let last = reading.words_in(mark.span).end.saturating_sub(1);
    page.lexicon.headcounts.has(reading.folded(last))
}

/// The numbers of people of a document.
pub struct Tolls<'a> {
    by_state: HashMap<&'a str, Toll<'a>>,
    /// The number told best, by its value.
    by_value: HashMap<&'a str, &'a Mark>,
}

/// The numbers of those in one state: the dead, the hurt.
struct Toll<'a> {
    /// The number told best.
    best: &'a Mark,
    /// Each number once, however it is put.
    figures: HashSet<Option<u64>>,
    /// Each number once, with what says how exact it is.
    values: HashSet<&'a str>,
}

impl<'a> Tolls<'a> {
    /// Takes those of a page's numbers, which are in order, that count people and say what has become of them.
    pub fn of(page: &Page<'a>, numbers: impl Iterator<Item = &'a Mark>) -> Self {
        let mut tolls = Self { by_state: HashMap::new(), by_value: HashMap::new() };
        for mark in numbers.filter(|mark| counts_people(page, mark)) {
            let Some(state) = state(page, mark) else { continue };
            let toll = tolls.by_state.entry(state).or_insert_with(|| Toll::opened_by(mark));
            toll.best = better(page, toll.best, mark);
            toll.figures.insert(figure(mark));
            toll.values.insert(mark.value.split(' ').next().unwrap_or_default());
            let best = tolls.by_value.entry(&mark.value).or_insert(mark);
            *best = better(page, best, mark);
        }
        tolls
    }
}

impl<'a> Toll<'a> {
    fn opened_by(mark: &'a Mark) -> Self {
        Self { best: mark, figures: HashSet::new(), values: HashSet::new() }
    }
}

/// The earlier of two numbers, but running text before headings and lists: these only repeat it.
fn better<'a>(page: &Page<'_>, earlier: &'a Mark, later: &'a Mark) -> &'a Mark {
    let is_text = |mark: &Mark| page.readings.get(mark.sentence).is_some_and(|reading| reading.running);
    if is_text(later) && !is_text(earlier) { later } else { earlier }
}

fn figure(mark: &Mark) -> Option<u64> {
    parsed(&mark.value).map(|figure| figure.number.to_bits())
}

/// A number of people that the linked sentences of the other source lack, set against what that source says elsewhere
/// about people in the same state.
pub fn set_against_elsewhere(scene: &Scene<'_>, finding: Finding) -> Finding {
    let side = match finding.relation {
        Relation::OnlyLeft => Side::Left,
        Relation::OnlyRight => Side::Right,
        _ => return finding,
    };
    let own = scene.of_kind(Kind::Number)[side].iter().copied().find(|mark| Some(place(mark)) == finding.places[side]);
    let found = own.and_then(|own| Some((own, elsewhere(scene, side, own)?)));
    let Some((own, other)) = found else { return finding };
    // Both are taken where the sources tell it best, so that summary and text do not tell it twice.
    let Some(&own) = scene.all[side].tolls.by_value.get(own.value.as_str()) else { return finding };
    let pair = Pair::from_fn(|of| if of == side { own } else { other });
    let exact = Side::BOTH.iter().all(|&side| parsed(&pair[side].value).is_some_and(|figure| figure.sign.is_empty()));
    let relation = if exact && one_toll(scene, pair) { Relation::Conflict } else { Relation::Differs };
    let (words, others) = (scene.words(side, own.span), scene.words(side.other(), other.span));
    let message = format!("{} says “{words}”, {} elsewhere “{others}”.", named(side), side.other().name());
    scene.both(pair, relation, message)
}

/// The other source's number of people in the same state, unless it has the same number too.
fn elsewhere<'a>(scene: &Scene<'a>, side: Side, own: &Mark) -> Option<&'a Mark> {
    let page = scene.pages[side];
    let state = state(page, own).filter(|_| counts_people(page, own))?;
    let toll = scene.all[side.other()].tolls.by_state.get(state)?;
    (!toll.figures.contains(&figure(own))).then_some(toll.best)
}

/// Whether each source gives a single number of people in that state: with several the two may tell of several events.
fn one_toll(scene: &Scene<'_>, marks: Pair<&Mark>) -> bool {
    Side::BOTH.iter().all(|&side| {
        let toll = state(scene.pages[side], marks[side]).and_then(|state| scene.all[side].tolls.by_state.get(state));
        toll.is_some_and(|toll| toll.values.len() == 1)
    })
}
