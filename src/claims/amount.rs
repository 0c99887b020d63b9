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
    /// The factor of the scale words in it: a million in "3.5 million".
    pub scale: f64,
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
const MOST_WORDS: usize = 12;

/// The number that begins at a word.
pub fn amount_at(lexicon: &Lexicon, words: &[Word], at: usize) -> Option<Amount> {
    let first = words.get(at)?;
    let amount = match first.kind {
        TokenKind::Number => untorn(lexicon, words, at, in_digits(lexicon, first)?),
        _ => in_words(lexicon, words, at)?,
    };
    Some(scaled(lexicon, words, at, with_half(lexicon, words, at, amount)))
}

/// "2. 6 million": pages taken apart tear decimals. A sentence does not go on with a figure after its full stop, so what
/// a scale or a unit follows is one number.
fn untorn(lexicon: &Lexicon, words: &[Word], at: usize, amount: Amount) -> Amount {
    let part = |n: usize| words.get(at + n).map_or("", |word| word.folded.as_str());
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let torn = part(1) == "." && is_digits(part(0)) && is_digits(part(2)) && words[at + 2].spaced;
    let next = part(3) == "-";
    let after = part(3 + usize::from(next));
    if !torn || lexicon.scales.value(after).is_none() && !lexicon.units.has(after) {
        return amount;
    }
    let value = format!("{}.{}", part(0), part(2)).parse().unwrap_or(amount.value);
    Amount { value, len: amount.len + 2, ..amount }
}

/// "Three and a half", "4-1/2": a fraction is added to the whole before it.
fn with_half(lexicon: &Lexicon, words: &[Word], at: usize, amount: Amount) -> Amount {
    let next = at + amount.len;
    let folded = |at: usize| words.get(at).map_or("", |word| word.folded.as_str());
    if amount.sort != Sort::Plain {
        return amount;
    }
    if let Some((value, len)) = written_fraction(&folded, next + usize::from(folded(next) == "-")) {
        return Amount {
            value: amount.value + value,
            len: amount.len + usize::from(folded(next) == "-") + len,
            ..amount
        };
    }
    if folded(next) != "and" {
        return amount;
    }
    let article = usize::from(folded(next + 1) == "a");
    let part = |joint: usize| {
        let part = listed(lexicon, words, next + joint)?;
        (part.sort == Sort::Fraction).then(|| Amount {
            value: amount.value + part.value,
            len: amount.len + joint + part.len,
            ..amount
        })
    };
    part(1).or_else(|| part(1 + article)).unwrap_or(amount)
}

/// "1/2": what it comes to and the words it takes.
fn written_fraction<'a>(folded: &impl Fn(usize) -> &'a str, at: usize) -> Option<(f64, usize)> {
    let digit = |at: usize| folded(at).parse::<f64>().ok().filter(|_| folded(at).len() == 1);
    let (above, below) = (digit(at)?, digit(at + 2)?);
    (folded(at + 1) == "/" && above >= 1.0 && above < below).then(|| (above / below, 3))
}

/// Times the scales that follow: "3.5 million", "1.2 hundred thousand".
fn scaled(lexicon: &Lexicon, words: &[Word], at: usize, mut amount: Amount) -> Amount {
    while amount.sort == Sort::Plain && amount.len < MOST_WORDS {
        let Some((factor, len)) = scale_at(lexicon, words, at + amount.len) else { break };
        amount.value *= factor;
        amount.scale *= factor;
        amount.len += len;
    }
    amount
}

/// "Million", "-dozen": the factor, and the words it takes.
fn scale_at(lexicon: &Lexicon, words: &[Word], at: usize) -> Option<(f64, usize)> {
    let hyphen = usize::from(words.get(at).is_some_and(|word| word.folded == "-" && !word.spaced));
    let word = words.get(at + hyphen).filter(|word| word.spaced != (hyphen == 1) && word.folded.len() > 1)?;
    Some((factor(lexicon, &word.folded)?, 1 + hyphen))
}

fn factor(lexicon: &Lexicon, folded: &str) -> Option<f64> {
    lexicon.scales.value(folded)?.parse().ok()
}

/// "12,000", "3.5bn", "21st".
fn in_digits(lexicon: &Lexicon, word: &Word) -> Option<Amount> {
    let digits = word.folded.find(|c: char| !matches!(c, '0'..='9' | '.' | ',')).unwrap_or(word.folded.len());
    let (digits, suffix) = word.folded.split_at_checked(digits)?;
    let value: f64 = digits.replace(',', "").parse().ok()?;
    let plain = Amount { value, sort: Sort::Plain, scale: 1.0, len: 1 };
    Some(match suffix {
        "" => plain,
        "st" | "nd" | "rd" | "th" => Amount { sort: Sort::Ordinal, ..plain },
        "x" => Amount { sort: Sort::Times, ..plain },
        scale => {
            let scale = factor(lexicon, scale)?;
            Amount { value: value * scale, scale, ..plain }
        }
    })
}

/// Number words as they are said together: "two hundred and fifty-three thousand", "twenty-first".
fn in_words(lexicon: &Lexicon, words: &[Word], at: usize) -> Option<Amount> {
    let mut amount = listed(lexicon, words, at)?;
    // What the scales have closed, and what is being said: "two hundred thousand | three hundred and five".
    let (mut closed, mut open) = (0.0, amount.value);
    let mut last_scale = f64::INFINITY;
    let folded = |at: usize| words.get(at).map_or("", |word| word.folded.as_str());
    let between = at > 0 && lexicon.plays(folded(at - 1), "bounds");
    while amount.sort == Sort::Plain && amount.len < MOST_WORDS {
        let next = at + amount.len;
        if let Some((factor, len)) = scale_at(lexicon, words, next).filter(|_| open > 0.0) {
            match factor {
                100.0 if open >= 100.0 => break,
                100.0 => open *= 100.0,
                _ if factor >= last_scale => break,
                _ => (closed, open, last_scale) = (closed + open * factor, 0.0, factor),
            }
            amount = Amount { value: closed + open, scale: amount.scale * factor, len: amount.len + len, ..amount };
            continue;
        }
        let and = folded(next) == "and" && (open == 0.0 || open >= 100.0) && !between;
        let joint = usize::from(and || folded(next) == "-" && room(open, last_scale) == 10.0);
        let Some(more) = listed(lexicon, words, next + joint) else { break };
        let hundreds = scale_at(lexicon, words, next + joint + more.len).is_some_and(|(factor, _)| factor == 100.0);
        let fits = more.value >= 1.0 && more.value < room(open, last_scale) && !(hundreds && open > 0.0);
        if !fits || !matches!(more.sort, Sort::Plain | Sort::Ordinal) || more.len > 1 {
            break;
        }
        open += more.value;
        amount = Amount { value: closed + open, sort: more.sort, len: amount.len + joint + more.len, ..amount };
    }
    Some(amount)
}

/// Below what a number must lie to be said after another: units after tens, tens after hundreds.
fn room(open: f64, last_scale: f64) -> f64 {
    if open == 0.0 {
        last_scale.min(1_000.0)
    } else if open % 100.0 == 0.0 {
        100.0
    } else if open % 10.0 == 0.0 && open % 100.0 >= 20.0 {
        10.0
    } else {
        0.0
    }
}

/// A listed number word.
fn listed(lexicon: &Lexicon, words: &[Word], at: usize) -> Option<Amount> {
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
    Some(Amount { value, sort, scale: 1.0, len: hit.len })
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
    fn number_words_are_put_together_as_they_are_said() {
        let said = |text: &str| value(text).map(|(value, _, len)| (value, len));
        assert_eq!(said("two hundred and fifty-three thousand hens"), Some((253_000.0, 7)));
        assert_eq!(said("one hundred and five hens"), Some((105.0, 4)));
        assert_eq!(said("one million two hundred thousand hens"), Some((1_200_000.0, 5)));
        assert_eq!(said("forty five hens"), Some((45.0, 2)));
        assert_eq!(said("twelve hundred hens"), Some((1_200.0, 2)));
        assert_eq!(said("two dozen hens"), Some((24.0, 2)));
        assert_eq!(said("three and a half million hens"), Some((3_500_000.0, 5)));
        assert_eq!(said("4-1/2 hens"), Some((4.5, 5)));
        assert_eq!(said("2. 6 million hens"), Some((2_600_000.0, 4)));
        assert_eq!(said("twenty-first hen"), Some((21.0, 3)));
    }

    #[test]
    fn two_numbers_side_by_side_stay_two() {
        let said = |text: &str| value(text).map(|(value, _, len)| (value, len));
        assert_eq!(said("twenty and five hens"), Some((20.0, 1)));
        assert_eq!(said("one hundred and two hundred hens"), Some((100.0, 2)));
        assert_eq!(said("five six hens"), Some((5.0, 1)));
        assert_eq!(said("2. 6 hens"), Some((2.0, 1)));
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
