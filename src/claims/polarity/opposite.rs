//! Opposite words of the same thing: one source says that it opened, the other that it was shut.

use std::collections::BTreeSet;

use crate::text::{Pair, Side};

use super::super::nearby::Nearby;
use super::super::reading::{Page, Reading};
use super::super::scene::Scene;
use super::super::{Finding, Kind, Place, Relation};
use super::is_denied;

/// A word that has an opposite.
struct Pole<'a> {
    /// What it is about: "level", "access".
    about: &'a str,
    /// Which end of it is meant, a denied word meaning the other end.
    is_one: bool,
    is_denied: bool,
    place: Place,
    nearby: Nearby<'a>,
}

/// How many words around must be looked at to see whether both speak of the same thing.
const REACH: usize = 8;

/// What the words in common must weigh for two opposite words to be about one thing.
const SAME_THING: f64 = 1.0;

/// Opposite words of directly linked sentences, where neither source has the other's word too.
pub fn compare(scene: &Scene<'_>) -> Vec<Finding> {
    let poles = Pair::from_fn(|side: Side| -> Vec<Pole<'_>> {
        scene.sentences[side].iter().flat_map(|reading| poles(scene.pages[side], reading)).collect()
    });
    let lone = |side: Side| {
        let others = &poles[side.other()];
        poles[side]
            .iter()
            .filter(move |pole| !others.iter().any(|other| (other.about, other.is_one) == (pole.about, pole.is_one)))
    };
    let rights: Vec<&Pole<'_>> = lone(Side::Right).collect();
    let mut told = BTreeSet::new();
    let pairs = lone(Side::Left).flat_map(|left| rights.iter().map(move |&right| Pair::new(left, right)));
    let opposite = pairs.filter(|pair| {
        // A denial of the same word is told as a denial.
        let linked = scene.links.contains(&pair.map(|pole| pole.place.sentence));
        linked
            && pair.left.about == pair.right.about
            && !pair.left.is_denied
            && !pair.right.is_denied
            && pair.left.nearby.shared(&pair.right.nearby).weight >= SAME_THING
    });
    opposite
        .filter(|pair| told.insert((pair.left.about, pair.map(|pole| pole.place.sentence))))
        .map(|pair| {
            let words = Pair::new(
                scene.words(Side::Left, pair.left.place.span),
                scene.words(Side::Right, pair.right.place.span),
            );
            let message = format!("Opposite words: left “{}”, right “{}”.", words.left, words.right);
            scene.finding(Kind::Polarity, Relation::Conflict, pair.map(|pole| Some(pole.place)), message)
        })
        .collect()
}

fn poles<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>) -> Vec<Pole<'a>> {
    let pole = |at: usize| {
        let hit = page.lexicon.antonyms.at(&reading.words, at)?;
        let (about, end) = hit.value.split_once(' ')?;
        let words = at..at + hit.len;
        let is_denied = is_denied(page, reading, words.clone());
        Some(Pole {
            about,
            is_one: (end == "one") != is_denied,
            is_denied,
            place: Place { sentence: reading.id, span: reading.span(words.clone()) },
            nearby: Nearby::of(page, reading, words, REACH),
        })
    };
    (0..reading.words.len()).filter(|&at| !reading.words[at].capital).filter_map(pole).collect()
}
