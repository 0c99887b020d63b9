//! An article in its column: its paragraphs, what was left out between them, what stands in its margins, and a node of the
//! accessibility tree for each sentence in view.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use egui::{Context, Pos2, Rangef, Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::flow::Item;
use crate::gui::look::List;
use crate::gui::rich;
use crate::gui::state::Open;
use crate::gui::theme::{self, Palette, size};
use crate::gui::view::{self, controls, list, mended, row};
use crate::gui::words;
use crate::text::{Pair, Side};

use super::paragraph::{self, ParagraphLaid, Placed, Spot};
use super::scene::Scene;
use super::signs::{self, SignsLaid};
use super::{grips, margin, node};

/// What is on the screen of an article.
#[derive(Default)]
pub struct Drawn {
    /// From where to where each sentence reaches.
    pub extents: BTreeMap<usize, Rangef>,
    /// The sentence under the pointer.
    pub hovered: Option<usize>,
    /// The sentence at whose grip the pointer is, be the grip shown or not.
    pub at_grip: Option<usize>,
    /// The paragraphs in view.
    pub texts: Vec<view::Drawn>,
    /// The grips of the sentences that stand out.
    pub grips: Vec<(usize, Pos2)>,
    /// The sentence that the keyboard is at.
    pub focused: Option<egui::Id>,
}

/// Something in a column, laid out.
enum ItemLaid {
    Paragraph(usize, ParagraphLaid),
    Signs(SignsLaid),
}

impl list::Laid for ItemLaid {
    fn height(&self) -> f32 {
        match self {
            Self::Paragraph(_, laid) => laid.height(),
            Self::Signs(laid) => laid.height(),
        }
    }
}

/// Draws the column of a side into a pane, one of its items brought into view where that is asked for.
pub fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    side: Side,
    (list, reveal): (&mut List, Option<usize>),
    pane: Rect,
    asked: &mut Vec<Command>,
) -> Drawn {
    let colours = theme::palette(ui.visuals());
    let (text, open) = (scene.spread.text[side], scene.open);
    let wanted = list::Wanted {
        name: words::article(side),
        count: open.flow[side].items.len(),
        key: key(scene, side),
        estimate: &|number, _| estimate(open, side, number, text.span()),
        unfolded: None,
        reveal,
    };
    list.bare = true;
    let mut drawn = Drawn::default();
    if wanted.count == 0 {
        no_sentence(ui, side, pos2(pane.left() + text.min - scene.spread.pane[side].min, pane.top()), text.span());
    }
    // The text's place in the pane, wherever the list draws its rows.
    let inset = text.min - scene.spread.pane[side].min;
    ui.scope_builder(UiBuilder::new().id_salt(("article", side)).max_rect(pane), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(pane));
        list::show(
            ui,
            list,
            &wanted,
            |ctx, number, _| lay(ctx, open, side, number, text.span(), colours),
            |ui, _, rect, laid| {
                let left = rect.left() + inset;
                match laid {
                    ItemLaid::Signs(laid) => signs::show(ui, scene.state, laid, rect, left, asked),
                    ItemLaid::Paragraph(number, laid) => {
                        let at = pos2(left + laid.indent, rect.top() + laid.around.above);
                        if let Some(paragraph) = open.reading.paragraphs[side].get(*number) {
                            let spots = paragraph::spots(open, side, paragraph, laid, at, text.span());
                            one(ui, scene, &Placed { side, paragraph, laid, at, spots }, &mut drawn, asked);
                        }
                    }
                }
            },
        );
    });
    drawn
}

/// Says that there is nothing in a column.
fn no_sentence(ui: &Ui, side: Side, corner: Pos2, width: f32) {
    let colours = theme::palette(ui.visuals());
    let job = rich::aside("No sentence was found in this article.", colours.quiet, width);
    let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
    let at = corner + vec2(0.0, size::BETWEEN_PARAGRAPHS);
    let id = ui.scope_id().with(("no sentence", side));
    let response = ui.interact(Rect::from_min_size(at, galley.size()), id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
    ui.painter().galley(at, galley, colours.quiet);
}

/// Everything that the heights of a column depend on: its text, what was left out of it, and what of that is shown.
fn key(scene: &Scene<'_>, side: Side) -> u64 {
    let open = scene.open;
    let mut hasher = DefaultHasher::new();
    (open.reading.prints[side], open.flow[side].print, &open.unfolded[side]).hash(&mut hasher);
    hasher.finish()
}

fn estimate(open: &Open, side: Side, item: usize, width: f32) -> f32 {
    match open.flow[side].items.get(item) {
        Some(Item::Signs(after, signs)) => signs::estimate(open, side, (*after, signs), width),
        Some(&Item::Paragraph(number)) => paragraph::estimate(open, side, number, width),
        None => 0.0,
    }
}

fn lay(ctx: &Context, open: &Open, side: Side, item: usize, width: f32, colours: &Palette) -> ItemLaid {
    let number = match open.flow[side].items.get(item) {
        Some(Item::Signs(after, shown)) => {
            return ItemLaid::Signs(signs::lay(ctx, open, side, (*after, shown), width, colours));
        }
        Some(&Item::Paragraph(number)) => number,
        None => item,
    };
    ItemLaid::Paragraph(number, paragraph::lay(ctx, open, side, number, width, colours))
}

fn one(ui: &mut Ui, scene: &Scene<'_>, placed: &Placed<'_>, drawn: &mut Drawn, asked: &mut Vec<Command>) {
    let side = placed.side;
    let response = paragraph::paint(ui, scene, placed);
    let under = response.hover_pos().and_then(|pointer| sentence_at(&placed.spots, pointer));
    drawn.hovered = drawn.hovered.or(under).or_else(|| grips::beside(ui, scene, placed));
    clicks(scene, side, &response, under, asked);
    let text = view::Drawn { side, place: placed.paragraph.span, galley: placed.laid.galley.clone(), at: placed.at };
    asked.extend(text.caret_for_menu(&response));
    drawn.texts.push(text);
    margin::show(ui, scene, placed, asked);
    for spot in &placed.spots {
        drawn.extents.insert(spot.id, spot.extent);
        let grip = grips::place(ui, scene, placed, spot);
        if grips::is_pointed(ui, grip) {
            drawn.at_grip = Some(spot.id);
        }
        if scene.has_grip(side, spot.id) {
            drawn.grips.push((spot.id, grip));
        }
        let node = node::show(ui, scene, side, spot, asked);
        drawn.focused = drawn.focused.or(node);
    }
}

/// The sentence at a place; between two lines, the one above.
fn sentence_at(spots: &[Spot], at: Pos2) -> Option<usize> {
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
