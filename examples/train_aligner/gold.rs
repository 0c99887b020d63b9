//! Reads what the aligner is trained on: article pairs aligned by hand, and single sentences that tell the same event or not.

use std::collections::BTreeSet;
use std::error::Error;

use paragone::align::{Features, Semantics, evidence};
use paragone::clean::Role;
use paragone::comparison::{Options, read};
use paragone::load::RawArticle;
use paragone::segment::Document;
use paragone::text::{Pair, Side};
use serde_json::Value;

/// An optional link is half a link: welcome, yet not what every reader asks for.
const OPTIONAL: f64 = 0.5;
/// Sentences that tell some of the same events are nearer to a link than to none.
const PARTIAL: f64 = 0.75;
/// More words than this make no heading.
const LONGEST_HEADING: usize = 16;

/// Two articles with the evidence for each pair of sentences and the links that readers want.
pub struct ArticlePair {
    pub name: String,
    /// How many sentences each has.
    pub sentences: Pair<usize>,
    pub evidence: Vec<(Pair<usize>, Features)>,
    pub core: BTreeSet<Pair<usize>>,
    pub optional: BTreeSet<Pair<usize>>,
}

impl ArticlePair {
    /// 1 for a link, 0 for none.
    pub fn target(&self, sentences: Pair<usize>) -> f64 {
        if self.core.contains(&sentences) {
            1.0
        } else if self.optional.contains(&sentences) {
            OPTIONAL
        } else {
            0.0
        }
    }
}

/// The article pairs of a gold file.
pub fn article_pairs(gold: &str, semantics: &Semantics) -> Result<Vec<ArticlePair>, Box<dyn Error>> {
    let gold: Value = serde_json::from_str(gold)?;
    let pairs = gold["pairs"].as_array().ok_or("the gold has no pairs")?;
    Ok(pairs.iter().map(|pair| article_pair(&gold["docs"], pair, semantics)).collect())
}

fn article_pair(docs: &Value, pair: &Value, semantics: &Semantics) -> ArticlePair {
    let documents = Pair::new("left", "right").map(|side| {
        let doc = &docs[pair[side].as_str().unwrap_or_default()];
        let sentences: Vec<&str> =
            doc["sentences"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        with_headings(document(side, &sentences))
    });
    ArticlePair {
        name: pair["name"].as_str().unwrap_or_default().to_owned(),
        sentences: documents.as_ref().map(|document| document.sentences.len()),
        evidence: evidence(documents.as_ref(), semantics),
        core: links(&pair["core"]),
        optional: links(&pair["opt"]),
    }
}

fn document(name: &str, sentences: &[&str]) -> Document {
    read(&RawArticle::from_sentences(name, sentences), &Options::default())
}

/// The gold does not say which sentences are headings; those that look like one get the role that an article's would have.
fn with_headings(mut document: Document) -> Document {
    for id in 0..document.sentences.len() {
        let text = document.sentence(id);
        let has_end = text.trim_end().ends_with(['.', '!', '?', '"', '”', ':', ',']);
        let has_digits_only = !text.contains(char::is_lowercase);
        if !has_end && !has_digits_only && text.split_whitespace().count() <= LONGEST_HEADING {
            document.sentences[id].role = if id == 0 { Role::Headline } else { Role::Subheading };
        }
    }
    document
}

fn links(value: &Value) -> BTreeSet<Pair<usize>> {
    let id = |value: &Value| value.as_u64().and_then(|id| usize::try_from(id).ok()).unwrap_or(usize::MAX);
    value.as_array().into_iter().flatten().map(|link| Pair::new(id(&link[0]), id(&link[1]))).collect()
}

/// Pairs of single sentences with their targets, from tab-separated values with the columns `label` (same, partial,
/// cross or none), `text_a` and `text_b`.
pub fn fragments(data: &str) -> Result<Vec<(Features, f64)>, Box<dyn Error>> {
    let mut lines = data.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| {
        head.iter().position(|other| *other == name).ok_or_else(|| format!("the fragments have no column {name}"))
    };
    let (label, left, right) = (column("label")?, column("text_a")?, column("text_b")?);
    let rows = lines.filter_map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let target = match *cells.get(label)? {
            "same" => 1.0,
            "partial" => PARTIAL,
            _ => 0.0,
        };
        let documents = Pair::new(document("left", &[cells.get(left)?]), document("right", &[cells.get(right)?]));
        evidence(documents.as_ref(), &Semantics::Stems).first().map(|(_, features)| (*features, target))
    });
    Ok(rows.collect())
}

/// The places in the evidence of all pairs with the same sentence on a side, this pair among them.
pub fn rivals<'a>(pair: &'a ArticlePair, sentences: Pair<usize>, side: Side) -> impl Iterator<Item = usize> + 'a {
    let of = sentences[side];
    pair.evidence.iter().enumerate().filter(move |(_, (rival, _))| rival[side] == of).map(|(at, _)| at)
}
