//! A sentence seen from a word that may report: how the word is used.

use std::ops::Range;

use super::super::reading::{Page, Reading, Word};

/// How a cue stands to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// "according to the board": the source follows a preposition.
    According,
    /// "the board said"
    Before,
    /// "…, said the board"
    After,
    /// "the board met and said": the subject stands before another verb.
    Joined,
    /// "the board met, saying"
    Trailing,
    /// "the board wants to say"
    Infinitive,
    /// "the board was told"
    Passive,
    /// "the board's claim"
    Noun,
    /// Nobody is in sight who could speak.
    Bare,
}

/// A sentence with its quotations.
pub struct Clause<'a> {
    /// The document.
    pub page: &'a Page<'a>,
    /// The sentence.
    pub reading: &'a Reading<'a>,
    /// Its words.
    pub words: &'a [Word],
    /// What is quoted in it, as ranges of words.
    pub quotes: Vec<Range<usize>>,
}

impl Clause<'_> {
    pub fn folded(&self, at: usize) -> &str {
        self.reading.folded(at)
    }

    pub fn plays(&self, folded: &str, part: &str) -> bool {
        self.page.lexicon.plays(folded, part)
    }

    pub fn is_quoted(&self, at: usize) -> bool {
        self.quotes.iter().any(|range| range.contains(&at))
    }

    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.folded(before))
    }

    /// What the cue that begins at a word suggests, as its list has it; empty where none does.
    pub fn stance(&self, at: usize) -> &str {
        self.listed(at).trim_end_matches(" noun")
    }

    /// What the list says of the cue that begins at a word; empty where none does.
    fn listed(&self, at: usize) -> &str {
        self.page.lexicon.reporting.at(self.words, at).map_or("", |hit| hit.value)
    }

    /// Whether a listed cue begins at a word.
    pub fn reports(&self, at: usize) -> bool {
        self.page.lexicon.reporting.at(self.words, at).is_some()
    }

    /// A word for the evidence: small words and punctuation by themselves, the others by their kind.
    pub fn kind_of(&self, at: usize) -> String {
        let Some(word) = self.words.get(at) else { return "end".to_owned() };
        let folded = word.folded.as_str();
        let kind = match folded {
            "=" | "#" => "other",
            small if self.page.lexicon.function_words.has(small) || !word.is_word() => small,
            _ if word.capital => "Name",
            _ if folded.ends_with("ing") => "ing",
            _ => "word",
        };
        kind.to_owned()
    }

    /// The word before a cue for the evidence: small words by themselves, negations and adverbs by their kind.
    pub fn lead(&self, cue: usize) -> String {
        let before = self.before(cue);
        if before.ends_with("n't") {
            "not".to_owned()
        } else if before.ends_with("ly") {
            "ly".to_owned()
        } else {
            cue.checked_sub(1).map_or_else(|| "begin".to_owned(), |at| self.kind_of(at))
        }
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(Word::is_word)
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.capital && word.is_word())
    }

    /// The words of a range without punctuation at its ends.
    pub fn trimmed(&self, mut range: Range<usize>) -> Option<Range<usize>> {
        let loose = |at: usize| matches!(self.folded(at), "," | "." | ";" | ":" | "-" | "--" | "!" | "?" | "\"");
        while !range.is_empty() && loose(range.start) {
            range.start += 1;
        }
        while !range.is_empty() && loose(range.end - 1) {
            range.end -= 1;
        }
        (!range.is_empty()).then_some(range)
    }

    /// The first word before `at` that is no adverb, auxiliary or day.
    pub fn main_before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&before| !self.is_between(before))
    }

    /// How a cue is used.
    pub fn frame(&self, cue: &Range<usize>) -> Frame {
        let folded = self.folded(cue.start);
        if self.page.lexicon.passive.has(self.before_adverbs(cue.start)) {
            let participle = self.plays(folded, "participle");
            let passive = participle || !folded.ends_with("ing") && !self.plays(folded, "verb");
            return if passive { Frame::Passive } else { Frame::Before };
        }
        if self.is_noun(cue) {
            return Frame::Noun;
        }
        if self.before(cue.start) == "to" {
            return Frame::Infinitive;
        }
        if self.source_after(cue).is_some() && !self.closes_apposition(cue.start) {
            return Frame::After;
        }
        if folded.ends_with("ing") {
            return Frame::Trailing;
        }
        let main = self.main_before(cue.start);
        if main.is_some_and(|at| matches!(self.folded(at), "and" | "but" | "or")) {
            return Frame::Joined;
        }
        if self.source_before(cue.start).is_some() { Frame::Before } else { Frame::Bare }
    }

    /// The word before, adverbs passed over: "was publicly told".
    fn before_adverbs(&self, at: usize) -> &str {
        let adverb =
            |folded: &str| folded.len() > 4 && folded.ends_with("ly") || matches!(folded, "also" | "not" | "often");
        (0..at).rev().map(|before| self.folded(before)).find(|folded| !adverb(folded)).unwrap_or_default()
    }

    /// Whether the word is a noun here: "the report", "Hallow's claim", "harsh comments on it".
    fn is_noun(&self, cue: &Range<usize>) -> bool {
        let possessive = cue.start.checked_sub(1).is_some_and(|at| self.words[at].possessive);
        let governed = self.plays(self.before(cue.start), "noun") && self.before(cue.start) != "to";
        governed || possessive || self.is_noun_form(cue)
    }

    /// "The chairman's harsh comments on it": a form that is also a noun, and nobody before it who could speak.
    fn is_noun_form(&self, cue: &Range<usize>) -> bool {
        let folded = self.folded(cue.start);
        if !self.listed(cue.start).ends_with(" noun") || self.plays(folded, "verb") {
            return false;
        }
        let before = self.before(cue.start);
        if before == "to" || self.plays(before, "auxiliary") {
            return false;
        }
        let subject = self.main_before(cue.start).map(|at| &self.words[at]);
        let speaks = subject.is_none_or(|word| {
            !word.is_word()
                || word.capital
                || word.folded.ends_with('s')
                || self.page.lexicon.people.has(&word.folded)
                || self.plays(&word.folded, "pronoun")
                || matches!(word.folded.as_str(), "and" | "but")
        });
        !speaks || self.folded(cue.end) == "of"
    }

    /// Adverbs, auxiliaries and days between a subject and its verb.
    pub fn is_between(&self, at: usize) -> bool {
        let folded = self.folded(at);
        folded.len() > 4 && folded.ends_with("ly")
            || folded.ends_with("n't")
            || self.plays(folded, "between")
            || self.page.lexicon.passive.has(folded)
            || self.page.lexicon.weekdays.has(folded)
    }
}
