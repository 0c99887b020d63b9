//! Matched, moved and changed words put together into pieces.

use std::ops::Range;

use super::Op;
use super::matching::Matches;
use super::moves::Run;
use super::words::{Weight, Word};

/// A stretch of words on each side, by their places; empty where a side has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub op: Op,
    pub left: Range<usize>,
    pub right: Range<usize>,
}

/// Changes of the same few words on each side are taken word by word.
const WORD_BY_WORD: usize = 3;

/// A replacement says that these words stand for those, which holds for about three words on each side. What is longer
/// is written anew: one side's words are gone and the other's are new.
const MOST_PAIRS_REPLACED: usize = 9;

/// The stretches that matches, moves and what lies between them make up, in the order of the left side.
pub(super) fn stretches(left: &[Word], right: &[Word], matches: &Matches, moves: &[Run]) -> Vec<Stretch> {
    let mut all = Vec::new();
    let (mut l, mut r) = (0, 0);
    for &(next_l, next_r) in matches.iter().chain([&(left.len(), right.len())]) {
        changed(left, right, l..next_l, r..next_r, moves, &mut all);
        if let Some((a, b)) = left.get(next_l).zip(right.get(next_r)) {
            let op = if a.key == b.key { Op::Equal } else { Op::Replace };
            all.push(Stretch { op, left: next_l..next_l + 1, right: next_r..next_r + 1 });
        }
        (l, r) = (next_l + 1, next_r + 1);
    }
    all.retain(|stretch| !stretch.left.is_empty() || !stretch.right.is_empty());
    for run in moves {
        let (left, right) = (run.left..run.left + run.length, run.right..run.right + run.length);
        all.push(Stretch { op: Op::Move, left, right });
    }
    all
}

/// What lies between two matches: parts that moved stay out, parts of different sentences stay apart,
/// and what is left on both sides is paired in order.
fn changed(left: &[Word], right: &[Word], l: Range<usize>, r: Range<usize>, moves: &[Run], all: &mut Vec<Stretch>) {
    let of_left = parts(left, l.clone(), |place| moves.iter().any(|run| is_in(place, run.left, run.length)));
    let of_right = parts(right, r.clone(), |place| moves.iter().any(|run| is_in(place, run.right, run.length)));
    for n in 0..of_left.len().max(of_right.len()) {
        let a = of_left.get(n).cloned().unwrap_or(l.end..l.end);
        let b = of_right.get(n).cloned().unwrap_or(r.end..r.end);
        if is_word_by_word(left, right, &a, &b) {
            all.extend(a.zip(b).map(|(a, b)| Stretch { op: Op::Replace, left: a..a + 1, right: b..b + 1 }));
        } else if a.is_empty() || b.is_empty() || a.len().saturating_mul(b.len()) > MOST_PAIRS_REPLACED {
            all.push(Stretch { op: Op::Delete, left: a, right: b.start..b.start });
            all.push(Stretch { op: Op::Insert, left: l.end..l.end, right: b });
        } else {
            all.push(Stretch { op: Op::Replace, left: a, right: b });
        }
    }
}

/// Whether the words of two parts stand for each other one by one.
fn is_word_by_word(left: &[Word], right: &[Word], a: &Range<usize>, b: &Range<usize>) -> bool {
    let is_content = |words: &[Word], place: usize| words.get(place).is_some_and(|word| word.weight == Weight::Content);
    let pairs = || a.clone().zip(b.clone());
    !a.is_empty()
        && a.len() == b.len()
        && a.len() <= WORD_BY_WORD
        && pairs().all(|(l, r)| is_content(left, l) && is_content(right, r))
}

fn is_in(place: usize, start: usize, length: usize) -> bool {
    (start..start + length).contains(&place)
}

/// The parts of a range that lie in one sentence and did not move.
fn parts(words: &[Word], range: Range<usize>, moved: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for place in range {
        if moved(place) {
            continue;
        }
        let goes_on =
            |part: &&mut Range<usize>| part.end == place && sentence(words, place - 1) == sentence(words, place);
        match parts.last_mut().filter(goes_on) {
            Some(part) => part.end = place + 1,
            None => parts.push(place..place + 1),
        }
    }
    parts
}

fn sentence(words: &[Word], place: usize) -> Option<usize> {
    words.get(place).map(|word| word.sentence)
}
