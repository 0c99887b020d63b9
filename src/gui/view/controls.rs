//! Small controls that every view uses, so that they look and read the same everywhere.

use egui::{Button, Context, CornerRadius, Response, RichText, Stroke, Ui, WidgetInfo, accesskit::Role};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::theme;

/// A button for an action, with its tooltip and its keys.
pub fn action(ui: &mut Ui, state: &State, asked: &mut Vec<Command>, action: Action) -> Response {
    let response = ui.add_enabled(action.enabled(state), Button::new(action.text()));
    pressed(response, asked, action)
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
    let mut button = Button::selectable(false, format!("{tick}{}", action.text()));
    if let Some(keys) = action.shortcuts().first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(keys));
    }
    let response = ui.add_enabled(action.enabled(state), button);
    if pressed(response, asked, action).clicked() {
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

/// A choice between few things that lie side by side; tells which was clicked.
pub fn segments<T: Copy + PartialEq>(ui: &mut Ui, all: &[(T, &str)], chosen: T, told: &str) -> Option<T> {
    let colours = theme::palette(ui.visuals());
    let mut clicked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (n, (value, name)) in all.iter().enumerate() {
            let on = *value == chosen;
            let (first, last) = (n == 0, n + 1 == all.len());
            let round = |is_end: bool| if is_end { 6 } else { 0 };
            let corners = CornerRadius { nw: round(first), sw: round(first), ne: round(last), se: round(last) };
            let ink = if on { colours.ink } else { colours.quiet };
            let button = Button::new(RichText::new(*name).color(ink).font(theme::sans(12.5)))
                .fill(if on { colours.chosen } else { colours.card })
                .stroke(Stroke::new(1.0, if on { colours.quiet } else { colours.edge }))
                .corner_radius(corners)
                .min_size(egui::vec2(0.0, 22.0));
            let response = ui.add(button);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, *name));
            if response.on_hover_text(told).clicked() {
                clicked = Some(*value);
            }
        }
    });
    clicked
}

/// What an action does, with its keys.
pub fn told(ctx: &Context, action: Action) -> String {
    match action.shortcuts().first().map(|keys| ctx.format_shortcut(keys)) {
        Some(keys) => format!("{} ({keys})", action.tooltip()),
        None => action.tooltip().to_owned(),
    }
}

fn pressed(response: Response, asked: &mut Vec<Command>, action: Action) -> Response {
    let words = told(&response.ctx, action);
    if response.clicked() {
        asked.push(Command::Do(action));
    }
    response.on_hover_text(words.clone()).on_disabled_hover_text(words)
}
