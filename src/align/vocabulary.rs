//! The words of both documents as numbers, with what each one weighs in this story.

/// A term's number: its place in the alphabet of all terms of both documents, so that it does not depend on which
/// document is the left one.
pub(super) type Term = u32;

/// A sentence's terms with how often each occurs, in the order of the terms.
pub(super) type Counts = Vec<(Term, f32)>;

/// Terms in their order.
pub(super) struct Alphabet<T>(Vec<T>);

impl<T: Ord> Alphabet<T> {
    /// The alphabet of these terms.
    pub(super) fn of(terms: impl Iterator<Item = T>) -> Self {
        let mut terms: Vec<T> = terms.collect();
        terms.sort_unstable();
        terms.dedup();
        Self(terms)
    }

    /// The number of one of its terms; what is none has the number that would be next.
    pub(super) fn number(&self, term: &T) -> Term {
        Term::try_from(self.0.binary_search(term).unwrap_or(self.0.len())).unwrap_or(Term::MAX)
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// What the terms of both documents weigh, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    weights: Vec<f64>,
    /// The part of its weight that each keeps where words of every day count for less.
    telling: Vec<f64>,
}

impl Vocabulary {
    /// Weighs so many terms by the sentences they stand in, given in the order of the terms: one weighs the more, the
    /// fewer sentences have it.
    pub(super) fn of<'a, T: 'a>(terms: usize, sentences: impl Iterator<Item = &'a Vec<(Term, T)>>) -> Self {
        let mut with_term = vec![0; terms];
        let mut count = 0;
        for sentence in sentences {
            count += 1;
            for same in sentence.chunk_by(|a, b| a.0 == b.0) {
                if let Some(with_term) = same.first().and_then(|&(term, _)| with_term.get_mut(term as usize)) {
                    *with_term += 1;
                }
            }
        }
        let weights = with_term.into_iter().map(|with_term| rarity(count, with_term)).collect();
        Self { weights, telling: vec![1.0; terms] }
    }

    /// Lets terms keep only a part of their weight; of several parts for one term the smallest.
    pub(super) fn tell(&mut self, parts: impl Iterator<Item = (Term, f64)>) {
        for (term, part) in parts {
            if let Some(telling) = self.telling.get_mut(term as usize) {
                *telling = telling.min(part);
            }
        }
    }

    /// What a term weighs.
    pub(super) fn weight(&self, term: Term) -> f64 {
        self.weights.get(term as usize).copied().unwrap_or(0.0)
    }

    /// What a term weighs where words of every day count for less.
    pub(super) fn telling(&self, term: Term) -> f64 {
        self.weight(term) * self.telling.get(term as usize).copied().unwrap_or(0.0)
    }

    /// Whether a term is a word of every day.
    pub(super) fn is_plain(&self, term: Term) -> bool {
        self.telling.get(term as usize).is_some_and(|telling| *telling < PLAIN)
    }

    /// The product of two sentences' weighted terms.
    pub(super) fn product(&self, a: &Counts, b: &Counts) -> f64 {
        shared(a, b).map(|(term, n, m)| n * m * self.weight(term).powi(2)).sum()
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }
}

/// A term that keeps less of its weight than this is a word of every day.
const PLAIN: f64 = 0.62;

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

/// Whether a term is among these.
pub(super) fn has(counts: &Counts, term: Term) -> bool {
    counts.binary_search_by_key(&term, |&(other, _)| other).is_ok()
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
    fn rare_terms_weigh_more() {
        let vocabulary = Vocabulary::of(2, [vec![(0, 1), (1, 0)], vec![(0, 0), (0, 1)]].iter());
        assert!(vocabulary.weight(1) > vocabulary.weight(0));
        assert_eq!(vocabulary.weight(2), 0.0);
    }

    #[test]
    fn numbers_follow_the_alphabet() {
        let alphabet = Alphabet::of(["b", "a", "a"].into_iter());
        assert_eq!(["a", "b", "c"].map(|term| alphabet.number(&term)), [0, 1, 2]);
    }

    #[test]
    fn shared_terms_are_found_in_order() {
        let (a, b) = (counts(vec![3, 1, 3]), counts(vec![3, 2, 1]));
        assert_eq!(shared(&a, &b).collect::<Vec<_>>(), [(1, 1.0, 1.0), (3, 2.0, 1.0)]);
    }
}
