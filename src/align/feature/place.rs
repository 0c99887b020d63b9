//! Where two sentences stand in their articles, and how well those around them go together.

use crate::align::candidate::Neighbourhood;
use crate::align::profile::Profile;
use crate::text::Pair;

/// The features that are told here.
pub(super) const NAMES: [&str; 8] =
    ["neighbours", "beside", "distance", "earliest", "latest", "openings", "heading_and_text", "headings"];

/// The values for two sentences, in the order of [`NAMES`].
pub(super) fn values(near: &Neighbourhood, pair: Pair<usize>, a: &Profile, b: &Profile) -> [f64; NAMES.len()] {
    let opening = |id: usize| if id == 0 { 0.5 } else { 0.0 };
    [
        near.around(pair),
        near.beside(pair),
        (a.position - b.position).abs(),
        a.position.min(b.position),
        a.position.max(b.position),
        opening(pair.left) + opening(pair.right),
        if a.heading == b.heading { 0.0 } else { 1.0 },
        if a.heading && b.heading { 1.0 } else { 0.0 },
    ]
}
