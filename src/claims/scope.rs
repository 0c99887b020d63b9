//! How much and how often: all, most, some, few, only; always, often, once.

use crate::text::{Pair, Side};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named, place};
use super::settle::{Judgement, Rules, settle};
use super::{Finding, Kind, Mark, Place, Relation};

/// Quantifiers.
pub struct Scope;

/// How far what a quantifier measures may stand from it.
const REACH: usize = 4;

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
            let noun = measured(reading, at + hit.len);
            let value = format!("{} {}", hit.value, noun.map_or("", |noun| page.stem(reading.folded(noun))));
            let end = noun.map_or(at + hit.len, |noun| noun + 1);
            let span = reading.span(at..end);
            marks.push(Mark {
                kind: Kind::Scope,
                sentence: reading.id,
                span,
                value: value.trim_end().to_owned(),
                parts: None,
            });
            at += hit.len;
        }
        marks
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let found = settle(scene, scene.of_kind(Kind::Scope), self);
        found.into_iter().filter_map(|finding| set_against(scene, finding)).collect()
    }
}

fn measured(reading: &Reading<'_>, from: usize) -> Option<usize> {
    (from..(from + REACH).min(reading.words.len()))
        .take_while(|&at| reading.words[at].is_word())
        .find(|&at| reading.words[at].content)
}

fn step_and_noun(value: &str) -> (&str, &str) {
    value.split_once(' ').unwrap_or((value, ""))
}

impl Rules for Scope {
    fn judge(&self, scene: &Scene<'_>, marks: Pair<&Mark>) -> Option<Judgement> {
        let ((left, noun), (right, other)) = (step_and_noun(&marks.left.value), step_and_noun(&marks.right.value));
        let context = scene.shared_context(marks, REACH) + if noun == other { 4 } else { 0 };
        if left == right {
            let likeness = u32::try_from(context * 2 + 1).unwrap_or(0);
            return Some(Judgement { likeness, relation: None });
        }
        (context > 0).then(|| Judgement::differs(context * 2))
    }

    fn is_told_alone(&self, _scene: &Scene<'_>, _side: Side, _mark: &Mark) -> bool {
        true
    }

    fn both(&self, scene: &Scene<'_>, marks: Pair<&Mark>, _relation: Relation) -> String {
        let (left, right) = (scene.words(Side::Left, marks.left.span), scene.words(Side::Right, marks.right.span));
        format!("How much: left “{left}”, right “{right}”.")
    }

    fn alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> String {
        format!("Only the {} source says “{}”.", side.name(), scene.words(side, mark.span))
    }
}

/// A quantifier without a counterpart, unless it is a mere "various" or "significantly", set against what it measures where the other source has that without one;
/// where it has not, the quantifier alone says nothing worth telling.
fn set_against(scene: &Scene<'_>, finding: Finding) -> Option<Finding> {
    let side = match finding.relation {
        Relation::OnlyLeft => Side::Left,
        Relation::OnlyRight => Side::Right,
        _ => return Some(finding),
    };
    let mark =
        scene.of_kind(Kind::Scope)[side].iter().copied().find(|mark| Some(place(mark)) == finding.places[side])?;
    let (step, noun) = step_and_noun(&mark.value);
    if matches!(step, "degree" | "many") {
        return None;
    }
    let other = unmeasured(scene, side.other(), noun)?;
    let places = Pair::from_fn(|of| Some(if of == side { place(mark) } else { other }));
    let (more, plain) = (scene.words(side, mark.span), scene.words(side.other(), other.span));
    let message = format!("{} says “{more}”, {} just “{plain}”.", named(side), side.other().name());
    Some(Finding { relation: Relation::Differs, places, message, ..finding })
}

fn unmeasured(scene: &Scene<'_>, side: Side, noun: &str) -> Option<Place> {
    let page = scene.pages[side];
    scene.sentences[side].iter().find_map(|reading| {
        let at = (0..reading.words.len()).find(|&at| !noun.is_empty() && page.stem(reading.folded(at)) == noun)?;
        Some(Place { sentence: reading.id, span: reading.span(at..at + 1) })
    })
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
        let bare = finding(Kind::Scope, "Nearly all fishermen left.", "Fishermen left.");
        assert_eq!(bare.2, "Fishermen");
    }

    #[test]
    fn the_same_share_is_silent() {
        assert!(findings(Kind::Scope, "Every fisherman left.", "Each fisherman left.").is_empty());
    }
}
