//! What is computed made readable: crumbs between two changes go with the change.

use super::matching::Matches;
use super::words::{Weight, Word};

/// More small words than this in a row are no crumb: a reader sees that they stayed.
const LONGEST_CRUMB: usize = 3;

/// The matches without crumbs: runs of small words and marks with changes on both sides of them.
pub(super) fn without_crumbs(left: &[Word], right: &[Word], matches: &Matches) -> Matches {
    let mut kept = Matches::new();
    let mut before = (0, 0);
    for run in matches.chunk_by(|a, b| a.0 + 1 == b.0 && a.1 + 1 == b.1) {
        let (Some(&first), Some(&last)) = (run.first(), run.last()) else { continue };
        let has_change_before = first != before && first.0 > 0 && first.1 > 0;
        let has_change_after = last.0 + 1 < left.len() && last.1 + 1 < right.len();
        let ends_sentences = ends_sentence(left, last.0) && ends_sentence(right, last.1);
        let is_crumb = run.len() <= LONGEST_CRUMB
            && run.iter().all(|&(l, _)| left.get(l).is_some_and(|word| word.weight < Weight::Content))
            && has_change_before
            && has_change_after
            && !ends_sentences;
        if !is_crumb {
            kept.extend(run);
        }
        before = (last.0 + 1, last.1 + 1);
    }
    kept
}

fn ends_sentence(words: &[Word], at: usize) -> bool {
    words.get(at).map(|word| word.sentence) != words.get(at + 1).map(|word| word.sentence)
}
