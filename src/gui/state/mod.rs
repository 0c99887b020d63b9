//! What is true: sources, the open comparison, what is chosen. Changes only in [`State::apply`]; knows nothing of
//! how it is shown.

mod chosen;
mod correct;
mod open;
mod reading;
mod sources;

pub use chosen::{Chosen, ChosenLink};
pub use open::Open;
pub use sources::Slot;

use crate::align::Matching;
use crate::load::Source;
use crate::text::{Note, Pair, Side};

use super::action::Action;
use super::command::{Command, Effect, Generation, Picked, Target};
use super::history::History;
use super::jobs::Task;
use super::model::{Filter, RowFilter};
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
    /// The rows shown, as places in the open comparison's rows.
    pub shown: Vec<usize>,
    /// The row and the finding that are chosen.
    pub chosen: Chosen,
    /// The sentence that the reader is at, side by side; see [`State::at`].
    at: Option<(Side, usize)>,
    /// The words that are looked for.
    pub find: Option<String>,
    /// The sentence that waits for its counterpart.
    pub linking: Option<(Side, usize)>,
    /// What the reader has to know, until dismissed.
    pub notices: Vec<Notice>,
    /// A file dialog is open.
    pub asking: bool,
    /// The help page is open.
    pub help: bool,
    /// The article whose card is open: what it shows by itself.
    pub card: Option<Side>,
    /// What is remembered.
    pub settings: Settings,
    /// The shown rows in which the words stand, as places in `shown`.
    found: Vec<usize>,
    awaited: Option<Task>,
    swapped_history: Option<History>,
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
}

impl State {
    /// The state at the start.
    pub fn new(settings: Settings) -> Self {
        Self { settings: settings.checked(), ..Self::default() }
    }

    /// Whether background work is awaited.
    pub fn is_busy(&self) -> bool {
        self.comparing.is_some() || Side::BOTH.iter().any(|&side| self.slots[side].reading.is_some())
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        match (&self.open, self.page) {
            (Some(open), Page::Comparison) => format!("Paragone — {} / {}", open.names.left, open.names.right),
            _ => "Paragone".to_owned(),
        }
    }

    /// Does one thing; what it may not do itself it gives back.
    pub fn apply(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Do(action) => self.act(action),
            Command::Open(side, source) => self.read(side, source),
            Command::OpenPair(sources) => self.read_both(sources),
            Command::Clear(side) => self.clear(side),
            Command::Compare(drafts) => self.compare_drafts(drafts),
            Command::Loaded(side, generation, result) => self.loaded(side, generation, result),
            Command::Compared(generation, comparison) => self.compared(generation, *comparison),
            Command::Adopt(task, comparison) => {
                self.stop();
                self.adopt_new(*task, *comparison)
            }
            Command::Broke(generation) => self.broke(generation),
            Command::Picked(target, picked) => self.picked(target, picked),
            Command::ChooseRow(key) => self.choose_row(key),
            Command::ChooseSentence(side, sentence) => self.choose_sentence(side, sentence),
            Command::ChooseFinding(id) => self.choose_finding(id),
            Command::GoTo(side, place) => self.go_to(side, place),
            Command::ToggleKind(kind) => self.filter_by(|filter| toggle(&mut filter.kinds, kind)),
            Command::ToggleRelation(relation) => self.filter_by(|filter| toggle(&mut filter.relations, relation)),
            Command::ClearFilter => self.filter_by(|filter| {
                filter.kinds.clear();
                filter.relations.clear();
            }),
            Command::ToggleAgreements => self.filter_by(|filter| filter.agreements = !filter.agreements),
            Command::ToggleListOrder => self.filter_by(|filter| filter.by_place = !filter.by_place),
            Command::Find(words) => self.look_for(words),
            Command::ShowRows(rows) => self.show_rows(rows),
            Command::Confirm(sentences) => self.confirm(&[sentences]),
            Command::Reject(sentences) => self.reject(&[sentences]),
            Command::Link(sentences) => self.link(sentences),
            Command::BeginLink(side, sentence) => self.begin_link(side, sentence),
            Command::SetAlone(side, sentence, alone) => self.set_alone(side, sentence, alone),
            Command::SetRestored(side, origin, restored) => self.set_restored(side, &[origin], restored),
            Command::RestoreAll(side) => self.restore_all(side),
            Command::SetMode(mode) => self.lay_out(mode),
            Command::SetTheme(theme) => self.restyle(|settings| settings.theme = theme),
            Command::Dismiss(id) => {
                self.notices.retain(|notice| notice.id != id);
                Vec::new()
            }
            Command::Copy(text) => vec![Effect::Copy(text)],
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        if !action.enabled(self) {
            return Vec::new();
        }
        match action {
            Action::NewComparison => self.go(Page::Welcome),
            Action::BackToComparison => self.go(Page::Comparison),
            Action::OpenLeft => self.ask(Target::One(Side::Left)),
            Action::OpenRight => self.ask(Target::One(Side::Right)),
            Action::OpenBoth => self.ask(Target::Both),
            Action::OpenExample => self.open_example(),
            Action::Stop => self.stop(),
            Action::Quit => vec![Effect::Quit],
            Action::Undo | Action::Redo => self.travel(action),
            Action::ConfirmLink => self.confirm(&self.chosen_pairs()),
            Action::RejectLink => self.reject(&self.chosen_pairs()),
            Action::CopyRow => self.copy_row(),
            Action::Swap => self.swap(),
            Action::StrictMatching => self.match_as(Matching::Strict),
            Action::BalancedMatching => self.match_as(Matching::Balanced),
            Action::GenerousMatching => self.match_as(Matching::Generous),
            Action::NextFinding => self.step_finding(true),
            Action::PreviousFinding => self.step_finding(false),
            Action::NextRow => self.step(true),
            Action::PreviousRow => self.step(false),
            Action::ToLeft => self.cross_to(Side::Left),
            Action::ToRight => self.cross_to(Side::Right),
            Action::Find => {
                self.find.get_or_insert_default();
                vec![Effect::FocusFind]
            }
            Action::FindNext => self.step_found(true),
            Action::FindPrevious => self.step_found(false),
            Action::Deselect => self.deselect(),
            Action::OtherOrder => self.other_order(),
            Action::SwitchMode => self.lay_out(self.settings.mode.other()),
            Action::Together => self.restyle(|settings| settings.together = !settings.together),
            Action::Typographic => self.restyle(|settings| settings.hide_typographic = !settings.hide_typographic),
            Action::Ledger => self.restyle(|settings| settings.ledger = !settings.ledger),
            Action::LeftCard => self.show_card(Side::Left),
            Action::RightCard => self.show_card(Side::Right),
            Action::ZoomIn => self.restyle(|settings| settings.zoom_by(1)),
            Action::ZoomOut => self.restyle(|settings| settings.zoom_by(-1)),
            Action::ZoomReset => self.restyle(|settings| settings.zoom = 1.0),
            Action::Help => {
                self.help = !self.help;
                Vec::new()
            }
        }
    }

    fn go(&mut self, page: Page) -> Vec<Effect> {
        self.page = page;
        self.slots = Pair::default();
        self.linking = None;
        Vec::new()
    }

    /// Opens the card of an article, or closes it where it is open.
    fn show_card(&mut self, side: Side) -> Vec<Effect> {
        self.card = (self.card != Some(side)).then_some(side);
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
        let mut sources = files.into_iter().map(Source::File);
        match (target, sources.next(), sources.next()) {
            (_, Some(left), Some(right)) => self.read_both(Pair::new(left, right)),
            (Target::One(side), Some(source), None) => self.read(side, source),
            (Target::Both, Some(source), None) => self.read(self.first_free(), source),
            (_, None, _) => Vec::new(),
        }
    }

    fn restyle(&mut self, change: impl FnOnce(&mut Settings)) -> Vec<Effect> {
        change(&mut self.settings);
        vec![Effect::Restyle]
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
        if self.notices.iter().any(|notice| notice.note == note) {
            return;
        }
        self.notices_given += 1;
        self.notices.push(Notice { id: self.notices_given, note });
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

fn toggle<T: Ord>(set: &mut std::collections::BTreeSet<T>, member: T) {
    if !set.remove(&member) {
        set.insert(member);
    }
}

#[cfg(test)]
mod tests;
