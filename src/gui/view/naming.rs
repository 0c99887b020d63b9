//! The field for the name of a file to save to: where the desktop offers no dialog, or a file of that name is there already.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Id, Key, Label, Modal, Modifiers, RichText, TextEdit, Ui, WidgetInfo};

use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::projects::{ProjectCommand, Purpose};
use crate::gui::state::{Naming, State};
use crate::gui::theme::{self, size};
use crate::project::whole_path;

use super::controls;

/// As wide as a path needs to be told from another.
const WIDTH: f32 = 520.0;

const NO_DIALOG: &str = "This desktop offers no window for choosing a place, so type the whole path of the file.";

/// Draws the field over the window, where a name is asked for.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let Some(naming) = &state.projects.naming else { return };
    let room = ui.ctx().content_rect().width();
    let modal = Modal::new(Id::unique("naming")).frame(controls::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(room - size::AROUND_SHEET));
        content(ui, (naming, state.projects.purpose), look, asked);
    });
    ui.ctx().accesskit_node_builder(modal.response.id, |node| {
        node.set_role(Role::Dialog);
        node.set_label("Save as");
    });
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        asked.push(Command::Project(ProjectCommand::StopNaming));
    }
}

fn content(ui: &mut Ui, (naming, purpose): (&Naming, Purpose), look: &mut Look, asked: &mut Vec<Command>) {
    ui.label(RichText::new("Save as").font(theme::bold(theme::TITLE)));
    ui.add_space(theme::space::CLOSE);
    let field = ui.add(TextEdit::singleline(&mut look.place).desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "File to save to"));
    if std::mem::take(&mut look.focus_place) {
        field.request_focus();
    }
    let typed = PathBuf::from(look.place.trim());
    let is_there = naming.exists.as_ref().is_some_and(|file| *file == purpose.with_ending(&whole_path(&typed)));
    let note = if is_there { "There is a file of this name already." } else { NO_DIALOG };
    if is_there || naming.exists.is_none() {
        ui.add(Label::new(RichText::new(note).color(theme::palette(ui.visuals()).quiet)).wrap());
    }
    ui.add_space(theme::space::PART);
    let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    ui.horizontal_wrapped(|ui| {
        let save = controls::primary(ui, !typed.as_os_str().is_empty(), if is_there { "Replace it" } else { "Save" });
        // A file is replaced by its button alone, never by a key pressed once too often.
        if save.clicked() || enter && !is_there && !typed.as_os_str().is_empty() {
            asked.push(Command::Project(ProjectCommand::SaveTo(typed, is_there)));
        }
        if ui.add(egui::Button::new("Cancel").min_size(size::SECONDARY)).clicked() {
            asked.push(Command::Project(ProjectCommand::StopNaming));
        }
    });
}
