//! The marks of a whole document, found by sentence, value and name: so that what a group asks about the rest of a
//! source costs no walk through all of it.

use std::collections::HashSet;

use super::mark::of_sentence;
use super::name::{Abbreviations, Namesakes};
use super::number::Tolls;
use super::reading::Page;
use super::{Kind, Mark, attribution};

/// The marks of a document and where to find them.
pub struct Register<'a> {
    /// Every mark, in the order of the text.
    pub all: &'a [Mark],
    /// Whom the document names.
    pub names: Namesakes<'a>,
    /// The short names that the document explains.
    pub abbreviations: Abbreviations<'a>,
    /// Whom its attributions name.
    pub sources: Namesakes<'a>,
    /// Its numbers of people by what has become of them.
    pub tolls: Tolls<'a>,
    numbers: HashSet<&'a str>,
}

impl<'a> Register<'a> {
    /// Enters the marks of a page, which are in the order of the text.
    pub fn of(page: &Page<'a>, all: &'a [Mark]) -> Self {
        let of_kind = |kind: Kind| all.iter().filter(move |mark| mark.kind == kind);
        Self {
            all,
            names: Namesakes::of(of_kind(Kind::Name).map(|mark| mark.value.as_str())),
            abbreviations: Abbreviations::of(page.text(), of_kind(Kind::Name)),
            sources: Namesakes::of(of_kind(Kind::Attribution).map(attribution::source)),
            tolls: Tolls::of(page, of_kind(Kind::Number)),
            numbers: of_kind(Kind::Number).map(|mark| mark.value.as_str()).collect(),
        }
    }

    /// The marks of a sentence, in order.
    pub fn of_sentence(&self, sentence: usize) -> &'a [Mark] {
        of_sentence(self.all, sentence)
    }

    /// Whether the document gives a number.
    pub fn has_number(&self, value: &str) -> bool {
        self.numbers.contains(value)
    }
}
