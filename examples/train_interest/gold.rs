//! Reads article pairs with the differences that readers marked, and matches what the program finds against them.

use std::error::Error;

use paragone::claims::{Finding, Relation, candidates};
use paragone::comparison::{Comparison, Edits, Options, Verdict, compare};
use paragone::load::RawArticle;
use paragone::segment::Document;
use paragone::text::{Pair, Side};
use serde_json::Value;

use super::Row;

/// For every article pair of a gold file what is seen of each difference found, with 1 where a reader marked it.
pub fn article_pairs(gold: &str) -> Result<Vec<Vec<Row>>, Box<dyn Error>> {
    let gold: Value = serde_json::from_str(gold)?;
    let pairs = gold["pairs"].as_array().ok_or("the gold has no pairs")?;
    Ok(pairs.iter().map(|pair| differences(&gold["docs"], pair)).collect())
}

fn differences(docs: &Value, pair: &Value) -> Vec<Row> {
    let comparison = compared(docs, pair);
    let (_, found) = candidates(comparison.documents.as_ref(), &comparison.alignment);
    let marked: Vec<&Value> =
        pair["claims"].as_array().into_iter().flatten().filter(|claim| claim["must"] == Value::Bool(true)).collect();
    let told = found.iter().filter(|(finding, _)| finding.relation != Relation::Agrees);
    told.map(|(finding, traits)| {
        let is_marked = marked.iter().any(|claim| matches(&comparison, finding, claim));
        (*traits, f64::from(u8::from(is_marked)))
    })
    .collect()
}

/// The two articles with the links of the gold and no others.
fn compared(docs: &Value, pair: &Value) -> Comparison {
    let articles = Pair::new("left", "right").map(|side| {
        let doc = &docs[pair[side].as_str().unwrap_or_default()];
        let sentences: Vec<&str> =
            doc["sentences"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        RawArticle::from_sentences(side, &sentences)
    });
    let options = Options::default();
    let origins = compare(articles.as_ref(), &options, &Edits::default()).documents;
    let mut edits = Edits::default();
    edits.only_these_links = true;
    for link in ["core", "opt"].iter().filter_map(|kind| pair[kind].as_array()).flatten() {
        let ids = Pair::new(number(&link[0]), number(&link[1]));
        let sentence = |side: Side| origins[side].sentences.get(ids[side]).map(|sentence| sentence.origin);
        if let (Some(left), Some(right)) = (sentence(Side::Left), sentence(Side::Right)) {
            edits.set_verdict(Pair::new(left, right), Some(Verdict::Manual));
        }
    }
    compare(articles.as_ref(), &options, &edits)
}

fn number(value: &Value) -> usize {
    value.as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or(usize::MAX)
}

/// Whether a reader marked what was found: the same kind, in sentences read together, and words in common on every
/// side where the reader pointed at words.
fn matches(comparison: &Comparison, finding: &Finding, claim: &Value) -> bool {
    let group = &comparison.alignment.groups[finding.group];
    let ids = Pair::new(number(&claim["a"]), number(&claim["b"]));
    let spans = Pair::new(claim["a_span"].as_str(), claim["b_span"].as_str());
    claim["kind"].as_str() == Some(finding.kind.name())
        && Side::BOTH.iter().all(|&side| group.sentences[side].contains(&ids[side]))
        && Side::BOTH.iter().all(|&side| {
            spans[side].is_none_or(|words| {
                finding.places[side].is_some_and(|place| {
                    place.sentence == ids[side]
                        && touches(&comparison.documents[side], ids[side], words, place.span.range())
                })
            })
        })
}

/// Whether the words stand somewhere in the sentence so that they touch the bytes.
fn touches(document: &Document, sentence: usize, words: &str, bytes: std::ops::Range<usize>) -> bool {
    let span = document.sentences[sentence].span;
    let mut found = span.of(&document.text).match_indices(words).map(|(at, _)| span.start + at);
    found.any(|start| start < bytes.end && start + words.len() > bytes.start)
}
