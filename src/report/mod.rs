//! The comparison in the forms in which it leaves the program. Every one is derived from the same
//! [`Comparison`](crate::comparison::Comparison) and recomputes nothing.

pub mod csv;
pub mod docx;
mod entry;
#[cfg(any(feature = "gui", feature = "typeset"))]
pub mod faces;
mod form;
pub mod html;
pub mod json;
pub mod letters;
mod made;
pub mod markdown;
mod marked;
mod noted;
#[cfg(test)]
mod opened;
#[cfg(feature = "typeset")]
pub mod pdf;
mod tally;
pub mod tei;
pub mod text;
mod title;
mod why;
pub mod words;
pub mod xlsx;

pub use entry::{Choice, Entry, Listed, Report, names};
pub use form::Form;
pub use noted::{Noted, On};

/// What a report leaves out or puts in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// List claims that look different and are not, too.
    pub agreements: bool,
    /// Say under each row of the text why its sentences are linked; the JSON always does.
    pub reasons: bool,
}
