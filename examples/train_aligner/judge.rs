//! How good weights are on article pairs that they were not learned on.

use paragone::align::{Criterion, Matching};
use paragone::text::Side;

use crate::gold::{ArticlePair, rivals};

/// Article pairs with the probability of each piece of their evidence.
pub type Scored<'a> = Vec<(&'a ArticlePair, Vec<f64>)>;

/// Precision, recall and F1.
#[derive(Clone, Copy)]
pub struct Figures {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
}

/// Prints how a grid of criteria fares.
pub fn print_criteria(scored: &Scored) {
    println!("calibration error {:.3}", calibration_error(scored));
    println!("least of_best  precision recall F1");
    for least in [0.20, 0.25, 0.275, 0.30, 0.325, 0.35, 0.40, 0.45, 0.50] {
        for of_best in [0.0, 0.3, 0.5, 0.7] {
            let Figures { precision, recall, f1 } = figures(scored, Criterion { least, of_best });
            println!("{least:.3} {of_best:.2}     {precision:.3}     {recall:.3}  {f1:.3}");
        }
    }
}

/// Strict is right so often.
const STRICT_PRECISION: f64 = 0.90;
/// Generous is right so often: less would cost more looking than it finds.
const GENEROUS_PRECISION: f64 = 0.60;

/// Prints what each matching brings, and the lowest thresholds that reach the precision it promises.
pub fn print_matching(scored: &Scored) {
    println!("matching  least of_best  precision recall F1");
    let Some((some_pair, _)) = scored.first() else { return };
    for matching in Matching::ALL {
        let criterion = matching.criterion(some_pair.sentences);
        let (Criterion { least, of_best }, Figures { precision, recall, f1 }) = (criterion, figures(scored, criterion));
        println!("{:<9} {least:.2}  {of_best:.2}     {precision:.3}     {recall:.3}  {f1:.3}", matching.name());
    }
    let Criterion { of_best, .. } = Matching::Balanced.criterion(some_pair.sentences);
    for (matching, wanted) in [(Matching::Strict, STRICT_PRECISION), (Matching::Generous, GENEROUS_PRECISION)] {
        let fits = |least: &f64| figures(scored, Criterion { least: *least, of_best }).precision >= wanted;
        match (5..95).map(|hundredths| f64::from(hundredths) / 100.0).find(fits) {
            Some(least) => println!("{} is right {wanted:.2} of the time from {least:.2} on", matching.name()),
            None => println!("{} is never right {wanted:.2} of the time", matching.name()),
        }
    }
}

/// Precision counts optional links as right, recall counts core links only.
pub fn figures(scored: &Scored, criterion: Criterion) -> Figures {
    let (mut right, mut said, mut hit, mut wanted) = (0, 0, 0, 0);
    for (pair, scores) in scored {
        wanted += pair.core.len();
        for ((sentences, _), &score) in pair.evidence.iter().zip(scores) {
            let near_best = || {
                Side::BOTH.iter().any(|&side| {
                    let best = rivals(pair, *sentences, side).map(|at| scores[at]).fold(0.0, f64::max);
                    score >= criterion.of_best * best
                })
            };
            if score >= criterion.least && near_best() {
                said += 1;
                hit += usize::from(pair.core.contains(sentences));
                right += usize::from(pair.core.contains(sentences) || pair.optional.contains(sentences));
            }
        }
    }
    let precision = f64::from(right as u32) / f64::from(said.max(1) as u32);
    let recall = f64::from(hit as u32) / f64::from(wanted.max(1) as u32);
    Figures { precision, recall, f1: 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE) }
}

/// The best F1 over thresholds.
pub fn best_f1(scored: &Scored) -> f64 {
    (20..45)
        .step_by(2)
        .map(|hundredths| figures(scored, Criterion { least: f64::from(hundredths) / 100.0, of_best: 0.0 }).f1)
        .fold(0.0, f64::max)
}

/// Expected calibration error over ten bins, optional links left out.
fn calibration_error(scored: &Scored) -> f64 {
    let mut bins = [(0.0, 0.0); 10];
    let mut all = 0.0;
    for (pair, scores) in scored {
        for ((sentences, _), &score) in pair.evidence.iter().zip(scores) {
            if pair.optional.contains(sentences) {
                continue;
            }
            let bin = &mut bins[((score * 10.0) as usize).min(9)];
            *bin = (bin.0 + score, bin.1 + pair.target(*sentences));
            all += 1.0;
        }
    }
    bins.iter().map(|(said, right)| (said - right).abs() / all).sum()
}
