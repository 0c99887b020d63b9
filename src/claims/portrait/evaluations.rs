//! Words that judge in the source's own voice: outside quotation marks, and outside what somebody is said to have said.

use crate::claims::reading::Reading;
use crate::claims::{Kind, Place};
use crate::text::Span;

use super::Sketch;

/// A word or phrase that judges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// Where it stands.
    pub place: Place,
    /// What it does, for a reader: "calls it the first of its kind".
    pub effect: String,
}

/// The words that judge, in order.
pub(super) fn evaluations(sketch: &Sketch<'_>) -> Vec<Evaluation> {
    let reported = joined(sketch.of_kind(Kind::Attribution).filter_map(|mark| mark.parts?.content).collect());
    let is_told = |found: &Evaluation| {
        let next = reported.partition_point(|content| content.end < found.place.span.end);
        reported.get(next).is_some_and(|content| content.contains(found.place.span))
    };
    let found = sketch.page.readings.iter().flat_map(|reading| listed(sketch, reading));
    found.filter(|found| !is_told(found)).collect()
}

/// What is reported, in order: reports that run into each other are one.
fn joined(mut contents: Vec<Span>) -> Vec<Span> {
    contents.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for content in contents {
        match joined.last_mut().filter(|last| last.touches(content)) {
            Some(last) => *last = last.join(content),
            None => joined.push(content),
        }
    }
    joined
}

/// The words of a sentence that its language lists as judging.
fn listed(sketch: &Sketch<'_>, reading: &Reading<'_>) -> Vec<Evaluation> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        // With a capital inside a sentence it belongs to a name.
        let named = at > 0 && reading.words[at].capital && !reading.title_case;
        let hit = sketch.page.lexicon.evaluations.at(&reading.words, at).filter(|_| !named && !reading.is_quoted(at));
        // Without a value a phrase does not judge although a word of it does.
        if let Some(hit) = hit.filter(|hit| !hit.value.is_empty()) {
            let place = Place { sentence: reading.id, span: reading.span(at..at + hit.len) };
            found.push(Evaluation { place, effect: hit.value.to_owned() });
        }
        at += hit.map_or(1, |hit| hit.len);
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::claims::portray;
    use crate::claims::testing::document;

    fn judging(sentences: &[&str]) -> Vec<String> {
        let document = document(sentences);
        let found = portray(&document).1.evaluations.into_iter();
        found.map(|found| found.place.span.of(&document.text).to_owned()).collect()
    }

    #[test]
    fn words_that_judge_are_found_in_order() {
        let found =
            judging(&["In a shocking turn the council slashed fees.", "This is clearly an unprecedented loss."]);
        assert_eq!(found, ["shocking", "slashed", "clearly", "unprecedented"]);
    }

    #[test]
    fn what_others_are_said_to_have_said_is_theirs() {
        assert!(judging(&["“A shocking storm,” said Hallow.", "Hallow said the storm was unprecedented."]).is_empty());
        assert!(judging(&["It was unprecedented, according to the Harbour Trust."]).is_empty());
        assert!(
            judging(&["The ferry was supposed to leave.", "The council met in an extraordinary session."]).is_empty()
        );
        assert!(judging(&["The council met on Monday.", "They sailed on the Notorious Lady."]).is_empty());
    }
}
