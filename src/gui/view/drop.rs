//! Files dropped onto the window: one goes to the half it is dropped on, two fill both.

use egui::{Align2, Id, LayerId, Order, Rect, Ui};

use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::state::{Page, State};
use crate::gui::theme;
use crate::load::Source;
use crate::text::{Pair, Side};

/// Shows where a file would go, and takes those that were dropped.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let (hovering, dropped, pointer) = ui.input(|input| {
        let dropped: Vec<_> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
        (!input.raw.hovered_files.is_empty(), dropped, input.pointer.latest_pos())
    });
    let window = ui.ctx().content_rect();
    let half = pointer
        .filter(|_| state.page == Page::Welcome || look.hovering)
        .map(|at| if at.x < window.center().x { Side::Left } else { Side::Right });
    if hovering {
        overlay(ui, window, half);
    }
    let mut sources = dropped.into_iter().map(Source::File);
    match (sources.next(), sources.next()) {
        (Some(left), Some(right)) => asked.push(Command::OpenPair(Pair::new(left, right))),
        (Some(source), None) => asked.push(Command::Open(half.unwrap_or_else(|| state.first_free()), source)),
        _ => {}
    }
    look.hovering = hovering;
}

fn overlay(ui: &Ui, window: Rect, half: Option<Side>) {
    let colours = theme::palette(ui.visuals());
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    let (left, right) = window.split_left_right_at_fraction(0.5);
    for (side, rect) in [(Side::Left, left), (Side::Right, right)] {
        let chosen = half.is_none_or(|half| half == side);
        painter.rect_filled(rect, 0.0, if chosen { colours.tint[side] } else { colours.panel }.gamma_multiply(0.97));
        let words = format!("Drop here for the {} source", side.name());
        painter.text(rect.center(), Align2::CENTER_CENTER, words, theme::bold(22.0), colours.ink);
    }
}
