//! Places in a text: half-open ranges of bytes.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of **bytes** `start..end` of some text. Both ends lie on character boundaries of that text.
///
/// ```
/// use paragone::text::Span;
/// let span = Span::new(4, 9);
/// assert_eq!(span.of("The story ends."), "story");
/// assert!(span.touches(Span::new(8, 20)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`; an end before the start gives an empty span at the start.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// The span of `part`, which must be a slice of `whole`; `None` where it is not.
    pub fn within(whole: &str, part: &str) -> Option<Self> {
        let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
        let span = Self::new(start, start + part.len());
        (span.end <= whole.len() && whole.get(span.range()) == Some(part)).then_some(span)
    }

    /// The slice of `text`; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// As a standard range.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// How many bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end == self.start
    }

    /// Whether the other lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn touches(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes that both have; `None` where there are none.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span of a text that stands `offset` bytes further on.
    pub const fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset, end: self.end + offset }
    }

    /// The same span counted from `origin`, which lies at or before its start.
    pub const fn back(self, origin: usize) -> Self {
        Self { start: self.start.saturating_sub(origin), end: self.end.saturating_sub(origin) }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
