//! Everything that can happen to the [`State`](super::state::State): what a reader asks for and what background work reports.

use std::path::PathBuf;

use crate::claims::{Kind, Place, Relation};
use crate::comparison::{Comparison, FindingName, Remark, Review, Subject};
use crate::load::{CardField, RawArticle, Source};
use crate::text::{Pair, Side};

use super::action::Action;
use super::copied::Rich;
use super::export::Export;
use super::filter::Standing;
use super::jobs::Task;
use super::model::{RowFilter, RowKey};
use super::projects::{Order, ProjectCommand, Suggestion};
use super::selection::{Motion, Selection};
use super::settings::Mode;
use super::state::Topic;

/// One thing to do. Views only ask for it; [`State::apply`](super::state::State::apply) alone does it.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// What has a name in a menu.
    Do(Action),
    /// Read a source for one side.
    Open(Side, Source),
    /// Read both sources.
    OpenPair(Pair<Source>),
    /// Take sources that were dropped, pasted or chosen, for a side if that is known.
    Take(Vec<Source>, Option<Side>),
    /// Close the small window that asks for an address or a side.
    LeavePlacing,
    /// Stop reading the source of a side.
    StopReading(Side),
    /// A reading is so far: so many pages or bytes, of so many.
    Reached(Generation, (usize, usize)),
    /// Write a field of a source's card as typed, or go back to what the source says.
    SetCardField(Side, CardField, Option<String>),
    /// Tell the reader what went wrong outside.
    Warn(String),
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
    /// A row was chosen with the pointer: it stays where it is.
    PointAt(RowKey),
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
    /// Show findings that stand so, or stop showing them alone.
    ToggleStanding(Standing),
    /// Show only findings with these words.
    FilterWords(String),
    /// What a finding was found to be; `None` takes it back.
    Review(usize, Option<Review>),
    /// Open the field for a note, or for the reason of a dismissal.
    BeginWriting(Topic),
    /// What is written there so far.
    Draft(Remark),
    /// Keep what was written there.
    FinishWriting,
    /// Throw it away.
    StopWriting,
    /// Write a note; an empty one is taken away.
    SetNote(Subject, Remark),
    /// Put a note on what is chosen, whatever it was about.
    PutNote(Subject),
    /// Say of the chosen finding what was said of one that is none any more.
    PutReview(FindingName),
    /// Throw away what was said of a finding that is none any more.
    ForgetReview(FindingName),
    /// The tags that are offered.
    SetTags(Vec<String>),
    /// Show all findings again.
    ClearFilter,
    /// Show agreements among the findings, or not.
    ToggleAgreements,
    /// List findings in the order of the rows, or the gravest first.
    ToggleListOrder,
    /// Look for words; `None` looks for none.
    Find(Option<String>),
    /// Look for the words with the same capitals and accents only, or not.
    ToggleMatchCase,
    /// Look for the words as whole words only, or not.
    ToggleWholeWords,
    /// Select words with the pointer, which is still held.
    Select(Selection),
    /// The pointer let go of what it selected.
    EndSelecting,
    /// Move the caret by a key.
    MoveCaret(Motion),
    /// Select by a key, with an end that depends on where lines are broken.
    PutSelection(Selection),
    /// Show these rows.
    ShowRows(RowFilter),
    /// A link is right.
    Confirm(Pair<usize>),
    /// A link is wrong.
    Reject(Pair<usize>),
    /// Two sentences belong together.
    Link(Pair<usize>),
    /// A link belongs elsewhere: what is linked now is parted, and two other sentences are linked.
    MoveLink {
        /// The link as it is.
        from: Pair<usize>,
        /// As it is to be.
        to: Pair<usize>,
    },
    /// Wait for the sentence of the other side that belongs to this one.
    BeginLink(Side, usize),
    /// A sentence has no counterpart, or may have one after all.
    SetAlone(Side, usize, bool),
    /// Do what was chosen from the list of all commands.
    Run(Action),
    /// Set articles in lines of at most so many letters.
    SetLineLength(usize),
    /// Every setting as it was made.
    ResetSettings,
    /// Put passages back (by where they begin in the raw text), or take them out.
    SetKept(Side, Vec<usize>, bool),
    /// Take the passage out that a sentence stands in.
    TakeOut(Side, usize),
    /// Show passages left out in their place (by where they begin in the raw text), or fold them away.
    Unfold(Side, Vec<usize>, bool),
    /// Show everything left out of a side and go to the first of it, or fold it all away.
    ShowLeftOut(Side),
    /// Cut the sentence at a byte of a document's text in two; the cut falls on the nearest beginning of a word.
    Split(Side, usize),
    /// Join a sentence with the one after it.
    Merge(Side, usize),
    /// Take a cut or a joint of the reader's back, by the byte of the raw text that names it.
    Unmend(Side, usize),
    /// Lay both articles out so.
    SetMode(Mode),
    /// A notice was read.
    Dismiss(usize),
    /// Put this on the clipboard.
    Copy(String),
    /// The file of a source was changed since it was read.
    FileChanged(Source),
    /// Take over the source that was read again.
    TakeOver,
    /// Leave it as it was.
    KeepOld,
    /// What is wanted in a report.
    SetExport(Export),
    /// Ask where the report is to go.
    ChooseReportFile,
    /// Something about projects.
    Project(ProjectCommand),
}

impl Command {
    /// Whether work in the background reports it, and not the reader asks for it.
    pub fn is_report(&self) -> bool {
        match self {
            Self::Reached(..) | Self::Warn(..) | Self::Loaded(..) | Self::Compared(..) => true,
            Self::Broke(..) | Self::FileChanged(..) => true,
            Self::Project(command) => command.is_report(),
            _ => false,
        }
    }
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
    /// Have the keeper of files do something.
    Order(Order),
    /// Open a dialog for a place to save to.
    AskWhere(Suggestion),
    /// Put a path into the field for the place to save to, and let the keyboard write there.
    FillPlace(Suggestion),
    /// Put text on the clipboard.
    Copy(String),
    /// Put text on the clipboard that other programs may take with its form.
    CopyRich(Rich),
    /// Put a picture of a row on the clipboard.
    CopyPicture(RowKey),
    /// Write a picture of a row into a file; whether a file of that name may be replaced.
    SavePicture(RowKey, PathBuf, bool),
    /// Let the keyboard write into the field for notes.
    FocusWriting,
    /// See whether every letter of the articles can be shown.
    CheckLetters,
    /// Bring what is chosen into view.
    Reveal,
    /// The rows are others now: for each that was shown the place where it stands. What was in view stays there.
    Follow(Vec<usize>),
    /// Bring the row at this place into view, with what stands after it; side by side, what was first left out of the side.
    Show(usize, Side),
    /// Let the system hand over what lies on the clipboard.
    RequestPaste,
    /// Put an address into the field of a side, where Enter opens it.
    FillPath(Side, String),
    /// Let the keyboard write into the field for an address.
    FocusAddress,
    /// The theme or the size changed.
    Restyle,
    /// The drafts of the welcome page are used up.
    ForgetDrafts,
    /// Let the keyboard write into the field for finding.
    FocusFind,
    /// A page over the window was opened; what was typed in it before is gone.
    FreshSheet,
    /// Close the window.
    Quit,
}
