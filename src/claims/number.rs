//! How many, how much: digits and words, money, shares, ages, scores, with how exactly they are meant.

mod figure;
mod heads;
mod range;
mod unit;
mod value;

use crate::text::{Pair, Side};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named};
use super::settle::{Judgement, Rules, settle};
use super::{Finding, Kind, Mark, Relation};
use figure::figure_at;
pub use heads::Tolls;
use value::{Parsed, Size, are_convertible, is_measure, is_money, parsed, size};

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

/// How far the noun that is counted may stand from its number: "19 separate executive actions".
const REACH: usize = 4;

/// How far around two numbers of unlike things is looked for words that they have in common.
const WIDER: usize = 8;

/// Numbers of unlike things are set against each other where this many words around them are the same.
const LIKE_THINGS: usize = 1;

/// With this many words in common around them two numbers are about the same thing.
const SAME_WORDS: usize = 2;

/// That both numbers count the dead, or the hurt, weighs as much as so many other words in common.
const SAME_STATE: usize = 4;

/// That both count or measure the same thing weighs as much as so many words in common.
const SAME_UNIT: usize = 10;

impl Rules for Number {
    fn judge(&self, scene: &Scene<'_>, marks: Pair<&Mark>) -> Option<Judgement> {
        let (left, right) = (parsed(&marks.left.value)?, parsed(&marks.right.value)?);
        if (left.sort == "#") != (right.sort == "#") || (left.sort == "×") != (right.sort == "×") {
            return None;
        }
        let lexicon = scene.pages.left.lexicon;
        let convertible = are_convertible(lexicon, &left, &right);
        let context = scene.shared_context(marks, REACH);
        // Scores and lengths are everywhere: only near the same words do two of them measure the same thing.
        let scores = left.unit == "score" && right.unit == "score";
        let same_thing = context >= SAME_WORDS || !(convertible || scores);
        let mut same_unit = (left.unit == right.unit || convertible) && same_thing;
        let against = left.bound() * right.bound() < 0;
        let size = size(lexicon, &left, &right);
        match size {
            Size::Same if !same_unit && (is_money(left.unit) || is_money(right.unit)) => {}
            Size::Same | Size::Converted if !against => return Some(same_number(scene, marks, &left, &right)),
            Size::AtTheEnd if same_unit => return Some(Judgement::OPEN),
            _ => {}
        }
        let states = Pair::from_fn(|side| heads::state(scene.pages[side], marks[side]));
        if matches!((states.left, states.right), (Some(left), Some(right)) if left != right) {
            return None;
        }
        let same_state = states.left.is_some() && states.left == states.right;
        same_unit |= Side::BOTH.iter().all(|&side| heads::counts_people(scene.pages[side], marks[side]));
        let context = context + if same_state { SAME_STATE } else { 0 };
        let likeness = context + if same_unit && !left.unit.is_empty() { SAME_UNIT } else { 0 };
        if same_unit && size == Size::Rounded && left.bound() == 0 && right.bound() == 0 {
            return Some(Judgement::AGREES);
        }
        let measured = same_unit && is_measure(left.unit) || is_money(left.unit) && is_money(right.unit);
        if measured || same_unit && !left.unit.is_empty() {
            let exact = same_unit && left.is_exact() && right.is_exact() && !convertible && context >= SAME_WORDS;
            return Some(if exact { Judgement::conflict(likeness) } else { Judgement::differs(likeness) });
        }
        // A sum of money is no count of anything, nor is an age or a length.
        let is_count = |unit: &str| !is_measure(unit) && lexicon.measures.value(unit).is_none();
        let counts = is_count(left.unit) && is_count(right.unit);
        (counts && scene.shared_context(marks, WIDER) >= LIKE_THINGS && scene.are_linked(marks))
            .then(|| Judgement::differs(likeness))
    }

    fn is_told_alone(&self, _scene: &Scene<'_>, _side: Side, mark: &Mark) -> bool {
        let is_slight_rank = |figure: Parsed<'_>| figure.sort == "#" && figure.number < 3.0;
        parsed(&mark.value).is_some_and(|figure| !is_slight_rank(figure))
    }

    fn are_parts(&self, marks: Pair<&Mark>) -> bool {
        let values = marks.map(|mark| parsed(&mark.value));
        matches!(values, Pair { left: Some(left), right: Some(right) } if left.unit == right.unit)
    }

    fn both(&self, scene: &Scene<'_>, marks: Pair<&Mark>, relation: Relation) -> String {
        let words = Pair::from_fn(|side| scene.words(side, marks[side].span));
        let (left, right) = (&words.left, &words.right);
        let values = marks.map(|mark| parsed(&mark.value));
        let Pair { left: Some(a), right: Some(b) } = values else {
            return format!("Left says “{left}”, right “{right}”.");
        };
        let lexicon = scene.pages.left.lexicon;
        match size(lexicon, &a, &b) {
            Size::Converted if relation == Relation::Agrees => {
                format!("The same in another unit: left “{left}”, right “{right}”.")
            }
            Size::Rounded if relation == Relation::Agrees => {
                format!("The same number, rounded by one of them: left “{left}”, right “{right}”.")
            }
            Size::Same if relation == Relation::Agrees && a.bound() != b.bound() => {
                format!("The same number, meant as a limit by one of them: left “{left}”, right “{right}”.")
            }
            _ if relation == Relation::Agrees => {
                format!("The same number in another form: left “{left}”, right “{right}”.")
            }
            _ if is_money(a.unit) && is_money(b.unit) && a.unit != b.unit => {
                format!("Left gives the sum as “{left}”, right in another currency as “{right}”.")
            }
            _ if are_convertible(lexicon, &a, &b) => format!("Left says “{left}”, right in another unit “{right}”."),
            _ => format!("Left {} “{left}”, right “{right}”.", verb(&a, &b)),
        }
    }

    fn alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> String {
        let words = scene.words(side, mark.span);
        let what = if mark.value.ends_with(" age") { "age" } else { "figure" };
        if !scene.all[side.other()].has_number(&mark.value) {
            return format!("Only the {} source gives the {what} “{words}”.", side.name());
        }
        format!("{} gives the {what} “{words}” here, {} does so elsewhere.", named(side), side.other().name())
    }
}

/// What two numbers of the same thing do.
fn verb(a: &Parsed<'_>, b: &Parsed<'_>) -> &'static str {
    match a.unit {
        unit if unit != b.unit || unit.is_empty() => "says",
        "age" => "gives the age as",
        "score" => "gives the score as",
        "%" | "points" => "gives the share as",
        unit if is_money(unit) => "gives the sum as",
        _ if matches!(a.sort, "#" | "×" | "/") => "says",
        _ => "counts",
    }
}

/// The same number: silent where it is written alike, an agreement where only the form differs.
fn same_number(scene: &Scene<'_>, marks: Pair<&Mark>, left: &Parsed<'_>, right: &Parsed<'_>) -> Judgement {
    let digits = |side: Side| {
        let text = scene.reading(side, marks[side]).map_or("", |reading| marks[side].span.of(reading.text));
        text.contains(|c: char| c.is_ascii_digit())
    };
    let converted = are_convertible(scene.pages.left.lexicon, left, right);
    let other_form = digits(Side::Left) != digits(Side::Right) || left.bound() != right.bound();
    if converted || left.unit == right.unit && other_form {
        return Judgement::AGREES;
    }
    let likeness = if left.unit == right.unit { u32::MAX } else { u32::MAX / 2 };
    Judgement { likeness, relation: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{finding, findings, message};

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
    fn the_same_number_in_another_unit_agrees() {
        let agree = |left: &str, right: &str| {
            let found = finding(Kind::Number, left, right).0;
            assert_eq!(found, Relation::Agrees, "{left} {right}");
        };
        agree("The reef lies 60 miles off the harbour.", "The reef lies 97 kilometres off the harbour.");
        agree("The mast is 30 feet high.", "The mast is 9.1 metres high.");
        agree("It was 68 degrees Fahrenheit on the quay.", "It was 20°C on the quay.");
        agree("A third of the boats leak.", "Some 33 per cent of the boats leak.");
        agree("The anchor weighs 200 pounds.", "The anchor weighs 90 kg.");
    }

    #[test]
    fn other_numbers_of_the_same_thing_conflict_or_differ() {
        let conflict = finding(Kind::Number, "The storm sank 12 fishing boats.", "The storm sank 14 fishing boats.");
        assert_eq!(conflict.0, Relation::Conflict);
        let loose = finding(Kind::Number, "About 300 people fled.", "Some 500 people fled.");
        assert_eq!(loose.0, Relation::Differs);
        let range = finding(Kind::Number, "The trust sold 10 to 12 boats.", "The trust sold 15 boats.");
        assert_eq!(range, (Relation::Differs, "10 to 12 boats".to_owned(), "15 boats".to_owned()));
        let sums = finding(Kind::Number, "The sale brought €2m.", "The sale brought $2.3 million.");
        assert_eq!(sums.0, Relation::Differs);
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
    fn a_sum_is_not_set_against_a_count_nor_one_match_against_another() {
        let unlike = findings(Kind::Number, "The harbour paid $40,000 to the crew.", "The harbour paid 12 boats.");
        assert!(unlike.iter().all(|found| found.0 != Relation::Differs), "{unlike:?}");
        let matches =
            findings(Kind::Number, "Millbay won 3-1 against Porto Novo.", "Quayside lost 2-4 to Hallow Rovers.");
        assert!(matches.iter().all(|found| found.0 != Relation::Differs), "{matches:?}");
    }

    #[test]
    fn a_rounded_number_agrees() {
        assert_eq!(finding(Kind::Number, "It cost $14,959,450.", "It cost $15 million.").0, Relation::Agrees);
        let votes = finding(Kind::Number, "Hallow won about 12,000 votes.", "Hallow won 11,842 votes.");
        assert_eq!(votes.0, Relation::Agrees);
        let bounded = finding(Kind::Number, "The fair drew more than 300 guests.", "The fair drew 300 guests.");
        assert_eq!(bounded.0, Relation::Agrees);
        let against = finding(Kind::Number, "The fair drew at least 300 guests.", "The fair drew at most 300 guests.");
        assert_eq!(against.0, Relation::Differs);
    }

    #[test]
    fn a_number_on_one_side_only_is_told_unless_it_is_a_slight_rank() {
        let only = finding(Kind::Number, "The storm sank 12 boats.", "The storm sank boats.");
        assert_eq!(only, (Relation::OnlyLeft, "12 boats".to_owned(), "-".to_owned()));
        let slight = findings(Kind::Number, "The second storm sank the boats.", "The storm sank the boats.");
        assert!(slight.is_empty(), "{slight:?}");
    }

    #[test]
    fn messages_say_what_is_counted() {
        let told = |left: &str, right: &str| message(Kind::Number, left, right);
        assert_eq!(
            told("The storm sank 12 boats.", "The storm sank 14 boats."),
            "Left counts “12 boats”, right “14 boats”."
        );
        assert_eq!(
            told("The sale brought €2m.", "The sale brought $2.3 million."),
            "Left gives the sum as “€2m”, right in another currency as “$2.3 million”."
        );
        assert_eq!(
            told("Ines Hallow, 42, resigned.", "Ines Hallow, 43, resigned."),
            "Left gives the age as “42”, right “43”."
        );
    }
}
