//! Word documents by the XML of their parts.

#![no_main]

use paragone_fuzz::{archive, read};

const FIXED: [(&str, &str); 1] = [("[Content_Types].xml", "<Types/>")];
const PARTS: [&str; 6] = [
    "word/document.xml",
    "word/styles.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "docProps/core.xml",
    "_rels/.rels",
];

libfuzzer_sys::fuzz_target!(|input: &[u8]| read("a.docx", &archive(&FIXED, &PARTS, input)));
