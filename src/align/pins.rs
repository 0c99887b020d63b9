//! What the reader has decided about links; the aligner works around it and never overrides it.

use std::collections::BTreeSet;

use crate::text::{Pair, Side};

use super::Link;

/// The reader's decisions, by sentence id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pins {
    /// Links that must be there, confirmed or made by hand.
    pub links: Vec<Link>,
    /// Links that must not be there.
    pub rejected: BTreeSet<Pair<usize>>,
    /// Sentences that have no counterpart.
    pub alone: Pair<BTreeSet<usize>>,
    /// No links but the pinned ones.
    pub only: bool,
}

impl Pins {
    /// Whether the program may suggest a link.
    pub fn allows(&self, sentences: Pair<usize>) -> bool {
        !self.rejected.contains(&sentences)
            && Side::BOTH.iter().all(|&side| !self.alone[side].contains(&sentences[side]))
            && !self.links.iter().any(|link| link.sentences == sentences)
    }
}
