//! The words of both documents as numbers, with what each one weighs in this story.

use std::collections::{BTreeMap, HashMap};

/// A term's number: its place in the alphabet of all terms of both documents, so that it does not depend on which
/// document is the left one.
pub(super) type Term = u32;

/// A sentence's terms with how often each occurs, in the order of the terms.
pub(super) type Counts = Vec<(Term, f64)>;

/// The terms of both documents and their weights.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<String, Term>,
    weights: Vec<f64>,
}

impl Vocabulary {
    /// The vocabulary of sentences given as their terms; a term weighs the more, the fewer sentences have it.
    pub(super) fn of<'a>(sentences: impl Iterator<Item = &'a [String]>) -> Self {
        let mut document_frequency: BTreeMap<&str, usize> = BTreeMap::new();
        let mut count = 0;
        for sentence in sentences {
            count += 1;
            let mut seen: Vec<&str> = sentence.iter().map(String::as_str).collect();
            seen.sort_unstable();
            seen.dedup();
            for term in seen {
                *document_frequency.entry(term).or_default() += 1;
            }
        }
        let weights = document_frequency.values().map(|&df| rarity(count, df)).collect();
        let numbers = (0..).zip(document_frequency.keys()).map(|(n, &term)| (term.to_owned(), n)).collect();
        Self { numbers, weights }
    }

    /// The number of a term; `None` for one that no sentence has.
    pub(super) fn number(&self, term: &str) -> Option<Term> {
        self.numbers.get(term).copied()
    }

    /// The numbers of terms in their order.
    pub(super) fn sequence(&self, terms: &[String]) -> Vec<Term> {
        terms.iter().filter_map(|term| self.number(term)).collect()
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
pub(super) const FEWEST_SENTENCES: usize = 40;

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
        rest.next_if(|&&(other, _)| other == term).map(|&(_, m)| (term, n, m))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_weigh_more_and_numbers_follow_the_alphabet() {
        let sentences: Vec<Vec<String>> =
            [vec!["b", "a"], vec!["a", "a"]].iter().map(|s| s.iter().map(|w| (*w).to_owned()).collect()).collect();
        let vocabulary = Vocabulary::of(sentences.iter().map(Vec::as_slice));
        assert_eq!(vocabulary.number("a"), Some(0));
        assert_eq!(vocabulary.number("b"), Some(1));
        assert!(vocabulary.weight(1) > vocabulary.weight(0));
    }

    #[test]
    fn shared_terms_are_found_in_order() {
        let (a, b) = (counts(vec![3, 1, 3]), counts(vec![3, 2, 1]));
        assert_eq!(shared(&a, &b).collect::<Vec<_>>(), [(1, 1.0, 1.0), (3, 2.0, 1.0)]);
    }
}
