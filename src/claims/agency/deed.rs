//! Deeds: the verbs of a sentence with who acts and what is acted upon, as far as the small words around them show it.

use std::ops::Range;

use super::super::reading::{Page, Reading, Word};

/// How many words before or after a verb are looked at for who acted and on what.
const CLAUSE: usize = 8;

/// How many words may stand between a form of "to be" and its participle: "was not immediately found".
const BETWEEN: usize = 2;

/// A verb and its voice.
#[derive(Clone, Debug)]
pub struct Deed<'a> {
    /// The form by which deeds are compared.
    pub root: &'a str,
    /// Its words, auxiliaries included.
    pub words: Range<usize>,
    /// What is acted upon comes first and who acts is left out or follows after "by".
    pub passive: bool,
    /// Who acts, where that is said.
    pub agent: Option<Range<usize>>,
    /// What stands before a passive or after an active verb: what is acted upon, or part of it.
    pub object: Range<usize>,
}

/// The deeds of a sentence in order.
pub fn deeds<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>) -> Vec<Deed<'a>> {
    let mut deeds = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let found = passive(page, reading, at).or_else(|| active(page, reading, at));
        at = found.as_ref().map_or(at + 1, |deed| deed.words.end);
        deeds.extend(found);
    }
    deeds
}

/// "Was seized", "were quickly sold by the bank".
fn passive<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<Deed<'a>> {
    if !page.lexicon.passive.has(reading.folded(at)) {
        return None;
    }
    let between = |at: &usize| is_between(page, reading, *at) && *at <= at + BETWEEN;
    let verb = at + 1 + (at + 1..at + 1 + BETWEEN).take_while(between).count();
    let word = reading.words.get(verb).filter(|word| is_participle(page, word))?;
    Some(Deed {
        root: root(page, &word.folded),
        words: at..verb + 1,
        passive: true,
        agent: after_by(page, reading, verb + 1),
        object: thing_before(page, reading, at),
    })
}

/// "The bank seized", "who has seized", "will seize".
fn active<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<Deed<'a>> {
    let word = reading.words.get(at).filter(|word| word.content && !reading.is_quoted(at))?;
    let mut start = at;
    while start > 0 && is_between(page, reading, start - 1) {
        start -= 1;
    }
    let before = reading.folded(start.checked_sub(1)?);
    let governed = matches!(before, "to" | "will" | "would" | "could" | "can" | "may" | "might" | "should" | "must" | "did");
    let perfect = matches!(before, "has" | "have" | "had");
    let past = is_participle(page, word);
    if page.lexicon.passive.has(before) || !(governed || past) || past && governed {
        return None;
    }
    let subject_end = if governed || perfect { start - 1 } else { start };
    let agent = subject(page, reading, subject_end);
    // A participle after a noun may belong to the noun: "the boats seized in May".
    let begins_a_thing = |at: usize| page.lexicon.plays(reading.folded(at), "noun") || is_name(reading, at);
    if past && !perfect && reading.folded(at + 1) == "by" {
        let agent = after_by(page, reading, at + 1);
        return agent.is_some().then(|| Deed {
            root: root(page, &word.folded),
            words: at..at + 1,
            passive: true,
            agent,
            object: thing_before(page, reading, at),
        });
    }
    let _ = begins_a_thing;
    Some(Deed {
        root: root(page, &word.folded),
        words: at..at + 1,
        passive: false,
        agent: agent.filter(|_| before != "to"),
        object: thing_after(reading, at + 1),
    })
}

fn root<'a>(page: &'a Page<'_>, folded: &'a str) -> &'a str {
    page.root(folded)
}

fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    reading.words.get(at).is_some_and(|word| word.capital)
}

/// An adverb or the like between an auxiliary and its verb, or a subject and its verb.
fn is_between(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> bool {
    let folded = reading.folded(at);
    folded.len() > 4 && folded.ends_with("ly")
        || page.lexicon.plays(folded, "between") && !page.lexicon.plays(folded, "auxiliary") && folded != "on"
}

fn is_participle(page: &Page<'_>, word: &Word) -> bool {
    word.is_word() && !word.capital
        && (page.lexicon.participles.has(&word.folded) || word.folded.len() > 4 && word.folded.ends_with("ed"))
}

/// Who acts, after "by" in the clause that begins at a word.
fn after_by(page: &Page<'_>, reading: &Reading<'_>, from: usize) -> Option<Range<usize>> {
    let clause = (from..(from + CLAUSE).min(reading.words.len()))
        .take_while(|&at| reading.words[at].is_word() && !page.lexicon.plays(reading.folded(at), "boundary"));
    let by = clause.into_iter().find(|&at| reading.folded(at) == "by")?;
    let named = thing_after(reading, by + 1);
    let acts = named.clone().any(|at| reading.words[at].content || page.lexicon.plays(reading.folded(at), "pronoun"));
    // "By Monday", "by 10 percent", "by adding staff": a time, a measure, a manner.
    let first = reading.words.get(by + 1)?;
    let manner = first.folded.ends_with("ing") || first.folded.starts_with(|c: char| c.is_ascii_digit());
    let time = reading.times.iter().any(|time| time.words.contains(&(by + 1)));
    (acts && !manner && !time).then_some(named)
}

/// The words up to the next small word that ends a thing.
fn thing_after(reading: &Reading<'_>, from: usize) -> Range<usize> {
    let mut end = from;
    while end < (from + CLAUSE).min(reading.words.len()) && reading.words[end].is_word() && !is_link(reading.folded(end)) {
        end += 1;
    }
    from..end
}

/// Words between things: what follows is another one.
fn is_link(folded: &str) -> bool {
    matches!(
        folded,
        "of" | "in" | "on" | "at" | "for" | "from" | "with" | "by" | "to" | "and" | "or" | "but" | "that" | "who" | "which"
            | "as" | "after" | "before" | "when" | "while" | "during" | "over" | "into" | "about" | "because" | "if" | "than"
            | "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will" | "would" | "could" | "may" | "be" | "been"
    )
}

/// The words just before a verb, back to the last that ends a thing.
fn thing_before(page: &Page<'_>, reading: &Reading<'_>, verb: usize) -> Range<usize> {
    let mut end = verb;
    while end > 0 && (is_between(page, reading, end - 1) || page.lexicon.plays(reading.folded(end - 1), "auxiliary") || matches!(reading.folded(end - 1), "to" | "will" | "would" | "not")) {
        end -= 1;
    }
    let mut start = end;
    while start > 0 && end - start < CLAUSE && reading.words[start - 1].is_word() && !is_link(reading.folded(start - 1)) {
        start -= 1;
    }
    start..end
}

/// Who acts before a verb: the words just before it, if one of them can act.
fn subject(page: &Page<'_>, reading: &Reading<'_>, verb: usize) -> Option<Range<usize>> {
    let thing = thing_before(page, reading, verb);
    let can_act = thing.clone().any(|at| reading.words[at].content || page.lexicon.plays(reading.folded(at), "pronoun"));
    can_act.then_some(thing)
}
