//! Every limit of the reading of files, at the files it is for: each gets the sentence that says what it is.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use paragone::load::{MOST_BYTES, Problem, RawArticle};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

type Part<'a> = (&'a str, &'a [u8]);

const TYPES: Part<'static> = ("[Content_Types].xml", b"<Types/>");
const MIMETYPE: Part<'static> = ("mimetype", b"application/vnd.oasis.opendocument.text");
const CONTAINER: Part<'static> =
    ("META-INF/container.xml", b"<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>");
const CONTENTS: Part<'static> = (
    "book.opf",
    b"<package><manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>",
);

fn archive(parts: &[Part<'_>]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A Word document, an OpenDocument text and a book with this XML as their text.
fn documents(prologue: &str, text: &str) -> [(&'static str, Vec<u8>); 3] {
    let word = format!("{prologue}<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>");
    let open = format!("{prologue}<office:text><text:p>{text}</text:p></office:text>");
    let book = format!("{prologue}<html><body><p>{text}</p></body></html>");
    [
        ("a.docx", archive(&[TYPES, ("word/document.xml", word.as_bytes())])),
        ("a.odt", archive(&[MIMETYPE, ("content.xml", open.as_bytes())])),
        ("a.epub", archive(&[CONTAINER, CONTENTS, ("a.xhtml", book.as_bytes())])),
    ]
}

fn problem(name: &str, bytes: &[u8]) -> Problem {
    RawArticle::from_bytes(name, bytes).unwrap_err().problem
}

#[test]
fn bytes_that_are_too_many_are_not_read() {
    let bytes = vec![b'a'; usize::try_from(MOST_BYTES).unwrap() + 1];
    assert!(matches!(problem("a.txt", &bytes), Problem::TooLarge));
}

#[test]
fn a_text_longer_than_any_book_is_refused() {
    let long = "The mast of Westhaven fell. ".repeat(220_000);
    assert!(matches!(problem("a.txt", long.as_bytes()), Problem::TooLong));
    for name in ["a.txt", "a.md", "a.rtf"] {
        let line = if name == "a.rtf" { "a\\par\n" } else { "a\n" };
        let start = if name == "a.rtf" { "{\\rtf1 " } else { "" };
        let bytes = format!("{start}{}", line.repeat(500_001));
        assert!(matches!(problem(name, bytes.as_bytes()), Problem::TooLong), "{name}");
    }
}

#[test]
fn an_entity_is_never_expanded() {
    let mut laughs = "<!DOCTYPE a [<!ENTITY l0 'ha'>".to_owned();
    for n in 1..30 {
        write!(laughs, "<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10)).unwrap();
    }
    laughs.push_str("<!ENTITY file SYSTEM 'file:///etc/hostname'>]>");
    for (name, bytes) in documents(&laughs, "The tide &l29; rose &file;.") {
        let article = RawArticle::from_bytes(name, &bytes).unwrap();
        assert_eq!(article.text, "The tide &l29; rose &file;.", "{name}");
    }
}

#[test]
fn elements_nested_too_deep_are_damage() {
    for (name, bytes) in documents("", &"<b>".repeat(200_000)) {
        assert!(matches!(problem(name, &bytes), Problem::Damaged), "{name}");
    }
    let rich = format!("{{\\rtf1 {}", "{".repeat(200_000));
    assert!(matches!(problem("a.rtf", rich.as_bytes()), Problem::Damaged));
}

#[test]
fn an_archive_of_too_many_parts_is_refused() {
    let many: Vec<String> = (0..10_001).map(|n| format!("word/{n}.xml")).collect();
    let many: Vec<Part<'_>> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!(matches!(problem("a.docx", &archive(&many)), Problem::Swells));
}

#[test]
fn an_archive_with_a_password_says_so() {
    // Flags of the local and the central headers (APPNOTE 4.3.7, 4.3.12); bit 0 says "encrypted".
    let mut bytes = archive(&[TYPES, ("word/document.xml", b"<w:p/>")]);
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        for at in 0..bytes.len() - 4 {
            if bytes[at..].starts_with(signature) {
                bytes[at + flags] |= 1;
            }
        }
    }
    assert!(matches!(problem("a.docx", &bytes), Problem::Locked));
}

#[test]
fn documents_with_a_password_say_so() {
    let manifest: Part<'_> = (
        "META-INF/manifest.xml",
        b"<manifest:manifest><manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
    );
    let old = archive(&[MIMETYPE, ("content.xml", b"\x9e\x01\xd2"), manifest]);
    let new = archive(&[MIMETYPE, ("encrypted-package", b"\x9e\x01\xd2"), manifest]);
    let locks: Part<'_> = ("META-INF/encryption.xml", b"<encryption><CipherReference URI='a.xhtml'/></encryption>");
    let book = archive(&[CONTAINER, CONTENTS, ("a.xhtml", b"\x9e\x01\xd2"), locks]);
    let word: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let word = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &word].concat();
    for (name, bytes) in [("a.odt", old), ("b.odt", new), ("a.epub", book), ("a.docx", word)] {
        assert!(matches!(problem(name, &bytes), Problem::Locked), "{name}");
    }
}

#[test]
fn an_old_document_is_named_for_what_it_is() {
    let old = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600]].concat();
    assert!(matches!(problem("a.doc", &old), Problem::OldOffice));
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;

    /// A PDF of pages that share one content.
    fn file(pages: usize, content: &[u8], entries: &str) -> Vec<u8> {
        let page = "/Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Resources<</Font<</F 4 0 R>>/XObject<</X 5 0 R>>>>";
        let kids: String = (0..pages).map(|n| format!("{} 0 R ", n + 10)).collect();
        let mut file = format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {pages}>>endobj\n\
             4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        )
        .into_bytes();
        for n in 0..pages {
            file.extend(format!("{} 0 obj<<{page}/Contents 5 0 R>>endobj\n", n + 10).bytes());
        }
        file.extend(format!("5 0 obj<<{entries}/Length {}>>stream\n", content.len()).bytes());
        file.extend(content);
        file.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        file
    }

    #[test]
    fn pages_beyond_the_last_that_is_read_are_told_of() {
        let content = b"BT /F 12 Tf 10 150 Td (The tide rose.) Tj ET";
        let whole = RawArticle::from_bytes("a.pdf", &file(1_000, content, "")).unwrap();
        let longer = RawArticle::from_bytes("a.pdf", &file(1_001, content, "")).unwrap();
        assert!(whole.notes.is_empty() && whole.text == longer.text);
        assert_eq!(longer.notes[0].message, "only the first 1000 pages are read");
    }

    #[test]
    fn a_drawing_that_draws_itself_ends() {
        let form = "/Type/XObject/Subtype/Form/BBox[0 0 300 200]/Resources<</XObject<</X 5 0 R>>>>";
        let read = RawArticle::from_bytes("a.pdf", &file(1, &b"/X Do ".repeat(20), form));
        assert!(read.is_err());
    }

    #[test]
    fn pages_of_pictures_say_so() {
        let picture = b"q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q";
        let problem = problem("a.pdf", &file(3, picture, ""));
        assert!(problem.to_string().starts_with("this PDF holds pictures of text; Paragone reads text only"));
    }

    #[test]
    fn a_page_that_swells_is_refused() {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(&vec![b' '; 60_000_000]).unwrap();
        let bytes = file(1, &packed.finish().unwrap(), "/Filter/FlateDecode");
        assert!(bytes.len() < 1_000_000);
        assert!(matches!(problem("a.pdf", &bytes), Problem::Swells));
    }
}
