//! From evidence to a probability: logistic regression with learned weights.
//!
//! The weights are text files, `assets/align/weights*.txt`, written by `examples/train_aligner.rs`: one for each
//! [`Semantics`], since what stems are worth depends on what else is known.

use std::sync::LazyLock;

use super::Semantics;
use super::feature::{COUNT, NAMES};

/// What each feature adds to the log-odds of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// The log-odds without any evidence.
    pub bias: f64,
    /// One for each feature, in the order of [`NAMES`].
    pub features: [f64; COUNT],
}

static STEMS: LazyLock<Weights> = LazyLock::new(|| Weights::parse(include_str!("../../assets/align/weights.txt")));
static VECTORS: LazyLock<Weights> =
    LazyLock::new(|| Weights::parse(include_str!("../../assets/align/weights_vectors.txt")));
static ENCODER: LazyLock<Weights> =
    LazyLock::new(|| Weights::parse(include_str!("../../assets/align/weights_encoder.txt")));

impl Weights {
    /// The weights that come with the program, learned with this evidence of meaning.
    pub fn of(semantics: &Semantics) -> &'static Self {
        match semantics {
            Semantics::Stems => &STEMS,
            Semantics::Vectors => &VECTORS,
            Semantics::Encoder(_) => &ENCODER,
        }
    }

    /// Reads `name = value` lines; `#` begins a comment, and a feature that is not named has no weight.
    pub fn parse(data: &str) -> Self {
        let value = |name: &str| {
            data.lines()
                .filter_map(|line| line.split('#').next()?.split_once('='))
                .find(|(key, _)| key.trim() == name)
                .and_then(|(_, value)| value.trim().parse().ok())
                .unwrap_or(0.0)
        };
        Self { bias: value("bias"), features: NAMES.map(value) }
    }

    /// The probability that a careful reader would put two sentences with this evidence side by side.
    pub fn probability(&self, features: &[f64; COUNT]) -> f64 {
        let odds = self.bias + self.features.iter().zip(features).map(|(weight, value)| weight * value).sum::<f64>();
        1.0 / (1.0 + (-odds).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shipped_weights_name_every_feature() {
        let files = [
            include_str!("../../assets/align/weights.txt"),
            include_str!("../../assets/align/weights_vectors.txt"),
            include_str!("../../assets/align/weights_encoder.txt"),
        ];
        for data in files {
            for name in NAMES {
                assert!(data.lines().any(|line| line.starts_with(&format!("{name} ="))), "{name} has no weight");
            }
            assert!(Weights::parse(data).bias < 0.0, "without evidence there is no link");
        }
    }
}
