//! Characters that only say where a word may be broken, or that nothing stands there: no part of what is read.

use std::borrow::Cow;

/// Whether a character is not seen: a soft hyphen, a space without width, the mark of a file's beginning.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The text as it is seen. Left in, such a character would cut a word in two.
pub(super) fn without(text: &str) -> Cow<'_, str> {
    if text.contains(is_invisible) {
        Cow::Owned(text.chars().filter(|c| !is_invisible(*c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}
