//! PDF files as they are.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    paragone_fuzz::allow_caught_panics();
    paragone_fuzz::read("a.pdf", bytes);
});
