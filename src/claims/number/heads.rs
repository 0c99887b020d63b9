//! Numbers of people and what has become of them: the dead, the hurt, those on board. They are the figures of an event
//! for which a reader looks first, so they are compared across the whole of both sources.

use std::cmp::Reverse;

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
    let Some(own) = best(scene, side, |mark| mark.value == own.value && is_told(scene, side, mark)) else {
        return finding;
    };
    let pair = Pair::from_fn(|of| if of == side { own } else { other });
    let exact = Side::BOTH.iter().all(|&side| parsed(&pair[side].value).is_some_and(|figure| figure.sign.is_empty()));
    let relation = if exact && one_toll(scene, pair) { Relation::Conflict } else { Relation::Differs };
    let (words, others) = (scene.words(side, own.span), scene.words(side.other(), other.span));
    let message = format!("{} says “{words}”, {} elsewhere “{others}”.", named(side), side.other().name());
    scene.both(pair, relation, message)
}

/// The other source's number of people in the same state, unless it has the same number too.
fn elsewhere<'a>(scene: &Scene<'a>, side: Side, own: &Mark) -> Option<&'a Mark> {
    let wanted = state(scene.pages[side], own).filter(|_| is_told(scene, side, own))?;
    let page = scene.pages[side.other()];
    let alike = |mark: &Mark| is_told(scene, side.other(), mark) && state(page, mark) == Some(wanted);
    let number = |mark: &Mark| parsed(&mark.value).map(|figure| figure.number.to_bits());
    let same = scene.anywhere(side.other(), Kind::Number, |mark| alike(mark) && number(mark) == number(own)) > 0;
    if same { None } else { best(scene, side.other(), alike) }
}

/// Whether each source gives a single number of people in that state: with several the two may tell of several events.
fn one_toll(scene: &Scene<'_>, marks: Pair<&Mark>) -> bool {
    Side::BOTH.iter().all(|&side| {
        let page = scene.pages[side];
        let wanted = state(page, marks[side]);
        let alike = scene.all[side].iter().filter(|mark| is_told(scene, side, mark) && state(page, mark) == wanted);
        let mut values: Vec<&str> = alike.map(|mark| mark.value.split(' ').next().unwrap_or_default()).collect();
        values.sort_unstable();
        values.dedup();
        values.len() == 1
    })
}

fn is_told(scene: &Scene<'_>, side: Side, mark: &Mark) -> bool {
    mark.kind == Kind::Number && counts_people(scene.pages[side], mark) && state(scene.pages[side], mark).is_some()
}

/// The first that fits, running text before headings and lists: these only repeat it.
fn best<'a>(scene: &Scene<'a>, side: Side, fits: impl Fn(&Mark) -> bool) -> Option<&'a Mark> {
    let is_text = |mark: &Mark| scene.pages[side].readings.get(mark.sentence).is_some_and(|reading| reading.running);
    scene.all[side]
        .iter()
        .filter(|mark| mark.kind == Kind::Number && fits(mark))
        .min_by_key(|mark| (Reverse(is_text(mark)), mark.span.start))
}
