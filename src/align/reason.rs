//! Why two sentences are linked, in terms that a reader can check: what the score's evidence stands on, word by word.
//!
//! The evidence is the aligner's own ([`super::profile`]): the same stems, names, numbers and quotations with the same
//! weights. What the score adds up over a whole sentence is told here by the few words that weigh most.

mod phrase;
mod runs;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::{Deserialize, Serialize};

use crate::segment::Document;
use crate::text::{Pair, Side, Span, WordList, fold, letters};

use super::order;
use super::profile::{Profile, Profiles};
use super::vocabulary::{Counts, Term, has};
use super::{Candidate, Link, Status};
pub use phrase::in_one_line;
use runs::{Run, Sentences};

/// One reason for a link, or against being sure of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What sort of reason.
    pub kind: ReasonKind,
    /// The words it rests on, as bytes of each document's text, the most telling first. Of what is shared the places
    /// with the same index belong together; a reason that rests on no words has none.
    pub places: Pair<Vec<Span>>,
}

/// What a reason for a link can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// The reader linked them.
    ByHand,
    /// They differ in typography at most.
    Identical,
    /// Both put the same words between quotation marks.
    Quotation,
    /// Both have the same words in the same order.
    Phrase,
    /// Both name the same.
    Names,
    /// Both give the same numbers in digits, or the same days.
    Numbers,
    /// Both have words that are rare in this story.
    Words,
    /// Words that are not the same begin alike, or one holds the other.
    Alike,
    /// The sentences before or after them are linked.
    Neighbours,
    /// Both are headings.
    Headings,
    /// Against: what they share otherwise, the story says all the time.
    CommonWords,
    /// Against: they share no telling word.
    NoWords,
    /// Against: both give numbers, and none is the same.
    OtherNumbers,
    /// Against: both name somebody, and nobody is the same.
    OtherNames,
}

impl ReasonKind {
    /// Whether it speaks against being sure.
    pub fn is_doubt(self) -> bool {
        matches!(self, Self::CommonWords | Self::NoWords | Self::OtherNumbers | Self::OtherNames)
    }
}

static DATES: LazyLock<[WordList; 2]> = LazyLock::new(|| {
    [include_str!("../../assets/lang/en/months.txt"), include_str!("../../assets/lang/en/weekdays.txt")]
        .map(WordList::parse)
});

/// More reasons for one link are not read.
const MOST_REASONS: usize = 4;
/// So many words or stretches stand for one reason.
const MOST_PLACES: usize = 3;
/// A word that weighs as much stands in at most every eighth sentence of the story: sharing it says something.
const RARE: f64 = 2.0;
/// A stretch that weighs less is a turn of phrase that any two sentences of the story may share.
const LEAST_PHRASE: f64 = 3.0;
/// Names, numbers and quotations are what readers look for: one counts for this many times its weight.
const LOOKED_FOR: f64 = 1.5;
/// Linked neighbours and common headings are worth less than any rare word.
const WITHOUT_WORDS: f64 = 1.5;
/// With so many reasons told, words that are only alike add nothing.
const ENOUGH: usize = 2;
/// So many rare words of a sentence are tried for words that are alike; more has only what is no sentence.
const MOST_TRIED: usize = 40;
/// Words that begin with so many letters alike are likely of one family.
const SAME_BEGINNING: usize = 5;

/// The reasons for every link and every pair that is offered.
pub(super) fn reasons(
    documents: Pair<&Document>,
    profiles: &Profiles,
    links: &[Link],
    possible: &[Candidate],
) -> BTreeMap<Pair<usize>, Vec<Reason>> {
    let (by_hand, found): (Vec<&Link>, Vec<&Link>) = links.iter().partition(|link| link.status == Status::Manual);
    let offered = possible.iter().map(|candidate| candidate.sentences);
    let pairs: Vec<Pair<usize>> = found.iter().map(|link| link.sentences).chain(offered).collect();
    let reader = Reader {
        documents,
        profiles,
        linked: links.iter().map(|link| link.sentences).collect(),
        first: order::first(documents),
    };
    let mut reasons: BTreeMap<_, _> = pairs.par_iter().map(|&pair| (pair, reader.reasons(pair))).collect();
    reasons.extend(by_hand.iter().map(|link| (link.sentences, vec![Reason::without_words(ReasonKind::ByHand)])));
    reasons
}

impl Reason {
    fn without_words(kind: ReasonKind) -> Self {
        Self { kind, places: Pair::default() }
    }
}

/// A word's place, its comparison form and its weight.
type Word = (Span, String, f64);

struct Reader<'a> {
    documents: Pair<&'a Document>,
    profiles: &'a Profiles,
    linked: BTreeSet<Pair<usize>>,
    first: Side,
}

impl Reader<'_> {
    /// The reasons for a pair, the most telling first, doubts last.
    fn reasons(&self, pair: Pair<usize>) -> Vec<Reason> {
        if self.are_identical(pair) {
            return vec![Reason::without_words(ReasonKind::Identical)];
        }
        let sentences = Sentences {
            both: Pair::from_fn(|side| self.profile(side, pair)),
            words: &self.profiles.stems,
            first: self.first,
        };
        let runs = sentences.runs();
        let mut found = self.shared(&sentences, &runs, pair);
        if found.len() < ENOUGH {
            found.extend(self.alike(&sentences, &runs, pair));
        }
        found.extend(self.neighbours(pair).map(|reason| (reason, WITHOUT_WORDS)));
        if sentences.both.left.heading && sentences.both.right.heading {
            found.push((Reason::without_words(ReasonKind::Headings), WITHOUT_WORDS));
        }
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.kind.cmp(&b.0.kind)));
        let mut doubts = self.unlike(&sentences, &found, pair);
        doubts.extend(self.only_common(&runs, &found, pair));
        let mut reasons: Vec<Reason> = found.into_iter().map(|(reason, _)| reason).collect();
        reasons.truncate(MOST_REASONS - doubts.len());
        reasons.extend(doubts);
        reasons
    }

    fn profile(&self, side: Side, pair: Pair<usize>) -> &Profile {
        &self.profiles.sentences[side][pair[side]]
    }

    fn are_identical(&self, pair: Pair<usize>) -> bool {
        let same_stems = self.profile(Side::Left, pair).sequence == self.profile(Side::Right, pair).sequence;
        let key = |side: Side| letters(self.documents[side].sentence(pair[side]));
        same_stems && key(Side::Left) == key(Side::Right)
    }

    /// What the two share, by kind, with what each kind weighs.
    fn shared(&self, sentences: &Sentences<'_>, runs: &[Run], pair: Pair<usize>) -> Vec<(Reason, f64)> {
        let mut of_kind: BTreeMap<ReasonKind, Vec<&Run>> = BTreeMap::new();
        for run in runs {
            let Some(kind) = self.kind(sentences, run, pair) else { continue };
            let of_kind = of_kind.entry(kind).or_default();
            if !of_kind.iter().any(|told| sentences.terms(told) == sentences.terms(run)) {
                of_kind.push(run);
            }
        }
        let reason = |(kind, mut runs): (ReasonKind, Vec<&Run>)| {
            runs.truncate(MOST_PLACES);
            let places = Pair::from_fn(|side| runs.iter().map(|run| self.span(side, pair, run)).collect());
            let weight: f64 = runs.iter().map(|run| run.weight).sum();
            let looked_for = matches!(kind, ReasonKind::Quotation | ReasonKind::Names | ReasonKind::Numbers);
            (Reason { kind, places }, if looked_for { LOOKED_FOR * weight } else { weight })
        };
        of_kind.into_iter().map(reason).collect()
    }

    fn kind(&self, sentences: &Sentences<'_>, run: &Run, pair: Pair<usize>) -> Option<ReasonKind> {
        let terms = sentences.terms(run);
        let is_name = self.has_names() && terms.iter().all(|&term| in_both(sentences, |profile| &profile.names, term));
        let has_number = terms.iter().any(|&term| in_both(sentences, |profile| &profile.numbers, term))
            || is_name && self.is_date(pair, run);
        let is_quoted = Side::BOTH.iter().all(|&side| holds(&sentences.both[side].quoted, terms));
        match run {
            _ if has_number && run.telling <= 2 => Some(ReasonKind::Numbers),
            _ if is_name => Some(ReasonKind::Names),
            run if run.telling >= 2 && is_quoted => Some(ReasonKind::Quotation),
            run if run.telling >= 2 && run.weight >= LEAST_PHRASE => Some(ReasonKind::Phrase),
            run if run.heaviest >= RARE => Some(ReasonKind::Words),
            _ => None,
        }
    }

    /// Whether a run holds the name of a month or a weekday, which have capitals, too.
    fn is_date(&self, pair: Pair<usize>, run: &Run) -> bool {
        let text = fold(self.span(Side::Left, pair, run).of(&self.documents.left.text));
        self.documents.left.language.code() == "en"
            && text.split(' ').any(|word| DATES.iter().any(|list| list.has(word)))
    }

    /// Where nouns are written large, capitals do not tell names.
    fn has_names(&self) -> bool {
        !self.documents.iter().any(|(_, document)| document.language.writes_nouns_large())
    }

    /// The words of a run, without the possessive at its end.
    fn span(&self, side: Side, pair: Pair<usize>, run: &Run) -> Span {
        let places = run.places(side);
        let (first, last) = (self.word(side, pair, places.start), self.word(side, pair, places.end.saturating_sub(1)));
        let span = first.join(last);
        let text = span.of(&self.documents[side].text);
        let bare = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
        Span::new(span.start, span.start + bare.len())
    }

    fn word(&self, side: Side, pair: Pair<usize>, at: usize) -> Span {
        let start = self.documents[side].sentences.get(pair[side]).map_or(0, |sentence| sentence.span.start);
        self.profile(side, pair).spans.get(at).map(|span| span.shifted(start)).unwrap_or_default()
    }

    /// Words of either sentence that the other has not, and that are of one family as far as their letters tell.
    fn alike(&self, sentences: &Sentences<'_>, runs: &[Run], pair: Pair<usize>) -> Option<(Reason, f64)> {
        let rest = Pair::from_fn(|side| self.unshared(sentences, runs, side, pair));
        let mut places: Pair<Vec<Span>> = Pair::default();
        let mut weight = 0.0_f64;
        // Which side seeks first decides who is left over, so that is a matter of the texts, too.
        let (seeking, sought) = (self.first, self.first.other());
        for (span, word, weighs) in &rest[seeking] {
            let is_partner = |(other, family, _): &&Word| !places[sought].contains(other) && are_alike(word, family);
            let partner = rest[sought].iter().find(is_partner).filter(|_| places.left.len() < MOST_PLACES);
            if let Some((other, _, weighs_there)) = partner {
                places[seeking].push(*span);
                places[sought].push(*other);
                weight += weighs.min(*weighs_there) / 2.0;
            }
        }
        (!places.left.is_empty()).then_some((Reason { kind: ReasonKind::Alike, places }, weight))
    }

    /// The rare words of a sentence that stand in no run.
    fn unshared(&self, sentences: &Sentences<'_>, runs: &[Run], side: Side, pair: Pair<usize>) -> Vec<Word> {
        let profile = sentences.both[side];
        let weight = |at: usize| sentences.words.weight(profile.sequence[at]);
        let free = |at: &usize| profile.content[*at] && !runs.iter().any(|run| run.places(side).contains(at));
        let rare = (0..profile.sequence.len()).filter(free).filter(|&at| weight(at) >= RARE);
        rare.take(MOST_TRIED)
            .map(|at| {
                let span = self.word(side, pair, at);
                (span, fold(span.of(&self.documents[side].text)), weight(at))
            })
            .collect()
    }

    /// The sentences before and after, where they are linked.
    fn neighbours(&self, pair: Pair<usize>) -> Option<Reason> {
        let before = pair.left.checked_sub(1).zip(pair.right.checked_sub(1));
        let before = before.map(|(left, right)| Pair::new(left, right));
        let linked = before.into_iter().chain([pair.map(|id| id + 1)]).filter(|pair| self.linked.contains(pair));
        let linked: Vec<Pair<usize>> = linked.collect();
        let span = |side: Side, id: usize| self.documents[side].sentences.get(id).map(|sentence| sentence.span);
        let places = Pair::from_fn(|side| linked.iter().filter_map(|pair| span(side, pair[side])).collect());
        (!linked.is_empty()).then_some(Reason { kind: ReasonKind::Neighbours, places })
    }

    /// Numbers and names that both have and none of which is the same; names that are alike may well be.
    fn unlike(&self, sentences: &Sentences<'_>, found: &[(Reason, f64)], pair: Pair<usize>) -> Vec<Reason> {
        let are_alike = found.iter().any(|(reason, _)| reason.kind == ReasonKind::Alike);
        let numbers = self.other(ReasonKind::OtherNumbers, sentences, pair, |profile| &profile.numbers);
        let numbers = numbers.filter(|numbers| !self.may_be_equal(numbers));
        let names = self.other(ReasonKind::OtherNames, sentences, pair, |profile| &profile.names);
        numbers.into_iter().chain(names.filter(|_| self.has_names() && !are_alike)).collect()
    }

    fn other(
        &self,
        kind: ReasonKind,
        sentences: &Sentences<'_>,
        pair: Pair<usize>,
        terms: impl Fn(&Profile) -> &Counts,
    ) -> Option<Reason> {
        let stretches = Pair::from_fn(|side| {
            let profile = sentences.both[side];
            let here = (0..profile.sequence.len()).filter(|&at| has(terms(profile), profile.sequence[at]));
            here.collect::<Vec<usize>>()
        });
        let (left, right) = (terms(sentences.both.left), terms(sentences.both.right));
        let differ = !left.is_empty() && !right.is_empty() && !left.iter().any(|&(term, _)| has(right, term));
        let places = Pair::from_fn(|side| {
            let stretches = stretches[side].chunk_by(|a, b| a + 1 == *b).take(MOST_PLACES);
            let span =
                |ends: &[usize]| self.word(side, pair, ends[0]).join(self.word(side, pair, ends[ends.len() - 1]));
            stretches.map(span).collect::<Vec<_>>()
        });
        differ.then_some(Reason { kind, places })
    }

    /// Whether two numbers have the same digits but for noughts at the end: 1.4 million may be 1,400,000.
    fn may_be_equal(&self, numbers: &Reason) -> bool {
        let digits = |side: Side| {
            let written = numbers.places[side].iter().map(move |span| span.of(&self.documents[side].text));
            written.map(|number| {
                let digits: String = number.chars().filter(char::is_ascii_digit).collect();
                digits.trim_end_matches('0').to_owned()
            })
        };
        digits(Side::Left).any(|left| digits(Side::Right).any(|right| left == right))
    }

    /// That nothing rare is shared, where nothing is.
    fn only_common(&self, runs: &[Run], found: &[(Reason, f64)], pair: Pair<usize>) -> Option<Reason> {
        let has_words = |kind: ReasonKind| !matches!(kind, ReasonKind::Neighbours | ReasonKind::Headings);
        let (told, rare) = (
            found.iter().any(|(reason, _)| has_words(reason.kind)),
            found.iter().any(|(reason, _)| has_words(reason.kind) && reason.kind != ReasonKind::Names)
                || runs.iter().any(|run| run.heaviest >= RARE),
        );
        if rare {
            return None;
        }
        if runs.is_empty() {
            return Some(Reason::without_words(ReasonKind::NoWords));
        }
        let runs = if told { &[][..] } else { &runs[..runs.len().min(MOST_PLACES)] };
        let places = Pair::from_fn(|side| runs.iter().map(|run| self.span(side, pair, run)).collect());
        Some(Reason { kind: ReasonKind::CommonWords, places })
    }
}

fn in_both(sentences: &Sentences<'_>, terms: impl Fn(&Profile) -> &Counts, term: Term) -> bool {
    Side::BOTH.iter().all(|&side| has(terms(sentences.both[side]), term))
}

/// Whether a sequence holds another as one stretch.
fn holds(sequence: &[Term], stretch: &[Term]) -> bool {
    !stretch.is_empty() && sequence.windows(stretch.len()).any(|window| window == stretch)
}

/// Whether two words begin alike, or one is part of the other, as compounds are.
fn are_alike(a: &str, b: &str) -> bool {
    let beginning = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    beginning >= SAME_BEGINNING || shorter.chars().count() >= SAME_BEGINNING && longer.contains(shorter)
}
