//! What the reader has to know, a line each, until dismissed.

use egui::{Align, Button, Frame, Label, Layout, Panel, RichText, Ui};

use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::theme;
use crate::text::Level;

use super::{controls, spoken};

/// Draws the notices, newest last; nothing where there are none.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    for notice in &state.notices {
        let fill = if notice.note.level == Level::Warning { colours.warning } else { colours.chosen };
        let frame = Frame::NONE.fill(fill).inner_margin(theme::margin::BAR);
        Panel::top(("notice", notice.id)).frame(frame).show(ui, |ui| {
            spoken::at_once(ui, "Notice");
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let dismiss = ui.add(Button::new("Dismiss").small());
                if dismiss.clicked() {
                    asked.push(Command::Dismiss(notice.id));
                }
                if let Some(action) = notice.offer.as_ref().and_then(|offer| state.action_of(offer)) {
                    let told = controls::told(ui.ctx(), action);
                    if ui.add(Button::new(action.text()).small()).on_hover_text(told).clicked() {
                        asked.push(Command::Do(action));
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(RichText::new(&notice.note.message).color(colours.ink)).wrap());
                });
            });
        });
    }
}
