//! How sure the program must be to link two sentences: one setting for the reader, from strict to generous.

use serde::{Deserialize, Serialize};

use crate::text::Pair;

use super::Criterion;
use super::score::is_fragment;

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

    /// The thresholds that it stands for between sources of so many sentences.
    pub fn criterion(self, sentences: Pair<usize>) -> Criterion {
        let [strict, balanced, generous] = if is_fragment(sentences) { OF_FRAGMENTS } else { OF_ARTICLES };
        let least = match self {
            Self::Strict => strict,
            Self::Balanced => balanced,
            Self::Generous => generous,
        };
        Criterion { least, of_best: OF_BEST }
    }
}

// All follow from the weights: `train_aligner GOLD.json --matching` finds them anew and prints what each setting brings.

/// How sure the program must be of a link between two articles. Strict: nine links in ten are right on the training pairs,
/// cross-validated. Balanced: the best F1 there. Generous: three links in five are right, and a good deal more of the
/// wanted ones are found.
const OF_ARTICLES: [f64; 3] = [0.60, 0.275, 0.14];

/// Two sentences without a story around them are asked for more: what they share may be what all events of a kind have in
/// common. Balanced links about one in seventeen pairs that tell of another event.
const OF_FRAGMENTS: [f64; 3] = [0.80, 0.72, 0.50];

/// A link has at least this part of the best probability of one of its sentences.
const OF_BEST: f64 = 0.30;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stricter_asks_for_more() {
        for sentences in [Pair::new(1, 1), Pair::new(20, 30)] {
            let least = Matching::ALL.map(|matching| matching.criterion(sentences).least);
            assert!(least[0] > least[1] && least[1] > least[2], "{least:?}");
        }
    }

    #[test]
    fn names_are_those_of_the_settings_file() {
        for matching in Matching::ALL {
            assert_eq!(serde_json::to_value(matching).ok(), Some(matching.name().into()));
        }
    }
}
