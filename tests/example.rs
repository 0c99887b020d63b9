//! The bundled example against its hand-made answer list, `assets/examples/answers.json`.
//!
//! What the program does not find yet is named here one by one, so that a loss shows and a gain must be entered.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails its test")]

use paragone::claims::{Finding, Kind, Relation};
use paragone::comparison::{Comparison, Edits, Options, compare};
use paragone::load::RawArticle;
use paragone::text::{Pair, Side};
use serde_json::Value;

/// `must` findings of the answer list that are not found yet, as "kind: left | right".
const NOT_FOUND_YET: [&str; 0] = [];

fn comparison() -> Comparison {
    let articles = Pair::new(
        RawArticle::from_text("left.txt", include_str!("../assets/examples/left.txt")),
        RawArticle::from_text("right.txt", include_str!("../assets/examples/right.txt")),
    );
    compare(articles.as_ref(), &Options::default(), &Edits::default())
}

fn answers(list: &str) -> Vec<Value> {
    let answers: Value = serde_json::from_str(include_str!("../assets/examples/answers.json")).unwrap();
    let list = answers[list].as_array().unwrap().clone();
    assert!(!list.is_empty());
    list
}

fn sentence(comparison: &Comparison, side: Side, text: &str) -> usize {
    let document = &comparison.documents[side];
    let found = (0..document.sentences.len()).find(|&id| document.sentence(id) == text);
    found.unwrap_or_else(|| panic!("the {} source has no sentence {text:?}", side.name()))
}

/// The expected links as sentence ids, with whether each must be there.
fn expected_links(comparison: &Comparison) -> Vec<(Pair<usize>, bool)> {
    let id = |link: &Value, side: Side| sentence(comparison, side, link[side.name()].as_str().unwrap());
    answers("links").iter().map(|link| (Pair::from_fn(|side| id(link, side)), link["must"] == true)).collect()
}

#[test]
fn links_are_found_and_few_are_wrong() {
    let comparison = comparison();
    let expected = expected_links(&comparison);
    let said: Vec<Pair<usize>> = comparison.alignment.links.iter().map(|link| link.sentences).collect();
    let wrong = said.iter().filter(|link| !expected.iter().any(|(pair, _)| pair == *link)).count();
    let must: Vec<Pair<usize>> = expected.iter().filter(|(_, must)| *must).map(|(pair, _)| *pair).collect();
    let found = must.iter().filter(|link| said.contains(link)).count();
    assert!(found * 8 >= must.len() * 7, "{found} of {} links found", must.len());
    assert!(wrong * 8 <= said.len(), "{wrong} of {} links are wrong", said.len());
}

#[test]
fn sentences_without_a_counterpart_are_told() {
    let comparison = comparison();
    let listed = answers("unmatched");
    let told = listed.iter().filter(|entry| {
        let side = if entry["side"] == "left" { Side::Left } else { Side::Right };
        comparison.unmatched(side, sentence(&comparison, side, entry["sentence"].as_str().unwrap())).is_some()
    });
    assert!(told.count() * 10 >= listed.len() * 9);
}

#[test]
fn exactly_the_boilerplate_is_removed() {
    let comparison = comparison();
    for side in Side::BOTH {
        let expected: Vec<Value> =
            answers("removed").into_iter().filter(|removed| removed["side"] == side.name()).collect();
        let removed = &comparison.documents[side].removed;
        let texts: Vec<&str> = removed.iter().map(|removed| removed.text.as_str()).collect();
        assert_eq!(texts, expected.iter().map(|removed| removed["text"].as_str().unwrap()).collect::<Vec<_>>());
    }
}

fn touches(comparison: &Comparison, finding: &Finding, side: Side, words: &Value) -> bool {
    let Some(words) = words.as_str() else { return true };
    let text = &comparison.documents[side].text;
    let Some(place) = finding.places[side] else { return false };
    text.match_indices(words).any(|(start, _)| place.span.start < start + words.len() && start < place.span.end)
}

fn hits<'a>(comparison: &'a Comparison, answer: &Value) -> Vec<&'a Finding> {
    let kind = Kind::ALL.into_iter().find(|kind| answer["kind"] == kind.name()).unwrap();
    let fits = |finding: &&Finding| {
        finding.kind == kind
            && finding.relation != Relation::Agrees
            && Side::BOTH.into_iter().all(|side| touches(comparison, finding, side, &answer[side.name()]))
    };
    comparison.findings.iter().filter(fits).collect()
}

fn told(answer: &Value) -> String {
    let words = |side: Side| answer[side.name()].as_str().unwrap_or("–").to_owned();
    format!("{}: {} | {}", answer["kind"].as_str().unwrap(), words(Side::Left), words(Side::Right))
}

#[test]
fn differences_of_the_list_are_found() {
    let comparison = comparison();
    let must: Vec<Value> = answers("findings").into_iter().filter(|answer| answer["must"] == true).collect();
    let missing: Vec<String> = must.iter().filter(|answer| hits(&comparison, answer).is_empty()).map(told).collect();
    assert_eq!(missing, NOT_FOUND_YET);
}

#[test]
fn what_agrees_is_not_listed_as_a_difference() {
    let comparison = comparison();
    for answer in answers("agreements") {
        let both = |finding: &&Finding| finding.places.left.is_some() && finding.places.right.is_some();
        let false_alarm = hits(&comparison, &answer).into_iter().find(both);
        assert_eq!(false_alarm, None, "{}", told(&answer));
    }
}

#[test]
fn every_kind_occurs() {
    let comparison = comparison();
    for kind in Kind::ALL {
        let listed = answers("findings").iter().any(|answer| answer["kind"] == kind.name());
        assert!(listed, "the answer list has no {}", kind.name());
        assert!(
            comparison.count(kind) > 0 || NOT_FOUND_YET.iter().any(|told| told.starts_with(kind.name())),
            "{}",
            kind.name()
        );
    }
}
