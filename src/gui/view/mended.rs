//! What the reader can put right in an article's sentences, and the sign of what was put right.

use egui::{
    Button, Painter, Pos2, Rect, Response, RichText, Sense, Shape, Stroke, TextWrapMode, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use crate::gui::command::Command;
use crate::gui::state::{Open, State};
use crate::gui::theme::{self, Palette, size};
use crate::gui::words;
use crate::segment::{Mend, Mended};
use crate::text::Side;

use super::cell;

/// Draws the sign of a sentence that the reader cut or joined: a diamond, as on what they linked.
pub fn sign(ui: &Ui, open: &Open, (side, id): (Side, usize), centre: Pos2) {
    let told: Vec<&str> = open.mends_of(side, id).map(|mend| words::about_mend(mend.how)).collect();
    if told.is_empty() {
        return;
    }
    let colours = theme::palette(ui.visuals());
    diamond(ui.painter(), centre, colours);
    let rect = Rect::from_center_size(centre, vec2(14.0, 14.0));
    let response = ui.interact(rect, ui.scope_id().with(("mended", side, id)), Sense::hover());
    let told = told.join(" ");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, format!("Sentence {}: {told}", id + 1)));
    response.on_hover_text(format!("{told} Right-click the sentence to take it back."));
}

/// Paints the sign of what the reader changed.
pub fn diamond(painter: &Painter, centre: Pos2, colours: &Palette) {
    let corners = [vec2(0.0, -4.0), vec2(4.0, 0.0), vec2(0.0, 4.0), vec2(-4.0, 0.0)].map(|by| centre + by);
    painter.add(Shape::convex_polygon(corners.to_vec(), colours.accent, Stroke::NONE));
}

/// The entries of a sentence's menu that change the article.
pub fn menu(ui: &mut Ui, state: &State, open: &Open, (side, id): (Side, usize), asked: &mut Vec<Command>) {
    ui.separator();
    split(ui, state, open, (side, id), asked);
    let document = &open.comparison.documents[side];
    entry(ui, "Join with the next sentence", document.is_followed(id), Command::Merge(side, id), asked)
        .on_disabled_hover_text("The next one stands in another paragraph, or behind a passage that was left out.");
    let before = id.checked_sub(1);
    let follows = before.is_some_and(|before| document.is_followed(before));
    entry(ui, "Join with the one before", follows, Command::Merge(side, before.unwrap_or(0)), asked)
        .on_disabled_hover_text("It begins a paragraph, or stands behind a passage that was left out.");
    for mend in open.mends_of(side, id) {
        entry(ui, &undoing(open, side, mend), true, Command::Unmend(side, mend.byte), asked);
    }
    ui.separator();
    entry(ui, "Take this passage out", true, Command::TakeOut(side, id), asked)
        .on_hover_text("Leave its paragraph out of the comparison; it can be put back where it stood.");
}

/// Cutting the sentence in two where the reader points, the words around it shown.
fn split(ui: &mut Ui, state: &State, open: &Open, (side, id): (Side, usize), asked: &mut Vec<Command>) {
    let document = &open.comparison.documents[side];
    let place = state.caret_byte().filter(|&(of, byte)| of == side && document.sentence_by(byte) == Some(id));
    let place = place.and_then(|(_, byte)| document.place_to_cut(id, byte));
    let Some((place, sentence)) = place.zip(document.sentences.get(id)) else {
        entry(ui, "Split here", false, Command::Split(side, 0), asked)
            .on_disabled_hover_text("Click between the words where the next sentence begins.");
        return;
    };
    let around = words::around(document.sentence(id), place - sentence.span.start);
    entry(ui, &format!("Split here: {around}"), true, Command::Split(side, place), asked);
}

fn undoing(open: &Open, side: Side, mend: Mend) -> String {
    match mend.how {
        Mended::Cut => "Undo this cut".to_owned(),
        Mended::Joined => {
            let document = &open.comparison.documents[side];
            let start = document.sentences.get(mend.sentence).map_or(mend.byte, |sentence| sentence.origin);
            format!("Part again: {}", words::around(document.sentence(mend.sentence), mend.byte - start))
        }
    }
}

fn entry(ui: &mut Ui, text: &str, enabled: bool, command: Command, asked: &mut Vec<Command>) -> Response {
    let response = ui.add_enabled(enabled, Button::new(text).wrap_mode(TextWrapMode::Extend));
    if response.clicked() {
        asked.push(command);
        ui.close();
    }
    response
}

/// How many sentence ends the reader put right, and each of them to go to or to take back; nothing where there is none.
pub fn summary(ui: &mut Ui, open: &Open, asked: &mut Vec<Command>) {
    let count = open.mends.left.len() + open.mends.right.len();
    if count == 0 {
        return;
    }
    let text = words::count(count, "sentence mended by you", "sentences mended by you");
    ui.menu_button(RichText::new(text).font(theme::sans(theme::SMALL)), |ui| {
        ui.set_min_width(size::CORRECTIONS);
        for (side, mends) in open.mends.iter() {
            for mend in mends {
                ui.push_id((side, mend.byte), |ui| one(ui, open, (side, *mend), asked));
            }
        }
    });
}

fn one(ui: &mut Ui, open: &Open, (side, mend): (Side, Mend), asked: &mut Vec<Command>) {
    let document = &open.comparison.documents[side];
    let Some(sentence) = document.sentences.get(mend.sentence) else { return };
    let what = match mend.how {
        Mended::Cut => words::beginning(document.sentence(mend.sentence), 40),
        Mended::Joined => words::around(document.sentence(mend.sentence), mend.byte - sentence.origin),
    };
    let how = if mend.how == Mended::Cut { "cut" } else { "joined" };
    let text = format!("{} {}, {how}: {what}", words::capitalised(words::side(side)), mend.sentence + 1);
    ui.horizontal(|ui| {
        if ui.button(text).on_hover_text("Go there.").clicked() {
            let place = crate::claims::Place { sentence: mend.sentence, span: sentence.span };
            asked.push(Command::GoTo(side, place));
            ui.close();
        }
        if ui.button("Take back").clicked() {
            asked.push(Command::Unmend(side, mend.byte));
            ui.close();
        }
    });
}

/// From the middle of a number to that of the sign under it, and how far it lies within the edge that numbers are set to.
pub const UNDER_NUMBER: egui::Vec2 = vec2(3.0, 12.0);

/// The place under the number of a sentence.
pub fn under_number(part: &cell::Sentence<'_>, at: Pos2) -> Pos2 {
    let first = part.galley.rows.first().map_or(20.0, |row| row.height());
    let indent = if part.bullet { size::BULLET } else { 0.0 };
    pos2(at.x - indent - 13.0 - UNDER_NUMBER.x, at.y + first / 2.0 + UNDER_NUMBER.y)
}
