//! Who speaks: the words that name the source of a cue.

use std::ops::Range;

use super::clause::{Clause, Frame};

/// The longest stretch of words that is taken for a source.
const LONGEST_SOURCE: usize = 14;

/// So many words may stand before the noun that names a subject: "two senior officials".
const MOST_BEFORE_A_HEAD: usize = 2;

/// A first name and a surname: one capital behind a comma may be anything.
const LEAST_OF_A_NAME: usize = 2;

/// A dateline has no more words than this.
const LONGEST_DATELINE: usize = 8;

impl Clause<'_> {
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
            // Behind a long apposition: "Hallow, the mayor who …, said".
            Frame::Bare => self.subject(cue.start).filter(|_| self.before(cue.start) == ","),
        }
    }

    /// "…, said Ines Hallow": the source after its verb.
    pub fn source_after(&self, cue: &Range<usize>) -> Option<Range<usize>> {
        let verb = self.folded(cue.start);
        // "told the board" is never "the board told".
        if verb.ends_with("ing") || self.plays(verb, "addressed") {
            return None;
        }
        let opens = cue.start == 0 || matches!(self.before(cue.start), "," | "\"" | "'" | "?" | "!" | "-");
        let next = self.words.get(cue.end)?;
        let opens_noun = self.plays(&next.folded, "owner") || self.plays(&next.folded, "article");
        let pronoun = opens_noun || matches!(next.folded.as_str(), "he" | "she" | "they" | "the" | "one");
        let people = self.page.lexicon.people.has(&next.folded);
        if !opens || !(next.capital && next.is_word() || pronoun || people) {
            return None;
        }
        let source = self.trimmed(cue.end..self.end_of_source(cue.end, true))?;
        let clause = |at: usize| self.plays(self.folded(at), "auxiliary") || self.plays(self.folded(at), "clause");
        (!source.clone().any(clause)).then(|| self.with_name_behind(source))
    }

    /// "Its chair, Dorte Hansen": a description with the name that stands behind it.
    fn with_name_behind(&self, source: Range<usize>) -> Range<usize> {
        let described = self.folded(source.end) == "," && !source.clone().any(|at| self.is_capital(at));
        let name = (source.end + 1..self.words.len()).take_while(|&at| self.is_capital(at)).count();
        let end = source.end + 1 + name;
        let closed = matches!(self.folded(end), "" | "," | "." | "\"");
        if described && name >= LEAST_OF_A_NAME && closed { source.start..end } else { source }
    }

    /// "The mayor, who lives there, said the boats …": a comma that ends an apposition, not what is said.
    pub fn closes_apposition(&self, at: usize) -> bool {
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
    pub fn source_before(&self, verb: usize) -> Option<Range<usize>> {
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

    /// "Hallow closed the pier, saying it was unsafe": who the sentence is about.
    fn subject(&self, before: usize) -> Option<Range<usize>> {
        let pronoun = |at: usize| self.plays(self.folded(at), "subject") || self.folded(at) == "who";
        let is_time = |at: usize| self.reading.times.iter().any(|time| time.words.contains(&at));
        let names = |at: usize| self.is_capital(at) && !self.plays(self.folded(at), "noun") && !is_time(at);
        let people = |at: usize| self.page.lexicon.people.has(self.folded(at));
        let begin = self.dateline();
        let at =
            (begin..before).filter(|&at| !self.is_quoted(at)).find(|&at| pronoun(at) || names(at) || people(at))?;
        if pronoun(at) {
            return Some(at..at + 1);
        }
        let initial = |at: usize| self.folded(at) == "." && self.is_capital(at + 1);
        let belongs = |at: usize| self.is_capital(at) || people(at) || initial(at);
        let end = (at + 1..before).find(|&at| !belongs(at)).unwrap_or(before);
        Some(self.start_of_source(at).max(at.saturating_sub(MOST_BEFORE_A_HEAD)).max(begin)..end)
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
        let listed = self.plays(&word.folded, "boundary") || self.plays(&word.folded, "verb");
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
