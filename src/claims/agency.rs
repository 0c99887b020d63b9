//! Who acted: a deed told in the active voice by one source and in the passive by the other.

mod deed;

use std::collections::HashSet;
use std::ops::Range;

use crate::text::{Pair, Side};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named};
use super::{Finding, Kind, Mark, Place, Relation};
use deed::{Deed, deeds};

/// Passives.
pub struct Agency;

/// More words than this between who acts and the verb are left out of what is shown.
const NEAR: usize = 6;

impl Detector for Agency {
    fn kind(&self) -> Kind {
        Kind::Agency
    }

    fn description(&self) -> &'static str {
        "Who is said to have acted: active against passive, the one who acts named or left out."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        let passives = deeds(page, reading).into_iter().filter(|deed| deed.passive);
        passives
            .map(|deed| Mark {
                kind: Kind::Agency,
                sentence: reading.id,
                span: reading.span(deed.words.clone()),
                value: format!("{}{}", deed.root, if deed.agent.is_some() { " by" } else { "" }),
                parts: None,
            })
            .collect()
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let told = Pair::from_fn(|side| all_told(scene, side));
        let mut findings = Vec::new();
        for side in Side::BOTH {
            for own in told[side].iter().filter(|told| told.deed.passive) {
                findings.extend(turned(scene, side, own, &told[side.other()]));
            }
        }
        findings
    }
}

/// A deed where it stands.
struct Told<'a> {
    reading: &'a Reading<'a>,
    deed: Deed<'a>,
    object: HashSet<&'a str>,
}

fn all_told<'a>(scene: &Scene<'a>, side: Side) -> Vec<Told<'a>> {
    let page = scene.pages[side];
    let of_reading = |&reading: &&'a Reading<'a>| {
        deeds(page, reading).into_iter().map(move |deed| Told { reading, object: stems(page, reading, &deed.object), deed })
    };
    scene.sentences[side].iter().flat_map(of_reading).collect()
}

fn stems<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, words: &Range<usize>) -> HashSet<&'a str> {
    let content = words.clone().filter(|&at| reading.words[at].content);
    content.map(|at| page.stem(reading.folded(at))).collect()
}

/// A passive without an agent, and the deed of the other source that names one.
fn turned(scene: &Scene<'_>, side: Side, own: &Told<'_>, others: &[Told<'_>]) -> Option<Finding> {
    let same = |other: &&Told<'_>| other.deed.root == own.deed.root;
    let linked = |other: &&Told<'_>| {
        let ids = sided(side, own.reading.id, other.reading.id);
        scene.links.contains(&ids)
    };
    if own.deed.agent.is_none() {
        if others.iter().any(|other| same(&other) && other.deed.passive && other.deed.agent.is_none()) {
            return None;
        }
        // B: by-phrase on the other side only.
        if let Some(other) = others.iter().find(|other| same(other) && other.deed.passive) {
            let agent = other.deed.agent.clone()?;
            let there = Place { sentence: other.reading.id, span: other.reading.span(agent.start.saturating_sub(1)..agent.end) };
            let (relation, places) = match side {
                Side::Left => (Relation::OnlyRight, Pair::new(None, Some(there))),
                Side::Right => (Relation::OnlyLeft, Pair::new(Some(there), None)),
            };
            let message = format!("B Only the {} source says who acted (“{}”).", side.other().name(), scene.words(side.other(), there.span));
            return Some(scene.finding(Kind::Agency, relation, places, message));
        }
        // A: active.
        if let Some(other) = others.iter().filter(linked).find(|other| same(other) && !other.deed.passive && other.deed.agent.is_some()) {
            return Some(against(scene, side, own, other, "A"));
        }
        // A2: active without subject.
        if let Some(other) = others.iter().filter(linked).find(|other| same(other) && !other.deed.passive) {
            return Some(against(scene, side, own, other, "A2"));
        }
        // C: same object, another verb.
        if let Some(other) = others.iter().filter(linked).find(|other| !other.deed.passive && other.deed.agent.is_some() && other.object.intersection(&own.object).count() > 0) {
            return Some(against(scene, side, own, other, "C"));
        }
    }
    None
}

fn against(scene: &Scene<'_>, side: Side, own: &Told<'_>, other: &Told<'_>, tag: &str) -> Finding {
    let passive = Place { sentence: own.reading.id, span: shown(own.reading, &own.deed.object, &own.deed.words) };
    let agent = other.deed.agent.clone().unwrap_or(other.deed.words.clone());
    let active = Place { sentence: other.reading.id, span: shown(other.reading, &agent, &other.deed.words) };
    let (hidden, told) = (scene.words(side, passive.span), scene.words(side.other(), active.span));
    let message = format!("{tag} {} says who acted (“{told}”), {} does not (“{hidden}”).", named(side.other()), side.name());
    scene.finding(Kind::Agency, Relation::Differs, sided(side, Some(passive), Some(active)), message)
}

/// Who acts or is acted upon together with the verb, where the two stand near each other.
fn shown(reading: &Reading<'_>, who: &Range<usize>, verb: &Range<usize>) -> crate::text::Span {
    let start = if who.is_empty() || who.end + NEAR < verb.start { verb.start } else { who.start };
    reading.span(start..verb.end)
}

fn sided<T>(side: Side, own: T, other: T) -> Pair<T> {
    match side {
        Side::Left => Pair::new(own, other),
        Side::Right => Pair::new(other, own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{finding, findings, marks};

    #[test]
    fn passives_are_marked_with_their_verb() {
        let found = marks(Kind::Agency, "The pier was closed and boats were sold by the bank.");
        let values: Vec<&str> = found.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(values, ["close", "sell by"]);
        assert!(marks(Kind::Agency, "The pier was red.").is_empty());
    }

    #[test]
    fn passive_against_active_differs() {
        let found = finding(Kind::Agency, "The coach was fired on Monday.", "The club fired its coach.");
        assert_eq!(found, (Relation::Differs, "was fired".to_owned(), "club fired".to_owned()));
        assert!(findings(Kind::Agency, "The coach was fired.", "He was fired as coach.").is_empty());
        assert!(findings(Kind::Agency, "The coach was fired by the club.", "The club fired its coach.").is_empty());
        assert!(findings(Kind::Agency, "The coach was taken home.", "The club took two trophies.").is_empty());
        assert!(findings(Kind::Agency, "The captain was suspended.", "Captain suspended").is_empty());
    }
}
