//! Each linked pair as a line from its place in the left article to its place in the right one. Lines that fall or rise
//! steeply are told at quite different places; they are drawn strongly.

use egui::accesskit::Role;
use egui::{Painter, Pos2, Rangef, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::gui::command::Command;
use crate::gui::model::RowKey;
use crate::gui::overview::{Overview, Slope, Stretch, nearest};
use crate::gui::state::{Open, State};
use crate::gui::theme::{self, Palette, size};
use crate::gui::view::spoken;
use crate::gui::{rich, words};
use crate::text::{Pair, Side};

/// How high the picture is; long articles get no more, as a picture is to be seen at once.
const HEIGHT: f32 = 300.0;
/// The blocks of sentences along each side.
const BLOCK: f32 = 9.0;
/// A line is meant that is no farther from the pointer.
const REACH: f32 = 5.0;
/// So many lines can be walked with Tab; whoever wants to walk more has the rows.
const MOST_WALKED: usize = 300;

/// Draws the picture.
pub fn show(ui: &mut Ui, state: &State, open: &Open, counted: &Overview, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    if counted.slopes.is_empty() {
        super::quiet(ui, "No sentences are linked.");
        return;
    }
    names(ui, open);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    let told = format!("{} between the articles", words::count(counted.slopes.len(), "line", "lines"));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    let lines: Vec<[Pos2; 2]> = counted.slopes.iter().map(|slope| line(rect, *slope)).collect();
    let walked = walk(ui, state, open, (counted, &lines), asked);
    let pointed = response.hover_pos().and_then(|at| nearest(&lines, at, REACH));
    let painter = ui.painter_at(rect);
    for side in Side::BOTH {
        blocks(&painter, rect, side, &counted.stretches[side], colours);
    }
    paint(&painter, state, (counted, &lines), pointed.or(walked), colours);
    if let Some(slope) = pointed.and_then(|at| counted.slopes.get(at)) {
        if response.clicked() {
            asked.push(Command::ChooseRow(RowKey::Group(slope.group)));
        }
        tell(response.on_hover_cursor(egui::CursorIcon::PointingHand), open, *slope);
    }
    super::quiet(ui, LEGEND);
}

const LEGEND: &str = "From the beginning at the top to the end at the bottom. Strong lines: one article tells it at least \
a quarter of an article earlier than the other. Full blocks at the edges: sentences without a counterpart.";

fn names(ui: &mut Ui, open: &Open) {
    let colours = theme::palette(ui.visuals());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::NAME), Sense::hover());
    let half = rect.width() / 2.0 - 6.0;
    for side in Side::BOTH {
        let job = rich::clipped(&open.names[side], theme::bold(theme::NOTE), colours.side[side], half, 1);
        let name = ui.painter().layout_job(job);
        let x = if side == Side::Left { rect.left() } else { rect.right() - name.size().x };
        let y = rect.center().y - name.size().y / 2.0;
        ui.painter().galley(pos2(x, y), name, colours.side[side]);
    }
}

/// A slope's line from the left axis to the right one.
fn line(rect: Rect, slope: Slope) -> [Pos2; 2] {
    let y = |at: f32| rect.top() + at * rect.height();
    [pos2(rect.left() + BLOCK + 3.0, y(slope.at.left)), pos2(rect.right() - BLOCK - 3.0, y(slope.at.right))]
}

/// The sentences of an article as blocks from top to bottom; those without a counterpart are full.
fn blocks(painter: &Painter, rect: Rect, side: Side, stretches: &[Stretch], colours: &Palette) {
    let x = match side {
        Side::Left => Rangef::new(rect.left(), rect.left() + BLOCK),
        Side::Right => Rangef::new(rect.right() - BLOCK, rect.right()),
    };
    let whole = Rect::from_x_y_ranges(x, rect.y_range());
    painter.rect(
        whole,
        0.0,
        colours.tint[side],
        Stroke::new(theme::line::HAIR, colours.side[side]),
        StrokeKind::Inside,
    );
    for stretch in stretches.iter().filter(|stretch| stretch.alone) {
        let y = Rangef::new(rect.top() + stretch.from * rect.height(), rect.top() + stretch.to * rect.height());
        painter.rect_filled(Rect::from_x_y_ranges(x, y), 0.0, colours.side[side]);
    }
}

/// The calm lines first, then the steep ones, then the chosen row's, then the one that is pointed at.
fn paint(
    painter: &Painter,
    state: &State,
    (counted, lines): (&Overview, &[[Pos2; 2]]),
    pointed: Option<usize>,
    colours: &Palette,
) {
    let is_chosen = |slope: &Slope| state.chosen.row == Some(RowKey::Group(slope.group));
    let all = || counted.slopes.iter().zip(lines).enumerate();
    for (_, (_, ends)) in all().filter(|(_, (slope, _))| !slope.is_steep()) {
        painter.line_segment(*ends, Stroke::new(theme::line::HAIR, colours.quiet));
    }
    for (_, (_, ends)) in all().filter(|(_, (slope, _))| slope.is_steep()) {
        painter.line_segment(*ends, Stroke::new(theme::line::STRONG, colours.ink));
    }
    for (n, (slope, ends)) in all().filter(|(n, (slope, _))| is_chosen(slope) || pointed == Some(*n)) {
        let wide = if pointed == Some(n) { theme::line::BROAD } else { theme::line::BAR };
        painter.line_segment(*ends, Stroke::new(wide + theme::line::STRONG, colours.panel));
        painter.line_segment(*ends, Stroke::new(wide, colours.accent));
        if is_chosen(slope) {
            for end in ends {
                painter.circle(*end, size::KNOB, colours.mark, Stroke::new(theme::line::FIRM, colours.mark_edge));
            }
        }
    }
}

/// A place for each line at which the keyboard can stop; which of them has the focus.
fn walk(
    ui: &mut Ui,
    state: &State,
    open: &Open,
    (counted, lines): (&Overview, &[[Pos2; 2]]),
    asked: &mut Vec<Command>,
) -> Option<usize> {
    let mut focused = None;
    for (n, (slope, ends)) in counted.slopes.iter().zip(lines).take(MOST_WALKED).enumerate() {
        let handle = Rect::from_center_size(ends[0], vec2(6.0, 4.0));
        let response = ui.interact(handle, ui.scope_id().with(("slope", n)), Sense::click());
        let chosen = state.chosen.row == Some(RowKey::Group(slope.group));
        spoken::entry(&response, chosen, &in_words(*slope));
        if response.clicked() {
            asked.push(Command::ChooseRow(RowKey::Group(slope.group)));
        }
        if response.has_focus() {
            focused = Some(n);
            response.scroll_to_me(None);
        }
        if response.hovered() {
            tell(response, open, *slope);
        }
    }
    focused
}

/// What a line says.
fn in_words(slope: Slope) -> String {
    let sentence = |side: Side| slope.sentences[side] + 1;
    let place = |side: Side| (slope.at[side] * 100.0).round();
    format!(
        "Sentence {} on the left, at {} of 100; sentence {} on the right, at {} of 100",
        sentence(Side::Left),
        place(Side::Left),
        sentence(Side::Right),
        place(Side::Right)
    )
}

/// Shows both sentences beside the pointer.
fn tell(response: Response, open: &Open, slope: Slope) {
    let sentences = Pair::from_fn(|side| {
        words::beginning(open.comparison.documents[side].sentence(slope.sentences[side]), MOST_SHOWN)
    });
    response.on_hover_ui_at_pointer(|ui| {
        let colours = theme::palette(ui.visuals());
        ui.set_max_width(size::TOOLTIP);
        for side in Side::BOTH {
            let name = egui::RichText::new(format!("{} {}", open.names[side], slope.sentences[side] + 1));
            ui.label(name.font(theme::bold(theme::SMALL)).color(colours.side[side]));
            ui.label(egui::RichText::new(&sentences[side]).font(theme::italic(theme::BODY)));
        }
    });
}

/// So many characters of a sentence tell which one it is.
const MOST_SHOWN: usize = 160;
