//! What would lose unsaved work waits until the reader has said what is to become of it.

use crate::comparison::Comparison;
use crate::gui::command::Effect;
use crate::gui::history::History;
use crate::gui::jobs::Task;
use crate::gui::projects::Answer;
use crate::text::Pair;

use super::bond::{Bond, Trouble};
use super::{Page, State};

/// What waits for the reader's answer.
#[derive(Debug)]
pub struct Leaving {
    /// What was asked for.
    pub then: Then,
    /// The reader wants the work saved first, and it is on its way.
    pub saving: bool,
}

/// What was asked for that would lose unsaved work.
#[derive(Debug)]
pub enum Then {
    /// The window closes.
    Quit,
    /// The comparison closes.
    Close,
    /// Another comparison takes its place.
    Adopt(Box<Arrival>),
}

/// A comparison that was just made and is to be shown.
#[derive(Debug)]
pub struct Arrival {
    /// What it was made from.
    pub task: Task,
    /// What came of it.
    pub comparison: Comparison,
    /// The file it belongs to.
    pub bond: Bond,
    /// Steps that can be taken back.
    pub history: History,
}

impl Then {
    /// The file of what is to come.
    pub(super) fn bond(&self) -> Option<&Bond> {
        match self {
            Self::Adopt(arrival) => Some(&arrival.bond),
            Self::Quit | Self::Close => None,
        }
    }
}

impl State {
    /// Shows a comparison of other articles, or the same ones exchanged, which loses nothing.
    pub(in crate::gui::state) fn arrive(
        &mut self,
        task: Task,
        comparison: Comparison,
        swapped: Option<History>,
    ) -> Vec<Effect> {
        let bond = match (self.projects.arriving.take(), &swapped) {
            (Some(bond), _) => bond,
            (None, Some(_)) => self.bond.clone().swap(),
            (None, None) => self.bond.of_new(self.open.as_ref(), &task.articles),
        };
        let is_swapped = swapped.is_some();
        let arrival = Arrival { task, comparison, bond, history: swapped.unwrap_or_default() };
        if is_swapped { self.adopt_new(arrival) } else { self.leave(Then::Adopt(Box::new(arrival))) }
    }

    /// Does something that loses unsaved work: at once where there is none, else the reader is asked.
    pub(in crate::gui::state) fn leave(&mut self, then: Then) -> Vec<Effect> {
        if !self.is_unsaved() {
            return self.depart(then);
        }
        // What is being saved just now is saved in a moment.
        let saving = self.bond.saving.as_ref().is_some_and(|saving| Some(&saving.work) == self.work().as_ref());
        self.sheet = None;
        self.projects.leaving = Some(Leaving { then, saving });
        Vec::new()
    }

    pub(super) fn answer(&mut self, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::Cancel => {
                self.stay();
                Vec::new()
            }
            Answer::Discard => self.projects.leaving.take().map(|it| self.depart(it.then)).unwrap_or_default(),
            Answer::Save => {
                let Some(leaving) = self.projects.leaving.as_mut().filter(|leaving| !leaving.saving) else {
                    return Vec::new();
                };
                leaving.saving = true;
                let is_other_on_disk = self.bond.trouble == Some(Trouble::Changed);
                if is_other_on_disk { self.save_as() } else { self.save() }
            }
        }
    }

    /// What was asked for does not happen.
    pub(super) fn stay(&mut self) {
        let Some(Leaving { then: Then::Adopt(_), .. }) = self.projects.leaving.take() else { return };
        self.keep_matching();
        if self.page == Page::Comparison {
            self.slots = Pair::default();
        }
    }

    /// Everything was saved: what waited for that happens. What was changed meanwhile is saved as well.
    pub(super) fn go_on_leaving(&mut self) -> Vec<Effect> {
        match self.projects.leaving.take_if(|leaving| leaving.saving) {
            Some(leaving) if self.is_unsaved() => {
                self.projects.leaving = Some(leaving);
                self.save()
            }
            Some(leaving) => self.depart(leaving.then),
            None => Vec::new(),
        }
    }

    fn depart(&mut self, then: Then) -> Vec<Effect> {
        match then {
            Then::Quit => {
                self.projects.closing = true;
                vec![Effect::Quit]
            }
            Then::Close => self.close_comparison(),
            Then::Adopt(arrival) => self.adopt_new(*arrival),
        }
    }

    fn close_comparison(&mut self) -> Vec<Effect> {
        self.stop();
        self.open = None;
        self.bond = Bond::default();
        self.find = None;
        self.let_go_of_places();
        self.refresh();
        self.go(Page::Welcome)
    }
}
