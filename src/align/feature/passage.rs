//! The passage of a sentence that the other one covers best: a long sentence holds several propositions, and one clause
//! of it can be all that the other says. Where the clause begins and ends, the shared words tell better than commas do.

use crate::align::profile::{Profile, Profiles};
use crate::align::vocabulary::{Counts, Term, has};

use super::saturating;

/// The features that are told here.
pub(super) const NAMES: [&str; 4] = ["passage_most", "passage_least", "quotation_alone", "longest_run"];

/// Weight of a passage at which more adds little.
const PASSAGE_ENOUGH: f64 = 5.0;
/// Weight of a run of shared words at which more adds little.
const RUN_ENOUGH: f64 = 12.0;

// What a word that is not shared costs a passage, as a part of its weight.

/// A passage that may leave something out: the one that stands out in either sentence.
const LENIENT: f64 = 0.5;
/// A passage that says what the other says: what both have.
const STRICT: f64 = 1.0;

/// The values for two sentences, in the order of [`NAMES`].
pub(super) fn values(profiles: &Profiles, a: &Profile, b: &Profile) -> [f64; NAMES.len()] {
    let best = |cost: f64| (heaviest(profiles, a, &b.stems, cost), heaviest(profiles, b, &a.stems, cost));
    let (of_a, of_b) = best(LENIENT);
    let (strictly_of_a, strictly_of_b) = best(STRICT);
    [
        saturating(of_a.max(of_b), PASSAGE_ENOUGH),
        saturating(strictly_of_a.min(strictly_of_b), PASSAGE_ENOUGH),
        if a.quoted.is_empty() == b.quoted.is_empty() { 0.0 } else { 1.0 },
        saturating(longest_run(profiles, a, b), RUN_ENOUGH),
    ]
}

/// The most that a passage of the sentence weighs: shared words add their weight, others take a part of theirs.
fn heaviest(profiles: &Profiles, sentence: &Profile, other: &Counts, cost: f64) -> f64 {
    let mut best = 0.0_f64;
    let mut here = 0.0_f64;
    for (&term, _) in sentence.sequence.iter().zip(&sentence.content).filter(|(_, content)| **content) {
        let weight = profiles.stems.telling(term);
        here += if has(other, term) { weight } else { -cost * weight };
        here = here.max(0.0);
        best = best.max(here);
    }
    best
}

/// The heaviest run of words that both have, by the weight of its content words.
fn longest_run(profiles: &Profiles, a: &Profile, b: &Profile) -> f64 {
    // A stem can stand for a content word on one side and for a small word on the other.
    let weigh =
        |i: usize, j: usize| if a.content[i] && b.content[j] { profiles.stems.weight(a.sequence[i]) } else { 0.0 };
    heaviest_run(&a.sequence, b, weigh)
}

/// The greatest weight of a run of terms that stands in a sentence too; `weigh` takes the places in both. Only places
/// with the same term are visited: two sentences have few of them.
fn heaviest_run(a: &[Term], b: &Profile, weigh: impl Fn(usize, usize) -> f64) -> f64 {
    let mut best = 0.0_f64;
    // The runs that end with the term before and with this one, by their place in the other sentence.
    let (mut before, mut here) = (Vec::new(), Vec::new());
    for (i, term) in a.iter().enumerate() {
        let start = b.places.partition_point(|(other, _)| other < term);
        let mut ends = before.iter().peekable();
        for &(_, j) in b.places[start..].iter().take_while(|(other, _)| other == term) {
            while ends.next_if(|(end, _)| end + 1 < j).is_some() {}
            let run = ends.next_if(|(end, _)| end + 1 == j).map_or(0.0, |(_, weight)| *weight) + weigh(i, j);
            best = best.max(run);
            here.push((j, run));
        }
        std::mem::swap(&mut before, &mut here);
        here.clear();
    }
    best
}
