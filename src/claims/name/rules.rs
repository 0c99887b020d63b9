//! Whether two mentions stand for the same, for another in the same place, or for what one source has alone.

use std::collections::{HashMap, HashSet};

use crate::text::{Pair, Side, Span, fold};

use super::super::scene::{Scene, named};
use super::super::settle::{Judgement, Rules};
use super::super::{Mark, Relation};
use super::alias::{Likeness, likeness};
use super::is_described;
use super::part::Part;

/// How many words around two names are looked at to see whether they stand for the same thing.
const REACH: usize = 4;

/// Two names with this many words around them in common stand in the same place of the two accounts.
const NAMES_IN_ONE_PLACE: usize = 2;

/// The names of a group, with those that the other side has too.
pub struct Names<'m, 'a> {
    shared: Pair<HashSet<&'m str>>,
    parts: Pair<HashMap<Span, Part<'a>>>,
}

impl<'m, 'a> Names<'m, 'a> {
    /// Looks at the names and descriptions of a group.
    pub fn of(scene: &Scene<'a>, marks: &Pair<Vec<&'m Mark>>) -> Self {
        let is_shared = |side: Side, mark: &Mark| {
            marks[side.other()].iter().any(|other| {
                let alike = likeness(&other.value, &mark.value) != Likeness::Other;
                alike || is_explained(scene, &other.value, &mark.value)
            })
        };
        let shared = Pair::from_fn(|side: Side| {
            let known = marks[side].iter().filter(|mark| is_shared(side, mark));
            known.map(|mark| mark.value.as_str()).collect()
        });
        let parts = Pair::from_fn(|side: Side| {
            let part = |mark: &&Mark| {
                let reading = scene.reading(side, mark)?;
                Some((
                    mark.span,
                    Part::of(scene.pages[side], reading, &reading.words_in(mark.span), !is_described(mark)),
                ))
            };
            marks[side].iter().filter_map(part).collect()
        });
        Self { shared, parts }
    }

    /// How much two mentions play the same part in their sentences.
    fn same_part(&self, marks: Pair<&Mark>) -> usize {
        let parts = Pair::from_fn(|side: Side| self.parts[side].get(&marks[side].span));
        parts.left.zip(parts.right).map_or(0, |(left, right)| left.likeness(right))
    }
}

impl Rules for Names<'_, '_> {
    fn judge(&self, scene: &Scene<'_>, marks: Pair<&Mark>) -> Option<Judgement> {
        match likeness(&marks.left.value, &marks.right.value) {
            Likeness::Same => return Some(Judgement::SAME),
            Likeness::Acronym if is_shouted(scene, marks) => return Some(Judgement::AGREES),
            _ if is_explained(scene, &marks.left.value, &marks.right.value) => return Some(Judgement::AGREES),
            Likeness::Acronym | Likeness::Other => {}
        }
        let known = Side::BOTH.iter().any(|&side| self.shared[side].contains(marks[side].value.as_str()));
        if known {
            return None;
        }
        let part = if scene.are_linked(marks) { self.same_part(marks) } else { 0 };
        if part > 0 || Side::BOTH.iter().any(|&side| is_described(marks[side])) {
            return (part > 0).then(|| Judgement::differs(part));
        }
        let context = scene.shared_context(marks, REACH);
        let lexicon = scene.pages.left.lexicon;
        let same_sort = lexicon.is_alias(&marks.left.value) == lexicon.is_alias(&marks.right.value);
        (context >= NAMES_IN_ONE_PLACE && same_sort).then(|| Judgement::differs(context))
    }

    fn is_told_alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> bool {
        if is_described(mark) {
            return false;
        }
        let lexicon = scene.pages[side].lexicon;
        // "The Senate", "the Secretary of State": an office, not a name of its own.
        let is_office_word =
            |word| lexicon.people.has(word) || lexicon.titles.has(word) || lexicon.function_words.has(word);
        let is_office = mark.value.split(' ').all(is_office_word);
        let text = scene.reading(side, mark).map_or("", |reading| mark.span.of(reading.text));
        // A nationality or a party alone says of what kind something is, not who it is.
        let is_kind = lexicon.aliases.has(&fold(text));
        let is_full = mark.value.contains(' ');
        // "The Guardsman", "a Porto": one word behind an article is a thing or a sort more often than somebody.
        let has_article = scene.reading(side, mark).is_some_and(|reading| {
            let before = reading.words_in(mark.span).start.checked_sub(1);
            before.is_some_and(|at| matches!(reading.folded(at), "a" | "an" | "the"))
        });
        !is_office && !is_kind && (is_full || !has_article)
    }

    fn both(&self, scene: &Scene<'_>, marks: Pair<&Mark>, relation: Relation) -> String {
        let (left, right) = (scene.words(Side::Left, marks.left.span), scene.words(Side::Right, marks.right.span));
        match relation {
            Relation::Agrees => format!("The same name in another form: left “{left}”, right “{right}”."),
            _ if Side::BOTH.iter().any(|&side| is_described(marks[side])) => {
                format!("Left speaks of “{left}”, right of “{right}”.")
            }
            _ => format!("Left names “{left}”, right “{right}”."),
        }
    }

    fn alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> String {
        let words = scene.words(side, mark.span);
        if scene.all[side.other()].names.count(&mark.value) == 0 {
            return format!("Only the {} source names “{words}”.", side.name());
        }
        format!("{} names “{words}” here, {} does so elsewhere.", named(side), side.other().name())
    }
}

/// Whether one of the sources says that the one name is short for the other.
fn is_explained(scene: &Scene<'_>, left: &str, right: &str) -> bool {
    Side::BOTH.iter().any(|&side| scene.all[side].abbreviations.join(left, right))
}

/// Whether the shorter of two names is in capitals, as acronyms are.
fn is_shouted(scene: &Scene<'_>, marks: Pair<&Mark>) -> bool {
    let side = if marks.left.value.len() < marks.right.value.len() { Side::Left } else { Side::Right };
    let written = scene.reading(side, marks[side]).map_or("", |reading| marks[side].span.of(reading.text));
    written.chars().filter(|c| c.is_uppercase()).count() > 1
}
