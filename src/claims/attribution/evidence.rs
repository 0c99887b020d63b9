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

/// The log-odds that signs add up to.
pub fn odds(evidence: &[String]) -> f64 {
    evidence.iter().filter_map(|name| WEIGHTS.get(name.as_str())).sum()
}

/// The log-odds from which on an attribution is marked.
pub fn least_odds() -> f64 {
    WEIGHTS.get("least odds").copied().unwrap_or(0.0)
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
    let stem = if cue.len() == 1 { clause.page.stem(&word) } else { &word };
    let next = clause.kind_of(cue.end);
    let who = speaker(clause, source);
    let lead = clause.lead(cue.start);
    let around = surroundings(clause, cue, content);
    let length = length(clause.reading.words_in(content).len());
    let lead_in = lead_in(clause, cue, source);
    let mut signs = vec![
        "bias".to_owned(),
        format!("word {word}"),
        format!("governor {}", governor(clause, cue)),
        format!("stem {stem} next {next}"),
    ];
    // What is known of the surroundings counts by itself, and otherwise for each use and each stance.
    let frame = format!("{frame:?}").to_lowercase();
    for group in [format!("stem {stem}"), format!("stance {stance}"), format!("frame {frame}"), String::new()] {
        let with = |sign: String| format!("{group} {sign}").trim_start().to_owned();
        let by_word = group.starts_with("stem");
        if !by_word {
            signs.push(with(format!("who {who}")));
            signs.push(with(format!("next {next}")));
            signs.push(with(format!("content {around}")));
            signs.push(with(format!("length {length}")));
            signs.push(with(format!("lead {lead}")));
            signs.push(with(format!("lead in {lead_in}")));
            signs.push(with(format!("form {}", form(&word))));
        }
        if by_word || group.starts_with("stance") {
            signs.push(group.clone());
        }
        if !group.starts_with("frame") {
            signs.push(with(format!("frame {frame}")));
        }
    }
    signs
}

fn form(word: &str) -> &'static str {
    ["ing", "ed", "s"].into_iter().find(|ending| word.ends_with(ending)).unwrap_or("other")
}

/// Where what is said stands, and how much of it is quoted.
fn surroundings(clause: &Clause<'_>, cue: &Range<usize>, content: Span) -> String {
    let cue_end = clause.words.get(cue.end.saturating_sub(1)).map_or(0, |word| word.span.end);
    let side = if content.start >= cue_end { "behind" } else { "before" };
    let words = clause.reading.words_in(content);
    let is_quoted = |at: usize| clause.is_quoted(at);
    let quoted = if words.is_empty() {
        "elsewhere"
    } else if is_quoted(words.start + 1) && is_quoted(words.end.saturating_sub(2)) {
        "quoted"
    } else if words.clone().any(is_quoted) {
        "partly quoted"
    } else {
        "unquoted"
    };
    format!("{side} {quoted}")
}

fn length(words: usize) -> &'static str {
    match words {
        0..=1 => "to 1",
        2..=3 => "to 3",
        4..=7 => "to 7",
        8..=15 => "to 15",
        16..=30 => "to 30",
        _ => "more",
    }
}

/// What stands before a source: "said he thinks", "that he thinks".
fn lead_in(clause: &Clause<'_>, cue: &Range<usize>, source: Option<&Range<usize>>) -> String {
    let Some(source) = source.filter(|source| source.start < cue.start) else { return "none".to_owned() };
    match source.start.checked_sub(1) {
        None => "begin".to_owned(),
        Some(at) if clause.reports(at) => "reports".to_owned(),
        Some(at) => clause.kind_of(at),
    }
}

/// The verb that an infinitive hangs on: "wants to say".
fn governor<'a>(clause: &'a Clause<'_>, cue: &Range<usize>) -> &'a str {
    let at = cue.start.checked_sub(2).filter(|_| clause.before(cue.start) == "to");
    at.map_or("none", |at| clause.page.stem(clause.folded(at)))
}

/// Who the source is.
fn speaker<'a>(clause: &'a Clause<'_>, source: Option<&Range<usize>>) -> &'a str {
    let Some(source) = source else { return "nobody" };
    let head = clause.folded(source.end.saturating_sub(1));
    let lexicon = clause.page.lexicon;
    let is_capital = |at: usize| clause.words.get(at).is_some_and(|word| word.capital);
    let is_people = |at: usize| lexicon.people.has(clause.folded(at)) || lexicon.titles.has(clause.folded(at));
    if source.len() == 1 && lexicon.function_words.has(head) {
        head
    } else if source.clone().any(is_people) {
        "people"
    } else if is_capital(source.end.saturating_sub(1)) {
        "name"
    } else if source.clone().any(is_capital) {
        "named"
    } else if head.ends_with('s') {
        "plural"
    } else {
        "noun"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_read_and_say_what_english_says() {
        let weight = |name: &str| odds(&[name.to_owned()]);
        assert!(WEIGHTS.len() > 1_000 && least_odds() != 0.0);
        assert!(weight("word said") + weight("stem said") > weight("word list") + weight("stem list"));
        assert!(weight("next that") > 0.0 && weight("turn ;") > weight("turn to"));
        assert_eq!(weight("a sign that nobody knows"), 0.0);
    }
}
