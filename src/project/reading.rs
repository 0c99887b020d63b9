//! Reads a project's file that anybody may have changed: what is sound is used, what is not is told and kept.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::comparison::{Edits, Options};
use crate::load::{Block, RawArticle};
use crate::text::{Pair, Side, Span};

use super::form::{About, CHECKSUM, FORMAT, Stretch, checksum, hash};
use super::sift::{Sifted, sift};
use super::{Damage, Opened, Project, Stored, VERSION, check, json};

/// More places than this are counted and not named.
const MOST_PLACES: usize = 3;

/// The project in the text of a file.
///
/// # Errors
/// Where it is no project or its texts are damaged: [`Damage`] says where. What else is damaged is left out and told in
/// [`Opened::lost`], since the texts are worth more than an option; so is any change that this program did not make.
pub fn read(text: &str) -> Result<Opened, Damage> {
    // Some editors put a mark at the beginning.
    let value = json::parse(text.strip_prefix('\u{feff}').unwrap_or(text))
        .map_err(|error| Damage::Syntax { line: error.line().max(1), column: error.column().max(1) })?;
    let was_changed = value.get(CHECKSUM).is_some_and(|known| *known != checksum(&value));
    let Value::Object(mut fields) = value else { return Err(Damage::Foreign) };
    if fields.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(Damage::Foreign);
    }
    let version = fields.get("version").and_then(Value::as_u64).ok_or_else(|| part("version", "it is no number"))?;
    let mut reader = Reader::default();
    if was_changed {
        reader.tell("The file was changed outside of Paragone since it was saved; it is shown as it is now.");
    }
    let sources = reader.sources(&mut fields)?;
    let options: Options = reader.take(&mut fields, "options", "The options");
    let edits: Edits = reader.take(&mut fields, "edits", "Your corrections and notes");
    for known in ["format", "version", CHECKSUM] {
        fields.shift_remove(known);
    }
    let project = Project { sources, options, edits, unknown: fields };
    Ok(Opened { project, newer: (version > VERSION).then_some(version), lost: reader.lost })
}

/// Reads part after part and notes what was lost on the way.
#[derive(Default)]
struct Reader {
    lost: Vec<String>,
}

impl Reader {
    fn tell(&mut self, what: impl Into<String>) {
        self.lost.push(what.into());
    }

    /// The sources; what stands beside them stays with the fields of the file.
    fn sources(&mut self, fields: &mut Map<String, Value>) -> Result<Pair<Stored>, Damage> {
        let value = fields.get_mut("sources").ok_or_else(|| part("sources", "they are missing"))?;
        let Value::Object(both) = value else { return Err(part("sources", "they are no two sources")) };
        let mut of = Pair::<Option<Value>>::from_fn(|side| both.shift_remove(side.name()));
        if both.is_empty() {
            fields.shift_remove("sources");
        }
        let mut source = |side: Side| {
            let value = of[side].take().ok_or_else(|| part(&place(side), "it is missing"))?;
            self.source(side, value)
        };
        Ok(Pair::new(source(Side::Left)?, source(Side::Right)?))
    }

    fn source(&mut self, side: Side, value: Value) -> Result<Stored, Damage> {
        let Value::Object(mut fields) = value else { return Err(part(&place(side), "it is no source")) };
        let lines: Vec<String> = needed(&mut fields, side, "text")?;
        let blocks: Vec<Stretch> = needed(&mut fields, side, "blocks")?;
        let text = lines.join("\n");
        let damaged_before = fields.shift_remove(DAMAGED);
        let what = format!("What is known of the {} source", side.name());
        let (about, mut unknown, damaged) = self.sifted::<About>(Value::Object(fields), &what);
        keep_damaged(&mut unknown, DAMAGED, damaged_before, damaged);
        if about.hash.as_ref().is_some_and(|known| *known != hash(&text)) {
            self.tell(format!("The text of the {} source was changed outside of Paragone.", side.name()));
        }
        let blocks =
            blocks.iter().map(|stretch| Block { span: Span { start: stretch.0, end: stretch.1 }, kind: stretch.2 });
        let article = RawArticle { card: about.card, text, blocks: blocks.collect(), notes: about.notes };
        match check::fault(&article) {
            Some(why) => Err(part(&place(side), &why)),
            None => Ok(Stored { article, read: about.read, unknown }),
        }
    }

    /// Takes a part out of the file's fields. What of it is not known stays there; so does, under another name, what cannot
    /// be read.
    fn take<T: Default + Serialize + DeserializeOwned>(
        &mut self,
        fields: &mut Map<String, Value>,
        name: &str,
        what: &str,
    ) -> T {
        let Some(value) = fields.shift_remove(name) else { return T::default() };
        let (value, unknown, damaged) = self.sifted(value, what);
        if !unknown.is_empty() {
            fields.insert(name.to_owned(), Value::Object(unknown));
        }
        let name_of_damaged = format!("{DAMAGED} {name}");
        let damaged_before = fields.shift_remove(&name_of_damaged);
        keep_damaged(fields, &name_of_damaged, damaged_before, damaged);
        value
    }

    /// A part as far as it can be read, what of it is not known, and what cannot be read.
    fn sifted<T: Default + Serialize + DeserializeOwned>(
        &mut self,
        value: Value,
        what: &str,
    ) -> (T, Map<String, Value>, Option<Value>) {
        let Sifted { value, unknown, damaged, places } = sift(value);
        if !places.is_empty() {
            self.tell(format!("{what}: {} could not be read; it is kept in the file, but not used.", named(&places)));
        }
        let unknown = match unknown {
            Some(Value::Object(unknown)) => unknown,
            _ => Map::new(),
        };
        (value, unknown, damaged)
    }
}

/// Under this name a file keeps what could not be read of it.
const DAMAGED: &str = "damaged";

/// What could not be read stands beside what could not be read before, in a list.
fn keep_damaged(fields: &mut Map<String, Value>, name: &str, before: Option<Value>, now: Option<Value>) {
    let mut all = match before {
        Some(Value::Array(all)) => all,
        before => before.into_iter().collect(),
    };
    all.extend(now);
    if !all.is_empty() {
        fields.insert(name.to_owned(), Value::Array(all));
    }
}

fn named(places: &[String]) -> String {
    let names: Vec<String> = places.iter().take(MOST_PLACES).map(|place| format!("“{place}”")).collect();
    match places.len().saturating_sub(MOST_PLACES) {
        0 => names.join(" and "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

fn place(side: Side) -> String {
    format!("sources, {}", side.name())
}

/// A field of a source without which there is none.
fn needed<T: DeserializeOwned>(fields: &mut Map<String, Value>, side: Side, name: &str) -> Result<T, Damage> {
    let place = format!("{}, {name}", place(side));
    let value = fields.shift_remove(name).ok_or_else(|| part(&place, "it is missing"))?;
    serde_json::from_value(value).map_err(|error| part(&place, &error.to_string()))
}

fn part(part: &str, why: &str) -> Damage {
    Damage::Part { part: part.to_owned(), why: why.to_owned() }
}
