//! A sheet as data, and how it is written: strings as strings, numbers as numbers, the head in view, a filter over each column.

use std::borrow::Cow;

use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};

use crate::report::letters::printable;
use crate::text::{Side, is_right_to_left};

use super::height;
use super::looks::Looks;

/// The longest text that a cell can hold, in UTF-16 units, by the format's own limits.
const MOST_IN_A_CELL: usize = 32_767;

/// What stands at the end of a text that was cut to fit.
const CUT: &str = "… [cut: a cell holds no more]";

/// A4 among the format's paper sizes.
const A4: u8 = 9;

/// The margins of a printed page, in inches; that of the foot is twice as high.
const SIDES: f64 = 0.4;

/// One sheet.
pub(super) struct Sheet<'a> {
    pub(super) name: &'static str,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Cell<'a>>>,
    /// Whether it is one table, which can be sorted and filtered.
    pub(super) is_table: bool,
}

/// A column: what stands over it, and its width in letters.
pub(super) struct Column {
    pub(super) name: Cow<'static, str>,
    pub(super) width: f64,
    /// The source that it is about.
    pub(super) side: Option<Side>,
    /// Whether it holds numbers, which stand in the middle of it.
    pub(super) of_numbers: bool,
}

impl Column {
    pub(super) fn new(name: impl Into<Cow<'static, str>>, width: f64) -> Self {
        Self { name: name.into(), width, side: None, of_numbers: false }
    }

    /// One that is about a source.
    pub(super) fn of(side: Side, name: impl Into<Cow<'static, str>>, width: f64) -> Self {
        Self { side: Some(side), ..Self::new(name, width) }
    }

    /// The same for numbers.
    pub(super) fn of_numbers(self) -> Self {
        Self { of_numbers: true, ..self }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    Empty,
    /// Words of a source or of the reader, which run the way that they do.
    Text(Cow<'a, str>),
    /// The program's own words, whatever they quote.
    Said(Cow<'a, str>),
    /// A text that stands out, as a name over others.
    Head(Cow<'a, str>),
    /// The word for a conflict.
    Conflict(&'static str),
    Count(usize),
    /// A count that stands under texts.
    Figure(usize),
    /// Between 0 and 1.
    Share(f64),
}

impl<'a> Cell<'a> {
    pub(super) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// The program's own words.
    pub(super) fn said(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Said(text.into())
    }

    /// A text that may be missing.
    pub(super) fn of(text: Option<&'a str>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// A number that may be missing.
    pub(super) fn count(number: Option<usize>) -> Self {
        number.map_or(Self::Empty, Self::Count)
    }
}

impl Sheet<'_> {
    /// Writes it into a worksheet of its own.
    pub(super) fn write(&self, to: &mut Worksheet, looks: &Looks, foot: &str) -> Result<(), XlsxError> {
        to.set_name(self.name)?;
        for (at, column) in (0..).zip(&self.columns) {
            to.set_column_width(at, column.width)?;
            to.write_string_with_format(0, at, text(&column.name), &looks.column(column))?;
        }
        for (row, cells) in (1..).zip(&self.rows) {
            to.set_row_height(row, height::of_row(cells, &self.columns))?;
            for (at, cell) in (0..).zip(cells) {
                write_cell(to, (row, at), cell, looks)?;
            }
        }
        self.set_up(to, foot)
    }

    fn set_up(&self, to: &mut Worksheet, foot: &str) -> Result<(), XlsxError> {
        let last_row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let last_column = u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        to.set_freeze_panes(1, 0)?;
        to.set_repeat_rows(0, 0)?;
        to.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_footer(foot);
        to.set_margins(SIDES, SIDES, SIDES, 2.0 * SIDES, SIDES, SIDES);
        if self.is_table {
            to.autofilter(0, 0, last_row, last_column)?;
        }
        // A year among an article's words is meant as words.
        to.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }
}

fn write_cell(to: &mut Worksheet, (row, at): (u32, u16), cell: &Cell<'_>, looks: &Looks) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => to.write_blank(row, at, &looks.plain),
        Cell::Text(words) => {
            let words = text(words);
            to.write_string_with_format(row, at, words.as_ref(), looks.text(&words, is_right_to_left(&words)))
        }
        Cell::Said(words) => {
            let words = text(words);
            to.write_string_with_format(row, at, words.as_ref(), looks.text(&words, false))
        }
        Cell::Head(words) => to.write_string_with_format(row, at, text(words), &looks.head),
        Cell::Conflict(word) => to.write_string_with_format(row, at, *word, &looks.conflict),
        Cell::Count(number) => to.write_number_with_format(row, at, as_number(*number), &looks.count),
        Cell::Figure(number) => to.write_number_with_format(row, at, as_number(*number), &looks.figure),
        Cell::Share(share) => to.write_number_with_format(row, at, *share, &looks.share),
    }?;
    Ok(())
}

/// A count as spreadsheets keep numbers; exact up to 2^32, more than any text has of anything.
fn as_number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A text as a cell can hold it.
fn text(text: &str) -> Cow<'_, str> {
    let text = printable(text);
    if units(&text) <= MOST_IN_A_CELL {
        return text;
    }
    let room = MOST_IN_A_CELL - units(CUT);
    let mut used = 0;
    let kept = text.chars().take_while(|c| {
        used += c.len_utf16();
        used <= room
    });
    Cow::Owned(kept.chain(CUT.chars()).collect())
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The foot of every page: the title on the left, the page on the right. An ampersand begins a command there.
pub(super) fn foot(title: &str) -> String {
    format!("&L&8{}&R&8Page &P of &N", title.replace('&', "&&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_no_cell_holds_is_cut_and_says_so() {
        let long = "𝄞".repeat(20_000);
        let cell = text(&long);
        assert!(units(&cell) <= MOST_IN_A_CELL && units(&cell) > MOST_IN_A_CELL - 3, "{}", units(&cell));
        assert!(cell.starts_with("𝄞𝄞") && cell.ends_with(CUT));
        assert_eq!(text("=1+1\u{0}"), "=1+1 ");
    }

    #[test]
    fn a_name_cannot_command_the_foot() {
        assert_eq!(foot("A&B and C&P"), "&L&8A&&B and C&&P&R&8Page &P of &N");
    }
}
