//! A text in stretches of different looks.

use super::style::Look;
use crate::report::letters::drawn;

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

    /// The same with more text, as far as a page can show it.
    #[must_use]
    pub(super) fn and(mut self, text: &str, look: Look) -> Self {
        self.text.push_str(&drawn(text));
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

#[cfg(test)]
mod tests {
    use super::super::style::{BODY, NOTE};
    use super::*;

    #[test]
    fn stretches_of_one_look_are_one() {
        let styled = Styled::of("The weir ", BODY).and("broke", BODY).and(" at noon.", NOTE);
        assert_eq!(styled.ends(), [(14, BODY), (23, NOTE)]);
    }
}
