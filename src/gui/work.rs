//! What a reader has in hand: two texts and what was done to them. It is what a project keeps, with the texts shared, so
//! that it can be handed to the thread that writes it without copying them.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::comparison::{Edits, Options};
use crate::load::{RawArticle, Source};
use crate::project::{Project, Stored};
use crate::text::Pair;

use super::jobs::Task;

/// What a project's file is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The articles.
    pub articles: Pair<Arc<RawArticle>>,
    /// How they are compared.
    pub options: Options,
    /// The reader's corrections, notes and reviews.
    pub edits: Edits,
    /// What of a project the window only passes on.
    pub rest: Rest,
}

/// What of a project the window only passes on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rest {
    /// When each source was read, as ISO 8601 in UTC; `None` where nobody knows.
    pub read: Pair<Option<String>>,
    /// Fields of each source that this version does not know.
    pub of_sources: Pair<Map<String, Value>>,
    /// Fields of the project that this version does not know.
    pub of_project: Map<String, Value>,
}

impl Rest {
    /// The same for the sources exchanged.
    pub fn swap(self) -> Self {
        Self { read: self.read.swap(), of_sources: self.of_sources.swap(), ..self }
    }
}

impl From<Project> for Work {
    fn from(project: Project) -> Self {
        let Project { sources, options, edits, unknown } = project;
        let parts = sources.map(|Stored { article, read, unknown }| (Arc::new(article), (read, unknown)));
        let (left, right) = (parts.left, parts.right);
        Self {
            articles: Pair::new(left.0, right.0),
            options,
            edits,
            rest: Rest {
                read: Pair::new(left.1.0, right.1.0),
                of_sources: Pair::new(left.1.1, right.1.1),
                of_project: unknown,
            },
        }
    }
}

impl Work {
    /// The project of it.
    pub fn project(&self) -> Project {
        let stored = |side| Stored {
            article: RawArticle::clone(&self.articles[side]),
            read: self.rest.read[side].clone(),
            unknown: self.rest.of_sources[side].clone(),
        };
        Project {
            sources: Pair::from_fn(stored),
            options: self.options.clone(),
            edits: self.edits.clone(),
            unknown: self.rest.of_project.clone(),
        }
    }

    /// The comparison to make of it.
    pub fn task(&self) -> Task {
        Task {
            sources: self.articles.as_ref().map(|article| source_named(&article.card.origin)),
            articles: self.articles.clone(),
            options: self.options.clone(),
            edits: self.edits.clone(),
        }
    }

    /// What its sources are called.
    pub fn names(&self) -> Pair<String> {
        self.articles.as_ref().map(|article| article.card.name().to_owned())
    }
}

/// Where an article came from, by what its card says.
fn source_named(origin: &str) -> Source {
    match origin {
        "pasted text" => Source::Pasted(String::new()),
        "-" => Source::StandardInput,
        _ if crate::load::is_address(origin) => Source::Address(origin.to_owned()),
        path => Source::File(PathBuf::from(path)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_passes_through_unchanged() {
        let mut project = Project::new(
            Pair::new(("https://example.org/a", "It rained."), ("-", "Rain fell."))
                .map(|(origin, text)| RawArticle::from_text(origin, text)),
        );
        project.sources.left.read = Some("2025-10-09T10:00:00Z".to_owned());
        project.sources.right.unknown.insert("voice".to_owned(), 3.into());
        project.unknown.insert("atlas".to_owned(), "of tomorrow".into());
        let work = Work::from(project.clone());
        assert_eq!(work.project(), project);
        assert_eq!(work.task().sources.left, Source::Address("https://example.org/a".to_owned()));
        assert_eq!(work.task().sources.right, Source::StandardInput);
    }
}
