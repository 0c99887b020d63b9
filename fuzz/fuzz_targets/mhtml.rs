//! Pages that a browser saved as one file.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| paragone_fuzz::read("a.mhtml", bytes));
