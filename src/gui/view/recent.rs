//! What was open lately: projects and pairs of sources, in the menu and on the welcome page.

use std::path::{Path, PathBuf};

use egui::{Align, Button, Layout, RichText, Ui};

use crate::gui::command::Command;
use crate::gui::projects::ProjectCommand;
use crate::gui::state::{State, name_of};
use crate::gui::{theme, words};
use crate::load::Source;

/// Something that was open lately.
struct Entry {
    /// What it is called.
    name: String,
    /// Where it is.
    place: String,
    /// What opens it.
    command: Command,
}

fn projects(state: &State) -> Vec<Entry> {
    let entry = |place: &String| Entry {
        name: name_of(Path::new(place)),
        place: place.clone(),
        command: Command::Project(ProjectCommand::Open(PathBuf::from(place))),
    };
    state.settings.recent_projects.iter().map(entry).collect()
}

fn pairs(state: &State) -> Vec<Entry> {
    let pairs = state.settings.recent.iter().map(|named| {
        let sources = named.as_ref().map(|word| Source::from_argument(word));
        let names = sources.as_ref().map(words::source_name);
        Entry {
            name: format!("{}  –  {}", names.left, names.right),
            place: format!("{}\n{}", named.left, named.right),
            command: Command::OpenPair(sources),
        }
    });
    pairs.collect()
}

/// Draws the entry of a menu from which they open.
pub fn menu(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let lists = [("Projects", projects(state)), ("Articles", pairs(state))];
    let any = lists.iter().any(|(_, entries)| !entries.is_empty());
    ui.add_enabled_ui(any, |ui| {
        ui.menu_button("Open recent", |ui| {
            for (title, entries) in lists.into_iter().filter(|(_, entries)| !entries.is_empty()) {
                ui.weak(title);
                for (n, entry) in entries.into_iter().enumerate() {
                    let clicked = ui.push_id((title, n), |ui| one(ui, &entry)).inner;
                    if clicked {
                        asked.push(entry.command);
                        ui.close();
                    }
                }
            }
        });
    });
}

fn one(ui: &mut Ui, entry: &Entry) -> bool {
    ui.add(Button::selectable(false, &entry.name)).on_hover_text(&entry.place).clicked()
}

/// Draws them on the welcome page.
pub fn list(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    for (title, entries) in [("Projects", projects(state)), ("Compared lately", pairs(state))] {
        if entries.is_empty() {
            continue;
        }
        ui.add_space(theme::space::APART);
        ui.label(RichText::new(title).font(theme::bold(theme::BODY)));
        for (n, entry) in entries.into_iter().enumerate() {
            ui.push_id((title, n), |ui| {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let button = Button::new(RichText::new(&entry.name)).frame(false).truncate();
                    if ui.add(button).on_hover_text(&entry.place).clicked() {
                        asked.push(entry.command);
                    }
                })
            });
        }
    }
}
