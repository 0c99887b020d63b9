//! A project: two sources, how they are compared, and everything the reader did to the comparison, in one file.
//!
//! The texts are frozen inside, so a project shows the same whatever becomes of the files it was made from. What follows
//! from them is not saved but worked out again. The file is readable JSON, a line of text a line, so that versions of it can
//! be compared; what a later version of the program wrote into it is kept when it is saved.

mod check;
mod damage;
mod file;
mod form;
mod json;
mod lock;
mod name;
mod part;
mod reading;
mod recovery;
mod rest;
mod sift;
mod trouble;
mod whole;

use serde_json::{Map, Value};

use crate::comparison::{Edits, Options};
use crate::load::RawArticle;
use crate::text::Pair;

pub use damage::Damage;
pub use file::{Cause, OpenError, SaveError, Stamp, backup_of, open, save};
pub use form::write;
pub use lock::{Lock, Locking};
pub use name::{is_project, original_of, suggested_name, whole_path, with_project_ending};
pub use reading::read;
pub use recovery::{Recovered, Recovery};
pub use whole::{WriteError, write_whole};

/// The ending of a project's file, without the dot.
pub const ENDING: &str = "paragone";

/// The version of the form that this program writes; files of later versions are opened, but not saved over.
pub const VERSION: u64 = 1;

/// A comparison that can be taken up again.
///
/// ```
/// use paragone::load::RawArticle;
/// use paragone::project::{Project, read, write};
/// use paragone::text::Pair;
///
/// let articles = Pair::new("It rained.", "Rain fell.").map(|text| RawArticle::from_text("pasted text", text));
/// let project = Project::new(articles);
/// let again = read(&write(&project)).expect("what was written can be read");
/// assert_eq!(again.project, project);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// The sources.
    pub sources: Pair<Stored>,
    /// How they are compared.
    pub options: Options,
    /// The reader's corrections, notes and reviews.
    pub edits: Edits,
    /// Fields of the file that this version does not know, each at its place; written again with the rest.
    pub unknown: Map<String, Value>,
}

/// A source as it was when it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The article with its text.
    pub article: RawArticle,
    /// When it was read, as ISO 8601 in UTC; `None` where nobody knows.
    pub read: Option<String>,
    /// Fields that this version does not know.
    pub unknown: Map<String, Value>,
}

impl Project {
    /// A project of two articles that nobody has touched yet.
    pub fn new(articles: Pair<RawArticle>) -> Self {
        Self {
            sources: articles.map(|article| Stored { article, read: None, unknown: Map::new() }),
            options: Options::default(),
            edits: Edits::default(),
            unknown: Map::new(),
        }
    }
}

/// A project that was read, with what the reader should know about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The project.
    pub project: Project,
    /// It was written by a later version, which it would be a pity to save over: that version and ours.
    pub newer: Option<u64>,
    /// What could not be read and was left out, a sentence each.
    pub lost: Vec<String>,
}

#[cfg(test)]
mod tests;
