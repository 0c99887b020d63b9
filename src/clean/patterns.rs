//! What stands on a news page and is not the article: patterns read from the word lists of a language.

use std::sync::{LazyLock, OnceLock};

use regex::Regex;

use crate::text::fold;

use super::Reason;
use super::needs::Needs;

/// What a pattern is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// A sentence, also inside a paragraph.
    Sentence,
    /// A whole block.
    Block,
    /// A whole block that introduces a list of links.
    Heading,
}

/// A sentence or line longer than this, in bytes, is not looked at: boilerplate is short.
const LONGEST: usize = 320;

/// Most texts have the beginning of no pattern, and to build one takes as long as to clean an article; so one is built when
/// a text first has what it asks for.
struct Pattern {
    scope: Scope,
    reason: Reason,
    needs: Needs,
    written: &'static str,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    fn is_match(&self, text: &str) -> bool {
        let regex = || self.regex.get_or_init(|| Regex::new(self.written).ok());
        self.needs.are_met_by(text) && regex().as_ref().is_some_and(|regex| regex.is_match(text))
    }
}

static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    LISTS.iter().flat_map(|list| list.lines()).filter(|line| !is_comment(line)).filter_map(parse).collect()
});

/// All languages at once: what surrounds an article can be in another than the article, and no pattern says anything else in
/// another language.
const LISTS: [&str; 4] = [
    include_str!("../../assets/lang/en/boilerplate.txt"),
    include_str!("../../assets/lang/de/boilerplate.txt"),
    include_str!("../../assets/lang/es/boilerplate.txt"),
    include_str!("../../assets/lang/fr/boilerplate.txt"),
];

/// Why a stretch of text is no part of the article; `None` where it is.
pub(super) fn reason(text: &str, scope: Scope) -> Option<Reason> {
    if text.len() > LONGEST {
        return None;
    }
    let folded = fold(text.trim());
    let bare = folded.strip_prefix(['(', '[']).map_or(&*folded, |inner| inner.trim_end_matches([')', ']']));
    let whole = if scope == Scope::Sentence { bare } else { &folded };
    let found = PATTERNS.iter().find(|pattern| pattern.scope == scope && pattern.is_match(whole));
    found.map(|pattern| pattern.reason)
}

fn is_comment(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

fn parse(line: &'static str) -> Option<Pattern> {
    let (head, written) = line.split_once(" ~ ")?;
    let (scope, reason) = head.split_once(' ')?;
    let scope = match scope {
        "sentence" => Scope::Sentence,
        "block" => Scope::Block,
        "heading" => Scope::Heading,
        _ => return None,
    };
    let reason = match reason {
        "byline" => Reason::Byline,
        "caption" => Reason::Caption,
        "related" => Reason::Related,
        "links" => Reason::LinkList,
        "appeal" => Reason::Appeal,
        "furniture" => Reason::Furniture,
        _ => return None,
    };
    Some(Pattern { scope, reason, needs: Needs::of(written)?, written, regex: OnceLock::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_understood() {
        let lines = LISTS.iter().flat_map(|list| list.lines()).filter(|line| !is_comment(line));
        assert!(lines.clone().count() > 20);
        for line in lines {
            let pattern = parse(line).unwrap_or_else(|| panic!("{line}"));
            assert!(Regex::new(pattern.written).is_ok(), "{line}");
            assert_ne!(pattern.needs, Needs::Nothing, "say words that stand in each of what it finds: {line}");
        }
    }

    #[test]
    fn sentences_that_are_appeals_links_or_captions() {
        let reason = |text| reason(text, Scope::Sentence);
        assert_eq!(reason("(Related: Old mast found in the bay.)"), Some(Reason::Related));
        assert_eq!(reason("Watch the video below to see the mast fall."), Some(Reason::Appeal));
        assert_eq!(reason("Head over to Masts.news for more."), Some(Reason::Appeal));
        assert_eq!(reason("Sign up for our free daily newsletter!"), Some(Reason::Appeal));
        assert_eq!(reason("(Photo: Ada Byrne)"), Some(Reason::Caption));
    }

    #[test]
    fn sentences_that_only_look_so() {
        let texts = [
            "Related crimes rose by a third.",
            "Watch the harbour, she said, and you will see.",
            "Follow us, the captain cried.",
            "Visit Westhaven in spring.",
            "Sign up for the army, they were told.",
            "Share prices fell.",
            "Image matters to voters.",
        ];
        for text in texts {
            assert_eq!(reason(text, Scope::Sentence), None, "{text}");
        }
    }

    #[test]
    fn whole_lines() {
        assert_eq!(reason("The old mast, in a file image.", Scope::Block), Some(Reason::Caption));
        assert_eq!(reason("ADVERTISEMENT", Scope::Block), Some(Reason::Appeal));
        assert_eq!(reason("Most read", Scope::Heading), Some(Reason::Related));
        assert_eq!(reason("Sources:", Scope::Heading), Some(Reason::LinkList));
        assert_eq!(reason("Sources close to the mayor", Scope::Heading), None);
    }
}
