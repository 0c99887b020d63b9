//! What is told of pairs of sentences, and what is not.

use super::*;
use crate::align::{Matching, Pins, Semantics, align, in_one_line};
use crate::clean::{Choices, clean};
use crate::load::RawArticle;
use crate::segment::{Cuts, segment};
use crate::text::Language;

fn documents(code: &str, left: &[&str], right: &[&str]) -> Pair<Document> {
    Pair::new(left, right).map(|sentences| {
        let raw = RawArticle::from_sentences("made up", sentences);
        segment(&raw, clean(&raw, &Choices::default()), Some(&Language::new(code)), &Cuts::default())
    })
}

/// Sentences in which every word of the story that is not told about stands often enough to say nothing.
fn told_in(code: &str, left: &[&str], right: &[&str], pair: (usize, usize)) -> String {
    let documents = documents(code, left, right);
    let profiles = Profiles::of(documents.as_ref());
    let asked = [Candidate { sentences: Pair::new(pair.0, pair.1), score: 0.5 }];
    let reasons = reasons(documents.as_ref(), &profiles, &[], &asked);
    in_one_line(&reasons[&asked[0].sentences], documents.as_ref())
}

fn told(left: &str, right: &str) -> String {
    told_in("en", &[left], &[right], (0, 0))
}

#[test]
fn names_numbers_and_words_are_told_apart() {
    assert_eq!(
        told("Last week Orla Venn counted 340 herons.", "According to Orla Venn there were 340 of the birds."),
        "both name Orla Venn; both give 340"
    );
    assert_eq!(told("The herons nest in willows.", "Willows are where herons breed."), "share “herons” and “willows”");
}

#[test]
fn days_are_given_and_not_named() {
    assert_eq!(
        told("By Friday Venn had left.", "It was not before Friday 13 March that Venn left."),
        "both name Venn; both give Friday; share “left”"
    );
    assert_eq!(told("They met on 13 March.", "On 13 March it rained."), "both give 13 March");
}

#[test]
fn the_left_spelling_is_shown_without_a_possessive() {
    assert_eq!(told("They spoke of Venn’s herons.", "Nobody there believes what Venn had counted."), "both name Venn");
}

#[test]
fn a_run_of_words_is_one_reason_and_its_small_words_stay_in_it() {
    assert_eq!(
        told("The keepers gave up the hunt at dusk.", "At noon the wardens gave up the hunt."),
        "both say “gave up the hunt”"
    );
}

#[test]
fn a_quotation_is_told_where_both_quote_it() {
    assert_eq!(
        told("She called it “a slow flood of herons”.", "“A slow flood of herons,” in her words."),
        "same quotation: “slow flood of herons”"
    );
}

#[test]
fn what_differs_is_told_last() {
    assert_eq!(
        told("The reserve lost 12 nests.", "The reserve lost 30 nests."),
        "both say “reserve lost”; share “nests”; other figures: 12 / 30"
    );
    assert_eq!(told("It cost 1.4 million.", "1,400,000 crowns were paid."), "no telling word in common");
    let names = told("People say that Orla Venn counted herons.", "People say that Arlo fed herons.");
    assert!(names.ends_with("other names: Orla Venn / Arlo"), "{names}");
}

#[test]
fn nothing_shared_is_told_as_such() {
    assert_eq!(told("Herons nest early.", "The council met again."), "no telling word in common");
}

#[test]
fn what_the_whole_story_says_is_common() {
    let left: Vec<String> = (0..30).map(|n| format!("Herons and subject{n}.")).collect();
    let right: Vec<String> = (0..30).map(|n| format!("Herons and matter{n}.")).collect();
    let (left, right): (Vec<&str>, Vec<&str>) =
        (left.iter().map(String::as_str).collect(), right.iter().map(String::as_str).collect());
    assert_eq!(told_in("en", &left, &right, (3, 4)), "no telling word in common");
    let left: Vec<&str> = left.into_iter().take(9).chain(["Larks."; 25]).collect();
    assert_eq!(told_in("en", &left, &["Herons or matter."], (3, 0)), "share only common words: “Herons”");
}

#[test]
fn german_compounds_are_alike_and_german_nouns_no_names() {
    assert_eq!(
        told_in("de", &["Gestern begann der Reiherstreit."], &["Um die Reiher geht es seit Langem."], (0, 0)),
        "similar words: “Reiherstreit” and “Reiher”"
    );
    let told = told_in("de", &["Gestern sah der Förster Reiher."], &["Vom Förster kam gestern nichts."], (0, 0));
    assert!(told.contains("share") && told.contains("“Förster”") && !told.contains("name"), "{told}");
}

#[test]
fn the_same_sentence_and_a_link_by_hand_need_no_more_words() {
    assert_eq!(told("Herons nest early.", "“Herons nest early”"), "word for word the same");
    let documents = documents("en", &["Herons nest early."], &["The council met again."]);
    let link = Link { sentences: Pair::new(0, 0), score: 1.0, status: Status::Manual };
    let pins = Pins { links: vec![link], ..Pins::default() };
    let alignment = align(documents.as_ref(), &pins, Matching::default(), &Semantics::default());
    assert_eq!(in_one_line(alignment.reasons_for(link.sentences), documents.as_ref()), "linked by hand");
}

#[test]
fn linked_neighbours_are_a_reason() {
    let left = ["Herons nest early.", "The keeper said so.", "Wardens gave up the hunt."];
    let right = ["Herons nest early.", "So the keeper told us.", "Wardens gave up the hunt."];
    let documents = documents("en", &left, &right);
    let alignment = align(documents.as_ref(), &Pins::default(), Matching::Generous, &Semantics::default());
    let told = in_one_line(alignment.reasons_for(Pair::new(1, 1)), documents.as_ref());
    assert!(told.contains("neighbouring sentences are linked"), "{told}");
}
