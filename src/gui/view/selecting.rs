//! Selecting in the articles, by pointer and by keys, whatever view draws their text.

use egui::text_selection::LabelSelectionState;
use egui::{
    Context, Event, InputState, Key, KeyboardShortcut, Modifiers, PointerButton, Popup, Pos2, Rect, Response, Sense, Ui,
};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::gesture::{Held, drift};
use crate::gui::look::Look;
use crate::gui::selection::{Motion, Selection, Step, Unit, unit_at};
use crate::gui::state::{Open, Page, State};
use crate::text::{Side, Span};

use super::pulling::LONGEST_PASS;
use super::text::Drawn;

/// What lies under everything in a view of the articles, to be laid before it: where a drag begins beside a text.
pub fn ground(ui: &Ui, view: Rect) -> Response {
    ui.interact(view, ui.scope_id().with("ground"), Sense::CLICK | Sense::DRAG)
}

/// Takes up what the pointer does in a view whose texts were drawn on its ground: `look.texts` holds them.
/// Gives how far the view is to move, as something is dragged beyond its edge.
pub fn pointer(
    ui: &Ui,
    state: &State,
    open: &Open,
    look: &mut Look,
    ground: &Response,
    asked: &mut Vec<Command>,
) -> f32 {
    let view = ground.rect;
    if state.linking.is_some() {
        look.gesture.held = None;
        return 0.0;
    }
    press(ui, state, open, look, ground, asked);
    let Some(held) = look.gesture.held else { return 0.0 };
    if ui.input(|input| input.pointer.primary_down()) {
        return drag(ui, state, open, look, held, view, asked);
    }
    look.gesture.held = None;
    asked.push(Command::EndSelecting);
    0.0
}

/// A press on a text sets the caret or takes a word, a sentence or a paragraph; with Shift it extends. A press beside the
/// texts selects nothing yet, but from the letter nearest to it a drag goes on.
fn press(ui: &Ui, state: &State, open: &Open, look: &mut Look, ground: &Response, asked: &mut Vec<Command>) {
    let pause = ui.ctx().options(|options| options.input_options.max_double_click_delay);
    let (time, presses) = ui.input(|input| (input.time, presses(input)));
    // On a slow machine the presses of a double click come in one frame.
    let counted = presses.into_iter().map(|(at, shift)| (at, shift, look.gesture.press(time, at, pause)));
    let Some((at, shift, clicks)) = counted.last() else { return };
    if !ground.rect.contains(at) || ui.ctx().layer_id_at(at) != Some(ui.layer_id()) {
        return;
    }
    let under = look.texts.iter().find(|text| text.rect().contains(at)).map(|text| (text.side, text.byte_at(at)));
    let beside = under.is_none() && ground.is_pointer_button_down_on();
    if let Some(held) = nearest_of_both(&look.texts, at).filter(|_| beside && !shift) {
        look.gesture.held = Some(held);
        return;
    }
    let Some((side, byte)) = look.gesture.on(under) else { return };
    let unit = Unit::of_clicks(clicks);
    let document = &open.comparison.documents[side];
    let before = state.selection.filter(|selection| shift && selection.side == side);
    let (held, selection) = match before {
        Some(before) => {
            let first = Span::new(before.anchor, before.anchor);
            (Held { side, unit: Unit::Letter, first }, Selection { caret: byte, ..before })
        }
        None => {
            let first = unit_at(document, byte, unit);
            (Held { side, unit, first }, Selection::of(side, first))
        }
    };
    look.gesture.held = Some(held);
    look.gesture.column = None;
    asked.push(Command::Select(selection));
}

/// What a drag takes first that begins beside the texts: no letter yet, at the place of the nearest one.
fn nearest_of_both(texts: &[Drawn], at: Pos2) -> Option<Held> {
    let away = |text: &Drawn| {
        let (rect, right) = (text.rect(), text.at.x + text.galley.job.wrap.max_width);
        let beyond = |value: f32, low: f32, high: f32| (low - value).max(value - high).max(0.0);
        (beyond(at.x, rect.left(), right), beyond(at.y, rect.top(), rect.bottom()))
    };
    let by = |a: &&Drawn, b: &&Drawn| {
        let (a, b) = (away(a), away(b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    };
    let side = texts.iter().min_by(by)?.side;
    let byte = nearest(texts, side, at)?;
    Some(Held { side, unit: Unit::Letter, first: Span::new(byte, byte) })
}

/// Where the button was pressed in this frame, and whether Shift was held.
fn presses(input: &InputState) -> Vec<(Pos2, bool)> {
    let pressed = |event: &Event| match event {
        Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, modifiers } => {
            Some((*pos, modifiers.shift))
        }
        _ => None,
    };
    input.events.iter().filter_map(pressed).collect()
}

/// Selects up to the pointer, and moves the view where the pointer is beyond its edge.
fn drag(ui: &Ui, state: &State, open: &Open, look: &Look, held: Held, view: Rect, asked: &mut Vec<Command>) -> f32 {
    let (at, dragging, pass) = ui.input(|input| {
        let pointer = &input.pointer;
        (pointer.interact_pos(), pointer.is_decidedly_dragging(), input.stable_dt.min(LONGEST_PASS))
    });
    let Some(at) = at.filter(|_| dragging) else { return 0.0 };
    ui.ctx().set_cursor_icon(egui::CursorIcon::Text);
    if let Some(byte) = nearest(&look.texts, held.side, at) {
        let now = unit_at(&open.comparison.documents[held.side], byte, held.unit);
        let selection = Selection::between(held.side, held.first, now);
        if state.selection != Some(selection) {
            asked.push(Command::Select(selection));
        }
    }
    let by = drift(at.y, view.y_range()) * pass;
    if by != 0.0 {
        ui.ctx().request_repaint();
    }
    by
}

/// The byte of a side's texts nearest to a place, lines before columns.
fn nearest(texts: &[Drawn], side: Side, at: Pos2) -> Option<usize> {
    let far = |text: &Drawn| {
        let rect = text.rect();
        let beyond = |value: f32, low: f32, high: f32| (low - value).max(value - high).max(0.0);
        (beyond(at.y, rect.top(), rect.bottom()), beyond(at.x, rect.left(), rect.right()))
    };
    let of_side = texts.iter().filter(|text| text.side == side);
    let text = of_side.min_by(|a, b| {
        let (a, b) = (far(a), far(b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    })?;
    Some(text.byte_at(at))
}

/// What keys ask of the caret. To be called before other shortcuts, as keys without modifiers would take those with Shift.
pub fn keys(ctx: &Context, state: &State, look: &mut Look) -> Vec<Command> {
    let mut asked = Vec::new();
    if state.page != Page::Comparison || state.open.is_none() || ctx.text_edit_focused() || Popup::is_any_open(ctx) {
        return asked;
    }
    if ctx.input(|input| input.events.contains(&Event::Copy)) && !has_label_selection(ctx) {
        asked.push(Command::Do(Action::Copy));
    }
    let pressed = |modifiers: Modifiers, key: Key| ctx.input_mut(|input| input.consume_key(modifiers, key));
    for &(modifiers, key, step, forward) in &BY_STEP {
        let extend = modifiers.shift;
        // Without a caret these keys belong to the list.
        // Side by side plain arrows lead across to the other article.
        let plain = step == Step::Letter && !extend;
        let belongs = if plain { !state.is_side_by_side() } else { extend || state.selection.is_some() };
        if belongs && state.chosen_row().is_some() && pressed(modifiers, key) {
            asked.push(Command::MoveCaret(Motion { step, forward, extend }));
            look.gesture.column = None;
        }
    }
    let Some((selection, open)) = state.selection.zip(state.open.as_ref()) else { return asked };
    for (key, way) in BY_LINE {
        if pressed(Modifiers::SHIFT, key) {
            asked.push(by_line(look, &open.comparison.documents[selection.side].text, selection, way));
        }
    }
    asked
}

/// Keys that move by what is in the text, those with more modifiers first.
const BY_STEP: [(Modifiers, Key, Step, bool); 14] = {
    const CTRL: Modifiers = Modifiers::COMMAND;
    const BOTH: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    const SHIFT: Modifiers = Modifiers::SHIFT;
    const NONE: Modifiers = Modifiers::NONE;
    [
        (BOTH, Key::ArrowLeft, Step::Word, false),
        (BOTH, Key::ArrowRight, Step::Word, true),
        (BOTH, Key::ArrowUp, Step::Paragraph, false),
        (BOTH, Key::ArrowDown, Step::Paragraph, true),
        (BOTH, Key::Home, Step::Article, false),
        (BOTH, Key::End, Step::Article, true),
        (CTRL, Key::ArrowLeft, Step::Word, false),
        (CTRL, Key::ArrowRight, Step::Word, true),
        (CTRL, Key::Home, Step::Article, false),
        (CTRL, Key::End, Step::Article, true),
        (SHIFT, Key::ArrowLeft, Step::Letter, false),
        (SHIFT, Key::ArrowRight, Step::Letter, true),
        (NONE, Key::ArrowLeft, Step::Letter, false),
        (NONE, Key::ArrowRight, Step::Letter, true),
    ]
};

/// The keys of the caret for the help page, with what they do.
pub const KEYS: [(KeyboardShortcut, &str); 4] = [
    (KeyboardShortcut::new(Modifiers::NONE, Key::ArrowRight), "Put the caret into the chosen sentence, and move it"),
    (KeyboardShortcut::new(Modifiers::SHIFT, Key::ArrowRight), "Select by letters, up and down by lines"),
    (
        KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::ArrowRight),
        "Select by words, up and down by paragraphs",
    ),
    (KeyboardShortcut::new(Modifiers::SHIFT, Key::End), "Select to the end of the line"),
];

/// Where a key leads in lines as they are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Up,
    Down,
    Begin,
    End,
}

const BY_LINE: [(Key, Way); 4] =
    [(Key::ArrowUp, Way::Up), (Key::ArrowDown, Way::Down), (Key::Home, Way::Begin), (Key::End, Way::End)];

/// Extends by lines as they were drawn last; where the next line was not drawn, by a sentence.
fn by_line(look: &mut Look, document: &str, selection: Selection, way: Way) -> Command {
    let column = look.gesture.column.filter(|(caret, _)| *caret == selection.caret).map(|(_, x)| x);
    look.gesture.column = None;
    let Some((caret, x)) = line_away(&look.texts, document, selection, column, way) else {
        let forward = matches!(way, Way::Down | Way::End);
        return Command::MoveCaret(Motion { step: Step::Sentence, forward, extend: true });
    };
    if matches!(way, Way::Up | Way::Down) {
        look.gesture.column = Some((caret, x));
    }
    Command::PutSelection(Selection { caret, ..selection })
}

/// The byte a line up or down at the same distance from the left, or at an end of the line; with that distance.
fn line_away(
    texts: &[Drawn],
    document: &str,
    selection: Selection,
    column: Option<f32>,
    way: Way,
) -> Option<(usize, f32)> {
    let mut of_side: Vec<&Drawn> = texts.iter().filter(|text| text.side == selection.side).collect();
    of_side.sort_by_key(|text| text.place.start);
    let caret = selection.caret;
    let n = of_side.iter().rposition(|text| (text.place.start..=text.place.end).contains(&caret))?;
    let text = of_side.get(n)?;
    let x = column.unwrap_or_else(|| text.x_of(caret));
    let lines = text.lines();
    let line = lines.iter().rposition(|(span, _)| span.start <= caret).unwrap_or(0);
    let follows = |a: &Drawn, b: &Drawn| {
        a.place != b.place && document.get(a.place.end..b.place.start).is_some_and(|between| between.trim().is_empty())
    };
    match way {
        Way::Begin => lines.get(line).map(|(span, _)| (span.start, x)),
        Way::End => lines.get(line).map(|(span, _)| (span.end, x)),
        Way::Down => match lines.get(line + 1) {
            Some((_, height)) => Some((text.byte_at(Pos2::new(x, height.center())), x)),
            None => in_line(of_side.iter().find(|next| follows(text, next))?, x, false),
        },
        Way::Up => match line.checked_sub(1).and_then(|before| lines.get(before)) {
            Some((_, height)) => Some((text.byte_at(Pos2::new(x, height.center())), x)),
            None => in_line(of_side.iter().find(|before| follows(before, text))?, x, true),
        },
    }
}

/// The byte of a text's first or last line at a distance from the left.
fn in_line(text: &Drawn, x: f32, last: bool) -> Option<(usize, f32)> {
    let lines = text.lines();
    let (_, height) = if last { lines.last()? } else { lines.first()? };
    Some((text.byte_at(Pos2::new(x, height.center())), x))
}

/// Whether words are selected in another text of the window, such as a finding; then those are copied.
fn has_label_selection(ctx: &Context) -> bool {
    ctx.plugin_opt::<LabelSelectionState>().is_some_and(|labels| labels.lock().has_selection())
}
