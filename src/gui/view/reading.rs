//! A source on its way: how far it is, and a way to stop it. Nothing here moves by itself, so waiting costs nothing.

use egui::{Button, ProgressBar, RichText, Ui, WidgetInfo, accesskit::Role};

use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::theme::size;
use crate::gui::{theme, words};
use crate::text::Side;

/// Draws the line of a side; nothing where none is read.
pub fn show(ui: &mut Ui, state: &State, side: Side, asked: &mut Vec<Command>) {
    let Some(reading) = &state.slots[side].reading else { return };
    ui.push_id(("reading", side), |ui| {
        ui.label(format!("{}…", words::reading(&reading.source))).on_hover_text(reading.source.origin());
        if let Some(progress) = reading.progress {
            bar(ui, progress);
            ui.label(words::progress(&reading.source, progress));
        }
        let stop = ui.add(Button::new(RichText::new("Stop").font(theme::sans(theme::NOTE))));
        let name = format!("Stop reading the {} source", words::side(side));
        stop.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if stop.on_hover_text("Stop reading; what was there stays.").clicked() {
            asked.push(Command::StopReading(side));
        }
    });
}

/// How wide the bar is at most.
const BAR: f32 = 110.0;

fn bar(ui: &mut Ui, (done, all): (usize, usize)) {
    let colours = theme::palette(ui.visuals());
    let width = BAR.min(ui.available_width());
    let part = done as f32 / all.max(1) as f32;
    ui.add(ProgressBar::new(part).desired_width(width).desired_height(size::PROGRESS).fill(colours.accent));
}
