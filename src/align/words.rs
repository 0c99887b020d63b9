//! A document's sentences as words. What a word comes to, its stem and its grams, is worked out once, however often it
//! occurs: a long text has few words that are new.

use std::collections::HashMap;
use std::sync::LazyLock;

use rust_stemmers::Stemmer;

use crate::segment::Document;
use crate::text::{Language, Span, Token, TokenKind, WordList, fold, tokens};

use super::everyday::Everyday;

static ENGLISH: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("../../assets/lang/en/stopwords.txt")));
static GERMAN: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("../../assets/lang/de/stopwords.txt")));
static NONE: LazyLock<WordList> = LazyLock::new(WordList::default);

/// Characters in a gram: three cover most stems and forgive most endings.
const GRAM: usize = 3;

/// Characters in a row. They stand in the order of the alphabet.
pub(super) type Gram = [char; GRAM];

/// Where more of a sentence's words than this are capitalised, capitals say nothing about names.
const MOST_CAPITALS: f64 = 0.6;

/// More words than this are no sentence but a table or a text without stops. What follows is not looked at, so that
/// the work for a pair stays bounded whatever is read.
const MOST_WORDS: usize = 1_000;

/// A document's sentences, word by word.
pub(super) struct Words {
    /// Every word of the document once.
    pub(super) forms: Vec<Form>,
    /// The words of each sentence in order, punctuation left out.
    pub(super) sentences: Vec<Vec<Occurrence>>,
}

/// A word or number, as it is compared.
pub(super) struct Form {
    /// Its comparison form, without a possessive `'s`.
    pub(super) folded: String,
    /// Its stem; of a number its digits.
    pub(super) stem: String,
    /// Its character grams, if it is a content word.
    pub(super) grams: Vec<Gram>,
    /// It carries content.
    pub(super) content: bool,
    /// It is a number in digits.
    pub(super) number: bool,
    /// The part of its weight that it keeps as a word of every day.
    pub(super) telling: f64,
}

/// A word where it stands.
#[derive(Clone, Copy)]
pub(super) struct Occurrence {
    /// Its bytes in the sentence.
    pub(super) span: Span,
    /// Its place among the forms.
    pub(super) form: usize,
    /// It begins with a capital letter.
    pub(super) capital: bool,
    /// It stands between quotation marks.
    pub(super) quoted: bool,
}

impl Words {
    /// Takes a document apart.
    pub(super) fn of(document: &Document) -> Self {
        let mut reader = Reader::new(&document.language);
        let sentences = (0..document.sentences.len()).map(|id| reader.read(document.sentence(id))).collect();
        Self { forms: reader.forms, sentences }
    }

    /// The words that are written with a capital inside a sentence, in comparison form.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.sentences.iter().flat_map(|sentence| self.names_in(sentence))
    }

    fn names_in<'a>(&'a self, sentence: &'a [Occurrence]) -> impl Iterator<Item = &'a str> {
        let words = || sentence.iter().filter(|word| !self.forms[word.form].number);
        let (all, capitals) = (words().count(), words().filter(|word| word.capital).count());
        let telling = capitals as f64 <= MOST_CAPITALS * all as f64;
        let inside = words().skip(1).filter(move |word| telling && word.capital);
        inside.map(|word| self.forms[word.form].folded.as_str())
    }
}

/// Reads sentence after sentence and remembers the words it has met.
struct Reader {
    stemmer: Stemmer,
    stopwords: &'static WordList,
    everyday: &'static Everyday,
    forms: Vec<Form>,
    /// Where the forms of words and those of numbers are: what is folded may look the same.
    words: HashMap<String, usize>,
    numbers: HashMap<String, usize>,
}

impl Reader {
    fn new(language: &Language) -> Self {
        let (stemmer, stopwords) = (language.stemmer(), stopwords(language));
        let everyday = Everyday::of(language);
        Self { stemmer, stopwords, everyday, forms: Vec::new(), words: HashMap::new(), numbers: HashMap::new() }
    }

    fn read(&mut self, sentence: &str) -> Vec<Occurrence> {
        let mut words = Vec::new();
        let mut quoted = false;
        for token in tokens(sentence) {
            let written = token.span.of(sentence);
            if token.kind == TokenKind::Punctuation {
                quoted = quotes_after(quoted, written);
            } else if words.len() < MOST_WORDS {
                let form = self.form(&token, written);
                words.push(Occurrence {
                    span: token.span,
                    form,
                    capital: written.starts_with(char::is_uppercase),
                    quoted,
                });
            }
        }
        words
    }

    fn form(&mut self, token: &Token, written: &str) -> usize {
        let folded = without_possessive(fold(written));
        let number = token.kind == TokenKind::Number;
        let known = if number { &mut self.numbers } else { &mut self.words };
        if let Some(&place) = known.get(&folded) {
            return place;
        }
        let place = self.forms.len();
        known.insert(folded.clone(), place);
        self.forms.push(if number {
            number_form(folded)
        } else {
            word_form(folded, &self.stemmer, self.stopwords, self.everyday)
        });
        place
    }
}

fn number_form(folded: String) -> Form {
    let stem = folded.chars().filter(|&c| c != ',').collect();
    Form { folded, stem, grams: Vec::new(), content: true, number: true, telling: 1.0 }
}

fn word_form(folded: String, stemmer: &Stemmer, stopwords: &WordList, everyday: &Everyday) -> Form {
    let content = !stopwords.has(&folded);
    let grams = if content { grams(&folded) } else { Vec::new() };
    let telling = everyday.telling(&folded);
    Form { stem: stemmer.stem(&folded).into_owned(), folded, grams, content, number: false, telling }
}

fn stopwords(language: &Language) -> &'static WordList {
    match language.code() {
        "en" => &ENGLISH,
        "de" => &GERMAN,
        _ => &NONE,
    }
}

fn quotes_after(before: bool, mark: &str) -> bool {
    match mark {
        "“" | "«" | "„" => true,
        "”" | "»" => false,
        "\"" => !before,
        _ => before,
    }
}

fn without_possessive(mut folded: String) -> String {
    if folded.ends_with("'s") {
        folded.truncate(folded.len() - 2);
    }
    folded
}

fn grams(folded: &str) -> Vec<Gram> {
    let padded: Vec<char> = std::iter::once(' ').chain(folded.chars()).chain(std::iter::once(' ')).collect();
    padded.windows(GRAM).filter_map(|gram| gram.try_into().ok()).collect()
}
