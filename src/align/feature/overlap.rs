//! What two sentences share, word by word: how much of each the other one has, by what the words weigh.

use crate::align::profile::{Profile, Profiles};
use crate::align::vocabulary::{Counts, Vocabulary, shared};

use super::saturating;

/// The features that are told here.
pub(super) const NAMES: [&str; 14] = [
    "cosine",
    "gram_cosine",
    "covered_most",
    "covered_least",
    "telling_most",
    "telling_least",
    "unnamed",
    "rarest",
    "names",
    "names_missing",
    "numbers",
    "numbers_missing",
    "length_least",
    "length_most",
];

/// Weight of shared names at which more adds little.
const NAMES_ENOUGH: f64 = 6.0;
/// Weight of shared numbers at which more adds little.
const NUMBERS_ENOUGH: f64 = 4.0;

// A sentence of one or two common words would be covered by anything; below these weights none ever is.

/// Of all its content words.
const LEAST_MASS: f64 = 8.0;
/// Of its words where those of every day count for less.
const LEAST_TELLING: f64 = 5.0;
/// Of its words without the names.
const LEAST_UNNAMED: f64 = 6.0;

/// The values for two sentences of which the cosine is known, in the order of [`NAMES`].
pub(super) fn values(profiles: &Profiles, a: &Profile, b: &Profile, cosine: f64) -> [f64; NAMES.len()] {
    let words = &profiles.stems;
    let both = common(&a.stems, &b.stems, words);
    let telling: f64 = shared(&a.stems, &b.stems).map(|(term, _, _)| words.telling(term)).sum();
    let named = common(&a.names, &b.names, words);
    let part = |of: f64, a: f64, b: f64, least: f64| (of / a.min(b).max(least), of / a.max(b).max(least));
    let (covered_most, covered_least) = part(both, a.mass, b.mass, LEAST_MASS);
    let (telling_most, telling_least) = part(telling, a.telling, b.telling, LEAST_TELLING);
    let (unnamed, _) = part(both - named, a.unnamed, b.unnamed, LEAST_UNNAMED);
    [
        cosine,
        profiles.grams.product(&a.grams, &b.grams) / (a.gram_norm * b.gram_norm).max(f64::MIN_POSITIVE),
        covered_most,
        covered_least,
        telling_most,
        telling_least,
        unnamed,
        rarest(a, b, words),
        saturating(named, NAMES_ENOUGH),
        missing(&a.names, &b.names),
        saturating(common(&a.numbers, &b.numbers, words), NUMBERS_ENOUGH),
        missing(&a.numbers, &b.numbers),
        (1.0 + a.mass.min(b.mass)).ln(),
        (1.0 + a.mass.max(b.mass)).ln(),
    ]
}

fn common(a: &Counts, b: &Counts, words: &Vocabulary) -> f64 {
    shared(a, b).map(|(term, _, _)| words.weight(term)).sum()
}

/// The part of the smaller side's terms that the other does not have; 0 where a side has none.
fn missing(a: &Counts, b: &Counts) -> f64 {
    let smaller = a.len().min(b.len());
    if smaller == 0 { 0.0 } else { 1.0 - shared(a, b).count() as f64 / smaller as f64 }
}

/// What the rarest shared word weighs, against the rarest there can be.
fn rarest(a: &Profile, b: &Profile, words: &Vocabulary) -> f64 {
    let heaviest = |counts: &Counts| counts.iter().map(|&(term, _)| words.weight(term)).fold(0.0, f64::max);
    let best = heaviest(&a.stems).max(heaviest(&b.stems));
    let both = shared(&a.stems, &b.stems).map(|(term, _, _)| words.weight(term)).fold(0.0, f64::max);
    if best > 0.0 { both / best } else { 0.0 }
}
