//! Markdown into blocks.

use super::{RawArticle, plain};

/// Whether a name ends as Markdown files do.
pub(super) fn is_named_so(origin: &str) -> bool {
    let lower = origin.to_ascii_lowercase();
    [".md", ".markdown"].iter().any(|ending| lower.ends_with(ending))
}

/// An article from Markdown.
pub(super) fn article(origin: &str, text: &str) -> RawArticle {
    plain::article(origin, text)
}
