//! The forms in which a comparison leaves the program, in one list for the command line and the window.

use std::io::{Result, Write};
use std::path::Path;

#[cfg(feature = "typeset")]
use super::pdf;
use super::{Report, csv, docx, html, json, markdown, tei, text, xlsx};

/// A form of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// One page for a browser, both texts side by side.
    Html,
    /// A document to print, both texts side by side.
    #[cfg(feature = "typeset")]
    Pdf,
    /// A document for a word processor, both texts side by side.
    Docx,
    /// A workbook: findings, links, overview and notes as sheets.
    Xlsx,
    /// A table of the findings for notes and messages.
    Markdown,
    /// A row for each finding, for a spreadsheet.
    Csv,
    /// A row for each link, for a spreadsheet.
    CsvLinks,
    /// Both texts in XML with a critical apparatus, for digital editions.
    Tei,
    /// For a script.
    Json,
    /// For a person at a terminal.
    Text,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: &[Self] = &[
        Self::Html,
        #[cfg(feature = "typeset")]
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Markdown,
        Self::Csv,
        Self::CsvLinks,
        Self::Tei,
        Self::Json,
        Self::Text,
    ];

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "Web page (HTML)",
            #[cfg(feature = "typeset")]
            Self::Pdf => "Document to print (PDF)",
            Self::Docx => "Word document (DOCX)",
            Self::Xlsx => "Excel workbook (XLSX)",
            Self::Markdown => "Markdown",
            Self::Csv => "Findings as CSV",
            Self::CsvLinks => "Links as CSV",
            Self::Tei => "TEI with apparatus (XML)",
            Self::Json => "JSON",
            Self::Text => "Plain text",
        }
    }

    /// The word for it on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Html => "html",
            #[cfg(feature = "typeset")]
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::CsvLinks => "csv-links",
            Self::Tei => "tei",
            Self::Json => "json",
            Self::Text => "text",
        }
    }

    /// What it is good for.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Html => "One page for a browser, both texts side by side",
            #[cfg(feature = "typeset")]
            Self::Pdf => "A document to print, both texts side by side",
            Self::Docx => "A document for a word processor, both texts side by side",
            Self::Xlsx => "A workbook: findings, links, overview and notes as sheets",
            Self::Markdown => "A table of the findings for notes and messages",
            Self::Csv => "A row for each finding, for a spreadsheet",
            Self::CsvLinks => "A row for each link, for a spreadsheet",
            Self::Tei => "Both texts in XML with a critical apparatus, for digital editions",
            Self::Json => "For a script",
            Self::Text => "For a person at a terminal",
        }
    }

    /// The ending of its files, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            #[cfg(feature = "typeset")]
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Csv | Self::CsvLinks => "csv",
            Self::Tei => "xml",
            Self::Json => "json",
            Self::Text => "txt",
        }
    }

    /// The form of a file, told by its name; of several that end so the first in the list.
    ///
    /// ```
    /// use paragone::report::Form;
    /// let of = |name: &str| Form::of_file(name.as_ref());
    /// assert_eq!((of("both.HTML"), of("both.csv"), of("both")), (Some(Form::Html), Some(Form::Csv), None));
    /// ```
    pub fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        let usual = match ending.as_str() {
            "htm" => "html",
            "markdown" => "md",
            "tei" => "xml",
            ending => ending,
        };
        Self::ALL.iter().copied().find(|form| form.ending() == usual)
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
            #[cfg(feature = "typeset")]
            Self::Pdf => pdf::write(out, report),
            Self::Docx => docx::write(out, report),
            Self::Xlsx => xlsx::write(out, report),
            Self::Markdown => markdown::write(out, report),
            Self::Csv => csv::write_findings(out, report),
            Self::CsvLinks => csv::write_links(out, report),
            Self::Tei => tei::write(out, report),
            Self::Json => json::write(out, &json::report(report)),
            Self::Text => text::write_report(out, report),
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
        // What is packed is looked into by the tests of that form.
        for form in Form::ALL.iter().filter(|form| form.ending() != "pdf") {
            let mut out = Vec::new();
            form.write(&mut out, &Report::of(&comparison)).unwrap();
            if out.starts_with(b"PK") {
                continue; // Packed: looked into by the tests of that form.
            }
            let text = String::from_utf8_lossy(&out);
            assert!(text.contains("left.txt") && text.contains("right.txt"), "{}", form.name());
        }
    }
}
