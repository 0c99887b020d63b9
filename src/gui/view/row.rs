//! A row: drawn where it belongs, with what stands in its cells.

mod grips;
mod lay;
mod menu;

pub use grips::held;
pub use lay::{RowLaid, estimate, lay};
pub(super) use menu::menu;

use std::sync::Arc;

use egui::{Color32, Galley, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::clean::Role;
use crate::gui::columns::Columns;
use crate::gui::command::Command;
use crate::gui::model::{Row, RowKey};
use crate::gui::state::{Open, State};
use crate::gui::theme::{self, size};
use crate::gui::{marks, words};
use crate::text::{Pair, Side, Span};

use super::text::Drawn;
use super::{cell, link, mended, spoken, why};

use lay::{Part, What};

/// Draws a row where it belongs.
pub fn draw(ui: &mut Ui, state: &State, open: &Open, row: &Row, rect: Rect, laid: &RowLaid, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let chosen = state.chosen.row == Some(row.key);
    let response = ui.interact(rect, ui.scope_id().with("row"), Sense::click());
    spoken::entry(&response, chosen, &label(state, row));
    ground(
        ui,
        rect,
        if chosen { Some(colours.chosen) } else { response.contains_pointer().then_some(colours.hovered) },
    );
    if chosen {
        let bar = Rect::from_min_size(rect.min, vec2(size::CHOSEN_BAR, rect.height()));
        ui.painter().rect_filled(bar, 0.0, colours.accent);
    }
    let mut clicked = response.clicked();
    for part in &laid.parts {
        clicked |= draw_part(ui, state, open, row, rect, part, asked);
    }
    link::show(ui, state, open, row, rect, laid.first_line, asked);
    // A quick hand has left the row before it is known that it drags.
    let pressed = ui.input(|input| input.pointer.press_origin()).is_some_and(|at| rect.contains(at));
    if chosen || pressed || response.contains_pointer() {
        grips::show(ui, state, rect, laid, asked);
    }
    for line in &laid.why {
        why::draw(ui, open, rect, line, asked);
    }
    if let Some(top) = laid.strip {
        let strip = Rect::from_min_max(pos2(rect.left(), rect.top() + top), rect.max);
        link::strip(ui, state, open, row, strip, asked);
    }
    if clicked {
        asked.push(Command::PointAt(row.key));
    }
}

fn ground(ui: &Ui, rect: Rect, fill: Option<Color32>) {
    let painter = ui.painter();
    if let Some(fill) = fill {
        painter.rect_filled(rect, 0.0, fill);
    }
    let y = painter.round_to_pixel_center(rect.bottom() - 0.5);
    painter.hline(rect.x_range(), y, egui::Stroke::new(theme::line::HAIR, theme::palette(ui.visuals()).line));
}

/// Draws what stands in a cell; tells whether it was clicked.
fn draw_part(
    ui: &mut Ui,
    state: &State,
    open: &Open,
    row: &Row,
    rect: Rect,
    part: &Part,
    asked: &mut Vec<Command>,
) -> bool {
    let at = rect.min + part.at;
    match &part.what {
        What::Sentence(id, role) => draw_sentence(ui, state, open, row, (part, *id, *role), at, asked),
        What::Nothing => {
            aside(ui, at, &part.galley, "nothing");
            false
        }
        What::Candidate(pair, score) => {
            aside(ui, at, &part.galley, ("candidate text", pair.left, pair.right));
            let width = Columns::of(rect.width()).text[part.side].span();
            let below = Rect::from_min_size(at + vec2(0.0, part.galley.size().y + 2.0), vec2(width, size::BUTTON));
            ui.scope_builder(UiBuilder::new().id_salt(("candidate", pair.left, pair.right)).max_rect(below), |ui| {
                ui.horizontal(|ui| {
                    let n = open.partners(row.key).iter().position(|offered| offered == pair);
                    let key = n.map_or_else(String::new, |n| format!(" ({})", n + 1));
                    let told = "Say that the two belong together.";
                    if ui.button(format!("Link these{key}")).on_hover_text(told).clicked() {
                        asked.push(Command::Link(*pair));
                    }
                    why::candidate(ui, open, *pair, *score);
                });
            });
            false
        }
    }
}

/// Something said about a sentence, for eyes and for screen readers.
fn aside(ui: &Ui, at: egui::Pos2, galley: &Arc<Galley>, salt: impl egui::AsIdSalt) {
    let response = ui.interact(Rect::from_min_size(at, galley.size()), ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, galley.text()));
    ui.painter().galley(at, galley.clone(), theme::palette(ui.visuals()).quiet);
}

fn draw_sentence(
    ui: &mut Ui,
    state: &State,
    open: &Open,
    row: &Row,
    (part, id, role): (&Part, usize, Role),
    at: egui::Pos2,
    asked: &mut Vec<Command>,
) -> bool {
    let side = part.side;
    let place = open.comparison.documents[side].sentences.get(id).map_or(Span::default(), |sentence| sentence.span);
    let text = open.comparison.documents[side].sentence(id);
    let pieces = match row.key {
        RowKey::Group(group) => open.comparison.wording.get(group).map_or(&[][..], Vec::as_slice),
        RowKey::Alone(..) => &[],
    };
    let marks = marks::of_sentence(pieces, side, place, text, state.settings.hide_typographic);
    let (chosen, found) = found(state, open, row, side, id);
    let (selected, caret) = state.selected_within(side, place);
    let sentence = cell::Sentence {
        side,
        id,
        galley: &part.galley,
        marks: &marks,
        chosen,
        found: &found,
        hits: &state.find.as_ref().map(|find| find.within(side, place, Some(row.key))).unwrap_or_default(),
        selected,
        caret,
        bullet: role == Role::List,
        again: row.again[side].contains(&id),
    };
    let response = cell::sentence(ui, at, &sentence);
    mended::sign(ui, open, (side, id), mended::under_number(&sentence, at));
    let text = Drawn { side, place, galley: part.galley.clone(), at };
    asked.extend(text.caret_for_menu(&response));
    let linkable = state.linking.filter(|&(of, _)| of != side);
    response.context_menu(|ui| {
        menu(ui, state, open, row, (side, id), asked);
        mended::menu(ui, state, open, (side, id), asked);
    });
    match linkable {
        Some((of, other)) if response.clicked() => {
            let mut pair = Pair::new(id, id);
            pair[of] = other;
            asked.push(Command::Link(pair));
            false
        }
        _ => response.clicked(),
    }
}

/// The words of the chosen finding and of the row's other listed ones, as bytes of the sentence.
pub(super) fn found(state: &State, open: &Open, row: &Row, side: Side, id: usize) -> (Option<Span>, Vec<Span>) {
    if state.chosen.row != Some(row.key) {
        return (None, Vec::new());
    }
    let document = &open.comparison.documents[side];
    let Some(place) = document.sentences.get(id).map(|sentence| sentence.span) else { return (None, Vec::new()) };
    let words = |finding: usize| {
        let span = open.comparison.findings.get(finding)?.places[side].filter(|place| place.sentence == id)?.span;
        let inside = span.intersection(place)?;
        Some(inside.back(place.start))
    };
    let gone_to = state.chosen.words.filter(|(of, to)| *of == side && to.sentence == id && to.span != place);
    let gone_to = gone_to.and_then(|(_, to)| to.span.intersection(place));
    let gone_to = gone_to.map(|inside| inside.back(place.start));
    let chosen = state.chosen.finding.and_then(words).or(gone_to);
    let listed = row.findings.iter().filter(|&&finding| Some(finding) != state.chosen.finding);
    let listed = listed.filter(|&&finding| state.lists(finding));
    (chosen, listed.filter_map(|&finding| words(finding)).collect())
}

/// What a screen reader says of a row.
fn label(state: &State, row: &Row) -> String {
    let numbers = |side: Side| {
        let ids: Vec<String> = row.sentences[side].iter().map(|id| (id + 1).to_string()).collect();
        format!("{} {}", words::side(side), ids.join(" and "))
    };
    match row.key {
        RowKey::Alone(side, _) => format!("{}: no counterpart found", words::capitalised(&numbers(side))),
        RowKey::Group(_) => {
            let status = state.links_of(row.key).first().map_or("", |link| words::status(link.2));
            let found = words::count(row.findings.len(), "finding", "findings");
            format!("{} with {}: {status}, {found}", words::capitalised(&numbers(Side::Left)), numbers(Side::Right))
        }
    }
}
