//! Why a project's file cannot be opened: what, where, and what to try.

use thiserror::Error;

/// What is wrong with the text of a project's file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Damage {
    /// It is no JSON.
    #[error("it is damaged at line {line}, column {column}; open its backup (the same name with .bak) instead")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is JSON, but not ours.
    #[error("it is no project of Paragone; open it as a source if it holds an article")]
    Foreign,
    /// A part of it is not what it must be.
    #[error("it is damaged in “{part}” ({why}); open its backup (the same name with .bak) instead")]
    Part {
        /// Which part, by the names of its fields.
        part: String,
        /// What is wrong there.
        why: String,
    },
    /// It is larger than any project.
    #[error("it is larger than {} MB, which no project is", super::file::MOST_BYTES / 1_000_000)]
    TooLarge,
}
