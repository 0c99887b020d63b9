//! When: calendar days, weekdays, years, times of day, spans of time and words like "yesterday".

mod calendar;
mod clock;
mod day;
mod fit;
mod grammar;
mod tape;
mod when;

pub use day::written;
pub use grammar::{Found, found};

use crate::text::{Pair, Side};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named};
use super::settle::{Judgement, Rules, settle};
use super::{Finding, Kind, Mark, Relation};
use fit::{Fit, are_comparable, compared, is_vague};
use when::When;

/// Dates and times.
pub struct Date;

/// How many words around two dates are looked at to see whether they date the same event.
const REACH: usize = 5;

/// With so many words around them in common even "recently" and a day date the same event.
const SURELY_ONE_EVENT: usize = 3;

impl Detector for Date {
    fn kind(&self) -> Kind {
        Kind::Date
    }

    fn description(&self) -> &'static str {
        "Dates, times and durations, compared as far as both sources are exact."
    }

    fn marks(&self, _page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        reading
            .times
            .iter()
            .map(|Found { words, value }| Mark {
                kind: Kind::Date,
                sentence: reading.id,
                span: reading.span(words.clone()),
                value: value.clone(),
                parts: None,
            })
            .collect()
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        settle(scene, scene.of_kind(Kind::Date), self)
    }
}

impl Rules for Date {
    fn judge(&self, scene: &Scene<'_>, marks: Pair<&Mark>) -> Option<Judgement> {
        let written = scene.pages.map(|page| page.written);
        let same_day = written.left == written.right || written.left.is_none() || written.right.is_none();
        if same_day && marks.left.value == marks.right.value {
            return Some(Judgement::SAME);
        }
        let when = marks.map(|mark| When::parse(&mark.value));
        let context = scene.shared_context(marks, REACH);
        Some(match compared(when.as_ref(), written) {
            Fit::Same => Judgement { likeness: u32::MAX / 2, relation: None },
            Fit::Finer => Judgement::differs(20 + context),
            Fit::Clash if context > 1 => Judgement::conflict(10 + context),
            Fit::Clash => Judgement::differs(5 + context),
            Fit::Unknown => Judgement::OPEN,
            Fit::Unlike if context >= SURELY_ONE_EVENT && scene.are_linked(marks) => Judgement::differs(context),
            Fit::Unlike if are_comparable(&when.left, &when.right) && (context > 0 || are_lone(scene, marks)) => {
                Judgement::differs(context)
            }
            Fit::Unlike => return None,
        })
    }

    fn is_told_alone(&self, _scene: &Scene<'_>, _side: Side, mark: &Mark) -> bool {
        !matches!(When::parse(&mark.value), When::Relative(words) if is_vague(words))
    }

    fn are_parts(&self, _marks: Pair<&Mark>) -> bool {
        false
    }

    fn both(&self, scene: &Scene<'_>, marks: Pair<&Mark>, _relation: Relation) -> String {
        let (left, right) = (scene.words(Side::Left, marks.left.span), scene.words(Side::Right, marks.right.span));
        let how_long = Side::BOTH.iter().all(|&side| matches!(When::parse(&marks[side].value), When::Duration(_)));
        match scene.event(Side::Left, marks.left, Some(marks.right), REACH) {
            Some(what) if how_long => format!("Beside “{what}” left says “{left}”, right “{right}”."),
            None if how_long => format!("Left says “{left}”, right “{right}”."),
            Some(what) => format!("Left dates “{what}” to “{left}”, right to “{right}”."),
            None => format!("Left dates this “{left}”, right “{right}”."),
        }
    }

    fn alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> String {
        let (words, other) = (scene.words(side, mark.span), side.other().name());
        if matches!(When::parse(&mark.value), When::Duration(_)) {
            return format!("Only the {} source says “{words}” here.", side.name());
        }
        match scene.event(side, mark, None, REACH) {
            Some(what) => format!("{} dates “{what}” to “{words}”, {other} does not say when here.", named(side)),
            None => format!("{} dates this “{words}”, {other} does not say when here.", named(side)),
        }
    }
}

/// Whether two sentences that are linked have a date each, and no other.
fn are_lone(scene: &Scene<'_>, marks: Pair<&Mark>) -> bool {
    let dates_with = |side: Side| {
        let of_sentence = |other: &&&Mark| other.sentence == marks[side].sentence && other.kind == Kind::Date;
        scene.marks[side].iter().filter(of_sentence).count()
    };
    scene.are_linked(marks) && Side::BOTH.iter().all(|&side| dates_with(side) == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{document, finding, findings, found, message};

    #[test]
    fn other_years_conflict_and_the_same_day_is_silent() {
        let conflict =
            finding(Kind::Date, "The harbour closed in January 2021.", "The harbour closed in January 2025.");
        assert_eq!(conflict, (Relation::Conflict, "January 2021".to_owned(), "January 2025".to_owned()));
        let silent = |left: &str, right: &str| {
            let found = findings(Kind::Date, left, right);
            assert!(found.is_empty(), "{found:?}");
        };
        silent("It closed on Friday.", "Last Friday it closed.");
        silent("It closed in January.", "In January 2025 it closed.");
        silent("It closed on Tuesday.", "It closed on Tuesday, July 27, 2004.");
        silent("It closed on Tuesday.", "It closed on July 27.");
        silent("It closed in 2013.", "It was closed from 2010 to 2013.");
        silent("It closed in 2008.", "It closed earlier this year.");
        silent("It closed for one year.", "It closed for twelve months.");
    }

    #[test]
    fn a_vague_date_gives_way_to_an_exact_one_of_the_same_event() {
        let vague = finding(
            Kind::Date,
            "The council recently closed the old harbour.",
            "The council closed the old harbour on Friday.",
        );
        assert_eq!(vague, (Relation::Differs, "recently".to_owned(), "Friday".to_owned()));
        let part = finding(Kind::Date, "The harbour shuts in February.", "The harbour shuts at the end of February.");
        assert_eq!(part.0, Relation::Differs);
    }

    #[test]
    fn one_that_is_answered_is_not_set_against_others_of_the_sentence() {
        let found = findings(
            Kind::Date,
            "The term ends on Feb. 28, after the February fair.",
            "The term ends on Feb. 28 for good.",
        );
        assert!(found.iter().all(|finding| finding.0 != Relation::Differs), "{found:?}");
    }

    #[test]
    fn a_weekday_of_other_weeks_is_another_day() {
        let mut left = document(&["The council closed the harbour on Friday."]);
        let mut right = document(&["On Friday the council closed the harbour."]);
        left.card.published = Some("2025-10-09".to_owned());
        right.card.published = Some("2025-10-09".to_owned());
        assert!(found(Pair::new(&left, &right)).iter().all(|finding| finding.kind != Kind::Date));
        right.card.published = Some("2025-10-30".to_owned());
        let other_week = found(Pair::new(&left, &right));
        assert!(other_week.iter().any(|finding| finding.kind == Kind::Date), "{other_week:?}");
    }

    #[test]
    fn a_date_on_one_side_only_is_told() {
        let only = finding(Kind::Date, "The harbour closed.", "The harbour closed on Friday.");
        assert_eq!(only, (Relation::OnlyRight, "-".to_owned(), "Friday".to_owned()));
        assert!(findings(Kind::Date, "The harbour closed.", "The harbour closed soon.").is_empty());
    }

    #[test]
    fn messages_name_the_event() {
        assert_eq!(
            message(Kind::Date, "The harbour closed in January 2021.", "The harbour closed in January 2025."),
            "Left dates “closed” to “January 2021”, right to “January 2025”."
        );
        assert_eq!(
            message(Kind::Date, "The harbour closed.", "The harbour closed on Friday."),
            "Right dates “closed” to “Friday”, left does not say when here."
        );
        assert_eq!(
            message(Kind::Date, "The harbour closed for two years.", "The harbour closed for three years."),
            "Beside “closed” left says “two years”, right “three years”."
        );
    }
}
