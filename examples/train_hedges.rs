//! Learns how much each phrase says about a sentence's being hedged, from sentences marked by hand.
//!
//! ```text
//! cargo run --release --no-default-features --example train_hedges -- SENTENCES.tsv [--write]
//! ```
//!
//! The file has a line for each sentence: `1` (hedged) or `0`, a tab, the sentence; the first line names the columns.
//! `--write` puts the weights into `assets/lang/en/hedge_weights.txt`, for the phrases that the file lists already; the
//! same data gives the same weights again. The figures printed are of weights learned on one half and tried on the other.

#![allow(clippy::print_stdout, reason = "a command for developers: it prints its figures")]

#[path = "shared/descent.rs"]
mod descent;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;

use paragone::claims::hedging;
use paragone::text::WordList;

const LIST: &str = "assets/lang/en/hedge_weights.txt";
const FIT: descent::Fit = descent::Fit { ridge: 3.3, rounds: 60, least_seen: 0 };
/// The log-odds from which a sentence counts as hedged, as in the program.
const HEDGED: f64 = -0.85;

struct Row {
    is_hedged: bool,
    evidence: Vec<(usize, f64)>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.iter().find(|word| !word.starts_with("--")).ok_or("which sentences?")?;
    let list = std::fs::read_to_string(LIST)?;
    let entries = WordList::parse(&list);
    let names: Vec<&str> = entries.words().into_iter().collect();
    let rows = rows(&std::fs::read_to_string(path)?, &names);
    for (tried, of) in [(0, "even"), (1, "odd")] {
        let half = |rest: usize| rows.iter().skip(rest).step_by(2).collect::<Vec<_>>();
        let weights = learned(&half(1 - tried), names.len());
        println!("tried on the {of} lines: {}", figures(&half(tried), &weights));
    }
    let all: Vec<&Row> = rows.iter().collect();
    let weights = learned(&all, names.len());
    println!("learned and tried on all: {}", figures(&all, &weights));
    if arguments.iter().any(|word| word == "--write") {
        std::fs::write(LIST, file(&names, &weights, rows.len())?)?;
    }
    Ok(())
}

fn rows(data: &str, names: &[&str]) -> Vec<Row> {
    let numbers: BTreeMap<&str, usize> = names.iter().enumerate().map(|(number, &name)| (name, number)).collect();
    let lines = data.lines().skip(1).filter_map(|line| line.split_once('\t'));
    lines
        .map(|(mark, sentence)| {
            let mut evidence: BTreeMap<usize, f64> = BTreeMap::new();
            for (name, amount) in hedging(sentence) {
                if let Some(&number) = numbers.get(name.as_str()) {
                    *evidence.entry(number).or_default() += amount;
                }
            }
            Row { is_hedged: mark == "1", evidence: evidence.into_iter().collect() }
        })
        .collect()
}

fn learned(rows: &[&Row], names: usize) -> Vec<f64> {
    let rows: Vec<descent::Row<'_>> =
        rows.iter().map(|row| descent::Row { evidence: &row.evidence, is_told: row.is_hedged }).collect();
    descent::learn(&rows, names, &FIT)
}

fn figures(rows: &[&Row], weights: &[f64]) -> String {
    let odds = |row: &Row| row.evidence.iter().map(|&(name, amount)| weights[name] * amount).sum::<f64>();
    let count = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count() as f64;
    let right = count(&|row| row.is_hedged && odds(row) >= HEDGED);
    let said = count(&|row| odds(row) >= HEDGED);
    let wanted = count(&|row| row.is_hedged);
    let (p, r) = (right / said, right / wanted);
    format!("precision {p:.3}, recall {r:.3}, F1 {:.3} of {} sentences", 2.0 * p * r / (p + r), rows.len())
}

fn file(names: &[&str], weights: &[f64], sentences: usize) -> Result<String, std::fmt::Error> {
    let mut file = format!(
        "# How much each phrase speaks for (or, below 0, against) a sentence's being hedged; a sentence is the sum of all.\n\
         # Those that begin with _ are what the sentence is like. Learned from {sentences} sentences by examples/train_hedges.rs.\n"
    );
    for (name, weight) in names.iter().zip(weights) {
        writeln!(file, "{name} = {weight:.2}")?;
    }
    Ok(file)
}
