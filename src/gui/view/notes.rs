//! The reader's notes, in the order of what they are about; those whose place is gone stand at the end.

use egui::{Frame, Label, RichText, ScrollArea, Ui};

use crate::claims::Place;
use crate::comparison::Remark;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::state::{Open, Placed, State, Topic};
use crate::gui::{theme, words};
use crate::text::Side;

use super::{beside, controls, unplaced};

/// Draws the list.
pub fn show(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    let title = words::count(open.notes.len(), "note", "notes");
    beside::head(ui, &title, Action::Notes, asked, |_, _| ());
    Frame::NONE.inner_margin(theme::margin::PANEL).show(ui, |ui| {
        narrowing(ui, state, open, look, asked);
        let wanted = |placed: &&Placed| look.tag.as_ref().is_none_or(|tag| placed.note.tags.contains(tag));
        let (here, gone): (Vec<&Placed>, Vec<&Placed>) =
            open.notes.iter().filter(wanted).partition(|placed| has_place(placed));
        ScrollArea::vertical().id_salt("notes").auto_shrink(false).show(ui, |ui| {
            for placed in here {
                ui.push_id(&placed.on, |ui| one(ui, open, placed, asked));
            }
            unplaced::show(ui, state, open, &gone, asked);
        });
    });
}

fn has_place(placed: &Placed) -> bool {
    Side::BOTH.iter().any(|&side| placed.sentences[side].is_some())
}

/// What to do where there are none yet, and the tags that narrow the list.
fn narrowing(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    if open.notes.is_empty() && open.unplaced.is_empty() {
        quiet(ui, "Choose a sentence, a pair or a finding and write a note on it: Ctrl+M, or the menu Edit.");
        controls::action(ui, state, asked, Action::WriteNote);
    }
    let mut tags: Vec<&String> = open.notes.iter().flat_map(|placed| &placed.note.tags).collect();
    tags.sort();
    tags.dedup();
    if look.tag.as_ref().is_some_and(|tag| !tags.contains(&tag)) {
        look.tag = None;
    }
    ui.horizontal_wrapped(|ui| {
        for tag in tags {
            let on = look.tag.as_ref() == Some(tag);
            let count = open.notes.iter().filter(|placed| placed.note.tags.contains(tag)).count();
            if controls::chip(ui, on, &format!("{tag} {count}")).clicked() {
                look.tag = (!on).then(|| tag.clone());
            }
        }
    });
}

fn one(ui: &mut Ui, open: &Open, placed: &Placed, asked: &mut Vec<Command>) {
    let subject = words::subject(&open.comparison, &placed.on);
    ui.label(RichText::new(&subject).font(theme::bold(theme::NOTE)));
    if !placed.note.text.is_empty() {
        ui.add(Label::new(RichText::new(&placed.note.text).font(theme::sans(theme::BODY))).wrap());
    }
    if !placed.note.tags.is_empty() {
        quiet(ui, &placed.note.tags.join(" · "));
    }
    ui.horizontal(|ui| {
        if let Some((side, place)) = place(open, placed)
            && ui.button("Go there").clicked()
        {
            asked.push(Command::GoTo(side, place));
        }
        if ui.button("Change").clicked() {
            asked.push(Command::BeginWriting(Topic::Note(placed.on.clone())));
        }
        if ui.button("Delete").on_hover_text("Undo brings it back.").clicked() {
            asked.push(Command::SetNote(placed.on.clone(), Remark::default()));
        }
    });
    ui.add_space(theme::space::USUAL);
}

/// The first sentence that a note is about.
fn place(open: &Open, placed: &Placed) -> Option<(Side, Place)> {
    Side::BOTH.into_iter().find_map(|side| {
        let sentence = placed.sentences[side]?;
        let span = open.comparison.documents[side].sentences.get(sentence)?.span;
        Some((side, Place { sentence, span }))
    })
}

fn quiet(ui: &mut Ui, text: &str) {
    controls::remark(ui, text, theme::SMALL);
}
