//! Corrections and remarks that name sentences, with the names that the sentences have now.

use crate::comparison::{Anchor, Edits, Verdict};
use crate::segment::Document;
use crate::text::{Pair, Side};

use super::moved::Moved;
use super::{Lost, LostKind};

/// What tells the new name of a sentence of the left source.
pub(super) struct Names<'a> {
    pub moved: &'a Moved<'a>,
    /// The old version and the new one, as they are compared.
    pub documents: Pair<&'a Document>,
}

impl Names<'_> {
    pub(super) fn take_over(&self, edits: &Edits, carried: &mut Edits, lost: &mut Vec<Lost>) {
        self.verdicts(edits, carried, lost);
        self.alone(edits, carried, lost);
        self.remarks(carried, lost);
    }

    /// The name that a sentence has now. Where it was changed, that of the sentence that holds its beginning.
    fn name(&self, origin: usize) -> Option<(usize, bool)> {
        let place = self.moved.place(origin)?;
        let new = self.documents.right;
        let around = || new.sentence_over(place.byte).map(|id| new.sentences[id].origin);
        let is_name = place.exact || new.sentence_from(place.byte).is_some();
        let name = if is_name { place.byte } else { around().unwrap_or(place.byte) };
        Some((name, place.exact))
    }

    /// Where two sentences became one, a link of either is one of the whole.
    fn verdicts(&self, edits: &Edits, carried: &mut Edits, lost: &mut Vec<Lost>) {
        for (&origin, of_left) in &edits.verdicts {
            let name = self.name(origin);
            for (&right, &verdict) in of_left {
                let Some((left, _)) = name else {
                    lost.extend(self.moved.lost(origin, verdict.into()));
                    continue;
                };
                let sentences = Pair::new(left, right);
                if carried.verdict(sentences).is_none_or(|said| said == Verdict::Rejected) {
                    carried.set_verdict(sentences, Some(verdict));
                }
            }
        }
    }

    /// A sentence that took in one with a link has a counterpart now.
    fn alone(&self, edits: &Edits, carried: &mut Edits, lost: &mut Vec<Lost>) {
        for &origin in &edits.alone.left {
            let is_linked = |name: usize| {
                let verdicts = carried.verdicts.get(&name).into_iter().flat_map(|of_left| of_left.values());
                verdicts.into_iter().any(|&verdict| verdict != Verdict::Rejected)
            };
            match self.name(origin).filter(|&(name, exact)| exact || !is_linked(name)) {
                Some((name, _)) => carried.set_alone(Side::Left, name, true),
                None => lost.extend(self.moved.lost(origin, LostKind::Alone)),
            }
        }
    }

    fn remarks(&self, carried: &mut Edits, lost: &mut Vec<Lost>) {
        let remarks = std::mem::take(&mut carried.remarks);
        carried.remarks = remarks.renamed(|side, anchor, is_note| {
            if side == Side::Right {
                return anchor;
            }
            let what = if is_note { LostKind::Note } else { LostKind::Review };
            let now = self.anchor(&anchor);
            let was_there = anchor.sentence_in(self.documents.left).is_some();
            let is_there = now.as_ref().is_some_and(|now| now.sentence_in(self.documents.right).is_some());
            if was_there && !is_there {
                lost.extend(self.moved.lost(anchor.origin, what));
            }
            now.unwrap_or(anchor)
        });
    }

    /// The same words as they stand now; those of a whole sentence are what it says now. `None` where nothing is known of
    /// their place.
    fn anchor(&self, anchor: &Anchor) -> Option<Anchor> {
        let Pair { left: old, right: new } = self.documents;
        let moved = self.moved.place(anchor.origin).filter(|place| place.exact);
        let moved = moved.map(|place| Anchor { origin: place.byte, words: anchor.words.clone() });
        let Some(id) = anchor.sentence_in(old) else { return moved };
        if moved.as_ref().is_some_and(|moved| moved.sentence_in(new).is_some()) {
            return moved;
        }
        let (name, _) = self.name(old.sentences.get(id)?.origin)?;
        let now = new.sentence_from(name).or_else(|| new.sentence_over(name));
        if anchor.words == old.sentence(id) {
            return now.and_then(|id| Anchor::of_sentence(new, id)).or(moved);
        }
        Some(Anchor { origin: name, words: anchor.words.clone() })
    }
}
