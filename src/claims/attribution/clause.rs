//! A sentence seen from a word that may report: how it is used and who the subject is.

use std::ops::Range;

use super::super::reading::{Page, Reading, Word};

/// How a cue stands to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// "according to the board": the source follows a preposition.
    According,
    /// "the board said"
    Before,
    /// "…, said the board"
    After,
    /// "the board met and said": the subject stands before another verb.
    Joined,
    /// "the board met, saying"
    Trailing,
    /// "the board wants to say"
    Infinitive,
    /// "the board was told"
    Passive,
    /// "the board's claim"
    Noun,
    /// Nobody is in sight who could speak.
    Bare,
}

/// The longest stretch of words that is taken for a source.
const LONGEST_SOURCE: usize = 14;

/// So many words may stand before the noun that names a subject: "two senior officials".
const MOST_BEFORE_A_HEAD: usize = 2;

/// A dateline has no more words than this.
const LONGEST_DATELINE: usize = 8;

/// A sentence with its quotations.
pub struct Clause<'a> {
    /// The document.
    pub page: &'a Page<'a>,
    /// The sentence.
    pub reading: &'a Reading<'a>,
    /// Its words.
    pub words: &'a [Word],
    /// What is quoted in it, as ranges of words.
    pub quotes: Vec<Range<usize>>,
}

impl Clause<'_> {
    pub fn folded(&self, at: usize) -> &str {
        self.reading.folded(at)
    }

    pub fn plays(&self, folded: &str, part: &str) -> bool {
        self.page.lexicon.plays(folded, part)
    }

    pub fn is_quoted(&self, at: usize) -> bool {
        self.quotes.iter().any(|range| range.contains(&at))
    }

    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.folded(before))
    }

    /// What the cue that begins at a word suggests, as its list has it; empty where none does.
    pub fn stance(&self, at: usize) -> &str {
        let listed = self.page.lexicon.reporting.at(self.words, at).map_or("", |hit| hit.value);
        listed.trim_end_matches(" noun")
    }

    /// Whether a listed cue begins at a word.
    pub fn reports(&self, at: usize) -> bool {
        self.page.lexicon.reporting.at(self.words, at).is_some()
    }

    /// A word for the evidence: small words and punctuation by themselves, the others by their kind.
    pub fn kind_of(&self, at: usize) -> String {
        let Some(word) = self.words.get(at) else { return "end".to_owned() };
        let folded = word.folded.as_str();
        let kind = match folded {
            "=" | "#" => "other",
            small if self.page.lexicon.function_words.has(small) || !word.is_word() => small,
            _ if word.capital => "Name",
            _ if folded.ends_with("ing") => "ing",
            _ => "word",
        };
        kind.to_owned()
    }

    /// The word before a cue for the evidence: small words by themselves, negations and adverbs by their kind.
    pub fn lead(&self, cue: usize) -> String {
        let before = self.before(cue);
        if before.ends_with("n't") {
            "not".to_owned()
        } else if before.ends_with("ly") {
            "ly".to_owned()
        } else {
            cue.checked_sub(1).map_or_else(|| "begin".to_owned(), |at| self.kind_of(at))
        }
    }

    fn is_word(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(Word::is_word)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.capital && word.is_word())
    }

    /// The words of a range without punctuation at its ends.
    pub fn trimmed(&self, mut range: Range<usize>) -> Option<Range<usize>> {
        let loose = |at: usize| matches!(self.folded(at), "," | "." | ";" | ":" | "-" | "--" | "!" | "?" | "\"");
        while !range.is_empty() && loose(range.start) {
            range.start += 1;
        }
        while !range.is_empty() && loose(range.end - 1) {
            range.end -= 1;
        }
        (!range.is_empty()).then_some(range)
    }

    /// The first word before `at` that is no adverb, auxiliary or day.
    pub fn main_before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&before| !self.is_between(before))
    }

    /// How a cue is used.
    pub fn frame(&self, cue: &Range<usize>) -> Frame {
        let folded = self.folded(cue.start);
        let passive = self.page.lexicon.passive.has(self.before_adverbs(cue.start));
        if passive && !folded.ends_with("ing") && !self.plays(folded, "verb")
            || self.plays(folded, "participle") && passive
        {
            return Frame::Passive;
        }
        if passive {
            return Frame::Before;
        }
        if self.is_noun(cue) {
            return Frame::Noun;
        }
        if self.before(cue.start) == "to" {
            return Frame::Infinitive;
        }
        if self.source_after(cue).is_some() && !self.closes_apposition(cue.start) {
            return Frame::After;
        }
        if folded.ends_with("ing") {
            return Frame::Trailing;
        }
        let main = self.main_before(cue.start);
        if main.is_some_and(|at| matches!(self.folded(at), "and" | "but" | "or")) {
            return Frame::Joined;
        }
        if self.source_before(cue.start).is_some() { Frame::Before } else { Frame::Bare }
    }

    /// Who speaks.
    pub fn source(&self, frame: Frame, cue: &Range<usize>) -> Option<Range<usize>> {
        match frame {
            Frame::According => self.trimmed(cue.end..self.end_of_source(cue.end, false)),
            Frame::Before => self.source_before(cue.start),
            Frame::After => self.source_after(cue),
            Frame::Joined | Frame::Trailing => self.subject(cue.start),
            Frame::Infinitive => {
                let to = cue.start.checked_sub(1)?;
                let verb = self.main_before(to)?;
                self.source_before(verb).or_else(|| self.subject(verb))
            }
            Frame::Passive => self.agent(cue.end),
            Frame::Noun => self.owner(cue.start).or_else(|| self.agent(cue.end)),
            Frame::Bare => None,
        }
    }

    /// The word before, adverbs passed over: "was publicly told".
    fn before_adverbs(&self, at: usize) -> &str {
        let adverb =
            |folded: &str| folded.len() > 4 && folded.ends_with("ly") || matches!(folded, "also" | "not" | "often");
        (0..at).rev().map(|before| self.folded(before)).find(|folded| !adverb(folded)).unwrap_or_default()
    }

    /// Whether the word is a noun here: "the report", "Hallow's claim", "harsh comments on it".
    fn is_noun(&self, cue: &Range<usize>) -> bool {
        let possessive = cue.start.checked_sub(1).is_some_and(|at| self.words[at].possessive);
        let governed = self.plays(self.before(cue.start), "noun") && self.before(cue.start) != "to";
        governed || possessive || self.is_noun_form(cue)
    }

    /// "The chairman's harsh comments on it": a form that is also a noun, and nobody before it who could speak.
    fn is_noun_form(&self, cue: &Range<usize>) -> bool {
        let folded = self.folded(cue.start);
        let listed = self.page.lexicon.reporting.at(self.words, cue.start).map_or("", |hit| hit.value);
        if !listed.ends_with(" noun") || self.plays(folded, "verb") {
            return false;
        }
        let before = self.before(cue.start);
        if before == "to" || self.plays(before, "auxiliary") {
            return false;
        }
        let subject = (0..cue.start).rev().find(|&at| !self.is_between(at)).map(|at| &self.words[at]);
        let speaks = subject.is_none_or(|word| {
            !word.is_word()
                || word.capital
                || word.folded.ends_with('s')
                || self.page.lexicon.people.has(&word.folded)
                || self.plays(&word.folded, "pronoun")
                || matches!(word.folded.as_str(), "and" | "but")
        });
        !speaks || self.folded(cue.end) == "of"
    }

    /// "…, said Ines Hallow": the source after its verb.
    fn source_after(&self, cue: &Range<usize>) -> Option<Range<usize>> {
        let verb = self.folded(cue.start);
        // "told the board" is never "the board told".
        if verb.ends_with("ing") || self.plays(verb, "addressed") {
            return None;
        }
        let opens = cue.start == 0 || matches!(self.before(cue.start), "," | "\"" | "'" | "?" | "!" | "-");
        let next = self.words.get(cue.end)?;
        let pronoun =
            matches!(next.folded.as_str(), "he" | "she" | "they" | "the" | "a" | "an" | "one" | "his" | "her");
        let people = self.page.lexicon.people.has(&next.folded);
        if !opens || !(next.capital && next.is_word() || pronoun || people) {
            return None;
        }
        let source = self.trimmed(cue.end..self.end_of_source(cue.end, true))?;
        let clause = |at: usize| self.plays(self.folded(at), "auxiliary") || self.plays(self.folded(at), "clause");
        (!source.clone().any(clause)).then_some(source)
    }

    /// "The mayor, who lives there, said the boats …": a comma that ends an apposition, not what is said.
    fn closes_apposition(&self, at: usize) -> bool {
        if self.before(at) != "," {
            return false;
        }
        let Some(open) = (at.saturating_sub(LONGEST_SOURCE)..at - 1).rev().find(|&open| self.folded(open) == ",")
        else {
            return false;
        };
        let first = self.folded(open + 1);
        let describes =
            matches!(first, "who" | "which" | "whose" | "a" | "an" | "the") || self.page.lexicon.titles.has(first);
        let name = self.start_of_source(open)..open;
        let clause = |at: usize| self.plays(self.folded(at), "auxiliary") || self.plays(self.folded(at), "verb");
        describes
            && !name.is_empty()
            && !name.clone().any(clause)
            && self.trimmed(name).is_some_and(|name| self.can_speak(&name))
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
    pub fn is_between(&self, at: usize) -> bool {
        let folded = self.folded(at);
        folded.len() > 4 && folded.ends_with("ly")
            || folded.ends_with("n't")
            || self.plays(folded, "between")
            || self.page.lexicon.passive.has(folded)
            || self.page.lexicon.weekdays.has(folded)
    }

    /// "Hallow closed the pier, saying it was unsafe": who the sentence is about.
    fn subject(&self, before: usize) -> Option<Range<usize>> {
        let pronoun = |at: usize| self.plays(self.folded(at), "subject") || self.folded(at) == "who";
        let names = |at: usize| self.is_capital(at) && !self.plays(self.folded(at), "noun");
        let people = |at: usize| self.page.lexicon.people.has(self.folded(at));
        let at = (self.dateline()..before)
            .filter(|&at| !self.is_quoted(at))
            .find(|&at| pronoun(at) || names(at) || people(at))?;
        if pronoun(at) {
            return Some(at..at + 1);
        }
        let end = (at + 1..before).find(|&at| !self.is_capital(at) && !people(at)).unwrap_or(before);
        Some(self.start_of_source(at).max(at.saturating_sub(MOST_BEFORE_A_HEAD))..end)
    }

    /// The first word behind "PORTO NOVO - ", where the sentence begins with its place.
    fn dateline(&self) -> usize {
        let dash =
            (1..LONGEST_DATELINE.min(self.words.len())).find(|&at| self.folded(at) == "-" && self.words[at].spaced);
        let is_place =
            |dash: &usize| (0..*dash).all(|at| !self.is_word(at) || self.is_capital(at) || self.folded(at) == "and");
        dash.filter(is_place).map_or(0, |dash| dash + 1)
    }

    /// "Hallow's claim", "their claim": whose it is.
    fn owner(&self, noun: usize) -> Option<Range<usize>> {
        let from = noun.saturating_sub(3);
        let owns = |at: usize| self.words[at].possessive || self.plays(self.folded(at), "owner");
        let at = (from..noun).rev().find(|&at| owns(at))?;
        if !self.words[at].possessive {
            return Some(at..at + 1);
        }
        self.trimmed(self.start_of_source(at)..at + 1)
    }

    /// "by the harbour board": who acts after a passive or a noun.
    fn agent(&self, start: usize) -> Option<Range<usize>> {
        let by = (start..(start + 8).min(self.words.len()))
            .take_while(|&at| self.is_word(at))
            .find(|&at| self.folded(at) == "by" || at == start && self.folded(at) == "from")?;
        let source = self.trimmed(by + 1..self.end_of_source(by + 1, true))?;
        (!self.folded(source.start).ends_with("ing")).then_some(source)
    }

    pub fn start_of_source(&self, end: usize) -> usize {
        let mut start = end;
        // "a deal which the board denounced": the pronoun is what is spoken of, not who speaks.
        let object = |at: usize| at + 1 < end && matches!(self.folded(at), "which" | "whom");
        // "the board said he believes": a pronoun is a source by itself.
        let pronoun = |at: usize| self.plays(self.folded(at), "subject");
        while start > 0 && end - start < LONGEST_SOURCE && !self.is_boundary(start - 1) && !object(start - 1) {
            start -= 1;
            if pronoun(start) {
                break;
            }
        }
        start
    }

    fn is_boundary(&self, at: usize) -> bool {
        let word = &self.words[at];
        let inner_point = word.folded == "." && !word.spaced && self.is_word(at + 1);
        let listed = self.plays(&word.folded, "boundary");
        let joins = word.folded == "and" && !self.is_capital(at + 1);
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
}
