//! The head of the list: how many findings there are and how far the reader is, chips that narrow it, and what they hide.

use std::collections::BTreeMap;

use egui::scroll_area::ScrollBarVisibility;
use egui::{RichText, ScrollArea, TextEdit, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::claims::{Kind, Relation};
use crate::comparison::Review;
use crate::gui::command::Command;
use crate::gui::filter::Standing;
use crate::gui::state::{Open, State};
use crate::gui::theme::size;
use crate::gui::view::{controls, is_low, is_wide};
use crate::gui::{theme, words};

/// Draws the head.
pub fn show(ui: &mut Ui, state: &State, open: &Open, asked: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing = Vec2::splat(theme::space::CLOSE);
    if is_low(ui) || !is_wide(ui) {
        in_one_line(ui, state, asked);
        return;
    }
    ui.horizontal(|ui| {
        title(ui, state, asked);
        if !open.comparison.findings.is_empty() {
            ui.add_space(theme::space::NEAR);
            find(ui, state, asked);
        }
    });
    if open.comparison.findings.is_empty() {
        return;
    }
    ui.spacing_mut().button_padding.x = CHIP_PADDING;
    ui.spacing_mut().interact_size.y = CHIP_HEIGHT;
    ui.horizontal_wrapped(|ui| {
        relations(ui, state, asked);
        ui.separator();
        kinds(ui, state, asked);
        order(ui, state, asked);
    });
    if is_begun(state) {
        ui.horizontal_wrapped(|ui| standings(ui, state, asked));
    }
    hidden(ui, state, asked);
}

/// The head takes room from the list, so its chips stand close.
const CHIP_PADDING: f32 = 6.0;
/// As high as a chip is, so that no line of them is higher.
const CHIP_HEIGHT: f32 = size::LINE;

/// Where there is little room: everything in a line that can be moved.
fn in_one_line(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let area = ScrollArea::horizontal().id_salt("chips").scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    area.show(ui, |ui| {
        ui.horizontal(|ui| {
            title(ui, state, asked);
            kinds(ui, state, asked);
            relations(ui, state, asked);
            if is_begun(state) {
                standings(ui, state, asked);
            }
            order(ui, state, asked);
        });
    });
}

fn title(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let all = state.listing.tally.all;
    let count = if state.filter.is_open() {
        words::count(all, "finding", "findings")
    } else {
        format!("{} of {all} findings", state.ledger.len())
    };
    ui.label(RichText::new(count).font(theme::bold(theme::TITLE)));
    if !state.filter.is_open() && controls::quiet(ui, "Show all").clicked() {
        asked.push(Command::ClearFilter);
    }
}

/// How many there are of a sort.
fn of<T: Ord>(counts: &BTreeMap<T, usize>, sort: &T) -> usize {
    counts.get(sort).copied().unwrap_or_default()
}

fn order(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    if state.ledger.len() < 2 {
        return;
    }
    let (text, told) = match state.filter.by_place {
        true => ("Order: as they are read", "List the gravest findings first."),
        false => ("Order: gravest first", "List the findings in the order of the rows."),
    };
    if controls::quiet(ui, text).on_hover_text(told).clicked() {
        asked.push(Command::ToggleListOrder);
    }
}

fn kinds(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    for kind in Kind::ALL {
        let count = of(&state.listing.tally.kinds, &kind);
        let on = state.filter.kinds.contains(&kind);
        if count == 0 && !on {
            continue;
        }
        let chip = controls::chip(ui, on, &format!("{} {count}", words::kind(kind)));
        if chip.on_hover_text(words::about_kind(kind)).clicked() {
            asked.push(Command::ToggleKind(kind));
        }
    }
}

fn relations(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    for relation in Relation::ALL {
        let count = of(&state.listing.tally.relations, &relation);
        let on = if relation == Relation::Agrees {
            state.filter.agreements
        } else {
            state.filter.relations.contains(&relation)
        };
        if count == 0 && !on {
            continue;
        }
        let chip = controls::chip(ui, on, &format!("{} {count}", words::relation(relation)));
        if chip.on_hover_text(words::about_relation(relation)).clicked() {
            asked.push(match relation {
                Relation::Agrees => Command::ToggleAgreements,
                _ => Command::ToggleRelation(relation),
            });
        }
    }
}

/// Whether a finding was checked off or dismissed; how far the reader is says nothing before.
fn is_begun(state: &State) -> bool {
    state.listing.tally.is_begun() || !state.filter.standings.is_empty()
}

/// How far the reader is.
fn standings(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    for standing in Standing::ALL {
        let count = of(&state.listing.tally.standings, &standing);
        let on = state.filter.standings.contains(&standing);
        let chip = controls::chip(ui, on, &format!("{} {count}", words::standing_of_finding(standing)));
        if chip.on_hover_text(words::about_standing(standing)).clicked() {
            asked.push(Command::ToggleStanding(standing));
        }
    }
}

fn find(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let mut text = state.filter.words.clone();
    let field = TextEdit::singleline(&mut text)
        .font(theme::sans(theme::NOTE))
        .hint_text("Only findings with these words")
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::SearchInput, true, "Only findings with these words"));
    if text != state.filter.words {
        asked.push(Command::FilterWords(text));
    }
}

/// What the filter hides, and why.
fn hidden(ui: &mut Ui, state: &State, asked: &mut Vec<Command>) {
    let hidden = &state.listing.tally.hidden;
    if hidden.is_empty() {
        return;
    }
    let all: usize = hidden.values().sum();
    let parts: Vec<String> = hidden.iter().map(|(&why, &count)| words::hidden(why, count)).collect();
    let only_dismissed = state.filter.is_open();
    ui.horizontal_wrapped(|ui| {
        let colours = theme::palette(ui.visuals());
        let text = format!("{all} hidden: {}", parts.join(", "));
        ui.label(RichText::new(text).font(theme::sans(theme::SMALL)).color(colours.quiet));
        if only_dismissed && controls::quiet(ui, "Show them").clicked() {
            asked.push(Command::ToggleStanding(Standing::Dismissed));
        }
    });
}

/// What the list says where it is empty.
pub fn nothing(state: &State, open: &Open) -> &'static str {
    let dismissed = open.reviews.iter().any(|review| matches!(review, Some(Review::Dismissed(_))));
    match (state.filter.is_open(), open.comparison.alignment.links.is_empty()) {
        (false, _) => "No finding of these kinds.",
        (true, _) if dismissed => "Every finding was dismissed.",
        (true, true) => "No sentences are linked, so no claims are compared.\nLink sentences by hand to compare them.",
        (true, false) => "No differences in claims were found.\nThe wording may differ all the same.",
    }
}
