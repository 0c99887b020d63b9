//! How cells look. Colours are those of the other reports.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::text::Pair;

use super::sheet::Column;

const INK: u32 = 0x1d_1d1b;
const CONFLICT: u32 = 0xff_e7a3;
const PANEL: u32 = 0xf3_f2ee;
const LINE: u32 = 0xd9_d7d0;
const OF_SIDE: Pair<u32> = Pair { left: 0x1c_5a9c, right: 0xa0_470c };

/// Signs that make a text a formula once somebody edits its cell.
const FORMULAS: [char; 4] = ['=', '+', '-', '@'];

/// The direction from right to left, as the format counts them.
const FROM_RIGHT: u8 = 2;

/// Every look that a cell can have.
pub(super) struct Looks {
    pub(super) plain: Format,
    pub(super) head: Format,
    pub(super) conflict: Format,
    pub(super) count: Format,
    pub(super) figure: Format,
    pub(super) share: Format,
    /// Marked as text, so that it stays one when its cell is edited.
    kept_text: Format,
    from_right: Format,
    kept_from_right: Format,
    column: Format,
    column_of: Pair<Format>,
}

impl Looks {
    pub(super) fn new() -> Self {
        let plain = Format::new()
            .set_align(FormatAlign::Top)
            .set_align(FormatAlign::Left)
            .set_text_wrap()
            .set_indent(1)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE);
        let column = plain
            .clone()
            .set_bold()
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(PANEL)
            .set_border_bottom_color(INK);
        let number = centred(plain.clone());
        let from_right = plain.clone().set_reading_direction(FROM_RIGHT).set_align(FormatAlign::Right);
        Self {
            head: plain.clone().set_bold(),
            conflict: plain.clone().set_bold().set_background_color(CONFLICT),
            count: number.clone().set_num_format("0"),
            figure: plain.clone().set_num_format("0"),
            share: number.set_num_format("0.00"),
            kept_text: plain.clone().set_quote_prefix(),
            kept_from_right: from_right.clone().set_quote_prefix(),
            from_right,
            column_of: OF_SIDE.map(|colour| column.clone().set_font_color(colour)),
            column,
            plain,
        }
    }

    /// For the name of a column.
    pub(super) fn column(&self, column: &Column) -> Format {
        let look = column.side.map_or(&self.column, |side| &self.column_of[side]).clone();
        if column.of_numbers { centred(look) } else { look }
    }

    /// For a text, by what a spreadsheet could take it for and the way that it runs.
    pub(super) fn text(&self, text: &str, from_right: bool) -> &Format {
        match (text.trim_start().starts_with(FORMULAS), from_right) {
            (false, false) => &self.plain,
            (true, false) => &self.kept_text,
            (false, true) => &self.from_right,
            (true, true) => &self.kept_from_right,
        }
    }
}

/// In the middle of its column; an indent would push it out of it.
fn centred(look: Format) -> Format {
    look.set_indent(0).set_align(FormatAlign::Center)
}
