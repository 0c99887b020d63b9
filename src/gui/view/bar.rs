//! The bar at the top: menus on the left, what is used most on the right.

use egui::{Align, Layout, MenuBar, RadioButton, Ui};

use crate::gui::action::Action as A;
use crate::gui::command::Command;
use crate::gui::model::RowFilter;
use crate::gui::settings::ThemeChoice;
use crate::gui::state::{Page, State};

use super::controls;

const FILE: [A; 6] = [A::NewComparison, A::BackToComparison, A::OpenBoth, A::OpenLeft, A::OpenRight, A::OpenExample];
const EDIT: [A; 6] = [A::Undo, A::Redo, A::ConfirmLink, A::RejectLink, A::CopyRow, A::Swap];
/// From strict to generous.
pub const MATCHING: [A; 3] = [A::StrictMatching, A::BalancedMatching, A::GenerousMatching];
const GO: [A; 10] = [
    A::Find,
    A::FindNext,
    A::FindPrevious,
    A::NextFinding,
    A::PreviousFinding,
    A::NextRow,
    A::PreviousRow,
    A::ToLeft,
    A::ToRight,
    A::Deselect,
];
const VIEW: [A; 10] = [
    A::SwitchMode,
    A::Together,
    A::Typographic,
    A::OtherOrder,
    A::Ledger,
    A::LeftCard,
    A::RightCard,
    A::ZoomIn,
    A::ZoomOut,
    A::ZoomReset,
];

/// From this width on the buttons on the right have room beside the menus.
const ROOM_FOR_BUTTONS: f32 = 620.0;

/// Draws the bar.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    MenuBar::new().ui(ui, |ui| {
        menu(ui, "File", |ui| {
            entries(ui, state, asked, &FILE);
            ui.separator();
            controls::entry(ui, state, asked, A::Quit);
        });
        menu(ui, "Edit", |ui| {
            entries(ui, state, asked, &EDIT);
            ui.separator();
            entries(ui, state, asked, &MATCHING);
        });
        menu(ui, "Go", |ui| entries(ui, state, asked, &GO));
        menu(ui, "View", |ui| {
            entries(ui, state, asked, &VIEW);
            ui.separator();
            rows(ui, state, asked);
            ui.separator();
            themes(ui, state, asked);
        });
        menu(ui, "Help", |ui| controls::entry(ui, state, asked, A::Help));
        if state.page == Page::Comparison && ui.available_width() > ROOM_FOR_BUTTONS - 300.0 {
            buttons(ui, state, asked);
        }
    });
}

fn buttons(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        controls::action(ui, state, asked, A::NextFinding);
        controls::action(ui, state, asked, A::PreviousFinding);
        if ui.available_width() > 180.0 {
            ui.separator();
            controls::action(ui, state, asked, A::Swap);
        }
        if ui.available_width() > 180.0 {
            controls::action(ui, state, asked, A::Redo);
            controls::action(ui, state, asked, A::Undo);
        }
    });
}

fn menu(ui: &mut Ui, name: &str, entries: impl FnOnce(&mut Ui)) {
    ui.menu_button(name, |ui| {
        ui.set_min_width(250.0);
        entries(ui);
    });
}

fn entries(ui: &mut Ui, state: &State, asked: &mut Vec<Command>, actions: &[A]) {
    for &action in actions {
        controls::entry(ui, state, asked, action);
    }
}

fn rows(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    ui.weak("Rows");
    for (filter, name) in RowFilter::ALL {
        if ui.add_enabled(state.open.is_some(), RadioButton::new(state.row_filter == filter, name)).clicked() {
            asked.push(Command::ShowRows(filter));
            ui.close();
        }
    }
}

fn themes(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    ui.weak("Colours");
    for (choice, name) in ThemeChoice::ALL {
        if ui.radio(state.settings.theme == choice, name).clicked() {
            asked.push(Command::SetTheme(choice));
            ui.close();
        }
    }
}
