//! A source on its way: how far it is, and a way to stop it. Nothing here moves by itself, so waiting costs nothing.

use egui::{Button, Label, ProgressBar, RichText, Ui, WidgetInfo, accesskit::Role};

use crate::gui::command::Command;
use crate::gui::state::{Reading, State};
use crate::gui::{theme, words};
use crate::text::Side;

/// Draws the line of a side; nothing where none is read.
pub fn show(ui: &mut Ui, state: &State, side: Side, asked: &mut Vec<Command>) {
    let Some(reading) = &state.slots[side].reading else { return };
    ui.push_id(("reading", side), |ui| {
        ui.add(Label::new(told(reading)).truncate()).on_hover_text(reading.source.origin());
        if let Some((done, all)) = reading.progress {
            bar(ui, done as f32 / all.max(1) as f32);
        }
        let stop = ui.add(Button::new(RichText::new("Stop").font(theme::sans(13.0))));
        let name = format!("Stop reading the {} source", words::side(side));
        stop.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if stop.on_hover_text("Stop reading; what was there stays.").clicked() {
            asked.push(Command::StopReading(side));
        }
    });
}

fn told(reading: &Reading) -> String {
    let what = words::reading(&reading.source);
    match reading.progress {
        Some(progress) => format!("{what}… {}", words::progress(&reading.source, progress)),
        None => format!("{what}…"),
    }
}

/// How wide the bar is at most.
const BAR: f32 = 160.0;

fn bar(ui: &mut Ui, part: f32) {
    let colours = theme::palette(ui.visuals());
    let width = BAR.min(ui.available_width());
    ui.add(ProgressBar::new(part).desired_width(width).desired_height(6.0).fill(colours.accent));
}
