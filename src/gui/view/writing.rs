//! The field at the bottom in which a note is written, or the reason why a finding is dismissed.

use egui::{Frame, Key, Modifiers, Panel, RichText, TextEdit, Ui, WidgetInfo, accesskit::Role};

use crate::comparison::Remark;
use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::state::{Open, State, Topic, Writing};
use crate::gui::theme::size;
use crate::gui::{theme, words};

use super::controls;

/// Reasons that come up again and again, so that they need not be typed.
const REASONS: [&str; 4] = ["No difference", "Misread by the program", "Does not matter here", "Known and intended"];

/// Draws the field while something is written.
pub fn show(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    let Some(writing) = &state.writing else { return };
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.chosen).inner_margin(theme::margin::PANEL);
    Panel::bottom("writing").frame(frame).show(ui, |ui| {
        let title = words::topic(&open.comparison, &writing.topic);
        ui.label(RichText::new(&title).font(theme::bold(theme::BODY)));
        match writing.topic {
            Topic::Note(_) => {
                field(ui, writing, &title, look, asked);
                ui.horizontal_wrapped(|ui| {
                    buttons(ui, writing, asked);
                    ui.separator();
                    tags(ui, state, writing, look, asked);
                });
            }
            Topic::Dismissal(_) => {
                field(ui, writing, &title, look, asked);
                ui.horizontal_wrapped(|ui| {
                    buttons(ui, writing, asked);
                    ui.separator();
                    reasons(ui, asked);
                });
            }
        }
    });
}

/// The field itself: Enter keeps a reason, Ctrl+Enter a note, which may have several lines; Esc throws both away.
fn field(ui: &mut Ui, writing: &Writing, title: &str, look: &mut Look, asked: &mut Vec<Command>) {
    let several_lines = matches!(writing.topic, Topic::Note(_));
    let keeps = if several_lines { Modifiers::COMMAND } else { Modifiers::NONE };
    let mut text = writing.draft.text.clone();
    let field = if several_lines {
        TextEdit::multiline(&mut text).desired_rows(2)
    } else {
        TextEdit::singleline(&mut text).hint_text("Why? (may be left empty)")
    };
    let id = ui.make_persistent_id("writing field");
    // A plain Enter belongs to the button that has the keyboard.
    let heard = several_lines || ui.memory(|memory| memory.has_focus(id));
    let kept = heard && ui.input_mut(|input| input.consume_key(keeps, Key::Enter));
    let response = ui.add(field.id(id).desired_width(f32::INFINITY));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, title));
    if std::mem::take(&mut look.focus_writing) {
        response.request_focus();
    }
    if text != writing.draft.text {
        asked.push(Command::Draft(Remark { text, ..writing.draft.clone() }));
    }
    if kept {
        asked.push(Command::FinishWriting);
    }
}

fn reasons(ui: &mut Ui, asked: &mut Vec<Command>) {
    for reason in REASONS {
        if controls::chip(ui, false, reason).clicked() {
            asked.push(Command::Draft(Remark { text: reason.to_owned(), tags: Vec::new() }));
            asked.push(Command::FinishWriting);
        }
    }
}

/// The tags that are offered, those of the note first switched on; a new one can be added, one's own list be thinned out.
fn tags(ui: &mut Ui, state: &State, writing: &Writing, look: &mut Look, asked: &mut Vec<Command>) {
    let offered = &state.settings.tags;
    let others = writing.draft.tags.iter().filter(|tag| !offered.contains(tag));
    for tag in offered.iter().chain(others) {
        let chip = controls::chip(ui, writing.draft.tags.contains(tag), tag);
        if chip.clicked() {
            let mut draft = writing.draft.clone();
            draft.toggle(tag);
            asked.push(Command::Draft(draft));
        }
        chip.context_menu(|ui| {
            if ui.button("Offer this tag no more").clicked() {
                asked.push(Command::SetTags(offered.iter().filter(|known| *known != tag).cloned().collect()));
                ui.close();
            }
        });
    }
    new_tag(ui, state, writing, look, asked);
}

fn new_tag(ui: &mut Ui, state: &State, writing: &Writing, look: &mut Look, asked: &mut Vec<Command>) {
    let response =
        ui.add(TextEdit::singleline(&mut look.new_tag).hint_text("New tag").desired_width(size::SHORT_FIELD));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "New tag"));
    if response.lost_focus() && !look.new_tag.trim().is_empty() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let tag = std::mem::take(&mut look.new_tag).trim().to_owned();
        let mut draft = writing.draft.clone();
        if !draft.tags.contains(&tag) {
            draft.toggle(&tag);
        }
        asked.push(Command::SetTags(state.settings.tags.iter().cloned().chain([tag]).collect()));
        asked.push(Command::Draft(draft));
    }
}

fn buttons(ui: &mut Ui, writing: &Writing, asked: &mut Vec<Command>) {
    let (keep, keys) = match writing.topic {
        Topic::Note(_) => ("Keep the note", "Ctrl+Enter"),
        Topic::Dismissal(_) => ("Dismiss the finding", "Enter"),
    };
    if ui.button(keep).on_hover_text(keys).clicked() {
        asked.push(Command::FinishWriting);
    }
    if ui.button("Cancel").on_hover_text("Esc").clicked() {
        asked.push(Command::StopWriting);
    }
}
