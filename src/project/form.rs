//! The form of a project's file: what stands in it and in which order.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::comparison::{Edits, Options};
use crate::load::{BlockKind, Card, RawArticle};
use crate::text::{Note, Pair, Side};

use super::{Project, Stored, VERSION, rest};

/// What every project's file says it is.
pub(super) const FORMAT: &str = "paragone.project";

/// The field with the [`checksum`].
pub(super) const CHECKSUM: &str = "checksum";

#[derive(Serialize)]
struct File {
    format: &'static str,
    version: u64,
    checksum: String,
    sources: Pair<Source>,
    options: Options,
    edits: Edits,
}

/// A source; its text as a list of lines, so that the file can be read and compared line by line.
#[derive(Serialize)]
struct Source {
    #[serde(flatten)]
    about: About,
    text: Vec<String>,
    blocks: Vec<Stretch>,
}

/// What is known of a source.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct About {
    pub(super) card: Card,
    pub(super) read: Option<String>,
    pub(super) hash: Option<String>,
    pub(super) notes: Vec<Note>,
}

/// A block: the bytes of the text where it begins and ends, and what the format said that it is.
#[derive(Serialize, Deserialize)]
pub(super) struct Stretch(pub(super) usize, pub(super) usize, pub(super) BlockKind);

/// The text of a project's file.
pub fn write(project: &Project) -> String {
    let file = File {
        format: FORMAT,
        version: VERSION,
        checksum: String::new(),
        sources: project.sources.as_ref().map(source),
        options: project.options.clone(),
        edits: project.edits.clone(),
    };
    // A structure of strings, numbers, lists and maps with names as keys can always be written.
    let mut value = serde_json::to_value(file).unwrap_or_default();
    for side in Side::BOTH {
        rest::put_back(&mut value["sources"][side.name()], &Value::Object(project.sources[side].unknown.clone()));
    }
    rest::put_back(&mut value, &Value::Object(project.unknown.clone()));
    value[CHECKSUM] = checksum(&value).into();
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text
}

fn source(stored: &Stored) -> Source {
    let RawArticle { card, text, blocks, notes } = &stored.article;
    Source {
        about: About { card: card.clone(), read: stored.read.clone(), hash: Some(hash(text)), notes: notes.clone() },
        text: text.split('\n').map(str::to_owned).collect(),
        blocks: blocks.iter().map(|block| Stretch(block.span.start, block.span.end, block.kind)).collect(),
    }
}

/// A name for a text by what it says: SHA-256 over its UTF-8.
pub(super) fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let hex: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{}", hex.concat())
}

/// A name for a whole file by what it says, but for the checksum itself: its compact JSON with the fields of each object in
/// the order of their names, so that neither white space nor the order of fields counts.
pub(super) fn checksum(file: &Value) -> String {
    let mut file = file.clone();
    if let Value::Object(fields) = &mut file {
        fields.remove(CHECKSUM);
    }
    file.sort_all_objects();
    hash(&file.to_string())
}
