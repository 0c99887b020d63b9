//! Linking with the pointer: the grip at a sentence, the line that is drawn from it, and where it is let go. Both views of
//! the articles share it; who has hold of what is remembered by egui's own drag and drop.

use egui::{
    CursorIcon, DragAndDrop, PopupAnchor, Pos2, Rangef, Rect, RichText, Sense, Stroke, Tooltip, Ui, Vec2, WidgetInfo,
    accesskit::Role,
};

use crate::gui::command::Command;
use crate::gui::gesture::drift;
use crate::gui::pull::{GRIP, GRIP_RADIUS, Pull};
use crate::gui::selection::sentence_of;
use crate::gui::state::Open;
use crate::gui::theme::{self, size};
use crate::gui::words;
use crate::text::{Pair, Side};

use super::text::Drawn;

/// A link that is being drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// What the pointer holds.
    pub pull: Pull,
    /// The sentence it is over, of those on which it can be let go.
    pub on: Option<usize>,
    /// Where the pointer is.
    pub at: Pos2,
}

impl Held {
    /// Both sentences, while it is over one.
    pub fn pair(&self) -> Option<Pair<usize>> {
        self.on.map(|on| self.pull.pair(on))
    }
}

/// What is held now, over the texts as they were drawn last.
pub fn held(ui: &Ui, open: &Open, texts: &[Drawn], area: Rect) -> Option<Held> {
    let pull = *DragAndDrop::payload::<Pull>(ui.ctx())?;
    let at = ui.input(|input| input.pointer.latest_pos())?;
    let on = if area.contains(at) { under(open, texts, pull.to(), at) } else { None };
    Some(Held { pull, on, at })
}

/// The sentence of a side that the pointer means: the one that it is over, or that it is beside.
fn under(open: &Open, texts: &[Drawn], side: Side, at: Pos2) -> Option<usize> {
    let mut of_side = texts.iter().filter(|text| text.side == side);
    let text = of_side.find(|text| {
        let across = Rangef::new(text.at.x, text.at.x + text.galley.job.wrap.max_width).expand(BESIDE_TEXT);
        across.contains(at.x) && text.rect().y_range().expand(BETWEEN_LINES).contains(at.y)
    })?;
    sentence_of(&open.comparison.documents[side], text.byte_at(at))
}

/// So far to the left or right of a text it is still meant, in points.
const BESIDE_TEXT: f32 = 40.0;

/// So far above or below a text it is still meant, in points.
const BETWEEN_LINES: f32 = 3.0;

/// Draws the grip of a sentence, from which a link can be drawn. A click has the sentence wait for its counterpart; so
/// it may do already.
pub fn grip(ui: &Ui, centre: Pos2, (side, id): (Side, usize), waits: bool, asked: &mut Vec<Command>) {
    let rect = Rect::from_center_size(centre, Vec2::splat(GRIP));
    // Not to be reached by Tab: the keys L and Enter do the same from the sentence itself.
    let response = ui.interact(rect, ui.scope_id().with(("grip", side, id)), Sense::CLICK | Sense::DRAG);
    let name = format!("Link {} sentence {} by hand", words::side(side), id + 1);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response.dnd_set_drag_payload(Pull::of_sentence(side, id));
    paint_grip(ui, centre, waits || response.hovered() || response.dragged());
    if response.clicked() {
        asked.push(Command::BeginLink(side, id));
    }
    let other = words::side(side.other());
    let told =
        format!("Drag this to the sentence on the {other} that says the same, or click both.\nBy keys: L, then Enter");
    response.on_hover_cursor(CursorIcon::Grab).on_hover_text(told);
}

/// A plus in a ring, as a link is added here; filled while the pointer is on it.
fn paint_grip(ui: &Ui, centre: Pos2, active: bool) {
    let colours = theme::palette(ui.visuals());
    let (fill, edge, ink) = if active {
        (colours.accent, colours.accent, colours.on_accent)
    } else {
        (colours.card, colours.quiet, colours.ink)
    };
    ui.painter().circle(centre, GRIP_RADIUS, fill, Stroke::new(theme::line::HAIR, edge));
    let (arm, stroke) = (GRIP_RADIUS * 0.5, Stroke::new(theme::line::FIRM, ink));
    ui.painter().hline(centre.x - arm..=centre.x + arm, centre.y, stroke);
    ui.painter().vline(centre.x, centre.y - arm..=centre.y + arm, stroke);
}

/// Draws the loose end of a link on its way, and says what letting go here does.
pub fn loose_end(ui: &Ui, open: &Open, held: &Held, from: Pos2, area: Rect) {
    let colours = theme::palette(ui.visuals());
    let painter = ui.painter_at(area);
    let from = from.clamp(area.min, area.max);
    if held.on.is_none() {
        painter.line_segment([from, held.at], Stroke::new(theme::line::STRONG, colours.accent));
        painter.circle(held.at, size::HOLLOW_SIGN, colours.paper, Stroke::new(theme::line::STRONG, colours.accent));
    }
    painter.circle_filled(from, size::ROOT, colours.accent);
    ui.ctx().set_cursor_icon(if held.on.is_some() { CursorIcon::Copy } else { CursorIcon::Grabbing });
    let Some((on, pair)) = held.on.zip(held.pair()) else { return };
    let links = &open.comparison.alignment.links;
    let status = links.iter().find(|link| link.sentences == pair).map(|link| link.status);
    tip(ui, held.at, &held.pull.told(on, status));
}

/// A short line beside the pointer.
fn tip(ui: &Ui, at: Pos2, told: &str) {
    let anchor = PopupAnchor::Position(at + Vec2::new(BESIDE_POINTER, BESIDE_POINTER));
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), ui.scope_id().with("letting go"), anchor)
        .show(|ui| ui.label(RichText::new(told).font(theme::bold(theme::NOTE))));
}

/// From the pointer to what is said beside it, so that the hand does not hide it, in points.
const BESIDE_POINTER: f32 = 12.0;

/// Asks for what letting go means, in the frame in which it happens. Gives how far the view is to move meanwhile, as the
/// loose end is held at its edge.
pub fn carry(ui: &Ui, held: &Held, view: Rect, asked: &mut Vec<Command>) -> f32 {
    let (released, pass) = ui.input(|input| (input.pointer.any_released(), input.stable_dt.min(LONGEST_PASS)));
    if released {
        DragAndDrop::clear_payload(ui.ctx());
        asked.extend(held.on.and_then(|on| held.pull.let_go(on)));
        return 0.0;
    }
    let by = drift(held.at.y, view.y_range()) * pass;
    if by != 0.0 {
        ui.ctx().request_repaint();
    }
    by
}

/// After a pause the view does not leap, in seconds.
pub(super) const LONGEST_PASS: f32 = 0.05;
