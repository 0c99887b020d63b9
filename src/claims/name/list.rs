//! Names that one source alone has and that stand together are told together: "Marlow, Harlow and New Bay".

use crate::text::{Pair, Side, Span};

use super::super::reading::{Page, Reading};
use super::super::scene::{Scene, named};
use super::super::{Finding, Place};

/// So begins what is said of a name that the other source has nowhere.
const NOWHERE: &str = "Only the";

/// More words than this between two names part them.
const BETWEEN: usize = 4;

/// Findings about one name each, those that stand together made one.
pub fn joined(scene: &Scene<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let mut joined: Vec<Finding> = Vec::new();
    for finding in findings {
        match joined.last_mut().and_then(|last| together(scene, last, &finding).map(|place| (last, place))) {
            Some((last, (side, place))) => {
                last.places = Pair::from_fn(|of| (of == side).then_some(place));
                let names = scene.words(side, place.span);
                last.message = match finding.message.starts_with(NOWHERE) && last.message.starts_with(NOWHERE) {
                    true => format!("{NOWHERE} {} source names “{names}”.", side.name()),
                    false => format!("{} names “{names}” here, {} does not.", named(side), side.other().name()),
                };
            }
            None => joined.push(finding),
        }
    }
    joined
}

/// The side and place of two findings about names of one side that stand together.
fn together(scene: &Scene<'_>, first: &Finding, second: &Finding) -> Option<(Side, Place)> {
    let side = Side::BOTH.into_iter().find(|&side| {
        let one_sided = |finding: &Finding| finding.places[side].is_some() && finding.places[side.other()].is_none();
        one_sided(first) && one_sided(second)
    })?;
    let (before, after) = (first.places[side]?, second.places[side]?);
    let reading = scene.sentence(side, before.sentence)?;
    let stand = before.sentence == after.sentence && before.span.end <= after.span.start;
    let gap = Span::new(before.span.end, after.span.start.max(before.span.end));
    let place = Place { sentence: before.sentence, span: before.span.join(after.span) };
    (stand && are_joined(scene.pages[side], reading, gap)).then_some((side, place))
}

/// Whether between two names stands nothing but what joins the names of a list, or a person and a place.
fn are_joined(page: &Page<'_>, reading: &Reading<'_>, gap: Span) -> bool {
    let start = reading.words.partition_point(|word| word.span.start < gap.start);
    let end = reading.words.partition_point(|word| word.span.start < gap.end);
    let between = reading.words.get(start..end).unwrap_or_default();
    let joins = |folded: &str| {
        matches!(folded, "," | "and" | "or" | "&" | "(" | ")" | "of" | "the" | "." | "-")
            || page.lexicon.titles.has(folded)
    };
    between.len() <= BETWEEN && between.iter().all(|word| joins(&word.folded))
}
