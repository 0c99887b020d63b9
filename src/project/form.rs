//! The form of a project's file: what stands in it and in which order.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::comparison::{Edits, Options};
use crate::load::{Block, BlockKind, Card, RawArticle};
use crate::text::{Note, Pair, Side, Span};

use super::{Damage, Opened, Project, Stored, VERSION, check};

/// What every project's file says it is.
const FORMAT: &str = "paragone.project";

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u64,
    sources: Pair<Source>,
    #[serde(default)]
    options: Options,
    #[serde(default)]
    edits: Edits,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// A source; its text as a list of lines, so that the file can be read and compared line by line.
#[derive(Serialize, Deserialize)]
struct Source {
    card: Card,
    #[serde(default)]
    read: Option<String>,
    #[serde(default)]
    hash: Option<String>,
    #[serde(default)]
    notes: Vec<Note>,
    text: Vec<String>,
    blocks: Vec<Stretch>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// A block: the bytes of the text where it begins and ends, and what the format said that it is.
#[derive(Serialize, Deserialize)]
struct Stretch(usize, usize, BlockKind);

/// The text of a project's file.
pub fn write(project: &Project) -> String {
    let file = File {
        format: FORMAT.to_owned(),
        version: VERSION,
        sources: project.sources.as_ref().map(source),
        options: project.options.clone(),
        edits: project.edits.clone(),
        unknown: project.unknown.clone(),
    };
    // A structure of strings, numbers, lists and maps with names as keys can always be written.
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

fn source(stored: &Stored) -> Source {
    let RawArticle { card, text, blocks, notes } = &stored.article;
    Source {
        card: card.clone(),
        read: stored.read.clone(),
        hash: Some(hash(text)),
        notes: notes.clone(),
        text: text.split('\n').map(str::to_owned).collect(),
        blocks: blocks.iter().map(|block| Stretch(block.span.start, block.span.end, block.kind)).collect(),
        unknown: stored.unknown.clone(),
    }
}

/// A name for a text by what it says: SHA-256 over its UTF-8.
pub(super) fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let hex: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{}", hex.concat())
}

/// The project in the text of a file.
///
/// # Errors
/// Where it is no project or its sources are damaged: [`Damage`] says where. What else is damaged is left out and told in
/// [`Opened::lost`], since the texts are worth more than an option.
pub fn read(text: &str) -> Result<Opened, Damage> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| Damage::Syntax { line: error.line().max(1), column: error.column().max(1) })?;
    let Value::Object(mut fields) = value else { return Err(Damage::Foreign) };
    if fields.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(Damage::Foreign);
    }
    let version = fields.get("version").and_then(Value::as_u64).ok_or_else(|| part("version", "it is no number"))?;
    let sources = fields.remove("sources").ok_or_else(|| part("sources", "they are missing"))?;
    let mut lost = Vec::new();
    let sources = both(sources, &mut lost)?;
    let options: Options = take(&mut fields, "options", "The options", &mut lost);
    let edits: Edits = take(&mut fields, "edits", "Your corrections and notes", &mut lost);
    for known in ["format", "version"] {
        fields.remove(known);
    }
    let project = Project { sources, options, edits, unknown: fields };
    Ok(Opened { project, newer: (version > VERSION).then_some(version), lost })
}

fn both(value: Value, lost: &mut Vec<String>) -> Result<Pair<Stored>, Damage> {
    let sources: Pair<Value> = serde_json::from_value(value).map_err(|error| part("sources", &error.to_string()))?;
    Ok(Pair::new(stored(Side::Left, sources.left, lost)?, stored(Side::Right, sources.right, lost)?))
}

fn stored(side: Side, value: Value, lost: &mut Vec<String>) -> Result<Stored, Damage> {
    let place = format!("sources, {}", side.name());
    let source: Source = serde_json::from_value(value).map_err(|error| part(&place, &error.to_string()))?;
    let text = source.text.join("\n");
    if source.hash.as_ref().is_some_and(|known| *known != hash(&text)) {
        lost.push(format!("The text of the {} source was changed outside of Paragone.", side.name()));
    }
    let blocks =
        source.blocks.iter().map(|stretch| Block { span: Span { start: stretch.0, end: stretch.1 }, kind: stretch.2 });
    let article = RawArticle { card: source.card, text, blocks: blocks.collect(), notes: source.notes };
    match check::fault(&article) {
        Some(why) => Err(part(&place, &why)),
        None => Ok(Stored { article, read: source.read, unknown: source.unknown }),
    }
}

/// Takes a part out of the file's fields; what of it cannot be read stays there under another name.
fn take<T: Default + DeserializeOwned>(
    fields: &mut Map<String, Value>,
    key: &str,
    what: &str,
    lost: &mut Vec<String>,
) -> T {
    let Some(value) = fields.remove(key) else { return T::default() };
    let (value, damaged) = sound(value, what, lost);
    if !damaged.is_empty() {
        fields.insert(format!("damaged {key}"), Value::Object(damaged));
    }
    value
}

/// Reads a part field by field where it cannot be read as a whole, so that a slip in one costs no other. What cannot be
/// read is told and given back.
fn sound<T: Default + DeserializeOwned>(value: Value, what: &str, lost: &mut Vec<String>) -> (T, Map<String, Value>) {
    let Value::Object(fields) = value else {
        lost.push(format!("{what} could not be read; they are kept in the file, but not used."));
        return (T::default(), Map::from_iter([("all".to_owned(), value)]));
    };
    let read = |fields: Map<String, Value>| serde_json::from_value::<T>(Value::Object(fields));
    if let Ok(value) = read(fields.clone()) {
        return (value, Map::new());
    }
    let is_sound = |field: &(String, Value)| read(Map::from_iter([field.clone()])).is_ok();
    let (good, damaged): (Vec<_>, Vec<_>) = fields.into_iter().partition(is_sound);
    let names: Vec<&str> = damaged.iter().map(|(key, _)| key.as_str()).collect();
    lost.push(format!("{what}: “{}” could not be read; it is kept in the file, but not used.", names.join("”, “")));
    (read(Map::from_iter(good)).unwrap_or_default(), Map::from_iter(damaged))
}

fn part(part: &str, why: &str) -> Damage {
    Damage::Part { part: part.to_owned(), why: why.to_owned() }
}
