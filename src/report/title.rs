//! What a report is called where it is a file of its own.

use super::Report;
use super::printable::clipped;

/// A name is cut after so many letters: the foot of a printed page in a workbook may have 255 signs in all.
const LONGEST_NAME: usize = 50;

impl Report<'_> {
    /// The title for a document's properties and the foot of its pages.
    pub(super) fn title(&self) -> String {
        let names = self.names().map(|name| clipped(&name, LONGEST_NAME));
        format!("{} and {}, compared", names.left, names.right)
    }

    /// Whether the reader wrote anything on the comparison.
    pub(super) fn has_remarks(&self) -> bool {
        self.remarks.is_some_and(|remarks| !remarks.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::fixture;

    #[test]
    fn a_title_is_of_a_length_that_a_foot_can_hold() {
        let mut comparison = fixture::comparison();
        comparison.documents.left.card.outlet = Some(format!("The {} Post", "very ".repeat(100)));
        let title = Report::of(&comparison).title();
        assert!(title.starts_with("The very very") && title.ends_with("… and right.txt, compared"), "{title}");
        assert!(title.chars().count() < 130);
    }
}
