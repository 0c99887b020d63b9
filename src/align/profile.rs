//! What the aligner knows of each sentence: its content words, names, numbers and quotations, as weighted terms.

use std::collections::HashSet;

use rayon::iter::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, IntoParallelRefMutIterator as _, ParallelIterator as _,
};

use crate::clean::Role;
use crate::segment::Document;
use crate::text::{Pair, Side, Span};

use super::company::{Company, Spread};
use super::vocabulary::{Alphabet, Counts, Term, Vocabulary, counts};
use super::words::{Form, Occurrence, Words};

/// One sentence in terms of both documents' vocabularies.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// Stems of content words.
    pub(super) stems: Counts,
    /// Character grams of content words.
    pub(super) grams: Counts,
    /// Names: words capitalised inside a sentence.
    pub(super) names: Counts,
    /// Numbers in digits.
    pub(super) numbers: Counts,
    /// Where every word stands, as bytes of the sentence.
    pub(super) spans: Vec<Span>,
    /// Stems of every word in order.
    pub(super) sequence: Vec<Term>,
    /// Whether each of the sequence is a content word.
    pub(super) content: Vec<bool>,
    /// Where in the sequence each term stands, in the order of the terms.
    pub(super) places: Vec<(Term, usize)>,
    /// Pairs of neighbouring content words, each once, in order.
    pub(super) pairs: Vec<(Term, Term)>,
    /// What its words come in together.
    pub(super) company: Company,
    /// Stems of the words inside quotation marks in order.
    pub(super) quoted: Vec<Term>,
    /// Euclidean length of the weighted stems.
    pub(super) stem_norm: f64,
    /// Euclidean length of the weighted grams.
    pub(super) gram_norm: f64,
    /// Sum of the stems' weights, each once.
    pub(super) mass: f64,
    /// As the mass, where words of every day count for less.
    pub(super) telling: f64,
    /// As the mass, without the names.
    pub(super) unnamed: f64,
    /// Its part in the article.
    pub(super) heading: bool,
    /// Where in the article it stands, 0 to 1.
    pub(super) position: f64,
}

/// All sentences of both documents, with the vocabularies they are told in.
#[derive(Debug)]
pub(super) struct Profiles {
    pub(super) sentences: Pair<Vec<Profile>>,
    pub(super) stems: Vocabulary,
    pub(super) grams: Vocabulary,
    /// In how many sentences of each side something stands.
    pub(super) spread: Spread,
}

/// What a word comes to in the vocabularies.
struct Terms {
    stem: Term,
    grams: Vec<Term>,
    content: bool,
    number: bool,
    /// Either document writes it with a capital inside a sentence.
    name: bool,
    telling: f64,
}

impl Profiles {
    /// Takes both documents apart.
    pub(super) fn of(documents: Pair<&Document>) -> Self {
        let words = Pair::at_once(|side| Words::of(documents[side]));
        let forms = || Side::BOTH.into_iter().flat_map(|side| &words[side].forms);
        let stems = Alphabet::of(forms().map(|form| form.stem.as_str()));
        let grams = Alphabet::of(forms().flat_map(|form| &form.grams).copied());
        let names: HashSet<&str> = Side::BOTH.into_iter().flat_map(|side| words[side].names()).collect();
        let in_terms = |form: &Form| Terms {
            stem: stems.number(&form.stem.as_str()),
            grams: form.grams.iter().map(|gram| grams.number(gram)).collect(),
            content: form.content,
            number: form.number,
            name: form.content && !form.number && names.contains(form.folded.as_str()),
            telling: form.telling,
        };
        let terms = Pair::from_fn(|side| words[side].forms.par_iter().map(in_terms).collect::<Vec<_>>());
        let sentences = Pair::from_fn(|side| profiles(documents[side], &words[side].sentences, &terms[side]));
        let told = terms.left.iter().chain(&terms.right).map(Terms::told);
        Self::weighed(sentences, (stems.len(), grams.len()), told)
    }

    /// How many sentences each side has.
    pub(super) fn sizes(&self) -> Pair<usize> {
        self.sentences.as_ref().map(Vec::len)
    }

    /// Whether both sentences say anything: one without content words is never linked for its place.
    pub(super) fn have_content(&self, pair: Pair<usize>) -> bool {
        Side::BOTH.into_iter().all(|side| !self.sentences[side][pair[side]].stems.is_empty())
    }

    /// The sentences with vocabularies of so many stems and grams, and what the stems keep of their weight.
    fn weighed(
        mut sentences: Pair<Vec<Profile>>,
        (stems, grams): (usize, usize),
        told: impl Iterator<Item = (Term, f64)>,
    ) -> Self {
        let all = || sentences.left.iter().chain(&sentences.right);
        let mut stems = Vocabulary::of(stems, all().map(|profile| &profile.places));
        let grams = Vocabulary::of(grams, all().map(|profile| &profile.grams));
        stems.tell(told);
        for side in Side::BOTH {
            sentences[side].par_iter_mut().for_each(|profile| measure(profile, &stems, &grams));
        }
        let spread = Spread::of(sentences.as_ref().map(Vec::as_slice), stems.len());
        Self { sentences, stems, grams, spread }
    }
}

impl Terms {
    /// What the word keeps of its weight; a name is not plain, however often it is in the news.
    fn told(&self) -> (Term, f64) {
        (self.stem, if self.name { self.telling.max(LEAST_OF_A_NAME) } else { self.telling })
    }
}

/// A name keeps at least this part of its weight.
const LEAST_OF_A_NAME: f64 = 0.7;

fn profiles(document: &Document, sentences: &[Vec<Occurrence>], terms: &[Terms]) -> Vec<Profile> {
    let last = sentences.len().max(2).saturating_sub(1);
    let one = |(id, words): (usize, &Vec<Occurrence>)| Profile {
        heading: matches!(document.sentences[id].role, Role::Headline | Role::Subheading),
        position: id as f64 / last as f64,
        ..profile(words, terms)
    };
    sentences.par_iter().enumerate().map(one).collect()
}

/// A sentence in terms that have no weights yet.
fn profile(words: &[Occurrence], terms: &[Terms]) -> Profile {
    let all = || words.iter().map(|word| (word, &terms[word.form]));
    let stems_of = |fits: &dyn Fn(&Occurrence, &Terms) -> bool| -> Vec<Term> {
        all().filter(|(word, terms)| fits(word, terms)).map(|(_, terms)| terms.stem).collect()
    };
    let sequence = stems_of(&|_, _| true);
    let content = stems_of(&|_, terms| terms.content);
    let is_content: Vec<bool> = all().map(|(_, terms)| terms.content).collect();
    Profile {
        spans: words.iter().map(|word| word.span).collect(),
        places: places(&sequence),
        pairs: neighbours(&content),
        company: Company::of(&sequence, &is_content),
        sequence,
        content: is_content,
        stems: counts(content),
        grams: counts(all().flat_map(|(_, terms)| &terms.grams).copied().collect()),
        names: counts(stems_of(&|word, terms| word.capital && terms.name)),
        numbers: counts(stems_of(&|_, terms| terms.number)),
        quoted: stems_of(&|word, _| word.quoted),
        ..Profile::default()
    }
}

fn places(sequence: &[Term]) -> Vec<(Term, usize)> {
    let mut places: Vec<(Term, usize)> = sequence.iter().enumerate().map(|(at, &term)| (term, at)).collect();
    places.sort_unstable();
    places
}

fn neighbours(content: &[Term]) -> Vec<(Term, Term)> {
    let mut pairs: Vec<(Term, Term)> = content.windows(2).map(|w| (w[0], w[1])).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn measure(profile: &mut Profile, stems: &Vocabulary, grams: &Vocabulary) {
    profile.stem_norm = norm(&profile.stems, stems);
    profile.gram_norm = norm(&profile.grams, grams);
    profile.mass = profile.stems.iter().map(|&(term, _)| stems.weight(term)).sum();
    profile.telling = profile.stems.iter().map(|&(term, _)| stems.telling(term)).sum();
    let named: f64 = profile.names.iter().map(|&(term, _)| stems.weight(term)).sum();
    profile.unnamed = profile.mass - named;
}

fn norm(counts: &Counts, vocabulary: &Vocabulary) -> f64 {
    counts.iter().map(|&(term, n)| (f64::from(n) * vocabulary.weight(term)).powi(2)).sum::<f64>().sqrt()
}
