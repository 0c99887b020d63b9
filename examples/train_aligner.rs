//! Learns the weights of the aligner from article pairs aligned by hand, and says how good they are.
//!
//! ```text
//! cargo run --release --no-default-features --example train_aligner -- GOLD.json… [--stems | --encoder=FOLDER] [--write | --dump | --ablate]
//! ```
//!
//! Prints the cross-validated figures (over article pairs, never over sentence pairs of one article) for a grid of
//! criteria. `--write` puts the weights into `assets/align/weights_vectors.txt` (with `--stems`, which leaves out the evidence of
//! meaning, into `weights.txt`; with an encoder, which needs its feature, into `weights_encoder.txt`); the same data gives the same weights again.
//! `--dump` prints the evidence as tab-separated values instead; `--ablate` prints what each family of evidence is worth:
//! the figures without it, over several deals of the article pairs. The gold's form is told in `docs/quality.md`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command for developers: it prints its figures")]
#![allow(clippy::needless_range_loop, reason = "matrices read best by index")]

use std::collections::BTreeSet;
use std::error::Error;

use paragone::align::{COUNT, Criterion, NAMES, Semantics, Weights, evidence};
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
/// Ways of dealing the article pairs for an ablation: a difference that changes its sign from deal to deal is noise.
const DEALS: usize = 8;
/// What is left out together, as the features of a family stand in for each other. Others are left out one by one.
const FAMILIES: [(&str, &[&str]); 7] = [
    ("words", &["cosine", "covered_most", "covered_least", "rarest"]),
    ("grams", &["gram_cosine"]),
    ("names and numbers", &["names", "names_missing", "numbers", "numbers_missing"]),
    ("runs", &["longest_run", "quoted_run", "pairs"]),
    ("rivals and neighbours", &["share_of_best_least", "share_of_best_most", "rank", "neighbours"]),
    (
        "meaning",
        &["meaning_least", "meaning_most", "meaning_above_rivals", "meaning_whole", "meaning_whole_above_rivals"],
    ),
    ("place", &["distance", "heading_and_text", "headings"]),
];

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
    let semantics = semantics(&arguments)?;
    let mut pairs = Vec::new();
    for path in arguments.iter().filter(|word| !word.starts_with("--")) {
        pairs.extend(article_pairs(&std::fs::read_to_string(path)?, &semantics)?);
    }
    if arguments.iter().any(|word| word == "--dump") {
        dump(&pairs);
        return Ok(());
    }
    if arguments.iter().any(|word| word == "--ablate") {
        ablate(&mut pairs);
        return Ok(());
    }
    validate(&pairs);
    let weights = learn(&pairs.iter().collect::<Vec<_>>());
    let file = written(&weights, pairs.len());
    println!("{file}");
    if arguments.iter().any(|word| word == "--write") {
        std::fs::write(format!("assets/align/{}.txt", weights_of(&semantics)), file)?;
    }
    Ok(())
}

/// What is to be known of the meaning of words.
fn semantics(arguments: &[String]) -> Result<Semantics, Box<dyn Error>> {
    if arguments.iter().any(|word| word == "--stems") {
        return Ok(Semantics::Stems);
    }
    match arguments.iter().find_map(|word| word.strip_prefix("--encoder=")) {
        #[cfg(feature = "encoder")]
        Some(folder) => Ok(Semantics::Encoder(paragone::cli::open_encoder(folder.as_ref())?)),
        #[cfg(not(feature = "encoder"))]
        Some(_) => Err("build this with `--features encoder`".into()),
        None => Ok(Semantics::Vectors),
    }
}

fn weights_of(semantics: &Semantics) -> &'static str {
    match semantics {
        Semantics::Stems => "weights",
        Semantics::Vectors => "weights_vectors",
        Semantics::Encoder(_) => "weights_encoder",
    }
}

fn article_pairs(gold: &str, semantics: &Semantics) -> Result<Vec<ArticlePair>, Box<dyn Error>> {
    let gold: Value = serde_json::from_str(gold)?;
    let pairs = gold["pairs"].as_array().ok_or("the gold has no pairs")?;
    Ok(pairs.iter().map(|pair| article_pair(&gold["docs"], pair, semantics)).collect())
}

fn article_pair(docs: &Value, pair: &Value, semantics: &Semantics) -> ArticlePair {
    let documents = Pair::new("left", "right").map(|side| {
        let doc = &docs[pair[side].as_str().unwrap_or_default()];
        let sentences: Vec<&str> =
            doc["sentences"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        with_headings(read(&RawArticle::from_sentences(side, &sentences), &Options::default()))
    });
    let (core, optional) = (links(&pair["core"]), links(&pair["opt"]));
    let rows = evidence(documents.as_ref(), semantics)
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

/// Each pair with the probabilities of its rows, by weights that were learned without its part.
fn judged(pairs: &[ArticlePair], part: impl Fn(usize) -> usize) -> Vec<(&ArticlePair, Vec<f64>)> {
    (0..FOLDS)
        .flat_map(|fold| {
            let (held_out, rest): (Vec<_>, Vec<_>) = pairs.iter().enumerate().partition(|(n, _)| part(*n) == fold);
            let weights = learn(&rest.into_iter().map(|(_, pair)| pair).collect::<Vec<_>>());
            held_out.into_iter().map(move |(_, pair)| (pair, probabilities(pair, &weights))).collect::<Vec<_>>()
        })
        .collect()
}

/// Prints how a grid of criteria fares on pairs that the weights were not learned on.
fn validate(pairs: &[ArticlePair]) {
    let scored = judged(pairs, |n| n % FOLDS);
    println!("calibration error {:.3}", calibration_error(&scored));
    println!("least of_best  precision recall F1");
    for least in [0.25, 0.30, 0.35, 0.40, 0.45, 0.50] {
        for of_best in [0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9] {
            let (precision, recall, f1) = figures(&scored, Criterion { least, of_best });
            println!("{least:.2}  {of_best:.2}     {precision:.3}     {recall:.3}  {f1:.3}");
        }
    }
}

/// Prints how each family of evidence is missed: F1 with the best threshold, and the difference to all evidence.
fn ablate(pairs: &mut [ArticlePair]) {
    let all = deals(pairs);
    println!("left out               F1             difference, mean ± spread over {DEALS} deals");
    println!("{:<22} {:.3} ± {:.3}", "nothing", mean(&all), spread(&all));
    for (name, features) in families() {
        let kept: Vec<[f64; COUNT]> = rows(pairs).map(|row| row.features).collect();
        rows(pairs).for_each(|row| features.iter().for_each(|&k| row.features[k] = 0.0));
        let without = deals(pairs);
        rows(pairs).zip(kept).for_each(|(row, features)| row.features = features);
        let differences: Vec<f64> = without.iter().zip(&all).map(|(without, all)| without - all).collect();
        let (f1, around) = (mean(&without), spread(&without));
        println!("{name:<22} {f1:.3} ± {around:.3}  {:+.3} ± {:.3}", mean(&differences), spread(&differences));
    }
}

fn rows(pairs: &mut [ArticlePair]) -> impl Iterator<Item = &mut Row> {
    pairs.iter_mut().flat_map(|pair| &mut pair.rows)
}

/// The families with the places of their features; a feature of no family is one of its own.
fn families() -> Vec<(&'static str, Vec<usize>)> {
    let place = |name: &&str| NAMES.iter().position(|known| known == name);
    let mut families: Vec<_> =
        FAMILIES.iter().map(|(name, features)| (*name, features.iter().filter_map(place).collect())).collect();
    let alone = (0..COUNT).filter(|&k| !FAMILIES.iter().any(|(_, features)| features.contains(&NAMES[k])));
    families.extend(alone.map(|k| (NAMES[k], vec![k])));
    families
}

/// The cross-validated F1 of each deal, at the threshold that is best for it.
fn deals(pairs: &[ArticlePair]) -> Vec<f64> {
    (0..DEALS)
        .map(|deal| {
            let scored = judged(pairs, |n| dealt(n, deal));
            let f1 = |least: f64| figures(&scored, Criterion { least, of_best: 0.0 }).2;
            (20..=50).step_by(2).map(|percent| f1(f64::from(percent) / 100.0)).fold(0.0, f64::max)
        })
        .collect()
}

/// The part that a pair is dealt to: in order at the first deal, else by a mixed-up number.
fn dealt(pair: usize, deal: usize) -> usize {
    let mixed =
        (pair as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15 ^ (deal as u64).wrapping_mul(0xD1B5_4A32_D192_ED03));
    if deal == 0 { pair % FOLDS } else { (mixed >> 33) as usize % FOLDS }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn spread(values: &[f64]) -> f64 {
    let mean = mean(values);
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64).sqrt()
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
