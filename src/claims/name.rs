//! Who, what organisation, where: capitalised names with their titles, and whether two of them name the same.

mod abbreviation;
mod alias;
mod called;
mod label;
mod list;
mod mention;
mod namesakes;
mod part;
mod role;
mod rules;
mod run;

use std::ops::Range;

use crate::text::{Pair, Side};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::Scene;
use super::settle::settle;
use super::{Finding, Kind, Mark};
pub use abbreviation::Abbreviations;
pub use alias::{Likeness, likeness};
pub use namesakes::Namesakes;

/// Persons, organisations and places.
pub struct Name;

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
        let names = rules::Names::of(scene, &all);
        let mut findings = called::otherwise(scene, &marks);
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
    let last = words.clone().filter_map(title).rfind(|&end| end + LEAST_OF_A_NAME <= words.end);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Relation;
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

    #[test]
    fn two_sentences_alike_but_for_a_name_differ() {
        let pairs = [
            ("Marlow lies in Kent.", "Marlow lies in Sussex.", ("Kent", "Sussex")),
            ("Ines Hallow won the race.", "Nora Whitlam won the race.", ("Ines Hallow", "Nora Whitlam")),
            ("The ferry to Porto sank.", "The ferry to Harlow sank.", ("Porto", "Harlow")),
            (
                "The board sold it to Peter Stane of Porto.",
                "The board sold it to Ines Hallow.",
                ("Peter Stane", "Ines Hallow"),
            ),
        ];
        for (left, right, (here, there)) in pairs {
            let found = findings(Kind::Name, left, right);
            let wanted = (Relation::Differs, here.to_owned(), there.to_owned());
            assert!(found.contains(&wanted), "{left} {right} {found:?}");
        }
    }

    #[test]
    fn names_that_stand_together_are_told_together() {
        let only =
            finding(Kind::Name, "The ferry calls at Marlow, Harlow and New Bay.", "The ferry calls at three ports.");
        assert_eq!(only, (Relation::OnlyLeft, "Marlow, Harlow and New Bay".to_owned(), "-".to_owned()));
    }

    #[test]
    fn nicknames_and_rows_of_titles_name_the_same() {
        assert!(findings(Kind::Name, "Harbour Chief Jim Stane left.", "James Stane left.").is_empty());
        let titled = "Port Office Press Secretary Ines Marie Hallow spoke on Monday.";
        assert!(findings(Kind::Name, titled, "Ines Hallow spoke on Monday.").is_empty());
        assert!(!findings(Kind::Name, "Jim Stane left the port.", "Peter Stane left the port.").is_empty());
    }

    #[test]
    fn a_short_name_explained_in_brackets_is_the_same() {
        let found =
            findings(Kind::Name, "The Board for Safe Harbours (SAFEHARB) paid the crews.", "SAFEHARB paid the crews.");
        assert!(found.is_empty(), "{found:?}");
        assert!(
            !findings(Kind::Name, "The Porto Harbour Board paid the crews.", "SAFEHARB paid the crews.").is_empty()
        );
    }

    #[test]
    fn descriptions_with_the_same_part_are_set_against_each_other() {
        let found = finding(Kind::Name, "Masked insurgents seized the pier.", "Several rebels seized the pier.");
        assert_eq!(found, (Relation::Differs, "Masked insurgents".to_owned(), "Several rebels".to_owned()));
        let named = finding(Kind::Name, "Several fishermen blocked the pier.", "Ines Hallow blocked the pier.");
        assert_eq!(named, (Relation::Differs, "Several fishermen".to_owned(), "Ines Hallow".to_owned()));
    }

    #[test]
    fn descriptions_that_only_point_to_somebody_are_no_difference() {
        assert!(findings(Kind::Name, "The mayor closed the pier.", "His boss closed the pier.").is_empty());
        assert!(findings(Kind::Name, "Rebels seized the pier.", "The rebels seized the pier.").is_empty());
        assert!(findings(Kind::Name, "She ran for president in May.", "She ran in May as a candidate.").is_empty());
    }

    #[test]
    fn the_same_person_under_another_label_differs() {
        let found =
            finding(Kind::Name, "The radio host Ines Hallow spoke.", "Ines Hallow, a former mayor of Porto, spoke.");
        assert_eq!(found.0, Relation::Differs);
        assert_eq!((found.1.as_str(), found.2.as_str()), ("radio host", "a former mayor of Porto"));
        assert!(
            findings(Kind::Name, "The mayor Ines Hallow spoke.", "Ines Hallow, a mayor since May, spoke.").is_empty()
        );
    }
}
