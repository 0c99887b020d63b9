//! Brackets inside a sentence: what stands in them belongs to it, however many full stops they hold.

use crate::text::Span;

use super::mask::is_closer;
use super::start_of;

/// A longer bracket is a lost closing mark or a text of its own.
const LONGEST: usize = 400;

/// The brackets that open in the middle of a sentence, with their marks.
pub(super) fn inside_sentences(text: &str) -> Vec<Span> {
    let mut open: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => open.push(at),
            ')' | ']' => {
                let Some(start) = open.pop() else { continue };
                if open.is_empty() && at - start <= LONGEST && !begins_a_sentence(text, start) {
                    found.push(Span::new(start, at + 1));
                }
            }
            _ => {}
        }
    }
    found
}

fn begins_a_sentence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end();
    let end = before.trim_end_matches(is_closer);
    before.is_empty() || end.ends_with(['.', '!', '?', '…', '。'])
}

/// A longer one is no footnote mark.
const LONGEST_FOOTNOTE: usize = 30;

/// What follows a footnote mark such as `[3]` or `[citation needed]`; `None` where the text does not begin with one.
pub(super) fn after_footnote(text: &str) -> Option<&str> {
    let (mark, after) = inside('[', ']', text.trim_start_matches(' '), LONGEST_FOOTNOTE)?;
    mark.chars().all(|c| c.is_numeric() || c.is_lowercase() || c == ' ').then_some(after)
}

/// What stands in the bracket that the text begins with, and what follows it.
fn inside(open: char, close: char, text: &str, longest: usize) -> Option<(&str, &str)> {
    let rest = text.strip_prefix(open)?;
    let end = start_of(rest, longest).find(close)?;
    Some((rest.get(..end)?, rest.get(end + close.len_utf8()..)?))
}

/// Whether the text begins with a bracket after which the sentence before it goes on: `Help! (1965), and then`.
pub(super) fn belongs_to_what_is_before(text: &str) -> bool {
    let Some((inside, after)) = inside('(', ')', text, LONGEST) else { return false };
    let goes_on = after.trim_start().starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | '.' | ':'));
    goes_on && !inside.ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_in_the_middle_of_a_sentence() {
        let text = "It sank (the mast broke. It was old.) at night. (So they say.) End.";
        let found: Vec<&str> = inside_sentences(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["(the mast broke. It was old.)"]);
    }

    #[test]
    fn footnotes_and_insertions_are_told_from_sentences() {
        assert_eq!(after_footnote("[12] Then"), Some(" Then"));
        assert_eq!(after_footnote("[citation needed]"), Some(""));
        assert_eq!(after_footnote("[Laughs.] Then"), None);
        assert!(belongs_to_what_is_before("(1965), a film"));
        assert!(!belongs_to_what_is_before("(It was late.) They went"));
        assert!(!belongs_to_what_is_before("(no end"));
    }

    #[test]
    fn unpaired_ones_are_passed_over() {
        assert!(inside_sentences("a) One. b) Two (three. Four.").is_empty());
    }
}
