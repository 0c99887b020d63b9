//! The small window that asks for an address, or for the side of a source that has none yet.

use egui::{Align2, Label, RichText, TextEdit, Ui, Window, vec2};

use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::state::{Page, Placing, State};
use crate::gui::theme::size;
use crate::gui::{theme, words};
use crate::load::{Card, Source};
use crate::text::Side;

use super::controls;

/// As wide as an address needs to be told from another.
const WIDTH: f32 = 440.0;

/// Draws the window over the page, where something is asked.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let Some(placing) = &state.placing else { return };
    let title = if *placing == Placing::Address { "Open a web address" } else { "Replace a source" };
    let mut open = true;
    let room = ui.ctx().content_rect().width();
    Window::new(title)
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .show(ui.ctx(), |ui| {
            ui.set_width(WIDTH.min(room - size::AROUND_SHEET));
            let source = match placing {
                Placing::Address => address(ui, state, look, asked),
                Placing::Source(source) => Some(given(ui, source)),
            };
            ui.add_space(theme::space::USUAL);
            sides(ui, state, source.as_ref(), asked);
        });
    if !open {
        asked.push(Command::LeavePlacing);
    }
}

/// The field for the address; what it names, if anything.
fn address(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) -> Option<Source> {
    let label = ui.label("Web address");
    let field = TextEdit::singleline(&mut look.address).hint_text("https://…").desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    if std::mem::take(&mut look.focus_address) {
        field.request_focus();
    }
    ui.add(Label::new(RichText::new(FETCHED).color(theme::palette(ui.visuals()).quiet)).wrap());
    let source = (!look.address.trim().is_empty()).then(|| Source::page(&look.address));
    let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if let Some(source) = source.as_ref().filter(|_| enter) {
        asked.push(Command::Open(usual(state), source.clone()));
    }
    source
}

/// What every field for an address promises.
pub const FETCHED: &str = "The page is fetched only when you ask; nothing else leaves this machine.";

fn given(ui: &mut Ui, source: &Source) -> Source {
    let origin = source.origin();
    let name = match source {
        Source::Pasted(_) | Source::PastedHtml(_) => "The pasted text".to_owned(),
        _ => Card::from_origin(&origin).name().to_owned(),
    };
    ui.add(Label::new(RichText::new(name).font(theme::bold(theme::HEADING))).wrap()).on_hover_text(&origin);
    if matches!(source, Source::Address(_)) {
        ui.add(Label::new(origin).wrap());
    }
    ui.label("Which source is it to replace? The other one stays.");
    source.clone()
}

/// The side that Enter means: the one that is free, and of an open comparison the left one.
fn usual(state: &State) -> Side {
    if state.page == Page::Welcome { state.first_free() } else { Side::Left }
}

fn sides(ui: &mut Ui, state: &State, source: Option<&Source>, asked: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        for side in Side::BOTH {
            let text = if state.page == Page::Comparison {
                format!("Replace the {} one", words::side(side))
            } else {
                format!("{} source", words::capitalised(words::side(side)))
            };
            let is_meant_by_enter = state.placing == Some(Placing::Address) && side == usual(state);
            let button = if is_meant_by_enter {
                controls::primary(ui, source.is_some(), &text)
            } else {
                ui.add_enabled(source.is_some(), egui::Button::new(text).min_size(size::PRIMARY))
            };
            if let Some(source) = source.filter(|_| button.clicked()) {
                asked.push(Command::Open(side, source.clone()));
            }
        }
        if controls::quiet(ui, "Cancel").clicked() {
            asked.push(Command::LeavePlacing);
        }
    });
}
