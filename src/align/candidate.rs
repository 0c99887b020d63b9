//! Which pairs of sentences are worth a closer look: those that share weighty words, found through an inverted index,
//! so that the cost does not grow with left × right.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::text::{Pair, Side};

use super::profile::{Profile, Profiles};

/// So many partners of a sentence are looked at; the right one is nearly always among the first three.
const PARTNERS: usize = 12;

/// Below this cosine two sentences share next to nothing.
const LEAST_COSINE: f64 = 0.02;

/// A word that stands in more sentences of the other source than this finds no partners: what it says is next to
/// nothing, and to look at all of them for each sentence would cost left × right. No article has so many sentences.
const MOST_PLACES: usize = 1_000;

/// The pairs of sentences that are partners, and how alike they and those around them are.
pub(super) struct Neighbourhood<'a> {
    profiles: &'a Profiles,
    kept: Vec<Pair<usize>>,
}

impl<'a> Neighbourhood<'a> {
    pub(super) fn of(profiles: &'a Profiles) -> Self {
        let partners = Pair::from_fn(|side| partners(profiles, side));
        let kept = kept(&partners);
        Self { profiles, kept }
    }

    /// The pairs to look at, in order.
    pub(super) fn pairs(&self) -> &[Pair<usize>] {
        &self.kept
    }

    /// The cosine of two sentences' weighted words; 0 where they share next to nothing.
    pub(super) fn cosine(&self, pair: Pair<usize>) -> f64 {
        let (left, right) =
            (self.profiles.sentences.left.get(pair.left), self.profiles.sentences.right.get(pair.right));
        let cosine = left.zip(right).map_or(0.0, |(left, right)| cosine_of(self.profiles, left, right));
        if cosine < LEAST_COSINE { 0.0 } else { cosine }
    }

    /// How well the sentences before and after the two go together.
    pub(super) fn around(&self, pair: Pair<usize>) -> f64 {
        let Pair { left, right } = pair;
        let before = left.checked_sub(1).zip(right.checked_sub(1));
        let before = before.map_or(0.0, |(left, right)| self.cosine(Pair::new(left, right)));
        let after = self.cosine(Pair::new(left + 1, right + 1));
        before.max(after)
    }

    /// How well each of the two goes together with the sentences around the other.
    pub(super) fn beside(&self, pair: Pair<usize>) -> f64 {
        let of = |side: Side| {
            let at = |other: usize| self.cosine(Pair::from_fn(|of| if of == side { other } else { pair[of] }));
            pair[side].checked_sub(1).map_or(0.0, at).max(at(pair[side] + 1))
        };
        of(Side::Left).max(of(Side::Right))
    }
}

fn cosine_of(profiles: &Profiles, a: &Profile, b: &Profile) -> f64 {
    profiles.stems.product(&a.stems, &b.stems) / norms(a.stem_norm, b.stem_norm)
}

fn norms(a: f64, b: f64) -> f64 {
    (a * b).max(f64::MIN_POSITIVE)
}

/// A sentence of the other side with its cosine.
type Partner = (usize, f64);

/// For each sentence of a side its best partners on the other, best first.
fn partners(profiles: &Profiles, side: Side) -> Vec<Vec<Partner>> {
    let others = &profiles.sentences[side.other()];
    let index = Index::of(others, profiles.stems.len());
    let of_sentence = |sums: &mut Sums, profile: &Profile| {
        let is_whole = index.add_up(profile, profiles, sums);
        let cosine = |(id, sum)| (id, sum / norms(profile.stem_norm, index.norms[id]));
        let found = sums.taken().map(cosine).filter(|(_, cosine)| *cosine >= LEAST_COSINE).collect();
        if is_whole {
            return best(found, PARTNERS);
        }
        let nearly = best(found, NEARLY * PARTNERS);
        let exact = nearly.into_iter().map(|(id, _)| (id, cosine_of(profiles, profile, &others[id])));
        best(exact.collect(), PARTNERS)
    };
    profiles.sentences[side].par_iter().map_init(|| Sums::of(others.len()), of_sentence).collect()
}

/// Where words found no partners the best of the rest are weighed again with all their words: so many times as many.
const NEARLY: usize = 4;

/// The best partners, best first; of equals the earlier one, as news puts what matters first.
fn best(mut partners: Vec<Partner>, most: usize) -> Vec<Partner> {
    let order = |a: &Partner, b: &Partner| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if partners.len() > most {
        partners.select_nth_unstable_by(most, order);
        partners.truncate(most);
    }
    partners.sort_unstable_by(order);
    partners.shrink_to_fit();
    partners
}

/// For each term the sentences that have it, with how often.
struct Index {
    places: Vec<Vec<(u32, f32)>>,
    /// The sentences' norms, side by side in memory: they are looked up more often than anything else.
    norms: Vec<f64>,
}

impl Index {
    fn of(sentences: &[Profile], terms: usize) -> Self {
        let mut places = vec![Vec::new(); terms];
        for (id, profile) in (0..).zip(sentences) {
            for &(term, n) in &profile.stems {
                places[term as usize].push((id, n));
            }
        }
        Self { places, norms: sentences.iter().map(|profile| profile.stem_norm).collect() }
    }

    /// Adds up what each sentence has in common with this one; says whether every word was looked at.
    fn add_up(&self, profile: &Profile, profiles: &Profiles, sums: &mut Sums) -> bool {
        let mut is_whole = true;
        for &(term, n) in &profile.stems {
            let places = &self.places[term as usize];
            if places.len() > MOST_PLACES {
                is_whole = false;
                continue;
            }
            let weight = profiles.stems.weight(term).powi(2);
            for &(id, m) in places {
                sums.add(id as usize, f64::from(n) * f64::from(m) * weight);
            }
        }
        is_whole
    }
}

/// Sums for sentences, most of which stay 0.
struct Sums {
    sums: Vec<f64>,
    touched: Vec<usize>,
}

impl Sums {
    fn of(sentences: usize) -> Self {
        Self { sums: vec![0.0; sentences], touched: Vec::new() }
    }

    fn add(&mut self, sentence: usize, value: f64) {
        if self.sums[sentence] == 0.0 {
            self.touched.push(sentence);
        }
        self.sums[sentence] += value;
    }

    /// The sums that are not 0, which are then 0 again.
    fn taken(&mut self) -> impl Iterator<Item = (usize, f64)> {
        let Self { sums, touched } = self;
        touched.drain(..).map(|sentence| (sentence, std::mem::take(&mut sums[sentence])))
    }
}

/// Every pair of which either is among the other's partners.
fn kept(partners: &Pair<Vec<Vec<Partner>>>) -> Vec<Pair<usize>> {
    let of = |side: Side| {
        let rows = partners[side].iter().enumerate();
        rows.flat_map(move |(id, row)| {
            row.iter().map(move |&(other, _)| Pair::from_fn(|of| if of == side { id } else { other }))
        })
    };
    let mut kept: Vec<Pair<usize>> = of(Side::Left).chain(of(Side::Right)).collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}
