//! A text cut into words, numbers and punctuation.

use unicode_segmentation::UnicodeSegmentation as _;

use super::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and hyphens as UAX #29 joins them.
    Word,
    /// Begins with a digit.
    Number,
    /// Anything else that is not white space.
    Punctuation,
}

/// A token and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of a text in order; white space lies between them and is no token.
///
/// ```
/// use paragone::text::{tokens, TokenKind};
/// let text = "Mr. Oh paid $3.5bn.";
/// let words: Vec<_> = tokens(text).iter().map(|t| t.span.of(text)).collect();
/// assert_eq!(words, ["Mr", ".", "Oh", "paid", "$", "3.5bn", "."]);
/// ```
pub fn tokens(text: &str) -> Vec<Token> {
    text.split_word_bound_indices()
        .filter_map(|(start, piece)| {
            let kind = kind_of(piece)?;
            Some(Token { span: Span::new(start, start + piece.len()), kind })
        })
        .collect()
}

fn kind_of(piece: &str) -> Option<TokenKind> {
    let first = piece.chars().next()?;
    if piece.chars().all(char::is_whitespace) {
        None
    } else if first.is_numeric() {
        Some(TokenKind::Number)
    } else if piece.chars().any(char::is_alphanumeric) {
        Some(TokenKind::Word)
    } else {
        Some(TokenKind::Punctuation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn decimals_and_apostrophes_stay_whole() {
        assert_eq!(words("It’s 1,200.50 – “really”!"), ["It’s", "1,200.50", "–", "“", "really", "”", "!"]);
    }

    #[test]
    fn white_space_is_no_token() {
        assert!(words(" \u{a0}\n\t").is_empty());
        assert!(words("").is_empty());
    }
}
