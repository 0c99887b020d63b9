//! Linking with the pointer in rows: a grip at the gutter edge of each sentence of the row under the pointer, and the link that
//! is being drawn from one row to another.

use egui::{DragAndDrop, Rect, Stroke, StrokeKind, Ui, pos2};

use crate::gui::columns::Columns;
use crate::gui::command::Command;
use crate::gui::look::List;
use crate::gui::pull::{GRIP_RADIUS, Pull};
use crate::gui::state::{Open, State};
use crate::gui::theme;
use crate::gui::view::pulling;
use crate::gui::view::text::Drawn;
use crate::text::Side;

use super::lay::{RowLaid, What};

/// From the edge of the gutter to the middle of a grip.
const INTO_GUTTER: f32 = GRIP_RADIUS + 3.0;

/// Draws the grips of a row's sentences; none where the sides are stacked, as no gutter lies between them.
pub fn show(ui: &Ui, state: &State, rect: Rect, laid: &RowLaid, asked: &mut Vec<Command>) {
    let columns = Columns::of(rect.width());
    if columns.stacked || DragAndDrop::has_payload_of_type::<Pull>(ui.ctx()) {
        return;
    }
    for part in &laid.parts {
        let (What::Sentence(id, _), Some(line)) = (&part.what, part.galley.rows.first()) else { continue };
        let centre = pos2(rect.left() + at_gutter(&columns, part.side), rect.top() + part.at.y + line.height() / 2.0);
        let waits = state.linking == Some((part.side, *id));
        pulling::grip(ui, centre, (part.side, *id), waits, asked);
    }
}

fn at_gutter(columns: &Columns, side: Side) -> f32 {
    match side {
        Side::Left => columns.gutter.min + INTO_GUTTER,
        Side::Right => columns.gutter.max - INTO_GUTTER,
    }
}

/// Draws the link that the pointer holds over the rows. Gives how far they are to move.
pub fn held(
    ui: &Ui,
    (state, open): (&State, &Open),
    (list, texts): (&List, &[Drawn]),
    area: Rect,
    asked: &mut Vec<Command>,
) -> f32 {
    let Some(held) = pulling::held(ui, open, texts, area) else { return 0.0 };
    let colours = theme::palette(ui.visuals());
    let of = |side: Side, id: usize| texts.iter().find(|text| text.side == side && shows(open, text, id));
    let both = [Some(held.pull.from), held.on.map(|on| (held.pull.to(), on))];
    for text in both.into_iter().flatten().filter_map(|(side, id)| of(side, id)) {
        let stroke = Stroke::new(theme::line::FIRM, colours.accent);
        ui.painter_at(area).rect_stroke(
            text.rect().expand(theme::space::CLOSE),
            theme::round::BADGE,
            stroke,
            StrokeKind::Outside,
        );
    }
    let width = (area.width() - ui.spacing().scroll.allocated_width()).floor();
    let x = area.left() + at_gutter(&Columns::of(width), held.pull.from.0);
    let y = begins((state, open), (list, area.top()), held.pull.from, of);
    pulling::loose_end(ui, open, &held, pos2(x, y), area);
    pulling::carry(ui, &held, area, asked)
}

fn shows(open: &Open, text: &Drawn, id: usize) -> bool {
    open.comparison.documents[text.side].sentences.get(id).is_some_and(|sentence| sentence.span == text.place)
}

/// At which height a sentence begins on the screen, be it in view or not.
fn begins<'a>(
    (state, open): (&State, &Open),
    (list, top): (&List, f32),
    (side, id): (Side, usize),
    of: impl Fn(Side, usize) -> Option<&'a Drawn>,
) -> f32 {
    if let Some(text) = of(side, id) {
        return text.at.y + text.galley.rows.first().map_or(0.0, |line| line.height() / 2.0);
    }
    let row = open.row_of_sentence(side, id).and_then(|key| open.place(key));
    let place = row.and_then(|row| state.shown.binary_search(&row).ok());
    place.map_or(top, |place| top + list.heights.top(place) - list.offset)
}
