//! How the open comparison is tied to a file, and what of it is not in that file yet.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::comparison::Edits;
use crate::gui::command::Generation;
use crate::gui::projects::{Fetched, Guard, OutOf, Over};
use crate::gui::state::Open;
use crate::gui::work::{Rest, Work};
use crate::load::RawArticle;
use crate::project::Stamp;
use crate::text::{Pair, Side};

/// The file of a comparison; at first none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bond {
    /// The file that it was read from or saved to last.
    pub file: Option<PathBuf>,
    /// Why that file is not to be written over.
    pub guard: Option<Guard>,
    /// What is wrong with it.
    pub trouble: Option<Trouble>,
    /// What is being saved.
    pub saving: Option<Saving>,
    /// What a project's file holds besides the work.
    pub(super) rest: Rest,
    /// How the file stood when it was read or written last.
    pub(super) stamp: Option<Stamp>,
    /// Where saving failed last, and over what.
    pub(super) failed: Option<(PathBuf, Over)>,
    /// A change by another program that the reader has seen and lets be.
    pub(super) let_be: Option<Option<Stamp>>,
    /// What is in the file.
    pub(super) saved: Saved,
    /// A good place to save to, where there is no file.
    pub(super) home: Option<PathBuf>,
    /// The file of unsaved work that this was recovered from.
    pub(super) leftover: Option<PathBuf>,
    /// What could not be read, a sentence each, until it is told.
    pub(super) lost: Vec<String>,
}

/// What is wrong with the file of the open comparison, until the reader decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Another program changed it.
    Changed,
    /// It is gone.
    Gone,
    /// It could not be saved, and why.
    Failed(String),
}

/// What is being saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Saving {
    /// Which run of the keeper's.
    pub(super) ticket: Generation,
    /// Into which file.
    pub file: PathBuf,
    pub(super) work: Work,
    pub(super) over: Over,
    /// It is to be saved there once more, as it has changed since.
    pub(super) again: Option<(PathBuf, Over)>,
}

/// What a file holds of the open comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Saved {
    /// There is no file; what nobody has touched need not be saved.
    #[default]
    Untouched,
    /// This.
    This(Box<Work>),
    /// Something else.
    Otherwise,
}

impl Bond {
    /// The bond of what was read.
    pub fn of(fetched: &Fetched) -> Self {
        let Fetched { work, file, stamp, guard, lost, out_of } = fetched.clone();
        let rest = work.rest.clone();
        let (saved, home, leftover) = match out_of {
            OutOf::File => (Saved::This(Box::new(work)), None, None),
            OutOf::Backup(original) => (Saved::Otherwise, Some(original), None),
            OutOf::Leftover(path, _) => (Saved::Otherwise, None, Some(path)),
        };
        let trouble = matches!(fetched.out_of, OutOf::Leftover(_, true)).then_some(Trouble::Changed);
        // What was written since by another program is not ours to write over unasked.
        let stamp = stamp.filter(|_| trouble.is_none());
        Self { file, guard, trouble, rest, stamp, saved, home, leftover, lost, ..Self::default() }
    }

    /// That of a comparison of other articles: a source that stays is still known to have been read when it was.
    pub(super) fn of_new(&self, before: Option<&Open>, articles: &Pair<Arc<RawArticle>>) -> Self {
        let stays = |side: Side| before.is_some_and(|open| Arc::ptr_eq(&open.articles[side], &articles[side]));
        let read = Pair::from_fn(|side| self.rest.read[side].clone().filter(|_| stays(side)));
        Self { rest: Rest { read, ..Rest::default() }, ..Self::default() }
    }

    /// The same for the sources exchanged.
    pub(super) fn swap(mut self) -> Self {
        self.rest = self.rest.swap();
        self
    }

    /// Whether something of a comparison is in no file.
    pub(super) fn is_unsaved(&self, open: &Open, edits: &Edits) -> bool {
        match &self.saved {
            Saved::Untouched => !edits.is_empty(),
            Saved::This(work) => {
                Side::BOTH.iter().any(|&side| !Arc::ptr_eq(&work.articles[side], &open.articles[side]))
                    || work.options != open.options
                    || work.edits != *edits
            }
            Saved::Otherwise => true,
        }
    }

    /// Whether it is that of articles just opened, and not of a project.
    pub(super) fn is_untouched(&self) -> bool {
        self.saved == Saved::Untouched
    }

    /// What may be written over where the file is saved again.
    pub(super) fn over(&self) -> Over {
        self.stamp.map_or(Over::Nothing, Over::This)
    }

    /// The files that it needs the locks of.
    pub(super) fn files(&self) -> impl Iterator<Item = &PathBuf> {
        let saving = self.saving.as_ref();
        let again = saving.and_then(|saving| saving.again.as_ref());
        self.file.iter().chain(saving.map(|saving| &saving.file)).chain(again.map(|(file, _)| file))
    }

    /// The folder that the reader would look in first.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.file.as_deref().or(self.home.as_deref()).and_then(Path::parent).map(Path::to_owned)
    }

    /// A source is taken over anew; when it was read is not known yet.
    pub(in crate::gui::state) fn read_anew(&mut self, side: Side) {
        self.rest.read[side] = None;
    }

    /// Notes when the sources were read that were just read.
    pub(super) fn read_at(&mut self, time: &str) {
        for side in Side::BOTH {
            self.rest.read[side].get_or_insert_with(|| time.to_owned());
        }
    }
}
