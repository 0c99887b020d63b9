//! A document read word by word, once, for all detectors.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use jiff::civil::Date;
use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};
use rust_stemmers::Stemmer;

use crate::clean::Role;
use crate::segment::{Document, Sentence};
use crate::text::{Span, TokenKind, fold, tokens};

use super::date::{self, Found};
use super::lexicon::Lexicon;
use super::phrases::Lists;
use super::quotation;

/// A word, number or punctuation mark of a sentence.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its bytes in the document's text, a possessive `'s` included.
    pub span: Span,
    /// Its comparison form, without a possessive `'s`.
    pub folded: String,
    /// What it is.
    pub kind: TokenKind,
    /// Begins with a capital letter.
    pub capital: bool,
    /// White space, or the beginning of the sentence, stands before it.
    pub spaced: bool,
    /// Ends in a possessive `'s`.
    pub possessive: bool,
    /// Carries content: no function word, number or punctuation.
    pub content: bool,
    /// The lists of the lexicon that have phrases beginning with it; all, where that is not known.
    pub lists: Lists,
    /// How many bytes of the span the possessive takes.
    ending: usize,
}

impl Word {
    /// Its bytes without a possessive `'s`.
    pub fn bare(&self) -> Span {
        Span::new(self.span.start, self.span.end - self.ending)
    }

    /// Whether it is a word, not a number or a punctuation mark.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// A sentence, read.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Its id.
    pub id: usize,
    /// The text of the whole document.
    pub text: &'a str,
    /// Its words in order.
    pub words: Vec<Word>,
    /// Its stretches between quotation marks, as ranges of words without the marks.
    pub quoted: Vec<std::ops::Range<usize>>,
    /// Its dates and times in order.
    pub times: Vec<Found>,
    /// Nearly every word is capitalised, as in a headline, so that a capital says nothing.
    pub title_case: bool,
    /// It belongs to the running text, not to a heading or a list.
    pub running: bool,
}

impl Reading<'_> {
    /// The comparison form of a word; empty beyond the ends.
    pub fn folded(&self, word: usize) -> &str {
        self.words.get(word).map_or("", |word| word.folded.as_str())
    }

    /// The bytes from the first word to before the last; a possessive at the end is left out.
    pub fn span(&self, words: std::ops::Range<usize>) -> Span {
        let end = words.end.min(self.words.len());
        match self.words.get(words.start..end).unwrap_or_default() {
            [] => Span::default(),
            [only] => only.bare(),
            [first, .., last] => first.span.join(last.bare()),
        }
    }

    /// Whether a word stands between quotation marks.
    pub fn is_quoted(&self, word: usize) -> bool {
        self.quoted.iter().any(|range| range.contains(&word))
    }

    /// The content words within so many words on either side of a range.
    pub fn content_around(&self, range: std::ops::Range<usize>, reach: usize) -> impl Iterator<Item = &Word> {
        let before = range.start.saturating_sub(reach)..range.start;
        let after = range.end..(range.end + reach).min(self.words.len());
        before.chain(after).filter_map(|at| self.words.get(at)).filter(|word| word.content)
    }

    /// The words that a span of the text touches.
    pub fn words_in(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.words.partition_point(|word| word.span.end <= span.start);
        let end = self.words.partition_point(|word| word.span.start < span.end);
        start..end.max(start)
    }
}

/// A document, read.
pub struct Page<'a> {
    /// What is known about its language.
    pub lexicon: &'static Lexicon,
    /// Its sentences by id.
    pub readings: Vec<Reading<'a>>,
    /// The day it was written, where that is known.
    pub written: Option<Date>,
    stemmer: Stemmer,
    /// What the document shows of each of its words.
    words: HashMap<String, Known>,
}

/// What is known of a word.
#[derive(Default)]
struct Known {
    /// Its stem, worked out when it is first asked for: most never are.
    stem: OnceLock<String>,
    /// It is written with a capital where nothing but its being a name asks for it.
    proper: bool,
    /// It is written small somewhere.
    common: bool,
    /// How often it stands in the document.
    times: u32,
}

impl<'a> Page<'a> {
    /// Reads a document.
    pub fn read(document: &'a Document) -> Self {
        let lexicon = Lexicon::of(&document.language);
        let read = |(id, sentence): (usize, &Sentence)| Reading {
            running: matches!(sentence.role, Role::Lead | Role::Body),
            ..reading(id, &document.text, sentence.span, lexicon)
        };
        let mut readings: Vec<_> = document.sentences.par_iter().enumerate().map(read).collect();
        quotation::run_on(&mut readings);
        let words = known(&readings);
        Self { lexicon, readings, written: date::written(document), stemmer: document.language.stemmer(), words }
    }

    /// Whether a word names something that happens, as far as lists and endings show it: "closed", "vote", "election".
    pub fn is_event(&self, word: &Word) -> bool {
        const ENDINGS: [&str; 6] = ["ed", "ing", "tion", "sion", "ment", "ments"];
        let folded = word.folded.as_str();
        let lists = [&self.lexicon.deeds, &self.lexicon.reporting, &self.lexicon.participles];
        let shown =
            || ENDINGS.iter().any(|ending| folded.ends_with(ending)) || lists.iter().any(|list| list.has(folded));
        word.content && !word.capital && shown()
    }

    /// The text of the document.
    pub fn text(&self) -> &str {
        self.readings.first().map_or("", |reading| reading.text)
    }

    /// The stem of a comparison form; the form itself where the document does not have the word.
    pub fn stem<'b>(&'b self, folded: &'b str) -> &'b str {
        let worked_out = |word: &'b Known| word.stem.get_or_init(|| self.stemmer.stem(folded).into_owned()).as_str();
        self.words.get(folded).map_or(folded, worked_out)
    }

    /// The stem of any word, whether the document has it or not.
    pub fn stem_of<'b>(&self, folded: &'b str) -> std::borrow::Cow<'b, str> {
        self.stemmer.stem(folded)
    }

    /// The form by which verbs are compared: the infinitive of an irregular participle, else the stem.
    pub fn root<'b>(&'b self, folded: &'b str) -> &'b str {
        self.stem(self.lexicon.participles.value(folded).unwrap_or(folded))
    }

    /// The form by which deeds are compared: what its list says, so that "killed" is "murdered", else the root.
    pub fn deed<'b>(&'b self, folded: &'b str) -> &'b str {
        self.lexicon.deeds.value(folded).unwrap_or_else(|| self.root(folded))
    }

    /// Whether the document has a word, by its comparison form.
    pub fn has(&self, folded: &str) -> bool {
        self.words.contains_key(folded)
    }

    /// Whether a capitalised first word, or a word of a headline, is a name by what the rest of the document shows.
    pub fn is_proper(&self, folded: &str) -> bool {
        self.words.get(folded).is_some_and(|word| word.proper)
    }

    /// How often the word stands in the document.
    pub fn times(&self, folded: &str) -> u32 {
        self.words.get(folded).map_or(0, |word| word.times)
    }

    /// Whether the document has the word in small letters.
    pub fn is_common(&self, folded: &str) -> bool {
        self.words.get(folded).is_some_and(|word| word.common)
    }

    /// The stems of the content words within so many words on either side of a range.
    pub fn around<'b>(
        &'b self,
        reading: &'b Reading<'_>,
        range: std::ops::Range<usize>,
        reach: usize,
    ) -> HashSet<&'b str> {
        reading.content_around(range, reach).map(|word| self.stem(&word.folded)).collect()
    }
}

/// Every word of the readings, with what its capitals show.
fn known(readings: &[Reading<'_>]) -> HashMap<String, Known> {
    let mut all: HashMap<String, Known> = HashMap::new();
    for reading in readings {
        for (at, word) in reading.words.iter().enumerate().filter(|(_, word)| word.is_word()) {
            if !all.contains_key(&word.folded) {
                all.insert(word.folded.clone(), Known::default());
            }
            let Some(known) = all.get_mut(&word.folded) else { continue };
            known.times += 1;
            if reading.title_case {
                continue;
            }
            let opens = at == 0 || !reading.words.get(at - 1).is_some_and(Word::is_word);
            known.common |= !word.capital;
            known.proper |= word.capital && !opens;
        }
    }
    all
}

/// More words than this are no sentence but a table or a text without stops. What follows is not looked at, so that
/// the work for a group stays bounded whatever is read.
const MOST_WORDS: usize = 1_000;

fn reading<'a>(id: usize, text: &'a str, span: Span, lexicon: &Lexicon) -> Reading<'a> {
    let mut words = words_between(text, span);
    words.truncate(MOST_WORDS);
    for word in &mut words {
        word.lists = lexicon.lists_with(&word.folded);
        word.content = word.is_word() && word.folded.len() > 2 && !lexicon.function_words.has(&word.folded);
    }
    let quoted = quotation::quoted(&words, text);
    let title_case = is_title_case(&words, lexicon);
    let times = date::found(lexicon, &words);
    Reading { id, text, words, quoted, times, title_case, running: true }
}

/// The words of a text that stands alone.
pub fn words_of(text: &str) -> Vec<Word> {
    words_between(text, Span::new(0, text.len()))
}

fn words_between(text: &str, span: Span) -> Vec<Word> {
    let sentence = span.of(text);
    let mut end = None;
    let mut words: Vec<Word> = Vec::new();
    for token in tokens(sentence) {
        let written = token.span.of(sentence);
        let spaced = end != Some(token.span.start);
        end = Some(token.span.end);
        let place = token.span.shifted(span.start);
        // Old wires and some papers set a quotation mark as two single ones.
        let half = |last: &&mut Word| matches!(last.folded.as_str(), "'" | "`") && last.folded == fold(written);
        match words.last_mut().filter(|_| !spaced).filter(half) {
            Some(last) => {
                last.span = last.span.join(place);
                "\"".clone_into(&mut last.folded);
            }
            None => words.push(word(written, place, token.kind, spaced)),
        }
    }
    words
}

fn word(written: &str, span: Span, kind: TokenKind, spaced: bool) -> Word {
    let mut folded = fold(written);
    let possessive = folded.len() > 2 && folded.ends_with("'s") && !CONTRACTIONS.contains(&folded.as_str());
    let mut ending = 0;
    if possessive {
        folded.truncate(folded.len() - 2);
        ending = written.chars().rev().take(2).map(char::len_utf8).sum();
    }
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    Word { span, folded, kind, capital, spaced, possessive, content: false, lists: Lists::MAX, ending }
}

/// Words in which `'s` is a verb, not a possessive.
const CONTRACTIONS: [&str; 8] = ["it's", "he's", "she's", "that's", "there's", "what's", "who's", "let's"];

/// Fewer words than this cannot show a habit of capitals.
const LEAST_FOR_TITLE_CASE: usize = 4;

fn is_title_case(words: &[Word], lexicon: &Lexicon) -> bool {
    let long = || words.iter().skip(1).filter(|word| word.is_word() && !lexicon.function_words.has(&word.folded));
    let (all, capital) = (long().count(), long().filter(|word| word.capital).count());
    let stops = words.last().is_some_and(|last| last.folded == ".");
    !stops && all >= LEAST_FOR_TITLE_CASE && capital * 5 >= all * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_possessive_is_no_part_of_the_word() {
        let words = words_of("Orla’s boat");
        assert_eq!((words[0].folded.as_str(), words[0].bare().end), ("orla", 4));
        assert!(!words_of("it's late")[0].possessive);
    }
}
