//! What a report is called where it is a file of its own.

use super::Report;
use super::letters::clipped;

/// A name is cut after so many letters where room is short: the foot of a printed page in a workbook, and a property of an
/// office document, may have 255 signs in all.
const LONGEST_NAME: usize = 50;

impl Report<'_> {
    /// The title over the report.
    pub(super) fn title(&self) -> String {
        let names = self.names();
        compared(&names.left, &names.right)
    }

    /// The same for a document's properties and the foot of its pages.
    pub(super) fn short_title(&self) -> String {
        let names = self.names().map(|name| clipped(&name, LONGEST_NAME));
        compared(&names.left, &names.right)
    }
}

fn compared(left: &str, right: &str) -> String {
    format!("{left} and {right}, compared")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::fixture;

    #[test]
    fn a_title_for_a_foot_is_of_a_length_that_it_can_hold() {
        let mut comparison = fixture::comparison();
        let outlet = format!("The {}Post", "very ".repeat(100));
        comparison.documents.left.card.outlet = Some(outlet.clone());
        let report = Report::of(&comparison);
        assert_eq!(report.title(), format!("{outlet} and right.txt, compared"));
        let short = report.short_title();
        assert!(short.starts_with("The very very") && short.ends_with("… and right.txt, compared"), "{short}");
        assert!(short.chars().count() < 130);
    }
}
