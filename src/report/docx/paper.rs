//! What a document is made of: stretches of words, paragraphs, tables. The library escapes every text and value.
//!
//! Looks are styles (`assets/report/docx/styles.xml`), so that whoever gets the document can change one for all.

use maud::{Markup, html};

use crate::report::letters::printable;
use crate::text::is_right_to_left;

use super::tongue::{Tongue, by_direction};

/// Between the margins of the page, in twentieths of a point: A4 less 2 cm on either side.
pub(super) const WIDTH: usize = 9638;

/// A row with more letters than this on one side may fill a page, so it may be broken over two.
const MOST_KEPT_TOGETHER: usize = 1_200;

/// Words in one look; the look is the name of a character style.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) look: Option<&'static str>,
}

/// A paragraph of the program's own words.
pub(super) fn said(style: &str, text: &str) -> Markup {
    paragraph(style, false, &run(&Words { text, look: None }, &Tongue::OURS, false))
}

/// A paragraph of words in a language, which runs the way that they do.
pub(super) fn quoted(style: &str, text: &str, tongue: &Tongue) -> Markup {
    let from_right = is_right_to_left(text);
    paragraph(style, from_right, &run(&Words { text, look: None }, tongue, from_right))
}

/// A paragraph in a style.
pub(super) fn paragraph(style: &str, from_right: bool, content: &Markup) -> Markup {
    html! {
        w:p {
            w:pPr { w:pStyle w:val=(style) {} @if from_right { w:bidi {} } }
            (content)
        }
    }
}

/// Words inside a paragraph.
pub(super) fn run(words: &Words<'_>, tongue: &Tongue, paragraph_from_right: bool) -> Markup {
    let text = printable(words.text);
    html! {
        @for (text, from_right) in by_direction(&text, paragraph_from_right) {
            w:r {
                w:rPr {
                    @if let Some(look) = words.look { w:rStyle w:val=(look) {} }
                    @if from_right { w:rtl {} }
                    w:lang w:val=(tongue.tag()) w:eastAsia=(tongue.tag()) w:bidi=(tongue.tag()) {}
                }
                w:t xml:space="preserve" { (text) }
            }
        }
    }
}

/// A table with a head that is repeated on every page that it reaches.
pub(super) struct Table<'a> {
    /// What is in it, for who cannot see it.
    pub(super) about: &'a str,
    /// The widths of its columns, in twentieths of a point.
    pub(super) widths: &'a [usize],
    /// What stands over each column: paragraphs.
    pub(super) head: &'a [Markup],
}

impl Table<'_> {
    /// The table with its rows.
    pub(super) fn of(&self, rows: &[Markup]) -> Markup {
        html! {
            w:tbl {
                w:tblPr {
                    w:tblStyle w:val="ReportTable" {}
                    w:tblW w:w=(self.widths.iter().sum::<usize>()) w:type="dxa" {}
                    w:tblLayout w:type="fixed" {}
                    w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1" {}
                    w:tblCaption w:val=(self.about) {}
                }
                w:tblGrid { @for width in self.widths { w:gridCol w:w=(width) {} } }
                (self.row(self.head, Keep::Head))
                @for row in rows { (row) }
            }
            (said("AfterTable", ""))
        }
    }

    /// A row of cells, each made of paragraphs.
    pub(super) fn row(&self, cells: &[Markup], keep: Keep) -> Markup {
        html! {
            w:tr {
                w:trPr {
                    @if keep != Keep::Broken { w:cantSplit {} }
                    @if keep == Keep::Head { w:tblHeader {} }
                }
                @for (cell, width) in cells.iter().zip(self.widths) {
                    w:tc {
                        w:tcPr {
                            w:tcW w:w=(width) w:type="dxa" {}
                            @if keep == Keep::Head { w:shd w:val="clear" w:color="auto" w:fill=(HEAD) {} }
                        }
                        (cell)
                    }
                }
            }
        }
    }
}

/// A way to a place in the document.
pub(super) fn way_to(bookmark: &str, words: &Markup) -> Markup {
    html! { w:hyperlink w:anchor=(bookmark) w:history="1" { (words) } }
}

/// A place in the document that can be gone to; the number is that of no other.
pub(super) fn place(number: usize, bookmark: &str) -> Markup {
    html! {
        w:bookmarkStart w:id=(number) w:name=(bookmark) {}
        w:bookmarkEnd w:id=(number) {}
    }
}

/// Behind the head of a table.
const HEAD: &str = "F3F2EE";

/// Whether a row stays on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// The head: whole, and again on every page.
    Head,
    /// Whole.
    Whole,
    /// Over two pages where need be.
    Broken,
}

impl Keep {
    /// For a row whose longest cell has so many letters.
    pub(super) fn for_length(letters: usize) -> Self {
        if letters > MOST_KEPT_TOGETHER { Self::Broken } else { Self::Whole }
    }
}
