//! Why the sentences of the chosen row are linked, or what is known of the one that stands alone: quiet lines, how sure
//! the program is in words first, the figure behind it on hovering.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Context, CursorIcon, Galley, Label, Rect, RichText, Sense, Ui, Vec2, WidgetInfo, accesskit::Role, vec2};

use crate::claims::{Nearest, Place, Unmatched};
use crate::gui::columns::Columns;
use crate::gui::command::Command;
use crate::gui::model::{Row, RowKey};
use crate::gui::state::Open;
use crate::gui::theme::{self, Palette};
use crate::gui::{rich, words};
use crate::text::{Pair, Side};

/// A line laid out, counted from the corner of its row.
pub struct Line {
    at: Vec2,
    what: What,
    galley: Arc<Galley>,
}

/// What a line is about.
#[derive(Clone, Copy)]
enum What {
    /// A link, by its id.
    Link(usize),
    /// The sentence that comes nearest, with its score; words elsewhere that are the same. A click goes there.
    There(Side, Place, Option<f64>),
    /// Nothing that one could go to.
    Nothing,
}

/// A line that does not fit goes on in a second one and then ends in an ellipsis.
const MOST_LINES: usize = 2;
/// Between two lines, and below the last.
const GAP: f32 = 3.0;
/// The size of the type.
const POINTS: f32 = 12.5;

/// Lays the lines of a row out from a height on; gives them with the height at which they end.
pub fn lay(ctx: &Context, open: &Open, row: &Row, columns: &Columns, from: f32, colours: &Palette) -> (Vec<Line>, f32) {
    let left = columns.text[Side::Left].min;
    let width = columns.text[Side::Right].max.max(columns.text[Side::Left].max) - left;
    let mut y = from;
    let mut lines = Vec::new();
    for (what, mut job) in told(open, row, colours) {
        job.wrap = TextWrapping { max_width: width, max_rows: MOST_LINES, ..TextWrapping::default() };
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let height = galley.size().y;
        lines.push(Line { at: vec2(left, y), what, galley });
        y += height + GAP;
    }
    (lines, y)
}

/// The same as quiet lines one below the other, where there is no row to lay them out in. The keyboard reaches them.
pub fn lines(ui: &mut Ui, open: &Open, row: &Row) {
    let colours = theme::palette(ui.visuals());
    for (what, mut job) in told(open, row, colours).into_iter().take(MOST_LINES) {
        // A label would set its own wrapping over this one, which ends in an ellipsis.
        job.wrap = TextWrapping { max_width: ui.available_width(), max_rows: MOST_LINES, ..TextWrapping::default() };
        let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
        if response.has_focus() {
            let edge = egui::Stroke::new(theme::line::FIRM, colours.accent);
            ui.painter().rect_stroke(
                rect.expand(theme::space::HAIR),
                theme::round::BOX,
                edge,
                egui::StrokeKind::Outside,
            );
        }
        ui.painter().galley(rect.min, galley, colours.quiet);
        if let Some(about) = about(open, what) {
            response.on_hover_text(about);
        }
    }
}

/// What is told of a line on hovering.
fn about(open: &Open, what: What) -> Option<String> {
    match what {
        What::Link(id) => {
            let link = open.comparison.alignment.links.get(id)?;
            Some(words::about_link(link, &open.reasons(link.sentences)))
        }
        What::There(side, place, score) => {
            let text = words::beginning(open.comparison.documents[side].sentence(place.sentence), SHOWN);
            let figure = score.map(|score| format!("\n{}", words::about_score(score))).unwrap_or_default();
            Some(format!("“{text}”{figure}"))
        }
        What::Nothing => None,
    }
}

fn told(open: &Open, row: &Row, colours: &Palette) -> Vec<(What, LayoutJob)> {
    match row.key {
        RowKey::Alone(side, id) => {
            open.comparison.unmatched(side, id).map(|alone| of_alone(open, side, alone, colours)).unwrap_or_default()
        }
        RowKey::Group(_) => {
            let links = open.links_of(row.key);
            links.iter().map(|&link| (What::Link(link), of_link(open, link, links.len() > 1, colours))).collect()
        }
    }
}

fn of_link(open: &Open, link: usize, told_apart: bool, colours: &Palette) -> LayoutJob {
    let Some(found) = open.comparison.alignment.links.get(link) else { return LayoutJob::default() };
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
    rich::pieces(&pieces, f32::INFINITY)
}

/// What was found instead of a counterpart, and a line for each claim that stands in the other source all the same.
fn of_alone(open: &Open, side: Side, alone: &Unmatched, colours: &Palette) -> Vec<(What, LayoutJob)> {
    let (here, there) = (&open.comparison.documents[side], side.other());
    let number = |sentence: usize| (sentence + 1).to_string();
    let mut lines = Vec::new();
    let by_reader = open.origin(side, alone.sentence).is_some_and(|origin| open.edits.is_alone(side, origin));
    if !by_reader {
        let phrase = alone.why.phrase(side);
        let nearest = alone.nearest;
        let place = |near: Nearest| open.comparison.documents[there].sentences.get(near.sentence);
        let span = nearest.and_then(place).map(|found| found.span);
        let mut pieces = vec![(phrase.as_str(), theme::bold(POINTS), colours.ink)];
        let at = nearest.map_or_else(String::new, |near| number(near.sentence));
        let score = nearest.map_or_else(String::new, |near| format!(" ({:.2})", near.score));
        if nearest.is_some() {
            pieces.push(("; the nearest is sentence ", theme::sans(POINTS), colours.quiet));
            pieces.push((&at, theme::bold(POINTS), colours.side[there]));
            pieces.push((&score, theme::sans(POINTS), colours.quiet));
        }
        let what = nearest.zip(span).map_or(What::Nothing, |(near, span)| {
            What::There(there, Place { sentence: near.sentence, span }, Some(near.score))
        });
        lines.push((what, rich::pieces(&pieces, f32::INFINITY)));
    }
    for shared in &alone.shared {
        let quoted = format!("“{}”", words::beginning(shared.here.span.of(&here.text), MOST_OF_A_CLAIM));
        let at = number(shared.there.sentence);
        let pieces = [
            (quoted.as_str(), theme::sans(POINTS), colours.ink),
            (" is also in sentence ", theme::sans(POINTS), colours.quiet),
            (&at, theme::bold(POINTS), colours.side[there]),
        ];
        lines.push((What::There(there, shared.there, None), rich::pieces(&pieces, f32::INFINITY)));
    }
    lines
}

/// A shared claim is shown with so many characters.
const MOST_OF_A_CLAIM: usize = 60;

/// Draws a line where its row stands.
pub fn draw(ui: &Ui, open: &Open, row: Rect, line: &Line, asked: &mut Vec<Command>) {
    let at = row.min + line.at;
    let rect = Rect::from_min_size(at, line.galley.size());
    let goes = matches!(line.what, What::There(..));
    let (sense, role) = if goes { (Sense::click(), Role::Button) } else { (Sense::hover(), Role::Label) };
    let mut response = ui.interact(rect, ui.scope_id().with(("why", line.at.y.to_bits())), sense);
    response.widget_info(|| WidgetInfo::labeled(role, true, line.galley.text()));
    let colours = theme::palette(ui.visuals());
    ui.painter().galley(at, line.galley.clone(), colours.quiet);
    if goes && (response.hovered() || response.has_focus()) {
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, egui::Stroke::new(theme::line::HAIR, colours.edge));
    }
    let about = about(open, line.what);
    if let What::There(side, place, _) = line.what {
        if response.clicked() {
            asked.push(Command::GoTo(side, place));
        }
        response = response.on_hover_cursor(CursorIcon::PointingHand);
    }
    if let Some(about) = about {
        response.on_hover_text(if goes { format!("Go to {about}") } else { about });
    }
}

/// On hovering a sentence is shown with so many characters.
const SHOWN: usize = 200;

/// How sure the program is of a pair that it only offers, and why; the figure on hovering.
pub fn candidate(ui: &mut Ui, open: &Open, sentences: Pair<usize>, score: f64) {
    let reasons = open.reasons(sentences);
    let told = format!("{}: {reasons}", words::capitalised(words::certainty(score)));
    let label = Label::new(RichText::new(&told).font(theme::sans(POINTS)).weak()).truncate();
    ui.add(label).on_hover_text(format!("{told}\n{}", words::about_score(score)));
}
