//! How the state is shown: scroll offsets, measured heights, drafts, what is folded out. May be lost without harm.

use crate::text::Pair;

use super::gesture::Gesture;
use super::rows::Heights;
use super::view::Drawn;

/// How everything is shown. Views may change it directly; it can't be undone.
#[derive(Debug, Default)]
pub struct Look {
    /// The rows of the comparison.
    pub rows: List,
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
    /// The texts of the articles as they were drawn last.
    pub texts: Vec<Drawn>,
    /// What the pointer and the keys are doing to the selection.
    pub gesture: Gesture,
    /// When the chosen row was pointed at, in seconds, until all of it is in view.
    pub pointed: Option<f64>,
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
    /// How many rows were laid out in the last frame; what is out of view must not be.
    pub laid_out: usize,
}
