//! The forms in which a comparison leaves the program, in one list for the command line and the window.

use std::io::{Result, Write};

use super::{Report, csv, html, json, markdown, text};

/// A form of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// One page for a browser, both texts side by side.
    Html,
    /// A table of the findings for notes and messages.
    Markdown,
    /// A row for each finding, for a spreadsheet.
    Csv,
    /// A row for each link, for a spreadsheet.
    CsvLinks,
    /// For a script.
    Json,
    /// For a person at a terminal.
    Text,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Html, Self::Markdown, Self::Csv, Self::CsvLinks, Self::Json, Self::Text];

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "Web page (HTML)",
            Self::Markdown => "Markdown",
            Self::Csv => "Findings as CSV",
            Self::CsvLinks => "Links as CSV",
            Self::Json => "JSON",
            Self::Text => "Plain text",
        }
    }

    /// The word for it on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::CsvLinks => "csv-links",
            Self::Json => "json",
            Self::Text => "text",
        }
    }

    /// What it is good for.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Html => "One page for a browser, both texts side by side",
            Self::Markdown => "A table of the findings for notes and messages",
            Self::Csv => "A row for each finding, for a spreadsheet",
            Self::CsvLinks => "A row for each link, for a spreadsheet",
            Self::Json => "For a script",
            Self::Text => "For a person at a terminal",
        }
    }

    /// The ending of its files, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Csv | Self::CsvLinks => "csv",
            Self::Json => "json",
            Self::Text => "txt",
        }
    }

    /// Whether it lists findings, so that they can be chosen.
    pub const fn has_findings(self) -> bool {
        !matches!(self, Self::CsvLinks)
    }

    /// Writes a report in this form.
    ///
    /// # Errors
    /// Those of the output.
    pub fn write(self, out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
        match self {
            Self::Html => html::write(out, report),
            Self::Markdown => markdown::write(out, report),
            Self::Csv => csv::write_findings(out, report),
            Self::CsvLinks => csv::write_links(out, report),
            Self::Json => json::write(out, &json::comparison(report.comparison, report.shown)),
            Self::Text => text::write_comparison(out, report.comparison, report.shown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::fixture;

    #[test]
    fn every_form_names_both_sources() {
        let comparison = fixture::comparison();
        for form in Form::ALL {
            let mut out = Vec::new();
            form.write(&mut out, &Report::of(&comparison)).unwrap();
            let text = String::from_utf8_lossy(&out);
            assert!(text.contains("left.txt") && text.contains("right.txt"), "{}", form.name());
        }
    }
}
