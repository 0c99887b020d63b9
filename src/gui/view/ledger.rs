//! The list of findings, with a count for each kind, and narrowed by kind and relation.

use std::sync::Arc;

use egui::scroll_area::ScrollBarVisibility;
use egui::{
    Align, Color32, Context, CornerRadius, FontId, Frame, Galley, Layout, Margin, Panel, Rect, RichText, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};
use egui::{accesskit::Role, pos2, vec2};

use crate::claims::{Finding, Kind, Relation};
use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::state::{Open, State};
use crate::gui::theme::{self, Palette, size};
use crate::gui::{rich, words};
use crate::text::Side;

use super::{controls, list};

/// Draws the list.
pub fn show(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 8));
    Panel::top("ledger head").frame(frame).show(ui, |ui| head(ui, state, open, asked));
    if state.ledger.is_empty() {
        Frame::NONE.inner_margin(Margin::symmetric(20, 24)).show(ui, |ui| {
            ui.vertical_centered(|ui| ui.label(nothing(state, open)));
        });
        // A panel is only as large as what it holds.
        ui.take_available_space();
        return;
    }
    let finding = |place: usize| state.ledger.get(place).and_then(|&id| Some((id, open.comparison.findings.get(id)?)));
    let chosen = state.chosen.finding.and_then(|id| state.ledger.iter().position(|&listed| listed == id));
    let wanted = list::Wanted {
        name: "ledger",
        count: state.ledger.len(),
        key: key(state, open),
        estimate: &|_, _| 96.0,
        unfolded: None,
        reveal: chosen.or_else(|| state.first_of_row()).filter(|_| look.reveal),
    };
    list::show(
        ui,
        &mut look.findings,
        &wanted,
        |ctx, place, width| lay(ctx, open, finding(place).map(|found| found.1), width, colours),
        |ui, place, rect, laid| {
            if let Some((id, finding)) = finding(place) {
                draw(ui, state, (id, finding), rect, laid, asked);
            }
        },
    );
}

/// The heights depend on which findings are listed, in which order.
fn key(state: &State, open: &Open) -> u64 {
    use std::hash::{Hash as _, Hasher as _};
    let mut hasher = std::collections::hash_map::DefaultHasher::new();
    (open.revision, &state.ledger).hash(&mut hasher);
    hasher.finish()
}

fn nothing(state: &State, open: &Open) -> &'static str {
    match (state.filter.is_open(), open.comparison.alignment.links.is_empty()) {
        (false, _) => "No finding of these kinds.",
        (true, true) => "No sentences are linked, so no claims are compared.\nLink sentences by hand to compare them.",
        (true, false) => "No differences in claims were found.\nThe wording may differ all the same.",
    }
}

fn head(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
    if super::is_low(ui) || !super::is_wide(ui) {
        ScrollArea::horizontal().id_salt("chips").scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden).show(
            ui,
            |ui| {
                ui.horizontal(|ui| {
                    title(ui, state, open, asked);
                    kinds(ui, state, open, asked);
                    relations(ui, state, open, asked);
                    order(ui, state, asked);
                });
            },
        );
        return;
    }
    ui.horizontal(|ui| {
        title(ui, state, open, asked);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| order(ui, state, asked));
    });
    if open.comparison.findings.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| kinds(ui, state, open, asked));
    ui.separator();
    ui.horizontal_wrapped(|ui| relations(ui, state, open, asked));
}

fn title(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    let all = open.comparison.findings.iter().filter(|finding| finding.relation != Relation::Agrees).count();
    let count = if state.filter.is_open() {
        words::count(all, "finding", "findings")
    } else {
        format!("{} of {all} findings", state.ledger.len())
    };
    ui.label(RichText::new(count).font(theme::bold(16.0)));
    if !state.filter.is_open() && controls::quiet(ui, "Show all").clicked() {
        asked.push(Command::ClearFilter);
    }
}

fn order(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    if state.ledger.len() < 2 {
        return;
    }
    let (text, told) = match state.filter.by_place {
        true => ("Order: as they are read", "List the gravest findings first."),
        false => ("Order: gravest first", "List the findings in the order of the rows."),
    };
    if controls::quiet(ui, text).on_hover_text(told).clicked() {
        asked.push(Command::ToggleListOrder);
    }
}

fn kinds(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    for kind in Kind::ALL {
        let count = open.comparison.count(kind);
        let on = state.filter.kinds.contains(&kind);
        if count == 0 && !on {
            continue;
        }
        let chip = controls::chip(ui, on, &format!("{} {count}", words::kind(kind)));
        if chip.on_hover_text(words::about_kind(kind)).clicked() {
            asked.push(Command::ToggleKind(kind));
        }
    }
}

fn relations(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    for relation in Relation::ALL {
        let count = open.comparison.findings.iter().filter(|finding| finding.relation == relation).count();
        let on = if relation == Relation::Agrees {
            state.filter.agreements
        } else {
            state.filter.relations.contains(&relation)
        };
        if count == 0 && !on {
            continue;
        }
        let chip = controls::chip(ui, on, &format!("{} {count}", words::relation(relation)));
        if chip.on_hover_text(words::about_relation(relation)).clicked() {
            asked.push(match relation {
                Relation::Agrees => Command::ToggleAgreements,
                _ => Command::ToggleRelation(relation),
            });
        }
    }
}

/// An entry with everything in its place.
struct EntryLaid {
    height: f32,
    texts: Vec<(Vec2, Arc<Galley>)>,
    badge: Option<(Rect, Relation)>,
    sides: Vec<(f32, f32, Side)>,
}

impl list::Laid for EntryLaid {
    fn height(&self) -> f32 {
        self.height
    }
}

const MARGIN: f32 = 12.0;
const INDENT: f32 = 12.0;

fn lay(ctx: &Context, open: &Open, finding: Option<&Finding>, width: f32, colours: &Palette) -> EntryLaid {
    let mut laid = EntryLaid { height: 0.0, texts: Vec::new(), badge: None, sides: Vec::new() };
    let Some(finding) = finding else { return laid };
    let put = |text: &str, font: FontId, colour: Color32, width: f32| {
        ctx.fonts_mut(|fonts| fonts.layout_job(rich::plain(text, font, colour, width)))
    };
    let badge =
        put(words::relation(finding.relation), theme::bold(12.0), badge_ink(finding.relation, colours), f32::INFINITY);
    let badge_size = badge.size() + vec2(14.0, 4.0);
    laid.badge = Some((Rect::from_min_size(pos2(MARGIN, 10.0), badge_size), finding.relation));
    laid.texts.push((vec2(MARGIN + 7.0, 12.0), badge));
    let kind = put(words::kind(finding.kind), theme::bold(13.5), colours.ink, f32::INFINITY);
    laid.texts.push((vec2(MARGIN + badge_size.x + 8.0, 10.0 + (badge_size.y - kind.size().y) / 2.0), kind));
    let mut y = 10.0 + badge_size.y + 6.0;
    let message = put(&finding.message, theme::sans(14.0), colours.ink, width - 2.0 * MARGIN);
    let height = message.size().y;
    laid.texts.push((vec2(MARGIN, y), message));
    y += height + 5.0;
    for side in Side::BOTH {
        let words = finding.places[side].map(|place| place.span.of(&open.comparison.documents[side].text));
        let Some(words) = words.filter(|words| !words.is_empty()) else { continue };
        let quoted = format!("“{words}”");
        let job = rich::clipped(
            &quoted,
            FontId::new(14.0, theme::reading(crate::clean::Role::Body).0.family),
            colours.ink,
            width - 2.0 * MARGIN - INDENT,
            3,
        );
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        laid.sides.push((y + 2.0, y + galley.size().y - 2.0, side));
        let height = galley.size().y;
        laid.texts.push((vec2(MARGIN + INDENT, y), galley));
        y += height + 3.0;
    }
    laid.height = (y + 8.0).ceil();
    laid
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

fn draw(
    ui: &mut Ui,
    state: &State,
    (id, finding): (usize, &Finding),
    rect: Rect,
    laid: &EntryLaid,
    asked: &mut Vec<Command>,
) {
    let colours = theme::palette(ui.visuals());
    let chosen = state.chosen.finding == Some(id);
    let in_row = state.chosen.row == Some(crate::gui::model::RowKey::Group(finding.group));
    let response = ui.interact(rect, ui.scope_id().with("finding"), Sense::click());
    let told = format!("{}, {}: {}", words::relation(finding.relation), words::kind(finding.kind), finding.message);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, &told));
    let painter = ui.painter();
    if chosen || in_row || response.hovered() {
        painter.rect_filled(
            rect,
            0.0,
            if chosen {
                colours.mark_faint
            } else if in_row {
                colours.chosen
            } else {
                colours.hovered
            },
        );
    }
    if chosen || in_row {
        let bar = Rect::from_min_size(rect.min, vec2(size::CHOSEN_BAR, rect.height()));
        painter.rect_filled(bar, 0.0, if chosen { colours.mark_edge } else { colours.accent });
    }
    if let Some((badge, relation)) = laid.badge {
        let fill = if relation == Relation::Conflict { colours.ink } else { colours.card };
        painter.rect(
            badge.translate(rect.min.to_vec2()),
            CornerRadius::same(4),
            fill,
            Stroke::new(1.0, badge_edge(relation, colours)),
            StrokeKind::Inside,
        );
    }
    for &(top, bottom, side) in &laid.sides {
        painter.vline(
            rect.left() + MARGIN + 4.0,
            rect.top() + top..=rect.top() + bottom,
            Stroke::new(3.0, colours.side[side]),
        );
    }
    for (at, galley) in &laid.texts {
        painter.galley(rect.min + *at, galley.clone(), colours.ink);
    }
    painter.hline(rect.x_range(), painter.round_to_pixel_center(rect.bottom() - 0.5), Stroke::new(1.0, colours.line));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        asked.push(Command::ChooseFinding(id));
    }
}

fn badge_edge(relation: Relation, colours: &Palette) -> Color32 {
    if relation == Relation::Conflict { colours.ink } else { badge_ink(relation, colours) }
}
