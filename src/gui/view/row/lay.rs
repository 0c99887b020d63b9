//! A row laid out for a width: the sentences of both sides, and on the chosen row what may be linked with it and why.

use std::sync::Arc;

use egui::{Context, Galley, Vec2, vec2};

use crate::clean::Role;
use crate::gui::columns::Columns;
use crate::gui::model::{Row, RowKey};
use crate::gui::state::Open;
use crate::gui::theme::{self, Palette, size};
use crate::gui::view::text::Drawn;
use crate::gui::view::{list::Laid, why};
use crate::gui::{rich, words};
use crate::text::{Pair, Side};

/// A row with everything in its place, counted from its corner.
pub struct RowLaid {
    height: f32,
    pub(super) first_line: f32,
    pub(super) parts: Vec<Part>,
    pub(super) why: Vec<why::Line>,
    pub(super) strip: Option<f32>,
}

/// What stands in a cell, in its place.
pub(super) struct Part {
    pub at: Vec2,
    pub side: Side,
    pub what: What,
    pub galley: Arc<Galley>,
}

pub(super) enum What {
    /// A sentence.
    Sentence(usize, Role),
    /// No counterpart was found.
    Nothing,
    /// A sentence that may be one.
    Candidate(Pair<usize>, f64),
}

impl Laid for RowLaid {
    fn height(&self) -> f32 {
        self.height
    }
}

impl RowLaid {
    /// The sentences where they are drawn, for the row's corner on the screen.
    pub fn texts(&self, open: &Open, corner: egui::Pos2) -> impl Iterator<Item = Drawn> {
        self.parts.iter().filter_map(move |part| {
            let What::Sentence(id, _) = part.what else { return None };
            let place = open.comparison.documents[part.side].sentences.get(id)?.span;
            Some(Drawn { side: part.side, place, galley: part.galley.clone(), at: corner + part.at })
        })
    }
}

/// The candidate's button and the distance to it.
const CANDIDATE_BUTTON: f32 = size::BUTTON + 8.0;

/// The gutter holds the link and, below it, the number of findings; a row is never too low for both.
const ROOM_FOR_PILL: f32 = size::ROW_PAD + 44.0;

/// A candidate is shown in at most so many lines.
const CANDIDATE_LINES: usize = 3;

/// About how high a row will be.
pub fn estimate(open: &Open, row: &Row, width: f32) -> f32 {
    let columns = Columns::of(width);
    let side = |side: Side| -> f32 {
        let document = &open.comparison.documents[side];
        let heights = row.sentences[side].iter().map(|&id| {
            let role = document.sentences.get(id).map_or(Role::Body, |sentence| sentence.role);
            rich::estimated_height(document.sentence(id), role, columns.text[side].span()) + size::BETWEEN_SENTENCES
        });
        heights.sum::<f32>().max(26.0)
    };
    let text =
        if columns.stacked { side(Side::Left) + side(Side::Right) } else { side(Side::Left).max(side(Side::Right)) };
    text + 2.0 * size::ROW_PAD - size::BETWEEN_SENTENCES
}

/// Lays a row out.
pub fn lay(ctx: &Context, open: &Open, row: &Row, width: f32, unfolded: bool, colours: &Palette) -> RowLaid {
    let columns = Columns::of(width);
    let mut parts = Vec::new();
    let mut bottom = size::ROW_PAD;
    for side in order(row) {
        let below = columns.stacked && !parts.is_empty();
        let mut y = if below { bottom + size::BETWEEN_SENTENCES } else { size::ROW_PAD };
        for (what, text_part) in contents(open, row, side, unfolded) {
            let indent = if matches!(what, What::Sentence(_, Role::List)) { size::BULLET } else { 0.0 };
            let wrap = columns.text[side].span() - indent;
            let job = job(&what, &text_part, wrap, colours);
            let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
            let below = if matches!(what, What::Candidate(..)) { CANDIDATE_BUTTON } else { 0.0 };
            let height = galley.size().y;
            parts.push(Part { at: vec2(columns.text[side].min + indent, y), side, what, galley });
            y += height + below + size::BETWEEN_SENTENCES;
        }
        bottom = bottom.max(y - size::BETWEEN_SENTENCES);
    }
    if !row.findings.is_empty() || open.notes_of(row.key).next().is_some() {
        bottom = bottom.max(ROOM_FOR_PILL);
    }
    let (why, below) = if unfolded {
        why::lay(ctx, open, row, &columns, bottom + size::ROW_PAD, colours)
    } else {
        (Vec::new(), bottom + size::ROW_PAD)
    };
    let strip = unfolded.then_some(below - 4.0);
    let height = below + if unfolded { size::STRIP } else { 0.0 };
    let lines = parts.iter().filter(|part| part.at.y == size::ROW_PAD).filter_map(|part| part.galley.rows.first());
    let first_line = lines.map(|line| line.height()).fold(0.0, f32::max);
    RowLaid { height: height.ceil(), first_line, parts, why, strip }
}

/// The side that has sentences first; it stands on top where the sides are stacked.
fn order(row: &Row) -> [Side; 2] {
    match row.key {
        RowKey::Alone(side, _) => [side, side.other()],
        RowKey::Group(_) => Side::BOTH,
    }
}

fn contents(open: &Open, row: &Row, side: Side, unfolded: bool) -> Vec<(What, String)> {
    let document = &open.comparison.documents[side];
    if !row.sentences[side].is_empty() {
        let role = |id: usize| document.sentences.get(id).map_or(Role::Body, |sentence| sentence.role);
        return row.sentences[side]
            .iter()
            .map(|&id| (What::Sentence(id, role(id)), document.sentence(id).to_owned()))
            .collect();
    }
    let RowKey::Alone(of, id) = row.key else { return Vec::new() };
    let said = open.origin(of, id).is_some_and(|origin| open.edits.is_alone(of, origin));
    let candidates: Vec<_> =
        open.comparison.alignment.possible.iter().filter(|pair| pair.sentences[of] == id).collect();
    let nothing = match candidates.len() {
        _ if said => "No counterpart, as you said".to_owned(),
        0 => "No counterpart found".to_owned(),
        n => format!("No counterpart found; {}", words::count(n, "possible one", "possible ones")),
    };
    let mut contents = vec![(What::Nothing, nothing)];
    if unfolded {
        contents.extend(candidates.iter().map(|pair| {
            (What::Candidate(pair.sentences, pair.score), document.sentence(pair.sentences[side]).to_owned())
        }));
    }
    contents
}

fn job(what: &What, text: &str, width: f32, colours: &Palette) -> egui::text::LayoutJob {
    match what {
        What::Sentence(_, role) => rich::sentence(text, *role, colours.ink, width),
        What::Nothing => rich::aside(text, colours.quiet, width),
        What::Candidate(..) => rich::clipped(text, theme::reading(Role::Body).0, colours.quiet, width, CANDIDATE_LINES),
    }
}
