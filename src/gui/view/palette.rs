//! Every command in one list, found by a few letters of its name.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, Id, Key, Modal, Modifiers, Rect, Response, ScrollArea, Sense, Stroke, TextEdit, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::look::{Look, Over};
use crate::gui::ranking::ranked;
use crate::gui::state::{Sheet, State};
use crate::gui::theme::{self, Palette, size};

use super::{controls, spoken};

/// Draws the list over the window, where it is open.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    if state.sheet != Some(Sheet::Commands) {
        return;
    }
    let room = ui.ctx().content_rect().size();
    let id = Id::unique("all commands");
    let area = Modal::default_area(id)
        .anchor(Align2::CENTER_TOP, vec2(0.0, (room.y * 0.1).floor()))
        .accessible_name("All commands");
    let modal = Modal::new(id).area(area).show(ui.ctx(), |ui| {
        ui.set_width(WIDEST.min(room.x - size::AROUND_SHEET));
        content(ui, state, &mut look.sheet, (room.y * 0.62).max(120.0), asked);
    });
    if modal.should_close() {
        asked.push(Command::Do(Action::Commands));
    }
}

/// Wider than this, names and keys stand too far apart to be read together.
const WIDEST: f32 = 620.0;

fn content(ui: &mut Ui, state: &State, over: &mut Over, highest: f32, asked: &mut Vec<Command>) {
    let before = over.words.clone();
    let turned = turned(ui);
    // An Enter of the very first frame is not meant for the first command.
    let begun = std::mem::replace(&mut over.begun, true);
    let done = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) && begun;
    let field = ui.add(
        TextEdit::singleline(&mut over.words)
            .id(Id::unique("command to find"))
            .hint_text("Type a few letters of a command")
            .desired_width(f32::INFINITY)
            .margin(theme::margin::FIELD)
            .font(theme::sans(theme::TITLE)),
    );
    field.widget_info(|| WidgetInfo { label: Some("Find a command".to_owned()), ..WidgetInfo::new(Role::ComboBox) });
    // The keyboard belongs to the field as long as the list is open; the list is walked with its arrow keys.
    if !field.has_focus() {
        field.request_focus();
    }
    let actions = ranked(&over.words, &state.used);
    let last = actions.len().saturating_sub(1);
    over.at = if over.words == before { over.at.saturating_add_signed(turned).min(last) } else { 0 };
    if actions.is_empty() {
        ui.add_space(theme::space::PART);
        ui.label("No command is called so.");
        return;
    }
    ui.add_space(theme::space::CLOSE);
    let reveal = turned != 0 || over.words != before;
    list(ui, state, over, &actions, (&field, reveal, highest), asked);
    let chosen = actions.get(over.at).filter(|action| done && action.enabled(state));
    asked.extend(chosen.map(|&action| Command::Run(action)));
}

/// How many places up or down the keys go.
fn turned(ui: &Ui) -> isize {
    let keys = [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, PAGE), (Key::PageUp, -PAGE)];
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as isize;
    keys.into_iter().map(|(key, by)| pressed(key) * by).sum()
}

/// As many commands as a page of the list holds.
const PAGE: isize = 8;

fn list(
    ui: &mut Ui,
    state: &State,
    over: &mut Over,
    actions: &[Action],
    (field, reveal, highest): (&Response, bool, f32),
    asked: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical()
        .id_salt("commands found")
        .max_height(highest)
        .min_scrolled_height(highest)
        .auto_shrink([false, true]);
    area.show(ui, |ui| {
        for (place, &action) in actions.iter().enumerate() {
            let row = ui.push_id(action, |ui| entry(ui, state, action, place == over.at)).inner;
            if place == over.at {
                ui.ctx().accesskit_node_builder(field.id, |node| node.set_active_descendant(row.id.accesskit_id()));
                if reveal {
                    row.scroll_to_me(None);
                }
            }
            if row.hovered() && ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO) {
                over.at = place;
            }
            if row.clicked() && action.enabled(state) {
                asked.push(Command::Run(action));
            }
        }
    });
}

/// A command: its name, where it stands in the menus or why it cannot be done, and its keys.
fn entry(ui: &mut Ui, state: &State, action: Action, chosen: bool) -> Response {
    let colours = theme::palette(ui.visuals());
    let hindrance = action.hindrance(state);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::COMMAND), Sense::click());
    let keys = action.shortcuts().first().map(|keys| controls::keys_shown(ui.ctx(), keys)).unwrap_or_default();
    let place = hindrance.map_or_else(|| place(action), str::to_owned);
    let told = [action.text(), &place, &keys].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, hindrance.is_none(), told.join(", ")));
    spoken::selected(&response, chosen);
    paint(ui, rect, chosen, colours);
    let ink = if hindrance.is_some() { colours.quiet } else { colours.ink };
    let tick = if action.is_on(state) { "✓" } else { "" };
    line(ui, rect, [tick, action.text(), &place, &keys], ink, colours);
    response.on_hover_text(action.tooltip())
}

fn paint(ui: &Ui, rect: Rect, chosen: bool, colours: &Palette) {
    if chosen {
        ui.painter().rect_filled(rect, theme::round::BADGE, colours.chosen);
        let bar = Rect::from_min_size(rect.min, vec2(size::CHOSEN_BAR, rect.height()));
        ui.painter().rect_filled(bar, theme::round::BAR, colours.accent);
        if colours.is_high_contrast() {
            ui.painter().rect_stroke(
                rect,
                theme::round::BADGE,
                Stroke::new(theme::line::HAIR, colours.edge),
                egui::StrokeKind::Inside,
            );
        }
    }
}

fn line(ui: &Ui, rect: Rect, [tick, name, place, keys]: [&str; 4], ink: Color32, colours: &Palette) {
    let painter = ui.painter_at(rect);
    let y = rect.center().y;
    painter.text(pos2(rect.left() + 9.0, y), Align2::LEFT_CENTER, tick, theme::sans(theme::NOTE), colours.accent);
    let name = painter.text(pos2(rect.left() + 28.0, y), Align2::LEFT_CENTER, name, theme::sans(theme::BODY), ink);
    let keys =
        painter.text(pos2(rect.right() - 12.0, y), Align2::RIGHT_CENTER, keys, theme::sans(theme::NOTE), colours.quiet);
    // The place gives way where there is no room for it.
    let galley = painter.layout_no_wrap(place.to_owned(), theme::sans(theme::SMALL), colours.quiet);
    if name.right() + 12.0 + galley.size().x < keys.left() - 12.0 {
        painter.galley(pos2(name.right() + 12.0, y - galley.size().y / 2.0), galley, colours.quiet);
    }
}

/// Where a command stands in the menus.
fn place(action: Action) -> String {
    let (menu, heading) = action.place();
    [Some(menu.name()), heading].into_iter().flatten().collect::<Vec<_>>().join(" › ")
}
