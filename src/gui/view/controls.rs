//! Small controls that every view uses, so that they look and read the same everywhere.

use egui::{Button, Context, Response, RichText, Stroke, Ui, WidgetInfo, accesskit::Role};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::theme;

/// A button for an action, with its tooltip and its keys.
pub fn action(ui: &mut Ui, state: &State, asked: &mut Vec<Command>, action: Action) -> Response {
    let response = ui.add_enabled(action.enabled(state), Button::new(action.text()));
    let told = match state.step_name(action) {
        Some(_) => with_keys(ui.ctx(), action, &named(state, action)),
        None => told(ui.ctx(), action),
    };
    pressed(response, asked, action, &told)
}

/// The name of an action; where it takes something back or makes it again, with the name of that.
fn named(state: &State, action: Action) -> String {
    match state.step_name(action) {
        Some(step) => format!("{}: {step}", action.text()),
        None => action.text().to_owned(),
    }
}

/// The action that the reader most likely wants next.
pub fn primary(ui: &mut Ui, enabled: bool, text: &str) -> Response {
    let colours = theme::palette(ui.visuals());
    let button = Button::new(RichText::new(text).color(colours.on_accent).font(theme::bold(15.0)))
        .fill(colours.accent)
        .stroke(Stroke::NONE)
        .min_size(egui::vec2(150.0, 36.0));
    ui.add_enabled(enabled, button)
}

/// An entry of a menu, with its keys on the right and a tick where it is a switch that is on.
pub fn entry(ui: &mut Ui, state: &State, asked: &mut Vec<Command>, action: Action) {
    let tick = if action.is_on(state) { "✓ " } else { "" };
    let mut button = Button::selectable(false, format!("{tick}{}", named(state, action)));
    if let Some(keys) = action.shortcuts().first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(keys));
    }
    let response = ui.add_enabled(action.enabled(state), button);
    let told = told(ui.ctx(), action);
    if pressed(response, asked, action, &told).clicked() {
        ui.close();
    }
}

/// A button without a frame, for what is seldom wanted.
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    let colours = theme::palette(ui.visuals());
    ui.add(Button::new(RichText::new(text).color(colours.accent).font(theme::sans(13.0))).frame(false))
}

/// A switch in the shape of a chip.
pub fn chip(ui: &mut Ui, on: bool, text: &str) -> Response {
    let colours = theme::palette(ui.visuals());
    let (fill, ink, edge) = if on {
        (colours.accent, colours.on_accent, colours.accent)
    } else {
        (colours.card, colours.ink, colours.edge)
    };
    let button = Button::new(RichText::new(text).color(ink).font(theme::sans(12.5)))
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(11)
        .min_size(egui::vec2(0.0, 22.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, text));
    response
}

/// What an action does, with its keys.
pub fn told(ctx: &Context, action: Action) -> String {
    with_keys(ctx, action, action.tooltip())
}

fn with_keys(ctx: &Context, action: Action, words: &str) -> String {
    match action.shortcuts().first().map(|keys| ctx.format_shortcut(keys)) {
        Some(keys) => format!("{words} ({keys})"),
        None => words.to_owned(),
    }
}

fn pressed(response: Response, asked: &mut Vec<Command>, action: Action, told: &str) -> Response {
    if response.clicked() {
        asked.push(Command::Do(action));
    }
    response.on_hover_text(told).on_disabled_hover_text(told)
}
