//! What the caller asks for.

use serde::{Deserialize, Serialize};

use crate::align::{Matching, Semantics};
use crate::text::Language;

/// How two articles are to be compared. Options change what is computed; what is shown is each output's own matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// The language of both; guessed for each where not given.
    pub language: Option<Language>,
    /// Take nothing out of the articles.
    pub keep_everything: bool,
    /// How sure the program must be to link two sentences.
    pub matching: Matching,
    /// What the aligner knows of the meaning of words. It belongs to the machine, so it is never saved with a project.
    #[serde(skip)]
    pub semantics: Semantics,
}
