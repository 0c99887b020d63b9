//! Which words went to another place: runs that one side lost and the other gained.

use std::collections::{BTreeMap, BTreeSet};

use super::matching::Matches;
use super::words::{Weight, Word};

/// So many words in a row are the same stretch and no chance.
const LEAST_IN_A_ROW: usize = 3;

/// A single word of so many letters that occurs once on each side is the same word in another place.
const LEAST_LETTERS: usize = 4;

/// A word that stands so often among the unmatched ones of a side starts no run: it says nothing about place.
const MOST_PLACES: usize = 8;

/// With more unmatched words than this on a side nobody follows what moved, and looking for it takes too long.
const MOST_FREE: usize = 2_000;

/// A run of words that stands on both sides, by the place of its first word and its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub left: usize,
    pub right: usize,
    pub length: usize,
}

/// The runs of words that moved, none overlapping another. Swapping the sides swaps the result.
pub(super) fn moves(left: &[Word], right: &[Word], matches: &Matches) -> Vec<Run> {
    let mut free_left: BTreeSet<usize> = (0..left.len()).collect();
    let mut free_right: BTreeSet<usize> = (0..right.len()).collect();
    for (l, r) in matches {
        free_left.remove(l);
        free_right.remove(r);
    }
    if free_left.len().max(free_right.len()) > MOST_FREE {
        return Vec::new();
    }
    let mut candidates = candidates(left, right, &free_left, &free_right);
    candidates.sort_by_key(|run| (usize::MAX - run.length, run.left + run.right, run.left.abs_diff(run.right)));
    let mut accepted = Vec::new();
    for run in candidates {
        let places = || (run.left..run.left + run.length).zip(run.right..run.right + run.length);
        if places().all(|(l, r)| free_left.contains(&l) && free_right.contains(&r)) {
            for (l, r) in places() {
                free_left.remove(&l);
                free_right.remove(&r);
            }
            accepted.push(run);
        }
    }
    accepted
}

fn candidates(left: &[Word], right: &[Word], free_left: &BTreeSet<usize>, free_right: &BTreeSet<usize>) -> Vec<Run> {
    let places_left = places(left, free_left);
    let places_right = places(right, free_right);
    let mut found = BTreeSet::new();
    for (key, of_left) in &places_left {
        let Some(of_right) = places_right.get(key) else { continue };
        if of_left.len() > MOST_PLACES || of_right.len() > MOST_PLACES {
            continue;
        }
        for (&l, &r) in of_left.iter().flat_map(|l| of_right.iter().map(move |r| (l, r))) {
            let same = |l: usize, r: usize| {
                free_left.contains(&l) && free_right.contains(&r) && are_neighbours(left, right, l, r)
            };
            let back =
                (1..=l.min(r)).take_while(|n| same(l - n, r - n) && is_joined(left, right, l - n, r - n)).count();
            let forth =
                (1..).take_while(|n| same(l + n, r + n) && is_joined(left, right, l + n - 1, r + n - 1)).count();
            let once = of_left.len() == 1 && of_right.len() == 1;
            let run = Run { left: l - back, right: r - back, length: back + forth + 1 };
            if run.length >= LEAST_IN_A_ROW || once && says_enough(key) {
                found.insert((run.left, run.right, run.length));
            }
        }
    }
    found.into_iter().map(|(left, right, length)| Run { left, right, length }).collect()
}

/// The free places of each word of content.
fn places<'a>(words: &'a [Word], free: &BTreeSet<usize>) -> BTreeMap<&'a str, Vec<usize>> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, word) in free.iter().filter_map(|&place| Some((place, words.get(place)?))) {
        if word.weight == Weight::Content {
            places.entry(&word.key).or_default().push(place);
        }
    }
    places
}

fn are_neighbours(left: &[Word], right: &[Word], l: usize, r: usize) -> bool {
    left.get(l).zip(right.get(r)).is_some_and(|(a, b)| a.key == b.key)
}

/// Whether the words at two places and those after them stand in the same sentence on either side.
fn is_joined(left: &[Word], right: &[Word], l: usize, r: usize) -> bool {
    let joined =
        |words: &[Word], at: usize| words.get(at).zip(words.get(at + 1)).is_some_and(|(a, b)| a.sentence == b.sentence);
    joined(left, l) && joined(right, r)
}

fn says_enough(key: &str) -> bool {
    key.chars().count() >= LEAST_LETTERS || key.starts_with(|c: char| c.is_numeric())
}
