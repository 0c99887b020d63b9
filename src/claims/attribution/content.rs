//! What is said: where it begins and ends around its cue.

use std::ops::Range;

use crate::text::Span;

use super::clause::{Clause, Frame};
use super::quotation;
use super::turn::{self, Turn};

/// More words than this after a verb at the end of a sentence are what is said, not when or where.
const LONGEST_TAIL: usize = 7;

/// A quotation of fewer words is part of a clause.
const LEAST_QUOTATION: usize = 5;

impl Clause<'_> {
    /// What is said, as bytes of the document's text.
    pub fn content(&self, frame: Frame, cue: &Range<usize>, source: Option<&Range<usize>>) -> Option<Span> {
        let len = self.words.len();
        match frame {
            Frame::According => {
                let end = source.map_or(cue.end, |source| source.end);
                if cue.start < 2 { self.span(end..len) } else { self.earlier(cue.start) }
            }
            Frame::After => {
                let end = source.map_or(cue.end, |source| source.end);
                if cue.start == 0 { self.span(end..len) } else { self.around(cue.start, end) }
            }
            Frame::Passive => self.of_passive(cue),
            Frame::Before => {
                let start = source.map_or(cue.start, |source| source.start);
                if self.is_framed(start, cue.end) { self.around(start, cue.end) } else { self.after(cue) }
            }
            Frame::Joined | Frame::Trailing | Frame::Infinitive | Frame::Noun | Frame::Bare => self.after(cue),
        }
    }

    fn span(&self, range: Range<usize>) -> Option<Span> {
        let mut range = self.trimmed(range)?;
        // Quotation marks belong to what is quoted.
        if range.start > 0 && self.before(range.start) == "\"" {
            range.start -= 1;
        }
        while matches!(self.folded(range.end), "," | "." | "?" | "!") && self.folded(range.end + 1) == "\"" {
            range.end += 1;
        }
        if self.folded(range.end) == "\"" {
            range.end += 1;
        }
        Some(self.words.get(range.start)?.span.join(self.words.get(range.end - 1)?.span))
    }

    /// Whether a frame stands behind what is said: "…, the mayor said on Friday".
    fn is_framed(&self, start: usize, end: usize) -> bool {
        let before = self.before(start);
        let quotation = self.quotes.iter().find(|range| range.end + 1 == start);
        if quotation.is_some_and(|range| range.start < 2 || range.len() >= LEAST_QUOTATION) {
            return !self.opens_quotation(end);
        }
        let tail =
            (end..self.words.len()).take_while(|&at| !matches!(self.folded(at), "," | "." | ":" | ";" | "-")).count();
        let clause =
            (end..end + 3).any(|at| matches!(self.folded(at), "\"" | ":") || self.plays(self.folded(at), "clause"));
        let next = self.folded(end);
        let circumstance =
            tail == 0 || next != "to" && self.plays(next, "circumstance") || self.page.lexicon.weekdays.has(next);
        start > 2 && matches!(before, "," | "\"") && tail <= LONGEST_TAIL && circumstance && !clause
    }

    fn opens_quotation(&self, at: usize) -> bool {
        self.quotes.iter().any(|range| range.start == at + 1 || range.start == at + 2 && self.folded(at) == ":")
    }

    /// What stands before a frame, from the beginning of the sentence or of the quotation.
    fn earlier(&self, end: usize) -> Option<Span> {
        let mut span = self.span(0..end)?;
        if let Some(start) = quotation::beginning(self.page, self.reading) {
            span.start = start;
        }
        Some(span)
    }

    /// What stands before and after a frame: both where they are one quotation or sentence, else the longer part.
    fn around(&self, start: usize, end: usize) -> Option<Span> {
        let earlier = self.earlier(start)?;
        let len = self.words.len();
        let stop = (end..len).find(|&at| matches!(self.folded(at), "," | "." | ":" | ";" | "\"")).unwrap_or(len);
        let quoted_before = self.is_quoted(start.saturating_sub(2));
        let rest = stop + 1..len;
        let later = if quoted_before {
            match self.quotes.iter().find(|range| range.start > end) {
                Some(range) if (end..range.start).any(|at| self.reports(at)) => None,
                Some(range) => {
                    let mut later = self.span(range.clone())?;
                    if range.end + 2 >= len {
                        later.end = quotation::ending(self.page, self.reading).unwrap_or(later.end);
                    }
                    Some(later)
                }
                None => self.next_quotation(),
            }
        } else if self.folded(stop) == "," && rest.len() > LONGEST_TAIL && !self.folded(stop + 1).ends_with("ing") {
            self.span(rest)
        } else {
            None
        };
        let Some(later) = later else { return Some(earlier) };
        let between = later.start.saturating_sub(earlier.end);
        let longer = if earlier.len() >= later.len() { earlier } else { later };
        let both = earlier.join(later);
        // One span can only cover both with the frame between them; it is kept where the frame is the lesser fault.
        Some(if between <= earlier.len().min(later.len()) { both } else { longer })
    }

    /// The quotation that the next sentences go on with.
    fn next_quotation(&self) -> Option<Span> {
        let end = quotation::ending(self.page, self.reading)?;
        let next = self.page.readings.get(self.reading.id + 1)?;
        let start = next.words.first()?.span.start;
        (start < end).then(|| Span::new(start, end))
    }

    /// "The ferry is expected to sail": subject and complement; "the plan was denounced by the mayor": the subject.
    fn of_passive(&self, cue: &Range<usize>) -> Option<Span> {
        let next = self.folded(cue.end);
        let mut end = cue.start;
        while end > 0 && self.is_between(end - 1) {
            end -= 1;
        }
        let start = self.start_of_source(end);
        if matches!(next, "to" | "as" | "of" | "for" | "with") && start < end {
            return self.span(start..self.end_of_clause(cue, cue.end));
        }
        if self.plays(next, "opens") || matches!(next, "about" | "\"" | ":") {
            return self.after(cue);
        }
        if start < end { self.span(start..end) } else { self.after(cue) }
    }

    /// What stands behind a verb or a noun.
    fn after(&self, cue: &Range<usize>) -> Option<Span> {
        let start = self.beginning_after(cue);
        if let Some(range) = self.quotes.iter().find(|range| range.start == start || range.start == start + 1)
            && (range.len() >= LEAST_QUOTATION || range.end + 2 >= self.words.len())
        {
            let mut span = self.span(range.clone())?;
            if range.end + 2 >= self.words.len() {
                span.end = quotation::ending(self.page, self.reading).unwrap_or(span.end).max(span.end);
            }
            return Some(span);
        }
        self.span(start..self.end_of_clause(cue, start))
    }

    /// Where what is said begins: behind the person told and when or where it was said.
    fn beginning_after(&self, cue: &Range<usize>) -> usize {
        let start = cue.end;
        let told = self.plays(self.folded(cue.start), "addressed");
        let asked = self.folded(cue.start).starts_with("ask");
        let next = self.folded(start);
        let aside = self.plays(next, "circumstance") && next != "to" || self.page.lexicon.weekdays.has(next);
        let mut at = start;
        while at < self.words.len() && at < start + 14 {
            let folded = self.folded(at);
            let clause = self.plays(folded, "opens");
            if folded == ":" || at > start && folded == "," && self.opens_quotation(at + 1) {
                return at + 1;
            }
            if folded == "\"" {
                return if at == start || told || aside { at } else { start };
            }
            if clause && (at == start || told || aside || asked) {
                return at;
            }
            if asked && at > start && folded == "about" {
                return at + 1;
            }
            if matches!(folded, "." | ";" | "-") {
                break;
            }
            at += 1;
        }
        if told && !matches!(next, "to" | "of") {
            return self.behind_person(start);
        }
        if aside {
            let weekday = self.page.lexicon.weekdays.has(next);
            let comma = (start..at).find(|&at| self.folded(at) == ",");
            return if weekday { start + 1 } else { comma.map_or(start, |comma| comma + 1) };
        }
        start
    }

    /// "told the harbour board he would": the word behind the person told.
    fn behind_person(&self, start: usize) -> usize {
        let subject = |at: &usize| {
            let folded = self.folded(*at);
            self.plays(folded, "subject")
                || self.plays(folded, "owner")
                || matches!(folded, "there" | "to" | "of" | "about" | "the")
        };
        (start + 1..(start + 8).min(self.words.len())).find(subject).unwrap_or(start)
    }

    /// Where a reported clause ends: at the first place where the sentence likely turns to something else, else with it.
    fn end_of_clause(&self, cue: &Range<usize>, start: usize) -> usize {
        turn::turns(self, cue, start).find(turn::is_likely).map_or(self.words.len(), |(at, _)| at)
    }

    /// The places at which what is said may end, to learn from.
    pub fn turns(&self, frame: Frame, cue: &Range<usize>) -> Vec<Turn> {
        match frame {
            Frame::According | Frame::After => Vec::new(),
            Frame::Passive => turn::turns(self, cue, cue.end).collect(),
            _ => turn::turns(self, cue, self.beginning_after(cue)).collect(),
        }
    }
}
