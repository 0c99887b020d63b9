//! What kinds of words two sentences share, and what kinds the smaller one has for itself: another name or another number
//! speaks against a link more than any other word. It tells single sentences apart; in articles, where the story says which
//! words are common, it did more harm than good.

use crate::align::profile::{Profile, Profiles};
use crate::align::vocabulary::has;

use super::saturating;

/// The features that are told here.
pub(super) const NAMES: [&str; 8] = [
    "shared_names",
    "shared_numbers",
    "shared_plain_words",
    "shared_rare_words",
    "lone_names",
    "lone_numbers",
    "lone_plain_words",
    "lone_rare_words",
];

/// Shared words of a kind at which more adds little.
const SHARED_ENOUGH: f64 = 2.0;
/// Words of a kind without their like at which more adds little.
const LONE_ENOUGH: f64 = 3.0;

/// The values for two sentences, in the order of [`NAMES`].
pub(super) fn values(profiles: &Profiles, a: &Profile, b: &Profile) -> [f64; NAMES.len()] {
    // Of two that weigh the same the words decide, so that the sides do not.
    let (smaller, larger) = if (a.mass, &a.stems) < (b.mass, &b.stems) { (a, b) } else { (b, a) };
    let (mut shared, mut lone) = ([0.0; 4], [0.0; 4]);
    for &(term, _) in &smaller.stems {
        let is_shared = has(&larger.stems, term);
        let is_name = has(&smaller.names, term) || is_shared && has(&larger.names, term);
        let kind = match () {
            () if is_name => 0,
            () if has(&smaller.numbers, term) => 1,
            () if profiles.stems.is_plain(term) => 2,
            () => 3,
        };
        *if is_shared { &mut shared[kind] } else { &mut lone[kind] } += 1.0;
    }
    let [shared_0, shared_1, shared_2, shared_3] = shared.map(|count| saturating(count, SHARED_ENOUGH));
    let [lone_0, lone_1, lone_2, lone_3] = lone.map(|count| saturating(count, LONE_ENOUGH));
    [shared_0, shared_1, shared_2, shared_3, lone_0, lone_1, lone_2, lone_3]
}
