//! Three lines for whoever sees a comparison for the first time. They take room of their own and cover nothing.

use egui::{Align, Frame, Label, Layout, Panel, RichText, Stroke, Ui};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::theme;

use super::controls;

/// Draws the hint over the comparison until it is read.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    if state.settings.hint_read || super::is_low(ui) {
        return;
    }
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE
        .fill(colours.card)
        .stroke(Stroke::new(theme::line::HAIR, colours.line))
        .inner_margin(theme::margin::HINT);
    let lines =
        lines(|action| action.shortcuts().first().map(|keys| controls::keys_shown(ui.ctx(), keys)).unwrap_or_default());
    Panel::top("first steps").frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button("Got it").on_hover_text("Do not show this again; it stays in the menu Help.").clicked() {
                asked.push(Command::Do(Action::FirstSteps));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = theme::space::CLOSE;
                for line in lines {
                    ui.add(Label::new(RichText::new(line).font(theme::sans(theme::NOTE)).color(colours.ink)).wrap());
                }
            });
        });
    });
}

/// What the hint says; the keys are those in force.
fn lines(key: impl Fn(Action) -> String) -> [String; 3] {
    [
        format!(
            "What tells the same is linked across the middle, or put into one row ({} switches). Underlined words differ.",
            key(Action::SwitchMode)
        ),
        format!(
            "{} goes to the next finding. Links are suggestions: {} confirms the chosen one, {} parts it, {} takes that back.",
            key(Action::NextFinding),
            key(Action::ConfirmLink),
            key(Action::RejectLink),
            key(Action::Undo)
        ),
        format!("{} finds every command; {} explains the marks.", key(Action::Commands), key(Action::Help)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hint_names_a_key_for_each_command_it_speaks_of() {
        let lines = lines(|action| format!("<{}>", action.shortcuts().len()));
        assert!(lines.iter().all(|line| !line.contains("<0>")), "{lines:?}");
    }
}
