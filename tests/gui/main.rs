//! The window, driven by the names that a screen reader hears, without a display.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "a helper of tests fails its test")]

mod card;
mod columns;
mod compare;
mod correct;
mod findings;
mod harness;
mod images;
mod long;
mod raster;
mod welcome;

#[path = "../fixture/mod.rs"]
mod fixture;
