//! Learns which differences readers mark, from article pairs whose claims were marked by hand, and says how well.
//!
//! ```text
//! cargo run --release --no-default-features --example train_interest -- GOLD.json [--write]
//! ```
//!
//! Prints, cross-validated over article pairs, how well the order puts what readers marked before what they did not, and
//! what it costs to leave out what they mark most seldom. `--write` puts the weights into `assets/claims/interest.txt`;
//! the same data gives the same weights again. The form of the data is told in `docs/quality.md`.

#![allow(clippy::print_stdout, reason = "a command for developers: it prints its figures")]
#![allow(clippy::needless_range_loop, reason = "matrices read best by index")]
#![allow(missing_docs, reason = "a command, not a library")]

mod gold;
#[path = "../train_aligner/learn.rs"]
mod learn;

use std::error::Error;

use paragone::align::Weights;
use paragone::claims::{COUNT, Traits, names};

use learn::learn;

/// Parts that the article pairs are dealt to; each is judged by weights that were learned on the others.
const FOLDS: usize = 7;

/// What is seen of a difference and whether a reader marked it (1) or not (0).
type Row = (Traits, f64);

fn main() -> Result<(), Box<dyn Error>> {
    let (flags, golds): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let mut pairs = Vec::new();
    for path in golds {
        pairs.extend(gold::article_pairs(&std::fs::read_to_string(path)?)?);
    }
    print_held_out(&pairs);
    let rows: Vec<Row> = pairs.iter().flatten().copied().collect();
    let file = written(&learn(&rows), rows.len(), pairs.len());
    println!("{file}");
    if flags.iter().any(|flag| flag == "--write") {
        std::fs::write("assets/claims/interest.txt", file)?;
    }
    Ok(())
}

/// Each difference with the interest given to it by weights learned on other articles.
fn held_out(pairs: &[Vec<Row>]) -> Vec<(f64, f64)> {
    let mut judged = Vec::new();
    for fold in 0..FOLDS {
        let rows_of = |held: bool| {
            let of_fold = pairs.iter().enumerate().filter(move |(n, _)| (n % FOLDS == fold) == held);
            of_fold.flat_map(|(_, rows)| rows).copied().collect::<Vec<Row>>()
        };
        let weights: Weights<COUNT> = learn(&rows_of(false));
        judged.extend(rows_of(true).iter().map(|(traits, target)| (weights.probability(traits), *target)));
    }
    judged
}

fn print_held_out(pairs: &[Vec<Row>]) {
    let mut judged = held_out(pairs);
    judged.sort_by(|a, b| a.0.total_cmp(&b.0));
    let wanted: f64 = judged.iter().map(|(_, target)| target).sum();
    println!("{} differences, {wanted} of them marked", judged.len());
    println!("a marked one stands before an unmatched one {:.3} of the time", area(&judged));
    for least in [0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.2] {
        let dropped: Vec<f64> =
            judged.iter().filter(|(interest, _)| *interest < least).map(|(_, target)| *target).collect();
        let (share, lost) = (dropped.len() as f64 / judged.len() as f64, dropped.iter().sum::<f64>() / wanted);
        println!("least {least:.2}: {share:.3} of all left out, {lost:.3} of the marked");
    }
}

/// The area under the curve: how often a marked one stands after an unmarked one in ascending order.
fn area(judged: &[(f64, f64)]) -> f64 {
    let wanted: f64 = judged.iter().map(|(_, target)| target).sum();
    let ranks: f64 = judged.iter().enumerate().map(|(rank, (_, target))| rank as f64 * target).sum();
    (ranks - wanted * (wanted - 1.0) / 2.0) / (wanted * (judged.len() as f64 - wanted))
}

fn written(weights: &Weights<COUNT>, rows: usize, pairs: usize) -> String {
    let mut file = format!(
        "# What makes a reader mark a difference: what each trait adds to the log-odds.\n# A logistic regression, made by \
         examples/train_interest on {rows} differences of {pairs} article pairs marked by hand.\n\nbias = {:.4}\n",
        weights.bias
    );
    for (name, weight) in names().zip(weights.values) {
        file.push_str(&format!("{name} = {weight:.4}\n"));
    }
    file
}
