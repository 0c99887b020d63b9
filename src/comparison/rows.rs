//! The comparison as rows: sentences that stand side by side, or one that stands alone, in the order of one source. Every
//! output that shows both texts shows these.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Group, Link};
use crate::text::{Pair, Side};
use crate::wording::Piece;

use super::Comparison;

/// Which row; stable while the comparison stays the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKey {
    /// A group with both its sides.
    Group(usize),
    /// A sentence that no link was found for.
    Alone(Side, usize),
}

/// Sentences that stand side by side, or one that stands alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which row.
    pub key: RowKey,
    /// The sentences of each side, in order.
    pub sentences: Pair<Vec<usize>>,
    /// Those of them that a group before this one has, too.
    pub again: Pair<Vec<usize>>,
    /// The findings in it, agreements included, by id.
    pub findings: Vec<usize>,
}

impl Row {
    /// A row with nothing in it.
    pub fn empty() -> Self {
        Self {
            key: RowKey::Group(usize::MAX),
            sentences: Pair::default(),
            again: Pair::default(),
            findings: Vec::new(),
        }
    }
}

impl Comparison {
    /// How the wording of a row's sentences differs; nothing for a sentence that stands alone.
    pub fn pieces_of(&self, row: &Row) -> &[Piece] {
        match row.key {
            RowKey::Group(group) => self.wording.get(group).map_or(&[], Vec::as_slice),
            RowKey::Alone(..) => &[],
        }
    }

    /// The links that hold a row together.
    pub fn links_of(&self, row: &Row) -> Vec<&Link> {
        let RowKey::Group(group) = row.key else { return Vec::new() };
        let links = self.alignment.groups.get(group).map_or(&[][..], |group| group.links.as_slice());
        links.iter().filter_map(|&id| self.alignment.links.get(id)).collect()
    }
}

/// Every row, in the reading order of the leading side. A sentence of the other side that stands alone follows
/// the row of the sentence before it; where there is none, it stands before the first row with both sides.
/// Nothing is left out: every sentence of both is in a row.
pub fn rows(comparison: &Comparison, lead: Side) -> Vec<Row> {
    let mut followers = followers(comparison, lead);
    let mut ordered = Vec::new();
    for row in leading(comparison, lead) {
        let key = row.key;
        if matches!(key, RowKey::Group(_)) {
            ordered.extend(followers.remove(&None).unwrap_or_default());
        }
        ordered.push(row);
        ordered.extend(followers.remove(&Some(key)).unwrap_or_default());
    }
    ordered.extend(followers.remove(&None).unwrap_or_default());
    add_findings(&mut ordered, comparison);
    ordered
}

/// The groups and the lone sentences of the leading side, in its order.
fn leading(comparison: &Comparison, lead: Side) -> Vec<Row> {
    let mut seen: Pair<BTreeSet<usize>> = Pair::default();
    let mut with_both = |(id, group): (usize, &Group)| {
        let again = Pair::from_fn(|side| {
            group.sentences[side].iter().copied().filter(|&sentence| !seen[side].insert(sentence)).collect()
        });
        Row { key: RowKey::Group(id), sentences: group.sentences.clone(), again, findings: Vec::new() }
    };
    let groups = comparison.alignment.groups.iter().enumerate();
    let mut rows: Vec<Row> = groups
        .map(&mut with_both)
        .chain(comparison.unmatched[lead].iter().map(|unmatched| alone(lead, unmatched.sentence)))
        .collect();
    rows.sort_by(|a, b| (&a.sentences[lead], a.key).cmp(&(&b.sentences[lead], b.key)));
    rows
}

/// The lone sentences of the other side, by the row that they follow; `None` is the top.
fn followers(comparison: &Comparison, lead: Side) -> BTreeMap<Option<RowKey>, Vec<Row>> {
    let other = lead.other();
    let mut group_of: BTreeMap<usize, RowKey> = BTreeMap::new();
    for (id, group) in comparison.alignment.groups.iter().enumerate() {
        for &sentence in &group.sentences[other] {
            group_of.entry(sentence).or_insert(RowKey::Group(id));
        }
    }
    let mut followers: BTreeMap<Option<RowKey>, Vec<Row>> = BTreeMap::new();
    let mut after = None;
    for id in 0..comparison.documents[other].sentences.len() {
        match group_of.get(&id) {
            Some(&key) => after = Some(key),
            None => followers.entry(after).or_default().push(alone(other, id)),
        }
    }
    followers
}

fn alone(side: Side, id: usize) -> Row {
    let mut sentences: Pair<Vec<usize>> = Pair::default();
    sentences[side].push(id);
    Row { key: RowKey::Alone(side, id), sentences, again: Pair::default(), findings: Vec::new() }
}

fn add_findings(rows: &mut [Row], comparison: &Comparison) {
    let mut of_group: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (id, finding) in comparison.findings.iter().enumerate() {
        of_group.entry(finding.group).or_default().push(id);
    }
    for row in rows {
        if let RowKey::Group(group) = row.key {
            row.findings = of_group.remove(&group).unwrap_or_default();
        }
    }
}

#[cfg(test)]
#[path = "rows_tests.rs"]
mod tests;
