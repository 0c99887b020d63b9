//! How sure the program must be to link two sentences: one setting for the reader, from strict to generous.

use serde::{Deserialize, Serialize};

use super::Criterion;

/// How sure the program must be to link two sentences. What is not linked is still offered as possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Matching {
    /// Few links that are nearly all right: for who wants to rely on each.
    Strict,
    /// As many as go together with few wrong ones.
    #[default]
    Balanced,
    /// More links, more of them wrong: for who looks through them anyway.
    Generous,
}

impl Matching {
    /// All three, the strictest first.
    pub const ALL: [Self; 3] = [Self::Strict, Self::Balanced, Self::Generous];

    /// `"strict"`, `"balanced"` or `"generous"`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Balanced => "balanced",
            Self::Generous => "generous",
        }
    }

    /// The thresholds that it stands for.
    pub const fn criterion(self) -> Criterion {
        match self {
            Self::Strict => STRICT,
            Self::Balanced => Criterion::SHIPPED,
            Self::Generous => GENEROUS,
        }
    }
}

// Both follow from the weights: `train_aligner GOLD.json --matching` finds them anew and prints what each setting brings.

/// Nine links in ten are right on the training pairs, cross-validated.
const STRICT: Criterion = Criterion { least: 0.63, of_best: 0.30 };

/// Three links in five are right there, and a good deal more of the wanted ones are found.
const GENEROUS: Criterion = Criterion { least: 0.17, of_best: 0.30 };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stricter_asks_for_more() {
        let least = Matching::ALL.map(|matching| matching.criterion().least);
        assert!(least[0] > least[1] && least[1] > least[2], "{least:?}");
    }

    #[test]
    fn names_are_those_of_the_settings_file() {
        for matching in Matching::ALL {
            assert_eq!(serde_json::to_value(matching).ok(), Some(matching.name().into()));
        }
    }
}
