//! Who acted: a deed told in the active voice by one source and in the passive by the other.

use std::collections::HashSet;

use crate::text::{Pair, Side};

use super::detector::Detector;
use super::reading::{Page, Reading, Word};
use super::scene::{Scene, named, place};
use super::{Finding, Kind, Mark, Place, Relation};

/// Passives.
pub struct Agency;

/// How far an active verb may stand from the next noun or name that acts.
const SUBJECT: usize = 3;

impl Detector for Agency {
    fn kind(&self) -> Kind {
        Kind::Agency
    }

    fn description(&self) -> &'static str {
        "Who is said to have acted: active against passive, the one who acts named or left out."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut at = 0;
        while at < reading.words.len() {
            let Some((verb, value)) = passive_at(page, reading, at) else {
                at += 1;
                continue;
            };
            let by = if names_an_agent(reading, verb + 1) { " by" } else { "" };
            let span = reading.span(at..verb + 1);
            marks.push(Mark {
                kind: Kind::Agency,
                sentence: reading.id,
                span,
                value: format!("{value}{by}"),
                parts: None,
            });
            at = verb + 1;
        }
        marks
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let marks = scene.of_kind(Kind::Agency);
        let mut findings = Vec::new();
        for side in Side::BOTH {
            findings.extend(marks[side].iter().filter_map(|mark| turned(scene, side, mark)));
        }
        findings
    }
}

/// "was seized", "were quickly sold": the participle and the stem of its verb.
fn passive_at(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> Option<(usize, String)> {
    if !page.lexicon.passive.has(reading.folded(at)) {
        return None;
    }
    let verb = at + 1 + usize::from(reading.folded(at + 1).ends_with("ly") || reading.folded(at + 1) == "not");
    let word = reading.words.get(verb).filter(|word| word.is_word())?;
    if let Some(base) = page.lexicon.participles.value(&word.folded) {
        return Some((verb, base.to_owned()));
    }
    (word.folded.len() > 4 && word.folded.ends_with("ed")).then(|| (verb, page.stem(&word.folded).to_owned()))
}

/// Whether the one who acts follows: "was put at two million by the board".
fn names_an_agent(reading: &Reading<'_>, after: usize) -> bool {
    let clause = after..(after + CLAUSE).min(reading.words.len());
    clause
        .take_while(|&at| !matches!(reading.folded(at), "," | "." | ";" | ":" | "and"))
        .any(|at| reading.folded(at) == "by" && reading.words.get(at + 1).is_some_and(Word::is_word))
}

/// How many words before or after a verb are looked at for who acted and on what.
const CLAUSE: usize = 8;

/// The content words just before a passive: what was acted upon.
fn acted_upon<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, passive: usize) -> HashSet<&'a str> {
    let before = (0..passive).rev().take(CLAUSE).take_while(|&at| !matches!(reading.folded(at), "," | ";" | ":"));
    before.filter(|&at| reading.words[at].content).map(|at| page.stem(reading.folded(at))).collect()
}

/// Whether an active verb acts on one of the words, or on somebody who stands as a pronoun.
fn acts_on(page: &Page<'_>, reading: &Reading<'_>, verb: usize, objects: &HashSet<&str>) -> bool {
    let after = (verb + 1..(verb + 1 + CLAUSE).min(reading.words.len())).take_while(|&at| reading.words[at].is_word());
    after.into_iter().any(|at| {
        let folded = reading.folded(at);
        objects.contains(page.stem(folded)) || at == verb + 1 && matches!(folded, "him" | "her" | "them" | "it")
    })
}

/// A passive whose verb the other source has in the active voice.
fn turned(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Finding> {
    let own = scene.reading(side, mark)?;
    let stem = Some(mark.value.as_str()).filter(|value| !value.ends_with(" by"))?;
    let objects = acted_upon(scene.pages[side], own, own.words_in(mark.span).start);
    let page = scene.pages[side.other()];
    let passive_too =
        scene.of_kind(Kind::Agency)[side.other()].iter().any(|other| other.value.trim_end_matches(" by") == stem);
    if passive_too {
        return None;
    }
    let found = scene.sentences[side.other()].iter().find_map(|reading| {
        let at = (0..reading.words.len())
            .find(|&at| is_active(page, reading, at, stem) && acts_on(page, reading, at, &objects))?;
        Some(Place { sentence: reading.id, span: reading.span(at.saturating_sub(1)..at + 1) })
    })?;
    let places = Pair::from_fn(|of| Some(if of == side { place(mark) } else { found }));
    let (passive, active) = (scene.words(side, mark.span), scene.words(side.other(), found.span));
    let message =
        format!("{} says who acted (“{active}”), {} does not (“{passive}”).", named(side.other()), side.name());
    Some(scene.finding(Kind::Agency, Relation::Differs, places, message))
}

/// Whether a word is the verb with somebody who acts before it.
fn is_active(page: &Page<'_>, reading: &Reading<'_>, at: usize, stem: &str) -> bool {
    let word = &reading.words[at];
    let base = page.lexicon.participles.value(&word.folded);
    if !word.is_word() || page.stem(&word.folded) != stem && base != Some(stem) {
        return false;
    }
    let before = at.saturating_sub(SUBJECT)..at;
    let governed = before.clone().any(|at| page.lexicon.passive.has(reading.folded(at)));
    let acted = word.folded.ends_with("ed")
        || base.is_some()
        || matches!(reading.folded(at.wrapping_sub(1)), "to" | "will" | "would");
    !governed && acted && at > 0 && reading.words[at - 1].is_word()
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
