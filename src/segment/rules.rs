//! What a language says about the ends of its sentences, read from its word lists.

use std::sync::LazyLock;

use crate::text::{Language, WordList, fold};

/// So many words after a quotation can stand before the verb that names its speaker: "the mayor of Westhaven, Jane Roe, asked".
const MOST_BEFORE_THE_VERB: usize = 7;

/// The word lists about sentence ends; what a language has no list for is empty.
#[derive(Default)]
pub(super) struct Words {
    starters: WordList,
    closing: WordList,
    titles: WordList,
    speech: WordList,
    before_numbers: WordList,
    before_small: WordList,
    after_times: WordList,
    after_verbs: WordList,
    after_marks: WordList,
    after_ordinals: WordList,
}

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words {
    starters: WordList::parse(include_str!("../../assets/lang/en/sentence_starters.txt")),
    closing: WordList::parse(include_str!("../../assets/lang/en/closing_abbreviations.txt")),
    titles: WordList::parse(include_str!("../../assets/lang/en/abbreviations_before_names.txt")),
    speech: WordList::parse(include_str!("../../assets/lang/en/speech_verbs.txt")),
    before_numbers: WordList::parse(include_str!("../../assets/lang/en/abbreviations_before_numbers.txt")),
    before_small: WordList::parse(include_str!("../../assets/lang/en/abbreviations_before_small_letters.txt")),
    after_times: WordList::parse(include_str!("../../assets/lang/en/after_clock_times.txt")),
    after_verbs: WordList::parse(include_str!("../../assets/lang/en/after_speech_verbs.txt")),
    after_marks: WordList::parse(include_str!("../../assets/lang/en/after_inner_marks.txt")),
    ..Words::default()
});

static GERMAN: LazyLock<Words> = LazyLock::new(|| Words {
    titles: WordList::parse(include_str!("../../assets/lang/de/abbreviations_before_names.txt")),
    after_ordinals: WordList::parse(include_str!("../../assets/lang/de/after_ordinals.txt")),
    ..Words::default()
});

static SPANISH: LazyLock<Words> = LazyLock::new(|| Words {
    titles: WordList::parse(include_str!("../../assets/lang/es/abbreviations_before_names.txt")),
    ..Words::default()
});

static FRENCH: LazyLock<Words> = LazyLock::new(|| Words {
    titles: WordList::parse(include_str!("../../assets/lang/fr/abbreviations_before_names.txt")),
    ..Words::default()
});

static NONE: LazyLock<Words> = LazyLock::new(Words::default);

impl Words {
    /// The lists of a language.
    pub(super) fn of(language: &Language) -> &'static Self {
        match language.code() {
            "en" => &ENGLISH,
            "de" => &GERMAN,
            "es" => &SPANISH,
            "fr" => &FRENCH,
            _ => &NONE,
        }
    }

    /// Whether the full stop after a word belongs to it, seen from the next word: a title before a name, an initial
    /// before another, a number after its abbreviation, a small letter after a unit or a weekday, a day after a time, an
    /// ordinal. What is a title before a name can close a sentence elsewhere: "St. Bride’s", "He lives on Main St. It is quiet."
    pub(super) fn goes_on(&self, word: &str, next: &str) -> bool {
        let Some(bare) = word.strip_suffix('.') else { return false };
        let last = word.rsplit('-').next().unwrap_or(word);
        let first = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_number = next.starts_with(|c: char| c.is_ascii_digit());
        self.is_title(word) && !(self.can_close(word) && self.starts(first))
            || first.starts_with(char::is_lowercase) && self.before_small.has(&fold(last))
            || is_initial(last)
                && last.len() < word.len()
                && is_initial(next.split([' ', ',']).next().unwrap_or_default())
            || is_number && self.before_numbers.has(&fold(last))
            || matches!(&*fold(word), "a.m." | "p.m.") && self.after_times.has(&fold(first))
            || bare.chars().all(|c| c.is_ascii_digit()) && self.after_ordinals.has(&fold(first))
    }

    /// Whether a word, capitalised after an abbreviation, begins a sentence.
    pub(super) fn starts(&self, word: &str) -> bool {
        self.starters.has(&fold(word))
    }

    /// Whether an abbreviation, its full stop included, can stand at the end of a sentence.
    pub(super) fn can_close(&self, abbreviation: &str) -> bool {
        let letters = || abbreviation.split_terminator('.');
        let is_lettered = letters().count() > 1 && letters().all(|letter| letter.chars().count() == 1);
        is_lettered || self.closing.has(&fold(abbreviation))
    }

    /// Whether a small word carries on a sentence after a question or exclamation mark inside it.
    pub(super) fn carries_on(&self, word: &str) -> bool {
        self.after_marks.has(&fold(word))
    }

    /// Whether an abbreviation stands before a name.
    pub(super) fn is_title(&self, abbreviation: &str) -> bool {
        self.titles.has(&fold(abbreviation))
    }

    /// Whether what follows a quotation says who spoke: names and titles, then a verb of speech, and nothing new.
    pub(super) fn names_a_speaker(&self, after: &str) -> bool {
        let mut words = after.split_whitespace().take(MOST_BEFORE_THE_VERB).peekable();
        if words.peek().is_none_or(|first| self.starts(first)) {
            return false;
        }
        while let Some(word) = words.next() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if self.speech.has(&fold(bare)) {
                let next = words.peek().map(|next| next.trim_matches(|c: char| !c.is_alphanumeric()));
                let is_last = word.ends_with(['.', ',', ';']);
                return is_last || next.is_none_or(|next| self.after_verbs.has(&fold(next)) || next.ends_with("ly"));
            }
            if word.ends_with(['!', '?', '"', '”']) || word.ends_with('.') && !self.is_title(word) && bare.len() > 2 {
                return false;
            }
        }
        false
    }
}

/// A single capital and its full stop.
fn is_initial(word: &str) -> bool {
    word.len() == 2 && word.starts_with(|c: char| c.is_ascii_uppercase()) && word.ends_with('.')
}
