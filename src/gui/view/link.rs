//! The gutter between the columns: who stands behind a link, how many findings there are; and what can be done with
//! the chosen row.

use egui::{
    Align, Color32, Layout, Painter, Popup, Pos2, Rect, Response, RichText, Sense, Stroke, Ui, UiBuilder, WidgetInfo,
};
use egui::{accesskit::Role, pos2, vec2};

use crate::align::Status;
use crate::claims::Relation;
use crate::gui::action::Action;
use crate::gui::columns::Columns;
use crate::gui::command::Command;
use crate::gui::model::{Row, RowKey};
use crate::gui::state::{ChosenLink, Open, Placed, State, Topic};
use crate::gui::theme::{self, Palette, size};
use crate::gui::words;
use crate::text::Side;

use super::controls;

/// Draws the gutter of a row.
pub fn show(ui: &mut Ui, state: &State, open: &Open, row: &Row, rect: Rect, first_line: f32, asked: &mut Vec<Command>) {
    let links = state.links_of(row.key);
    let gutter = Columns::of(rect.width()).gutter;
    let top = rect.top() + size::ROW_PAD + first_line / 2.0;
    let centre = pos2(rect.left() + gutter.center(), top);
    if !links.is_empty() {
        let response = mark(ui, centre, gutter.span(), &links);
        Popup::menu(&response).show(|ui| menu(ui, &links, asked));
    }
    let below = centre + vec2(0.0, 26.0);
    pill(ui, state, open, row, below, asked);
    noted(ui, open, row, if row.findings.is_empty() { below } else { below + vec2(24.0, 0.0) }, asked);
}

/// A small sheet where the reader has written a note on something in the row; a click opens the first.
fn noted(ui: &Ui, open: &Open, row: &Row, centre: Pos2, asked: &mut Vec<Command>) {
    let notes: Vec<&Placed> = open.notes_of(row.key).collect();
    let Some(first) = notes.first() else { return };
    let colours = theme::palette(ui.visuals());
    let rect = Rect::from_center_size(centre, vec2(12.0, 14.0));
    let response = ui
        .interact(rect.expand(3.0), ui.scope_id().with("notes"), Sense::click())
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    let told = format!("{} in this row, {}", words::count(notes.len(), "note", "notes"), words::row(row));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
    let stroke = Stroke::new(theme::line::HAIR, colours.ink);
    ui.painter().rect(rect, theme::round::BAR, colours.mark, stroke, egui::StrokeKind::Inside);
    for line in [4.0, 7.0, 10.0] {
        ui.painter().hline(rect.left() + 3.0..=rect.right() - 3.0, rect.top() + line, stroke);
    }
    let lines: Vec<String> = notes.iter().map(|placed| words::remark(&placed.note)).collect();
    if response.on_hover_text(lines.join("\n")).clicked() {
        asked.push(Command::BeginWriting(Topic::Note(first.on.clone())));
    }
}

/// The link itself: hollow while only the program stands behind one of its parts, filled when the reader stands
/// behind them all.
fn mark(ui: &Ui, centre: Pos2, width: f32, links: &[ChosenLink]) -> Response {
    let colours = theme::palette(ui.visuals());
    let rect = Rect::from_center_size(centre, vec2(width - 16.0, 24.0));
    let response =
        ui.interact(rect, ui.scope_id().with("link"), Sense::click()).on_hover_cursor(egui::CursorIcon::PointingHand);
    let told = told(links);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(links)));
    let ink = if response.hovered() || response.has_focus() { colours.ink } else { colours.quiet };
    let status = links.iter().map(|link| link.2).min().unwrap_or(Status::Suggested);
    paint(ui.painter(), rect, status, ink, colours);
    response.on_hover_text(words::capitalised(&told))
}

/// What a screen reader calls a sign of links: which sentences they join, and who stands behind them.
pub(super) fn name(links: &[ChosenLink]) -> String {
    let Some((pair, ..)) = links.first().filter(|_| links.len() == 1) else {
        return format!("Links: {}", told(links));
    };
    format!("Link: left {} with right {}, {}", pair.left + 1, pair.right + 1, told(links))
}

pub(super) fn told(links: &[ChosenLink]) -> String {
    let lines: Vec<String> = links
        .iter()
        .map(|(pair, score, status)| {
            let which = if links.len() > 1 {
                format!("left {} with right {}: ", pair.left + 1, pair.right + 1)
            } else {
                String::new()
            };
            match status {
                Status::Suggested => format!("{which}{}, {}", words::status(*status), words::score(*score)),
                _ => format!("{which}{}", words::status(*status)),
            }
        })
        .collect();
    lines.join("\n")
}

fn paint(painter: &Painter, rect: Rect, status: Status, ink: Color32, colours: &Palette) {
    let centre = rect.center();
    let stroke = Stroke::new(theme::line::SIGN, ink);
    let y = painter.round_to_pixel_center(centre.y);
    painter.hline(rect.left()..=centre.x - 7.0, y, stroke);
    painter.hline(centre.x + 7.0..=rect.right(), y, stroke);
    symbol(painter, centre, status, ink, colours);
}

/// Who stands behind a link: hollow for the program, filled for the reader, and a shape for each.
pub(super) fn symbol(painter: &Painter, centre: Pos2, status: Status, ink: Color32, colours: &Palette) {
    match status {
        Status::Suggested => {
            painter.circle_stroke(centre, size::HOLLOW_SIGN, Stroke::new(theme::line::SIGN, ink));
        }
        Status::Confirmed => {
            painter.circle_filled(centre, size::FULL_SIGN, colours.accent);
            let tick = vec![centre + vec2(-3.4, 0.2), centre + vec2(-1.0, 2.8), centre + vec2(3.6, -2.6)];
            painter.line(tick, Stroke::new(theme::line::FIRM, colours.on_accent));
        }
        Status::Manual => {
            let diamond = [vec2(0.0, -7.0), vec2(7.0, 0.0), vec2(0.0, 7.0), vec2(-7.0, 0.0)].map(|by| centre + by);
            painter.add(egui::Shape::convex_polygon(diamond.to_vec(), colours.accent, Stroke::NONE));
        }
    }
}

/// Every link with what can be done about it.
pub(super) fn menu(ui: &mut Ui, links: &[ChosenLink], asked: &mut Vec<Command>) {
    for (pair, score, status) in links {
        ui.label(
            RichText::new(format!("Left {} with right {}", pair.left + 1, pair.right + 1))
                .font(theme::bold(theme::NOTE)),
        );
        ui.label(match status {
            Status::Suggested => words::capitalised(&words::score(*score)),
            _ => words::capitalised(words::status(*status)),
        });
        if *status == Status::Suggested && ui.button("Confirm this link").clicked() {
            asked.push(Command::Confirm(*pair));
            ui.close();
        }
        if ui.button("Not the same").clicked() {
            asked.push(Command::Reject(*pair));
            ui.close();
        }
        ui.add_space(theme::space::CLOSE);
    }
}

/// How many of the listed findings lie in the row; a click chooses the first.
fn pill(ui: &Ui, state: &State, open: &Open, row: &Row, centre: Pos2, asked: &mut Vec<Command>) {
    let findings = &open.comparison.findings;
    let listed: Vec<usize> = row.findings.iter().copied().filter(|&id| state.lists(id)).collect();
    let Some(&first) = listed.first() else { return };
    let colours = theme::palette(ui.visuals());
    let rect = Rect::from_center_size(centre, vec2(26.0, 18.0));
    let response = ui
        .interact(rect, ui.scope_id().with("findings"), Sense::click())
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    let conflict =
        listed.iter().any(|&id| findings.get(id).is_some_and(|finding| finding.relation == Relation::Conflict));
    let told = words::count(listed.len(), "finding", "findings") + if conflict { ", one a conflict" } else { "" };
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{told} in this row, {}", words::row(row))));
    let (fill, ink) = if conflict { (colours.ink, colours.paper) } else { (colours.card, colours.ink) };
    ui.painter().rect(
        rect,
        theme::round::PILL,
        fill,
        Stroke::new(theme::line::HAIR, colours.ink),
        egui::StrokeKind::Inside,
    );
    ui.painter().text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        listed.len().to_string(),
        theme::bold(theme::SMALL),
        ink,
    );
    if response.on_hover_text(words::capitalised(&told)).clicked() {
        asked.push(Command::ChooseFinding(first));
    }
}

/// Under a column narrower than this the buttons would be cut off; they begin at the left then.
const ROOM_FOR_STRIP: f32 = 430.0;

/// What can be done with the chosen row.
pub fn strip(ui: &mut Ui, state: &State, open: &Open, row: &Row, rect: Rect, asked: &mut Vec<Command>) {
    let columns = Columns::of(rect.width());
    let side = match row.key {
        RowKey::Alone(side, _) if columns.text[side].span() >= ROOM_FOR_STRIP => side,
        _ => Side::Left,
    };
    let from = rect.left() + columns.text[side].min;
    let rect = Rect::from_min_max(pos2(from, rect.top() + 4.0), pos2(rect.right() - size::PAD, rect.bottom() - 4.0));
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().id_salt("strip").max_rect(rect).layout(layout), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(rect.expand(4.0)));
        match row.key {
            RowKey::Group(_) => {
                if Action::ConfirmLink.enabled(state) {
                    controls::action(ui, state, asked, Action::ConfirmLink);
                }
                controls::action(ui, state, asked, Action::RejectLink);
            }
            RowKey::Alone(side, id) => alone(ui, open, (side, id), asked),
        }
        controls::action(ui, state, asked, Action::CopyRow);
    });
}

fn alone(ui: &mut Ui, open: &Open, (side, id): (Side, usize), asked: &mut Vec<Command>) {
    let other = words::side(side.other());
    let tip = format!("Then choose the sentence on the {other} that says the same.");
    if ui.button("Link by hand…").on_hover_text(tip).clicked() {
        asked.push(Command::BeginLink(side, id));
    }
    let said = open.origin(side, id).is_some_and(|origin| open.edits.is_alone(side, origin));
    let text = if said { "It may have one after all" } else { "It has no counterpart" };
    if ui.button(text).clicked() {
        asked.push(Command::SetAlone(side, id, !said));
    }
}
