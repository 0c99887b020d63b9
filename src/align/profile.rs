//! What the aligner knows of each sentence: its content words, names, numbers and quotations, as weighted terms.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rust_stemmers::Stemmer;

use crate::clean::Role;
use crate::segment::Document;
use crate::text::{Language, Pair, Side, Token, TokenKind, WordList, fold, tokens};

use super::vocabulary::{Counts, Term, Vocabulary, counts};

static ENGLISH: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("../../assets/lang/en/stopwords.txt")));
static GERMAN: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("../../assets/lang/de/stopwords.txt")));
static NONE: LazyLock<WordList> = LazyLock::new(WordList::default);

/// Characters in a gram: three cover most stems and forgive most endings.
const GRAM: usize = 3;

/// Where more of a sentence's words than this are capitalised, capitals say nothing about names.
const MOST_CAPITALS: f64 = 0.6;

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
    /// Stems of every word in order.
    pub(super) sequence: Vec<Term>,
    /// Whether each of the sequence is a content word.
    pub(super) content: Vec<bool>,
    /// Stems of the words inside quotation marks in order.
    pub(super) quoted: Vec<Term>,
    /// Euclidean length of the weighted stems.
    pub(super) stem_norm: f64,
    /// Euclidean length of the weighted grams.
    pub(super) gram_norm: f64,
    /// Sum of the stems' weights, each once.
    pub(super) mass: f64,
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
}

/// A sentence taken apart, before its terms have weights.
#[derive(Default)]
struct Parts {
    stems: Vec<String>,
    grams: Vec<String>,
    names: Vec<String>,
    numbers: Vec<String>,
    sequence: Vec<String>,
    content: Vec<bool>,
    quoted: Vec<String>,
}

impl Profiles {
    /// Takes both documents apart.
    pub(super) fn of(documents: Pair<&Document>) -> Self {
        let names = Side::BOTH.iter().flat_map(|&side| names_of(documents[side])).collect::<BTreeSet<_>>();
        let parts = documents.map(|document| take_apart(document, &names));
        let all = || parts.left.iter().chain(&parts.right);
        let stems = Vocabulary::of(all().map(|parts| parts.sequence.as_slice()));
        let grams = Vocabulary::of(all().map(|parts| parts.grams.as_slice()));
        let sentences = Pair::from_fn(|side| {
            let count = parts[side].len();
            let one = |(id, parts): (usize, &Parts)| {
                let role = documents[side].sentences[id].role;
                profile(parts, &stems, &grams, role, id as f64 / count.max(2).saturating_sub(1) as f64)
            };
            parts[side].iter().enumerate().map(one).collect()
        });
        Self { sentences, stems, grams }
    }
}

fn profile(parts: &Parts, stems: &Vocabulary, grams: &Vocabulary, role: Role, position: f64) -> Profile {
    let stem_counts = counts(stems.sequence(&parts.stems));
    let gram_counts = counts(grams.sequence(&parts.grams));
    Profile {
        stem_norm: norm(&stem_counts, stems),
        gram_norm: norm(&gram_counts, grams),
        mass: stem_counts.iter().map(|&(term, _)| stems.weight(term)).sum(),
        stems: stem_counts,
        grams: gram_counts,
        names: counts(stems.sequence(&parts.names)),
        numbers: counts(stems.sequence(&parts.numbers)),
        sequence: stems.sequence(&parts.sequence),
        content: parts.content.clone(),
        quoted: stems.sequence(&parts.quoted),
        heading: matches!(role, Role::Headline | Role::Subheading),
        position,
    }
}

fn norm(counts: &Counts, vocabulary: &Vocabulary) -> f64 {
    counts.iter().map(|&(term, n)| (n * vocabulary.weight(term)).powi(2)).sum::<f64>().sqrt()
}

fn take_apart(document: &Document, names: &BTreeSet<String>) -> Vec<Parts> {
    let stemmer = document.language.stemmer();
    let stopwords = stopwords(&document.language);
    (0..document.sentences.len()).map(|id| parts(document.sentence(id), &stemmer, stopwords, names)).collect()
}

fn stopwords(language: &Language) -> &'static WordList {
    match language.code() {
        "en" => &ENGLISH,
        "de" => &GERMAN,
        _ => &NONE,
    }
}

fn parts(sentence: &str, stemmer: &Stemmer, stopwords: &WordList, names: &BTreeSet<String>) -> Parts {
    let mut parts = Parts::default();
    let mut in_quotes = false;
    for token in tokens(sentence) {
        let word = token.span.of(sentence);
        if token.kind == TokenKind::Punctuation {
            in_quotes = quotes_after(in_quotes, word);
            continue;
        }
        add_word(&mut parts, &token, word, stemmer, stopwords, names);
        if in_quotes && let Some(stem) = parts.sequence.last().cloned() {
            parts.quoted.push(stem);
        }
    }
    parts
}

fn quotes_after(before: bool, mark: &str) -> bool {
    match mark {
        "“" | "«" | "„" => true,
        "”" | "»" => false,
        "\"" => !before,
        _ => before,
    }
}

fn add_word(
    parts: &mut Parts,
    token: &Token,
    word: &str,
    stemmer: &Stemmer,
    stopwords: &WordList,
    names: &BTreeSet<String>,
) {
    let folded = without_possessive(fold(word));
    if token.kind == TokenKind::Number {
        let value: String = folded.chars().filter(|&c| c != ',').collect();
        parts.numbers.push(value.clone());
        parts.stems.push(value.clone());
        parts.sequence.push(value);
        parts.content.push(true);
        return;
    }
    let stem = stemmer.stem(&folded).into_owned();
    let content = !stopwords.has(&folded);
    if content {
        if names.contains(&folded) && word.starts_with(char::is_uppercase) {
            parts.names.push(stem.clone());
        }
        parts.grams.extend(grams(&folded));
        parts.stems.push(stem.clone());
    }
    parts.sequence.push(stem);
    parts.content.push(content);
}

fn without_possessive(mut folded: String) -> String {
    if folded.ends_with("'s") {
        folded.truncate(folded.len() - 2);
    }
    folded
}

fn grams(folded: &str) -> Vec<String> {
    let padded: Vec<char> = std::iter::once(' ').chain(folded.chars()).chain(std::iter::once(' ')).collect();
    padded.windows(GRAM).map(|gram| gram.iter().collect()).collect()
}

/// The words that a document writes with a capital inside a sentence, in comparison form.
fn names_of(document: &Document) -> Vec<String> {
    (0..document.sentences.len()).flat_map(|id| names_in(document.sentence(id))).collect()
}

fn names_in(sentence: &str) -> Vec<String> {
    let words: Vec<&str> = tokens(sentence)
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| token.span.of(sentence))
        .collect();
    let capitalised = |word: &&&str| word.starts_with(char::is_uppercase);
    if words.iter().filter(capitalised).count() as f64 > MOST_CAPITALS * words.len() as f64 {
        return Vec::new();
    }
    words.iter().skip(1).filter(capitalised).map(|word| without_possessive(fold(word))).collect()
}
