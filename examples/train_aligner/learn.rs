//! Logistic regression with a ridge, by Newton's method: a dozen steps settle it, always to the same place.

use paragone::align::Weights;

/// Keeps weights of rare evidence small.
const RIDGE: f64 = 1.0;
/// Steps of Newton's method.
const STEPS: usize = 12;

/// The weights that fit values with their targets, each of which lies between 0 and 1.
pub fn learn<const N: usize>(rows: &[([f64; N], f64)]) -> Weights<N> {
    let size = N + 1;
    let mut weights = vec![0.0; size];
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = weights.iter().map(|weight| -RIDGE * weight).collect();
        slope[0] = 0.0;
        let mut bend = vec![vec![0.0; size]; size];
        for k in 1..size {
            bend[k][k] = RIDGE;
        }
        for (values, target) in rows {
            add(values, *target, &weights, &mut slope, &mut bend);
        }
        for (weight, step) in weights.iter_mut().zip(solve(bend, slope)) {
            *weight += step;
        }
    }
    Weights { bias: weights[0], values: std::array::from_fn(|k| weights[k + 1]) }
}

fn add<const N: usize>(values: &[f64; N], target: f64, weights: &[f64], slope: &mut [f64], bend: &mut [Vec<f64>]) {
    let value = |k: usize| if k == 0 { 1.0 } else { values[k - 1] };
    let odds: f64 = weights.iter().enumerate().map(|(k, weight)| weight * value(k)).sum();
    let p = 1.0 / (1.0 + (-odds).exp());
    for i in 0..weights.len() {
        slope[i] += (target - p) * value(i);
        let scaled = p * (1.0 - p) * value(i);
        for (j, cell) in bend[i].iter_mut().enumerate() {
            *cell += scaled * value(j);
        }
    }
}

/// Gaussian elimination with pivoting.
fn solve(mut a: Vec<Vec<f64>>, mut b: Vec<f64>) -> Vec<f64> {
    let size = b.len();
    for k in 0..size {
        let pivot = (k..size).max_by(|&i, &j| a[i][k].abs().total_cmp(&a[j][k].abs())).unwrap_or(k);
        a.swap(k, pivot);
        b.swap(k, pivot);
        for i in k + 1..size {
            let factor = a[i][k] / a[k][k];
            for j in k..size {
                a[i][j] -= factor * a[k][j];
            }
            b[i] -= factor * b[k];
        }
    }
    for k in (0..size).rev() {
        let known: f64 = (k + 1..size).map(|j| a[k][j] * b[j]).sum();
        b[k] = (b[k] - known) / a[k][k];
    }
    b
}
