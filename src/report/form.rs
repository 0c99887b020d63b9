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
        self.row().name
    }

    /// The word for it on the command line.
    pub const fn word(self) -> &'static str {
        self.row().word
    }

    /// What it is good for.
    pub const fn about(self) -> &'static str {
        self.row().about
    }

    /// The ending of its files, without the dot.
    pub const fn ending(self) -> &'static str {
        self.row().ending
    }

    /// Whether its bytes are a text that a terminal can show.
    pub const fn is_text(self) -> bool {
        self.row().is_text
    }

    /// Whether findings are in it, so that a choice among them means something.
    pub const fn has_findings(self) -> bool {
        !matches!(self, Self::CsvLinks)
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

    /// Writes a report in this form.
    ///
    /// # Errors
    /// Those of the output, and a sentence where the form cannot hold the report.
    pub fn write(self, out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
        (self.row().write)(out, report)
    }

    const fn row(self) -> Row {
        match self {
            Self::Html => HTML,
            #[cfg(feature = "typeset")]
            Self::Pdf => PDF,
            Self::Docx => DOCX,
            Self::Xlsx => XLSX,
            Self::Markdown => MARKDOWN,
            Self::Csv => CSV,
            Self::CsvLinks => CSV_LINKS,
            Self::Tei => TEI,
            Self::Json => JSON,
            Self::Text => TEXT,
        }
    }
}

/// What is said of a form, and how it is written: all that there is to add for a new one.
struct Row {
    name: &'static str,
    word: &'static str,
    about: &'static str,
    ending: &'static str,
    is_text: bool,
    write: fn(&mut dyn Write, &Report<'_>) -> Result<()>,
}

const HTML: Row = Row {
    name: "Web page (HTML)",
    word: "html",
    about: "One page for a browser, both texts side by side",
    ending: "html",
    is_text: true,
    write: html::write,
};

#[cfg(feature = "typeset")]
const PDF: Row = Row {
    name: "Document to print (PDF)",
    word: "pdf",
    about: "A document to print, both texts side by side",
    ending: "pdf",
    is_text: false,
    write: pdf::write,
};

const DOCX: Row = Row {
    name: "Word document (DOCX)",
    word: "docx",
    about: "A document for a word processor, both texts side by side",
    ending: "docx",
    is_text: false,
    write: docx::write,
};

const XLSX: Row = Row {
    name: "Excel workbook (XLSX)",
    word: "xlsx",
    about: "A workbook: findings, links, overview and notes as sheets",
    ending: "xlsx",
    is_text: false,
    write: xlsx::write,
};

const MARKDOWN: Row = Row {
    name: "Markdown",
    word: "markdown",
    about: "A table of the findings for notes and messages",
    ending: "md",
    is_text: true,
    write: markdown::write,
};

const CSV: Row = Row {
    name: "Findings as CSV",
    word: "csv",
    about: "A row for each finding, for a spreadsheet",
    ending: "csv",
    is_text: true,
    write: csv::write_findings,
};

const CSV_LINKS: Row = Row {
    name: "Links as CSV",
    word: "csv-links",
    about: "A row for each link, for a spreadsheet",
    ending: "csv",
    is_text: true,
    write: csv::write_links,
};

const TEI: Row = Row {
    name: "TEI with apparatus (XML)",
    word: "tei",
    about: "Both texts in XML with a critical apparatus, for digital editions",
    ending: "xml",
    is_text: true,
    write: tei::write,
};

const JSON: Row = Row {
    name: "JSON",
    word: "json",
    about: "For a script",
    ending: "json",
    is_text: true,
    write: |out, report| json::write(out, &json::report(report)),
};

const TEXT: Row = Row {
    name: "Plain text",
    word: "text",
    about: "For a person at a terminal",
    ending: "txt",
    is_text: true,
    write: text::write_report,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::fixture;
    use crate::text::Note;

    #[test]
    fn every_form_is_written_and_what_is_text_names_both_sources() {
        let comparison = fixture::comparison();
        for form in Form::ALL {
            let mut out = Vec::new();
            form.write(&mut out, &Report::of(&comparison)).unwrap();
            // What is packed is looked into by the tests of that form.
            let text = String::from_utf8(out);
            assert_eq!(text.is_ok(), form.is_text(), "{}", form.name());
            let names_both = |text: String| text.contains("left.txt") && text.contains("right.txt");
            assert!(text.is_ok_and(names_both) || !form.is_text(), "{}", form.name());
        }
    }

    #[test]
    fn what_to_be_warned_of_stands_in_all_but_tables() {
        let mut comparison = fixture::comparison();
        comparison.notes.push(Note::warning("few sentences can be aligned".to_owned()));
        for form in Form::ALL.iter().filter(|form| form.is_text() && form.ending() != "csv") {
            let mut out = Vec::new();
            form.write(&mut out, &Report::of(&comparison)).unwrap();
            assert!(String::from_utf8(out).unwrap().contains("few sentences can be aligned"), "{}", form.name());
        }
    }

    #[test]
    fn each_word_and_name_means_one_form() {
        for of in [Form::word, Form::name, Form::about] {
            let different: std::collections::BTreeSet<&str> = Form::ALL.iter().map(|&form| of(form)).collect();
            assert_eq!(different.len(), Form::ALL.len(), "{different:?}");
        }
    }

    #[test]
    fn a_table_of_links_has_no_findings() {
        let without: Vec<Form> = Form::ALL.iter().copied().filter(|form| !form.has_findings()).collect();
        assert_eq!(without, [Form::CsvLinks]);
    }
}
