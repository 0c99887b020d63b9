//! How a report was made: what it shows, by which program, how the sources were compared. Every form
//! that is a document of its own ends with it; above the findings stands what is shown of them.

use crate::text::Side;

use super::letters::one_line;
use super::{Choice, Listed, Report};

/// What nobody may read out of a report.
const CAUTION: &str = "Sentences are linked and claims compared by program; a missing link means that none was found, not \
                       that anything was left out by a source.";

impl Report<'_> {
    /// What was done, in sentences for the end of a report.
    pub fn made(&self) -> String {
        self.making().join(" ")
    }

    /// The same, sentence by sentence, the first one of them [`Self::filters`].
    pub fn making(&self) -> Vec<String> {
        let date = self.date.map(|date| format!(", {}", one_line(date))).unwrap_or_default();
        let mut told = vec![
            self.filters(),
            format!(
                "Made by Paragone {}{date}, on the reader’s own machine; nothing of it was sent anywhere.",
                env!("CARGO_PKG_VERSION")
            ),
        ];
        told.extend(self.options.map(|options| format!("Matching: {}.", options.matching.name())));
        told.push(self.languages());
        told.push(CAUTION.to_owned());
        told
    }

    /// Which findings are shown, in a sentence.
    pub fn filters(&self) -> String {
        let which = match (self.listed, self.choice) {
            (Some(Listed { filters: "", .. }), _) => "the findings of the list",
            (Some(Listed { filters, .. }), _) => {
                return format!("Shown: the findings of the list, filtered by {}.", one_line(filters));
            }
            (None, Choice::Everything) if self.written().is_none() || self.dismissed => "all findings",
            (None, Choice::Everything) => "all findings that were not dismissed",
            (None, Choice::Conflicts) => "conflicts only",
            (None, Choice::Checked) => "checked findings only",
        };
        let dismissed = match (self.dismissed && self.listed.is_none() && self.written().is_some(), self.choice) {
            (false, _) => "",
            (true, Choice::Everything) => ", dismissed ones, too",
            (true, _) => ", and dismissed ones",
        };
        format!("Shown: {which}{dismissed}.")
    }

    fn languages(&self) -> String {
        let names = self.names();
        let language = |side: Side| self.comparison.documents[side].language.name();
        let (left, right) = (language(Side::Left), language(Side::Right));
        if left == right {
            return format!("Both texts were read as {left}.");
        }
        format!("{} was read as {left}, {} as {right}.", names.left, names.right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Options, fixture};

    #[test]
    fn it_says_what_is_shown_and_how_it_was_made() {
        let comparison = fixture::comparison();
        let options = Options::default();
        let report = Report { options: Some(&options), ..Report::of(&comparison) };
        let made = report.made();
        assert!(made.starts_with("Shown: all findings. Made by Paragone "), "{made}");
        assert!(made.contains("Matching: balanced. Both texts were read as English."), "{made}");
        let listed = Listed { findings: &[0], filters: "kind Number" };
        let report = Report { listed: Some(listed), date: Some("9 October 2025"), ..report };
        let made = report.made();
        assert!(made.starts_with("Shown: the findings of the list, filtered by kind Number."), "{made}");
        assert!(made.contains(", 9 October 2025, on the reader’s own machine"), "{made}");
    }
}
