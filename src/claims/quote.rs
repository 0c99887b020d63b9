//! Word for word: what stands between quotation marks, and whether the other source quotes it too.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::{Pair, Side, Span};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, place};
use super::{Finding, Kind, Mark, Place, Relation};

/// Quotations.
pub struct Quote;

impl Detector for Quote {
    fn kind(&self) -> Kind {
        Kind::Quote
    }

    fn description(&self) -> &'static str {
        "Words between quotation marks: quoted alike, changed, cut, in the source's own words, or by one source only."
    }

    fn marks(&self, _page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        reading
            .quoted
            .iter()
            .filter(|range| reading.words[(*range).clone()].iter().any(|word| word.is_word()))
            .map(|range| Mark {
                kind: Kind::Quote,
                sentence: reading.id,
                span: reading.words[range.start].span.join(reading.words[range.end - 1].span),
                value: words(reading, range.clone()).join(" "),
                parts: None,
            })
            .collect()
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let marks = scene.of_kind(Kind::Quote);
        let mut findings = Vec::new();
        let matched = pairs(scene, &marks);
        let all = marks.as_ref().map(|marks| bag(marks));
        for &(left, right) in &matched {
            let pair = Pair::new(left, right);
            findings.extend(changed(scene, pair, &all));
        }
        for side in Side::BOTH {
            let other = bag(&marks[side.other()]);
            for &mark in &marks[side] {
                let paired = matched
                    .iter()
                    .any(|&(left, right)| std::ptr::eq(if side == Side::Left { left } else { right }, mark));
                if !paired && missing(mark, &other) > 0 {
                    findings.push(unpaired(scene, side, mark));
                }
            }
        }
        findings
    }
}

fn words<'a>(reading: &'a Reading<'_>, range: Range<usize>) -> Vec<&'a str> {
    range.map(|at| reading.folded(at)).filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

type Bag<'a> = BTreeMap<&'a str, usize>;

fn bag<'a>(marks: &[&'a Mark]) -> Bag<'a> {
    let mut bag = Bag::new();
    for word in marks.iter().flat_map(|mark| mark.value.split(' ')) {
        *bag.entry(word).or_default() += 1;
    }
    bag
}

/// How many words of a quotation stand in no quotation of the other side.
fn missing(mark: &Mark, other: &Bag<'_>) -> usize {
    let own = bag(&[mark]);
    own.iter().map(|(word, count)| count.saturating_sub(other.get(word).copied().unwrap_or(0))).sum()
}

/// The words of a quotation that stand in no quotation of the other side.
fn lacking<'a>(mark: &'a Mark, other: &Bag<'_>) -> Vec<&'a str> {
    bag(&[mark])
        .into_iter()
        .filter(|(word, count)| *count > other.get(word).copied().unwrap_or(0))
        .map(|(word, _)| word)
        .collect()
}

/// This many small words added, dropped or changed leave a quotation the same.
const A_TRIFLE: usize = 2;

fn is_small(scene: &Scene<'_>, side: Side, word: &str) -> bool {
    let lexicon = scene.pages[side].lexicon;
    let negates = lexicon.negations.has(word) || word.ends_with("n't");
    !negates && (lexicon.function_words.has(word) || word.contains('\''))
}

/// Two quotations are of the same words when this share of the shorter one's words is in both.
const SAME_WORDS: f64 = 0.5;

/// Quotations of the same words, best first, each once.
fn pairs<'a>(scene: &Scene<'_>, marks: &Pair<Vec<&'a Mark>>) -> Vec<(&'a Mark, &'a Mark)> {
    let paired = super::settle::pair_up(scene, marks, |pair| {
        let shared = shared(pair.left, pair.right);
        let least = pair.left.value.split(' ').count().min(pair.right.value.split(' ').count());
        (shared as f64 >= SAME_WORDS * least as f64).then(|| super::settle::Judgement::differs(shared))
    });
    paired.pairs.into_iter().map(|(pair, _)| (pair.left, pair.right)).collect()
}

fn shared(left: &Mark, right: &Mark) -> usize {
    let (left, right) = (bag(&[left]), bag(&[right]));
    left.iter().map(|(word, count)| (*count).min(right.get(word).copied().unwrap_or(0))).sum()
}

/// What differs between two quotations of the same words; nothing where all words of both are quoted on both sides.
fn changed(scene: &Scene<'_>, pair: Pair<&Mark>, all: &Pair<Bag<'_>>) -> Option<Finding> {
    let lacks = Pair::from_fn(|side: Side| missing(pair[side], &all[side.other()]));
    if lacks == Pair::new(0, 0) || pair.left.value.replace(' ', "") == pair.right.value.replace(' ', "") {
        return None;
    }
    let text = |side: Side| scene.words(side, pair[side].span);
    let small = |side: Side| lacking(pair[side], &all[side.other()]).iter().all(|word| is_small(scene, side, word));
    if lacks.left + lacks.right <= A_TRIFLE && small(Side::Left) && small(Side::Right) {
        let message =
            format!("Quoted with a trifling change: left “{}”, right “{}”.", text(Side::Left), text(Side::Right));
        return Some(scene.both(pair, Relation::Agrees, message));
    }
    let how = match (lacks.left, lacks.right) {
        (0, _) => "Right quotes more",
        (_, 0) => "Left quotes more",
        _ => "The two quote in different words",
    };
    let message = format!("{how}: left “{}”, right “{}”.", text(Side::Left), text(Side::Right));
    Some(scene.both(pair, Relation::Differs, message))
}

fn unpaired(scene: &Scene<'_>, side: Side, mark: &Mark) -> Finding {
    let quoted = scene.words(side, mark.span);
    if let Some(found) = word_for_word(scene, side.other(), mark) {
        let places = Pair::from_fn(|of| Some(if of == side { place(mark) } else { found }));
        let message = format!("The same words, quoted only by the {} source: “{quoted}”.", side.name());
        return scene.finding(Kind::Quote, Relation::Agrees, places, message);
    }
    let Some(found) = in_own_words(scene, side.other(), mark) else {
        return scene.only(side, mark, format!("Only the {} source quotes “{quoted}”.", side.name()));
    };
    let places = Pair::from_fn(|of| Some(if of == side { place(mark) } else { found }));
    let other = scene.words(side.other(), found.span);
    let (name, rest) = (super::scene::named(side), side.other().name());
    scene.finding(
        Kind::Quote,
        Relation::Differs,
        places,
        format!("{name} quotes “{quoted}”, {rest} has “{other}” in its own words."),
    )
}

/// Where the other source has exactly the words of a quotation, not in quotation marks.
fn word_for_word(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Place> {
    let wanted: Vec<&str> = mark.value.split(' ').collect();
    scene.sentences[side].iter().find_map(|reading| {
        let at = (0..reading.words.len()).find(|&at| {
            wanted.iter().enumerate().all(|(n, word)| reading.folded(at + n) == *word && !reading.is_quoted(at + n))
        })?;
        Some(Place { sentence: reading.id, span: reading.span(at..at + wanted.len()) })
    })
}

/// This share of a quotation's content words, close together, is the quotation in the source's own words.
const OWN_WORDS: f64 = 0.5;

/// Where the other source has the words of a quotation without quoting them.
fn in_own_words(scene: &Scene<'_>, side: Side, mark: &Mark) -> Option<Place> {
    let page = scene.pages[side];
    let own = scene.pages[side.other()];
    let wanted: Vec<&str> = mark
        .value
        .split(' ')
        .filter(|word| word.len() > 2 && !page.lexicon.function_words.has(word))
        .map(|word| own.stem(word))
        .collect();
    let mut best: Option<(usize, Place)> = None;
    for reading in &scene.sentences[side] {
        let hits: Vec<usize> = (0..reading.words.len())
            .filter(|&at| reading.words[at].content && wanted.contains(&page.stem(reading.folded(at))))
            .collect();
        let (count, range) = densest(&hits, wanted.len());
        let spans: Option<Span> = range.map(|range| reading.span(range));
        if let Some(span) = spans.filter(|_| count > best.map_or(0, |(most, _)| most)) {
            best = Some((count, Place { sentence: reading.id, span }));
        }
    }
    best.filter(|(count, _)| *count as f64 >= OWN_WORDS * wanted.len() as f64).map(|(_, place)| place)
}

/// The stretch with most hits among those not much longer than the quotation.
fn densest(hits: &[usize], wanted: usize) -> (usize, Option<Range<usize>>) {
    let width = wanted * 3 + 2;
    let mut best = (0, None);
    for (n, &first) in hits.iter().enumerate() {
        let last = hits.partition_point(|&hit| hit < first + width);
        if let Some(end) = hits.get(last.saturating_sub(1)).filter(|_| last > n && last - n > best.0) {
            best = (last - n, Some(first..end + 1));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{finding, findings, marked};

    #[test]
    fn quotations_are_marked_without_their_marks() {
        assert_eq!(marked(Kind::Quote, "“We paid,” she said, “twice.”"), ["We paid,", "twice."]);
        assert!(marked(Kind::Quote, "It's the boats' turn.").is_empty());
    }

    #[test]
    fn the_same_words_are_no_difference() {
        let (split, whole) =
            ("“We paid,” she said, “and then we paid again.”", "She said: \"We paid, and then we paid again.\"");
        assert!(findings(Kind::Quote, split, whole).is_empty());
        let own = finding(Kind::Quote, "She called it “a costly mistake”.", "Hallow called the sale a costly mistake.");
        assert_eq!(own.0, Relation::Agrees);
    }

    #[test]
    fn changed_and_longer_quotations_differ() {
        let changed =
            finding(Kind::Quote, "“We will never pay them,” she said.", "“We will always pay them,” she said.");
        assert_eq!(changed.0, Relation::Differs);
        let longer = finding(Kind::Quote, "“We paid.”", "“We paid the whole harbour bill.”");
        assert_eq!(longer.0, Relation::Differs);
    }

    #[test]
    fn a_quotation_that_only_one_source_has_is_told() {
        let only = finding(Kind::Quote, "“The harbour is finished,” she said.", "She was angry.");
        assert_eq!(only, (Relation::OnlyLeft, "The harbour is finished,".to_owned(), "-".to_owned()));
    }
}
