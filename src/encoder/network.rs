//! The six layers of all-MiniLM-L6-v2: from numbers of pieces to one vector for each piece.

use ndarray::{Array1, Array2, ArrayView2, Axis, Slice};
use safetensors::{Dtype, SafeTensors};

use super::Unfit;

/// Values of a vector.
pub(super) const WIDTH: usize = 384;
/// Layers.
const LAYERS: usize = 6;
/// Values inside the second half of a layer.
const INNER: usize = 1536;
/// Heads of attention, which share a vector's values.
const HEADS: usize = 12;
/// Values of a head.
const HEAD: usize = WIDTH / HEADS;
/// Pieces that a sentence may have, its begin and end marks included; the model was trained with no more.
pub(super) const MOST_PIECES: usize = 256;
/// Keeps a vector of equal values from being divided by nothing.
const EPSILON: f32 = 1e-12;

#[derive(Debug)]
struct Linear {
    weights: Array2<f32>,
    bias: Array1<f32>,
}

#[derive(Debug)]
struct Norm {
    gain: Array1<f32>,
    bias: Array1<f32>,
}

#[derive(Debug)]
struct Layer {
    query: Linear,
    key: Linear,
    value: Linear,
    attended: Linear,
    attended_norm: Norm,
    inner: Linear,
    outer: Linear,
    outer_norm: Norm,
}

/// The network with its weights.
#[derive(Debug)]
pub(super) struct Network {
    pieces: Array2<f32>,
    positions: Array2<f32>,
    norm: Norm,
    layers: Vec<Layer>,
}

impl Network {
    /// Reads the weights, for a vocabulary of so many pieces.
    pub(super) fn read(bytes: &[u8], vocabulary: usize) -> Result<Self, Unfit> {
        let tensors = SafeTensors::deserialize(bytes).map_err(|_| Unfit::Weights)?;
        let file = File(&tensors);
        let mut positions = file.matrix("embeddings.position_embeddings.weight", 512, WIDTH)?;
        // A sentence is of one part, so the vector of the first kind of part is the same everywhere.
        positions += &file.matrix("embeddings.token_type_embeddings.weight", 2, WIDTH)?.row(0);
        Ok(Self {
            pieces: file.matrix("embeddings.word_embeddings.weight", vocabulary, WIDTH)?,
            positions,
            norm: file.norm("embeddings.LayerNorm")?,
            layers: (0..LAYERS).map(|n| file.layer(&format!("encoder.layer.{n}"))).collect::<Result<_, _>>()?,
        })
    }

    /// One vector for each piece. Pieces beyond [`MOST_PIECES`] are left out, and so are numbers that stand for none.
    pub(super) fn run(&self, pieces: &[u32]) -> Array2<f32> {
        let rows: Vec<usize> =
            pieces.iter().map(|&n| n as usize).filter(|&n| n < self.pieces.nrows()).take(MOST_PIECES).collect();
        let mut x = self.pieces.select(Axis(0), &rows) + self.positions.slice_axis(Axis(0), Slice::from(..rows.len()));
        self.norm.apply(&mut x);
        for layer in &self.layers {
            x = layer.apply(&x);
        }
        x
    }
}

impl Linear {
    fn apply(&self, x: &Array2<f32>) -> Array2<f32> {
        x.dot(&self.weights.t()) + &self.bias
    }
}

impl Norm {
    fn apply(&self, x: &mut Array2<f32>) {
        for mut row in x.rows_mut() {
            let mean = row.sum() / WIDTH as f32;
            row -= mean;
            let variance = row.iter().map(|value| value * value).sum::<f32>() / WIDTH as f32;
            row /= (variance + EPSILON).sqrt();
            row *= &self.gain;
            row += &self.bias;
        }
    }
}

impl Layer {
    fn apply(&self, x: &Array2<f32>) -> Array2<f32> {
        let (query, key, value) = (self.query.apply(x), self.key.apply(x), self.value.apply(x));
        let mut context = Array2::zeros(x.raw_dim());
        for head in 0..HEADS {
            let part = Slice::from(head * HEAD..(head + 1) * HEAD);
            let attention = attention(&query.slice_axis(Axis(1), part), &key.slice_axis(Axis(1), part));
            context.slice_axis_mut(Axis(1), part).assign(&attention.dot(&value.slice_axis(Axis(1), part)));
        }
        let mut middle = self.attended.apply(&context) + x;
        self.attended_norm.apply(&mut middle);
        let mut inner = self.inner.apply(&middle);
        inner.mapv_inplace(gelu);
        let mut out = self.outer.apply(&inner) + &middle;
        self.outer_norm.apply(&mut out);
        out
    }
}

/// How much each piece looks at each; every row adds up to 1.
fn attention(query: &ArrayView2<'_, f32>, key: &ArrayView2<'_, f32>) -> Array2<f32> {
    let mut scores = query.dot(&key.t()) / (HEAD as f32).sqrt();
    for mut row in scores.rows_mut() {
        let most = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        row.mapv_inplace(|score| (score - most).exp());
        let sum = row.sum();
        row /= sum;
    }
    scores
}

fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + error_function(x * std::f32::consts::FRAC_1_SQRT_2))
}

/// The error function after Abramowitz and Stegun, 7.1.26: right to seven digits, as many as `f32` has.
fn error_function(x: f32) -> f32 {
    const TERMS: [f32; 5] = [1.061_405_4, -1.453_152, 1.421_413_7, -0.284_496_74, 0.254_829_6];
    let t = 1.0 / (1.0 + 0.327_591_1 * x.abs());
    let polynomial = TERMS.iter().fold(0.0, |sum, term| sum * t + term) * t;
    (1.0 - polynomial * (-x * x).exp()).copysign(x)
}

/// The tensors of the file, taken out by name and checked for their shape.
struct File<'a>(&'a SafeTensors<'a>);

impl File<'_> {
    fn layer(&self, name: &str) -> Result<Layer, Unfit> {
        let square = |part: &str| self.linear(&format!("{name}.{part}"), WIDTH, WIDTH);
        Ok(Layer {
            query: square("attention.self.query")?,
            key: square("attention.self.key")?,
            value: square("attention.self.value")?,
            attended: square("attention.output.dense")?,
            attended_norm: self.norm(&format!("{name}.attention.output.LayerNorm"))?,
            inner: self.linear(&format!("{name}.intermediate.dense"), INNER, WIDTH)?,
            outer: self.linear(&format!("{name}.output.dense"), WIDTH, INNER)?,
            outer_norm: self.norm(&format!("{name}.output.LayerNorm"))?,
        })
    }

    fn linear(&self, name: &str, to: usize, from: usize) -> Result<Linear, Unfit> {
        let weights = self.matrix(&format!("{name}.weight"), to, from)?;
        Ok(Linear { weights, bias: self.vector(&format!("{name}.bias"), to)? })
    }

    fn norm(&self, name: &str) -> Result<Norm, Unfit> {
        let part = |part: &str| self.vector(&format!("{name}.{part}"), WIDTH);
        Ok(Norm { gain: part("weight")?, bias: part("bias")? })
    }

    fn matrix(&self, name: &str, rows: usize, columns: usize) -> Result<Array2<f32>, Unfit> {
        Array2::from_shape_vec((rows, columns), self.values(name, &[rows, columns])?).map_err(|_| Unfit::Weights)
    }

    fn vector(&self, name: &str, length: usize) -> Result<Array1<f32>, Unfit> {
        Ok(Array1::from_vec(self.values(name, &[length])?))
    }

    fn values(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, Unfit> {
        let other = || Unfit::OtherModel(name.to_owned());
        let tensor = self.0.tensor(name).map_err(|_| other())?;
        if tensor.dtype() != Dtype::F32 || tensor.shape() != shape {
            return Err(other());
        }
        let values: Vec<f32> =
            tensor.data().as_chunks::<4>().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect();
        if values.iter().all(|value| value.is_finite()) { Ok(values) } else { Err(Unfit::Weights) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_function_is_known_at_some_places() {
        for (x, value) in [(0.0, 0.0), (0.5, 0.520_499_9), (1.0, 0.842_700_8), (-2.0, -0.995_322_3)] {
            assert!((error_function(x) - value).abs() < 1e-6, "{x}");
        }
    }

    #[test]
    fn attention_adds_up_to_one() {
        let x = Array2::from_shape_fn((3, HEAD), |(i, j)| (i * j % 5) as f32);
        for row in attention(&x.view(), &x.view()).rows() {
            assert!((row.sum() - 1.0).abs() < 1e-6);
        }
    }

    #[test]
    fn what_is_no_model_is_refused() {
        assert_eq!(Network::read(b"", 1).err(), Some(Unfit::Weights));
        assert_eq!(Network::read(&[0; 64], 1).err(), Some(Unfit::Weights));
    }
}
