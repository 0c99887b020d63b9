//! Who acted: named by one source and left out by the other, in a passive, in a noun or in a verb that only tells what
//! became of something.

mod deed;
mod subject;

use std::collections::HashSet;
use std::ops::Range;

use crate::text::{Pair, Side, Span};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named, sided};
use super::{Finding, Kind, Mark, Place, Relation};
use deed::{Deed, Voice, deeds};

/// Deeds and who does them.
pub struct Agency;

/// Who acts is shown together with the verb if no more words than this stand between them.
const NEAR: usize = 6;

/// How many words after a verb are looked at for what the other source says was acted upon.
const REACH: usize = 10;

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
}

impl Told<'_> {
    /// Whether both tell the same deed.
    fn is_deed_of(&self, other: &Self) -> bool {
        self.deed.root == other.deed.root
    }

    /// Whether the deed is told as done by somebody.
    fn names_who_acts(&self) -> bool {
        self.deed.voice == Voice::Active && self.deed.agent.is_some()
    }

    /// Whether the verb says little by itself, so that having it in common shows no common deed yet.
    fn is_light(&self, page: &Page<'_>) -> bool {
        let verb = self.reading.folded(self.deed.words.end.saturating_sub(1));
        page.lexicon.clause_has(page.lexicon.participles.value(verb).unwrap_or(verb), "light")
    }

    /// Whether one of the words stands where that stands which is acted upon.
    fn acts_on(&self, page: &Page<'_>, objects: &HashSet<&str>) -> bool {
        let from = self.deed.words.end;
        let after = from..(from + REACH).min(self.reading.words.len());
        let clause = after.take_while(|&at| !matches!(self.reading.folded(at), "." | ";" | "," | "\""));
        clause.into_iter().any(|at| objects.contains(page.stem(self.reading.folded(at))))
    }
}

fn all_told<'a>(scene: &Scene<'a>, side: Side) -> Vec<Told<'a>> {
    let page = scene.pages[side];
    let of_sentence =
        |&reading: &&'a Reading<'a>| deeds(page, reading).into_iter().map(move |deed| Told { reading, deed });
    scene.sentences[side].iter().flat_map(of_sentence).collect()
}

/// A passive that says by whom, where the other source has the same deed and leaves that out.
fn named_here(scene: &Scene<'_>, side: Side, own: &Told<'_>, others: &[Told<'_>]) -> Option<Finding> {
    let agent = own.deed.agent.as_ref().filter(|_| own.deed.voice == Voice::Passive)?;
    let mut same = others.iter().filter(|other| other.is_deed_of(own)).peekable();
    same.peek()?;
    if same.any(|other| other.deed.voice == Voice::Active || other.deed.agent.is_some()) {
        return None;
    }
    // The "by" is shown too: it says that whoever follows acted.
    let by = Place { sentence: own.reading.id, span: own.reading.span(agent.start.saturating_sub(1)..agent.end) };
    let relation = if side == Side::Left { Relation::OnlyLeft } else { Relation::OnlyRight };
    let message = format!("Only the {} source says who acted (“{}”).", side.name(), scene.words(side, by.span));
    Some(scene.finding(Kind::Agency, relation, sided(side, Some(by), None), message))
}

/// A deed without anybody who acts, and the deed of a linked sentence that has somebody: the same one, or in place of a
/// passive another one that acts on the same.
fn hidden_here(scene: &Scene<'_>, side: Side, own: &Told<'_>, others: &[Told<'_>]) -> Option<Finding> {
    let hidden_too = |other: &Told<'_>| other.is_deed_of(own) && other.deed.voice != Voice::Active;
    if own.deed.voice == Voice::Active || own.deed.agent.is_some() || others.iter().any(hidden_too) {
        return None;
    }
    let page = scene.pages[side.other()];
    let objects = stems(scene.pages[side], own.reading, &own.deed.object);
    let linked = |other: &Told<'_>| scene.links.contains(&sided(side, own.reading.id, other.reading.id));
    let acting = || others.iter().filter(|other| other.names_who_acts() && linked(other));
    let is_passive = own.deed.voice == Voice::Passive;
    let around = scene.pages[side].around(own.reading, own.deed.words.clone(), REACH);
    let alike = |other: &Told<'_>| {
        let there = page.around(other.reading, other.deed.words.clone(), REACH);
        let same_matter = !own.is_light(page) || there.intersection(&around).next().is_some();
        is_passive && same_matter || other.acts_on(page, &objects)
    };
    let same = acting().find(|other| other.is_deed_of(own) && alike(other));
    let reports = |other: &Told<'_>| page.lexicon.reporting.has(other.reading.folded(other.deed.words.start));
    let another = || acting().find(|other| is_passive && !reports(other) && other.acts_on(page, &objects));
    same.or_else(another).map(|other| against(scene, side, own, other))
}

fn stems<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, words: &Range<usize>) -> HashSet<&'a str> {
    let content = words.clone().filter(|&at| reading.words.get(at).is_some_and(|word| word.content));
    content.map(|at| page.stem(reading.folded(at))).collect()
}

fn against(scene: &Scene<'_>, side: Side, own: &Told<'_>, other: &Told<'_>) -> Finding {
    let hidden = Place { sentence: own.reading.id, span: without_agent(own) };
    let told = Place { sentence: other.reading.id, span: with_agent(other) };
    let (without, with) = (scene.words(side, hidden.span), scene.words(side.other(), told.span));
    let message = format!("{} says who acted (“{with}”), {} does not (“{without}”).", named(side.other()), side.name());
    scene.finding(Kind::Agency, Relation::Differs, sided(side, Some(hidden), Some(told)), message)
}

/// What is acted upon with the verb after it; a noun alone.
fn without_agent(told: &Told<'_>) -> Span {
    let verb = told.deed.words.clone();
    told.reading.span(told.deed.object.start.min(verb.start)..verb.end)
}

/// Who acts, together with the verb where that stands near.
fn with_agent(told: &Told<'_>) -> Span {
    let verb = told.deed.words.clone();
    let agent = told.deed.agent.clone().unwrap_or(verb.clone());
    told.reading.span(if agent.end + NEAR < verb.start { agent } else { agent.start..verb.end })
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
        assert_eq!(found, (Relation::Differs, "The coach was fired".to_owned(), "The club fired".to_owned()));
        assert!(findings(Kind::Agency, "The coach was fired.", "He was fired as coach.").is_empty());
        assert!(findings(Kind::Agency, "The coach was fired by the club.", "The club fired its coach.").is_empty());
        assert!(findings(Kind::Agency, "The coach was taken home.", "The club took two trophies.").is_empty());
        assert!(findings(Kind::Agency, "The captain was suspended.", "Captain suspended").is_empty());
    }

    #[test]
    fn a_passive_against_whoever_acts_on_the_same_differs() {
        let found =
            finding(Kind::Agency, "The letters were shown to the board.", "Ines Hallow sent the letters to the board.");
        assert_eq!(found, (Relation::Differs, "The letters were shown".to_owned(), "Ines Hallow sent".to_owned()));
        assert!(findings(Kind::Agency, "The letters were shown.", "Ines Hallow described the letters.").is_empty());
    }

    #[test]
    fn an_event_against_whoever_brought_it_about_differs() {
        let found =
            finding(Kind::Agency, "The closure of the pier began in May.", "The council closed the pier in May.");
        assert_eq!(found, (Relation::Differs, "closure".to_owned(), "The council closed".to_owned()));
        assert!(findings(Kind::Agency, "The closure of the pier began.", "The council closed its books.").is_empty());
    }

    #[test]
    fn one_who_acts_may_be_named_by_one_source_only() {
        let found = finding(Kind::Agency, "The barge was seized by the bank.", "The barge was seized.");
        assert_eq!(found, (Relation::OnlyLeft, "by the bank".to_owned(), "-".to_owned()));
        assert!(findings(Kind::Agency, "The barge was sold by the bank.", "The bank sold it.").is_empty());
    }
}
