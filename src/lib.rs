//! Paragone reads two articles side by side.

pub mod align;
pub mod claims;
pub mod clean;
pub mod comparison;
#[cfg(feature = "gui")]
pub mod gui;
pub mod load;
pub mod report;
pub mod segment;
pub mod text;
pub mod wording;

// The fixtures shared with the window's tests name the crate as those do.
#[cfg(test)]
extern crate self as paragone;
