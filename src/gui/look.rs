//! How the state is shown: scroll offsets, measured heights, drafts, what is folded out. May be lost without harm.

use crate::text::{Pair, Side};

use super::rows::{Anchor, Heights};

/// How everything is shown. Views may change it directly; it can't be undone.
#[derive(Debug, Default)]
pub struct Look {
    /// The rows of the comparison.
    pub rows: List,
    /// Both articles side by side.
    pub articles: Articles,
    /// The findings.
    pub findings: List,
    /// What is being pasted on the welcome page.
    pub drafts: Pair<String>,
    /// The paths being typed there.
    pub paths: Pair<String>,
    /// The passages left out are listed.
    pub removed_open: bool,
    /// What is chosen is to be brought into view.
    pub reveal: bool,
    /// The field for finding words is to have the keyboard.
    pub focus_find: bool,
    /// Turning of the wheel with Ctrl that is not yet a step of the size.
    pub zooming: f32,
    /// Where a file was last held over the window, if the system says.
    pub hovering: bool,
}

/// How a long list is shown.
#[derive(Debug, Default)]
pub struct List {
    /// Where its rows stand.
    pub heights: Heights,
    /// What the heights depend on; they are worth nothing when it changes.
    pub key: u64,
    /// How far it is scrolled.
    pub offset: f32,
    /// How high its view was in the last frame.
    pub view: f32,
    /// The row with more to show than the others.
    pub unfolded: Option<usize>,
    /// How far the view is to move.
    pub nudge: f32,
    /// Where the rows of the last frame stand now, if they changed their places.
    pub moved: Option<Vec<usize>>,
    /// Where the view is to stand, whatever was looked at before.
    pub put: Option<Anchor>,
    /// How far the reader moved the view in the last frame.
    pub scrolled: f32,
    /// The view was moved by keys or by what stands for a scroll bar.
    pub paged: bool,
    /// No scroll bar is shown, as something else does its work.
    pub bare: bool,
    /// How many rows were laid out in the last frame; what is out of view must not be.
    pub laid_out: usize,
}

/// How both articles are shown side by side.
#[derive(Debug, Default)]
pub struct Articles {
    /// The paragraphs of each side.
    pub columns: Pair<List>,
    /// The side that the reader moved last; the other one follows it.
    pub leader: Option<Side>,
    /// The follower is not yet where it belongs; it is moved in at most so many frames more.
    pub catching_up: u8,
    /// What the pointer was over in the last frame.
    pub hovered: Hovered,
    /// The sentence that was given the keyboard last.
    pub focused: Option<egui::Id>,
}

/// What the pointer is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hovered {
    /// Nothing that has a counterpart.
    #[default]
    Nothing,
    /// A sentence.
    Sentence(Side, usize),
    /// A link, by its id.
    Link(usize),
}
