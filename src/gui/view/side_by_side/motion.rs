//! Which part of both articles is seen: keys for pages, bringing what is chosen into view, following, and staying in place.

use std::sync::Arc;

use egui::{Rangef, Rect, Ui};

use crate::gui::look::{Articles, At, List, Seen};
use crate::gui::rows::{Anchor, kept};
use crate::gui::theme;
use crate::gui::view::aligned;
use crate::text::{Pair, Side};

use super::column::Drawn;
use super::paragraph;
use super::places::Places;
use super::scene::Scene;

/// Moves a column by the keys for pages and ends.
pub fn page(ui: &Ui, list: &mut List) {
    let by = aligned::paging(ui, list.view);
    if by != 0.0 {
        list.nudge += by;
        list.paged = true;
    }
}

/// What is chosen is brought to this part of the view, so that what leads up to it can be read.
const REVEALED: f32 = 0.3;

/// A sentence nearer than this to the edge of the view is brought further in, in points.
const EDGE: f32 = 24.0;

/// Brings the sentence that the reader is at into view, where it is not wholly in view already.
pub fn bring_into_view(ui: &Ui, scene: &Scene<'_>, articles: &mut Articles, area: Rect) {
    let Some((side, id)) = scene.at else { return };
    articles.leader = Some(side);
    articles.catching_up = 0;
    let lists = Pair::new(&articles.columns.left, &articles.columns.right);
    let known = lists[side].heights.len() == scene.open.flow[side].items.len();
    let seen = Places::new(scene.open, lists).on_screen(side, id, 0.0);
    let room = Rangef::new(0.0, area.height()).shrink(EDGE);
    let at_top = lists[side].offset <= 0.0 && seen.max <= room.max;
    if known && (at_top || (room.contains(seen.min) && room.contains(seen.max))) {
        return;
    }
    articles.columns[side].put = anchor(ui, scene, side, id, area.height() * REVEALED);
    articles.catching_up = MOST_FRAMES;
}

/// Keeps the sentence that the reader is at where it is while the window or what stands around the text changes its size;
/// where the pane becomes lower, it stays in view. Tells whether it was moved.
pub fn keep_in_view(ui: &Ui, scene: &Scene<'_>, articles: &mut Articles, area: Rect) -> bool {
    let was = articles.at.filter(|was| scene.at == Some(was.sentence) && was.pane != area.size());
    let Some(At { sentence: (side, id), height, .. }) = was else { return false };
    articles.columns[side].put = anchor(ui, scene, side, id, kept(height, area.height()));
    true
}

/// The sentence that the reader is at, where it begins in view.
pub fn at(scene: &Scene<'_>, drawn: &Pair<Drawn>, area: Rect) -> Option<At> {
    let (side, id) = scene.at?;
    let height = drawn[side].extents.get(&id)?.min - area.top();
    (0.0..area.height()).contains(&height).then(|| At { sentence: (side, id), height, pane: area.size() })
}

/// Puts what belongs to the sentence that the reader is at beside it, its first line at the same height. Where nothing does,
/// the other article only follows if this one was moved.
pub fn put_beside(ui: &Ui, scene: &Scene<'_>, articles: &mut Articles, drawn: &Drawn, area: Rect) {
    let Some((side, id)) = scene.at else { return };
    let Some(pair) = scene.counterpart().filter(|_| scene.state.settings.together) else { return };
    let Some(height) = drawn.extents.get(&id).map(|extent| extent.min - area.top()) else { return };
    let other = side.other();
    articles.columns[other].put = anchor(ui, scene, other, pair[other], height);
    articles.catching_up = 0;
}

/// The anchor at which a sentence begins so far below the top of the view.
fn anchor(ui: &Ui, scene: &Scene<'_>, side: Side, id: usize, height: f32) -> Option<Anchor> {
    let reading = &scene.open.reading;
    let number = reading.paragraph_of(side, id)?;
    let text = scene.spread.text[side].span();
    let laid = paragraph::lay(ui.ctx(), scene.open, side, number, text, theme::palette(ui.visuals()));
    let origin = egui::pos2(0.0, laid.around.above);
    let spots = paragraph::spots(scene.open, side, reading.paragraphs[side].get(number)?, &laid, origin, text);
    let begins = spots.iter().find(|spot| spot.id == id)?.extent.min;
    Some(Anchor { row: scene.open.flow[side].item_of(number)?, below_top: begins - height })
}

/// Has what was in view stay where it is in a column whose paragraphs or signs are others now, the reader having put
/// something back or taken it out. Where a place to go to is known already, that holds.
pub fn stay(scene: &Scene<'_>, side: Side, seen: &Seen, list: &mut List) {
    let (flow, article) = (&scene.open.flow[side], &scene.open.articles[side]);
    if seen.print != flow.print && seen.article.ptr_eq(&Arc::downgrade(article)) && list.put.is_none() {
        list.put = flow.as_seen(&seen.tops);
    }
}

/// What is in view of a column now.
pub fn seen(scene: &Scene<'_>, side: Side, list: &List) -> Seen {
    let flow = &scene.open.flow[side];
    let (offset, heights) = (list.offset, &list.heights);
    let in_view =
        |item: &usize| heights.top(*item) < offset + list.view && heights.top(*item) + heights.height(*item) > offset;
    let items = heights.visible(offset, list.view).filter(in_view);
    let tops = items.filter_map(|item| Some((flow.start(item)?, heights.top(item) - offset))).collect();
    Seen { article: Arc::downgrade(&scene.open.articles[side]), print: flow.print, tops }
}

/// The first sign of what was left out, where the reader asks for it: the side is the one that is gone by.
pub fn wanted_sign(scene: &Scene<'_>, articles: &mut Articles, show: Option<(usize, Side)>) -> Option<(Side, usize)> {
    let (_, side) = show?;
    articles.leader = Some(side);
    articles.catching_up = MOST_FRAMES;
    Some((side, scene.open.flow[side].first_left_out()?))
}

/// What was estimated becomes known as it comes into view, so the follower gets to its place in a few frames, never more.
const MOST_FRAMES: u8 = 6;

/// A move smaller than this is none, in points.
const LEAST: f32 = 0.5;

/// Has the other article follow the one that the reader moves, by the wheel, by keys or on its map.
pub fn follow(ui: &Ui, scene: &Scene<'_>, articles: &mut Articles, on_map: Pair<Option<f32>>) {
    for (side, by) in on_map.iter() {
        if let Some(by) = by.filter(|by| by.abs() > LEAST) {
            articles.columns[side].nudge += by;
            articles.columns[side].paged = true;
            ui.ctx().request_repaint();
        }
    }
    let paged = Side::BOTH.map(|side| (side, std::mem::take(&mut articles.columns[side].paged)));
    let moved = Side::BOTH
        .into_iter()
        .max_by(|a, b| articles.columns[*a].scrolled.abs().total_cmp(&articles.columns[*b].scrolled.abs()));
    let moved = moved.filter(|&side| articles.columns[side].scrolled.abs() > LEAST);
    let moved = paged.iter().find(|(_, paged)| *paged).map(|(side, _)| *side).or(moved);
    if let Some(side) = moved {
        articles.leader = Some(side);
        articles.catching_up = MOST_FRAMES;
    }
    if !scene.state.settings.together || articles.catching_up == 0 {
        return;
    }
    articles.catching_up -= 1;
    catch_up(ui, scene, articles);
}

fn catch_up(ui: &Ui, scene: &Scene<'_>, articles: &mut Articles) {
    let Some(lead) = articles.leader else { return };
    let lists = Pair::new(&articles.columns.left, &articles.columns.right);
    let places = Places::new(scene.open, lists);
    let linked = scene.counterpart().filter(|_| scene.state.chosen_links().len() == 1);
    let chain = scene.open.reading.chain_through(&scene.open.comparison, linked);
    // Where the leader is about to stand: it is moved at the beginning of the next frame.
    let offset = lists[lead].offset + lists[lead].nudge;
    let by = places.together(&chain).offset(lead, offset) - lists[lead.other()].offset;
    if by.abs() > LEAST {
        articles.columns[lead.other()].nudge = by;
        ui.ctx().request_repaint();
    }
}
