//! Where the words of a source stand between quotation marks.

use std::ops::Range;

use super::reading::{Reading, Word};

/// A quotation mark, and whether it ends a quotation.
struct MarkAt {
    at: usize,
    closes: Closes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Closes {
    Always,
    Never,
    /// A mark that looks the same at both ends: it closes what is open, or what it stands right behind.
    IfOpenOr(bool),
}

/// The stretches between quotation marks. A mark that is never closed quotes to the end of the sentence; one
/// that is closed without having been opened quotes from the beginning: quotations run over sentence ends.
pub fn quoted(words: &[Word], text: &str) -> Vec<Range<usize>> {
    let marks = double_marks(words, text);
    if marks.is_empty() {
        return between_single_marks(words, text);
    }
    let mut ranges = Vec::new();
    let mut open: Option<usize> = None;
    let mut any = false;
    for mark in marks {
        let closes = match mark.closes {
            Closes::Always => true,
            Closes::Never => false,
            Closes::IfOpenOr(glued) => open.is_some() || glued,
        };
        match open {
            Some(start) if closes => ranges.push(start..mark.at),
            None if closes && !any => ranges.push(0..mark.at),
            _ => {}
        }
        open = (!closes).then_some(mark.at + 1);
        any = true;
    }
    ranges.extend(open.map(|start| start..words.len()));
    ranges.retain(|range| !range.is_empty());
    ranges
}

/// "…", “…”, „…“, «…» and the ``…'' of old wires, which is read as one word.
fn double_marks(words: &[Word], text: &str) -> Vec<MarkAt> {
    let mut marks = Vec::new();
    let mut low = false;
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.folded == "\"") {
        let written = word.span.of(text);
        let closes = match written {
            // German sets „so“: what opens elsewhere closes after a low mark.
            "“" if low => Closes::Always,
            "“" | "„" | "«" | "``" => Closes::Never,
            "”" | "»" => Closes::Always,
            _ => Closes::IfOpenOr(!word.spaced),
        };
        low = written == "„";
        marks.push(MarkAt { at, closes });
    }
    marks
}

fn is_single(word: &Word) -> bool {
    matches!(word.folded.as_str(), "'" | "`")
}

/// More words than this between single marks are two apostrophes.
const LONGEST_BETWEEN_SINGLE: usize = 15;

/// 'So' do headlines quote; the marks must hug what is quoted, as an apostrophe looks the same.
fn between_single_marks(words: &[Word], text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = 0;
    while let Some(open) = (from..words.len()).find(|&at| opens_single(words, at)) {
        let reach = open + 1..words.len().min(open + 1 + LONGEST_BETWEEN_SINGLE);
        let close = reach.clone().find(|&at| closes_single(words, at));
        from = close.map_or(open + 1, |close| close + 1);
        let telling = |range: &Range<usize>| range.clone().any(|at| words[at].span.of(text).chars().count() > 2);
        ranges.extend(close.map(|close| open + 1..close).filter(telling));
    }
    ranges
}

fn opens_single(words: &[Word], at: usize) -> bool {
    is_single(&words[at]) && words[at].spaced && words.get(at + 1).is_some_and(|next| next.is_word() && !next.spaced)
}

fn closes_single(words: &[Word], at: usize) -> bool {
    is_single(&words[at]) && !words[at].spaced && words.get(at + 1).is_none_or(|next| next.spaced || !next.is_word())
}

/// A quotation of more sentences than this without a mark is a mark forgotten.
const LONGEST_QUOTATION: usize = 6;

/// Sentences in the middle of a quotation have no marks of their own: they are quoted from end to end where one before
/// leaves a quotation open and one after closes it.
pub fn run_on(readings: &mut [Reading<'_>]) {
    let mut open: Option<usize> = None;
    for at in 0..readings.len() {
        let (closes_at_once, ends_open) = ends(&readings[at]);
        if let Some(start) = open.filter(|start| closes_at_once && at - start <= LONGEST_QUOTATION) {
            for between in &mut readings[start + 1..at] {
                between.quoted = std::iter::once(0..between.words.len()).collect();
            }
        }
        if ends_open {
            open = Some(at);
        } else if !readings[at].quoted.is_empty() {
            open = None;
        }
    }
}

/// Whether the first mark of a sentence closes a quotation, and whether the last one leaves one open.
fn ends(reading: &Reading<'_>) -> (bool, bool) {
    let is_mark = |at: usize| matches!(reading.folded(at), "\"" | "'" | "`");
    let first = reading.quoted.first().is_some_and(|range| range.start == 0);
    let last = reading.quoted.last().is_some_and(|range| range.end == reading.words.len());
    (first && !is_mark(0), last && !is_mark(reading.words.len().saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use crate::claims::Kind;
    use crate::claims::reading::words_of;
    use crate::claims::testing::{document, inspect};

    use super::*;

    fn quoted_texts(text: &str) -> Vec<String> {
        let words = words_of(text);
        let texts = quoted(&words, text);
        texts.into_iter().map(|r| words[r.start].span.join(words[r.end - 1].span).of(text).to_owned()).collect()
    }

    #[test]
    fn quotations_are_found_open_ends_included() {
        assert_eq!(quoted_texts("“We paid,” she said, “twice.”"), ["We paid,", "twice."]);
        assert_eq!(quoted_texts("He called it \"a mess\" and left."), ["a mess"]);
        assert_eq!(quoted_texts("“We paid."), ["We paid."]);
        assert_eq!(quoted_texts("And twice.” He left."), ["And twice."]);
        assert_eq!(quoted_texts("She was the ``skipper'' of it."), ["skipper"]);
        assert!(quoted_texts("Nothing is quoted.").is_empty());
    }

    #[test]
    fn single_marks_quote_in_headlines_and_apostrophes_do_not() {
        assert_eq!(quoted_texts("'Sold!' Mayor calls pier deal 'a gift to Porto'"), ["Sold!", "a gift to Porto"]);
        assert!(quoted_texts("It's the boats' turn in the '90s.").is_empty());
        assert!(quoted_texts("Fish 'n' chips on the boats' decks").is_empty());
    }

    #[test]
    fn the_middle_of_a_quotation_is_quoted() {
        let quotes = |sentences: &[&str]| {
            let document = document(sentences);
            inspect(&document).iter().filter(|mark| mark.kind == Kind::Quote).count()
        };
        assert_eq!(quotes(&["She said: “We paid.", "We paid twice.", "And we pay now.”", "Boats left."]), 3);
        assert_eq!(quotes(&["She said: “We paid.", "We paid twice.", "“And we pay now.”"]), 2);
    }
}
