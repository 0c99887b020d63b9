//! The hedges and weasels of a sentence, with their steps on the ladder of certainty.

use std::ops::Range;

use crate::text::TokenKind;

use super::super::lexicon::Lexicon;
use super::super::reading::Reading;
use super::leaning::Leaning;

/// A hedge or weasel of a sentence.
pub struct Hedge<'a> {
    /// Its words.
    pub words: Range<usize>,
    /// "alleged", "possible", "likely", "planned", "weasel".
    pub step: &'a str,
    /// When it is one.
    is: When,
}

/// When a listed phrase is a hedge.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Always,
    /// In a sentence that hedges as a whole.
    Weighed,
    /// There, and where its subject is somebody or something in particular.
    Modal,
}

/// A phrase that weighs this much makes a sentence a hedged one by itself or nearly.
const WEIGHTY: f64 = 0.5;

/// So many words before a modal are looked at for what makes its subject a particular one.
const SUBJECT: usize = 3;

/// The hedges of a sentence, in order.
pub fn hedges<'a>(lexicon: &'a Lexicon, reading: &Reading<'_>) -> Vec<Hedge<'a>> {
    let mut listed = listed(lexicon, reading);
    let is_plain = |hedge: &Hedge<'_>| {
        hedge.is == When::Always || hedge.is == When::Modal && is_particular(lexicon, reading, hedge.words.start)
    };
    if listed.iter().all(is_plain) {
        return listed;
    }
    let Some(leaning) = Leaning::of(lexicon, &reading.words) else {
        listed.retain(is_plain);
        return listed;
    };
    let weights = listed.iter().map(|hedge| leaning.weight(&hedge.words));
    let strongest = weights.fold(f64::NEG_INFINITY, f64::max);
    let least = if listed.iter().any(is_plain) { WEIGHTY } else { strongest.min(WEIGHTY) };
    listed.retain(|hedge| is_plain(hedge) || leaning.weight(&hedge.words) >= least);
    listed
}

/// Every phrase of the list, the longest where several begin at one word.
fn listed<'a>(lexicon: &'a Lexicon, reading: &Reading<'_>) -> Vec<Hedge<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let hit = lexicon
            .hedges
            .at(&reading.words, at)
            .filter(|hit| !is_name_part(reading, at) && !is_about(reading, at + hit.len));
        found.extend(hit.map(|hit| {
            let (step, when) = hit.value.split_once(' ').unwrap_or((hit.value, ""));
            let is = match (when, step) {
                ("modal", _) => When::Modal,
                ("weighed", _) | (_, "weasel") => When::Weighed,
                _ => When::Always,
            };
            Hedge { words: at..at + hit.len, step, is }
        }));
        at += hit.map_or(1, |hit| hit.len);
    }
    found
}

/// "May" the month, "Will" the name.
fn is_name_part(reading: &Reading<'_>, at: usize) -> bool {
    at > 0 && reading.words[at].capital && !reading.title_case
}

/// "Some 300 boats": about so many.
fn is_about(reading: &Reading<'_>, next: usize) -> bool {
    reading.words.get(next).is_some_and(|word| word.kind == TokenKind::Number)
}

/// Whether the subject of a modal is somebody or something in particular: "the council may", not "boats may".
fn is_particular(lexicon: &Lexicon, reading: &Reading<'_>, modal: usize) -> bool {
    let Some(last) = modal.checked_sub(1) else { return true };
    let word = &reading.words[last];
    let pointed = (modal.saturating_sub(SUBJECT)..last).any(|at| lexicon.plays(reading.folded(at), "particular"));
    // The first word has a capital in any case; a plural there is a name only rarely.
    let named = word.capital && (last > 0 || !word.folded.ends_with('s'));
    named || lexicon.plays(&word.folded, "subject") || pointed
}
