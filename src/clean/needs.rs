//! What a text must have for a pattern to be found in it, told without building the pattern.

use regex_syntax::hir::Look;
use regex_syntax::hir::literal::{ExtractKind, Extractor, Seq};

/// Words of which a text has one at least wherever a pattern is found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// It begins with one of them.
    Beginning(Vec<String>),
    /// They stand anywhere.
    Anywhere(Vec<String>),
    /// The pattern may be found in any text.
    Nothing,
}

impl Needs {
    /// What a pattern needs; `None` where it is none.
    pub(super) fn of(pattern: &str) -> Option<Self> {
        let parsed = regex_syntax::parse(pattern).ok()?;
        let beginnings = words(&Extractor::new().extract(&parsed));
        let is_at_the_beginning = parsed.properties().look_set_prefix().contains(Look::Start);
        let needs = match beginnings {
            Some(words) if is_at_the_beginning => Some(Self::Beginning(words)),
            Some(words) => Some(Self::Anywhere(words)),
            None => words(&Extractor::new().kind(ExtractKind::Suffix).extract(&parsed)).map(Self::Anywhere),
        };
        Some(needs.unwrap_or(Self::Nothing))
    }

    /// Whether a text has what the pattern needs.
    pub(super) fn are_met_by(&self, text: &str) -> bool {
        match self {
            Self::Beginning(words) => words.iter().any(|word| text.starts_with(word.as_str())),
            Self::Anywhere(words) => words.iter().any(|word| text.contains(word.as_str())),
            Self::Nothing => true,
        }
    }
}

/// The words with which each of what is found begins (or ends); `None` where there is no such list.
fn words(found: &Seq) -> Option<Vec<String>> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok().filter(|word| !word.is_empty());
    found.literals()?.iter().map(|literal| text(literal.as_bytes())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_asked_only_of_texts_that_it_may_be_found_in() {
        let check = |pattern: &str, text: &str| Needs::of(pattern).is_some_and(|needs| needs.are_met_by(text));
        assert!(check("^(more )?related( news)?:", "related: fire"));
        assert!(check("^(more )?related( news)?:", "more related news: fire"));
        assert!(!check("^(more )?related( news)?:", "the related news: fire"));
        assert!(check(r"\ball rights reserved\.?$", "2024, all rights reserved"));
        assert!(!check(r"\ball rights reserved\.?$", "all rights"));
        assert!(check("^.{3,60} can be reached.{0,80}@", "ada can be reached: ada@"));
        assert!(!check("^.{3,60} can be reached.{0,80}@", "ada can be reached"));
    }

    #[test]
    fn what_may_be_found_anywhere_needs_nothing() {
        assert_eq!(Needs::of("^.{3,60}$"), Some(Needs::Nothing));
        assert_eq!(Needs::of("("), None);
    }
}
