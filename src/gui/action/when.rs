//! When an action can be done and, for the reader, why not; and which switches are on.

use super::Action as A;
use super::{Action, Menu};
use crate::align::{Matching, Status};
use crate::gui::model::RowFilter;
use crate::gui::settings::{Mode, ThemeChoice};
use crate::gui::state::{Beside, Chosen, Page, Sheet, State};
use crate::text::Side;

const NO_PARTNER: &str = "Choose a row for which another partner is offered.";

const NO_COMPARISON: &str = "Open two sources first.";

impl Action {
    /// Whether it can be done now.
    pub fn enabled(self, state: &State) -> bool {
        self.hindrance(state).is_none()
    }

    /// Why it cannot be done now, in a sentence; `None` where it can.
    pub fn hindrance(self, state: &State) -> Option<&'static str> {
        let comparing = state.page == Page::Comparison && state.open.is_some();
        if self.needs_comparison() && !comparing && !(self.is_setting() && state.sheet == Some(Sheet::Settings)) {
            return Some(NO_COMPARISON);
        }
        if let Some(side) = self.reloads() {
            return state.why_not_read_anew(side);
        }
        let (can, why_not) = match self {
            A::NewComparison => (state.page == Page::Comparison, "This is the page for it."),
            A::BackToComparison => (state.page == Page::Welcome && state.open.is_some(), "No comparison is waiting."),
            A::Stop => (state.is_busy(), "Nothing is being read or compared."),
            A::Save => (state.is_unsaved() || state.is_without_file(), "Everything is saved."),
            A::SaveAs | A::Close => (state.open.is_some(), NO_COMPARISON),
            A::Undo => (state.open.as_ref().is_some_and(|open| open.history.can_undo()), "There is nothing to undo."),
            A::Redo => (state.open.as_ref().is_some_and(|open| open.history.can_redo()), "Nothing was undone."),
            A::ConfirmLink => {
                let suggested = state.chosen_links().iter().any(|link| link.2 == Status::Suggested);
                (suggested, "Choose a row with a suggested link first.")
            }
            A::RejectLink => (!state.chosen_links().is_empty(), "Choose a row with a link first."),
            A::FirstPartner => (partners(state) > 0, NO_PARTNER),
            A::SecondPartner => (partners(state) > 1, NO_PARTNER),
            A::ThirdPartner => (partners(state) > 2, NO_PARTNER),
            A::SplitSentence => (state.place_to_split().is_some(), "Click on a word inside a sentence first."),
            A::MergeSentence => (
                state.sentence_in_hand().is_some_and(|place| state.can_merge(place)),
                "Click on a sentence first that another of its paragraph follows.",
            ),
            A::TakeOut => (state.sentence_in_hand().is_some(), "Click on a sentence first."),
            A::ToLeft | A::ToRight | A::Together => (state.is_side_by_side(), "Lay the articles side by side first."),
            A::LeftOut => (state.has_left_out(&Side::BOTH), "Nothing was left out."),
            A::NoCounterpart | A::LinkByHand => (state.chosen.row.is_some(), "Choose a row first."),
            A::LinkHere => (
                state.linking.is_some() && state.chosen.row.is_some(),
                "Begin with “Link by hand…”, then choose a row.",
            ),
            A::CheckFinding | A::DismissFinding => (state.chosen.finding.is_some(), "Choose a finding first."),
            A::WriteNote => {
                (state.chosen.finding.is_some() || state.chosen.row.is_some(), "Choose a finding or a row first.")
            }
            A::CopyRow | A::CopyPicture | A::SavePicture => (state.chosen_row().is_some(), "Choose a row first."),
            A::CopyFinding => (state.chosen.finding.is_some(), "Choose a finding first."),
            A::NextFinding | A::PreviousFinding | A::CopyFindings => {
                (!state.ledger.is_empty(), "No finding is listed.")
            }
            A::Copy => {
                (state.selection.is_some_and(|selection| !selection.is_empty()), "Select words of an article first.")
            }
            A::CopyQuotation => {
                (state.selection.is_some() || state.chosen_row().is_some(), "Select words or choose a row first.")
            }
            A::FindNext | A::FindPrevious => (state.can_find_next(), "Look for words first."),
            A::Deselect => (
                state.is_anything_open() || state.selection.is_some() || state.chosen != Chosen::default(),
                "Nothing is chosen.",
            ),
            _ => (true, ""),
        };
        (!can).then_some(why_not)
    }

    /// Whether it can be asked for by its keys while a page lies over the window: it must not change what lies under that.
    pub fn works_over_sheets(self) -> bool {
        !self.needs_comparison() && !matches!(self.place().0, Menu::File) || self == A::Quit
    }

    /// Whether it means nothing without two articles side by side; so it is, but for these.
    fn needs_comparison(self) -> bool {
        !matches!(
            self,
            A::NewComparison
                | A::BackToComparison
                | A::OpenBoth
                | A::OpenLeft
                | A::OpenRight
                | A::OpenAddress
                | A::PasteSource
                | A::OpenExample
                | A::Stop
                | A::Save
                | A::SaveAs
                | A::Close
                | A::Quit
                | A::Deselect
                | A::ZoomIn
                | A::ZoomOut
                | A::ZoomReset
                | A::SystemTheme
                | A::LightTheme
                | A::DarkTheme
                | A::HighContrast
                | A::Still
                | A::Settings
                | A::Commands
                | A::FirstSteps
                | A::Help
        )
    }

    /// Whether it changes only how comparisons are made and shown, so that it can be set before there is one.
    fn is_setting(self) -> bool {
        self.matching().is_some() || matches!(self, A::Typographic | A::OtherOrder | A::Ledger | A::Detail)
    }

    /// Whether it is a switch that is on.
    pub fn is_on(self, state: &State) -> bool {
        self.switch(state) == Some(true)
    }

    /// Whether the switch is on; `None` for what is no switch.
    pub fn switch(self, state: &State) -> Option<bool> {
        let settings = &state.settings;
        match self {
            A::Typographic => Some(settings.hide_typographic),
            A::Ledger => Some(state.shows_findings()),
            A::OtherOrder => Some(settings.lead == Side::Right),
            A::HighContrast => Some(settings.high_contrast),
            A::Still => Some(settings.still),
            A::LeftOut => Some(state.shows_left_out(&Side::BOTH)),
            A::SwitchMode => Some(settings.mode == Mode::SideBySide),
            A::Together => Some(settings.together),
            A::Overview => Some(state.beside == Beside::Overview),
            A::Notes => Some(state.beside == Beside::Notes),
            A::Detail => Some(settings.detail),
            A::LookOver => Some(state.looking_over.is_some()),
            A::FirstSteps => Some(!settings.hint_read),
            A::LeftCard | A::RightCard => self.card().map(|side| state.beside == Beside::Card(side)),
            A::AllRows | A::RowsWithFindings | A::RowsAlone => self.rows().map(|rows| state.row_filter == rows),
            A::StrictMatching | A::BalancedMatching | A::GenerousMatching => {
                self.matching().map(|matching| settings.matching == matching)
            }
            A::SystemTheme | A::LightTheme | A::DarkTheme => self.theme().map(|theme| settings.theme == theme),
            _ => None,
        }
    }

    /// The action that shows the card of a side.
    pub fn card_of(side: Side) -> Self {
        match side {
            Side::Left => A::LeftCard,
            Side::Right => A::RightCard,
        }
    }

    /// The side whose card it shows.
    pub fn card(self) -> Option<Side> {
        Side::BOTH.into_iter().find(|&side| Self::card_of(side) == self)
    }

    /// The action that reads the source of a side again.
    pub fn reload_of(side: Side) -> Self {
        match side {
            Side::Left => A::ReloadLeft,
            Side::Right => A::ReloadRight,
        }
    }

    /// The side that it reads again.
    pub fn reloads(self) -> Option<Side> {
        Side::BOTH.into_iter().find(|&side| Self::reload_of(side) == self)
    }

    /// The matching that it sets.
    pub fn matching(self) -> Option<Matching> {
        match self {
            A::StrictMatching => Some(Matching::Strict),
            A::BalancedMatching => Some(Matching::Balanced),
            A::GenerousMatching => Some(Matching::Generous),
            _ => None,
        }
    }

    /// The rows that it shows.
    pub fn rows(self) -> Option<RowFilter> {
        match self {
            A::AllRows => Some(RowFilter::All),
            A::RowsWithFindings => Some(RowFilter::WithFindings),
            A::RowsAlone => Some(RowFilter::Alone),
            _ => None,
        }
    }

    /// The theme that it sets.
    pub fn theme(self) -> Option<ThemeChoice> {
        match self {
            A::SystemTheme => Some(ThemeChoice::System),
            A::LightTheme => Some(ThemeChoice::Light),
            A::DarkTheme => Some(ThemeChoice::Dark),
            _ => None,
        }
    }
}

/// How many possible partners are offered for the chosen row.
fn partners(state: &State) -> usize {
    state.open.as_ref().zip(state.chosen.row).map_or(0, |(open, key)| open.partners(key).len())
}
