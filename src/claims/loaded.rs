//! Words that carry a stance: where one source has a plain word, or one that leans another way, for the same thing.

use crate::text::{Pair, Side};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named};
use super::settle::{Judgement, pair_up};
use super::{Finding, Kind, Mark, Relation};

/// Words that carry a stance.
pub struct Loaded;

/// How many words around two words for one thing are looked at to see whether they stand in the same place.
const REACH: usize = 4;

/// With this many words around them in common two words for one thing speak of the same thing.
const SAME_PLACE: usize = 1;

impl Detector for Loaded {
    fn kind(&self) -> Kind {
        Kind::Wording
    }

    fn description(&self) -> &'static str {
        "Words that carry a stance, where the other source has another word for the same: “struck” against “rammed”."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        words_of_a_kind(page, reading).into_iter().filter(|mark| stance(mark).is_some()).collect()
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let all = Pair::from_fn(|side| -> Vec<Mark> {
            let readings = scene.sentences[side].iter();
            readings.flat_map(|reading| words_of_a_kind(scene.pages[side], reading)).collect()
        });
        let only_here = |side: Side, mark: &&Mark| {
            let same_word = |other: &Mark| root(scene, side, mark) == root(scene, side.other(), other);
            !all[side.other()].iter().any(same_word)
        };
        let marks = Pair::from_fn(|side| all[side].iter().filter(|mark| only_here(side, mark)).collect::<Vec<_>>());
        let paired = pair_up(scene, &marks, |pair| judge(scene, pair));
        paired.pairs.into_iter().map(|(pair, _)| scene.both(pair, Relation::Differs, message(scene, pair))).collect()
    }
}

/// The words of a sentence that stand in the list, plain ones included; not those of a quotation, which are the speaker's.
fn words_of_a_kind(page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let named = at > 0 && reading.words[at].capital && !reading.title_case;
        let hit = page.lexicon.loaded.at(&reading.words, at).filter(|_| !named && !reading.is_quoted(at));
        if let Some(hit) = hit {
            let span = reading.span(at..at + hit.len);
            marks.push(Mark {
                kind: Kind::Wording,
                sentence: reading.id,
                span,
                value: hit.value.to_owned(),
                parts: None,
            });
        }
        at += hit.map_or(1, |hit| hit.len);
    }
    marks
}

/// What a word stands for, and what it adds to that.
fn meaning(mark: &Mark) -> (&str, Option<&str>) {
    mark.value.split_once(": ").map_or((mark.value.as_str(), None), |(meaning, adds)| (meaning, Some(adds)))
}

fn stance(mark: &Mark) -> Option<&str> {
    meaning(mark).1
}

/// The form by which two words are the same.
fn root<'a>(scene: &Scene<'a>, side: Side, mark: &Mark) -> &'a str {
    let Some(reading) = scene.reading(side, mark) else { return "" };
    scene.pages[side].root(reading.folded(reading.words_in(mark.span).start))
}

fn judge(scene: &Scene<'_>, pair: Pair<&Mark>) -> Option<Judgement> {
    let ((left, adds), (right, other)) = (meaning(pair.left), meaning(pair.right));
    let context = scene.shared_context(pair, REACH);
    let told = left == right && adds != other && context >= SAME_PLACE && scene.are_linked(pair);
    told.then(|| Judgement::differs(context))
}

fn message(scene: &Scene<'_>, pair: Pair<&Mark>) -> String {
    let said = |side: Side| {
        let words = scene.words(side, pair[side].span);
        stance(pair[side]).map_or_else(|| format!("“{words}”"), |adds| format!("“{words}”, which {adds}"))
    };
    // What adds nothing is said first, so that a "which" clause never stands in the way.
    let first = if stance(pair.left).is_none() { Side::Left } else { Side::Right };
    if stance(pair[first]).is_none() {
        return format!("{} says {}, {} {}.", named(first), said(first), first.other().name(), said(first.other()));
    }
    format!("Left says {}; right says {}.", said(Side::Left), said(Side::Right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{finding, findings, marked};

    #[test]
    fn words_that_lean_are_marked_and_plain_or_quoted_ones_are_not() {
        assert_eq!(
            marked(Kind::Wording, "The barge rammed the pier and the council slashed fees."),
            ["rammed", "slashed"]
        );
        assert!(marked(Kind::Wording, "The barge struck the pier.").is_empty());
        assert!(marked(Kind::Wording, "“They slashed fees,” she said.").is_empty());
    }

    #[test]
    fn a_word_that_leans_is_set_against_the_plain_one() {
        let found = finding(Kind::Wording, "The barge struck the old pier.", "The boat rammed the old pier.");
        assert_eq!(found, (Relation::Differs, "struck".to_owned(), "rammed".to_owned()));
        let phrase = finding(Kind::Wording, "They came to ask for a new pier.", "They came to demand a new pier.");
        assert_eq!(phrase, (Relation::Differs, "ask for".to_owned(), "demand".to_owned()));
    }

    #[test]
    fn the_same_word_or_another_thing_is_silent() {
        assert!(findings(Kind::Wording, "The barge rammed the pier.", "The pier was rammed by a barge.").is_empty());
        assert!(findings(Kind::Wording, "Fees were cut in May.", "The council slashed staff.").is_empty());
        assert!(findings(Kind::Wording, "The barge struck the pier.", "The barge hit the pier.").is_empty());
    }
}
