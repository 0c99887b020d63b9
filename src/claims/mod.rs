//! What the sources claim, and where their claims differ.
//!
//! A detector marks one kind of claim in a single source ([`inspect`]); inside a group the marks of both sides are
//! paired by what they are about and compared ([`compare`]). Nothing here says who is right.

mod finding;
mod mark;

pub use finding::{Finding, Place, Relation};
pub use mark::{Kind, Mark, Parts};

use crate::align::Alignment;
use crate::segment::Document;
use crate::text::Pair;

/// Every claim mark of a document, in the order of the text.
pub fn inspect(_document: &Document) -> Vec<Mark> {
    Vec::new()
}

/// The differences in claims between the linked sentences: conflicts first, then by kind and place.
pub fn compare(_documents: Pair<&Document>, _marks: Pair<&[Mark]>, _alignment: &Alignment) -> Vec<Finding> {
    Vec::new()
}
