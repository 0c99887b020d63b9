//! Who acted: a deed told in the active voice by one source and in the passive by the other.

mod deed;
mod subject;

use std::collections::HashSet;
use std::ops::Range;

use crate::text::{Pair, Side};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named};
use super::{Finding, Kind, Mark, Place, Relation};
use deed::{Deed, Voice, deeds};

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
        let passives = deeds(page, reading).into_iter().filter(|deed| deed.voice == Voice::Passive);
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
            let others = &told[side.other()];
            findings.extend(told[side].iter().filter_map(|own| named_here(scene, side, own, others)));
            findings.extend(told[side].iter().filter_map(|own| hidden_here(scene, side, own, others)));
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

/// A passive that says by whom, where the other source has the same passive and does not.
fn named_here(scene: &Scene<'_>, side: Side, own: &Told<'_>, others: &[Told<'_>]) -> Option<Finding> {
    let agent = own.deed.agent.clone().filter(|_| own.deed.voice == Voice::Passive)?;
    let mut same = others.iter().filter(|other| other.deed.root == own.deed.root).peekable();
    same.peek()?;
    if !same.all(|other| other.deed.voice != Voice::Active && other.deed.agent.is_none()) {
        return None;
    }
    let there = Place { sentence: own.reading.id, span: own.reading.span(agent.start - 1..agent.end) };
    let relation = if side == Side::Left { Relation::OnlyLeft } else { Relation::OnlyRight };
    let message = format!("B Only the {} source says who acted (“{}”).", side.name(), scene.words(side, there.span));
    Some(scene.finding(Kind::Agency, relation, sided(side, Some(there), None), message))
}

/// A deed without an agent, and the deed of a linked sentence that has one.
fn hidden_here(scene: &Scene<'_>, side: Side, own: &Told<'_>, others: &[Told<'_>]) -> Option<Finding> {
    if own.deed.voice == Voice::Active || own.deed.agent.is_some() {
        return None;
    }
    let same = |other: &&Told<'_>| other.deed.root == own.deed.root;
    if others.iter().any(|other| same(&other) && other.deed.voice != Voice::Active) {
        return None;
    }
    let linked = |other: &&Told<'_>| scene.links.contains(&sided(side, own.reading.id, other.reading.id));
    let acting = || others.iter().filter(linked).filter(|other| other.deed.voice == Voice::Active && other.deed.agent.is_some());
    let page = scene.pages[side.other()];
    if let Some(other) = acting().find(same) {
        return Some(against(scene, side, own, other, if own.deed.voice == Voice::Noun { "N" } else { "A" }));
    }
    let lexicon = page.lexicon;
    let reports = |other: &&Told<'_>| lexicon.reporting.has(other.reading.folded(other.deed.words.start));
    let other = acting().filter(|other| !reports(other)).find(|other| acts_near(page, other, &own.object))?;
    (own.deed.voice == Voice::Passive).then(|| against(scene, side, own, other, "C"))
}

fn against(scene: &Scene<'_>, side: Side, own: &Told<'_>, other: &Told<'_>, tag: &str) -> Finding {
    let who = if own.deed.voice == Voice::Noun { &own.deed.words } else { &own.deed.object };
    let passive = Place { sentence: own.reading.id, span: own.reading.span(who.start.min(own.deed.words.start)..own.deed.words.end) };
    let agent = other.deed.agent.clone().unwrap_or(other.deed.words.clone());
    let active = Place { sentence: other.reading.id, span: shown(other.reading, &agent, &other.deed.words) };
    let (hidden, told) = (scene.words(side, passive.span), scene.words(side.other(), active.span));
    let message = format!("{tag} {} says who acted (“{told}”), {} does not (“{hidden}”).", named(side.other()), side.name());
    scene.finding(Kind::Agency, Relation::Differs, sided(side, Some(passive), Some(active)), message)
}

fn acts_near(page: &Page<'_>, other: &Told<'_>, object: &HashSet<&str>) -> bool {
    let after = other.deed.words.end..(other.deed.words.end + 10).min(other.reading.words.len());
    after.into_iter().take_while(|&at| !matches!(other.reading.folded(at), "." | ";" | "," | "\"")).any(|at| other.reading.words[at].content && object.contains(page.stem(other.reading.folded(at))))
}

/// Who acts, together with the verb where that stands near.
fn shown(reading: &Reading<'_>, who: &Range<usize>, verb: &Range<usize>) -> crate::text::Span {
    reading.span(if who.end + NEAR < verb.start { who.clone() } else { who.start..verb.end })
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
