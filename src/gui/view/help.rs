//! What the marks mean, and every key.

use egui::{Align2, Grid, RichText, ScrollArea, Sense, Stroke, Ui, Window, vec2};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::marks::Difference;
use crate::gui::state::State;
use crate::gui::theme;

use super::cell;

const MARKS: [(Difference, &str); 3] = [
    (Difference::Only, "Only this source has these words: a solid line."),
    (Difference::Replaced, "The other source has other words in their place: a dotted line."),
    (Difference::Moved, "The other source has the same words elsewhere: a dashed line."),
];

const LINKS: &str = "Side by side a ribbon joins what is linked: dashed where the program suggests it, solid where you \
confirmed it, double where you linked it. A dotted bar beside a sentence: no counterpart was found.";

/// Draws the page over the window, where it is open.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    if !state.help {
        return;
    }
    let mut open = true;
    let room = ui.ctx().content_rect().size();
    Window::new(Action::Help.text())
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .show(ui.ctx(), |ui| {
            ScrollArea::vertical()
                .max_height((room.y - 150.0).max(120.0))
                .min_scrolled_height((room.y - 150.0).clamp(120.0, 760.0))
                .show(ui, |ui| {
                    ui.set_max_width(560.0_f32.min(room.x - 80.0));
                    marks(ui);
                    ui.add_space(12.0);
                    keys(ui);
                });
        });
    if !open {
        asked.push(Command::Do(Action::Help));
    }
}

fn marks(ui: &mut Ui) {
    let colours = theme::palette(ui.visuals());
    ui.label(RichText::new("Marks in the text").font(theme::bold(15.0)));
    for (difference, meaning) in MARKS {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(56.0, 22.0), Sense::hover());
            cell::paint_difference(
                ui.painter(),
                rect.shrink2(vec2(4.0, 2.0)),
                difference,
                crate::text::Side::Left,
                colours,
            );
            ui.label(meaning);
        });
    }
    ui.label("A number in brackets: the sentence stands in another row, too.");
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(56.0, 22.0), Sense::hover());
        ui.painter().vline(rect.left() + 6.0, rect.y_range(), Stroke::new(3.0, colours.side.left));
        ui.label("Reworded throughout: a bar beside the sentence.");
    });
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(56.0, 22.0), Sense::hover());
        cell::paint_chosen(ui.painter(), rect.shrink2(vec2(4.0, 2.0)), colours);
        ui.label("The words of the chosen finding: a box.");
    });
    ui.label(LINKS);
    ui.label("Blue belongs to the left source, orange to the right one.");
}

fn keys(ui: &mut Ui) {
    ui.label(RichText::new("Keys").font(theme::bold(15.0)));
    Grid::new("keys").num_columns(2).spacing(vec2(24.0, 4.0)).show(ui, |ui| {
        for action in Action::ALL.into_iter().filter(|action| !action.shortcuts().is_empty()) {
            let mut names: Vec<String> = action.shortcuts().iter().map(|keys| ui.ctx().format_shortcut(keys)).collect();
            names.truncate(2);
            ui.label(RichText::new(names.join("  or  ")).font(theme::bold(13.0)));
            ui.label(action.text()).on_hover_text(action.tooltip());
            ui.end_row();
        }
    });
}
