//! Who, what organisation, where: capitalised names with their titles, and whether two of them name the same.

mod alias;
mod run;

use std::ops::Range;

use crate::text::{Pair, Side, TokenKind};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named};
use super::settle::{Judgement, Rules, settle};
use super::{Finding, Kind, Mark, Place, Relation};
pub use alias::{Likeness, likeness};

/// Persons, organisations and places.
pub struct Name;

/// How many words around two names are looked at to see whether they stand for the same thing.
const REACH: usize = 4;

/// Two names with this many words around them in common stand in the same place of the two accounts.
const NAMES_IN_ONE_PLACE: usize = 1;

/// The same for a name and a word such as "officials".
const ROLE_IN_ONE_PLACE: usize = 2;

/// Who is named this often in the other source is one of its main actors; not naming them in one sentence says nothing.
const MAIN_ACTOR: usize = 3;

impl Detector for Name {
    fn kind(&self) -> Kind {
        Kind::Name
    }

    fn description(&self) -> &'static str {
        "Persons, organisations and places; a surname, an acronym or a nationality is the same as the full name."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        run::names(page, reading)
            .into_iter()
            .map(|words| Mark {
                kind: Kind::Name,
                sentence: reading.id,
                span: reading.span(words.clone()),
                value: key(page, reading, words),
                parts: None,
            })
            .collect()
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let found = settle(scene, scene.of_kind(Kind::Name), self);
        found.into_iter().map(|finding| with_role(scene, finding)).collect()
    }
}

/// The form under which a name is compared: its alias, or its words without titles and initials.
fn key(page: &Page<'_>, reading: &Reading<'_>, words: Range<usize>) -> String {
    let alias = page.lexicon.aliases.at(&reading.words, words.start);
    if let Some(hit) = alias.filter(|hit| hit.len == words.len()) {
        return hit.value.to_owned();
    }
    let all = || words.clone().map(|at| reading.folded(at)).filter(|word| word.chars().any(char::is_alphanumeric));
    let bare: Vec<&str> = all()
        .filter(|word| !page.lexicon.titles.has(word) && word.chars().count() > 1)
        .skip_while(|word| page.lexicon.function_words.has(word))
        .collect();
    if bare.is_empty() { all().collect::<Vec<_>>().join(" ") } else { bare.join(" ") }
}

impl Rules for Name {
    fn judge(&self, scene: &Scene<'_>, marks: Pair<&Mark>) -> Option<Judgement> {
        match likeness(&marks.left.value, &marks.right.value) {
            Likeness::Same => return Some(Judgement::SAME),
            Likeness::Acronym if is_shouted(scene, marks) => return Some(Judgement::AGREES),
            Likeness::Acronym | Likeness::Other => {}
        }
        let context = scene.shared_context(marks, REACH);
        let said = |side: Side| {
            scene.of_kind(Kind::Name)[side.other()]
                .iter()
                .any(|other| likeness(&other.value, &marks[side].value) != Likeness::Other)
        };
        let known = said(Side::Left) || said(Side::Right);
        (context >= NAMES_IN_ONE_PLACE && !known).then(|| Judgement::differs(context))
    }

    fn is_told_alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> bool {
        let lexicon = scene.pages[side].lexicon;
        // "The Senate", "the President": an office, not a name of its own.
        let is_office = mark.value.split(' ').all(|word| lexicon.people.has(word) || lexicon.titles.has(word));
        let named = |other: &Mark| likeness(&other.value, &mark.value) != Likeness::Other;
        let is_party = matches!(mark.value.as_str(), "republican party" | "democratic party" | "united states");
        !is_office && !is_party && scene.anywhere(side.other(), Kind::Name, named) < MAIN_ACTOR
    }

    fn both(&self, scene: &Scene<'_>, marks: Pair<&Mark>, relation: Relation) -> String {
        let (left, right) = (scene.words(Side::Left, marks.left.span), scene.words(Side::Right, marks.right.span));
        match relation {
            Relation::Agrees => format!("The same name in another form: left “{left}”, right “{right}”."),
            _ => format!("Left names “{left}”, right “{right}”."),
        }
    }

    fn alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> String {
        let named_there = |other: &Mark| likeness(&other.value, &mark.value) != Likeness::Other;
        let words = scene.words(side, mark.span);
        if scene.anywhere(side.other(), Kind::Name, named_there) == 0 {
            return format!("Only the {} source names “{words}”.", side.name());
        }
        format!("{} names “{words}” here, {} does so elsewhere.", named(side), side.other().name())
    }
}

/// Whether the shorter of two names is in capitals, as acronyms are.
fn is_shouted(scene: &Scene<'_>, marks: Pair<&Mark>) -> bool {
    let side = if marks.left.value.len() < marks.right.value.len() { Side::Left } else { Side::Right };
    let written = scene.reading(side, marks[side]).map_or("", |reading| marks[side].span.of(reading.text));
    written.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// A name that only one side has, set against what the other calls those who stand in its place ("lawmakers").
fn with_role(scene: &Scene<'_>, finding: Finding) -> Finding {
    let side = match finding.relation {
        Relation::OnlyLeft => Side::Left,
        Relation::OnlyRight => Side::Right,
        _ => return finding,
    };
    let Some(place) = finding.places[side] else { return finding };
    let Some(other) = role(scene, side, place) else { return finding };
    let places = Pair::from_fn(|of| Some(if of == side { place } else { other }));
    let words = |of: Side| places[of].map_or(String::new(), |place| scene.words(of, place.span));
    let message = format!("Left speaks of “{}”, right of “{}”.", words(Side::Left), words(Side::Right));
    Finding { relation: Relation::Differs, places, message, ..finding }
}

/// The word for people without a name that stands among the same words as the name on the other side.
fn role(scene: &Scene<'_>, side: Side, place: Place) -> Option<Place> {
    let of = |side: Side, place: Place| {
        let reading = scene.sentences[side].iter().copied().find(|reading| reading.id == place.sentence)?;
        Some(scene.pages[side].around(reading, reading.words_in(place.span), REACH))
    };
    let around = of(side, place)?;
    let mut best: Option<(usize, Place)> = None;
    for reading in &scene.sentences[side.other()] {
        for (at, word) in reading.words.iter().enumerate().filter(|(_, word)| word.kind == TokenKind::Word) {
            let own = || scene.sentences[side].iter().flat_map(|reading| &reading.words);
            if !scene.pages[side.other()].lexicon.people.has(&word.folded) || own().any(|own| own.folded == word.folded)
            {
                continue;
            }
            let candidate = Place { sentence: reading.id, span: reading.span(at..at + 1) };
            let shared = of(side.other(), candidate).map_or(0, |there| around.intersection(&there).count());
            if shared >= ROLE_IN_ONE_PLACE && shared > best.map_or(0, |(most, _)| most) {
                best = Some((shared, candidate));
            }
        }
    }
    best.map(|(_, place)| place)
}
