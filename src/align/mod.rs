//! Which sentences of the two documents cover the same content.
//!
//! Any sentence may be linked with any other, in any order, and with several: news crosses, splits and repeats.

mod group;
mod pins;

pub use group::{Group, group};
pub use pins::Pins;

use serde::{Deserialize, Serialize};

use crate::segment::Document;
use crate::text::{Pair, Side, fold, tokens};

/// One sentence joined with one sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The sentences' ids.
    pub sentences: Pair<usize>,
    /// How likely a careful reader would put the two side by side: 0 to 1.
    pub score: f64,
    /// Who says so.
    pub status: Status,
}

/// Who stands behind a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The program.
    Suggested,
    /// The program, and the reader agreed.
    Confirmed,
    /// The reader alone.
    Manual,
}

/// A pair that the program does not stand by but offers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The sentences' ids.
    pub sentences: Pair<usize>,
    /// As [`Link::score`].
    pub score: f64,
}

/// The links between two documents and how they are read together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// In the order of the left sentence, then the right; a link's place here is its id.
    pub links: Vec<Link>,
    /// In the order of the first left sentence; a group's place here is its id. Every link is in exactly one.
    pub groups: Vec<Group>,
    /// Offered, not asserted: at most three for a sentence of either side, best first.
    pub possible: Vec<Candidate>,
}

impl Alignment {
    /// Whether a sentence has a link.
    pub fn is_linked(&self, side: Side, sentence: usize) -> bool {
        self.links.iter().any(|link| link.sentences[side] == sentence)
    }
}

/// Aligns two documents around what the reader has pinned.
pub fn align(documents: Pair<&Document>, pins: &Pins) -> Alignment {
    let words = documents.map(|document| {
        (0..document.sentences.len())
            .map(|id| {
                let text = document.sentence(id);
                tokens(text)
                    .iter()
                    .map(|t| fold(t.span.of(text)))
                    .filter(|w| w.len() > 3)
                    .collect::<std::collections::BTreeSet<_>>()
            })
            .collect::<Vec<_>>()
    });
    let mut links: Vec<Link> = pins.links.clone();
    if !pins.only {
        for (i, left) in words.left.iter().enumerate() {
            for (j, right) in words.right.iter().enumerate() {
                let shared = left.intersection(right).count() as f64;
                let score = shared / (left.len().max(right.len()) as f64).max(1.0);
                let sentences = Pair::new(i, j);
                if score > 0.35 && pins.allows(sentences) {
                    links.push(Link { sentences, score, status: Status::Suggested });
                }
            }
        }
    }
    links.sort_by_key(|link| link.sentences);
    let groups = group(&links);
    Alignment { links, groups, possible: Vec::new() }
}
