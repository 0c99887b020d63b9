//! What the marks mean, and every key.

use egui::{Align2, Context, Grid, Label, Painter, Rect, RichText, ScrollArea, Sense, Stroke, Ui, Window, vec2};

use crate::align::Status;
use crate::gui::action::{Action, Menu, Section};
use crate::gui::command::Command;
use crate::gui::marks::Difference;
use crate::gui::state::{Sheet, State};
use crate::gui::theme::{self, Palette, size};
use crate::text::Side;

use super::{cell, controls, mended, selecting, side_by_side};

const MARKS: [(Difference, &str); 3] = [
    (Difference::Only, "Only this source has these words: a solid line."),
    (Difference::Replaced, "The other source has other words in their place: a dotted line."),
    (Difference::Moved, "The other source has the same words elsewhere: a dashed line."),
];

const LINKS: [(Status, &str); 3] = [
    (Status::Suggested, "Side by side a ribbon joins what is linked; dashed: the program suggests it."),
    (Status::Confirmed, "Solid: you confirmed the link."),
    (Status::Manual, "Double: you linked the sentences yourself."),
];

/// Draws the page over the window, where it is open.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    if state.sheet != Some(Sheet::Keys) {
        return;
    }
    let mut open = true;
    let room = ui.ctx().content_rect().size();
    let highest = (room.y - 150.0).max(120.0);
    Window::new(Action::Help.text())
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .show(ui.ctx(), |ui| {
            ScrollArea::vertical().max_height(highest).min_scrolled_height(highest.min(760.0)).show(ui, |ui| {
                ui.set_max_width(WIDEST.min(room.x - size::AROUND_SHEET));
                marks(ui);
                keys(ui);
            });
        });
    if !open {
        asked.push(Command::Do(Action::Help));
    }
}

/// The page is no wider, so that names and keys are read together.
const WIDEST: f32 = 620.0;

fn marks(ui: &mut Ui) {
    ui.label(RichText::new("Marks in the text").font(theme::bold(theme::HEADING)));
    for (difference, meaning) in MARKS {
        mark(ui, meaning, |painter, rect, colours| {
            cell::paint_difference(painter, rect.shrink2(vec2(4.0, 2.0)), difference, Side::Left, colours);
        });
    }
    mark(ui, "Reworded throughout: a bar beside the sentence.", |painter, rect, colours| {
        painter.vline(rect.left() + 6.0, rect.y_range(), Stroke::new(theme::line::BAR, colours.side.left));
    });
    mark(ui, "The words of the chosen finding: a box.", |painter, rect, colours| {
        cell::paint_chosen(painter, rect.shrink2(vec2(4.0, 2.0)), colours);
    });
    mark(ui, "A number in brackets: the sentence stands in another row, too.", |painter, rect, colours| {
        let at = rect.left_center() + vec2(4.0, 0.0);
        painter.text(at, Align2::LEFT_CENTER, "(7)", theme::sans(theme::SMALL), colours.side.left);
    });
    mark(
        ui,
        "A diamond under a number: you split or joined the sentence. On a link: you made it.",
        |painter, rect, colours| {
            mended::diamond(painter, rect.left_center() + vec2(9.0, 0.0), colours);
        },
    );
    mark(ui, "Blue belongs to the left source, orange to the right one.", |painter, rect, colours| {
        for side in Side::BOTH {
            let x = rect.left() + if side == Side::Left { 6.0 } else { 14.0 };
            painter.vline(x, rect.y_range().shrink(2.0), Stroke::new(theme::line::BROAD, colours.side[side]));
        }
    });
    mark(ui, "A dotted bar beside a sentence: no counterpart was found.", |painter, rect, colours| {
        let x = painter.round_to_pixel_center(rect.left() + 6.0);
        painter.extend(side_by_side::dotted(x, rect.y_range().shrink(2.0), colours));
    });
    mark(
        ui,
        "A line between the rows: something was left out here; a click shows what and why.",
        |painter, rect, colours| {
            painter.hline(rect.x_range().shrink(4.0), rect.center().y, Stroke::new(theme::line::HAIR, colours.edge));
        },
    );
    for (status, meaning) in LINKS {
        mark(ui, meaning, |painter, rect, colours| {
            painter.extend(side_by_side::ribbon(rect.shrink2(vec2(4.0, 5.0)), status, colours));
        });
    }
}

/// A mark and what it means; the meanings stand in one column.
fn mark(ui: &mut Ui, meaning: &str, paint: impl FnOnce(&Painter, Rect, &Palette)) {
    let colours = theme::palette(ui.visuals());
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(SIGN, size::LINE), Sense::hover());
        paint(ui.painter(), rect, colours);
        ui.add(Label::new(meaning).wrap());
    });
}

/// How wide the column of signs is.
const SIGN: f32 = 56.0;

/// Every action by its menu, with its keys; what has none is named as well, as it is found in the list of commands.
fn keys(ui: &mut Ui) {
    for menu in Menu::ALL {
        ui.add_space(theme::space::PART);
        ui.label(RichText::new(menu.name()).font(theme::bold(theme::HEADING)));
        Grid::new(menu.name())
            .num_columns(2)
            .min_col_width(KEYS)
            .spacing(vec2(theme::space::EDGE, theme::space::CLOSE))
            .show(ui, |ui| {
                let sections = Action::SECTIONS.iter().filter(|section| section.menu == menu);
                for (section, &action) in sections.flat_map(|section| section.actions.iter().map(move |a| (section, a)))
                {
                    ui.label(RichText::new(keys_of(ui.ctx(), action)).font(theme::bold(theme::NOTE)));
                    ui.label(name(section, action)).on_hover_text(action.tooltip());
                    ui.end_row();
                }
            });
    }
    ui.add_space(theme::space::PART);
    ui.label(RichText::new("In the articles").font(theme::bold(theme::HEADING)));
    Grid::new("in the articles")
        .num_columns(2)
        .min_col_width(KEYS)
        .spacing(vec2(theme::space::EDGE, theme::space::CLOSE))
        .show(ui, |ui| {
            for (keys, what) in selecting::KEYS {
                ui.label(RichText::new(ui.ctx().format_shortcut(&keys)).font(theme::bold(theme::NOTE)));
                ui.label(what);
                ui.end_row();
            }
        });
    ui.label(CLICKS);
    ui.add_space(theme::space::PART);
    ui.label(ELSEWHERE);
}

const CLICKS: &str = "Two clicks take a word, three a sentence, four a paragraph; dragging goes on by the same. The \
plus beside a sentence is dragged to its counterpart to link the two, the end of a ribbon to another sentence to move it.";

const ELSEWHERE: &str = "The keys Page Up, Page Down, Home and End move the text; Tab goes from one control to the next, \
Enter or Space presses it. Menus open by click, or by Tab and Enter; the Alt key does not open them.";

/// The column of keys is as wide under every menu.
const KEYS: f32 = 190.0;

/// The keys of an action, at most two, as more only say the same again; a dash where it has none.
fn keys_of(ctx: &Context, action: Action) -> String {
    let keys: Vec<String> = action.shortcuts().iter().take(2).map(|keys| controls::keys_shown(ctx, keys)).collect();
    if keys.is_empty() { "–".to_owned() } else { keys.join("  or  ") }
}

/// An action's name, after the heading that it stands under in its menu, unless it names that itself.
fn name(section: &Section, action: Action) -> String {
    let heading = section.title.filter(|title| !action.text().to_lowercase().contains(&title.to_lowercase()));
    heading.map_or_else(|| action.text().to_owned(), |title| format!("{title}: {}", action.text()))
}
