//! The card of an article: what is known about it, and what it shows by itself, read without the other one. Whatever
//! stands in the text can be gone to.

mod claims;
mod facts;
mod voices;

use egui::{Align, Button, Frame, Label, Layout, Margin, Response, RichText, ScrollArea, TextWrapMode, Ui};

use crate::claims::Place;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::state::{Open, State};
use crate::gui::theme::{self, size};
use crate::gui::words;
use crate::text::Side;

use super::{beside, controls};

/// The size of what is said about the article.
const POINTS: f32 = 13.5;
/// The size of what is said about that.
const SMALL: f32 = 12.5;
/// Between two parts.
const BETWEEN_PARTS: f32 = 16.0;

/// Draws the card of a side.
pub fn show(ui: &mut Ui, state: &State, open: &Open, look: &mut Look, side: Side, asked: &mut Vec<Command>) {
    beside::head(ui, "Article card", Action::card_of(side), asked, |ui, asked| sides(ui, side, asked));
    let card = Card { open, side };
    let area = ScrollArea::vertical().id_salt(("card", side)).auto_shrink(false);
    area.show(ui, |ui| {
        let inside = Margin { left: 14, right: 14, top: 8, bottom: 18 };
        Frame::NONE.inner_margin(inside).show(ui, |ui| {
            ui.set_width(ui.available_width().min(size::WIDEST_TEXT));
            facts::show(ui, &card, look, asked);
            let again = Action::reload_of(side);
            if again.enabled(state) {
                controls::named(ui, state, asked, again, "Reload this source…");
            }
            voices::show(ui, &card, asked);
            claims::headline(ui, &card, asked);
            claims::figures(ui, &card, asked);
            claims::evaluations(ui, &card, asked);
        });
    });
}

/// The article that the card is about.
struct Card<'a> {
    open: &'a Open,
    side: Side,
}

impl Card<'_> {
    fn document(&self) -> &crate::segment::Document {
        &self.open.comparison.documents[self.side]
    }

    fn portrait(&self) -> &crate::claims::Portrait {
        &self.open.comparison.portraits[self.side]
    }

    fn words(&self, place: Place) -> String {
        words::beginning(place.span.of(&self.document().text), MOST_SHOWN)
    }

    /// A whole sentence as a place to go to.
    fn whole(&self, sentence: usize) -> Place {
        let span = self.document().sentences.get(sentence).map(|sentence| sentence.span).unwrap_or_default();
        Place { sentence, span }
    }
}

/// Words of the article are shown with so many characters.
const MOST_SHOWN: usize = 110;

/// The choice between the two articles.
fn sides(ui: &mut Ui, side: Side, asked: &mut Vec<Command>) {
    let names = [(Side::Left, "Left"), (Side::Right, "Right")];
    let chosen = controls::segments(ui, &names, side, "The article whose card this is");
    if let Some(of) = chosen.filter(|&of| of != side) {
        asked.push(Command::Do(Action::card_of(of)));
    }
}

/// Draws a list, as much of it as anybody looks through.
fn list<T>(ui: &mut Ui, name: &str, all: &[T], mut one: impl FnMut(&mut Ui, &T)) {
    for (n, entry) in all.iter().take(LONGEST_LIST).enumerate() {
        ui.push_id((name, n), |ui| one(ui, entry));
    }
    if all.len() > LONGEST_LIST {
        quiet(ui, &format!("… and {} more", all.len() - LONGEST_LIST));
    }
}

/// A longer list is not looked through, and each entry is laid out in every frame.
const LONGEST_LIST: usize = 100;

/// The heading of a list whose entries have the numbers of their sentences on the right.
fn part_with_numbers(ui: &mut Ui, title: &str, filled: bool) {
    begin_part(ui);
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        if filled {
            quiet(ui, "in sentence");
        }
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| part_title(ui, title));
    });
}

/// The heading of a part.
fn part(ui: &mut Ui, title: &str) {
    begin_part(ui);
    part_title(ui, title);
}

fn begin_part(ui: &mut Ui) {
    ui.add_space(BETWEEN_PARTS);
    ui.separator();
    ui.add_space(theme::space::CLOSE);
}

fn part_title(ui: &mut Ui, title: &str) {
    ui.add(Label::new(RichText::new(title).font(theme::bold(theme::BODY))).wrap());
}

/// A line that says something about the article.
fn quiet(ui: &mut Ui, text: &str) -> Response {
    controls::remark(ui, text, SMALL)
}

/// Words of the article that can be gone to.
fn words_of(ui: &mut Ui, card: &Card<'_>, place: Place, asked: &mut Vec<Command>) {
    way_to(ui, card, &card.words(place), place, asked);
}

/// A text whose click leads to a place.
fn way_to(ui: &mut Ui, card: &Card<'_>, text: &str, place: Place, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let text = RichText::new(text).font(theme::sans(POINTS)).color(colours.ink);
    let told = format!("Go to sentence {}.", place.sentence + 1);
    if ui.add(Button::new(text).frame(false).wrap()).on_hover_text(told).clicked() {
        asked.push(Command::GoTo(card.side, place));
    }
}

/// An entry of a list: what it is about on the left, the sentences where it stands on the right, so that a number of the
/// article is not taken for that of a sentence.
fn entry(
    ui: &mut Ui,
    card: &Card<'_>,
    places: &[Place],
    asked: &mut Vec<Command>,
    about: impl FnOnce(&mut Ui, &mut Vec<Command>),
) {
    let shown = places.len().min(MOST_IN_AN_ENTRY);
    let numbers = NUMBER * (shown + usize::from(places.len() > shown)) as f32;
    let room = (ui.available_width() - numbers - ui.spacing().item_spacing.x).max(0.0);
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width(room);
            about(ui, asked);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = theme::space::NEAR;
            if places.len() > shown {
                quiet(ui, "…");
            }
            for place in places.iter().take(shown).rev() {
                sentence(ui, card, *place, asked);
            }
        });
    });
}

/// More numbers of sentences than this leave no room for the words.
const MOST_IN_AN_ENTRY: usize = 5;

/// The room for the number of a sentence.
const NUMBER: f32 = 26.0;

/// So much of the words tells one place from the next by ear.
const MOST_IN_A_NAME: usize = 40;

/// The number of a sentence that can be gone to.
fn sentence(ui: &mut Ui, card: &Card<'_>, place: Place, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    let number = (place.sentence + 1).to_string();
    let text = RichText::new(&number).font(theme::bold(SMALL)).color(colours.side[card.side]);
    let response =
        ui.push_id(place.span.start, |ui| ui.add(Button::new(text).frame(false).wrap_mode(TextWrapMode::Extend))).inner;
    let told = format!("Go to “{}” in sentence {number}", words::beginning(&card.words(place), MOST_IN_A_NAME));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &told));
    let beginning = words::beginning(card.document().sentence(place.sentence), MOST_SHOWN);
    if response.on_hover_text(beginning).clicked() {
        asked.push(Command::GoTo(card.side, place));
    }
}
