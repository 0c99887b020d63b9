//! A sentence that no link was found for: what comes nearest to it in the other source, and which of its numbers, names
//! and quotations stand there all the same. Never that it was left out: that nothing was found is all that is known.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::align::Alignment;
use crate::text::{Pair, Side};

use super::mark::of_sentence;
use super::name::{Likeness, Namesakes, likeness};
use super::scene::place;
use super::{Kind, Mark, Place};

/// What is known of a sentence without a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmatched {
    /// The sentence.
    pub sentence: usize,
    /// What became of the search.
    pub why: Why,
    /// The sentence of the other source that comes nearest, where any does.
    pub nearest: Option<Nearest>,
    /// What it has in common with sentences anywhere in the other source; the most telling first.
    pub shared: Vec<Shared>,
}

/// What became of the search for a counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The nearest sentence may say it in other words.
    Elsewhere,
    /// Nothing like it was found.
    NotFound,
}

impl Why {
    /// The same for a person, to be followed by what is known of the nearest sentence.
    pub fn phrase(self, of: Side) -> String {
        let other = of.other().name();
        match self {
            Self::Elsewhere => format!("Perhaps said in other words in the {other} source"),
            Self::NotFound => format!("Nothing like it found in the {other} source"),
        }
    }
}

/// The sentence of the other source that comes nearest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearest {
    /// The sentence.
    pub sentence: usize,
    /// How likely a careful reader would put the two side by side.
    pub score: f64,
}

/// A claim that both sources have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// What kind of claim.
    pub kind: Kind,
    /// In the sentence itself.
    pub here: Place,
    /// Where it first stands in the other source.
    pub there: Place,
}

/// A nearest sentence below this is not said to be the same in other words: even whoever wants many links and checks
/// them by hand is not given it.
const ELSEWHERE: f64 = 0.14;

/// Whoever is named more often than this in the other source is one of the story's standing names; that the other
/// source names them, too, says nothing about the sentence.
const MOST_NAMED: usize = 3;

/// A word that stands in more quotations than this tells none of them, and looking through them all takes its time.
const MOST_QUOTING: usize = 50;

/// More shared claims than this are not taken in.
const MOST_SHARED: usize = 4;

/// The sentences of each side that no link was found for, in order.
pub fn unmatched(sentences: Pair<usize>, marks: Pair<&[Mark]>, alignment: &Alignment) -> Pair<Vec<Unmatched>> {
    let known = marks.map(Known::of);
    Pair::at_once(|side: Side| {
        let (linked, nearest) = (alignment.linked(side), nearest(alignment, side));
        let alone = (0..sentences[side]).filter(|id| !linked.contains(id));
        alone
            .map(|sentence| {
                let nearest = nearest.get(&sentence).copied();
                let elsewhere = nearest.is_some_and(|nearest| nearest.score >= ELSEWHERE);
                let why = if elsewhere { Why::Elsewhere } else { Why::NotFound };
                let own = of_sentence(marks[side], sentence);
                Unmatched { sentence, why, nearest, shared: shared(own, &known[side.other()]) }
            })
            .collect()
    })
}

/// The best of the pairs offered for each sentence of a side.
fn nearest(alignment: &Alignment, side: Side) -> BTreeMap<usize, Nearest> {
    let mut nearest = BTreeMap::new();
    for candidate in &alignment.possible {
        let other = Nearest { sentence: candidate.sentences[side.other()], score: candidate.score };
        nearest.entry(candidate.sentences[side]).or_insert(other);
    }
    nearest
}

/// The numbers, names and quotations of a source, found by what they come to.
struct Known<'a> {
    names: Namesakes<'a>,
    first: HashMap<(Kind, &'a str), &'a Mark>,
    /// The quotations in which a word stands.
    quoting: HashMap<&'a str, Vec<&'a Mark>>,
}

impl<'a> Known<'a> {
    fn of(marks: &'a [Mark]) -> Self {
        let of_kind = |kind: Kind| marks.iter().filter(move |mark| mark.kind == kind);
        let mut first = HashMap::new();
        for mark in marks {
            first.entry((mark.kind, without_sign(&mark.value))).or_insert(mark);
        }
        let mut quoting: HashMap<&str, Vec<&Mark>> = HashMap::new();
        for mark in of_kind(Kind::Quote) {
            telling_words(mark).for_each(|word| quoting.entry(word).or_default().push(mark));
        }
        Self { names: Namesakes::of(of_kind(Kind::Name).map(|mark| mark.value.as_str())), first, quoting }
    }

    fn same_as(&self, mark: &Mark) -> Option<&'a Mark> {
        match mark.kind {
            Kind::Number if is_telling(&mark.value) => {
                self.first.get(&(Kind::Number, without_sign(&mark.value))).copied()
            }
            Kind::Name => self.namesake(&mark.value),
            Kind::Quote => self.quotation(mark),
            _ => None,
        }
    }

    fn namesake(&self, name: &str) -> Option<&'a Mark> {
        let alike: Vec<&(&str, usize)> =
            self.names.near(name).filter(|other| likeness(other.0, name) != Likeness::Other).collect();
        let times: usize = alike.iter().map(|(_, times)| times).sum();
        let places = alike.iter().filter_map(|(other, _)| self.first.get(&(Kind::Name, *other)).copied());
        places.min_by_key(|mark| mark.span).filter(|_| times <= MOST_NAMED)
    }

    /// A quotation of the same words; a short one has to be the same word for word.
    fn quotation(&self, mark: &Mark) -> Option<&'a Mark> {
        if let Some(same) = self.first.get(&(Kind::Quote, mark.value.as_str())) {
            return Some(same);
        }
        let mut common: BTreeMap<(usize, usize), (usize, &Mark)> = BTreeMap::new();
        let quoting = |word: &str| self.quoting.get(word).filter(|others| others.len() <= MOST_QUOTING);
        for other in telling_words(mark).filter_map(quoting).flatten() {
            common.entry((other.span.start, other.span.end)).or_insert((0, other)).0 += 1;
        }
        let own = telling_words(mark).count();
        let alike = |&(shared, other): &(usize, &Mark)| {
            let least = own.min(telling_words(other).count());
            shared >= LEAST_OF_A_QUOTATION && shared as f64 >= SAME_WORDS * least as f64
        };
        common
            .into_values()
            .filter(alike)
            .max_by_key(|&(shared, other)| (shared, usize::MAX - other.span.start))
            .map(|(_, other)| other)
    }
}

/// With fewer words in common two quotations share a phrase that anyone might use.
const LEAST_OF_A_QUOTATION: usize = 3;

/// Two quotations are of the same words when this share of the shorter one's longer words is in both.
const SAME_WORDS: f64 = 0.6;

/// The words of a quotation that are long enough to tell it from others.
fn telling_words(mark: &Mark) -> impl Iterator<Item = &str> {
    mark.value.split(' ').filter(|word| word.chars().count() > 3)
}

/// A number however exactly it is meant.
fn without_sign(value: &str) -> &str {
    value.trim_start_matches(['≈', '>', '≥', '<', '≤'])
}

/// Whether a number is one's own: ranks and "one" are in every story, and so are small numbers of nothing.
fn is_telling(value: &str) -> bool {
    let value = without_sign(value);
    let (number, unit) = value.split_once(' ').unwrap_or((value, ""));
    let small = number.trim_start_matches(['~', '×']).len() < 3;
    !value.starts_with('#') && number != "1" && !(unit.is_empty() && small)
}

/// What the marks of a sentence have in common with the other source, quotations and numbers before names.
fn shared(own: &[Mark], other: &Known<'_>) -> Vec<Shared> {
    let mut seen: Vec<(Kind, &str)> = Vec::new();
    let mut shared: Vec<Shared> = Vec::new();
    for mark in own {
        let key = (mark.kind, mark.value.as_str());
        if let Some(there) = other.same_as(mark).filter(|_| !seen.contains(&key)) {
            seen.push(key);
            shared.push(Shared { kind: mark.kind, here: place(mark), there: place(there) });
        }
    }
    let telling = |kind: Kind| match kind {
        Kind::Quote => 0,
        Kind::Number => 1,
        _ => 2,
    };
    shared.sort_by_key(|shared| telling(shared.kind));
    shared.truncate(MOST_SHARED);
    shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Candidate;
    use crate::claims::testing::{document, inspect};

    /// What both sources have of the only left sentence: the words here, and the sentence there.
    fn shared_with(left: &str, right: &[&str]) -> Vec<(String, usize)> {
        let documents = Pair::new(document(&[left]), document(right));
        let marks = documents.as_ref().map(inspect);
        let sizes = documents.as_ref().map(|document| document.sentences.len());
        let alone = unmatched(sizes, marks.as_ref().map(Vec::as_slice), &Alignment::default());
        let shared = alone.left[0].shared.iter();
        shared.map(|shared| (shared.here.span.of(&documents.left.text).to_owned(), shared.there.sentence)).collect()
    }

    #[test]
    fn numbers_names_and_quotations_elsewhere_are_pointed_out() {
        let left = "Ines Hallow lost 312 boats and called the storm “a painful lesson for the whole coast”.";
        let right = [
            "The harbour is quiet.",
            "About 312 boats sank.",
            "“It was a painful lesson for the coast,” said Mayor Hallow.",
        ];
        let shared = shared_with(left, &right);
        assert_eq!(
            shared,
            [
                ("a painful lesson for the whole coast".to_owned(), 2),
                ("312 boats".to_owned(), 1),
                ("Ines Hallow".to_owned(), 2)
            ]
        );
    }

    #[test]
    fn what_every_story_has_is_not_pointed_out() {
        assert!(shared_with("The first boat had one sail.", &["One boat left first."]).is_empty());
        let often = ["Hallow left.", "Then Hallow came.", "So Hallow slept.", "And Hallow woke."];
        assert!(shared_with("Mayor Hallow paid.", &often).is_empty());
        assert!(shared_with("“We will go,” she said.", &["“We will stay,” he said."]).is_empty());
    }

    #[test]
    fn the_nearest_sentence_decides_what_is_said() {
        let offered = |sentences, score| Candidate { sentences, score };
        let alignment = Alignment {
            possible: vec![
                offered(Pair::new(0, 2), 0.2),
                offered(Pair::new(0, 1), 0.1),
                offered(Pair::new(1, 1), 0.05),
            ],
            ..Alignment::default()
        };
        let alone = unmatched(Pair::new(3, 0), Pair::new(&[], &[]), &alignment).left;
        let found: Vec<(Why, Option<usize>)> =
            alone.iter().map(|alone| (alone.why, alone.nearest.map(|nearest| nearest.sentence))).collect();
        assert_eq!(found, [(Why::Elsewhere, Some(2)), (Why::NotFound, Some(1)), (Why::NotFound, None)]);
        assert_eq!(Why::NotFound.phrase(Side::Left), "Nothing like it found in the right source");
    }
}
