//! Learns the weights for documents that run in parallel, from versions of one text aligned by hand.
//!
//! ```text
//! cargo run --release --no-default-features --example train_parallel -- GOLD.json [--write]
//! ```
//!
//! `--write` puts the weights into `assets/align/versions.txt` and `assets/align/parallel.txt`; the same data gives the
//! same weights again. The gold's form is told in `docs/quality.md`; a pair may name its `language`. To be run again
//! whenever the evidence for a link changes.

#![allow(clippy::print_stdout, reason = "a command for developers: it prints its figures")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::ops::Range;

use paragone::align::{COUNT, Semantics, Weights, evidence, names, parallel, renderings};
use paragone::comparison::{Options, read};
use paragone::load::RawArticle;
use paragone::segment::Document;
use paragone::text::{Language, Pair};
use serde_json::Value;

/// Keeps weights of rare evidence small.
const RIDGE: f64 = 1.0;
/// Parts that the pairs are dealt to: the log-odds a rendering is weighed by come from weights that never saw its pair.
const FOLDS: usize = 4;
/// Versions that are mostly the same word for word teach little about the others, yet have most of the pairs.
const OF_COPIES: f64 = 0.2;
/// From this part of links between the same words a pair counts as a copy.
const COPIED: f64 = 0.1;
/// Steps after which nothing changes any more.
const STEPS: usize = 150;

struct Versions {
    documents: Pair<Document>,
    links: BTreeSet<Pair<usize>>,
    rows: Vec<(Vec<f64>, bool)>,
    weight: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.iter().find(|word| !word.starts_with("--")).ok_or("which gold?")?;
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let pairs = gold["pairs"].as_array().ok_or("the gold has no pairs")?;
    let versions: Vec<Versions> = pairs.iter().map(|pair| versions(&gold["docs"], pair)).collect();
    let link_weights = link_weights(&versions, &|_| true);
    let chains = chains(&versions);
    let weights = climbed(parallel::COUNT + 1, |weights| {
        total(chains.iter().map(|chains| chains.slope(weights)), parallel::COUNT + 1)
    });
    let (links, runs) = (links_file(&link_weights, versions.len()), renderings_file(&weights, versions.len()));
    println!("{links}\n{runs}");
    if arguments.iter().any(|word| word == "--write") {
        std::fs::write("assets/align/versions.txt", links)?;
        std::fs::write("assets/align/parallel.txt", runs)?;
    }
    Ok(())
}

fn versions(docs: &Value, pair: &Value) -> Versions {
    let options = Options { language: pair["language"].as_str().map(Language::new), ..Options::default() };
    let documents = Pair::new("left", "right").map(|side| {
        let doc = &docs[pair[side].as_str().unwrap_or_default()];
        let sentences: Vec<&str> =
            doc["sentences"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        read(&RawArticle::from_sentences(side, &sentences), &options)
    });
    let id = |value: &Value| value.as_u64().and_then(|id| usize::try_from(id).ok()).unwrap_or(usize::MAX);
    let links: BTreeSet<Pair<usize>> =
        pair["core"].as_array().into_iter().flatten().map(|link| Pair::new(id(&link[0]), id(&link[1]))).collect();
    let rows = evidence(documents.as_ref(), &Semantics::default())
        .into_iter()
        .map(|(sentences, features)| (features.to_vec(), links.contains(&sentences)))
        .collect();
    let is_same = |link: &&Pair<usize>| {
        link.left < documents.left.sentences.len()
            && link.right < documents.right.sentences.len()
            && documents.left.sentence(link.left) == documents.right.sentence(link.right)
    };
    let copied = links.iter().filter(is_same).count() as f64 / links.len().max(1) as f64;
    Versions { documents, links, rows, weight: if copied >= COPIED { OF_COPIES } else { 1.0 } }
}

/// Logistic regression on the pairs that `use_pair` lets through.
fn link_weights(versions: &[Versions], use_pair: &dyn Fn(usize) -> bool) -> Weights<COUNT> {
    let size = COUNT + 1;
    let weights = climbed(size, |weights| {
        let rows = versions
            .iter()
            .enumerate()
            .filter(|(n, _)| use_pair(*n))
            .flat_map(|(_, pair)| pair.rows.iter().map(|(features, is_link)| (features, *is_link, pair.weight)));
        let mut slope = vec![0.0; size];
        for (features, is_link, weight) in rows {
            let odds = weights[0] + features.iter().zip(&weights[1..]).map(|(x, w)| x * w).sum::<f64>();
            let off = weight * (f64::from(u8::from(is_link)) - 1.0 / (1.0 + (-odds).exp()));
            slope[0] += off;
            slope[1..].iter_mut().zip(features).for_each(|(slope, x)| *slope += off * x);
        }
        slope
    });
    Weights { bias: weights[0], values: std::array::from_fn(|k| weights[k + 1]) }
}

/// Climbs to the greatest likelihood by the signs of its slope alone: each weight has a stride of its own, which grows
/// while the slope keeps its sign and shrinks when it turns (Rprop). Always the same way to the same place.
fn climbed(size: usize, slope_at: impl Fn(&[f64]) -> Vec<f64>) -> Vec<f64> {
    let (mut weights, mut strides, mut before) = (vec![0.0; size], vec![0.1; size], vec![0.0; size]);
    for _ in 0..STEPS {
        let slopes = slope_at(&weights);
        for k in 0..size {
            let slope = slopes[k] - RIDGE * weights[k];
            let turn = slope * before[k];
            let factor: f64 = if turn > 0.0 {
                1.2
            } else if turn < 0.0 {
                0.5
            } else {
                1.0
            };
            strides[k] = (strides[k] * factor).clamp(1e-6, 1.0);
            before[k] = if turn < 0.0 { 0.0 } else { slope };
            if turn >= 0.0 && slope != 0.0 {
                weights[k] += slope.signum() * strides[k];
            }
        }
    }
    weights
}

fn total(slopes: impl Iterator<Item = Vec<f64>>, size: usize) -> Vec<f64> {
    slopes.fold(vec![0.0; size], |sum, slope| sum.iter().zip(slope).map(|(a, b)| a + b).collect())
}

/// All renderings of a pair of documents, and which of them are right.
struct Chains {
    renderings: Vec<parallel::Evidence>,
    /// The sums of the evidence for those that are right, and how often two of them adjoin.
    right: Vec<f64>,
}

fn chains(versions: &[Versions]) -> Vec<Chains> {
    let parts: Vec<Weights<COUNT>> = (0..FOLDS).map(|part| link_weights(versions, &|n| n % FOLDS != part)).collect();
    let of_pair = |(n, pair): (usize, &Versions)| {
        let mut renderings = renderings(pair.documents.as_ref(), &parts[n % FOLDS]);
        renderings.sort_by_key(|(sentences, _)| {
            (sentences.left.start, sentences.right.start, sentences.left.end, sentences.right.end)
        });
        let wanted = in_order(&groups(&pair.links));
        let right: Vec<&parallel::Evidence> =
            renderings.iter().filter(|(sentences, _)| wanted.contains(sentences)).collect();
        let adjoin = right.windows(2).filter(|pair| adjoin(&pair[0].0, &pair[1].0)).count();
        let mut sums = vec![0.0; parallel::COUNT];
        right.iter().for_each(|(_, features)| sums.iter_mut().zip(features).for_each(|(sum, x)| *sum += x));
        sums.push(adjoin as f64);
        Chains { renderings, right: sums }
    };
    versions.iter().enumerate().map(of_pair).collect()
}

fn adjoin(a: &Pair<Range<usize>>, b: &Pair<Range<usize>>) -> bool {
    a.left.end == b.left.start && a.right.end == b.right.start
}

/// Linked sentences gathered, each side's longest run of neighbours.
fn groups(links: &BTreeSet<Pair<usize>>) -> Vec<Pair<Range<usize>>> {
    let mut rest = links.clone();
    let mut groups = Vec::new();
    while let Some(seed) = rest.pop_first() {
        let mut group = Pair::new(BTreeSet::from([seed.left]), BTreeSet::from([seed.right]));
        while let Some(&link) =
            rest.iter().find(|link| group.left.contains(&link.left) || group.right.contains(&link.right))
        {
            rest.remove(&link);
            group.left.insert(link.left);
            group.right.insert(link.right);
        }
        groups.push(group.map(|ids| longest_run(&ids)));
    }
    groups.sort_by_key(|group| (group.left.start, group.right.start));
    groups
}

fn longest_run(ids: &BTreeSet<usize>) -> Range<usize> {
    let (mut best, mut run) = (0..0, 0..0);
    for &id in ids {
        run = if id == run.end && !run.is_empty() { run.start..id + 1 } else { id..id + 1 };
        if run.len() > best.len() {
            best = run.clone();
        }
    }
    best
}

/// The most of the groups, by their links, that follow each other on both sides.
fn in_order(groups: &[Pair<Range<usize>>]) -> Vec<Pair<Range<usize>>> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (n, group) in groups.iter().enumerate() {
        let follows = |m: &usize| groups[*m].left.end <= group.left.start && groups[*m].right.end <= group.right.start;
        let before = (0..n).filter(follows).max_by_key(|&m| (best[m].0, std::cmp::Reverse(m)));
        best.push((group.left.len() * group.right.len() + before.map_or(0, |m| best[m].0), before));
    }
    let last = (0..best.len()).max_by_key(|&n| (best[n].0, std::cmp::Reverse(n)));
    std::iter::successors(last, |&n| best[n].1).map(|n| groups[n].clone()).collect()
}

impl Chains {
    /// The slope of the log-likelihood of the right chain among all chains.
    fn slope(&self, weights: &[f64]) -> Vec<f64> {
        let adjoining = weights[parallel::COUNT];
        let own: Vec<f64> = self
            .renderings
            .iter()
            .map(|(_, features)| features.iter().zip(weights).map(|(x, w)| x * w).sum())
            .collect();
        let places: Vec<&Pair<Range<usize>>> = self.renderings.iter().map(|(sentences, _)| sentences).collect();
        let ends = places.iter().fold(Pair::new(0, 0), |ends: Pair<usize>, place| {
            Pair::new(ends.left.max(place.left.end), ends.right.max(place.right.end))
        });
        let turned: Vec<Pair<Range<usize>>> = places
            .iter()
            .map(|place| {
                Pair::new(
                    ends.left - place.left.end..ends.left - place.left.start,
                    ends.right - place.right.end..ends.right - place.right.start,
                )
            })
            .collect();
        let upto = sums(&places, &own, adjoining, ends);
        let from = sums(&turned.iter().collect::<Vec<_>>(), &own, adjoining, ends);
        let all = upto.iter().fold(0.0, |all, &sum| log_sum(all, sum));
        let mut slope = self.right.clone();
        for (n, (_, features)) in self.renderings.iter().enumerate() {
            let expected = (upto[n] + from[n] - own[n] - all).exp();
            slope.iter_mut().zip(features).for_each(|(slope, x)| *slope -= expected * x);
        }
        slope[parallel::COUNT] -= expected_adjoining(&places, &upto, &from, adjoining - all);
        slope
    }
}

/// For each rendering the logarithm of the sum over all chains that end with it.
fn sums(places: &[&Pair<Range<usize>>], own: &[f64], adjoining: f64, ends: Pair<usize>) -> Vec<f64> {
    let mut starting: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut ending: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, place) in places.iter().enumerate() {
        starting.entry(place.left.start).or_default().push(n);
        ending.entry(place.left.end).or_default().push(n);
    }
    let mut sums = vec![f64::NEG_INFINITY; places.len()];
    let mut by_column = vec![f64::NEG_INFINITY; ends.right + 1];
    for row in 0..=ends.left {
        let mut corner = vec![f64::NEG_INFINITY; ends.right + 1];
        for &n in ending.get(&row).into_iter().flatten() {
            let column = places[n].right.end;
            by_column[column] = log_sum(by_column[column], sums[n]);
            corner[column] = log_sum(corner[column], sums[n]);
        }
        let Some(here) = starting.get(&row) else { continue };
        let mut before = Vec::with_capacity(by_column.len());
        by_column.iter().fold(0.0, |sum, &more| {
            let sum = log_sum(sum, more);
            before.push(sum);
            sum
        });
        for &n in here {
            let column = places[n].right.start;
            // A chain that adjoins counts e^adjoining times; it is in `before` once already.
            let base = before[column];
            sums[n] = own[n] + base + ((corner[column] - base).exp() * (adjoining.exp() - 1.0)).ln_1p();
        }
    }
    sums
}

fn expected_adjoining(places: &[&Pair<Range<usize>>], upto: &[f64], from: &[f64], each: f64) -> f64 {
    let mut corners: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (place, &sum) in places.iter().zip(upto) {
        let corner = corners.entry((place.left.end, place.right.end)).or_insert(f64::NEG_INFINITY);
        *corner = log_sum(*corner, sum);
    }
    let at = |place: &Pair<Range<usize>>| corners.get(&(place.left.start, place.right.start));
    places.iter().zip(from).filter_map(|(place, from)| at(place).map(|before| (before + from + each).exp())).sum()
}

fn log_sum(a: f64, b: f64) -> f64 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

fn links_file(weights: &Weights<COUNT>, pairs: usize) -> String {
    let mut file = format!(
        "# Weights of the evidence for a link between versions of one text: what each feature adds to the log-odds.\n\
         # Logistic regression on {pairs} pairs of versions aligned by hand, made by examples/train_parallel.rs.\n\n\
         bias = {:.4}\n",
        weights.bias
    );
    for (name, weight) in names().zip(weights.values) {
        file.push_str(&format!("{name} = {weight:.4}\n"));
    }
    file
}

fn renderings_file(weights: &[f64], pairs: usize) -> String {
    let mut file = format!(
        "# Weights of the evidence for a run of sentences that renders a sentence: what each adds to the log-odds.\n\
         # A conditional model of whole alignments, learned on {pairs} pairs of versions aligned by hand; made by\n\
         # examples/train_parallel.rs.\n\n"
    );
    for (name, weight) in parallel::NAMES.iter().chain(["adjoining"].iter()).zip(weights) {
        file.push_str(&format!("{name} = {weight:.4}\n"));
    }
    file
}
