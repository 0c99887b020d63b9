//! The chosen pair, large: which words correspond, what was found in them, why they are linked, what was noted, and what
//! can be done.

use egui::{
    Align, CursorIcon, Frame, Galley, Label, Layout, Panel, Pos2, Rect, RichText, ScrollArea, Sense, Ui, WidgetInfo,
    accesskit::Role,
};
use std::sync::Arc;

use crate::align::Status;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::marks::{Difference, Lines};
use crate::gui::model::{Row, RowKey};
use crate::gui::passage::{Correspondence, Passage, correspondences};
use crate::gui::state::{Open, State, Topic};
use crate::gui::theme::size;
use crate::gui::{rich, theme, words};
use crate::text::{Pair, Side, Span};
use crate::wording::Op;

use super::{cell, controls};

/// Draws the detail of what is chosen, where it is wanted.
pub fn show(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    if !state.settings.detail {
        return;
    }
    let colours = theme::palette(ui.visuals());
    let highest = ui.available_height() * 0.7;
    let frame = Frame::NONE.fill(colours.card).inner_margin(theme::margin::PANEL);
    Panel::bottom("detail")
        .frame(frame)
        .resizable(true)
        .default_size((ui.available_height() * 0.42).max(size::DETAIL))
        .size_range(size::LOWEST_PANEL..=highest.max(size::LOWEST_PANEL))
        .show(ui, |ui| {
            head(ui, state, asked);
            ScrollArea::vertical().id_salt("detail").auto_shrink(false).show(ui, |ui| match state.chosen_row() {
                Some(row) => contents(ui, state, open, row, asked),
                None => drop(ui.weak("Choose a row to see it here.")),
            });
        });
}

/// What can be done with the chosen row, and the way to close this.
fn head(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if controls::quiet(ui, "Close").on_hover_text(controls::told(ui.ctx(), Action::Detail)).clicked() {
                asked.push(Command::Do(Action::Detail));
            }
            ui.with_layout(Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| actions(ui, state, asked));
        });
    });
    ui.separator();
}

/// They go on in a second line where there is no room for all.
fn actions(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    for action in [
        Action::ConfirmLink,
        Action::RejectLink,
        Action::LinkByHand,
        Action::NoCounterpart,
        Action::WriteNote,
        Action::CopyRow,
    ] {
        if action.enabled(state) {
            controls::action(ui, state, asked, action);
        }
    }
}

/// Draws both passages with the words that correspond, and nothing around them.
pub(super) fn passages(ui: &mut Ui, state: &State, open: &Open, row: &Row) {
    let (passages, found) = corresponding(open, row);
    both(ui, state, open, row, &passages, &found);
}

/// Both passages of a row, and which words of them correspond.
fn corresponding(open: &Open, row: &Row) -> (Pair<Passage>, Vec<Correspondence>) {
    let passages = Pair::from_fn(|side| Passage::of(&open.comparison.documents[side], &row.sentences[side]));
    let pieces = match row.key {
        RowKey::Group(group) => open.comparison.wording.get(group).map_or(&[][..], Vec::as_slice),
        RowKey::Alone(..) => &[],
    };
    let found = correspondences(&passages, pieces);
    (passages, found)
}

fn contents(ui: &mut Ui, state: &State, open: &Open, row: &Row, asked: &mut Vec<Command>) {
    let (passages, found) = corresponding(open, row);
    let hovered = both(ui, state, open, row, &passages, &found);
    if !found.is_empty() {
        let told = hovered.and_then(|n| found.get(n)).map_or_else(
            || "Point at words to see what stands for them on the other side.".to_owned(),
            |one| one.told(&passages),
        );
        quiet(ui, &told);
        differences(ui, &passages, &found);
    }
    reasons(ui, open, row);
    partners(ui, open, row, asked);
    findings(ui, state, open, row, asked);
    notes(ui, open, row, asked);
}

/// Both passages side by side; gives the correspondence under the pointer.
fn both(
    ui: &mut Ui,
    state: &State,
    open: &Open,
    row: &Row,
    passages: &Pair<Passage>,
    found: &[Correspondence],
) -> Option<usize> {
    let width = (ui.available_width() - BETWEEN) / 2.0;
    ui.spacing_mut().item_spacing.x = BETWEEN;
    let mut laid: Vec<(Side, Pos2, Arc<Galley>)> = Vec::new();
    ui.horizontal_top(|ui| {
        for side in Side::BOTH {
            ui.vertical(|ui| {
                ui.set_width(width);
                title(ui, open, row, side);
                laid.push(passage(ui, side, &passages[side], width));
            });
        }
    });
    ui.spacing_mut().item_spacing.x = theme::space::USUAL;
    let pointer = ui.ctx().pointer_hover_pos().filter(|&at| ui.clip_rect().contains(at));
    let hovered = pointer.and_then(|at| under(at, &laid, found));
    for (side, at, galley) in &laid {
        paint(ui, state, (*side, *at, galley), found, hovered);
    }
    if hovered.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::Help);
    }
    hovered
}

/// The distance between the two passages.
const BETWEEN: f32 = 28.0;

fn title(ui: &mut Ui, open: &Open, row: &Row, side: Side) {
    let colours = theme::palette(ui.visuals());
    let numbers: Vec<String> = row.sentences[side].iter().map(|id| (id + 1).to_string()).collect();
    let text = format!("{} {}", open.names[side], numbers.join(" and "));
    ui.add(Label::new(RichText::new(text).font(theme::bold(theme::SMALL)).color(colours.side[side])).truncate());
}

fn passage(ui: &mut Ui, side: Side, passage: &Passage, width: f32) -> (Side, Pos2, Arc<Galley>) {
    let colours = theme::palette(ui.visuals());
    let job = if passage.text.is_empty() {
        rich::aside("No counterpart found", colours.quiet, width)
    } else {
        rich::large(&passage.text, colours.ink, width)
    };
    let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Blockquote, true, format!("{}: {}", words::side(side), galley.text()))
    });
    (side, rect.min, galley)
}

/// The correspondence whose words lie under a point.
fn under(at: Pos2, laid: &[(Side, Pos2, Arc<Galley>)], found: &[Correspondence]) -> Option<usize> {
    laid.iter().find_map(|(side, corner, galley)| {
        let lines = Lines::of(galley);
        let holds = |place: &Span| lines.rects(*place).iter().any(|rect| rect.translate(corner.to_vec2()).contains(at));
        found.iter().position(|one| one.places[*side].iter().any(holds))
    })
}

fn paint(
    ui: &Ui,
    state: &State,
    (side, at, galley): (Side, Pos2, &Arc<Galley>),
    found: &[Correspondence],
    hovered: Option<usize>,
) {
    let colours = theme::palette(ui.visuals());
    let lines = Lines::of(galley);
    let rects = |place: &Span| -> Vec<Rect> {
        lines.rects(*place).into_iter().map(|rect| cell::letters(rect.translate(at.to_vec2()))).collect()
    };
    for (n, one) in found.iter().enumerate() {
        let is_hidden = one.typographic && state.settings.hide_typographic;
        let difference = Difference::of(one.op).filter(|_| !is_hidden);
        for rect in one.places[side].iter().flat_map(rects) {
            if let Some(difference) = difference {
                cell::paint_difference(ui.painter(), rect, difference, side, colours);
            }
            if hovered == Some(n) {
                cell::paint_chosen(ui.painter(), rect, colours);
            }
        }
    }
    ui.painter().galley(at, galley.clone(), colours.ink);
}

/// The differing words as a list, which says the same without pointing.
fn differences(ui: &mut Ui, passages: &Pair<Passage>, found: &[Correspondence]) {
    let differing: Vec<&Correspondence> = found.iter().filter(|one| one.op != Op::Equal).collect();
    if differing.is_empty() {
        return;
    }
    let title = words::count(differing.len(), "difference in words", "differences in words");
    ui.collapsing(RichText::new(title).font(theme::sans(theme::NOTE)), |ui| {
        for one in differing {
            ui.add(Label::new(RichText::new(one.told(passages)).font(theme::sans(theme::NOTE))).wrap());
        }
    });
}

/// How each link stands, and why.
fn reasons(ui: &mut Ui, open: &Open, row: &Row) {
    for link in open.links_of(row.key).iter().filter_map(|&id| open.comparison.alignment.links.get(id)) {
        let pair = format!("Left {} with right {}: ", link.sentences.left + 1, link.sentences.right + 1);
        let why = open.reasons(link.sentences);
        let told = words::about_link(link, &why).replace('\n', ". ");
        let lower = if link.status == Status::Suggested { told } else { format!("{told}.") };
        quiet(ui, &format!("{pair}{lower}"));
    }
}

/// The pairs that are offered for the row, with the keys that take them.
fn partners(ui: &mut Ui, open: &Open, row: &Row, asked: &mut Vec<Command>) {
    for (n, pair) in open.partners(row.key).into_iter().enumerate() {
        let has = |side: Side| row.sentences[side].contains(&pair[side]);
        let there = if has(Side::Left) { Side::Right } else { Side::Left };
        let text = words::beginning(open.comparison.documents[there].sentence(pair[there]), LONGEST_PARTNER);
        ui.horizontal(|ui| {
            if ui.button(format!("Link these ({})", n + 1)).on_hover_text("Say that the two belong together.").clicked()
            {
                asked.push(Command::Link(pair));
            }
            let told = format!("Possible: left {} with right {}, “{text}”", pair.left + 1, pair.right + 1);
            ui.add(Label::new(RichText::new(told).font(theme::sans(theme::NOTE))).truncate());
        });
    }
}

/// As much of a possible partner as tells what it says.
const LONGEST_PARTNER: usize = 140;

fn findings(ui: &mut Ui, state: &State, open: &Open, row: &Row, asked: &mut Vec<Command>) {
    for &id in row.findings.iter().filter(|&&id| state.lists(id)) {
        let Some(finding) = open.comparison.findings.get(id) else { continue };
        let told = format!("{}, {}: {}", words::relation(finding.relation), words::kind(finding.kind), finding.message);
        if controls::quiet(ui, &told).clicked() {
            asked.push(Command::ChooseFinding(id));
        }
    }
}

fn notes(ui: &mut Ui, open: &Open, row: &Row, asked: &mut Vec<Command>) {
    for placed in open.notes_of(row.key) {
        ui.horizontal(|ui| {
            if ui.button("Change").clicked() {
                asked.push(Command::BeginWriting(Topic::Note(placed.on.clone())));
            }
            ui.add(Label::new(format!("Note: {}", words::remark(&placed.note))).wrap());
        });
    }
}

fn quiet(ui: &mut Ui, text: &str) {
    controls::remark(ui, text, theme::NOTE);
}
