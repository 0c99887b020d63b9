//! Everything that can happen to the [`State`](super::state::State): what a reader asks for and what background work reports.

use std::path::PathBuf;

use crate::claims::{Kind, Place, Relation};
use crate::comparison::Comparison;
use crate::load::{RawArticle, Source};
use crate::text::{Pair, Side};

use super::action::Action;
use super::jobs::Task;
use super::model::{RowFilter, RowKey};
use super::settings::{Mode, ThemeChoice};

/// One thing to do. Views only ask for it; [`State::apply`](super::state::State::apply) alone does it.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// What has a name in a menu.
    Do(Action),
    /// Read a source for one side.
    Open(Side, Source),
    /// Read both sources.
    OpenPair(Pair<Source>),
    /// Forget what was read for a side of the welcome page.
    Clear(Side),
    /// Compare what was read, and the pasted texts where nothing was.
    Compare(Pair<String>),
    /// A source was read, or could not be.
    Loaded(Side, Generation, Result<RawArticle, String>),
    /// A comparison is done.
    Compared(Generation, Box<Comparison>),
    /// Show a comparison that is there already.
    Adopt(Box<Task>, Box<Comparison>),
    /// Background work broke off.
    Broke(Generation),
    /// A file dialog closed.
    Picked(Target, Picked),
    /// A row was chosen.
    ChooseRow(RowKey),
    /// A sentence was chosen, and with it its row.
    ChooseSentence(Side, usize),
    /// A finding was chosen.
    ChooseFinding(usize),
    /// Go to words of a source.
    GoTo(Side, Place),
    /// Show findings of a kind, or stop showing them alone.
    ToggleKind(Kind),
    /// The same for a relation.
    ToggleRelation(Relation),
    /// Show all findings again.
    ClearFilter,
    /// Show agreements among the findings, or not.
    ToggleAgreements,
    /// List findings in the order of the rows, or the gravest first.
    ToggleListOrder,
    /// Look for words; `None` looks for none.
    Find(Option<String>),
    /// Show these rows.
    ShowRows(RowFilter),
    /// A link is right.
    Confirm(Pair<usize>),
    /// A link is wrong.
    Reject(Pair<usize>),
    /// Two sentences belong together.
    Link(Pair<usize>),
    /// Wait for the sentence of the other side that belongs to this one.
    BeginLink(Side, usize),
    /// A sentence has no counterpart, or may have one after all.
    SetAlone(Side, usize, bool),
    /// Put a removed passage back (by where it begins in the raw text), or take it out again.
    SetRestored(Side, usize, bool),
    /// Put every removed passage of a side back.
    RestoreAll(Side),
    /// Lay both articles out so.
    SetMode(Mode),
    /// Light, dark, or as the system.
    SetTheme(ThemeChoice),
    /// A notice was read.
    Dismiss(usize),
    /// Put this on the clipboard.
    Copy(String),
}

/// Which run of background work a result belongs to; results of older runs are dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Generation(pub u64);

impl Generation {
    /// The generation after this one.
    pub fn next(self) -> Self {
        Self(self.0.wrapping_add(1))
    }
}

/// What a file dialog was opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// One side.
    One(Side),
    /// Both at once.
    Both,
}

/// What a file dialog gave back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// These files.
    Files(Vec<PathBuf>),
    /// The reader changed their mind.
    Nothing,
    /// It came back faster than anyone can click, so there was probably no dialog at all.
    NoDialog,
}

/// What [`State::apply`](super::state::State::apply) may not do itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read a source in the background.
    Load(Side, Generation, Source),
    /// Compare in the background.
    Compare(Generation, Box<Task>),
    /// Open a file dialog.
    AskForFiles(Target),
    /// Put text on the clipboard.
    Copy(String),
    /// Bring what is chosen into view.
    Reveal,
    /// The rows are others now: for each that was shown the place where it stands. What was in view stays there.
    Follow(Vec<usize>),
    /// The theme or the size changed.
    Restyle,
    /// The drafts of the welcome page are used up.
    ForgetDrafts,
    /// Let the keyboard write into the field for finding.
    FocusFind,
    /// Close the window.
    Quit,
}
