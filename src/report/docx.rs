//! The comparison as a Word document (Office Open XML, `.docx`) that an editor can pass on: headings for the navigation
//! pane, tables whose heads are repeated, each text in its own language for spell checkers, A4 with page numbers.
//!
//! The parts are written with the library that writes the HTML, which escapes everything. Nothing in them is from a clock, so
//! the same report is the same file.

mod findings;
mod front;
mod left_out;
mod noted;
mod package;
mod paper;
mod texts;
mod tongue;

use std::collections::BTreeSet;
use std::io::{Result, Write};

use maud::{Markup, PreEscaped, html};

use crate::text::{Pair, Side};

use super::{Entry, Report};

use package::Package;
use paper::{Words, run, said};
use tongue::Tongue;

const STYLES: &str = include_str!("../../assets/report/docx/styles.xml");
const SETTINGS: &str = include_str!("../../assets/report/docx/settings.xml");
const CONTENT_TYPES: &str = include_str!("../../assets/report/docx/content_types.xml");
const PACKAGE_RELATIONS: &str = include_str!("../../assets/report/docx/package_rels.xml");
const DOCUMENT_RELATIONS: &str = include_str!("../../assets/report/docx/document_rels.xml");

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";
const APPLICATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

/// Writes the document.
///
/// # Errors
/// Only those of the output.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let content = Content::of(report);
    let mut package = Package::new();
    package.add("[Content_Types].xml", CONTENT_TYPES)?;
    package.add("_rels/.rels", PACKAGE_RELATIONS)?;
    package.add("docProps/core.xml", &part(&properties(&content)))?;
    package.add("docProps/app.xml", &part(&application()))?;
    package.add("word/document.xml", &part(&document(&content)))?;
    package.add("word/_rels/document.xml.rels", DOCUMENT_RELATIONS)?;
    package.add("word/styles.xml", STYLES)?;
    package.add("word/settings.xml", SETTINGS)?;
    package.add("word/footer.xml", &part(&footer(&content)))?;
    out.write_all(&package.finish()?)
}

/// What all parts of the document are made of, worked out once.
struct Content<'a> {
    report: &'a Report<'a>,
    entries: Vec<Entry<'a>>,
    /// The numbers of these.
    numbers: BTreeSet<usize>,
    names: Pair<String>,
    tongues: Pair<Tongue>,
}

impl<'a> Content<'a> {
    fn of(report: &'a Report<'a>) -> Self {
        let entries = report.entries();
        Self {
            report,
            numbers: entries.iter().map(|entry| entry.number).collect(),
            entries,
            names: report.names(),
            tongues: report.comparison.documents.as_ref().map(|document| Tongue::of(&document.language)),
        }
    }

    /// The places of findings are counted on from those of the sentences.
    fn first_mark_of_findings(&self) -> usize {
        let documents = &self.report.comparison.documents;
        Side::BOTH.len() * documents.left.sentences.len().max(documents.right.sentences.len())
    }

    /// The name of a source as the head of a column, with the side by which findings speak of it.
    fn column(&self, side: Side) -> Markup {
        let look = match side {
            Side::Left => "LeftName",
            Side::Right => "RightName",
        };
        let label = match side {
            Side::Left => "Left: ",
            Side::Right => "Right: ",
        };
        let label = run(&Words { text: label, look: Some("Quiet") }, &Tongue::OURS, false);
        let name = run(&Words { text: &self.names[side], look: Some(look) }, &self.tongues[side], false);
        paper::paragraph("TableHead", false, &html! { (label) (name) })
    }
}

fn part(markup: &Markup) -> String {
    format!("{DECLARATION}{}", markup.0)
}

fn document(content: &Content<'_>) -> Markup {
    html! {
        w:document xmlns:w=(WORD) xmlns:r=(RELATIONS) {
            w:body {
                (front::title(content))
                (front::cards(content))
                (front::overview(content))
                (findings::section(content))
                (noted::section(content))
                (texts::section(content))
                (left_out::section(content))
                (said("Made", &content.report.made()))
                (page())
            }
        }
    }
}

/// A4 with margins of 2 cm, and the foot that every page has.
fn page() -> Markup {
    html! {
        w:sectPr {
            w:footerReference w:type="default" r:id="rId3" {}
            w:pgSz w:w="11906" w:h="16838" {}
            w:pgMar w:top="1134" w:right="1134" w:bottom="1247" w:left="1134" w:header="567" w:footer="567" w:gutter="0" {}
        }
    }
}

fn footer(content: &Content<'_>) -> Markup {
    let field = |code: &str| html! { w:fldSimple w:instr=(code) { w:r { w:t { "1" } } } };
    let words = |text: &str| run(&Words { text, look: None }, &Tongue::OURS, false);
    html! {
        w:ftr xmlns:w=(WORD) {
            w:p {
                w:pPr { w:pStyle w:val="Footer" {} }
                (words(&content.report.short_title()))
                w:r { w:tab {} }
                (words("Page ")) (field("PAGE")) (words(" of ")) (field("NUMPAGES"))
            }
        }
    }
}

fn properties(content: &Content<'_>) -> Markup {
    html! {
        cp:coreProperties xmlns:cp=(CORE) xmlns:dc=(DUBLIN_CORE) {
            dc:title { (content.report.short_title()) }
            dc:creator { "Paragone" }
            dc:language { (Tongue::OURS.tag()) }
        }
    }
}

fn application() -> Markup {
    html! { Properties xmlns=(PreEscaped(APPLICATION)) { Application { "Paragone" } } }
}

#[cfg(test)]
#[path = "docx/tests.rs"]
mod tests;
