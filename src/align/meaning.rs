//! Evidence of meaning: how near the words of two sentences are to each other, whatever stems they have.
//!
//! Where the words' vectors come from is an [`Encode`]'s matter; here they become features. Without vectors, every feature
//! is 0.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::segment::Document;
use crate::text::{Pair, Side, TokenKind, tokens};

use super::profile::{Profile, Profiles};
use super::score::is_fragment;
use super::vocabulary::FEWEST_SENTENCES;

/// The features that are told here.
pub(super) const NAMES: [&str; 5] =
    ["meaning_least", "meaning_most", "meaning_above_rivals", "meaning_whole", "meaning_whole_above_rivals"];

const MEANINGS: usize = NAMES.len();

/// The language that the vectors and the weights of their evidence were learned on; others are aligned by stems alone.
const LANGUAGE: &str = "en";

/// The best partners whose mean a pair is held against: one alone may be a chance hit.
const RIVALS: usize = 3;

/// Features are cut to this many steps from 0 to 1, so that processors that round differently say the same.
const STEPS: f64 = 10_000.0;

/// Gives words vectors that say what they mean in their sentence.
pub trait Encode: Debug + Send + Sync {
    /// One vector for each word of a sentence (punctuation marks are words too), all of one length; the same for the
    /// same sentence every time.
    fn encode(&self, words: &[&str]) -> Vec<Vec<f32>>;
}

/// An encoder in use, shared by all comparisons. Two are equal if they are the same one.
#[derive(Clone, Debug)]
pub struct SharedEncoder(Arc<dyn Encode>);

impl SharedEncoder {
    /// Shares an encoder.
    pub fn new(encoder: impl Encode + 'static) -> Self {
        Self(Arc::new(encoder))
    }
}

impl PartialEq for SharedEncoder {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for SharedEncoder {}

/// Where the evidence of meaning comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Semantics {
    /// From nowhere: words are alike by their stems and letters only.
    #[default]
    Stems,
    /// From an encoder that the user has.
    Encoder(SharedEncoder),
}

impl Semantics {
    /// What can be said about two documents: vectors are of one language, and single sentences have no story that the
    /// weights would fit.
    pub(super) fn of(&self, documents: Pair<&Document>) -> &Self {
        let known = Side::BOTH.iter().all(|&side| documents[side].language.code() == LANGUAGE);
        if known && !is_fragment(documents.map(|document| document.sentences.len())) { self } else { &Self::Stems }
    }
}

/// A sentence's content words with their vectors.
#[derive(Default)]
struct Meant {
    /// Of length 1 each.
    words: Vec<Vec<f32>>,
    weights: Vec<f64>,
    /// The weighted mean of the words, less what the whole story has in common; of length 1.
    whole: Vec<f32>,
}

/// How near a pair is, before it is held against its rivals.
#[derive(Clone, Copy)]
struct Nearness {
    least: f64,
    most: f64,
    whole: f64,
}

/// The features of every pair that is looked at.
#[derive(Default)]
pub(super) struct Meaning(BTreeMap<Pair<usize>, [f64; MEANINGS]>);

impl Meaning {
    /// The features of these pairs.
    pub(super) fn of(
        documents: Pair<&Document>,
        profiles: &Profiles,
        pairs: &[Pair<usize>],
        semantics: &Semantics,
    ) -> Self {
        match semantics {
            Semantics::Stems => Self::default(),
            Semantics::Encoder(encoder) => Self::by(encoder.0.as_ref(), documents, profiles, pairs),
        }
    }

    fn by(encoder: &dyn Encode, documents: Pair<&Document>, profiles: &Profiles, pairs: &[Pair<usize>]) -> Self {
        let mut sentences = Pair::from_fn(|side| meant(documents[side], &profiles.sentences[side], profiles, encoder));
        centre(&mut sentences);
        let near: Vec<Nearness> = pairs
            .into_par_iter()
            .map(|pair| nearness(&sentences.left[pair.left], &sentences.right[pair.right]))
            .collect();
        let both: Vec<f64> = near.iter().map(|near| f64::midpoint(near.least, near.most)).collect();
        let whole: Vec<f64> = near.iter().map(|near| near.whole).collect();
        let (both, whole) = (above_rivals(pairs, &both), above_rivals(pairs, &whole));
        let features = |n: usize| {
            [near[n].least, near[n].most, both[n], near[n].whole, whole[n]].map(|value| (value * STEPS).round() / STEPS)
        };
        Self(pairs.iter().enumerate().map(|(n, &pair)| (pair, features(n))).collect())
    }

    /// What is known of a pair.
    pub(super) fn features(&self, pair: Pair<usize>) -> [f64; MEANINGS] {
        self.0.get(&pair).copied().unwrap_or([0.0; MEANINGS])
    }
}

fn meant(document: &Document, profiled: &[Profile], all: &Profiles, encoder: &dyn Encode) -> Vec<Meant> {
    let one = |id: usize| sentence(document.sentence(id), &profiled[id], all, encoder);
    (0..profiled.len()).into_par_iter().map(one).collect()
}

/// The content words of a sentence with their vectors; its whole is not centred yet.
fn sentence(text: &str, profile: &Profile, all: &Profiles, encoder: &dyn Encode) -> Meant {
    let tokens = tokens(text);
    let words: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
    let vectors = encoder.encode(&words);
    let spoken = tokens.iter().zip(vectors).filter(|(token, _)| token.kind != TokenKind::Punctuation);
    let mut meant = Meant::default();
    for ((_, vector), (&term, _)) in
        spoken.zip(profile.sequence.iter().zip(&profile.content)).filter(|(_, (_, content))| **content)
    {
        let weight = all.stems.weight(term);
        add(&mut meant.whole, &vector, weight as f32);
        meant.weights.push(weight);
        meant.words.push(unit(vector));
    }
    let mass = meant.weights.iter().sum::<f64>().max(f64::MIN_POSITIVE) as f32;
    meant.whole.iter_mut().for_each(|value| *value /= mass);
    meant
}

/// Takes from each sentence what the story's sentences have in common, which says nothing about which belong together.
fn centre(sentences: &mut Pair<Vec<Meant>>) {
    let sums = sentences.as_ref().map(|sentences| {
        let mut sum = Vec::new();
        sentences.iter().for_each(|meant| add(&mut sum, &meant.whole, 1.0));
        sum
    });
    // Each side is summed by itself, so that the mean is the same whichever side is the left one.
    let count: usize =
        Side::BOTH.iter().map(|&side| sentences[side].iter().filter(|m| !m.whole.is_empty()).count()).sum();
    let mut mean = sums.left;
    add(&mut mean, &sums.right, 1.0);
    for side in Side::BOTH {
        for meant in sentences[side].iter_mut().filter(|meant| !meant.whole.is_empty()) {
            // Of a few sentences the mean is mostly themselves: such a story is taken to go on with sentences of no meaning.
            add(&mut meant.whole, &mean, -1.0 / count.max(FEWEST_SENTENCES) as f32);
            meant.whole = unit(std::mem::take(&mut meant.whole));
        }
    }
}

fn nearness(a: &Meant, b: &Meant) -> Nearness {
    let (mut of_a, mut of_b) = (vec![0.0_f32; a.words.len()], vec![0.0_f32; b.words.len()]);
    for (i, word) in a.words.iter().enumerate() {
        for (j, other) in b.words.iter().enumerate() {
            let near = dot(word, other);
            of_a[i] = of_a[i].max(near);
            of_b[j] = of_b[j].max(near);
        }
    }
    let (a_in_b, b_in_a) = (mean(&of_a, &a.weights), mean(&of_b, &b.weights));
    Nearness { least: a_in_b.min(b_in_a), most: a_in_b.max(b_in_a), whole: f64::from(dot(&a.whole, &b.whole)) }
}

fn mean(values: &[f32], weights: &[f64]) -> f64 {
    let sum: f64 = values.iter().zip(weights).map(|(&value, weight)| f64::from(value) * weight).sum();
    sum / weights.iter().sum::<f64>().max(f64::MIN_POSITIVE)
}

/// How far each pair is above the mean of the best that either of its sentences has.
fn above_rivals(pairs: &[Pair<usize>], values: &[f64]) -> Vec<f64> {
    let rivals = Pair::from_fn(|side| {
        let mut of_sentence: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for (pair, &value) in pairs.iter().zip(values) {
            of_sentence.entry(pair[side]).or_default().push(value);
        }
        of_sentence.into_iter().map(|(id, values)| (id, mean_of_best(values))).collect::<BTreeMap<usize, f64>>()
    });
    let rival = |side: Side, pair: &Pair<usize>| rivals[side].get(&pair[side]).copied().unwrap_or(0.0);
    let above =
        |(pair, value): (&Pair<usize>, &f64)| 2.0 * value - (rival(Side::Left, pair) + rival(Side::Right, pair));
    pairs.iter().zip(values).map(above).collect()
}

fn mean_of_best(mut values: Vec<f64>) -> f64 {
    values.sort_by(|a, b| b.total_cmp(a));
    values.truncate(RIVALS);
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Adds a vector so many times; an empty sum takes its length.
fn add(sum: &mut Vec<f32>, vector: &[f32], times: f32) {
    if sum.is_empty() {
        sum.resize(vector.len(), 0.0);
    }
    sum.iter_mut().zip(vector).for_each(|(sum, value)| *sum += value * times);
}

fn unit(mut vector: Vec<f32>) -> Vec<f32> {
    let length = dot(&vector, &vector).sqrt();
    // A vector without a length, or with one beyond counting, points nowhere.
    let factor = if length.is_normal() { 1.0 / length } else { 0.0 };
    vector.iter_mut().for_each(|value| *value = if value.is_finite() { *value * factor } else { 0.0 });
    vector
}

/// The sum of the products, in lanes that the compiler can work on together.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    const LANES: usize = 8;
    let mut sums = [0.0_f32; LANES];
    let (a_chunks, b_chunks) = (a.chunks_exact(LANES), b.chunks_exact(LANES));
    let rest: f32 = a_chunks.remainder().iter().zip(b_chunks.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in a_chunks.zip(b_chunks) {
        for lane in 0..LANES {
            sums[lane] += x[lane] * y[lane];
        }
    }
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::{Choices, clean};
    use crate::load::RawArticle;
    use crate::segment::{Cuts, segment};
    use crate::text::Language;

    /// Knows two ways to say the same.
    #[derive(Debug)]
    struct Synonyms;

    impl Encode for Synonyms {
        fn encode(&self, words: &[&str]) -> Vec<Vec<f32>> {
            let place = |word: &&str| match *word {
                "repay" | "reimburse" => 0,
                "promised" | "pledged" => 1,
                "gulls" => 2,
                _ => 3,
            };
            words.iter().map(|word| (0..4).map(|n| f32::from(u8::from(n == place(word)))).collect()).collect()
        }
    }

    fn document(sentences: &[&str], language: &str) -> Document {
        let raw = RawArticle::from_sentences("test", sentences);
        segment(&raw, clean(&raw, &Choices::default()), Some(&Language::new(language)), &Cuts::default())
    }

    fn meaning(left: &[&str], right: &[&str], language: &str) -> Meaning {
        let (left, right) = (document(left, language), document(right, language));
        let documents = Pair::new(&left, &right);
        let pairs: Vec<Pair<usize>> =
            (0..left.sentences.len()).flat_map(|i| (0..right.sentences.len()).map(move |j| Pair::new(i, j))).collect();
        let semantics = Semantics::Encoder(SharedEncoder::new(Synonyms));
        Meaning::of(documents, &Profiles::of(documents), &pairs, semantics.of(documents))
    }

    #[test]
    fn other_words_with_the_same_meaning_are_near() {
        let meaning = meaning(
            &["They promised to repay."],
            &["They pledged to reimburse.", "Gulls ate the gulls.", "It rained."],
            "en",
        );
        let [least, most, above, whole, whole_above] = meaning.features(Pair::new(0, 0));
        assert!(least > 0.99 && most > 0.99 && whole > 0.99, "{least} {most} {whole}");
        let [other_least, _, other_above, other_whole, other_whole_above] = meaning.features(Pair::new(0, 1));
        assert!(other_least < 0.5 && other_whole < whole && other_above < above && other_whole_above < whole_above);
    }

    #[test]
    fn sentences_without_content_words_are_near_to_nothing() {
        let meaning = meaning(&["It was.", "?"], &["They were.", "They pledged.", "It rained."], "en");
        for pair in [Pair::new(0, 0), Pair::new(1, 0), Pair::new(1, 1)] {
            assert!(meaning.features(pair).iter().all(|value| value.is_finite()), "{pair:?}");
            assert!(meaning.features(pair)[1].abs() < 1e-9, "{pair:?}");
        }
    }

    #[test]
    fn single_sentences_do_without() {
        let meaning = meaning(&["They promised to repay."], &["They pledged to reimburse."], "en");
        assert_eq!(meaning.features(Pair::new(0, 0)), [0.0; MEANINGS]);
    }

    #[test]
    fn other_languages_do_without() {
        let meaning = meaning(&["Sie promised repay."], &["Sie pledged reimburse.", "Es regnet.", "Es hagelt."], "de");
        assert_eq!(meaning.features(Pair::new(0, 0)), [0.0; MEANINGS]);
    }
}
