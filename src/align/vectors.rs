//! The vectors that come with the program: for each piece of a word what it means by itself, in 2 MB.
//!
//! `assets/align/vectors.bin` is made by `examples/distil_vectors.rs`; `assets/align/vectors.md` says from what. The file
//! is a line `paragone vectors 1`, a line with the number of pieces and of values, a line for each piece, and then for
//! each piece its scale (`f32`, little endian) and its values (`i8`).

use std::sync::LazyLock;

use super::meaning::Encode;
use super::wordpiece::Wordpieces;

/// The first line of the file.
const MAGIC: &str = "paragone vectors 1";

/// More values than this has no vector, so that a damaged file cannot ask for all memory.
const MOST_VALUES: usize = 1024;

static SHIPPED: LazyLock<Vectors> =
    LazyLock::new(|| Vectors::parse(include_bytes!("../../assets/align/vectors.bin")).unwrap_or_default());

/// A table of pieces with their vectors.
#[derive(Clone, Debug, Default)]
pub struct Vectors {
    pieces: Wordpieces,
    width: usize,
    scales: Vec<f32>,
    values: Vec<i8>,
}

impl Vectors {
    /// The table that comes with the program.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads a table; `None` where the file is not whole.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (magic, rest) = line(bytes)?;
        let (sizes, mut rest) = line(rest)?;
        let (count, width) = sizes.split_once(' ')?;
        let (count, width): (usize, usize) = (count.parse().ok()?, width.parse().ok()?);
        if magic != MAGIC || count > bytes.len() || width > MOST_VALUES {
            return None;
        }
        let start = rest;
        for _ in 0..count {
            rest = line(rest)?.1;
        }
        let names = std::str::from_utf8(&start[..start.len() - rest.len()]).ok()?;
        let row = size_of::<f32>() + width;
        if rest.len() != count * row {
            return None;
        }
        let (mut scales, mut values) = (Vec::with_capacity(count), Vec::with_capacity(count * width));
        for row in rest.chunks_exact(row) {
            let (scale, row) = row.split_first_chunk()?;
            scales.push(f32::from_le_bytes(*scale));
            values.extend(row.iter().map(|&byte| byte.cast_signed()));
        }
        Some(Self { pieces: Wordpieces::parse(names), width, scales, values })
    }

    /// The bytes of a table: names of pieces with their vectors, which are all of one length.
    pub fn written(rows: &[(String, Vec<f32>)]) -> Vec<u8> {
        let width = rows.first().map_or(0, |(_, vector)| vector.len());
        let mut bytes = format!("{MAGIC}\n{} {width}\n", rows.len()).into_bytes();
        rows.iter().for_each(|(name, _)| bytes.extend(format!("{name}\n").bytes()));
        for (_, vector) in rows {
            let most = vector.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
            let scale = if most > 0.0 { most / f32::from(i8::MAX) } else { 1.0 };
            bytes.extend(scale.to_le_bytes());
            bytes.extend(vector.iter().map(|value| ((value / scale).round() as i8).cast_unsigned()));
        }
        bytes
    }

    /// The mean of the vectors of a word's pieces; nothing but zeros for a word that has none.
    fn word(&self, word: &str) -> Vec<f32> {
        let pieces: Vec<usize> = self.pieces.cut(word).into_iter().flatten().map(|piece| piece as usize).collect();
        let mut mean = vec![0.0; self.width];
        for &piece in &pieces {
            let scale = self.scales.get(piece).copied().unwrap_or(0.0) / pieces.len() as f32;
            let values = self.values.get(piece * self.width..(piece + 1) * self.width).unwrap_or_default();
            mean.iter_mut().zip(values).for_each(|(sum, &value)| *sum += f32::from(value) * scale);
        }
        mean
    }
}

impl Encode for &Vectors {
    fn encode(&self, words: &[&str]) -> Vec<Vec<f32>> {
        words.iter().map(|word| self.word(word)).collect()
    }
}

/// The first line and what follows it.
fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().position(|&byte| byte == b'\n')?;
    Some((std::str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Vec<u8> {
        Vectors::written(&[
            ("harbour".to_owned(), vec![1.0, 0.0]),
            ("port".to_owned(), vec![0.5, -0.25]),
            ("##s".to_owned(), vec![0.0, 0.0]),
        ])
    }

    #[test]
    fn what_is_written_is_read_again() {
        let vectors = Vectors::parse(&table()).unwrap();
        let near = |a: Vec<f32>, b: [f32; 2]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 0.01);
        assert!(near(vectors.word("Harbour"), [1.0, 0.0]));
        assert!(near(vectors.word("port"), [0.5, -0.25]));
        assert!(near(vectors.word("ports"), [0.25, -0.125]), "the mean of its pieces");
        assert!(near(vectors.word("quay"), [0.0, 0.0]));
    }

    #[test]
    fn a_damaged_table_is_refused() {
        let whole = table();
        for end in 0..whole.len() {
            assert!(Vectors::parse(&whole[..end]).is_none(), "cut at {end}");
        }
        assert!(Vectors::parse(&[whole.as_slice(), b"!"].concat()).is_none());
        assert!(Vectors::parse(b"paragone vectors 1\n99999999999 128\n").is_none());
        assert!(Vectors::parse(b"paragone vectors 1\n1 99999999999\nharbour\n").is_none());
    }

    #[test]
    fn the_shipped_table_knows_that_words_are_related() {
        let vectors = Vectors::shipped();
        let near = |a: &str, b: &str| {
            let (a, b) = (vectors.word(a), vectors.word(b));
            let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
            dot(&a, &b) / (dot(&a, &a) * dot(&b, &b)).sqrt()
        };
        assert!(near("repay", "reimburse") > near("repay", "harbour") + 0.2);
        assert!(near("labeling", "designating") > near("labeling", "swimming"));
    }
}
