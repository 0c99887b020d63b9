//! Links gathered into what is read together: a split or merged sentence, a claim repeated in lead and body.

use std::collections::BTreeSet;

use crate::text::{Pair, Side};

use super::Link;
use super::decide::symmetric;

/// Links that are read together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The ids of the sentences on each side, in order.
    pub sentences: Pair<Vec<usize>>,
    /// The ids of its links, in order.
    pub links: Vec<usize>,
}

/// More sentences than this on one side cannot be read side by side at a glance; a link that would make a
/// group larger opens a group of its own.
const MOST_ON_A_SIDE: usize = 3;

/// The groups of links, best links first; in the order of their first left sentence.
pub fn group(links: &[Link]) -> Vec<Group> {
    let mut by_score: Vec<usize> = (0..links.len()).collect();
    by_score.sort_by(|&a, &b| {
        links[b]
            .score
            .total_cmp(&links[a].score)
            .then(symmetric(links[a].sentences).cmp(&symmetric(links[b].sentences)))
    });
    let mut groups: Vec<Growing> = Vec::new();
    for id in by_score {
        let mut merged = Growing::of(id, links[id].sentences);
        let touching: Vec<usize> = (0..groups.len()).filter(|&g| groups[g].touches(links[id].sentences)).collect();
        let joined = touching.iter().fold(merged.clone(), |all, &g| all.joined(&groups[g]));
        if joined.fits() {
            merged = joined;
            for g in touching.into_iter().rev() {
                groups.remove(g);
            }
        }
        groups.push(merged);
    }
    let mut groups: Vec<Group> = groups.into_iter().map(Growing::finished).collect();
    groups.sort_by(|a, b| (&a.sentences, &a.links).cmp(&(&b.sentences, &b.links)));
    groups
}

#[derive(Clone, Debug)]
struct Growing {
    sentences: Pair<BTreeSet<usize>>,
    links: BTreeSet<usize>,
}

impl Growing {
    fn of(link: usize, sentences: Pair<usize>) -> Self {
        Self { sentences: sentences.map(|id| BTreeSet::from([id])), links: BTreeSet::from([link]) }
    }

    fn touches(&self, sentences: Pair<usize>) -> bool {
        Side::BOTH.iter().any(|&side| self.sentences[side].contains(&sentences[side]))
    }

    fn joined(mut self, other: &Self) -> Self {
        for side in Side::BOTH {
            self.sentences[side].extend(&other.sentences[side]);
        }
        self.links.extend(&other.links);
        self
    }

    fn fits(&self) -> bool {
        Side::BOTH.iter().all(|&side| self.sentences[side].len() <= MOST_ON_A_SIDE)
    }

    fn finished(self) -> Group {
        Group {
            sentences: self.sentences.map(|ids| ids.into_iter().collect()),
            links: self.links.into_iter().collect(),
        }
    }
}
