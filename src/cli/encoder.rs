//! `--encoder FOLDER`: reads the files of a sentence encoder.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::align::SharedEncoder;
use crate::encoder::{Encoder, Files, Unfit};

/// No file of the model is larger than this; all-MiniLM-L6-v2 has 91 MB.
const MOST_BYTES: u64 = 200_000_000;

/// Why a folder gives no encoder: one sentence for a person.
#[derive(Debug, thiserror::Error)]
pub enum EncoderError {
    /// A file is missing or cannot be read.
    #[error(
        "{folder}: {file} cannot be read there ({error}); give the folder of all-MiniLM-L6-v2, with vocab.txt and model.safetensors"
    )]
    Unread {
        /// The folder as it was given.
        folder: String,
        /// The file in it.
        file: &'static str,
        /// What the system says.
        error: std::io::Error,
    },
    /// The files are damaged or another model's.
    #[error("{folder}: {unfit}; give the folder of all-MiniLM-L6-v2")]
    Unfit {
        /// The folder as it was given.
        folder: String,
        /// What is wrong.
        unfit: Unfit,
    },
}

/// The encoder that lies in a folder.
///
/// # Errors
/// Where a file is missing, cannot be read, is damaged, or belongs to another model.
pub fn open_encoder(folder: &Path) -> Result<SharedEncoder, EncoderError> {
    let name = || folder.display().to_string();
    let bytes = |file: &'static str| {
        read(&folder.join(file)).map_err(|error| EncoderError::Unread { folder: name(), file, error })
    };
    let vocabulary = String::from_utf8_lossy(&bytes("vocab.txt")?).into_owned();
    let files = Files { vocabulary, weights: bytes("model.safetensors")? };
    let encoder = Encoder::new(&files).map_err(|unfit| EncoderError::Unfit { folder: name(), unfit })?;
    Ok(SharedEncoder::new(encoder))
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(std::io::Error::new(std::io::ErrorKind::FileTooLarge, "it is too large"));
    }
    Ok(bytes)
}
