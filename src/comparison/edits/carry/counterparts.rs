//! Which passages of a text are which of a later version of it: first those that say exactly the same, wherever they
//! stand now, then those that were changed a little.
//!
//! Exact ones are found as Heckel does it ("A technique for isolating differences between files", 1978): by what stands
//! equally often in both, then by neighbours. That takes time in step with the length and knows passages that moved,
//! which the libraries that compare line by line do not.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{Span, TokenKind, fold, tokens};

/// The passage of the new text that one of the old text is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counterpart {
    /// Its place among the new passages.
    pub at: usize,
    /// It says the same letter by letter.
    pub exact: bool,
}

/// Two passages are versions of one if they share at least half of their words: with less, the sentence was written anew.
const SAME_PASSAGE: f64 = 0.5;

/// A passage went into another one beside it if so much of its words is there; a sentence joined with the next one loses
/// hardly more than its last mark and a capital letter.
const TAKEN_IN: f64 = 0.7;

/// Fewer words stand in many a sentence by chance.
const FEWEST_TAKEN_IN: usize = 3;

/// A word that so many of the changed passages have tells none of them from the others; leaving it out keeps the work in
/// step with the length of the texts.
const TOO_COMMON: usize = 60;

/// For each passage of the old text what it is in the new one; `None` where it is gone.
pub(super) fn counterparts(old: &[&str], new: &[&str]) -> Vec<Option<Counterpart>> {
    let mut pairing = Pairing { partner: vec![None; old.len()], taken: vec![false; new.len()] };
    pairing.pair_equal(old, new);
    pairing.pair_changed(old, new);
    pairing.take_in(old, new);
    pairing.partner
}

struct Pairing {
    partner: Vec<Option<Counterpart>>,
    taken: Vec<bool>,
}

impl Pairing {
    fn pair(&mut self, old: usize, at: usize, exact: bool) {
        self.partner[old] = Some(Counterpart { at, exact });
        self.taken[at] = true;
    }

    fn are_free(&self, old: usize, at: usize) -> bool {
        self.partner.get(old).is_some_and(Option::is_none) && self.taken.get(at) == Some(&false)
    }

    fn pair_equal(&mut self, old: &[&str], new: &[&str]) {
        let mut places: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        old.iter().enumerate().for_each(|(n, text)| places.entry(text).or_default().0.push(n));
        new.iter().enumerate().for_each(|(n, text)| places.entry(text).or_default().1.push(n));
        for (of_old, of_new) in places.values().filter(|(of_old, of_new)| of_old.len() == of_new.len()) {
            of_old.iter().zip(of_new).for_each(|(&a, &b)| self.pair(a, b, true));
        }
        for a in 1..old.len() {
            self.pair_neighbour(old, new, a, self.at(a - 1).map(|at| at + 1));
        }
        for a in (1..old.len()).rev() {
            self.pair_neighbour(old, new, a - 1, self.at(a).and_then(|at| at.checked_sub(1)));
        }
        for (of_old, of_new) in places.values() {
            let left: Vec<usize> = of_old.iter().copied().filter(|&a| self.partner[a].is_none()).collect();
            let free: Vec<usize> = of_new.iter().copied().filter(|&b| !self.taken[b]).collect();
            left.into_iter().zip(free).for_each(|(a, b)| self.pair(a, b, true));
        }
    }

    fn at(&self, old: usize) -> Option<usize> {
        self.partner.get(old).copied().flatten().map(|partner| partner.at)
    }

    fn pair_neighbour(&mut self, old: &[&str], new: &[&str], a: usize, b: Option<usize>) {
        if let Some(b) = b.filter(|&b| self.are_free(a, b) && old[a] == new[b]) {
            self.pair(a, b, true);
        }
    }

    /// Pairs what was changed, the most alike first; of equals what stands nearest to where it stood.
    fn pair_changed(&mut self, old: &[&str], new: &[&str]) {
        let left: Vec<(usize, Vec<String>)> =
            (0..old.len()).filter(|&a| self.partner[a].is_none()).map(|a| (a, words(old[a]))).collect();
        let free: BTreeMap<usize, Vec<String>> =
            (0..new.len()).filter(|&b| !self.taken[b]).map(|b| (b, words(new[b]))).collect();
        let mut holding: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (b, words) in &free {
            words.iter().for_each(|word| holding.entry(word).or_default().extend([*b]));
        }
        holding.retain(|_, passages| passages.len() <= TOO_COMMON);
        let mut pairs: Vec<(f64, usize, usize, usize)> = Vec::new();
        for (a, of_old) in &left {
            let mut candidates: BTreeSet<usize> = self.beside(*a).into_iter().collect();
            candidates.extend(of_old.iter().filter_map(|word| holding.get(word.as_str())).flatten());
            for (b, of_new) in candidates.into_iter().filter_map(|b| Some((b, free.get(&b)?))) {
                let shared = 2.0 * shared(of_old, of_new) as f64 / (of_old.len() + of_new.len()).max(1) as f64;
                if shared >= SAME_PASSAGE {
                    pairs.push((shared, a.abs_diff(b), *a, b));
                }
            }
        }
        pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2, x.3).cmp(&(y.1, y.2, y.3))));
        for (_, _, a, b) in pairs {
            if self.are_free(a, b) {
                self.pair(a, b, false);
            }
        }
    }

    /// The new passages beside those of the old passage's neighbours, and these themselves.
    fn beside(&self, old: usize) -> Vec<usize> {
        let before = old.checked_sub(1).and_then(|a| self.at(a));
        let after = self.at(old + 1);
        let next = before.map(|at| at + 1);
        let last = after.and_then(|at| at.checked_sub(1));
        [next, last, before, after].into_iter().flatten().collect()
    }

    /// What is left may have been made one with its neighbour.
    fn take_in(&mut self, old: &[&str], new: &[&str]) {
        for (a, text) in old.iter().enumerate() {
            if self.partner[a].is_some() {
                continue;
            }
            let of_old = words(text);
            if of_old.len() < FEWEST_TAKEN_IN {
                continue;
            }
            let is_in = |b: &usize| shared(&of_old, &words(new[*b])) as f64 >= TAKEN_IN * of_old.len() as f64;
            let whole = self.beside(a).into_iter().filter(|&b| b < new.len()).find(is_in);
            self.partner[a] = whole.map(|at| Counterpart { at, exact: false });
        }
    }
}

/// Where the word at a byte of a passage stands in another version of it: the place with the most of the same words in a
/// row around it, how many these are, and the byte. `None` where neither the word nor the one before it is there.
pub(super) fn same_place(old: &str, byte: usize, new: &str) -> Option<(usize, usize)> {
    let (of_old, of_new) = (spans(old), spans(new));
    let at = of_old.partition_point(|(span, _)| span.end <= byte);
    let run = |pairs: &mut dyn Iterator<Item = (usize, usize)>| {
        pairs.take_while(|&(a, b)| of_old[a].1 == of_new[b].1).count()
    };
    let around = |b: usize| {
        let before = run(&mut (0..at).rev().zip((0..b).rev()));
        before + run(&mut (at..of_old.len()).zip(b..of_new.len()))
    };
    let best = (0..of_new.len()).map(|b| (around(b), std::cmp::Reverse(at.abs_diff(b)), b)).max()?;
    (best.0 > 0).then(|| (best.0, of_new[best.2].0.start))
}

fn spans(text: &str) -> Vec<(Span, String)> {
    tokens(text).into_iter().map(|token| (token.span, fold(token.span.of(text)))).collect()
}

/// The words and numbers of a passage in their comparison form, in the order of the alphabet.
fn words(text: &str) -> Vec<String> {
    let said = tokens(text).into_iter().filter(|token| token.kind != TokenKind::Punctuation);
    let mut words: Vec<String> = said.map(|token| fold(token.span.of(text))).collect();
    words.sort_unstable();
    words
}

/// How many words two passages share, each as often as it stands in both; both are in the order of the alphabet.
fn shared(a: &[String], b: &[String]) -> usize {
    let (mut n, mut m, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(n), b.get(m)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => n += 1,
            std::cmp::Ordering::Greater => m += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                n += 1;
                m += 1;
            }
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(old: &[&str], new: &[&str]) -> Vec<Option<(usize, bool)>> {
        counterparts(old, new).into_iter().map(|one| one.map(|one| (one.at, one.exact))).collect()
    }

    #[test]
    fn what_stays_is_found_where_it_stands_now() {
        let old = ["The ferry left.", "Nobody knew.", "Rain fell."];
        assert_eq!(found(&old, &old), [Some((0, true)), Some((1, true)), Some((2, true))]);
        let moved = ["Rain fell.", "A quiet day.", "The ferry left.", "Nobody knew."];
        assert_eq!(found(&old, &moved), [Some((2, true)), Some((3, true)), Some((0, true))]);
    }

    #[test]
    fn sentences_that_stand_there_often_are_told_apart_by_their_neighbours() {
        let old = ["One.", "No.", "Two.", "No.", "Three.", "No."];
        let new = ["One.", "No.", "Three.", "No."];
        let exact = |at| Some((at, true));
        assert_eq!(found(&old, &new), [exact(0), exact(1), None, None, exact(2), exact(3)]);
    }

    #[test]
    fn a_changed_sentence_is_known_again_and_a_new_one_is_not_taken_for_it() {
        let old = ["The fire killed 12 people on Monday.", "The mayor was away."];
        let new = ["A storm came up.", "The fire killed 15 people on Monday night."];
        assert_eq!(found(&old, &new), [Some((1, false)), None]);
    }

    #[test]
    fn a_sentence_made_one_with_the_next_goes_there() {
        let old = ["The fire killed 12 people.", "Nobody had been warned."];
        let new = ["The fire killed 12 people, and nobody had been warned."];
        assert_eq!(found(&old, &new), [Some((0, false)), Some((0, false))]);
        assert_eq!(found(&new, &old), [Some((0, false))]);
    }

    #[test]
    fn a_place_between_words_moves_with_them() {
        let (old, new) = ("The ferry left at noon, nobody knew why.", "On Monday the ferry left, and nobody knew why.");
        let place = |words: &str| old.find(words).and_then(|byte| same_place(old, byte, new)).map(|(_, byte)| byte);
        assert_eq!(place("nobody"), new.find("nobody"));
        assert_eq!(place("ferry"), new.find("ferry"));
        assert_eq!(same_place(old, 4, "Rain!"), None);
        assert_eq!(same_place("", 0, ""), None);
    }
}
