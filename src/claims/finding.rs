//! A finding: one claim compared across the two sources.

use serde::{Deserialize, Serialize};

use crate::text::{Pair, Span};

use super::Kind;

/// How a claim of one source stands to the other's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Both cannot hold.
    Conflict,
    /// Not the same, yet both may hold.
    Differs,
    /// Found in the left source only.
    OnlyLeft,
    /// Found in the right source only.
    OnlyRight,
    /// Looks different and is not.
    Agrees,
}

impl Relation {
    /// Every relation, in the order in which they are listed.
    pub const ALL: [Self; 5] = [Self::Conflict, Self::Differs, Self::OnlyLeft, Self::OnlyRight, Self::Agrees];

    /// The name in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Differs => "differs",
            Self::OnlyLeft => "only_left",
            Self::OnlyRight => "only_right",
            Self::Agrees => "agrees",
        }
    }
}

/// Exact words of one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The sentence.
    pub sentence: usize,
    /// The bytes in the document's text.
    pub span: Span,
}

/// One claim compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The group it was found in.
    pub group: usize,
    /// What kind of claim.
    pub kind: Kind,
    /// How the sources stand to each other.
    pub relation: Relation,
    /// The exact words; `None` for a side that has none.
    pub places: Pair<Option<Place>>,
    /// One neutral sentence for a person.
    pub message: String,
    /// The share of findings like this one that careful readers marked, between 0 and 1, in thousandths.
    pub interest: f64,
}
