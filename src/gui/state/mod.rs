//! What is true: sources, the open comparison, what is chosen. Changes only in [`State::apply`]; knows nothing of
//! how it is shown.

mod about;
mod act;
mod beside;
mod chosen;
mod copy;
mod correct;
mod done;
mod export;
mod find;
mod look_over;
mod mend;
mod open;
mod place;
mod project;
mod reading;
mod reload;
mod remark;
mod select;
mod sheet;
mod sources;
mod unplaced;

pub use beside::Beside;
pub use chosen::{Chosen, ChosenLink};
pub use find::{Find, Hit};
pub use look_over::LookingOver;
pub use open::Open;
pub use place::Placing;
pub use project::{Arrival, Bond, Leaving, Naming, Projects, Then, Trouble, name_of};
pub use reload::Reload;
pub use remark::{Placed, Topic, Writing};
pub use sheet::Sheet;
pub use sources::{Aim, Reading, Slot};

use std::collections::BTreeSet;

use reload::Following;

use crate::load::Source;
use crate::text::{Note, Pair, Side};

use super::action::Action;
use super::command::{Command, Effect, Generation, Picked, Target};
use super::export::Export;
use super::filter::Filter;
use super::find::Wanted;
use super::jobs::Task;
use super::listing::Listing;
use super::model::RowFilter;
use super::selection::Selection;
use super::settings::Settings;

/// Everything the window shows, and nothing about how.
#[derive(Debug, Default)]
pub struct State {
    /// Which page.
    pub page: Page,
    /// The sources being gathered on the welcome page, or replaced from the comparison.
    pub slots: Pair<Slot>,
    /// The comparison that is open.
    pub open: Option<Open>,
    /// The run of background comparison that is awaited.
    pub comparing: Option<Generation>,
    /// Which findings are listed.
    pub filter: Filter,
    /// Which rows are shown.
    pub row_filter: RowFilter,
    /// The findings listed, by id.
    pub ledger: Vec<usize>,
    /// What follows from the ledger.
    pub listing: Listing,
    /// The rows shown, as places in the open comparison's rows.
    pub shown: Vec<usize>,
    /// The row and the finding that are chosen.
    pub chosen: Chosen,
    /// The words and the caret selected in one of the articles.
    pub selection: Option<Selection>,
    /// The words that are looked for, and where they stand, while the field is open.
    pub find: Option<Find>,
    /// The sentence that the reader is at, side by side; see [`State::at`].
    at: Option<(Side, usize)>,
    /// The sentence that waits for its counterpart.
    pub linking: Option<(Side, usize)>,
    /// Doubtful links are being looked over.
    pub looking_over: Option<LookingOver>,
    /// The note that is being written, or the reason for a dismissal.
    pub writing: Option<Writing>,
    /// What the reader has to know, until dismissed.
    pub notices: Vec<Notice>,
    /// A file dialog is open.
    pub asking: bool,
    /// The page that lies over the window.
    pub sheet: Option<Sheet>,
    /// The commands chosen last from the list of all, the latest first.
    pub used: Vec<Action>,
    /// What is asked about a source that has no side yet.
    pub placing: Option<Placing>,
    /// A source that was read again and says something else now, until the reader takes it over or not.
    pub reload: Option<Reload>,
    /// What stands beside the text.
    pub beside: Beside,
    /// The file of the open comparison.
    pub bond: Bond,
    /// What is under way with projects.
    pub projects: Projects,
    /// What is wanted in a report.
    pub export: Export,
    /// What is remembered.
    pub settings: Settings,
    /// What was done last that shows nowhere else.
    done: Option<String>,
    /// What was looked for when the field was closed.
    found_last: Wanted,
    awaited: Option<Task>,
    following: Option<Following>,
    /// The sentences to be chosen once the comparison that is awaited is there, by where they begin in the raw text.
    aim: Vec<(Side, usize)>,
    generation: Generation,
    notices_given: usize,
}

/// Which page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Where sources are chosen.
    #[default]
    Welcome,
    /// Where they are compared.
    Comparison,
}

/// One sentence to the reader, until dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which notice.
    pub id: usize,
    /// What it says, and how much it matters.
    pub note: Note,
    /// What is offered to do about it.
    pub offer: Option<Offer>,
}

/// What a notice offers to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Read this source again.
    Reload(Source),
    /// Write a report.
    Export,
}

impl State {
    /// The state at the start.
    pub fn new(settings: Settings) -> Self {
        Self { settings: settings.checked(), ..Self::default() }
    }

    /// Whether background work is awaited.
    pub fn is_busy(&self) -> bool {
        self.comparing.is_some()
            || self.projects.fetching.is_some()
            || Side::BOTH.iter().any(|&side| self.slots[side].reading.is_some())
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        let mark = if self.is_unsaved() { "• " } else { "" };
        match self.work_name().filter(|_| self.page == Page::Comparison) {
            Some(name) => format!("{mark}{name} — Paragone"),
            None => format!("{mark}Paragone"),
        }
    }

    /// Does one thing; what it may not do itself it gives back.
    pub fn apply(&mut self, command: Command) -> Vec<Effect> {
        let done = self.done_by(&command);
        let effects = self.obey(command);
        self.keep_done(done, &effects);
        self.mind_work();
        effects
    }

    #[expect(clippy::too_many_lines, reason = "one arm a command, each no more than a call")]
    fn obey(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Do(action) => self.act(action),
            Command::Open(side, source) => self.read(side, source),
            Command::OpenPair(sources) => self.read_both(sources),
            Command::Take(sources, side) => self.take(sources, side),
            Command::LeavePlacing => {
                self.placing = None;
                Vec::new()
            }
            Command::StopReading(side) => self.stop_reading(side),
            Command::Reached(generation, progress) => self.reached(generation, progress),
            Command::SetCardField(side, field, typed) => self.set_card_field(side, field, typed),
            Command::Warn(message) => {
                self.warn(message);
                Vec::new()
            }
            Command::Clear(side) => self.clear(side),
            Command::Compare(drafts) => self.compare_drafts(drafts),
            Command::Loaded(side, generation, result) => self.loaded(side, generation, result),
            Command::Compared(generation, comparison) => self.compared(generation, *comparison),
            Command::Adopt(task, comparison) => {
                self.stop();
                self.arrive(*task, *comparison, None)
            }
            Command::Broke(generation) => self.broke(generation),
            Command::Picked(target, picked) => self.picked(target, picked),
            Command::ChooseRow(key) => self.choose_row(key),
            Command::PointAt(key) => {
                self.choose_row(key);
                Vec::new()
            }
            Command::ChooseSentence(side, sentence) => self.choose_sentence(side, sentence),
            Command::ChooseFinding(id) => self.choose_finding(id),
            Command::GoTo(side, place) => self.go_to(side, place),
            Command::ToggleKind(kind) => self.filter_by(|filter| toggle(&mut filter.kinds, kind)),
            Command::ToggleRelation(relation) => self.filter_by(|filter| toggle(&mut filter.relations, relation)),
            Command::ClearFilter => self.filter_by(|filter| {
                *filter = Filter { agreements: filter.agreements, by_place: filter.by_place, ..Filter::default() };
            }),
            Command::ToggleStanding(standing) => self.filter_by(|filter| toggle(&mut filter.standings, standing)),
            Command::FilterWords(words) => self.filter_by(|filter| filter.words = words),
            Command::Review(id, review) => self.set_review(id, review),
            Command::BeginWriting(topic) => self.begin_writing(topic),
            Command::Draft(draft) => self.draft(draft),
            Command::FinishWriting => self.finish_writing(),
            Command::StopWriting => {
                self.writing = None;
                Vec::new()
            }
            Command::SetNote(on, note) => self.set_note(on, note),
            Command::PutNote(on) => self.put_note(&on),
            Command::PutReview(name) => self.put_review(name),
            Command::ForgetReview(name) => self.remark("delete a review", |remarks| remarks.set_review(name, None)),
            Command::SetTags(tags) => self.set_tags(tags),
            Command::ToggleAgreements => self.filter_by(|filter| filter.agreements = !filter.agreements),
            Command::ToggleListOrder => self.filter_by(|filter| filter.by_place = !filter.by_place),
            Command::Find(words) => self.look_for(words),
            Command::ToggleMatchCase => self.look(|wanted| wanted.match_case = !wanted.match_case),
            Command::ToggleWholeWords => self.look(|wanted| wanted.whole_words = !wanted.whole_words),
            Command::Select(selection) => self.select(selection),
            Command::EndSelecting => self.end_selecting(),
            Command::MoveCaret(motion) => self.move_caret(motion),
            Command::PutSelection(selection) => self.put_caret(selection),
            Command::ShowRows(rows) => self.show_rows(rows),
            Command::Confirm(sentences) => self.confirm(&[sentences]),
            Command::Reject(sentences) => self.reject(&[sentences]),
            Command::Link(sentences) => self.link(sentences),
            Command::MoveLink { from, to } => self.move_link(from, to),
            Command::BeginLink(side, sentence) => self.begin_link(side, sentence),
            Command::SetAlone(side, sentence, alone) => self.set_alone(side, sentence, alone),
            Command::Run(action) => self.run(action),
            Command::SetLineLength(letters) => self.restyle(|settings| settings.line_length = letters),
            Command::ResetSettings => self.reset_settings(),
            Command::SetKept(side, origins, kept) => self.set_kept(side, &origins, kept),
            Command::TakeOut(side, sentence) => self.take_out(side, sentence),
            Command::Unfold(side, origins, shown) => self.unfold(side, &origins, shown),
            Command::ShowLeftOut(side) => self.show_left_out(&[side]),
            Command::Split(side, byte) => self.split(side, byte),
            Command::Merge(side, sentence) => self.merge(side, sentence),
            Command::Unmend(side, byte) => self.unmend(side, byte),
            Command::SetMode(mode) => self.lay_out(mode),
            Command::Dismiss(id) => {
                self.notices.retain(|notice| notice.id != id);
                Vec::new()
            }
            Command::Copy(text) => vec![Effect::Copy(text)],
            Command::FileChanged(source) => self.file_changed(source),
            Command::TakeOver => self.take_over(),
            Command::KeepOld => {
                self.reload = None;
                Vec::new()
            }
            Command::SetExport(export) => self.set_export(export),
            Command::ChooseReportFile => self.choose_report_file(),
            Command::Project(command) => self.do_with_projects(command),
        }
    }

    fn go(&mut self, page: Page) -> Vec<Effect> {
        self.page = page;
        self.slots = Pair::default();
        self.linking = None;
        self.placing = None;
        self.reload = None;
        Vec::new()
    }

    fn ask(&mut self, target: Target) -> Vec<Effect> {
        if std::mem::replace(&mut self.asking, true) { Vec::new() } else { vec![Effect::AskForFiles(target)] }
    }

    fn picked(&mut self, target: Target, picked: Picked) -> Vec<Effect> {
        self.asking = false;
        let files = match picked {
            Picked::Files(files) => files,
            Picked::Nothing => return Vec::new(),
            Picked::NoDialog => {
                self.warn(NO_DIALOG);
                return Vec::new();
            }
        };
        let side = match target {
            Target::One(side) => Some(side),
            Target::Both => None,
        };
        self.take(files.into_iter().map(Source::File).collect(), side)
    }

    fn restyle(&mut self, change: impl FnOnce(&mut Settings)) -> Vec<Effect> {
        change(&mut self.settings);
        self.settings = std::mem::take(&mut self.settings).checked();
        vec![Effect::Restyle]
    }

    /// Every setting as it was made; what follows from them follows.
    fn reset_settings(&mut self) -> Vec<Effect> {
        let mut effects = self.match_as(Settings::default().matching);
        if self.settings.lead != Settings::default().lead {
            effects.extend(self.other_order());
        }
        effects.extend(self.restyle(Settings::reset));
        effects
    }

    fn filter_by(&mut self, change: impl FnOnce(&mut Filter)) -> Vec<Effect> {
        change(&mut self.filter);
        self.refresh();
        Vec::new()
    }

    fn show_rows(&mut self, rows: RowFilter) -> Vec<Effect> {
        self.row_filter = rows;
        self.refresh();
        vec![Effect::Reveal]
    }

    /// Adds a warning for the reader.
    pub fn warn(&mut self, message: impl Into<String>) {
        self.notify(Note::warning(message));
    }

    fn notify(&mut self, note: Note) {
        self.notify_with(note, None);
    }

    fn notify_with(&mut self, note: Note, offer: Option<Offer>) {
        if self.notices.iter().any(|notice| notice.note == note) {
            return;
        }
        self.notices_given += 1;
        self.notices.push(Notice { id: self.notices_given, note, offer });
        if self.notices.len() > MOST_NOTICES {
            self.notices.remove(0);
        }
    }

    fn next_generation(&mut self) -> Generation {
        self.generation = self.generation.next();
        self.generation
    }
}

/// More notices than this would push the text out of the window.
const MOST_NOTICES: usize = 4;

const NO_DIALOG: &str = "No file window could be opened, as this desktop offers none (it needs a desktop portal or \
zenity); type the file’s path, drop the files onto the window, or paste the texts.";

fn toggle<T: Ord>(set: &mut BTreeSet<T>, member: T) {
    if !set.remove(&member) {
        set.insert(member);
    }
}

#[cfg(test)]
mod export_tests;
#[cfg(test)]
mod link_tests;
#[cfg(test)]
mod reload_tests;
#[cfg(test)]
mod sheet_tests;
#[cfg(test)]
mod sources_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod unplaced_tests;
#[cfg(test)]
mod web_tests;
