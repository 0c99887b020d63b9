//! What is drawn on a page of a PDF, without the shell around it.
//!
//! The input is cut at its zero bytes: the content of the page, the dictionary of its font, more resources, more objects.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    paragone_fuzz::allow_caught_panics();
    paragone_fuzz::read("a.pdf", &file(input));
});

const USUAL_FONT: &[u8] = b"/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding";

/// A file of one page, with a drawing that has the page's content, too. Objects from 8 on are free for the input.
fn file(input: &[u8]) -> Vec<u8> {
    let mut pieces = input.splitn(4, |&byte| byte == 0);
    let content = pieces.next().unwrap_or_default();
    let font = pieces.next().unwrap_or(USUAL_FONT);
    let resources = pieces.next().unwrap_or_default();
    let objects = pieces.next().unwrap_or_default();
    let length = content.len().to_string();
    let parts: [&[u8]; 16] = [
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Resources 7 0 R/Contents 4 0 R>>endobj\n4 0 obj<</Length ",
        length.as_bytes(),
        b">>stream\n",
        content,
        b"\nendstream endobj\n6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 300 200]/Resources 7 0 R/Length ",
        length.as_bytes(),
        b">>stream\n",
        content,
        b"\nendstream endobj\n5 0 obj<<",
        font,
        b">>endobj\n7 0 obj<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>",
        resources,
        b">>endobj\n",
        objects,
        b"\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    ];
    parts.concat()
}
