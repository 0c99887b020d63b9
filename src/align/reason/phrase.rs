//! A reason in a few words: short, concrete, neutral; what it rests on as the texts write it, the left one's spelling.

use crate::segment::Document;
use crate::text::{Pair, Side, Span};

use super::{Reason, ReasonKind};

/// A stretch longer than this many characters is cut: its beginning is enough to find it.
const LONGEST: usize = 60;

impl Reason {
    /// The reason in words, without a full stop: "both name Trevilla", "same quotation: “never again”".
    pub fn phrase(&self, documents: Pair<&Document>) -> String {
        let here = |side: Side| self.places[side].iter().map(move |span| written(documents[side], *span));
        let (left, right) = (|| here(Side::Left).collect::<Vec<_>>(), || here(Side::Right).collect::<Vec<_>>());
        match self.kind {
            ReasonKind::ByHand => "linked by hand".to_owned(),
            ReasonKind::Identical => "word for word the same".to_owned(),
            ReasonKind::Quotation => format!("same quotation: {}", listed(&quoted(left()))),
            ReasonKind::Phrase => format!("both say {}", listed(&quoted(left()))),
            ReasonKind::Words => format!("share {}", listed(&quoted(left()))),
            ReasonKind::Names => format!("both name {}", listed(&left())),
            ReasonKind::Numbers => format!("both give {}", listed(&left())),
            ReasonKind::Alike => {
                let pairs =
                    here(Side::Left).zip(here(Side::Right)).map(|(left, right)| format!("“{left}” and “{right}”"));
                format!("similar words: {}", pairs.collect::<Vec<_>>().join(", "))
            }
            ReasonKind::Neighbours => "neighbouring sentences are linked".to_owned(),
            ReasonKind::Headings => "both are headings".to_owned(),
            ReasonKind::CommonWords if self.places.left.is_empty() => "otherwise only common words".to_owned(),
            ReasonKind::CommonWords => format!("share only common words: {}", listed(&quoted(left()))),
            ReasonKind::NoWords => "no telling word in common".to_owned(),
            ReasonKind::OtherNumbers => differing("other figures", &left(), &right()),
            ReasonKind::OtherNames => differing("other names", &left(), &right()),
        }
    }
}

/// All reasons of a link in one line.
pub fn in_one_line(reasons: &[Reason], documents: Pair<&Document>) -> String {
    reasons.iter().map(|reason| reason.phrase(documents)).collect::<Vec<_>>().join("; ")
}

/// The words at a place on one line, cut at a word where they are many.
fn written(document: &Document, span: Span) -> String {
    let words: Vec<&str> = span.of(&document.text).split_whitespace().collect();
    let whole = words.join(" ");
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    let mut cut = String::new();
    for word in words {
        if cut.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        cut.push_str(word);
        cut.push(' ');
    }
    format!("{}…", cut.trim_end())
}

fn quoted(words: Vec<String>) -> Vec<String> {
    words.into_iter().map(|words| format!("“{words}”")).collect()
}

fn differing(what: &str, left: &[String], right: &[String]) -> String {
    format!("{what}: {} / {}", left.join(", "), right.join(", "))
}

/// Words as people list them: "a, b and c".
fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
