//! Two numbers that make one figure: "10 to 12", "9-14", "one in five".

use crate::text::TokenKind;

use super::super::amount::{Amount, Sort, amount_at};
use super::super::reading::{Page, Reading};
use super::unit::{currency_at, unit_at};

/// How two numbers are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// "10 to 12", "between 5 and 7".
    Range,
    /// "9-14": the goals or votes of two sides.
    Score,
    /// "One in five".
    Share,
}

/// What follows a number and makes one figure with it.
pub struct OtherEnd {
    /// How the two are joined.
    pub joint: Joint,
    /// What it comes to.
    pub value: f64,
    /// The scale that it has for both: a million in "5 to 7 million"; 1 without.
    pub shared_scale: f64,
    /// The word after it.
    pub end: usize,
}

impl OtherEnd {
    /// "One in five" as a share.
    pub fn share_of(&self, first: &Amount) -> Option<f64> {
        (self.joint == Joint::Share).then(|| first.value / self.value)
    }
}

/// The largest whole of which news says "one in so many".
const MOST_IN: f64 = 1_000.0;

/// The number that makes one figure with the one before it.
pub fn other_end(page: &Page<'_>, reading: &Reading<'_>, first: usize, amount: &Amount) -> Option<OtherEnd> {
    (amount.sort == Sort::Plain).then_some(())?;
    let after = first + amount.len;
    // "40- to 60-hour", "10% to 12%", "40 miles to 50 miles" are ranges whose unit stands twice.
    let hyphen = usize::from(reading.folded(after) == "-");
    let unit = page.lexicon.units.at(&reading.words, after).map_or(0, |hit| hit.len);
    let before = first.checked_sub(1).map_or("", |at| reading.folded(at));
    let before = if matches!(before, "$" | "€" | "£") && first > 1 { reading.folded(first - 2) } else { before };
    let plays = |at: usize, part: &str| page.lexicon.plays(reading.folded(at), part);
    let next = after + hyphen.max(unit);
    let (joint, at) = match () {
        () if plays(next, "joins") => (Joint::Range, next + 1),
        () if plays(next, "pairs") && page.lexicon.plays(before, "bounds") => (Joint::Range, next + 1),
        () if plays(next, "choice") => (Joint::Range, next + 1),
        () if plays(next, "share") => (Joint::Share, next + 1),
        () if reading.folded(next) == "out" && reading.folded(next + 1) == "of" => (Joint::Share, next + 2),
        () if hyphen == 1 => (Joint::Score, after + 1),
        () => return None,
    };
    let at = at + currency_at(page, reading, at).map_or(0, |(_, len)| len);
    let word = reading.words.get(at)?;
    let end = amount_at(page.lexicon, &reading.words, at).filter(|end| end.sort == Sort::Plain)?;
    let in_digits = |at: usize| reading.words.get(at).is_some_and(|word| word.kind == TokenKind::Number);
    if in_digits(first) != in_digits(at) || reading.times.iter().any(|time| time.words.contains(&at)) {
        return None;
    }
    let rises = |scale: f64| amount.value * scale < end.value;
    let shares = amount.scale <= 1.0 && end.scale > 1.0 && rises(end.scale);
    let shared_scale = if shares { end.scale } else { 1.0 };
    let next = at + end.len;
    let joint = match joint {
        Joint::Score if word.spaced || reading.words.get(after).is_some_and(|dash| dash.spaced) => return None,
        Joint::Score if rises(1.0) && unit_at(page, reading, at, next).0.is_several() => Joint::Range,
        // "4-1/2" was read before; a third figure makes it a telephone number or a code.
        Joint::Score if matches!(reading.folded(next), "-" | "/") => return None,
        Joint::Share if end.value > MOST_IN || !rises(1.0) => return None,
        Joint::Range if !rises(shared_scale) => return None,
        joint => joint,
    };
    Some(OtherEnd { joint, value: end.value, shared_scale, end: next })
}
