//! Learns the weights of the aligner from article pairs aligned by hand, and says how good they are.
//!
//! ```text
//! cargo run --release --no-default-features --example train_aligner \
//!     GOLD.json… --fragments PAIRS.tsv [--stems | --encoder FOLDER] [--write | --matching | --dump | --ablate]
//! ```
//!
//! Prints the cross-validated figures (over article pairs, never over sentence pairs of one article) for a grid of
//! criteria. `--write` puts the weights into `assets/align/weights_vectors.txt` (with `--stems`, which leaves out the evidence
//! of meaning, into `weights.txt`; with an encoder, which needs its feature, into `weights_encoder.txt`); the same data gives
//! the same weights again.
//! `--matching` prints what the reader's setting from strict to generous brings, and thresholds that fit the weights better
//! (for `src/align/matching.rs`).
//! `--ablate` prints how much worse it goes without each family of evidence, and `--dump` prints the evidence as
//! tab-separated values instead. The forms of the data are told in `docs/quality.md`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command for developers: it prints its figures")]
#![allow(clippy::needless_range_loop, reason = "matrices read best by index")]
#![allow(missing_docs, reason = "a command, not a library")]

mod gold;
mod judge;
mod learn;

use std::error::Error;

use paragone::align::{
    CONTEXT_NAMES, COUNT, Candidate, Context, FAMILIES, Features, Model, SECTIONS, Semantics, Weights, context, names,
};
use paragone::text::Pair;

use gold::ArticlePair;
use judge::Scored;
use learn::learn;

/// Parts that the article pairs are dealt to; each is judged by weights that were learned on the others.
const FOLDS: usize = 7;
/// Parts within the others: the second look must learn from first looks at pairs that were not learned on either.
const INNER_FOLDS: usize = 6;

fn main() -> Result<(), Box<dyn Error>> {
    let mut pairs = Vec::new();
    let mut fragments = Vec::new();
    let mut arguments = std::env::args().skip(1);
    let mut flags = Vec::new();
    let mut golds = Vec::new();
    let mut semantics = Semantics::Vectors;
    while let Some(word) = arguments.next() {
        match word.as_str() {
            "--fragments" => {
                let path = arguments.next().ok_or("--fragments needs a file")?;
                fragments = gold::fragments(&std::fs::read_to_string(path)?)?;
            }
            "--stems" => semantics = Semantics::Stems,
            "--encoder" => semantics = encoder(&arguments.next().ok_or("--encoder needs a folder")?)?,
            flag if flag.starts_with("--") => flags.push(word),
            _ => golds.push(word),
        }
    }
    for path in golds {
        pairs.extend(gold::article_pairs(&std::fs::read_to_string(path)?, &semantics)?);
    }
    let wants = |flag: &str| flags.iter().any(|word| word == flag);
    let all: Vec<&ArticlePair> = pairs.iter().collect();
    if wants("--dump") {
        dump(&pairs);
    } else if wants("--matching") {
        judge::print_matching(&held_out(&all, &|_| true));
    } else if wants("--ablate") {
        ablate(&all);
    } else {
        judge::print_criteria(&held_out(&all, &|_| true));
        let (first, second) = learn_looks(&all, &|_| true);
        let file = written(&Model { first, second, fragments: learn(&fragments) }, pairs.len(), fragments.len());
        println!("{file}");
        if wants("--write") {
            std::fs::write(format!("assets/align/{}.txt", weights_of(&semantics)), file)?;
        }
    }
    Ok(())
}

fn weights_of(semantics: &Semantics) -> &'static str {
    match semantics {
        Semantics::Stems => "weights",
        Semantics::Vectors => "weights_vectors",
        Semantics::Encoder(_) => "weights_encoder",
    }
}

#[cfg(feature = "encoder")]
fn encoder(folder: &str) -> Result<Semantics, Box<dyn Error>> {
    Ok(Semantics::Encoder(paragone::cli::open_encoder(folder.as_ref())?))
}

#[cfg(not(feature = "encoder"))]
fn encoder(_folder: &str) -> Result<Semantics, Box<dyn Error>> {
    Err("build this with `--features encoder`".into())
}

/// Which features count, by their place.
type Counts<'a> = &'a dyn Fn(usize) -> bool;

/// Evidence that helps single sentences and does harm in articles: the first look goes without it.
const FOR_FRAGMENTS: &str = "kinds";

fn learn_first(pairs: &[&ArticlePair], counts: Counts) -> Weights<COUNT> {
    let alone: Vec<&str> =
        FAMILIES.iter().filter(|(name, _)| *name == FOR_FRAGMENTS).flat_map(|(_, of)| *of).copied().collect();
    let all: Vec<&str> = names().collect();
    let counts = |k: usize| counts(k) && !alone.contains(&all[k]);
    let rows = |pair: &&ArticlePair| -> Vec<(Features, f64)> {
        let one = |(sentences, features): &(Pair<usize>, Features)| {
            (std::array::from_fn(|k| if counts(k) { features[k] } else { 0.0 }), pair.target(*sentences))
        };
        pair.evidence.iter().map(one).collect()
    };
    learn(&pairs.iter().flat_map(rows).collect::<Vec<_>>())
}

/// The weights of both looks; the second one's are learned on first looks by weights that do not know the pair.
fn learn_looks(pairs: &[&ArticlePair], counts: Counts) -> (Weights<COUNT>, Weights<{ CONTEXT_NAMES.len() }>) {
    let mut rows = Vec::new();
    for fold in 0..INNER_FOLDS {
        let (inside, outside) = dealt(pairs, INNER_FOLDS, fold);
        let first = learn_first(&outside, counts);
        for pair in inside {
            let targets = pair.evidence.iter().map(|(sentences, _)| pair.target(*sentences));
            rows.extend(second_looks(pair, &first).into_iter().zip(targets));
        }
    }
    (learn_first(pairs, counts), learn(&rows))
}

fn second_looks(pair: &ArticlePair, first: &Weights<COUNT>) -> Vec<Context> {
    let candidates: Vec<Candidate> = pair
        .evidence
        .iter()
        .map(|(sentences, features)| Candidate { sentences: *sentences, score: first.probability(features) })
        .collect();
    context(&candidates, pair.sentences)
}

/// One part of the pairs, and the others.
fn dealt<'a>(pairs: &[&'a ArticlePair], parts: usize, part: usize) -> (Vec<&'a ArticlePair>, Vec<&'a ArticlePair>) {
    let (inside, outside): (Vec<_>, Vec<_>) = pairs.iter().copied().enumerate().partition(|(n, _)| n % parts == part);
    let plain = |dealt: Vec<(usize, &'a ArticlePair)>| dealt.into_iter().map(|(_, pair)| pair).collect();
    (plain(inside), plain(outside))
}

/// Every article pair with probabilities by weights that were not learned on it.
fn held_out<'a>(pairs: &[&'a ArticlePair], counts: Counts) -> Scored<'a> {
    let judged = |fold: usize| {
        let (inside, outside) = dealt(pairs, FOLDS, fold);
        let (first, second) = learn_looks(&outside, counts);
        let scores = move |pair: &ArticlePair| {
            second_looks(pair, &first).iter().map(|look| second.probability(look)).collect::<Vec<_>>()
        };
        inside.into_iter().map(move |pair| (pair, scores(pair))).collect::<Vec<_>>()
    };
    (0..FOLDS).flat_map(judged).collect()
}

/// Prints the best F1 with all evidence, without each family, and by the first look alone.
fn ablate(pairs: &[&ArticlePair]) {
    let whole = judge::best_f1(&held_out(pairs, &|_| true));
    println!("all evidence        {whole:.3}");
    let mut start = 0;
    for (family, members) in FAMILIES {
        let out = start..start + members.len();
        start = out.end;
        let f1 = judge::best_f1(&held_out(pairs, &|k| !out.contains(&k)));
        println!("without {family:<11} {f1:.3}  {:+.3}", f1 - whole);
    }
    let first_look: Scored = (0..FOLDS)
        .flat_map(|fold| {
            let (inside, outside) = dealt(pairs, FOLDS, fold);
            let first = learn_first(&outside, &|_| true);
            let scores = move |pair: &ArticlePair| {
                pair.evidence.iter().map(|(_, features)| first.probability(features)).collect::<Vec<_>>()
            };
            inside.into_iter().map(move |pair| (pair, scores(pair))).collect::<Vec<_>>()
        })
        .collect();
    let f1 = judge::best_f1(&first_look);
    println!("without second look {f1:.3}  {:+.3}", f1 - whole);
}

fn dump(pairs: &[ArticlePair]) {
    println!("pair\tleft\tright\ttarget\t{}", names().collect::<Vec<_>>().join("\t"));
    for pair in pairs {
        for (sentences, features) in &pair.evidence {
            let values: Vec<String> = features.iter().map(f64::to_string).collect();
            let Pair { left, right } = *sentences;
            println!("{}\t{left}\t{right}\t{}\t{}", pair.name, pair.target(*sentences), values.join("\t"));
        }
        for missed in pair.core.iter().filter(|link| !pair.evidence.iter().any(|(pair, _)| pair == *link)) {
            eprintln!("{}: {} and {} share no evidence", pair.name, missed.left, missed.right);
        }
    }
}

fn written(model: &Model, pairs: usize, fragments: usize) -> String {
    let mut file = format!(
        "# Weights of the evidence for a link: what each value adds to the log-odds.\n\
         # Logistic regressions, made by examples/train_aligner: the two looks on {pairs} news article pairs aligned by hand,\n\
         # fragments on {fragments} pairs of single sentences that tell the same event or another of its kind.\n"
    );
    let [first, second, alone] = SECTIONS;
    section(&mut file, first, &model.first, names());
    section(&mut file, second, &model.second, CONTEXT_NAMES.into_iter());
    section(&mut file, alone, &model.fragments, names());
    file
}

fn section<'a, const N: usize>(
    file: &mut String,
    name: &str,
    weights: &Weights<N>,
    names: impl Iterator<Item = &'a str>,
) {
    file.push_str(&format!("\n[{name}]\nbias = {:.4}\n", weights.bias));
    for (name, weight) in names.zip(weights.values) {
        file.push_str(&format!("{name} = {weight:.4}\n"));
    }
}
