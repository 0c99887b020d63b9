//! The settings. Each applies at once, so that the window behind shows what it does.

use egui::accesskit::Role;
use egui::{Align, Align2, Button, Label, Layout, Response, RichText, ScrollArea, Ui, Vec2, WidgetInfo, Window, vec2};

use crate::gui::action::Action as A;
use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::settings::{LINE_LENGTHS, ZOOM_STEPS};
use crate::gui::state::{Page, Sheet, State};
use crate::gui::theme::{self, size};
use crate::text::{Pair, Side};

use super::is_wide;

/// Draws the settings over the window, where they are open.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    if state.sheet != Some(Sheet::Settings) {
        return;
    }
    let mut open = true;
    let room = ui.ctx().content_rect().size();
    let (corner, inset) = place(ui, state);
    Window::new("Settings").open(&mut open).collapsible(false).resizable(false).anchor(corner, inset).show(
        ui.ctx(),
        |ui| {
            let highest = (room.y - 150.0).max(120.0);
            ScrollArea::vertical().max_height(highest).min_scrolled_height(highest.min(HIGHEST)).show(ui, |ui| {
                ui.set_width(WIDTH.min(room.x - size::AROUND_SHEET));
                let first = colours(ui, state, asked);
                // The keyboard comes along, or Tab would walk through the window behind.
                if !std::mem::replace(&mut look.sheet.begun, true) {
                    first.inspect(Response::request_focus);
                }
                text(ui, state, asked);
                comparing(ui, state, asked);
                ui.add_space(theme::space::APART);
                ui.horizontal_wrapped(|ui| {
                    if ui.button("Reset all settings").on_hover_text("Every setting as it was made.").clicked() {
                        asked.push(Command::ResetSettings);
                    }
                    explained(ui, "Settings are kept on this machine only.");
                });
            });
        },
    );
    if !open {
        asked.push(Command::Do(A::Settings));
    }
}

/// Over what stands beside the text, where that has room: so the text shows what a setting does.
fn place(ui: &Ui, state: &State) -> (Align2, Vec2) {
    if state.page == Page::Comparison && is_wide(ui) {
        (Align2::RIGHT_CENTER, vec2(-size::PAD, 0.0))
    } else {
        (Align2::CENTER_CENTER, Vec2::ZERO)
    }
}

/// Everything is seen at once where the window is high enough.
const HIGHEST: f32 = 620.0;
/// Explanations break into lines that read well.
const WIDTH: f32 = 430.0;

/// Gives back the first control of the page.
fn colours(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) -> Option<Response> {
    heading(ui, "Colours and motion");
    let first = one_of(ui, state, asked, &[A::SystemTheme, A::LightTheme, A::DarkTheme]);
    switch(ui, state, asked, A::HighContrast);
    switch(ui, state, asked, A::Still);
    first
}

fn text(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    heading(ui, "Text");
    let zoom = state.settings.zoom;
    let steps = Pair::new(zoom > ZOOM_STEPS[0], zoom < ZOOM_STEPS[ZOOM_STEPS.len() - 1]);
    let names = Pair::new(A::ZoomOut.text(), A::ZoomIn.text());
    if let Some(side) = stepper(ui, ("Size of everything", format!("{:.0} %", zoom * 100.0)), names, steps) {
        asked.push(Command::Do(if side == Side::Left { A::ZoomOut } else { A::ZoomIn }));
    }
    let letters = state.settings.line_length;
    let steps = Pair::new(letters > LINE_LENGTHS.0, letters < LINE_LENGTHS.1);
    let names = Pair::new("Shorter lines", "Longer lines");
    if let Some(side) = stepper(ui, ("Longest line", format!("{letters} letters")), names, steps) {
        let by = if side == Side::Left { -LINE_STEP } else { LINE_STEP };
        asked.push(Command::SetLineLength(letters.saturating_add_signed(by)));
    }
    explained(ui, "In a wide window articles keep to lines of this length.");
}

/// How many letters a press makes a line longer or shorter.
const LINE_STEP: isize = 5;

/// A value with a button for less on its left and one for more on its right; which of them was pressed.
fn stepper(ui: &mut Ui, (what, value): (&str, String), names: Pair<&str>, can: Pair<bool>) -> Option<Side> {
    let mut pressed = None;
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(vec2(size::SETTING, size::LINE), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(size::SETTING);
            ui.label(what);
        });
        for (side, sign) in [(Side::Left, "−"), (Side::Right, "+")] {
            let response = ui.add_enabled(can[side], Button::new(sign).min_size(vec2(size::STEP, 0.0)));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, can[side], names[side]));
            if response.on_hover_text(names[side]).clicked() {
                pressed = Some(side);
            }
            if side == Side::Left {
                ui.add_sized(
                    vec2(size::VALUE, size::LINE),
                    Label::new(RichText::new(&value).font(theme::bold(theme::BODY))),
                );
            }
        }
    });
    pressed
}

fn comparing(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    heading(ui, "Comparing");
    let matchings = [A::StrictMatching, A::BalancedMatching, A::GenerousMatching];
    one_of(ui, state, asked, &matchings);
    if let Some(on) = matchings.into_iter().find(|matching| matching.is_on(state)) {
        explained(ui, on.tooltip());
    }
    ui.add_space(theme::space::CLOSE);
    for action in [A::OtherOrder, A::Typographic, A::Ledger] {
        switch(ui, state, asked, action);
    }
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(theme::space::PART);
    ui.label(RichText::new(text).font(theme::bold(theme::HEADING)));
}

fn explained(ui: &mut Ui, text: &str) {
    let colours = theme::palette(ui.visuals());
    ui.add(Label::new(RichText::new(text).font(theme::sans(theme::SMALL)).color(colours.quiet)).wrap());
}

/// Gives back the first of them.
fn one_of(ui: &mut Ui, state: &State, asked: &mut Vec<Command>, actions: &[A]) -> Option<Response> {
    let mut first = None;
    ui.horizontal_wrapped(|ui| {
        for &action in actions {
            let radio = ui.radio(action.is_on(state), action.text()).on_hover_text(action.tooltip());
            if radio.clicked() {
                asked.push(Command::Do(action));
            }
            first.get_or_insert(radio);
        }
    });
    first
}

fn switch(ui: &mut Ui, state: &State, asked: &mut Vec<Command>, action: A) {
    let mut on = action.is_on(state);
    if ui.checkbox(&mut on, action.text()).on_hover_text(action.tooltip()).changed() {
        asked.push(Command::Do(action));
    }
}
