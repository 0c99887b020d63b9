//! Streams that unpack to far more than a text needs, found before the library unpacks them: it knows no bounds.
//!
//! What is measured is Deflate, the packing of nearly all files, also packed several times. Pictures are not measured
//! since they are never unpacked. The older packings make of a byte at most some hundreds, and what is enciphered cannot
//! be measured from outside.

use std::io::Read as _;

use flate2::bufread::{DeflateDecoder, ZlibDecoder};

use super::super::{Problem, Watch};

/// What the streams of a file may unpack to, in bytes.
#[derive(Clone, Copy)]
struct Bounds {
    /// Each of them.
    one: u64,
    /// All that are no pictures.
    all: u64,
}

/// The drawings of a map on one page have some ten million bytes; a thousand full pages and their fonts, fifty million.
const BOUNDS: Bounds = Bounds { one: 50_000_000, all: 500_000_000 };

/// Something packed more often is packed to do harm; even twice is rare.
const MOST_LAYERS: usize = 3;

/// A stream's dictionary is no longer than this, in bytes; where it is, the end of it is looked at.
const LONGEST_DICTIONARY: usize = 2_000;

/// An error where the file holds what swells.
pub(super) fn check(file: &[u8], watch: &Watch) -> Result<(), Problem> {
    check_within(BOUNDS, file, watch)
}

fn check_within(bounds: Bounds, file: &[u8], watch: &Watch) -> Result<(), Problem> {
    let mut all = 0;
    for data in streams(file) {
        watch.go_on()?;
        all += unpacked(data, bounds.one, 1)?;
        if all > bounds.all {
            return Err(Problem::Swells);
        }
    }
    Ok(())
}

/// The file from the beginning of each stream on that is no picture. Where a stream ends its packing says itself.
fn streams(file: &[u8]) -> impl Iterator<Item = &[u8]> {
    const KEYWORD: &[u8] = b"stream";
    let keywords = memchr::memmem::find_iter(file, KEYWORD);
    keywords.filter_map(|at| {
        let before = file.get(at.saturating_sub(LONGEST_DICTIONARY)..at)?;
        let dictionary =
            memchr::memmem::rfind(before, b"obj").map_or(before, |start| before.get(start..).unwrap_or(before));
        let is_stream = before.trim_ascii_end().ends_with(b">>");
        let data = file.get(at + KEYWORD.len()..)?;
        let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).or_else(|| data.strip_prefix(b"\r"));
        data.filter(|_| is_stream && !is_picture(dictionary))
    })
}

/// Whether a dictionary calls its stream a picture. A drawing may have names that only begin so ("/ImageB").
fn is_picture(dictionary: &[u8]) -> bool {
    const NAME: &[u8] = b"/Image";
    let ends = |at: usize| !dictionary.get(at + NAME.len()).is_some_and(u8::is_ascii_alphanumeric);
    memchr::memmem::find_iter(dictionary, NAME).any(ends)
}

/// How many bytes come out of a stream in all, layer by layer; none where it is not packed.
fn unpacked(data: &[u8], most: u64, layer: usize) -> Result<u64, Problem> {
    let mut inner = Vec::new();
    // What comes before a damage counts: the library keeps it as well.
    let _ = match is_zlib(data) {
        true => ZlibDecoder::new(data).take(most + 1).read_to_end(&mut inner),
        false => DeflateDecoder::new(data).take(most + 1).read_to_end(&mut inner),
    };
    let length = inner.len() as u64;
    match is_zlib(&inner) {
        _ if length > most => Err(Problem::Swells),
        true if layer == MOST_LAYERS => Err(Problem::Swells),
        true => Ok(length + unpacked(&inner, most, layer + 1)?),
        false => Ok(length),
    }
}

/// Whether the data begins as packed data do (RFC 1950, 2.2).
fn is_zlib(data: &[u8]) -> bool {
    let &[method, flags, ..] = data else { return false };
    method & 0x0f == 8 && u16::from_be_bytes([method, flags]).is_multiple_of(31)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, ZlibEncoder};

    use super::*;

    const SMALL: Bounds = Bounds { one: 500_000, all: 3_000_000 };

    fn packed(data: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    fn file(dictionary: &str, data: &[u8]) -> Vec<u8> {
        let mut file = format!("%PDF-1.4\n4 0 obj <</Length 9{dictionary}>> stream\r\n").into_bytes();
        file.extend(data);
        file.extend(b"\nendstream endobj");
        file
    }

    fn is_refused(dictionary: &str, data: &[u8]) -> bool {
        matches!(check_within(SMALL, &file(dictionary, data), &Watch::default()), Err(Problem::Swells))
    }

    #[test]
    fn what_swells_is_found_however_it_is_packed() {
        let huge = vec![b' '; SMALL.one as usize + 1];
        let mut bare = DeflateEncoder::new(Vec::new(), Compression::fast());
        bare.write_all(&huge).unwrap();
        assert!(is_refused("/Filter/FlateDecode", &packed(&huge)));
        assert!(is_refused("/Filter/FlateDecode", &bare.finish().unwrap()));
        assert!(is_refused("/Filter[/FlateDecode/FlateDecode]", &packed(&packed(&huge))));
        assert!(is_refused("/Resources<</ProcSet[/PDF/ImageB]>>", &packed(&huge)));
        assert!(is_refused("", &packed(&packed(&packed(&packed(b"tide"))))));
    }

    #[test]
    fn usual_streams_and_pictures_are_let_through() {
        let page = b"BT /F 12 Tf (The tide rose.) Tj ET".repeat(9_000);
        assert!(!is_refused("/Filter/FlateDecode", &packed(&page)));
        assert!(!is_refused("", &page));
        assert!(!is_refused("", b""));
        let huge = vec![b' '; SMALL.one as usize + 1];
        assert!(!is_refused("/Subtype/Image/Filter/FlateDecode", &packed(&huge)));
    }

    #[test]
    fn many_streams_together_are_too_much() {
        let large = packed(&vec![b' '; SMALL.one as usize]);
        let streams = (SMALL.all / SMALL.one) as usize;
        let refused = |count: usize| check_within(SMALL, &file("", &large).repeat(count), &Watch::default()).is_err();
        assert!(!refused(streams) && refused(streams + 1));
    }

    #[test]
    fn a_reading_that_is_stopped_is_not_measured_on() {
        let watch = Watch::default();
        watch.stop();
        assert!(matches!(check(&file("", &packed(b"tide")), &watch), Err(Problem::Stopped)));
    }
}
