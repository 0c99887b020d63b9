//! A sentence encoder (all-MiniLM-L6-v2) in pure Rust, from files that the user has: words become vectors that say what
//! they mean in their sentence. Off by default; the aligner takes it through [`Encode`] and does without it as well.

mod network;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use thiserror::Error;

use crate::align::{Encode, Wordpieces};

use network::{MOST_PIECES, Network, WIDTH};

/// The files of a model's folder, as they are.
#[derive(Debug)]
pub struct Files {
    /// `vocab.txt`: one piece on each line.
    pub vocabulary: String,
    /// `model.safetensors`.
    pub weights: Vec<u8>,
}

/// Why files make no encoder.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unfit {
    /// The vocabulary lacks a piece that every model of this kind has.
    #[error("its vocab.txt has no {0}")]
    Vocabulary(&'static str),
    /// The weights are damaged.
    #[error("its model.safetensors is damaged")]
    Weights,
    /// A tensor is missing or has another shape.
    #[error("its model.safetensors is another model's ({0} is missing or of another size)")]
    OtherModel(String),
}

/// Sentences whose vectors are kept, so that a correction does not encode both articles again: two long reports.
/// A sentence takes about 40 KB, so all of them about 80 MB.
const MOST_KEPT: usize = 2000;

/// The encoder.
#[derive(Debug)]
pub struct Encoder {
    vocabulary: Wordpieces,
    network: Network,
    begin: u32,
    end: u32,
    unknown: u32,
    kept: Mutex<HashMap<String, Vec<Vec<f32>>>>,
}

impl Encoder {
    /// Makes an encoder of a model's files.
    ///
    /// # Errors
    /// Where the files are damaged or belong to another model.
    pub fn new(files: &Files) -> Result<Self, Unfit> {
        let vocabulary = Wordpieces::parse(&files.vocabulary);
        let piece = |name: &'static str| vocabulary.number(name).ok_or(Unfit::Vocabulary(name));
        let (begin, end, unknown) = (piece("[CLS]")?, piece("[SEP]")?, piece("[UNK]")?);
        let network = Network::read(&files.weights, vocabulary.len())?;
        Ok(Self { vocabulary, network, begin, end, unknown, kept: Mutex::default() })
    }

    /// The vector of one piece that stands alone; zeros where there is no such piece.
    pub fn piece(&self, number: u32) -> Vec<f32> {
        let vectors = self.network.run(&[self.begin, number, self.end]);
        if vectors.nrows() == 3 { vectors.row(1).to_vec() } else { vec![0.0; WIDTH] }
    }

    fn vectors(&self, words: &[&str]) -> Vec<Vec<f32>> {
        let mut pieces = vec![self.begin];
        let places: Vec<(usize, usize)> = words
            .iter()
            .map(|word| {
                let start = pieces.len();
                pieces.extend(self.vocabulary.cut(word).into_iter().map(|piece| piece.unwrap_or(self.unknown)));
                (start, pieces.len())
            })
            .collect();
        pieces.truncate(MOST_PIECES - 1);
        pieces.push(self.end);
        let vectors = self.network.run(&pieces);
        let mean = |(start, end): (usize, usize)| {
            let mut mean = vec![0.0; WIDTH];
            // What lies beyond the longest sentence has no vector, and so is near to nothing.
            let rows = start..end.min(vectors.nrows().saturating_sub(1));
            for row in rows.clone() {
                mean.iter_mut().zip(vectors.row(row)).for_each(|(sum, value)| *sum += value / rows.len() as f32);
            }
            mean
        };
        places.into_iter().map(mean).collect()
    }
}

impl Encode for Encoder {
    fn encode(&self, words: &[&str]) -> Vec<Vec<f32>> {
        let key = words.join(" ");
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(vectors) = kept().get(&key) {
            return vectors.clone();
        }
        let vectors = self.vectors(words);
        let mut kept = kept();
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(key, vectors.clone());
        vectors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unfit(vocabulary: &str, weights: &[u8]) -> Option<Unfit> {
        Encoder::new(&Files { vocabulary: vocabulary.to_owned(), weights: weights.to_vec() }).err()
    }

    #[test]
    fn files_that_make_no_encoder_are_told_apart() {
        assert_eq!(unfit("harbour", b""), Some(Unfit::Vocabulary("[CLS]")));
        assert_eq!(unfit("[CLS]\n[SEP]\n[UNK]", b"not a model"), Some(Unfit::Weights));
        let empty = [2_u64.to_le_bytes().as_slice(), b"{}"].concat();
        assert!(matches!(unfit("[CLS]\n[SEP]\n[UNK]", &empty), Some(Unfit::OtherModel(_))));
    }
}
