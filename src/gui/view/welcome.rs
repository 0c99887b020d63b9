//! The welcome page: where two sources come from.

use egui::{Align, Frame, Label, Layout, RichText, ScrollArea, Stroke, TextEdit, Ui, accesskit::Role, vec2};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::look::{Look, draft_id};
use crate::gui::state::State;
use crate::gui::theme::{self, size};
use crate::gui::words;
use crate::load::{RawArticle, Source};
use crate::text::Side;

use super::{controls, place, reading, recent, recovered, status};

/// Draws the page.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    ScrollArea::vertical().id_salt("welcome").auto_shrink(false).show(ui, |ui| {
        let room = ui.available_width();
        let width = (room - 32.0).clamp(200.0, size::WELCOME);
        ui.horizontal(|ui| {
            ui.add_space(((room - width) / 2.0).max(0.0));
            ui.vertical(|ui| {
                ui.set_width(width);
                page(ui, state, look, asked);
            });
        });
    });
}

fn page(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    ui.add_space(theme::space::EDGE);
    ui.label(RichText::new("Paragone").font(theme::display()));
    ui.label(RichText::new(CLAIM).font(theme::sans(theme::TITLE)).color(colours.quiet));
    ui.add_space(theme::space::APART);
    recovered::panel(ui, state, look, asked);
    ui.horizontal_wrapped(|ui| {
        controls::named(ui, state, asked, Action::OpenBoth, "Open two files or a project…");
        controls::action(ui, state, asked, Action::OpenExample);
        if Action::BackToComparison.enabled(state) {
            controls::action(ui, state, asked, Action::BackToComparison);
        }
    });
    ui.add_space(theme::space::PART);
    cards(ui, state, look, asked);
    ui.add_space(theme::space::PART);
    compare(ui, state, look, asked);
    recent::list(ui, state, asked);
    ui.add_space(theme::space::EDGE);
}

const CLAIM: &str =
    "Two reports of one event, sentence beside sentence: what they word differently, what they claim differently.";

/// Narrower than this the cards stand one below the other.
const ROOM_FOR_TWO: f32 = 560.0;

fn cards(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    if ui.available_width() < ROOM_FOR_TWO {
        for side in Side::BOTH {
            ui.push_id(side, |ui| card(ui, state, look, side, asked));
        }
        return;
    }
    let usual = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, theme::space::APART);
    ui.columns(2, |columns| {
        for (ui, side) in columns.iter_mut().zip(Side::BOTH) {
            ui.spacing_mut().item_spacing.x = usual;
            ui.push_id(side, |ui| card(ui, state, look, side, asked));
        }
    });
    ui.spacing_mut().item_spacing.x = usual;
}

fn card(ui: &mut Ui, state: &State, look: &mut Look, side: Side, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE
        .fill(colours.card)
        .stroke(Stroke::new(theme::line::HAIR, colours.line))
        .corner_radius(theme::round::CARD)
        .inner_margin(theme::margin::CARD);
    frame.show(ui, |ui| {
        let room = ui.available_width();
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.set_width(room);
            ui.set_min_height(draft_height(ui) + size::AROUND_DRAFT);
            title(ui, side);
            let slot = &state.slots[side];
            if slot.reading.is_some() {
                ui.horizontal_wrapped(|ui| reading::show(ui, state, side, asked));
            }
            match &slot.ready {
                Some((source, article)) => ready(ui, side, source, article, asked),
                None if slot.reading.is_none() => gather(ui, state, look, side, asked),
                None => {}
            }
        });
    });
}

fn title(ui: &mut Ui, side: Side) {
    let colours = theme::palette(ui.visuals());
    ui.horizontal(|ui| {
        let (bar, _) = ui.allocate_exact_size(vec2(theme::line::BROAD, size::TITLE_BAR), egui::Sense::hover());
        ui.painter().rect_filled(bar, theme::round::WORDS, colours.side[side]);
        let title = format!("{} source", words::capitalised(words::side(side)));
        ui.label(RichText::new(title).font(theme::bold(theme::TITLE)));
    });
}

/// The fields for pasting take what the window leaves them.
fn draft_height(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() - 570.0).clamp(130.0, 420.0)
}

/// So much of a text is shown, in characters, that a reader knows it again.
const BEGINNING: usize = 320;

fn ready(ui: &mut Ui, side: Side, source: &Source, article: &RawArticle, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let text = &article.text;
    let name = RichText::new(article.card.name()).font(theme::bold(theme::HEADING));
    ui.add(Label::new(name).truncate()).on_hover_text(source.origin());
    let mut told = words::count(text.split_whitespace().count(), "word", "words");
    if matches!(source, Source::PastedHtml(_)) {
        told.push_str(", pasted with its headings and paragraphs");
    }
    ui.add(Label::new(RichText::new(told).color(colours.quiet)).wrap());
    ui.add_space(theme::space::CLOSE);
    let beginning = words::beginning(text.trim_start(), BEGINNING);
    ui.add(Label::new(RichText::new(beginning).font(theme::italic(theme::HEADING))).wrap());
    ui.add_space(theme::space::NEAR);
    if ui.button(format!("Choose another {} source", words::side(side))).clicked() {
        asked.push(Command::Clear(side));
    }
}

fn gather(ui: &mut Ui, state: &State, look: &mut Look, side: Side, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let action = if side == Side::Left { Action::OpenLeft } else { Action::OpenRight };
    let room = ui.available_width();
    ui.horizontal(|ui| {
        controls::action(ui, state, asked, action);
        ui.label(RichText::new("or drop it here").color(colours.quiet));
    });
    path(ui, state, look, side, asked);
    let height = draft_height(ui);
    let pasted = TextEdit::multiline(&mut look.drafts[side])
        .id(draft_id(side))
        .hint_text("or paste the text here")
        .desired_width(room)
        .desired_rows(((height - 10.0) / ui.text_style_height(&egui::TextStyle::Body)) as usize);
    ScrollArea::vertical().id_salt("draft").max_height(height).min_scrolled_height(height).show(ui, |ui| {
        let field = ui.add(pasted);
        field.widget_info(|| {
            egui::WidgetInfo::labeled(
                Role::MultilineTextInput,
                true,
                format!("{} text", words::capitalised(side.name())),
            )
        });
    });
}

/// The field for a path or an address. What was typed stays there when it could not be opened.
fn path(ui: &mut Ui, state: &State, look: &mut Look, side: Side, asked: &mut Vec<Command>) {
    let field = TextEdit::singleline(&mut look.paths[side])
        .hint_text("or type a file’s path or a web address, then Enter")
        .desired_width(ui.available_width());
    let typed = ui.add(field);
    let name = format!("Path or web address of the {} source", side.name());
    typed.widget_info(|| egui::WidgetInfo::labeled(Role::TextInput, true, &name));
    let source = Source::from_field(&look.paths[side]);
    if matches!(source, Source::Address(_)) {
        let colours = theme::palette(ui.visuals());
        ui.add(Label::new(RichText::new(place::FETCHED).font(theme::sans(theme::SMALL)).color(colours.quiet)).wrap());
    }
    if look.focus_path == Some(side) {
        typed.request_focus();
        look.focus_path = None;
    }
    let enter = typed.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if enter && !look.paths[side].trim().is_empty() {
        asked.push(Command::Open(side, source));
        // This field gives way to what is read, so the keyboard goes on to the source that is still missing.
        if state.slots[side.other()].ready.is_none() {
            look.focus_path = Some(side.other());
        }
    }
}

fn compare(ui: &mut Ui, state: &State, look: &Look, asked: &mut Vec<Command>) {
    let has = |side: Side| state.slots[side].ready.is_some() || !look.drafts[side].trim().is_empty();
    let missing = Side::BOTH.into_iter().filter(|&side| !has(side)).collect::<Vec<_>>();
    ui.horizontal(|ui| {
        let go = controls::primary(ui, missing.is_empty() && !state.is_busy(), "Compare");
        if go.clicked() {
            asked.push(Command::Compare(look.drafts.clone()));
        }
        if state.comparing.is_some() {
            status::comparing(ui, state, asked);
            return;
        }
        ui.weak(match missing[..] {
            [] => "",
            [one] => {
                if one == Side::Left {
                    "The left source is still missing."
                } else {
                    "The right source is still missing."
                }
            }
            _ => "Nothing leaves this machine; a web page is fetched only when you ask for it.",
        });
    });
}
