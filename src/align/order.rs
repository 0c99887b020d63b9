//! An order of sentence pairs that does not depend on which source is the left one.

use std::cmp::Ordering;

use crate::segment::Document;
use crate::text::{Pair, Side};

/// The side whose place in its article decides between equals: a matter of the texts, not of left and right. Where the
/// texts are the same the sides are, too.
pub(super) fn first(documents: Pair<&Document>) -> Side {
    if documents.left.text <= documents.right.text { Side::Left } else { Side::Right }
}

/// Best score first; of equals the pair that stands earlier, as news puts what matters first.
pub(super) fn best_first(a: (f64, Pair<usize>), b: (f64, Pair<usize>), first: Side) -> Ordering {
    let place = |sentences: Pair<usize>| (sentences.left + sentences.right, sentences[first]);
    b.0.total_cmp(&a.0).then(place(a.1).cmp(&place(b.1)))
}
