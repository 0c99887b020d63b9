//! How the state is shown: scroll offsets, measured heights, drafts, what is folded out. May be lost without harm.

use std::path::PathBuf;
use std::sync::Weak;

use egui::{Id, Vec2};

use crate::load::{CardField, RawArticle};
use crate::text::{Pair, Side};

use super::gesture::Gesture;
use super::rows::{Anchor, Heights};
use super::view::Drawn;

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
    /// The field for the path of this side is to have the keyboard.
    pub focus_path: Option<Side>,
    /// The field for notes is to have the keyboard.
    pub focus_writing: bool,
    /// Only notes with this tag are listed.
    pub tag: Option<String>,
    /// A tag that is being named.
    pub new_tag: String,
    /// The address being typed in the small window for it.
    pub address: String,
    /// That field is to have the keyboard.
    pub focus_address: bool,
    /// The path being typed for the place to save to.
    pub place: String,
    /// That field is to have the keyboard.
    pub focus_place: bool,
    /// When the question about unsaved work came up, or a key was pressed after that, in seconds.
    pub asked_at: Option<f64>,
    /// The unsaved work that is to be thrown away, once the reader has said so again.
    pub doomed: Option<PathBuf>,
    /// The field of a card that the reader is writing.
    pub card_draft: Option<(Side, CardField, String)>,
    /// What is chosen is to be brought into view.
    pub reveal: bool,
    /// It is not known yet whether every letter of the articles can be shown.
    pub unchecked: bool,
    /// The row at this place is to be brought into view; side by side, what was first left out of the side.
    pub show: Option<(usize, Side)>,
    /// The texts of the articles as they were drawn last.
    pub texts: Vec<Drawn>,
    /// What the pointer and the keys are doing to the selection.
    pub gesture: Gesture,
    /// When the chosen row was pointed at, in seconds, until all of it is in view.
    pub pointed: Option<f64>,
    /// The field for finding words is to have the keyboard.
    pub focus_find: bool,
    /// The page that lies over the window.
    pub sheet: Over,
    /// Turning of the wheel with Ctrl that is not yet a step of the size.
    pub zooming: f32,
    /// What lies under a page over the window.
    pub under_sheet: UnderSheet,
    /// Files over the window.
    pub files: Files,
    /// The reader goes from control to control by keys.
    pub by_keys: bool,
}

/// Files that are held over the window, or were let go there.
#[derive(Debug, Default)]
pub struct Files {
    /// They were held over the window in the last frame.
    pub held: bool,
    /// The pointer has moved since, so its place is that of the files.
    pub placed: bool,
    /// They were dropped where the system has not said yet, and since when, in seconds.
    pub dropped: Option<(Vec<PathBuf>, f64)>,
}

/// The id of the field for pasting of a side, so that a paste into it is known before it is drawn.
pub fn draft_id(side: Side) -> Id {
    Id::unique(("draft", side))
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

/// How the page that lies over the window is shown; new each time one is opened.
#[derive(Debug, Default)]
pub struct Over {
    /// The page was drawn before.
    pub begun: bool,
    /// What is being typed to find a command.
    pub words: String,
    /// The place of the command that Enter does.
    pub at: usize,
}

/// What has to be as it was when the page over the window is closed.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnderSheet {
    /// What had the keyboard.
    pub had_keyboard: Option<Id>,
    /// It was asked once to have it again.
    pub is_given_back: bool,
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
    pub focused: Option<Id>,
    /// What was in view of each article in the last frame.
    pub seen: Pair<Seen>,
    /// The sentence that the reader is at, where it was in view in the last frame.
    pub at: Option<At>,
}

/// A sentence in view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At {
    /// Its side and its number.
    pub sentence: (Side, usize),
    /// How far below the top of the pane it began.
    pub height: f32,
    /// How large the pane was.
    pub pane: Vec2,
}

/// What was in view of an article, so that it stays there when paragraphs come and go.
#[derive(Debug, Default)]
pub struct Seen {
    /// The article.
    pub article: Weak<RawArticle>,
    /// Its order from top to bottom, in one number.
    pub print: u64,
    /// Where things began in the raw text, and how far below the top of the view.
    pub tops: Vec<(usize, f32)>,
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
