//! A report that the window writes: in which form, with which findings. Knows nothing of files.

use std::io::{Result, Write};

use crate::comparison::{Comparison, Options, Remarks};
use crate::report::{Choice, Form, Listed, Report};

use super::filter::{Filter, Standing};
use crate::report::words;

/// Which findings go into a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// All that were not dismissed.
    #[default]
    Everything,
    /// Those that cannot both hold.
    Conflicts,
    /// Those that the reader checked off.
    Checked,
    /// Those that the list shows, in its order.
    Listed,
}

impl Which {
    /// All of them with their names, in the order in which they are offered.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Everything, "All findings"),
        (Self::Conflicts, "Conflicts only"),
        (Self::Checked, "Checked off only"),
        (Self::Listed, "As the list is filtered now"),
    ];
}

/// What the reader wants in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Export {
    /// In which form.
    pub form: Form,
    /// With which findings.
    pub which: Which,
    /// With the reader's notes and what was checked off.
    pub remarks: bool,
}

impl Default for Export {
    fn default() -> Self {
        Self { form: Form::Html, which: Which::default(), remarks: true }
    }
}

/// Everything that a report is made of, so that it can be written while the window goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// What is wanted.
    pub export: Export,
    /// How it was compared.
    pub options: Options,
    /// What is reported.
    pub comparison: Comparison,
    /// What the reader wrote.
    pub remarks: Remarks,
    /// The findings that the list shows.
    pub listed: Vec<usize>,
    /// The filters of the list, in words.
    pub filters: String,
}

impl Reported {
    /// Writes the report.
    ///
    /// # Errors
    /// Those of the output.
    pub fn write(&self, out: &mut dyn Write) -> Result<()> {
        self.export.form.write(out, &self.report())
    }

    fn report(&self) -> Report<'_> {
        let choice = match self.export.which {
            Which::Everything | Which::Listed => Choice::Everything,
            Which::Conflicts => Choice::Conflicts,
            Which::Checked => Choice::Checked,
        };
        let listed = Listed { findings: &self.listed, filters: &self.filters };
        Report {
            remarks: self.export.remarks.then_some(&self.remarks),
            choice,
            listed: (self.export.which == Which::Listed).then_some(listed),
            options: Some(&self.options),
            ..Report::of(&self.comparison)
        }
    }
}

/// What goes into a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outgoing {
    /// A report, which is yet to be made.
    Report(Box<Reported>),
    /// The bytes of a picture.
    Picture(Vec<u8>),
}

impl Outgoing {
    /// Writes it.
    ///
    /// # Errors
    /// Those of the output.
    pub fn write(&self, out: &mut dyn Write) -> Result<()> {
        match self {
            Self::Report(reported) => reported.write(out),
            Self::Picture(bytes) => out.write_all(bytes),
        }
    }
}

/// The filters of the list in words, for the foot of a report; empty where there is none.
pub fn filters_in_words(filter: &Filter) -> String {
    let standing = |standing: &Standing| match standing {
        Standing::Open => "to check",
        Standing::Checked => "checked",
        Standing::Dismissed => "dismissed",
    };
    let parts = [
        ("kind", filter.kinds.iter().map(|&kind| words::kind(kind)).collect::<Vec<_>>()),
        ("relation", filter.relations.iter().map(|&relation| words::relation(relation)).collect()),
        ("state", filter.standings.iter().map(standing).collect()),
    ];
    let mut said: Vec<String> = parts
        .into_iter()
        .filter(|(_, chosen)| !chosen.is_empty())
        .map(|(what, chosen)| format!("{what}: {}", chosen.join(", ")))
        .collect();
    let wanted = filter.words.trim();
    if !wanted.is_empty() {
        said.push(format!("words: “{wanted}”"));
    }
    said.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::{Kind, Relation};
    use crate::gui::fixture;

    fn written(export: Export, listed: Vec<usize>) -> String {
        let comparison = fixture::comparison();
        let outgoing = Reported {
            export,
            options: Options::default(),
            comparison,
            remarks: Remarks::default(),
            listed,
            filters: "kind: Date".to_owned(),
        };
        let mut out = Vec::new();
        outgoing.write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_report_of_the_list_has_its_findings_in_its_order_and_says_how_it_was_filtered() {
        let export = Export { form: Form::Html, which: Which::Listed, remarks: false };
        let page = written(export, vec![2, 0]);
        let places = [page.find("id=\"finding-3\""), page.find("id=\"finding-1\"")];
        assert!(places[0].is_some() && places[0] < places[1], "{places:?}");
        assert!(!page.contains("id=\"finding-2\"") && page.contains("kind: Date"));
    }

    #[test]
    fn a_report_of_everything_knows_of_no_filter() {
        let page = written(Export::default(), vec![2]);
        assert_eq!(page.matches("id=\"finding-").count(), 3);
        assert!(!page.contains("kind: Date"));
    }

    #[test]
    fn filters_are_told_in_words() {
        assert_eq!(filters_in_words(&Filter::default()), "");
        let filter = Filter {
            kinds: [Kind::Number, Kind::Date].into(),
            relations: [Relation::Conflict].into(),
            standings: [Standing::Open].into(),
            words: " bridge ".to_owned(),
            ..Filter::default()
        };
        assert_eq!(
            filters_in_words(&filter),
            "kind: Number, Date; relation: Conflict; state: to check; words: “bridge”"
        );
    }
}
