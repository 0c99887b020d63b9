//! The language of a text and what is known about it.

use std::collections::{BTreeMap, BTreeSet};

use rust_stemmers::{Algorithm, Stemmer};
use serde::{Deserialize, Serialize};

/// A language by its ISO 639-1 code, such as `en` or `de`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Language(String);

/// Fewer characters than this say too little for a guess; English is assumed then.
const LEAST_FOR_A_GUESS: usize = 40;

/// The first characters that the guess reads; more does not change it and costs time.
const READ_FOR_A_GUESS: usize = 4_000;

impl Language {
    /// A language by its code; case and region do not matter (`en-US` is `en`).
    pub fn new(code: &str) -> Self {
        let base = code.split(['-', '_']).next().unwrap_or_default();
        Self(base.to_ascii_lowercase())
    }

    /// English, which all language data is made for first.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The language a text is most likely in; `None` where the text is too short or unclear to tell.
    pub fn guess(text: &str) -> Option<Self> {
        let start: String = text.chars().take(READ_FOR_A_GUESS).collect();
        if start.chars().count() < LEAST_FOR_A_GUESS {
            return None;
        }
        let info = whatlang::detect(&start)?;
        let code = two_letters(info.lang());
        info.is_reliable().then(|| Self(code.to_owned()))
    }

    /// The ISO 639-1 code.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Its English name; the code where it has none that is known.
    pub fn name(&self) -> &str {
        let known = whatlang::Lang::all().iter().find(|lang| two_letters(**lang) == self.code());
        known.map_or(self.code(), |lang| lang.eng_name())
    }

    /// Whether it writes every noun with a capital letter, so that capitals do not tell names.
    pub fn writes_nouns_large(&self) -> bool {
        matches!(self.code(), "de" | "lb")
    }

    /// The Snowball stemmer for the language; English where there is none of its own.
    pub fn stemmer(&self) -> Stemmer {
        Stemmer::create(match self.code() {
            "ar" => Algorithm::Arabic,
            "da" => Algorithm::Danish,
            "nl" => Algorithm::Dutch,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "hu" => Algorithm::Hungarian,
            "it" => Algorithm::Italian,
            "no" | "nb" => Algorithm::Norwegian,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "es" => Algorithm::Spanish,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            _ => Algorithm::English,
        })
    }
}

/// The two-letter code of a guessed language, for those that have one.
fn two_letters(lang: whatlang::Lang) -> &'static str {
    use whatlang::Lang as L;
    match lang {
        L::Eng => "en",
        L::Deu => "de",
        L::Fra => "fr",
        L::Spa => "es",
        L::Ita => "it",
        L::Por => "pt",
        L::Nld => "nl",
        L::Swe => "sv",
        L::Dan => "da",
        L::Nob => "no",
        L::Fin => "fi",
        L::Pol => "pl",
        L::Ces => "cs",
        L::Hun => "hu",
        L::Ron => "ro",
        L::Rus => "ru",
        L::Ukr => "uk",
        L::Ell => "el",
        L::Tur => "tr",
        L::Ara => "ar",
        L::Heb => "he",
        L::Pes => "fa",
        L::Urd => "ur",
        L::Yid => "yi",
        L::Hin => "hi",
        L::Cmn => "zh",
        L::Jpn => "ja",
        L::Kor => "ko",
        other => other.code(),
    }
}

/// One of the word lists under `assets/lang/<code>/`: a line is an entry, `#` begins a comment, `=` parts a value from its entry.
///
/// ```
/// use paragone::text::WordList;
/// let list = WordList::parse("# units\ndozen = 12\nscore = 20\nseveral\n");
/// assert_eq!(list.value("dozen"), Some("12"));
/// assert!(list.has("several") && !list.has("units"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordList {
    values: BTreeMap<String, String>,
    longest: usize,
}

impl WordList {
    /// Reads a list; entries are folded to lower case. Never fails: a line without `=` is an entry with an empty value.
    pub fn parse(data: &str) -> Self {
        let values: BTreeMap<String, String> = data
            .lines()
            .map(|line| line.split('#').next().unwrap_or_default().trim())
            .filter(|line| !line.is_empty())
            .map(|line| match line.split_once('=') {
                Some((key, value)) => (super::fold(key.trim()), value.trim().to_owned()),
                None => (super::fold(line), String::new()),
            })
            .collect();
        let longest = values.keys().map(|key| key.split(' ').count()).max().unwrap_or(0);
        Self { values, longest }
    }

    /// Whether the folded word or phrase is listed.
    pub fn has(&self, folded: &str) -> bool {
        self.values.contains_key(folded)
    }

    /// The value after `=`; empty where the entry has none, `None` where it is not listed.
    pub fn value(&self, folded: &str) -> Option<&str> {
        self.values.get(folded).map(String::as_str)
    }

    /// How many words the longest entry has.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// All entries with their values, in the order of the alphabet.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The entries alone.
    pub fn words(&self) -> BTreeSet<&str> {
        self.values.keys().map(String::as_str).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_called_by_its_name_where_that_is_known() {
        let name = |code: &str| Language::new(code).name().to_owned();
        assert_eq!([name("en-GB"), name("de"), name("qq")], ["English", "German", "qq"]);
    }
}
