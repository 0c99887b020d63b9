//! The reader's notes in one list, each with what it is about now.

use crate::comparison::{Remark, Subject};
use crate::text::{Pair, Side};

use super::Report;

/// A note and its place in the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedNote<'a> {
    /// The number of the finding that it is about, from 1.
    pub finding: Option<usize>,
    /// The ids of the sentences that it is about; both `None` where they are not in the sources any more.
    pub sentences: Pair<Option<usize>>,
    /// What the reader wrote.
    pub remark: &'a Remark,
}

impl PlacedNote<'_> {
    /// What it is about, in a few words.
    pub fn about(&self) -> String {
        if let Some(number) = self.finding {
            return format!("Finding {number}");
        }
        match (self.sentences.left, self.sentences.right) {
            (Some(left), Some(right)) => format!("Left sentence {} and right sentence {}", left + 1, right + 1),
            (Some(left), None) => format!("Left sentence {}", left + 1),
            (None, Some(right)) => format!("Right sentence {}", right + 1),
            (None, None) => "Words that are not in the sources any more".to_owned(),
        }
    }

    /// Whether it stands at this sentence: a note on two sentences stands at the left one, a note on a finding at none.
    pub fn is_at(&self, side: Side, sentence: usize) -> bool {
        let (Self { sentences: Pair { left, right }, .. }, false) = (self, self.finding.is_some()) else {
            return false;
        };
        match side {
            Side::Left => *left == Some(sentence),
            Side::Right => left.is_none() && *right == Some(sentence),
        }
    }
}

/// Every note that the reader wrote, in the order of what it is about.
pub fn notes<'a>(report: &Report<'a>) -> Vec<PlacedNote<'a>> {
    let Some(remarks) = report.remarks else { return Vec::new() };
    let on_findings = remarks.noted(report.comparison).findings;
    remarks
        .notes()
        .map(|(on, remark)| {
            let finding = match on {
                Subject::Finding(_) => {
                    let is_it = |found: &Option<&Remark>| found.is_some_and(|found| std::ptr::eq(found, remark));
                    on_findings.iter().position(is_it).map(|id| id + 1)
                }
                Subject::Sentence(..) | Subject::Pair(_) => None,
            };
            PlacedNote { finding, sentences: on.sentences_in(report.comparison), remark }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Anchor, Remarks, fixture};

    #[test]
    fn each_note_knows_where_it_belongs() {
        let comparison = fixture::comparison();
        let note = |text: &str| Remark { text: text.to_owned(), tags: Vec::new() };
        let mut remarks = Remarks::default();
        remarks.set_note(Subject::finding(&comparison, 1).unwrap(), note("ask the works"));
        remarks.set_note(Subject::sentence(&comparison, Side::Right, 5).unwrap(), note("since when?"));
        remarks.set_note(Subject::pair(&comparison, Pair::new(1, 2)).unwrap(), note("which day?"));
        let gone = Anchor { origin: 9_000, words: "Words of an older version.".to_owned() };
        remarks.set_note(Subject::Sentence(Side::Left, gone), note("lost"));
        let report = Report { remarks: Some(&remarks), ..Report::of(&comparison) };
        let placed = notes(&report);
        let about = |text: &str| placed.iter().find(|note| note.remark.text == text).unwrap().about();
        assert_eq!(about("ask the works"), "Finding 2");
        assert_eq!(about("since when?"), "Right sentence 6");
        assert_eq!(about("which day?"), "Left sentence 2 and right sentence 3");
        assert_eq!(about("lost"), "Words that are not in the sources any more");
        let at = |side, id| placed.iter().filter(|note| note.is_at(side, id)).count();
        assert_eq!([at(Side::Left, 1), at(Side::Right, 2), at(Side::Right, 5), at(Side::Left, 2)], [1, 0, 1, 0]);
    }
}
