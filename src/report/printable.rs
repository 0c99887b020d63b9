//! What is taken out of a text before it goes into a file of an office program: signs that XML forbids, that end a line
//! inside a cell, or that turn the order of what follows. No word is lost by it.

use std::borrow::Cow;

/// The text with every run of line breaks, tabs, control characters and plain spaces as one space, and without bidirectional
/// controls and noncharacters. A no-break space stays, as French and Czech typography needs it.
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

/// Embeddings, overrides and isolates, which would reach into words that are not the article's; noncharacters.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_and_signs_that_break_out_go() {
        assert_eq!(printable("a\u{0}b\r\n\tc\u{202e}d\u{ffff}e\u{1b}[1m"), "a b cde [1m");
        assert_eq!(printable(" kept  as\u{a0}it is "), " kept as\u{a0}it is ");
        assert_eq!(printable("גשר <w:t> & “גשר”"), "גשר <w:t> & “גשר”");
    }

    #[test]
    fn a_clean_text_is_not_copied() {
        assert!(matches!(printable("The old weir broke."), Cow::Borrowed(_)));
    }

    #[test]
    fn a_long_text_is_cut_at_a_letter() {
        assert_eq!(clipped("Brücke über den Fluss", 6), "Brücke…");
        assert_eq!(clipped("Brücke", 6), "Brücke");
    }
}
