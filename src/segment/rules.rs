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
    after_ordinals: WordList,
}

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words {
    starters: WordList::parse(include_str!("../../assets/lang/en/sentence_starters.txt")),
    closing: WordList::parse(include_str!("../../assets/lang/en/closing_abbreviations.txt")),
    titles: WordList::parse(include_str!("../../assets/lang/en/abbreviations_before_names.txt")),
    speech: WordList::parse(include_str!("../../assets/lang/en/speech_verbs.txt")),
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

    /// Whether a full stop makes an ordinal number of the digits before it ("12. Juni").
    pub(super) fn is_ordinal(&self, number: &str, next: &str) -> bool {
        number.trim_end_matches('.').chars().all(|c| c.is_ascii_digit()) && self.after_ordinals.has(&fold(next))
    }

    /// Whether a word, capitalised after an abbreviation, begins a sentence.
    pub(super) fn starts(&self, word: &str) -> bool {
        self.starters.has(&fold(word))
    }

    /// Whether an abbreviation, its full stop included, can stand at the end of a sentence.
    pub(super) fn can_close(&self, abbreviation: &str) -> bool {
        self.closing.has(&fold(abbreviation))
    }

    /// Whether an abbreviation stands before a name.
    pub(super) fn is_title(&self, abbreviation: &str) -> bool {
        self.titles.has(&fold(abbreviation))
    }

    /// Whether what follows a quotation says who spoke: names and titles, then a verb of speech.
    pub(super) fn names_a_speaker(&self, after: &str) -> bool {
        for word in after.split_whitespace().take(MOST_BEFORE_THE_VERB) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if self.speech.has(&fold(bare)) {
                return true;
            }
            if word.ends_with(['!', '?', '"', '”']) || word.ends_with('.') && !self.is_title(word) && bare.len() > 2 {
                return false;
            }
        }
        false
    }
}
