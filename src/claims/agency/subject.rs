//! Who acts: the subject of a verb, looked for from the verb back to where its clause begins.

use std::ops::Range;

use crate::text::TokenKind;

use super::super::reading::{Page, Reading};

/// How many words a thing may take: "the former head of the harbour board" is two of them.
const LONGEST: usize = 8;

/// A pronoun further than this from a verb has a verb of its own: "he said the board opposed cuts".
const NEAR: usize = 2;

/// The words before a verb are followed back no further than this.
const FURTHEST: usize = 30;

/// Who acts: the first thing of the clause; of the one before, where "and" or a comma joins the verb to it.
pub fn of(page: &Page<'_>, reading: &Reading<'_>, verb: usize) -> Option<Range<usize>> {
    let least = verb.saturating_sub(FURTHEST);
    let mut end = verb;
    loop {
        let start = start_of_part(page, reading, end, least);
        let thing = start..end_of_thing(page, reading, start).min(verb);
        let leads_in = page.lexicon.clause_has(reading.folded(start), "aside");
        let opened = start > 0 && page.lexicon.clause_has(reading.folded(start - 1), "opener");
        let stands_far =
            thing.end + NEAR < verb && thing.len() == 1 && page.lexicon.plays(reading.folded(start), "pronoun");
        if start < end
            && !leads_in
            && can_act(page, reading, &thing)
            && !is_apposition(page, reading, start)
            && !stands_far
        {
            return Some(thing);
        }
        if opened || start <= least + 1 {
            return None;
        }
        end = start - 1;
    }
}

/// Where the part of the sentence begins that ends before a word: after a comma, "and" or a word that opens a clause.
fn start_of_part(page: &Page<'_>, reading: &Reading<'_>, end: usize, least: usize) -> usize {
    let parts = |at: usize| {
        reading.words[at].kind == TokenKind::Punctuation && !matches!(reading.folded(at), "." | "-" | "\"")
            || page.lexicon.clause_has(reading.folded(at), "joint")
            || page.lexicon.clause_has(reading.folded(at), "opener")
    };
    (least..end).rev().find(|&at| parts(at)).map_or(least, |at| at + 1)
}

/// ", the mayor's son,": a thing that only says more about the one before.
fn is_apposition(page: &Page<'_>, reading: &Reading<'_>, start: usize) -> bool {
    start > 1
        && reading.folded(start - 1) == ","
        && page.lexicon.clause_has(reading.folded(start), "article")
        && reading.words.get(start - 2).is_some_and(|word| word.capital)
        && !reading.times.iter().any(|time| time.words.contains(&(start - 2)))
}

/// Whether words can be somebody who acts.
pub fn can_act(page: &Page<'_>, reading: &Reading<'_>, words: &Range<usize>) -> bool {
    let verb_like = |at: usize| {
        reading.folded(at).ends_with("ing")
            || reading.folded(at).ends_with("ed") && !reading.words[at].capital
            || page.lexicon.participles.has(reading.folded(at))
    };
    let time = |at: usize| reading.times.iter().any(|time| time.words.contains(&at));
    let first = words.start;
    !words.is_empty()
        && !verb_like(first)
        && words
            .clone()
            .any(|at| (reading.words[at].content && !time(at)) || page.lexicon.clause_has(reading.folded(at), "actor"))
}

/// Whether a word, or the point of an abbreviation, stands inside a thing.
fn is_inside(reading: &Reading<'_>, at: usize) -> bool {
    let word = &reading.words[at];
    word.kind != TokenKind::Punctuation
        || word.folded == "."
            && at > 0
            && reading.words[at - 1].capital
            && reading.words.get(at + 1).is_some_and(|next| next.capital || !next.spaced)
}

/// The end of a thing that begins at a word.
pub fn end_of_thing(page: &Page<'_>, reading: &Reading<'_>, from: usize) -> usize {
    let most = (from + LONGEST).min(reading.words.len());
    let ends = |at: usize| {
        let after_a_noun = at > from && reading.words[at - 1].content;
        let past = page.lexicon.participles.has(reading.folded(at)) || reading.folded(at).ends_with("ed");
        !is_inside(reading, at)
            || page.lexicon.clause_has(reading.folded(at), "link")
            || after_a_noun && past && !reading.words[at].capital
    };
    (from..most).find(|&at| ends(at)).unwrap_or(most.max(from))
}

/// An adverb or the like between an auxiliary and its verb, or a subject and its verb.
pub fn is_between(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> bool {
    let folded = reading.folded(at);
    let adverb = folded.len() > 4 && folded.ends_with("ly");
    adverb || page.lexicon.plays(folded, "between") && !page.lexicon.plays(folded, "auxiliary") && folded != "on"
}

/// The thing just before a verb and its auxiliaries: what a passive acts upon.
pub fn before(page: &Page<'_>, reading: &Reading<'_>, verb: usize) -> Range<usize> {
    let skipped = |at: usize| {
        let folded = reading.folded(at);
        is_between(page, reading, at)
            || page.lexicon.plays(folded, "auxiliary")
            || matches!(folded, "to" | "not" | "expected")
    };
    let end = (0..verb).rev().find(|&at| !skipped(at)).map_or(0, |at| at + 1);
    let least = end.saturating_sub(LONGEST);
    let ends = |at: usize| !reading.words[at].is_word() || page.lexicon.clause_has(reading.folded(at), "link");
    (least..end).rev().find(|&at| ends(at)).map_or(least, |at| at + 1)..end
}
