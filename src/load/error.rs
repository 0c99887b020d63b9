//! Why an article could not be read: what, where, and what to try.

use thiserror::Error;

/// An article that could not be read. Its message is one sentence for a person.
#[derive(Debug, Error)]
#[error("{origin}: {problem}")]
pub struct LoadError {
    /// Which source.
    pub origin: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with a source.
#[derive(Debug, Error)]
pub enum Problem {
    /// Nothing has that name.
    #[error("there is no such file; check the name and the folder")]
    Missing,
    /// The name is a folder's.
    #[error("this is a folder; choose a file in it")]
    Folder,
    /// Nothing but white space.
    #[error("it holds no text; choose another file or paste the text")]
    Empty,
    /// More than [`super::MOST_BYTES`].
    #[error("it is larger than {} MB, which no article is; save the article alone and try again", super::MOST_BYTES / 1_000_000)]
    TooLarge,
    /// Not text in any encoding that is known.
    #[error("it does not hold text that can be read; save it as plain text (.txt) and try again")]
    Binary,
    /// The system said no.
    #[error("it cannot be read ({0}); check that it still exists and may be opened")]
    System(std::io::Error),
}
