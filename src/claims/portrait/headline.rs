//! The headline against the text under it: which of its numbers, dates, names and quotations the text has, and whether
//! it says as surely, and as much in its own voice, what the text says.

mod bearing;

use serde::{Deserialize, Serialize};

use crate::claims::scene::place;
use crate::claims::{Kind, Mark, Place};

use super::Sketch;
use bearing::Bearing;

/// One claim of the headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadlineClaim {
    /// What kind of claim.
    pub kind: Kind,
    /// The words of the headline.
    pub here: Place,
    /// What the text says to it.
    pub borne: Borne,
    /// The words of the text, where it has any.
    pub there: Option<Place>,
    /// One neutral sentence for a person.
    pub message: String,
}

/// What the text says to a claim of its headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Borne {
    /// The same.
    Carried,
    /// Something else, or the same less surely.
    Differs,
    /// Nothing that was found.
    NotFound,
}

/// The claims of the headlines, in order.
pub(super) fn claims(sketch: &Sketch<'_>) -> Vec<HeadlineClaim> {
    let headlines = (0..sketch.document.sentences.len()).filter(|&id| sketch.is_headline(id));
    headlines.flat_map(|headline| of_headline(sketch, headline)).collect()
}

fn of_headline(sketch: &Sketch<'_>, headline: usize) -> Vec<HeadlineClaim> {
    let bearing = Bearing::of(sketch, headline);
    let mut claims: Vec<HeadlineClaim> = Vec::new();
    for mark in sketch.of_sentence(headline) {
        claims.extend(match mark.kind {
            Kind::Number => Some(number(sketch, mark)),
            Kind::Date => Some(date(sketch, mark)),
            Kind::Name => Some(name(sketch, mark)),
            Kind::Quote => Some(quotation(sketch, mark)),
            _ => None,
        });
    }
    claims.extend(bearing.as_ref().and_then(|bearing| bearing.certainty(sketch)));
    claims.extend(bearing.as_ref().and_then(|bearing| bearing.agent(sketch)));
    claims
}

/// The marks of a kind in the text under the headlines.
fn in_body<'a>(sketch: &Sketch<'a>, kind: Kind) -> impl Iterator<Item = &'a Mark> {
    sketch.of_kind(kind).filter(|mark| !sketch.is_headline(mark.sentence))
}

fn words<'a>(sketch: &Sketch<'a>, mark: &Mark) -> &'a str {
    mark.span.of(&sketch.document.text)
}

/// A claim with what the text has to it.
fn claim(here: &Mark, borne: Borne, there: Option<&Mark>, message: String) -> HeadlineClaim {
    HeadlineClaim { kind: here.kind, here: place(here), borne, there: there.map(place), message }
}

fn carried(sketch: &Sketch<'_>, here: &Mark, there: &Mark) -> HeadlineClaim {
    let (own, other) = (words(sketch, here), words(sketch, there));
    let message = if own == other {
        format!("The text has “{own}”, too.")
    } else {
        format!("The text has “{own}” as “{other}”.")
    };
    claim(here, Borne::Carried, Some(there), message)
}

fn not_found(sketch: &Sketch<'_>, here: &Mark) -> HeadlineClaim {
    let message = format!("“{}” was not found in the text.", words(sketch, here));
    claim(here, Borne::NotFound, None, message)
}

/// A number this near to another, as a part of it, is the same one rounded for the headline.
const ROUNDED: f64 = 0.05;

fn number(sketch: &Sketch<'_>, here: &Mark) -> HeadlineClaim {
    let (amount, unit) = amount_and_unit(&here.value);
    let same_thing = |there: &&Mark| amount_and_unit(&there.value).1 == unit;
    if let Some(there) = in_body(sketch, Kind::Number).find(|there| there.value == here.value) {
        return carried(sketch, here, there);
    }
    let close = |there: &&Mark| {
        let other = amount_and_unit(&there.value).0;
        amount.zip(other).is_some_and(|(own, other)| (own - other).abs() <= ROUNDED * own.abs().max(other.abs()))
    };
    // A headline may leave out what it counts: "312 boats lost" above "the 312 trawlers".
    let rounded = in_body(sketch, Kind::Number).filter(close);
    if let Some(there) = rounded.min_by_key(|there| (!same_thing(there), there.span)) {
        return carried(sketch, here, there);
    }
    let other = in_body(sketch, Kind::Number).filter(|_| !unit.is_empty()).find(same_thing);
    let Some(there) = other else { return not_found(sketch, here) };
    let message = format!("The headline has “{}”, the text “{}”.", words(sketch, here), words(sketch, there));
    claim(here, Borne::Differs, Some(there), message)
}

/// A number's value taken apart: how many, and of what.
fn amount_and_unit(value: &str) -> (Option<f64>, &str) {
    let value = value.trim_start_matches(['≈', '>', '≥', '<', '≤', '~', '#', '×']);
    let (number, unit) = value.split_once(' ').unwrap_or((value, ""));
    (number.parse().ok(), unit)
}

fn date(sketch: &Sketch<'_>, here: &Mark) -> HeadlineClaim {
    // "2021-01" above "2021-01-28": the one goes further than the other.
    let finer = |there: &&Mark| there.value.starts_with(&here.value) || here.value.starts_with(&there.value);
    match in_body(sketch, Kind::Date).find(finer) {
        Some(there) => carried(sketch, here, there),
        None => not_found(sketch, here),
    }
}

fn name(sketch: &Sketch<'_>, here: &Mark) -> HeadlineClaim {
    use crate::claims::name::{Likeness, likeness};
    match in_body(sketch, Kind::Name).find(|there| likeness(&there.value, &here.value) != Likeness::Other) {
        Some(there) => carried(sketch, here, there),
        None => not_found(sketch, here),
    }
}

fn quotation(sketch: &Sketch<'_>, here: &Mark) -> HeadlineClaim {
    let wanted: Vec<&str> = here.value.split(' ').collect();
    let quoted = in_body(sketch, Kind::Quote).find(|there| holds(there.value.split(' '), &wanted));
    if let Some(there) = quoted {
        return claim(here, Borne::Carried, Some(there), format!("The text quotes “{}”, too.", words(sketch, here)));
    }
    let body = sketch.page.readings.iter().filter(|reading| !sketch.is_headline(reading.id));
    let own = body.filter(|reading| holds(reading.words.iter().map(|word| word.folded.as_str()), &wanted));
    let Some(reading) = own.into_iter().next() else {
        let message = format!("The text has no quotation with “{}”.", words(sketch, here));
        return HeadlineClaim { message, ..not_found(sketch, here) };
    };
    let there = Some(Place { sentence: reading.id, span: reading.span(0..reading.words.len()) });
    let message = format!("The text has “{}” without quotation marks.", words(sketch, here));
    HeadlineClaim { there, ..claim(here, Borne::Differs, None, message) }
}

/// Whether words stand in a row among others; marks between them do not count.
fn holds<'a>(among: impl Iterator<Item = &'a str>, wanted: &[&str]) -> bool {
    let among: Vec<&str> = among.filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    among.windows(wanted.len().max(1)).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::portray;
    use crate::claims::testing::document;
    use crate::clean::Role;

    /// Kind, what the text says to it, and in which sentence.
    fn checked(headline: &str, body: &[&str]) -> Vec<(Kind, Borne, Option<usize>)> {
        let mut sentences = vec![headline];
        sentences.extend(body);
        let mut document = document(&sentences);
        document.sentences[0].role = Role::Headline;
        let claims = portray(&document).1.headline;
        claims.into_iter().map(|claim| (claim.kind, claim.borne, claim.there.map(|there| there.sentence))).collect()
    }

    fn of_kind(kind: Kind, headline: &str, body: &[&str]) -> Vec<(Borne, Option<usize>)> {
        let all = checked(headline, body).into_iter().filter(|claim| claim.0 == kind);
        all.map(|(_, borne, sentence)| (borne, sentence)).collect()
    }

    #[test]
    fn numbers_are_carried_rounded_otherwise_or_not_found() {
        let body = ["The harbour lost much.", "In all 312 boats sank."];
        let number = |headline| of_kind(Kind::Number, headline, &body);
        assert_eq!(number("Storm sinks 312 boats in Porto Novo"), [(Borne::Carried, Some(2))]);
        assert_eq!(number("Storm sinks about 300 boats in Porto Novo"), [(Borne::Carried, Some(2))]);
        assert_eq!(number("Storm sinks 400 boats in Porto Novo"), [(Borne::Differs, Some(2))]);
        assert_eq!(number("Storm costs $4 million in Porto Novo"), [(Borne::NotFound, None)]);
    }

    #[test]
    fn names_dates_and_quotations_are_looked_up() {
        let body = ["Mayor Ines Hallow spoke on Friday.", "It was “a painful lesson”, she said, and a costly mistake."];
        assert_eq!(of_kind(Kind::Name, "The harbour is lost, says Hallow", &body), [(Borne::Carried, Some(1))]);
        assert_eq!(of_kind(Kind::Name, "The harbour is lost, says Marlow", &body), [(Borne::NotFound, None)]);
        assert_eq!(of_kind(Kind::Date, "Mayor speaks on Friday of the harbour", &body), [(Borne::Carried, Some(1))]);
        let quote = |headline| of_kind(Kind::Quote, headline, &body);
        assert_eq!(quote("Mayor calls loss “a painful lesson”"), [(Borne::Carried, Some(2))]);
        assert_eq!(quote("Mayor calls loss “a costly mistake”"), [(Borne::Differs, Some(2))]);
        assert_eq!(quote("Mayor calls loss “a bitter end”"), [(Borne::NotFound, None)]);
    }

    #[test]
    fn without_a_headline_or_a_text_nothing_is_said() {
        assert!(portray(&document(&["The storm sank 312 boats."])).1.headline.is_empty());
        assert!(checked("The harbour is closed", &[]).is_empty());
    }
}
