//! Which sentences of the two documents cover the same content.
//!
//! Any sentence may be linked with any other, in any order, and with several: news crosses, splits and repeats.

mod candidate;
mod company;
mod context;
mod decide;
mod everyday;
mod feature;
mod group;
mod matching;
mod meaning;
mod order;
pub mod parallel;
mod pins;
mod profile;
mod reason;
mod score;
mod twins;
mod vocabulary;
mod words;

pub use context::{CONTEXT_COUNT, CONTEXT_NAMES, Context, context};
pub use decide::Criterion;
pub use feature::{COUNT, FAMILIES, Features, names};
pub use group::{Group, group};
pub use matching::Matching;
pub use meaning::{Encode, Semantics, SharedEncoder};
pub use pins::Pins;
pub use reason::{Reason, ReasonKind, in_one_line};
pub use score::{Model, SECTIONS, Weights};

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::segment::Document;
use crate::text::{Pair, Side};

use candidate::Neighbourhood;
use meaning::Meaning;
use profile::Profiles;
use twins::Twins;

/// One sentence joined with one sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The sentences' ids.
    pub sentences: Pair<usize>,
    /// How likely a careful reader would put the two side by side: 0 to 1.
    pub score: f64,
    /// Who says so.
    pub status: Status,
}

/// Who stands behind a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The program.
    Suggested,
    /// The program, and the reader agreed.
    Confirmed,
    /// The reader alone.
    Manual,
}

impl Status {
    /// Its name in the JSON and in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Confirmed => "confirmed",
            Self::Manual => "manual",
        }
    }
}

/// A pair that the program does not stand by but offers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The sentences' ids.
    pub sentences: Pair<usize>,
    /// As [`Link::score`].
    pub score: f64,
}

/// The links between two documents and how they are read together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// In the order of the left sentence, then the right; a link's place here is its id.
    pub links: Vec<Link>,
    /// In the order of the first left sentence; a group's place here is its id. Every link is in exactly one.
    pub groups: Vec<Group>,
    /// Offered, not asserted: at most three for a sentence of either side, best first.
    pub possible: Vec<Candidate>,
    /// Why each link was made and each possible pair is offered, by their sentences; the most telling reason first.
    pub reasons: BTreeMap<Pair<usize>, Vec<Reason>>,
}

impl Alignment {
    /// The sentences of a side that have a link.
    pub fn linked(&self, side: Side) -> BTreeSet<usize> {
        self.links.iter().map(|link| link.sentences[side]).collect()
    }

    /// Why two sentences are linked or offered; nothing for a pair that is neither.
    pub fn reasons_for(&self, sentences: Pair<usize>) -> &[Reason] {
        self.reasons.get(&sentences).map_or(&[], Vec::as_slice)
    }
}

/// Aligns two documents around what the reader has pinned.
pub fn align(documents: Pair<&Document>, pins: &Pins, matching: Matching, semantics: &Semantics) -> Alignment {
    let profiles = Profiles::of(documents);
    let first = order::first(documents);
    let scored = score(documents, &profiles, semantics.of(documents), first);
    let links = decide::links(&scored, pins, matching.criterion(profiles.sizes()));
    let possible = if pins.only { Vec::new() } else { decide::possible(&scored, &links, pins, first) };
    let groups = group(&links, first);
    let reasons = reason::reasons(documents, &profiles, &links, &possible);
    Alignment { links, groups, possible, reasons }
}

/// Every pair of sentences that is worth a look, with the evidence for a link: what the weights are trained on.
pub fn evidence(documents: Pair<&Document>, semantics: &Semantics) -> Vec<(Pair<usize>, Features)> {
    evidence_in(documents, &Profiles::of(documents), semantics.of(documents))
}

fn evidence_in(documents: Pair<&Document>, profiles: &Profiles, semantics: &Semantics) -> Vec<(Pair<usize>, Features)> {
    let near = Neighbourhood::of(profiles);
    let meaning = Meaning::of(documents, profiles, near.pairs(), semantics);
    feature::evidence(profiles, &near, &meaning)
}

/// Every run of sentences that may render one of the other side, with its evidence, if `weights` tell the probability of
/// each pair: what the weights for documents in parallel are trained on.
pub fn renderings(documents: Pair<&Document>, weights: &Weights<COUNT>) -> Vec<parallel::Evidence> {
    let profiles = Profiles::of(documents);
    let evidence = evidence_in(documents, &profiles, Semantics::default().of(documents));
    parallel::evidence(&profiles, &as_versions(&evidence, weights, &Twins::of(documents)))
}

/// The probability of every pair that is worth a look, in order; of documents that run in parallel the order counts, too.
fn score(documents: Pair<&Document>, profiles: &Profiles, semantics: &Semantics, first: Side) -> Vec<Candidate> {
    let (evidence, twins) = (evidence_in(documents, profiles, semantics), Twins::of(documents));
    let candidates = Model::of(semantics).candidates(&evidence, profiles.sizes());
    let scored =
        with_twins(candidates, &twins).into_iter().map(|(sentences, score)| Candidate { sentences, score }).collect();
    parallel::in_order(scored, profiles, || as_versions(&evidence, Weights::of_versions(), &twins), first)
}

/// The probability of each pair if the documents are versions of one text.
fn as_versions(
    evidence: &[(Pair<usize>, Features)],
    weights: &Weights<COUNT>,
    twins: &Twins,
) -> BTreeMap<Pair<usize>, f64> {
    let one = |(sentences, features): &_| Candidate { sentences: *sentences, score: weights.probability(features) };
    with_twins(evidence.iter().map(one).collect(), twins)
}

/// The probability of each pair; twins are certain, and pairs that twins part are out.
fn with_twins(candidates: Vec<Candidate>, twins: &Twins) -> BTreeMap<Pair<usize>, f64> {
    let mut probabilities: BTreeMap<Pair<usize>, f64> = candidates
        .into_iter()
        .filter(|candidate| !twins.part(candidate.sentences))
        .map(|candidate| (candidate.sentences, candidate.score))
        .collect();
    probabilities.extend(twins.pairs().map(|sentences| (sentences, OF_TWINS)));
    probabilities
}

/// Word for word the same: as sure as the program can be.
const OF_TWINS: f64 = 0.99;
