//! The bar that leads through the doubtful links, while they are looked over.

use egui::accesskit::Role;
use egui::{Button, Frame, Label, Margin, Panel, Rect, RichText, Ui, UiBuilder, WidgetInfo, vec2};

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
    let frame = Frame::NONE.fill(colours.mark_faint).inner_margin(Margin::symmetric(14, 6));
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
        ui.label(RichText::new(format!("Looking links over: {left}")).font(theme::bold(14.0)));
    });
}

const STEPS: [(Action, &str); 4] =
    [(Action::ConfirmLink, "Y"), (Action::RejectLink, "X"), (Action::NoCounterpart, "0"), (Action::NextDoubtful, "U")];

/// Why the chosen sentences are linked and which others may be linked with them, always on one line.
fn evidence(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let chosen = state.open.as_ref().zip(state.chosen_row());
    let (why, partners) = chosen.map_or_else(Default::default, |(open, row)| (why(open, row), open.partners(row.key)));
    let count = partners.len() + usize::from(why.is_some());
    let size = vec2(ui.available_width(), size::BUTTON);
    let within = UiBuilder::new().max_rect(Rect::from_min_size(ui.cursor().min, size));
    ui.scope_builder(within, |ui| {
        ui.set_min_size(size);
        ui.columns(count.max(1), |cells| {
            let mut cells = cells.iter_mut();
            if let Some((why, cell)) = why.zip(if count > partners.len() { cells.next() } else { None }) {
                cell.horizontal_centered(|ui| {
                    ui.add(Label::new(RichText::new(&why).font(theme::sans(13.0))).truncate())
                });
            }
            for (n, (&pair, cell)) in partners.iter().zip(cells).enumerate() {
                if let Some((open, row)) = chosen {
                    partner(cell, open, row, (n, pair), asked);
                }
            }
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

/// A sentence that may be linked with the chosen ones, and the key that links it.
fn partner(ui: &mut Ui, open: &Open, row: &Row, (n, pair): (usize, Pair<usize>), asked: &mut Vec<Command>) {
    let there = if row.sentences.left.contains(&pair.left) { Side::Right } else { Side::Left };
    let sentence = open.comparison.documents[there].sentence(pair[there]);
    let text = format!("Link ({}): “{}”", n + 1, words::beginning(sentence, SHOWN));
    let name =
        format!("Link left {} with right {}, “{}”", pair.left + 1, pair.right + 1, words::beginning(sentence, SHOWN));
    let response = ui.add(Button::new(text).truncate().min_size(vec2(ui.available_width(), 0.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let reasons = open.reasons(pair);
    if response.on_hover_text(format!("{sentence}\n{}", words::capitalised(&reasons))).clicked() {
        asked.extend(TAKE.get(n).map(|&take| Command::Do(take)));
    }
}

/// What takes the possible partners, in their order; unlike a link of its own it goes on to the next row.
const TAKE: [Action; 3] = [Action::FirstPartner, Action::SecondPartner, Action::ThirdPartner];

/// So much of a possible partner tells what it says.
const SHOWN: usize = 140;
