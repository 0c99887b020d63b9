//! What was left out of each article, with the reason, and how to put it back.

use egui::{Frame, Label, Margin, RichText, ScrollArea, Ui};

use crate::clean::Removed;
use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::state::Open;
use crate::gui::{theme, words};
use crate::text::{Side, Span};

use super::controls;

/// The list never pushes the comparison out of the window.
const HIGHEST: f32 = 220.0;

/// A passage is shown with so many characters; the whole of it on hovering.
const SHOWN: usize = 160;

/// Draws both lists side by side, where they are folded out.
pub fn show(ui: &mut Ui, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    let is_empty =
        |side: Side| open.comparison.documents[side].removed.is_empty() && open.edits.restored(side).is_empty();
    if !look.removed_open || (is_empty(Side::Left) && is_empty(Side::Right)) {
        return;
    }
    let colours = theme::palette(ui.visuals());
    Frame::NONE.fill(colours.panel).inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
        ScrollArea::vertical().id_salt("removed").max_height(HIGHEST).auto_shrink([false, true]).show(ui, |ui| {
            ui.columns(2, |columns| {
                for (ui, side) in columns.iter_mut().zip(Side::BOTH) {
                    ui.push_id(side, |ui| of_side(ui, open, side, asked));
                }
            });
        });
    });
}

fn of_side(ui: &mut Ui, open: &Open, side: Side, asked: &mut Vec<Command>) {
    let removed = &open.comparison.documents[side].removed;
    ui.horizontal_wrapped(|ui| {
        let title = format!("Left out on the {}", words::side(side));
        ui.label(RichText::new(title).font(theme::bold(13.5)));
        if removed.len() > 1 && controls::quiet(ui, "Put all back").clicked() {
            asked.push(Command::RestoreAll(side));
        }
    });
    if removed.is_empty() {
        ui.weak("Nothing.");
    }
    for passage in removed {
        ui.push_id(passage.span.start, |ui| one(ui, side, passage, asked));
    }
    for &origin in open.edits.restored(side) {
        ui.push_id(("restored", origin), |ui| restored(ui, open, side, origin, asked));
    }
}

fn one(ui: &mut Ui, side: Side, passage: &Removed, asked: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        if ui.small_button("Put back").on_hover_text("Make it part of the article again.").clicked() {
            asked.push(Command::SetRestored(side, passage.span.start, true));
        }
        ui.label(RichText::new(words::capitalised(words::reason(passage.why))).font(theme::bold(12.5)));
    });
    let text = RichText::new(words::beginning(&passage.text, SHOWN)).font(theme::sans(13.0));
    ui.add(Label::new(text).wrap()).on_hover_text(&passage.text);
    ui.add_space(4.0);
}

fn restored(ui: &mut Ui, open: &Open, side: Side, origin: usize, asked: &mut Vec<Command>) {
    let text = &open.articles[side].text;
    let rest = Span::new(origin, text.len()).of(text);
    ui.horizontal_wrapped(|ui| {
        if ui.small_button("Take out again").clicked() {
            asked.push(Command::SetRestored(side, origin, false));
        }
        ui.label(RichText::new("Put back by you").font(theme::bold(12.5)));
    });
    ui.add(
        Label::new(RichText::new(words::beginning(rest.lines().next().unwrap_or(""), SHOWN)).font(theme::sans(13.0)))
            .wrap(),
    );
    ui.add_space(4.0);
}
