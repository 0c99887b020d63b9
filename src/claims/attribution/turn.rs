//! Where what somebody says ends and the sentence turns to something else.

use std::ops::Range;

use super::clause::Clause;
use super::evidence;

/// Nobody is reported for longer in one sentence; the rest of a text without stops is not looked at.
const LONGEST: usize = 150;

/// A place at which what is said may end: the word before which it would, and what speaks for it.
pub type Turn = (usize, Vec<String>);

/// Whether what is said more likely ends at a place than goes on.
pub fn is_likely(turn: &Turn) -> bool {
    evidence::odds(&turn.1) > 0.0
}

/// The places after a cue at which what is said may end, in order.
pub fn turns(clause: &Clause<'_>, cue: &Range<usize>, start: usize) -> impl Iterator<Item = Turn> {
    let reach = clause.words.len().min(start + LONGEST);
    let places = (start + 1..reach).filter(|&at| may_turn(clause, at));
    let first = clause.kind_of(start);
    places.map(move |at| (at, signs(clause, cue, start..at, &first)))
}

fn may_turn(clause: &Clause<'_>, at: usize) -> bool {
    let folded = clause.folded(at);
    let mark = matches!(folded, "," | ";" | "-" | "--" | ":" | "(" | "[");
    let joint = || clause.plays(folded, "joint") && clause.words.get(at - 1).is_some_and(|before| before.is_word());
    let reports = || folded.ends_with("ing") && clause.reports(at);
    (mark || joint() || reports()) && !clause.is_quoted(at)
}

/// The signs around a place, with the words said so far.
fn signs(clause: &Clause<'_>, cue: &Range<usize>, said: Range<usize>, first: &str) -> Vec<String> {
    let at = said.end;
    let is_verb = |at: usize| clause.plays(clause.folded(at), "auxiliary") || clause.plays(clause.folded(at), "verb");
    let stance = clause.stance(cue.start);
    let stem = clause.page.stem(clause.folded(cue.start));
    let token = clause.folded(at);
    let token = if token.len() > 3 && !clause.plays(token, "joint") { "reporting" } else { token };
    let (next, second) = (clause.kind_of(at + 1), clause.kind_of(at + 2));
    let opened = matches!(first, "that" | "to" | "whether" | "how" | "if") || clause.plays(first, "subject");
    let long = length(said.len());
    let rest = length(clause.words.len() - at);
    let commas = said.clone().filter(|&at| clause.folded(at) == ",").count().min(2);
    let reports = clause.reports(at + 1) || clause.reports(at + 2);
    let verb = said.clone().any(is_verb);
    let later_verb = (at + 1..clause.words.len()).take(6).any(|at| clause.plays(clause.folded(at), "auxiliary"));
    let quoted = clause.is_quoted(at.saturating_sub(2));
    vec![
        "turn".to_owned(),
        format!("turn first {first}"),
        format!("turn stem {stem}"),
        format!("turn long {long}"),
        format!("turn {token}"),
        format!("turn {token} next {next}"),
        format!("turn {token} next {next} {second}"),
        format!("turn {token} next {next} opened {opened}"),
        format!("turn {token} first {first}"),
        format!("turn {token} stance {stance}"),
        format!("turn {token} stem {stem}"),
        format!("turn {token} long {long}"),
        format!("turn {token} long {long} opened {opened}"),
        format!("turn {token} rest {rest}"),
        format!("turn {token} commas {commas}"),
        format!("turn {token} reports {reports}"),
        format!("turn {token} verb {verb} {later_verb}"),
        format!("turn {token} verb {verb} opened {opened}"),
        format!("turn {token} quoted {quoted}"),
    ]
}

fn length(words: usize) -> &'static str {
    match words {
        0..=1 => "to 1",
        2..=3 => "to 3",
        4..=6 => "to 6",
        7..=12 => "to 12",
        13..=20 => "to 20",
        _ => "more",
    }
}
