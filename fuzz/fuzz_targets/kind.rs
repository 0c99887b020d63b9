//! Bytes of any kind, under a name that says nothing.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| paragone_fuzz::read("a", bytes));
