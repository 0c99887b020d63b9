//! Reading a number with all that belongs to it: how exactly it is meant, its other end, its unit.

use crate::text::TokenKind;

use super::super::amount::{Amount, Sort, amount_at};
use super::super::reading::{Page, Reading};
use super::range::{Joint, other_end};
use super::unit::{Unit, currency_at, unit_at};

/// A number with all that belongs to it.
pub struct Figure {
    sign: String,
    amount: Amount,
    /// The other end of a range or score.
    other: Option<f64>,
    /// "%", "usd", "year", or the stem of what is counted.
    unit: String,
    /// The word after the last that belongs to it.
    pub end: usize,
}

impl Figure {
    /// What it comes to, in the form in which numbers are compared.
    pub fn value(&self) -> String {
        let sort = match self.amount.sort {
            Sort::Plain => "",
            Sort::Fraction => "/",
            Sort::Vague => "~",
            Sort::Ordinal => "#",
            Sort::Times => "×",
        };
        let other = self.other.map_or(String::new(), |other| format!("..{other}"));
        format!("{}{sort}{}{other} {}", self.sign, self.amount.value, self.unit).trim_end().to_owned()
    }
}

/// The figure that begins at a word.
pub fn figure_at(page: &Page<'_>, reading: &Reading<'_>, start: usize) -> Option<Figure> {
    let (words, lexicon) = (&reading.words, page.lexicon);
    let mut at = start;
    let mut sign = String::new();
    if let Some(hit) = lexicon.approximations.at(words, at).filter(|hit| !hit.value.starts_with("after")) {
        sign = hit.value.to_owned();
        at += hit.len;
    }
    let mut money = None;
    if let Some((unit, len)) = currency_at(page, reading, at) {
        money = Some(unit.to_owned());
        at += len;
    }
    let mut amount = amount_at(lexicon, words, at)?;
    if reading.times.iter().any(|time| time.words.contains(&at)) {
        return None;
    }
    if is_no_count(page, reading, at, &amount, money.is_some()) {
        return None;
    }
    let first = at;
    at += amount.len;
    let mut other = None;
    if let Some(end) = other_end(page, reading, first, &amount) {
        // "5 to 7 million": both ends are millions.
        if amount.scale <= 1.0 && end.shared_scale > 1.0 {
            amount.value *= end.shared_scale;
        }
        if let Some(share) = end.share_of(&amount) {
            amount = Amount { value: share, sort: Sort::Fraction, ..amount };
        } else {
            other = Some(end.value);
        }
        at = end.end;
        if end.joint == Joint::Score {
            return Some(Figure { sign, amount, other, unit: "score".to_owned(), end: at });
        }
    }
    let (tail, len) = tail_at(page, reading, at);
    at += len;
    let (unit, mut end) = match money {
        Some(unit) => (Unit::Named(unit), at),
        None => unit_at(page, reading, first, at),
    };
    if sign.is_empty() {
        sign = tail.to_owned();
        if sign.is_empty() && end > at {
            let (tail, len) = tail_at(page, reading, end);
            sign = tail.to_owned();
            end += len;
        }
    }
    if matches!(&unit, Unit::Counted(noun) if noun == "time") && amount.sort == Sort::Plain {
        return Some(Figure { sign, amount: Amount { sort: Sort::Times, ..amount }, other, unit: String::new(), end });
    }
    // "Half a mile" measures; "half of the boats" is a share.
    if amount.sort == Sort::Fraction && matches!(unit, Unit::Named(_)) {
        amount.sort = Sort::Plain;
    }
    Some(Figure { sign, amount, other, unit: unit.into_name(), end })
}

/// "Or more", "-odd", "plus" behind a number: the sign, and the words it takes.
fn tail_at<'a>(page: &'a Page<'_>, reading: &Reading<'_>, at: usize) -> (&'a str, usize) {
    let hyphen = usize::from(reading.folded(at) == "-");
    let hit = page.lexicon.approximations.at(&reading.words, at + hyphen);
    let tail = hit.and_then(|hit| Some((hit.value.strip_prefix("after ")?, hyphen + hit.len)));
    // "Or more than ten" begins something else.
    tail.filter(|(_, len)| reading.folded(at + len) != "than").unwrap_or(("", 0))
}

/// Whether a number word counts nothing: "one of them", "no one", a "second" that is no rank, part of a name.
fn is_no_count(page: &Page<'_>, reading: &Reading<'_>, at: usize, amount: &Amount, money: bool) -> bool {
    let word = &reading.words[at];
    let before = if at == 0 { "" } else { reading.folded(at - 1) };
    if money {
        return false;
    }
    if word.kind == TokenKind::Number {
        let glued = at > 0 && !word.spaced && matches!(before, "-" | "/" | "." | "_" | "#");
        // "9/11", "41/2": no number of its own.
        let slash = reading.folded(at + 1) == "/" && reading.words.get(at + 1).is_some_and(|mark| !mark.spaced);
        let slash = slash && amount.len == 1;
        return glued && !reading.words[at - 1].spaced || slash || is_designation(page, reading, at);
    }
    let next = reading.folded(at + amount.len);
    let goes_on = next.starts_with(char::is_alphanumeric);
    let uncounted = |word: &str| page.lexicon.plays(word, "uncounted");
    match amount.sort {
        Sort::Plain if amount.len == 1 && amount.value < 2.0 => !goes_on || uncounted(next) || uncounted(before),
        Sort::Ordinal if amount.value < 3.0 => !goes_on || word.capital && at > 0,
        Sort::Ordinal | Sort::Fraction => word.capital && at > 0,
        _ => false,
    }
}

/// "AK 47", "Flight 12", "No. 2": a number that belongs to a name.
fn is_designation(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| reading.words.get(at)) else { return false };
    let written = before.span.of(reading.text);
    let letters = (2..=3).contains(&written.len()) && written.bytes().all(|byte| byte.is_ascii_uppercase());
    let numbered = before.capital && page.lexicon.plays(&before.folded, "numbered");
    let no = before.folded == "." && at > 1 && reading.folded(at - 2) == "no" && reading.words[at - 2].capital;
    (letters || numbered || no) && !reading.title_case
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::claims::Kind;
    use crate::claims::testing::{findings, marks};

    fn values(sentence: &str) -> Vec<String> {
        marks(Kind::Number, sentence).into_iter().map(|(_, value)| value).collect()
    }

    fn words(sentence: &str) -> Vec<String> {
        marks(Kind::Number, sentence).into_iter().map(|(words, _)| words).collect()
    }

    #[test]
    fn numbers_carry_their_unit_and_precision() {
        assert_eq!(values("About 12,000 voters paid $3.5bn."), ["≈12000 voter", "3500000000 usd"]);
        assert_eq!(values("A 225-page report lists nearly forty percent."), ["225 page", "≈40 %"]);
        assert_eq!(values("It cost €2m, then £40 and 3.5bn yen."), ["2000000 eur", "40 gbp", "3500000000 jpy"]);
        assert_eq!(values("It rose two percentage points to 40 per cent."), ["2 points", "40 %"]);
        assert_eq!(values("More than 50 crates, at least six nets."), [">50 crate", "≥6 net"]);
        assert_eq!(values("Dozens of boats and scores of nets."), ["~12 boat", "~20 net"]);
        assert_eq!(values("Two of the boats sank."), ["2 boat"]);
    }

    #[test]
    fn precision_may_stand_behind_the_number() {
        assert_eq!(values("Some sold 30 or more boats."), ["≥30 boat"]);
        assert_eq!(values("The 300-plus guests left 40-odd plates."), ["≥300 guest", "≈40 plate"]);
        assert_eq!(values("It had 12 boats or so."), ["≈12 boat"]);
        assert_eq!(values("It sold 30 boats or more than that."), ["30 boat"]);
    }

    #[test]
    fn ages_are_ages_however_they_are_put() {
        assert_eq!(values("Ines Hallow, 42, lost by 9-14."), ["42 age", "9..14 score"]);
        assert_eq!(values("A 42-year-old and a man aged 43 met."), ["42 age", "43 age"]);
        assert_eq!(values("The pier is 90 years old."), ["90 age"]);
        assert_eq!(values("Her sons, aged 16 and 13, ran."), ["16 age", "13 age"]);
    }

    #[test]
    fn ranges_keep_both_ends() {
        assert_eq!(values("They sold 10 to 12 boats."), ["10..12 boat"]);
        assert_eq!(values("Between 5 and 7 boats sank."), ["5..7 boat"]);
        assert_eq!(values("Some 5–7 boats sank."), ["≈5..7 boat"]);
        assert_eq!(values("It cost $5 to $7 million."), ["5000000..7000000 usd"]);
        assert_eq!(values("A rise of 10% to 12% came."), ["10..12 %"]);
        assert_eq!(values("Five or six crews left."), ["5..6 crew"]);
        assert_eq!(values("From 500,000 to 1.6 million voters came."), ["500000..1600000 voter"]);
    }

    #[test]
    fn scores_are_no_ranges() {
        assert_eq!(values("The council voted 97-1 for it."), ["97..1 score"]);
        assert_eq!(values("Call 555-1234-99 now.").len(), 1);
    }

    #[test]
    fn shares_and_multiples() {
        assert_eq!(words("One in five boats leaks."), ["One in five boats"]);
        assert_eq!(values("One in four boats leaks; 9 out of 10 do."), ["/0.25 boat", "/0.9"]);
        assert_eq!(values("Two-thirds of the boats leak."), ["/0.6666666666666666 boat"]);
        assert_eq!(values("It fell by three and a half percent, then half a percent."), ["3.5 %", "0.5 %"]);
        assert_eq!(values("The fee doubled, and doubled again to twice the sum.").len(), 3);
        assert_eq!(values("They met twice."), ["×2"]);
        assert_eq!(values("They met 13 times."), ["×13"]);
        assert_eq!(values("It was the 21st fair."), ["#21 fair"]);
    }

    #[test]
    fn what_only_looks_like_a_figure_is_none() {
        assert!(values("In 2019 one of them left at 7 p.m. on January 28.").is_empty());
        assert!(values("No one knew. Flight 370, a TX 40 radio and 41/2 nets.").is_empty());
        assert!(values("They left at around 11 a.m. today.").is_empty());
    }

    #[test]
    fn a_number_does_not_take_the_time_after_it() {
        assert_eq!(words("They lost $2.6 million early Monday."), ["$2.6 million"]);
        assert_eq!(words("The boys, 16 and 13 respectively, ran."), ["16", "13"]);
    }

    /// A number below a thousand in words.
    fn spoken(number: u32) -> String {
        const SMALL: [&str; 20] = [
            "",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ];
        const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        let (hundreds, rest) = (number / 100, number % 100);
        let small = |n: u32| SMALL[n as usize].to_owned();
        let tens = match (rest / 10, rest % 10) {
            _ if rest < 20 => small(rest),
            (tens, 0) => TENS[tens as usize].to_owned(),
            (tens, unit) => format!("{}-{}", TENS[tens as usize], small(unit)),
        };
        match (hundreds, rest) {
            (0, _) => tens,
            (_, 0) => format!("{} hundred", small(hundreds)),
            _ => format!("{} hundred and {tens}", small(hundreds)),
        }
    }

    fn grouped(number: u32) -> String {
        let digits = number.to_string();
        let groups: Vec<&str> =
            digits.as_bytes().rchunks(3).rev().filter_map(|g| std::str::from_utf8(g).ok()).collect();
        groups.join(",")
    }

    /// Pieces of figures and dates in any order.
    fn odd_figures() -> impl Strategy<Value = String> {
        const WORDS: &str = "between from to and or more - / . : ( ) , half a hundred million twenty one in out of times \
                             1/2 $ ° % AK No. 47 3-5 9 2019 1990s 99999999999999999999 1e9 0 May Feb. 28 Friday mid the \
                             end aged -year-old percent miles p.m. 24:00 GMT ago later last week months morning on plus \
                             boats as soon ½ ٣";
        let words: Vec<&str> = WORDS.split(' ').collect();
        proptest::collection::vec((proptest::sample::select(words), proptest::bool::ANY), 0..12).prop_map(|words| {
            words.into_iter().map(|(word, spaced)| format!("{word}{}", if spaced { " " } else { "" })).collect()
        })
    }

    proptest! {
        #[test]
        fn no_figure_panics_and_each_is_compared(left in odd_figures(), right in odd_figures()) {
            findings(Kind::Number, &left, &right);
            prop_assert!(findings(Kind::Number, &left, &left).is_empty());
            prop_assert!(findings(Kind::Date, &right, &right).is_empty());
        }

        #[test]
        fn a_number_comes_to_the_same_however_it_is_written(thousands in 1_u32..1_000, rest in 0_u32..1_000) {
            let number = thousands * 1_000 + rest;
            let words = format!("{} thousand {}", spoken(thousands), spoken(rest));
            let expected = vec![format!("{number} crate")];
            prop_assert_eq!(&values(&format!("They sold {} crates.", grouped(number))), &expected);
            prop_assert_eq!(&values(&format!("They sold {} crates.", words.trim_end())), &expected);
        }

        #[test]
        fn a_decimal_keeps_its_scale(whole in 1_u32..1_000, tenth in 1_u32..10) {
            let expected = vec![format!("{} usd", f64::from(whole * 10 + tenth) * 1e8)];
            for written in [format!("${whole}.{tenth}bn"), format!("${whole}.{tenth} billion")] {
                let found = values(&format!("It cost {written}."));
                let number = |text: &str| text.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0);
                let near = found.len() == 1 && (number(&found[0]) / number(&expected[0]) - 1.0).abs() < 1e-9;
                prop_assert!(near, "{:?} {:?}", found, expected);
            }
        }
    }
}
