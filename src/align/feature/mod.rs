//! The evidence for a link, as named numbers. Every feature is the same when the sources are swapped.

mod exclusive;
mod kinds;
mod overlap;
mod passage;
mod place;
mod standing;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::text::Pair;

use super::candidate::Neighbourhood;
use super::meaning::{self, Meaning};
use super::profile::Profiles;
use standing::{Likeness, Standing};

const OVERLAP: usize = overlap::NAMES.len();
const EXCLUSIVE: usize = exclusive::NAMES.len();
const KINDS: usize = kinds::NAMES.len();
const PASSAGE: usize = passage::NAMES.len();
const PLACE: usize = place::NAMES.len();
const MEANING: usize = meaning::NAMES.len();
const STANDING: usize = standing::NAMES.len();

/// How many features there are.
pub const COUNT: usize = OVERLAP + EXCLUSIVE + KINDS + PASSAGE + PLACE + MEANING + STANDING;

/// The features of one pair of sentences, in the order of [`names`]; each lies about between 0 and 1 but for lengths.
pub type Features = [f64; COUNT];

/// The families of features with their members' names, in the order of the values.
pub const FAMILIES: [(&str, &[&str]); 7] = [
    ("overlap", &overlap::NAMES),
    ("exclusive", &exclusive::NAMES),
    ("kinds", &kinds::NAMES),
    ("passage", &passage::NAMES),
    ("place", &place::NAMES),
    ("meaning", &meaning::NAMES),
    ("standing", &standing::NAMES),
];

/// The features' names in the order of their values; the weights file uses them.
pub fn names() -> impl Iterator<Item = &'static str> {
    FAMILIES.iter().flat_map(|(_, names)| names.iter().copied())
}

/// The evidence for every pair that is worth a look, in order.
pub(super) fn evidence(profiles: &Profiles, near: &Neighbourhood, meaning: &Meaning) -> Vec<(Pair<usize>, Features)> {
    let mut rows: Vec<(Pair<usize>, Features)> =
        near.pairs().par_iter().map(|&pair| (pair, of_the_pair(profiles, near, meaning, pair))).collect();
    let standing = Standing::of(profiles.sizes(), rows.iter().map(|(pair, features)| (*pair, likeness(features))));
    for (pair, features) in &mut rows {
        let values = standing.values(*pair, likeness(features));
        features[COUNT - STANDING..].copy_from_slice(&values);
    }
    rows
}

/// What a pair tells by itself; its standing is not known yet.
fn of_the_pair(profiles: &Profiles, near: &Neighbourhood, meaning: &Meaning, pair: Pair<usize>) -> Features {
    let (a, b) = (&profiles.sentences.left[pair.left], &profiles.sentences.right[pair.right]);
    let mut features = [0.0; COUNT];
    let values = overlap::values(profiles, a, b, near.cosine(pair))
        .into_iter()
        .chain(exclusive::values(profiles, a, b))
        .chain(kinds::values(profiles, a, b))
        .chain(passage::values(profiles, a, b))
        .chain(place::values(near, pair, a, b))
        .chain(meaning.features(pair));
    for (feature, value) in features.iter_mut().zip(values) {
        *feature = value;
    }
    features
}

fn likeness(features: &Features) -> Likeness {
    let [cosine, gram_cosine, _, _, _, telling, ..] = *features;
    Likeness { cosines: cosine + gram_cosine, telling }
}

/// 0 for nothing, about two thirds for enough, towards 1 for ever more.
fn saturating(value: f64, enough: f64) -> f64 {
    1.0 - (-value / enough).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_one_name() {
        let mut all: Vec<&str> = names().collect();
        assert_eq!(all.len(), COUNT);
        assert_eq!([all[0], all[1], all[5]], ["cosine", "gram_cosine", "telling_least"], "as `likeness` reads them");
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), COUNT, "two features of one name");
    }
}
