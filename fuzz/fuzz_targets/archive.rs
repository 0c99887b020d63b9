//! Archives as they are: their tables, headers and packed parts.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| paragone_fuzz::read("a.docx", bytes));
