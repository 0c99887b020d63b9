//! What the window calls things: kinds, relations, reasons, scores, sources.

use crate::align::{Link, Matching, Status};
use crate::claims::{Borne, Kind, Relation};
use crate::clean::{Reason, Role};
use crate::comparison::Comparison;
use crate::segment::Document;
use crate::text::{Pair, Side, is_right_to_left};

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

/// What the text says to a claim of its headline.
pub fn borne(borne: Borne) -> &'static str {
    match borne {
        Borne::Carried => "Carried by the text",
        Borne::Differs => "Otherwise in the text",
        Borne::NotFound => "Not found in the text",
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

/// What a sentence is in its article.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Headline => "headline",
        Role::Lead => "lead",
        Role::Body => "sentence",
        Role::Subheading => "subheading",
        Role::List => "list item",
        Role::Caption => "caption",
    }
}

/// How sure the program is. The score is calibrated: of what is called sure, about nine in ten are right.
pub fn certainty(score: f64) -> &'static str {
    match score {
        s if s >= 0.85 => "sure",
        s if s >= 0.5 => "likely",
        _ => "uncertain",
    }
}

/// How sure the program is, the figure behind it.
pub fn score(score: f64) -> String {
    format!("{}, {:.0} of 100", certainty(score), score * 100.0)
}

/// What the figure means, in a sentence.
pub fn about_score(score: f64) -> String {
    let of_hundred = (score * 100.0).round();
    format!("Of a hundred such pairs about {of_hundred:.0} cover the same content.")
}

/// How a link stands: how sure the program is of it, or that the reader stands behind it.
pub fn standing(link: &Link) -> &'static str {
    match link.status {
        Status::Suggested => certainty(link.score),
        _ => status(link.status),
    }
}

/// Everything about a link: how it stands, why, and the figure behind it.
pub fn about_link(link: &Link, reasons: &str) -> String {
    let reasons = if reasons.is_empty() { String::new() } else { format!(": {reasons}") };
    let told = format!("{}{reasons}", capitalised(standing(link)));
    match link.status {
        Status::Suggested => format!("{told}\n{}", about_score(link.score)),
        _ => told,
    }
}

/// What a matching brings, in a sentence. The figures are those of the training pairs (docs/quality.md), rounded.
pub fn about_matching(matching: Matching) -> &'static str {
    match matching {
        Matching::Strict => {
            "Link only what is nearly sure: about nine links in ten are right. Other pairs are offered as possible."
        }
        Matching::Balanced => "As many links as go together with few wrong ones: about three in four are right.",
        Matching::Generous => "Link more, for looking through by hand: about six links in ten are right.",
    }
}

/// Who stands behind a link.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Suggested => "suggested",
        Status::Confirmed => "confirmed by you",
        Status::Manual => "linked by you",
    }
}

/// The side as an adjective.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

/// A number with its noun.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// What to do about texts that run from right to left, which the window's text layout does not order; `None` where
/// neither does.
pub fn right_to_left(documents: Pair<&Document>) -> Option<String> {
    let runs = documents.map(|document| is_right_to_left(&document.text));
    let which = match (runs.left, runs.right) {
        (false, false) => return None,
        (true, true) => "Both texts run",
        (true, false) => "The left text runs",
        (false, true) => "The right text runs",
    };
    Some(format!(
        "{which} from right to left, and this window sets the words in the wrong order. Read them in a report instead: \
         paragone compare LEFT RIGHT -o report.txt"
    ))
}

/// The two sources' names, told apart where they are the same.
pub fn names(comparison: &Comparison) -> Pair<String> {
    let names = comparison.documents.as_ref().map(|document| document.card.name().to_owned());
    if names.left == names.right {
        return Pair::from_fn(|side| format!("{} ({})", names[side], self::side(side)));
    }
    names
}

/// The same with its first letter large, as a sentence begins.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The beginning of a text, cut at a word and marked with an ellipsis where it is longer.
pub fn beginning(text: &str, most_chars: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most_chars) else { return text.to_owned() };
    let cut = text.get(..end).unwrap_or(text);
    let at_word = cut.rfind(char::is_whitespace).and_then(|at| cut.get(..at)).unwrap_or(cut);
    format!("{at_word}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_names_are_told_apart() {
        let mut comparison = crate::gui::fixture::comparison();
        assert_eq!(names(&comparison), Pair::new("left.txt".to_owned(), "right.txt".to_owned()));
        comparison.documents.right.card = comparison.documents.left.card.clone();
        assert_eq!(names(&comparison).right, "left.txt (right)");
    }

    #[test]
    fn a_beginning_ends_at_a_word() {
        assert_eq!(beginning("The weir at Oster", 12), "The weir at…");
        assert_eq!(beginning("The weir", 12), "The weir");
        assert_eq!(beginning("Überüberüberüber", 4), "Über…");
    }

    #[test]
    fn scores_are_words_first() {
        assert_eq!(score(0.83), "likely, 83 of 100");
        assert_eq!([0.1, 0.5, 0.9].map(certainty), ["uncertain", "likely", "sure"]);
    }

    #[test]
    fn a_link_of_the_readers_own_has_no_figure() {
        let link = |status| Link { sentences: Pair::new(0, 0), score: 0.9, status };
        assert_eq!(about_link(&link(Status::Manual), ""), "Linked by you");
        assert_eq!(about_link(&link(Status::Confirmed), "both name Oster"), "Confirmed by you: both name Oster");
        let suggested = about_link(&link(Status::Suggested), "both name Oster");
        assert_eq!(suggested, "Sure: both name Oster\nOf a hundred such pairs about 90 cover the same content.");
    }

    #[test]
    fn a_text_from_right_to_left_is_told_of() {
        let comparison = |left: &str, right: &str| {
            let raw = |text: &str| crate::load::RawArticle::from_text("made up", text);
            let (left, right) = (raw(left), raw(right));
            crate::comparison::compare(Pair::new(&left, &right), &Default::default(), &Default::default())
        };
        let told = |left: &str, right: &str| right_to_left(comparison(left, right).documents.as_ref());
        assert_eq!(told("The bridge is closed.", "The bridge is open."), None);
        assert!(
            told("The bridge is closed.", "הגשר סגור היום.").is_some_and(|told| told.starts_with("The right text"))
        );
        assert!(told("الجسر مغلق.", "הגשר סגור היום.").is_some_and(|told| told.starts_with("Both texts")));
    }

    #[test]
    fn one_and_many() {
        assert_eq!(count(1, "passage", "passages"), "1 passage");
        assert_eq!(count(0, "passage", "passages"), "0 passages");
    }
}
