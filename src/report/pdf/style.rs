//! Measures, faces and colours of the page. Lengths are points, of which 72 make an inch.

use crate::text::Side;

/// An A4 sheet.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// Where text begins and ends from left to right.
pub(super) const LEFT_EDGE: f32 = 45.0;
pub(super) const RIGHT_EDGE: f32 = PAGE.0 - LEFT_EDGE;
/// Where text begins and ends from top to bottom.
pub(super) const TOP_EDGE: f32 = 66.0;
pub(super) const BOTTOM_EDGE: f32 = PAGE.1 - 62.0;
/// The baselines of the running head and of the page number.
pub(super) const HEAD_LINE: f32 = 42.0;
pub(super) const FOOT_LINE: f32 = PAGE.1 - 34.0;
/// Between the two columns.
pub(super) const GUTTER: f32 = 20.0;
/// The margin of a column in which numbers stand. With it a line of the articles has about 47 characters.
pub(super) const HANG: f32 = 18.0;
/// The width of a column with its margin of numbers.
pub(super) const COLUMN: f32 = (RIGHT_EDGE - LEFT_EDGE - GUTTER) / 2.0;

/// Where a side's column begins.
pub(super) fn column(side: Side) -> f32 {
    match side {
        Side::Left => LEFT_EDGE,
        Side::Right => LEFT_EDGE + COLUMN + GUTTER,
    }
}

/// A colour of paint: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(pub u8, pub u8, pub u8);

/// What is to be read.
pub(super) const INK: Colour = Colour(0x1d, 0x1d, 0x1b);
/// What is said about it; 6.6 to 1 on white.
pub(super) const QUIET: Colour = Colour(0x5c, 0x5b, 0x57);
/// Hairlines.
pub(super) const LINE: Colour = Colour(0xbb, 0xb9, 0xb3);
/// The unfilled part of a bar.
pub(super) const TRACK: Colour = Colour(0xe6, 0xe4, 0xde);
/// What both sources have, in another place; it belongs to neither side.
pub(super) const MOVED: Colour = Colour(0x6b, 0x5b, 0x95);

/// A side's colour, as in the window and in the web page.
pub(super) fn of(side: Side) -> Colour {
    match side {
        Side::Left => Colour(0x1c, 0x5a, 0x9c),
        Side::Right => Colour(0xa0, 0x47, 0x0c),
    }
}

/// The same behind words.
pub(super) fn tint(side: Side) -> Colour {
    match side {
        Side::Left => Colour(0xe4, 0xee, 0xfa),
        Side::Right => Colour(0xfd, 0xeb, 0xdf),
    }
}

/// A face that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Face {
    Serif,
    SerifBold,
    SerifItalic,
    Sans,
    SansBold,
}

/// A difference in the text, told by a line under the words and not by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A solid line: only this source has the words.
    Only(Side),
    /// A dotted line: the other source has other words.
    Replaced(Side),
    /// A dashed line: the other source has them elsewhere.
    Moved,
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    pub face: Face,
    pub size: f32,
    pub colour: Colour,
    pub mark: Option<Mark>,
}

impl Look {
    const fn new(face: Face, size: f32, colour: Colour) -> Self {
        Self { face, size, colour, mark: None }
    }

    /// The same in another colour.
    pub(super) const fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// The same with a mark.
    pub(super) const fn marked(self, mark: Option<Mark>) -> Self {
        Self { mark, ..self }
    }
}

/// From one baseline to the next, as a share of the size: serifs in a long measure want more than labels.
pub(super) fn leading(look: Look) -> f32 {
    let share = if look.size > 13.0 { 1.26 } else { 1.42 };
    look.size * share
}

pub(super) const TITLE: Look = Look::new(Face::SerifBold, 21.0, INK);
pub(super) const HEADING: Look = Look::new(Face::SerifBold, 14.0, INK);
pub(super) const NAME: Look = Look::new(Face::SansBold, 8.6, INK);
pub(super) const SUBJECT: Look = Look::new(Face::SerifBold, 11.0, INK);
pub(super) const BODY: Look = Look::new(Face::Serif, 9.2, INK);
pub(super) const BODY_BOLD: Look = Look::new(Face::SerifBold, 9.2, INK);
pub(super) const NOTE: Look = Look::new(Face::SerifItalic, 9.2, INK);
pub(super) const LABEL: Look = Look::new(Face::Sans, 7.6, QUIET);
pub(super) const LABEL_BOLD: Look = Look::new(Face::SansBold, 7.6, INK);
pub(super) const NUMBER: Look = Look::new(Face::Sans, 6.8, QUIET);
