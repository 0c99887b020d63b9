//! How many, how much: digits and words, money, shares, ages, scores, with how exactly they are meant.

mod heads;

use crate::text::{Pair, Side, TokenKind};

use super::amount::{Amount, Sort, amount_at};
use super::detector::Detector;
use super::reading::{Page, Reading, Word};
use super::scene::{Scene, named};
use super::settle::{Judgement, Rules, settle};
use super::{Finding, Kind, Mark, Relation};
pub use heads::Tolls;

/// Numbers that are no dates.
pub struct Number;

impl Detector for Number {
    fn kind(&self) -> Kind {
        Kind::Number
    }

    fn description(&self) -> &'static str {
        "Counts, sums of money, shares and ages, compared by value, unit and precision."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut at = 0;
        while at < reading.words.len() {
            if let Some(date) = reading.times.iter().find(|date| date.words.contains(&at)) {
                at = date.words.end;
                continue;
            }
            let Some(figure) = figure_at(page, reading, at) else {
                at += 1;
                continue;
            };
            let span = reading.span(at..figure.end);
            marks.push(Mark { kind: Kind::Number, sentence: reading.id, span, value: figure.value(), parts: None });
            at = figure.end;
        }
        marks
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let found = settle(scene, scene.of_kind(Kind::Number), self);
        found.into_iter().map(|finding| heads::set_against_elsewhere(scene, finding)).collect()
    }
}

/// A number with all that belongs to it.
struct Figure {
    sign: String,
    amount: Amount,
    /// "%", "usd", "year", or the stem of what is counted.
    unit: String,
    end: usize,
}

impl Figure {
    fn value(&self) -> String {
        let sort = match self.amount.sort {
            Sort::Plain | Sort::Fraction => "",
            Sort::Vague => "~",
            Sort::Ordinal => "#",
            Sort::Times => "×",
        };
        format!("{}{sort}{} {}", self.sign, self.amount.value, self.unit).trim_end().to_owned()
    }
}

fn figure_at(page: &Page<'_>, reading: &Reading<'_>, start: usize) -> Option<Figure> {
    let (words, lexicon) = (&reading.words, page.lexicon);
    let mut at = start;
    let mut sign = String::new();
    if let Some(hit) = lexicon.approximations.at(words, at) {
        sign = hit.value.to_owned();
        at += hit.len;
    }
    let mut unit = None;
    if let Some(hit) = lexicon.units.at(words, at).filter(|_| words[at].kind == TokenKind::Punctuation) {
        unit = Some(hit.value.to_owned());
        at += hit.len;
    }
    let amount = amount_at(lexicon, words, at)?;
    if is_no_count(page, reading, at, &amount, unit.is_some()) {
        return None;
    }
    at += amount.len;
    if let Some(end) = score_end(words, at).filter(|_| unit.is_none() && amount.sort == Sort::Plain) {
        return Some(Figure { sign, amount, unit: format!("to {}", words[end - 1].folded), end });
    }
    let (unit, end) = unit.map(|unit| (unit, at)).unwrap_or_else(|| unit_at(page, reading, at));
    Some(Figure { sign, amount, unit, end })
}

/// Whether a number word counts nothing: "one of them", "no one", a "second" that is no rank, part of a name.
fn is_no_count(page: &Page<'_>, reading: &Reading<'_>, at: usize, amount: &Amount, money: bool) -> bool {
    let word = &reading.words[at];
    if money || word.kind == TokenKind::Number {
        let glued = at > 0 && !word.spaced && matches!(reading.folded(at - 1), "-" | "/" | "." | "_" | "#");
        return !money && glued && !reading.words[at - 1].spaced;
    }
    let next = reading.folded(at + amount.len);
    let before = if at == 0 { "" } else { reading.folded(at - 1) };
    let goes_on = next.starts_with(char::is_alphanumeric);
    let uncounted = |word: &str| page.lexicon.plays(word, "uncounted");
    match amount.sort {
        Sort::Plain if amount.len == 1 && amount.value < 2.0 => !goes_on || uncounted(next) || uncounted(before),
        Sort::Ordinal if amount.value < 3.0 => !goes_on || word.capital && at > 0,
        Sort::Ordinal | Sort::Fraction => word.capital && at > 0,
        _ => false,
    }
}

/// "9-14": the end of a score or range that began with the number before.
fn score_end(words: &[Word], at: usize) -> Option<usize> {
    let (dash, next) = (words.get(at)?, words.get(at + 1)?);
    (dash.folded == "-" && !dash.spaced && !next.spaced && next.kind == TokenKind::Number).then_some(at + 2)
}

/// How far the noun that is counted may stand from its number: "19 separate executive actions".
const REACH: usize = 4;

/// Numbers of unlike things are set against each other where this many words around them are the same.
const LIKE_THINGS: usize = 1;

/// The unit or the thing counted, and where the phrase ends.
fn unit_at(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> (String, usize) {
    let words = &reading.words;
    let hyphen = usize::from(reading.folded(at) == "-" && words.get(at + 1).is_some_and(|next| !next.spaced));
    // "Half a percent".
    let article = usize::from(reading.folded(at) == "a");
    if let Some(hit) = page.lexicon.units.at(words, at + hyphen + article) {
        return (hit.value.to_owned(), at + hyphen + article + hit.len);
    }
    if hyphen == 1 && reading.folded(at + 1) == "year" && reading.folded(at + 3) == "old" {
        return ("age".to_owned(), at + 4);
    }
    if is_age(reading, at) {
        return ("age".to_owned(), at);
    }
    if hyphen == 1 && reading.words[at + 1].is_word() {
        return (page.stem(reading.folded(at + 1)).to_owned(), at + 2);
    }
    match counted(page, reading, at) {
        Some(noun) => (page.stem(reading.folded(noun)).to_owned(), noun + 1),
        None => (String::new(), at),
    }
}

/// "Ines Hallow, 42, said": a number between commas after a name is an age.
fn is_age(reading: &Reading<'_>, after: usize) -> bool {
    let Some(number) = after.checked_sub(1) else { return false };
    let Some(name) = number.checked_sub(2).and_then(|at| reading.words.get(at)) else { return false };
    name.capital
        && reading.folded(number - 1) == ","
        && matches!(reading.folded(after), "," | "." | "")
        && reading.words.get(number).is_some_and(|word| word.kind == TokenKind::Number && word.folded.len() <= 2)
}

/// The noun that a number counts: the first plural within reach, else the next word that carries content.
fn counted(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> Option<usize> {
    let of = usize::from(reading.folded(at) == "of");
    let run = (at + of..(at + of + REACH).min(reading.words.len()))
        .take_while(|&next| reading.words[next].is_word())
        .filter(|&next| !page.lexicon.plays(reading.folded(next), "further"))
        .take_while(|&next| !page.lexicon.function_words.has(reading.folded(next)));
    let run: Vec<usize> = run.collect();
    let plural = |&&word: &&usize| {
        let folded = reading.folded(word);
        folded.ends_with('s') && !folded.ends_with("ss") || page.lexicon.plays(folded, "plural")
    };
    run.iter().find(plural).or(run.first()).copied()
}

/// A mark's value, taken apart again.
struct Parsed<'a> {
    sign: &'a str,
    sort: &'a str,
    number: f64,
    unit: &'a str,
}

fn parsed(value: &str) -> Option<Parsed<'_>> {
    let (head, unit) = value.split_once(' ').unwrap_or((value, ""));
    let sign_end = head.find(|c| !matches!(c, '≈' | '>' | '≥' | '<' | '≤'))?;
    let (sign, rest) = head.split_at_checked(sign_end)?;
    let sort_end = rest.find(|c| !matches!(c, '~' | '#' | '×'))?;
    let (sort, digits) = rest.split_at_checked(sort_end)?;
    Some(Parsed { sign, sort, number: digits.parse().ok()?, unit })
}

/// Figures whose unit alone says that they measure the same sort of thing.
fn is_measure(unit: &str) -> bool {
    matches!(unit, "%" | "points" | "usd" | "eur" | "gbp" | "age") || unit.starts_with("to ")
}

/// Numbers this close are the same number, differently rounded by a machine.
const NOTHING: f64 = 1e-9;

/// Whether the one is the other, rounded to as many digits as it shows: 14,959,450 and 15 million.
fn rounds_to(exact: f64, round: f64) -> bool {
    let mut step = 1.0_f64;
    while step * 10.0 <= round.abs() && (round / (step * 10.0)).fract().abs() < NOTHING {
        step *= 10.0;
    }
    step > 1.0 && ((exact / step).round() * step - round).abs() < NOTHING
}

impl Rules for Number {
    fn judge(&self, scene: &Scene<'_>, marks: Pair<&Mark>) -> Option<Judgement> {
        let (left, right) = (parsed(&marks.left.value)?, parsed(&marks.right.value)?);
        if (left.sort == "#") != (right.sort == "#") || (left.sort == "×") != (right.sort == "×") {
            return None;
        }
        let same_unit = left.unit == right.unit;
        if (left.number - right.number).abs() < NOTHING && (same_unit || !is_money(left.unit) && !is_money(right.unit))
        {
            return Some(same_number(scene, marks, &left, &right));
        }
        let states = Pair::from_fn(|side| heads::state(scene.pages[side], marks[side]));
        if matches!((states.left, states.right), (Some(left), Some(right)) if left != right) {
            return None;
        }
        let same_state = states.left.is_some() && states.left == states.right;
        let same_unit =
            same_unit || Side::BOTH.iter().all(|&side| heads::counts_people(scene.pages[side], marks[side]));
        let context = scene.shared_context(marks, REACH) + if same_state { SAME_STATE } else { 0 };
        let likeness = context + if same_unit && !left.unit.is_empty() { 10 } else { 0 };
        let bounded = |figure: &Parsed<'_>| figure.sign.contains(['>', '≥', '<', '≤']);
        let bounds = bounded(&left) || bounded(&right);
        if same_unit && !bounds && (rounds_to(left.number, right.number) || rounds_to(right.number, left.number)) {
            return Some(Judgement::AGREES);
        }
        let measured = same_unit && is_measure(left.unit) || is_money(left.unit) && is_money(right.unit);
        let loose = [&left, &right].iter().any(|side| !side.sign.is_empty() || side.sort == "~");
        if measured || same_unit && !left.unit.is_empty() {
            let exact = !loose && same_unit && context > 1;
            return Some(if exact { Judgement::conflict(likeness) } else { Judgement::differs(likeness) });
        }
        (context >= LIKE_THINGS && scene.are_linked(marks)).then(|| Judgement::differs(likeness))
    }

    fn is_told_alone(&self, _scene: &Scene<'_>, _side: Side, mark: &Mark) -> bool {
        let rank = parsed(&mark.value).is_some_and(|figure| figure.sort == "#" && figure.number < 3.0);
        !rank
    }

    fn both(&self, scene: &Scene<'_>, marks: Pair<&Mark>, relation: Relation) -> String {
        let (left, right) = (scene.words(Side::Left, marks.left.span), scene.words(Side::Right, marks.right.span));
        match relation {
            Relation::Agrees => format!("The same number in another form: left “{left}”, right “{right}”."),
            _ => format!("Left says “{left}”, right “{right}”."),
        }
    }

    fn alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> String {
        let words = scene.words(side, mark.span);
        if !scene.all[side.other()].has_number(&mark.value) {
            return format!("Only the {} source gives the figure “{words}”.", side.name());
        }
        format!("{} gives the figure “{words}” here, {} does so elsewhere.", named(side), side.other().name())
    }
}

/// That both numbers count the dead, or the hurt, weighs as much as so many other words in common.
const SAME_STATE: usize = 4;

fn is_money(unit: &str) -> bool {
    matches!(unit, "usd" | "eur" | "gbp" | "jpy" | "cny" | "rub" | "inr" | "chf" | "sek" | "peso")
}

/// The same number: silent where it is written alike, an agreement where only the form differs.
fn same_number(scene: &Scene<'_>, marks: Pair<&Mark>, left: &Parsed<'_>, right: &Parsed<'_>) -> Judgement {
    let digits = |side: Side| {
        let text = scene.reading(side, marks[side]).map_or("", |reading| marks[side].span.of(reading.text));
        text.contains(|c: char| c.is_ascii_digit())
    };
    if left.unit == right.unit && digits(Side::Left) != digits(Side::Right) {
        return Judgement::AGREES;
    }
    let likeness = if left.unit == right.unit { u32::MAX } else { u32::MAX / 2 };
    Judgement { likeness, relation: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{finding, findings, marks};

    fn values(sentence: &str) -> Vec<String> {
        marks(Kind::Number, sentence).into_iter().map(|(_, value)| value).collect()
    }

    #[test]
    fn numbers_carry_their_unit_and_precision() {
        assert_eq!(values("About 12,000 voters paid $3.5bn."), ["≈12000 voter", "3500000000 usd"]);
        assert_eq!(values("A 225-page report lists nearly forty percent."), ["225 page", "≈40 %"]);
        assert_eq!(values("Ines Hallow, 42, lost by 9-14."), ["42 age", "9 to 14"]);
    }

    #[test]
    fn years_days_and_pronouns_are_no_numbers() {
        assert!(values("In 2019 one of them left at 7 p.m. on January 28.").is_empty());
        assert!(values("No one knew.").is_empty());
    }

    #[test]
    fn the_same_number_in_another_form_agrees() {
        let (relation, left, right) = finding(Kind::Number, "It sold 12,000 boats.", "It sold twelve thousand boats.");
        assert_eq!(
            (relation, left.as_str(), right.as_str()),
            (Relation::Agrees, "12,000 boats", "twelve thousand boats")
        );
        assert!(findings(Kind::Number, "Four boats sank.", "The storm sank four boats.").is_empty());
    }

    #[test]
    fn other_numbers_of_the_same_thing_conflict_or_differ() {
        let conflict = finding(Kind::Number, "The storm sank 12 fishing boats.", "The storm sank 14 fishing boats.");
        assert_eq!(conflict.0, Relation::Conflict);
        let loose = finding(Kind::Number, "About 300 people fled.", "Some 500 people fled.");
        assert_eq!(loose.0, Relation::Differs);
    }

    #[test]
    fn heads_are_compared_whatever_they_are_called_but_not_the_dead_with_the_hurt() {
        let hurt = finding(Kind::Number, "The storm left 31 people hurt.", "In the storm 27 people were injured.");
        assert_eq!(hurt.0, Relation::Conflict);
        let rounded = finding(Kind::Number, "It was carrying 212 passengers.", "It had more than 200 people on board.");
        assert_eq!(rounded, (Relation::Differs, "212 passengers".to_owned(), "more than 200 people".to_owned()));
        let unlike = findings(Kind::Number, "In the storm 31 people were hurt.", "In the storm 2 people were killed.");
        assert!(unlike.iter().all(|found| found.0 != Relation::Conflict), "{unlike:?}");
    }

    #[test]
    fn halves_belong_to_the_number() {
        assert_eq!(values("It fell by three and a half percent."), ["3.5 %"]);
        assert_eq!(values("It fell by half a percent."), ["0.5 %"]);
    }

    #[test]
    fn a_rounded_number_agrees() {
        let rounded = finding(Kind::Number, "It cost $14,959,450.", "It cost $15 million.");
        assert_eq!(rounded.0, Relation::Agrees);
    }

    #[test]
    fn a_number_on_one_side_only_is_told() {
        let only = finding(Kind::Number, "The storm sank 12 boats.", "The storm sank boats.");
        assert_eq!(only, (Relation::OnlyLeft, "12 boats".to_owned(), "-".to_owned()));
    }
}
