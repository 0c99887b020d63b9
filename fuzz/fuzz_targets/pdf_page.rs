//! What is drawn on a page of a PDF: the input is the page's content, and behind a zero byte the dictionary of its font.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    paragone_fuzz::allow_caught_panics();
    paragone_fuzz::read("a.pdf", &file(input));
});

/// A file of one page, with a font and a drawing that has the page's content, too.
fn file(input: &[u8]) -> Vec<u8> {
    let mut pieces = input.splitn(2, |&byte| byte == 0);
    let content = pieces.next().unwrap_or_default();
    let font: &[u8] = pieces.next().unwrap_or(b"/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding");
    let length = content.len();
    let resources = "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>";
    let mut file = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]{resources}/Contents 4 0 R>>endobj\n"
    )
    .into_bytes();
    for (number, entries) in [(4, ""), (6, "/Type/XObject/Subtype/Form/BBox[0 0 300 200]")] {
        let resources = if number == 6 { resources } else { "" };
        file.extend(format!("{number} 0 obj<<{entries}{resources}/Length {length}>>stream\n").bytes());
        file.extend(content);
        file.extend(b"\nendstream endobj\n");
    }
    file.extend(b"5 0 obj<<");
    file.extend(font);
    file.extend(b">>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    file
}
