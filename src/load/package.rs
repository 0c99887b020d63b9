//! The parts of a file that is a zip archive inside, as those of word processors and electronic books are.

use std::io::{Cursor, Read as _};

use encoding_rs::{Encoding, UTF_8};
use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Visitor, walk};
use super::{Problem, RawArticle, Watch, docx, epub, foreign, html, odt};

/// An archive has no more parts than this: a book of a thousand chapters with a picture each has fewer.
const MOST_PARTS: usize = 10_000;

/// What the parts of an archive may unpack to, in bytes.
#[derive(Clone, Copy)]
struct Bounds {
    /// Each of them.
    one: u64,
    /// All that are read.
    all: u64,
}

/// The text of a long novel has 5 MB with all its markup.
const BOUNDS: Bounds = Bounds { one: 50_000_000, all: 100_000_000 };

/// An opened archive.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    bounds: Bounds,
    unpacked: u64,
    /// Who waits for what is in it.
    pub(super) watch: &'a Watch,
}

impl<'a> Package<'a> {
    /// Opens an archive by its table of contents; nothing is unpacked yet.
    pub(super) fn open(bytes: &'a [u8], watch: &'a Watch) -> Result<Self, Problem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(Problem::Swells);
        }
        Ok(Self { archive, bounds: BOUNDS, unpacked: 0, watch })
    }

    /// The names of all parts, in the order of the archive.
    pub(super) fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect()
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The bytes of a part.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Problem> {
        self.watch.go_on()?;
        let part = self.archive.by_name(name).map_err(|error| problem(&error))?;
        // The size that the archive names may be a lie, so what is unpacked is counted.
        let most = self.bounds.one.min(self.bounds.all - self.unpacked);
        let mut bytes = Vec::new();
        part.take(most + 1).read_to_end(&mut bytes).map_err(|_| Problem::Damaged)?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(Problem::Swells);
        }
        self.unpacked += length;
        Ok(bytes)
    }

    /// The text of a part.
    pub(super) fn text(&mut self, name: &str) -> Result<String, Problem> {
        let bytes = self.bytes(name)?;
        let (encoding, mark) = Encoding::for_bom(&bytes).unwrap_or((UTF_8, 0));
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        Ok(text.into_owned())
    }

    /// The text of a part that an archive may do without.
    pub(super) fn text_if_any(&mut self, name: &str) -> Result<Option<String>, Problem> {
        if self.has(name) { self.text(name).map(Some) } else { Ok(None) }
    }

    /// Tells a visitor the XML of a part.
    pub(super) fn walk(&mut self, name: &str, visitor: &mut impl Visitor) -> Result<(), Problem> {
        walk(&self.text(name)?, visitor, self.watch)
    }

    /// Tells a visitor the XML of a part that an archive may do without; whether it is there.
    pub(super) fn walk_if_any(&mut self, name: &str, visitor: &mut impl Visitor) -> Result<bool, Problem> {
        let is_there = self.has(name);
        if is_there {
            self.walk(name, visitor)?;
        }
        Ok(is_there)
    }
}

/// The article in an archive, by what its parts are called.
pub(super) fn article(bytes: &[u8], origin: &str, watch: &Watch) -> Result<RawArticle, Problem> {
    let mut package = Package::open(bytes, watch)?;
    match () {
        () if docx::is_in(&package) => docx::article(&mut package, origin),
        () if odt::is_in(&mut package) => odt::article(&mut package, origin),
        () if epub::is_in(&package) => epub::article(&mut package, origin),
        () => {
            let names = package.names();
            let page = only_page(&names).ok_or_else(|| foreign::problem_of_archive(&names))?;
            html::document(origin, &package.bytes(page)?)
        }
    }
}

/// The only web page among these parts, as programs on the web export a document: the page and its pictures.
fn only_page(names: &[String]) -> Option<&String> {
    let mut pages = names.iter().filter(|name| {
        let name = name.to_ascii_lowercase();
        (name.ends_with(".html") || name.ends_with(".htm")) && !name.starts_with("__macosx/")
    });
    pages.next().filter(|_| pages.next().is_none())
}

/// What is wrong with a part that cannot be opened.
fn problem(error: &ZipError) -> Problem {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Problem::Locked,
        _ => Problem::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::super::BlockKind;
    use super::*;

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_part_that_swells_is_refused() {
        let read = |lengths: [usize; 3]| {
            let parts = lengths.map(|length| vec![b' '; length]);
            let bytes = archive(&[("a", &parts[0]), ("b", &parts[1]), ("c", &parts[2])]);
            let watch = Watch::default();
            let mut package = Package { bounds: Bounds { one: 1_000, all: 2_000 }, ..Package::open(&bytes, &watch)? };
            ["a", "b", "c"].iter().try_for_each(|part| package.bytes(part).map(|_| ()))
        };
        assert!(read([1_000, 500, 500]).is_ok());
        assert!(matches!(read([1_001, 0, 0]), Err(Problem::Swells)));
        assert!(matches!(read([1_000, 500, 501]), Err(Problem::Swells)));
    }

    #[test]
    fn a_page_with_its_pictures_is_read_and_an_archive_of_anything_else_is_not() {
        let page = archive(&[("images/a.png", b"\x89PNG"), ("Tide.html", b"<h1>Tide</h1><p>It rose.</p>")]);
        assert_eq!(article(&page, "Tide.zip", &Watch::default()).unwrap().text, "Tide\n\nIt rose.");
        for parts in [&[("a.txt", &b"The tide rose."[..])][..], &[("a.html", b"<p>One"), ("b.html", b"<p>Two")]] {
            assert!(matches!(article(&archive(parts), "a.zip", &Watch::default()), Err(Problem::Foreign { .. })));
        }
    }

    #[test]
    fn what_stands_in_charts_stands_aside() {
        let word = archive(&[
            ("[Content_Types].xml", b""),
            ("word/document.xml", b"<w:body><w:p><w:r><w:t>The tide rose.</w:t></w:r></w:p></w:body>"),
            ("word/diagrams/data1.xml", b"<d><a:p><a:r><a:t>Flood</a:t></a:r></a:p></d>"),
        ]);
        let text = archive(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", b"<office:body><text:p>The tide rose.</text:p></office:body>"),
            ("Object 1/content.xml", b"<office:chart><chart:title><text:p>Flood</text:p></chart:title></office:chart>"),
        ]);
        for bytes in [word, text] {
            let read = article(&bytes, "test", &Watch::default()).unwrap();
            assert_eq!(read.text, "The tide rose.\n\nFlood");
            assert_eq!(read.blocks[1].kind, BlockKind::Furniture);
        }
    }

    #[test]
    fn parts_in_utf_16_are_text() {
        let wide: Vec<u8> = "\u{feff}<a>é</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let bytes = archive(&[("a.xml", &wide)]);
        assert_eq!(Package::open(&bytes, &Watch::default()).unwrap().text("a.xml").unwrap(), "<a>é</a>");
    }
}
