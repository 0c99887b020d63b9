//! Notes and reviews on what is not found any more: what they were about in its own words, and what can be done with them.

use egui::{Button, Label, Response, RichText, Ui};

use crate::comparison::{FindingName, Remark, Review, Subject};
use crate::gui::command::Command;
use crate::gui::state::{Open, Placed, State, Topic};
use crate::gui::{theme, words};

use super::controls;

/// Draws the list, and why there is one; nothing where everything has its place.
pub fn show(ui: &mut Ui, state: &State, open: &Open, notes: &[&Placed], asked: &mut Vec<Command>) {
    if notes.is_empty() && open.unplaced.is_empty() {
        return;
    }
    if notes.len() < open.notes.len() {
        ui.separator();
    }
    let count = notes.len() + open.unplaced.len();
    ui.label(RichText::new(format!("Without a place: {count}")).font(theme::bold(theme::BODY)));
    quiet(ui, "The words that these were written on are not found any more, or were changed.");
    ui.add_space(theme::space::CLOSE);
    for placed in notes {
        ui.push_id(&placed.on, |ui| note(ui, state, open, placed, asked));
    }
    for (name, review) in &open.unplaced {
        ui.push_id(name, |ui| finding(ui, state, name, review, asked));
    }
}

fn note(ui: &mut Ui, state: &State, open: &Open, placed: &Placed, asked: &mut Vec<Command>) {
    let what = match &placed.on {
        Subject::Sentence(side, _) => format!("Note on a {} sentence", words::side(*side)),
        Subject::Pair(_) => "Note on a pair".to_owned(),
        Subject::Finding(name) => format!("Note on a finding, {}", words::kind(name.kind).to_lowercase()),
    };
    let about = words::about(&placed.on);
    head(ui, &what, &about);
    if !placed.note.text.is_empty() {
        ui.add(Label::new(RichText::new(&placed.note.text).font(theme::sans(theme::BODY))).wrap());
    }
    if !placed.note.tags.is_empty() {
        quiet(ui, &placed.note.tags.join(" · "));
    }
    ui.horizontal_wrapped(|ui| {
        let chosen = state.subject();
        let told = chosen.as_ref().map(|on| words::subject(&open.comparison, on));
        if put(ui, told, "Choose a sentence, a pair or a finding first.").clicked() {
            asked.push(Command::PutNote(placed.on.clone()));
        }
        copy(ui, &format!("{what}, {}: {}", quoted(&about), words::remark(&placed.note)), asked);
        if ui.button("Change").clicked() {
            asked.push(Command::BeginWriting(Topic::Note(placed.on.clone())));
        }
        if ui.button("Delete").on_hover_text("Undo brings it back.").clicked() {
            asked.push(Command::SetNote(placed.on.clone(), Remark::default()));
        }
    });
    ui.add_space(theme::space::USUAL);
}

fn finding(ui: &mut Ui, state: &State, name: &FindingName, review: &Review, asked: &mut Vec<Command>) {
    let what = match review {
        Review::Checked => "Checked off".to_owned(),
        Review::Dismissed(why) if why.is_empty() => "Dismissed".to_owned(),
        Review::Dismissed(why) => format!("Dismissed: {why}"),
    };
    let what = format!("{} – {what}", words::kind(name.kind));
    let about = words::about_finding(name);
    head(ui, &what, &about);
    ui.horizontal_wrapped(|ui| {
        let chosen = state.chosen.finding.zip(state.open.as_ref());
        let told = chosen.and_then(|(id, open)| Some(open.comparison.findings.get(id)?.message.clone()));
        if put(ui, told, "Choose a finding first.").clicked() {
            asked.push(Command::PutReview(name.clone()));
        }
        copy(ui, &format!("{what}, {}", quoted(&about)), asked);
        if ui.button("Delete").on_hover_text("Undo brings it back.").clicked() {
            asked.push(Command::ForgetReview(name.clone()));
        }
    });
    ui.add_space(theme::space::USUAL);
}

/// What it was, and the words that it was about.
fn head(ui: &mut Ui, what: &str, about: &[&str]) {
    ui.add(Label::new(RichText::new(what).font(theme::bold(theme::NOTE))).wrap());
    for words in about {
        let words = format!("“{}”", words::beginning(words, LONGEST));
        ui.add(Label::new(RichText::new(words).font(theme::italic(theme::BODY))).wrap());
    }
}

/// More of a sentence than this is not needed to know it again.
const LONGEST: usize = 240;

/// The button that puts it on what is chosen, which is told.
fn put(ui: &mut Ui, chosen: Option<String>, why_not: &str) -> Response {
    let button = ui.add_enabled(chosen.is_some(), Button::new("Put on chosen"));
    match chosen {
        Some(chosen) => button.on_hover_text(chosen),
        None => button.on_disabled_hover_text(why_not),
    }
}

fn copy(ui: &mut Ui, text: &str, asked: &mut Vec<Command>) {
    if ui.button("Copy").clicked() {
        asked.push(Command::Copy(text.to_owned()));
    }
}

fn quoted(about: &[&str]) -> String {
    about.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(" and ")
}

fn quiet(ui: &mut Ui, text: &str) {
    controls::remark(ui, text, theme::SMALL);
}
