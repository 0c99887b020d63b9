//! How much a word tells that has nothing to do with the story: a word of every day says less than a rare one, however
//! few sentences of the two articles have it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::Language;

static ENGLISH: LazyLock<Everyday> =
    LazyLock::new(|| Everyday::parse(include_str!("../../assets/lang/en/everyday.txt")));
static NONE: LazyLock<Everyday> = LazyLock::new(Everyday::default);

/// What the words of every day keep of their weight.
#[derive(Debug, Default)]
pub(super) struct Everyday {
    telling: HashMap<String, f64>,
}

/// On the Zipf scale (the logarithm of occurrences in a thousand million words): a word so frequent says nothing …
const SAYS_NOTHING: f64 = 7.5;
/// … and one so rare says all it can.
const SAYS_ALL: f64 = 3.0;
/// No content word keeps less: within a story the plainest word may be the point.
const LEAST: f64 = 0.3;

impl Everyday {
    /// The words of a language; for one without a list every word tells all it can.
    pub(super) fn of(language: &Language) -> &'static Self {
        match language.code() {
            "en" => &ENGLISH,
            _ => &NONE,
        }
    }

    /// Reads words under the frequency that heads them in brackets; `#` begins a comment. What is no number counts as 0.
    fn parse(data: &str) -> Self {
        let mut telling = HashMap::new();
        let mut share = 1.0;
        for line in data.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(frequency) => share = share_of(frequency.parse().unwrap_or(0.0)),
                None => telling.extend(line.split_whitespace().map(|word| (word.to_owned(), share))),
            }
        }
        Self { telling }
    }

    /// The part of its weight that a word in comparison form keeps: 1 for a rare one.
    pub(super) fn telling(&self, folded: &str) -> f64 {
        self.telling.get(folded).copied().unwrap_or(1.0)
    }
}

fn share_of(frequency: f64) -> f64 {
    ((SAYS_NOTHING - frequency) / (SAYS_NOTHING - SAYS_ALL)).clamp(LEAST, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_every_day_tells_less_than_a_rare_one() {
        let english = Everyday::of(&Language::new("en"));
        assert!(english.telling("people") < english.telling("lighthouse"));
        assert_eq!(Everyday::of(&Language::new("de")).telling("people"), 1.0);
    }
}
