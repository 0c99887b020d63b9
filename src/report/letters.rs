//! What is taken out of a text, or stands for it, before it goes into a file: signs that a form forbids, that break a line, or
//! that turn the order of what follows. No word is lost by it.
//!
//! Forms differ in what they are for. A line is read by itself; a stretch of a paragraph keeps the spaces at its ends; an
//! edition keeps a text sign by sign, and shows where it cannot.

use std::borrow::Cow;

/// What stands for a sign that a form forbids.
const REPLACEMENT: char = '\u{fffd}';

/// A text on a line of its own: every run of white space and control characters is one space, with none at the ends.
///
/// A tab between words, a line break and a no-break space all become a space; what turns the order of letters goes.
pub fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").replace(is_dropped, "")
}

/// A stretch of a paragraph: every run of line breaks, tabs, control characters and plain spaces is one space. A no-break
/// space stays, as French and Czech typography needs it, and so do spaces at the ends.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    if is_printable(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| !is_dropped(c)) {
        match is_gap(c) {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The beginning of a text, with a sign where it was cut.
pub(super) fn clipped(text: &str, most: usize) -> String {
    let text = printable(text);
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.into_owned(),
    }
}

/// The same as [`printable`] without what draws nothing: letters are set anew on pages, where each must have a shape, lines
/// are broken and words are parted by ourselves.
#[cfg(feature = "typeset")]
pub(super) fn drawn(text: &str) -> String {
    let of = |c: char| match c {
        '\u{a0}' | '\u{202f}' => Some(c),
        _ if c.is_whitespace() => Some(' '),
        _ => (!draws_nothing(c)).then_some(c),
    };
    printable(text).chars().filter_map(of).collect()
}

/// A text sign by sign for XML, with [`REPLACEMENT`] for those that it does not know.
pub(super) fn for_xml(text: &str) -> Cow<'_, str> {
    replaced(text, is_unknown_to_xml)
}

/// Whether XML 1.0 has no such character (production 2, "Char").
pub(super) fn is_unknown_to_xml(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// A text sign by sign for HTML, with [`REPLACEMENT`] for what may not stand there ("Living Standard", 13.2.3.5): controls, and
/// what Unicode reserves.
pub(super) fn for_html(text: &str) -> Cow<'_, str> {
    replaced(text, |c| is_no_character(c) || c.is_control() && !matches!(c, '\n' | '\t'))
}

fn replaced(text: &str, forbidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&forbidden) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if forbidden(c) { REPLACEMENT } else { c }).collect())
}

fn is_printable(text: &str) -> bool {
    let mut before = 'x';
    text.chars().all(|c| {
        let stays = !is_dropped(c) && (!is_gap(c) || c == ' ' && before != ' ');
        before = c;
        stays
    })
}

/// What stands for a space: white space that breaks a line or a cell, and control characters.
fn is_gap(c: char) -> bool {
    c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn is_dropped(c: char) -> bool {
    turns_the_order(c) || is_no_character(c)
}

/// Embeddings, overrides and isolates, which would reach into words that are not the article's.
fn turns_the_order(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Numbers that Unicode keeps free of characters.
fn is_no_character(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// Marks of direction, joiners of nothing, soft hyphens, byte order marks and tags.
#[cfg(feature = "typeset")]
fn draws_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that may be in a text and breaks something somewhere.
    const HOSTILE: &str = " a\u{0}b\r\n\tc\u{202e}d\u{ffff}e\u{1b}[1m\u{a0}f ";

    #[test]
    fn words_stay_and_signs_that_break_out_go() {
        assert_eq!(one_line(HOSTILE), "a b cde [1m f");
        assert_eq!(printable(HOSTILE), " a b cde [1m\u{a0}f ");
        assert_eq!(printable("גשר <w:t> & “גשר”"), "גשר <w:t> & “גשר”");
    }

    #[test]
    fn a_clean_text_is_not_copied() {
        for form in [printable, for_xml, for_html] {
            assert!(matches!(form("The old weir broke."), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn a_long_text_is_cut_at_a_letter() {
        assert_eq!(clipped("Brücke über den Fluss", 6), "Brücke…");
        assert_eq!(clipped("Brücke", 6), "Brücke");
    }

    #[test]
    fn where_every_sign_counts_a_forbidden_one_leaves_its_place() {
        assert_eq!(for_xml(HOSTILE), " a\u{fffd}b\r\n\tc\u{202e}d\u{fffd}e\u{fffd}[1m\u{a0}f ");
        assert_eq!(for_html(HOSTILE), " a\u{fffd}b\u{fffd}\n\tc\u{202e}d\u{fffd}e\u{fffd}[1m\u{a0}f ");
        assert_eq!(for_html("\u{fdd0}\u{1fffe}"), "\u{fffd}\u{fffd}");
    }

    #[cfg(feature = "typeset")]
    #[test]
    fn on_a_page_is_only_what_can_be_drawn() {
        assert_eq!(drawn("a\u{202e}b\u{0}c\nd\u{2066}e\u{feff}f\u{ad}g\u{2003}h\u{a0}i"), "ab c defg h\u{a0}i");
    }
}
