//! Short texts made into documents, for the tests of the detectors.

use crate::align::{Alignment, Group, Link, Status};
use crate::clean::Role;
use crate::load::Card;
use crate::segment::{Document, Sentence};
use crate::text::{Language, Pair, Span};

use super::{Finding, Kind, Mark, Relation, candidates, compare, portray};

/// A document of the sentences given, in English.
pub fn document(sentences: &[&str]) -> Document {
    let mut text = String::new();
    let mut cut = Vec::new();
    for (passage, sentence) in sentences.iter().enumerate() {
        let start = text.len() + usize::from(passage > 0);
        if passage > 0 {
            text.push('\n');
        }
        text.push_str(sentence);
        cut.push(Sentence { span: Span::new(start, text.len()), role: Role::Body, passage, origin: start });
    }
    let card = Card::from_origin("test");
    Document { card, language: Language::english(), text, sentences: cut, removed: Vec::new(), notes: Vec::new() }
}

/// The marks of a document.
pub fn inspect(document: &Document) -> Vec<Mark> {
    portray(document).0
}

/// The marks of a kind in a sentence: their words and their values.
pub fn marks(kind: Kind, sentence: &str) -> Vec<(String, String)> {
    let document = document(&[sentence]);
    let marks = inspect(&document);
    let of_kind = marks.into_iter().filter(|mark| mark.kind == kind);
    of_kind.map(|mark| (mark.span.of(&document.text).to_owned(), mark.value)).collect()
}

/// The words of the marks of a kind in a sentence.
pub fn marked(kind: Kind, sentence: &str) -> Vec<String> {
    marks(kind, sentence).into_iter().map(|(words, _)| words).collect()
}

/// All sentences of the two sides read together as one group.
pub fn aligned(documents: Pair<&Document>) -> Alignment {
    let sentences = documents.map(|document| (0..document.sentences.len()).collect::<Vec<_>>());
    let links: Vec<Link> = sentences
        .left
        .iter()
        .flat_map(|&left| sentences.right.iter().map(move |&right| Pair::new(left, right)))
        .map(|sentences| Link { sentences, score: 1.0, status: Status::Manual })
        .collect();
    let groups = vec![Group { sentences, links: (0..links.len()).collect() }];
    Alignment { links, groups, ..Alignment::default() }
}

/// The findings between two documents whose sentences are all read together.
pub fn told(documents: Pair<&Document>) -> Vec<Finding> {
    compare(documents, &aligned(documents)).findings
}

/// The same with those that readers would seldom mark: detectors are tested without what is learned.
pub fn found(documents: Pair<&Document>) -> Vec<Finding> {
    candidates(documents, &aligned(documents)).into_iter().map(|(finding, _)| finding).collect()
}

/// The findings of a kind between two sentences: the relation and the words on both sides, "-" for none.
pub fn findings(kind: Kind, left: &str, right: &str) -> Vec<(Relation, String, String)> {
    let documents = Pair::new(document(&[left]), document(&[right]));
    let found = found(documents.as_ref());
    let of_kind = found.iter().filter(|finding| finding.kind == kind);
    of_kind
        .map(|finding| {
            let words = finding.places.zip(documents.as_ref()).map(|(place, document)| {
                place.map_or("-".to_owned(), |place| place.span.of(&document.text).to_owned())
            });
            (finding.relation, words.left, words.right)
        })
        .collect()
}

/// The only finding of a kind, as its relation and words.
pub fn finding(kind: Kind, left: &str, right: &str) -> (Relation, String, String) {
    let mut all = findings(kind, left, right);
    assert_eq!(all.len(), 1, "one finding: {all:?}");
    all.remove(0)
}

/// The message of the only finding of a kind.
pub fn message(kind: Kind, left: &str, right: &str) -> String {
    let documents = Pair::new(document(&[left]), document(&[right]));
    let of_kind = found(documents.as_ref()).into_iter().filter(|finding| finding.kind == kind);
    let messages: Vec<String> = of_kind.map(|finding| finding.message).collect();
    assert_eq!(messages.len(), 1, "one finding: {messages:?}");
    messages.concat()
}
