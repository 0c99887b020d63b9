//! What the program knows about a language: the word lists under `assets/lang/<code>/`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::Language;

use super::phrases::Phrases;

/// The word lists of a language.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// There are lists for the language.
    pub is_known: bool,
    /// For every first word of a listed phrase the lists that have it: one look-up a word instead of one a list.
    heads: HashMap<String, u64>,
    /// Words that hold a sentence together and say nothing by themselves.
    pub function_words: Phrases,
    /// Small words and the parts they play; ask with [`Lexicon::plays`].
    pub grammar: Phrases,
    /// "twelve", "third", "dozen" with what they come to.
    pub number_words: Phrases,
    /// "million", "bn" with their factor.
    pub scales: Phrases,
    /// "about", "more than" with the sign for it.
    pub approximations: Phrases,
    /// "percent", "euros", "$" with the unit they stand for.
    pub units: Phrases,
    /// Month names with their number.
    pub months: Phrases,
    /// Weekday names with their number.
    pub weekdays: Phrases,
    /// "week", "hours" with the unit of time they stand for.
    pub time_units: Phrases,
    /// Words and phrases of time that stand for themselves: "yesterday", "recently".
    pub time_phrases: Phrases,
    /// "last", "earlier this": what makes a date of a unit of time.
    pub time_pointers: Phrases,
    /// Titles and roles before a name.
    pub titles: Phrases,
    /// "American" with the country's name; "U.S." with "united states".
    pub aliases: Phrases,
    /// Capitalised words that name nobody.
    pub not_names: Phrases,
    /// Words that end the first part of an institution's name: "Ministry of Fisheries".
    pub institutions: Phrases,
    /// Who is spoken of without a name: "lawmakers", "police".
    pub people: Phrases,
    /// Verbs and phrases that report, with what they suggest.
    pub reporting: Phrases,
    /// Hedges and weasels, with their step on the ladder of certainty.
    pub hedges: Phrases,
    /// Words that say how sure or how real an event is but that are no hedges: "will", "confirmed".
    pub stances: Phrases,
    /// "not", "failed to", with the kind of denial.
    pub negations: Phrases,
    /// Words for the same deed, with the word by which they are compared.
    pub deeds: Phrases,
    /// "all", "most", "only", with the step of the scope.
    pub quantifiers: Phrases,
    /// Forms of "to be" that make a passive.
    pub passive: Phrases,
    /// Words for people that count the same heads.
    pub headcounts: Phrases,
    /// What has become of those who are counted: "killed", "hurt".
    pub states: Phrases,
    /// Offices with the name under which they are compared.
    pub roles: Phrases,
    /// Words that carry a stance, with the plain word in their place.
    pub loaded: Phrases,
    /// Words that judge, with what they do.
    pub evaluations: Phrases,
    /// Past participles that do not end in "-ed".
    pub participles: Phrases,
}

/// Gives the list in a file of `assets/lang/en/`.
macro_rules! english {
    ($file:literal) => {
        Phrases::parse(include_str!(concat!("../../assets/lang/en/", $file, ".txt")))
    };
}

/// Gives every list of a lexicon; one that is not named here does not compile.
macro_rules! every_list {
    ($lexicon:ident: $($list:ident),+) => {{
        let Self { is_known: _, heads: _, $($list),+ } = $lexicon;
        [$($list),+]
    }};
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon {
        is_known: true,
        heads: HashMap::new(),
        function_words: english!("function_words"),
        grammar: english!("grammar"),
        number_words: english!("number_words"),
        scales: english!("scales"),
        approximations: english!("approximations"),
        units: english!("units"),
        months: english!("months"),
        weekdays: english!("weekdays"),
        time_units: english!("time_units"),
        time_phrases: english!("time_phrases"),
        time_pointers: english!("time_pointers"),
        titles: english!("titles"),
        aliases: english!("aliases"),
        not_names: english!("not_names"),
        institutions: english!("institutions"),
        people: english!("people"),
        reporting: english!("reporting"),
        hedges: english!("hedges"),
        stances: english!("stances"),
        negations: english!("negations"),
        deeds: english!("deeds"),
        quantifiers: english!("quantifiers"),
        passive: english!("passive"),
        headcounts: english!("headcounts"),
        states: english!("states"),
        roles: english!("roles"),
        loaded: english!("loaded"),
        evaluations: english!("evaluations"),
        participles: english!("participles"),
    }
    .indexed()
});

static UNKNOWN: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

impl Lexicon {
    /// With every list numbered and the index of first words built.
    fn indexed(mut self) -> Self {
        let mut heads: HashMap<String, u64> = HashMap::new();
        for (n, list) in self.lists().into_iter().enumerate() {
            let bit = 1_u64 << n;
            list.set_bit(bit);
            for head in list.heads() {
                *heads.entry(head.to_owned()).or_default() |= bit;
            }
        }
        self.heads = heads;
        self
    }

    /// Every list; a forgotten one would not be found in any text.
    fn lists(&mut self) -> [&mut Phrases; 29] {
        every_list!(self: function_words, grammar, number_words, scales, approximations, units, months, weekdays, time_units, time_phrases, time_pointers, titles, aliases, not_names, institutions, people, reporting, hedges, stances, negations, deeds, quantifiers, passive, headcounts, states, roles, loaded, evaluations, participles)
    }

    /// The lists that have phrases beginning with a word.
    pub fn lists_with(&self, folded: &str) -> u64 {
        self.heads.get(folded).copied().unwrap_or(0)
    }

    /// Whether a word plays a part in the sentence, as `grammar.txt` has it.
    pub fn plays(&self, folded: &str, part: &str) -> bool {
        self.grammar.value(folded).is_some_and(|parts| parts.split(' ').any(|listed| listed == part))
    }

    /// Whether a name is one under which others are compared: a country, a party, an institution.
    pub fn is_alias(&self, name: &str) -> bool {
        self.aliases.has_value(name)
    }

    /// The lists of a language; empty ones where there are none.
    pub fn of(language: &Language) -> &'static Self {
        match language.code() {
            "en" => &ENGLISH,
            _ => &UNKNOWN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_known_and_its_lists_are_not_empty() {
        let english = Lexicon::of(&Language::english());
        assert!(english.is_known);
        assert_eq!(english.number_words.value("twelve"), Some("12"));
        assert_eq!(english.months.value("january"), Some("1"));
        assert!(english.hedges.has("reportedly") && english.function_words.has("the"));
    }

    #[test]
    fn no_list_is_empty() {
        let mut english = Lexicon { is_known: true, ..Lexicon::default() };
        let all = english.lists().len();
        let listed = ENGLISH.heads.values().fold(0, |lists, bits| lists | bits);
        assert_eq!(listed.count_ones() as usize, all);
    }

    #[test]
    fn an_unknown_language_has_empty_lists() {
        let unknown = Lexicon::of(&Language::new("xx"));
        assert!(!unknown.is_known && !unknown.function_words.has("the"));
    }
}
