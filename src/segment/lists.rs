//! Lists that stand in one line: "1. Open the hatch 2. Close it", "• one • two".

use std::sync::LazyLock;

use regex::Regex;

use crate::text::Span;

/// A mark that may begin an item: a bullet, a number or a letter, or a bullet before a number.
static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:^|\s)(?P<mark>(?P<bullet>[•‣◦▪●⁃∙]\s*)?(?:\(?(?P<name>\d{1,2}|[a-z])(?:\.\)|[.)]))?)\s*\S").ok()
});

/// The marks of an inline list, but for one at the very beginning; empty where there is no list.
pub(super) fn marks(text: &str) -> Vec<Span> {
    let Some(pattern) = MARK.as_ref().filter(|_| may_hold_a_list(text)) else { return Vec::new() };
    let mut bullets = Vec::new();
    let mut numbered: Vec<(Span, u32)> = Vec::new();
    for found in pattern.captures_iter(text) {
        let Some(mark) = found.name("mark").filter(|mark| !mark.is_empty()) else { continue };
        let span = Span::from(mark.range());
        if found.name("bullet").is_some() {
            bullets.push(span);
        } else {
            numbered.extend(found.name("name").and_then(|name| number(name.as_str())).map(|number| (span, number)));
        }
    }
    bullets.retain(|mark| mark.start > 0);
    if bullets.is_empty() { in_sequence(&numbered) } else { bullets }
}

/// Whether a text has a bullet or begins with what may be a first number: most do not, and need no search.
fn may_hold_a_list(text: &str) -> bool {
    text.contains(BULLETS) || text.chars().take(LONGEST_NUMBER).any(|c| matches!(c, '.' | ')'))
}

const BULLETS: [char; 7] = ['•', '‣', '◦', '▪', '●', '⁃', '∙'];

/// "(12)" has so many characters.
const LONGEST_NUMBER: usize = 4;

/// Letters count from here, so that "a." is not taken to follow "1.".
const FIRST_LETTER: u32 = 1_000;

fn number(name: &str) -> Option<u32> {
    let first = name.chars().next()?;
    if first.is_ascii_digit() { name.parse().ok() } else { Some(FIRST_LETTER + u32::from(first) - u32::from('a')) }
}

/// The marks that count on from one at the very beginning of the text; a lone "2." is no list.
fn in_sequence(marks: &[(Span, u32)]) -> Vec<Span> {
    let Some(&(Span { start: 0, .. }, first)) = marks.first() else { return Vec::new() };
    let mut next = first + 1;
    let mut found = Vec::new();
    for &(mark, number) in marks.get(1..).unwrap_or_default() {
        if number == next {
            found.push(mark);
            next += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> usize {
        marks(text).len() + 1
    }

    #[test]
    fn numbers_letters_and_bullets_begin_items() {
        for text in
            ["1. Open it 2. Shut it", "1.) Open it. 2.) Shut it.", "a) Open it b) Shut it", "• Open it • Shut it"]
        {
            assert_eq!(parts(text), 2, "{text}");
        }
    }

    #[test]
    fn a_number_in_running_text_is_none() {
        for text in
            ["He came in 2. She won.", "1. Open it, then wait for 3. No more.", "Plan (a) failed, plan b. was late"]
        {
            assert_eq!(parts(text), 1, "{text}");
        }
    }
}
