//! The words that every other module speaks in: sides, spans, tokens, languages, notes. Depends on nothing of ours.

mod direction;
mod fold;
mod folded;
mod language;
mod note;
mod side;
mod span;
mod token;

pub use direction::is_right_to_left;
pub use fold::{fold, letters, plain};
pub use folded::{Folded, Folding};
pub use language::{Language, WordList};
pub use note::{Level, Note};
pub use side::{Pair, Side};
pub use span::Span;
pub use token::{Token, TokenKind, tokens};
