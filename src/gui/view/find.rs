//! The field in which words are looked for, while it is open.

use egui::{Frame, Key, Margin, Panel, TextEdit, Ui, WidgetInfo, accesskit::Role};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::state::State;
use crate::gui::{theme, words};

use super::controls;

/// Draws the field.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let Some(wanted) = &state.find else { return };
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.panel).inner_margin(Margin::symmetric(14, 6));
    Panel::top("find").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            field(ui, wanted, look, asked);
            ui.label(match (wanted.trim().is_empty(), state.found_rows()) {
                (true, _) => "Find words in both articles".to_owned(),
                (false, 0) => "Not found".to_owned(),
                (false, rows) => format!("Found in {}", words::count(rows, "row", "rows")),
            });
            controls::action(ui, state, asked, Action::FindPrevious);
            controls::action(ui, state, asked, Action::FindNext);
            if ui.button("Close").clicked() {
                asked.push(Command::Find(None));
            }
        });
    });
}

fn field(ui: &mut Ui, wanted: &str, look: &mut Look, asked: &mut Vec<Command>) {
    let mut text = wanted.to_owned();
    let response = ui.add(TextEdit::singleline(&mut text).desired_width(220.0));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Find"));
    if std::mem::take(&mut look.focus_find) {
        response.request_focus();
    }
    if text != wanted {
        asked.push(Command::Find(Some(text)));
    }
    let (enter, shift, escape) =
        ui.input(|input| (input.key_pressed(Key::Enter), input.modifiers.shift, input.key_pressed(Key::Escape)));
    if response.lost_focus() && enter {
        asked.push(Command::Do(if shift { Action::FindPrevious } else { Action::FindNext }));
        response.request_focus();
    } else if response.lost_focus() && escape {
        asked.push(Command::Find(None));
    }
}
