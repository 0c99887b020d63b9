//! Web pages, in any encoding.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| paragone_fuzz::read("a.html", bytes));
