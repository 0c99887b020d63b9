//! Distils the vectors of words that come with the program from a folder of all-MiniLM-L6-v2.
//!
//! ```text
//! cargo run --release --no-default-features --features encoder --example distil_vectors -- FOLDER
//! ```
//!
//! Every piece of the vocabulary that can stand in an English word is encoded by itself; the vectors are centred, turned so
//! that they lose least when they are cut (principal components), freed of the first component, which all words share, and
//! cut. The same model gives the same vectors again. `assets/align/vectors.md` tells what the model is.

#![allow(clippy::print_stdout, reason = "a command for developers: it says what it wrote")]

use std::error::Error;
use std::path::Path;

use ndarray::{Array1, Array2, Axis, Slice};
use paragone::align::Vectors;
use paragone::encoder::{Encoder, Files};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

/// The components that all words share and that are left out.
const SHARED: usize = 1;
/// Values of a distilled vector: with 128 the aligner was better by 0.001 to 0.002 in F1, for twice the size.
const VALUES: usize = 64;
/// Rounds of turning; the greatest off-diagonal value is 0 for `f64` long before.
const ROUNDS: usize = 12;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("give the folder of all-MiniLM-L6-v2")?;
    let folder = Path::new(&folder);
    let vocabulary = std::fs::read_to_string(folder.join("vocab.txt"))?;
    let files = Files { vocabulary: vocabulary.clone(), weights: std::fs::read(folder.join("model.safetensors"))? };
    let encoder = Encoder::new(&files)?;
    let pieces: Vec<(u32, &str)> = (0..).zip(vocabulary.lines()).filter(|(_, piece)| is_of_a_word(piece)).collect();
    let vectors: Vec<Vec<f32>> = pieces.clone().into_par_iter().map(|(number, _)| encoder.piece(number)).collect();
    let cut = distilled(&vectors);
    let rows: Vec<(String, Vec<f32>)> = pieces
        .iter()
        .zip(cut.rows())
        .map(|((_, piece), row)| ((*piece).to_owned(), row.iter().map(|&x| x as f32).collect()))
        .collect();
    let bytes = Vectors::written(&rows);
    println!("{} pieces, {} bytes", rows.len(), bytes.len());
    std::fs::write("assets/align/vectors.bin", bytes)?;
    Ok(())
}

/// Letters and digits without accents, as every piece of an English word.
fn is_of_a_word(piece: &str) -> bool {
    let letters = piece.strip_prefix("##").unwrap_or(piece);
    !letters.is_empty() && letters.chars().all(|c| c.is_ascii_alphanumeric())
}

fn distilled(vectors: &[Vec<f32>]) -> Array2<f64> {
    let width = vectors.first().map_or(0, Vec::len);
    let mut all = Array2::from_shape_fn((vectors.len(), width), |(row, value)| f64::from(vectors[row][value]));
    let mean = all.mean_axis(Axis(0)).unwrap_or_else(|| Array1::zeros(width));
    all -= &mean;
    let components = components(all.t().dot(&all));
    all.dot(&components.slice_axis(Axis(1), Slice::from(SHARED..(SHARED + VALUES).min(width))))
}

/// The eigenvectors of a symmetric matrix as columns, greatest eigenvalue first: Jacobi's method, turn by turn.
fn components(mut matrix: Array2<f64>) -> Array2<f64> {
    let size = matrix.nrows();
    let mut vectors = Array2::eye(size);
    for _ in 0..ROUNDS {
        for i in 0..size {
            for j in i + 1..size {
                turn(&mut matrix, &mut vectors, i, j);
            }
        }
    }
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|&i, &j| matrix[[j, j]].total_cmp(&matrix[[i, i]]));
    let mut sorted = vectors.select(Axis(1), &order);
    for mut column in sorted.columns_mut() {
        // A component can point either way; the first value decides.
        if column[0] < 0.0 {
            column *= -1.0;
        }
    }
    sorted
}

/// Turns two axes so that the matrix has 0 where they cross.
fn turn(matrix: &mut Array2<f64>, vectors: &mut Array2<f64>, i: usize, j: usize) {
    let across = matrix[[i, j]];
    if across == 0.0 {
        return;
    }
    let slope = (matrix[[j, j]] - matrix[[i, i]]) / (2.0 * across);
    let tangent = slope.signum() / (slope.abs() + slope.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    for k in 0..matrix.nrows() {
        let (a, b) = (matrix[[i, k]], matrix[[j, k]]);
        (matrix[[i, k]], matrix[[j, k]]) = (cosine * a - sine * b, sine * a + cosine * b);
    }
    for k in 0..matrix.nrows() {
        let (a, b) = (matrix[[k, i]], matrix[[k, j]]);
        (matrix[[k, i]], matrix[[k, j]]) = (cosine * a - sine * b, sine * a + cosine * b);
        let (a, b) = (vectors[[k, i]], vectors[[k, j]]);
        (vectors[[k, i]], vectors[[k, j]]) = (cosine * a - sine * b, sine * a + cosine * b);
    }
}
