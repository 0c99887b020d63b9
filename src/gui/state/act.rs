//! What each action of the menus does.

use crate::gui::action::Action;
use crate::gui::command::{Effect, Target};
use crate::text::Side;

use super::{Beside, Page, Sheet, State, Then, Topic};

impl State {
    /// Does an action where it can be done.
    #[expect(clippy::too_many_lines, reason = "one arm an action, each no more than a call")]
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        if !action.enabled(self) {
            return Vec::new();
        }
        match action {
            Action::NewComparison => self.go(Page::Welcome),
            Action::BackToComparison => self.go(Page::Comparison),
            Action::OpenLeft => self.ask(Target::One(Side::Left)),
            Action::OpenRight => self.ask(Target::One(Side::Right)),
            Action::OpenBoth => self.ask(Target::Both),
            Action::OpenAddress => self.ask_for_address(),
            Action::PasteSource => vec![Effect::RequestPaste],
            Action::OpenExample => self.open_example(),
            Action::Stop => self.stop(),
            Action::ReloadLeft => self.read_anew(Side::Left),
            Action::ReloadRight => self.read_anew(Side::Right),
            Action::Save => self.save(),
            Action::Export => self.toggle_sheet(Sheet::Export),
            Action::SaveAs => self.save_as(),
            Action::Close => self.leave(Then::Close),
            Action::Quit => self.leave(Then::Quit),
            Action::Undo | Action::Redo => self.travel(action),
            Action::ConfirmLink => {
                self.remember_next_doubtful();
                self.confirm(&self.chosen_pairs())
            }
            Action::RejectLink => {
                self.remember_next_doubtful();
                self.reject(&self.chosen_pairs())
            }
            Action::LookOver => self.look_over(),
            Action::NextDoubtful => self.next_to_look_over(),
            Action::FirstPartner => self.take_partner(0),
            Action::SecondPartner => self.take_partner(1),
            Action::ThirdPartner => self.take_partner(2),
            Action::NoCounterpart => self.no_counterpart(),
            Action::LinkByHand => self.link_chosen(),
            Action::LinkHere => self.link_here(),
            Action::SplitSentence => self.split_at_caret(),
            Action::MergeSentence => self.with_sentence(Self::merge),
            Action::TakeOut => self.with_sentence(Self::take_out),
            Action::LeftOut => self.show_left_out(&Side::BOTH),
            Action::CopyRow => self.copy_row(),
            Action::CopyFinding => self.copy_finding(),
            Action::CopyFindings => self.copy_findings(),
            Action::CopyPicture => self.chosen.row.map(Effect::CopyPicture).into_iter().collect(),
            Action::SavePicture => self.save_picture(),
            Action::CheckFinding => self.check_chosen(),
            Action::DismissFinding => self.dismiss_chosen(),
            Action::WriteNote => self.subject().map(|on| self.begin_writing(Topic::Note(on))).unwrap_or_default(),
            Action::Notes => self.toggle_beside(Beside::Notes),
            Action::Swap => self.swap(),
            Action::StrictMatching | Action::BalancedMatching | Action::GenerousMatching => {
                action.matching().map(|matching| self.match_as(matching)).unwrap_or_default()
            }
            Action::AllRows | Action::RowsWithFindings | Action::RowsAlone => {
                action.rows().map(|rows| self.show_rows(rows)).unwrap_or_default()
            }
            Action::SystemTheme | Action::LightTheme | Action::DarkTheme => {
                self.restyle(|settings| settings.theme = action.theme().unwrap_or_default())
            }
            Action::NextFinding => self.step_finding(true),
            Action::PreviousFinding => self.step_finding(false),
            Action::Copy => self.copy_selection(),
            Action::CopyQuotation => self.copy_quotation(),
            Action::SelectAll => self.select_all(),
            Action::Find => self.open_find(),
            Action::NextRow => self.step(true),
            Action::PreviousRow => self.step(false),
            Action::ToLeft => self.cross_to(Side::Left),
            Action::ToRight => self.cross_to(Side::Right),
            Action::FindNext => self.step_found(true),
            Action::FindPrevious => self.step_found(false),
            Action::Deselect => self.deselect(),
            Action::OtherOrder => self.other_order(),
            Action::SwitchMode => self.lay_out(self.settings.mode.other()),
            Action::Together => self.restyle(|settings| settings.together = !settings.together),
            Action::Typographic => self.restyle(|settings| settings.hide_typographic = !settings.hide_typographic),
            Action::Ledger => self.toggle_findings(),
            Action::LeftCard => self.toggle_beside(Beside::Card(Side::Left)),
            Action::RightCard => self.toggle_beside(Beside::Card(Side::Right)),
            Action::ZoomIn => self.restyle(|settings| settings.zoom_by(1)),
            Action::ZoomOut => self.restyle(|settings| settings.zoom_by(-1)),
            Action::ZoomReset => self.restyle(|settings| settings.zoom = 1.0),
            Action::HighContrast => self.restyle(|settings| settings.high_contrast = !settings.high_contrast),
            Action::Still => self.restyle(|settings| settings.still = !settings.still),
            Action::Detail => self.toggle_detail(),
            Action::Overview => self.toggle_beside(Beside::Overview),
            Action::FirstSteps => self.restyle(|settings| settings.hint_read = !settings.hint_read),
            Action::Commands => self.toggle_sheet(Sheet::Commands),
            Action::Settings => self.toggle_sheet(Sheet::Settings),
            Action::Help => self.toggle_sheet(Sheet::Keys),
        }
    }
}
