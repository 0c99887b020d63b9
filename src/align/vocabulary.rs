//! The words of both documents as numbers, with what each one weighs in this story.

use std::collections::{HashMap, HashSet};

/// A term's number: its place in the alphabet of all terms of both documents, so that it does not depend on which
/// document is the left one.
pub(super) type Term = u32;

/// A sentence's terms with how often each occurs, in the order of the terms.
pub(super) type Counts = Vec<(Term, f32)>;

/// The terms of both documents and their weights.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<String, Term>,
    weights: Vec<f64>,
}

impl Vocabulary {
    /// The vocabulary of these terms, which have no weights yet.
    pub(super) fn of<'a>(terms: impl Iterator<Item = &'a str>) -> Self {
        let terms: HashSet<&str> = terms.collect();
        let mut terms: Vec<&str> = terms.into_iter().collect();
        terms.sort_unstable();
        let weights = vec![0.0; terms.len()];
        Self { numbers: (0..).zip(terms).map(|(n, term)| (term.to_owned(), n)).collect(), weights }
    }

    /// Weighs the terms by the sentences they stand in, given in the order of the terms: one weighs the more, the fewer
    /// sentences have it.
    pub(super) fn weigh<'a, T: 'a>(&mut self, sentences: impl Iterator<Item = &'a Vec<(Term, T)>>) {
        let mut with_term = vec![0; self.len()];
        let mut count = 0;
        for sentence in sentences {
            count += 1;
            for same in sentence.chunk_by(|a, b| a.0 == b.0) {
                if let Some(with_term) = same.first().and_then(|&(term, _)| with_term.get_mut(term as usize)) {
                    *with_term += 1;
                }
            }
        }
        self.weights = with_term.into_iter().map(|with_term| rarity(count, with_term)).collect();
    }

    /// The number of one of its terms; what is none has a number that weighs nothing.
    pub(super) fn number(&self, term: &str) -> Term {
        self.numbers.get(term).copied().unwrap_or(Term::MAX)
    }

    /// What a term weighs.
    pub(super) fn weight(&self, term: Term) -> f64 {
        self.weights.get(term as usize).copied().unwrap_or(0.0)
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }
}

/// A story shorter than this says too little about which of its words are common; its words are weighed as if it
/// had so many sentences.
const FEWEST_SENTENCES: usize = 40;

/// Inverse sentence frequency, smoothed so that a word of every sentence still weighs a little.
fn rarity(sentences: usize, with_term: usize) -> f64 {
    ((sentences.max(FEWEST_SENTENCES) as f64 + 1.0) / (with_term as f64 + 0.5)).ln().max(0.05)
}

/// Terms counted, in their order.
pub(super) fn counts(mut terms: Vec<Term>) -> Counts {
    terms.sort_unstable();
    let mut counts: Counts = Vec::with_capacity(terms.len());
    for term in terms {
        match counts.last_mut() {
            Some((last, n)) if *last == term => *n += 1.0,
            _ => counts.push((term, 1.0)),
        }
    }
    counts
}

/// The terms that both have, with both counts.
pub(super) fn shared<'a>(a: &'a Counts, b: &'a Counts) -> impl Iterator<Item = (Term, f64, f64)> + 'a {
    let mut rest = b.iter().peekable();
    a.iter().filter_map(move |&(term, n)| {
        while rest.next_if(|&&(other, _)| other < term).is_some() {}
        rest.next_if(|&&(other, _)| other == term).map(|&(_, m)| (term, f64::from(n), f64::from(m)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_weigh_more_and_numbers_follow_the_alphabet() {
        let mut vocabulary = Vocabulary::of(["b", "a", "a", "a"].into_iter());
        assert_eq!([vocabulary.number("a"), vocabulary.number("b")], [0, 1]);
        vocabulary.weigh([vec![(0, 1), (1, 0)], vec![(0, 0), (0, 1)]].iter());
        assert!(vocabulary.weight(1) > vocabulary.weight(0));
        assert_eq!(vocabulary.weight(vocabulary.number("c")), 0.0);
    }

    #[test]
    fn shared_terms_are_found_in_order() {
        let (a, b) = (counts(vec![3, 1, 3]), counts(vec![3, 2, 1]));
        assert_eq!(shared(&a, &b).collect::<Vec<_>>(), [(1, 1.0, 1.0), (3, 2.0, 1.0)]);
    }
}
