//! A sentence in the accessibility tree: its text, how it stands to the other article, and what can be done with it.

use egui::accesskit;
use egui::{EventFilter, Id, Rect, Sense, Ui};

use crate::gui::command::Command;
use crate::gui::view::spoken;
use crate::gui::words;
use crate::text::Side;

use super::column;
use super::paragraph::Spot;
use super::scene::Scene;

/// Gives a sentence its node; tells its id where the keyboard is at it.
///
/// Only the sentence that the reader is at can be reached by Tab, as the arrow keys lead from there to the others.
pub fn show(ui: &Ui, scene: &Scene<'_>, side: Side, spot: &Spot, asked: &mut Vec<Command>) -> Option<Id> {
    let rect = longest(&spot.lines)?;
    let is_at = scene.at == Some((side, spot.id));
    let id = ui.scope_id().with(("sentence", side, spot.id));
    let sense = if is_at { Sense::focusable_noninteractive() } else { Sense::hover() };
    let response = ui.interact(rect, id, sense);
    let text = scene.open.comparison.documents[side].sentence(spot.id);
    spoken::entry(&response, scene.is_chosen(side, spot.id), text);
    spoken::about(&response, &standing(scene, side, spot.id));
    ui.ctx().accesskit_node_builder(id, |node| node.add_action(accesskit::Action::Click));
    let asked_for = |action| ui.input(|input| input.has_accesskit_action_request(id, action));
    if asked_for(accesskit::Action::Click) || (!is_at && asked_for(accesskit::Action::Focus)) {
        asked.push(column::chosen(scene, side, spot.id, true));
    }
    if is_at && scene.take_keyboard {
        response.request_focus();
    }
    if response.has_focus() {
        // The arrow keys go from sentence to sentence, not from one control to the next.
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    is_at.then_some(id)
}

/// The longest line of a sentence: no other sentence has part of it, so a click in its middle means this one.
fn longest(lines: &[Rect]) -> Option<Rect> {
    lines.iter().copied().max_by(|a, b| a.width().total_cmp(&b.width()))
}

/// How a sentence stands to the other article, in words.
fn standing(scene: &Scene<'_>, side: Side, id: usize) -> String {
    let alignment = &scene.open.comparison.alignment;
    let other = side.other();
    let links = scene.open.reading.links(side, id).iter().filter_map(|&link| alignment.links.get(link));
    let mut told: Vec<String> = links
        .map(|link| {
            let (number, status) = (link.sentences[other] + 1, words::status(link.status));
            format!("matches {} sentence {number}, {status}", words::side(other))
        })
        .collect();
    if told.is_empty() {
        told.push("no counterpart found".to_owned());
    }
    let findings = scene.findings(side, id).len();
    if findings > 0 {
        told.push(words::count(findings, "finding", "findings"));
    }
    format!("{} sentence {}: {}", words::capitalised(words::side(side)), id + 1, told.join("; "))
}
