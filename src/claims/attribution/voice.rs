//! The attributions of a sentence: every word that may tell what somebody says, thinks or wants is looked at, and kept where what
//! stands around it makes that likely.

use std::ops::Range;

use crate::text::Span;

use super::super::reading::{Page, Reading};
use super::clause::{Clause, Frame};
use super::evidence;
use super::quotation;
use super::turn::Turn;

/// Somebody saying something, as ranges of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who says it.
    pub source: Option<Range<usize>>,
    /// The word that says so.
    pub cue: Range<usize>,
    /// What is said, as bytes of the document's text.
    pub content: Option<Span>,
    /// What the cue suggests, as its list has it.
    pub stance: String,
}

/// A word that may report, with what speaks for and against it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What it would be.
    pub voice: Voice,
    /// The names of the evidence.
    pub evidence: Vec<String>,
    /// The places at which what is said may end.
    pub turns: Vec<Turn>,
}

/// The attributions of a sentence, in order.
pub fn voices(page: &Page<'_>, reading: &Reading<'_>) -> Vec<Voice> {
    // "According to" names a source whatever stands around it.
    let likely = |candidate: &Candidate| {
        candidate.voice.stance == "source" || evidence::odds(&candidate.evidence) > evidence::least_odds()
    };
    candidates(page, reading, false).into_iter().filter(likely).map(|candidate| candidate.voice).collect()
}

/// Every word of a sentence that may report, in order.
///
/// Where what is said may end is only asked for to learn from it.
pub fn candidates(page: &Page<'_>, reading: &Reading<'_>, learns: bool) -> Vec<Candidate> {
    let clause = Clause { page, reading, words: &reading.words, quotes: quotation::quotations(page, reading) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let Some(hit) = page.lexicon.reporting.at(&reading.words, at).filter(|_| !clause.is_quoted(at)) else {
            at += 1;
            continue;
        };
        let cue = at..at + hit.len;
        at = cue.end;
        if is_in_a_name(reading, cue.start) {
            continue;
        }
        let stance = clause.stance(cue.start);
        let frame = if stance == "source" { Frame::According } else { clause.frame(&cue) };
        let source = clause.source(frame, &cue);
        let Some(content) = clause.content(frame, &cue, source.as_ref()) else { continue };
        let evidence = evidence::of(&clause, frame, stance, &cue, source.as_ref(), content);
        let turns = if learns { clause.turns(frame, &cue) } else { Vec::new() };
        let stance = stance.to_owned();
        let voice = Voice { source, cue, content: Some(content), stance };
        found.push(Candidate { voice, evidence, turns });
    }
    found
}

/// "Harbour Trust", "the Board of Claims": a capital in the middle of a sentence makes a name of the word.
fn is_in_a_name(reading: &Reading<'_>, at: usize) -> bool {
    let opens = at.checked_sub(1).is_none_or(|before| !reading.words[before].is_word());
    !opens && !reading.title_case && reading.words.get(at).is_some_and(|word| word.capital)
}
