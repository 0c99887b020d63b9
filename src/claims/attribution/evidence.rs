//! What speaks for and against a word being an attribution, and what each sign weighs.
//!
//! The weights are a text file, `assets/voices/weights.txt`, written by `examples/train_voices`.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::text::Span;

use super::clause::{Clause, Frame};

static WEIGHTS: LazyLock<HashMap<&str, f64>> = LazyLock::new(|| {
    let lines = include_str!("../../../assets/voices/weights.txt").lines();
    let entry = |line: &'static str| {
        let (name, value) = line.split('#').next()?.rsplit_once('=')?;
        Some((name.trim(), value.trim().parse().ok()?))
    };
    lines.filter_map(entry).collect()
});

/// Whether the evidence makes an attribution likely enough to be marked.
pub fn is_likely(evidence: &[String]) -> bool {
    let odds: f64 = evidence.iter().filter_map(|name| WEIGHTS.get(name.as_str())).sum();
    odds > WEIGHTS.get("least odds").copied().unwrap_or(0.0)
}

/// Whether what is said likely ends at a place.
pub fn is_turn(evidence: &[String]) -> bool {
    evidence.iter().filter_map(|name| WEIGHTS.get(name.as_str())).sum::<f64>() > 0.0
}

/// The places after a cue at which what is said may end, as words, with what speaks for it.
pub fn turns(clause: &Clause<'_>, cue: &Range<usize>, start: usize) -> Vec<(usize, Vec<String>)> {
    let all = (start + 1..clause.words.len()).filter(|&at| may_turn(clause, at) && !clause.is_quoted(at));
    all.map(|at| (at, turn(clause, cue, start, at))).collect()
}

fn may_turn(clause: &Clause<'_>, at: usize) -> bool {
    let folded = clause.folded(at);
    if matches!(folded, "," | ";" | "-" | "--" | ":" | "(" | "[") {
        return true;
    }
    let joins = matches!(folded, "and" | "but" | "while" | "as" | "after" | "when" | "because" | "if" | "who" | "before" | "since" | "in" | "on" | "at" | "during" | "by" | "for" | "with" | "to" | "over" | "about" | "which" | "that" | "than" | "according" | "through" | "despite" | "from" | "into" | "until" | "where" | "though" | "although");
    joins && clause.words.get(at - 1).is_some_and(|before| before.is_word()) || clause.folded(at).ends_with("ing") && clause.reports(at)
}

fn turn(clause: &Clause<'_>, cue: &Range<usize>, start: usize, at: usize) -> Vec<String> {
    let lexicon = clause.page.lexicon;
    let stance = lexicon.reporting.at(clause.words, cue.start).map_or("", |hit| hit.value);
    let stem = clause.page.stem(clause.folded(cue.start));
    let first = after(clause, start);
    let token = clause.folded(at);
    let token = if clause.words[at].is_word() && !lexicon.function_words.has(token) && token != "according" { "ing" } else { token };
    let next = after(clause, at + 1);
    let long = match at - start {
        0..=1 => "1",
        2..=3 => "3",
        4..=6 => "6",
        7..=12 => "12",
        13..=20 => "20",
        _ => "more",
    };
    let rest = match clause.words.len() - at {
        0..=3 => "3",
        4..=8 => "8",
        9..=16 => "16",
        _ => "more",
    };
    let seen = (start..at).filter(|&at| clause.folded(at) == ",").count().min(2);
    let reports = clause.reports(at + 1) || clause.reports(at + 2);
    let verb = (start..at).any(|at| clause.plays(clause.folded(at), "auxiliary") || clause.plays(clause.folded(at), "verb"));
    let opened = matches!(first.as_str(), "that" | "to" | "he" | "she" | "they" | "it" | "i" | "we" | "whether" | "how" | "if");
    let later_verb = (at + 1..clause.words.len()).take(6).any(|at| clause.plays(clause.folded(at), "auxiliary"));
    let second = after(clause, at + 2);
    let quoted = clause.is_quoted(at.saturating_sub(2));
    vec![
        "turn".to_owned(),
        format!("turn {token}"),
        format!("turn {token} next {next}"),
        format!("turn {token} next {next} {second}"),
        format!("turn {token} first {first}"),
        format!("turn first {first}"),
        format!("turn {token} stance {stance}"),
        format!("turn stem {stem}"),
        format!("turn stem {stem} {token}"),
        format!("turn long {long}"),
        format!("turn {token} long {long}"),
        format!("turn {token} opened {opened} long {long}"),
        format!("turn {token} rest {rest}"),
        format!("turn {token} seen {seen}"),
        format!("turn {token} reports {reports}"),
        format!("turn {token} verb {verb} {later_verb}"),
        format!("turn opened {opened} verb {verb} {token}"),
        format!("turn {token} quoted {quoted}"),
        format!("turn opened {opened} {token} next {next}"),
    ]
}

/// The signs around a cue, by name.
pub fn of(
    clause: &Clause<'_>,
    frame: Frame,
    stance: &str,
    cue: &Range<usize>,
    source: Option<&Range<usize>>,
    content: Span,
) -> Vec<String> {
    let words: Vec<&str> = cue.clone().map(|at| clause.folded(at)).collect();
    let word = words.join(" ");
    let stem = if cue.len() == 1 { clause.page.stem(clause.folded(cue.start)) } else { word.as_str() };
    let next = after(clause, cue.end);
    let who = speaker(clause, source);
    let before = clause.before(cue.start);
    let behind = if content.start >= clause.words.get(cue.end.saturating_sub(1)).map_or(0, |word| word.span.end) { "behind" } else { "before" };
    let reading = clause.reading;
    let quoted = match reading.words_in(content) {
        range if range.is_empty() => "elsewhere",
        range if clause.is_quoted(range.start + 1) && clause.is_quoted(range.end.saturating_sub(2)) => "whole",
        range if range.clone().any(|at| clause.is_quoted(at)) => "part",
        _ => "none",
    };
    let length = match reading.words_in(content).len() {
        0..=1 => "1",
        2..=3 => "3",
        4..=7 => "7",
        8..=15 => "15",
        16..=30 => "30",
        _ => "more",
    };
    let form = if word.ends_with("ing") { "ing" } else if word.ends_with("ed") { "ed" } else if word.ends_with('s') { "s" } else { "other" };
    let frame = format!("{frame:?}").to_lowercase();
    let lead = match before {
        "," | "\"" | "" | "-" | "and" | "to" | "not" | "that" | "has" | "have" | "had" | "would" | "will" | "could" | "may" | "might" | "should" | "can" | "did" | "do" | "does" | "by" | "of" | "in" | "for" | "from" | "with" | "the" | "a" | "no" | "i" | "we" | "you" | "they" | "he" | "she" | "it" | "who" | "which" => before,
        other if other.ends_with("n't") => "not",
        other if other.ends_with("ly") => "ly",
        _ => "other",
    };
    let lead_in = source.filter(|source| source.start < cue.start).map_or_else(|| "none".to_owned(), |source| match source.start.checked_sub(1) {
        None => "begin".to_owned(),
        Some(at) if clause.reports(at) => "reports".to_owned(),
        Some(at) => after(clause, at),
    });
    let governor = match cue.start.checked_sub(2) {
        Some(at) if before == "to" => clause.page.stem(clause.folded(at)),
        _ => "none",
    };
    vec![
        "bias".to_owned(),
        format!("lead in {lead_in}"),
        format!("frame {frame} lead in {lead_in}"),
        format!("governor {governor}"),
        format!("word {word}"),
        format!("stem {stem}"),
        format!("stem {stem} {frame}"),
        format!("stem {stem} next {next}"),
        format!("stance {stance}"),
        format!("stance {stance} {frame}"),
        format!("stance {stance} next {next}"),
        format!("frame {frame}"),
        format!("frame {frame} next {next}"),
        format!("frame {frame} form {form}"),
        format!("who {who}"),
        format!("frame {frame} who {who}"),
        format!("stance {stance} who {who}"),
        format!("lead {lead}"),
        format!("frame {frame} lead {lead}"),
        format!("content {behind} {quoted}"),
        format!("stance {stance} content {behind} {quoted}"),
        format!("frame {frame} content {behind} {quoted}"),
        format!("length {length}"),
        format!("frame {frame} length {length}"),
    ]
}

/// What comes after the cue.
fn after(clause: &Clause<'_>, at: usize) -> String {
    let Some(word) = clause.words.get(at) else { return "end".to_owned() };
    let folded = word.folded.as_str();
    let kind = if matches!(folded, "=" | "#") {
        "other"
    } else if clause.page.lexicon.function_words.has(folded) || !word.is_word() {
        folded
    } else if word.capital {
        "Name"
    } else if folded.ends_with("ing") {
        "ing"
    } else {
        "word"
    };
    kind.to_owned()
}

/// Who the source is.
fn speaker(clause: &Clause<'_>, source: Option<&Range<usize>>) -> String {
    let Some(source) = source else { return "nobody".to_owned() };
    let head = clause.folded(source.end.saturating_sub(1));
    let lexicon = clause.page.lexicon;
    let kind = if source.len() == 1 && lexicon.function_words.has(head) {
        head
    } else if source.clone().any(|at| lexicon.people.has(clause.folded(at)) || lexicon.titles.has(clause.folded(at))) {
        "people"
    } else if clause.words.get(source.end.saturating_sub(1)).is_some_and(|word| word.capital) {
        "name"
    } else if source.clone().any(|at| clause.words.get(at).is_some_and(|word| word.capital)) {
        "named"
    } else if head.ends_with('s') {
        "plural"
    } else {
        "noun"
    };
    kind.to_owned()
}
