//! Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, and a guess for legacy encodings.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::text::Note;

use super::Problem;

/// How files that are no text begin, whatever else is in them.
const SIGNATURES: [&[u8]; 12] = [
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"\x1f\x8b",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"7z\xbc\xaf",
    b"RIFF",
    b"SQLite format",
];

/// Text has next to no control characters; one in this many is taken for damage, more for a file of another kind.
const CONTROLS_IN_TEXT: usize = 200;

/// The bytes that tell UTF-16 without a mark: white space and Latin letters show within a page.
const READ_FOR_UTF_16: usize = 4_096;

/// A file is UTF-8 with some damage, not a legacy encoding, where whole characters outnumber broken ones by this.
const WHOLE_TO_BROKEN: usize = 10;

/// The text of the bytes with line ends unified to `\n`, and a note where the encoding had to be guessed.
///
/// # Errors
/// [`Problem::Binary`] where the bytes are no text in any known encoding.
pub fn decode(bytes: &[u8]) -> Result<(String, Vec<Note>), Problem> {
    decode_declared(bytes, None)
}

/// The same for bytes that say themselves in which encoding they are. A mark and whole UTF-8 go before what they say: a
/// page that was saved anew often still declares what it was in before.
pub(super) fn decode_declared(bytes: &[u8], label: Option<&str>) -> Result<(String, Vec<Note>), Problem> {
    if SIGNATURES.iter().any(|signature| bytes.starts_with(signature)) {
        return Err(Problem::Binary);
    }
    let declared = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    let (text, notes) = decoded(bytes, declared.filter(|encoding| *encoding != UTF_8));
    if is_text(&text) { Ok((unify_line_ends(&text).into_owned(), notes)) } else { Err(Problem::Binary) }
}

/// The text with every kind of line end turned into `\n`.
pub(super) fn unify_line_ends(text: &str) -> Cow<'_, str> {
    const ODD_ENDS: [char; 6] = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    if !text.contains(ODD_ENDS) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace(ODD_ENDS, "\n"))
}

fn decoded(bytes: &[u8], declared: Option<&'static Encoding>) -> (String, Vec<Note>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return marked(bytes.get(mark..).unwrap_or_default(), encoding);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return guessed(bytes, encoding);
    }
    match (std::str::from_utf8(bytes), declared) {
        // Japanese mail encodings are ASCII to the eye.
        (Ok(_), Some(encoding)) if !encoding.is_ascii_compatible() => marked(bytes, encoding),
        (Ok(text), _) => (text.to_owned(), Vec::new()),
        (Err(_), Some(encoding)) => marked(bytes, encoding),
        (Err(_), None) if is_damaged_utf_8(bytes) => marked(bytes, UTF_8),
        (Err(_), None) => guessed(bytes, legacy(bytes)),
    }
}

/// The text in an encoding that is certain.
fn marked(bytes: &[u8], encoding: &'static Encoding) -> (String, Vec<Note>) {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let damage = Note::warning("some characters are damaged in the file and are shown as \u{fffd}");
    (text.into_owned(), if broken { vec![damage] } else { Vec::new() })
}

/// The text in an encoding that is likely, and a note that says so.
fn guessed(bytes: &[u8], encoding: &'static Encoding) -> (String, Vec<Note>) {
    let (text, mut notes) = marked(bytes, encoding);
    notes.insert(0, Note::info(format!("encoding guessed: {}", encoding.name())));
    (text, notes)
}

/// UTF-16 shows in that all NUL bytes stand on even or all on odd places: white space and Latin letters have one each.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..READ_FOR_UTF_16).unwrap_or(bytes);
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, 1..) => Some(UTF_16LE),
        (1.., 0) => Some(UTF_16BE),
        _ => None,
    }
}

fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.matches('\u{fffd}').count();
    let whole = text.chars().filter(|c| !c.is_ascii()).count() - broken;
    whole > WHOLE_TO_BROKEN * broken
}

fn legacy(bytes: &[u8]) -> &'static Encoding {
    if has_only_signs(bytes) {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether the bytes past ASCII are dashes, quotes and other signs in Windows-1252 and no letters: a text in a language
/// that needs no more is far likelier than one of another code page in which every one of them happens to be a sign.
fn has_only_signs(bytes: &[u8]) -> bool {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    text.chars().filter(|c| !c.is_ascii()).all(|c| !c.is_alphabetic() && !c.is_control())
}

fn is_text(text: &str) -> bool {
    let controls = text.chars().filter(|&c| c.is_control() && !is_layout(c)).count();
    let unknown = text.matches('\u{fffd}').count();
    !text.contains('\0') && (controls + unknown) * CONTROLS_IN_TEXT <= text.len()
}

fn is_layout(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: &str = "Das Café öffnet früher – “endlich”, sagt der Wirt für alle Gäste.";

    fn text_of(bytes: &[u8]) -> String {
        decode(bytes).unwrap().0
    }

    fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn utf_8_with_and_without_a_mark() {
        assert_eq!(decode(SHORT.as_bytes()).unwrap(), (SHORT.to_owned(), Vec::new()));
        assert_eq!(decode(format!("\u{feff}{SHORT}").as_bytes()).unwrap(), (SHORT.to_owned(), Vec::new()));
    }

    #[test]
    fn utf_16_with_and_without_a_mark_in_both_orders() {
        for order in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            let (text, notes) = decode(&utf_16(SHORT, order)).unwrap();
            assert_eq!(text, SHORT);
            assert!(notes[0].message.starts_with("encoding guessed: UTF-16"), "{notes:?}");
            assert_eq!(decode(&utf_16(&format!("\u{feff}{SHORT}"), order)).unwrap(), (SHORT.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn windows_1252_is_guessed_on_short_texts() {
        for text in [SHORT, "The café’s owner said “no”.", "A £5 fee – paid twice.", "El niño llegó mañana."]
        {
            let (bytes, _, lost) = WINDOWS_1252.encode(text);
            assert!(!lost);
            let (decoded, notes) = decode(&bytes).unwrap();
            assert_eq!(decoded, text);
            assert_eq!(notes, [Note::info("encoding guessed: windows-1252")]);
        }
    }

    #[test]
    fn a_declared_encoding_goes_before_a_guess_and_behind_whole_utf_8() {
        let text = "Ładna łódź wróciła do portu.";
        let (bytes, _, _) = encoding_rs::ISO_8859_2.encode(text);
        assert_eq!(decode_declared(&bytes, Some("iso-8859-2")).unwrap(), (text.to_owned(), Vec::new()));
        assert_eq!(decode_declared(text.as_bytes(), Some("iso-8859-2")).unwrap().0, text);
        assert_eq!(decode_declared(text.as_bytes(), Some("no such")).unwrap().0, text);
    }

    #[test]
    fn a_few_broken_bytes_do_not_change_the_encoding() {
        let mut bytes = SHORT.repeat(20).into_bytes();
        bytes.push(0xe2);
        let (text, notes) = decode(&bytes).unwrap();
        assert!(text.starts_with(SHORT) && text.ends_with('\u{fffd}'));
        assert!(notes[0].message.contains("damaged"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..2_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for bytes in [&b"%PDF-1.7 text"[..], b"PK\x03\x04...", b"\x7fELF\x02", b"{\\rtf1 Text}", b"a\0b\0\0c", &noise] {
            assert!(matches!(decode(bytes), Err(Problem::Binary)), "{:?}", bytes.get(..8));
        }
    }

    #[test]
    fn line_ends_are_unified() {
        assert_eq!(text_of(b"one\r\ntwo\rthree\nfour"), "one\ntwo\nthree\nfour");
        assert_eq!(unify_line_ends("one\u{2028}two"), "one\ntwo");
    }
}
