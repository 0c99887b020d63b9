//! When: calendar days, weekdays, years, times of day, spans of time and words like "yesterday".

mod grammar;
mod when;

pub use grammar::{Found, found};

use crate::text::{Pair, Side};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named};
use super::settle::{Judgement, Rules, settle};
use super::{Finding, Kind, Mark, Relation};
use when::{Fit, When};

/// Dates and times.
pub struct Date;

/// How many words around two dates are looked at to see whether they date the same event.
const REACH: usize = 5;

impl Detector for Date {
    fn kind(&self) -> Kind {
        Kind::Date
    }

    fn description(&self) -> &'static str {
        "Dates, times and durations, compared as far as both sources are exact."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        found(page, reading)
            .into_iter()
            .map(|Found { words, value }| Mark {
                kind: Kind::Date,
                sentence: reading.id,
                span: reading.span(words),
                value,
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
        if marks.left.value == marks.right.value {
            return Some(Judgement::SAME);
        }
        let when = marks.map(|mark| When::parse(&mark.value));
        let context = scene.shared_context(marks, REACH);
        Some(match when.left.fit(&when.right) {
            Fit::Same => Judgement { likeness: u32::MAX / 2, relation: None },
            Fit::Finer => Judgement::differs(20 + context),
            Fit::Clash if context > 1 => Judgement::conflict(10 + context),
            Fit::Clash => Judgement::differs(5 + context),
            Fit::Unlike if context > 0 || when.left.is_point() && when.right.is_point() && scene.are_linked(marks) => {
                Judgement::differs(context)
            }
            Fit::Unlike | Fit::Unknown => return None,
        })
    }

    fn is_told_alone(&self, _scene: &Scene<'_>, _side: Side, mark: &Mark) -> bool {
        !matches!(mark.value.as_str(), "now" | "later" | "earlier" | "then" | "so far")
    }

    fn both(&self, scene: &Scene<'_>, marks: Pair<&Mark>, _relation: Relation) -> String {
        let (left, right) = (scene.words(Side::Left, marks.left.span), scene.words(Side::Right, marks.right.span));
        format!("Left dates it “{left}”, right “{right}”.")
    }

    fn alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> String {
        let words = scene.words(side, mark.span);
        format!("{} dates it “{words}”; {} does not say when.", named(side), side.other().name())
    }
}
