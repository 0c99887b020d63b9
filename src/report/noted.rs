//! What the reader wrote that stands with no finding: notes on sentences and pairs, and what has lost its place.

use crate::claims::Kind;
use crate::comparison::{Anchor, FindingName, Remark, Review, Subject};
use crate::text::{Pair, Side};

use super::{Report, words};

/// Something the reader wrote beside the findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted<'a> {
    /// The kind of the finding that it is about, where that is not found any more.
    pub finding: Option<Kind>,
    /// What it is about on either side.
    pub on: Pair<Option<On<'a>>>,
    /// The note.
    pub note: Option<&'a Remark>,
    /// What the reader had found the lost finding to be.
    pub review: Option<&'a Review>,
}

/// Words of a source that something was written about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct On<'a> {
    /// The number of the sentence in which they stand, from 1; `None` where they are not found any more.
    pub number: Option<usize>,
    /// The words.
    pub words: &'a str,
}

impl Noted<'_> {
    /// Whether all that it is about is still found.
    pub fn has_its_place(&self) -> bool {
        self.finding.is_none() && Side::BOTH.into_iter().all(|side| self.on[side].is_none_or(|on| on.number.is_some()))
    }

    /// What it is about, in a few words.
    pub fn about(&self) -> String {
        let of = match (self.finding, &self.on) {
            (Some(kind), _) => format!("Finding ({})", words::kind(kind)),
            (None, Pair { left: Some(_), right: Some(_) }) => "Two sentences".to_owned(),
            (None, _) => "Sentence".to_owned(),
        };
        if self.has_its_place() { of } else { format!("{of}, not found any more") }
    }

    /// All that was written, in one line.
    pub fn said(&self) -> String {
        let note = self.note.map(words::remark);
        let parts: Vec<String> = self.review.map(words::standing).into_iter().chain(note).collect();
        parts.join(" · ")
    }
}

impl<'a> Report<'a> {
    /// What the reader wrote beside the findings, in the order of the sources; what has lost its place comes last.
    pub fn noted(&self) -> Vec<Noted<'a>> {
        let Some(remarks) = self.written() else { return Vec::new() };
        let mut noted: Vec<Noted<'a>> =
            remarks.notes().filter_map(|(on, note)| self.on_sentences(on, Some(note))).collect();
        let mut lost: Vec<(&FindingName, Noted<'a>)> = Vec::new();
        for (name, review) in remarks.reviewed(self.comparison).without_place {
            lost.push((name, Noted { review: Some(review), ..self.on_finding(name) }));
        }
        for (name, note) in remarks.noted(self.comparison).without_place {
            match lost.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => known.note = Some(note),
                None => lost.push((name, Noted { note: Some(note), ..self.on_finding(name) })),
            }
        }
        noted.extend(lost.into_iter().map(|(_, noted)| noted));
        noted.sort_by_key(|noted| {
            let numbers = noted.on.map(|on| on.and_then(|on| on.number).unwrap_or(usize::MAX));
            (!noted.has_its_place(), numbers.left.min(numbers.right), numbers.left)
        });
        noted
    }

    fn on_sentences(&self, on: &'a Subject, note: Option<&'a Remark>) -> Option<Noted<'a>> {
        let words: Pair<Option<&Anchor>> = match on {
            Subject::Sentence(side, anchor) => Pair::from_fn(|of| (of == *side).then_some(anchor)),
            Subject::Pair(anchors) => anchors.as_ref().map(Some),
            Subject::Finding(_) => return None,
        };
        Some(Noted { finding: None, on: self.places(words), note, review: None })
    }

    fn on_finding(&self, name: &'a FindingName) -> Noted<'a> {
        let words = name.words.as_ref().map(Option::as_ref);
        Noted { finding: Some(name.kind), on: self.places(words), note: None, review: None }
    }

    fn places(&self, words: Pair<Option<&'a Anchor>>) -> Pair<Option<On<'a>>> {
        Pair::from_fn(|side| {
            let anchor = words[side]?;
            let number = anchor.sentence_in(&self.comparison.documents[side]).map(|id| id + 1);
            Some(On { number, words: &anchor.words })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Remarks, fixture};

    fn note(text: &str) -> Remark {
        Remark { text: text.to_owned(), tags: vec!["To check".to_owned()] }
    }

    #[test]
    fn notes_beside_the_findings_are_listed_and_what_lost_its_place_comes_last() {
        let comparison = fixture::comparison();
        let mut remarks = Remarks::default();
        let lost = FindingName::of(&comparison, 1).unwrap();
        remarks.set_review(lost.clone(), Some(Review::Checked));
        remarks.set_note(Subject::Finding(lost), note("Which?"));
        remarks.set_note(Subject::pair(&comparison, Pair::new(1, 2)).unwrap(), note("The same?"));
        remarks.set_note(Subject::sentence(&comparison, Side::Right, 1).unwrap(), note("Who?"));
        let gone = Anchor { origin: 3, words: "It hailed.".to_owned() };
        remarks.set_note(Subject::Sentence(Side::Left, gone), note("Really?"));
        let mut later = comparison.clone();
        later.findings.remove(1);
        let report = Report { remarks: Some(&remarks), ..Report::of(&later) };
        let told: Vec<(String, String)> = report.noted().iter().map(|noted| (noted.about(), noted.said())).collect();
        let expected = [
            ("Two sentences", "The same? · To check"),
            ("Sentence", "Who? · To check"),
            ("Finding (Number), not found any more", "checked · Which? · To check"),
            ("Sentence, not found any more", "Really? · To check"),
        ];
        assert_eq!(told, expected.map(|(about, said)| (about.to_owned(), said.to_owned())));
        assert_eq!(report.noted()[3].on.left, Some(On { number: None, words: "It hailed." }));
        let found = Report { remarks: Some(&remarks), ..Report::of(&comparison) };
        assert_eq!(found.noted().len(), 3, "what is found stands with its finding");
        assert_eq!(found.entries()[1].note.unwrap().text, "Which?");
    }
}
