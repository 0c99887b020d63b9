//! What a stage wants the reader to know.

use serde::{Deserialize, Serialize};

/// How much a [`Note`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Good to know.
    Info,
    /// The result may be less than the reader expects.
    Warning,
}

/// One sentence from a stage to the reader; stages never fail on odd text, they note it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Note {
    /// How much it matters.
    pub level: Level,
    /// One sentence for a person.
    pub message: String,
}

impl Note {
    /// Good to know.
    pub fn info(message: impl Into<String>) -> Self {
        Self { level: Level::Info, message: message.into() }
    }

    /// The result may be less than the reader expects.
    pub fn warning(message: impl Into<String>) -> Self {
        Self { level: Level::Warning, message: message.into() }
    }
}
