//! The reader's corrections and remarks taken over to a later version of a source: what is unchanged moves along, a
//! sentence changed a little keeps what was said of it, and what is gone is told.

mod counterparts;
mod moved;
mod names;

use std::collections::{BTreeMap, BTreeSet};

use crate::clean::{Choices, stretches};
use crate::comparison::{Options, document};
use crate::load::RawArticle;
use crate::segment::{Cuts, Document, Sentence};
use crate::text::{Pair, Side};

use super::{Edits, Verdict};

use moved::Moved;
use names::Names;

/// What the reader did to a source, for a later version of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// The corrections and remarks, with the places of the new text.
    pub edits: Edits,
    /// What has no place in it, in the order of the old text; remarks among it are still in `edits`.
    pub lost: Vec<Lost>,
    /// How the sentences changed.
    pub changes: Changes,
}

/// How many sentences of a source changed, those of passages left out among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Written otherwise.
    pub changed: usize,
    /// Not in the old text.
    pub new: usize,
    /// Not in the new text.
    pub gone: usize,
}

/// Something that the reader did and that has no place in the new text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lost {
    /// Where it was in the old text, as a byte.
    pub origin: usize,
    /// What it was.
    pub what: LostKind,
    /// The words that it was about.
    pub words: String,
}

/// What can be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LostKind {
    /// A link that the reader made or confirmed.
    Link,
    /// That two sentences do not belong together.
    Refusal,
    /// That a sentence has no counterpart.
    Alone,
    /// A passage that was put back.
    Restored,
    /// A passage that was taken out.
    TakenOut,
    /// A sentence that was cut in two.
    Cut,
    /// A sentence that was joined with the one before it.
    Joined,
    /// A note; it is kept without a place.
    Note,
    /// A finding that was checked off or dismissed; that is kept without a place.
    Review,
}

impl Changes {
    /// Whether there are none.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// Takes over what the reader did to one source to a later version of it.
///
/// ```
/// use paragone::comparison::{Edits, Options, Verdict, carry};
/// use paragone::load::RawArticle;
/// use paragone::text::{Pair, Side};
///
/// let old = RawArticle::from_text("a", "Rain fell.");
/// let new = RawArticle::from_text("a", "A ferry sank.\n\nRain fell.");
/// let mut edits = Edits::default();
/// edits.set_verdict(Pair::new(0, 7), Some(Verdict::Manual));
/// let carried = carry(Side::Left, Pair::new(&old, &new), &Options::default(), &edits);
/// assert_eq!(carried.edits.verdict(Pair::new(15, 7)), Some(Verdict::Manual));
/// assert!(carried.lost.is_empty());
/// ```
///
/// `versions` are the old text and the new one.
pub fn carry(side: Side, versions: Pair<&RawArticle>, options: &Options, edits: &Edits) -> Carried {
    if versions.left.text == versions.right.text && versions.left.blocks == versions.right.blocks {
        return Carried { edits: edits.clone(), lost: Vec::new(), changes: Changes::default() };
    }
    match side {
        Side::Left => carry_left(versions, options, edits),
        Side::Right => {
            let carried = carry_left(versions, options, &edits.clone().swap());
            Carried { edits: carried.edits.swap(), ..carried }
        }
    }
}

fn carry_left(versions: Pair<&RawArticle>, options: &Options, edits: &Edits) -> Carried {
    let mut lost: Vec<Lost> = Vec::new();
    let mut carried = Edits { verdicts: BTreeMap::new(), ..edits.clone() };
    carried.alone.left.clear();
    let passages = Moved::of(versions, versions.map(stretches));
    carried.restored.left = passages.beginnings(&edits.restored.left, LostKind::Restored, &mut lost);
    carried.taken_out.left = passages.beginnings(&edits.taken_out.left, LostKind::TakenOut, &mut lost);
    let whole = Pair::at_once(|side| everything(versions[side], options));
    let sentences =
        Moved::of(versions, whole.as_ref().map(|document| document.sentences.iter().map(Sentence::raw).collect()));
    carried.cuts.left = cuts(&sentences, &whole.right, &edits.cuts.left, &mut lost);
    let made_with = Pair::new(edits, &carried);
    let documents = Pair::at_once(|version| {
        let edits = made_with[version];
        document(versions[version], options, &edits.choices(Side::Left, options), edits.cuts(Side::Left))
    });
    Names { moved: &sentences, documents: documents.as_ref() }.take_over(edits, &mut carried, &mut lost);
    lost.sort();
    Carried { edits: carried, lost, changes: sentences.changes() }
}

/// Everything that names can point into, cut as the program cuts it: what is left out of one version need not be of the other.
fn everything(article: &RawArticle, options: &Options) -> Document {
    let choices = Choices { keep_everything: true, ..Choices::default() };
    document(article, options, &choices, &Cuts::default())
}

/// The reader's cuts and joints in the new text, which is given as the program cuts it. What is so by now needs none.
fn cuts(moved: &Moved<'_>, new: &Document, cuts: &Cuts, lost: &mut Vec<Lost>) -> Cuts {
    let mut take = |bytes: &BTreeSet<usize>, what: LostKind| -> BTreeSet<usize> {
        let place = |&byte: &usize| {
            let found = moved.place_of_word(byte);
            lost.extend(found.is_none().then(|| moved.lost(byte, what)).flatten());
            found
        };
        bytes.iter().filter_map(place).collect()
    };
    let mut cuts = Cuts { made: take(&cuts.made, LostKind::Cut), undone: take(&cuts.undone, LostKind::Joined) };
    cuts.made.retain(|&byte| new.sentence_from(byte).is_none());
    cuts.undone.retain(|&byte| new.sentence_from(byte).is_some());
    cuts
}

impl From<Verdict> for LostKind {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Confirmed | Verdict::Manual => Self::Link,
            Verdict::Rejected => Self::Refusal,
        }
    }
}

#[cfg(test)]
mod tests;
