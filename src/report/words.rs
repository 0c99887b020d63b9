//! What every output calls things: kinds, relations, reasons.

use crate::claims::{Kind, Relation};
use crate::clean::Reason;
use crate::comparison::{Remark, Review};

use super::letters::one_line;

/// What stands in place of findings where a report has none.
pub const NONE: &str = "Nothing was found of what was to be shown.";

/// What the notes of a report are, under their heading.
pub const BESIDE: &str = "What the reader wrote about sentences. Notes on findings stand with these.";

/// The name of a kind of claim.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "Number",
        Kind::Date => "Date",
        Kind::Name => "Name",
        Kind::Attribution => "Attribution",
        Kind::Certainty => "Certainty",
        Kind::Polarity => "Affirmed or denied",
        Kind::Quote => "Quotation",
        Kind::Agency => "Who acts",
        Kind::Scope => "Scope",
        Kind::Wording => "Loaded words",
    }
}

/// What a kind of claim is about, in a sentence.
pub fn about_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "How many and how much.",
        Kind::Date => "When something happened or will happen.",
        Kind::Name => "People, organisations and places, and what they are called.",
        Kind::Attribution => "Who is said to have said it.",
        Kind::Certainty => "How sure the source is: may, reportedly, some critics say.",
        Kind::Polarity => "Affirmed on one side, denied on the other.",
        Kind::Quote => "Words in quotation marks.",
        Kind::Agency => "Who did it, and whether the sentence says so.",
        Kind::Scope => "All, some, most, only.",
        Kind::Wording => "Words that carry a stance.",
    }
}

/// The name of a relation.
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Conflict => "Conflict",
        Relation::Differs => "Differs",
        Relation::OnlyLeft => "Only left",
        Relation::OnlyRight => "Only right",
        Relation::Agrees => "Agrees",
    }
}

/// What a relation means, in a sentence.
pub fn about_relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Conflict => "Both cannot hold.",
        Relation::Differs => "Not the same, yet both may hold.",
        Relation::OnlyLeft => "Found in the left source only.",
        Relation::OnlyRight => "Found in the right source only.",
        Relation::Agrees => "Looks different and is not.",
    }
}

/// Why a passage was left out.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Byline => "byline or date line",
        Reason::Caption => "picture caption",
        Reason::Related => "related stories",
        Reason::LinkList => "list of links",
        Reason::Appeal => "appeal to the reader",
        Reason::Furniture => "page furniture",
        Reason::RepeatedTitle => "title repeated",
        Reason::ByHand => "taken out by you",
    }
}

/// A note in one line: its words, then its tags.
pub fn remark(note: &Remark) -> String {
    let parts = std::iter::once(&note.text).chain(&note.tags).map(|part| one_line(part));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What the reader found a finding to be, in a word or two.
pub fn standing(review: &Review) -> String {
    match review {
        Review::Checked => "checked".to_owned(),
        Review::Dismissed(why) if why.trim().is_empty() => "dismissed".to_owned(),
        Review::Dismissed(why) => format!("dismissed: {}", one_line(why)),
    }
}

/// Where words stand: the source and the number of the sentence.
pub fn found_at(source: &str, on: super::On<'_>) -> String {
    match on.number {
        Some(number) => format!("{source}, {number}"),
        None => format!("{source}, not found any more"),
    }
}

/// A number with its noun.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// The same with its first letter large, as a sentence begins.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
