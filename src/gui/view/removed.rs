//! What was left out of each article, with the reason, and how to put it back.

use egui::{Align, Frame, Label, Layout, Margin, RichText, ScrollArea, Ui};

use crate::clean::Removed;
use crate::gui::columns::Columns;
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
    let width = (ui.available_width() - ui.spacing().scroll.allocated_width()).max(1.0).floor();
    let columns = Columns::of(width);
    Frame::NONE.fill(colours.panel).inner_margin(Margin::symmetric(0, 8)).show(ui, |ui| {
        let area = ScrollArea::vertical().id_salt("removed").max_height(HIGHEST).min_scrolled_height(HIGHEST);
        area.auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let layout =
                if columns.stacked { Layout::top_down(Align::LEFT) } else { Layout::left_to_right(Align::TOP) };
            ui.with_layout(layout, |ui| {
                for side in Side::BOTH {
                    let at = if columns.stacked || side == Side::Left { 0.0 } else { columns.text.left.max };
                    let indent = columns.text[side].min - at;
                    ui.push_id(side, |ui| {
                        beneath(ui, indent, columns.text[side].span(), |ui| of_side(ui, open, side, asked));
                    });
                }
            });
        });
    });
}

/// Draws contents of a width, so far from where the last ones ended.
fn beneath(ui: &mut Ui, indent: f32, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.add_space(indent);
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.x = 8.0;
            contents(ui);
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
