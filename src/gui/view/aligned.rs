//! The comparison: the heads of both sources, and the rows under them.

use egui::{Align, Frame, Key, Layout, Modifiers, Panel, Pos2, Rect, RichText, Stroke, Ui, pos2, vec2};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::left_out::Sign;
use crate::gui::look::Look;
use crate::gui::model::{Row, RowFilter};
use crate::gui::settings::Mode;
use crate::gui::state::{Open, State};
use crate::gui::{theme, words};

use super::text::Drawn;
use super::{controls, detail, find, heads, list, look_over, removed, row, selecting, side_by_side, ticks};

/// Draws heads and rows.
pub fn show(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    Panel::top("heads").frame(Frame::NONE.fill(colours.paper)).show(ui, |ui| {
        heads::show(ui, state, open, asked);
    });
    if !super::is_low(ui) || state.row_filter != RowFilter::All {
        filter_bar(ui, state, open, asked);
    }
    find::show(ui, state, look, asked);
    look_over::show(ui, state, asked);
    linking(ui, state, open, asked);
    detail::show(ui, state, open, asked);
    if places(state, open) == 0 {
        nothing(ui, state, asked);
        return;
    }
    match side_by_side::spread(state, open, ui.available_width()) {
        Some(spread) => side_by_side::show(ui, state, open, spread, look, asked),
        None => rows(ui, state, open, look, asked),
    }
}

fn rows(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let row_at = |place: usize| state.shown.get(place).and_then(|&n| open.rows.get(n));
    let signs = |place: usize| signs(state, open, place, row_at(place));
    let unfolded = state.place_of_chosen();
    // The detail says all that the row would, and has its buttons.
    let unfolds = !state.settings.detail;
    let wanted = list::Wanted {
        name: "Rows of both articles",
        count: places(state, open),
        key: 2 * (open.revision + open.remarked) + u64::from(unfolds),
        estimate: &|place, width| {
            let among = removed::Among::rows(width);
            let around: f32 = signs(place).iter().map(|signs| removed::estimate(open, signs, &among)).sum();
            around + row_at(place).map_or(0.0, |row| row::estimate(open, row, width))
        },
        unfolded,
        reveal: look.show.take().map(|(place, _)| place).or(unfolded.filter(|_| look.reveal)),
    };
    look.rows.nudge += paging(ui, look.rows.view);
    look.rows.nudge += unfolded.map_or(0.0, |place| bring_in(ui, look, place));
    let area = ui.available_rect_before_wrap();
    let ground = selecting::ground(ui, area);
    let mut texts = Vec::new();
    list::show(
        ui,
        &mut look.rows,
        &wanted,
        |ctx, place, width| {
            let among = removed::Among::rows(width);
            let [above, below] = signs(place).map(|signs| removed::lay(ctx, open, signs, &among, colours));
            let lay = |row| row::lay(ctx, open, row, width, unfolds && unfolded == Some(place), colours);
            Item { above, row: row_at(place).map(lay), below }
        },
        |ui, place, rect, item| {
            texts.extend(item.texts(open, rect.min));
            item.draw(ui, state, open, (row_at(place), rect), asked);
        },
    );
    look.texts = texts;
    look.rows.nudge += row::held(ui, (state, open), (&look.rows, &look.texts), area, asked);
    look.rows.nudge += selecting::pointer(ui, state, open, look, &ground, asked);
    if asked.iter().any(|command| matches!(command, Command::PointAt(_))) {
        look.pointed = Some(ui.input(|input| input.time));
    }
    ticks::show(ui, state, open, &look.rows, area);
}

/// A row with what was left out before and after it.
struct Item {
    above: removed::Laid,
    row: Option<row::RowLaid>,
    below: removed::Laid,
}

impl list::Laid for Item {
    fn height(&self) -> f32 {
        self.above.height + self.row.as_ref().map_or(0.0, list::Laid::height) + self.below.height
    }
}

impl Item {
    /// The texts of the row where they are drawn.
    fn texts(&self, open: &Open, corner: Pos2) -> Vec<Drawn> {
        let corner = corner + vec2(0.0, self.above.height);
        self.row.iter().flat_map(|row| row.texts(open, corner)).collect()
    }

    fn draw(
        &self,
        ui: &mut Ui,
        state: &State,
        open: &Open,
        (row, rect): (Option<&Row>, Rect),
        asked: &mut Vec<Command>,
    ) {
        let part = |top: f32, height: f32| Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), height));
        between(ui, state, part(rect.top(), self.above.height), &self.above, asked);
        let mut top = rect.top() + self.above.height;
        if let (Some(row), Some(laid)) = (row, &self.row) {
            let place = part(top, list::Laid::height(laid));
            row::draw(ui, state, open, row, place, laid, asked);
            top = place.bottom();
        }
        between(ui, state, part(top, self.below.height), &self.below, asked);
    }
}

/// Draws signs, and the line that parts them from the row below.
fn between(ui: &mut Ui, state: &State, rect: Rect, laid: &removed::Laid, asked: &mut Vec<Command>) {
    removed::draw(ui, state, rect.min, laid, asked);
    if laid.height > 0.0 {
        let y = ui.painter().round_to_pixel_center(rect.bottom() - 0.5);
        ui.painter().hline(rect.x_range(), y, Stroke::new(theme::line::HAIR, theme::palette(ui.visuals()).line));
    }
}

/// How many places the list has: one for each row, and one for what was left out where there is no row at all.
fn places(state: &State, open: &Open) -> usize {
    let at_top = state.row_filter == RowFilter::All && !open.signs_after(None).is_empty();
    state.shown.len().max(usize::from(at_top))
}

/// The signs before and after a row; they stand between neighbours, so none do where rows are hidden.
fn signs<'a>(state: &State, open: &'a Open, place: usize, row: Option<&Row>) -> [&'a [Sign]; 2] {
    if state.row_filter != RowFilter::All {
        return [&[], &[]];
    }
    let above = if place == 0 { open.signs_after(None) } else { &[] };
    [above, row.map_or(&[], |row| open.signs_after(Some(row.key)))]
}

/// How far to move for all of a row to be in view that was pointed at. Nothing moves before a second click could
/// have come, nor while the button is held, or words would be selected that the reader did not mean.
fn bring_in(ui: &Ui, look: &mut Look, place: usize) -> f32 {
    let Some(since) = look.pointed else { return 0.0 };
    let pause = ui.ctx().options(|options| options.input_options.max_double_click_delay);
    let (now, held) = ui.input(|input| (input.time, input.pointer.any_down()));
    let left = since + pause - now;
    if left > 0.0 {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
    }
    if held || left > 0.0 {
        return 0.0;
    }
    look.pointed = None;
    look.rows.heights.overhang(place, look.rows.offset, look.rows.view)
}

/// How far the keys for pages and ends move the view; neither is taken from a text that is being typed.
pub(super) fn paging(ui: &Ui, view: f32) -> f32 {
    if ui.ctx().text_edit_focused() {
        return 0.0;
    }
    let moves = [
        (Key::PageDown, view * PAGE),
        (Key::PageUp, -view * PAGE),
        (Key::End, f32::from(u16::MAX) * view),
        (Key::Home, -f32::from(u16::MAX) * view),
    ];
    moves
        .into_iter()
        .filter(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)))
        .map(|(_, by)| by)
        .sum()
}

/// A page leaves this part of the view unseen, so that the last line before it is the first after it.
const PAGE: f32 = 0.88;

/// How both articles are laid out, which rows are shown – said only where not all are –, and what goes with it.
fn filter_bar(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.paper).inner_margin(theme::margin::BAR);
    let has_columns = side_by_side::room(open, ui.available_width()).is_some();
    Panel::top("rows shown").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            if has_columns {
                mode(ui, state, asked);
            }
            let side_by_side = has_columns && state.is_side_by_side();
            for (filter, name) in RowFilter::ALL {
                let name = if side_by_side && filter == RowFilter::All { "All sentences" } else { name };
                if controls::choice(ui, state.row_filter == filter, name).clicked() {
                    asked.push(Command::ShowRows(filter));
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if side_by_side {
                    together(ui, state, asked);
                } else {
                    count(ui, state, open);
                }
            });
        });
    });
}

/// Side by side or in rows, where there is room for a choice.
fn mode(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let told = controls::told(ui.ctx(), Action::SwitchMode);
    if let Some(mode) = controls::segments(ui, &Mode::ALL, state.settings.mode, &told) {
        asked.push(Command::SetMode(mode));
    }
    ui.add_space(theme::space::PART);
}

fn together(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let mut on = state.settings.together;
    let told = controls::told(ui.ctx(), Action::Together);
    let text = RichText::new(Action::Together.text()).font(theme::sans(theme::SMALL));
    if ui.checkbox(&mut on, text).on_hover_text(told).clicked() {
        asked.push(Command::Do(Action::Together));
    }
}

fn count(ui: &mut Ui, state: &State, open: &Open) {
    let text = if state.shown.len() == open.rows.len() {
        words::count(open.rows.len(), "row", "rows")
    } else {
        format!("{} of {} rows", state.shown.len(), open.rows.len())
    };
    let colours = theme::palette(ui.visuals());
    ui.label(RichText::new(text).font(theme::sans(theme::SMALL)).color(colours.quiet));
}

/// While a sentence waits for its counterpart: what to do now.
fn linking(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    let Some((side, id)) = state.linking else { return };
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.mark_faint).inner_margin(theme::margin::BAR);
    Panel::top("linking").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let text = words::beginning(open.comparison.documents[side].sentence(id), 70);
            let other = words::side(side.other());
            ui.label(format!("Choose the sentence on the {other} that says the same as “{text}”"));
            if ui.button("Do not link").clicked() {
                asked.push(Command::Do(Action::Deselect));
            }
        });
    });
}

fn nothing(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    ui.vertical_centered(|ui| {
        ui.add_space(theme::space::EMPTY);
        ui.label(match state.row_filter {
            RowFilter::All => "Neither source holds a sentence.",
            RowFilter::WithFindings => "No row holds a finding of those listed.",
            RowFilter::Alone => "Every sentence has a counterpart.",
        });
        if state.row_filter != RowFilter::All && ui.button("Show all rows").clicked() {
            asked.push(Command::ShowRows(RowFilter::All));
        }
    });
}
