//! The comparison: the heads of both sources, and the rows under them.

use egui::{Align, Frame, Key, Layout, Modifiers, Panel, RichText, Ui};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::model::RowFilter;
use crate::gui::settings::Mode;
use crate::gui::spread::Spread;
use crate::gui::state::{Open, State};
use crate::gui::{theme, words};

use super::{controls, find, heads, list, removed, row, side_by_side, ticks};

/// Draws heads and rows.
pub fn show(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    Panel::top("heads").frame(Frame::NONE.fill(colours.paper)).show(ui, |ui| {
        heads::show(ui, state, open, look, asked);
        removed::show(ui, open, look, asked);
    });
    if !super::is_low(ui) || state.row_filter != RowFilter::All {
        filter_bar(ui, state, open, asked);
    }
    find::show(ui, state, look, asked);
    linking(ui, state, open, asked);
    if state.shown.is_empty() {
        nothing(ui, state, asked);
        return;
    }
    match side_by_side::spread(state, ui.available_width()) {
        Some(spread) => side_by_side::show(ui, state, open, spread, look, asked),
        None => rows(ui, state, open, look, asked),
    }
}

fn rows(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let row_at = |place: usize| state.shown.get(place).and_then(|&n| open.rows.get(n));
    let unfolded =
        (0..state.shown.len()).find(|&place| row_at(place).is_some_and(|row| state.chosen.row == Some(row.key)));
    let wanted = list::Wanted {
        name: "rows",
        count: state.shown.len(),
        key: open.revision,
        estimate: &|place, width| row_at(place).map_or(0.0, |row| row::estimate(open, row, width)),
        unfolded,
        reveal: unfolded.filter(|_| look.reveal),
    };
    let empty = crate::gui::model::Row::empty();
    look.rows.nudge += paging(ui, look.rows.view);
    let area = ui.available_rect_before_wrap();
    list::show(
        ui,
        &mut look.rows,
        &wanted,
        |ctx, place, width| {
            row::lay(ctx, open, row_at(place).unwrap_or(&empty), width, unfolded == Some(place), colours)
        },
        |ui, place, rect, laid| {
            if let Some(row) = row_at(place) {
                row::draw(ui, state, open, row, rect, laid, asked);
            }
        },
    );
    ticks::show(ui, state, open, &look.rows, area);
}

/// How far the keys for pages and ends move the view; neither is taken from a text that is being typed.
pub(super) fn paging(ui: &Ui, view: f32) -> f32 {
    if ui.ctx().text_edit_focused() {
        return 0.0;
    }
    let moves = [
        (Key::PageDown, view * PAGE),
        (Key::PageUp, -view * PAGE),
        (Key::End, f32::from(u16::MAX) * view),
        (Key::Home, -f32::from(u16::MAX) * view),
    ];
    moves
        .into_iter()
        .filter(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)))
        .map(|(_, by)| by)
        .sum()
}

/// A page leaves this part of the view unseen, so that the last line before it is the first after it.
const PAGE: f32 = 0.88;

/// How both articles are laid out, which rows are shown – said only where not all are –, and what goes with it.
fn filter_bar(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.paper).inner_margin(egui::Margin::symmetric(14, 5));
    let has_columns = Spread::of(ui.available_width()).is_some();
    Panel::top("rows shown").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            if has_columns {
                mode(ui, state, asked);
            }
            let side_by_side = has_columns && state.is_side_by_side();
            for (filter, name) in RowFilter::ALL {
                let name = if side_by_side && filter == RowFilter::All { "All sentences" } else { name };
                if controls::chip(ui, state.row_filter == filter, name).clicked() {
                    asked.push(Command::ShowRows(filter));
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if side_by_side {
                    together(ui, state, asked);
                } else {
                    count(ui, state, open);
                }
            });
        });
    });
}

/// Side by side or in rows, where there is room for a choice.
fn mode(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let told = controls::told(ui.ctx(), Action::SwitchMode);
    if let Some(mode) = controls::segments(ui, &Mode::ALL, state.settings.mode, &told) {
        asked.push(Command::SetMode(mode));
    }
    ui.add_space(10.0);
}

fn together(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let mut on = state.settings.together;
    let told = controls::told(ui.ctx(), Action::Together);
    let text = RichText::new(Action::Together.text()).font(theme::sans(12.5));
    if ui.checkbox(&mut on, text).on_hover_text(told).clicked() {
        asked.push(Command::Do(Action::Together));
    }
}

fn count(ui: &mut Ui, state: &State, open: &Open) {
    let text = if state.shown.len() == open.rows.len() {
        words::count(open.rows.len(), "row", "rows")
    } else {
        format!("{} of {} rows", state.shown.len(), open.rows.len())
    };
    let colours = theme::palette(ui.visuals());
    ui.label(RichText::new(text).font(theme::sans(12.5)).color(colours.quiet));
}

/// While a sentence waits for its counterpart: what to do now.
fn linking(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    let Some((side, id)) = state.linking else { return };
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.mark_faint).inner_margin(egui::Margin::symmetric(14, 6));
    Panel::top("linking").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let text = words::beginning(open.comparison.documents[side].sentence(id), 70);
            let other = words::side(side.other());
            ui.label(format!("Choose the sentence on the {other} that says the same as “{text}”"));
            if ui.button("Do not link").clicked() {
                asked.push(Command::Do(Action::Deselect));
            }
        });
    });
}

fn nothing(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    ui.vertical_centered(|ui| {
        ui.add_space(60.0);
        ui.label(match state.row_filter {
            RowFilter::All => "Neither source holds a sentence.",
            RowFilter::WithFindings => "No row holds a finding of those listed.",
            RowFilter::Alone => "Every sentence has a counterpart.",
        });
        if state.row_filter != RowFilter::All && ui.button("Show all rows").clicked() {
            asked.push(Command::ShowRows(RowFilter::All));
        }
    });
}
