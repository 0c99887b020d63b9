//! Links gathered into what is read together: a split or merged sentence, a claim repeated in lead and body.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{Pair, Side};

use super::Link;
use super::order::best_first;

/// Links that are read together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The ids of the sentences on each side, in order.
    pub sentences: Pair<Vec<usize>>,
    /// The ids of its links, in order.
    pub links: Vec<usize>,
}

/// One sentence stands against at most so many: more cannot be read side by side at a glance. Several against several
/// are not read together either, as their words correspond in no order that an eye could follow. A link that would
/// make such a group opens one of its own.
const MOST_AGAINST_ONE: usize = 3;

/// The groups of links, best links first; in the order of their first left sentence. Of equally good links the earlier
/// one goes first, as `first` has them ([`super::order::first`]).
pub fn group(links: &[Link], first: Side) -> Vec<Group> {
    let mut by_score: Vec<usize> = (0..links.len()).collect();
    let order = |a: &usize, b: &usize| {
        let (a, b) = (&links[*a], &links[*b]);
        best_first((a.score, a.sentences), (b.score, b.sentences), first)
    };
    by_score.sort_by(order);
    let mut groups = Groups::default();
    for id in by_score {
        groups.add(Growing::of(id, links[id].sentences));
    }
    let mut groups: Vec<Group> = groups.growing.into_iter().flatten().map(Growing::finished).collect();
    groups.sort_by(|a, b| (&a.sentences, &a.links).cmp(&(&b.sentences, &b.links)));
    groups
}

/// Groups while they grow, and where to find those of a sentence. A group that was joined to another leaves a gap.
#[derive(Default)]
struct Groups {
    growing: Vec<Option<Growing>>,
    of_sentence: Pair<BTreeMap<usize, BTreeSet<usize>>>,
}

impl Groups {
    /// Joins a new link to the groups of its sentences where the whole can still be read, else lets it stand alone.
    fn add(&mut self, link: Growing) {
        let touched = self.touched(&link);
        let joined = touched.iter().filter_map(|&at| self.growing[at].as_ref()).fold(link.clone(), Growing::joined);
        if joined.fits() {
            for at in touched {
                self.remove(at);
            }
            self.push(joined);
        } else {
            self.push(link);
        }
    }

    /// The groups of the link's sentences: no more than could be joined, since each brings a sentence of its own.
    fn touched(&self, link: &Growing) -> BTreeSet<usize> {
        let of =
            |side: Side| link.sentences[side].iter().filter_map(move |id| self.of_sentence[side].get(id)).flatten();
        Side::BOTH.into_iter().flat_map(of).copied().take(2 * MOST_AGAINST_ONE).collect()
    }

    fn push(&mut self, group: Growing) {
        for (side, ids) in group.sentences.iter() {
            for &id in ids {
                self.of_sentence[side].entry(id).or_default().insert(self.growing.len());
            }
        }
        self.growing.push(Some(group));
    }

    fn remove(&mut self, at: usize) {
        let Some(group) = self.growing[at].take() else { return };
        for (side, ids) in group.sentences.iter() {
            for id in ids {
                if let Some(groups) = self.of_sentence[side].get_mut(id) {
                    groups.remove(&at);
                }
            }
        }
    }
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

    fn joined(mut self, other: &Self) -> Self {
        for side in Side::BOTH {
            self.sentences[side].extend(&other.sentences[side]);
        }
        self.links.extend(&other.links);
        self
    }

    fn fits(&self) -> bool {
        let sizes = self.sentences.as_ref().map(BTreeSet::len);
        sizes.left.min(sizes.right) == 1 && sizes.left.max(sizes.right) <= MOST_AGAINST_ONE
    }

    fn finished(self) -> Group {
        Group {
            sentences: self.sentences.map(|ids| ids.into_iter().collect()),
            links: self.links.into_iter().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Status;

    fn groups(links: &[(usize, usize, f64)]) -> Vec<Pair<Vec<usize>>> {
        let link = |&(left, right, score)| Link { sentences: Pair::new(left, right), score, status: Status::Suggested };
        group(&links.iter().map(link).collect::<Vec<_>>(), Side::Left)
            .into_iter()
            .map(|group| group.sentences)
            .collect()
    }

    #[test]
    fn a_split_sentence_is_read_together() {
        assert_eq!(groups(&[(4, 7, 0.9), (4, 8, 0.8)]), [Pair::new(vec![4], vec![7, 8])]);
    }

    #[test]
    fn a_chain_is_cut_at_its_weakest_link() {
        let chain = [(0, 0, 0.9), (0, 1, 0.5), (1, 1, 0.8)];
        assert_eq!(
            groups(&chain),
            [Pair::new(vec![0], vec![0]), Pair::new(vec![0], vec![1]), Pair::new(vec![1], vec![1])]
        );
    }

    #[test]
    fn no_more_than_three_stand_against_one() {
        let star = [(0, 0, 0.9), (0, 1, 0.8), (0, 2, 0.7), (0, 3, 0.6)];
        assert_eq!(groups(&star), [Pair::new(vec![0], vec![0, 1, 2]), Pair::new(vec![0], vec![3])]);
    }
}
