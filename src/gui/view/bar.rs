//! The bar at the top: menus on the left, what is used most on the right.

use egui::{Align, Layout, MenuBar, Ui, accesskit::Role};

use crate::gui::action::{Action as A, Menu};
use crate::gui::command::Command;
use crate::gui::state::{Page, State};
use crate::gui::theme::size;

use super::{controls, recent, saved, spoken};

/// From this width on the buttons on the right have room beside the menus.
const ROOM_FOR_BUTTONS: f32 = 620.0;

/// Draws the bar.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    MenuBar::new().ui(ui, |ui| {
        spoken::part(ui, Role::MenuBar, "Menus");
        for of in Menu::ALL {
            menu(ui, state, asked, of);
        }
        if state.page == Page::Comparison && ui.available_width() > ROOM_FOR_BUTTONS - 300.0 {
            buttons(ui, state, asked);
        } else {
            saved::mark(ui, state, asked);
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
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| saved::mark(ui, state, asked));
    });
}

fn menu(ui: &mut Ui, state: &State, asked: &mut Vec<Command>, menu: Menu) {
    ui.menu_button(menu.name(), |ui| {
        ui.set_min_width(size::MENU_OF_BAR);
        let sections = A::SECTIONS.iter().filter(|section| section.menu == menu);
        for (n, section) in sections.enumerate() {
            if n > 0 {
                ui.separator();
            }
            if let Some(title) = section.title {
                ui.weak(title);
            }
            controls::entries(ui, state, asked, section.actions);
            if section.actions.contains(&A::OpenBoth) {
                recent::menu(ui, state, asked);
            }
        }
    });
}
