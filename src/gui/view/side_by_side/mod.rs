//! Both articles side by side, each in its own order, for reading: running text in two columns, ribbons between what is
//! linked, a map of each article at its outer edge. Where one is scrolled, the other follows.

mod column;
mod grips;
mod gutter;
mod map;
mod margin;
mod motion;
mod node;
mod paragraph;
mod places;
mod scene;
mod signs;

use egui::{Rect, Shape, Ui};

use crate::align::Status;
use crate::gui::command::Command;
use crate::gui::look::{Articles, Hovered, Look};
use crate::gui::ribbon::Ribbon;
use crate::gui::spread::Spread;
use crate::gui::state::{Open, State};
use crate::gui::theme::{self, Palette, Strength};
use crate::text::{Pair, Side};

use super::{pulling, selecting};
use column::Drawn;
use gutter::Gutter;
pub use margin::dotted;
use places::Places;
use scene::Scene;

/// A ribbon across a place, as one that is chosen.
pub fn ribbon(place: Rect, status: Status, colours: &Palette) -> Vec<Shape> {
    let ribbon = Ribbon { x: place.x_range(), ends: Pair::new(place.y_range(), place.y_range()) };
    let mut shapes = Vec::new();
    gutter::paint(&mut shapes, &ribbon, place.y_range(), status, Strength::Chosen, colours);
    shapes
}

/// The places for two columns in a pane of a width; none where rows are asked for, or there is no room for columns.
pub fn spread(state: &State, open: &Open, width: f32) -> Option<Spread> {
    room(open, width).filter(|_| state.is_side_by_side())
}

/// The same where it is not known whether columns are asked for.
pub fn room(open: &Open, width: f32) -> Option<Spread> {
    let counts = open.comparison.documents.as_ref().map(|document| document.sentences.len());
    Spread::of(width, counts.left.max(counts.right))
}

/// Draws both articles.
pub fn show(ui: &mut Ui, state: &State, open: &Open, spread: Spread, look: &mut Look, asked: &mut Vec<Command>) {
    let area = ui.available_rect_before_wrap();
    let ground = selecting::ground(ui, area);
    let held = pulling::held(ui, open, &look.texts, area);
    let articles = &mut look.articles;
    let take_keyboard =
        look.reveal && ui.memory(|memory| memory.focused().is_none_or(|id| articles.focused == Some(id)));
    let scene = Scene::new(state, open, spread, (articles.hovered, held), take_keyboard);
    let lead = scene.at.map(|(side, _)| side).or(articles.leader).unwrap_or(Side::Left);
    motion::page(ui, &mut articles.columns[lead]);
    let painter = ui.painter_at(area);
    let ribbons = painter.add(Shape::Noop);
    let sign = motion::wanted_sign(&scene, articles, look.show.take());
    let mut drawn = columns(ui, &scene, articles, area, lead, (look.reveal, sign), asked);
    let colours = theme::palette(ui.visuals());
    let lists = Pair::new(&articles.columns.left, &articles.columns.right);
    let places = Places::new(open, lists);
    let gutter = Gutter::of(&scene, &drawn, &places, area);
    painter.set(ribbons, Shape::Vec(gutter.shapes(&scene, colours)));
    let link = gutter.pointed(ui, &scene, area, asked);
    gutter.signs(ui, &scene, asked);
    grips::show(ui, &scene, &drawn, asked);
    let moves = Pair::from_fn(|side| map::show(ui, &scene, side, &places, lists[side], area));
    let is_pressed = ui.input(|input| input.pointer.primary_down());
    match held {
        Some(_) => hover(ui, articles, Hovered::Nothing),
        // A quick hand has left the grip before it is known that it drags.
        None if is_pressed => {}
        None => hover(ui, articles, hovered(&drawn, link)),
    }
    if let Some(held) = &held {
        articles.columns[held.pull.to()].nudge += grips::held(ui, &scene, held, &gutter, area, asked);
    }
    motion::follow(ui, &scene, articles, moves);
    look.texts = Side::BOTH.into_iter().flat_map(|side| std::mem::take(&mut drawn[side].texts)).collect();
    let by = selecting::pointer(ui, state, open, look, &ground, asked);
    if let Some(held) = look.gesture.held {
        look.articles.columns[held.side].nudge += by;
    }
}

/// Both columns; the one that the reader is in first, as the other is put beside it where something was chosen.
fn columns(
    ui: &mut Ui,
    scene: &Scene<'_>,
    articles: &mut Articles,
    area: Rect,
    lead: Side,
    (reveal, sign): (bool, Option<(Side, usize)>),
    asked: &mut Vec<Command>,
) -> Pair<Drawn> {
    let pane = |side: Side| {
        let across = scene.spread.pane[side];
        Rect::from_x_y_ranges(area.left() + across.min..=area.left() + across.max, area.y_range())
    };
    let mut drawn = Pair::<Drawn>::default();
    let follower = lead.other();
    let moved = if reveal {
        motion::bring_into_view(ui, scene, articles, area);
        true
    } else {
        motion::keep_in_view(ui, scene, articles, area)
    };
    drawn[lead] = one(ui, scene, lead, articles, (pane(lead), sign), asked);
    if moved {
        motion::put_beside(ui, scene, articles, &drawn[lead], area);
    }
    drawn[follower] = one(ui, scene, follower, articles, (pane(follower), sign), asked);
    articles.at = motion::at(scene, &drawn, area);
    articles.focused = drawn.left.focused.or(drawn.right.focused);
    drawn
}

/// One column, what is in view of it kept there when its paragraphs become others.
fn one(
    ui: &mut Ui,
    scene: &Scene<'_>,
    side: Side,
    articles: &mut Articles,
    (pane, sign): (Rect, Option<(Side, usize)>),
    asked: &mut Vec<Command>,
) -> Drawn {
    let list = &mut articles.columns[side];
    motion::stay(scene, side, &articles.seen[side], list);
    let sign = sign.filter(|&(of, _)| of == side).map(|(_, item)| item);
    let drawn = column::show(ui, scene, side, (list, sign), pane, asked);
    articles.seen[side] = motion::seen(scene, side, &articles.columns[side]);
    drawn
}

/// What the pointer means: the sentence at whose grip it is, else a link, else the sentence that it is on or beside.
fn hovered(drawn: &Pair<Drawn>, link: Option<usize>) -> Hovered {
    let sentence = |of: fn(&Drawn) -> Option<usize>| {
        Side::BOTH.into_iter().find_map(|side| Some(Hovered::Sentence(side, of(&drawn[side])?)))
    };
    let at_grip = sentence(|drawn| drawn.at_grip);
    at_grip.or(link.map(Hovered::Link)).or_else(|| sentence(|drawn| drawn.hovered)).unwrap_or_default()
}

/// Remembers what the pointer is over; where that has changed, the other side has to be drawn anew.
fn hover(ui: &Ui, articles: &mut Articles, hovered: Hovered) {
    if articles.hovered != hovered {
        articles.hovered = hovered;
        ui.ctx().request_repaint();
    }
}
