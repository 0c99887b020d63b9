//! Where the bytes of an old text stand in a new one.

use std::collections::BTreeSet;

use crate::load::RawArticle;
use crate::text::{Pair, Span};

use super::counterparts::{Counterpart, counterparts, same_place};
use super::{Changes, Lost, LostKind};

/// The passages of an old text and what each of them is in a new one.
pub(super) struct Moved<'a> {
    old: &'a str,
    new: &'a str,
    from: Vec<Span>,
    to: Vec<Span>,
    pairs: Vec<Option<Counterpart>>,
    /// Which new passages are no old one's counterpart.
    is_new: Vec<bool>,
}

/// A byte of the new text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub byte: usize,
    /// The passage around it says the same as it did.
    pub exact: bool,
}

impl<'a> Moved<'a> {
    /// Finds the passages of one version in the other: the old one and the new, in order and without overlaps, as bytes of
    /// the raw texts.
    pub(super) fn of(versions: Pair<&'a RawArticle>, passages: Pair<Vec<Span>>) -> Self {
        let texts = passages
            .as_ref()
            .zip(versions)
            .map(|(spans, article)| -> Vec<&str> { spans.iter().map(|span| span.of(&article.text)).collect() });
        let pairs = counterparts(&texts.left, &texts.right);
        let Pair { left: old, right: new } = versions.map(|article| article.text.as_str());
        let mut is_new = vec![true; passages.right.len()];
        pairs.iter().flatten().for_each(|pair| is_new[pair.at] = false);
        Self { old, new, from: passages.left, to: passages.right, pairs, is_new }
    }

    /// The passage that holds a byte of the old text, by its number.
    fn passage(&self, byte: usize) -> Option<(usize, Span)> {
        let at = self.from.partition_point(|span| span.end <= byte);
        self.from.get(at).filter(|span| span.start <= byte).map(|&span| (at, span))
    }

    /// A byte of the old text: its place in its passage, and what that is in the new text.
    fn within(&self, byte: usize) -> Option<(usize, Counterpart)> {
        let (at, old) = self.passage(byte)?;
        Some((byte - old.start, self.pairs.get(at).copied().flatten()?))
    }

    /// Where a byte of the old text stands now; `None` where it is gone, and for what never was in a passage. The beginning
    /// of a passage stays its beginning, whatever it begins with now.
    pub(super) fn place(&self, byte: usize) -> Option<Place> {
        let (within, Counterpart { at, exact }) = self.within(byte)?;
        let byte = if within == 0 { self.to.get(at)?.start } else { self.place_of_word(byte)? };
        Some(Place { byte, exact })
    }

    /// Where the word at a byte of the old text stands now. A passage that was parted has it in either part.
    pub(super) fn place_of_word(&self, byte: usize) -> Option<usize> {
        let (within, Counterpart { at, exact }) = self.within(byte)?;
        if exact {
            return Some(self.to.get(at)?.start + within);
        }
        let (_, old) = self.passage(byte)?;
        let parts = [Some(at), Some(at + 1), at.checked_sub(1)].into_iter().flatten();
        let parts = parts.filter(|&part| part == at || self.is_new.get(part) == Some(&true));
        let found = parts.filter_map(|part| {
            let to = *self.to.get(part)?;
            let (run, place) = same_place(old.of(self.old), within, to.of(self.new))?;
            Some((run, to.start + place))
        });
        // Of equally good places the first, which is in the counterpart itself.
        found.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, place)| place)
    }

    /// The beginnings of passages, as they are now. What never began one meant nothing and is left out.
    pub(super) fn beginnings(&self, names: &BTreeSet<usize>, what: LostKind, lost: &mut Vec<Lost>) -> BTreeSet<usize> {
        let mut now = BTreeSet::new();
        for &name in names {
            let begins = self.passage(name).is_some_and(|(_, span)| span.start == name);
            match self.place(name).filter(|_| begins) {
                Some(place) => drop(now.insert(place.byte)),
                None => lost.extend(self.lost(name, what).filter(|_| begins)),
            }
        }
        now
    }

    /// That something is lost which was said of the passage at a byte; `None` where nothing stood there in the old text.
    pub(super) fn lost(&self, byte: usize, what: LostKind) -> Option<Lost> {
        let (_, span) = self.passage(byte)?;
        Some(Lost { origin: byte, what, words: span.of(self.old).to_owned() })
    }

    /// How the passages changed.
    pub(super) fn changes(&self) -> Changes {
        let inexact = self.pairs.iter().flatten().filter(|one| !one.exact).map(|one| one.at);
        Changes {
            changed: inexact.collect::<BTreeSet<usize>>().len(),
            new: self.is_new.iter().filter(|&&is_new| is_new).count(),
            gone: self.pairs.iter().filter(|pair| pair.is_none()).count(),
        }
    }
}
