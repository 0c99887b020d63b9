//! The words that every other module speaks in: sides, spans, tokens, languages, notes. Depends on nothing of ours.

mod fold;
mod language;
mod note;
mod side;
mod span;
mod token;

pub use fold::{fold, letters};
pub use language::{Language, WordList};
pub use note::{Level, Note};
pub use side::{Pair, Side};
pub use span::Span;
pub use token::{Token, TokenKind, tokens};
