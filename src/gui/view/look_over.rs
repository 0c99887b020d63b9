//! The bar that leads through the doubtful links, while they are looked over.

use egui::accesskit::Role;
use egui::{Align, Button, Frame, Label, Layout, Panel, RichText, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::model::Row;
use crate::gui::state::{Open, State};
use crate::gui::theme::{self, size};
use crate::gui::words;
use crate::text::{Pair, Side};

use super::controls;

/// Draws the bar.
pub fn show(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    if state.looking_over.is_none() {
        return;
    }
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.mark_faint).inner_margin(theme::margin::BAR);
    Panel::top("looking over").frame(frame).show(ui, |ui| {
        steps(ui, state, asked);
        // In rows the reasons and the possible partners stand under the chosen one, and in the detail as well.
        if state.is_side_by_side() && !state.settings.detail {
            evidence(ui, state, asked);
        }
    });
}

/// What can be decided. Every button keeps its place, so that nothing moves from link to link.
fn steps(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        for (action, key) in STEPS {
            controls::named(ui, state, asked, action, &format!("{} ({key})", action.text()));
        }
        if ui.button("Done").clicked() {
            asked.push(Command::Do(Action::LookOver));
        }
        let left = words::count(state.left_to_look_over(), "doubtful row", "doubtful rows");
        ui.label(RichText::new(format!("Looking links over: {left}")).font(theme::bold(theme::BODY)));
    });
}

const STEPS: [(Action, &str); 4] =
    [(Action::ConfirmLink, "Y"), (Action::RejectLink, "X"), (Action::NoCounterpart, "0"), (Action::NextDoubtful, "U")];

/// Why the chosen sentences are linked and which others may be linked with them, on one line that is always as high.
fn evidence(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::COMMAND), Sense::hover());
    let Some((open, row)) = state.open.as_ref().zip(state.chosen_row()) else { return };
    let within = UiBuilder::new().max_rect(line).layout(Layout::left_to_right(Align::Center));
    let ui = &mut ui.new_child(within);
    let partners = open.partners(row.key);
    match why(open, row) {
        Some(why) => linked(ui, open, row, (&why, &partners), asked),
        None => ui.columns(partners.len().max(1), |cells| {
            for (n, (&pair, cell)) in partners.iter().zip(cells).enumerate() {
                partner(cell, open, row, (n, pair), true, asked);
            }
        }),
    }
}

/// The reasons for what is linked have the room that the buttons of other partners leave.
fn linked(ui: &mut Ui, open: &Open, row: &Row, (why, partners): (&str, &[Pair<usize>]), asked: &mut Vec<Command>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        for (n, &pair) in partners.iter().enumerate().rev() {
            partner(ui, open, row, (n, pair), false, asked);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(RichText::new(why).font(theme::sans(theme::NOTE))).truncate());
        });
    });
}

/// Why the sentences of a row are linked, link by link.
fn why(open: &Open, row: &Row) -> Option<String> {
    let links = open.links_of(row.key);
    let told = links.iter().filter_map(|&id| open.comparison.alignment.links.get(id)).map(|link| {
        let which = format!("{}–{}: ", link.sentences.left + 1, link.sentences.right + 1);
        let which = if links.len() > 1 { which } else { String::new() };
        let reasons = open.reasons(link.sentences);
        let reasons = if reasons.is_empty() { reasons } else { format!(": {reasons}") };
        format!("{which}{}{reasons}", words::capitalised(words::standing(link)))
    });
    (!links.is_empty()).then(|| told.collect::<Vec<_>>().join(" · "))
}

/// A sentence that may be linked with the chosen ones, and the key that links it; with its words where there is room.
fn partner(
    ui: &mut Ui,
    open: &Open,
    row: &Row,
    (n, pair): (usize, Pair<usize>),
    in_words: bool,
    asked: &mut Vec<Command>,
) {
    let there = if row.sentences.left.contains(&pair.left) { Side::Right } else { Side::Left };
    let sentence = open.comparison.documents[there].sentence(pair[there]);
    let beginning = words::beginning(sentence, SHOWN);
    let button = if in_words {
        Button::new(format!("Link ({}): “{beginning}”", n + 1)).truncate()
    } else {
        Button::new(format!("or {}–{} ({})", pair.left + 1, pair.right + 1, n + 1))
    };
    let name = format!("Link left {} with right {}, “{beginning}”", pair.left + 1, pair.right + 1);
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let told = format!("“{sentence}”\n{}", words::capitalised(&open.reasons(pair)));
    if response.on_hover_text(told).clicked() {
        asked.extend(TAKE.get(n).map(|&take| Command::Do(take)));
    }
}

/// What takes the possible partners, in their order; unlike a link of its own it goes on to the next row.
const TAKE: [Action; 3] = [Action::FirstPartner, Action::SecondPartner, Action::ThirdPartner];

/// So much of a possible partner tells what it says.
const SHOWN: usize = 140;
