//! How much a reader would care: the share of findings like this one that careful readers marked.
//!
//! A logistic regression over what can be seen of a finding without reading it: its kind and relation, how long the
//! words and their sentence are, how much of the other source's sentences the sentence covers. The weights are a text
//! file, `assets/claims/interest.txt`, written by `examples/train_interest` from differences that readers marked.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::align::Weights;
use crate::text::Side;

use super::scene::Scene;
use super::{Finding, Kind, Place, Relation};

/// How many things are seen of a finding.
pub const COUNT: usize = Kind::ALL.len() * OF_KIND.len() + SHAPES.len();

/// What is seen of a finding, in the order of [`names`]; the same for swapped sources.
pub type Traits = [f64; COUNT];

/// A conflict, a difference, something only one source has; of the last how long its words are and how often the
/// other source has them elsewhere.
const OF_KIND: [&str; 5] = ["conflict", "differs", "only", "only words", "only known"];

const SHAPES: [&str; 5] = ["both words", "only sentence", "only other", "only covered", "only near"];

/// How many words around something that only one source has are looked for in the other's sentences.
const NEAR: usize = 6;

/// The names of the traits, as the file of weights has them.
pub fn names() -> impl Iterator<Item = String> {
    let of_kind = |kind: Kind| OF_KIND.map(|name| format!("{} {name}", kind.name()));
    Kind::ALL.into_iter().flat_map(of_kind).chain(SHAPES.map(str::to_owned))
}

static WEIGHTS: LazyLock<Weights<COUNT>> = LazyLock::new(|| {
    let names: Vec<String> = names().collect();
    Weights::parse(include_str!("../../assets/claims/interest.txt"), names.iter().map(String::as_str))
});

/// Differences that readers mark more seldom than this are not told: one in five of all, one in forty of those
/// that readers marked (cross-validated).
const LEAST: f64 = 0.06;

/// Whether a reader should be told. Conflicts always are; agreements are asked for.
pub fn is_worth_telling(finding: &Finding) -> bool {
    matches!(finding.relation, Relation::Conflict | Relation::Agrees) || finding.interest >= LEAST
}

/// The share of findings with these traits that readers marked, in thousandths, so that no machine's rounding changes
/// the order.
pub fn interest(traits: &Traits) -> f64 {
    (WEIGHTS.probability(traits) * 1000.0).round() / 1000.0
}

/// What is seen of a finding.
pub fn traits(scene: &Scene<'_>, finding: &Finding) -> Traits {
    let mut traits = [0.0; COUNT];
    let mut set = |place: Option<usize>, value: f64| {
        if let Some(slot) = place.and_then(|place| traits.get_mut(place)) {
            *slot = value;
        }
    };
    let first = Kind::ALL.iter().position(|&kind| kind == finding.kind).map(|kind| kind * OF_KIND.len());
    let of_kind = |name: &str| Some(first? + OF_KIND.iter().position(|&other| other == name)?);
    let shape = |name: &str| Some(Kind::ALL.len() * OF_KIND.len() + SHAPES.iter().position(|&other| other == name)?);
    if let Some((side, place)) = lone(finding) {
        let (own, other) = (content(scene, side, place.sentence), scene.content(side.other()));
        set(of_kind("only"), 1.0);
        set(of_kind("only words"), log(words(scene, side, place)));
        set(of_kind("only known"), log(times_known(scene, side, finding.kind, place)));
        set(shape("only sentence"), log(own.len()));
        set(shape("only other"), log(other.len()));
        set(shape("only covered"), own.intersection(other).count() as f64 / other.len().max(1) as f64);
        set(shape("only near"), near(scene, side, place));
    } else {
        let both = Side::BOTH.iter().filter_map(|&side| Some(words(scene, side, finding.places[side]?)));
        set(of_kind(if finding.relation == Relation::Conflict { "conflict" } else { "differs" }), 1.0);
        set(shape("both words"), log(both.sum()));
    }
    traits
}

/// Counts matter by their size: one more word means less the more there are.
fn log(count: usize) -> f64 {
    (count as f64).ln_1p()
}

/// The only place of a finding that the other source has nothing for.
fn lone(finding: &Finding) -> Option<(Side, Place)> {
    match (finding.places.left, finding.places.right) {
        (Some(place), None) => Some((Side::Left, place)),
        (None, Some(place)) => Some((Side::Right, place)),
        _ => None,
    }
}

fn words(scene: &Scene<'_>, side: Side, place: Place) -> usize {
    scene
        .sentence(side, place.sentence)
        .map_or(0, |reading| reading.words_in(place.span).filter(|&at| reading.words[at].is_word()).count())
}

/// How often the other source has the words of a place anywhere: names are counted under all their forms.
fn times_known(scene: &Scene<'_>, side: Side, kind: Kind, place: Place) -> usize {
    let name = scene.marks[side].iter().find(|mark| kind == Kind::Name && mark.kind == kind && mark.span == place.span);
    if let Some(name) = name {
        return scene.all[side.other()].names.count(&name.value);
    }
    let other = scene.pages[side.other()];
    let Some(reading) = scene.sentence(side, place.sentence) else { return 0 };
    let mut words = reading.words_in(place.span).filter(|&at| reading.words[at].is_word()).map(|at| reading.folded(at));
    usize::from(words.all(|word| other.has(word)))
}

/// The share of the content words around a place that the other source's sentences have.
fn near(scene: &Scene<'_>, side: Side, place: Place) -> f64 {
    let Some(reading) = scene.sentence(side, place.sentence) else { return 0.0 };
    let around = scene.pages[side].around(reading, reading.words_in(place.span), NEAR);
    around.intersection(scene.content(side.other())).count() as f64 / around.len().max(1) as f64
}

/// The stems of the content words of one sentence.
fn content<'a>(scene: &Scene<'a>, side: Side, sentence: usize) -> HashSet<&'a str> {
    let words = scene.sentence(side, sentence).into_iter().flat_map(|reading| &reading.words);
    words.filter(|word| word.content).map(|word| scene.pages[side].stem(&word.folded)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{document, told};
    use crate::text::Pair;

    #[test]
    fn every_trait_has_a_weight() {
        let data = include_str!("../../assets/claims/interest.txt");
        for name in names() {
            assert!(data.lines().any(|line| line.starts_with(&format!("{name} ="))), "{name} has no weight");
        }
        assert_eq!(names().count(), COUNT);
    }

    #[test]
    fn a_detail_of_a_long_sentence_matters_less_than_one_of_a_short_sentence() {
        let interest = |left: &str, right: &str| {
            let told = told(Pair::new(&document(&[left]), &document(&[right])));
            told.iter().find(|finding| finding.kind == Kind::Number).map(|finding| finding.interest)
        };
        let short = interest("The storm sank 14 boats.", "The storm sank boats.");
        let long = interest(
            "The storm sank 14 boats, tore the roof off the old fish market, flooded the lower quay and left the harbour without light until the morning ferry came.",
            "The storm sank boats.",
        );
        assert!(short > long, "{short:?} {long:?}");
    }
}
