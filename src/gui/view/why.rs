//! Why the sentences of the chosen row are linked: a quiet line for each link, how sure the program is in words first,
//! the figure behind it on hovering.

use std::sync::Arc;

use egui::text::TextWrapping;
use egui::{Context, Galley, Label, Rect, RichText, Sense, Ui, Vec2, WidgetInfo, accesskit::Role, vec2};

use crate::gui::columns::Columns;
use crate::gui::model::Row;
use crate::gui::state::Open;
use crate::gui::theme::{self, Palette};
use crate::gui::{rich, words};
use crate::text::{Pair, Side};

/// A line laid out, counted from the corner of its row.
pub struct Line {
    at: Vec2,
    link: usize,
    galley: Arc<Galley>,
}

/// A line that does not fit goes on in a second one and then ends in an ellipsis.
const MOST_LINES: usize = 2;
/// Between two lines, and below the last.
const GAP: f32 = 3.0;
/// The size of the type.
const POINTS: f32 = 12.5;

/// Lays the lines of a row out from a height on; gives them with the height at which they end.
pub fn lay(ctx: &Context, open: &Open, row: &Row, columns: &Columns, from: f32, colours: &Palette) -> (Vec<Line>, f32) {
    let links = open.links_of(row.key);
    let left = columns.text[Side::Left].min;
    let width = columns.text[Side::Right].max.max(columns.text[Side::Left].max) - left;
    let mut y = from;
    let mut lines = Vec::new();
    for &link in &links {
        let job = job(open, link, links.len() > 1, width, colours);
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let height = galley.size().y;
        lines.push(Line { at: vec2(left, y), link, galley });
        y += height + GAP;
    }
    (lines, y)
}

fn job(open: &Open, link: usize, told_apart: bool, width: f32, colours: &Palette) -> egui::text::LayoutJob {
    let Some(found) = open.comparison.alignment.links.get(link) else { return egui::text::LayoutJob::default() };
    let reasons = open.reasons(found.sentences);
    let (left, right) = ((found.sentences.left + 1).to_string(), (found.sentences.right + 1).to_string());
    let mut pieces = Vec::new();
    if told_apart {
        pieces.push((left.as_str(), theme::bold(POINTS), colours.side.left));
        pieces.push(("–", theme::sans(POINTS), colours.quiet));
        pieces.push((right.as_str(), theme::bold(POINTS), colours.side.right));
        pieces.push(("  ", theme::sans(POINTS), colours.quiet));
    }
    let standing = words::capitalised(words::standing(found));
    pieces.push((&standing, theme::bold(POINTS), colours.ink));
    let told = if reasons.is_empty() { String::new() } else { format!(": {reasons}") };
    pieces.push((&told, theme::sans(POINTS), colours.quiet));
    let mut job = rich::pieces(&pieces, width);
    job.wrap = TextWrapping { max_width: width, max_rows: MOST_LINES, ..TextWrapping::default() };
    job
}

/// Draws a line where its row stands.
pub fn draw(ui: &Ui, open: &Open, row: Rect, line: &Line) {
    let at = row.min + line.at;
    let rect = Rect::from_min_size(at, line.galley.size());
    let response = ui.interact(rect, ui.scope_id().with(("why", line.link)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, line.galley.text()));
    ui.painter().galley(at, line.galley.clone(), theme::palette(ui.visuals()).quiet);
    let Some(link) = open.comparison.alignment.links.get(line.link) else { return };
    response.on_hover_text(words::about_link(link, &open.reasons(link.sentences)));
}

/// How sure the program is of a pair that it only offers, and why; the figure on hovering.
pub fn candidate(ui: &mut Ui, open: &Open, sentences: Pair<usize>, score: f64) {
    let reasons = open.reasons(sentences);
    let told = format!("{}: {reasons}", words::capitalised(words::certainty(score)));
    let label = Label::new(RichText::new(&told).font(theme::sans(POINTS)).weak()).truncate();
    ui.add(label).on_hover_text(format!("{told}\n{}", words::about_score(score)));
}
