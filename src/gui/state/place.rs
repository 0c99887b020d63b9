//! Sources that came without a side: dropped, pasted, or chosen where two could have been.

use crate::gui::command::Effect;
use crate::load::Source;
use crate::text::{Note, Pair, Side};

use super::{Page, State};

/// What the reader is asked while a small window is open: which side, or which address and which side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placing {
    /// An address that is still to be typed.
    Address,
    /// A source that is there and has no side yet.
    Source(Source),
}

impl State {
    /// Takes what was dropped, pasted or chosen: two fill both sides; one goes to the side it was given to. Without one it
    /// goes to the first free side, and where both are taken by an open comparison the reader is asked.
    pub(super) fn take(&mut self, sources: Vec<Source>, side: Option<Side>) -> Vec<Effect> {
        if let Some(project) = self.project_among(&sources) {
            return self.open_project(&project);
        }
        let count = sources.len();
        let mut sources = sources.into_iter();
        match (sources.next(), sources.next()) {
            (Some(left), Some(right)) => {
                if count > 2 {
                    self.notify(Note::info(format!("{count} files were given; the first two are opened.")));
                }
                self.read_both(Pair::new(left, right))
            }
            (Some(source), None) => self.take_one(source, side),
            _ => Vec::new(),
        }
    }

    fn take_one(&mut self, source: Source, side: Option<Side>) -> Vec<Effect> {
        match (side, self.page, source) {
            (Some(side), _, source) => self.read(side, source),
            (None, Page::Comparison, source) => {
                self.placing = Some(Placing::Source(source));
                Vec::new()
            }
            // Pasting an address does not ask for the page yet; Enter does.
            (None, Page::Welcome, Source::Address(address)) => vec![Effect::FillPath(self.first_free(), address)],
            (None, Page::Welcome, source) => self.read(self.first_free(), source),
        }
    }

    pub(super) fn ask_for_address(&mut self) -> Vec<Effect> {
        self.placing = Some(Placing::Address);
        vec![Effect::FocusAddress]
    }
}
