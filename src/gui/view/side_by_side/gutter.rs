//! The gutter: ribbons that join what is linked, and a sign on each that says who stands behind it. A picture of what the
//! sentences say in words; only the signs of the chosen links are controls.

use std::collections::BTreeSet;

use egui::epaint::{BandPoint, BandShape};
use egui::{CursorIcon, Painter, Popup, Pos2, Rangef, Rect, Response, RichText, Sense, Shape, Stroke, Ui, WidgetInfo};
use egui::{accesskit::Role, pos2, vec2};

use crate::align::Status;
use crate::gui::command::Command;
use crate::gui::pull::Pull;
use crate::gui::ribbon::{self, Ribbon, Shown};
use crate::gui::theme::{self, Palette, Strength, size};
use crate::gui::view::link;
use crate::gui::words;
use crate::text::{Pair, Side};

use super::column::Drawn;
use super::places::Places;
use super::scene::Scene;

/// Between the text and the ribbon that begins at it.
const GAP: f32 = 5.0;

/// The ribbons of a frame and where they are seen.
pub struct Gutter {
    /// The ribbon that there would be where a link that is being drawn is let go.
    pub joined: Option<Ribbon>,
    /// Where that link begins.
    pub pulled_from: Option<Pos2>,
    ribbons: Vec<(usize, Ribbon)>,
    possible: Vec<(Pair<usize>, f64, Ribbon)>,
    view: Rangef,
}

impl Gutter {
    /// The ribbons of everything that is in view on either side.
    pub fn of(scene: &Scene<'_>, drawn: &Pair<Drawn>, places: &Places<'_>, area: Rect) -> Self {
        let edge = |side| area.left() + scene.spread.inner_edge(side);
        let x = Rangef::new(edge(Side::Left) + GAP, edge(Side::Right) - GAP);
        let end = |side: Side, id: usize| {
            drawn[side].extents.get(&id).copied().unwrap_or_else(|| places.on_screen(side, id, area.top()))
        };
        let join = |pair: Pair<usize>| Ribbon { x, ends: Pair::from_fn(|side| end(side, pair[side])) };
        let in_view = |side: Side| drawn[side].extents.keys().flat_map(move |&id| scene.open.reading.links(side, id));
        let ids: BTreeSet<usize> = Side::BOTH.into_iter().flat_map(in_view).copied().collect();
        let links = &scene.open.comparison.alignment.links;
        let ribbons = ids.into_iter().filter_map(|id| Some((id, join(links.get(id)?.sentences)))).collect();
        let possible = scene.possible().into_iter().map(|(pair, score)| (pair, score, join(pair))).collect();
        let joined = scene.held.and_then(|held| held.pair()).map(join);
        let pulled_from = scene.held.map(|held| {
            let (side, id) = held.pull.from;
            pos2(if side == Side::Left { x.min } else { x.max }, end(side, id).center())
        });
        Self { joined, pulled_from, ribbons, possible, view: area.y_range() }
    }

    /// The ribbons themselves, the strongest on top; they lie under what stands in the margins.
    pub fn shapes(&self, scene: &Scene<'_>, colours: &Palette) -> Vec<Shape> {
        let strength = |id: usize| {
            if scene.is_chosen_link(id) {
                Strength::Chosen
            } else if scene.hovered.contains(&id) {
                Strength::Hovered
            } else {
                Strength::Faint
            }
        };
        let mut ordered: Vec<_> = self.ribbons.iter().map(|(id, ribbon)| (strength(*id), *id, ribbon)).collect();
        ordered.sort_by_key(|(strength, id, _)| (*strength, *id));
        let links = &scene.open.comparison.alignment.links;
        let mut shapes = Vec::new();
        for (strength, id, ribbon) in ordered {
            let Some(link) = links.get(id) else { continue };
            paint(&mut shapes, ribbon, self.view, link.status, strength, colours);
        }
        for (_, _, ribbon) in &self.possible {
            edges(
                &mut shapes,
                &points(ribbon, self.view, Strength::Hovered),
                Status::Suggested,
                Strength::Hovered,
                colours,
            );
        }
        shapes
    }

    /// The link under the pointer; a click on it is asked for, and the nearer of its ends can be dragged elsewhere.
    pub fn pointed(&self, ui: &Ui, scene: &Scene<'_>, area: Rect, asked: &mut Vec<Command>) -> Option<usize> {
        let across = Rangef::new(area.left() + scene.spread.gutter.min, area.left() + scene.spread.gutter.max);
        let rect = Rect::from_x_y_ranges(across, area.y_range());
        let response = ui.interact(rect, ui.scope_id().with("gutter"), Sense::CLICK | Sense::DRAG);
        self.take_end(ui, scene, &response);
        let id = ribbon::hit(&self.ribbons, response.hover_pos()?, self.view)?;
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if let Some(row) = scene.open.reading.row_of_link(id).filter(|_| response.clicked()) {
            asked.push(Command::ChooseRow(row));
        }
        Some(id)
    }

    /// Takes hold of the end of a ribbon that is nearer to where a drag began.
    fn take_end(&self, ui: &Ui, scene: &Scene<'_>, response: &Response) {
        let pressed = ui.input(|input| input.pointer.press_origin());
        let Some(at) = pressed.filter(|_| response.drag_started()) else { return };
        let id = ribbon::hit(&self.ribbons, at, self.view);
        let link = id.and_then(|id| scene.open.comparison.alignment.links.get(id));
        let loose = if at.x < response.rect.center().x { Side::Left } else { Side::Right };
        if let Some(link) = link {
            response.dnd_set_drag_payload(Pull::of_end(link.sentences, loose));
        }
    }

    /// The signs on the ribbons: of the chosen links as buttons, of others where the reader stands behind them.
    pub fn signs(&self, ui: &Ui, scene: &Scene<'_>, asked: &mut Vec<Command>) {
        let colours = theme::palette(ui.visuals());
        for (id, ribbon) in &self.ribbons {
            let Some(link) = scene.open.comparison.alignment.links.get(*id) else { continue };
            let Some(centre) = self.middle(ribbon, scene.is_chosen_link(*id)) else { continue };
            if scene.is_chosen_link(*id) {
                let response =
                    sign(ui, centre, ("link", *id), &link::name(&[(link.sentences, link.score, link.status)]));
                paint_sign(ui, centre, Some(link.status), &response);
                let reasons = scene.open.reasons(link.sentences);
                let response = response.on_hover_text(words::about_link(link, &reasons));
                let chosen = [(link.sentences, link.score, link.status)];
                Popup::menu(&response).show(|ui| link::menu(ui, &chosen, asked));
            } else if link.status != Status::Suggested || scene.hovered.contains(id) {
                ui.painter().circle_filled(centre, size::SIGN_GROUND, colours.paper);
                link::symbol(ui.painter(), centre, link.status, colours.quiet, colours);
            }
        }
        for (pair, score, ribbon) in &self.possible {
            let Some(centre) = self.middle(ribbon, true) else { continue };
            let name = format!("Possible: left {} with right {}", pair.left + 1, pair.right + 1);
            let response = sign(ui, centre, ("possible", pair.left, pair.right), &name);
            paint_sign(ui, centre, None, &response);
            let response = response.on_hover_text(offered(scene, *pair, *score));
            Popup::menu(&response).show(|ui| offer(ui, *pair, *score, asked));
        }
    }

    /// Where a ribbon's sign stands: in its middle; of a stub, at its tip.
    fn middle(&self, ribbon: &Ribbon, also_on_stub: bool) -> Option<Pos2> {
        match ribbon.shown(self.view) {
            Shown::Whole => Some(pos2(ribbon.x.center(), ribbon.at(ribbon.x.center()).center())),
            Shown::Stub(side) if also_on_stub => {
                let stub = ribbon.stub(side);
                let tip = if side == Side::Left { stub.last() } else { stub.first() }?;
                let y = tip.y.center().clamp(self.view.min + size::LINK, self.view.max - size::LINK);
                Some(pos2(tip.x, y))
            }
            _ => None,
        }
        .filter(|at| self.view.contains(at.y))
    }
}

/// The points of what is to be seen of a ribbon; a chosen one is drawn all the way, so that one sees where it goes.
fn points(ribbon: &Ribbon, view: Rangef, strength: Strength) -> Vec<BandPoint> {
    match ribbon.shown(view) {
        Shown::Whole => ribbon.band(),
        Shown::Stub(_) if strength == Strength::Chosen => ribbon.band(),
        Shown::Stub(side) => ribbon.stub(side),
        Shown::Nothing => Vec::new(),
    }
}

/// Adds what is to be seen of a ribbon.
pub fn paint(
    shapes: &mut Vec<Shape>,
    ribbon: &Ribbon,
    view: Rangef,
    status: Status,
    strength: Strength,
    colours: &Palette,
) {
    let points = points(ribbon, view, strength);
    if points.is_empty() {
        return;
    }
    edges(shapes, &points, status, strength, colours);
    shapes.push(Shape::Band(BandShape::filled(points, colours.ribbon(strength))));
}

/// The edges of a ribbon: none or dashed where only the program stands behind it, solid where the reader agreed, double
/// where the link is the reader's own.
fn edges(shapes: &mut Vec<Shape>, points: &[BandPoint], status: Status, strength: Strength, colours: &Palette) {
    let stroke = Stroke::new(theme::line::HAIR, colours.ribbon_edge(strength));
    let line = |by: f32, top: bool| -> Vec<Pos2> {
        let y = |point: &BandPoint| if top { point.y.min - by } else { point.y.max + by };
        points.iter().map(|point| pos2(point.x, y(point))).collect()
    };
    for top in [true, false] {
        match status {
            Status::Suggested if strength == Strength::Faint => {}
            Status::Suggested => shapes.extend(Shape::dashed_line(&line(0.0, top), stroke, 4.0, 3.0)),
            Status::Confirmed => shapes.push(Shape::line(line(0.0, top), stroke)),
            Status::Manual => {
                shapes.push(Shape::line(line(0.0, top), stroke));
                shapes.push(Shape::line(line(2.5, top), stroke));
            }
        }
    }
}

fn sign(ui: &Ui, centre: Pos2, salt: impl egui::AsIdSalt, name: &str) -> Response {
    let rect = Rect::from_center_size(centre, vec2(2.0 * size::LINK, 2.0 * size::LINK));
    let response =
        ui.interact(rect, ui.scope_id().with(salt), Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response
}

fn paint_sign(ui: &Ui, centre: Pos2, status: Option<Status>, response: &Response) {
    let colours = theme::palette(ui.visuals());
    let painter: &Painter = ui.painter();
    let active = response.hovered() || response.has_focus();
    let edge = if active {
        Stroke::new(theme::line::FIRM, colours.accent)
    } else {
        Stroke::new(theme::line::HAIR, colours.edge)
    };
    painter.circle(centre, size::LINK, colours.paper, edge);
    match status {
        Some(status) => link::symbol(painter, centre, status, colours.ink, colours),
        None => {
            painter.text(centre, egui::Align2::CENTER_CENTER, "?", theme::bold(theme::NOTE), colours.ink);
        }
    }
}

/// Why a pair is offered.
fn offered(scene: &Scene<'_>, pair: Pair<usize>, score: f64) -> String {
    let reasons = scene.open.reasons(pair);
    let about = if reasons.is_empty() { String::new() } else { format!(": {reasons}") };
    format!("May be a counterpart, {}{about}", words::score(score))
}

/// A pair that the program offers.
fn offer(ui: &mut Ui, pair: Pair<usize>, score: f64, asked: &mut Vec<Command>) {
    ui.set_min_width(size::MENU);
    ui.label(
        RichText::new(format!("Left {} with right {}", pair.left + 1, pair.right + 1)).font(theme::bold(theme::NOTE)),
    );
    ui.label(words::capitalised(&words::score(score)));
    if ui.button("Link these").clicked() {
        asked.push(Command::Link(pair));
        ui.close();
    }
    if ui.button("Go there").clicked() {
        asked.push(Command::ChooseSentence(Side::Right, pair.right));
        ui.close();
    }
}
