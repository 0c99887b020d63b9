//! A number mark's value, taken apart again and set against another's.

use super::super::lexicon::Lexicon;

/// A mark's value, taken apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parsed<'a> {
    /// How exactly it is meant: "≈", ">", "≥", "<", "≤" or nothing.
    pub sign: &'a str,
    /// "~" vague, "#" a rank, "×" times, "/" a fraction, or nothing.
    pub sort: &'a str,
    /// The number; of a range or score the first.
    pub number: f64,
    /// The other end of a range or score.
    pub other: Option<f64>,
    /// The unit, or the stem of what is counted.
    pub unit: &'a str,
}

/// Takes a value apart.
pub fn parsed(value: &str) -> Option<Parsed<'_>> {
    let (head, unit) = value.split_once(' ').unwrap_or((value, ""));
    let sign_end = head.find(|c| !matches!(c, '≈' | '>' | '≥' | '<' | '≤'))?;
    let (sign, rest) = head.split_at_checked(sign_end)?;
    let sort_end = rest.find(|c| !matches!(c, '~' | '#' | '×' | '/'))?;
    let (sort, digits) = rest.split_at_checked(sort_end)?;
    let (number, other) = match digits.split_once("..") {
        Some((number, other)) => (number, Some(other.parse().ok()?)),
        None => (digits, None),
    };
    Some(Parsed { sign, sort, number: number.parse().ok()?, other, unit })
}

impl Parsed<'_> {
    /// Which way it is bounded: 1 from below, -1 from above, 0 not at all.
    pub fn bound(&self) -> i8 {
        match self.sign {
            ">" | "≥" => 1,
            "<" | "≤" => -1,
            _ => 0,
        }
    }

    /// Whether it is meant to the last digit.
    pub fn is_exact(&self) -> bool {
        self.sign.is_empty() && self.sort != "~" && self.other.is_none()
    }

    /// The unit that it is converted by: a fraction is a share as a percentage is.
    fn measure(&self) -> &str {
        if self.sort == "/" { "share" } else { self.unit }
    }
}

/// Numbers this close are the same number, differently rounded by a machine.
const NOTHING: f64 = 1e-9;

/// How far two numbers of different units may lie apart, as a part of the larger, and still be one and the same: both
/// were rounded, each in its own unit.
const ROUNDED_APART: f64 = 0.03;

/// How two numbers compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The same number.
    Same,
    /// The same after conversion to another unit.
    Converted,
    /// The one is the other, rounded.
    Rounded,
    /// The one is an end of the other, which is a range.
    AtTheEnd,
    /// Another number.
    Other,
}

/// Whether two numbers are one.
pub fn size(lexicon: &Lexicon, a: &Parsed<'_>, b: &Parsed<'_>) -> Size {
    let near = |a: f64, b: f64| (a - b).abs() < NOTHING;
    match (a.other, b.other) {
        (Some(x), Some(y)) if near(a.number, b.number) && near(x, y) => return Size::Same,
        (Some(_), Some(_)) => return Size::Other,
        (Some(x), None) if near(a.number, b.number) || near(x, b.number) => return Size::AtTheEnd,
        (None, Some(y)) if near(a.number, b.number) || near(y, a.number) => return Size::AtTheEnd,
        (Some(_), None) | (None, Some(_)) => return Size::Other,
        (None, None) => {}
    }
    let one_way = a.measure() == b.measure();
    if !one_way && let Some((a, b)) = converted(lexicon, a, b) {
        return if (a - b).abs() <= ROUNDED_APART * a.abs().max(b.abs()) { Size::Converted } else { Size::Other };
    }
    if near(a.number, b.number) {
        Size::Same
    } else if rounds_to(a.number, b.number) || rounds_to(b.number, a.number) {
        Size::Rounded
    } else {
        Size::Other
    }
}

/// Whether the two measure the same thing in units of two systems.
pub fn are_convertible(lexicon: &Lexicon, a: &Parsed<'_>, b: &Parsed<'_>) -> bool {
    a.measure() != b.measure() && converted(lexicon, a, b).is_some()
}

/// Both in their common unit.
fn converted(lexicon: &Lexicon, a: &Parsed<'_>, b: &Parsed<'_>) -> Option<(f64, f64)> {
    let read = |figure: &Parsed<'_>| {
        let mut parts = lexicon.measures.value(figure.measure())?.split(' ');
        let common = parts.next()?;
        let factor: f64 = parts.next()?.parse().ok()?;
        let shift: f64 = parts.next().map_or(Some(0.0), |shift| shift.parse().ok())?;
        Some((common, figure.number * factor + shift))
    };
    let ((common, a), (other, b)) = (read(a)?, read(b)?);
    (common == other).then_some((a, b))
}

/// Whether the one is the other, rounded to as many digits as it shows: 14,959,450 and 15 million.
fn rounds_to(exact: f64, round: f64) -> bool {
    let mut step = 1.0_f64;
    while step * 10.0 <= round.abs() && (round / (step * 10.0)).fract().abs() < NOTHING {
        step *= 10.0;
    }
    step > 1.0 && ((exact / step).round() * step - round).abs() < NOTHING
}

/// Figures whose unit alone says that they measure the same sort of thing.
pub fn is_measure(unit: &str) -> bool {
    matches!(unit, "%" | "points" | "age" | "score") || is_money(unit)
}

/// Whether a unit is a currency.
pub fn is_money(unit: &str) -> bool {
    const CURRENCIES: [&str; 15] =
        ["usd", "eur", "gbp", "jpy", "cny", "rub", "inr", "chf", "sek", "peso", "aud", "cad", "hkd", "ils", "cents"];
    CURRENCIES.contains(&unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn sizes(left: &str, right: &str) -> Option<Size> {
        let lexicon = Lexicon::of(&Language::english());
        let (left, right) = (parsed(left)?, parsed(right)?);
        assert_eq!(size(lexicon, &left, &right), size(lexicon, &right, &left));
        Some(size(lexicon, &left, &right))
    }

    #[test]
    fn values_are_taken_apart() {
        let range = Parsed { sign: "≈", sort: "", number: 10.0, other: Some(12.0), unit: "boat" };
        assert_eq!(parsed("≈10..12 boat"), Some(range));
        assert_eq!(parsed("×2").map(|figure| (figure.sort, figure.number)), Some(("×", 2.0)));
        assert_eq!((parsed(""), parsed("boat"), parsed("≈")), (None, None, None));
    }

    #[test]
    fn other_units_are_converted() {
        assert_eq!(sizes("60 mile", "97 km"), Some(Size::Converted));
        assert_eq!(sizes("6 foot", "1.83 metre"), Some(Size::Converted));
        assert_eq!(sizes("50 fahrenheit", "10 celsius"), Some(Size::Converted));
        assert_eq!(sizes("200 gbp", "90 kg"), Some(Size::Converted));
        assert_eq!(sizes("/0.3333333 boat", "33 %"), Some(Size::Converted));
        assert_eq!(sizes("60 mile", "60 km"), Some(Size::Other));
    }

    #[test]
    fn rounded_numbers_and_ends_of_ranges() {
        assert_eq!(sizes("≈12000 voter", "11842 voter"), Some(Size::Rounded));
        assert_eq!(sizes("12 boat", "14 boat"), Some(Size::Other));
        assert_eq!(sizes("10..12 boat", "12 boat"), Some(Size::AtTheEnd));
        assert_eq!(sizes("10..12 boat", "11 boat"), Some(Size::Other));
    }
}
