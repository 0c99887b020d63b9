//! Learns what speaks for an attribution, from articles in which people marked who says what.
//!
//! ```text
//! cargo run --no-default-features --example train_voices -- FOLDER [--write]
//! ```
//!
//! The folder has `docs.jsonl` (`doc_id`, `split`, `text`) and `attributions.jsonl` (`doc_id`, `annotator`, and `source`, `cue`, `content` as
//! ranges of characters); only the split `train` is read. Prints cross-validated figures for some thresholds. `--write`
//! puts the weights into `assets/voices/weights.txt`; the same data gives the same weights again. To be run again whenever
//! the evidence or the list of reporting words changes, and twice where the ends of what is said changed: what is said is
//! read with the weights that the program was built with.

#![allow(clippy::print_stdout, reason = "a command for developers: it prints its figures")]
#![allow(clippy::indexing_slicing, reason = "rows and weights are numbered together")]

#[path = "shared/descent.rs"]
mod descent;

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use paragone::claims::lessons;
use paragone::comparison::{Options, read};
use paragone::load::RawArticle;
use paragone::text::Span;
use serde_json::Value;

/// Parts that the articles are dealt to; each is judged by weights that were learned on the others.
const FOLDS: usize = 4;
/// Evidence seen more rarely than `least_seen` teaches nothing.
const FIT: descent::Fit = descent::Fit { ridge: 2.0, rounds: 25, least_seen: 25 };
/// Weights nearer to nought are left out of the file.
const LEAST_WEIGHT: f64 = 0.2;
/// Contents that share this part of their characters are the same.
const SAME: f64 = 0.5;

/// A candidate: its evidence by number, and whether people marked it.
struct Row {
    article: usize,
    evidence: Vec<(usize, f64)>,
    is_right: bool,
}

struct Articles {
    rows: Vec<Row>,
    /// Places at which what is said may end.
    turns: Vec<Row>,
    names: Vec<String>,
    wanted: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments.iter().find(|word| !word.starts_with("--")).ok_or("which folder?")?;
    let articles = articles(Path::new(folder))?;
    let right = articles.rows.iter().filter(|row| row.is_right).count();
    println!("{} candidates, {right} right, {} wanted", articles.rows.len(), articles.wanted);
    let mut judged: Vec<(f64, bool)> = Vec::new();
    for fold in 0..FOLDS {
        let weights = learned(&articles.rows, articles.names.len(), &|article| article % FOLDS != fold);
        let held_out = articles.rows.iter().filter(|row| row.article % FOLDS == fold);
        judged.extend(held_out.map(|row| (odds(&weights, row), row.is_right)));
    }
    let mut turns = (0, 0, 0);
    for fold in 0..FOLDS {
        let weights = learned(&articles.turns, articles.names.len(), &|article| article % FOLDS != fold);
        for row in articles.turns.iter().filter(|row| row.article % FOLDS == fold) {
            let said = odds(&weights, row) > 0.0;
            turns.0 += usize::from(said && row.is_right);
            turns.1 += usize::from(said);
            turns.2 += usize::from(row.is_right);
        }
    }
    println!("turns: {} of {} said are right, of {}", turns.0, turns.1, turns.2);
    let (best, _) = print_thresholds(&judged, articles.wanted);
    if arguments.iter().any(|word| word == "--write") {
        let mut weights = learned(&articles.rows, articles.names.len(), &|_| true);
        let turns = learned(&articles.turns, articles.names.len(), &|_| true);
        weights.iter_mut().zip(turns).for_each(|(weight, turn)| *weight += turn);
        std::fs::write("assets/voices/weights.txt", file(&articles, &weights, best))?;
    }
    Ok(())
}

fn lines(path: &Path) -> Result<Vec<Value>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

/// How many characters that are no white space stand before each byte: places that survive another layout.
fn places(text: &str) -> Vec<usize> {
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut seen = 0;
    for c in text.chars() {
        places.extend(std::iter::repeat_n(seen, c.len_utf8()));
        seen += usize::from(!c.is_whitespace());
    }
    places.push(seen);
    places
}

/// From the first place to before the last.
type Places = (usize, usize);

/// What people marked as one attribution: content and cue, as ranges of places.
struct Marked {
    content: Vec<Places>,
    cue: Vec<Places>,
}

fn shared(ranges: &[Places], other: Places) -> usize {
    ranges.iter().map(|range| range.1.min(other.1).saturating_sub(range.0.max(other.0))).sum()
}

fn likeness(marked: &Marked, content: Places) -> f64 {
    let both = shared(&marked.content, content);
    let own: usize = marked.content.iter().map(|range| range.1 - range.0).sum();
    both as f64 / (own + (content.1 - content.0) - both).max(1) as f64
}

fn articles(folder: &Path) -> Result<Articles, Box<dyn Error>> {
    let mut marked: HashMap<String, (String, Vec<Value>)> = HashMap::new();
    for value in lines(&folder.join("attributions.jsonl"))? {
        let name = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let (annotator, all) = marked.entry(name("doc_id")).or_insert_with(|| (name("annotator"), Vec::new()));
        if *annotator == name("annotator") {
            all.push(value);
        }
    }
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut articles = Articles { rows: Vec::new(), turns: Vec::new(), names: Vec::new(), wanted: 0 };
    let docs = lines(&folder.join("docs.jsonl"))?;
    for (article, doc) in docs.iter().filter(|doc| doc["split"] == "train").enumerate() {
        let text = doc["text"].as_str().unwrap_or_default();
        let gold = marked.get(doc["doc_id"].as_str().unwrap_or_default()).map_or(&[][..], |(_, all)| all);
        let gold = gold_of(text, gold);
        articles.wanted += gold.len();
        let document =
            read(&RawArticle::from_text("article", text), &Options { keep_everything: true, ..Options::default() });
        let places = places(&document.text);
        let range = |span: Option<Span>| span.map_or((0, 0), |span| (places[span.start], places[span.end]));
        let found = lessons(&document);
        let spans: Vec<_> = found.iter().map(|found| (range(found.parts.content), range(found.parts.cue))).collect();
        let right = right(&gold, &spans);
        let mut number = |name: String| {
            let next = numbers.len();
            *numbers.entry(name.clone()).or_insert_with(|| {
                articles.names.push(name);
                next
            })
        };
        for ((lesson, is_right), &(_, cue)) in found.into_iter().zip(right).zip(&spans) {
            let evidence = lesson.evidence.into_iter().map(|sign| (number(sign), 1.0)).collect();
            articles.rows.push(Row { article, evidence, is_right });
            let with_cue = gold.iter().find(|marked| shared(&marked.cue, cue) > 0);
            let Some(end) = with_cue.and_then(|marked| marked.content.last()).map(|range| range.1) else { continue };
            for (at, signs) in lesson.turns {
                let at = places[at];
                if at > end + 1 {
                    break;
                }
                let evidence = signs.into_iter().map(|sign| (number(sign), 1.0)).collect();
                articles.turns.push(Row { article, evidence, is_right: at + 1 >= end });
            }
        }
    }
    Ok(articles)
}

fn gold_of(text: &str, values: &[Value]) -> Vec<Marked> {
    let mut seen = 0;
    let mut places: Vec<usize> = Vec::new();
    for c in text.chars() {
        places.push(seen);
        seen += usize::from(!c.is_whitespace());
    }
    places.push(seen);
    let ranges = |value: &Value| -> Vec<Places> {
        let place = |value: &Value| places.get(value.as_u64().unwrap_or(0) as usize).copied().unwrap_or(seen);
        value.as_array().into_iter().flatten().map(|range| (place(&range[0]), place(&range[1]))).collect()
    };
    values.iter().map(|value| Marked { content: ranges(&value["content"]), cue: ranges(&value["cue"]) }).collect()
}

/// Which candidates people marked: each mark goes to the candidate with its cue, else to the one most like it, once.
fn right(gold: &[Marked], spans: &[(Places, Places)]) -> Vec<bool> {
    let mut right = vec![false; spans.len()];
    let mut given = vec![false; gold.len()];
    for with_cue in [true, false] {
        for (marked, given) in gold.iter().zip(&mut given).filter(|(_, given)| !**given) {
            let fits = |n: &usize| {
                let (content, cue) = spans[*n];
                !right[*n] && likeness(marked, content) >= SAME && (shared(&marked.cue, cue) > 0) == with_cue
            };
            let best = (0..spans.len())
                .filter(fits)
                .max_by(|&a, &b| likeness(marked, spans[a].0).total_cmp(&likeness(marked, spans[b].0)));
            if let Some(best) = best {
                right[best] = true;
                *given = true;
            }
        }
    }
    right
}

fn odds(weights: &[f64], row: &Row) -> f64 {
    row.evidence.iter().map(|&(n, _)| weights[n]).sum()
}

/// The weights that the rows of some articles teach.
fn learned(rows: &[Row], names: usize, is_taught: &dyn Fn(usize) -> bool) -> Vec<f64> {
    let taught = rows.iter().filter(|row| is_taught(row.article));
    let rows: Vec<descent::Row<'_>> =
        taught.map(|row| descent::Row { evidence: &row.evidence, is_told: row.is_right }).collect();
    descent::learn(&rows, names, &FIT)
}

fn print_thresholds(judged: &[(f64, bool)], wanted: usize) -> (f64, f64) {
    let mut best = (0.0, 0.0);
    for step in -20..=8 {
        let least = f64::from(step) / 10.0;
        let kept = judged.iter().filter(|(odds, _)| *odds > least);
        let (all, right) = kept.fold((0, 0), |(all, right), (_, is_right)| (all + 1, right + usize::from(*is_right)));
        let (p, r) = (right as f64 / f64::from(all.max(1)), right as f64 / wanted.max(1) as f64);
        let f1 = 2.0 * p * r / (p + r).max(f64::MIN_POSITIVE);
        if step % 2 == 0 {
            println!("least odds {least:5.1}   precision {p:.3}   recall {r:.3}   F1 {f1:.3}");
        }
        if f1 > best.1 {
            best = (least, f1);
        }
    }
    best
}

fn file(articles: &Articles, weights: &[f64], least: f64) -> String {
    let mut lines: BTreeMap<&str, f64> = BTreeMap::new();
    for (name, &weight) in articles.names.iter().zip(weights) {
        if weight.abs() >= LEAST_WEIGHT {
            lines.insert(name, weight);
        }
    }
    let mut file = String::from(
        "# What each sign adds to the log-odds that somebody is told to say, think or want something.\n\
         # A logistic regression, made by examples/train_voices on articles in which people marked who says what.\n",
    );
    let _ = writeln!(file, "least odds = {least:.2}");
    for (name, weight) in lines {
        let _ = writeln!(file, "{name} = {weight:.2}");
    }
    file
}
