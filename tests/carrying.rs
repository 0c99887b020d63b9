//! What holds whenever a source is read again: corrections and remarks move along with the text, and nothing goes unsaid.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails its test")]

use std::collections::BTreeSet;
use std::time::Instant;

use paragone::comparison::{
    Carried, Comparison, Edits, FindingName, Options, Remark, Review, Subject, Verdict, carry, compare, read,
};
use paragone::load::RawArticle;
use paragone::text::{Pair, Side};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const SEED: u64 = 0x0ca2_21ed;

const SUBJECTS: [&str; 5] = ["The harbour master", "A ferry", "Ms Oh", "The captain", "Nobody"];
const DEEDS: [&str; 5] = ["closed the quay", "left at noon", "lost 31 nets", "denied it", "saw the fire"];
const PLACES: [&str; 4] = ["on Monday", "in Skerrow", "before the storm", "for 12 days"];

/// Sentences of which no two are alike.
fn sentences(count: usize, shift: usize) -> Vec<String> {
    let pick = |words: &[&str], n: usize| words[n % words.len()].to_owned();
    (0..count)
        .map(|n| {
            let n = n * 7 + shift;
            format!("{} {} {}, said witness {n}.", pick(&SUBJECTS, n), pick(&DEEDS, n / 5), pick(&PLACES, n / 25))
        })
        .collect()
}

fn text(sentences: &[String]) -> String {
    sentences.chunks(3).map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n\n")
}

fn article(text: &str) -> RawArticle {
    RawArticle::from_text("made up", text)
}

fn compared(left: &RawArticle, right: &RawArticle, edits: &Edits) -> Comparison {
    compare(Pair::new(left, right), &Options::default(), edits)
}

/// A link, a refusal, a note, a review and a "no counterpart", as these numbers say.
fn edits(comparison: &Comparison, picks: &[(usize, usize, u8)]) -> Edits {
    let mut edits = Edits::default();
    for &(left, right, what) in picks {
        let documents = &comparison.documents;
        let ids = Pair::new(left % documents.left.sentences.len(), right % documents.right.sentences.len());
        let origins = Pair::from_fn(|side| documents[side].sentences[ids[side]].origin);
        let note = Remark { text: format!("Note {left}"), tags: Vec::new() };
        match what {
            0 => edits.set_verdict(origins, Some(Verdict::Manual)),
            1 => edits.set_verdict(origins, Some(Verdict::Rejected)),
            2 => edits.set_alone(Side::Left, origins.left, true),
            3 => edits.remarks.set_note(Subject::sentence(comparison, Side::Left, ids.left).unwrap(), note),
            4 => edits.remarks.set_note(Subject::pair(comparison, ids).unwrap(), note),
            _ => {
                let id = left % comparison.findings.len().max(1);
                if let Some(name) = FindingName::of(comparison, id) {
                    edits.remarks.set_review(name, Some(Review::Checked));
                }
            }
        }
    }
    edits
}

/// Everything said of the left source, by the words of its sentences.
fn said(left: &RawArticle, edits: &Edits) -> BTreeSet<String> {
    let document = read(left, &Options::default());
    let mut said = BTreeSet::new();
    for sentence in &document.sentences {
        let words = sentence.span.of(&document.text);
        for right in 0..2_000 {
            if let Some(verdict) = edits.verdict(Pair::new(sentence.origin, right)) {
                said.insert(format!("{words} {right} {verdict:?}"));
            }
        }
        if edits.is_alone(Side::Left, sentence.origin) {
            said.insert(format!("{words} alone"));
        }
    }
    for (on, note) in edits.remarks.notes() {
        if let Subject::Sentence(_, anchor) | Subject::Pair(Pair { left: anchor, .. }) = on {
            let id = anchor.sentence_in(&document);
            said.insert(format!("{} {}", id.map_or("nowhere", |id| document.sentence(id)), note.text));
        }
    }
    said
}

fn carried(old: &RawArticle, new: &RawArticle, edits: &Edits) -> Carried {
    carry(Side::Left, Pair::new(old, new), &Options::default(), edits)
}

fn picks() -> impl Strategy<Value = Vec<(usize, usize, u8)>> {
    prop::collection::vec((0..100_usize, 0..100_usize, 0..6_u8), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, rng_seed: RngSeed::Fixed(SEED), ..ProptestConfig::default() })]

    #[test]
    fn the_same_text_changes_nothing(count in 1..20_usize, picks in picks()) {
        let (left, right) = (article(&text(&sentences(count, 0))), article(&text(&sentences(9, 3))));
        let edits = edits(&compared(&left, &right, &Edits::default()), &picks);
        let same = carried(&left, &left.clone(), &edits);
        prop_assert_eq!(&same.edits, &edits);
        prop_assert!(same.lost.is_empty() && same.changes.is_none());
    }

    #[test]
    fn a_paragraph_at_the_top_loses_nothing(count in 1..20_usize, picks in picks()) {
        let old = text(&sentences(count, 0));
        let (left, right) = (article(&old), article(&text(&sentences(9, 3))));
        let new = article(&format!("A storm of words had come up over the town by evening. It passed.\n\n{old}"));
        let edits = edits(&compared(&left, &right, &Edits::default()), &picks);
        let later = carried(&left, &new, &edits);
        prop_assert_eq!(&later.lost, &[]);
        prop_assert_eq!(said(&new, &later.edits), said(&left, &edits));
        prop_assert_eq!((later.changes.changed, later.changes.new, later.changes.gone), (0, 2, 0));
        let back = carried(&new, &left, &later.edits);
        prop_assert_eq!(back.edits, edits);
    }

    #[test]
    fn a_sentence_gone_takes_along_only_what_was_on_it(count in 2..20_usize, gone in 0..20_usize, picks in picks()) {
        let all = sentences(count, 0);
        let gone = gone % count;
        let mut fewer = all.clone();
        let words = fewer.remove(gone);
        let (left, right) = (article(&text(&all)), article(&text(&sentences(9, 3))));
        let new = article(&text(&fewer));
        let edits = edits(&compared(&left, &right, &Edits::default()), &picks);
        let later = carried(&left, &new, &edits);
        prop_assert!(later.lost.iter().all(|lost| lost.words == words), "{:?}", later.lost);
        let stays = |said: &String| !said.starts_with(&words) && !said.starts_with("nowhere");
        let before: BTreeSet<String> = said(&left, &edits).into_iter().filter(stays).collect();
        let after: BTreeSet<String> = said(&new, &later.edits).into_iter().filter(stays).collect();
        prop_assert_eq!(after, before);
        prop_assert_eq!(later.edits.remarks.notes().count(), edits.remarks.notes().count());
        prop_assert_eq!(later.edits.remarks.reviews().count(), edits.remarks.reviews().count());
    }

    #[test]
    fn the_right_source_is_carried_as_the_left_one(count in 1..12_usize, picks in picks(), new in 0..12_usize) {
        let (left, right) = (article(&text(&sentences(count, 0))), article(&text(&sentences(9, 3))));
        let new = article(&text(&sentences(count, new)));
        let edits = edits(&compared(&left, &right, &Edits::default()), &picks);
        let one = carried(&left, &new, &edits);
        let other = carry(Side::Right, Pair::new(&left, &new), &Options::default(), &edits.swap());
        prop_assert_eq!(other.edits.swap(), one.edits);
        prop_assert_eq!((other.lost, other.changes), (one.lost, one.changes));
    }

    #[test]
    fn any_names_and_any_texts_are_taken(old in ".{0,60}", new in ".{0,60}", names in prop::collection::vec(0..80_usize, 0..8)) {
        let mut edits = Edits::default();
        for &name in &names {
            edits.set_verdict(Pair::new(name, name), Some(Verdict::Manual));
            edits.set_cut(Side::Left, name, name % 2 == 0);
            edits.set_restored(Side::Left, name / 2, true);
        }
        let (old, new) = (article(&old), article(&new));
        let later = carried(&old, &new, &edits);
        compared(&new, &old, &later.edits);
    }
}

/// A long article of which every tenth sentence was changed, with a note on every fifth.
#[test]
#[ignore = "a measurement: cargo test --release --test carrying -- --ignored --nocapture"]
fn long_texts_take_no_time() {
    let all = sentences(5_000, 0);
    let changed: Vec<String> = (0..5_000)
        .filter(|n| n % 50 != 7)
        .map(|n| if n % 10 == 3 { all[n].replace(" said ", " told us ") } else { all[n].clone() })
        .collect();
    let (old, new) = (article(&text(&all)), article(&text(&changed)));
    let right = article("Nobody saw the fire.");
    let comparison = compared(&old, &right, &Edits::default());
    let mut edits = Edits::default();
    for id in (0..5_000).step_by(5) {
        let note = Remark { text: "Note.".to_owned(), tags: Vec::new() };
        edits.remarks.set_note(Subject::sentence(&comparison, Side::Left, id).unwrap(), note);
        edits.set_verdict(Pair::new(comparison.documents.left.sentences[id].origin, 0), Some(Verdict::Rejected));
    }
    let begun = Instant::now();
    let later = carried(&old, &new, &edits);
    println!("{} ms, {:?}, {} lost", begun.elapsed().as_millis(), later.changes, later.lost.len());
    let begun = Instant::now();
    let anew = carried(&old, &article(&text(&sentences(5_000, 3_000_000))), &edits);
    println!("{} ms for another text, {:?}", begun.elapsed().as_millis(), anew.changes);
}
