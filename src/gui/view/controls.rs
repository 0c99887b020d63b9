//! Small controls that every view uses, so that they look and read the same everywhere.

use egui::{
    AtomExt as _, Button, Context, CornerRadius, Frame, Key, KeyboardShortcut, Label, Response, RichText, Stroke, Ui,
    WidgetInfo, accesskit::Role,
};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::theme::{self, size};

/// A button for an action, with its tooltip and its keys.
pub fn action(ui: &mut Ui, state: &State, asked: &mut Vec<Command>, action: Action) -> Response {
    let response = ui.add_enabled(action.enabled(state), Button::new(action.text()));
    pressed(response, state, asked, action)
}

/// The name of an action; where it takes something back or makes it again, with the name of that.
fn full_name(state: &State, action: Action) -> String {
    match state.step_name(action) {
        Some(step) => format!("{}: {step}", action.text()),
        None => action.text().to_owned(),
    }
}

/// The same with another name, where there is room for a short one only.
pub fn named(ui: &mut Ui, state: &State, asked: &mut Vec<Command>, action: Action, name: &str) -> Response {
    let response = ui.add_enabled(action.enabled(state), Button::new(name));
    pressed(response, state, asked, action)
}

/// The action that the reader most likely wants next.
pub fn primary(ui: &mut Ui, enabled: bool, text: &str) -> Response {
    let colours = theme::palette(ui.visuals());
    let button = Button::new(RichText::new(text).color(colours.on_accent).font(theme::bold(theme::HEADING)))
        .fill(colours.accent)
        .stroke(Stroke::NONE)
        .min_size(size::PRIMARY);
    ui.add_enabled(enabled, button)
}

/// The frame of a question that lies over the window.
pub fn sheet(ui: &Ui) -> Frame {
    Frame::popup(ui.style()).inner_margin(size::PAD + theme::space::NEAR)
}

/// Entries of a menu, with their keys on the right; where one is a switch, all leave room for its tick.
pub fn entries(ui: &mut Ui, state: &State, asked: &mut Vec<Command>, actions: &[Action]) {
    let with_ticks = actions.iter().any(|action| action.switch(state).is_some());
    for &action in actions {
        let response = entry(ui, state, action, with_ticks);
        if pressed(response, state, asked, action).clicked() {
            ui.close();
        }
    }
}

fn entry(ui: &mut Ui, state: &State, action: Action, with_ticks: bool) -> Response {
    let switch = action.switch(state);
    let enabled = action.enabled(state);
    let mut button = Button::selectable(false, full_name(state, action));
    if with_ticks {
        let tick = RichText::new(if switch == Some(true) { "✓" } else { "" }).font(theme::sans(theme::NOTE));
        let room = ui.spacing().icon_width;
        button = Button::selectable(false, (tick.atom_size(egui::vec2(room, room)), full_name(state, action)));
    }
    if let Some(keys) = action.shortcuts().first() {
        button = button.shortcut_text(keys_shown(ui.ctx(), keys));
    }
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| match switch {
        Some(on) => WidgetInfo::selected(Role::MenuItemCheckBox, enabled, on, action.text()),
        None => WidgetInfo::labeled(Role::MenuItem, enabled, full_name(state, action)),
    });
    response
}

/// What is said about the articles and the findings, in a type of so many points.
pub fn remark(ui: &mut Ui, text: &str, points: f32) -> Response {
    let colours = theme::palette(ui.visuals());
    ui.add(Label::new(RichText::new(text).font(theme::sans(points)).color(colours.quiet)).wrap())
}

/// A button without a frame, for what is seldom wanted.
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    let colours = theme::palette(ui.visuals());
    ui.add(Button::new(RichText::new(text).color(colours.accent).font(theme::sans(theme::NOTE))).frame(false))
}

/// A switch in the shape of a chip.
pub fn chip(ui: &mut Ui, on: bool, text: &str) -> Response {
    chip_as(ui, Role::CheckBox, on, text)
}

/// A chip among several of which one is on.
pub fn choice(ui: &mut Ui, on: bool, text: &str) -> Response {
    chip_as(ui, Role::RadioButton, on, text)
}

fn chip_as(ui: &mut Ui, role: Role, on: bool, text: &str) -> Response {
    let colours = theme::palette(ui.visuals());
    let (fill, ink, edge) = if on {
        (colours.accent, colours.on_accent, colours.accent)
    } else {
        (colours.card, colours.ink, colours.edge)
    };
    let button = Button::new(RichText::new(text).color(ink).font(theme::sans(theme::SMALL)))
        .fill(fill)
        .stroke(Stroke::new(theme::line::HAIR, edge))
        .corner_radius(theme::round::CHIP)
        .min_size(egui::vec2(0.0, size::LINE));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(role, true, on, text));
    response
}

/// Keys as they are written on a keyboard: `Ctrl+,`, where egui says `Ctrl+Comma`.
pub fn keys_shown(ctx: &Context, keys: &KeyboardShortcut) -> String {
    let sign = match keys.logical_key {
        Key::Comma => ",",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Equals => "=",
        key => key.name(),
    };
    ctx.format_shortcut(keys).replace(keys.logical_key.name(), sign)
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
            let round = |is_end: bool| if is_end { theme::round::SEGMENT } else { 0 };
            let corners = CornerRadius { nw: round(first), sw: round(first), ne: round(last), se: round(last) };
            let ink = if on { colours.ink } else { colours.quiet };
            let button = Button::new(RichText::new(*name).color(ink).font(theme::sans(theme::SMALL)))
                .fill(if on { colours.chosen } else { colours.card })
                .stroke(Stroke::new(theme::line::HAIR, if on { colours.quiet } else { colours.edge }))
                .corner_radius(corners)
                .min_size(egui::vec2(0.0, size::LINE));
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
    with_keys(ctx, action, action.tooltip())
}

fn with_keys(ctx: &Context, action: Action, words: &str) -> String {
    match action.shortcuts().first().map(|keys| keys_shown(ctx, keys)) {
        Some(keys) => format!("{words} ({keys})"),
        None => words.to_owned(),
    }
}

fn pressed(response: Response, state: &State, asked: &mut Vec<Command>, action: Action) -> Response {
    if response.clicked() {
        asked.push(Command::Do(action));
    }
    let words = match state.step_name(action) {
        Some(_) => with_keys(&response.ctx, action, &full_name(state, action)),
        None => told(&response.ctx, action),
    };
    match action.hindrance(state) {
        Some(why_not) => response.on_disabled_hover_text(format!("{words}\n{why_not}")),
        None => response.on_hover_text(words),
    }
}
