//! A long list of rows of unequal height of which only those near the view are laid out.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::scroll_area::ScrollBarVisibility;
use egui::{Context, Rangef, Rect, ScrollArea, Ui, UiBuilder};

use crate::gui::look::List;
use crate::gui::rows::{Anchor, Heights};

use super::spoken;

/// What a list is to show.
pub struct Wanted<'a> {
    /// A name of its own, as it is told to screen readers.
    pub name: &'static str,
    /// How many rows.
    pub count: usize,
    /// Everything that heights depend on, in one number.
    pub key: u64,
    /// About how high a row of a width will be.
    pub estimate: &'a dyn Fn(usize, f32) -> f32,
    /// The row that shows more than the others.
    pub unfolded: Option<usize>,
    /// The row to bring into view.
    pub reveal: Option<usize>,
}

/// A row that has been laid out.
pub trait Laid {
    /// How high it is.
    fn height(&self) -> f32;
}

/// Draws the rows near the view: `lay` lays one out for a width, `draw` draws it where it belongs.
pub fn show<T: Laid>(
    ui: &mut Ui,
    list: &mut List,
    wanted: &Wanted<'_>,
    mut lay: impl FnMut(&Context, usize, f32) -> T,
    mut draw: impl FnMut(&mut Ui, usize, Rect, &T),
) {
    let ctx = ui.ctx().clone();
    let bar = if list.bare { 0.0 } else { ui.spacing().scroll.allocated_width() };
    let width = (ui.available_width() - bar).max(1.0).floor();
    let view = ui.available_height();
    let mut laid: BTreeMap<usize, T> = BTreeMap::new();
    let offset = {
        let mut measure = |row: usize| {
            let made = lay(&ctx, row, width);
            let height = made.height();
            laid.insert(row, made);
            height
        };
        settle(&ctx, list, wanted, width, view, &mut measure)
    };
    let mut area = ScrollArea::vertical().id_salt(wanted.name).auto_shrink(false).scroll_bar_visibility(if list.bare {
        ScrollBarVisibility::AlwaysHidden
    } else {
        ScrollBarVisibility::VisibleWhenNeeded
    });
    if (offset - list.offset).abs() > 0.25 {
        area = area.vertical_scroll_offset(offset);
    }
    let heights = &list.heights;
    let output = area.show_viewport(ui, |ui, viewport| {
        ui.set_height(heights.total());
        spoken::part(ui, Role::List, wanted.name);
        let origin = ui.max_rect().min;
        for row in heights.visible(viewport.min.y, viewport.height()) {
            let made = laid.entry(row).or_insert_with(|| lay(&ctx, row, width));
            let y = Rangef::new(origin.y + heights.top(row), origin.y + heights.top(row) + heights.height(row));
            let rect = Rect::from_x_y_ranges(origin.x..=origin.x + width, y);
            ui.scope_builder(UiBuilder::new().id_salt((wanted.name, row)).max_rect(rect), |ui| {
                draw(ui, row, rect, made);
            });
        }
    });
    list.laid_out = laid.len();
    list.offset = output.state.clamped_offset().y;
    list.scrolled = list.offset - offset;
    list.view = view;
}

/// Measures what is near the view and gives the offset at which the reader sees the same as before, or what is to be seen.
fn settle(
    ctx: &Context,
    list: &mut List,
    wanted: &Wanted<'_>,
    width: f32,
    view: f32,
    measure: &mut impl FnMut(usize) -> f32,
) -> f32 {
    let key = key(ctx, wanted.key, width);
    let mut anchor = list.heights.anchor(list.offset + std::mem::take(&mut list.nudge));
    let moved = list.moved.take();
    let resized = moved.is_none() && list.heights.len() == wanted.count && (list.key != key || list.view != view);
    if resized {
        anchor = list.heights.anchor_at(list.unfolded, anchor, list.offset, list.view).kept_in(view);
    }
    if list.key != key || list.heights.len() != wanted.count {
        if let Some(places) = moved {
            anchor = list.heights.anchor_at(list.unfolded, anchor, list.offset, view).moved(&places);
        }
        list.heights = Heights::estimated((0..wanted.count).map(|row| (wanted.estimate)(row, width)));
        list.key = key;
        anchor = Anchor { row: anchor.row.min(wanted.count.saturating_sub(1)), below_top: anchor.below_top };
    }
    if list.unfolded != wanted.unfolded {
        // The row that unfolds is the one that is looked at, so it stays where it is while another one above it folds.
        anchor = list.heights.anchor_at(wanted.unfolded, anchor, list.heights.at(anchor), view);
        for row in [list.unfolded, wanted.unfolded].into_iter().flatten() {
            list.heights.forget(row);
        }
        list.unfolded = wanted.unfolded;
    }
    let offset = list.heights.settle(anchor, view, &mut *measure);
    if let Some(anchor) = list.put.take() {
        return list.heights.settle(anchor, view, measure);
    }
    match wanted.reveal.and_then(|row| list.heights.reveal(row, offset, view)) {
        Some(anchor) => list.heights.settle(anchor, view, measure),
        None => offset,
    }
}

fn key(ctx: &Context, of_rows: u64, width: f32) -> u64 {
    use std::hash::{Hash as _, Hasher as _};
    let mut hasher = std::collections::hash_map::DefaultHasher::new();
    (of_rows, width.to_bits(), ctx.pixels_per_point().to_bits()).hash(&mut hasher);
    hasher.finish()
}
