//! The open comparison as a project: which file it belongs to, what of it is not saved yet, and what is asked about that.

mod bond;
mod leave;
#[cfg(test)]
mod leave_tests;
mod news;
mod save;
#[cfg(test)]
mod tests;

pub use bond::{Bond, Trouble};
pub use leave::{Arrival, Leaving, Then};
pub use save::Naming;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::comparison::{Edits, Options, Remark, Review};
use crate::gui::command::{Effect, Generation};
use crate::gui::projects::{Aside, Leftover, Order, ProjectCommand, Purpose};
use crate::gui::work::Work;
use crate::load::{RawArticle, Source};
use crate::project::{is_project, whole_path};
use crate::text::Pair;

use super::{Open, Page, State, Topic, Writing};

/// What is under way with projects, besides the open one.
#[derive(Debug, Default)]
pub struct Projects {
    /// What was asked for would lose unsaved work.
    pub leaving: Option<Leaving>,
    /// The reader is asked for the name of a file, as no dialog can be had.
    pub naming: Option<Naming>,
    /// What a file is being named for.
    pub purpose: Purpose,
    /// The project that is being read.
    pub fetching: Option<Fetching>,
    /// Work that was left unsaved by windows that did not end as they should.
    pub leftovers: Vec<Leftover>,
    /// The file of the comparison that is being made.
    pub(super) arriving: Option<Bond>,
    /// The window may close, whatever is unsaved.
    closing: bool,
    /// Whether something is unsaved.
    unsaved: bool,
    /// What the reader had in hand after the last command.
    seen: Option<Seen>,
    /// Counts up whenever that changes.
    changes: u64,
}

/// A project that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetching {
    ticket: Generation,
    /// Which.
    pub file: PathBuf,
}

/// As much of the work as tells whether it changed.
#[derive(Debug)]
struct Seen {
    articles: Pair<Arc<RawArticle>>,
    options: Options,
    edits: Edits,
    writing: Option<Writing>,
}

impl Seen {
    fn is_still(&self, open: &Open, writing: Option<&Writing>) -> bool {
        let Self { articles, options, edits, writing: before } = self;
        Arc::ptr_eq(&articles.left, &open.articles.left)
            && Arc::ptr_eq(&articles.right, &open.articles.right)
            && *options == open.options
            && *edits == open.edits
            && before.as_ref() == writing
    }

    fn of(open: &Open, writing: Option<&Writing>) -> Self {
        Self {
            articles: open.articles.clone(),
            options: open.options.clone(),
            edits: open.edits.clone(),
            writing: writing.cloned(),
        }
    }
}

impl State {
    /// Does one thing with projects.
    pub(super) fn do_with_projects(&mut self, command: ProjectCommand) -> Vec<Effect> {
        match command {
            ProjectCommand::Open(file) => self.open_project(&file),
            ProjectCommand::SaveTo(file, replace) => self.save_to(&file, replace),
            ProjectCommand::StopNaming => self.stop_naming(),
            ProjectCommand::Placed(picked) => self.placed(picked),
            ProjectCommand::SaveAnyway => self.save_anyway(),
            ProjectCommand::TryAgain => self.try_again(),
            ProjectCommand::OpenFromDisk => self.open_from_disk(),
            ProjectCommand::LeaveBe => self.leave_be(),
            ProjectCommand::CloseWindow => self.leave(Then::Quit),
            ProjectCommand::Answer(answer) => self.answer(answer),
            ProjectCommand::LookForChanges => self.look_for_changes(),
            ProjectCommand::Recover(path) => self.recover(path),
            ProjectCommand::ThrowAway(path) => self.throw_away(path),
            ProjectCommand::PutOff => {
                self.projects.leftovers.clear();
                Vec::new()
            }
            ProjectCommand::Fetched(ticket, result) => self.fetched(ticket, *result),
            ProjectCommand::Written(ticket, result) => self.written(ticket, result),
            ProjectCommand::Exported(result) => self.exported(result),
            ProjectCommand::Stands(file, stamp) => self.stands(&file, stamp),
            ProjectCommand::Found(leftovers) => {
                self.projects.leftovers = leftovers;
                Vec::new()
            }
            ProjectCommand::NotKept(why) => self.not_kept(&why),
            ProjectCommand::ReadAt(time) => {
                self.bond.read_at(&time);
                Vec::new()
            }
            ProjectCommand::Broke => self.keeper_broke(),
        }
    }

    /// Whether the reader has done something that is in no file.
    pub fn is_unsaved(&self) -> bool {
        self.projects.unsaved
    }

    /// The number of the last change to unsaved work; `None` where all is saved, or thrown away on purpose.
    pub fn unsaved_change(&self) -> Option<u64> {
        (self.projects.unsaved && !self.projects.closing).then_some(self.projects.changes)
    }

    /// Whether the window may close without a question.
    pub fn may_close(&self) -> bool {
        self.projects.closing || !self.projects.unsaved
    }

    /// Whether a question lies over the window that has to be answered first.
    pub fn is_asked(&self) -> bool {
        self.projects.leaving.is_some() || self.projects.naming.is_some()
    }

    /// What the reader has in hand, with what is being written; `None` where nothing is open.
    pub fn work(&self) -> Option<Work> {
        let open = self.open.as_ref()?;
        Some(Work {
            articles: open.articles.clone(),
            options: open.options.clone(),
            edits: self.edits_as_written(open).into_owned(),
            rest: self.bond.rest.clone(),
        })
    }

    /// The corrections as they would be if the reader kept what is being written.
    fn edits_as_written<'a>(&self, open: &'a Open) -> Cow<'a, Edits> {
        let Some(Writing { topic, draft }) = &self.writing else { return Cow::Borrowed(&open.edits) };
        let mut edits = open.edits.clone();
        match topic {
            Topic::Note(on) => edits.remarks.set_note(on.clone(), Remark::clone(draft)),
            Topic::Dismissal(finding) if !draft.text.trim().is_empty() => {
                let review = Review::Dismissed(draft.text.trim().to_owned());
                edits.remarks.set_review(finding.clone(), Some(review));
            }
            Topic::Dismissal(_) => {}
        }
        Cow::Owned(edits)
    }

    /// What the open comparison is called: its file, or its sources.
    pub fn work_name(&self) -> Option<String> {
        let open = self.open.as_ref()?;
        let of_sources = || format!("{} / {}", open.names.left, open.names.right);
        Some(self.bond.file.as_deref().map_or_else(of_sources, name_of))
    }

    /// The files that this window has in hand.
    pub fn files_in_hand(&self) -> BTreeSet<PathBuf> {
        let projects = &self.projects;
        let arrival = projects.leaving.as_ref().and_then(|leaving| leaving.then.bond());
        let bonds = [Some(&self.bond), projects.arriving.as_ref(), arrival].into_iter().flatten();
        let fetching = projects.fetching.as_ref().map(|fetching| &fetching.file);
        bonds.flat_map(Bond::files).chain(fetching).cloned().collect()
    }

    /// Whether a comparison is open that is in no file yet, changed or not.
    pub fn is_without_file(&self) -> bool {
        self.open.is_some() && self.bond.file.is_none()
    }

    /// Ties the comparison that was just opened to its file.
    pub(super) fn bind(&mut self, mut bond: Bond) -> Vec<Effect> {
        for lost in std::mem::take(&mut bond.lost) {
            self.warn(lost);
        }
        let is_new = bond.is_untouched();
        let leftover = bond.leftover.take();
        self.bond = bond;
        match (leftover, self.work()) {
            (Some(leftover), Some(work)) => {
                self.projects.leftovers.retain(|known| known.path != leftover);
                let aside = Aside { work, file: self.bond.file.clone() };
                vec![Effect::Order(Order::TakeOver(Box::new(aside), leftover))]
            }
            _ if is_new => vec![Effect::Order(Order::Time)],
            _ => Vec::new(),
        }
    }

    /// Finds out after every command what it changed.
    pub(super) fn mind_work(&mut self) {
        let writing = self.writing.as_ref();
        let is_still = match (&self.open, &self.projects.seen) {
            (Some(open), Some(seen)) => seen.is_still(open, writing),
            (None, None) => true,
            _ => false,
        };
        self.projects.unsaved =
            self.open.as_ref().is_some_and(|open| self.bond.is_unsaved(open, &self.edits_as_written(open)));
        if !is_still {
            self.projects.changes += 1;
            self.projects.seen = self.open.as_ref().map(|open| Seen::of(open, writing));
        }
    }

    /// The project among sources, which is opened instead of them.
    pub(super) fn project_among(&mut self, sources: &[Source]) -> Option<PathBuf> {
        let file = sources.iter().find_map(|source| match source {
            Source::File(path) if is_project(path) => Some(path.clone()),
            _ => None,
        })?;
        if sources.len() > 1 {
            self.warn(format!("{} is a project, so it was opened alone.", shown(&file)));
        }
        Some(file)
    }

    /// Opens a project; one that is open already is only gone back to.
    pub(super) fn open_project(&mut self, file: &Path) -> Vec<Effect> {
        let file = whole_path(file);
        if self.open.is_some() && self.bond.file.as_ref() == Some(&file) {
            return self.go(Page::Comparison);
        }
        self.fetch(file)
    }

    fn fetch(&mut self, file: PathBuf) -> Vec<Effect> {
        let ticket = self.next_generation();
        self.placing = None;
        self.projects.fetching = Some(Fetching { ticket, file: file.clone() });
        vec![Effect::Order(Order::Fetch(ticket, file))]
    }

    pub(super) fn open_from_disk(&mut self) -> Vec<Effect> {
        self.bond.file.clone().map(|file| self.fetch(file)).unwrap_or_default()
    }

    pub(super) fn recover(&mut self, path: PathBuf) -> Vec<Effect> {
        let ticket = self.next_generation();
        self.projects.fetching = Some(Fetching { ticket, file: path.clone() });
        vec![Effect::Order(Order::FetchLeftover(ticket, path))]
    }

    pub(super) fn throw_away(&mut self, path: PathBuf) -> Vec<Effect> {
        self.projects.leftovers.retain(|leftover| leftover.path != path);
        vec![Effect::Order(Order::ThrowAway(path))]
    }

    pub(super) fn look_for_changes(&mut self) -> Vec<Effect> {
        let file = self.bond.file.clone().filter(|_| self.bond.saving.is_none() && self.bond.guard.is_none());
        file.map(|file| vec![Effect::Order(Order::Look(file))]).unwrap_or_default()
    }
}

/// A file by its name, as a title has it.
pub fn name_of(file: &Path) -> String {
    file.file_stem().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

/// A file by its name in quotation marks, as a sentence has it.
fn shown(file: &Path) -> String {
    format!("“{}”", file.file_name().unwrap_or(file.as_os_str()).to_string_lossy())
}
