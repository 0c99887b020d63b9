//! One finding in the list: laid out for a width, and drawn.

use std::sync::Arc;

use egui::{
    Align, Checkbox, Color32, Context, FontId, Galley, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo,
};
use egui::{accesskit::Role, pos2, vec2};

use crate::claims::{Finding, Relation};
use crate::comparison::{Review, Subject};
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::state::{Open, State};
use crate::gui::theme::{self, Palette, size};
use crate::gui::view::{controls, list, spoken};
use crate::gui::{rich, words};
use crate::text::Side;

/// An entry with everything in its place.
#[derive(Default)]
pub struct EntryLaid {
    height: f32,
    texts: Vec<(Vec2, Arc<Galley>)>,
    badge: Option<(Rect, Relation)>,
    sides: Vec<(f32, f32, Side)>,
    strip: Option<f32>,
}

impl list::Laid for EntryLaid {
    fn height(&self) -> f32 {
        self.height
    }
}

const MARGIN: f32 = 12.0;
const INDENT: f32 = 12.0;

/// The box in which a finding is ticked off, with the room around it.
const BOX: f32 = 24.0;

/// Lays an entry out; the chosen one with what can be done with it.
pub fn lay(
    ctx: &Context,
    open: &Open,
    (id, finding): (usize, &Finding),
    width: f32,
    chosen: bool,
    colours: &Palette,
) -> EntryLaid {
    let mut laid = EntryLaid::default();
    let review = open.reviews.get(id).and_then(Option::as_ref);
    let ink = if review.is_some() { colours.quiet } else { colours.ink };
    let put = |text: &str, font: FontId, colour: Color32, width: f32| {
        ctx.fonts_mut(|fonts| fonts.layout_job(rich::plain(text, font, colour, width)))
    };
    let badge = put(
        words::relation(finding.relation),
        theme::bold(theme::SMALL),
        badge_ink(finding.relation, colours),
        f32::INFINITY,
    );
    let badge_size = badge.size() + vec2(14.0, 4.0);
    laid.badge = Some((Rect::from_min_size(pos2(MARGIN, 10.0), badge_size), finding.relation));
    laid.texts.push((vec2(MARGIN + 7.0, 12.0), badge));
    let kind = put(words::kind(finding.kind), theme::bold(theme::NOTE), ink, f32::INFINITY);
    laid.texts.push((vec2(MARGIN + badge_size.x + 8.0, 10.0 + (badge_size.y - kind.size().y) / 2.0), kind));
    let mut y = 10.0 + badge_size.y + 6.0;
    let room = width - 2.0 * MARGIN;
    let mut below = |laid: &mut EntryLaid, indent: f32, gap: f32, galley: Arc<Galley>| {
        let height = galley.size().y;
        laid.texts.push((vec2(MARGIN + indent, y), galley));
        y += height + gap;
        (y - gap - height, y - gap)
    };
    let quoted = quoted(open, finding);
    let inks: Vec<_> = quoted.iter().map(|(side, words)| (words.as_str(), colours.side[*side])).collect();
    let message = rich::coloured(&finding.message, theme::sans(theme::BODY), ink, &inks, room);
    below(&mut laid, 0.0, 5.0, ctx.fonts_mut(|fonts| fonts.layout_job(message)));
    let is_said = quoted.iter().all(|(_, words)| finding.message.contains(words));
    for (side, words) in quoted.iter().filter(|_| !is_said) {
        let font = FontId::new(theme::BODY, theme::reading(crate::clean::Role::Body).0.family);
        let job = rich::clipped(words, font, ink, room - INDENT, 3);
        let (top, bottom) = below(&mut laid, INDENT, 3.0, ctx.fonts_mut(|fonts| fonts.layout_job(job)));
        laid.sides.push((top + 2.0, bottom - 2.0, *side));
    }
    for remark in remarks(open, id, review) {
        below(&mut laid, 0.0, 3.0, put(&remark, theme::sans(theme::NOTE), colours.ink, room));
    }
    laid.strip = chosen.then_some(y + 2.0);
    laid.height = (y + 8.0 + if chosen { size::BUTTON + 8.0 } else { 0.0 }).ceil();
    laid
}

/// The words of each side that a finding is about, in quotation marks; they need lines of their own only where the
/// message does not say them.
fn quoted(open: &Open, finding: &Finding) -> Vec<(Side, String)> {
    let words = |side: Side| finding.places[side].map(|place| place.span.of(&open.comparison.documents[side].text));
    let said = |side| words(side).filter(|words| !words.is_empty()).map(|words| (side, format!("“{words}”")));
    Side::BOTH.into_iter().filter_map(said).collect()
}

/// What the reader wrote on a finding, a line each.
fn remarks(open: &Open, id: usize, review: Option<&Review>) -> Vec<String> {
    let dismissed = match review {
        Some(Review::Dismissed(why)) if why.is_empty() => Some("Dismissed by you".to_owned()),
        Some(Review::Dismissed(why)) => Some(format!("Dismissed by you: {why}")),
        _ => None,
    };
    let on = if open.notes.is_empty() { None } else { Subject::finding(&open.comparison, id) };
    let note = on.and_then(|on| open.edits.remarks.note(&on)).map(|note| format!("Note: {}", words::remark(note)));
    dismissed.into_iter().chain(note).collect()
}

fn badge_ink(relation: Relation, colours: &Palette) -> Color32 {
    match relation {
        Relation::Conflict => colours.paper,
        Relation::Differs => colours.ink,
        Relation::OnlyLeft => colours.side.left,
        Relation::OnlyRight => colours.side.right,
        Relation::Agrees => colours.quiet,
    }
}

/// Draws an entry where it belongs.
pub fn draw(
    ui: &mut Ui,
    state: &State,
    (id, finding): (usize, &Finding),
    rect: Rect,
    laid: &EntryLaid,
    asked: &mut Vec<Command>,
) {
    let response = ui.interact(rect, ui.scope_id().with("finding"), Sense::click());
    let chosen = state.chosen.finding == Some(id);
    spoken::entry(&response, chosen, &told(state, id, finding));
    ground(ui, state, (id, finding), rect, &response);
    texts(ui, rect, laid);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        asked.push(Command::ChooseFinding(id));
    }
    tick(ui, state, (id, finding), rect, asked);
    if let Some(top) = laid.strip {
        let strip = Rect::from_min_max(pos2(rect.left() + MARGIN, rect.top() + top), rect.max - vec2(MARGIN, 6.0));
        ui.scope_builder(UiBuilder::new().id_salt("strip").max_rect(strip), |ui| actions(ui, state, id, asked));
    }
}

/// What a screen reader says of a finding.
fn told(state: &State, id: usize, finding: &Finding) -> String {
    let standing = match state.review(id) {
        None => "",
        Some(Review::Checked) => ", checked off",
        Some(Review::Dismissed(_)) => ", dismissed",
    };
    format!("{}, {}: {}{standing}", words::relation(finding.relation), words::kind(finding.kind), finding.message)
}

fn ground(ui: &Ui, state: &State, (id, finding): (usize, &Finding), rect: Rect, response: &Response) {
    let colours = theme::palette(ui.visuals());
    let chosen = state.chosen.finding == Some(id);
    let in_row = state.chosen.row == Some(crate::gui::model::RowKey::Group(finding.group));
    let fill = match (chosen, in_row, response.hovered()) {
        (true, _, _) => Some(colours.mark_faint),
        (false, true, _) => Some(colours.chosen),
        (false, false, true) => Some(colours.hovered),
        (false, false, false) => None,
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, 0.0, fill);
    }
    if chosen || in_row {
        let bar = Rect::from_min_size(rect.min, vec2(size::CHOSEN_BAR, rect.height()));
        ui.painter().rect_filled(bar, 0.0, if chosen { colours.mark_edge } else { colours.accent });
    }
}

fn texts(ui: &Ui, rect: Rect, laid: &EntryLaid) {
    let colours = theme::palette(ui.visuals());
    let painter = ui.painter();
    if let Some((badge, relation)) = laid.badge {
        let conflict = relation == Relation::Conflict;
        let (fill, edge) =
            if conflict { (colours.ink, colours.ink) } else { (colours.card, badge_ink(relation, colours)) };
        let badge = badge.translate(rect.min.to_vec2());
        painter.rect(badge, theme::round::BADGE, fill, Stroke::new(theme::line::HAIR, edge), StrokeKind::Inside);
    }
    for &(top, bottom, side) in &laid.sides {
        let y = rect.top() + top..=rect.top() + bottom;
        painter.vline(rect.left() + MARGIN + 4.0, y, Stroke::new(theme::line::BAR, colours.side[side]));
    }
    for (at, galley) in &laid.texts {
        painter.galley(rect.min + *at, galley.clone(), colours.ink);
    }
    painter.hline(
        rect.x_range(),
        painter.round_to_pixel_center(rect.bottom() - 0.5),
        Stroke::new(theme::line::HAIR, colours.line),
    );
}

/// The box in which a finding is ticked off.
fn tick(ui: &mut Ui, state: &State, (id, finding): (usize, &Finding), rect: Rect, asked: &mut Vec<Command>) {
    if matches!(state.review(id), Some(Review::Dismissed(_))) {
        return;
    }
    let mut checked = state.review(id).is_some();
    let name = format!("Checked off: {}", finding.message);
    let at = Rect::from_min_size(pos2(rect.right() - MARGIN - BOX + 4.0, rect.top() + 6.0), vec2(BOX, BOX));
    let layout = Layout::centered_and_justified(egui::Direction::LeftToRight);
    ui.scope_builder(UiBuilder::new().id_salt("tick").max_rect(at).layout(layout), |ui| {
        let response = ui.add(Checkbox::without_text(&mut checked));
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, checked, &name));
        if response.on_hover_text(controls::told(ui.ctx(), Action::CheckFinding)).changed() {
            asked.push(Command::Review(id, checked.then_some(Review::Checked)));
        }
    });
}

/// What can be done with the chosen finding.
fn actions(ui: &mut Ui, state: &State, id: usize, asked: &mut Vec<Command>) {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = theme::space::NEAR;
        match state.review(id) {
            Some(_) => {
                if ui.button("Take up again").clicked() {
                    asked.push(Command::Review(id, None));
                }
            }
            None => {
                controls::action(ui, state, asked, Action::CheckFinding);
                controls::action(ui, state, asked, Action::DismissFinding);
            }
        }
        controls::named(ui, state, asked, Action::WriteNote, "Note…");
    });
}
