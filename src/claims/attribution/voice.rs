//! The patterns of reported speech in one sentence.

use std::ops::Range;

use crate::text::Span;

use super::super::reading::{Page, Reading, Word};

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

/// The longest stretch of words that is taken for a source.
const LONGEST_SOURCE: usize = 14;

/// More words than this after a verb at the end of a sentence are what is said, not when or where.
const LONGEST_TAIL: usize = 7;

/// The attributions of a sentence, in order.
pub fn voices(page: &Page<'_>, reading: &Reading<'_>) -> Vec<Voice> {
    let text = Sentence { page, reading, words: &reading.words };
    let mut voices = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let hit = page.lexicon.reporting.at(&reading.words, at).filter(|_| !reading.is_quoted(at));
        let Some(hit) = hit else {
            at += 1;
            continue;
        };
        let cue = at..at + hit.len;
        let voice = match hit.value {
            "source" => text.according_to(cue.clone()),
            stance => text.reported(cue.clone(), stance),
        };
        voices.extend(voice);
        at = cue.end;
    }
    extend_over_quotations(page, reading, &mut voices);
    voices
}

/// A quotation that the next sentences go on with belongs to the last who was quoted.
fn extend_over_quotations(page: &Page<'_>, reading: &Reading<'_>, voices: &mut [Voice]) {
    let Some(content) = voices.last_mut().and_then(|voice| voice.content.as_mut()) else { return };
    let quotes = reading.words_in(*content).any(|at| reading.is_quoted(at));
    for next in page.readings.iter().skip(reading.id + 1).take_while(|_| quotes) {
        let whole = next.quoted.first().filter(|range| range.start <= 1 && next.words.len() <= range.end + 2);
        let Some(range) = whole else { return };
        content.end = next.span(range.clone()).end;
    }
}

struct Sentence<'a> {
    page: &'a Page<'a>,
    reading: &'a Reading<'a>,
    words: &'a [Word],
}

impl Sentence<'_> {
    fn folded(&self, at: usize) -> &str {
        self.reading.folded(at)
    }

    fn plays(&self, folded: &str, part: &str) -> bool {
        self.page.lexicon.plays(folded, part)
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.folded(before))
    }

    /// The word before, adverbs passed over: "was publicly told".
    fn before_adverbs(&self, at: usize) -> &str {
        let adverb = |folded: &str| folded.len() > 4 && folded.ends_with("ly");
        (0..at).rev().map(|before| self.folded(before)).find(|folded| !adverb(folded)).unwrap_or_default()
    }

    /// The words of a range without punctuation at its ends.
    fn trimmed(&self, mut range: Range<usize>) -> Option<Range<usize>> {
        let loose = |at: usize| matches!(self.folded(at), "," | "." | ";" | ":" | "-" | "--" | "!" | "?");
        while !range.is_empty() && loose(range.start) {
            range.start += 1;
        }
        while !range.is_empty() && loose(range.end - 1) {
            range.end -= 1;
        }
        (!range.is_empty()).then_some(range)
    }

    fn span(&self, range: Range<usize>) -> Option<Span> {
        let range = self.trimmed(range)?;
        Some(self.words[range.start].span.join(self.words[range.end - 1].span))
    }

    /// "According to the board, it rained."; "It rained, according to the board."
    fn according_to(&self, cue: Range<usize>) -> Option<Voice> {
        let end = self.end_of_source(cue.end, false);
        let source = self.trimmed(cue.end..end)?;
        let rest = self.span(end..self.words.len());
        let content = if cue.start < 2 { rest } else { self.span(0..cue.start) };
        Some(Voice { source: Some(source), cue, content, stance: "source".to_owned() })
    }

    fn reported(&self, cue: Range<usize>, stance: &str) -> Option<Voice> {
        let weak = stance.ends_with('?');
        let stance = stance.trim_end_matches('?').to_owned();
        if self.is_no_verb(&cue) || self.is_in_a_name(cue.start) || weak && !self.clause_follows(cue.end) {
            return None;
        }
        if let Some(source) = self.source_after(&cue) {
            let content = self.span(0..cue.start).or_else(|| self.span(source.end..self.words.len()));
            return Some(Voice { source: Some(source), cue, content, stance });
        }
        let source = if self.before(cue.start) == "," && self.folded(cue.start).ends_with("ing") {
            self.subject(cue.start)?
        } else {
            self.source_before(cue.start)?
        };
        let content = self.content(&source, &cue);
        content?;
        Some(Voice { source: Some(source), cue, content, stance })
    }

    /// Whether the word is a noun ("the report"), an infinitive ("to say") or a passive ("was told") here.
    fn is_no_verb(&self, cue: &Range<usize>) -> bool {
        let before = self.before(cue.start);
        let possessive = cue.start.checked_sub(1).is_some_and(|at| self.words[at].possessive);
        let governed = self.plays(before, "noun");
        governed
            || self.is_noun_form(cue)
            || possessive
            || self.page.lexicon.passive.has(self.before_adverbs(cue.start))
            || self.folded(cue.start).ends_with("ing") && before != ","
    }

    /// "The chairman's harsh comments on it": a form that is also a noun, and nobody before it who could speak.
    fn is_noun_form(&self, cue: &Range<usize>) -> bool {
        let folded = self.folded(cue.start);
        let sure = folded.ends_with("ed") || folded.ends_with("ing") || self.plays(folded, "verb");
        if sure || cue.len() > 1 {
            return false;
        }
        let subject = (0..cue.start).rev().find(|&at| !self.is_between(at)).map(|at| &self.words[at]);
        let speaks = subject.is_none_or(|word| {
            !word.is_word()
                || word.capital
                || self.page.lexicon.people.has(&word.folded)
                || self.plays(&word.folded, "pronoun")
        });
        !speaks || self.plays(self.folded(cue.end), "of")
    }

    /// "The United States", "State University": a capital that no sentence or quotation begins with.
    fn is_in_a_name(&self, at: usize) -> bool {
        let opens = at == 0 || matches!(self.before(at), "\"" | "''" | "," | ":");
        self.words[at].capital && !opens && !self.reading.title_case
    }

    /// Whether a verb is followed by what is said.
    fn clause_follows(&self, at: usize) -> bool {
        (at..(at + 3).min(self.words.len()))
            .any(|next| matches!(self.folded(next), "\"" | ":") || self.plays(self.folded(next), "clause"))
    }

    /// "…, said Ines Hallow": the source after its verb.
    fn source_after(&self, cue: &Range<usize>) -> Option<Range<usize>> {
        if self.folded(cue.start).ends_with("ing") {
            return None;
        }
        let opens = cue.start == 0 || matches!(self.before(cue.start), "," | "\"" | "''" | "'");
        let next = self.words.get(cue.end)?;
        let pronoun =
            matches!(next.folded.as_str(), "he" | "she" | "they" | "the" | "a" | "an" | "one" | "his" | "her");
        let people = self.page.lexicon.people.has(&next.folded);
        if !opens || !(next.capital && next.is_word() || pronoun || people) {
            return None;
        }
        let source = self.trimmed(cue.end..self.end_of_source(cue.end, true))?;
        (!source.clone().any(|at| self.is_auxiliary(at) || self.plays(self.folded(at), "clause"))).then_some(source)
    }

    /// Words that only a clause of its own has: in "the mayor, 51, said boats were lost" no source follows.
    fn is_auxiliary(&self, at: usize) -> bool {
        self.plays(self.folded(at), "auxiliary")
    }

    /// Where a source that follows its cue ends: at punctuation or, after a verb, at a word that begins a circumstance.
    fn end_of_source(&self, start: usize, after_verb: bool) -> usize {
        let mut at = start;
        while at < self.words.len() && at - start < LONGEST_SOURCE {
            let word = &self.words[at];
            let point = word.folded == "." && self.words.get(at + 1).is_some_and(|next| next.is_word());
            if !word.is_word() && !matches!(word.folded.as_str(), "-" | "&" | "'") && !point {
                return at;
            }
            let circumstance = self.plays(&word.folded, "circumstance");
            if after_verb && at > start && circumstance {
                return at;
            }
            at += 1;
        }
        at
    }

    /// "Ines Hallow, who runs the port, said": the source before its verb.
    fn source_before(&self, verb: usize) -> Option<Range<usize>> {
        let mut end = verb;
        while end > 0 && self.is_between(end - 1) {
            end -= 1;
        }
        let mut start = self.start_of_source(end);
        if self.before(end) == "," {
            // An apposition between commas: the name stands before it.
            let open = (end.saturating_sub(LONGEST_SOURCE)..end - 1).rev().find(|&at| self.folded(at) == ",")?;
            start = self.start_of_source(open);
            end -= 1;
        }
        let source = self.trimmed(start..end)?;
        let source = self.antecedent(&source).unwrap_or(source);
        self.can_speak(&source).then_some(source)
    }

    /// "The harbour board, which also said": whom a relative pronoun stands for.
    fn antecedent(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let relative = matches!(self.folded(source.start), "which" | "who");
        let end = source.start.checked_sub(1).filter(|&at| relative && self.folded(at) == ",")?;
        let reach = self.start_of_source(end)..end;
        let start = reach.clone().rev().find(|&at| self.folded(at) == "to").map_or(reach.start, |to| to + 1);
        (start < end).then_some(start..source.end)
    }

    /// Adverbs, auxiliaries and days between a subject and its verb.
    fn is_between(&self, at: usize) -> bool {
        let folded = self.folded(at);
        folded.len() > 4 && folded.ends_with("ly")
            || self.plays(folded, "between")
            || self.page.lexicon.weekdays.has(folded)
    }

    /// "Hallow closed the pier, saying it was unsafe": who the sentence is about.
    fn subject(&self, before: usize) -> Option<Range<usize>> {
        let pronoun = |at: usize| matches!(self.folded(at), "he" | "she" | "they");
        let start = (0..before.min(LONGEST_SOURCE))
            .find(|&at| pronoun(at) || self.words[at].capital && self.words[at].is_word())?;
        let end = (start + 1..before).find(|&at| pronoun(start) || !self.words[at].capital).unwrap_or(before);
        Some(start..end)
    }

    fn start_of_source(&self, end: usize) -> usize {
        let mut start = end;
        while start > 0 && end - start < LONGEST_SOURCE && !self.is_boundary(start - 1) {
            start -= 1;
        }
        start
    }

    fn is_boundary(&self, at: usize) -> bool {
        let word = &self.words[at];
        let inner_point = word.folded == "." && !word.spaced && self.words.get(at + 1).is_some_and(Word::is_word);
        let listed = self.plays(&word.folded, "boundary");
        let joins = word.folded == "and" && !self.words.get(at + 1).is_some_and(|next| next.capital);
        listed
            || joins
            || !word.is_word()
                && !inner_point
                && !matches!(word.folded.as_str(), "-" | "'" | "&")
                && word.kind != crate::text::TokenKind::Number
    }

    /// Whether a stretch of words can be somebody who speaks: a name, a pronoun, people, or a noun.
    fn can_speak(&self, source: &Range<usize>) -> bool {
        let words = &self.words[source.clone()];
        let head = words.last().map_or("", |word| word.folded.as_str());
        self.plays(head, "pronoun") || words.iter().any(|word| word.content && !word.folded.ends_with("ing"))
    }

    /// Where a reported clause ends: at the sentence's turn to something else, else with the sentence.
    fn end_of_clause(&self, start: usize) -> usize {
        let turns = |at: &usize| {
            let opposed = self.plays(self.folded(at + 1), "turn");
            self.folded(*at) == ";" || self.folded(*at) == "," && opposed && !self.reading.is_quoted(*at)
        };
        (start + 3..self.words.len()).find(turns).unwrap_or(self.words.len())
    }

    /// What is said: before the source where the sentence ends with it, on both sides of a frame in the middle, else after the verb.
    fn content(&self, source: &Range<usize>, cue: &Range<usize>) -> Option<Span> {
        let len = self.words.len();
        let tail = (cue.end..len).take_while(|&at| !matches!(self.folded(at), "," | "." | ":" | ";")).count();
        let framed = source.start > 2 && matches!(self.before(source.start), "," | "\"" | "''");
        let clause = self.clause_follows(cue.end);
        if framed && tail <= LONGEST_TAIL && !clause {
            let after = cue.end + tail;
            // After a quotation only another one goes on with what is said: "…," she said, citing the weather.
            let quoted_before = self.reading.is_quoted(source.start.saturating_sub(2));
            let quoted_after = (after..len).any(|at| self.reading.is_quoted(at));
            let goes_on = self.folded(after) == "," && len - after > LONGEST_TAIL && (quoted_after || !quoted_before);
            return if goes_on { self.span(0..len) } else { self.span(0..source.start) };
        }
        let direct = (cue.end..len).take(LONGEST_TAIL).find(|&at| matches!(self.folded(at), "that" | "\""));
        let start = direct.unwrap_or(cue.end);
        self.span(start..self.end_of_clause(start))
    }
}
