//! The comparison as a workbook (Office Open XML, `.xlsx`) for whoever works on with the findings in a spreadsheet: a sheet for
//! findings, links, overview, notes, what was left out, and what all this is.
//!
//! Every text is written as a string and every count as a number, so nothing of an article is ever a formula. Nothing is from
//! a clock, so the same report is the same file.

mod about;
mod findings;
mod height;
mod links;
mod looks;
mod overview;
mod sheet;

use std::io::{Error, Result, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::text::{Pair, Side};

use super::{Entry, Report};

use looks::Looks;

/// The year that stands for "no date" in the properties, where the format asks for one; packed files begin their time there.
const NO_DATE: u16 = 1980;

/// Writes the workbook.
///
/// # Errors
/// Those of the output, and where a sheet would have more rows than a spreadsheet holds (1,048,576).
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> Result<()> {
    let bytes = workbook(&Content::of(report)).map_err(|error| match error {
        XlsxError::IoError(error) => error,
        other => Error::other(format!("the workbook cannot be made ({other}); try another form of report")),
    })?;
    out.write_all(&bytes)
}

/// What all sheets are made of, worked out once.
struct Content<'a> {
    report: &'a Report<'a>,
    entries: Vec<Entry<'a>>,
    names: Pair<String>,
}

impl<'a> Content<'a> {
    fn of(report: &'a Report<'a>) -> Self {
        Self { report, entries: report.entries(), names: report.names() }
    }

    /// A sentence by its id.
    fn sentence(&self, side: Side, id: usize) -> &'a str {
        self.report.comparison.documents[side].sentence(id)
    }
}

fn workbook(content: &Content<'_>) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let date = ExcelDateTime::from_ymd(NO_DATE, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(content.report.short_title())
            .set_author("Paragone")
            .set_creation_datetime(&date),
    );
    let looks = Looks::new();
    let foot = sheet::foot(&content.report.short_title());
    for sheet in [
        Some(findings::sheet(content)),
        Some(links::sheet(content)),
        Some(overview::sheet(content)),
        about::notes(content),
        about::left_out(content),
        Some(about::sheet(content)),
    ]
    .into_iter()
    .flatten()
    {
        sheet.write(workbook.add_worksheet(), &looks, &foot)?;
    }
    workbook.save_to_buffer()
}

#[cfg(test)]
#[path = "xlsx/tests.rs"]
mod tests;
