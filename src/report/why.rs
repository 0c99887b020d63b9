//! Why the sentences of a row are linked, as all forms say it that show both texts.

use crate::align::in_one_line;
use crate::comparison::Row;
use crate::text::Pair;

use super::Report;

/// What stands before the reasons; one of them is "linked by hand".
pub(super) const WHY: &str = "Why side by side";

impl Report<'_> {
    /// A few words for each link of a row, with its sentences where there are several; nothing where it is not wanted.
    pub(super) fn reasons(&self, row: &Row) -> Vec<String> {
        if !self.shown.reasons {
            return Vec::new();
        }
        let links = self.comparison.links_of(row);
        let told = links.iter().map(|link| {
            let reasons = self.comparison.alignment.reasons_for(link.sentences);
            let why = in_one_line(reasons, self.comparison.documents.as_ref());
            let Pair { left, right } = link.sentences;
            if links.len() > 1 { format!("{} and {}: {why}", left + 1, right + 1) } else { why }
        });
        told.collect()
    }

    /// The same in a line; empty where there is nothing to say.
    pub(super) fn reasons_in_line(&self, row: &Row) -> String {
        let reasons = self.reasons(row);
        if reasons.is_empty() { String::new() } else { format!("{WHY}: {}", reasons.join(" · ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{fixture, rows};
    use crate::text::Side;

    #[test]
    fn a_row_says_why_only_where_that_is_wanted() {
        let comparison = fixture::comparison();
        let mut report = Report::of(&comparison);
        let rows = rows(&comparison, Side::Left);
        assert!(rows.iter().all(|row| report.reasons_in_line(row).is_empty()));
        report.shown.reasons = true;
        let told: Vec<String> = rows.iter().map(|row| report.reasons_in_line(row)).collect();
        assert!(
            told.iter().any(|told| told == "Why side by side: both say “Works will cost”; other figures: 40 / 42"),
            "{told:?}"
        );
        assert!(told.iter().any(String::is_empty), "a sentence alone has no reason");
    }
}
