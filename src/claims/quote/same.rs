//! Quotations of the same words: whether they are, and what the one has that the other has not.

use std::collections::BTreeMap;

use crate::text::{Pair, Side, Span};

use super::{Finding, Mark, Place, Relation, Scene, place};

/// Words with how often they stand in a text.
pub type Bag<'a> = BTreeMap<&'a str, usize>;

/// The words of quotations.
pub fn bag<'a>(marks: impl IntoIterator<Item = &'a Mark>) -> Bag<'a> {
    let mut bag = Bag::new();
    for word in marks.into_iter().flat_map(|mark| mark.value.split(' ')) {
        *bag.entry(word).or_default() += 1;
    }
    bag
}

/// How many words of a quotation stand in no quotation of the other side.
pub fn missing(mark: &Mark, other: &Bag<'_>) -> usize {
    bag([mark]).iter().map(|(word, count)| count.saturating_sub(other.get(word).copied().unwrap_or(0))).sum()
}

/// How many words two quotations share.
pub fn shared(pair: Pair<&Mark>) -> usize {
    let bags = pair.map(|mark| bag([mark]));
    bags.left.iter().map(|(word, count)| (*count).min(bags.right.get(word).copied().unwrap_or(0))).sum()
}

/// Two quotations are of the same words when this share of the shorter one's words is in both.
const SAME_WORDS: f64 = 0.5;

/// A run of so many words is the same by no accident, however much stands around it.
const SAME_RUN: usize = 5;

/// Whether two quotations are of the same words.
pub fn are_same(pair: Pair<&Mark>) -> bool {
    let words = pair.map(|mark| mark.value.split(' ').collect::<Vec<_>>());
    let shorter = words.left.len().min(words.right.len());
    shared(pair) as f64 >= SAME_WORDS * shorter as f64 || longest_run(&words.left, &words.right).len() >= SAME_RUN
}

/// This many small words added, dropped or changed leave a quotation the same.
const A_TRIFLE: usize = 2;

fn is_small(scene: &Scene<'_>, side: Side, word: &str) -> bool {
    let lexicon = scene.pages[side].lexicon;
    let negates = lexicon.negations.has(word) || word.ends_with("n't");
    !negates && (lexicon.function_words.has(word) || word.contains('\''))
}

/// The words of a quotation that the other side has in no quotation.
fn lacking<'a>(mark: &'a Mark, other: &Bag<'_>) -> Vec<&'a str> {
    let lacks = |(word, count): (&'a str, usize)| (count > other.get(word).copied().unwrap_or(0)).then_some(word);
    bag([mark]).into_iter().filter_map(lacks).collect()
}

/// What differs between two quotations of the same words; nothing where the other side quotes all words of both.
pub fn changed(scene: &Scene<'_>, pair: Pair<&Mark>, quoted: &Pair<Bag<'_>>) -> Option<Finding> {
    let lacks = Pair::from_fn(|side: Side| missing(pair[side], &quoted[side.other()]));
    if lacks == Pair::new(0, 0) || pair.left.value.replace(' ', "") == pair.right.value.replace(' ', "") {
        return None;
    }
    let text = |side: Side| scene.words(side, pair[side].span);
    let small = |side: Side| lacking(pair[side], &quoted[side.other()]).iter().all(|word| is_small(scene, side, word));
    if lacks.left + lacks.right <= A_TRIFLE && small(Side::Left) && small(Side::Right) {
        let message =
            format!("Quoted with a trifling change: left “{}”, right “{}”.", text(Side::Left), text(Side::Right));
        return Some(scene.both(pair, Relation::Agrees, message));
    }
    let longer = match (lacks.left, lacks.right) {
        (0, _) => Some(Side::Right),
        (_, 0) => Some(Side::Left),
        _ => None,
    };
    if longer.is_some_and(|side| has_rest_in_own_words(scene, side, pair, quoted)) {
        return None;
    }
    let Some((side, more)) = longer.and_then(|side| Some((side, more(scene, side, pair)?))) else {
        let message =
            format!("The two quote in different words: left “{}”, right “{}”.", text(Side::Left), text(Side::Right));
        return Some(scene.both(pair, Relation::Differs, message));
    };
    let sentence = pair[side].sentence;
    let places = Pair::from_fn(|of| Some(if of == side { Place { sentence, span: more } } else { place(pair[of]) }));
    let (longer, shorter) = (super::named(side), side.other().name());
    let message = format!("{longer} quotes more than {shorter}: “{}”.", scene.words(side, more));
    Some(scene.finding(super::Kind::Quote, Relation::Differs, places, message))
}

/// Whether the source that quotes less says the rest just as well, outside the quotation marks: "The board's boats “will
/// be sold”" and "“Those boats will be sold”".
fn has_rest_in_own_words(scene: &Scene<'_>, side: Side, pair: Pair<&Mark>, quoted: &Pair<Bag<'_>>) -> bool {
    let page = scene.pages[side];
    let rest = lacking(pair[side], &quoted[side.other()]);
    rest.iter().all(|word| is_small(scene, side, word) || scene.content(side.other()).contains(page.stem(word)))
}

/// Fewer words than this are shown with the quotation that they belong to.
const TELLING: usize = 3;

/// What a quotation has before or after the longest run of words that the other has too: the longer of the two
/// stretches, the whole quotation where both are short.
fn more(scene: &Scene<'_>, side: Side, pair: Pair<&Mark>) -> Option<Span> {
    let reading = scene.reading(side, pair[side])?;
    let words: Vec<usize> =
        reading.words_in(pair[side].span).filter(|&at| reading.folded(at).chars().any(char::is_alphanumeric)).collect();
    let own: Vec<&str> = words.iter().map(|&at| reading.folded(at)).collect();
    let other: Vec<&str> = pair[side.other()].value.split(' ').collect();
    let run = longest_run(&own, &other);
    let (before, after) = (0..run.start, run.end..own.len());
    let longer = if before.len() > after.len() { before } else { after };
    let ends = words.get(longer.start).zip(longer.end.checked_sub(1).and_then(|last| words.get(last)));
    let stretch = ends.filter(|_| longer.len() >= TELLING).map(|(&first, &last)| reading.span(first..last + 1));
    Some(stretch.unwrap_or(pair[side].span))
}

/// The longest run of words that both have, as a range of the first.
fn longest_run(own: &[&str], other: &[&str]) -> std::ops::Range<usize> {
    let mut best = 0..0;
    let mut ending = vec![0_usize; other.len() + 1];
    for (at, word) in own.iter().enumerate() {
        let mut before = 0;
        for (n, there) in other.iter().enumerate() {
            let run = if word == there { before + 1 } else { 0 };
            before = std::mem::replace(&mut ending[n + 1], run);
            if run > best.len() {
                best = at + 1 - run..at + 1;
            }
        }
    }
    best
}
