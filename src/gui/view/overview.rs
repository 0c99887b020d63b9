//! The overview, in place of the findings: how much the articles share, where each article tells what both tell, and
//! named figures with their meanings.

mod slopes;

use egui::accesskit::Role;
use egui::{
    Align, Frame, Label, Layout, Margin, Painter, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::overview::{Coverage, Measure, Value};
use crate::gui::state::{Open, State};
use crate::gui::theme::{self, Palette, size};
use crate::gui::words;
use crate::text::Side;

use super::{beside, controls};

/// Draws the overview.
pub fn show(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    beside::head(ui, Action::Overview.text(), Action::Overview, asked, |_, _| ());
    let counted = open.overview();
    ScrollArea::vertical().id_salt("overview").auto_shrink(false).show(ui, |ui| {
        let inside = Margin { left: 14, right: 14, top: 8, bottom: 18 };
        Frame::NONE.inner_margin(inside).show(ui, |ui| {
            ui.set_width(ui.available_width().min(size::WIDEST_TEXT));
            part(ui, "How much is shared", "The words of each article, by what the other has of them.");
            for side in Side::BOTH {
                coverage(ui, side, &open.names[side], counted.coverage[side]);
            }
            line(ui);
            let told = "A line joins what is linked: where it stands in the one article and in the other.";
            part(ui, "Where each tells it", told);
            slopes::show(ui, state, open, counted, asked);
            line(ui);
            part(ui, "In figures", "None of them says how good an article is, or how like the other.");
            for measure in &counted.measures {
                figure(ui, measure);
            }
        });
    });
}

fn part(ui: &mut Ui, title: &str, told: &str) {
    ui.label(RichText::new(title).font(theme::bold(theme::HEADING)));
    quiet(ui, told);
    ui.add_space(theme::space::CLOSE);
}

/// The line between two parts.
fn line(ui: &mut Ui) {
    ui.add_space(BETWEEN_PARTS);
    ui.separator();
    ui.add_space(theme::space::CLOSE);
}

/// Between two parts.
const BETWEEN_PARTS: f32 = 14.0;

fn quiet(ui: &mut Ui, text: &str) {
    controls::remark(ui, text, theme::SMALL);
}

/// What the parts of an article's words are called, in the order of [`Coverage::parts`].
const PARTS: [&str; 3] = ["same", "reworded", "only here"];

/// What the parts mean.
const MEANINGS: [&str; 3] = [
    "In sentences with a counterpart that has these words, too.",
    "In sentences with a counterpart that says it in other words.",
    "In sentences that no counterpart was found for.",
];

fn coverage(ui: &mut Ui, side: Side, name: &str, coverage: Coverage) {
    let colours = theme::palette(ui.visuals());
    let all = words::count(coverage.all(), "word", "words");
    ui.add_space(theme::space::CLOSE);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(&all).font(theme::sans(theme::SMALL)).color(colours.quiet));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = RichText::new(name).font(theme::bold(theme::NOTE)).color(colours.side[side]);
                ui.add(Label::new(name).truncate());
            });
        });
    });
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    let parts = coverage.parts().into_iter().zip(PARTS).map(|(words, part)| format!("{words} {part}"));
    let told = format!("{name}, {all}: {}", parts.collect::<Vec<_>>().join(", "));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    let mut x = rect.left();
    for (n, words) in coverage.parts().into_iter().enumerate() {
        let width = rect.width() * words as f32 / coverage.all().max(1) as f32;
        let part = Rect::from_min_size(pos2(x, rect.top()), vec2(width, rect.height()));
        swatch(&ui.painter_at(part.expand(1.0)), part, n, side, colours);
        x += width;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::space::USUAL;
        for (n, words) in coverage.parts().into_iter().enumerate() {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = theme::space::NEAR;
                let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(size::SWATCH), Sense::hover());
                swatch(&ui.painter_at(rect.expand(1.0)), rect, n, side, colours);
                let text = format!("{} {}", percent(words, coverage.all()), PARTS[n]);
                ui.label(RichText::new(text).font(theme::sans(theme::SMALL))).on_hover_text(MEANINGS[n]);
            });
        }
    });
}

/// How high the bar of an article's words is.
const BAR: f32 = 20.0;

/// Paints a part: full for the same words, tinted for other words, hatched for what only this article has.
fn swatch(painter: &Painter, rect: Rect, part: usize, side: Side, colours: &Palette) {
    if rect.width() < 0.5 {
        return;
    }
    let fill = [colours.side[side], colours.tint[side], colours.card][part.min(2)];
    painter.rect(rect, 0.0, fill, Stroke::new(theme::line::HAIR, colours.side[side]), StrokeKind::Inside);
    if part == 2 {
        let inside = painter.with_clip_rect(rect.shrink(1.0).intersect(painter.clip_rect()));
        let mut x = rect.left() - rect.height();
        while x < rect.right() {
            let ends = [pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())];
            inside.line_segment(ends, Stroke::new(theme::line::HAIR, colours.side[side]));
            x += HATCHING;
        }
    }
}

/// Between two lines of the hatching.
const HATCHING: f32 = 5.0;

fn figure(ui: &mut Ui, measure: &Measure) {
    let colours = theme::palette(ui.visuals());
    ui.add_space(theme::space::USUAL);
    ui.spacing_mut().item_spacing.y = theme::space::HAIR;
    ui.label(RichText::new(measure.name).font(theme::bold(theme::NOTE))).on_hover_text(measure.meaning);
    ui.horizontal_wrapped(|ui| match measure.value {
        Value::Each(each) => {
            for side in Side::BOTH {
                let name = words::capitalised(words::side(side));
                let (n, of) = each[side];
                let text = format!("{name} {}", percent(n, of));
                ui.label(RichText::new(text).font(theme::bold(theme::BODY)).color(colours.side[side]));
                ui.label(RichText::new(format!("{n} of {of}")).font(theme::sans(theme::NOTE)).color(colours.quiet));
                ui.add_space(theme::space::USUAL);
            }
        }
        Value::Both(n, of) => {
            ui.label(RichText::new(percent(n, of)).font(theme::bold(theme::BODY)));
            ui.label(RichText::new(format!("{n} of {of}")).font(theme::sans(theme::NOTE)).color(colours.quiet));
        }
    });
    quiet(ui, measure.meaning);
}

/// A part of a hundred; a dash where there is nothing to take a part of.
fn percent(part: usize, all: usize) -> String {
    if all == 0 { "–".to_owned() } else { format!("{:.0} %", part as f32 / all as f32 * 100.0) }
}
