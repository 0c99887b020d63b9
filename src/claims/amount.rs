//! Numbers as they are written, in digits or in words, and what they come to.

use crate::text::TokenKind;

use super::lexicon::Lexicon;
use super::reading::Word;

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// What it comes to.
    pub value: f64,
    /// What sort of number.
    pub sort: Sort,
    /// How many words of the sentence it takes.
    pub len: usize,
}

/// What sort of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// "12", "twelve".
    Plain,
    /// "dozens", "thousands of": an order of magnitude.
    Vague,
    /// "third", "3rd".
    Ordinal,
    /// "twice".
    Times,
    /// "two-thirds".
    Fraction,
}

/// The longest run of number words that is read as one number; no spoken number has more.
const MOST_WORDS: usize = 8;

/// The number that begins at a word.
pub fn amount_at(lexicon: &Lexicon, words: &[Word], at: usize) -> Option<Amount> {
    let first = words.get(at)?;
    let amount = match first.kind {
        TokenKind::Number => in_digits(lexicon, first)?,
        _ => in_words(lexicon, words, at)?,
    };
    Some(scaled(lexicon, words, at, with_half(lexicon, words, at, amount)))
}

/// "Three and a half": a fraction is added to the whole before it.
fn with_half(lexicon: &Lexicon, words: &[Word], at: usize, amount: Amount) -> Amount {
    let next = at + amount.len;
    if amount.sort != Sort::Plain || words.get(next).is_none_or(|word| word.folded != "and") {
        return amount;
    }
    let article = usize::from(words.get(next + 1).is_some_and(|word| word.folded == "a"));
    let part = |joint: usize| {
        let (part, _) = listed(lexicon, words, next + joint)?;
        (part.sort == Sort::Fraction).then(|| Amount {
            value: amount.value + part.value,
            len: amount.len + joint + part.len,
            ..amount
        })
    };
    part(1).or_else(|| part(1 + article)).unwrap_or(amount)
}

/// Times the scales that follow: "3.5 million", "twelve hundred thousand".
fn scaled(lexicon: &Lexicon, words: &[Word], at: usize, mut amount: Amount) -> Amount {
    while amount.sort == Sort::Plain && amount.len < MOST_WORDS {
        let next = at + amount.len;
        let hyphen = usize::from(words.get(next).is_some_and(|word| word.folded == "-" && !word.spaced));
        let Some(word) = words.get(next + hyphen).filter(|word| word.spaced != (hyphen == 1)) else { break };
        let Some(factor) = factor(lexicon, &word.folded).filter(|_| word.folded.len() > 1) else { break };
        amount.value *= factor;
        amount.len += 1 + hyphen;
    }
    amount
}

fn factor(lexicon: &Lexicon, folded: &str) -> Option<f64> {
    lexicon.scales.value(folded)?.parse().ok()
}

/// "12,000", "3.5bn", "21st".
fn in_digits(lexicon: &Lexicon, word: &Word) -> Option<Amount> {
    let digits = word.folded.find(|c: char| !matches!(c, '0'..='9' | '.' | ',')).unwrap_or(word.folded.len());
    let (digits, suffix) = word.folded.split_at_checked(digits)?;
    let value: f64 = digits.replace(',', "").parse().ok()?;
    let (value, sort) = match suffix {
        "" => (value, Sort::Plain),
        "st" | "nd" | "rd" | "th" => (value, Sort::Ordinal),
        "x" => (value, Sort::Times),
        scale => (value * factor(lexicon, scale)?, Sort::Plain),
    };
    Some(Amount { value, sort, len: 1 })
}

fn in_words(lexicon: &Lexicon, words: &[Word], at: usize) -> Option<Amount> {
    let (mut amount, mut tens) = listed(lexicon, words, at)?;
    // "twenty-four", "one hundred and five": a smaller number after a round one is added.
    while amount.sort == Sort::Plain && tens && amount.len < MOST_WORDS {
        let next = at + amount.len;
        let joint = usize::from(matches!(words.get(next).map(|word| word.folded.as_str()), Some("-" | "and")));
        let Some((more, _)) = listed(lexicon, words, next + joint) else { break };
        if more.value >= 10.0 || more.value < 1.0 || !matches!(more.sort, Sort::Plain | Sort::Ordinal) {
            break;
        }
        amount = Amount { value: amount.value + more.value, sort: more.sort, len: amount.len + joint + more.len };
        tens = false;
    }
    Some(amount)
}

/// A listed number word, and whether a smaller one may follow.
fn listed(lexicon: &Lexicon, words: &[Word], at: usize) -> Option<(Amount, bool)> {
    let hit = lexicon.number_words.at(words, at)?;
    let (value, sort) = if let Some((above, below)) = hit.value.split_once('/') {
        (above.parse::<f64>().ok()? / below.parse::<f64>().ok()?, Sort::Fraction)
    } else if let Some(order) = hit.value.strip_prefix('~') {
        (order.parse().ok()?, Sort::Vague)
    } else if let Some(place) = hit.value.strip_suffix("th") {
        (place.parse().ok()?, Sort::Ordinal)
    } else if let Some(times) = hit.value.strip_suffix('x') {
        (times.parse().ok()?, Sort::Times)
    } else {
        (hit.value.parse().ok()?, Sort::Plain)
    };
    let tens = sort == Sort::Plain && (20.0..100.0).contains(&value) && hit.len == 1;
    Some((Amount { value, sort, len: hit.len }, tens))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::reading::words_of;
    use crate::text::Language;

    fn value(text: &str) -> Option<(f64, Sort, usize)> {
        let lexicon = Lexicon::of(&Language::english());
        amount_at(lexicon, &words_of(text), 0).map(|amount| (amount.value, amount.sort, amount.len))
    }

    #[test]
    fn digits_and_words_come_to_the_same() {
        assert_eq!(value("12,000 seats"), Some((12_000.0, Sort::Plain, 1)));
        assert_eq!(value("twelve thousand seats"), Some((12_000.0, Sort::Plain, 2)));
        assert_eq!(value("3.5bn"), Some((3.5e9, Sort::Plain, 1)));
        assert_eq!(value("twenty-four hens"), Some((24.0, Sort::Plain, 3)));
        assert_eq!(value("1.6 million"), Some((1.6e6, Sort::Plain, 2)));
    }

    #[test]
    fn ordinals_fractions_and_magnitudes_are_sorts_of_their_own() {
        assert_eq!(value("21st day"), Some((21.0, Sort::Ordinal, 1)));
        assert_eq!(value("dozens of hens").map(|found| found.1), Some(Sort::Vague));
        assert_eq!(value("two-thirds of it").map(|found| found.1), Some(Sort::Fraction));
    }

    #[test]
    fn what_is_no_number_is_none() {
        assert_eq!(value("hens"), None);
        assert_eq!(value(""), None);
        assert_eq!(value("1990s"), None);
        assert_eq!(value("1.2.3"), None);
    }
}
