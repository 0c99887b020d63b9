//! The code pages of rich text, by the number of the page or of a font's character set.

use encoding_rs::*;

/// The encoding of `\ansicpg`; most files say 1252 or nothing.
pub(super) fn of_page(page: Option<i64>) -> &'static Encoding {
    match page {
        Some(874) => WINDOWS_874,
        Some(932) => SHIFT_JIS,
        Some(936) => GBK,
        Some(949) => EUC_KR,
        Some(950) => BIG5,
        Some(1250) => WINDOWS_1250,
        Some(1251) => WINDOWS_1251,
        Some(1253) => WINDOWS_1253,
        Some(1254) => WINDOWS_1254,
        Some(1255) => WINDOWS_1255,
        Some(1256) => WINDOWS_1256,
        Some(1257) => WINDOWS_1257,
        Some(1258) => WINDOWS_1258,
        Some(10_000) => MACINTOSH,
        Some(65_001) => UTF_8,
        _ => WINDOWS_1252,
    }
}

/// The encoding of a font's `\fcharset`; `None` where that is the document's own.
pub(super) fn of_font(charset: Option<i64>) -> Option<&'static Encoding> {
    let page = match charset? {
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    Some(of_page(Some(page)))
}
