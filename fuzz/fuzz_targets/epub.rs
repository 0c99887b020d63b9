//! Books by the XML of their parts.

#![no_main]

use paragone_fuzz::{archive, read};

const FIXED: [(&str, &str); 1] = [(
    "META-INF/container.xml",
    "<container><rootfiles><rootfile full-path='EPUB/content.opf'/></rootfiles></container>",
)];
const PARTS: [&str; 4] =
    ["EPUB/text/ch001.xhtml", "EPUB/content.opf", "EPUB/text/title_page.xhtml", "META-INF/encryption.xml"];

libfuzzer_sys::fuzz_target!(|input: &[u8]| read("a.epub", &archive(&FIXED, &PARTS, input)));
