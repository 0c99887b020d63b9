//! The result: everything that is known about two sources, as data. What shows it recomputes nothing.

mod anchor;
mod edits;
#[cfg(test)]
#[path = "../../tests/fixture/mod.rs"]
#[allow(dead_code, reason = "shared with the window's tests, which use the rest")]
pub(crate) mod fixture;
mod notes;
mod options;
mod remarks;
mod rows;

pub use anchor::{Anchor, FindingName};
pub use edits::{Carried, Changes, Edits, Lost, LostKind, Verdict, carry};
pub use options::Options;
pub use remarks::{OfFindings, Remark, Remarks, Review, Subject};
pub use rows::{Row, RowKey, rows};

use std::convert::Infallible;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::align::{Alignment, align};
use crate::claims::{self, Claims, Finding, Kind, Mark, Portrait, Unmatched};
use crate::clean::{Choices, clean};
use crate::load::RawArticle;
use crate::segment::{Cuts, Document, segment};
use crate::text::{Note, Pair, Side};
use crate::wording::{self, Piece};

/// Two sources compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The cleaned and cut sources.
    pub documents: Pair<Document>,
    /// Which sentences cover the same content.
    pub alignment: Alignment,
    /// The wording comparison of each group, by group id.
    pub wording: Vec<Vec<Piece>>,
    /// Every claim mark of each source.
    pub marks: Pair<Vec<Mark>>,
    /// The differences in claims; a finding's place here is its id.
    pub findings: Vec<Finding>,
    /// What each source shows by itself.
    pub portraits: Pair<Portrait>,
    /// The sentences of each side that no link was found for, in order, and what is known of them.
    pub unmatched: Pair<Vec<Unmatched>>,
    /// What the reader should know, both sources' notes included.
    pub notes: Vec<Note>,
}

/// One source alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// The cleaned and cut source.
    pub document: Document,
    /// Every claim mark found in it.
    pub marks: Vec<Mark>,
    /// What it shows by itself.
    pub portrait: Portrait,
}

/// Compares two articles: a pure function of the texts, the options and the reader's corrections.
pub fn compare(articles: Pair<&RawArticle>, options: &Options, edits: &Edits) -> Comparison {
    let Ok(comparison) = compare_while(articles, options, edits, || Ok::<(), Infallible>(()));
    comparison
}

/// The same as long as somebody wants it: between two stages `go_on` is asked.
///
/// # Errors
/// Those of `go_on`, whose first one ends it.
pub fn compare_while<E>(
    articles: Pair<&RawArticle>,
    options: &Options,
    edits: &Edits,
    go_on: impl Fn() -> Result<(), E>,
) -> Result<Comparison, E> {
    let documents = Pair::at_once(|side| {
        let mut document = document(articles[side], options, &edits.choices(side, options), edits.cuts(side));
        edits.overwrite(side, &mut document.card);
        document
    });
    go_on()?;
    let pins = edits.pins(documents.as_ref());
    let alignment = align(documents.as_ref(), &pins, options.matching, &options.semantics);
    go_on()?;
    let wording = alignment.groups.par_iter().map(|group| wording::compare(documents.as_ref(), group)).collect();
    go_on()?;
    let Claims { marks, findings, portraits } = claims::compare(documents.as_ref(), &alignment);
    go_on()?;
    let unmatched = claims::unmatched(documents.as_ref(), marks.as_ref().map(Vec::as_slice), &alignment);
    let notes = notes::notes(documents.as_ref());
    Ok(Comparison { documents, alignment, wording, marks, findings, portraits, unmatched, notes })
}

/// Reads one article: what was kept, what was taken out, and every claim mark in it.
pub fn inspect(article: &RawArticle, options: &Options) -> Inspection {
    let document = read(article, options);
    let (marks, portrait) = claims::portray(&document);
    Inspection { document, marks, portrait }
}

/// Cleans one article and cuts it into sentences, as a comparison without corrections does.
pub fn read(article: &RawArticle, options: &Options) -> Document {
    let none = Edits::default();
    document(article, options, &none.choices(Side::Left, options), none.cuts(Side::Left))
}

fn document(article: &RawArticle, options: &Options, choices: &Choices, cuts: &Cuts) -> Document {
    segment(article, clean(article, choices), options.language.as_ref(), cuts)
}

impl Comparison {
    /// What is known of a sentence that no link was found for; nothing of one that has a link.
    pub fn unmatched(&self, side: Side, sentence: usize) -> Option<&Unmatched> {
        let all = &self.unmatched[side];
        all.binary_search_by_key(&sentence, |alone| alone.sentence).ok().and_then(|at| all.get(at))
    }

    /// How many findings there are of a kind, agreements not counted.
    pub fn count(&self, kind: Kind) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.kind == kind && finding.relation != claims::Relation::Agrees)
            .count()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_comparison_that_nobody_wants_ends_at_the_next_stage() {
        let articles = Pair::new("Rain fell.", "It rained.").map(|text| RawArticle::from_text("a", text));
        let asked = Cell::new(0);
        let twice = || {
            asked.set(asked.get() + 1);
            if asked.get() < 3 { Ok(()) } else { Err("stopped") }
        };
        let compared = compare_while(articles.as_ref(), &Options::default(), &Edits::default(), twice);
        assert_eq!((compared, asked.get()), (Err("stopped"), 3));
    }
}
