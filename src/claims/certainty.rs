//! How sure: hedges and weasels, and whether the other source states the same thing more or less plainly.

mod event;
mod hedge;
mod leaning;

pub use leaning::hedging;


use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::Scene;
use super::{Finding, Kind, Mark};

/// Hedges and weasels.
pub struct Certainty;

/// A word this close after a hedge is shown with it.
const NEAR: usize = 3;

/// How many words around a hedge are looked at to see what it hedges.
const REACH: usize = 5;

impl Detector for Certainty {
    fn kind(&self) -> Kind {
        Kind::Certainty
    }

    fn description(&self) -> &'static str {
        "How sure a source is: alleged, possible, likely, planned, or stated as fact."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        hedge::hedges(page.lexicon, reading)
            .into_iter()
            .map(|hedge| Mark {
                kind: Kind::Certainty,
                sentence: reading.id,
                span: reading.span(hedge.words),
                value: hedge.step.to_owned(),
                parts: None,
            })
            .collect()
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        event::compare(scene)
    }
}

#[cfg(any())]
mod old {
impl Rules for Certainty {
    fn judge(&self, scene: &Scene<'_>, marks: Pair<&Mark>) -> Option<Judgement> {
        let context = scene.shared_context(marks, REACH);
        if marks.left.value == marks.right.value {
            let likeness = u32::try_from(context * 2 + 1).unwrap_or(0);
            return Some(Judgement { likeness, relation: None });
        }
        // "Many say" and "may" are unlike: the one hides who speaks, the other how sure they are.
        let weasels = [marks.left, marks.right].iter().any(|mark| mark.value == "weasel");
        (context > 0 && !weasels).then(|| Judgement::differs(context * 2))
    }

    fn is_told_alone(&self, _scene: &Scene<'_>, _side: Side, _mark: &Mark) -> bool {
        true
    }

    fn both(&self, scene: &Scene<'_>, marks: Pair<&Mark>, _relation: Relation) -> String {
        let text = |side: Side| scene.words(side, with_hedged(scene, side, place(marks[side])).span);
        let (left, right) = (text(Side::Left), text(Side::Right));
        format!("How sure: left “{left}”, right “{right}”.")
    }

    fn alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> String {
        format!("Only the {} source hedges: “{}”.", side.name(), scene.words(side, mark.span))
    }
}

/// A hedge without a counterpart, set against the place where the other source says the thing itself; a finding shows
/// the hedged word with its hedge.
fn set_against(scene: &Scene<'_>, mut finding: Finding) -> Option<Finding> {
    let side = match finding.relation {
        Relation::OnlyLeft => Side::Left,
        Relation::OnlyRight => Side::Right,
        _ => {
            for side in Side::BOTH {
                finding.places[side] = finding.places[side].map(|place| with_hedged(scene, side, place));
            }
            return Some(finding);
        }
    };
    let mark =
        scene.of_kind(Kind::Certainty)[side].iter().copied().find(|mark| Some(place(mark)) == finding.places[side])?;
    let hedge = with_hedged(scene, side, place(mark));
    let Some(other) = counterpart(scene, side, mark).filter(|_| mark.value != "weasel") else {
        return (mark.value == "alleged").then_some(finding);
    };
    let places = Pair::from_fn(|of| Some(if of == side { hedge } else { other }));
    let words = Pair::from_fn(|of| scene.words(of, if of == side { hedge.span } else { other.span }));
    let message = format!("How sure: left “{}”, right “{}”.", words.left, words.right);
    Some(Finding { relation: Relation::Differs, places, message, ..finding })
}

/// A hedge together with the word that it hedges, where that stands close by.
fn with_hedged(scene: &Scene<'_>, side: Side, place: Place) -> Place {
    let Some(reading) = scene.sentences[side].iter().find(|reading| reading.id == place.sentence) else { return place };
    let words = reading.words_in(place.span);
    let near = words.end..(words.end + NEAR).min(reading.words.len());
    let hedged = near.take_while(|&at| reading.words[at].is_word()).find(|&at| reading.words[at].content);
    Place { span: hedged.map_or(place.span, |at| reading.span(words.start..at + 1)), ..place }
}

/// Where the other source has the hedged word itself, with the words before it that say how sure it is; else the
/// nearest word of stance among the same words.
fn counterpart(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Place> {
    let reading = scene.reading(side, mark)?;
    let page = scene.pages[side];
    let words = reading.words_in(mark.span);
    let hedged: Vec<&str> = (words.end..(words.end + REACH).min(reading.words.len()))
        .filter(|&at| reading.words[at].content)
        .map(|at| page.stem(reading.folded(at)))
        .collect();
    let around = page.around(reading, words, REACH);
    let mut best: Option<(usize, Place)> = None;
    for other in &scene.sentences[side.other()] {
        for at in 0..other.words.len() {
            let score = standing(scene.pages[side.other()], other, at, &hedged, &around);
            if score > best.map_or(0, |(most, _)| most) {
                let span = other.span(with_auxiliary(scene.pages[side.other()], other, at)..at + 1);
                best = Some((score, Place { sentence: other.id, span }));
            }
        }
    }
    best.map(|(_, place)| place)
}

/// How well a word of the other source stands against a hedge: as the hedged word, or as a word of stance nearby.
fn standing(
    page: &Page<'_>,
    reading: &Reading<'_>,
    at: usize,
    hedged: &[&str],
    around: &std::collections::HashSet<&str>,
) -> usize {
    let word = &reading.words[at];
    let first = !word.capital && hedged.first().is_some_and(|first| word.content && page.stem(&word.folded) == *first);
    let stance = page.lexicon.stances.has(&word.folded);
    if !first && !stance {
        return 0;
    }
    let shared = page.around(reading, at..at + 1, REACH).intersection(around).count();
    if first && shared > 0 {
        10 + shared
    } else if stance {
        shared
    } else {
        0
    }
}

/// The first of the words before a verb that belong to it: "would", "is to", "has been".
fn with_auxiliary(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 && at - start < 3 && {
        let before = reading.folded(start - 1);
        page.lexicon.stances.has(before) || page.lexicon.plays(before, "light")
    } {
        start -= 1;
    }
    start
}

}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{finding, findings, marks};

    #[test]
    fn hedges_and_weasels_are_marked_with_their_step() {
        let found = marks(Kind::Certainty, "The pier may close; some critics reportedly agree.");
        let steps: Vec<&str> = found.iter().map(|(_, step)| step.as_str()).collect();
        assert_eq!(steps, ["possible", "weasel", "alleged"]);
    }

    #[test]
    fn plain_statements_and_the_month_of_may_are_no_hedges() {
        assert!(marks(Kind::Certainty, "The pier closed in May.").is_empty());
    }

    #[test]
    fn possible_against_done_differs() {
        let found = finding(Kind::Certainty, "The council may close the pier.", "The council closed the pier.");
        assert_eq!(found, (Relation::Differs, "may close".to_owned(), "closed".to_owned()));
        let planned =
            finding(Kind::Certainty, "The council plans to close the pier.", "The council will close the pier.");
        assert_eq!(planned.0, Relation::Differs);
    }

    #[test]
    fn the_same_step_in_other_words_and_reported_speech_are_silent() {
        assert!(findings(Kind::Certainty, "It might rain on the pier.", "Perhaps rain will hit the pier.").is_empty());
        assert!(findings(Kind::Certainty, "She would close the pier.", "She will close the pier.").is_empty());
    }
}
