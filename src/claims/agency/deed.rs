//! Deeds: the verbs of a sentence with who acts and what is acted upon, as far as the small words around them show it.

use std::ops::Range;

use super::super::reading::{Page, Reading, Word};
use super::subject;

/// How many words after a verb are looked at for who acted and on what.
const CLAUSE: usize = 8;

/// How many words may stand between a form of "to be" and its participle: "was not immediately found".
const BETWEEN: usize = 2;

/// How a deed is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// "The bank seized the boats."
    Active,
    /// "The boats were seized", by the bank or by nobody who is named.
    Passive,
    /// "The seizure of the boats", "two fishermen died": what happened, as if by itself.
    Event,
}

/// A deed and its voice.
#[derive(Clone, Debug)]
pub struct Deed<'a> {
    /// The form by which deeds are compared.
    pub root: &'a str,
    /// Its words, auxiliaries included.
    pub words: Range<usize>,
    /// How it is told.
    pub voice: Voice,
    /// Who acts, where that is said.
    pub agent: Option<Range<usize>>,
    /// The words among which that stands which is acted upon.
    pub object: Range<usize>,
}

/// The deeds of a sentence in order.
pub fn deeds<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>) -> Vec<Deed<'a>> {
    let mut deeds = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let found = passive(page, reading, at)
            .or_else(|| active(page, reading, at))
            .or_else(|| nominal(page, reading, at))
            .or_else(|| happening(page, reading, at));
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
    let between = |between: &usize| subject::is_between(page, reading, *between) || reading.folded(*between) == "being";
    let verb = at + 1 + (at + 1..at + 1 + BETWEEN).take_while(between).count();
    let word = reading.words.get(verb).filter(|word| is_participle(page, word))?;
    (!page.lexicon.conditions.has(&word.folded)).then(|| Deed {
        root: root(page, &word.folded),
        words: at..verb + 1,
        voice: Voice::Passive,
        agent: after_by(page, reading, verb + 1),
        object: subject::before(page, reading, at),
    })
}

/// "The bank seized the boats", "has seized them", "will seize both", "seizing boats".
fn active<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<Deed<'a>> {
    let word = reading.words.get(at).filter(|word| word.content && !word.capital)?;
    let before = (0..at).rev().find(|&before| !subject::is_between(page, reading, before));
    let before = before.map_or("", |before| reading.folded(before));
    let governed = before == "to" || page.lexicon.clause_has(before, "modal");
    let perfect = page.lexicon.clause_has(before, "perfect");
    let past = is_participle(page, word);
    let lasting = word.folded.len() > 5 && word.folded.ends_with("ing");
    let gerund = lasting && page.lexicon.plays(before, "noun");
    let belongs_to_a_noun =
        page.lexicon.clause_has(before, "article") || gerund || page.lexicon.passive.has(before) && !lasting;
    if belongs_to_a_noun || !(governed || past || lasting) || past && governed {
        return None;
    }
    // A participle without an object may belong to the noun before it: "the boats seized in May".
    let takes_object = begins_a_thing(page, reading, at + 1)
        || page.lexicon.clause_has(reading.folded(at + 1), "particle") && begins_a_thing(page, reading, at + 2);
    if past && !perfect && reading.folded(at + 1) == "by" {
        let agent = Some(after_by(page, reading, at + 1)?);
        let object = subject::before(page, reading, at);
        return Some(Deed { root: root(page, &word.folded), words: at..at + 1, voice: Voice::Passive, agent, object });
    }
    takes_object.then(|| Deed {
        root: root(page, &word.folded),
        words: at..at + 1,
        voice: Voice::Active,
        agent: subject::of(page, reading, at),
        object: at + 1..end_of_clause(reading, at + 1),
    })
}

/// "The seizure of the boats": an act told as a thing, without anybody who acts.
fn nominal<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<Deed<'a>> {
    let word = reading.words.get(at)?;
    let root = page.lexicon.acts.value(&word.folded)?.strip_suffix(", noun")?;
    let owned = at > 0 && reading.words[at - 1].possessive;
    (!owned && reading.folded(at + 1) == "of").then(|| Deed {
        root,
        words: at..at + 1,
        voice: Voice::Event,
        agent: after_by(page, reading, at + 1),
        object: at + 2..end_of_clause(reading, at + 2),
    })
}

/// "Two fishermen died", "the list emerged": what became of something, where another may say who brought it about.
fn happening<'a>(page: &'a Page<'_>, reading: &'a Reading<'_>, at: usize) -> Option<Deed<'a>> {
    let hit = page.lexicon.acts.at(&reading.words, at)?;
    let root = hit.value.strip_suffix(", happens")?;
    let object = subject::before(page, reading, at);
    Some(Deed { root, words: at..at + hit.len, voice: Voice::Event, agent: None, object })
}

/// The form by which acts are compared: that of the list, else of the plain verb.
fn root<'a>(page: &'a Page<'_>, folded: &'a str) -> &'a str {
    let plain = page.lexicon.participles.value(folded);
    let listed = |word: &str| page.lexicon.acts.value(word).filter(|value| !value.contains(", "));
    if let Some(listed) = plain.map_or_else(|| plain_forms(folded).iter().find_map(|form| listed(form)), listed) {
        return listed;
    }
    page.root(folded)
}

/// What a regular form may come from: "seized" from "seize", "banned" from "ban".
fn plain_forms(folded: &str) -> Vec<String> {
    let cut = folded.strip_suffix("ed").or_else(|| folded.strip_suffix("ing"));
    let Some(cut) = cut else { return vec![folded.to_owned()] };
    let mut forms = vec![cut.to_owned(), format!("{cut}e")];
    let mut ends = cut.chars().rev();
    if let (Some(last), true) = (ends.next(), ends.next() == cut.chars().last()) {
        forms.push(cut.strip_suffix(last).unwrap_or(cut).to_owned());
    }
    forms
}

/// Whether a thing begins: an article or the like, a name, a number, or a word of content.
fn begins_a_thing(page: &Page<'_>, reading: &Reading<'_>, at: usize) -> bool {
    let Some(word) = reading.words.get(at) else { return false };
    let folded = word.folded.as_str();
    let small = page.lexicon.clause_has(folded, "article") || page.lexicon.clause_has(folded, "thing");
    let adverb = word.folded.ends_with("ly");
    small || word.content && !adverb || word.folded.starts_with(|first: char| first.is_ascii_digit())
}

fn is_participle(page: &Page<'_>, word: &Word) -> bool {
    let past = page.lexicon.participles.has(&word.folded) || word.folded.len() > 4 && word.folded.ends_with("ed");
    word.is_word() && !word.capital && past
}

fn end_of_clause(reading: &Reading<'_>, from: usize) -> usize {
    let end = (from + CLAUSE).min(reading.words.len());
    (from..end).find(|&at| !reading.words[at].is_word()).unwrap_or(end.max(from))
}

/// Who acts, after "by" in the clause that begins at a word.
fn after_by(page: &Page<'_>, reading: &Reading<'_>, from: usize) -> Option<Range<usize>> {
    let mut clause = (from..end_of_clause(reading, from)).take_while(|&at| reading.folded(at) != "and");
    let by = clause.find(|&at| reading.folded(at) == "by")?;
    let first = reading.words.get(by + 1)?;
    // "By Monday", "by 10 percent", "by adding staff": a time, a measure, a manner.
    let manner = first.folded.ends_with("ing") || first.folded.starts_with(|first: char| first.is_ascii_digit());
    let time = reading.times.iter().any(|time| time.words.contains(&(by + 1)));
    let agent = by + 1..subject::end_of_thing(page, reading, by + 1);
    (subject::can_act(page, reading, &agent) && !manner && !time).then_some(agent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::document;

    /// The deeds of a sentence as "agent → root (voice)".
    fn told(sentence: &str) -> Vec<String> {
        let document = document(&[sentence]);
        let page = Page::read(&document);
        let reading = &page.readings[0];
        let deeds = deeds(&page, reading);
        let who = |deed: &Deed<'_>| {
            deed.agent.as_ref().map_or("?", |agent| reading.span(agent.clone()).of(reading.text)).to_owned()
        };
        deeds.iter().map(|deed| format!("{} {} {:?}", who(deed), deed.root, deed.voice)).collect()
    }

    #[test]
    fn passives_may_say_by_whom() {
        assert_eq!(
            told("The pier was closed and boats were quickly sold by the bank."),
            ["? close Passive", "the bank sell Passive"]
        );
        assert_eq!(told("A barge seized by the bank sank."), ["the bank seize Passive"]);
        assert_eq!(told("The boats were sold by Monday."), ["? sell Passive"]);
        assert!(told("The report is based on guesses and the mayor was expected.").is_empty());
    }

    #[test]
    fn actives_have_whoever_their_clause_begins_with() {
        assert_eq!(
            told("On Friday, the harbour trust in Porto Novo sold both barges."),
            ["the harbour trust sell Active"]
        );
        assert_eq!(
            told("Ines Hallow, the mayor, in recent weeks dismissed two pilots."),
            ["Ines Hallow dismiss Active"]
        );
        assert_eq!(told("The trust had enough of it and fired its pilot."), ["The trust dismiss Active"]);
        assert!(told("The boats seized in May are blue.").is_empty());
    }

    #[test]
    fn events_have_nobody_who_acts() {
        assert_eq!(told("The closure of the pier was a surprise."), ["? close Event"]);
        assert_eq!(told("Two pilots died at sea."), ["? kill Event"]);
        assert!(told("The trust's closure of the pier was a surprise.").is_empty());
    }
}
