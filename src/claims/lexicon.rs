//! What the program knows about a language: the word lists under `assets/lang/<code>/`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::Language;

use super::phrases::{Lists, Phrases};

/// The lists of a lexicon, each under the name of its file in `assets/lang/<code>/`.
macro_rules! lexicon {
    ($($(#[$about:meta])+ $list:ident,)+) => {
        /// The word lists of a language.
        #[derive(Debug, Default)]
        pub struct Lexicon {
            /// There are lists for the language.
            pub is_known: bool,
            /// For every first word of a listed phrase the lists that have it: one look-up a word instead of one a list.
            heads: HashMap<String, Lists>,
            $($(#[$about])+ pub $list: Phrases,)+
        }

        impl Lexicon {
            fn english() -> Self {
                let mut english = Self {
                    is_known: true,
                    heads: HashMap::new(),
                    $($list: Phrases::parse(include_str!(concat!("../../assets/lang/en/", stringify!($list), ".txt"))),)+
                };
                english.number();
                english
            }

            fn lists(&mut self) -> Vec<&mut Phrases> {
                vec![$(&mut self.$list),+]
            }
        }
    };
}

lexicon! {
    /// Words that hold a sentence together and say nothing by themselves.
    function_words,
    /// Small words and the parts they play; ask with [`Lexicon::plays`].
    grammar,
    /// "twelve", "third", "dozen" with what they come to.
    number_words,
    /// "million", "bn" with their factor.
    scales,
    /// "about", "more than" with the sign for it.
    approximations,
    /// "percent", "euros", "$" with the unit they stand for.
    units,
    /// Month names with their number.
    months,
    /// Weekday names with their number.
    weekdays,
    /// "week", "hours" with the unit of time they stand for.
    time_units,
    /// Words and phrases of time that stand for themselves: "yesterday", "recently".
    time_phrases,
    /// "last", "earlier this": what makes a date of a unit of time.
    time_pointers,
    /// Zones of a time of day with their minutes ahead of UTC.
    time_zones,
    /// Units of measure with the unit and the factor by which they are converted.
    measures,
    /// Titles and roles before a name.
    titles,
    /// "American" with the country's name; "U.S." with "united states".
    aliases,
    /// "Bill" with "william".
    nicknames,
    /// Capitalised words that name nobody.
    not_names,
    /// Words that end the first part of an institution's name: "Ministry of Fisheries".
    institutions,
    /// Who is spoken of without a name: "lawmakers", "police".
    people,
    /// Verbs and phrases that report, with what they suggest.
    reporting,
    /// Hedges and weasels, with their step on the ladder of certainty.
    hedges,
    /// Phrases by which it is told whether a sentence as a whole hedges, with their learned weights.
    hedge_weights,
    /// Words that say how sure or how real an event is but that are no hedges: "will", "confirmed".
    stances,
    /// "not", "failed to", with the kind of denial.
    negations,
    /// Words that cannot both hold, with what they are about and which end of it they name.
    antonyms,
    /// Words for the same deed, with the word by which they are compared.
    deeds,
    /// "all", "most", "only", with the step of the scope.
    quantifiers,
    /// Forms of "to be" that make a passive.
    passive,
    /// Words for people that count the same heads.
    headcounts,
    /// What has become of those who are counted: "killed", "hurt".
    states,
    /// Offices with the name under which they are compared.
    roles,
    /// Words that carry a stance, with the plain word in their place.
    loaded,
    /// Words that judge, with what they do.
    evaluations,
    /// Past participles that do not end in "-ed".
    participles,
    /// Verbs and nouns for the same act, with the word by which they are compared.
    acts,
    /// Participles that tell a condition, not an act.
    conditions,
    /// Small words that show where the parts of a clause begin and end; ask with [`Lexicon::clause_has`].
    clauses,
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);

static UNKNOWN: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

impl Lexicon {
    /// Numbers the lists and builds the index of first words.
    fn number(&mut self) {
        let mut heads: HashMap<String, Lists> = HashMap::new();
        for (n, list) in self.lists().into_iter().enumerate() {
            let bit = 1 << n;
            list.set_bit(bit);
            for head in list.heads() {
                *heads.entry(head.to_owned()).or_default() |= bit;
            }
        }
        self.heads = heads;
    }

    /// The lists that have phrases beginning with a word.
    pub fn lists_with(&self, folded: &str) -> Lists {
        self.heads.get(folded).copied().unwrap_or(0)
    }

    /// Whether a word plays a part in the sentence, as `grammar.txt` has it.
    pub fn plays(&self, folded: &str, part: &str) -> bool {
        is_part(&self.grammar, folded, part)
    }

    /// Whether a word plays a part in its clause, as `clauses.txt` has it.
    pub fn clause_has(&self, folded: &str, part: &str) -> bool {
        is_part(&self.clauses, folded, part)
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

fn is_part(list: &Phrases, folded: &str, part: &str) -> bool {
    list.value(folded).is_some_and(|parts| parts.split(' ').any(|listed| listed == part))
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
