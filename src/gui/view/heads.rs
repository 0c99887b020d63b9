//! The sources' cards over their columns. An unknown field is shown as unknown.

use egui::{Align, Button, Label, Layout, Rect, RichText, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::gui::action::Action;
use crate::gui::columns::Columns;
use crate::gui::command::Command;
use crate::gui::state::{Open, State};
use crate::gui::theme::{self, size};
use crate::gui::words;
use crate::text::Side;

use super::{controls, side_by_side, spoken};

const HEIGHT: f32 = 62.0;
/// With the name alone, in a low window.
const LOW_HEIGHT: f32 = 38.0;

/// Draws both cards.
pub fn show(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let width = (ui.available_width() - ui.spacing().scroll.allocated_width()).max(1.0).floor();
    let columns =
        side_by_side::spread(state, open, ui.available_width()).map_or(Columns::of(width), |spread| spread.columns());
    let height = if super::is_low(ui) { LOW_HEIGHT } else { HEIGHT };
    let origin = ui.cursor().min;
    let mut bottom = origin.y;
    for side in Side::BOTH {
        let y = if columns.stacked && side == Side::Right { bottom } else { origin.y };
        let left = origin.x + columns.text[side].min - size::NUMBERS + 6.0;
        let right = if columns.stacked { origin.x + width - 6.0 } else { origin.x + columns.text[side].max };
        let rect = Rect::from_min_max(pos2(left, y + 8.0), pos2(right, y + height));
        let bar = Rect::from_min_size(rect.min, vec2(4.0, rect.height() - 4.0));
        ui.painter().rect_filled(bar, theme::round::WORDS, colours.side[side]);
        let inside = Rect::from_min_max(rect.min + vec2(size::NUMBERS - 6.0, 0.0), rect.max);
        ui.scope_builder(UiBuilder::new().id_salt(("head", side)).max_rect(inside), |ui| {
            card(ui, state, open, side, asked);
        });
        bottom = rect.bottom();
    }
    ui.allocate_rect(Rect::from_min_max(origin, pos2(origin.x + ui.available_width(), bottom)), egui::Sense::hover());
}

fn card(ui: &mut Ui, state: &State, open: &Open, side: Side, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let document = &open.comparison.documents[side];
    let card = &document.card;
    ui.spacing_mut().item_spacing.y = theme::space::HAIR;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let has_room = ui.available_width() >= ROOM_FOR_BUTTONS;
            if has_room {
                about(ui, side, asked);
            }
            left_out(ui, state, (side, document.removed.len()), has_room, asked);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                title(ui, open, side, asked);
            });
        });
    });
    if super::is_low(ui) {
        return;
    }
    let author = card.author.as_deref().unwrap_or("author not given");
    let published = card.published.as_deref().map_or("date not given".to_owned(), words::published);
    let sentences = words::count(document.sentences.len(), "sentence", "sentences");
    let line = RichText::new(format!("{author} · {published} · {sentences}"))
        .font(theme::sans(theme::SMALL))
        .color(colours.quiet);
    ui.add(Label::new(line).truncate());
}

/// From this width on the name has room beside the buttons; in a narrower head it is the button of the card itself.
const ROOM_FOR_BUTTONS: f32 = 320.0;

/// The source's name; a click opens the card of the article.
fn title(ui: &mut Ui, open: &Open, side: Side, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let action = Action::card_of(side);
    let name = RichText::new(&open.names[side]).font(theme::bold(theme::TITLE)).color(colours.ink);
    let told = format!("{}\n{}", open.comparison.documents[side].card.origin, controls::told(ui.ctx(), action));
    if ui.add(Button::new(name).frame(false).truncate()).on_hover_text(told).clicked() {
        asked.push(Command::Do(action));
    }
}

/// Opens what the article shows by itself, or closes it.
fn about(ui: &mut Ui, side: Side, asked: &mut Vec<Command>) {
    let action = Action::card_of(side);
    let button = controls::quiet(ui, "Article card");
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Article card, {}", words::side(side))));
    if button.on_hover_text(controls::told(ui.ctx(), action)).clicked() {
        asked.push(Command::Do(action));
    }
}

/// Leads to what was left out, in its places.
fn left_out(ui: &mut Ui, state: &State, (side, count): (Side, usize), has_room: bool, asked: &mut Vec<Command>) {
    if count == 0 {
        return;
    }
    let text = if has_room {
        words::count(count, "passage left out", "passages left out")
    } else {
        format!("{count} left out")
    };
    let told = if state.shows_left_out(&[side]) {
        "Fold away what was left out."
    } else {
        "Show in its places what was left out and why, and go to the first of it."
    };
    let button = controls::quiet(ui, &text);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{text}, {}", words::side(side))));
    spoken::unfolded(&button, state.shows_left_out(&[side]));
    if button.on_hover_text(told).clicked() {
        asked.push(Command::ShowLeftOut(side));
    }
}
