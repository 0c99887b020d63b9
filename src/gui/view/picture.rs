//! A row as it stands in a picture: both passages with what differs, the findings in it, and where the words are from.

use egui::{Align, Frame, Label, Layout, Margin, RichText, Sense, Ui, Vec2, vec2};

use crate::gui::marks::Difference;
use crate::gui::model::Row;
use crate::gui::quotation;
use crate::gui::state::{Open, State};
use crate::gui::{theme, words};
use crate::text::Side;

use super::{cell, controls, detail};

/// Between the edge of the picture and what is on it.
const EDGE: i8 = 26;

/// Draws the picture from the corner of the window; gives the room that it takes.
pub fn show(ui: &mut Ui, state: &State, open: &Open, row: &Row) -> Vec2 {
    let colours = theme::palette(ui.visuals());
    ui.painter().rect_filled(ui.ctx().content_rect(), 0, colours.paper);
    let page = Frame::NONE.inner_margin(Margin::same(EDGE)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        detail::passages(ui, state, open, row);
        ui.add_space(theme::space::APART);
        findings(ui, state, open, row);
        ui.separator();
        sources(ui, open, row);
        ui.add_space(theme::space::NEAR);
        legend(ui);
    });
    page.response.rect.size()
}

fn findings(ui: &mut Ui, state: &State, open: &Open, row: &Row) {
    let listed = row.findings.iter().filter(|&&id| state.lists(id));
    for finding in listed.filter_map(|&id| open.comparison.findings.get(id)) {
        let what = format!("{}, {}", words::relation(finding.relation), words::kind(finding.kind).to_lowercase());
        ui.horizontal_top(|ui| {
            ui.add(Label::new(RichText::new(what).font(theme::bold(theme::NOTE))));
            ui.add(Label::new(RichText::new(&finding.message).font(theme::sans(theme::NOTE))).wrap());
        });
    }
}

/// Where the words of either side are from.
fn sources(ui: &mut Ui, open: &Open, row: &Row) {
    ui.spacing_mut().interact_size.y = 0.0;
    for side in Side::BOTH.into_iter().filter(|&side| !row.sentences[side].is_empty()) {
        let source = quotation::source(&open.comparison.documents[side].card);
        controls::remark(ui, &format!("{}: {source}", words::capitalised(words::side(side))), theme::SMALL);
    }
}

/// What the marks under the words mean, each with its mark.
fn legend(ui: &mut Ui) {
    let colours = theme::palette(ui.visuals());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::space::APART, 0.0);
        let marks = [
            (Difference::Only, "only here"),
            (Difference::Replaced, "other words there"),
            (Difference::Moved, "elsewhere there"),
        ];
        for (difference, meaning) in marks {
            let text = ui.painter().layout_no_wrap(meaning.to_owned(), theme::sans(theme::SMALL), colours.quiet);
            let (place, _) = ui.allocate_exact_size(text.size(), Sense::hover());
            cell::paint_difference(ui.painter(), place, difference, Side::Left, colours);
            ui.painter().galley(place.min, text, colours.quiet);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            controls::remark(ui, "Compared with Paragone", theme::SMALL);
        });
    });
}
