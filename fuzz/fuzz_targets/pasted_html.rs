//! HTML from the clipboard.

#![no_main]

use paragone::load::RawArticle;

libfuzzer_sys::fuzz_target!(|html: &str| paragone_fuzz::check(&RawArticle::from_pasted_html("pasted text", html)));
