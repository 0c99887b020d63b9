//! Whether a sentence as a whole hedges. "Some", "known" or "may" do so in one sentence and not in another; which it is
//! shows in the words beside them and in how many there are. A logistic regression weighs them, with the weights of
//! `hedge_weights.txt`, which `examples/train_hedges.rs` learns.

use std::ops::Range;

use super::super::lexicon::Lexicon;
use super::super::reading::{Word, words_of};
use crate::text::Language;

/// What speaks for or against a sentence's being a hedged one.
struct Evidence<'a> {
    what: What,
    amount: f64,
    weight: &'a str,
}

/// A listed phrase of the sentence, or what the sentence is like.
enum What {
    Phrase(Range<usize>),
    Shape(&'static str),
}

/// From these log-odds on a sentence counts as hedged: a chance of three in ten. As many hedges are missed there as
/// plain sentences are taken for hedged ones.
const HEDGED: f64 = -0.85;

/// The log-odds of any sentence before its words are looked at.
const BIAS: &str = "_bias";

/// Sentences longer than this are hedged no less often.
const LONG: usize = 60;

/// What the words of a hedged sentence weigh; `None` for a sentence that does not hedge as a whole.
pub struct Leaning(Vec<(Range<usize>, f64)>);

impl Leaning {
    /// Weighs a sentence.
    pub fn of(lexicon: &Lexicon, words: &[Word]) -> Option<Self> {
        let evidence = evidence(lexicon, words);
        let odds: f64 = evidence.iter().map(|evidence| evidence.amount * number(evidence.weight)).sum();
        let phrases = evidence.into_iter().filter_map(|evidence| match evidence.what {
            What::Phrase(range) => Some((range, number(evidence.weight))),
            What::Shape(_) => None,
        });
        (lexicon.is_known && odds >= HEDGED).then(|| Self(phrases.collect()))
    }

    /// How much a stretch of the sentence makes it a hedged one.
    pub fn weight(&self, words: &Range<usize>) -> f64 {
        let touches = |range: &Range<usize>| range.start < words.end && words.start < range.end;
        self.0.iter().filter(|(range, _)| touches(range)).map(|(_, weight)| weight).sum()
    }
}

/// What an English sentence shows of being hedged, by the names of `hedge_weights.txt` and with its amount: what the
/// weights are learned from.
pub fn hedging(sentence: &str) -> Vec<(String, f64)> {
    let words = words_of(sentence);
    let name = |what: What| match what {
        What::Shape(name) => name.to_owned(),
        What::Phrase(range) => words[range].iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" "),
    };
    let found = evidence(Lexicon::of(&Language::english()), &words);
    found.into_iter().map(|evidence| (name(evidence.what), evidence.amount)).collect()
}

fn evidence<'a>(lexicon: &'a Lexicon, words: &[Word]) -> Vec<Evidence<'a>> {
    let list = &lexicon.hedge_weights;
    let phrases = (0..words.len()).filter(|&at| !is_month(words, at)).flat_map(|at| {
        let phrase = move |len: usize| What::Phrase(at..at + len);
        list.all_at(words, at).map(move |hit| Evidence { what: phrase(hit.len), amount: 1.0, weight: hit.value })
    });
    let shapes = shapes(lexicon, words).into_iter().filter_map(|(name, amount)| {
        list.value(name).map(|weight| Evidence { what: What::Shape(name), amount, weight })
    });
    shapes.chain(phrases).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
fn shapes(lexicon: &Lexicon, words: &[Word]) -> [(&'static str, f64); 7] {
    let count = |is: &dyn Fn(&Word) -> bool| words.iter().filter(|word| is(word)).count() as f64;
    let all = words.len().max(1) as f64;
    let opens_with =
        |listed: &[&str]| f64::from(words.first().is_some_and(|word| listed.contains(&word.folded.as_str())));
    let first_person = words.iter().any(|word| ["i", "we", "you"].contains(&word.folded.as_str()));
    let names = words.iter().skip(1).filter(|word| word.capital).count() as f64;
    [
        (BIAS, 1.0),
        ("_cues", count(&|word| lexicon.hedge_weights.has(&word.folded)).sqrt()),
        ("_length", words.len().min(LONG) as f64 / 30.0),
        ("_names", names / all * 3.0),
        ("_first_person", f64::from(first_person)),
        ("_opens_with_he", opens_with(&["he", "she"])),
        ("_opens_with_it", opens_with(&["it"])),
    ]
}

/// A weight as it is written in the list.
fn number(written: &str) -> f64 {
    written.parse().unwrap_or(0.0)
}

/// "May" the month.
fn is_month(words: &[Word], at: usize) -> bool {
    at > 0 && words[at].capital && words[at].folded == "may"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_hedged(sentence: &str) -> bool {
        Leaning::of(Lexicon::of(&Language::english()), &words_of(sentence)).is_some()
    }

    #[test]
    fn what_nobody_in_particular_says_is_hedged() {
        assert!(is_hedged("Some people believe that the old lighthouse is haunted."));
        assert!(is_hedged("It is widely considered to be one of the finest piers of the coast."));
    }

    #[test]
    fn plain_statements_are_not() {
        assert!(!is_hedged("Ines Hallow opened the pier on 3 March 2019."));
        assert!(!is_hedged("The council may meet in April on the 300 boats."));
    }

    #[test]
    fn every_weight_is_a_number() {
        let list = crate::text::WordList::parse(include_str!("../../../assets/lang/en/hedge_weights.txt"));
        assert!(list.iter().all(|(_, weight)| weight.parse::<f64>().is_ok()));
    }
}
