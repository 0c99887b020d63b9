//! A row: laid out for a width, and drawn.

use std::sync::Arc;

use egui::{Color32, Context, Galley, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::clean::Role;
use crate::comparison::Subject;
use crate::gui::action::Action;
use crate::gui::columns::Columns;
use crate::gui::command::Command;
use crate::gui::model::{Row, RowKey};
use crate::gui::state::{Open, State, Topic};
use crate::gui::theme::{self, Palette, size};
use crate::gui::{marks, rich, words};
use crate::text::{Pair, Side, Span};

use super::text::Drawn;
use super::{cell, controls, link, list::Laid, mended, spoken, why};

/// A row with everything in its place, counted from its corner.
pub struct RowLaid {
    height: f32,
    first_line: f32,
    parts: Vec<Part>,
    why: Vec<why::Line>,
    strip: Option<f32>,
}

struct Part {
    at: Vec2,
    side: Side,
    what: What,
    galley: Arc<Galley>,
}

/// What stands in a cell.
enum What {
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

/// Draws a row where it belongs.
pub fn draw(ui: &mut Ui, state: &State, open: &Open, row: &Row, rect: Rect, laid: &RowLaid, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let chosen = state.chosen.row == Some(row.key);
    let response = ui.interact(rect, ui.scope_id().with("row"), Sense::click());
    spoken::entry(&response, chosen, &label(state, row));
    ground(
        ui,
        rect,
        if chosen { Some(colours.chosen) } else { response.contains_pointer().then_some(colours.hovered) },
    );
    if chosen {
        let bar = Rect::from_min_size(rect.min, vec2(size::CHOSEN_BAR, rect.height()));
        ui.painter().rect_filled(bar, 0.0, colours.accent);
    }
    let mut clicked = response.clicked();
    for part in &laid.parts {
        clicked |= draw_part(ui, state, open, row, rect, part, asked);
    }
    link::show(ui, state, open, row, rect, laid.first_line, asked);
    for line in &laid.why {
        why::draw(ui, open, rect, line, asked);
    }
    if let Some(top) = laid.strip {
        let strip = Rect::from_min_max(pos2(rect.left(), rect.top() + top), rect.max);
        link::strip(ui, state, open, row, strip, asked);
    }
    if clicked {
        asked.push(Command::PointAt(row.key));
    }
}

fn ground(ui: &Ui, rect: Rect, fill: Option<Color32>) {
    let painter = ui.painter();
    if let Some(fill) = fill {
        painter.rect_filled(rect, 0.0, fill);
    }
    let y = painter.round_to_pixel_center(rect.bottom() - 0.5);
    painter.hline(rect.x_range(), y, egui::Stroke::new(1.0, theme::palette(ui.visuals()).line));
}

/// Draws what stands in a cell; tells whether it was clicked.
fn draw_part(
    ui: &mut Ui,
    state: &State,
    open: &Open,
    row: &Row,
    rect: Rect,
    part: &Part,
    asked: &mut Vec<Command>,
) -> bool {
    let at = rect.min + part.at;
    match &part.what {
        What::Sentence(id, role) => draw_sentence(ui, state, open, row, (part, *id, *role), at, asked),
        What::Nothing => {
            aside(ui, at, &part.galley, "nothing");
            false
        }
        What::Candidate(pair, score) => {
            aside(ui, at, &part.galley, ("candidate text", pair.left, pair.right));
            let width = Columns::of(rect.width()).text[part.side].span();
            let below = Rect::from_min_size(at + vec2(0.0, part.galley.size().y + 2.0), vec2(width, size::BUTTON));
            ui.scope_builder(UiBuilder::new().id_salt(("candidate", pair.left, pair.right)).max_rect(below), |ui| {
                ui.horizontal(|ui| {
                    let n = open.partners(row.key).iter().position(|offered| offered == pair);
                    let key = n.map_or_else(String::new, |n| format!(" ({})", n + 1));
                    let told = "Say that the two belong together.";
                    if ui.button(format!("Link these{key}")).on_hover_text(told).clicked() {
                        asked.push(Command::Link(*pair));
                    }
                    why::candidate(ui, open, *pair, *score);
                });
            });
            false
        }
    }
}

/// Something said about a sentence, for eyes and for screen readers.
fn aside(ui: &Ui, at: egui::Pos2, galley: &Arc<Galley>, salt: impl egui::AsIdSalt) {
    let response = ui.interact(Rect::from_min_size(at, galley.size()), ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, galley.text()));
    ui.painter().galley(at, galley.clone(), theme::palette(ui.visuals()).quiet);
}

fn draw_sentence(
    ui: &mut Ui,
    state: &State,
    open: &Open,
    row: &Row,
    (part, id, role): (&Part, usize, Role),
    at: egui::Pos2,
    asked: &mut Vec<Command>,
) -> bool {
    let side = part.side;
    let place = open.comparison.documents[side].sentences.get(id).map_or(Span::default(), |sentence| sentence.span);
    let text = open.comparison.documents[side].sentence(id);
    let pieces = match row.key {
        RowKey::Group(group) => open.comparison.wording.get(group).map_or(&[][..], Vec::as_slice),
        RowKey::Alone(..) => &[],
    };
    let marks = marks::of_sentence(pieces, side, place, text, state.settings.hide_typographic);
    let (chosen, found) = found(state, open, row, side, id);
    let (selected, caret) = state.selected_within(side, place);
    let sentence = cell::Sentence {
        side,
        id,
        galley: &part.galley,
        marks: &marks,
        chosen,
        found: &found,
        hits: &state.find.as_ref().map(|find| find.within(side, place, Some(row.key))).unwrap_or_default(),
        selected,
        caret,
        bullet: role == Role::List,
        again: row.again[side].contains(&id),
    };
    let response = cell::sentence(ui, at, &sentence);
    mended::sign(ui, open, (side, id), mended::under_number(&sentence, at));
    let text = Drawn { side, place, galley: part.galley.clone(), at };
    asked.extend(text.caret_for_menu(&response));
    let linkable = state.linking.filter(|&(of, _)| of != side);
    response.context_menu(|ui| {
        menu(ui, state, open, row, (side, id), asked);
        mended::menu(ui, state, open, (side, id), asked);
    });
    match linkable {
        Some((of, other)) if response.clicked() => {
            let mut pair = Pair::new(id, id);
            pair[of] = other;
            asked.push(Command::Link(pair));
            false
        }
        _ => response.clicked(),
    }
}

/// The words of the chosen finding and of the row's other listed ones, as bytes of the sentence.
pub(super) fn found(state: &State, open: &Open, row: &Row, side: Side, id: usize) -> (Option<Span>, Vec<Span>) {
    if state.chosen.row != Some(row.key) {
        return (None, Vec::new());
    }
    let document = &open.comparison.documents[side];
    let Some(place) = document.sentences.get(id).map(|sentence| sentence.span) else { return (None, Vec::new()) };
    let words = |finding: usize| {
        let span = open.comparison.findings.get(finding)?.places[side].filter(|place| place.sentence == id)?.span;
        let inside = span.intersection(place)?;
        Some(inside.back(place.start))
    };
    let gone_to = state.chosen.words.filter(|(of, to)| *of == side && to.sentence == id && to.span != place);
    let gone_to = gone_to.and_then(|(_, to)| to.span.intersection(place));
    let gone_to = gone_to.map(|inside| inside.back(place.start));
    let chosen = state.chosen.finding.and_then(words).or(gone_to);
    let listed = row.findings.iter().filter(|&&finding| Some(finding) != state.chosen.finding);
    let listed = listed.filter(|&&finding| state.lists(finding));
    (chosen, listed.filter_map(|&finding| words(finding)).collect())
}

/// What can be done with a sentence.
pub(super) fn menu(
    ui: &mut Ui,
    state: &State,
    open: &Open,
    row: &Row,
    (side, id): (Side, usize),
    asked: &mut Vec<Command>,
) {
    if Action::Copy.enabled(state) {
        controls::entries(ui, state, asked, &[Action::Copy, Action::CopyQuotation]);
        ui.separator();
    }
    let mut entry = |ui: &mut Ui, text: &str, command: Command| {
        if ui.button(text).clicked() {
            asked.push(command);
            ui.close();
        }
    };
    entry(ui, "Copy this sentence", Command::Copy(open.comparison.documents[side].sentence(id).to_owned()));
    if let Some(on) = Subject::sentence(&open.comparison, side, id) {
        entry(ui, "Write a note on it…", Command::BeginWriting(Topic::Note(on)));
    }
    entry(ui, "Link by hand…", Command::BeginLink(side, id));
    if row.key == RowKey::Alone(side, id) {
        let said = open.origin(side, id).is_some_and(|origin| open.edits.is_alone(side, origin));
        let text = if said { "It may have a counterpart" } else { "It has no counterpart" };
        entry(ui, text, Command::SetAlone(side, id, !said));
    }
}

/// What a screen reader says of a row.
fn label(state: &State, row: &Row) -> String {
    let numbers = |side: Side| {
        let ids: Vec<String> = row.sentences[side].iter().map(|id| (id + 1).to_string()).collect();
        format!("{} {}", words::side(side), ids.join(" and "))
    };
    match row.key {
        RowKey::Alone(side, _) => format!("{}: no counterpart found", words::capitalised(&numbers(side))),
        RowKey::Group(_) => {
            let status = state.links_of(row.key).first().map_or("", |link| words::status(link.2));
            let found = words::count(row.findings.len(), "finding", "findings");
            format!("{} with {}: {status}, {found}", words::capitalised(&numbers(Side::Left)), numbers(Side::Right))
        }
    }
}
