//! Rich Text Format (.rtf): paragraphs, tables and notes, without what was deleted or is hidden.

mod charset;
mod group;
mod reader;
mod token;

use super::{Problem, RawArticle};

/// The article in a file of rich text. What is damaged in it is passed over: a missing brace costs no text.
pub(super) fn article(bytes: &[u8], origin: &str) -> Result<RawArticle, Problem> {
    let mut reader = reader::Reader::new(origin, str::from_utf8(bytes).is_ok() && !bytes.is_ascii());
    for token in token::Tokens::new(bytes) {
        reader.take(token)?;
    }
    Ok(reader.finish())
}

#[cfg(test)]
mod tests;
