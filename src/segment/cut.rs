//! One passage cut into sentences.
//!
//! The splitter proposes where sentences end; then its proposals are moved past closing marks, dropped where they fall
//! into a sentence, and completed where it is known to miss one.

use std::collections::BTreeSet;

use crate::text::{Language, Span};

use super::mask::{is_closer, is_opener, masked};
use super::rules::Words;
use super::{brackets, end_of, fallback, lists, start_of};

/// The splitter is given so many bytes at a time: it takes quadratic time on some texts without white space.
const WINDOW: usize = 4_096;

/// No abbreviation or opening word is longer, in bytes.
const LONGEST_WORD: usize = 40;

/// Nobody is named at greater length between a quotation and the verb that says they spoke, in bytes.
const LONGEST_SPEAKER: usize = 120;

/// The sentences of a passage, in order; only white space lies between them.
pub(super) fn sentences(text: &str, language: &Language) -> Vec<Span> {
    let words = Words::of(language);
    let brackets = brackets::inside_sentences(text);
    let mut cuts: BTreeSet<usize> = proposed(text, language).into_iter().collect();
    cuts.extend(missed(text, words));
    cuts.retain(|&cut| !is_inside(&brackets, cut) && is_end(text, cut, words));
    for mark in lists::marks(text) {
        let inside: Vec<usize> = cuts.range(mark.start..=mark.end).copied().collect();
        inside.iter().for_each(|cut| _ = cuts.remove(cut));
        cuts.insert(mark.start);
    }
    let spans = pieces(text, cuts);
    fallback::shortened(text, spans, words)
}

fn is_inside(spans: &[Span], cut: usize) -> bool {
    let next = spans.partition_point(|span| span.end <= cut);
    spans.get(next).is_some_and(|span| span.start < cut)
}

/// The ends of sentences after the splitter, each moved past the marks that close with the sentence.
fn proposed(text: &str, language: &Language) -> Vec<usize> {
    let seen = masked(text);
    let mut ends = Vec::new();
    let mut from = 0;
    while from < seen.len() {
        let window = start_of(seen.get(from..).unwrap_or_default(), WINDOW);
        let until = from + window.len();
        let found = sentencex::get_sentence_boundaries(language.code(), window);
        let mut found: Vec<usize> = found.iter().map(|sentence| from + sentence.end_byte).collect();
        if until < seen.len() {
            // What the window breaks off is looked at again as the beginning of the next one.
            found.retain(|&end| end < until);
        }
        from = found.last().copied().unwrap_or(until).max(from + 1);
        ends.extend(found.iter().filter_map(|&end| seen.get(..end)).map(|so_far| so_far.trim_end().len()));
    }
    ends.into_iter().map(|end| past_closers(text, end)).collect()
}

/// The byte after the closing marks and the footnote numbers that stand at `end`.
fn past_closers(text: &str, end: usize) -> usize {
    let mut rest = closed(text.get(end..).unwrap_or_default());
    while let Some(after) = brackets::after_footnote(rest) {
        rest = closed(after);
    }
    text.len() - rest.len()
}

/// A text without the marks that close with what stands before it. The mark that opens in one language and closes in
/// another opens where a word follows at once.
fn closed(text: &str) -> &str {
    let rest = text.trim_start_matches(is_closer);
    let opens = rest.starts_with(char::is_alphanumeric) && text.len() > rest.len();
    let from_mark = text.get(..text.len() - rest.len()).and_then(|marks| marks.strip_suffix('“'));
    from_mark.filter(|_| opens).and_then(|marks| text.get(marks.len()..)).unwrap_or(rest)
}

/// Ends that the splitter misses: a full stop that closes an abbreviation and a sentence at once, and an ellipsis.
fn missed<'a>(text: &'a str, words: &'a Words) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(['.', '…']).filter_map(move |(at, sign)| {
        let end = past_closers(text, at + sign.len());
        let rest = text.get(end..)?;
        let next = rest.trim_start();
        let begins = next.len() < rest.len() && next.trim_start_matches(is_opener).starts_with(char::is_uppercase);
        let before = text.get(..at + sign.len())?;
        let closes = || sign == "…" || words.can_close(last_word(before)) && words.starts(first_word(next));
        (begins && closes()).then_some(end)
    })
}

/// Whether a proposed end holds when what stands around it is looked at.
fn is_end(text: &str, cut: usize, words: &Words) -> bool {
    let (Some(before), Some(after)) = (text.get(..cut), text.get(cut..)) else { return false };
    let next = after.trim_start();
    if next.is_empty() {
        return false;
    }
    let closed = before.ends_with(is_closer);
    let inner = before.trim_end_matches(is_closer);
    let goes_on = begins_small(next)
        && (closed || inner.ends_with('…') || inner.ends_with(['?', '!']) && words.carries_on(first_word(next)));
    let asked = closed && inner.ends_with(['?', '!']) && words.names_a_speaker(start_of(next, LONGEST_SPEAKER));
    let abbreviated = !closed && words.goes_on(last_word(inner), start_of(next, LONGEST_WORD));
    let inserted = next.starts_with(['-', '–', '—']) && first_letter(next).is_some_and(char::is_lowercase);
    !(goes_on || asked || abbreviated || inserted || brackets::belongs_to_what_is_before(next))
}

/// Whether a text begins with a word in small letters; one with a capital inside ("iPhone") may begin a sentence as well.
fn begins_small(text: &str) -> bool {
    let word = first_word(text);
    word.starts_with(char::is_lowercase) && !word.contains(char::is_uppercase)
}

fn first_letter(text: &str) -> Option<char> {
    start_of(text, LONGEST_WORD).chars().find(|c| c.is_alphanumeric())
}

/// The word that ends with the text, its inner and last full stops included.
pub(super) fn last_word(text: &str) -> &str {
    end_of(text, LONGEST_WORD).rsplit(|c: char| c.is_whitespace() || is_opener(c)).next().unwrap_or_default()
}

/// The first word of a text without the marks around it.
fn first_word(text: &str) -> &str {
    let word = text.trim_start_matches(is_opener);
    start_of(word, LONGEST_WORD).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// The text between the cuts; a piece without a letter goes with the one before it, or at the beginning the one after.
fn pieces(text: &str, cuts: BTreeSet<usize>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut start = 0;
    for end in cuts.into_iter().chain([text.len()]) {
        let Some(span) = Span::within(text, Span::new(start, end).of(text).trim()) else {
            continue;
        };
        start = end;
        match spans.last_mut() {
            _ if span.is_empty() => {}
            Some(last) if !says_something(span.of(text)) || !says_something(last.of(text)) => *last = last.join(span),
            _ => spans.push(span),
        }
    }
    spans
}

fn says_something(piece: &str) -> bool {
    piece.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, &Language::english()).iter().map(|span| span.of(text)).collect()
    }

    /// Cuts a text and expects the sentences between the bars.
    #[track_caller]
    fn expect(barred: &str) {
        let expected: Vec<&str> = barred.split(" | ").collect();
        assert_eq!(cut(&expected.join(" ")), expected);
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        expect("Mr. Oh met Sen. Ada Byrne of the U.S. Senate at 5 p.m. on Monday. | They agreed.");
        expect("The No. 3 pump failed vs. the rest, i.e. it broke. | Nobody knew.");
    }

    #[test]
    fn an_abbreviation_can_end_one_all_the_same() {
        expect("He flew to Washington, D.C. | The talks began at 6 p.m. | They failed.");
        expect("She brought ropes, sails, etc. | Nobody thanked her.");
        expect("The D.C. Circuit sat in the U.S. Capitol.");
    }

    #[test]
    fn what_follows_an_abbreviation_tells_whether_it_ends() {
        expect("Rep. Tom Oh, R-S. C., came at 5 p.m. Saturday for the post-Sept. 11 talks. | He left.");
        expect("She trusts the F.B.I. | It is fair.");
        expect("He came in Sept. | They left.");
    }

    #[test]
    fn a_quotation_is_cut_at_its_sentences() {
        expect("\"We know the mast broke. | They did not,\" she said. | He nodded.");
        expect("“It sank.” | She left. | ‘It did not,’ he said.");
        expect("He said: \"It sank.\" | Then he left.");
    }

    #[test]
    fn a_quotation_and_its_speaker_stay_together() {
        expect("\"Did it sink?\" asked Ada Byrne. | Nobody answered.");
        expect("\"Did it sink?\" Mayor Ada Byrne asked. | Nobody answered.");
        expect("\"It sank!\" | The room fell silent.");
        expect("“Did it sink?” | Ada Byrne said the mast was old.");
        expect("“Did it sink?” | While Ada Byrne said nothing, they left.");
        expect("“It sank …” he said.");
    }

    #[test]
    fn an_unpaired_mark_swallows_nothing() {
        expect("The 12\" pipe burst. | Water rose. | Nobody came.");
        expect("“It sank. | It was old. | Nobody came.");
        expect("It sank (at noon. | It was old. | Nobody came.");
    }

    #[test]
    fn a_mark_inside_a_sentence_does_not_end_it() {
        expect("Is it over? he wondered. | It was.");
        expect("Who Came? is a play. | It is old.");
        expect("don’t worry! | you have time.");
        expect("It sank! | iPhones floated.");
    }

    #[test]
    fn units_weekdays_and_streets() {
        expect("It is 5 km. away and costs £5 bn. a year. | Open Mon. to Fri.");
        expect("He lives on Main St. | It is quiet. | St. Bride’s is not.");
        expect("It measures 3 ft. 2 in. by 2 ft. | It is small.");
        expect("It has approx. 5 doors, says Cllr. Oh. | Nobody came.");
    }

    #[test]
    fn stops_without_a_space_and_addresses() {
        expect("See www.oster.example/news or write to press@oster.example. | It is new.");
        assert_eq!(cut("The ferry left.Nobody knew."), ["The ferry left.", "Nobody knew."]);
        assert_eq!(cut("She said so.“No.” He left."), ["She said so.", "“No.”", "He left."]);
    }

    #[test]
    fn brackets_in_a_sentence_belong_to_it() {
        expect("The mast (It was old. It broke.) fell at noon. | Nobody came.");
        expect("The mast fell. | (It was old.) | Nobody came.");
        expect("She sang Alarm! (1965) at noon. | Nobody came.");
    }

    #[test]
    fn ellipses_bullets_and_numbers() {
        expect("It sank … | Nobody came.");
        expect("It was … well, old.");
        expect("Two points: | • It sank. | • It was old. | Nobody came.");
        expect("1. Open the hatch. | 2. Close it.");
        expect("It cost 3.5 million. | 12 people came.");
    }

    #[test]
    fn other_languages_keep_their_own_abbreviations() {
        let german = "Am 12. Juni kam Dr. Ott. Der 2. Weltkrieg war vorbei.";
        assert_eq!(sentences(german, &Language::new("de")).len(), 2);
        assert_eq!(sentences("M. Roux est parti. Il pleut.", &Language::new("fr")).len(), 2);
        assert_eq!(sentences("La Srta. Vega salió. Llueve.", &Language::new("es")).len(), 2);
    }

    #[test]
    fn a_long_passage_is_cut_as_a_short_one() {
        let text = "Mr. Oh saw the U.S. fleet at 5 p.m. on Monday. ".repeat(400);
        assert_eq!(cut(&text).len(), 400);
        assert_eq!(cut(&"word ".repeat(3_000)).len(), 1);
    }

    #[test]
    fn nothing_and_marks_alone() {
        assert!(cut("").is_empty());
        assert_eq!(cut("* * *"), ["* * *"]);
        assert_eq!(cut("…"), ["…"]);
    }

    #[test]
    fn hostile_texts_take_no_time() {
        let start = std::time::Instant::now();
        for unit in ["a.", "(", "?\"X", "\"", ". ", "• a ", "[1]", "!-", "(a) B. "] {
            assert!(!cut(&unit.repeat(20_000 / unit.len())).is_empty());
        }
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
