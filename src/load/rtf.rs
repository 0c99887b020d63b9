//! Rich Text Format (.rtf): paragraphs, tables and notes, without what was deleted or is hidden.

mod charset;
mod group;
mod reader;
mod token;

use super::{Problem, RawArticle, Watch};

/// Between two looks at the watch this many tokens are read: some milliseconds' worth.
const TOKENS_BETWEEN_LOOKS: usize = 50_000;

/// The article in a file of rich text. What is damaged in it is passed over: a missing brace costs no text.
pub(super) fn article(bytes: &[u8], origin: &str, watch: &Watch) -> Result<RawArticle, Problem> {
    let mut reader = reader::Reader::new(origin, str::from_utf8(bytes).is_ok() && !bytes.is_ascii());
    for (number, token) in token::Tokens::new(bytes).enumerate() {
        if number % TOKENS_BETWEEN_LOOKS == 0 {
            watch.go_on()?;
        }
        reader.take(token)?;
    }
    Ok(reader.finish())
}

#[cfg(test)]
mod tests;
