//! What the window calls things: kinds, relations, reasons, scores, sources.

mod projects;
mod sources;

pub use projects::{ago, leftover, question, saved, trouble};
pub use sources::{changes, field, lost, progress, published, reading, source_name};

use crate::align::{Link, Status};
use crate::claims::Borne;
use crate::clean::Role;
use crate::comparison::{Comparison, FindingName, Subject};
use crate::segment::{Document, Mended};
use crate::text::{Pair, Side, is_right_to_left};
use crate::wording::Typography;

use crate::report::letters::one_line;
pub use crate::report::names;
pub use crate::report::words::{about_kind, about_relation, capitalised, count, kind, reason, relation, remark};

use super::command::Effect;
use super::filter::{Hidden, Standing};
use super::model::Row;
use super::state::Topic;

/// What typographic differences lie in, after their number.
pub fn typography(sort: Typography) -> &'static str {
    match sort {
        Typography::Capitals => "in capital letters",
        Typography::Quotes => "in quotation marks and apostrophes",
        Typography::Dashes => "in dashes",
        Typography::Spacing => "in spacing",
        Typography::Punctuation => "in punctuation",
    }
}

/// How far the reader is with a finding.
pub fn standing_of_finding(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "To check",
        Standing::Checked => "Checked",
        Standing::Dismissed => "Dismissed",
    }
}

/// What that means, in a sentence.
pub fn about_standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "Neither checked off nor dismissed yet.",
        Standing::Checked => "Checked off by you.",
        Standing::Dismissed => "Dismissed by you; not listed otherwise.",
    }
}

/// How many findings are hidden, and why.
pub fn hidden(why: Hidden, count: usize) -> String {
    match why {
        Hidden::Agreement => self::count(count, "agreement", "agreements"),
        Hidden::Dismissed => format!("{count} dismissed"),
        Hidden::Standing => format!("{count} not to be checked now"),
        Hidden::Kind => format!("{count} of other kinds"),
        Hidden::Relation => format!("{count} of other relations"),
        Hidden::Words => format!("{count} without these words"),
    }
}

/// What a note is about: which sentences, and how they begin.
pub fn subject(comparison: &Comparison, on: &Subject) -> String {
    let ids = on.sentences_in(comparison);
    let number = |side: Side| ids[side].map(|id| format!("{} {}", self::side(side), id + 1));
    let numbers: Vec<String> = Side::BOTH.into_iter().filter_map(number).collect();
    let words = about(on).into_iter().next().unwrap_or_default();
    let what = match on {
        Subject::Sentence(..) => "Sentence".to_owned(),
        Subject::Pair(_) => "Pair".to_owned(),
        Subject::Finding(name) => format!("Finding, {}", kind(name.kind).to_lowercase()),
    };
    let place = numbers.join(" with ");
    let place = match (on, place.is_empty()) {
        (_, true) => String::new(),
        (Subject::Finding(_), false) => format!(" ({place})"),
        (_, false) => format!(" {place}"),
    };
    format!("{what}{place}: “{}”", beginning(words, LONGEST_SUBJECT))
}

/// The words that a note is about, those of the left side first.
pub fn about(on: &Subject) -> Vec<&str> {
    match on {
        Subject::Sentence(_, anchor) => vec![&anchor.words],
        Subject::Pair(anchors) => vec![&anchors.left.words, &anchors.right.words],
        Subject::Finding(name) => about_finding(name),
    }
}

/// The words that a finding rests on, those of the left side first.
pub fn about_finding(name: &FindingName) -> Vec<&str> {
    Side::BOTH.into_iter().filter_map(|side| name.words[side].as_ref()).map(|anchor| anchor.words.as_str()).collect()
}

/// As much of a sentence as tells which one it is.
const LONGEST_SUBJECT: usize = 60;

/// What is being written, and on what.
pub fn topic(comparison: &Comparison, topic: &Topic) -> String {
    match topic {
        Topic::Note(on) => {
            let subject = subject(comparison, on);
            let mut chars = subject.chars();
            let small: String = chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect();
            format!("Note on {small}")
        }
        Topic::Dismissal(name) => {
            let message = (0..comparison.findings.len())
                .find(|&id| FindingName::of(comparison, id).as_ref() == Some(name))
                .map_or("", |id| comparison.findings[id].message.as_str());
            format!("Dismiss: {message}")
        }
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

/// What the reader did to a sentence end.
pub fn about_mend(how: Mended) -> &'static str {
    match how {
        Mended::Cut => "You cut it off from the sentence before.",
        Mended::Joined => "You made it one of two sentences.",
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

/// The sentences of a row by their numbers: "left 1 and 2 with right 3".
pub fn row(row: &Row) -> String {
    let numbers = |side: Side| {
        let ids: Vec<String> = row.sentences[side].iter().map(|id| (id + 1).to_string()).collect();
        format!("{} {}", self::side(side), ids.join(" and "))
    };
    let sides = Side::BOTH.into_iter().filter(|&side| !row.sentences[side].is_empty());
    sides.map(numbers).collect::<Vec<_>>().join(" with ")
}

/// The article of a side.
pub fn article(side: Side) -> &'static str {
    match side {
        Side::Left => "Left article",
        Side::Right => "Right article",
    }
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
        "{which} from right to left, and this window sets the words in the wrong order. Read them in a report instead, which a \
         browser sets as it should be."
    ))
}

/// What is said of something that goes to the clipboard; `None` of what does not.
pub fn copied(effect: &Effect) -> Option<String> {
    match effect {
        Effect::Copy(text) => Some(format!("Copied: “{}”", beginning(&one_line(text), COPIED))),
        Effect::CopyRich(rich) => Some(format!("Copied: {}", rich.name)),
        Effect::CopyPicture(_) => Some("Copied: a picture of the row".to_owned()),
        _ => None,
    }
}

/// So many letters of what was copied are enough to know it by.
const COPIED: usize = 60;

/// The beginning of a text, cut at a word and marked with an ellipsis where it is longer.
pub fn beginning(text: &str, most_chars: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most_chars) else { return text.to_owned() };
    let cut = text.get(..end).unwrap_or(text);
    let at_word = cut.rfind(char::is_whitespace).and_then(|at| cut.get(..at)).unwrap_or(cut);
    format!("{at_word}…")
}

/// The words around a place in a text, with a bar where it is.
pub fn around(text: &str, place: usize) -> String {
    let (before, after) = text.split_at_checked(place).unwrap_or((text, ""));
    let mut last: Vec<&str> = before.split_whitespace().rev().take(WORDS_AROUND).collect();
    last.reverse();
    let first: Vec<&str> = after.split_whitespace().take(WORDS_AROUND).collect();
    let more = |all: &str, shown: &[&str]| all.split_whitespace().nth(shown.len()).map_or("", |_| "…");
    format!("{}{} | {}{}", more(before, &last), last.join(" "), first.join(" "), more(after, &first))
}

/// So many words on either side tell a place in a sentence from any other.
const WORDS_AROUND: usize = 3;

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
    fn a_place_is_known_by_the_words_around_it() {
        let text = "The ferry left at noon, nobody knew why it had.";
        assert_eq!(around(text, 24), "…left at noon, | nobody knew why…");
        assert_eq!(around(text, 4), "The | ferry left at…");
        assert_eq!(around("Über alle", 1), "…Über alle | ".replace('…', ""));
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
