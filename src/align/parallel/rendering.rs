//! Renderings: one sentence and the run of neighbouring sentences that may say the same on the other side, with the
//! evidence for it.

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::align::profile::Profiles;
use crate::text::{Pair, Side};

/// A run of sentences on each side, one of them a single sentence, that may say the same.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rendering {
    pub(super) sentences: Pair<Range<usize>>,
    /// What it adds to the log-odds of the whole alignment against leaving these sentences alone.
    pub(super) weight: f64,
}

/// How many kinds of evidence there are.
pub const COUNT: usize = NAMES.len();

/// Their names, in the order of the values; the weights file uses them.
pub const NAMES: [&str; 19] = [
    "rendering",
    "single",
    "size",
    "gram_cosine",
    "stem_cosine",
    "odds_mean",
    "odds_best",
    "odds_worst",
    "odds_sum",
    "length_off",
    "length_leaning",
    "size_leaning",
    "least_words",
    "rivals",
    "edges",
    "sentences",
    "sentences_leaning",
    "sentences_odds",
    "sentences_words",
];

/// A sentence is rendered by at most so many: in plain language five or six are common, nine are not.
const LONGEST_RUN: usize = 8;

/// Log-odds from which a pair is a reason to look at the renderings around it: one such pair in fifty is right.
const WORTH_A_LOOK: f64 = -4.0;

/// The log-odds of pairs that share too little to be weighed, and of any pair at least: one in three hundred is right.
const LEAST_ODDS: f64 = -5.8;

/// The other end of the log-odds, so that twins do not outweigh everything around them.
const MOST_ODDS: f64 = 5.8;

/// Rivals are looked for among so many sentences on either side of a rendering.
const NEARBY: usize = 12;

/// Log-odds are divided by this, so that all evidence lies about between -2 and 2.
const ODDS_UNIT: f64 = 3.0;

/// Evidence that leans on the documents' lengths counts no further than one being e² times as long.
const MOST_LEANING: f64 = 2.0;

/// What the evidence is found in.
pub(super) struct Texts<'a> {
    profiles: &'a Profiles,
    /// For each sentence of a side its pairs, by the other sentence, with their log-odds.
    odds: Pair<Vec<Vec<(usize, f64)>>>,
    /// For each sentence its likeness to itself and to those that follow it.
    within: Pair<Vec<Vec<Likeness>>>,
    /// By how much the right document is longer, as the logarithm of the numbers of sentences.
    leaning: f64,
}

/// Products of the weighted grams and stems of two sentences.
#[derive(Clone, Copy, Debug, Default)]
struct Likeness {
    grams: f64,
    stems: f64,
}

impl Likeness {
    fn of(profiles: &Profiles, sentences: [(Side, usize); 2]) -> Self {
        let [a, b] = sentences.map(|(side, id)| &profiles.sentences[side][id]);
        Self { grams: profiles.grams.product(&a.grams, &b.grams), stems: profiles.stems.product(&a.stems, &b.stems) }
    }

    fn add(&mut self, other: Self, times: f64) {
        self.grams += other.grams * times;
        self.stems += other.stems * times;
    }
}

impl<'a> Texts<'a> {
    /// The texts with the probability of each pair.
    pub(super) fn of(profiles: &'a Profiles, probabilities: &BTreeMap<Pair<usize>, f64>) -> Self {
        let counts = profiles.sentences.as_ref().map(Vec::len);
        let mut odds = counts.map(|count| vec![Vec::new(); count]);
        for (&pair, &probability) in probabilities {
            let value = (probability / (1.0 - probability)).ln().clamp(LEAST_ODDS, MOST_ODDS);
            odds.left[pair.left].push((pair.right, value));
            odds.right[pair.right].push((pair.left, value));
        }
        let within = Pair::from_fn(|side| within(profiles, side));
        let logs = counts.map(|count| (count.max(1) as f64).ln());
        Self { profiles, odds, within, leaning: (logs.right - logs.left).clamp(-MOST_LEANING, MOST_LEANING) }
    }

    /// Every rendering around a pair that is worth a look, with its evidence, that passes `keep`.
    pub(super) fn renderings<T: Send>(
        &self,
        keep: impl Fn(Pair<Range<usize>>, [f64; COUNT]) -> Option<T> + Sync,
    ) -> Vec<T> {
        let of = |one: Side| {
            let all = (0..self.odds[one].len()).into_par_iter();
            all.flat_map_iter(|id| self.around(one, id, &keep)).collect::<Vec<T>>()
        };
        let mut all = of(Side::Left);
        all.extend(of(Side::Right));
        all
    }

    /// The renderings of one sentence.
    fn around<T>(&self, one: Side, id: usize, keep: &impl Fn(Pair<Range<usize>>, [f64; COUNT]) -> Option<T>) -> Vec<T> {
        let many = one.other();
        let worth: Vec<usize> =
            self.odds[one][id].iter().filter(|(_, odds)| *odds >= WORTH_A_LOOK).map(|(other, _)| *other).collect();
        let mut starts: Vec<usize> =
            worth.iter().flat_map(|&other| other.saturating_sub(LONGEST_RUN - 1)..=other).collect();
        starts.sort_unstable();
        starts.dedup();
        let mut likeness: BTreeMap<usize, Likeness> = BTreeMap::new();
        let mut found = Vec::new();
        for start in starts {
            let needed = worth[worth.partition_point(|&other| other < start)..].first().copied().unwrap_or(start);
            let mut sums = Sums::default();
            for last in start..(start + LONGEST_RUN).min(self.odds[many].len()) {
                let to_one =
                    likeness.entry(last).or_insert_with(|| Likeness::of(self.profiles, [(one, id), (many, last)]));
                sums.add(*to_one, &self.within[many], start, last);
                // A pair by itself is a rendering of either sentence: it is made once.
                if last < needed || (last == start && one == Side::Right) {
                    continue;
                }
                let run = Run { one, id, many: start..last + 1 };
                let evidence = self.evidence(&run, &sums);
                found.extend(keep(run.sentences(), evidence));
            }
        }
        found
    }

    fn evidence(&self, run: &Run, sums: &Sums) -> [f64; COUNT] {
        let size = run.many.len() as f64;
        let row = &self.odds[run.one][run.id];
        let odds: Vec<f64> = run.many.clone().map(|other| odds_in(row, other)).collect();
        let (sum, best, worst) = odds.iter().fold((0.0, LEAST_ODDS, MOST_ODDS), |(sum, best, worst), &odds| {
            (sum + odds, odds.max(best), odds.min(worst))
        });
        let itself = self.within[run.one][run.id][0];
        let words = self.words(run);
        let longer = words.right.ln() - words.left.ln();
        let more = if run.one == Side::Left { size.ln() } else { -size.ln() };
        let (rivals, best_odds, word_logs) = self.of_sentences(run);
        [
            1.0,
            if run.many.len() == 1 { 1.0 } else { 0.0 },
            size.ln(),
            sums.to_one.grams / (itself.grams * sums.many.grams).sqrt().max(f64::MIN_POSITIVE),
            sums.to_one.stems / (itself.stems * sums.many.stems).sqrt().max(f64::MIN_POSITIVE),
            sum / size / ODDS_UNIT,
            best / ODDS_UNIT,
            worst / ODDS_UNIT,
            sum / 10.0,
            longer * longer,
            longer * self.leaning,
            more * self.leaning,
            (1.0 + words.left.min(words.right)).ln() / ODDS_UNIT,
            rivals / (size + 1.0) / ODDS_UNIT,
            self.edges(run) / ODDS_UNIT,
            size + 1.0,
            if run.one == Side::Left { (1.0 - size) * self.leaning } else { (size - 1.0) * self.leaning },
            best_odds / ODDS_UNIT,
            word_logs / ODDS_UNIT,
        ]
    }

    /// How many words stand on each side, at least one.
    fn words(&self, run: &Run) -> Pair<f64> {
        let sentences = run.sentences();
        Pair::from_fn(|side| {
            let profiles = self.profiles.sentences[side].get(sentences[side].clone()).unwrap_or_default();
            profiles.iter().map(|profile| profile.sequence.len()).sum::<usize>().max(1) as f64
        })
    }

    /// Sums over its sentences: the best log-odds with a sentence near the rendering, with any at all, and the
    /// logarithms of their words.
    fn of_sentences(&self, run: &Run) -> (f64, f64, f64) {
        let one = std::iter::once((run.one, run.id, run.many.clone()));
        let many = run.many.clone().map(|id| (run.one.other(), id, run.id..run.id + 1));
        one.chain(many).fold((0.0, 0.0, 0.0), |(rivals, best, words), (side, id, others)| {
            let row = &self.odds[side][id];
            let near = others.start.saturating_sub(NEARBY)..others.end + NEARBY;
            let rival = best_in(row, near.start..others.start).max(best_in(row, others.end..near.end));
            let length = self.profiles.sentences[side][id].sequence.len() as f64;
            (rivals + rival, best + best_in(row, 0..usize::MAX), words + (1.0 + length).ln())
        })
    }

    /// The best log-odds of a pair that would make the rendering larger by one sentence.
    fn edges(&self, run: &Run) -> f64 {
        let row = &self.odds[run.one][run.id];
        let beside = |id: Option<usize>| {
            id.and_then(|id| self.odds[run.one].get(id)).map_or(LEAST_ODDS, |row| best_in(row, run.many.clone()))
        };
        let before = run.many.start.checked_sub(1).map_or(LEAST_ODDS, |id| odds_in(row, id));
        before.max(odds_in(row, run.many.end)).max(beside(run.id.checked_sub(1))).max(beside(run.id.checked_add(1)))
    }
}

fn within(profiles: &Profiles, side: Side) -> Vec<Vec<Likeness>> {
    let count = profiles.sentences[side].len();
    let of = |id: usize| {
        (id..(id + LONGEST_RUN).min(count)).map(|other| Likeness::of(profiles, [(side, id), (side, other)])).collect()
    };
    (0..count).into_par_iter().map(of).collect()
}

fn odds_in(row: &[(usize, f64)], other: usize) -> f64 {
    row.binary_search_by_key(&other, |&(other, _)| other).map_or(LEAST_ODDS, |at| row[at].1)
}

fn best_in(row: &[(usize, f64)], others: Range<usize>) -> f64 {
    let start = row.partition_point(|&(other, _)| other < others.start);
    row[start..].iter().take_while(|&&(other, _)| other < others.end).map(|&(_, odds)| odds).fold(LEAST_ODDS, f64::max)
}

/// One sentence against a run on the other side.
struct Run {
    one: Side,
    id: usize,
    many: Range<usize>,
}

impl Run {
    fn sentences(&self) -> Pair<Range<usize>> {
        Pair::from_fn(|side| if side == self.one { self.id..self.id + 1 } else { self.many.clone() })
    }
}

/// The likeness of a growing run to the one sentence, and to itself.
#[derive(Default)]
struct Sums {
    to_one: Likeness,
    many: Likeness,
}

impl Sums {
    fn add(&mut self, to_one: Likeness, within: &[Vec<Likeness>], start: usize, last: usize) {
        self.to_one.add(to_one, 1.0);
        self.many.add(within[last][0], 1.0);
        for before in start..last {
            self.many.add(within[before][last - before], 2.0);
        }
    }
}
