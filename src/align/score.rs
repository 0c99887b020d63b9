//! From evidence to a probability: logistic regressions with learned weights, one for the first look at a pair, one for
//! the second, and one for single sentences, which have no story around them.
//!
//! The weights are text files, `assets/align/weights*.txt`, written by `examples/train_aligner`: one for each [`Semantics`],
//! since what stems are worth depends on what else is known.

use std::sync::LazyLock;

use crate::text::Pair;

use super::context::{CONTEXT_COUNT, CONTEXT_NAMES, context};
use super::feature::{COUNT, Features, names};
use super::{Candidate, Semantics};

/// What each of some values adds to the log-odds of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights<const N: usize> {
    /// The log-odds without any evidence.
    pub bias: f64,
    /// One for each value.
    pub values: [f64; N],
}

impl<const N: usize> Weights<N> {
    /// The probability that a careful reader would put two sentences with this evidence side by side.
    pub fn probability(&self, values: &[f64; N]) -> f64 {
        let odds = self.bias + self.values.iter().zip(values).map(|(weight, value)| weight * value).sum::<f64>();
        1.0 / (1.0 + (-odds).exp())
    }

    /// Reads the `name = value` lines of one section; a name that is not there has no weight.
    pub fn parse<'a>(section: &str, names: impl Iterator<Item = &'a str>) -> Self {
        let value = |name: &str| {
            let lines = section.lines().filter_map(|line| line.split('#').next()?.split_once('='));
            lines.into_iter().find(|(key, _)| key.trim() == name).and_then(|(_, value)| value.trim().parse().ok())
        };
        let mut values = [0.0; N];
        for (weight, name) in values.iter_mut().zip(names) {
            *weight = value(name).unwrap_or(0.0);
        }
        Self { bias: value("bias").unwrap_or(0.0), values }
    }
}

static OF_VERSIONS: LazyLock<Weights<COUNT>> =
    LazyLock::new(|| Weights::parse(include_str!("../../assets/align/versions.txt"), names()));

impl Weights<COUNT> {
    /// The weights for documents that are versions of one text.
    pub fn of_versions() -> &'static Self {
        &OF_VERSIONS
    }
}

/// All that is learned.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// For the evidence of a pair of sentences by itself.
    pub first: Weights<COUNT>,
    /// For what the first look found around the pair.
    pub second: Weights<CONTEXT_COUNT>,
    /// Instead of both for sentences without an article around them.
    pub fragments: Weights<COUNT>,
}

/// The sections of the weights file, in their order.
pub const SECTIONS: [&str; 3] = ["first look", "second look", "fragments"];

/// With no more sentences than this on both sides there is no story, and nothing tells which of its words are common.
const MOST_IN_A_FRAGMENT: usize = 2;

static STEMS: LazyLock<Model> = LazyLock::new(|| Model::parse(include_str!("../../assets/align/weights.txt")));
static ENCODER: LazyLock<Model> =
    LazyLock::new(|| Model::parse(include_str!("../../assets/align/weights_encoder.txt")));

impl Model {
    /// The weights that come with the program, learned with this evidence of meaning.
    pub fn of(semantics: &Semantics) -> &'static Self {
        match semantics {
            Semantics::Stems => &STEMS,
            Semantics::Encoder(_) => &ENCODER,
        }
    }

    /// Reads sections that are headed by their names in brackets; `#` begins a comment.
    pub fn parse(data: &str) -> Self {
        let section = |name: &str| {
            let start = data.find(&format!("[{name}]")).map_or(data.len(), |at| at + name.len() + 2);
            data[start..].split("\n[").next().unwrap_or_default()
        };
        let [first, second, fragments] = SECTIONS.map(section);
        Self {
            first: Weights::parse(first, names()),
            second: Weights::parse(second, CONTEXT_NAMES.into_iter()),
            fragments: Weights::parse(fragments, names()),
        }
    }

    /// How likely each pair is a link, by all that is known of it and of the others, in their order.
    pub fn candidates(&self, evidence: &[(Pair<usize>, Features)], sentences: Pair<usize>) -> Vec<Candidate> {
        let by = |weights: &Weights<COUNT>| -> Vec<Candidate> {
            let one = |(pair, features): &(Pair<usize>, Features)| Candidate {
                sentences: *pair,
                score: weights.probability(features),
            };
            evidence.iter().map(one).collect()
        };
        if is_fragment(sentences) {
            return by(&self.fragments);
        }
        let mut candidates = by(&self.first);
        let looks = context(&candidates, sentences);
        for (candidate, look) in candidates.iter_mut().zip(&looks) {
            candidate.score = self.second.probability(look);
        }
        candidates
    }
}

/// Whether two sources of so many sentences are no articles.
pub(super) fn is_fragment(sentences: Pair<usize>) -> bool {
    sentences.left.max(sentences.right) <= MOST_IN_A_FRAGMENT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shipped_weights_name_every_value() {
        let files =
            [include_str!("../../assets/align/weights.txt"), include_str!("../../assets/align/weights_encoder.txt")];
        for data in files {
            for name in names().chain(CONTEXT_NAMES) {
                assert!(data.lines().any(|line| line.starts_with(&format!("{name} ="))), "{name} has no weight");
            }
            let Model { first, second, fragments } = Model::parse(data);
            assert!(first.bias < 0.0 && fragments.bias < 0.0, "without evidence there is no link");
            assert!(second.values[0] > 0.0, "the second look follows the first");
        }
    }

    #[test]
    fn sections_do_not_run_into_each_other() {
        let model = Model::parse("[first look]\nbias = -1\ncosine = 2 # much\n\n[second look]\nbias = -3\n");
        assert_eq!((model.first.bias, model.first.values[0], model.second.bias), (-1.0, 2.0, -3.0));
        assert_eq!(model.fragments.bias, 0.0);
    }
}
