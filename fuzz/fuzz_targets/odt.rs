//! OpenDocument texts by the XML of their parts.

#![no_main]

use paragone_fuzz::{archive, read};

const FIXED: [(&str, &str); 1] = [("mimetype", "application/vnd.oasis.opendocument.text")];
const PARTS: [&str; 4] = ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"];

libfuzzer_sys::fuzz_target!(|input: &[u8]| read("a.odt", &archive(&FIXED, &PARTS, input)));
