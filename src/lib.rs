//! Paragone reads two articles side by side.

pub mod align;
pub mod claims;
pub mod clean;
pub mod cli;
pub mod comparison;
pub mod load;
pub mod report;
pub mod segment;
pub mod text;
pub mod wording;
