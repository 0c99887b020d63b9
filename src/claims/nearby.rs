//! The words around a place, weighed by how rare they are: what shows that two places speak of the same thing.

use std::collections::BTreeMap;
use std::ops::Range;

use super::reading::{Page, Reading};

/// The content words around a place by their stems, each with how often its source has it.
pub struct Nearby<'a>(BTreeMap<&'a str, u32>);

/// What two places have around them both.
#[derive(Clone, Copy, Default)]
pub struct Shared {
    /// How many words.
    pub count: usize,
    /// What they weigh: a word weighs 1 that each source has once, and less the more often they have it.
    pub weight: f64,
}

impl<'a> Nearby<'a> {
    /// The words within so many words on either side of a range.
    pub fn of(page: &'a Page<'_>, reading: &'a Reading<'_>, words: Range<usize>, reach: usize) -> Self {
        let around = reading.content_around(words, reach);
        Self(around.map(|word| (page.stem(&word.folded), page.times(&word.folded))).collect())
    }

    /// What both have.
    pub fn shared(&self, other: &Nearby<'_>) -> Shared {
        let both = self.0.iter().filter_map(|(word, times)| Some(times + other.0.get(word)?));
        both.fold(Shared::default(), |shared, times| Shared {
            count: shared.count + 1,
            weight: shared.weight + 2.0 / f64::from(times.max(1)),
        })
    }
}
