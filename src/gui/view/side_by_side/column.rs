//! An article in its column: its paragraphs, what stands in its margins, and a node of the accessibility tree for each
//! sentence in view.

use std::collections::BTreeMap;

use egui::{Rangef, Rect, Response, Ui, UiBuilder, pos2};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::look::List;
use crate::gui::reading::Paragraph;
use crate::gui::theme::{self, size};
use crate::gui::view::{self, controls, list, mended, row};
use crate::text::{Pair, Side};

use super::paragraph::{self, ParagraphLaid, Spot};
use super::scene::Scene;
use super::{margin, node};

/// What is on the screen of an article.
#[derive(Default)]
pub struct Drawn {
    /// From where to where each sentence reaches.
    pub extents: BTreeMap<usize, Rangef>,
    /// The sentence under the pointer.
    pub hovered: Option<usize>,
    /// The paragraphs in view.
    pub texts: Vec<view::Drawn>,
    /// The sentence that the keyboard is at.
    pub focused: Option<egui::Id>,
}

/// Draws the column of a side into a pane.
pub fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    side: Side,
    list: &mut List,
    pane: Rect,
    asked: &mut Vec<Command>,
) -> Drawn {
    let colours = theme::palette(ui.visuals());
    let (text, open) = (scene.spread.text[side], scene.open);
    let paragraphs = &open.reading.paragraphs[side];
    let wanted = list::Wanted {
        name: side.name(),
        count: paragraphs.len(),
        key: open.reading.prints[side],
        estimate: &|number, _| paragraph::estimate(open, side, number, text.span()),
        unfolded: None,
        reveal: None,
    };
    list.bare = true;
    let mut drawn = Drawn::default();
    // The text's place in the pane, wherever the list draws its rows.
    let inset = text.min - scene.spread.pane[side].min;
    ui.scope_builder(UiBuilder::new().id_salt(("article", side)).max_rect(pane), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(pane));
        list::show(
            ui,
            list,
            &wanted,
            |ctx, number, _| paragraph::lay(ctx, open, side, number, text.span(), colours),
            |ui, number, rect, laid| {
                let at = pos2(rect.left() + inset + laid.indent, rect.top() + laid.around.above);
                if let Some(paragraph) = paragraphs.get(number) {
                    one(ui, scene, side, (paragraph, laid), at, &mut drawn, asked);
                }
            },
        );
    });
    drawn
}

fn one(
    ui: &mut Ui,
    scene: &Scene<'_>,
    side: Side,
    (paragraph, laid): (&Paragraph, &ParagraphLaid),
    at: egui::Pos2,
    drawn: &mut Drawn,
    asked: &mut Vec<Command>,
) {
    let spots = paragraph::spots(scene.open, side, paragraph, laid, at, scene.spread.text[side].span());
    let response = paragraph::paint(ui, scene, side, (paragraph, laid), at, &spots);
    let under = response.hover_pos().and_then(|pointer| sentence_at(&spots, pointer));
    drawn.hovered = drawn.hovered.or(under);
    clicks(scene, side, &response, under, asked);
    let text = view::Drawn { side, place: paragraph.span, galley: laid.galley.clone(), at };
    asked.extend(text.caret_for_menu(&response));
    drawn.texts.push(text);
    margin::show(ui, scene, side, (paragraph, laid), at, &spots, asked);
    for spot in &spots {
        drawn.extents.insert(spot.id, spot.extent);
        let node = node::show(ui, scene, side, spot, asked);
        drawn.focused = drawn.focused.or(node);
    }
}

/// The sentence at a place; between two lines, the one above.
fn sentence_at(spots: &[Spot], at: egui::Pos2) -> Option<usize> {
    spots.iter().find(|spot| spot.lines.iter().any(|line| line.expand(2.0).contains(at))).map(|spot| spot.id)
}

fn clicks(scene: &Scene<'_>, side: Side, response: &Response, under: Option<usize>, asked: &mut Vec<Command>) {
    if let Some(id) = under.filter(|_| response.clicked() || response.secondary_clicked()) {
        asked.push(chosen(scene, side, id, response.clicked()));
    }
    response.context_menu(|ui| menu(ui, scene, side, asked));
}

/// What a click on a sentence asks for: to link it, where another one waits for its counterpart; else to choose it.
pub fn chosen(scene: &Scene<'_>, side: Side, id: usize, may_link: bool) -> Command {
    match scene.state.linking.filter(|&(of, _)| may_link && of != side) {
        Some((of, other)) => {
            let mut pair = Pair::new(id, id);
            pair[of] = other;
            Command::Link(pair)
        }
        None => Command::ChooseSentence(side, id),
    }
}

/// What can be done with the sentence that the reader is at.
fn menu(ui: &mut Ui, scene: &Scene<'_>, side: Side, asked: &mut Vec<Command>) {
    let (Some((of, id)), Some(row)) = (scene.at, scene.state.chosen_row()) else { return };
    if of != side {
        return;
    }
    ui.set_min_width(size::MENU);
    row::menu(ui, scene.state, scene.open, row, (side, id), asked);
    mended::menu(ui, scene.state, scene.open, (side, id), asked);
    ui.separator();
    controls::entries(ui, scene.state, asked, &[Action::ConfirmLink, Action::RejectLink, Action::CopyRow]);
}
