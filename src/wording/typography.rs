//! In what way two wordings differ that differ in typography only.

use std::collections::BTreeMap;

use crate::segment::Document;
use crate::text::{Pair, plain};

use super::Piece;

/// What two wordings differ in that have the same letters and signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Typography {
    /// Capital and small letters.
    Capitals,
    /// The shape of quotation marks and apostrophes.
    Quotes,
    /// The length of dashes.
    Dashes,
    /// White space and characters that are not seen.
    Spacing,
    /// Commas, full stops and other marks; or several of these things at once.
    Punctuation,
}

impl Typography {
    /// What two wordings differ in.
    ///
    /// ```
    /// use paragone::wording::Typography;
    /// assert_eq!(Typography::of("don’t", "don't"), Typography::Quotes);
    /// assert_eq!(Typography::of("Minister", "minister"), Typography::Capitals);
    /// assert_eq!(Typography::of("he said,", "he said"), Typography::Punctuation);
    /// ```
    pub fn of(left: &str, right: &str) -> Self {
        let same = |shape: fn(&str) -> String| shape(left) == shape(right);
        if same(str::to_lowercase) {
            Self::Capitals
        } else if same(without_quotes) {
            Self::Quotes
        } else if same(without_dashes) {
            Self::Dashes
        } else if same(without_spaces) {
            Self::Spacing
        } else {
            Self::Punctuation
        }
    }
}

fn without_quotes(text: &str) -> String {
    text.chars().map(|c| if matches!(plain(c), Some('\'' | '"')) { '\'' } else { c }).collect()
}

fn without_dashes(text: &str) -> String {
    let short = text.chars().map(|c| if plain(c) == Some('-') { '-' } else { c });
    short.collect::<String>().replace("--", "-").replace(" - ", "-")
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|&c| !c.is_whitespace() && plain(c).is_some()).collect()
}

/// How many of the pieces differ in typography only, in what.
pub fn tally<'a>(
    documents: Pair<&Document>,
    pieces: impl IntoIterator<Item = &'a Piece>,
) -> BTreeMap<Typography, usize> {
    let mut counts = BTreeMap::new();
    for piece in pieces.into_iter().filter(|piece| piece.typographic) {
        let text = Pair::from_fn(|side| piece.spans[side].map_or("", |span| span.of(&documents[side].text)).trim());
        *counts.entry(Typography::of(text.left, text.right)).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::Typography;

    #[test]
    fn each_difference_is_told_by_what_makes_it_go_away() {
        for (left, right, expected) in [
            ("“We", "\"We", Typography::Quotes),
            ("9–10", "9-10", Typography::Dashes),
            ("tide — and", "tide – and", Typography::Dashes),
            ("per cent", "per\u{a0}cent", Typography::Spacing),
            ("Council", "council", Typography::Capitals),
            ("however,", "however", Typography::Punctuation),
            ("“The", "'the", Typography::Punctuation),
        ] {
            assert_eq!(Typography::of(left, right), expected, "{left} {right}");
            assert_eq!(Typography::of(right, left), expected, "{right} {left}");
        }
    }
}
