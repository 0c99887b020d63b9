//! What is wrong with the file of the open comparison, and what can be done about it.

use egui::{Button, Frame, Label, Panel, RichText, Ui};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::projects::ProjectCommand;
use crate::gui::state::{State, Trouble};
use crate::gui::{theme, words};

use super::controls;

/// Draws a strip under the bar; nothing where all is well.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let Some(trouble) = &state.bond.trouble else { return };
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.warning).inner_margin(theme::margin::BAR);
    Panel::top("trouble").frame(frame).show(ui, |ui| {
        let told = words::trouble(state.bond.file.as_deref(), trouble);
        ui.add(Label::new(RichText::new(told).color(colours.ink)).wrap());
        ui.horizontal_wrapped(|ui| {
            ways_out(ui, trouble, asked);
            controls::action(ui, state, asked, Action::SaveAs);
            if *trouble == Trouble::Changed && ui.button("Open the version on the disk").clicked() {
                asked.push(Command::Project(ProjectCommand::OpenFromDisk));
            }
            if ui.button("Not now").clicked() {
                asked.push(Command::Project(ProjectCommand::LeaveBe));
            }
        });
    });
}

fn ways_out(ui: &mut Ui, trouble: &Trouble, asked: &mut Vec<Command>) {
    let (text, command) = match trouble {
        Trouble::Changed => ("Save anyway", Command::Project(ProjectCommand::SaveAnyway)),
        Trouble::Gone => ("Save it there again", Command::Do(Action::Save)),
        Trouble::Failed(_) => ("Try again", Command::Project(ProjectCommand::TryAgain)),
    };
    if ui.add(Button::new(text)).clicked() {
        asked.push(command);
    }
}
