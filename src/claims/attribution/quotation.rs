//! Quotations that run over several sentences: where they begin and where they end.

use std::ops::Range;

use super::super::reading::{Page, Reading};

/// No quotation in the news is followed over more sentences than this.
const LONGEST: usize = 12;

/// Whether a sentence goes on in the paragraph of the one before it.
fn goes_on(before: &Reading<'_>, reading: &Reading<'_>) -> bool {
    let ends = before.words.last().map(|word| word.span.end);
    let begins = reading.words.first().map(|word| word.span.start);
    let between = ends.zip(begins).and_then(|(end, start)| reading.text.get(end..start));
    between.is_some_and(|between| !between.contains('\n'))
}

/// Whether a quotation is still open where the sentence ends.
fn stays_open(reading: &Reading<'_>) -> bool {
    // A mark that belongs to the next sentence may have been left behind at the end of this one.
    let left_behind = reading.words.last().is_some_and(|last| last.spaced && last.folded == "\"");
    left_behind || reading.quoted.last().is_some_and(|range| range.end == reading.words.len())
}

/// Whether a quotation was opened before the sentence and is closed in it.
fn closes_an_earlier_one(reading: &Reading<'_>) -> bool {
    reading.quoted.first().is_some_and(|range| range.start == 0)
}

/// The sentences before one, back to the beginning of its paragraph, nearest first.
fn earlier<'a, 'b>(page: &'b Page<'a>, id: usize) -> impl Iterator<Item = &'b Reading<'a>> {
    let pairs =
        (1..=id).rev().take(LONGEST).filter_map(|at| Some((page.readings.get(at - 1)?, page.readings.get(at)?)));
    pairs.take_while(|(before, reading)| goes_on(before, reading)).map(|(before, _)| before)
}

/// The sentences after one, as far as its paragraph goes.
fn later<'a, 'b>(page: &'b Page<'a>, id: usize) -> impl Iterator<Item = &'b Reading<'a>> {
    let pairs = (id..).take(LONGEST).map_while(|at| Some((page.readings.get(at)?, page.readings.get(at + 1)?)));
    pairs.take_while(|(before, reading)| goes_on(before, reading)).map(|(_, reading)| reading)
}

/// The stretches of a sentence that are quoted, as ranges of words; all of it where it stands inside a longer quotation.
pub fn quotations(page: &Page<'_>, reading: &Reading<'_>) -> Vec<Range<usize>> {
    let marked = |other: &&Reading<'_>| other.words.iter().any(|word| word.folded == "\"");
    if reading.quoted.is_empty() {
        let opened = earlier(page, reading.id).find(marked).is_some_and(stays_open);
        let closed = || later(page, reading.id).find(marked).is_some_and(closes_an_earlier_one);
        if opened && closed() {
            return std::iter::once(0..reading.words.len()).collect();
        }
    }
    reading.quoted.clone()
}

/// Where the quotation begins that a sentence's first words belong to, as a byte of the text.
pub fn beginning(page: &Page<'_>, reading: &Reading<'_>) -> Option<usize> {
    if !closes_an_earlier_one(reading) {
        return None;
    }
    let mut next = reading;
    for before in earlier(page, reading.id) {
        if stays_open(before) {
            let opens = before.quoted.last().filter(|range| range.end == before.words.len()).map(|range| range.start);
            return match opens {
                Some(start) => before.words.get(start.saturating_sub(1)).map(|word| word.span.start),
                None => next.words.first().map(|word| word.span.start),
            };
        }
        if !before.quoted.is_empty() {
            return None;
        }
        next = before;
    }
    None
}

/// Where the quotation ends that a sentence leaves open, or that the next sentences go on with, as a byte of the text.
pub fn ending(page: &Page<'_>, reading: &Reading<'_>) -> Option<usize> {
    let mut end = None;
    let mut open = stays_open(reading);
    for next in later(page, reading.id) {
        let range = match next.quoted.as_slice() {
            [] if open => 0..next.words.len(),
            [first, ..] if open && first.start == 0 => first.clone(),
            [first, ..] if !open && first.start == 1 => first.clone(),
            _ => break,
        };
        let whole = next.words.len() <= range.end + 2;
        if !whole && !open {
            break;
        }
        end = next.words.get(range.end.min(next.words.len() - 1)).map(|word| word.span.end);
        if !whole {
            break;
        }
        open = range.end == next.words.len();
    }
    end
}
