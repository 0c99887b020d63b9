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
    let clean = |name: &str| name.replace('=', "");
    vec![
        "bias".to_owned(),
        format!("word {word}"),
        format!("stem {stem}"),
        format!("stem {stem} {frame}"),
        clean(&format!("stem {stem} next {next}")),
        format!("stance {stance}"),
        format!("stance {stance} {frame}"),
        clean(&format!("stance {stance} next {next}")),
        format!("frame {frame}"),
        clean(&format!("frame {frame} next {next}")),
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
    let kind = if clause.page.lexicon.function_words.has(folded) || !word.is_word() {
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
