//! A text in stretches of different looks, cleaned of what must not reach a page.

use super::style::Look;

/// One paragraph before it is set.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Styled {
    text: String,
    /// Where each stretch ends, in bytes of the text, and how it looks.
    ends: Vec<(usize, Look)>,
}

impl Styled {
    /// A paragraph of one look.
    pub(super) fn of(text: &str, look: Look) -> Self {
        Self::default().and(text, look)
    }

    /// The same with more text. White space becomes a blank; what draws nothing and could turn, hide or break the rest
    /// of the line is left out.
    #[must_use]
    pub(super) fn and(mut self, text: &str, look: Look) -> Self {
        self.text.extend(text.chars().filter_map(harmless));
        match self.ends.last_mut() {
            Some((end, last)) if *last == look => *end = self.text.len(),
            _ => self.ends.push((self.text.len(), look)),
        }
        self
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The stretches in order: the byte after each, and its look.
    pub(super) fn ends(&self) -> &[(usize, Look)] {
        &self.ends
    }

    /// The look that the paragraph begins with.
    pub(super) fn first_look(&self) -> Option<Look> {
        self.ends.first().map(|(_, look)| *look)
    }
}

fn harmless(c: char) -> Option<char> {
    match c {
        '\u{a0}' | '\u{202f}' => Some(c),
        _ if c.is_whitespace() => Some(' '),
        // Directional controls, joiners of nothing, soft hyphens (words are parted anew), byte order marks, and
        // numbers that are no characters.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' => None,
        '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e0fff}' => None,
        _ if c.is_control() => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::{BODY, NOTE};
    use super::*;

    #[test]
    fn what_could_turn_or_hide_a_line_is_left_out() {
        let hostile = "a\u{202e}b\u{0}c\u{7}\nd\u{2066}e\u{feff}f\u{ad}g";
        assert_eq!(Styled::of(hostile, BODY).text(), "abc defg");
    }

    #[test]
    fn stretches_of_one_look_are_one() {
        let styled = Styled::of("The weir ", BODY).and("broke", BODY).and(" at noon.", NOTE);
        assert_eq!(styled.ends(), [(14, BODY), (23, NOTE)]);
    }
}
