//! What was left out of an article, shown in its place between rows or paragraphs: one quiet line, and the passages with their
//! reasons where it is unfolded. What the reader put back says so there, too.

mod lay;

pub use lay::{Among, Laid, estimate, lay};

use egui::text_selection::LabelSelectionState;
use egui::{
    Button, CursorIcon, Galley, Pos2, Rect, Response, RichText, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, accesskit::Role, pos2, vec2,
};

use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::theme::{self, size};
use crate::gui::words;
use crate::text::{Side, Span};

use super::{spoken, text};
use lay::{PUT_BACK, Part, Passage, What};

/// What a button is called where it is read out holds so much of the passage.
const NAME: usize = 50;

/// Draws the signs, counted from their corner.
pub fn draw(ui: &mut Ui, state: &State, corner: Pos2, laid: &Laid, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    for part in &laid.parts {
        let place = Rect::from_min_size(corner + part.at, part.size);
        let bar = Rect::from_x_y_ranges(
            place.left() - laid.to_bar..=place.left() - laid.to_bar + BAR,
            place.shrink2(vec2(0.0, 5.0)).y_range(),
        );
        ui.painter().rect_filled(bar, theme::round::BAR, colours.side[part.side]);
        match &part.what {
            What::LeftOut { origins, passages } => left_out(ui, state, place, part, (origins, passages), asked),
            What::PutBack { origin, beginning } => put_back(ui, place, part, (*origin, beginning), asked),
        }
    }
}

/// How wide the bar in the colour of a side is.
const BAR: f32 = 3.0;

fn left_out(
    ui: &mut Ui,
    state: &State,
    place: Rect,
    part: &Part,
    (origins, passages): (&[usize], &[Passage]),
    asked: &mut Vec<Command>,
) {
    let Some(&first) = origins.first() else { return };
    let unfolded = !passages.is_empty();
    let all_back = unfolded && origins.len() > 1;
    let mut line = Rect::from_min_size(place.min, vec2(place.width(), size::SIGN));
    if all_back {
        line.max.x = line.left() + part.line.size().x + TRIANGLE;
    }
    if fold(ui, line, part, (first, unfolded)).clicked() {
        asked.push(Command::Unfold(part.side, origins.to_vec(), !unfolded));
    }
    if all_back {
        let name = format!("Put all {} back on the {}", origins.len(), words::side(part.side));
        if beside(ui, line, ("all", part.side, first), "Put all back", &name).clicked() {
            asked.push(Command::SetKept(part.side, origins.to_vec(), true));
        }
    }
    for passage in passages {
        show(ui, state, place, part.side, passage, asked);
    }
}

/// The line that is pressed to unfold and to fold.
fn fold(ui: &Ui, line: Rect, part: &Part, (first, unfolded): (usize, bool)) -> Response {
    let colours = theme::palette(ui.visuals());
    let response = ui
        .interact(line, ui.scope_id().with(("left out", part.side, first)), Sense::click())
        .on_hover_cursor(CursorIcon::PointingHand);
    let name = format!("{}, here on the {}", part.line.text(), words::side(part.side));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.clone()));
    spoken::unfolded(&response, unfolded);
    let ink = if response.hovered() || response.has_focus() { colours.ink } else { colours.quiet };
    triangle(ui, pos2(line.left() + 4.0, line.center().y), unfolded, ink);
    let at = pos2(line.left() + TRIANGLE, line.center().y - part.line.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, part.line.clone(), ink);
    if response.has_focus() {
        let frame = line.shrink2(vec2(0.0, 2.0)).expand2(vec2(4.0, 0.0));
        ui.painter().rect_stroke(
            frame,
            theme::round::BOX,
            Stroke::new(theme::line::FIRM, colours.accent),
            StrokeKind::Inside,
        );
    }
    response.on_hover_text(if unfolded { "Fold it away." } else { "Show what was left out here and why." })
}

/// Before the words of a line that can be unfolded.
const TRIANGLE: f32 = 14.0;

fn triangle(ui: &Ui, centre: Pos2, unfolded: bool, ink: egui::Color32) {
    let corners = if unfolded {
        [vec2(-4.0, -2.0), vec2(4.0, -2.0), vec2(0.0, 3.0)]
    } else {
        [vec2(-2.0, -4.0), vec2(3.0, 0.0), vec2(-2.0, 4.0)]
    };
    let corners = corners.map(|by| centre + by).to_vec();
    ui.painter().add(Shape::convex_polygon(corners, ink, Stroke::NONE));
}

fn show(ui: &mut Ui, state: &State, place: Rect, side: Side, passage: &Passage, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let top = place.top() + passage.y;
    let line = Rect::from_min_size(pos2(place.left(), top), vec2(passage.reason.size().x, size::SIGN));
    let at = pos2(line.left(), line.center().y - passage.reason.size().y / 2.0);
    said(ui, at, &passage.reason, ("why", side, passage.origin));
    ui.painter().galley(at, passage.reason.clone(), colours.ink);
    let name = format!("Put back: {}", words::beginning(passage.whole.trim(), NAME));
    if beside(ui, line, ("back", side, passage.origin), "Put back", &name).clicked() {
        asked.push(Command::SetKept(side, vec![passage.origin], true));
    }
    let at = pos2(place.left(), top + size::SIGN);
    let response = said(ui, at, &passage.text, ("passage", side, passage.origin));
    if state.selects_left_out(side, passage.origin) {
        // The bytes are those of the passage as it is shown, so this is all of it.
        let all = Span::new(0, passage.text.text().len());
        text::paint_selection(ui.painter(), &passage.text, at, all, colours);
    }
    // It is no part of the document, so what is selected within it is egui's affair.
    let response = ui.interact(response.rect, response.id.with("words"), Sense::CLICK | Sense::DRAG);
    LabelSelectionState::label_text_selection(ui, &response, at, passage.text.clone(), colours.quiet, Stroke::NONE);
    if passage.text.elided {
        response.on_hover_text(passage.whole.trim());
    }
}

fn put_back(ui: &mut Ui, place: Rect, part: &Part, (origin, beginning): (usize, &str), asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let at = pos2(place.left(), place.center().y - part.line.size().y / 2.0);
    let response = said(ui, at, &part.line, ("put back", part.side, origin));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{PUT_BACK}: {beginning}")));
    ui.painter().galley(at, part.line.clone(), colours.quiet);
    let line = Rect::from_min_size(place.min, vec2(part.line.size().x, size::SIGN));
    let name = format!("Take out again: {beginning}");
    if beside(ui, line, ("out", part.side, origin), "Take out again", &name).on_hover_text(beginning).clicked() {
        asked.push(Command::SetKept(part.side, vec![origin], false));
    }
}

/// Words that are painted, for screen readers.
fn said(ui: &Ui, at: Pos2, galley: &Galley, salt: impl egui::AsIdSalt) -> Response {
    let response = ui.interact(Rect::from_min_size(at, galley.size()), ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
    response
}

/// Between a line and the button to its right.
const BESIDE: f32 = 12.0;

/// A quiet button to the right of a line; it is read out by a name that says what it is about.
fn beside(ui: &mut Ui, line: Rect, salt: impl egui::AsIdSalt, text: &str, name: &str) -> Response {
    let colours = theme::palette(ui.visuals());
    let rect = Rect::from_min_size(pos2(line.right() + BESIDE, line.top()), vec2(ui.available_width(), line.height()));
    let button = Button::new(RichText::new(text).color(colours.accent).font(theme::sans(theme::SMALL))).frame(false);
    let within = UiBuilder::new().id_salt(salt).max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center));
    let response = ui.scope_builder(within, |ui| ui.add(button)).inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response
}
