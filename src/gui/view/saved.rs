//! How the open comparison stands to its file: a quiet word in the bar at the top, which saves when it is clicked.

use egui::{Button, RichText, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::state::{Page, State};
use crate::gui::theme::size;
use crate::gui::{theme, words};

use super::controls;

/// With less room than this nothing can be read.
const ROOM: f32 = 60.0;

/// Draws the word; nothing for a comparison that is in no file and need not be.
pub fn mark(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let told = words::saved(state);
    let Some(told) = told.filter(|_| state.page == Page::Comparison && ui.available_width() > ROOM) else { return };
    let colours = theme::palette(ui.visuals());
    let unsaved = state.is_unsaved();
    ui.add_space(theme::space::NEAR);
    if unsaved {
        let (dot, _) = ui.allocate_exact_size(Vec2::splat(size::UNSAVED), Sense::hover());
        ui.painter().circle_filled(dot.center(), size::UNSAVED / 2.0, colours.accent);
    }
    let ink = if unsaved { colours.ink } else { colours.quiet };
    let text = RichText::new(&told).font(theme::sans(theme::SMALL)).color(ink);
    let button = ui.add(Button::new(text).frame(false).truncate());
    let name = if unsaved { format!("{told}; save") } else { told };
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let place = state.bond.file.as_deref().map(|file| file.display().to_string()).unwrap_or_default();
    let keys = controls::told(ui.ctx(), Action::Save);
    let hover = if place.is_empty() { keys } else { format!("{place}\n{keys}") };
    if button.on_hover_text(hover).clicked() {
        asked.push(Command::Do(Action::Save));
    }
}
