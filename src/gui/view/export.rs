//! What goes into a report, asked before it is written.

use egui::{Grid, Key, Label, Modifiers, RichText, Ui, vec2};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::export::{Export, Which};
use crate::gui::state::{Sheet, State};
use crate::gui::theme::{self, size};
use crate::report::Form;

use super::controls;

/// Draws the questions over the window, where they are open.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    if state.sheet != Some(Sheet::Export) {
        return;
    }
    let id = egui::Id::unique("export report");
    let modal = egui::Modal::new(id).frame(controls::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - size::AROUND_SHEET));
        ui.label(RichText::new("Export report").font(theme::bold(theme::TITLE)));
        forms(ui, state.export, asked);
        findings(ui, state, asked);
        remarks(ui, state, asked);
        ui.add_space(theme::space::APART);
        buttons(ui, state, asked);
    });
    ui.ctx().accesskit_node_builder(modal.response.id, |node| {
        node.set_role(egui::accesskit::Role::Dialog);
        node.set_label("Export report");
    });
    if modal.should_close() {
        asked.push(Command::Do(Action::Export));
    }
}

/// What a form is good for fits on a line.
const WIDTH: f32 = 460.0;

fn forms(ui: &mut Ui, export: Export, asked: &mut Vec<Command>) {
    heading(ui, "As");
    Grid::new("forms").num_columns(COLUMNS).spacing(vec2(theme::space::EDGE, theme::space::HAIR)).show(ui, |ui| {
        for (n, &form) in Form::ALL.iter().enumerate() {
            if ui.radio(export.form == form, form.name()).on_hover_text(form.about()).clicked() {
                asked.push(Command::SetExport(Export { form, ..export }));
            }
            if (n + 1).is_multiple_of(COLUMNS) {
                ui.end_row();
            }
        }
    });
    controls::remark(ui, &format!("{}.", export.form.about()), theme::SMALL);
}

/// The names of two forms fit beside each other.
const COLUMNS: usize = 2;

fn findings(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let export = state.export;
    heading(ui, "With these findings");
    ui.spacing_mut().item_spacing.y = theme::space::HAIR;
    for (which, name) in Which::ALL {
        let can = export.form.has_findings();
        let text = format!("{name} ({})", state.count_for_export(which));
        if ui.add_enabled(can, egui::RadioButton::new(export.which == which, text)).clicked() {
            asked.push(Command::SetExport(Export { which, ..export }));
        }
    }
}

fn remarks(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let export = state.export;
    let mut remarks = export.remarks;
    ui.add_space(theme::space::NEAR);
    let has = state.has_remarks();
    let response = ui.add_enabled(has, egui::Checkbox::new(&mut remarks, "With my notes and what I checked off"));
    if response.on_disabled_hover_text("You have written no notes and checked nothing off yet.").changed() {
        asked.push(Command::SetExport(Export { remarks, ..export }));
    }
}

fn buttons(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let save = controls::primary(ui, !state.asking, "Save report…");
        // Enter means this where it does not press what has the keyboard.
        let is_free = ui.memory(|memory| memory.focused().is_none()) && !state.asking;
        let enter = is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if save.clicked() || enter {
            asked.push(Command::ChooseReportFile);
        }
        if controls::quiet(ui, "Cancel").clicked() {
            asked.push(Command::Do(Action::Export));
        }
    });
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(theme::space::PART);
    ui.add(Label::new(RichText::new(text).font(theme::bold(theme::BODY))));
}
