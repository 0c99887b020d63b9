//! The window, driven by the names that a screen reader hears, without a display.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "a helper of tests fails its test")]

mod card;
mod column_signs;
mod columns;
mod commands;
mod compare;
mod copy;
mod correct;
mod detail;
mod export;
mod find;
mod findings;
mod harness;
mod images;
mod keyboard;
mod long;
mod look_over;
mod mend;
mod overview;
mod projects;
mod pull;
mod raster;
mod reload;
mod remarks;
mod resizing;
mod screens;
mod select;
mod sources;
mod welcome;

#[path = "../fixture/mod.rs"]
mod fixture;
