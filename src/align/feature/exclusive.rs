//! What two sentences share that no others do: in every story a few words stand everywhere, and only what points to one
//! pair of sentences tells that these two make the same claim.

use crate::align::company::in_both;
use crate::align::profile::{Profile, Profiles};
use crate::align::vocabulary::shared;

use super::saturating;

/// The features that are told here.
pub(super) const NAMES: [&str; 5] =
    ["exclusive_words", "exclusive_twos", "exclusive_threes", "exclusive_company", "pairs"];

// The amounts at which more adds little.

/// Weight of words.
const WORDS_ENOUGH: f64 = 6.0;
/// Rows of two or three words.
const ROWS_ENOUGH: f64 = 2.0;
/// Weight of words near each other.
const COMPANY_ENOUGH: f64 = 8.0;
/// Pairs of neighbouring content words, wherever else they stand.
const PAIRS_ENOUGH: f64 = 3.0;

/// The values for two sentences, in the order of [`NAMES`].
pub(super) fn values(profiles: &Profiles, a: &Profile, b: &Profile) -> [f64; NAMES.len()] {
    let (words, spread) = (&profiles.stems, &profiles.spread);
    let exclusive: f64 = shared(&a.stems, &b.stems).map(|(term, _, _)| words.weight(term) * spread.points(term)).sum();
    let twos: f64 = in_both(&a.company.twos, &b.company.twos).map(|two| spread.twos.points(two)).sum();
    let threes: f64 = in_both(&a.company.threes, &b.company.threes).map(|three| spread.threes.points(three)).sum();
    let weigh = |&(one, other)| (words.telling(one) + words.telling(other)) * spread.near.points(&(one, other));
    let company: f64 = in_both(&a.company.near, &b.company.near).map(weigh).sum();
    [
        saturating(exclusive, WORDS_ENOUGH),
        saturating(twos, ROWS_ENOUGH),
        saturating(threes, ROWS_ENOUGH),
        saturating(company, COMPANY_ENOUGH),
        saturating(in_both(&a.pairs, &b.pairs).count() as f64, PAIRS_ENOUGH),
    ]
}
