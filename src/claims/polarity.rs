//! Affirmed or denied: negations with what they deny, whether by "not" or by "failed to".

mod denial;
mod opposite;

use std::ops::Range;

use crate::text::{Pair, Side};

use denial::Denial;

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named, place};
use super::settle::{Judgement, pair_up};
use super::{Finding, Kind, Mark, Place, Relation};

/// Negations.
pub struct Polarity;

/// How many words after a negation are looked at for what it denies.
const SCOPE: usize = 5;

impl Detector for Polarity {
    fn kind(&self) -> Kind {
        Kind::Polarity
    }

    fn description(&self) -> &'static str {
        "What one source affirms and the other denies; two denials in other words agree."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut at = 0;
        while at < reading.words.len() {
            let Some(len) = negation_at(page, reading, at) else {
                marks.extend(privative(page, reading, at));
                at += 1;
                continue;
            };
            let denied = denied(page, reading, at + len);
            let value = denied.map_or("not", |word| page.deed(reading.folded(word))).to_owned();
            let end = denied.map_or(at + len, |word| word + 1);
            marks.push(Mark {
                kind: Kind::Polarity,
                sentence: reading.id,
                span: reading.span(at..end),
                value,
                parts: None,
            });
            at = end;
        }
        marks
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let marks = scene.of_kind(Kind::Polarity);
        let paired = pair_up(scene, &marks, |pair| both_deny(scene, pair));
        let mut findings: Vec<Finding> = paired.pairs.iter().filter_map(|(pair, _)| agreement(scene, *pair)).collect();
        for side in Side::BOTH {
            let alone = paired.alone[side].iter();
            findings.extend(alone.filter_map(|mark| contradiction(scene, side, mark)));
        }
        findings.extend(opposite::compare(scene));
        findings
    }
}

fn negation_at(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> Option<usize> {
    if let Some(hit) = page.lexicon.negations.at(&reading.words, at).filter(|hit| hit.value != "no denial") {
        let only = reading.folded(at + hit.len) == "only" || reading.folded(at + hit.len) == "just";
        return (!only).then_some(hit.len);
    }
    (page.lexicon.is_known && reading.folded(at).ends_with("n't")).then_some(1)
}

/// "Unarmed", "unpaid": a denial within the word, of what is left without "un-".
fn privative(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> Option<Mark> {
    let word = &reading.words[at];
    let rest = word.folded.strip_prefix("un").filter(|_| page.lexicon.is_known && word.content)?;
    let adjective = rest.ends_with("ed") || rest.ends_with("able") || page.lexicon.participles.has(rest);
    (adjective && rest.len() > 3 && page.lexicon.negations.value(&word.folded) != Some("no denial")).then(|| Mark {
        kind: Kind::Polarity,
        sentence: reading.id,
        span: reading.span(at..at + 1),
        value: page.stem_of(page.lexicon.participles.value(rest).unwrap_or(rest)).into_owned(),
        parts: None,
    })
}

/// What a negation denies: a deed that has a name of its own, else the first word of content in the same clause.
fn denied(page: &Page<'_>, reading: &Reading<'_>, from: usize) -> Option<usize> {
    let clause = || {
        let words = from..(from + SCOPE).min(reading.words.len());
        words.take_while(|&at| reading.words[at].is_word()).filter(|&at| !is_adverb(page, reading.folded(at)))
    };
    // "No written warning" denies the warning, "not an old boat" the boat.
    let run = || clause().skip_while(|&at| !reading.words[at].content).take_while(|&at| reading.words[at].content);
    if let Some(thing) = thing(page, reading, from) {
        let words = thing..(thing + SCOPE).min(reading.words.len());
        return words.take_while(|&at| reading.words[at].content).last();
    }
    let listed = clause().find(|&at| page.lexicon.deeds.has(reading.folded(at)));
    listed.or_else(|| if reading.folded(from.saturating_sub(1)) == "no" { run().last() } else { run().next() })
}

/// Where a thing begins that a negation denies somebody or something to be or to have: "not a boat", "failed to become a
/// member". What is done with a thing is a deed.
fn thing(page: &Page<'_>, reading: &Reading<'_>, from: usize) -> Option<usize> {
    let is_light = |at: &usize| {
        page.lexicon.plays(reading.folded(*at), "light") || page.lexicon.plays(reading.folded(*at), "being")
    };
    let article = (from..reading.words.len()).find(|at| !is_light(at))?;
    let folded = reading.folded(article);
    (folded == "the" || page.lexicon.plays(folded, "article")).then_some(article + 1)
}

/// "Not currently armed" denies "armed"; a "reply" is no adverb.
fn is_adverb(page: &Page<'_>, folded: &str) -> bool {
    folded.len() > 4 && folded.ends_with("ly") && !page.lexicon.deeds.has(folded)
}

fn both_deny(scene: &Scene<'_>, pair: Pair<&Mark>) -> Option<Judgement> {
    let shared = scene.shared_context(pair, SCOPE);
    match pair.left.value == pair.right.value {
        true => Some(Judgement::SAME),
        false => (shared > 0).then(|| Judgement::differs(shared)),
    }
}

/// Two denials of the same in other words: it looks different and is not.
fn agreement(scene: &Scene<'_>, pair: Pair<&Mark>) -> Option<Finding> {
    let text = |side: Side| scene.words(side, pair[side].span);
    let (left, right) = (text(Side::Left), text(Side::Right));
    (pair.left.value == pair.right.value && !left.eq_ignore_ascii_case(&right)).then(|| {
        scene.both(pair, Relation::Agrees, format!("Both deny it in their own words: left “{left}”, right “{right}”."))
    })
}

/// A denial on one side and the same thing affirmed on the other.
fn contradiction(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Finding> {
    let reading = scene.reading(side, mark)?;
    let denial = Denial::of(scene.pages[side], reading, reading.words_in(mark.span))?;
    let page = scene.pages[side.other()];
    let mut best: Option<(usize, Place)> = None;
    for other in &scene.sentences[side.other()] {
        let same = |at: &usize| other.words[*at].content && page.deed(other.folded(*at)) == mark.value;
        for at in (0..other.words.len()).filter(same) {
            let shared = denial.shared(page, other, at);
            if shared > best.map_or(0, |(most, _)| most) && !is_denied(page, other, at..at + 1) {
                best = Some((shared, Place { sentence: other.id, span: other.span(at..at + 1) }));
            }
        }
    }
    let (shared, found) = best?;
    let sure = shared >= SURELY_THE_SAME && !denial.is_of_now;
    let relation = if sure { Relation::Conflict } else { Relation::Differs };
    let places = Pair::from_fn(|of| Some(if of == side { place(mark) } else { found }));
    let (denial, affirmed) = (scene.words(side, mark.span), scene.words(side.other(), found.span));
    let message = format!("{} denies it (“{denial}”), {} affirms it (“{affirmed}”).", named(side), side.other().name());
    Some(scene.finding(Kind::Polarity, relation, places, message))
}

/// With this many words around them in common a denial and an affirmation speak of the same occasion.
const SURELY_THE_SAME: usize = 2;

/// Whether a negation stands shortly before, or "no" right behind: "provided no details".
fn is_denied(page: &Page<'_>, reading: &Reading<'_>, words: Range<usize>) -> bool {
    let before = words.start.saturating_sub(SCOPE)..words.start;
    let too = words.start > 0 && reading.folded(words.start - 1) == "too";
    let behind = page.lexicon.negations.at(&reading.words, words.end).is_some_and(|hit| hit.value == "no");
    too || behind || before.clone().any(|at| negation_at(page, reading, at).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{finding, findings, marked, marks};

    #[test]
    fn a_denial_within_a_word_is_one_and_no_contradiction_of_another() {
        assert_eq!(marks(Kind::Polarity, "The boats were unarmed."), [("unarmed".to_owned(), "arm".to_owned())]);
        assert!(marks(Kind::Polarity, "The united crews unveiled it.").is_empty());
        let both = findings(Kind::Polarity, "The boats are not currently armed.", "The boats are currently unarmed.");
        assert!(both.iter().all(|found| found.0 == Relation::Agrees), "{both:?}");
        let clause = findings(
            Kind::Polarity,
            "The council denied that talks had broken down.",
            "The council confirmed that talks had broken down.",
        );
        assert_eq!(clause.first().map(|found| found.0), Some(Relation::Conflict));
    }

    #[test]
    fn negations_are_marked_with_what_they_deny() {
        assert_eq!(
            marked(Kind::Polarity, "She didn't apologise and declined to comment."),
            ["didn't apologise", "declined to comment"]
        );
        assert!(marked(Kind::Polarity, "Not only did it rain.").is_empty());
        assert!(marked(Kind::Polarity, "She apologised.").is_empty());
    }

    #[test]
    fn denied_against_affirmed_is_a_conflict() {
        let found =
            finding(Kind::Polarity, "The mayor has not apologised to fishermen.", "The mayor apologised to fishermen.");
        assert_eq!(found, (Relation::Conflict, "not apologised".to_owned(), "apologised".to_owned()));
    }

    #[test]
    fn no_mention_of_a_part_is_set_against_the_part_taken() {
        let found = finding(
            Kind::Polarity,
            "The report made no mention of Norlandish involvement in the raid.",
            "The raid was flown with the permission of the Norlandish government.",
        );
        assert_eq!((found.0, found.2.as_str()), (Relation::Conflict, "permission"));
    }

    #[test]
    fn not_yet_done_and_not_managed_to_do_is_no_conflict() {
        let (left, right) =
            ("The lists have yet to be made official.", "The ministry has not managed to make the lists official.");
        assert!(findings(Kind::Polarity, left, right).iter().all(|found| found.0 == Relation::Agrees));
    }

    #[test]
    fn what_something_is_denied_to_be_is_a_thing_with_all_that_belongs_to_it() {
        let found =
            finding(Kind::Polarity, "Hallow is not a trained diver.", "Hallow is a trained diver and a sailor.");
        assert_eq!(found.2, "diver");
        let had =
            finding(Kind::Polarity, "The old pier had no lamps in 2019.", "In 2019 the old pier had lamps of iron.");
        assert_eq!(had.0, Relation::Conflict);
        for (denied, told) in [
            ("Hallow is not a trained diver.", "Hallow met a diver at the pier."),
            ("The ferry is not a boat of the harbour trust.", "The ferry is a boat of Ines Hallow."),
            ("The crew provided no list of boats.", "The crew provided no names of boats."),
        ] {
            let found = findings(Kind::Polarity, denied, told);
            assert!(found.iter().all(|found| found.0 == Relation::Agrees), "{found:?}");
        }
    }

    #[test]
    fn what_is_not_so_any_longer_was_so_once() {
        let found = finding(
            Kind::Polarity,
            "The harbour no longer supported the ferry of Hallow.",
            "The harbour supported the ferry of Hallow.",
        );
        assert_eq!(found.0, Relation::Differs);
    }

    #[test]
    fn opposite_words_of_one_thing_are_a_conflict() {
        let found = finding(
            Kind::Polarity,
            "Prices at the fish market rose last year.",
            "Prices at the fish market fell last year.",
        );
        assert_eq!(found, (Relation::Conflict, "rose".to_owned(), "fell".to_owned()));
        for (left, right) in [
            ("Prices at the fish market rose, then fell.", "Prices at the fish market fell."),
            ("Prices at the fish market rose.", "The night fell over Porto Novo."),
            ("The pier was not open on Sunday.", "The pier was closed on Sunday."),
        ] {
            let found = findings(Kind::Polarity, left, right);
            assert!(found.iter().all(|found| found.0 != Relation::Conflict), "{found:?}");
        }
    }

    #[test]
    fn two_denials_in_other_words_agree() {
        let found = finding(Kind::Polarity, "The mayor declined to comment.", "The mayor has not commented.");
        assert_eq!(found.0, Relation::Agrees);
        assert!(findings(Kind::Polarity, "She did not pay.", "She did not pay for it.").is_empty());
        for (left, right) in [
            ("The crews have yet to reach the reef.", "The crews have not reached the reef."),
            ("Hallow failed to pay the fine.", "Hallow did not pay the fine."),
            ("The trust refused to answer.", "The trust gave no reply."),
        ] {
            let found = findings(Kind::Polarity, left, right);
            assert_eq!(found.first().map(|found| found.0), Some(Relation::Agrees), "{left} {found:?}");
        }
    }
}
