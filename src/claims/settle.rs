//! The comparison that most kinds share: marks are paired by what they are about, and what is left is told as "only here".

use crate::text::{Pair, Side};

use super::scene::Scene;
use super::{Finding, Mark, Relation};

/// What the two marks of a candidate pair have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// How much the two are about the same thing; the pairs of a group are made best first.
    pub likeness: u32,
    /// The relation; `None` where the two say the same and nothing is to be told.
    pub relation: Option<Relation>,
}

impl Judgement {
    /// The two say the same in the same words.
    pub const SAME: Self = Self { likeness: u32::MAX, relation: None };

    /// The two say the same in other words.
    pub const AGREES: Self = Self { likeness: u32::MAX - 1, relation: Some(Relation::Agrees) };

    /// The two may say the same: the one answers the other, and nothing is to be told. It weighs more than a difference
    /// of unlike things that have a few words in common, and less than one of the same sort.
    pub const OPEN: Self = Self { likeness: 4, relation: None };

    /// The two are about the same thing and cannot both hold.
    pub fn conflict(likeness: usize) -> Self {
        Self { likeness: u32::try_from(likeness).unwrap_or(0), relation: Some(Relation::Conflict) }
    }

    /// The two are about the same thing and are not the same.
    pub fn differs(likeness: usize) -> Self {
        Self { likeness: u32::try_from(likeness).unwrap_or(0), relation: Some(Relation::Differs) }
    }

    /// Nothing is missing on the other side.
    pub fn is_same(self) -> bool {
        self != Self::OPEN && matches!(self.relation, None | Some(Relation::Agrees))
    }
}

/// How a kind speaks and judges.
pub trait Rules {
    /// What two marks have to do with each other; `None` where they are about different things.
    fn judge(&self, scene: &Scene<'_>, marks: Pair<&Mark>) -> Option<Judgement>;

    /// Whether a mark that the other side lacks is worth telling.
    fn is_told_alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> bool;

    /// Whether two marks may be set against each other though the sentence of the one has the like of the other as well: a
    /// day is given once, but the same thing is counted in many parts.
    fn are_parts(&self, _marks: Pair<&Mark>) -> bool {
        true
    }

    /// The sentence about a pair.
    fn both(&self, scene: &Scene<'_>, marks: Pair<&Mark>, relation: Relation) -> String;

    /// The sentence about a mark that the other side lacks.
    fn alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> String;
}

/// Compares marks by the rules of their kind.
pub fn settle(scene: &Scene<'_>, marks: Pair<Vec<&Mark>>, rules: &impl Rules) -> Vec<Finding> {
    let sides = Pair::from_fn(|side| side);
    let marks = sides.zip(marks).map(|(side, marks)| once(scene, side, &marks));
    let paired = pair_up(scene, &marks, |pair| rules.judge(scene, pair));
    let answered: Vec<Pair<&Mark>> =
        paired.pairs.iter().filter(|(_, judged)| judged.is_same()).map(|(pair, _)| *pair).collect();
    let mut findings: Vec<Finding> = paired
        .pairs
        .into_iter()
        .filter_map(|(pair, judged)| {
            let relation = judged.relation?;
            Some(scene.both(pair, relation, rules.both(scene, pair, relation)))
        })
        .collect();
    for side in Side::BOTH {
        for &mark in &paired.alone[side] {
            let said = marks[side.other()].iter().any(|&other| {
                let pair = Pair::from_fn(|of| if of == side { mark } else { other });
                rules.judge(scene, pair).is_some_and(Judgement::is_same)
            });
            if said {
                continue;
            }
            // What the same sentence has already said alike is not set against its other marks.
            let said_alike = |other: &Mark| {
                let answers =
                    |pair: &Pair<&Mark>| *pair[side.other()] == *other && pair[side].sentence == mark.sentence;
                answered.iter().any(answers)
            };
            let others = marks[side.other()].iter().copied().filter(|other| {
                let pair = Pair::from_fn(|of| if of == side { mark } else { *other });
                rules.are_parts(pair) || !said_alike(other)
            });
            if let Some(finding) = beside(scene, side, mark, others, rules) {
                findings.push(finding);
            } else if !scene.is_summary(side.other()) && rules.is_told_alone(scene, side, mark) {
                findings.push(scene.only(side, mark, rules.alone(scene, side, mark)));
            }
        }
    }
    findings
}

/// A mark that came too late, set against a mark of the linked sentence that another was paired with.
fn beside<'a>(
    scene: &Scene<'_>,
    side: Side,
    mark: &'a Mark,
    others: impl Iterator<Item = &'a Mark>,
    rules: &impl Rules,
) -> Option<Finding> {
    let pairs = others.map(|other| Pair::from_fn(|of| if of == side { mark } else { other }));
    let judged = pairs.filter(|&pair| scene.are_linked(pair)).filter_map(|pair| {
        let judged = rules.judge(scene, pair)?;
        judged.relation.map(|relation| (judged.likeness, relation, pair))
    });
    let (_, relation, pair) = judged.max_by_key(|(likeness, ..)| *likeness)?;
    Some(scene.both(pair, relation, rules.both(scene, pair, relation)))
}

/// Marks that were paired, and those that were not.
pub struct Paired<'a> {
    /// The pairs with what was judged about them.
    pub pairs: Vec<(Pair<&'a Mark>, Judgement)>,
    /// The marks that nothing was found for.
    pub alone: Pair<Vec<&'a Mark>>,
}

/// Pairs the marks of two sides, each mark once: those that say the same first, then those of sentences that are
/// linked directly, then the most alike. Ties go to the pair nearer the beginning
/// of both, an order that does not change when the sources are swapped.
pub fn pair_up<'a>(
    scene: &Scene<'_>,
    marks: &Pair<Vec<&'a Mark>>,
    judge: impl Fn(Pair<&'a Mark>) -> Option<Judgement>,
) -> Paired<'a> {
    let mut candidates = Vec::new();
    for (i, &left) in marks.left.iter().enumerate() {
        for (j, &right) in marks.right.iter().enumerate() {
            let pair = Pair::new(left, right);
            candidates.extend(judge(pair).map(|judged| (Pair::new(i, j), judged, scene.are_linked(pair))));
        }
    }
    candidates.sort_by_key(|(at, judged, linked)| {
        (
            !judged.is_same(),
            !linked,
            std::cmp::Reverse(judged.likeness),
            at.left + at.right,
            at.left.abs_diff(at.right),
            at.left,
        )
    });
    let mut taken = marks.as_ref().map(|marks| vec![false; marks.len()]);
    let mut pairs = Vec::new();
    for (at, judged, _) in candidates {
        if Side::BOTH.iter().all(|&side| !taken[side][at[side]]) {
            for side in Side::BOTH {
                taken[side][at[side]] = true;
            }
            pairs.push((Pair::new(marks.left[at.left], marks.right[at.right]), judged));
        }
    }
    let alone = Pair::from_fn(|side| {
        marks[side].iter().zip(&taken[side]).filter(|(_, taken)| !**taken).map(|(&mark, _)| mark).collect()
    });
    Paired { pairs, alone }
}

/// How many words around a mark show how much the other side speaks of what it belongs to.
const NEAR: usize = 10;

/// The marks with their repetitions left out: the same value on the same side is told once, where the other side takes
/// up most of what stands around it.
fn once<'a>(scene: &Scene<'_>, side: Side, marks: &[&'a Mark]) -> Vec<&'a Mark> {
    let mut kept: Vec<&Mark> = Vec::new();
    for &mark in marks {
        match kept.iter_mut().find(|seen| seen.value == mark.value) {
            Some(seen) if scene.taken_up(side, mark, NEAR) > scene.taken_up(side, seen, NEAR) => *seen = mark,
            Some(_) => {}
            None => kept.push(mark),
        }
    }
    kept
}
