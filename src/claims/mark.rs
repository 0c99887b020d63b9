//! A claim mark: a stretch of one source that states something checkable.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// A kind of claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// How many, how much.
    Number,
    /// When.
    Date,
    /// Who, what organisation, where.
    Name,
    /// Who says so.
    Attribution,
    /// How sure.
    Certainty,
    /// Affirmed or denied.
    Polarity,
    /// Word for word.
    Quote,
    /// Who acted.
    Agency,
    /// All, some, most, only.
    Scope,
    /// Words that carry a stance.
    Wording,
}

impl Kind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 10] = [
        Self::Number,
        Self::Date,
        Self::Name,
        Self::Attribution,
        Self::Certainty,
        Self::Polarity,
        Self::Quote,
        Self::Agency,
        Self::Scope,
        Self::Wording,
    ];

    /// The name in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Attribution => "attribution",
            Self::Certainty => "certainty",
            Self::Polarity => "polarity",
            Self::Quote => "quote",
            Self::Agency => "agency",
            Self::Scope => "scope",
            Self::Wording => "wording",
        }
    }
}

/// A claim mark in one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What kind of claim.
    pub kind: Kind,
    /// The sentence it stands in.
    pub sentence: usize,
    /// Its bytes in the document's text.
    pub span: Span,
    /// What it comes to, in a form that can be compared ("≈2000000", "2021-01").
    pub value: String,
    /// Who says what, for attributions.
    pub parts: Option<Parts>,
}

/// The marks of a sentence among all of a document, which are in the order of the text.
pub fn of_sentence(marks: &[Mark], sentence: usize) -> &[Mark] {
    let start = marks.partition_point(|mark| mark.sentence < sentence);
    let end = marks.partition_point(|mark| mark.sentence <= sentence);
    marks.get(start..end).unwrap_or_default()
}

/// The parts of an attribution, as bytes of the document's text; `None` where the text has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Who says it.
    pub source: Option<Span>,
    /// The word that says so: "said", "according to".
    pub cue: Option<Span>,
    /// What is said.
    pub content: Option<Span>,
}
