//! Quotation marks and brackets seen through: a text of the same length in which they are blanks.
//!
//! A splitter that pairs quotation marks is led astray by one that has no partner (an inch mark, a quotation that runs
//! on in the next paragraph) and never cuts inside a quotation of several sentences; a bullet inside a line makes it
//! take all that follows for one item. Without these marks it sees plain sentences; where they stood is put right
//! afterwards.

/// The text with double quotation marks, brackets, bullets and single marks that open or close a quotation turned into spaces
/// of the same length in bytes.
pub(super) fn masked(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        if is_mark(before, c, after) {
            result.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            result.push(c);
        }
        before = c;
    }
    result
}

/// Whether a character opens or closes something, seen from its neighbours: an apostrophe inside a word does not.
fn is_mark(before: char, c: char, after: char) -> bool {
    match c {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '‚' => true,
        '(' | ')' | '[' | ']' | '•' => true,
        '\'' => before.is_whitespace() && after.is_alphanumeric() || closes(before, after),
        '’' => closes(before, after),
        _ => false,
    }
}

fn closes(before: char, after: char) -> bool {
    matches!(before, '.' | '!' | '?' | '…' | ',') && !after.is_alphanumeric()
}

/// Whether a character can close what the end of a sentence stands in.
pub(super) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '’' | '\'' | '»' | '«' | '›' | ')' | ']')
}

/// Whether a character can open a sentence before its first word.
pub(super) fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '‘' | '‚' | '\'' | '«' | '»' | '‹' | '(' | '[' | '¿' | '¡')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_blanked_and_lengths_kept() {
        let text = "“No,” she said (twice). 'Yes.' It’s Oh's";
        let seen = masked(text);
        assert_eq!(seen.len(), text.len());
        assert_eq!(seen.split_whitespace().collect::<Vec<_>>().join(" "), "No, she said twice . Yes. It’s Oh's");
    }
}
