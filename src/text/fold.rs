//! The comparison form of a text: what is left when only typography differs.

use unicode_normalization::UnicodeNormalization as _;

/// Lower case, compatibility forms unified (NFKC), typographic quotes, dashes and apostrophes made plain,
/// soft hyphens and zero-width characters dropped.
///
/// ```
/// assert_eq!(paragone::text::fold("“Don’t – STOP”"), "\"don't - stop\"");
/// ```
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkc().flat_map(char::to_lowercase).filter_map(plain).collect()
}

/// The plain form of a typographic character; `None` for one that is not seen.
pub fn plain(c: char) -> Option<char> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return None,
        other => other,
    })
}

/// The comparison form with everything but letters and digits dropped: two texts with the same key differ in typography only.
///
/// ```
/// use paragone::text::letters;
/// assert_eq!(letters("Co-operate, now!"), letters("co–operate now"));
/// ```
pub fn letters(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(char::is_alphanumeric);
    folded
}
