//! Documents that run in parallel: an agency's copy and its rewrite, an original and its version in plain language.
//!
//! News tells the same facts in different orders, so order is no evidence there. Versions of one text keep it, and then a
//! sentence that shares hardly a word with its counterpart is known by its place between others. Here order counts just
//! as far as the two documents run in parallel ([`course`]): runs of sentences that may render one sentence are weighed as
//! a whole ([`rendering`]), the heaviest chain of them ([`chain`]) is raised, and what strays from it is lowered.

mod chain;
mod course;
mod rendering;

pub use rendering::{COUNT, NAMES};

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::text::{Pair, Side};

use super::Candidate;
use super::profile::Profiles;
use super::score::Weights;
use rendering::{Rendering, Texts};

/// The evidence for each rendering that is worth a look: what its weights are trained on.
pub type Evidence = (Pair<Range<usize>>, [f64; COUNT]);

/// Where order hardly counts a rendering needs so much more log-odds of its own than where it counts in full.
const DOUBT: f64 = 2.0;

/// Log-odds that are added for each sentence of a rendering. The weights are learned for whole texts, where leaving out is as
/// grave as making up; a reader who compares versions rather takes a wrong neighbour than none.
const LENIENCE: f64 = 0.15;

/// A pair that strays from a wholly parallel course keeps this part of its probability.
const OF_STRAYS: f64 = 0.6;

/// The least and the most that a rendering of the chain makes of its pairs' probability; by measure three in four are right.
const RAISED: (f64, f64) = (0.5, 0.95);

/// What each kind of evidence adds to the log-odds of a rendering.
static EVIDENCE: LazyLock<Weights<COUNT>> = LazyLock::new(|| Weights::parse(DATA, NAMES.into_iter()));

/// Added where one rendering follows another without a sentence between them on either side.
static ADJOINING: LazyLock<f64> = LazyLock::new(|| {
    let [value] = Weights::parse(DATA, std::iter::once("adjoining")).values;
    value
});

const DATA: &str = include_str!("../../../assets/align/parallel.txt");

/// Candidates with their order taken into account, as far as the documents run in parallel. `versions` are the
/// probabilities of the same pairs if the documents are versions of one text.
pub(super) fn in_order(
    scored: Vec<Candidate>,
    profiles: &Profiles,
    versions: impl FnOnce() -> BTreeMap<Pair<usize>, f64>,
    first: Side,
) -> Vec<Candidate> {
    let parallel = course::parallel(&scored, first);
    if parallel == 0.0 {
        return scored;
    }
    let chain = chain(&Texts::of(profiles, &versions()), parallel, first);
    let mut settled: BTreeMap<Pair<usize>, f64> = scored
        .into_iter()
        .map(|candidate| (candidate.sentences, candidate.score * (1.0 - (1.0 - OF_STRAYS) * parallel)))
        .collect();
    for rendering in chain {
        let probability = (1.0 / (1.0 + (-rendering.weight).exp())).clamp(RAISED.0, RAISED.1);
        let Pair { left, right } = rendering.sentences;
        for pair in left.flat_map(|left| right.clone().map(move |right| Pair::new(left, right))) {
            let score = settled.entry(pair).or_default();
            *score = score.max(probability);
        }
    }
    settled.into_iter().map(|(sentences, score)| Candidate { sentences, score }).collect()
}

/// All renderings that are worth a look.
pub(super) fn evidence(profiles: &Profiles, versions: &BTreeMap<Pair<usize>, f64>) -> Vec<Evidence> {
    Texts::of(profiles, versions).renderings(|sentences, evidence| Some((sentences, evidence)))
}

/// The heaviest chain of renderings.
fn chain(texts: &Texts, parallel: f64, first: Side) -> Vec<Rendering> {
    let (weights, adjoining) = (&EVIDENCE.values, *ADJOINING);
    let mut renderings = texts.renderings(|sentences, evidence| {
        let size = (sentences.left.len() + sentences.right.len()) as f64;
        let sum: f64 = weights.iter().zip(evidence).map(|(weight, value)| weight * value).sum();
        let weight = sum + (LENIENCE * parallel - DOUBT * (1.0 - parallel)) * size;
        // What its neighbours cannot make up for is in no heaviest chain.
        (weight > -2.0 * adjoining.max(0.0)).then_some(Rendering { sentences, weight })
    });
    let place = |Rendering { sentences, .. }: &Rendering| {
        let (ours, others) = (&sentences[first], &sentences[first.other()]);
        (ours.start + others.start, ours.start, ours.end, others.end)
    };
    renderings.sort_by_key(place);
    chain::heaviest(&renderings, adjoining).into_iter().map(|at| renderings[at].clone()).collect()
}
