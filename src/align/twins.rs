//! Sentences that both sources have word for word: each belongs with its twin, whatever else it resembles.

use std::collections::BTreeMap;

use crate::segment::Document;
use crate::text::{Pair, letters};

/// For each left and each right sentence its twin's id on the other side.
#[derive(Debug, Default)]
pub(super) struct Twins {
    of: Pair<BTreeMap<usize, usize>>,
}

impl Twins {
    /// The twins of two documents; where a sentence stands several times, the first goes with the first.
    pub(super) fn of(documents: Pair<&Document>) -> Self {
        let places = documents.map(places);
        let mut twins = Self::default();
        for (key, left) in &places.left {
            let right = places.right.get(key).map_or(&[][..], Vec::as_slice);
            for (&left, &right) in left.iter().zip(right) {
                twins.of.left.insert(left, right);
                twins.of.right.insert(right, left);
            }
        }
        twins
    }

    /// Every pair of twins in order.
    pub(super) fn pairs(&self) -> impl Iterator<Item = Pair<usize>> {
        self.of.left.iter().map(|(&left, &right)| Pair::new(left, right))
    }

    /// Whether both sentences have twins and are not each other's.
    pub(super) fn part(&self, sentences: Pair<usize>) -> bool {
        match (self.of.left.get(&sentences.left), self.of.right.get(&sentences.right)) {
            (Some(&right), Some(_)) => right != sentences.right,
            _ => false,
        }
    }
}

/// Where each sentence stands, by its letters and digits; a sentence without any has no twin.
fn places(document: &Document) -> BTreeMap<String, Vec<usize>> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for id in 0..document.sentences.len() {
        let key = letters(document.sentence(id));
        if !key.is_empty() {
            places.entry(key).or_default().push(id);
        }
    }
    places
}
