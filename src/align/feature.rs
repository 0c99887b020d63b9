//! The evidence for a link, as named numbers. Every feature is the same when the sources are swapped.

use crate::text::Pair;

use super::candidate::Neighbourhood;
use super::profile::{Profile, Profiles};
use super::vocabulary::{Counts, Term, Vocabulary, shared};

/// How many features there are.
pub const COUNT: usize = NAMES.len();

/// The features' names, in the order of their values; the weights file uses them.
pub const NAMES: [&str; 19] = [
    "cosine",
    "covered_most",
    "covered_least",
    "gram_cosine",
    "names",
    "names_missing",
    "numbers",
    "numbers_missing",
    "longest_run",
    "quoted_run",
    "pairs",
    "rarest",
    "share_of_best_least",
    "share_of_best_most",
    "rank",
    "neighbours",
    "distance",
    "heading_and_text",
    "headings",
];

/// The values of all features for a pair of sentences, in the order of [`NAMES`]; each lies about between 0 and 1.
pub(super) fn features(profiles: &Profiles, near: &Neighbourhood, pair: Pair<usize>) -> [f64; COUNT] {
    let (a, b) = (&profiles.sentences.left[pair.left], &profiles.sentences.right[pair.right]);
    let words = &profiles.stems;
    let (most, least) = covered(a, b, words);
    let cosine = near.cosine(pair);
    let (of_left, of_right) = near.share_of_best(pair);
    [
        cosine,
        most,
        least,
        dot(&a.grams, &b.grams, &profiles.grams) / (a.gram_norm * b.gram_norm).max(f64::MIN_POSITIVE),
        saturating(common(&a.names, &b.names, words), NAMES_ENOUGH),
        missing(&a.names, &b.names),
        saturating(common(&a.numbers, &b.numbers, words), NUMBERS_ENOUGH),
        missing(&a.numbers, &b.numbers),
        saturating(longest_run(a, b, words), RUN_ENOUGH),
        saturating(quoted_run(a, b), QUOTATION_ENOUGH),
        saturating(common_pairs(a, b), PAIRS_ENOUGH),
        rarest(a, b, words),
        of_left.min(of_right),
        of_left.max(of_right),
        near.rank(pair),
        near.around(pair),
        (a.position - b.position).abs(),
        if a.heading == b.heading { 0.0 } else { 1.0 },
        if a.heading && b.heading { 1.0 } else { 0.0 },
    ]
}

/// Weight of shared names at which more adds little.
const NAMES_ENOUGH: f64 = 6.0;
/// Weight of shared numbers at which more adds little.
const NUMBERS_ENOUGH: f64 = 4.0;
/// Weight of a run of shared words at which more adds little.
const RUN_ENOUGH: f64 = 12.0;
/// Words of a shared quotation at which more adds little.
const QUOTATION_ENOUGH: f64 = 5.0;
/// Shared pairs of neighbouring words at which more adds little.
const PAIRS_ENOUGH: f64 = 3.0;

/// 0 for nothing, about two thirds for enough, towards 1 for ever more.
fn saturating(value: f64, enough: f64) -> f64 {
    1.0 - (-value / enough).exp()
}

/// The part of either sentence's weight that the other one has too: the better and the worse of the two.
fn covered(a: &Profile, b: &Profile, words: &Vocabulary) -> (f64, f64) {
    let both = common(&a.stems, &b.stems, words);
    let (low, high) = (a.mass.min(b.mass).max(LEAST_MASS), a.mass.max(b.mass).max(LEAST_MASS));
    (both / low, both / high)
}

/// A sentence of one or two common words would be covered by anything; below this weight it never is.
const LEAST_MASS: f64 = 8.0;

fn common(a: &Counts, b: &Counts, words: &Vocabulary) -> f64 {
    shared(a, b).map(|(term, _, _)| words.weight(term)).sum()
}

fn dot(a: &Counts, b: &Counts, words: &Vocabulary) -> f64 {
    shared(a, b).map(|(term, n, m)| n * m * words.weight(term).powi(2)).sum()
}

/// The part of the smaller side's terms that the other does not have; 0 where a side has none.
fn missing(a: &Counts, b: &Counts) -> f64 {
    let smaller = a.len().min(b.len());
    if smaller == 0 { 0.0 } else { 1.0 - shared(a, b).count() as f64 / smaller as f64 }
}

/// What the rarest shared word weighs, against the rarest there can be.
fn rarest(a: &Profile, b: &Profile, words: &Vocabulary) -> f64 {
    let heaviest = |counts: &Counts| counts.iter().map(|&(term, _)| words.weight(term)).fold(0.0, f64::max);
    let best = heaviest(&a.stems).max(heaviest(&b.stems));
    let both = shared(&a.stems, &b.stems).map(|(term, _, _)| words.weight(term)).fold(0.0, f64::max);
    if best > 0.0 { both / best } else { 0.0 }
}

/// The heaviest run of words that both have, by the weight of its content words.
fn longest_run(a: &Profile, b: &Profile, words: &Vocabulary) -> f64 {
    // A stem can stand for a content word on one side and for a small word on the other.
    let weigh = |i: usize, j: usize| if a.content[i] && b.content[j] { words.weight(a.sequence[i]) } else { 0.0 };
    heaviest_run(&a.sequence, b, weigh)
}

/// The longest run of words inside a quotation of one that the other has too, quoted or not.
fn quoted_run(a: &Profile, b: &Profile) -> f64 {
    heaviest_run(&a.quoted, b, |_, _| 1.0).max(heaviest_run(&b.quoted, a, |_, _| 1.0))
}

/// The greatest weight of a run of terms that stands in a sentence too; `weigh` takes the places in both. Only places
/// with the same term are visited: two sentences have few of them.
fn heaviest_run(a: &[Term], b: &Profile, weigh: impl Fn(usize, usize) -> f64) -> f64 {
    let mut best = 0.0_f64;
    // The runs that end with the term before and with this one, by their place in the other sentence.
    let (mut before, mut here) = (Vec::new(), Vec::new());
    for (i, term) in a.iter().enumerate() {
        let start = b.places.partition_point(|(other, _)| other < term);
        let mut ends = before.iter().peekable();
        for &(_, j) in b.places[start..].iter().take_while(|(other, _)| other == term) {
            while ends.next_if(|(end, _)| end + 1 < j).is_some() {}
            let run = ends.next_if(|(end, _)| end + 1 == j).map_or(0.0, |(_, weight)| *weight) + weigh(i, j);
            best = best.max(run);
            here.push((j, run));
        }
        std::mem::swap(&mut before, &mut here);
        here.clear();
    }
    best
}

/// How many pairs of neighbouring content words both have.
fn common_pairs(a: &Profile, b: &Profile) -> f64 {
    a.pairs.iter().filter(|pair| b.pairs.binary_search(pair).is_ok()).count() as f64
}
