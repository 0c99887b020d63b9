//! Learns the weights of the aligner from article pairs aligned by hand, and says how good they are.
//!
//! ```text
//! cargo run --release --no-default-features --example train_aligner -- GOLD.json… [--write | --dump | --matching]
//! ```
//!
//! Prints the cross-validated figures (over article pairs, never over sentence pairs of one article) for a grid of
//! criteria. `--write` puts the weights into `assets/align/weights.txt`; the same data gives the same weights again.
//! `--matching` prints what the reader's setting from strict to generous brings, and thresholds that fit the weights better
//! (for `src/align/matching.rs`). `--dump` prints the evidence as tab-separated values instead. The gold's form is told in `docs/quality.md`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command for developers: it prints its figures")]
#![allow(clippy::needless_range_loop, reason = "matrices read best by index")]

use std::collections::BTreeSet;
use std::error::Error;

use paragone::align::{COUNT, Criterion, Matching, NAMES, Weights, evidence};
use paragone::clean::Role;
use paragone::comparison::{Options, read};
use paragone::load::RawArticle;
use paragone::segment::Document;
use paragone::text::{Pair, Side};
use serde_json::Value;

/// An optional link is half a link: welcome, yet not what every reader asks for.
const OPTIONAL: f64 = 0.5;
/// Keeps weights of rare evidence small.
const RIDGE: f64 = 1.0;
/// More words than this make no heading.
const LONGEST_HEADING: usize = 16;
/// Parts that the article pairs are dealt to; each is judged by weights that were learned on the others.
const FOLDS: usize = 7;

struct Row {
    features: [f64; COUNT],
    sentences: Pair<usize>,
    target: f64,
}

struct ArticlePair {
    name: String,
    rows: Vec<Row>,
    core: BTreeSet<Pair<usize>>,
    optional: BTreeSet<Pair<usize>>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut pairs = Vec::new();
    for path in arguments.iter().filter(|word| !word.starts_with("--")) {
        pairs.extend(article_pairs(&std::fs::read_to_string(path)?)?);
    }
    if arguments.iter().any(|word| word == "--dump") {
        dump(&pairs);
        return Ok(());
    }
    if arguments.iter().any(|word| word == "--matching") {
        judge_matching(&held_out(&pairs));
        return Ok(());
    }
    validate(&held_out(&pairs));
    let weights = learn(&pairs.iter().collect::<Vec<_>>());
    let file = written(&weights, pairs.len());
    println!("{file}");
    if arguments.iter().any(|word| word == "--write") {
        std::fs::write("assets/align/weights.txt", file)?;
    }
    Ok(())
}

fn article_pairs(gold: &str) -> Result<Vec<ArticlePair>, Box<dyn Error>> {
    let gold: Value = serde_json::from_str(gold)?;
    let pairs = gold["pairs"].as_array().ok_or("the gold has no pairs")?;
    Ok(pairs.iter().map(|pair| article_pair(&gold["docs"], pair)).collect())
}

fn article_pair(docs: &Value, pair: &Value) -> ArticlePair {
    let documents = Pair::new("left", "right").map(|side| {
        let doc = &docs[pair[side].as_str().unwrap_or_default()];
        let sentences: Vec<&str> =
            doc["sentences"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        with_headings(read(&RawArticle::from_sentences(side, &sentences), &Options::default()))
    });
    let (core, optional) = (links(&pair["core"]), links(&pair["opt"]));
    let rows = evidence(documents.as_ref())
        .into_iter()
        .map(|(sentences, features)| {
            let target = if core.contains(&sentences) {
                1.0
            } else if optional.contains(&sentences) {
                OPTIONAL
            } else {
                0.0
            };
            Row { features, sentences, target }
        })
        .collect();
    ArticlePair { name: pair["name"].as_str().unwrap_or_default().to_owned(), rows, core, optional }
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

fn dump(pairs: &[ArticlePair]) {
    println!("pair\tleft\tright\ttarget\t{}", NAMES.join("\t"));
    for pair in pairs {
        for row in &pair.rows {
            let values: Vec<String> = row.features.iter().map(f64::to_string).collect();
            let Pair { left, right } = row.sentences;
            println!("{}\t{left}\t{right}\t{}\t{}", pair.name, row.target, values.join("\t"));
        }
        for missed in pair.core.iter().filter(|link| !pair.rows.iter().any(|row| row.sentences == **link)) {
            eprintln!("{}: {} and {} share no evidence", pair.name, missed.left, missed.right);
        }
    }
}

/// Every pair with its probabilities by weights that were not learned on it.
fn held_out(pairs: &[ArticlePair]) -> Vec<(&ArticlePair, Vec<f64>)> {
    (0..FOLDS)
        .flat_map(|fold| {
            let (held_out, rest): (Vec<_>, Vec<_>) = pairs.iter().enumerate().partition(|(n, _)| n % FOLDS == fold);
            let weights = learn(&rest.into_iter().map(|(_, pair)| pair).collect::<Vec<_>>());
            held_out.into_iter().map(move |(_, pair)| (pair, probabilities(pair, &weights))).collect::<Vec<_>>()
        })
        .collect()
}

/// Strict is right so often.
const STRICT_PRECISION: f64 = 0.90;
/// Generous is right so often: less would cost more looking than it finds.
const GENEROUS_PRECISION: f64 = 0.60;

/// Prints what each matching brings, and the lowest thresholds that reach the precision it promises.
fn judge_matching(scored: &[(&ArticlePair, Vec<f64>)]) {
    println!("matching  least of_best  precision recall F1");
    for matching in Matching::ALL {
        let Criterion { least, of_best } = matching.criterion();
        let (precision, recall, f1) = figures(scored, matching.criterion());
        println!("{:<9} {least:.2}  {of_best:.2}     {precision:.3}     {recall:.3}  {f1:.3}", matching.name());
    }
    let Criterion { of_best, .. } = Matching::Balanced.criterion();
    for (matching, wanted) in [(Matching::Strict, STRICT_PRECISION), (Matching::Generous, GENEROUS_PRECISION)] {
        let fits = |least: &f64| figures(scored, Criterion { least: *least, of_best }).0 >= wanted;
        match (5..95).map(|hundredths| f64::from(hundredths) / 100.0).find(fits) {
            Some(least) => println!("{} is right {wanted:.2} of the time from {least:.2} on", matching.name()),
            None => println!("{} is never right {wanted:.2} of the time", matching.name()),
        }
    }
}

/// Prints how a grid of criteria fares on pairs that the weights were not learned on.
fn validate(scored: &[(&ArticlePair, Vec<f64>)]) {
    println!("calibration error {:.3}", calibration_error(scored));
    println!("least of_best  precision recall F1");
    for least in [0.25, 0.30, 0.35, 0.40, 0.45, 0.50] {
        for of_best in [0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9] {
            let (precision, recall, f1) = figures(scored, Criterion { least, of_best });
            println!("{least:.2}  {of_best:.2}     {precision:.3}     {recall:.3}  {f1:.3}");
        }
    }
}

fn probabilities(pair: &ArticlePair, weights: &Weights) -> Vec<f64> {
    pair.rows.iter().map(|row| weights.probability(&row.features)).collect()
}

/// Precision counts optional links as right, recall counts core links only.
fn figures(scored: &[(&ArticlePair, Vec<f64>)], criterion: Criterion) -> (f64, f64, f64) {
    let (mut right, mut said, mut hit, mut wanted) = (0, 0, 0, 0);
    for (pair, scores) in scored {
        wanted += pair.core.len();
        for (row, &score) in pair.rows.iter().zip(scores) {
            if score >= criterion.least && near_best(pair, scores, row, score, criterion.of_best) {
                said += 1;
                hit += usize::from(pair.core.contains(&row.sentences));
                right += usize::from(pair.core.contains(&row.sentences) || pair.optional.contains(&row.sentences));
            }
        }
    }
    let precision = right as f64 / said.max(1) as f64;
    let recall = hit as f64 / wanted.max(1) as f64;
    (precision, recall, 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE))
}

fn near_best(pair: &ArticlePair, scores: &[f64], row: &Row, score: f64, of_best: f64) -> bool {
    Side::BOTH.iter().any(|&side| {
        let rivals = pair.rows.iter().zip(scores).filter(|(rival, _)| rival.sentences[side] == row.sentences[side]);
        score >= of_best * rivals.map(|(_, &score)| score).fold(0.0, f64::max)
    })
}

/// Expected calibration error over ten bins, optional links left out.
fn calibration_error(scored: &[(&ArticlePair, Vec<f64>)]) -> f64 {
    let mut bins = [(0.0, 0.0, 0.0); 10];
    let mut all = 0.0;
    for (pair, scores) in scored {
        for (row, &score) in pair.rows.iter().zip(scores).filter(|(row, _)| !pair.optional.contains(&row.sentences)) {
            let bin = &mut bins[((score * 10.0) as usize).min(9)];
            *bin = (bin.0 + score, bin.1 + row.target, bin.2 + 1.0);
            all += 1.0;
        }
    }
    bins.iter().map(|(said, right, _)| (said - right).abs() / all).sum()
}

/// Logistic regression with a ridge, by Newton's method: a dozen steps settle it, always to the same place.
fn learn(pairs: &[&ArticlePair]) -> Weights {
    const SIZE: usize = COUNT + 1;
    let mut weights = [0.0; SIZE];
    for _ in 0..12 {
        let mut slope = [0.0; SIZE];
        let mut bend = [[0.0; SIZE]; SIZE];
        for k in 1..SIZE {
            slope[k] = -RIDGE * weights[k];
            bend[k][k] = RIDGE;
        }
        for row in pairs.iter().flat_map(|pair| &pair.rows) {
            let x: [f64; SIZE] = std::array::from_fn(|k| if k == 0 { 1.0 } else { row.features[k - 1] });
            let odds: f64 = x.iter().zip(&weights).map(|(x, w)| x * w).sum();
            let p = 1.0 / (1.0 + (-odds).exp());
            for i in 0..SIZE {
                slope[i] += (row.target - p) * x[i];
                for j in 0..SIZE {
                    bend[i][j] += p * (1.0 - p) * x[i] * x[j];
                }
            }
        }
        let step = solve(bend, slope);
        for k in 0..SIZE {
            weights[k] += step[k];
        }
    }
    Weights { bias: weights[0], features: std::array::from_fn(|k| weights[k + 1]) }
}

/// Gaussian elimination with pivoting.
fn solve<const N: usize>(mut a: [[f64; N]; N], mut b: [f64; N]) -> [f64; N] {
    for k in 0..N {
        let pivot = (k..N).max_by(|&i, &j| a[i][k].abs().total_cmp(&a[j][k].abs())).unwrap_or(k);
        a.swap(k, pivot);
        b.swap(k, pivot);
        for i in k + 1..N {
            let factor = a[i][k] / a[k][k];
            for j in k..N {
                a[i][j] -= factor * a[k][j];
            }
            b[i] -= factor * b[k];
        }
    }
    for k in (0..N).rev() {
        let known: f64 = (k + 1..N).map(|j| a[k][j] * b[j]).sum();
        b[k] = (b[k] - known) / a[k][k];
    }
    b
}

fn written(weights: &Weights, pairs: usize) -> String {
    let mut file = format!(
        "# Weights of the evidence for a link: what each feature adds to the log-odds.\n\
         # Logistic regression on {pairs} news article pairs aligned by hand, made by examples/train_aligner.rs.\n\n\
         bias = {:.4}\n",
        weights.bias
    );
    for (name, weight) in NAMES.iter().zip(weights.features) {
        file.push_str(&format!("{name} = {weight:.4}\n"));
    }
    file
}
