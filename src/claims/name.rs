//! Who, what organisation, where: capitalised names with their titles, and whether two of them name the same.

mod alias;
mod label;
mod list;
mod mention;
mod namesakes;
mod role;
mod run;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::text::{Pair, Side, Span, fold};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named};
use super::settle::{Judgement, Rules, settle};
use super::{Finding, Kind, Mark, Relation};
pub use alias::{Likeness, likeness};
use mention::Part;
pub use namesakes::Namesakes;

/// Persons, organisations and places.
pub struct Name;

/// How many words around two names are looked at to see whether they stand for the same thing.
const REACH: usize = 4;

/// Two names with this many words around them in common stand in the same place of the two accounts.
const NAMES_IN_ONE_PLACE: usize = 1;

/// Who is named this often in the other source is one of its main actors; not naming them in one sentence says nothing.
const MAIN_ACTOR: usize = 2;

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
        let marks = scene.of_kind(Kind::Name);
        let described = Pair::from_fn(|side| described(scene, side));
        let all: Pair<Vec<&Mark>> = Pair::from_fn(|side| marks[side].iter().copied().chain(&described[side]).collect());
        let names = Names::of(scene, &all);
        let mut findings = rival_roles(scene, &marks);
        findings.extend(labels(scene, &marks));
        findings.extend(list::joined(scene, settle(scene, all, &names)));
        findings
    }
}

/// The form under which a name is compared: its alias, or its words without titles and initials.
fn key(page: &Page<'_>, reading: &Reading<'_>, words: Range<usize>) -> String {
    let alias = page.lexicon.aliases.at(&reading.words, words.start);
    if let Some(hit) = alias.filter(|hit| hit.len == words.len()) {
        return hit.value.to_owned();
    }
    let words = behind_titles(page, reading, words);
    let named = unfolded(page, reading, words);
    let telling = |word: &&str| !page.lexicon.titles.has(word) && word.chars().count() > 1;
    let mut bare: Vec<&str> =
        named.iter().copied().filter(telling).skip_while(|word| page.lexicon.function_words.has(word)).collect();
    if let [first, _, ..] = bare.as_mut_slice() {
        *first = page.lexicon.nicknames.value(first).unwrap_or(first);
    }
    if bare.is_empty() { named.join(" ") } else { bare.join(" ") }
}

/// "White House Press Secretary Ines Hallow": the name stands behind the last title, where two words are left there.
fn behind_titles(page: &Page<'_>, reading: &Reading<'_>, words: Range<usize>) -> Range<usize> {
    let title = |at: usize| page.lexicon.titles.at(&reading.words, at).map(|hit| at + hit.len);
    let last = words.clone().filter_map(title).filter(|&end| end + LEAST_OF_A_NAME <= words.end).next_back();
    last.unwrap_or(words.start)..words.end
}

/// A first name and a surname.
const LEAST_OF_A_NAME: usize = 2;

/// The words of a name, "U.S." and the like written out.
fn unfolded<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, words: Range<usize>) -> Vec<&'a str> {
    let mut named = Vec::new();
    let mut at = words.start;
    while at < words.end {
        let short = page.lexicon.aliases.at(&reading.words, at).filter(|hit| hit.len > 1 && at + hit.len <= words.end);
        named.push(short.map_or(reading.folded(at), |hit| hit.value));
        at += short.map_or(1, |hit| hit.len);
    }
    named.retain(|word| word.chars().any(char::is_alphanumeric));
    named
}

/// The mark of a description begins with this, so that it is taken for no name.
const DESCRIPTION: char = '~';

/// Those whom a side speaks of without naming them.
fn described(scene: &Scene<'_>, side: Side) -> Vec<Mark> {
    let page = scene.pages[side];
    let of_sentence = |reading: &Reading<'_>| {
        let mark = |words: Range<usize>| Mark {
            kind: Kind::Name,
            sentence: reading.id,
            span: reading.span(words.clone()),
            value: format!("{DESCRIPTION}{}", page.stem(reading.folded(words.end - 1))),
            parts: None,
        };
        mention::descriptions(page, reading).into_iter().map(mark).collect::<Vec<_>>()
    };
    scene.sentences[side].iter().flat_map(|reading| of_sentence(reading)).collect()
}

fn is_described(mark: &Mark) -> bool {
    mark.value.starts_with(DESCRIPTION)
}

/// The names of a group, with those that the other side has too.
struct Names<'a> {
    shared: Pair<HashSet<&'a str>>,
    parts: Pair<HashMap<Span, Part>>,
}

impl<'a> Names<'a> {
    fn of(scene: &Scene<'_>, marks: &Pair<Vec<&'a Mark>>) -> Self {
        let is_shared = |side: Side, mark: &Mark| {
            marks[side.other()].iter().any(|other| likeness(&other.value, &mark.value) != Likeness::Other)
        };
        let shared = Pair::from_fn(|side: Side| {
            let known = marks[side].iter().filter(|mark| is_shared(side, mark));
            known.map(|mark| mark.value.as_str()).collect()
        });
        let parts = Pair::from_fn(|side: Side| {
            let part = |mark: &&Mark| {
                let reading = scene.reading(side, mark)?;
                Some((mark.span, mention::part(scene.pages[side], reading, &reading.words_in(mark.span))))
            };
            marks[side].iter().filter_map(part).collect()
        });
        Self { shared, parts }
    }
}

impl Rules for Names<'_> {
    fn judge(&self, scene: &Scene<'_>, marks: Pair<&Mark>) -> Option<Judgement> {
        match likeness(&marks.left.value, &marks.right.value) {
            Likeness::Same => return Some(Judgement::SAME),
            Likeness::Acronym if is_shouted(scene, marks) => return Some(Judgement::AGREES),
            Likeness::Acronym | Likeness::Other => {}
        }
        let known = Side::BOTH.iter().any(|&side| self.shared[side].contains(marks[side].value.as_str()));
        if !known && scene.are_linked(marks) {
            let parts = Pair::from_fn(|side| self.parts[side].get(&marks[side].span));
            let likeness = parts.left.zip(parts.right).map_or(0, |(left, right)| left.likeness(right));
            if likeness > 0 {
                return Some(Judgement::differs(likeness));
            }
        }
        if Side::BOTH.iter().any(|&side| is_described(marks[side])) {
            return None;
        }
        let context = scene.shared_context(marks, REACH);
        let lexicon = scene.pages.left.lexicon;
        let same_sort = lexicon.is_alias(&marks.left.value) == lexicon.is_alias(&marks.right.value);
        (context >= NAMES_IN_ONE_PLACE && same_sort && !known).then(|| Judgement::differs(context))
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
        let there = scene.all[side.other()].names.count(&mark.value);
        let here = scene.all[side].names.count(&mark.value);
        let is_full = mark.value.contains(' ');
        // "The Guardsman", "a Porto": one word behind an article is a thing or a sort more often than somebody.
        let has_article = scene.reading(side, mark).is_some_and(|reading| {
            let before = reading.words_in(mark.span).start.checked_sub(1);
            before.is_some_and(|at| matches!(reading.folded(at), "a" | "an" | "the"))
        });
        !is_office && !is_kind && if is_full { there < MAIN_ACTOR } else { there == 0 && here == 1 && !has_article }
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

/// The same person under two offices.
fn rival_roles(scene: &Scene<'_>, marks: &Pair<Vec<&Mark>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for &left in &marks.left {
        for &right in marks.right.iter().filter(|right| likeness(&left.value, &right.value) == Likeness::Same) {
            let pair = Pair::new(left, right);
            let role = |side: Side| role::role(scene.pages[side], scene.reading(side, pair[side])?, pair[side]);
            let (Some(here), Some(there)) = (role(Side::Left), role(Side::Right)) else { continue };
            if here.is_rival(&there) {
                let places = Pair::new(here.place, there.place);
                let words = Pair::from_fn(|side| scene.words(side, places[side].span));
                let message =
                    format!("The same person in another office: left “{}”, right “{}”.", words.left, words.right);
                findings.push(scene.finding(Kind::Name, Relation::Differs, places.map(Some), message));
            }
        }
    }
    findings
}

/// What the sources call the same person.
fn labels(scene: &Scene<'_>, marks: &Pair<Vec<&Mark>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for &left in &marks.left {
        for &right in marks.right.iter().filter(|right| likeness(&left.value, &right.value) == Likeness::Same) {
            let pair = Pair::new(left, right);
            let labels = Pair::from_fn(|side| label::label(scene.pages[side], scene.reading(side, pair[side])?, pair[side]));
            let (Some(here), Some(there)) = (&labels.left, &labels.right) else { continue };
            if here.is_unlike(there) {
                let places = Pair::new(here.place, there.place);
                let words = Pair::from_fn(|side| scene.words(side, places[side].span));
                let name = scene.words(Side::Left, left.span);
                let message = format!("Left calls {name} “{}”, right “{}”.", words.left, words.right);
                findings.push(scene.finding(Kind::Name, Relation::Differs, places.map(Some), message));
            }
        }
    }
    findings
}

/// Whether the shorter of two names is in capitals, as acronyms are.
fn is_shouted(scene: &Scene<'_>, marks: Pair<&Mark>) -> bool {
    let side = if marks.left.value.len() < marks.right.value.len() { Side::Left } else { Side::Right };
    let written = scene.reading(side, marks[side]).map_or("", |reading| marks[side].span.of(reading.text));
    written.chars().filter(|c| c.is_uppercase()).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{finding, findings, marked};

    #[test]
    fn names_are_found_with_their_titles() {
        let names = marked(Kind::Name, "Yesterday Gov. Ines Hallow met the Porto Harbour Trust's lawyers in New Bay.");
        assert_eq!(names, ["Gov. Ines Hallow", "Porto Harbour Trust", "New Bay"]);
        assert_eq!(
            marked(Kind::Name, "The Ministry of Fisheries and the U.S. agreed."),
            ["Ministry of Fisheries", "U.S."]
        );
    }

    #[test]
    fn days_and_first_words_are_no_names() {
        assert!(marked(Kind::Name, "Boats left on Monday in January.").is_empty());
        assert!(marked(Kind::Name, "").is_empty());
    }

    #[test]
    fn other_forms_of_a_name_are_no_difference() {
        assert!(findings(Kind::Name, "The port hired Gov. Ines Hallow.", "The port hired Hallow.").is_empty());
        assert!(
            findings(Kind::Name, "It visited Iraq, Somalia and Syria.", "It visited Syria, Iraq, and Somalia.")
                .is_empty()
        );
        let acronym = findings(Kind::Name, "The Porto Harbour Trust paid.", "The PHT paid.");
        assert_eq!(acronym.first().map(|found| found.0), Some(Relation::Agrees));
    }

    #[test]
    fn the_same_person_in_another_office_differs() {
        let found =
            finding(Kind::Name, "Fisheries Minister Ines Hallow left.", "Ines Hallow, the fisheries secretary, left.");
        assert_eq!(found.0, Relation::Differs);
        assert_eq!(found.2, "Ines Hallow, the fisheries secretary");
        assert!(findings(Kind::Name, "Sen. Ines Hallow left.", "Ines Hallow, the committee's chair, left.").is_empty());
        assert!(findings(Kind::Name, "Gov. Ines Hallow left.", "Governor Ines Hallow left.").is_empty());
    }

    #[test]
    fn another_name_in_the_same_place_differs_and_a_name_more_is_told() {
        let differs = findings(Kind::Name, "The storm hit the town of Marlow.", "The storm hit the town of Harlow.");
        assert_eq!(differs, [(Relation::Differs, "Marlow".to_owned(), "Harlow".to_owned())]);
        let only = findings(Kind::Name, "The storm hit Marlow.", "The storm passed.");
        assert_eq!(only, [(Relation::OnlyLeft, "Marlow".to_owned(), "-".to_owned())]);
    }
}
